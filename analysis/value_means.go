package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// meanStep is the difference of two means of one audience, of two values of a segment or of two waves: with the variance of each, and with one
// variance for both that is pooled (stats.PoolVariances).
type meanStep struct{ own, pooled stats.Estimate }

// contrasted returns the difference of two audiences' steps, which is that of their gaps, with the variances of its means and with pooled ones;
// without interval and p.
func contrasted(a, b meanStep) (own, pooled stats.Difference) {
	signs := []float64{1, -1}
	return stats.Combined([]stats.Estimate{a.own, b.own}, signs, a.own.Level), stats.Combined([]stats.Estimate{a.pooled, b.pooled}, signs, a.own.Level)
}

// tested returns the same with Welch's interval and p of both: it is the larger p that decides, because a few skewed answers sometimes have a tiny
// variance (METHODS section 4). A rank test knows no contrast of four samples, and of two it keeps the level less well (docs/methods.md, simulations).
func tested(a, b meanStep, level float64) (own, pooled stats.Difference) {
	return stats.Welch(a.own, b.own, level), stats.Welch(a.pooled, b.pooled, level)
}

// pooledRow returns the row of the test with pooled variances beside that of a difference: no interval and no decision of its own.
func (f *Figure) pooledRow(r *study.Rating, pooled stats.Difference, p float64) Figure {
	row := *f
	row.Statistic += pooledSuffix
	row.ID = row.name(r)
	row.Low, row.High, row.Level, row.PAdjusted, row.Family, row.Verdict = NaN, NaN, NaN, NaN, NaN, ""
	if f.Value.Defined() {
		row.SE, row.DF, row.P = Number(pooled.SE), finite(pooled.DF), Number(p)
	}
	return row
}

// pooledSuffix names the test with pooled variances after the difference that it is of.
const pooledSuffix = "_pooled"

// valueMeans are the means of one audience in the values of a segment.
type valueMeans struct {
	level    float64
	means    []stats.SampleMean
	parts    [][]float64 // by value: what each cluster of the audience has in the residual of the mean; nil: no clusters
	variance stats.PooledVariance
}

// add enters the answer within one value of a segment, of view of; whole is the view of all.
func (m *valueMeans) add(of, whole *view, x *answer) {
	m.means = append(m.means, stats.SampleMean{Sample: x.sample, Mean: x.mean})
	audience := of.study.Audience(x.audience.ID)
	m.parts = append(m.parts, x.clusterParts(of.cells[audience], whole.cells[audience]))
}

func (m *valueMeans) pool() { m.variance = stats.PoolVariances(m.means) }

// change returns the mean in one value less that in another. Clusters with answers in both vary in both at once.
func (m *valueMeans) change(from, to int) meanStep {
	before, after := m.means[from], m.means[to]
	overlap := overlapOf(m.parts[from], m.parts[to])
	shared := overlap.Shared() > 0
	var own stats.Difference
	if shared {
		own = overlap.Change(before.Sample, after.Sample, m.level)
	} else {
		own = stats.Combined([]stats.Estimate{after.Mean, before.Mean}, []float64{1, -1}, m.level)
	}
	return meanStep{own.Estimate, m.variance.Change(own.Estimate, before, after, shared)}
}

// overlapOf joins the parts of two values that are by cluster, without the clusters that are in neither.
func overlapOf(before, after []float64) stats.Overlap {
	var o stats.Overlap
	for u, b := range before {
		if a := after[u]; !math.IsNaN(a) || !math.IsNaN(b) {
			o.Before, o.After = append(o.Before, b), append(o.After, a)
		}
	}
	return o
}

// clusterParts returns for every cluster of an audience its part Σw(x−m)/W in the residual of the mean of those in one cell; NaN of a cluster that
// has no answer in it. Nil without clusters.
func (x *answer) clusterParts(of, whole *cell) []float64 {
	if x.sample.Clusters == nil {
		return nil
	}
	parts := make([]float64, len(whole.clusters))
	for u := range parts {
		parts[u] = math.NaN()
	}
	value, total := x.variable.value(x.counts.scale), x.sample.WeightSum()
	names := of.clusterNames()
	for number, cells := range x.counts.clusters {
		sum, answers := 0.0, 0
		for _, c := range cells {
			if int(c.Value) < x.counts.scale.Points() { // the last is "don't know"
				sum += c.Weight * (value(study.Code(c.Value)) - x.mean.Value)
				answers += int(c.Count)
			}
		}
		if answers > 0 {
			parts[whole.clusters[names[number]]] = sum / total
		}
	}
	return parts
}
