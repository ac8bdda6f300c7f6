package analysis

import (
	"github.com/cxgap/cxgap/analysis/stats"
)

// completeDrivers are the kept respondents who answered all drivers and the outcome, in a form that is quickly added up again and again.
type completeDrivers interface {
	// worker returns what adds them up with a weight each, in memory of its own.
	worker() func(into *driverSums, weight []float64)
}

// newCompleteDrivers returns the complete respondents of a block: as frequency tables of their codes, if these are much smaller than the rows are
// many, else as columns.
func newCompleteDrivers(c *cell, b *tallyBlock, complete *completeRows) completeDrivers {
	m := c.units.model
	var points []int
	for _, i := range m.ratings {
		points = append(points, c.counts[i].scale.Points())
	}
	tables := stats.NewTripleTables(points)
	if tables == nil || len(complete.rows) <= 2*tables.Cells() {
		return newDriverColumns(m, b, complete)
	}
	codes := make([][]uint16, len(points))
	for k, i := range m.ratings {
		codes[k] = make([]uint16, len(complete.rows))
		for n, row := range complete.rows {
			codes[k][n] = uint16(b.Codes[i][row])
		}
	}
	tables.Enter(codes)
	return newDriverTables(m, tables, points)
}

// driverTables are respondents as frequency tables of three codes at a time.
type driverTables struct {
	tables        *stats.TripleTables
	values, zones [][]stats.CodedVariable // by driver, then of the outcome
}

func newDriverTables(m *driverModel, tables *stats.TripleTables, points []int) *driverTables {
	d := &driverTables{tables: tables}
	p := len(m.drivers)
	for k, n := range points {
		value, low, high := make([]float64, n), make([]float64, n), make([]float64, n)
		for code := range value {
			value[code] = float64(code) - m.middle[k]
			if k < p {
				low[code], high[code] = indicator(value[code] <= m.lowest[k]), indicator(value[code] >= m.highest[k])
			}
		}
		d.values = append(d.values, []stats.CodedVariable{{Variable: k, Value: value}})
		zones := []stats.CodedVariable{{Variable: k, Value: low}, {Variable: p + k, Value: high}}
		if k == p {
			zones = []stats.CodedVariable{{Variable: 2 * p, Value: value}}
		}
		d.zones = append(d.zones, zones)
	}
	return d
}

func (d *driverTables) worker() func(into *driverSums, weight []float64) {
	memory := d.tables.Memory()
	return func(into *driverSums, weight []float64) {
		d.tables.AddTo([]stats.CodedMoments{{Moments: into.moments, Of: d.values}, {Moments: into.zones, Of: d.zones}}, weight, memory)
	}
}

// driverColumns are respondents as columns of what they answered, and the zones of each.
type driverColumns struct {
	values   [][]int16 // codes around their middle, by variable (drivers, outcome) and respondent
	zones    []uint16  // of one respondent behind the other
	zonesEnd []int32   // by respondent: where they end
}

func newDriverColumns(m *driverModel, b *tallyBlock, complete *completeRows) *driverColumns {
	d := &driverColumns{values: make([][]int16, len(m.ratings))}
	complete.each(m, b, func(rows []int32) {
		for i, x := range complete.values {
			k := i % len(d.values)
			d.values[k] = append(d.values[k], int16(x))
		}
		for i := range rows {
			d.zones = append(d.zones, complete.zonesOf(m, i)...)
			d.zonesEnd = append(d.zonesEnd, int32(len(d.zones)))
		}
	})
	return d
}

func (d *driverColumns) worker() func(into *driverSums, weight []float64) {
	var memory stats.ColumnMemory
	outcome := d.values[len(d.values)-1]
	return func(into *driverSums, weight []float64) {
		from := int32(0)
		for i, w := range weight {
			end := d.zonesEnd[i]
			if w > 0 {
				into.zones.AddIndicators(w, d.zones[from:end], float64(outcome[i]))
			}
			from = end
		}
		into.moments.AddColumns(weight, d.values, &memory)
	}
}
