package report

import (
	"slices"
	"strings"
)

// withResamples says what a resample is, behind the first of the findings that tells how often something comes out in them.
func (l *lookup) withResamples(all []finding) []finding {
	for n := range all {
		if slices.ContainsFunc(all[n].figures(), ofResamples) {
			all[n].parts = append(all[n].parts, l.phrase(" Resamples are redraws of the answers: %s times, as many respondents are drawn anew from those who answered, some of them several times, others not at all.", plain(l.whole(l.result.Choices.Resamples)))...)
			break
		}
	}
	return all
}

// ofResamples reports whether a figure, by its id, is a share of the resamples.
func ofResamples(id string) bool {
	id, _, _ = strings.Cut(id, "@")
	return strings.HasSuffix(id, "/first_share") || strings.HasSuffix(id, "/quadrant_stability")
}
