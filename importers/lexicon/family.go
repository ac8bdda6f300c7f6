package lexicon

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
)

// Family is a scale in words that many questionnaires share: its points from low to high, each in all its spellings.
type Family struct {
	Language, Name string
	Points         [][]string // normalised; the first spelling of a point names it
	At             map[string]int
	Full           *Family // with the points that this one leaves out; nil: it leaves out none
	Short          bool    // it is one of shortFamilyTable, which has to be chosen whole
	Within         bool    // a short one of which the longer family has ends beyond its own
	Whole          bool    // all its points have to be chosen, for some of them alone are something else: yes and no
	opposed        bool    // it is of an adjective and its opposite
	Ended          bool    // one of its ends has to be chosen, for its other points are the answers of a test too: negative and positive
}

// String names a family as messages do: agreement (en).
func (f *Family) String() string { return fmt.Sprintf("%s (%s)", f.Name, f.Language) }

// WordFamilies are the families of familyTable, in its order.
var WordFamilies = sync.OnceValue(func() []*Family {
	all := familiesOf(familyTable)
	return append(all, shortFamilies(all)...)
})

// familiesOf are the families of a table, in its order.
func familiesOf(table string) (all []*Family) {
	for line := range familyLines(table) {
		head, points, _ := strings.Cut(line, ":")
		language, name, _ := strings.Cut(head, " ")
		name, ended := strings.CutSuffix(name, "^")
		name, middle := strings.CutSuffix(name, "*")
		name, whole := strings.CutSuffix(name, "!")
		f := newFamily(language, name, spelled(points))
		f.Whole, f.Ended = whole, ended
		all = append(all, f)
		if middle {
			at := len(f.Points) / 2
			without := append(append([][]string{}, f.Points[:at]...), f.Points[at+1:]...)
			all = append(all, indexed(&Family{Language: language, Name: name, Points: without, Full: f, Ended: ended}))
		}
	}
	return all
}

// FamiliesByLabel are the families that have a label, in their order, by the label as PlainLabel writes it.
var FamiliesByLabel = sync.OnceValue(func() map[string][]*Family {
	with := map[string][]*Family{}
	for _, f := range WordFamilies() {
		for label := range f.At {
			with[label] = append(with[label], f)
		}
	}
	return with
})

// familyLines are the lines of a table of families. The tables spell labels as PlainLabel writes them, but for ß: a study in numbers alone, too,
// may ask for a word of them, and to write them all anew would take longer than to analyse it.
func familyLines(table string) iter.Seq[string] {
	return strings.SplitSeq(strings.ReplaceAll(strings.TrimSpace(table), "ß", "ss"), "\n")
}

// FamiliesAlone are the families in which a label means what it does wherever it stands: not those that have to be chosen whole.
func FamiliesAlone(plain string) []*Family {
	return slices.DeleteFunc(slices.Clone(FamiliesByLabel()[plain]), func(f *Family) bool { return f.Whole })
}

// spelled returns the points of a line, each in all its spellings.
func spelled(points string) (all [][]string) {
	for point := range strings.SplitSeq(strings.TrimSpace(points), " < ") {
		all = append(all, strings.Split(point, "|"))
	}
	return all
}

func newFamily(language, name string, points [][]string) *Family {
	return indexed(&Family{Language: language, Name: name, Points: points})
}

func indexed(f *Family) *Family {
	spellings := 0
	for _, point := range f.Points {
		spellings += len(point)
	}
	f.At = make(map[string]int, 2*spellings)
	for i, point := range f.Points {
		for _, spelling := range point {
			f.At[spelling] = i
		}
	}
	for i, point := range f.Points {
		for _, spelling := range point {
			forms := []string{sameWords(spelling)}
			if bare := unaccented(f.Language, spelling); bare != spelling {
				forms = append(forms, bare, sameWords(bare))
			}
			for _, form := range forms {
				if _, other := f.At[form]; !other { // of two points that differ by an accent only the one without has such a spelling
					f.At[form] = i
				}
			}
		}
	}
	return f
}

