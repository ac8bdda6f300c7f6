package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// resample draws the respondents of an audience with replacement, whole clusters where there are clusters (random groups of a
// very large audience; of a finite population with weights drawn towards those of the sample), and hands the sums of every resample to visit, on several processors at once. It reports whether there
// is anything to draw from: with fewer than two units there is no resampling.
func (v *view) resample(audience int, visit func(replicate int, sums *groupSums)) bool {
	c := v.cells[audience]
	if c == nil || c.units == nil || c.n < 2 {
		return false
	}
	r := newResampler(c, v.tally, v.study.Audiences[audience].Population)
	if r.units < 2 {
		return false
	}
	stream := uint64(audience)<<20 | uint64(v.wave)
	stats.Replicates(v.study.Analysis.Resamples, func() func(int) {
		times := make([]int32, r.units)
		weight := make([]float64, len(r.weight))
		sums := newGroupSums(len(c.counts), len(c.pairs), c.units.model)
		return func(replicate int) {
			stats.Multiplicities(times, v.study.Analysis.Seed, stream, replicate)
			sums.reset()
			r.sum(sums, times, weight)
			visit(replicate, sums)
		}
	})
	return true
}

// resampler holds the respondents of one cell in the form that resamples are quickly added up from.
type resampler struct {
	cell  *cell
	tally *Tally
	units int // to draw: clusters, respondents or random groups

	// In a finite population of N a unit that was drawn k times counts 1 + f·(k−1), f² = 1 − n/N, so that the resamples vary as the
	// correction says (Rao & Wu 1988); all of a census count once.
	f float64

	weight   []float64 // by kept respondent; nil: random groups
	unit     []int     // by kept respondent: its unit; nil: a respondent is a unit
	complete []completeRow
}

// completeRow is a kept respondent who answered all drivers and the outcome.
type completeRow struct {
	respondent int
	driverRow
}

func newResampler(c *cell, t *Tally, population int) *resampler {
	u := c.units
	r := &resampler{cell: c, tally: t, units: len(u.weight), weight: u.weight, unit: u.cluster, f: 1}
	if population > 0 && c.clusters == nil {
		r.f = math.Sqrt(1 - float64(c.n)/float64(population))
	}
	switch {
	case u.groups != nil:
		r.units = len(u.groups)
	case u.cluster != nil:
		r.units = len(c.clusters)
	}
	if u.model == nil {
		return r
	}
	for row := range u.weight {
		complete := completeRow{respondent: row}
		if u.model.row(&complete.driverRow, u.kept(row)) {
			r.complete = append(r.complete, complete)
		}
	}
	return r
}

// sum adds up a resample in which each unit was drawn so many times; weight is memory for the respondents' weights in it.
func (r *resampler) sum(into *groupSums, times []int32, weight []float64) {
	if r.cell.units.groups != nil {
		for g, n := range times {
			if f := r.counts(n); f > 0 {
				into.merge(r.cell.units.groups[g], f)
			}
		}
		return
	}
	for row, w := range r.weight {
		unit := row
		if r.unit != nil {
			unit = r.unit[row]
		}
		weight[row] = w * r.counts(times[unit])
	}
	codes := r.cell.units.codes
	for i, answers := range codes {
		into.weight[i], into.sum[i] = sumCodes(answers, weight)
	}
	for k, pair := range r.cell.pairs {
		if p := r.tally.pairings[k]; pair != nil && p.analysis == shortfall {
			for row, w := range weight {
				if w > 0 {
					into.pairs[k].add(pair, w, codes[p.first][row], codes[p.second][row])
				}
			}
		}
	}
	for i := range r.complete {
		if w := weight[r.complete[i].respondent]; w > 0 {
			into.drivers.add(w, &r.complete[i].driverRow)
		}
	}
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
