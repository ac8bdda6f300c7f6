package gate

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

const (
	meanQuick   = "profile/performance/customers/quick/mean"
	meanLeaders = "profile/performance/leadership/easy/mean"
)

// Two quantities are compared by the interval of their difference: neither interval alone decides.
func TestTwoQuantities(t *testing.T) {
	for _, test := range []struct {
		name       string
		easy, fair analysis.Figure // customers on easy, and on quick
		rule       string
		outcome    Outcome
	}{
		{"clearly above", figure(meanEasy, analysis.Points, 8, 7.8, 8.2), figure(meanQuick, analysis.Points, 6, 5.8, 6.2), "mean(customers, easy) >= mean(customers, quick)", Pass},
		{"clearly below", figure(meanEasy, analysis.Points, 6, 5.8, 6.2), figure(meanQuick, analysis.Points, 8, 7.8, 8.2), "mean(customers, easy) >= mean(customers, quick)", Fail},
		{"a wide one", figure(meanEasy, analysis.Points, 5.5, 5, 6), figure(meanQuick, analysis.Points, 5.5, 4, 7), "mean(customers, easy) <= mean(customers, quick)", Inconclusive},
		{"intervals touch, the difference does not reach 0", figure(meanEasy, analysis.Points, 7, 6.7, 7.3), figure(meanQuick, analysis.Points, 6.5, 6.2, 6.8), "mean(customers, easy) > mean(customers, quick)", Pass},
		{"a suppressed side", figure(meanEasy, analysis.Points, 8, 7.8, 8.2), figure(meanQuick, analysis.Points, 1, 1, 1, analysis.NoteSuppressed), "mean(customers, easy) >= mean(customers, quick)", NoData},
	} {
		report := Evaluate(rules(t, expect(test.rule)), answered(test.easy, test.fair), Against{})
		v := report.Verdicts[0]
		if v.Outcome != test.outcome {
			t.Errorf("%s: got %s (%v [%v, %v]), want %s", test.name, v.Outcome, v.Value, v.Low, v.High, test.outcome)
		}
		if v.Outcome != NoData && (!v.Difference || v.Unit != "pomp" || v.Distance != v.Value || v.N != 15 || v.NVersus != 15) {
			t.Errorf("%s: got %+v", test.name, v)
		}
		if v.Outcome == NoData && (v.Value.Defined() || v.Distance.Defined()) {
			t.Errorf("%s: shows a value: %+v", test.name, v)
		}
	}
	shares := []analysis.Figure{figure(topEasy, analysis.Share, .6, .55, .65), figure("profile/performance/customers/quick/top_box", analysis.Share, .5, .45, .55)}
	if v := Evaluate(rules(t, expect("top_box(customers, easy) > top_box(customers, quick)")), answered(shares...), Against{}).Verdicts[0]; v.Unit != "pp" || v.Outcome != Pass || math.Abs(float64(v.Value)-10) > 1e-9 {
		t.Errorf("shares: got %+v", v)
	}
	small := expect("mean(customers, easy) >= mean(leadership, easy)")
	small.MinBase = 10
	few := figure(meanLeaders, analysis.Points, 5, 4, 6)
	few.N = 9
	if v := Evaluate(rules(t, small), answered(figure(meanEasy, analysis.Points, 8, 7.8, 8.2), few), Against{}).Verdicts[0]; v.Outcome != NoData {
		t.Errorf("a base of 9 on the right side under min_base 10: got %s", v.Outcome)
	}
}

// A failure is indicative by the comparisons that it rests on, wherever they stand.
func TestSmallBaseInAnExpression(t *testing.T) {
	small := figure(npsID, analysis.NPSPoints, -10, -20, -2, analysis.NoteSmallBase)
	large := figure(gapEasy, analysis.Points, 2.7, 2.2, 3.2)
	for rule, want := range map[string]Level{
		"nps(customers) >= 20":     Warning,
		"not nps(customers) <= 20": Warning,
		"nps(customers) >= 20 and gap(leadership, customers, easy) <= 1pt":         Failure, // the gap fails it alone
		"gap(leadership, customers, easy) <= 1pt and nps(customers) >= 20":         Failure,
		"nps(customers) >= 20 or gap(leadership, customers, easy) <= 1pt":          Warning, // both must fail
		"gap(leadership, customers, easy) <= 1pt or nps(customers) >= 20":          Warning,
		"not (nps(customers) <= 20 or gap(leadership, customers, easy) >= 1pt)":    Failure,
		"nps(customers) >= 20 and gap(leadership, customers, easy) <= 9pt":         Warning,
		"not gap(leadership, customers, easy) <= 9pt or not nps(customers) <= 20":  Warning,
		"not gap(leadership, customers, easy) <= 9pt and not nps(customers) <= 99": Failure,
	} {
		v := Evaluate(rules(t, expect(rule)), answered(small, large), Against{}).Verdicts[0]
		if v.Outcome != Fail || v.Level != want {
			t.Errorf("%s: got %s (%s), want fail (%s)", rule, v.Outcome, v.Level, want)
		}
	}
}