var (
	// genderEnding are the second endings that some languages write into a label: satisfait(e), satisfecho/a, zufriedene·r.
	genderEnding = lazily(`(\pL)(?:\((?:e|a|o|s|es|as)\)|(?:/(?:e|a|o|as|os)|·e)($|[^\p{L}\p{N}_]))`)
	// feminine are adjectives of French, Spanish, Portuguese and Italian in the forms that the table does not spell.
	feminine = lazily(`^(insatisfait|satisfait|mécontent|content|insatisfech|satisfech|insatisfeit|satisfeit|insoddisfatt|soddisfatt)(?:es|e|as|a|s|os|i)$`)
	// oneWord is a word of any language.
	oneWord = lazily(`[\p{L}\p{N}_]+`)
	// Numbered is a label that begins with the number of its point: "5 - Strongly agree", "1=never", "(3) neutral", "[2] poor".
	Numbered = lazily(`^[(\[]?(\d{1,2})(?:[)\]]?\s*[=:–—.-]\s*|[)\]]\s*|\s+)(\pL.*)$`)
	// bracketedLabel is a label in brackets behind the number of its point: "4 (Good)".
	bracketedLabel = lazily(`^(\d{1,2})\s*\((\pL[^()]*)\)$`)
	// joinedLabel is a label as the name of a choice: strongly_agree, 5_strongly_agree.
	joinedLabel = lazily(`^[\pL\pN']+(?:_[\pL\pN']+)+$`)
	// numberedAfter is a label with the number of its point behind it: "Strongly agree (5)", "Good [4]".
	numberedAfter = lazily(`^(\pL.*\pL)\s*[(\[](\d{1,2})[)\]]$`)
)

// PlainLabel is a label ready to be compared: normalised, without its number, its picture, its second gender and its last point. Most labels
// have none of these, and no pattern is asked.
func PlainLabel(label string) string {
	text := withoutPictures(Normalise(label))
	if strings.Contains(text, "_") && joinedLabel().MatchString(text) {
		text = strings.ReplaceAll(text, "_", " ")
	}
	if _, said, says := numberIn(text); says {
		text = said
	}
	if strings.ContainsAny(text, "(/·") {
		text = genderEnding().ReplaceAllString(text, "$1$2")
	}
	if strings.Contains(text, "isf") || strings.Contains(text, "content") {
		text = oneWord().ReplaceAllStringFunc(text, masculine)
	}
	return sameWords(strings.TrimRight(text, " .!"))
}

func PlainLabels(labels []string) []string {
	plain := make([]string, len(labels))
	for i, label := range labels {
		plain[i] = PlainLabel(label)
	}
	return plain
}

// masculine returns the form of an adjective that the table spells, and any other word as it is.
func masculine(word string) string {
	m := feminine().FindStringSubmatch(word)
	if m == nil {
		return word
	}
	stem := m[1]
	if strings.HasSuffix(stem, "ait") || strings.HasSuffix(stem, "ent") {
		return stem // French
	}
	return stem + "o"
}

// Fitted is a family that a set of labels fits, with the labels as the file spells them.
type Fitted struct {
	Family *Family
	Labels []string // by point; where nobody gave the answer, as the table spells it
	Unseen []string // the labels that nobody chose
	// dropped are labels of the family that are taken for not offered, for nobody of many chose them.
	Dropped []string
	Without string // why the lowest point of the family is left out; empty: it is not
	// numbering is how the labels themselves say which points they are; of those that say so no point is in doubt that lies between two.
	Numbering numbering
	Fewer     []string // the labels, if the ends that nobody chose were not offered; nil: there is no such scale
}

func (f *Fitted) Scale() study.Scale { return study.LabelScale(f.Labels) }

// IsEnd reports whether a label is the lowest or the highest point.
func (f *Fitted) IsEnd(label string) bool {
	label = Normalise(label)
	return label == Normalise(f.Labels[0]) || label == Normalise(f.Labels[len(f.Labels)-1])
}

// Fit finds the family that holds all labels, each at a point of its own, and leaves the fewest points unseen. One label alone
// fits no family: "neutral" stands in most.
func Fit(labels []string) *Fitted {
	if len(labels) < 2 {
		return nil
	}
	plain := PlainLabels(labels)
	numbers := LabelNumbers(labels)
	var best *Family
	var placed []string
	var numbered numbering
	fewest := 0
	for _, f := range append(slices.Clip(FamiliesByLabel()[plain[0]]), DegreesOf(plain)...) {
		at, unseen := f.Place(labels, plain)
		if at == nil || f.Ended && at[0] == "" && at[len(at)-1] == "" {
			continue
		}
		by := numberingOf(at, numbers)
		if (best == nil || by < numbered || by == numbered && unseen < fewest) && (!f.Short && !f.Whole || unseen == 0 || f.Short && by == numberedUp) {
			best, placed, fewest, numbered = f, at, unseen, by
		}
	}
	if best == nil {
		return fitOpposites(labels, plain)
	}
	return best.Spell(placed)
}

// fitOpposites finds the family of an adjective and its opposite that holds all labels, an end among them, and leaves the fewest points unseen.
func fitOpposites(labels, plain []string) *Fitted {
	var best *Family
	var placed []string
	fewest := 0
	for _, f := range oppositesOf(plain) {
		at, unseen := f.Place(labels, plain)
		if at != nil && (at[0] != "" || at[len(at)-1] != "") && (best == nil || unseen < fewest) {
			best, placed, fewest = f, at, unseen
		}
	}
	if best == nil {
		return nil
	}
	return best.Spell(placed)
}

