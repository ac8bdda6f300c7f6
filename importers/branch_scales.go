package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// The columns of one question may have been asked on different scales (FORMATS 0.10): one branch ends at 5, and another runs to 10. They have no common
// mean, and no order of the rows is needed to tell it.

// branchPoints are the answers in one column of a question, by point of the scale as the cells show it.
type branchPoints struct {
	column string
	place  study.Place
	points []int
}

// refuseBranches refuses questions of which one column ends where a shorter scale does while another goes on.
func (r *reading) refuseBranches(refused *RefusedError) {
	for i, rating := range r.survey.study.Ratings() {
		for audience, a := range r.survey.study.Audiences {
			c := rating.Columns[a.ID]
			if c == nil || len(c.Branches) == 0 || c.OneScale || !c.Scale.Defined() {
				continue
			}
			short, long, end := branchesApart(r.branchesOf(i, audience), c.Scale)
			if short == nil {
				continue
			}
			top := c.Scale.Value(study.Code(highestOf(long.points)))
			why := fmt.Sprintf("answers in column %s end at %s, and those in column %s run to %s: two scales, and no common mean",
				lexicon.Shorten(short.column), lexicon.FormatNumber(c.Scale.Value(study.Code(end))), lexicon.Shorten(long.column), lexicon.FormatNumber(top))
			hint := "make two items of them, each on its own scale;  one_scale: true  says that all answers are on one scale"
			refused.Add(study.Fault{Place: short.place, Message: fmt.Sprintf("%s: %s of item %s: %s", a.ID, rating.Kind, rating.Item.ID, why), Hint: hint})
			refused.ratings = append(refused.ratings, Refusal{Audience: a.ID, Column: c.Selector.String(), Code: study.ScaleUnknown, Why: why, Remedy: hint, key: "one_scale: true"})
		}
	}
}

// branchesOf returns what was counted in each column of a question, over all files of an audience.
func (r *reading) branchesOf(rating, audience int) (all []*branchPoints) {
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			if p.audience != audience {
				continue
			}
			for _, of := range p.columns(rating) {
				if of.reader.points == nil {
					continue
				}
				c := &e.Columns[of.position]
				at := slices.IndexFunc(all, func(b *branchPoints) bool { return b.column == c.ID })
				if at < 0 {
					at = len(all)
					all = append(all, &branchPoints{c.ID, e.headerPlace(c), make([]int, len(of.reader.points))})
				}
				for code, n := range of.reader.shownPoints() {
					all[at].points[code] += n
				}
			}
		}
	}
	return all
}

// branchesApart returns a column that ends where a usual shorter scale does, so often chosen that further points would have been too, and one that goes
// on. Of the latter little is asked: of columns in which every point was chosen not all answers are counted, and how many are depends on who counts.
func branchesApart(all []*branchPoints, s study.Scale) (short, long *branchPoints, end int) {
	const fewestBeyond = 3
	for _, end := range shorterEnds(s) {
		for _, one := range all {
			last := [3]float64{float64(one.points[end]), float64(one.points[end-1]), float64(one.points[end-2])}
			if highestOf(one.points) != end || last[0] < leastAtEnd || pastExpected(last) < sureEvidence().alone {
				continue
			}
			for _, other := range all {
				if slices.Min(other.points) > 0 || sum(other.points[end+1:]) >= fewestBeyond {
					return one, other, end
				}
			}
		}
	}
	return nil, nil, 0
}

// highestOf returns the highest point that was chosen; −1: none was.
func highestOf(points []int) int {
	for code := len(points) - 1; code >= 0; code-- {
		if points[code] > 0 {
			return code
		}
	}
	return -1
}

func sum(counts []int) (total int) {
	for _, n := range counts {
		total += n
	}
	return total
}
