package report

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// The map divides items by a cross-hair. More than the mean of the items is not more than most of them: every sentence that rests on the
// map says what the cross-hair stands at, and how sure a place is that hangs on it.

// aboveCross says where an item lies that the map has on the upper side of its cross-hair, on which ties count as well.
func (l *lookup) aboveCross() string {
	switch l.result.Choices.Crosshair {
	case study.CrosshairMedian:
		return l.text("at or above the median item")
	case study.CrosshairMidpoint:
		return l.text("at or above the middle of the scale")
	case study.CrosshairTarget:
		return l.text("at or above the target")
	}
	return l.text("above the average item")
}

// belowCross says where an item lies that the map has on the lower side of its cross-hair.
func (l *lookup) belowCross() string {
	switch l.result.Choices.Crosshair {
	case study.CrosshairMedian:
		return l.text("below the median item")
	case study.CrosshairMidpoint:
		return l.text("below the middle of the scale")
	case study.CrosshairTarget:
		return l.text("below the target")
	}
	return l.text("below the average item")
}

// lessImportant says of an item that the map has among what matters less; in the words of the map only where
// it does not fall short of its importance, and that there is possibly too much of it only where it is not below its target either.
func (l *lookup) lessImportant(c classified, last analysis.Audience, quadrant *analysis.Figure) phrase {
	name := plain(visible(last.Label))
	mean := l.profile(c.topic, last.ID, c.item.ID, "mean")
	short := l.figure(key{"shortfall", study.Performance, "own", last.ID, "", c.item.ID, "shortfall", c.topic.wave})
	falls := short != nil && short.Low > 0
	lacking := falls || mean != nil && float64(mean.Value) < c.topic.at(c.item.Target)
	if falls || quadrant.Verdict == analysis.Overkill && lacking {
		return l.phrase("importance to %s %s", name, plain(l.belowCross()))
	}
	return l.phrase("importance to %s %s: %s", name, plain(l.belowCross()), plain(l.word(quadrant.Verdict)))
}

// shakyPlace is the share of the resamples in which the map has an item of a step where it has it, if that, as it is written, is not even
// likely; nil of a basic, which is a step wherever it is on the map.
func (t *importanceTopic) shakyPlace(i int) phrase {
	quadrant := t.of("quadrant", t.result.Items[i].ID, "quadrant")
	stable := t.of("quadrant", t.result.Items[i].ID, "quadrant_stability")
	if t.standingOf(i) == shortBasic || quadrant == nil || quadrant.Verdict == "" || stable == nil || !stable.Value.Defined() || math.Round(100*float64(stable.Value)) >= 100*likelyConfidence {
		return nil
	}
	return cited(t.percent(stable.Value, 0), stable)
}

// uncertainPlace says of an item of a step that its place is uncertain, where it is.
func (t *importanceTopic) uncertainPlace(i int) phrase {
	share := t.shakyPlace(i)
	if share == nil {
		return nil
	}
	return t.phrase(" Its place in the plan is uncertain: only in %s of the resamples does the map have it there.", share)
}

// withProvisos adds to the sentence on what to do first what it hangs on: what priority says of it, that the place on the map of the item is
// uncertain, with its share of the resamples, and that items are missing whose shortfall cannot be told, with those that the map calls for.
func (t *importanceTopic) withProvisos(said, order, shaky phrase) phrase {
	end := len(said) - 1
	provisos := slices.Clone(said)
	provisos[end].text = strings.TrimSuffix(provisos[end].text, ".")
	if order != nil {
		provisos = t.phrase("%s; %s", provisos, order)
	}
	if shaky != nil {
		provisos = t.phrase("%s; its place on the map is uncertain (%s of the resamples)", provisos, shaky)
	}
	if missing := t.notPlaced(); missing != nil {
		provisos = t.phrase("%s; %s", provisos, missing)
	}
	return append(provisos, part{text: "."})
}

// notPlaced says of how many items the plan cannot tell whether they fall short, and which of them the map calls for.
func (t *importanceTopic) notPlaced() phrase {
	var called []phrase
	n := 0
	for _, i := range t.inOrderOfMeans() {
		if t.standingOf(i) != unlike {
			continue
		}
		n++
		item := t.result.Items[i].ID
		if important, done := t.of("quadrant", item, "importance"), t.of("quadrant", item, "performance"); t.place(item) == analysis.Concentrate {
			called = append(called, t.phrase("%s (importance %s, performance %s of 100)", plain(t.quoted(t.result.Items[i])), cited(t.number(important.Value, 1), important), cited(t.number(done.Value, 1), done)))
		}
	}
	if n == 0 {
		return nil
	}
	count := plain(strings.ToLower(t.inWords(n)))
	if len(called) == 0 {
		return assembled(func(args ...any) string {
			return t.plural(n, "one item is missing from this order, as its importance and its performance were asked on different scales",
				"%[1]s items are missing from this order, as their importance and their performance were asked on different scales", args...)
		}, []phrase{count})
	}
	return assembled(func(args ...any) string {
		return t.plural(n, "one item is missing from this order, as its importance and its performance were asked on different scales, though the map calls for it: %[2]s",
			"%[1]s items are missing from this order, as their importance and their performance were asked on different scales; of these the map calls for %[2]s", args...)
	}, []phrase{count, t.enumerated(called, len(called))})
}
