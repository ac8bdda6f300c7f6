package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// A mean of 4.7 says nothing to who does not know which end of the scale is the good one: here stands what the ends mean, as far as the
// study or its questions say it.

// scaleEnd is what the ends of a scale mean, and of which audiences the codes run the other way.
type scaleEnd struct {
	scale, low, high string
	reversed         bool
}

// endsAsked collects the meanings of the ends of the scales of some ratings, each once.
func endsAsked(ratings []analysis.Rating) (ends []scaleEnd) {
	for _, r := range ratings {
		for _, asked := range r.Asked {
			end := scaleEnd{asked.Scale, visible(asked.LowEnd), visible(asked.HighEnd), asked.Reversed}
			if end.low != "" && end.high != "" && !slices.Contains(ends, end) {
				ends = append(ends, end)
			}
		}
	}
	return ends
}

// meaningOfEnds writes what the ends mean: 1 = not at all, 7 = fully.
func (w *language) meaningOfEnds(end scaleEnd) string {
	low, high, numbers := strings.Cut(end.scale, "..")
	if !numbers {
		return ""
	}
	high, _, _ = strings.Cut(high, " ")
	return w.text("%s = %s, %s = %s", low, end.low, high, end.high)
}

// endsInTitle says in the title of a table what the ends of its scale mean, of the items that are compared; nothing where they have no
// name, or several.
func (l *lookup) endsInTitle(t *topic) string {
	if t.unit == analysis.POMP {
		return ""
	}
	var ratings []analysis.Rating
	for _, i := range t.items {
		for _, r := range l.result.Items[i].Ratings {
			if r.Kind == t.kind && r.Perspective == t.perspective && len(r.Asked) > 1 {
				ratings = append(ratings, r)
			}
		}
	}
	var meanings []string
	for _, end := range endsAsked(ratings) {
		if meaning := l.meaningOfEnds(end); !slices.ContainsFunc(meanings, func(m string) bool { return strings.EqualFold(m, meaning) }) {
			meanings = append(meanings, meaning)
		}
	}
	if len(meanings) != 1 {
		return ""
	}
	return " (" + meanings[0] + ")"
}

// endsOfScales says for every kind of rating what the ends of its scales mean, and whose codes were turned.
func (l *lookup) endsOfScales() []string {
	var said []string
	for _, kind := range l.kindsAsked() {
		var ratings []analysis.Rating
		for _, item := range l.result.Items {
			for _, r := range item.Ratings {
				if r.Kind == kind && r.Perspective == "own" {
					ratings = append(ratings, r)
				}
			}
		}
		for _, end := range endsAsked(ratings) {
			text := l.text("%s: %s", l.word(string(kind)), l.meaningOfEnds(end))
			if end.reversed {
				text = l.text("%s (turned: in the answers the numbers ran the other way)", text)
			}
			if !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []string{l.text("Ends of the scales, as far as the questions name them: %s.", strings.Join(said, "; "))}
}

// kindsAsked returns the kinds of rating of a result in their order.
func (l *lookup) kindsAsked() (kinds []study.Kind) {
	for _, item := range l.result.Items {
		for _, r := range item.Ratings {
			if !slices.Contains(kinds, r.Kind) {
				kinds = append(kinds, r.Kind)
			}
		}
	}
	return kinds
}
