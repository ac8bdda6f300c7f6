package gate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// span is what a quantity can be at all; an end that is not known is infinite.
type span struct{ low, high float64 }

func anything() span { return span{math.Inf(-1), math.Inf(1)} }

// sensible refuses a limit outside what its quantity can be: whatever the answers, such a rule would always hold, or never.
func (p *parser) sensible(c *comparison) {
	if len(p.faults) > 0 || c.difference || c.names() {
		return
	}
	in := c.in()
	can := c.value.span(in, p.scales)
	always, never := can.decides(c)
	if !always && !never {
		return
	}
	word := "always"
	if never {
		word = "never"
	}
	hint := "choose a limit " + can.words(in, "between", "above", "below") + "; n(A) >= 30 asks for answers"
	if in == points && c.op != "between" && c.value.isDifference() { // the slip is of those who think of gaps in points of 0-100
		if wide := c.value.span(pomp, p.scales); c.limit.number >= wide.low && c.limit.number <= wide.high {
			hint = fmt.Sprintf("did you mean %spomp? pt are points of the scale, pomp points of 0-100", trim(c.limit.number))
		}
	}
	p.fault(c.limit.at, hint, "%s %s: %s %s %s holds", c.value, can.words(in, "lies between", "is at least", "is at most"), c.op, c.text, word)
}

// isDifference reports whether an operand tells how far two things lie apart.
func (o *operand) isDifference() bool {
	return o.function == change || slices.Contains([]string{"gap", "shortfall", "spread"}, o.measured().of.name)
}

// decides reports whether a comparison holds wherever in a span the value lies, and whether it holds nowhere.
func (s span) decides(c *comparison) (always, never bool) {
	limit := c.limit.number
	switch c.op {
	case "<=":
		return limit >= s.high, limit < s.low
	case "<":
		return limit > s.high, limit <= s.low
	case ">=":
		return limit <= s.low, limit > s.high
	case ">":
		return limit < s.low, limit >= s.high
	}
	return limit <= s.low && c.upper.number >= s.high, c.upper.number < s.low || limit > s.high
}

// words says where a span lies: between two ends, or on one side of the only one.
func (s span) words(in unit, between, least, most string) string {
	end := func(x float64) string { return trim(x) + string(in) }
	switch {
	case math.IsInf(s.high, 1):
		return least + " " + end(s.low)
	case math.IsInf(s.low, -1):
		return most + " " + end(s.high)
	}
	return between + " " + end(s.low) + " and " + end(s.high)
}

// span returns what an operand can be, in a unit; scales says what scales a quantity may be on.
func (o *operand) span(in unit, scales func(*quantity) span) span {
	switch o.function {
	case absolute:
		s := o.inner.span(in, scales)
		return span{math.Max(0, s.low), math.Max(math.Abs(s.low), math.Abs(s.high))}
	case change:
		if in == shareDiff && o.inner.units()[0] == share {
			in = share
		}
		s := o.inner.span(in, scales)
		return span{s.low - s.high, s.high - s.low}
	}
	return o.quantity.span(in, scales)
}

func (q *quantity) span(in unit, scales func(*quantity) span) span {
	scale := span{0, 100}
	switch in {
	case share:
		return scale
	case shareDiff:
		return span{-100, 100}
	case bare:
		return q.of.can
	case points:
		if scale = scales(q); math.IsInf(scale.high, 1) {
			return anything()
		}
	}
	width := scale.high - scale.low
	switch q.of.name {
	case "gap", "shortfall":
		return span{-width, width}
	case "spread":
		return span{0, width}
	}
	return scale
}

// scales returns the ends of all scales that answers to a quantity may be on; infinite if one of them is not known.
func (p *parser) scales(q *quantity) span {
	s := span{math.Inf(1), math.Inf(-1)}
	for _, r := range p.ratings(q) {
		for audience, column := range r.Columns {
			switch {
			case len(q.audiences) > 0 && !q.wildAudience() && !slices.Contains(q.audiences, audience):
			case !column.Scale.Defined():
				return anything()
			default:
				s = span{math.Min(s.low, column.Scale.Low), math.Max(s.high, column.Scale.High)}
			}
		}
	}
	if s.low > s.high {
		return anything()
	}
	return s
}

// ratings returns the questions that a quantity may be about, over all repetitions of its rule.
func (p *parser) ratings(q *quantity) []*study.Rating {
	if q.of.kind == study.OutcomeKind {
		if p.study.Outcome == nil { // unanswerable says so
			return nil
		}
		return []*study.Rating{p.study.Outcome}
	}
	items := p.study.Items
	if q.item != "" && !isPattern(q.item) {
		items = itemsUnder(p.study, q.item)
	}
	var all []*study.Rating
	for _, item := range items {
		for _, r := range item.Ratings {
			if r.Kind == q.of.kind && r.Of == "" {
				all = append(all, r)
			}
		}
	}
	return all
}

// stricter refuses a warn that is no stricter than the expect beside it: whatever passes would keep it, and it would never warn. It
// compares limits of one quantity in one unit; of anything else nobody knows before there are answers.
func (r *Rule) stricter(faults *study.FileError) {
	if r.expect == nil || r.warn == nil || r.expect.compared == nil || r.warn.compared == nil {
		return
	}
	expect, warn := r.expect.compared, r.warn.compared
	switch {
	case expect.names() || warn.names() || expect.difference || warn.difference:
		return
	case expect.value.String() != warn.value.String() || expect.in() != warn.in():
		return
	}
	milder := false
	switch expect.op + " " + warn.op {
	case "<= <=", "< <", "< <=":
		milder = warn.limit.number >= expect.limit.number
	case "<= <":
		milder = warn.limit.number > expect.limit.number
	case ">= >=", "> >", "> >=":
		milder = warn.limit.number <= expect.limit.number
	case ">= >":
		milder = warn.limit.number < expect.limit.number
	case "between between":
		milder = warn.limit.number <= expect.limit.number && warn.upper.number >= expect.upper.number
	}
	if !milder {
		return
	}
	place, line := r.check.Warn.At(warn.limit.at.at)
	faults.Add(study.Fault{
		Place: place, Line: line, Hint: "warn is the stricter limit, expect (or fail) the one that stops",
		Message: fmt.Sprintf("rule %s: whatever keeps %s %s keeps %s %s, too: it would never warn", r.ID(), expect.op, expect.text, warn.op, strings.TrimSpace(warn.text)),
	})
}
