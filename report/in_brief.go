package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// What the answer says of the outcome and of changes, each in one sentence; the parts concerned have the rest.

// outcomeInBrief tells how the outcome stands with the outermost audience that was asked it, and what that audience alone was asked that is
// no driver, such as how satisfied it is on the whole.
func (l *lookup) outcomeInBrief() finding {
	var told []phrase
	for _, t := range l.topics() {
		if t.kind == study.OutcomeKind && l.newest(t) {
			told = append(told, l.outermostOutcome(t)...)
		}
	}
	if len(told) == 0 {
		return finding{}
	}
	told = append(told, l.onTheWhole()...)
	return finding{head: l.text("The outcome"), parts: append(inARow(told, "; "), part{text: "."})}
}

// outermostOutcome tells the outcomes of a topic with the outermost audience of which each may be told.
func (l *lookup) outermostOutcome(t *topic) (told []phrase) {
	for _, i := range t.items {
		for k := len(t.audiences) - 1; k >= 0; k-- {
			if statistic := l.outcomeStatistic(t, i, t.audiences[k]); statistic != "" {
				told = append(told, l.withoutStop(l.outcomeNamed(statistic, plain(l.quoted(l.result.Items[i])), l.outcomeOf(t, i, t.audiences[k], statistic))))
				break
			}
		}
	}
	return told
}

// withoutStop takes the full stop off a sentence that goes on.
func (l *lookup) withoutStop(sentence phrase) phrase {
	said := slices.Clone(sentence)
	end := len(said) - 1
	said[end].text = strings.TrimSuffix(said[end].text, ".")
	return said
}

// onTheWhole tells of the one item that the last audience alone was asked and that is neither rated for importance nor a driver: a judgement
// of the whole. Nothing where there are several, of which none is the one.
func (l *lookup) onTheWhole() []phrase {
	last := l.result.Audiences[len(l.result.Audiences)-1]
	var told []phrase
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || !l.newest(t) {
			continue
		}
		for _, i := range t.items {
			mean := l.profile(t, last.ID, l.result.Items[i].ID, "mean")
			if l.judgesTheWhole(i, last.ID) && mean != nil && mean.Value.Defined() {
				told = append(told, l.withoutStop(l.outcomeNamed("mean", plain(l.quoted(l.result.Items[i])), l.outcomeOf(t, i, last, "mean"))))
			}
		}
	}
	if len(told) > 1 {
		return nil
	}
	return told
}

// judgesTheWhole reports whether an item was asked of one audience alone, for its performance only, and was left out of the drivers that the
// audience has.
func (l *lookup) judgesTheWhole(i int, audience string) bool {
	item := l.result.Items[i]
	if len(item.Ratings) != 1 || len(item.Ratings[0].Asked) != 1 || item.Ratings[0].Asked[0].Audience != audience {
		return false
	}
	return slices.ContainsFunc(l.importanceTopics(), func(t *importanceTopic) bool {
		return t.audience.ID == audience && t.wave == l.newestWave() && len(t.drivers) > 0 && !slices.Contains(t.drivers, i)
	})
}

// changedInBrief counts the established changes since the wave before of what the last audience says and of how far the first is from it, and
// names the largest of each.
func (l *lookup) changedInBrief() finding {
	if len(l.result.Waves) < 2 {
		return finding{}
	}
	first, last := l.ends(l.newestWave())
	means, gaps := l.moves(last.ID, "", "mean_change"), l.moves(first.ID, last.ID, "gap_change")
	inside, outside := plain(visible(first.Label)), plain(visible(last.Label))
	var told []phrase
	if len(means) > 0 {
		told = append(told, l.movedInBrief(l.theClaimed(means), movedTexts{
			l.phrase("no change of the ratings of %s is established", outside),
			"one change of the ratings of %[2]s is established: %[4]s", "%[1]s changes of the ratings of %[2]s are established, the largest: %[4]s",
		}, outside, inside))
	}
	if len(gaps) > 0 {
		told = append(told, l.movedInBrief(l.theClaimed(gaps), movedTexts{
			l.phrase("no gap between %s and %s is established as changed", inside, outside),
			"one gap between %[3]s and %[2]s is established as changed: %[4]s", "%[1]s gaps between %[3]s and %[2]s are established as changed, the largest change: %[4]s",
		}, outside, inside))
	}
	if len(told) == 0 {
		return finding{}
	}
	since := plain(visible(l.result.Waves[len(l.result.Waves)-2]))
	parts := l.phrase("Since %s: %s.", since, inARow(told, "; "))
	if l.result.Choices.Adjust == study.NoAdjustment {
		parts = l.phrase("Since %s, each by its interval alone: %s.", since, inARow(told, "; "))
	}
	return finding{head: l.text("What has changed"), parts: parts}
}

// theClaimed keeps the changes that may be told as such.
func (l *lookup) theClaimed(all []moved) []moved {
	return slices.DeleteFunc(all, func(m moved) bool { return !l.claimed(m.change) })
}

// movedTexts are what is said of changes: that there is none, of one, and of several.
type movedTexts struct {
	none         phrase
	one, several string
}

// movedInBrief counts changes and names the largest.
func (l *lookup) movedInBrief(all []moved, texts movedTexts, last, first phrase) phrase {
	if len(all) == 0 {
		return texts.none
	}
	return assembled(func(args ...any) string { return l.plural(len(all), texts.one, texts.several, args...) },
		[]phrase{plain(strings.ToLower(l.inWords(len(all)))), last, first, l.moveInBrief(all[0])})
}

// moveInBrief tells a change: by how much, with interval and bases, and of a gap whether it is wider or narrower.
func (l *lookup) moveInBrief(m moved) phrase {
	write := func(x analysis.Number) string { return l.signed(x, decimals(m.topic)) }
	bases := l.basesOfChange(m.change)
	if m.change.Versus != "" {
		bases = l.basesOf(m.change)
	}
	said := l.phrase("%s; %s", l.endsOf(m.change, l.sided(m.change.Low, write, 0), l.sided(m.change.High, write, 0)), bases)
	if m.change.Versus != "" && m.change.Verdict != "" {
		said = l.phrase("%s; %s", plain(l.word(m.change.Verdict)), said)
	}
	return l.phrase("%s %s (%s)", plain(l.quoted(m.item)), cited(l.difference(m.change, write), m.change), said)
}
