package gate

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// What is held back for its scale may be a collapse: whatever is asked of it is inconclusive, by the policy of the rule, and never passes.
func TestHeldBackIsInconclusive(t *testing.T) {
	nan := math.NaN()
	of := func(id string, unit analysis.Unit) analysis.Figure {
		f := figure(id, unit, nan, nan, nan, analysis.NoteRescaled)
		f.N = analysis.NaN
		return f
	}
	figures := []analysis.Figure{of(meanEasy, analysis.Points), of(gapEasy, analysis.Points), of(quadrantEasy, "")}
	figures = append(figures, of("profile/performance/customers/easy/missing", analysis.Share))
	for _, c := range []struct {
		rule   string
		policy study.CheckPolicy
		want   Level
	}{
		{"mean(customers, easy) >= 5pt", study.CheckWarn, Warning},
		{"mean(customers, easy) >= 5pt", study.CheckFail, Failure},
		{"mean(customers, easy) >= 5pt", study.CheckPass, Warning},
		{"gap(leadership, customers, easy) <= 15pomp", study.CheckFail, Failure},
		{"gap(customers, leadership, easy) <= 15pomp", study.CheckFail, Failure},
		{"abs(gap(leadership, customers, easy)) <= 15pomp", study.CheckFail, Failure},
		{"missing(customers, easy) <= 20%", study.CheckFail, Failure},
		{"mean(customers, easy) >= 5pt and nps(customers) >= 0", study.CheckFail, Failure},
		{"not mean(customers, easy) >= 5pt", study.CheckFail, Failure},
		{"mean(leadership, easy) >= mean(customers, easy)", study.CheckFail, Failure},
	} {
		check := expect(c.rule)
		check.OnInconclusive = c.policy
		given := append([]analysis.Figure{
			figure(npsID, analysis.NPSPoints, 50, 44, 56), figure("profile/performance/leadership/easy/mean", analysis.Points, 8, 7.5, 8.5),
		}, figures...)
		v := Evaluate(rules(t, check), answered(given...), Against{}).Verdicts[0]
		if v.Outcome != Inconclusive || v.Level != c.want || !strings.Contains(v.Reason, "same_scales: true") || v.Needed.Defined() || v.Value.Defined() {
			t.Errorf("%s, %s: %s, %s: %q", c.rule, c.policy, v.Outcome, v.Level, v.Reason)
		}
	}
	either := expect("mean(customers, easy) >= 5pt or nps(customers) >= 0")
	if v := Evaluate(rules(t, either), answered(append(figures, figure(npsID, analysis.NPSPoints, 50, 44, 56))...), Against{}).Verdicts[0]; v.Outcome != Pass {
		t.Errorf("what the other side decides alone: %s, %q", v.Outcome, v.Reason)
	}
}

// A quadrant that is held back is inconclusive, too.
func TestQuadrantHeldBack(t *testing.T) {
	for note, want := range map[string]Outcome{analysis.NoteRescaled: Inconclusive, analysis.NoteSuppressed: NoData, analysis.NoteTooFew: NoData} {
		f := analysis.Figure{ID: quadrantEasy, Value: analysis.NaN, Note: analysis.Notes{note}}
		if v := Evaluate(rules(t, expect("quadrant(customers, easy) is keep_up_the_good_work")), answered(f), Against{}).Verdicts[0]; v.Outcome != want {
			t.Errorf("%s: %s, %q", note, v.Outcome, v.Reason)
		}
	}
}

// A change since a wave that is held back is inconclusive, also where waves on the way are; one of other words has no data.
func TestChangesHeldBackAreInconclusive(t *testing.T) {
	s := asked()
	s.Waves = []string{"2024", "2025", "2026"}
	nan := math.NaN()
	for note, want := range map[string]Outcome{analysis.NoteRescaled: Inconclusive, study.Reworded: NoData} {
		var figures []analysis.Figure
		for _, wave := range s.Waves {
			f := figure(meanEasy, analysis.Points, 8, 7.5, 8.5)
			if f.ID, f.Wave = f.ID+"@wave="+wave, wave; wave == "2025" {
				f = figure(f.ID, analysis.Points, nan, nan, nan, note)
				f.Wave = wave
			}
			figures = append(figures, f)
		}
		for _, waves := range []string{"2024:2025", "2025:2026"} {
			figures = append(figures, figure("change/performance/customers/easy/mean_change@wave="+waves, analysis.Points, nan, nan, nan, note))
		}
		result := answered(figures...)
		result.Waves = s.Waves
		for _, since := range s.Waves[:2] {
			c := expect(`change(mean(customers, easy), "` + since + `") >= -1pt`)
			c.ID, c.OnInconclusive = "rule", study.CheckFail
			parsed, err := Parse(s, []*study.Check{&c})
			if err != nil {
				t.Fatal(err)
			}
			if v := Evaluate(parsed, result, Against{}).Verdicts[0]; v.Outcome != want {
				t.Errorf("%s, since %s: %s, %q", note, since, v.Outcome, v.Reason)
			}
		}
	}
}
