package report

import (
	"github.com/cxgap/cxgap/analysis"
)

// summary says what holds over all items of a kind: the alignment, and where most of the distance lies. It stands below
// the first table of its kind, for it is over all of them.
func (g *gapTable) summary() []string {
	if !g.firstOfKind(g.topic) {
		return nil
	}
	var lines []string
	if headlined := g.headlineTopic(); headlined == nil || !headlined.same(g.topic) { // that one's stands in the headline
		if line := g.alignment(); line != "" {
			lines = append(lines, line)
		}
	}
	lines = append(lines, g.agreement()...)
	if line := g.distance(); line != "" {
		lines = append(lines, line)
	}
	return append(lines, g.scores(g.topic)...)
}

// firstOfKind reports whether a topic is the first gap table of its kind, perspective and wave.
func (l *lookup) firstOfKind(t *topic) bool {
	for _, u := range l.topics() {
		if u.kind == t.kind && u.perspective == t.perspective && u.wave == t.wave && len(u.audiences) > 1 {
			return u.same(t)
		}
	}
	return false
}

func (g *gapTable) alignment() string {
	f := g.study(g.topic, "alignment", "", "", "alignment")
	if f == nil || !f.Value.Defined() {
		return ""
	}
	write := func(x analysis.Number) string { return g.number(x, 1) }
	line := g.text("alignment %s of 100", write(f.Value))
	if ends := g.between(f.Low, f.High, write); ends != "" {
		line += " " + ends
	}
	return line + g.notes.of(f) + ": " + g.text("100 less the mean gap regardless of sign, in percent of the scale, over items and pairs")
}

// distance says on which stretch of the chain most of the distance lies.
func (g *gapTable) distance() string {
	n := len(g.result.Audiences)
	if n < 3 {
		return ""
	}
	first, middle, last := g.result.Audiences[0], g.result.Audiences[n-2], g.result.Audiences[n-1]
	inside := g.study(g.topic, "chain", first.ID, middle.ID, "communication_share")
	outside := g.study(g.topic, "chain", middle.ID, last.ID, "delivery_share")
	items := g.study(g.topic, "chain", first.ID, last.ID, "items_in_distance")
	if inside == nil || outside == nil || items == nil || !inside.Value.Defined() {
		return ""
	}
	from, to, share := first, middle, inside
	if outside.Value > inside.Value {
		from, to, share = middle, last, outside
	}
	text := g.percent(share.Value, 0)
	if ends := g.between(share.Low, share.High, func(x analysis.Number) string { return g.number(100*x, 0) }, 0.5); ends != "" {
		text += " " + ends
	}
	return g.text("%s of the distance between %s and %s lies between %s and %s (%s)",
		text, visible(first.Label), visible(last.Label), visible(from.Label), visible(to.Label), g.counted(int(items.Value), "%s item", "%s items"))
}

// scores writes the named scores of an outcome, one line an audience.
func (l *lookup) scores(t *topic) []string {
	var lines []string
	for _, i := range t.items {
		item := l.result.Items[i]
		for _, a := range t.audiences {
			for _, score := range []struct {
				statistic, name string
				write           func(analysis.Number) string
			}{
				{"nps", l.text("NPS"), func(x analysis.Number) string { return l.signed(x, 1) }},
				{"csat", l.text("CSAT"), func(x analysis.Number) string { return l.percent(x, 1) }},
				{"ces", l.text("CES"), func(x analysis.Number) string { return l.number(x, 2) }},
			} {
				f := l.profile(t, a.ID, item.ID, score.statistic)
				if f == nil {
					continue
				}
				lines = append(lines, l.text("%s of %s: %s", score.name, visible(a.Label), l.scoreText(f, score.write)))
			}
		}
	}
	return lines
}

func (w *language) scoreText(f *analysis.Figure, write func(analysis.Number) string) string {
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		return w.withheld()
	case !f.Value.Defined():
		return w.undefined()
	}
	text := write(f.Value)
	if ends := w.between(f.Low, f.High, write); ends != "" {
		text += " " + ends
	}
	return w.text("%s (n %s, effective %s)", text, w.rounded(f.N), w.rounded(f.NEffective))
}
