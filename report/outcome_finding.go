package report

import (
	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// outcomes tells how the outcome stands with every audience that was asked it in the newest wave: its score if it has one, else its
// mean, and how that has changed. What is told is named once, for all audiences of which it is told.
func (l *lookup) outcomes() (all []finding) {
	for _, t := range l.topics() {
		if t.kind != study.OutcomeKind || !l.newest(t) {
			continue
		}
		for _, i := range t.items {
			for _, statistic := range outcomeStatistics() {
				var of []phrase
				for _, a := range t.audiences {
					if l.outcomeStatistic(t, i, a) == statistic {
						of = append(of, l.outcomeOf(t, i, a, statistic))
					}
				}
				if len(of) > 0 {
					all = append(all, finding{parts: l.outcomeNamed(statistic, plain(l.quoted(l.result.Items[i])), inARow(of, "; "))})
				}
			}
		}
	}
	return all
}

// outcomeStatistics are what an outcome may be told by, the first that there is.
func outcomeStatistics() []string { return []string{"nps", "csat", "mean"} }

func (l *lookup) outcomeNamed(statistic string, outcome, audiences phrase) phrase {
	switch statistic {
	case "nps":
		return l.phrase("%s, net promoter score: %s.", outcome, audiences)
	case "csat":
		return l.phrase("%s, satisfied: %s.", outcome, audiences)
	}
	return l.phrase("%s, mean: %s.", outcome, audiences)
}

// outcomeStatistic names what is told of the outcome of an audience: its score if it has one; nothing where it may not be seen.
func (l *lookup) outcomeStatistic(t *topic, i int, a analysis.Audience) string {
	for _, statistic := range outcomeStatistics() {
		if f := l.profile(t, a.ID, l.result.Items[i].ID, statistic); f != nil && f.Value.Defined() {
			return statistic
		}
	}
	return ""
}

// outcomeOf tells the outcome of one audience.
func (l *lookup) outcomeOf(t *topic, i int, a analysis.Audience, statistic string) phrase {
	f, who := l.profile(t, a.ID, l.result.Items[i].ID, statistic), plain(visible(a.Label))
	switch statistic {
	case "nps":
		signed := func(x analysis.Number) string { return l.signed(x, 1) }
		said := l.phrase("%s %s (%s; %s)", who, cited(signed(f.Value), f), l.endsOf(f, signed(f.Low), signed(f.High)), l.basesOf(f))
		return l.sinceScore(said, t, i, a, signed)
	case "csat":
		share := func(x analysis.Number) string { return l.percent(x, 0) }
		return l.phrase("%s %s (%s; %s)", who, cited(share(f.Value), f), l.endsOf(f, share(f.Low), share(f.High)), l.basesOf(f))
	}
	number := func(x analysis.Number) string { return l.number(x, decimals(t)) }
	said := l.phrase("%s %s, %s (%s; %s)", who, cited(number(f.Value), f), cited(l.scaleName(t), f), l.endsOf(f, number(f.Low), number(f.High)), l.basesOf(f))
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

// sinceScore adds to what is said of an outcome how its net promoter score has changed, and whether that is shown: beside the change of
// the mean of the same answers, which is more often established, for it uses all of them.
func (l *lookup) sinceScore(said phrase, t *topic, i int, a analysis.Audience, write func(analysis.Number) string) phrase {
	change, mean := l.sinceLast(t, a, i, "nps_change"), l.sinceLast(t, a, i, "mean_change")
	said = l.since(said, change, write)
	if change == nil || !change.Value.Defined() {
		return said
	}
	var of phrase
	if mean != nil && mean.Value.Defined() {
		number := func(x analysis.Number) string { return l.signed(x, decimals(t)) }
		of = l.phrase("%s (%s)", cited(l.difference(mean, number), mean), l.endsOf(mean, l.sided(mean.Low, number, 0), l.sided(mean.High, number, 0)))
	}
	return append(said, l.scoreVerdict(change, mean, of)...)
}

// scoreVerdict says whether the change of a net promoter score is shown, and that of the mean, which is written as given.
func (l *lookup) scoreVerdict(change, mean *analysis.Figure, written phrase) phrase {
	switch shown := excludesZero(change); {
	case len(written) == 0 && shown:
		return l.phrase(", a change that its interval shows")
	case len(written) == 0:
		return l.phrase(", a change that is not established")
	case shown && l.claimed(mean):
		return l.phrase(", a change that its interval shows, and that of the mean is established: %s", written)
	case shown:
		return l.phrase(", a change that its interval shows, though that of the mean is not established: %s", written)
	case l.claimed(mean):
		return l.phrase(", a change that is not established, though that of the mean is: %s", written)
	}
	return l.phrase(", a change that is not established, nor is that of the mean: %s", written)
}

// basesOfChange writes the bases of a change: those of the later and of the earlier wave.
func (l *lookup) basesOfChange(f *analysis.Figure) phrase {
	return cited(l.text("n%s and%s", l.base(f.N, f), l.base(f.NVersus, f)), f)
}
