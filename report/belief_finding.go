package report

import (
	"cmp"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// sharesApart is an item of which the shares in the top box of the first and the last audience are compared.
type sharesApart struct {
	topic *topic
	item  int
	apart *analysis.Figure
}

// believedShares tells how far belief and experience lie apart in the shares of the top box, where no means of the first and the last audience
// are compared, as where shares alone were published: then no other sentence tells of the two.
func (l *lookup) believedShares(wave string) finding {
	all := l.sharesOf(wave)
	if len(all) == 0 || l.meansOfEndsCompared(wave) {
		return finding{}
	}
	first, last := l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
	most, item := all[0].apart, l.result.Items[all[0].item]
	higher := 0
	for _, s := range all {
		if s.apart.Value*most.Value > 0 {
			higher++
		}
	}
	shareOf := func(a analysis.Audience) phrase {
		return plain(l.share(l.profile(all[0].topic, a.ID, item.ID, "top_box")))
	}
	more, less, turned := first, last, most.Value < 0
	if turned {
		more, less = last, first
	}
	points := func(x analysis.Number) string { return l.number(100*x, 0) }
	low, high := most.Low, most.High
	if turned {
		low, high = -high, -low
	}
	from, to := l.bounds(low, high, points, []float64{0})
	return finding{head: l.text("Belief and experience"), parts: assembled(func(args ...any) string {
		return l.plural(len(all), "The share in the top box of %[5]s is %[6]s in the ratings of %[2]s against %[7]s in those of %[3]s, a difference of %[8]s (%[9]s; %[10]s).",
			"The share in the top box is larger in the ratings of %[2]s than in those of %[3]s on %[4]s of %[1]s items, most of all on %[5]s: %[6]s against %[7]s, a difference of %[8]s (%[9]s; %[10]s).", args...)
	}, []phrase{
		plain(l.whole(len(all))), plain(visible(more.Label)), plain(visible(less.Label)), plain(l.whole(higher)), plain(l.quoted(item)),
		shareOf(more), shareOf(less), cited(points(analysis.Number(math.Abs(float64(most.Value))))+noBreak+l.text("pp"), most), l.endsOf(most, from, to), l.basesOf(most),
	})}
}

// sharesOf returns the items of performance whose shares in the top box are compared between the first and the last audience, those furthest
// apart first.
func (l *lookup) sharesOf(wave string) (all []sharesApart) {
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			if d := l.beliefGap(t, i, "difference"); d != nil && d.Value.Defined() {
				all = append(all, sharesApart{t, i, d})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b sharesApart) int {
		return cmp.Compare(math.Abs(float64(b.apart.Value)), math.Abs(float64(a.apart.Value)))
	})
	return all
}

// meansOfEndsCompared reports whether a gap of means between the first and the last audience is known of any item of performance.
func (l *lookup) meansOfEndsCompared(wave string) bool {
	first, last := l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
	return slices.ContainsFunc(l.topics(), func(t *topic) bool {
		return t.kind == study.Performance && t.perspective == "own" && t.wave == wave && slices.ContainsFunc(t.items, func(i int) bool {
			f := l.gap(t, first.ID, last.ID, l.result.Items[i].ID, "difference")
			return f != nil && f.Value.Defined()
		})
	})
}
