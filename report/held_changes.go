package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// heldChanges names the audiences whose ratings are not compared with those of the wave before, as they seem to be on another scale in one of the two.
func (l *lookup) heldChanges() phrase {
	n := len(l.result.Waves)
	since, step := l.result.Waves[n-2], l.result.Waves[n-2]+":"+l.result.Waves[n-1]
	var who []string
	for _, a := range l.result.Audiences {
		if slices.ContainsFunc(l.result.Figures, func(f analysis.Figure) bool {
			return f.Analysis == "change" && f.Statistic == "mean_change" && f.Kind == study.Performance && f.Audience == a.ID && f.Wave == step && f.Note.Has(analysis.NoteRescaled)
		}) {
			who = append(who, visible(a.Label))
		}
	}
	if len(who) == 0 {
		return nil
	}
	return l.phrase("Whether the ratings of %s differ from those in %s is not told: in one of the two waves they seem to be on another scale.", plain(l.listed(who)), plain(visible(since)))
}
