package analysis

import "github.com/cxgap/cxgap/analysis/stats"

// plannedPower is the chance with which a true gap of the size of the margin is to be found (METHODS section 4).
const plannedPower = 0.8

// settle returns what would settle a gap that is inconclusive: the n needed of each audience, and beside it, for every
// gap, the smallest true gap that the present sample finds with the same power.
func (v *view) settle(g *gap) []Figure {
	a := alpha(v.study)
	detectable := v.of(g, "minimum_detectable_gap", g.a.variable.unit)
	detectable.Value = Number(stats.DetectableGap(g.difference.SE, g.difference.DF, a, plannedPower))
	if g.verdict != Inconclusive {
		return []Figure{detectable}
	}
	needed, versus := v.of(g, "n_needed", Count), v.of(g, "n_needed_versus", Count)
	if n := stats.SampleSize(g.a.respondents(), g.b.respondents(), g.a.variable.margin, a, plannedPower); n > 0 {
		needed.Value, versus.Value = g.a.atMost(n), g.b.atMost(n)
	} else {
		needed.Note, versus.Note = needed.Note.with(NoteOutOfReach), versus.Note.with(NoteOutOfReach)
	}
	return []Figure{detectable, needed, versus}
}

// atMost caps a number of answers at the population of the audience.
func (x *answer) atMost(n int) Number {
	if x.audience.Population > 0 {
		n = min(n, x.audience.Population)
	}
	return Number(n)
}

// respondents returns what one more respondent of the audience would bring: the variance of the mean times n, with the
// design effect of weights and clusters, without the finite population correction.
func (x *answer) respondents() stats.Respondents {
	if x.sample.IsCensus() {
		return stats.Respondents{Variance: x.sample.Variance(), Population: x.audience.Population}
	}
	n := float64(x.mean.N)
	r := stats.Respondents{Variance: x.mean.SE * x.mean.SE * n}
	if x.audience.Population > 0 && x.sample.Clusters == nil {
		r.Population = x.audience.Population
		r.Variance /= 1 - n/float64(x.audience.Population)
	}
	return r
}
