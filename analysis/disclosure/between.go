package disclosure

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
)

// pair is one mean in two outputs.
type pair struct {
	q           quantity
	less, more  *analysis.Figure
	few         int  // more's base less less's
	inTheSecond bool // the larger base is that of the second output
}

// between finds groups whose bases in two outputs of one study differ by few, and returns those that cannot be parts of each other. Which of
// the two outputs has the larger base must be the same for all items, and what the few would have answered must be possible.
func between(a, b *judge, found *findings) []Refuted {
	minimum := max(a.minimum, b.minimum)
	groups, order := map[group][]pair{}, []group(nil)
	for _, q := range a.order {
		x, y := a.means[q], b.means[q]
		if y == nil || !x.Value.Defined() || !y.Value.Defined() || !x.N.Defined() || !y.N.Defined() || a.free(q.audience, x) || b.free(q.audience, y) || !alikeAsked(a, b, q, x, y) {
			continue
		}
		g := group{BetweenOutputs, q.audience, q.wave, q.segment}
		if groups[g] == nil {
			order = append(order, g)
		}
		p := pair{q, x, y, int(y.N - x.N), true}
		if x.N > y.N {
			p = pair{q, y, x, int(x.N - y.N), false}
		}
		groups[g] = append(groups[g], p)
	}
	var refuted []Refuted
	for _, g := range order {
		var exposed []pair
		for _, p := range groups[g] {
			if p.few >= 1 && p.few < minimum {
				exposed = append(exposed, p)
			}
		}
		switch {
		case len(exposed) == 0:
		case !nested(a, b, groups[g]):
			refuted = append(refuted, Refuted{found.files, g.audience, g.wave, g.segment})
		default:
			for _, p := range exposed {
				x := found.add(g, p.few, p.more.ID)
				x.Weighted = x.Weighted || weighted(p.less) || weighted(p.more)
				x.Assumed = a.out.Result == nil || b.out.Result == nil
			}
		}
	}
	return refuted
}

// alikeAsked reports whether two outputs say the same of what a mean is about, as far as both say it.
func alikeAsked(a, b *judge, q quantity, x, y *analysis.Figure) bool {
	if x.Unit != y.Unit {
		return false
	}
	e, known := a.scaleOf(x)
	f, both := b.scaleOf(y)
	if known && both && e != f {
		return false
	}
	r, s := a.out.Result, b.out.Result
	return r == nil || s == nil || r.Title == s.Title && labelOf(r, q) == labelOf(s, q)
}

// labelOf returns what the item and the audience are called.
func labelOf(r *analysis.Result, q quantity) (labels [2]string) {
	for _, a := range r.Audiences {
		if a.ID == q.audience {
			labels[0] = a.Label
		}
	}
	for _, item := range r.Items {
		if item.ID == q.item {
			labels[1] = item.Label
		}
	}
	return labels
}

// nested reports whether the answers of one output can be those of the other with some more.
func nested(a, b *judge, pairs []pair) bool {
	first, second := false, false
	for _, p := range pairs {
		first, second = first || p.few > 0 && !p.inTheSecond, second || p.few > 0 && p.inTheSecond
		if weighted(p.less) || weighted(p.more) {
			continue
		}
		n := float64(p.few)
		sum := float64(p.more.N*p.more.Value - p.less.N*p.less.Value)
		near := 1e-9 * math.Max(1, math.Abs(float64(p.more.N*p.more.Value)))
		e, known := a.scaleOf(p.more)
		if !known {
			e, known = b.scaleOf(p.more)
		}
		if p.few == 0 && math.Abs(sum) > near || known && (sum < n*e.low-near || sum > n*e.high+near) || !boxesFit(a, b, p) {
			return false
		}
	}
	return !(first && second)
}

// boxesFit reports whether none or all of the few, or some, are those who make the difference in a box.
func boxesFit(a, b *judge, p pair) bool {
	for _, box := range []string{"top_box", "bottom_box"} {
		q := p.q
		q.statistic = box
		less, more := a.boxes[q], b.boxes[q]
		if !p.inTheSecond {
			less, more = more, less
		}
		if less == nil || more == nil || !less.Value.Defined() || !more.Value.Defined() {
			continue
		}
		in := float64(more.N*more.Value - less.N*less.Value)
		if in < -0.5 || in > float64(p.few)+0.5 {
			return false
		}
	}
	return true
}
