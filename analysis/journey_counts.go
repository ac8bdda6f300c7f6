package analysis

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// journeyCounts are the journeys of one audience: how many respondents had each combination of outcome, treatment, effort and
// what these explain.
type journeyCounts struct {
	ratings [4]int // outcome, treatment, effort, explains; −1: not asked
	scales  [4]study.Scale
	table   map[journeyKey]*journeyCount
	order   []journeyKey // of appearance
}

type journeyKey struct {
	codes   [4]study.Code // Blank where not asked or not answered
	cluster int
}

type journeyCount struct {
	n               int
	weight, weight2 float64
}

// newJourneyCounts returns the empty journeys; nil if the audience was not asked whether it had the outcome.
func newJourneyCounts(j *study.Journey, a *study.Audience, ratings []*study.Rating) *journeyCounts {
	if j == nil {
		return nil
	}
	c := &journeyCounts{table: map[journeyKey]*journeyCount{}}
	for k, r := range []*study.Rating{j.Outcome, j.Treatment, j.Effort, j.Explains} {
		c.ratings[k] = -1
		if r != nil && r.Columns[a.ID] != nil {
			c.ratings[k] = slices.Index(ratings, r)
			c.scales[k] = r.Columns[a.ID].Scale
		}
	}
	if c.ratings[0] < 0 {
		return nil
	}
	return c
}

// add counts a respondent.
func (c *journeyCounts) add(code func(rating int) study.Code, w float64, cluster int) {
	key := journeyKey{cluster: cluster}
	for k, i := range c.ratings {
		key.codes[k] = study.Blank
		if i >= 0 {
			if answer := code(i); answer.Valid() {
				key.codes[k] = answer
			}
		}
	}
	count := c.table[key]
	if count == nil {
		count = &journeyCount{}
		c.table[key] = count
		c.order = append(c.order, key)
	}
	count.n++
	count.weight += w
	count.weight2 += w * w
}

// merge adds what a part has counted, and empties it; numbers are those of its clusters.
func (c *journeyCounts) merge(part *journeyCounts, numbers []int) {
	for _, key := range part.order {
		whole := key
		if key.cluster >= 0 {
			whole.cluster = numbers[key.cluster]
		}
		count, of := c.table[whole], part.table[key]
		if count == nil {
			count = &journeyCount{}
			c.table[whole] = count
			c.order = append(c.order, whole)
		}
		count.n += of.n
		count.weight += of.weight
		count.weight2 += of.weight2
	}
	clear(part.table)
	part.order = part.order[:0]
}
