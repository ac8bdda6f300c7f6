package analysis

import (
	"math"
	"slices"
	"sync/atomic"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// resample draws the respondents of an audience with replacement, whole clusters where there are clusters (random groups of a
// very large audience; of a finite population with weights drawn towards those of the sample), and hands the sums of every resample to visit, on several processors at once. It reports whether there
// is anything to draw from: with fewer than two units there is no resampling. Of kept respondents only the asked ratings are summed.
func (v *view) resample(audience int, asked []bool, visit func(replicate int, sums *groupSums)) bool {
	c := v.cells[audience]
	if c == nil || c.units == nil || c.n < 2 {
		return false
	}
	r := newResampler(c, v.tally, asked, v.study.Audiences[audience].Population)
	if r.units < 2 {
		return false
	}
	stream := uint64(audience)<<20 | uint64(v.wave)
	step := v.watched(audience)
	stats.Replicates(v.study.Analysis.Resamples, func() func(int) {
		times := make([]int32, r.units)
		memory := r.newMemory()
		sums := newGroupSums(len(c.counts), len(c.pairs), c.units.model)
		return func(replicate int) {
			stats.Multiplicities(times, v.study.Analysis.Seed, stream, replicate)
			sums.reset()
			r.sum(sums, times, memory)
			visit(replicate, sums)
			step()
		}
	})
	return true
}

// watched returns what is called after each resample of an audience.
func (v *view) watched(audience int) (step func()) {
	if v.watch == nil {
		return func() {}
	}
	id, of := v.study.Audiences[audience].ID, v.study.Analysis.Resamples
	v.watch(id, 0, of)
	var done atomic.Int64
	return func() { v.watch(id, int(done.Add(1)), of) }
}

// resampler holds the respondents of one cell in the form that resamples are quickly added up from.
type resampler struct {
	cell   *cell
	tally  *Tally
	asked  []bool       // by rating: its sums are asked for
	units  int          // to draw: clusters, respondents or random groups
	groups []*groupSums // nil: respondents are kept

	// In a finite population of N a unit that was drawn k times counts 1 + f·(k−1), f² = 1 − n/N, so that the resamples vary as the
	// correction says (Rao & Wu 1988); all of a census count once.
	f float64

	weight  []float64    // by kept respondent; nil: random groups
	unit    []int        // by kept respondent: its unit; nil: a respondent is a unit
	columns *codeColumns // of the kept respondents

	complete []int32         // the kept respondents who answered all drivers and the outcome
	drivers  completeDrivers // what they answered
}

// resampleMemory is what one resample after the other is added up in.
type resampleMemory struct {
	weight   []float64 // by kept respondent
	complete []float64 // the same of the complete ones
	drivers  func(into *driverSums, weight []float64)
	tables   []codeTable // by column
}

func (r *resampler) newMemory() *resampleMemory {
	if r.weight == nil {
		return nil
	}
	m := &resampleMemory{
		weight: make([]float64, len(r.weight)), complete: make([]float64, len(r.complete)), tables: make([]codeTable, len(r.columns.all)),
	}
	if r.drivers != nil {
		m.drivers = r.drivers.worker()
	}
	return m
}

func newResampler(c *cell, t *Tally, asked []bool, population int) *resampler {
	u := c.units
	r := &resampler{cell: c, tally: t, asked: asked, groups: u.groups, f: 1}
	if population > 0 && c.clusters == nil {
		r.f = math.Sqrt(1 - float64(c.n)/float64(population))
	}
	if r.groups != nil {
		r.units = len(r.groups)
		return r
	}
	r.weight, r.unit, r.units = u.weight, u.cluster, len(u.weight)
	if u.cluster != nil {
		r.units = len(c.clusters)
	}
	r.columns = newCodeColumns(c, t, asked)
	if u.model != nil {
		r.findComplete()
	}
	return r
}

// findComplete collects the kept respondents who answered all drivers and the outcome.
func (r *resampler) findComplete() {
	kept, everybody := r.cell.units.block()
	var complete completeRows
	complete.find(r.cell.units.model, kept, everybody)
	r.complete = complete.rows
	r.drivers = newCompleteDrivers(r.cell, kept, &complete)
}

// sum adds up a resample in which each unit was drawn so many times.
func (r *resampler) sum(into *groupSums, times []int32, memory *resampleMemory) {
	if r.groups != nil {
		for g, n := range times {
			if f := r.counts(n); f > 0 {
				into.merge(r.groups[g], f)
			}
		}
		return
	}
	if slices.Contains(r.asked, true) {
		for row := range r.weight {
			memory.weight[row] = r.drawn(row, times)
		}
		r.sumCodes(into, memory)
	}
	if into.drivers != nil {
		for i, row := range r.complete {
			memory.complete[i] = r.drawn(int(row), times)
		}
		memory.drivers(into.drivers, memory.complete)
	}
}

// sumCodes adds up the ratings and the pairs.
func (r *resampler) sumCodes(into *groupSums, memory *resampleMemory) {
	for n, column := range r.columns.all {
		memory.tables[n] = codeTable{}
		memory.tables[n].add(column, memory.weight)
	}
	codes := r.cell.units.codes
	for i, at := range r.columns.ofRating {
		switch {
		case !r.asked[i]:
		case at >= 0:
			into.weight[i], into.sum[i], _ = memory.tables[at].sums(0)
		case codes[i] != nil:
			into.weight[i], into.sum[i] = sumCodes(codes[i], memory.weight)
		}
	}
	for k, pair := range r.cell.pairs {
		p := r.tally.pairings[k]
		if pair == nil || p.analysis != shortfall || !r.asked[p.first] || !r.asked[p.second] {
			continue
		}
		sums := &into.pairs[k]
		if of := r.columns.ofPair[k]; of[0] >= 0 {
			sums.weight, sums.first, sums.topFirst = memory.tables[of[0]].sums(pair.top)
			_, sums.second, sums.topSec = memory.tables[of[1]].sums(pair.top)
			continue
		}
		for row, w := range memory.weight {
			if w > 0 {
				sums.add(pair, w, codes[p.first][row], codes[p.second][row])
			}
		}
	}
}

// drawn returns the weight of a kept respondent in a resample.
func (r *resampler) drawn(row int, times []int32) float64 {
	unit := row
	if r.unit != nil {
		unit = r.unit[row]
	}
	return r.weight[row] * r.counts(times[unit])
}

// counts returns how much a unit counts that was drawn so many times.
func (r *resampler) counts(times int32) float64 { return 1 + r.f*(float64(times)-1) }

func sumCodes(answers []study.Code, weight []float64) (total, sum float64) {
	for row, c := range answers {
		if c.Valid() {
			total += weight[row]
			sum += weight[row] * float64(c)
		}
	}
	return total, sum
}
