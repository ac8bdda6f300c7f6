package report

import (
	"slices"
	"strings"
)

// valueName is what tables call a value of a segment. Exports write "n/a" or a dash where nobody answered: that is no name of a group. Ids
// keep the value as it is, and so do two of its kind beside each other, which would not be told apart.
func (l *lookup) valueName(segment, value string) string {
	if !standsForNoAnswer(value) {
		return visible(value)
	}
	for _, wave := range l.everyWave() {
		if slices.ContainsFunc(l.segmentValuesOf(&topic{wave: wave}, segment), func(other string) bool { return other != value && standsForNoAnswer(other) }) {
			return l.text("(no answer: %s)", l.inQuotes(visible(value)))
		}
	}
	return l.text("(no answer)")
}

// standsForNoAnswer reports whether a cell says that there is nothing in it. NA is not among these: it is North America, or Namibia, too.
func standsForNoAnswer(value string) bool {
	return slices.Contains([]string{"", "n/a", "-", "–", "—"}, strings.ToLower(strings.TrimSpace(value)))
}
