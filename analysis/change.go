package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// The verdicts on a gap from one wave to the next (METHODS section 10).
const (
	Narrowed      = "narrowed"
	Widened       = "widened"
	Reversed      = "reversed"
	Changed       = "changed" // established with another sign, and of neither size shown
	Unchanged     = "unchanged"
	NoClearChange = "no clear change"
)

// waveGaps is one wave's view with its gaps.
type waveGaps struct {
	view        *view
	gaps        *gaps
	importances []*importance
	journeys    journeys
}

// changes compares a wave with the one before it: the means of every audience, and the gaps of every pair.
func changes(before, after waveGaps) []Figure {
	c := &change{before: before, after: after, means: map[*answer]meanChange{}}
	var figures []Figure
	for i := range after.view.answers {
		for j := range after.view.answers[i] {
			a, b := before.view.answers[i][j], after.view.answers[i][j]
			if a != nil && b != nil {
				figures = append(figures, c.mean(a, b)...)
				figures = append(figures, c.matched(a, b)...)
				figures = append(figures, c.netPromoters(a, b)...)
			}
		}
	}
	for _, g := range after.gaps.all {
		if earlier := before.gaps.find(g.a.variable, g.a.audience, g.b.audience); earlier != nil {
			figures = append(figures, c.gap(earlier, g)...)
		}
	}
	c.adjust(figures)
	return figures
}

type change struct {
	before, after waveGaps
	means         map[*answer]meanChange // by later answer
}

// meanChange is the change of a mean.
type meanChange struct {
	stats.Difference
	pooled  stats.Estimate // with one variance for both waves
	matched int            // respondents who answered in both waves, as far as one can know
	paired  bool           // these are taken for the same people
}

func (d meanChange) step() meanStep { return meanStep{d.Estimate, d.pooled} }

// wave names the two waves of a change.
func (c *change) wave() string {
	names := c.after.view.waves()
	return names[c.before.view.wave] + ":" + names[c.after.view.wave]
}

// figure returns a figure of the change without numbers.
func (c *change) figure(about *variable, audience, versus, statistic string, unit Unit) Figure {
	f := c.after.view.key("change", about, audience, versus, statistic, unit)
	f.Wave = c.wave()
	f.ID = f.name(about.rating)
	return f
}

func (c *change) mean(before, after *answer) []Figure {
	about := after.variable
	f := c.figure(about, after.audience.ID, "", "mean_change", about.unit)
	d := c.of(before, after)
	f.estimate(d.Estimate)
	f.P = Number(d.P)
	f.NVersus, f.NEffectiveVersus = Number(before.mean.N), Number(before.mean.NEffective)
	f.Note = after.notes(d.Warnings)
	for _, code := range before.notes(nil) {
		f.Note = f.Note.with(code)
	}
	if d.paired {
		f.Note = f.Note.with(NoteMatched)
	}
	c.refuse(&f, about, [][2]*answer{{before, after}})
	if before.suppressed || after.suppressed {
		f.suppress()
	}
	pooled := stats.Contrast([]stats.Estimate{d.pooled}, []float64{1}, d.Level)
	return []Figure{f, f.pooledRow(about.rating, pooled, pooled.P)}
}

// netPromoters returns the change of the net promoter score, as of different people: of those who answered twice it is known too
// wide an interval rather than too narrow a one.
func (c *change) netPromoters(before, after *answer) []Figure {
	about := after.variable
	if !about.rating.NPS {
		return nil
	}
	f := c.figure(about, after.audience.ID, "", "nps_change", NPSPoints)
	then, now := before.promoterScores(), after.promoterScores()
	d := stats.Welch(now, then, c.after.view.study.Analysis.Confidence)
	f.estimate(d.Estimate)
	f.P = Number(d.P)
	f.NVersus, f.NEffectiveVersus = Number(then.N), Number(then.NEffective)
	f.Note = after.notes(d.Warnings)
	for _, code := range before.notes(nil) {
		f.Note = f.Note.with(code)
	}
	c.refuse(&f, about, [][2]*answer{{before, after}})
	if before.netHidden(c.before.view, then) || after.netHidden(c.after.view, now) {
		f.suppress()
	}
	return []Figure{f}
}

// of returns the change of a mean, paired where respondents who answered in both waves are known by their ids and enough to be
// shown; the others are independent of each other.
func (c *change) of(before, after *answer) meanChange {
	d, known := c.means[after]
	if known {
		return d
	}
	level := c.after.view.study.Analysis.Confidence
	d.matched = c.matches(before, after)
	if d.paired = d.matched > 0 && !c.hidden(after.audience, d.matched); d.paired {
		d.Difference = c.overlap(before, after).Change(before.sample, after.sample, level)
	} else {
		d.Difference = stats.Welch(after.mean, before.mean, level)
	}
	from, to := stats.SampleMean{Sample: before.sample, Mean: before.mean}, stats.SampleMean{Sample: after.sample, Mean: after.mean}
	d.pooled = stats.PoolVariances([]stats.SampleMean{from, to}).Change(d.Estimate, from, to, d.paired)
	c.means[after] = d
	return d
}

