package importers

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A questionnaire in several languages may be exported into one file with each answer in the language of its respondent: "Sehr gut" and "Very good"
// in one column. No family has both. Families of one name and length in each of the languages put them at the same points.

// languages are the languages of the labels of a column, and where they place them.
type languages struct {
	in     []string       // that of most answers first
	at     map[string]int // the point of each label; nil: nothing tells that the scales are the same
	points int
	// answers are those with labels of one language alone, by it.
	answers map[string]int
	first   *lexicon.Family // of the first language
}

// leastOwn is how many labels of a column only one language has, for it to be one of its languages.
const leastOwn = 2

// languagesOf returns the languages in which a column is answered; nil: one, or none that is known.
func languagesOf(a *answersSeen) *languages {
	labels := sortedKeys(a.words)
	if len(labels) < 2*leastOwn {
		return nil
	}
	spoken := make([][]string, len(labels)) // by label
	own, answers := map[string]int{}, map[string]int{}
	for i, label := range labels {
		if spoken[i] = languagesWith(lexicon.PlainLabel(label)); len(spoken[i]) == 0 {
			return nil
		}
		if len(spoken[i]) == 1 {
			own[spoken[i][0]]++
			answers[spoken[i][0]] += a.words[label]
		}
	}
	maps.DeleteFunc(own, func(_ string, n int) bool { return n < leastOwn })
	foreign := slices.ContainsFunc(spoken, func(of []string) bool {
		return !slices.ContainsFunc(of, func(language string) bool { return own[language] > 0 })
	})
	if len(own) < 2 || foreign {
		return nil
	}
	order := answers
	if a.languages != nil {
		order = a.languages
	}
	l := &languages{answers: answers, in: slices.SortedFunc(maps.Keys(own), func(x, y string) int { return cmp.Or(order[y]-order[x], strings.Compare(x, y)) })}
	l.place(labels, spoken)
	return l
}

// tellLanguages tells the columns of an export, or the questions of a study, that are answered in several languages in which of them most is answered:
// its labels are those of all, whichever most chose in one row.
func tellLanguages(columns []*asked) {
	var several []*asked
	answers := map[string]int{}
	for _, c := range columns {
		if l := languagesOf(c.learned); l != nil {
			several = append(several, c)
			for language, n := range l.answers {
				answers[language] += n
			}
		}
	}
	for _, c := range several {
		c.learned.languages = answers
	}
}

// read reports whether all languages have the same points.
func (l *languages) read() bool { return l != nil && l.at != nil }

// languagesWith are the languages that have a label in a family.
func languagesWith(plain string) (found []string) {
	for _, f := range familiesWith(plain) {
		if !slices.Contains(found, f.Language) {
			found = append(found, f.Language)
		}
	}
	return found
}

// familiesWith are the families that have a label, those of degrees among them.
func familiesWith(plain string) []*lexicon.Family {
	found := slices.Clone(lexicon.FamiliesByLabel()[plain])
	for _, f := range lexicon.DegreesOf([]string{plain}) {
		if _, has := f.At[plain]; has {
			found = append(found, f)
		}
	}
	return found
}

// place puts the labels of all languages at the points of families of one name and length, of which somebody chose every point. Where families put
// them at different points, nothing tells which.
func (l *languages) place(labels []string, spoken [][]string) {
	of := map[string][]string{} // by language: the labels that are of no other
	for i, label := range labels {
		if len(spoken[i]) == 1 {
			of[spoken[i][0]] = append(of[spoken[i][0]], label)
		}
	}
	var readings []*languages
	for _, f := range familiesOf(l.in[0], of[l.in[0]]) {
		if read := l.beside(f, labels, of); read != nil {
			readings = append(readings, read)
		}
	}
	for _, r := range readings {
		if !maps.Equal(r.at, readings[0].at) || r.points != readings[0].points {
			return
		}
	}
	if len(readings) > 0 {
		*l = *readings[0]
	}
}

