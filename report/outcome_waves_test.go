package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// The chapter on waves has the outcome of every wave with its interval, beside the change since the wave before, and nothing of one that
// may not be seen.
func TestOutcomeOfEveryWave(t *testing.T) {
	r := invented(t, "Two waves", []string{"Likely to recommend", "moved"}, []string{"2025", "2026"},
		audience{"staff", "Staff", 80, []float64{6, 6}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 200, []float64{5, 5}, ten(), 0, []float64{0, 2}})
	for i := range r.Items[0].Ratings {
		r.Items[0].Ratings[i].Kind = study.OutcomeKind
	}
	for i := range r.Figures {
		if r.Figures[i].Item == "item_a" {
			r.Figures[i].Kind = study.OutcomeKind
		}
	}
	l := newLookup(r, english())
	of := func(analysisOf, statistic, wave string) *analysis.Figure {
		return l.figure(key{analysisOf, study.OutcomeKind, "own", "customers", "", "item_a", statistic, wave})
	}
	score := func(analysisOf, from, statistic, wave string, value analysis.Number) {
		f := *of(analysisOf, from, wave)
		f.Statistic, f.Unit, f.Value, f.Low, f.High, f.PAdjusted = statistic, analysis.NPSPoints, value, value-6, value+6, analysis.NaN
		l.figures[key{analysisOf, study.OutcomeKind, "own", "customers", "", "item_a", statistic, wave}] = &f
	}
	score("profile", "mean", "nps", "2025", -5.1)
	score("profile", "mean", "nps", "2026", -4.1)
	score("change", "mean_change", "nps_change", "2025:2026", 1)
	changed := of("change", "mean_change", "2025:2026")
	changed.PAdjusted = 0.01

	rows := func() map[string]string {
		said := map[string]string{}
		for _, s := range l.waveChapter() {
			for _, row := range s.grid.rows {
				if strings.HasPrefix(row.group, "Likely to recommend") {
					var cells []string
					for _, c := range row.cells {
						cells = append(cells, strings.TrimSpace(strings.ReplaceAll(strings.Join(c, " "), noBreak, " ")))
					}
					said[row.group+" "+cells[0]] = strings.Join(cells[1:], " | ")
				}
			}
		}
		return said
	}
	said := rows()
	if first := said["Likely to recommend, Customers 2025"]; !strings.HasPrefix(first, "−5.1 [−11.1, +0.9] | – | 4.9 [") || !strings.HasSuffix(first, " | – | 200") {
		t.Errorf("the first wave: %q", first)
	}
	if last := said["Likely to recommend, Customers 2026"]; !strings.HasPrefix(last, "−4.1 [−10.1, +1.9] | +1.0 [−5.0, +7.0] | ") || !strings.Contains(last, "● | 200") {
		t.Errorf("the last wave: %q", last)
	}
	if staff := said["Likely to recommend, Staff 2025"]; !strings.HasPrefix(staff, "– | – | ") {
		t.Errorf("staff have no such score: %q", staff)
	}
	if lines := strings.Join(l.outcomeWaves()[0].lines, "\n"); !strings.Contains(lines, "● established over all comparisons of a wave with the one before (Holm)") {
		t.Errorf("the mark is not explained: %s", lines)
	}
	for _, f := range []*analysis.Figure{of("profile", "nps", "2025"), of("profile", "mean", "2025"), of("change", "nps_change", "2025:2026"), changed} {
		f.Value, f.Low, f.High, f.N, f.Note = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.Notes{analysis.NoteSuppressed}
	}
	said = rows()
	if first := said["Likely to recommend, Customers 2025"]; strings.ContainsAny(first, "0123456789") {
		t.Errorf("of a hidden wave: %q", first)
	}
	if last := said["Likely to recommend, Customers 2026"]; strings.Contains(last, "1.0") || strings.Contains(last, "●") {
		t.Errorf("of a hidden change: %q", last)
	}
}