func (f *Family) Fit(labels []string) *Fitted {
	at, _ := f.Place(labels, PlainLabels(labels))
	if at == nil {
		return nil
	}
	return f.Spell(at)
}

// Has reports whether plain labels are all points of the family, each another.
func (f *Family) Has(plain []string) bool {
	at, _ := f.Place(plain, plain)
	return at != nil
}

// Place puts labels, given as the file spells them and plain, at the points of the family; nil: one has none, or two have the same.
func (f *Family) Place(labels, plain []string) (at []string, unseen int) {
	for _, label := range plain {
		if _, known := f.At[label]; !known {
			return nil, 0
		}
	}
	at, unseen = make([]string, len(f.Points)), len(f.Points)
	for k, label := range labels {
		switch i := f.At[plain[k]]; {
		case at[i] == "":
			at[i] = label
			unseen--
		case Normalise(at[i]) != Normalise(label):
			return nil, 0
		}
	}
	return at, unseen
}

// Spell writes the labels that nobody chose as the file writes the others.
func (f *Family) Spell(at []string) *Fitted {
	found := &Fitted{Family: f, Labels: at, Numbering: numberingOf(at, LabelNumbers(seenOf(at)))}
	style := styleOf(at, found.Numbering)
	bare, plain := f.withoutAccents(at), f.plainSpellings(at)
	for _, i := range []int{0, len(at) - 1} { // the ends first: what is beside them follows
		if plain[i] == "" {
			plain[i] = f.wording(i, plain)
		}
	}
	for i, label := range at {
		if label == "" {
			spelling := plain[i]
			if spelling == "" {
				spelling = f.wording(i, plain)
			}
			if bare {
				spelling = unaccented(f.Language, spelling)
			}
			at[i] = style.of(spelling, found.Numbering.number(i, len(at)))
			found.Unseen = append(found.Unseen, at[i])
		}
	}
	return found
}

// plainSpellings returns labels, given by point, as the family spells them.
func (f *Family) plainSpellings(at []string) []string {
	plain := PlainLabels(at)
	for i, label := range plain {
		for _, spelling := range f.Points[i] {
			if label != "" && (sameWords(spelling) == label || unaccented(f.Language, spelling) == label) {
				plain[i] = spelling
				break
			}
		}
	}
	return plain
}

// withoutAccents reports whether labels, given by point, are spelled without the accents that they have.
func (f *Family) withoutAccents(at []string) bool {
	for i, label := range at {
		plain := PlainLabel(label)
		if label != "" && ascii(plain) && !slices.ContainsFunc(f.Points[i], func(spelling string) bool { return sameWords(spelling) == plain }) {
			return true
		}
	}
	return false
}

// End says which end of some family a label is: +1 the high one, −1 the low one, 0 neither or both.
func End(label string) int {
	plain, side := PlainLabel(label), 0
	for _, f := range FamiliesAlone(plain) {
		switch i := f.At[plain]; {
		case i == len(f.Points)-1 && side >= 0:
			side = 1
		case i == 0 && side <= 0:
			side = -1
		default:
			return 0 // the middle of one scale is the end of another
		}
	}
	if side != 0 {
		return side
	}
	switch {
	case lowWords().MatchString(plain): // "extremely unpleasant" begins as a high end does
		return -1
	case highWords().MatchString(plain):
		return 1
	}
	return 0
}

// EndAmongNumbers says which end of a scale a word is that stands among its numbers. There are no degrees beyond it there: "Very good" is the high
// end, though a family has "Excellent" above (FORMATS 0.9).
func EndAmongNumbers(word string) int {
	if side := End(word); side != 0 || !highWords().MatchString(PlainLabel(word)) {
		return side
	}
	return Leaning(Normalise(word))
}

// highWords and lowWords are how the ends of a scale begin, beyond those of the table.
var (
	lowWords  = lazily(`^(not at all|not at all likely|worst|very un|very dis|extremely un|extremely dis|terrible|awful|überhaupt nicht|gar nicht|äusserst un|sehr un|pas du tout|très in|nada|muy in|muito in|per niente|molto in|helemaal niet|zeer on)`)
	highWords = lazily(`^(strongly agree|extremely|fantastic|excellent|best|very|completely|totally|absolutely|outstanding|äusserst|sehr|völlig|voll und ganz|très|tout à fait|extrêmement|muy|totalmente|extremadamente|muito|extremamente|molto|estremamente|completamente|zeer|helemaal|uiterst)` + WordEnd)
)
