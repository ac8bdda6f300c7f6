package importers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// One questionnaire in several languages has one order of questions, and on platforms that give ids the same ones: its words tell nothing of
// what belongs together. Ids alone tell little too, for every questionnaire begins with Q1; but where the languages differ, nearly all columns
// agree and their scales do, the rest is likely the same. It is offered, and never taken.

// translatedShare is how many of all ratings of either audience have to agree for one questionnaire to be the translation of another.
const translatedShare = 0.9

// translation is how two audiences' questionnaires correspond.
type translation struct {
	pairs    [][2]*asked
	byID     bool
	agree, n int // how many ratings agree, of how many
}

// translate pairs the ratings of audiences that were asked in different languages, by their ids or, where the exports have none, by their
// places: two that stand alone are a pair, one that stands alone is offered to the item that the other is in.
func (d *draft) translate(items, alone []*question) {
	item, lone := map[*asked]*question{}, map[*asked]bool{}
	for _, q := range items {
		for _, a := range q.by {
			item[a] = q
		}
	}
	for _, q := range alone {
		lone[q.by[0]] = true
	}
	for _, m := range d.translations() {
		a, b := m.a, m.b
		if lone[a] && !lone[b] {
			a, b = b, a
		}
		switch q := item[a]; {
		case lone[a] && lone[b]:
			d.translated = append(d.translated, m)
		case q != nil && lone[b] && q.of(b.audience) == nil && !d.offeredFurther(q, b) && !d.oneLanguage(q.by, []*asked{b}):
			d.further = append(d.further, nearItem{item: q, a: b, score: m.score, translated: true})
		}
	}
}

// offeredFurther reports whether an item is offered a question of an audience already, or a question to an item.
func (d *draft) offeredFurther(item *question, a *asked) bool {
	return slices.ContainsFunc(d.further, func(m nearItem) bool { return m.a == a || m.item == item && m.a.audience == a.audience })
}

// oneLanguage reports whether two audiences on either side were asked in one language: what is no question in the same words for them is no
// translation through a third either.
func (d *draft) oneLanguage(a, b []*asked) bool {
	return slices.ContainsFunc(a, func(one *asked) bool {
		return slices.ContainsFunc(b, func(other *asked) bool {
			return one.audience != other.audience && d.languages[one.audience] == d.languages[other.audience]
		})
	})
}

// translations returns the pairs of ratings that correspond in questionnaires of different languages, with the share of ratings that do; where
// their places alone say so, a share would say more than is known, and is undefined.
func (d *draft) translations() []nearMatch {
	var all []nearMatch
	languages := make([]string, len(d.asks))
	for i, columns := range d.asks {
		languages[i] = languageOf(columns)
	}
	d.languages = languages
	for i := range d.columns {
		for j := i + 1; j < len(d.columns); j++ {
			if languages[i] == "" || languages[j] == "" || languages[i] == languages[j] || d.platform(i) != d.platform(j) {
				continue
			}
			if t := d.correspond(i, j); t != nil {
				for _, p := range t.pairs {
					all = append(all, nearMatch{p[0], p[1], t.share()})
				}
			}
		}
	}
	return all
}

func (d *draft) platform(audience int) string {
	if len(d.exports[audience]) == 0 {
		return ""
	}
	return d.exports[audience][0].Platform
}

// share is how many of all ratings agree; NaN where the questionnaires have no ids.
func (t *translation) share() float64 {
	if !t.byID {
		return math.NaN()
	}
	return float64(t.agree) / float64(t.n)
}

// shareText is a share as drafts say it, with a blank behind it; nothing where it is undefined.
func shareText(share float64) string {
	if math.IsNaN(share) {
		return ""
	}
	return fmt.Sprintf("%.2f ", share)
}

// correspond pairs the ratings of two audiences; nil: too few of them agree.
func (d *draft) correspond(i, j int) *translation {
	t := &translation{byID: d.haveIDs(i) && d.haveIDs(j)}
	of := map[string]*asked{}
	for _, b := range d.columns[j] {
		of[d.placeName(b, t.byID)] = b
	}
	var scales []string
	for _, a := range d.columns[i] {
		b := of[d.placeName(a, t.byID)]
		if b == nil || a.asks() != b.asks() {
			continue
		}
		if scale := d.sameScale(a, b); scale != "" {
			t.pairs, scales = append(t.pairs, [2]*asked{a, b}), append(scales, scale)
		}
	}
	t.agree, t.n = len(t.pairs), max(len(d.columns[i]), len(d.columns[j]))
	const least = 3
	if t.agree < least || float64(t.agree) < translatedShare*float64(t.n) {
		return nil
	}
	if !t.byID && (len(d.asks[i]) != len(d.asks[j]) || !placesTell(scales)) {
		return nil
	}
	return t
}

