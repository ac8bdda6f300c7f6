package gate

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// Kept is a figure of a baseline that an update does not take from the result, because a rule would become milder.
type Kept struct {
	Figure   string          `json:"figure"`
	Rule     string          `json:"rule"`
	Then     analysis.Number `json:"then"`
	Now      analysis.Number `json:"now"`
	Why      string          `json:"why"`
	Loosened bool            `json:"loosened"` // taken all the same
}

// Update returns the baseline of a result that is nowhere milder than the old one: a figure that a rule compares with moves
// only to the stricter side of that rule, by its value and by the end of its interval that failures are decided at. So
// what failed before fails after. Figures that no rule compares with are free. With a reason the milder ones are taken too,
// and the reason is recorded with each.
func (b *Baseline) Update(rules []*Rule, r *analysis.Result, reason string) (*Baseline, []Kept) {
	m := newMeasurer(r)
	m.baseline = b.measurer(r)
	u := &updating{old: b, now: m, kept: map[string]Kept{}}
	for _, rule := range rules {
		for _, e := range []*expression{rule.expect, rule.warn} {
			if e != nil {
				u.expression(rule, e, false)
			}
		}
	}
	fresh := NewBaseline(r)
	if b.now != nil {
		fresh.RestsOn = b.now.basis
	}
	fresh.Loosened = append(fresh.Loosened, b.Loosened...)
	kept := u.inOrder()
	if reason != "" {
		for i := range kept {
			kept[i].Loosened = true
			fresh.Loosened = append(fresh.Loosened, Loosening{kept[i].Figure, kept[i].Rule, kept[i].Then, kept[i].Now, reason})
		}
		return fresh, kept
	}
	fresh.keep(b, kept)
	return fresh, kept
}

// updating collects the figures of a baseline that must stay.
type updating struct {
	old  *Baseline
	now  *measurer
	kept map[string]Kept
}

func (u *updating) inOrder() []Kept {
	kept := []Kept{}
	for _, k := range u.kept {
		kept = append(kept, k)
	}
	slices.SortFunc(kept, func(x, y Kept) int { return strings.Compare(x.Figure, y.Figure) })
	return kept
}

// expression looks at every change that a rule names; below a not the sides are turned round.
func (u *updating) expression(rule *Rule, e *expression, turned bool) {
	if e.compared == nil {
		for _, part := range e.parts {
			u.expression(rule, part, turned != (e.op == "not"))
		}
		return
	}
	c := e.compared
	for _, s := range rule.subjects(u.now.result) {
		u.operand(rule, c.value, s, c.in(), sides(c.op, turned))
		u.operand(rule, c.limit, s, c.in(), sides(c.op, !turned))
	}
}

// side is where the value of a baseline may move without making a rule milder: a rule that wants at least so much more than
// the baseline becomes stricter when the baseline rises.
type side struct{ up, down bool }

func sides(op string, turned bool) side {
	switch op {
	case ">=", ">":
		return side{up: !turned, down: turned}
	case "<=", "<":
		return side{up: turned, down: !turned}
	}
	return side{}
}

// operand notes the figures of an operand that must stay. Of an absolute change neither side is free.
func (u *updating) operand(rule *Rule, o *operand, s subject, in unit, free side) {
	switch {
	case !o.needsBaseline():
		return
	case o.function == absolute:
		u.operand(rule, o.inner, s, in, side{})
		return
	}
	inner := o.inner
	if in == shareDiff && inner.measured().of.units[0] == share {
		in = share
	}
	then := u.now.baseline.operand(inner, s, in)
	if then.missing != "" { // new: nothing is given up
		return
	}
	now := u.now.operand(inner, s, in)
	why := u.milder(inner, s, now, then, free)
	switch q := inner.measured(); {
	case why == "":
	case q.of.analysis == "base":
		u.keep(rule, baseFigure(q, s), why, number(then.value), number(now.value))
	default:
		u.keep(rule, then.figure, why, u.old.value(then.figure), u.value(then.figure))
	}
}

