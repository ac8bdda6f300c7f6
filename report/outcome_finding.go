package report

import (
	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// outcomes tells how the outcome stands with every audience that was asked it in the newest wave: its score if it has one, else its
// mean, and how that has changed.
func (l *lookup) outcomes() finding {
	s := finding{head: l.text("The outcome")}
	var named []phrase
	for _, t := range l.topics() {
		if t.kind != study.OutcomeKind || !l.newest(t) {
			continue
		}
		for _, i := range t.items {
			for _, a := range t.audiences {
				if said := l.outcomeOf(t, i, a); len(said) > 0 {
					named = append(named, said)
				}
			}
		}
	}
	if len(named) > 0 {
		s.parts = append(inARow(named, "; "), part{text: "."})
	}
	return s
}

// outcomeOf tells the outcome of one audience; nothing where it may not be seen.
func (l *lookup) outcomeOf(t *topic, i int, a analysis.Audience) phrase {
	item := l.result.Items[i]
	of := func(statistic string) *analysis.Figure {
		if f := l.profile(t, a.ID, item.ID, statistic); f != nil && f.Value.Defined() {
			return f
		}
		return nil
	}
	number := func(x analysis.Number) string { return l.number(x, decimals(t)) }
	signed := func(x analysis.Number) string { return l.signed(x, 1) }
	who := plain(visible(a.Label))
	if f := of("nps"); f != nil {
		said := l.phrase("%s: net promoter score of %s %s (%s; %s)", plain(l.quoted(item)), who, cited(signed(f.Value), f), l.endsOf(f, signed(f.Low), signed(f.High)), l.basesOf(f))
		return l.since(said, l.sinceLast(t, a, i, "nps_change"), signed)
	}
	if f := of("csat"); f != nil {
		share := func(x analysis.Number) string { return l.percent(x, 0) }
		return l.phrase("%s: %s of %s are satisfied (%s; %s)", plain(l.quoted(item)), cited(share(f.Value), f), who, l.endsOf(f, share(f.Low), share(f.High)), l.basesOf(f))
	}
	f := of("mean")
	if f == nil {
		return nil
	}
	said := l.phrase("%s: mean of %s %s, %s (%s; %s)", plain(l.quoted(item)), who, cited(number(f.Value), f), cited(l.scaleName(t), f), l.endsOf(f, number(f.Low), number(f.High)), l.basesOf(f))
	return l.since(said, l.sinceLast(t, a, i, "mean_change"), func(x analysis.Number) string { return l.signed(x, decimals(t)) })
}

// since adds to what is said of a score how it has changed, if that is known.
func (l *lookup) since(said phrase, change *analysis.Figure, write func(analysis.Number) string) phrase {
	if change == nil || !change.Value.Defined() {
		return said
	}
	return l.phrase("%s, since %s %s (%s; %s)", said, plain(visible(l.result.Waves[len(l.result.Waves)-2])), cited(write(change.Value), change),
		l.endsOf(change, l.sided(change.Low, write, 0), l.sided(change.High, write, 0)), l.basesOfChange(change))
}

// basesOfChange writes the bases of a change: those of the later and of the earlier wave.
func (l *lookup) basesOfChange(f *analysis.Figure) phrase {
	bases := cited(l.text("n%s and%s", noBreak+l.rounded(f.N), noBreak+l.rounded(f.NVersus)), f)
	if f.Note.Has(analysis.NoteSmallBase) {
		bases = l.phrase("%s, %s", bases, plain(l.text("a small base: indicative")))
	}
	return bases
}