// familiesOf are the families of a language that have all labels.
func familiesOf(language string, labels []string) (found []*lexicon.Family) {
	plain := lexicon.PlainLabels(labels)
	for _, f := range familiesWith(plain[0]) {
		if at, unseen := f.Place(labels, plain); f.Language == language && at != nil && (unseen == 0 || !f.Short && !f.Whole) {
			found = append(found, f)
		}
	}
	return found
}

// beside places the labels of all languages beside those of a family in the first; nil: a language has no such family, two of its families place a
// label apart, nobody chose a point, or an end is none in another.
func (l *languages) beside(first *lexicon.Family, labels []string, of map[string][]string) *languages {
	read := &languages{in: l.in, answers: l.answers, at: map[string]int{}, points: len(first.Points), first: first}
	var alike []*lexicon.Family
	for _, language := range l.in {
		like := slices.DeleteFunc(familiesOf(language, of[language]), func(f *lexicon.Family) bool {
			return f.Name != first.Name || len(f.Points) != len(first.Points) || language == l.in[0] && f != first
		})
		if len(like) == 0 {
			return nil
		}
		alike = append(alike, like...)
	}
	chosen := map[int]bool{}
	for _, label := range labels {
		for _, f := range alike {
			point, has := f.At[lexicon.PlainLabel(label)]
			known, placed := read.at[label]
			switch {
			case has && placed && known != point:
				return nil
			case has:
				read.at[label], chosen[point] = point, true
			}
		}
	}
	if len(read.at) < len(labels) || len(chosen) < read.points || !read.endsAlike() {
		return nil
	}
	return read
}

// endsAlike reports whether the labels at each end go as far in all languages: "always" is no translation of "very often". Where all labels are degrees of
// one word, as of agreement, languages call the same degree differently.
func (l *languages) endsAlike() bool {
	if l.first.Name != "frequency" && l.first.Name != "quality" {
		return true
	}
	reach := map[int]lexicon.Reach{}
	for label, point := range l.at {
		if point > 0 && point < l.points-1 {
			continue
		}
		of := lexicon.ReachOf(label)
		if known, has := reach[point]; has && known != of {
			return false
		}
		reach[point] = of
	}
	return true
}

// own are the labels of the first language, by point, as the file spells them.
func (l *languages) own() []string {
	at := make([]string, l.points)
	for _, label := range sortedKeys(l.at) {
		if point, has := l.first.At[lexicon.PlainLabel(label)]; has && at[point] == "" {
			at[point] = label
		}
	}
	return l.first.Spell(at).Labels
}

// scale reads answers in several languages: the labels of the first one are the scale, and those of the others stand for its points.
func (l *languages) scale() readScale {
	if !l.read() {
		return readScale{languages: l.in, remark: fmt.Sprintf("the answers are in several languages (%s), and nothing tells that these have the same points: codes: gives each label its point", strings.Join(l.in, ", "))}
	}
	labels := l.own()
	r := readScale{scale: study.LabelScale(labels), family: l.first.Name + " (" + strings.Join(l.in, ", ") + ")", languages: l.in}
	var as []string
	for _, label := range slices.SortedFunc(maps.Keys(l.at), func(x, y string) int { return cmp.Or(l.at[y]-l.at[x], strings.Compare(x, y)) }) {
		point := l.at[label]
		if own := labels[point]; lexicon.Normalise(own) != lexicon.Normalise(label) {
			r.codes = append(r.codes, wordAt(label, float64(point+1)))
			as = append(as, fmt.Sprintf("%q = %q", lexicon.Shorten(label), lexicon.Shorten(own)))
		}
	}
	r.remark = fmt.Sprintf("the answers are in several languages (%s), of which labels at the same place are read as one: %s", strings.Join(l.in, ", "), few(as))
	return r
}

// lendLanguages gives the rows of a matrix that is answered in several languages the labels that others have of it, if it is one.
func lendLanguages(rows []*asked) (are bool) {
	all := newAnswersSeen()
	for _, c := range rows {
		all.pool(c.answers)
	}
	if !languagesOf(all).read() {
		return false
	}
	for _, c := range rows {
		if languagesOf(c.learned) == nil {
			continue
		}
		for word := range all.words {
			if _, known := c.learned.words[word]; !known {
				c.learned.words[word] = 0
			}
		}
	}
	return true
}