// milder says why taking the present value would make a rule milder; empty if it does not.
func (u *updating) milder(o *operand, s subject, now, then measured, free side) string {
	switch {
	case now.missing != "":
		return now.missing
	case u.now.incomparable(o.measured(), s) != "":
		return u.now.incomparable(o.measured(), s)
	case now.value < then.value && !free.down:
		return "lower than in the baseline"
	case now.value > then.value && !free.up:
		return "higher than in the baseline"
	case !free.down && now.low < then.low, !free.up && now.high > then.high:
		return "less certain than in the baseline"
	}
	return ""
}

func (u *updating) keep(rule *Rule, figure, why string, then, now analysis.Number) {
	if _, known := u.kept[figure]; !known {
		u.kept[figure] = Kept{Figure: figure, Rule: rule.ID(), Then: then, Now: now, Why: why}
	}
}

// baseFigure names a base as if it were a figure.
func baseFigure(q *quantity, s subject) string {
	audiences, _ := q.on(s)
	return "base/*/" + audiences[0] + "/*/" + q.of.statistic
}

// value returns the present value of a figure of the baseline.
func (u *updating) value(figure string) analysis.Number {
	if f := u.now.newest[figure]; f != nil {
		return f.Value
	}
	return analysis.NaN
}

func (b *Baseline) value(figure string) analysis.Number {
	for _, f := range b.Figures {
		if f.ID == figure {
			return f.Value
		}
	}
	return analysis.NaN
}

// keep puts the figures that must stay back, with what they are about: an item whose scale has changed since stays as it was,
// with all its figures.
func (b *Baseline) keep(old *Baseline, kept []Kept) {
	items := map[string]bool{}
	for _, k := range kept {
		item := itemOf(k.Figure)
		if !sameRatings(old.item(item), b.item(item)) || !old.sameQuestions(item) {
			items[item] = true
		}
	}
	b.Figures = slices.DeleteFunc(b.Figures, func(f BaselineFigure) bool {
		return items[itemOf(f.ID)] || slices.ContainsFunc(kept, func(k Kept) bool { return k.Figure == f.ID })
	})
	for _, f := range old.Figures {
		if items[itemOf(f.ID)] || slices.ContainsFunc(kept, func(k Kept) bool { return k.Figure == f.ID }) {
			b.Figures = append(b.Figures, f)
		}
	}
	b.keepBasis(old, items, kept)
	for i := range b.Audiences {
		for _, a := range old.Audiences {
			if a.ID == b.Audiences[i].ID && slices.ContainsFunc(kept, func(k Kept) bool { return strings.HasPrefix(k.Figure, "base/*/"+a.ID+"/") }) {
				b.Audiences[i] = a
			}
		}
	}
	b.Items = slices.DeleteFunc(b.Items, func(i analysis.Item) bool { return items[i.ID] })
	for _, i := range old.Items {
		if items[i.ID] {
			b.Items = append(b.Items, i)
		}
	}
	b.sort()
}

func (b *Baseline) item(id string) *analysis.Item {
	for i := range b.Items {
		if b.Items[i].ID == id {
			return &b.Items[i]
		}
	}
	return nil
}

// itemOf returns the item that the id of a figure names.
func itemOf(figure string) string { return strings.Split(figure+"////", "/")[3] }

// sameRatings reports whether an item was asked on the same scales both times. Figures about no single item have none.
func sameRatings(x, y *analysis.Item) bool {
	if x == nil || y == nil {
		return x == y
	}
	return slices.EqualFunc(x.Ratings, y.Ratings, func(a, b analysis.Rating) bool {
		asked := slices.Equal(a.Asked, b.Asked)
		return asked && a.Kind == b.Kind && a.Perspective == b.Perspective && a.Scale == b.Scale && a.TopBox == b.TopBox && a.BottomBox == b.BottomBox
	})
}
