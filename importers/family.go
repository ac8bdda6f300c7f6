package importers

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
)

// family is a scale in words that many questionnaires share: its points from low to high, each in all its spellings.
type family struct {
	language, name string
	points         [][]string // normalised; the first spelling of a point names it
	at             map[string]int
	full           *family // with the points that this one leaves out; nil: it leaves out none
	short          bool    // it is one of shortFamilyTable, which has to be chosen whole
	whole          bool    // all its points have to be chosen, for some of them alone are something else: yes and no
}

// String names a family as messages do: agreement (en).
func (f *family) String() string { return fmt.Sprintf("%s (%s)", f.name, f.language) }

// wordFamilies are the families of familyTable, in its order.
var wordFamilies = sync.OnceValue(func() []*family {
	var all []*family
	for line := range familyLines(familyTable) {
		head, points, _ := strings.Cut(line, ":")
		language, name, _ := strings.Cut(head, " ")
		name, middle := strings.CutSuffix(name, "*")
		name, whole := strings.CutSuffix(name, "!")
		f := newFamily(language, name, spelled(points))
		f.whole = whole
		all = append(all, f)
		if middle {
			at := len(f.points) / 2
			without := append(append([][]string{}, f.points[:at]...), f.points[at+1:]...)
			all = append(all, indexed(&family{language: language, name: name, points: without, full: f}))
		}
	}
	return append(all, shortFamilies(all)...)
})

// familiesByLabel are the families that have a label, in their order, by the label as plainLabel writes it.
var familiesByLabel = sync.OnceValue(func() map[string][]*family {
	with := map[string][]*family{}
	for _, f := range wordFamilies() {
		for label := range f.at {
			with[label] = append(with[label], f)
		}
	}
	return with
})

// familyLines are the lines of a table of families. The tables spell labels as plainLabel writes them, but for ß: a study in numbers alone, too,
// may ask for a word of them, and to write them all anew would take longer than to analyse it.
func familyLines(table string) iter.Seq[string] {
	return strings.SplitSeq(strings.ReplaceAll(strings.TrimSpace(table), "ß", "ss"), "\n")
}

// familiesAlone are the families in which a label means what it does wherever it stands: not those that have to be chosen whole.
func familiesAlone(plain string) []*family {
	return slices.DeleteFunc(slices.Clone(familiesByLabel()[plain]), func(f *family) bool { return f.whole })
}

// spelled returns the points of a line, each in all its spellings.
func spelled(points string) (all [][]string) {
	for point := range strings.SplitSeq(strings.TrimSpace(points), " < ") {
		all = append(all, strings.Split(point, "|"))
	}
	return all
}

func newFamily(language, name string, points [][]string) *family {
	return indexed(&family{language: language, name: name, points: points})
}

func indexed(f *family) *family {
	spellings := 0
	for _, point := range f.points {
		spellings += len(point)
	}
	f.at = make(map[string]int, spellings)
	for i, point := range f.points {
		for _, spelling := range point {
			f.at[spelling] = i
		}
	}
	return f
}

var (
	// genderEnding are the second endings that some languages write into a label: satisfait(e), satisfecho/a, zufriedene·r.
	genderEnding = lazily(`(\pL)(?:\((?:e|a|o|s|es|as)\)|/(?:e|a|o|as|os)\b|·e\b)`)
	// feminine are adjectives of French, Spanish, Portuguese and Italian in the forms that the table does not spell.
	feminine = lazily(`\b(insatisfait|satisfait|mécontent|content|insatisfech|satisfech|insatisfeit|satisfeit|insoddisfatt|soddisfatt)(?:es|e|as|a|s|os|i)\b`)
	// numbered is a label that begins with the number of its point: "5 - Strongly agree", "1=never", "(3) neutral", "[2] poor".
	numbered = lazily(`^[(\[]?(\d{1,2})(?:[)\]]?\s*[=:–—.-]\s*|[)\]]\s*|\s+)(\pL.*)$`)
	// bracketedLabel is a label in brackets behind the number of its point: "4 (Good)".
	bracketedLabel = lazily(`^(\d{1,2})\s*\((\pL[^()]*)\)$`)
	// joinedLabel is a label as the name of a choice: strongly_agree, 5_strongly_agree.
	joinedLabel = lazily(`^[\pL\pN']+(?:_[\pL\pN']+)+$`)
	// numberedAfter is a label with the number of its point behind it: "Strongly agree (5)", "Good [4]".
	numberedAfter = lazily(`^(\pL.*\pL)\s*[(\[](\d{1,2})[)\]]$`)
)

// plainLabel is a label ready to be compared: normalised, without its number, its second gender and its last point. Most labels have
// none of these, and no pattern is asked.
func plainLabel(label string) string {
	text := Normalise(label)
	if strings.Contains(text, "_") && joinedLabel().MatchString(text) {
		text = strings.ReplaceAll(text, "_", " ")
	}
	if _, said, says := numberIn(text); says {
		text = said
	}
	if strings.ContainsAny(text, "(/·") {
		text = genderEnding().ReplaceAllString(text, "$1")
	}
	if strings.Contains(text, "isf") || strings.Contains(text, "content") {
		text = feminine().ReplaceAllStringFunc(text, masculine)
	}
	return strings.TrimRight(text, " .!")
}

