package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// The words at the ends of a scale of numbers say which of them is the good one. In most questionnaires it is the highest number, and in
// some the lowest: school grades in German, "1 = strongly agree". Read the wrong way up, every class of an item is inverted.

// turned tells of a scale of numbers which end is the good one: it is turned round where that is the lowest number, and it is none where
// nobody knows. The first text is that of the question itself.
func (r readScale) turned(asked []lexicon.Heading) readScale {
	if !r.scale.Defined() || len(r.scale.Labels) > 0 && !lexicon.ByAmount().MatchString(r.family) {
		return r
	}
	word := lexicon.AsksForBad(asked[0]) // of another row of its matrix only the scale is known
	if word == "" && strings.HasPrefix(r.family, "agreement ") {
		word = lexicon.StatesBad(asked[0])
	}
	if word != "" {
		return r.eitherWay(fmt.Sprintf("it asks for %q, and which end is the good one is not known", word), word)
	}
	if len(r.scale.Labels) > 0 {
		return r
	}
	switch end := lexicon.GoodEndOf(r.scale, asked, r.codes); {
	case end.Grades:
		why := "these are school grades, of which 1 is the best in Germany and Austria, and 6 in Switzerland: which of them are they?"
		if r.scale.High < 6 {
			why = "these are school grades, of which 1 is the best in Germany and Austria: is it the best here?"
		}
		r = r.eitherWay(why, end.Ends)
		r.grades = true
		return r
	case end.Unsure:
		return r.eitherWay(fmt.Sprintf("the ends are named (%s), and which of them is the good one is not known", end.Ends), end.Ends)
	case end.Low:
		r.reversed, r.ends = true, end.Ends
	case end.MayBeGrades:
		r.remark = strings.TrimPrefix(r.remark+`, and in German a "Note" is a school grade, of which 1 is the best`, ", and ")
	}
	return r
}

// eitherWay is a scale of which nobody knows which end is the good one: none to read answers by, but known as far as that.
func (r readScale) eitherWay(why, ends string) readScale {
	return readScale{remark: why, ends: ends, held: r.scale}
}

// turnedRound says which questions are turned round, and by which words.
func (d *draft) turnedRound(questions []*question) {
	var order []string
	of := map[string][]string{}
	for _, q := range questions {
		for _, a := range q.by {
			if !a.read.reversed {
				continue
			}
			low := lexicon.FormatNumber(a.read.scale.Low)
			text := fmt.Sprintf("%q%s (%s)", lexicon.Shorten(a.column.statement()), d.whoseTurned(q, a), a.read.ends)
			if of[low] == nil {
				order = append(order, low)
			}
			if !slices.Contains(of[low], text) {
				of[low] = append(of[low], text)
			}
		}
	}
	for _, low := range order {
		d.notice(study.ScaleAssumed, "", "%s is the good end, so that answers are turned round: %s", low, few(of[low]))
	}
}

// whoseTurned names the audience whose answers to a question are turned round, where those of another are not; empty: they all are.
func (d *draft) whoseTurned(q *question, a *asked) string {
	if !slices.ContainsFunc(q.by, func(other *asked) bool { return !other.read.reversed }) {
		return ""
	}
	return " of " + d.study.Audiences[a.audience].ID
}
