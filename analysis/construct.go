package analysis

import (
	"errors"
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// ScoredAlpha is the reliability under which items are not scored as one construct (METHODS section 10).
const ScoredAlpha = 0.6

// construct is the score of one audience on a construct.
type construct struct {
	of         *study.Construct
	audience   *study.Audience
	scores     *scoreCounts
	mean       stats.Estimate // in scale points
	alpha      stats.Estimate
	scored     bool
	suppressed bool
	thin       bool // too few answered every item: nothing may be seen of how these go together
	census     bool
}

// constructFigures returns reliability and scores of every construct, and how the audiences' scores differ.
func (v *view) constructFigures() []Figure {
	var figures []Figure
	for k, of := range v.study.Constructs {
		var scored []*construct
		for j := range v.study.Audiences {
			c := v.cells[j]
			if c == nil || k >= len(c.scores) || c.scores[k] == nil {
				continue
			}
			if n, _ := c.scores[k].table.answers(); n == 0 {
				continue
			}
			x := v.construct(of, j, c.scores[k])
			figures = append(figures, v.reliability(x)...)
			scored = append(scored, x)
		}
		for i, a := range scored {
			for _, b := range scored[i+1:] {
				if a.scores.scale.Same(b.scores.scale) {
					figures = append(figures, v.scoreDifference(a, b))
				}
			}
		}
	}
	v.adjustScores(figures)
	return figures
}

func (v *view) construct(of *study.Construct, j int, s *scoreCounts) *construct {
	audience, d := v.study.Audiences[j], v.discloser(v.study.Audiences[j], v.cells[j].n)
	x := &construct{of: of, audience: audience, scores: s}
	level := v.study.Analysis.Confidence
	sample := s.sample(audience.Population)
	x.mean, x.census = sample.Mean(level), sample.IsCensus()
	x.alpha = stats.Alpha(s.moments.Covariance(), s.moments.N, s.moments.NEffective(), level)
	x.scored = !(x.alpha.Value < ScoredAlpha) && !math.IsNaN(x.alpha.Value)
	x.suppressed = d.hides(sample, x.mean.N)
	for _, i := range s.ratings { // the score less the items that are shown would be the hidden one
		x.suppressed = x.suppressed || v.answers[i][j].suppressed
	}
	x.thin = d.tooFew(s.moments.N)
	return x
}

// sample returns the scores as a frequency table: entries with one value are merged, for a sample's values are distinct.
func (s *scoreCounts) sample(population int) stats.Sample {
	return distinct(s.table.sample(population, func(c study.Code) float64 { return s.scale.Low + s.values[c]*s.scale.Step }))
}

// distinct sorts a frequency table by value and merges equal values.
func distinct(s stats.Sample) stats.Sample {
	order := make([]int, 0, len(s.Values))
	for k, n := range s.Count {
		if n > 0 {
			order = append(order, k)
		}
	}
	sortBy(order, func(a, b int) bool { return s.Values[a] < s.Values[b] })
	merged := stats.Sample{Population: s.Population}
	if s.Clusters != nil {
		merged.Clusters = make([]stats.ClusterCells, len(s.Clusters))
	}
	place := make([]int, len(s.Values))
	for _, k := range order {
		last := len(merged.Values) - 1
		if last < 0 || s.Values[k]-merged.Values[last] > 1e-12*math.Abs(s.Values[k]) {
			merged.Values = append(merged.Values, s.Values[k])
			merged.Count = append(merged.Count, 0)
			merged.Weight, merged.Weight2 = append(merged.Weight, 0), append(merged.Weight2, 0)
			last++
		}
		merged.Count[last] += s.Count[k]
		merged.Weight[last] += s.Weight[k]
		merged.Weight2[last] += s.Weight2[k]
		place[k] = last
	}
	for c, cells := range s.Clusters {
		for _, cell := range cells {
			merged.Clusters[c] = merged.Clusters[c].Add(place[cell.Value], int(cell.Count), cell.Weight)
		}
	}
	return merged
}

func (v *view) constructFigure(x *construct, versus, item, statistic string, unit Unit) Figure {
	f := v.total("construct", study.Performance, x.audience.ID, versus, statistic, unit)
	f.Item, f.Segment = item, v.segment
	f.ID = f.name(&study.Rating{Kind: study.Performance})
	return f
}

// reliability returns how well the items of a construct hang together in one audience, and its score.
func (v *view) reliability(x *construct) []Figure {
	alpha := v.constructFigure(x, "", x.of.ID, "alpha", Statistic)
	alpha.estimate(x.alpha)
	alpha.SE = NaN
	alpha.Note = withWarnings(v.scoreNotes(x), x.alpha.Warnings)
	if x.scores.table.clusters != nil && alpha.Low.Defined() {
		alpha.Note = alpha.Note.with(NoteClustersUnused)
	}
	omega := v.constructFigure(x, "", x.of.ID, "omega", Statistic)
	omega.N, omega.NEffective = alpha.N, alpha.NEffective
	omega.Note = v.scoreNotes(x)
	value, _, err := stats.Omega(x.scores.moments.Correlation())
	omega.Value = Number(value)
	if err != nil {
		omega.Note = omega.Note.with(noOmega(err))
	}
	score := v.constructFigure(x, "", x.of.ID, "score", Points)
	score.estimate(x.mean)
	score.Note = withWarnings(v.scoreNotes(x), x.mean.Warnings)
	if !x.scored {
		score.Value, score.SE, score.Low, score.High = NaN, NaN, NaN, NaN
		score.Note = score.Note.with(NoteNotScored)
	}
	figures := []Figure{alpha, omega, score}
	for i, r := range stats.CorrectedItemTotal(x.scores.moments.Covariance()) {
		item := v.variables[x.scores.ratings[i]].rating.Item.ID
		f := v.constructFigure(x, "", x.of.ID+":"+item, "item_total", Statistic)
		f.Value, f.N, f.Note = Number(r), alpha.N, v.scoreNotes(x)
		if math.IsNaN(r) {
			f.Note = f.Note.with(NoteZeroVariance)
		}
		if r < 0 {
			f.Note = f.Note.with(NoteNegativeItemTotal)
		}
		figures = append(figures, f)
	}
	for i := range figures {
		if x.suppressed || x.thin && figures[i].Statistic != score.Statistic {
			figures[i].suppress()
		}
	}
	return figures
}

// noOmega returns the code of the reason why there is no omega.
func noOmega(err error) string {
	switch {
	case errors.Is(err, stats.ErrFewItems):
		return NoteTooFewItems
	case errors.Is(err, stats.ErrConstant):
		return NoteConstantItem
	case errors.Is(err, stats.ErrNoFactor):
		return NoteNoFactor
	}
	return NoteHeywood
}

func (v *view) scoreNotes(x *construct) Notes {
	if x.mean.N < indicativeBase && !x.census {
		return Notes{NoteSmallBase}
	}
	return nil
}

// scoreDifference is the perception gap of a construct: Welch on the scores.
func (v *view) scoreDifference(a, b *construct) Figure {
	f := v.constructFigure(a, b.audience.ID, a.of.ID, "difference", Points)
	switch {
	case a.suppressed || b.suppressed:
		f.suppress()
		return f
	case !a.scored || !b.scored:
		f.Note = f.Note.with(NoteNotScored)
		return f
	}
	d := stats.Welch(a.mean, b.mean, v.study.Analysis.Confidence)
	f.estimate(d.Estimate)
	f.P = Number(d.P)
	f.N, f.NEffective = Number(a.mean.N), Number(a.mean.NEffective)
	f.NVersus, f.NEffectiveVersus = Number(b.mean.N), Number(b.mean.NEffective)
	f.Note = withWarnings(append(v.scoreNotes(a), v.scoreNotes(b)...), d.Warnings)
	return f
}

// adjustScores adjusts the p-values of all differences of scores: a family of their own.
func (v *view) adjustScores(figures []Figure) {
	var of []int
	var p []float64
	for i, f := range figures {
		if f.Statistic == "difference" && f.P.Defined() {
			of, p = append(of, i), append(p, float64(f.P))
		}
	}
	for n, adjusted := range v.adjustment()(p) {
		figures[of[n]].PAdjusted, figures[of[n]].Family = Number(adjusted), Number(len(p))
	}
}
