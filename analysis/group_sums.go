package analysis

import "github.com/cxgap/cxgap/analysis/study"

// groupSums are the weighted sums that importance and its resamples are computed from: of an audience, of a random group of
// its respondents, or of a resample. Answers enter as their codes, points from the low end of the scale.
type groupSums struct {
	weight, sum []float64  // by rating
	pairs       []pairSums // by pairing
	drivers     *driverSums
}

// pairSums are the sums over respondents who gave both ratings of a pair.
type pairSums struct {
	weight           float64
	first, second    float64 // codes
	topFirst, topSec float64 // in the top box
}

func newGroupSums(ratings, pairings int, model *driverModel) *groupSums {
	s := &groupSums{weight: make([]float64, ratings), sum: make([]float64, ratings), pairs: make([]pairSums, pairings)}
	if model != nil {
		s.drivers = model.newSums()
	}
	return s
}

// addRatings counts the ratings of a respondent.
func (s *groupSums) addRatings(columns []ratingColumn, b *tallyBlock, row int32) {
	w := b.weight[row]
	for i := range columns {
		column := &columns[i]
		if code := column.codes[row]; code.Valid() {
			s.weight[column.rating] += w
			s.sum[column.rating] += w * float64(code)
		}
	}
}

// addPairs counts the pairs of ratings of a respondent.
func (s *groupSums) addPairs(c *cell, t *Tally, b *tallyBlock, row int32) {
	w := b.weight[row]
	for k, pair := range c.pairs {
		if pair != nil {
			p := t.pairings[k]
			s.pairs[k].add(pair, w, codeAt(b.Responses, p.first, int(row)), codeAt(b.Responses, p.second, int(row)))
		}
	}
}

func (s *pairSums) add(pair *pairCounts, w float64, first, second study.Code) {
	if !first.Valid() || !second.Valid() {
		return
	}
	s.weight += w
	s.first += w * float64(first)
	s.second += w * float64(second)
	s.topFirst += w * float64(pair.inTop(first))
	s.topSec += w * float64(pair.inTop(second))
}

// merge adds the sums of a group, each of its respondents taken f times over.
func (s *groupSums) merge(part *groupSums, f float64) {
	for i := range s.weight {
		s.weight[i] += f * part.weight[i]
		s.sum[i] += f * part.sum[i]
	}
	for k := range s.pairs {
		into, p := &s.pairs[k], part.pairs[k]
		into.weight += f * p.weight
		into.first += f * p.first
		into.second += f * p.second
		into.topFirst += f * p.topFirst
		into.topSec += f * p.topSec
	}
	if s.drivers != nil {
		s.drivers.merge(part.drivers, f)
	}
}

func (s *groupSums) reset() {
	clear(s.weight)
	clear(s.sum)
	clear(s.pairs)
	if s.drivers != nil {
		s.drivers.reset()
	}
}

// sums returns the sums of everybody in the cell.
func (c *cell) sums(t *Tally) *groupSums {
	s := newGroupSums(len(c.counts), len(c.pairs), nil)
	s.drivers = c.drivers
	for i, table := range c.counts {
		if table == nil {
			continue
		}
		last := len(table.weight) - 1 // don't know
		for k, w := range table.weight[:last] {
			s.weight[i] += w
			s.sum[i] += w * float64(k)
		}
	}
	for k, pair := range c.pairs {
		if pair == nil {
			continue
		}
		for code := range pair.first.scale.Points() {
			first, second := pair.first.weight[code], pair.second.weight[code]
			s.pairs[k].weight += first
			s.pairs[k].first += first * float64(code)
			s.pairs[k].second += second * float64(code)
			top := float64(pair.inTop(study.Code(code)))
			s.pairs[k].topFirst += first * top
			s.pairs[k].topSec += second * top
		}
	}
	return s
}
