package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// beliefGaps compares the share of the first audience that believes in the top box with the share of the last that lives
// it: "80 % believe, 8 % agree" (METHODS section 5), for each performance item and the outcome.
func (v *view) beliefGaps(g *gaps) []Figure {
	first, last := v.study.Audiences[0], v.study.Audiences[len(v.study.Audiences)-1]
	var figures []Figure
	for i := range v.variables {
		about := &v.variables[i]
		if about.rating.Of != "" || about.rating.Kind != study.Performance && about.rating.Kind != study.OutcomeKind {
			continue
		}
		if x := g.find(about, first, last); x != nil {
			figures = append(figures, v.beliefGap(x)...)
		}
	}
	return figures
}

func (v *view) beliefGap(g *gap) []Figure {
	level, k := v.study.Analysis.Confidence, g.a.variable.top
	figure := func(statistic string, unit Unit) Figure {
		f := v.key("belief_gap", g.a.variable, g.a.audience.ID, g.b.audience.ID, statistic, unit)
		f.bases(g)
		return f
	}
	difference, ratio, odds := figure("difference", ShareDiff), figure("ratio", Ratio), figure("odds_ratio", Ratio)
	if g.a.variable.same {
		a, b := g.a.top(), g.b.top()
		v.newcombe(&difference, a, b)
		v.ratio(&ratio, stats.ShareRatio(a, b, level))
		odds.Note = odds.Note.with(NoteUnweighted)
		switch {
		case math.IsNaN(a.Value) || math.IsNaN(b.Value):
			odds.Note = odds.Note.with(g.noShare(a, b))
		case a.N == 0 || b.N == 0:
			odds.Note = odds.Note.with(NoteUnknownBase)
		default:
			xa, xb := g.a.counted(k), g.b.counted(k)
			odds.Value = Number(stats.OddsRatio(xa, a.N, xb, b.N))
			odds.P = Number(stats.FisherExact(xa, a.N, xb, b.N))
			if !odds.Value.Defined() {
				odds.Note = odds.Note.with(NoteZeroShare)
			}
		}
		for _, f := range []*Figure{&difference, &ratio, &odds} { // the bases are those of the shares
			f.N, f.NVersus, f.NEffective, f.NEffectiveVersus = baseOf(a), baseOf(b), Number(a.NEffective), Number(b.NEffective)
		}
	}
	figures := []Figure{difference, ratio, odds}
	if g.suppressed || g.a.variable.same && v.tellsOf(g, g.a.top(), g.b.top()) {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

// noShare is why one of two shares in the top box has no number.
func (g *gap) noShare(a, b stats.Estimate) string {
	if g.a.published != nil && math.IsNaN(a.Value) || g.b.published != nil && math.IsNaN(b.Value) {
		return NoteNotPublished
	}
	return NoteTooFew
}

// ratio fills in a ratio, whose interval may have one end only.
func (v *view) ratio(f *Figure, e stats.Estimate) {
	f.Value, f.SE, f.Low, f.High, f.Level = Number(e.Value), Number(e.SE), Number(e.Low), Number(e.High), Number(e.Level)
	for _, w := range e.Warnings {
		f.Note = f.Note.with(string(w))
	}
}

// counted returns the unweighted number of answers in the top k boxes.
func (x *answer) counted(k int) int {
	if x.published != nil {
		return int(math.Round(x.published.share * float64(x.published.base)))
	}
	in, n := x.box(k, true), 0
	for i, value := range x.sample.Values {
		if in(value) {
			n += x.sample.Count[i]
		}
	}
	return n
}
