package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// published is what is known of an answer that comes from a table of results: figures without respondents.
type published struct {
	share float64 // of the top box; NaN: not published
	base  int     // 0: not published
}

// publish takes the figures of a table for an answer. They are public: no minimum base applies.
func (x *answer) publish(figures []study.Tabulated, level float64) {
	x.published, x.suppressed = &published{share: math.NaN()}, false
	base := 0
	for _, f := range figures {
		switch f.Statistic {
		case study.TabulatedTopBox:
			x.published.share, x.published.base = f.Value, f.Base
		case study.TabulatedMean:
			base = f.Base
			x.mean.Value = f.Value
			if x.variable.unit == POMP {
				x.mean.Value = x.counts.scale.POMP(f.Value)
			}
		}
	}
	value := x.mean.Value
	x.mean = stats.Undefined(base, known(base), level, stats.Tabulated)
	x.mean.Value = value
}

// rated reports whether there is something to compare with another rating: a mean that may be seen, or a published share.
func (x *answer) rated() bool {
	return x.visible() || x != nil && x.published != nil && !math.IsNaN(x.published.share)
}

// bothPublish reports whether two published answers have one statistic in common, the mean or the share of the top box.
func bothPublish(x, y *answer) bool {
	return !math.IsNaN(x.mean.Value+y.mean.Value) || !math.IsNaN(x.published.share+y.published.share)
}

// notPublished says of the figures of a published answer that have no number that they were not published: answers that are too few is no
// reason where nobody has the answers.
func (x *answer) notPublished(figures []Figure) []Figure {
	if x.published == nil {
		return figures
	}
	for i := range figures {
		switch f := &figures[i]; {
		case f.Value.Defined():
		case f.Statistic == "mean" && x.shareAlone():
			f.Note = f.Note.with(NoteNoMean)
		default:
			f.Note = f.Note.without(NoteTooFew).with(NoteTabulated).with(NoteNotPublished)
			if f.N == 0 {
				f.N, f.NEffective = NaN, NaN // nobody knows how many
			}
		}
	}
	return figures
}

// shareAlone reports whether the share of the top box was published and no mean.
func (x *answer) shareAlone() bool {
	return x.published != nil && math.IsNaN(x.mean.Value) && !math.IsNaN(x.published.share)
}

// known returns a base as a number; NaN if it was not published.
func known(base int) float64 {
	if base == 0 {
		return math.NaN()
	}
	return float64(base)
}

// topBox returns the published share, with Wilson's interval where its base is known.
func (p *published) topBox(level float64) stats.Estimate {
	e := stats.Undefined(p.base, known(p.base), level)
	e.Value = p.share
	switch {
	case math.IsNaN(p.share):
		e.Warnings = []stats.Warning{stats.Tabulated}
	case p.base == 0:
		e.Warnings = []stats.Warning{stats.UnknownBase}
	default:
		e.SE = math.Sqrt(p.share * (1 - p.share) / float64(p.base))
		e.ScoreBase = float64(p.base)
		e.Low, e.High = stats.Wilson(p.share, e.ScoreBase, level)
		e.Method = "wilson"
	}
	return e
}

// tabulated returns the figures of a table for one audience, wave and rating.
func (a *analyzer) tabulated(audience, wave, rating int) []study.Tabulated {
	var figures []study.Tabulated
	for _, f := range a.published {
		if f.Audience == audience && f.Wave == wave && f.Rating == rating {
			figures = append(figures, f)
		}
	}
	return figures
}
