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
	m.middle = append(m.middle, middleCode(ratings[m.outcome].Columns[a.ID].Scale))
	return m
}

func middleCode(s study.Scale) float64 { return float64((s.Points() - 1) / 2) }

// driverRow is one respondent who answered all drivers and the outcome.
type driverRow struct {
	values []float64 // codes around their middle: the drivers, then the outcome
	zones  []uint16  // ascending numbers of the zones that they lie in: low by driver, then high by driver

	memory []uint16
}

// outcome returns the outcome, around its middle.
func (r *driverRow) outcome() float64 { return r.values[len(r.values)-1] }

// row fills in a respondent; false if an answer is missing.
func (m *driverModel) row(into *driverRow, code func(rating int) study.Code) bool {
	into.values = into.values[:0]
	for k, i := range m.drivers {
		c := code(i)
		if !c.Valid() {
			return false
		}
		into.values = append(into.values, float64(c)-m.middle[k])
	}
	y := code(m.outcome)
	if !y.Valid() {
		return false
	}
	into.values = append(into.values, float64(y)-m.middle[len(m.drivers)])
	m.zonesOf(into)
	return true
}

// zonesOf fills in the zones of a respondent's values. Whether a value lies in a zone is as good as random, and a branch would be
// guessed wrong: every zone is written down, and the next over it if the value does not lie there.
func (m *driverModel) zonesOf(row *driverRow) {
	p := len(m.drivers)
	if len(row.memory) != 2*p+1 {
		row.memory = make([]uint16, 2*p+1)
	}
	values, lowest, highest, at := row.values[:p], m.lowest[:p], m.highest[:p], row.memory
	n := 0
	for k, x := range values {
		at[n] = uint16(k)
		if x <= lowest[k] {
			n++
		}
	}
	for k, x := range values {
		at[n] = uint16(p + k)
		if x >= highest[k] {
			n++
		}
	}
	row.zones = at[:n]
}

// completeRows are the respondents of a block who answered all drivers and the outcome.
type completeRows struct {
	rows   []int32
	weight []float64
	values []float64 // by respondent: codes around their middle, the drivers and the outcome
	zone   driverRow // memory
}

// gather finds the complete among some rows of a block.
func (c *completeRows) gather(m *driverModel, b *tallyBlock, rows []int32) {
	c.rows, c.weight, c.values = c.rows[:0], c.weight[:0], c.values[:0]
	columns := make([][]study.Code, 0, len(m.middle))
	for _, i := range append(m.drivers[:len(m.drivers):len(m.drivers)], m.outcome) {
		if b.Codes[i] == nil {
			return // not asked in these rows
		}
		columns = append(columns, b.Codes[i])
	}
	c.rows = append(c.rows, rows...)
	for _, codes := range columns {
		n := 0
		for _, row := range c.rows {
			c.rows[n] = row
			if codes[row].Valid() {
				n++
			}
		}
		c.rows = c.rows[:n]
	}
	for _, row := range c.rows {
		c.weight = append(c.weight, b.weight[row])
	}
	k := len(columns)
	c.values = slices.Grow(c.values, k*len(c.rows))[:k*len(c.rows)]
	for j, codes := range columns {
		values := c.values[min(j, len(c.values)):]
		for i, row := range c.rows {
			values[i*k] = float64(codes[row]) - m.middle[j]
		}
	}
}

// zoned returns a complete respondent with the zones of its values.
func (c *completeRows) zoned(m *driverModel, i int) *driverRow {
	k := len(m.middle)
	c.zone.values = append(c.zone.values[:0], c.values[i*k:(i+1)*k]...)
	m.zonesOf(&c.zone)
	return &c.zone
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

// add counts a complete respondent.
func (s *driverSums) add(w float64, row *driverRow) {
	s.moments.Add(w, row.values)
	s.addZones(w, row.zones, row.outcome())
}

// addRows counts complete respondents.
func (s *driverSums) addRows(m *driverModel, c *completeRows) {
	s.moments.AddRows(c.weight, c.values)
	for i := range c.rows {
		row := c.zoned(m, i)
		s.addZones(c.weight[i], row.zones, row.outcome())
	}
}

// addComplete counts one of the complete respondents.
func (s *driverSums) addComplete(m *driverModel, c *completeRows, i int) {
	s.add(c.weight[i], c.zoned(m, i))
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
