package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// publishedMeans are means without respondents and without shares.
func publishedMeans(t *testing.T) *analysis.Result {
	t.Helper()
	r := threeAudiences(t, false)
	for k := range r.Audiences {
		for n := range r.Audiences[k].Bases {
			r.Audiences[k].Bases[n].Tabulated = true
		}
	}
	for k := range r.Figures {
		f := &r.Figures[k]
		if f.Verdict != analysis.Uncertain {
			f.Verdict = ""
		}
		f.Low, f.High, f.P, f.PAdjusted, f.Note = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.Notes{analysis.NoteTabulated}
		if f.Statistic == "class" {
			f.Verdict = analysis.Uncertain
		}
		if f.Analysis == "belief_gap" || f.Statistic == "top_box" || f.Statistic == "bottom_box" {
			f.Value = analysis.NaN
		}
	}
	return r
}

// Of published means no shares are compared, no odds ratios are told, and that nothing is established is not said as if it had been tested.
func TestPublishedMeansHaveNoShares(t *testing.T) {
	l := newLookup(publishedMeans(t), english())
	l.client = true
	of := l.topics()[0]
	if s := l.beliefDetail(of); s.says() {
		t.Errorf("%q", s.lines)
	}
	if s := l.boxesSection(of); s.says() {
		t.Errorf("%q", s.lines)
	}
	var said []string
	for _, s := range l.answer() {
		said = append(said, s.text())
	}
	if text := strings.Join(said, "\n"); strings.Contains(text, "established") || !strings.Contains(text, "is not tested on any item: published figures have no respondents, and so no intervals; the largest gap is that of “Easy to do business with”, +3.") {
		t.Errorf("%s", text)
	}
}

// Odds ratios of published shares are told with what their counts are made of.
func TestOddsRatiosOfPublishedShares(t *testing.T) {
	r := threeAudiences(t, false)
	r.Audiences[0].Bases[0].Tabulated = true
	l := newLookup(r, english())
	if said := strings.Join(l.beliefDetail(l.topics()[0]).lines, "\n"); !strings.Contains(said, "counts of Leadership team are made from published shares") {
		t.Errorf("%s", said)
	}
}