func plainLabels(labels []string) []string {
	plain := make([]string, len(labels))
	for i, label := range labels {
		plain[i] = plainLabel(label)
	}
	return plain
}

// masculine returns the form of an adjective that the table spells.
func masculine(word string) string {
	stem := feminine().FindStringSubmatch(word)[1]
	if strings.HasSuffix(stem, "ait") || strings.HasSuffix(stem, "ent") {
		return stem // French
	}
	return stem + "o"
}

// fitted is a family that a set of labels fits, with the labels as the file spells them.
type fitted struct {
	family *family
	labels []string // by point; where nobody gave the answer, as the table spells it
	unseen []string // the labels that nobody chose
	// dropped are labels of the family that are taken for not offered, for nobody of many chose them.
	dropped []string
	without string // why the lowest point of the family is left out; empty: it is not
	// numbering is how the labels themselves say which points they are; of those that say so no point is in doubt that lies between two.
	numbering numbering
	fewer     []string // the labels, if the lowest point was not offered; nil: there is no such scale
}

func (f *fitted) scale() study.Scale { return study.LabelScale(f.labels) }

// fit finds the family that holds all labels, each at a point of its own, and leaves the fewest points unseen. One label alone
// fits no family: "neutral" stands in most.
func fit(labels []string) *fitted {
	if len(labels) < 2 {
		return nil
	}
	plain := plainLabels(labels)
	numbers := labelNumbers(labels)
	var best *family
	var placed []string
	var numbered numbering
	fewest := 0
	for _, f := range append(slices.Clip(familiesByLabel()[plain[0]]), degreesOf(plain)...) {
		at, unseen := f.place(labels, plain)
		if at == nil {
			continue
		}
		by := numberingOf(at, numbers)
		if (best == nil || by < numbered || by == numbered && unseen < fewest) && (!f.short && !f.whole || unseen == 0 || f.short && by == numberedUp) {
			best, placed, fewest, numbered = f, at, unseen, by
		}
	}
	if best == nil {
		return nil
	}
	return best.spell(placed)
}

func (f *family) fit(labels []string) *fitted {
	at, _ := f.place(labels, plainLabels(labels))
	if at == nil {
		return nil
	}
	return f.spell(at)
}

// has reports whether plain labels are all points of the family, each another.
func (f *family) has(plain []string) bool {
	at, _ := f.place(plain, plain)
	return at != nil
}

// place puts labels, given as the file spells them and plain, at the points of the family; nil: one has none, or two have the same.
func (f *family) place(labels, plain []string) (at []string, unseen int) {
	for _, label := range plain {
		if _, known := f.at[label]; !known {
			return nil, 0
		}
	}
	at, unseen = make([]string, len(f.points)), len(f.points)
	for k, label := range labels {
		switch i := f.at[plain[k]]; {
		case at[i] == "":
			at[i] = label
			unseen--
		case Normalise(at[i]) != Normalise(label):
			return nil, 0
		}
	}
	return at, unseen
}

// spell writes the labels that nobody chose as the file writes the others.
func (f *family) spell(at []string) *fitted {
	found := &fitted{family: f, labels: at, numbering: numberingOf(at, labelNumbers(seenOf(at)))}
	style := styleOf(at, found.numbering)
	for i, label := range at {
		if label == "" {
			at[i] = style.of(f.points[i][0], found.numbering.number(i, len(at)))
			found.unseen = append(found.unseen, at[i])
		}
	}
	return found
}

// end says which end of some family a label is: +1 the high one, −1 the low one, 0 neither or both.
func end(label string) int {
	plain, side := plainLabel(label), 0
	for _, f := range familiesAlone(plain) {
		switch i := f.at[plain]; {
		case i == len(f.points)-1 && side >= 0:
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

// endAmongNumbers says which end of a scale a word is that stands among its numbers. There are no degrees beyond it there: "Very good" is the high
// end, though a family has "Excellent" above (FORMATS 0.9).
func endAmongNumbers(word string) int {
	if side := end(word); side != 0 || !highWords().MatchString(plainLabel(word)) {
		return side
	}
	return leaning(Normalise(word))
}

// highWords and lowWords are how the ends of a scale begin, beyond those of the table.
var (
	lowWords  = lazily(`^(not at all|not at all likely|worst|very un|very dis|extremely un|extremely dis|terrible|awful|überhaupt nicht|gar nicht|äusserst un|sehr un|pas du tout|très in|nada|muy in|muito in|per niente|molto in|helemaal niet|zeer on)`)
	highWords = lazily(`^(strongly agree|extremely|fantastic|excellent|best|very|completely|totally|absolutely|outstanding|äusserst|sehr|völlig|voll und ganz|très|tout à fait|extrêmement|muy|totalmente|extremadamente|muito|extremamente|molto|estremamente|completamente|zeer|helemaal|uiterst)\b`)
)
