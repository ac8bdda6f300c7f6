package analysis

import (
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// scoreCounts are the scores of one audience on a construct: the person means over its items (METHODS section 10).
type scoreCounts struct {
	ratings []int          // the performance ratings of its items
	table   *counts        // of the scores, by number of items answered and sum of codes
	values  []float64      // the score of each entry, in steps from the low end of the scale
	first   []int          // by number of items answered: its first entry in the table; −1: too few
	scale   study.Scale    // of all items
	moments *stats.Moments // of the respondents who answered every item
	row     []float64
}

// newScoreCounts returns the empty scores; nil if the audience was asked fewer than two of the items, or on different scales.
func newScoreCounts(a *study.Audience, c *study.Construct, ratings []*study.Rating) *scoreCounts {
	s := &scoreCounts{}
	for i, r := range ratings {
		column := r.Columns[a.ID]
		if column == nil || r.Kind != study.Performance || r.Of != "" || !holds(c.Items, r.Item) {
			continue
		}
		if s.scale.Defined() && !s.scale.Same(column.Scale) {
			return nil
		}
		s.scale = column.Scale
		s.ratings = append(s.ratings, i)
	}
	if len(s.ratings) < 2 {
		return nil
	}
	k, highest := len(s.ratings), s.scale.Points()-1
	for answered := range k + 1 {
		if 2*answered < k {
			s.first = append(s.first, -1)
			continue
		}
		s.first = append(s.first, len(s.values))
		for sum := range answered*highest + 1 {
			s.values = append(s.values, float64(sum)/float64(answered))
		}
	}
	s.table = newCounts(study.Scale{Low: 0, High: float64(len(s.values) - 1), Step: 1})
	s.moments = stats.NewMoments(k)
	return s
}

func holds(items []*study.Item, item *study.Item) bool {
	for _, have := range items {
		if have == item {
			return true
		}
	}
	return false
}

// add counts a respondent: a score needs at least half of the items.
func (s *scoreCounts) add(code func(rating int) study.Code, w float64, cluster int) {
	answered, sum := 0, 0
	s.row = s.row[:0]
	middle := middleCode(s.scale)
	for _, i := range s.ratings {
		if c := code(i); c.Valid() {
			answered++
			sum += int(c)
			s.row = append(s.row, float64(c)-middle)
		}
	}
	if answered == len(s.ratings) {
		s.moments.Add(w, s.row)
	}
	if first := s.first[answered]; first >= 0 {
		s.table.add(study.Code(first+sum), w, cluster)
	}
}

// merge adds what a part has counted, and empties it; numbers are those of its clusters.
func (s *scoreCounts) merge(part *scoreCounts, numbers []int) {
	s.table.merge(part.table, numbers)
	s.moments.Merge(part.moments, 1)
	part.table.reset()
	part.moments.Reset()
}
