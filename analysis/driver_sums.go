package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// driverModel says which ratings of an audience explain the outcome, and where their low and high zones lie.
type driverModel struct {
	drivers []int // indices of performance ratings, but of the items that the study says are none
	outcome int
	ratings []int     // drivers, then the outcome
	middle  []float64 // by driver, then the outcome: the middle code, around which sums are taken
	lowest  []float64 // by driver: highest value of the low zone; −∞ if the scale does not hold both zones apart
	highest []float64 // by driver: lowest value of the high zone; ∞ likewise
	zoned   []bool    // by driver: the scale holds both zones apart
}

// newDriverModel returns the model of an audience; nil if it was asked no outcome or no performance.
func newDriverModel(s *study.Study, a *study.Audience, ratings []*study.Rating) *driverModel {
	m := &driverModel{outcome: -1}
	for i, r := range ratings {
		c := r.Columns[a.ID]
		switch {
		case c == nil || r.Of != "":
		case r.Kind == study.OutcomeKind:
			m.outcome = i
		case r.Kind == study.Performance && !r.Item.NoDriver:
			low, lowFits := s.Analysis.LowZone.Low(c.Scale)
			high, highFits := s.Analysis.HighZone.High(c.Scale)
			m.drivers = append(m.drivers, i)
			m.middle = append(m.middle, middleCode(c.Scale))
			lowest, highest, zoned := math.Inf(-1), math.Inf(1), lowFits && highFits && low < high
			if zoned {
				lowest, highest = float64(low)-middleCode(c.Scale), float64(high)-middleCode(c.Scale)
			}
			m.lowest, m.highest, m.zoned = append(m.lowest, lowest), append(m.highest, highest), append(m.zoned, zoned)
		}
	}
	if m.outcome < 0 || len(m.drivers) == 0 {
		return nil
	}
	m.ratings = append(slices.Clone(m.drivers), m.outcome)
	m.middle = append(m.middle, middleCode(ratings[m.outcome].Columns[a.ID].Scale))
	return m
}

func middleCode(s study.Scale) float64 { return float64((s.Points() - 1) / 2) }

// completeRows are respondents who answered all drivers and the outcome.
type completeRows struct {
	rows []int32 // of the block that they are from

	// What some of them answered.
	weight []float64
	values []float64 // by respondent: codes around their middle, the drivers and the outcome

	highest   []study.Code // memory
	low, high []uint16     // memory
}

// find fills in which of some rows of a block are complete.
func (c *completeRows) find(m *driverModel, b *tallyBlock, rows []int32) {
	c.rows = c.rows[:0]
	for _, rating := range m.ratings {
		if b.Codes[rating] == nil {
			return // not asked in these rows
		}
	}
	// Codes of what is no answer lie above all others. One row in several lacks an answer, and a branch would be guessed wrong.
	c.highest = slices.Grow(c.highest[:0], len(rows))[:len(rows)]
	clear(c.highest)
	chosen := b.choose(rows)
	for _, rating := range m.ratings {
		highest := c.highest
		for i, code := range chosen.of(b.Codes[rating])[:len(highest)] {
			highest[i] = max(highest[i], code)
		}
	}
	c.rows = slices.Grow(c.rows, len(rows))[:len(rows)]
	n := 0
	for i, code := range c.highest {
		c.rows[n] = rows[i]
		if code.Valid() {
			n++
		}
	}
	c.rows = c.rows[:n]
}

// rowsAtOnce is how many respondents' answers are taken from a block at once: few enough to stay in the nearest cache.
const rowsAtOnce = 64

// each takes what the complete answered, some rows at a time, in their order.
func (c *completeRows) each(m *driverModel, b *tallyBlock, visit func(rows []int32)) {
	for rows := range slices.Chunk(c.rows, rowsAtOnce) {
		c.fill(m, b, rows)
		visit(rows)
	}
}

// fill takes what some of them answered.
func (c *completeRows) fill(m *driverModel, b *tallyBlock, rows []int32) {
	c.weight = c.weight[:0]
	for _, row := range rows {
		c.weight = append(c.weight, b.weight[row])
	}
	k := len(m.ratings)
	c.values = slices.Grow(c.values[:0], k*len(rows))[:k*len(rows)]
	for j, rating := range m.ratings {
		values := c.values[min(j, len(c.values)):]
		codes, middle := b.Codes[rating], m.middle[j]
		for i, row := range rows {
			values[i*k] = float64(codes[row]) - middle
		}
	}
}

// zonesOf returns the zones that the ratings of a respondent, one of those taken, lie in, as ascending numbers: low by driver, then high by driver. They are valid until the
// next. Whether a rating lies in a zone is as good as random, and a branch would be guessed wrong: every zone is written down, and the next over it if
// the rating does not lie there.
func (c *completeRows) zonesOf(m *driverModel, i int) []uint16 {
	p := len(m.drivers)
	if len(c.low) != 2*p+1 {
		c.low, c.high = make([]uint16, 2*p+1), make([]uint16, p+1)
	}
	ratings, lowest, highest := c.values[i*(p+1):][:p], m.lowest[:p], m.highest[:p]
	low, high, lows, highs := c.low[:p+1], c.high[:p+1], 0, 0
	for k, x := range ratings {
		low[lows], high[highs] = uint16(k), uint16(p+k)
		if x <= lowest[k] {
			lows++
		}
		if x >= highest[k] {
			highs++
		}
	}
	return append(c.low[:lows], high[:highs]...)
}

// outcome returns the outcome of a respondent, one of those taken, around its middle.
func (c *completeRows) outcome(m *driverModel, i int) float64 {
	return c.values[(i+1)*len(m.ratings)-1]
}

// driverSums are the moments of the respondents complete in drivers and outcome.
type driverSums struct {
	moments *stats.Moments // drivers, outcome
	zones   *stats.Moments // low zones, high zones (1 or 0), outcome
	inZone  []int          // respondents in each low zone, then in each high zone; not counted in resamples
}

func (m *driverModel) newSums() *driverSums {
	p := len(m.drivers)
	return &driverSums{stats.NewMoments(p + 1), stats.NewMoments(2*p + 1), make([]int, 2*p)}
}

// addAll counts the complete respondents of a block.
func (s *driverSums) addAll(m *driverModel, b *tallyBlock, c *completeRows) {
	c.each(m, b, func([]int32) { s.addRows(m, c) })
}

// addRows counts complete respondents by what they answered.
func (s *driverSums) addRows(m *driverModel, c *completeRows) {
	s.moments.AddRows(c.weight, c.values)
	for i, w := range c.weight {
		s.addZones(w, c.zonesOf(m, i), c.outcome(m, i))
	}
}

// addZones counts a complete respondent in the zones alone.
func (s *driverSums) addZones(w float64, zones []uint16, outcome float64) {
	s.zones.AddIndicators(w, zones, outcome)
	for _, k := range zones {
		s.inZone[k]++
	}
}

// merge adds the sums of a part, each of its respondents taken f times over; they are counted once.
func (s *driverSums) merge(part *driverSums, f float64) {
	s.moments.Merge(part.moments, f)
	s.zones.Merge(part.zones, f)
	for i, n := range part.inZone {
		s.inZone[i] += n
	}
}

func (s *driverSums) reset() {
	s.moments.Reset()
	s.zones.Reset()
	clear(s.inZone)
}