// placesTell reports whether the scales of questions, in their order, could hardly be those of another questionnaire, or of the same one in
// another order: they change more than once, or they are many.
func placesTell(scales []string) bool {
	const many = 8
	changes := 0
	for i := 1; i < len(scales); i++ {
		if scales[i] != scales[i-1] {
			changes++
		}
	}
	return len(scales) >= many || changes > 1
}

// haveIDs reports whether the ratings of an audience have ids besides their words.
func (d *draft) haveIDs(audience int) bool {
	return !slices.ContainsFunc(d.columns[audience], func(a *asked) bool { return !a.column.HasID })
}

// placeName names the place of a question in its questionnaire.
func (d *draft) placeName(a *asked, byID bool) string {
	if byID {
		return strings.ToLower(a.column.ID)
	}
	at := slices.IndexFunc(d.asks[a.audience], func(c *asked) bool { return c.column.Position == a.column.Position })
	return fmt.Sprint(at)
}

// sameScale names the scale of two questions, each read by itself; it is empty where the scales differ, or are none.
func (d *draft) sameScale(a, b *asked) string {
	own, theirs := *a, *b // what an item was read as stays
	if d.readScales(&question{by: []*asked{&own}}) != "" || d.readScales(&question{by: []*asked{&theirs}}) != "" {
		return ""
	}
	one, other := own.read.scale, theirs.read.scale
	if one.Low != other.Low || one.High != other.High || one.Points() != other.Points() || own.read.reversed != theirs.read.reversed {
		return ""
	}
	return fmt.Sprint(one.Low, one.High, one.Points(), own.read.reversed)
}

// commonWords are the words that stand in most questions of a language and in none of the others.
const commonWords = `
en the how you your our with would what are does were is we they of to my this
de wie sie ihr ihre ihren uns unser unsere mit ist sind das die der wir nicht und zu mein dieser
fr vous votre vos nous notre nos avec est sont les des quelle quel êtes dans cette mon pour
es usted su sus nuestro nuestra nuestros con está los las cómo qué qué tan satisfecho son el esta
pt você seu sua nosso nossa nossos com está os as como quão são o esta não
it lei suo sua nostro nostra nostri con è gli della come quanto sono il questa non
nl u uw ons onze met bent hoe het een wij niet zijn deze mijn`

// languageOf tells the language of the questions of an audience by their common words; empty: none stands out.
func languageOf(columns []*asked) string {
	hits := map[string]int{}
	of := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(commonWords), "\n") {
		words := strings.Fields(line)
		for _, word := range slices.Compact(slices.Sorted(slices.Values(words[1:]))) {
			of[word] = append(of[word], words[0])
		}
	}
	for _, c := range columns {
		for _, word := range strings.FieldsFunc(lexicon.Normalise(c.column.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			for _, language := range of[word] {
				hits[language]++
			}
		}
	}
	languages := slices.SortedFunc(maps.Keys(hits), func(a, b string) int {
		if hits[a] != hits[b] {
			return hits[b] - hits[a]
		}
		return strings.Compare(a, b)
	})
	const least = 3
	if len(languages) == 0 || hits[languages[0]] < least || len(languages) > 1 && hits[languages[1]]*2 > hits[languages[0]] {
		return ""
	}
	return languages[0]
}

// translatedItems writes the questions that may be translations of each other as items in comments.
func (w *fileWriter) translatedItems(offered map[*asked]bool) {
	headed := false
	for _, g := range likeGroups(w.draft.translated, w.draft.oneLanguage) {
		if slices.ContainsFunc(g.by, func(a *asked) bool { return offered[a] }) {
			continue // by the words
		}
		if !headed {
			w.comment("  ", "? Are these translations of each other? Their columns have the same id, or the same place, and the same scale; the number is the share of all ratings that "+
				"have the same id, and stands where there are ids. Without its # a line is an item.")
			headed = true
		}
		for _, a := range g.by {
			offered[a] = true
		}
		var texts []string
		slices.SortStableFunc(g.by, func(a, b *asked) int { return a.audience - b.audience })
		for _, a := range g.by[1:] {
			texts = append(texts, scalarOf(lexicon.Shorten(a.column.statement())))
		}
		w.suggested(&g.question, fmt.Sprintf(" # %s%s", shareText(g.score), strings.Join(texts, ", ")))
	}
}
