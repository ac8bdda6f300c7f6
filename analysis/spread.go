package analysis

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// spreads returns, for every rating kind of the respondents' own view, how far the audiences lie apart: the spread and
// Welch's F of each item, and the alignment of the study (METHODS section 5).
func (v *view) spreads() []Figure {
	var figures []Figure
	for _, kind := range v.kinds() {
		if p := v.joint[kind](); len(p.variables) > 0 {
			figures = append(figures, p.figures(v, kind)...)
		}
	}
	return figures
}

// itemMeans are the means of all items of one kind in POMP, with draws from their joint sampling distribution.
type itemMeans struct {
	variables []int // indices of view.answers that at least two audiences may be shown on
	audiences []int
	means     [][]float64   // by audience and variable; NaN: not asked, suppressed, or without an answer
	draws     [][][]float64 // by resample, audience and variable
	notes     Notes
	unsure    bool // a mean whose error nobody knows is among them: no interval of all
}

func (v *view) drawItemMeans(kind study.Kind) *itemMeans {
	p := &itemMeans{}
	for i := range v.answers {
		r := v.variables[i].rating
		if r.Kind == kind && r.Of == "" && v.shown(i) >= 2 {
			p.variables = append(p.variables, i)
		}
	}
	if len(p.variables) == 0 {
		return p
	}
	p.draws = make([][][]float64, v.study.Analysis.Resamples)
	byAudience := make([][]float64, len(p.draws)*len(v.study.Audiences))
	for r := range p.draws {
		p.draws[r], byAudience = byAudience[:len(v.study.Audiences)], byAudience[len(v.study.Audiences):]
	}
	for j := range v.study.Audiences {
		p.audiences = append(p.audiences, j)
		means := make([]float64, len(p.variables))
		for k, i := range p.variables {
			means[k] = math.NaN()
			x := v.answers[i][j]
			if x != nil && x.suppressed {
				p.notes = p.notes.with(x.leftOut())
			}
			if x.visible() {
				means[k] = x.variable.scale.POMP(x.mean.Value)
				if x.mean.Has(stats.ZeroVariance) {
					p.notes = p.notes.with(NoteZeroVariance)
				}
				if x.published != nil {
					p.notes, p.unsure = p.notes.with(NoteTabulated), true
				}
				for _, w := range []stats.Warning{stats.TooFew, stats.TooFewClusters} {
					if x.published == nil && x.mean.Has(w) && !x.sample.IsCensus() {
						p.notes, p.unsure = p.notes.with(string(w)), true
					}
				}
			}
		}
		p.means = append(p.means, means)
		for r, draw := range v.draws(j, p.variables, means) {
			p.draws[r][j] = draw
		}
	}
	return p
}

// leftOut is the reason for which an answer that may not be seen is no part of a figure over several.
func (x *answer) leftOut() string {
	if x.scaleHeld {
		return NoteScaleLeftOut
	}
	return NoteAudienceLeftOut
}

// visible reports whether there is a mean that may be shown.
func (x *answer) visible() bool {
	return x != nil && !x.suppressed && (x.mean.N > 0 || x.published != nil && !math.IsNaN(x.mean.Value))
}

func (v *view) shown(variable int) int {
	n := 0
	for _, x := range v.answers[variable] {
		if x.visible() {
			n++
		}
	}
	return n
}

// draws returns resamples of the means of one audience: multivariate t around the estimated means with the linearised
// covariance, so that weights, clusters and the finite population enter as they do in every other interval.
func (v *view) draws(audience int, variables []int, means []float64) [][]float64 {
	c := v.tally.cells[audience][v.wave]
	var asked []int
	for k := range variables {
		if !math.IsNaN(means[k]) {
			asked = append(asked, k)
		}
	}
	resamples := v.study.Analysis.Resamples
	if len(asked) == 0 {
		return emptyDraws(resamples, len(means))
	}
	ratings := make([]int, len(asked))
	known := make([]float64, len(asked))
	for n, k := range asked {
		ratings[n], known[n] = variables[k], means[k]
	}
	cov, df := c.units.covariance(c.counts, ratings)
	v.finitePopulation(cov, audience, ratings)
	vector := stats.MeanVector{Means: known, Covariance: cov, DF: df}
	drawn := vector.Draws(resamples, v.study.Analysis.Seed, uint64(audience)<<32|uint64(v.wave))
	if len(asked) == len(means) {
		return drawn
	}
	draws := emptyDraws(resamples, len(means))
	for r, draw := range drawn {
		for n, k := range asked {
			draws[r][k] = draw[n]
		}
	}
	return draws
}

