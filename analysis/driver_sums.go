package analysis

import (
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// driverModel says which ratings of an audience explain the outcome, and where their low and high zones lie.
type driverModel struct {
	drivers []int // indices of performance ratings
	outcome int
	middle  []float64    // by driver, then the outcome: the middle code, around which sums are taken
	low     []study.Code // by driver: highest code of the low zone
	high    []study.Code // by driver: lowest code of the high zone
	zoned   []bool       // by driver: the scale holds both zones apart
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
		case r.Kind == study.Performance:
			low, lowFits := s.Analysis.LowZone.Low(c.Scale)
			high, highFits := s.Analysis.HighZone.High(c.Scale)
			m.drivers = append(m.drivers, i)
			m.middle = append(m.middle, middleCode(c.Scale))
			m.low, m.high = append(m.low, low), append(m.high, high)
			m.zoned = append(m.zoned, lowFits && highFits && low < high)
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
	at     []int     // ascending variables of the zones that are not 0: low by driver, high by driver, the outcome
	zones  []float64 // their values
}

// row fills in a respondent; false if an answer is missing.
func (m *driverModel) row(into *driverRow, code func(rating int) study.Code) bool {
	p := len(m.drivers)
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
	outcome := float64(y) - m.middle[p]
	into.values = append(into.values, outcome)
	into.at, into.zones = into.at[:0], into.zones[:0]
	for k := range m.drivers {
		if m.zoned[k] && into.values[k]+m.middle[k] <= float64(m.low[k]) {
			into.at, into.zones = append(into.at, k), append(into.zones, 1)
		}
	}
	for k := range m.drivers {
		if m.zoned[k] && into.values[k]+m.middle[k] >= float64(m.high[k]) {
			into.at, into.zones = append(into.at, p+k), append(into.zones, 1)
		}
	}
	into.at, into.zones = append(into.at, 2*p), append(into.zones, outcome)
	return true
}

// driverSums are the moments of the respondents complete in drivers and outcome.
type driverSums struct {
	moments *stats.Moments // drivers, outcome
	zones   *stats.Moments // low zones, high zones (1 or 0), outcome
	inZone  []int          // respondents in each low zone, then in each high zone
}

func (m *driverModel) newSums() *driverSums {
	p := len(m.drivers)
	return &driverSums{stats.NewMoments(p + 1), stats.NewMoments(2*p + 1), make([]int, 2*p)}
}

// add counts a complete respondent.
func (s *driverSums) add(w float64, row *driverRow) {
	s.moments.Add(w, row.values)
	s.zones.AddSparse(w, row.at, row.zones)
	for _, at := range row.at[:len(row.at)-1] {
		s.inZone[at]++
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
