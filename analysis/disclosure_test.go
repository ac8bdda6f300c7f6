package analysis

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of five to nine answers nothing is shown that says what each of them is: no share of none or all, no mean at an end of the
// scale, no spread of 0; nor a net or a difference of shares from which such a share could be had back.
func TestNothingTellsWhatEachOfFewAnswered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := newInvented(tenPoints, []string{"leadership", "staff"}, "a", "b", "c")
		for _, item := range in.study.Items {
			rate(item, study.Importance, "", "leadership", "staff")
			rate(item, study.Self, "", "leadership", "staff")
			rate(item, study.Organisation, "", "leadership", "staff")
		}
		in.study.Constructs = []*study.Construct{{ID: "all", Label: "All", Items: in.study.Items}}
		in.study.Analysis.Resamples = 100
		in.people(1, "leadership", rapid.IntRange(5, 9).Draw(t, "leaders"))
		in.people(2, "staff", 40)
		leaders := in.blocks[0]
		for _, codes := range leaders.Codes { // answers close to each other, often alike, often at an end
			base := rapid.SampledFrom([]study.Code{0, 1, 7, 9}).Draw(t, "base")
			spread := rapid.IntRange(0, 2).Draw(t, "spread")
			for row := range codes {
				codes[row] = min(base+study.Code(rapid.IntRange(0, spread).Draw(t, "step")), 9)
			}
		}
		tally := NewTally(in.study)
		for _, block := range in.blocks {
			if err := tally.Add(block); err != nil {
				t.Fatal(err)
			}
		}
		figures := map[string]Figure{}
		for _, f := range AnalyzeInFull(in.study, tally, Provenance{}).Figures {
			figures[f.ID] = f
		}
		for _, f := range figures {
			if f.Audience != "leadership" || f.Versus != "" || !f.Value.Defined() || f.Statistic == "dont_know" || f.Statistic == "missing" || !shareOfRespondents(f) {
				continue
			}
			if f.Unit == Share && (f.Value == 0 || f.Value == 1) || f.Statistic == "sd" && f.Value == 0 || f.Statistic == "net" && math.Abs(float64(f.Value)) == 1 {
				t.Errorf("%s shows %v of %v answers", f.ID, f.Value, f.N)
			}
			if f.Statistic == "mean" && (f.Value == 1 || f.Value == 10) {
				t.Errorf("%s shows a mean at the end of the scale", f.ID)
			}
		}
		for _, item := range in.study.Items {
			id := "profile/performance/leadership/" + item.ID + "/"
			top, bottom, net := figures[id+"top_box"], figures[id+"bottom_box"], figures[id+"net"]
			difference := figures["gap/performance/leadership:staff/"+item.ID+"/top_box_difference"]
			if !top.Value.Defined() && (net.Value.Defined() || difference.Value.Defined()) || !bottom.Value.Defined() && net.Value.Defined() {
				t.Errorf("%s: net %v, difference %v beside top box %v and bottom box %v", item.ID, net.Value, difference.Value, top.Value, bottom.Value)
			}
			gap := figures["gap/performance/leadership:staff/"+item.ID+"/difference"]
			if mean := figures[id+"mean"]; !mean.Value.Defined() && gap.Value.Defined() {
				t.Errorf("%s: a gap of %v gives a hidden mean away", item.ID, gap.Value)
			}
		}
	})
}

// shareOfRespondents reports whether the figure describes answers, not a share of resamples or of explained variance.
func shareOfRespondents(f Figure) bool {
	switch f.Analysis {
	case "profile", "congruency", "self_organisation", "segment", "journey":
		return true
	case shortfall:
		return f.Statistic == "top_box_importance" || f.Statistic == "top_box_performance"
	}
	return false
}

// From ten answers on, and of a team that agreed to be shown, all is shown.
func TestWhatManyAgreeOnIsShown(t *testing.T) {
	for _, test := range []struct {
		n         int
		anonymous bool
		shown     bool
	}{{9, true, false}, {10, true, true}, {9, false, true}} {
		in := newInvented(tenPoints, []string{"leadership", "staff"}, "a", "b")
		in.study.Audiences[0].Anonymous = test.anonymous
		for row := range test.n {
			in.answers("leadership", []float64{10, float64(3 + row%2)})
		}
		in.around(2, "staff", 40, 7, 6)
		_, figures := in.analyze(t)
		for _, id := range []string{"profile/performance/leadership/a/mean", "profile/performance/leadership/b/top_box", "gap/performance/leadership:staff/a/difference"} {
			if f := must(t, figures, id); f.Value.Defined() != test.shown || f.Note.Has(NoteSuppressed) == test.shown {
				t.Errorf("%d answers, anonymous %v: %s is %v %v", test.n, test.anonymous, id, f.Value, f.Note)
			}
		}
		if f := must(t, figures, "profile/performance/leadership/b/mean"); !f.Value.Defined() {
			t.Errorf("%d answers that differ: no mean, %v", test.n, f.Note)
		}
	}
}