// The verdict shows the comparison that it rests on.
func TestShownComparison(t *testing.T) {
	figures := []analysis.Figure{figure(npsID, analysis.NPSPoints, 23, 17, 30), figure(gapEasy, analysis.Points, 2.7, 2.2, 3.2)}
	for rule, want := range map[string]string{
		"not nps(customers) >= 20 and not gap(leadership, customers, easy) >= 1pt":   "not >= 1pt",
		"nps(customers) >= 20 or gap(leadership, customers, easy) <= 5pt":            "<= 5pt",
		"nps(customers) >= 0 and (nps(customers) >= 10 and nps(customers) >= 20)":    ">= 20",
		"nps(customers) >= 0 and not (nps(customers) <= 50 and nps(customers) < 99)": "not <= 50",
	} {
		if v := Evaluate(rules(t, expect(rule)), answered(figures...), Against{}).Verdicts[0]; v.Limit != want {
			t.Errorf("%s (%s): shows %q, want %q", rule, v.Outcome, v.Limit, want)
		}
	}
}

// A change is since the baseline, the wave before or one that is named.
func TestChangeBetweenWaves(t *testing.T) {
	s := asked()
	s.Waves = []string{"2024", "2025-Q3", "2026-Q3"}
	in := func(wave string, f analysis.Figure) analysis.Figure {
		f.Wave = wave
		f.ID += "@wave=" + wave
		return f
	}
	result := answered(
		in("2024", figure(npsID, analysis.NPSPoints, 50, 44, 56)),
		in("2025-Q3", figure(npsID, analysis.NPSPoints, 30, 24, 36)),
		in("2026-Q3", figure(npsID, analysis.NPSPoints, 23, 17, 30)),
		in("2025-Q3", figure(meanEasy, analysis.Points, 8, 7.5, 8.5)),
		in("2026-Q3", figure(meanEasy, analysis.Points, 6, 5.5, 6.5)),
		analysis.Figure{ID: "change/performance/customers/easy/mean_change@wave=2025-Q3:2026-Q3", Value: analysis.NaN, Note: analysis.Notes{study.Reworded}},
	)
	result.Waves = s.Waves
	decide := func(rule string) Verdict {
		c := expect(rule)
		c.ID, c.OnInconclusive = "rule", study.CheckWarn
		parsed, err := Parse(s, []*study.Check{&c})
		if err != nil {
			t.Fatalf("%s: %v", rule, err)
		}
		if parsed[0].NeedsBaseline() {
			t.Errorf("%s asks for a baseline", rule)
		}
		return Evaluate(parsed, result, Against{}).Verdicts[0]
	}
	if v := decide(`change(nps(customers), previous) >= 0`); v.Outcome != Inconclusive || v.Value != -7 || v.NVersus != 15 {
		t.Errorf("since the wave before: got %+v", v)
	}
	if v := decide(`change(nps(customers), "2024") >= 0`); v.Outcome != Fail || v.Value != -27 {
		t.Errorf("since 2024: got %+v", v)
	}
	if v := decide(`change(nps(customers), '2025-Q3') >= 0`); v.Value != -7 {
		t.Errorf("since 2025-Q3: got %+v", v)
	}
	if v := decide(`change(mean(customers, easy), previous) >= 0pt`); v.Outcome != NoData || !strings.Contains(v.Reason, "reworded") {
		t.Errorf("reworded: got %+v", v)
	}
	// Where the analysis knows who answered both times, its interval counts.
	paired := figure("change/performance/customers/quick/mean_change@wave=2025-Q3:2026-Q3", analysis.Points, -0.4, -0.6, -0.2)
	result.Figures = append(result.Figures, in("2025-Q3", figure(meanQuick, analysis.Points, 8, 7.5, 8.5)), in("2026-Q3", figure(meanQuick, analysis.Points, 7.6, 7.1, 8.1)), paired)
	if v := decide(`change(mean(customers, quick), previous) >= 0pomp`); v.Outcome != Fail || math.Abs(float64(v.Value)+40.0/9) > 1e-9 {
		t.Errorf("paired: got %+v", v)
	}
	result.Figures = append(result.Figures,
		in("2025-Q3", figure(gapEasy, analysis.Points, 1, .5, 1.5)), in("2026-Q3", figure(gapEasy, analysis.Points, 2, 1.5, 2.5)),
		figure("change/performance/leadership:customers/easy/gap_change@wave=2025-Q3:2026-Q3", analysis.Points, 1, 0.9, 1.1))
	result.Figures = slices.DeleteFunc(result.Figures, func(f analysis.Figure) bool { return strings.Contains(f.ID, "easy/mean_change") })
	if v := decide(`change(gap(customers, leadership, easy), previous) >= -0.5pt`); v.Outcome != Fail || v.Value != -1 || v.Low != -1.1 {
		t.Errorf("paired gap, the other way round: got %+v", v)
	}
	if v := decide(`change(mean(leadership, quick), previous) >= 0pt`); v.Outcome != NoData {
		t.Errorf("no figure: got %+v", v)
	}
	for text, want := range map[string]string{
		`change(nps(customers), "2023") >= 0`:    `24: rule rule: no wave "2023"`,
		`change(nps(customers), "2026-Q3") >= 0`: `24: rule rule: "2026-Q3" is the newest wave itself`,
		`change(nps(customers), "2025) >= 0`:     "24: a quotation mark is not closed",
		`change(nps(customers), 2025) >= 0`:      `24: rule rule: change says what it compares with: baseline is expected, not "2025"`,
	} {
		c := expect(text)
		c.ID = "rule"
		_, err := Parse(s, []*study.Check{&c})
		if err == nil || strings.TrimPrefix(err.Error(), ":1:") != want {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
	c := expect("change(nps(customers), previous) >= 0")
	if _, err := Parse(asked(), []*study.Check{&c}); err == nil || !strings.Contains(err.Error(), "the study has no previous wave") {
		t.Errorf("one wave: got %v", err)
	}
}

// With the answers that are said to be needed, the interval ends on the limit.
func TestNeeded(t *testing.T) {
	x := measured{value: 23, low: 17, high: 29, level: .95, df: math.NaN()}
	all := []evidence{weigh(">=", x, 20, math.NaN(), false)}
	settle(all, .05, false)
	if got, want := float64(needed(all[0], .05)), 4.0; math.Abs(got-want) > 1e-9 {
		t.Errorf("got %v times, want %v", got, want)
	}
	if got := needed(weigh(">=", x, 23, math.NaN(), false), .05); got.Defined() {
		t.Errorf("on the limit: got %v", got)
	}
	// Of twenty that are alike each has a twentieth of the level.
	for range 19 {
		all = append(all, all[0])
	}
	settle(all, .05, true)
	longer := stats.TQuantile(math.Inf(1), 1-.05/20) / stats.TQuantile(math.Inf(1), .95)
	if got, want := float64(needed(all[0], .05)), 4*longer*longer; math.Abs(got-want) > 1e-6 {
		t.Errorf("of twenty: got %v times, want %v", got, want)
	}
	// Of a finite population fewer do: the variance falls with 1/n − 1/N.
	nps := figure(npsID, analysis.NPSPoints, 23, 17, 29)
	r := answered(nps)
	r.Audiences[1].Population = 40
	v := Evaluate(rules(t, expect("nps(customers) >= 20")), r, Against{}).Verdicts[0]
	if want := math.Ceil(1 / ((1.0/15-1.0/40)/4 + 1.0/40)); float64(v.NeededN) != want || v.NeededN >= 40 {
		t.Errorf("of 40: got %v, want %v", v.NeededN, want)
	}
	// Of two audiences only the one that is not complete can grow.
	gap := figure(gapEasy, analysis.Points, 2.3, 1.7, 2.9)
	gap.NVersus = 300
	r = answered(gap)
	r.Audiences[0].Bases[0].Census = true
	r.Audiences[1].Population = 0
	if v := Evaluate(rules(t, expect("gap(leadership, customers, easy) <= 2pt")), r, Against{}).Verdicts[0]; v.NeededN != 1200 {
		t.Errorf("beside a census: got %v", v.NeededN)
	}
}
