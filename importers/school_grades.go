package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// German school grades in words are six, or five: many questionnaires leave out "ungenügend", and hardly anybody gives it where it is there. No
// single question tells how many were offered; all of an export, or of a study, may.

// gradesTold is what all questions that were answered in such grades tell of their scale.
type gradesTold struct {
	answers int  // to all of them
	last    int  // how many of these are the lowest grade
	five    bool // none is, though that above it was given so often that some would be
}

// sixGrades is the family of all grades.
func sixGrades() *lexicon.Family { return lexicon.FamiliesByLabel()["ausreichend"][0] }

// forOneLast is how many answers with the last grade but one are expected for one with the last.
const forOneLast = 3

// tellGrades tells the columns of an export, or the questions of a study, that are answered in school grades, how many were offered. The last
// grade is taken for left out where chance would leave it out in 1 of 1,000 cases, were it given a third as often as that above it: e⁻⁷.
func tellGrades(columns []*asked) {
	var graded []*asked
	told, named, above := &gradesTold{}, false, 0
	grades := sixGrades()
	for _, c := range columns {
		labels := c.learned.claimed()
		if len(labels) < 2 || c.learned.many || !c.learned.inWords() || !grades.Has(lexicon.PlainLabels(labels)) {
			continue
		}
		graded = append(graded, c)
		for word, n := range c.answers.words {
			switch told.answers += n; grades.At[lexicon.PlainLabel(word)] {
			case 0:
				told.last += n
			case 1:
				above, named = above+n, true
			case 2:
				named = true
			}
		}
	}
	if !named { // "gut" and "sehr gut" alone are of many scales
		return
	}
	told.five = told.last == 0 && above >= forOneLast*lexicon.FrequentNeighbours
	for _, c := range graded {
		c.learned.grades = told
	}
}

// fit is the scale of answers in school grades.
func (g *gradesTold) fit(labels []string) *lexicon.Fitted {
	all := sixGrades().Fit(labels)
	switch {
	case all == nil || g.last > 0:
		return all
	case !g.five:
		all.Fewer = all.Labels[1:]
		return all
	}
	why := fmt.Sprintf("none of %s answers in such words is %q, which is taken for not offered", study.Grouped(g.answers), all.Labels[0])
	return &lexicon.Fitted{Family: all.Family, Labels: all.Labels[1:], Unseen: all.Unseen[1:], Without: why}
}

// ofSixGrades reports whether numbers are school grades of a country that has six, whichever of them nobody gave.
func (a *answersSeen) ofSixGrades(asked []lexicon.Heading) bool {
	low, high, _ := a.ends()
	return low >= 1 && high <= 6 && slices.ContainsFunc(asked, func(h lexicon.Heading) bool {
		of := lexicon.GradesIn(h.Text)
		return of == lexicon.GradesOfGermany || of == lexicon.GradesOfSwitzerland
	})
}

// gradeOffers returns the readings of numbers that are school grades of no named country: six of which 1 is the best, five where nobody gave a 6,
// and six of which 6 is.
func (a *answersSeen) gradeOffers() []scaleOffer {
	none := a.missingOffer(nil)
	offers := []scaleOffer{{text: "scale: 1..6" + none + ", reversed: true", points: 6, remark: "if 1 is the best of six, as in Germany"}}
	if a.numbers[6] == 0 {
		offers = append(offers, scaleOffer{text: "scale: 1..5" + none + ", reversed: true", points: 5, remark: "or, if 1 is the best of five, as in Austria"})
	}
	return append(offers, scaleOffer{text: "scale: 1..6" + none, points: 6, remark: "or, if 6 is the best, as in Switzerland"})
}
