package gate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// change measures a quantity now and in the baseline or an earlier wave, and returns the difference with its interval.
func (m *measurer) change(o *operand, s subject, in unit) measured {
	inner := o.inner
	if in == shareDiff && inner.measured().of.units[0] == share {
		in = share
	}
	then, from := m.baseline, "the baseline"
	if o.wave != "" {
		then, from = m.waves[o.wave], "wave "+o.wave
	}
	now := m.operand(inner, s, in)
	switch {
	case now.missing != "":
		return now
	case then == nil && o.wave == "":
		return absent("there is no baseline")
	case then == nil:
		return absent("the result has no " + from)
	}
	other := m.otherSince(inner.measured(), s, o.wave)
	if o.wave == "" {
		other = absent(m.incomparable(inner.measured(), s))
	}
	if other.missing != "" {
		return other
	}
	if x, known := m.changeFigure(o, s, in); known {
		return x
	}
	earlier := then.operand(inner, s, in)
	if earlier.missing != "" {
		earlier.missing = "in " + from + ": " + earlier.missing
		return earlier
	}
	return now.minus(earlier)
}

// changeFigure returns the change since the wave before as the analysis has it: it knows who answered both times.
func (m *measurer) changeFigure(o *operand, s subject, in unit) (measured, bool) {
	q := o.inner.quantity
	waves := m.result.Waves
	if q == nil || o.wave == "" || slices.Index(waves, o.wave) != len(waves)-2 || s.segment != "" {
		return measured{}, false
	}
	audiences, item := q.on(s)
	if q.of.kind == study.OutcomeKind {
		item = "outcome"
	}
	statistic := map[source]string{{"profile", "mean"}: "mean_change", {"gap", "difference"}: "gap_change"}[q.of.source]
	if statistic == "" || m.construct(item) != nil {
		return measured{}, false
	}
	s.id = item
	figure := func(audience string) *analysis.Figure {
		return m.figures[fmt.Sprintf("change/%s/%s/%s/%s@wave=%s:%s", q.of.kind, audience, item, statistic, o.wave, m.wave)]
	}
	if f := figure(strings.Join(audiences, ":")); f != nil {
		return m.read(f, q, s, in), true
	}
	if len(audiences) == 2 {
		if f := figure(audiences[1] + ":" + audiences[0]); f != nil {
			x := m.read(f, q, s, in)
			x.value, x.low, x.high, x.n, x.nVersus = -x.value, -x.high, -x.low, x.nVersus, x.n
			return x, true
		}
	}
	return measured{}, false
}

// otherSince says why a question is not the one of an earlier wave: the analysis refuses its change from one wave to the next on
// the way, for its words or its scale. Nothing is missing if it is the same.
func (m *measurer) otherSince(q *quantity, s subject, since string) measured {
	audiences, item := q.on(s)
	items := []string{item}
	if c := m.construct(item); c != nil {
		items = c.Items
	}
	if q.of.kind == study.OutcomeKind {
		items = []string{"outcome"}
	}
	waves := m.result.Waves
	for i := max(1, slices.Index(waves, since)+1); i < len(waves); i++ {
		for _, of := range items {
			for _, audience := range audiences {
				f := m.figures[fmt.Sprintf("change/%s/%s/%s/mean_change@wave=%s:%s", q.of.kind, audience, of, waves[i-1], waves[i])]
				for _, note := range []string{study.Reworded, analysis.NoteRescaled} {
					if f != nil && f.Note.Has(note) {
						x := absent(fmt.Sprintf("%s of %s is another question since wave %s: %s", of, audience, waves[i], note))
						x.doubtful = note == analysis.NoteRescaled
						return x
					}
				}
			}
		}
	}
	return absent("")
}

// incomparable says why a quantity of the baseline is of another question; empty if it is of the same.
func (m *measurer) incomparable(q *quantity, s subject) string {
	audiences, item := q.on(s)
	s.id = item
	switch {
	case q.of.overItems() && !slices.Equal(m.shared(q, s), m.baseline.shared(q, s)):
		return "the baseline has other items: " + q.of.name + " of now and then are not of the same"
	case q.of.overItems():
		for _, id := range m.shared(q, s) {
			if why := m.otherRating(q, audiences, id); why != "" {
				return why
			}
		}
		return ""
	case q.of.kind == study.OutcomeKind:
		return m.otherRating(q, audiences, "outcome")
	case m.construct(item) == nil:
		return m.otherRating(q, audiences, s.id)
	case !slices.Equal(m.shared(q, s), m.baseline.shared(q, s)):
		return "the baseline has other items under " + item
	}
	for _, id := range m.construct(item).Items {
		if why := m.otherRating(q, audiences, id); why != "" {
			return why
		}
	}
	return ""
}

