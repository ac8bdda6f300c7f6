package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report/chart"
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
	if text := strings.Join(said, "\n"); strings.Contains(text, "established") || !strings.Contains(text, "The means of Leadership team are above those of Customers on 4 of 4 items, most of all on “Easy to do business with”, by 3.7"+noBreak+"points; no gap to published means is tested, as how") {
		t.Errorf("%s", text)
	}
	if s := l.answer()[0]; s.head != "The largest gap" {
		t.Errorf("the answer opens with %q", s.head)
	}
}

// A gap that nothing is tested of is not called uncertain, as if a sample had left it open, and has its note instead of a verdict; an uncertain
// one beside it stays so.
func TestUntestedGapsAreCalledSo(t *testing.T) {
	r := publishedMeans(t)
	of := r.Items[0].ID
	for k := range r.Figures {
		if f := &r.Figures[k]; f.Analysis == "gap" && f.Statistic == "difference" && f.Item == of {
			f.Verdict, f.Note = analysis.Inconclusive, nil
		}
	}
	l := newLookup(r, english())
	l.client = true
	s := l.gapSection(l.topics()[0], true)
	groups := map[string]int{}
	for _, row := range s.grid.rows {
		groups[row.group]++
		for k, c := range row.cells[1:] {
			if strings.Contains(strings.Join(c, ""), "n/a") {
				t.Errorf("%s, column %d: %q beside a value", row.cells[0][0], k+1, c)
			}
		}
	}
	if groups[analysis.Uncertain] != 1 || groups[notTested] != len(r.Items)-1 {
		t.Errorf("%v", groups)
	}
	said := strings.Join(s.lines, "\n")
	for _, want := range []string{"uncertain: ", "not tested: whether the gap is more than chance is not known"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if !strings.HasPrefix(s.notes[0], "published figures: no interval of a mean, gap or shortfall") {
		t.Errorf("%q", s.notes)
	}
}

// A sentence that ends in a short name with its full stop has no second one.
func TestOneFullStopBehindAShortName(t *testing.T) {
	r := publishedMeans(t)
	for k, label := range []string{"Führungskräfte", "Beschäftigte", "Bürgerinnen und Bürger"} {
		r.Audiences[k].Label = label
	}
	l := newLookup(r, english())
	d, _ := l.meansChart(l.topics()[0], false).chart.(chart.Dumbbell)
	if strings.Contains(d.Desc, "..") || !strings.HasSuffix(d.Desc, "Führ. − Bürg.") {
		t.Errorf("%q", d.Desc)
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