// finitePopulation scales the covariance by 1 − n/N, each rating with its own n; not with clusters.
func (v *view) finitePopulation(cov *mat.SymDense, audience int, ratings []int) {
	population := v.study.Audiences[audience].Population
	if population == 0 || v.tally.cells[audience][v.wave].clusters != nil {
		return
	}
	factor := make([]float64, len(ratings))
	for k, i := range ratings {
		n, _ := v.tally.cells[audience][v.wave].counts[i].answers()
		factor[k] = math.Sqrt(1 - float64(n)/float64(population))
	}
	for k := range factor {
		for l := k; l < len(factor); l++ {
			cov.SetSym(k, l, cov.At(k, l)*factor[k]*factor[l])
		}
	}
}

func emptyDraws(resamples, width int) [][]float64 {
	draws := make([][]float64, resamples)
	undefined := slices.Repeat([]float64{math.NaN()}, resamples*width)
	for r := range draws {
		draws[r], undefined = undefined[:width], undefined[width:]
	}
	return draws
}

func (p *itemMeans) figures(v *view, kind study.Kind) []Figure {
	var figures []Figure
	for k := range p.variables {
		figures = append(figures, p.spread(v, k), p.welch(v, k))
	}
	return append(figures, p.alignment(v, kind))
}

// spread returns max − min of the audiences' means on one item, in the variable's unit.
func (p *itemMeans) spread(v *view, k int) Figure {
	about := &v.variables[p.variables[k]]
	unit := about.scale.Range() / 100
	f := v.key("spread", about, "", "", "spread", about.unit)
	value := spreadOf(p.means, k)
	draws := make([]float64, v.study.Analysis.Resamples)
	for r := range draws {
		draws[r] = spreadOf(p.draws[r], k)
	}
	f.Value, f.Level = Number(value*unit), Number(v.study.Analysis.Confidence)
	low, high := stats.ResampledInterval(value, draws, v.study.Analysis.Confidence)
	f.Low, f.High = Number(math.Max(0, low)*unit), Number(high*unit)
	f.Note = p.itemNotes(v, k)
	if f.Note.Has(NoteZeroVariance) || f.Note.Has(NoteTooFew) || f.Note.Has(NoteTooFewClusters) || f.Note.Has(NoteTabulated) {
		f.Low, f.High = NaN, NaN // an interval that takes a mean as exact would claim too much of a single item
	}
	return f
}

func spreadOf(means [][]float64, k int) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, of := range means {
		if !math.IsNaN(of[k]) {
			low, high = math.Min(low, of[k]), math.Max(high, of[k])
		}
	}
	return high - low
}

// itemNotes collects the codes of the means that an item's figures rest on.
func (p *itemMeans) itemNotes(v *view, k int) Notes {
	var notes Notes
	for _, x := range v.answers[p.variables[k]] {
		switch {
		case x == nil:
		case x.suppressed:
			notes = notes.with(x.leftOut())
		default:
			for _, code := range x.notes(x.mean.Warnings) {
				notes = notes.with(code)
			}
		}
	}
	return notes
}

// welch returns Welch's F over the audiences of one item; its df is the denominator's, the numerator's is the number of
// audiences less one.
func (p *itemMeans) welch(v *view, k int) Figure {
	about := &v.variables[p.variables[k]]
	f := v.key("spread", about, "", "", "welch_f", Statistic)
	var groups []stats.Estimate
	for _, x := range v.answers[p.variables[k]] {
		if x.visible() {
			groups = append(groups, x.mean)
		}
	}
	value, _, df, probability := stats.WelchANOVA(groups)
	f.Value, f.DF, f.P = finite(value), finite(df), Number(probability)
	f.Note = p.itemNotes(v, k)
	return f
}

// alignment returns 100 − mean |gap| in POMP over items and pairs: "as little gap as possible between all".
func (p *itemMeans) alignment(v *view, kind study.Kind) Figure {
	f := v.total("alignment", kind, "", "", "alignment", POMP)
	value := alignmentOf(p.means)
	draws := make([]float64, v.study.Analysis.Resamples)
	for r := range draws {
		draws[r] = alignmentOf(p.draws[r])
	}
	f.Value, f.Level = Number(value), Number(v.study.Analysis.Confidence)
	low, high := stats.ResampledInterval(value, draws, v.study.Analysis.Confidence)
	f.Low, f.High = Number(math.Max(0, low)), Number(math.Min(100, high))
	if f.Note = p.notes; p.unsure {
		f.Low, f.High = NaN, NaN
	}
	return f
}

// alignmentOf averages over every pair of audiences and every item that both have a mean of.
func alignmentOf(means [][]float64) float64 {
	total, pairs := 0.0, 0
	for i := range means {
		for j := i + 1; j < len(means); j++ {
			for k := range means[i] {
				if d := math.Abs(means[i][k] - means[j][k]); !math.IsNaN(d) {
					total += d
					pairs++
				}
			}
		}
	}
	if pairs == 0 {
		return math.NaN()
	}
	return 100 - total/float64(pairs)
}