// hidden reports whether so few matched respondents may not be told; that there are none, as little.
func (c *change) hidden(a *study.Audience, matched int) bool {
	return a.Anonymous && matched < c.after.view.study.Privacy.MinimumBase
}

// matched returns how many respondents of an audience answered a rating in both waves; nothing if nobody can know.
func (c *change) matched(before, after *answer) []Figure {
	if !c.after.view.tally.panels[c.after.view.study.Audience(after.audience.ID)].knows() {
		return nil
	}
	f := c.figure(after.variable, after.audience.ID, "", "matched", Count)
	n := c.of(before, after).matched
	f.Value = Number(n)
	if before.suppressed || after.suppressed || c.hidden(after.audience, n) {
		f.suppress()
	}
	return []Figure{f}
}

// refuse takes the numbers out of a change that may be one of the question's words. Answers on another scale are hidden in their wave, and so are
// their changes.
func (c *change) refuse(f *Figure, about *variable, answers [][2]*answer) {
	for _, x := range answers {
		if about.rating.Columns[x[1].audience.ID].Reworded {
			f.Value, f.SE, f.Low, f.High, f.P, f.DF, f.Verdict = NaN, NaN, NaN, NaN, NaN, NaN, ""
			f.Note = f.Note.with(study.Reworded)
		}
	}
}

// gap returns the change of a gap, (gap after) − (gap before), with the variance of the four means; of an audience whose
// respondents are matched, with that of their changes.
func (c *change) gap(before, after *gap) []Figure {
	about := after.a.variable
	level := c.after.view.study.Analysis.Confidence
	f := c.figure(about, after.a.audience.ID, after.b.audience.ID, "gap_change", about.unit)
	a, b := c.of(before.a, after.a), c.of(before.b, after.b)
	d, pooled := tested(a.step(), b.step(), level)
	if a.paired || b.paired {
		f.Note = f.Note.with(NoteMatched)
	}
	f.estimate(d.Estimate)
	f.P = Number(d.P)
	f.bases(after)
	for _, w := range d.Warnings {
		f.Note = f.Note.with(string(w))
	}
	f.Verdict = changeVerdict(before, after, d, alpha(c.after.view.study))
	c.refuse(&f, about, [][2]*answer{{before.a, after.a}, {before.b, after.b}})
	if before.suppressed || after.suppressed {
		f.suppress()
	}
	return []Figure{f, f.pooledRow(about.rating, pooled, pooled.P)}
}

func changeVerdict(before, after *gap, d stats.Difference, alpha float64) string {
	was, is := before.difference.Value, after.difference.Value
	offZero := d.Low > 0 || d.High < 0 || d.Has(stats.Census) && d.Value != 0
	switch {
	case before.verdict == "" || after.verdict == "":
		return ""
	case before.established() && after.established() && was*is < 0:
		return Reversed
	case offZero && was*is > 0 && math.Abs(is) < math.Abs(was):
		return Narrowed
	case offZero && was*is > 0:
		return Widened
	case offZero:
		return turnedVerdict(before.difference, after.difference, d)
	case stats.TOST(d, after.a.variable.margin) < alpha || d.Has(stats.Census) && math.Abs(d.Value) < after.a.variable.margin:
		return Unchanged
	}
	return NoClearChange
}

// turnedVerdict tells of a gap whose change d is shown, and whose sign is another than before, whether its size has changed too:
//
//	is² − was² = (is − was)·(is + was)
//
// so with d on one side of 0, the gap has narrowed if the interval of the sum was + is lies on the side of the earlier gap, widened if on that
// of the later one. The sum has the variance of the change where the waves are independent, and 2·(SE_was² + SE_is²) − SE_d² always: the
// covariance of respondents matched by id counts with the other sign. Its degrees of freedom are taken to be those of the change, which they are
// of independent waves. Without sampling error the sizes themselves are compared. That two statements are shown, each at the level of the
// interval, needs no adjustment: the claim is made only if both are (Berger 1982, intersection–union tests, Technometrics 24, 295–300).
func turnedVerdict(before, after, d stats.Difference) string {
	sum := before.Value + after.Value
	reach := stats.TQuantile(d.DF, d.Level) * math.Sqrt(2*(before.SE*before.SE+after.SE*after.SE)-d.SE*d.SE)
	if d.Has(stats.Census) {
		reach = 0
	}
	switch {
	case !(math.Abs(sum) > reach):
		return Changed
	case sum*before.Value > 0:
		return Narrowed
	}
	return Widened
}

// established reports whether the difference of a gap is established.
func (g *gap) established() bool { return g.verdict == Disparity || g.verdict == Trivial }
