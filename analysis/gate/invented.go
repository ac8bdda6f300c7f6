package gate

import (
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// invented is what a rule test says of quantities, in place of the figures of a result.
type invented struct {
	values map[string]inventedValue // by the words of an operand
}

// inventedValue is a measurement with the unit that it is in.
type inventedValue struct {
	measured
	unit unit
}

// words names a quantity or a change of one on a subject, as rule tests write it.
func (o *operand) words(s subject) string {
	if o.function == absolute {
		return o.inner.words(s)
	}
	q := o.measured()
	audiences, item := q.on(s)
	if q.of.item && item != "" {
		audiences = append(audiences, item)
	}
	text := q.of.name + "(" + strings.Join(audiences, ", ") + ")"
	if o.function == change {
		since := "baseline"
		if o.wave != "" {
			since = `"` + o.wave + `"`
		}
		text = "change(" + text + ", " + since + ")"
	}
	if s.segment != "" {
		text += "@" + s.segment
	}
	return text
}

// mirrored is the same with the two audiences exchanged, as a gap is stored once; nil if there are not two.
func (o *operand) mirrored() *operand {
	q := o.measured()
	if len(q.audiences) != 2 {
		return nil
	}
	other := *q
	other.audiences = []string{q.audiences[1], q.audiences[0]}
	return &operand{function: o.function, inner: &operand{quantity: &other}, wave: o.wave, quantity: &other}
}

// has reports whether a rule test says anything of an operand on a subject.
func (v *invented) has(o *operand, s subject) bool {
	if v == nil {
		return false
	}
	_, found := v.values[o.words(s)]
	if mirrored := o.mirrored(); !found && mirrored != nil {
		_, found = v.values[mirrored.words(s)]
	}
	return found
}

// recall returns what the rule test says of an operand, in the unit of the limit.
func (m *measurer) recall(o *operand, s subject, in unit) measured {
	if v, found := m.given.values[o.words(s)]; found {
		return m.in(v, o, s, in)
	}
	if mirrored := o.mirrored(); mirrored != nil {
		if v, found := m.given.values[mirrored.words(s)]; found {
			x := m.in(v, mirrored, s, in)
			x.value, x.low, x.high, x.n, x.nVersus = -x.value, -x.high, -x.low, x.nVersus, x.n
			return x
		}
	}
	return absent("the case says nothing of " + o.words(s))
}

// in turns an invented value into the unit of a limit.
func (m *measurer) in(v inventedValue, o *operand, s subject, to unit) measured {
	x := v.measured
	if v.unit == to || x.missing != "" || to == category || v.unit != points && v.unit != pomp {
		return x
	}
	_, s.id = o.measured().on(s)
	low, high := m.scale(o.measured(), s)
	factor, offset := 100/(high-low), 0.0
	if !(high > low) {
		return absent("the scale is not known")
	}
	if name := o.measured().of.name; o.function != change && (name == "mean" || name == "importance" || name == "outcome") {
		offset = -factor * low
	}
	if to == points {
		factor, offset = 1/factor, -offset/factor
	}
	for _, number := range []*float64{&x.value, &x.low, &x.high} {
		*number = factor**number + offset
	}
	x.se *= factor
	return x
}

// inventedResult is a result of the study without answers: what rules need to know of its audiences, items and scales.
func inventedResult(s *study.Study, segments []string) *analysis.Result {
	r := analysis.Analyze(s, analysis.NewTally(s), analysis.Provenance{})
	r.Figures = nil
	for _, value := range segments {
		r.Figures = append(r.Figures, analysis.Figure{Segment: value})
	}
	for i := range r.Audiences { // a census is one of the case's bases, not of the answers that there are not
		for k := range r.Audiences[i].Bases {
			r.Audiences[i].Bases[k].Census = false
		}
	}
	return r
}

// intervalOf completes a measurement with its interval, from its ends or from a standard error. Without either it is exact.
func (x *measured) intervalOf(low, high, se, df, level float64) {
	x.level, x.df = level, math.NaN()
	switch {
	case !math.IsNaN(low):
		x.low, x.high = low, high
	case !math.IsNaN(se):
		if math.IsNaN(df) {
			df = x.n - 1
		}
		reach := se * stats.TQuantile(df, level)
		x.low, x.high, x.se = x.value-reach, x.value+reach, se
	default:
		x.low, x.high = x.value, x.value
	}
	x.df = df
}
