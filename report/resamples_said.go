package report

import (
	"slices"
	"strings"
)

// resamplesSaid says what a resample is, below sentences of which any tells how often something comes out in them.
func (l *lookup) resamplesSaid(all []finding) []string {
	if !slices.ContainsFunc(all, func(s finding) bool { return slices.ContainsFunc(s.figures(), ofResamples) }) {
		return nil
	}
	return []string{l.text("resamples are redraws of the answers: %s times, as many respondents are drawn anew from those who answered, some of them several times, others not at all", l.whole(l.result.Choices.Resamples))}
}

// ofResamples reports whether a figure, by its id, is a share of the resamples.
func ofResamples(id string) bool {
	id, _, _ = strings.Cut(id, "@")
	return strings.HasSuffix(id, "/first_share") || strings.HasSuffix(id, "/quadrant_stability")
}