// otherRating says why what a quantity takes from an item is another question than in the baseline: its scale, its words, or of what is taken from the
// importance too those of either.
func (m *measurer) otherRating(q *quantity, audiences []string, item string) string {
	kinds := []study.Kind{q.of.kind}
	if q.of.analysis == "shortfall" {
		kinds = append(kinds, study.Importance)
	}
	for _, kind := range kinds {
		if why := m.otherQuestion(q, audiences, m.ratingOf(kind, item), m.baseline.ratingOf(kind, item)); why != "" {
			return why
		}
		if why := m.baseline.kept.otherWords(kind, item, audiences); why != "" {
			return why
		}
	}
	return ""
}

// otherRows says of a comparison with a baseline in which way it is of other people, or of the same who count otherwise.
func (m *measurer) otherRows(c *comparison, s subject) string {
	var all []string
	for _, o := range []*operand{c.value, c.limit} {
		if m.baseline == nil || m.baseline.kept == nil || !o.needsBaseline() {
			continue
		}
		audiences, _ := o.measured().on(s)
		for _, text := range m.baseline.kept.otherRows(audiences) {
			if !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	return strings.Join(all, "; ")
}

// otherQuestion says why two ratings cannot be compared; empty if they can.
func (m *measurer) otherQuestion(q *quantity, audiences []string, now, then *analysis.Rating) string {
	if now == nil || then == nil {
		return ""
	}
	for _, a := range now.Asked {
		for _, b := range then.Asked {
			if a.Audience == b.Audience && a.Scale != b.Scale && (len(audiences) == 0 || slices.Contains(audiences, a.Audience)) {
				return fmt.Sprintf("%s answered on %s in the baseline, and on %s now", a.Audience, b.Scale, a.Scale)
			}
		}
	}
	if q.of.boxed() && (now.TopBox != then.TopBox || now.BottomBox != then.BottomBox) {
		return "the baseline counts other points of the scale as a box"
	}
	return ""
}

// shared returns the items that a figure over all of them, or over those of a construct, rests on.
func (m *measurer) shared(q *quantity, s subject) []string {
	audiences, _ := q.on(s)
	if m.over != nil {
		return m.over[m.id(q, audiences, s)]
	}
	if c := m.construct(s.id); c != nil {
		return slices.Sorted(slices.Values(c.Items))
	}
	return itemsAsked(m.result.Items, q.of.kind)
}

// itemsAsked returns the items of a kind that at least two audiences were asked, sorted.
func itemsAsked(items []analysis.Item, kind study.Kind) []string {
	var ids []string
	for _, item := range items {
		for _, r := range item.Ratings {
			if r.Kind == kind && r.Perspective == "own" && len(r.Asked) > 1 {
				ids = append(ids, item.ID)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// minus returns the difference to another, independent measurement. Two t intervals give Welch's interval of the difference,
// from the stored standard errors and degrees of freedom; any others Newcombe's hybrid of the two intervals (the square
// root of the sum of the squared distances to their ends), which needs no respondents either.
//
// Where the same people answered both, their answers agree and the true interval is shorter: this one errs on the side of
// deciding nothing.
func (x measured) minus(then measured) measured {
	if then.missing != "" {
		return then
	}
	d := x
	d.value = x.value - then.value
	d.least = least(x.least, then.least)
	d.small = x.small || then.small
	if math.IsNaN(d.nVersus) {
		d.nVersus = then.n
	}
	switch {
	case !x.bounded() || !then.bounded():
		d.low, d.high, d.se, d.df = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	case x.isExact() && then.isExact():
		d.low, d.high, d.se = d.value, d.value, 0
	case x.hasT() && then.hasT():
		level := x.level
		if x.isExact() {
			level = then.level
		}
		w := stats.Welch(x.estimate(), then.estimate(), level)
		d.low, d.high, d.se, d.df, d.level = w.Low, w.High, w.SE, w.DF, level
	case !x.isExact() && !then.isExact() && x.level != then.level:
		return absent(fmt.Sprintf("one interval is of %[2]g %%, the earlier one of %[1]g %%", 100*then.level, 100*x.level))
	default:
		if x.isExact() {
			d.level = then.level
		}
		d.low = d.value - math.Hypot(x.value-x.low, then.high-then.value)
		d.high = d.value + math.Hypot(x.high-x.value, then.value-then.low)
		d.se, d.df = math.NaN(), math.NaN()
	}
	return d
}

// bounded reports whether anything is known of how sure a measurement is: it has an interval, or is exact.
func (x measured) bounded() bool { return !math.IsNaN(x.low) && !math.IsNaN(x.high) }

// hasT reports whether the interval is a t interval, or needs none.
func (x measured) hasT() bool {
	return x.isExact() || !math.IsNaN(x.se) && !math.IsNaN(x.df)
}

// estimate returns what Welch's interval needs of a measurement.
func (x measured) estimate() stats.Estimate {
	e := stats.Undefined(0, math.NaN(), x.level)
	e.Value, e.SE, e.DF = x.value, x.se, x.df
	if x.isExact() {
		e.SE, e.DF, e.Warnings = 0, math.Inf(1), []stats.Warning{stats.Census}
	}
	return e
}
