package gate

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// kept returns the baseline of a small result, by way of its file.
func kept(t *testing.T, figures ...analysis.Figure) *Baseline {
	t.Helper()
	return reread(t, NewBaseline(answered(figures...)))
}

func reread(t *testing.T, b *Baseline) *Baseline {
	t.Helper()
	text, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadBaseline("baseline.json", text)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

const shortEase = "shortfall/performance/customers/dimension_ease/shortfall"

// named completes a figure as an analysis would.
func named(f analysis.Figure) analysis.Figure {
	parts := strings.Split(f.ID, "/")
	f.Analysis, f.Kind, f.Perspective, f.Statistic = parts[0], study.Kind(parts[1]), "own", parts[4]
	f.Audience, f.Versus, _ = strings.Cut(parts[2], ":")
	f.Item = parts[3]
	if f.Item == "*" {
		f.Item = ""
	}
	if f.Audience == "*" {
		f.Audience = ""
	}
	return f
}

// withT gives a figure a t interval.
func withT(f analysis.Figure, e stats.Estimate) analysis.Figure {
	f = named(f)
	f.Value, f.SE, f.Low, f.High = analysis.Number(e.Value), analysis.Number(e.SE), analysis.Number(e.Low), analysis.Number(e.High)
	f.DF, f.Level, f.N = analysis.Number(e.DF), analysis.Number(e.Level), analysis.Number(e.N)
	return f
}

func TestChangesOfVerdicts(t *testing.T) {
	nps := func(value, low, high float64) analysis.Figure {
		return named(figure(npsID, analysis.NPSPoints, value, low, high))
	}
	top := func(value, low, high float64) analysis.Figure {
		return named(figure(topEasy, analysis.Share, value, low, high))
	}
	gap := func(value, low, high float64) analysis.Figure {
		return named(figure(gapEasy, analysis.Points, value, low, high))
	}
	hidden := named(figure(npsID, analysis.NPSPoints, math.NaN(), math.NaN(), math.NaN(), analysis.NoteSuppressed))
	few := nps(30, 25, 35)
	few.N = 3
	for _, test := range []struct {
		name, rule string
		then, now  analysis.Figure
		outcome    Outcome
	}{
		{"a fall beyond the limit", "change(nps(customers), baseline) >= -5", nps(40, 37, 43), nps(20, 17, 23), Fail},
		{"a fall that may be noise", "change(nps(customers), baseline) >= -5", nps(30, 22, 38), nps(22, 14, 30), Inconclusive},
		{"no fall", "change(nps(customers), baseline) >= -5", nps(30, 28, 32), nps(30, 28, 32), Pass},
		{"a share in percentage points", "change(top_box(customers, easy), baseline) >= -5pp", top(.6, .58, .62), top(.4, .38, .42), Fail},
		{"a gap that grew", "change(abs(gap(leadership, customers, easy)), baseline) <= 0pomp", gap(1, .8, 1.2), gap(2.7, 2.5, 2.9), Fail},
		{"a gap that turned and shrank", "change(abs(gap(leadership, customers, easy)), baseline) <= 0pomp", gap(2.7, 2.5, 2.9), gap(-1, -1.2, -.8), Pass},
		{"a gap the other way round", "change(gap(customers, leadership, easy), baseline) >= -1pt", gap(1, .8, 1.2), gap(2.7, 2.5, 2.9), Fail},
		{"the size of a change", "abs(change(nps(customers), baseline)) <= 5", nps(30, 28, 32), nps(50, 48, 52), Fail},
		{"not in the baseline", "change(nps(customers), baseline) >= -5", gap(1, .8, 1.2), nps(30, 28, 32), NoData},
		{"not in the result", "change(nps(customers), baseline) >= -5", nps(30, 28, 32), gap(1, .8, 1.2), NoData},
		{"suppressed now", "change(nps(customers), baseline) >= -5", nps(30, 28, 32), hidden, NoData},
		{"suppressed then", "change(nps(customers), baseline) >= -5", hidden, nps(30, 28, 32), NoData},
		{"too few then, by the minimum of today", "change(nps(customers), baseline) >= -5", few, nps(30, 28, 32), NoData},
		{"a count", "change(n(customers), baseline) >= 0", nps(30, 28, 32), nps(30, 28, 32), Pass},
		{"a rate", "change(response_rate(customers), baseline) >= 1pp", nps(30, 28, 32), nps(30, 28, 32), Fail},
		{"two sides that change", "change(gap(leadership, customers, easy), baseline) <= change(gap(leadership, customers, quick), baseline)", gap(1, .8, 1.2), gap(1, .8, 1.2), NoData},
	} {
		present := answered(test.now)
		present.Choices.MinimumBase = 5
		for i := range present.Audiences {
			present.Audiences[i].Anonymous = true
		}
		report := Evaluate(rules(t, expect(test.rule)), present, Against{Baseline: kept(t, test.then)})
		if v := report.Verdicts[0]; v.Outcome != test.outcome {
			t.Errorf("%s: got %s (%s), want %s", test.name, v.Outcome, v.Reason, test.outcome)
		}
	}
}

// The interval of a change from stored standard errors is the one that the respondents of both times would give.
func TestChangeFromStoredErrors(t *testing.T) {
	source := rand.New(rand.NewPCG(7, 7))
	sample := func(n int, mean float64) stats.Estimate {
		values := make([]float64, n)
		for i := range values {
			values[i] = math.Min(10, math.Max(1, math.Round(mean+2*source.NormFloat64())))
		}
		return stats.NewSample(values, nil).Mean(0.95)
	}
	then, now := sample(14, 6), sample(200, 7)
	want := stats.Welch(now, then, 0.95)
	b := kept(t, withT(figure(meanEasy, analysis.Points, 0, 0, 0), then))
	rule := rules(t, expect("change(mean(customers, easy), baseline) >= 0pt"))
	v := Evaluate(rule, answered(withT(figure(meanEasy, analysis.Points, 0, 0, 0), now)), Against{Baseline: b}).Verdicts[0]
	for name, pair := range map[string][2]float64{
		"value": {float64(v.Value), want.Value}, "low": {float64(v.Low), want.Low}, "high": {float64(v.High), want.High},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-12 {
			t.Errorf("%s: got %v, want %v", name, pair[0], pair[1])
		}
	}
}

// A change of two scores without standard errors is Newcombe's hybrid of their intervals: 56/70 less 48/80.
func TestChangeOfShares(t *testing.T) {
	wilson := func(x, n int) analysis.Figure {
		values := make([]float64, n)
		for i := range x {
			values[i] = 1
		}
		e := stats.NewSample(values, nil).Share(func(v float64) bool { return v == 1 }, 0.95)
		return named(figure(topEasy, analysis.Share, e.Value, e.Low, e.High))
	}
	b := kept(t, wilson(48, 80))
	v := Evaluate(rules(t, expect("change(top_box(customers, easy), baseline) >= 0pp")), answered(wilson(56, 70)), Against{Baseline: b}).Verdicts[0]
	if math.Abs(float64(v.Value)-20) > 1e-9 || math.Abs(float64(v.Low)-5.24) > 0.005 || math.Abs(float64(v.High)-33.39) > 0.005 {
		t.Errorf("got %v [%v, %v], want 20 [5.24, 33.39]", v.Value, v.Low, v.High)
	}
}

// Where nothing has changed, a rule that forbids every fall fails in 2.5 % of samples.
func TestErrorRatesOfChanges(t *testing.T) {
	const runs = 2000
	source := rand.New(rand.NewPCG(2026, 7))
	sample := func() measured {
		values := make([]float64, 60)
		for i := range values {
			values[i] = math.Min(10, math.Max(1, math.Round(5.5+1.6*source.NormFloat64())))
		}
		e := stats.NewSample(values, nil).Mean(0.95)
		return measured{value: e.Value, low: e.Low, high: e.High, se: e.SE, level: 0.95, df: e.DF, nVersus: math.NaN()}
	}
	failed := 0
	for range runs {
		x := sample().minus(sample())
		if settle([]evidence{weigh(">=", x, 0, math.NaN(), false)}, 0.05, true)[0] == fails {
			failed++
		}
	}
	rate, most := float64(failed)/runs, 0.025+3*math.Sqrt(0.025*0.975/runs)
	if rate > most || rate < 0.025-3*math.Sqrt(0.025*0.975/runs) {
		t.Errorf("fails in %.4f of samples, want 0.025 ± %.4f", rate, most-0.025)
	}
}

// What failed against the old baseline fails against the updated one, whatever comes.
func TestUpdateOnlyTightens(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		mean := func(name string) analysis.Figure {
			value, se := rapid.Float64Range(3, 8).Draw(rt, name), rapid.Float64Range(0.05, 1).Draw(rt, name+" se")
			half := stats.TQuantile(60, 0.95) * se
			return withT(figure(meanEasy, analysis.Points, 0, 0, 0), stats.Estimate{
				Value: value, SE: se, Low: value - half, High: value + half, Level: 0.95, DF: 60, N: 61,
			})
		}
		text := rapid.SampledFrom([]string{
			"change(mean(customers, easy), baseline) >= -0.5pt", "change(mean(customers, easy), baseline) <= 0.5pt",
			"not change(mean(customers, easy), baseline) < -0.5pt", "change(mean(customers, easy), baseline) between -1pt and 1pt",
			"abs(change(mean(customers, easy), baseline)) <= 0.5pt",
		}).Draw(rt, "rule")
		rule := rules(t, expect(text))
		old := kept(t, mean("then"))
		fresh, _ := old.Update(rule, answered(mean("now")), "")
		later := answered(mean("later"))
		before := Evaluate(rule, later, Against{Baseline: old}).Verdicts[0]
		after := Evaluate(rule, later, Against{Baseline: fresh}).Verdicts[0]
		// The degrees of freedom of the difference move a little with the standard errors: a hair's breadth is no loosening.
		if before.Outcome == Fail && after.Outcome != Fail && !nearly(after) {
			rt.Fatalf("%s: failed with %v [%v, %v], and is now %s with %v [%v, %v]",
				text, before.Value, before.Low, before.High, after.Outcome, after.Value, after.Low, after.High)
		}
	})
}

// nearly reports whether a verdict lies within a fiftieth of its interval of the failure.
func nearly(v Verdict) bool {
	width := float64(v.High - v.Low)
	for _, limit := range []float64{-1, -0.5, 0.5, 1} {
		if math.Abs(float64(v.Low)-limit) < width/50 || math.Abs(float64(v.High)-limit) < width/50 {
			return true
		}
	}
	return false
}

func TestUpdate(t *testing.T) {
	nps := func(value, low, high float64) analysis.Figure {
		return named(figure(npsID, analysis.NPSPoints, value, low, high))
	}
	rule := rules(t, expect("change(nps(customers), baseline) >= -5"))
	old := kept(t, nps(30, 25, 35), named(figure(meanEasy, analysis.Points, 7, 6, 8)))
	for _, test := range []struct {
		name   string
		now    analysis.Figure
		reason string
		want   analysis.Number
		kept   int
		why    string
	}{
		{"higher", nps(33, 28, 38), "", 33, 0, ""},
		{"lower", nps(28, 26, 30), "", 30, 1, "lower than in the baseline"},
		{"higher, but less certain", nps(31, 11, 51), "", 30, 1, "less certain than in the baseline"},
		{"gone", named(figure(npsID, analysis.NPSPoints, math.NaN(), math.NaN(), math.NaN(), analysis.NoteSuppressed)), "", 30, 1, "suppressed"},
		{"lower, with a reason", nps(28, 26, 30), "new panel", 28, 1, "lower than in the baseline"},
	} {
		fresh, left := old.Update(rule, answered(test.now, named(figure(meanEasy, analysis.Points, 5, 4, 6))), test.reason)
		fresh = reread(t, fresh)
		if got := fresh.value(npsID); got != test.want || len(left) != test.kept {
			t.Errorf("%s: the baseline has %v and kept %d, want %v and %d", test.name, got, len(left), test.want, test.kept)
			continue
		}
		if test.kept > 0 && !strings.Contains(left[0].Why, test.why) {
			t.Errorf("%s: kept because %q, want %q", test.name, left[0].Why, test.why)
		}
		if got := fresh.value(meanEasy); got != 5 {
			t.Errorf("%s: a figure that no rule compares with is %v, want that of the result", test.name, got)
		}
		if (test.reason != "") != (len(fresh.Loosened) == 1 && fresh.Loosened[0].Reason == test.reason) {
			t.Errorf("%s: recorded %+v", test.name, fresh.Loosened)
		}
	}
}

// Counts are kept too: a rule on their change does not become milder by an update.
func TestUpdateKeepsCounts(t *testing.T) {
	rule := rules(t, expect("change(n(customers), baseline) >= 0"))
	old := kept(t)
	fewer := answered()
	fewer.Audiences[1].Bases[0].N = 10
	fresh, left := old.Update(rule, fewer, "")
	if len(left) != 1 || fresh.Audiences[0].N != 15 {
		t.Errorf("kept %+v, and the audience is %+v", left, fresh.Audiences[0])
	}
}

// An item that was asked on another scale is not compared, and its baseline stays.
func TestAnotherScale(t *testing.T) {
	mean := named(figure(meanEasy, analysis.Points, 4, 3.8, 4.2))
	rule := rules(t, expect("change(mean(customers, easy), baseline) >= -20pomp"))
	old := kept(t, mean)
	present := answered(mean)
	present.Items[0].Ratings[0].High = 5
	for i := range present.Items[0].Ratings[0].Asked {
		present.Items[0].Ratings[0].Asked[i].Scale = "1..5"
	}
	v := Evaluate(rule, present, Against{Baseline: old}).Verdicts[0]
	if v.Outcome != NoData || !strings.Contains(v.Reason, "customers answered on 1..10 in the baseline, and on 1..5 now") {
		t.Errorf("got %s: %s", v.Outcome, v.Reason)
	}
	fresh, left := old.Update(rule, present, "")
	if len(left) != 1 || fresh.item("easy").Ratings[0].High != 10 || fresh.item("quick") == nil {
		t.Errorf("kept %+v, and the item is %+v", left, fresh.item("easy"))
	}
	if row := old.Diff(present).Rows[0]; row.Movement != NotComparable || row.Change.Defined() {
		t.Errorf("the comparison shows %+v", row)
	}
}

func TestDiff(t *testing.T) {
	b := kept(t, named(figure(npsID, analysis.NPSPoints, 30, 28, 32)), named(figure(meanEasy, analysis.Points, 7, 6, 8)),
		named(figure(gapEasy, analysis.Points, 1, .5, 1.5)), named(figure(gapQuick, analysis.Points, 1, .5, 1.5)))
	present := answered(named(figure(npsID, analysis.NPSPoints, 20, 18, 22)), named(figure(meanEasy, analysis.Points, 7.2, 6.2, 8.2)),
		named(figure(gapEasy, analysis.Points, 1, .5, 1.5)), named(figure(topEasy, analysis.Share, .6, .5, .7)),
		named(figure(gapQuick, analysis.Points, math.NaN(), math.NaN(), math.NaN(), analysis.NoteSuppressed)))
	// A baseline of an earlier version has figures that no rule asks for any more: what the result still shows is not gone.
	const blankEasy = "profile/performance/customers/easy/blank"
	b.Figures = append(b.Figures, BaselineFigure{ID: blankEasy, Unit: analysis.Share, Value: .1, Low: .1, High: .1})
	present.Figures = append(present.Figures, named(figure(blankEasy, analysis.Share, .1, .1, .1)))
	want := map[string]Movement{npsID: Lower, meanEasy: NoClearChange, gapEasy: Unchanged, topEasy: New, gapQuick: Gone}
	d := b.Diff(present)
	if len(d.Rows) != len(want) {
		t.Errorf("got %d rows, want %d", len(d.Rows), len(want))
	}
	for _, row := range d.Rows {
		if row.Movement != want[row.Figure] {
			t.Errorf("%s: got %s, want %s", row.Figure, row.Movement, want[row.Figure])
		}
	}
}

// What a baseline has not may be had: it is written anew.
func TestFigureThatABaselineHasNot(t *testing.T) {
	b := kept(t, named(figure(npsID, analysis.NPSPoints, 30, 28, 32)))
	present := answered(named(figure(meanEasy, analysis.Points, 7.2, 6.2, 8.2)))
	v := Evaluate(rules(t, expect("change(mean(customers, easy), baseline) >= -1pt")), present, Against{Baseline: b}).Verdicts[0]
	if want := "in the baseline: no figure " + meanEasy + ": cxgap check baseline write makes it anew"; v.Outcome != NoData || v.Reason != want {
		t.Errorf("got %s: %q, want %q", v.Outcome, v.Reason, want)
	}
}

// The alignment of other items is another figure.
func TestAlignmentOfOtherItems(t *testing.T) {
	alignment := named(figure("alignment/performance/*/*/alignment", analysis.POMP, 90, 88, 92))
	b := kept(t, alignment)
	rule := rules(t, expect("change(alignment(), baseline) >= -5"))
	if v := Evaluate(rule, answered(alignment), Against{Baseline: b}).Verdicts[0]; v.Outcome != Pass {
		t.Errorf("the same items: %s (%s)", v.Outcome, v.Reason)
	}
	fewer := answered(alignment)
	fewer.Items = fewer.Items[:1]
	if v := Evaluate(rule, fewer, Against{Baseline: b}).Verdicts[0]; v.Outcome != NoData {
		t.Errorf("other items: %s", v.Outcome)
	}
}

func TestBaselinesThatAreNone(t *testing.T) {
	good := `{"schema": "cxgap.baseline/1", "methods": 1`
	for text, want := range map[string]string{
		"":                               "baseline.json:1: not a baseline: the file is empty",
		"[]":                             `baseline.json:1: not a baseline: it begins with "[]", and no { of JSON`,
		"\ufeff{}":                       "baseline.json:1: not a baseline: it begins with a byte order mark",
		"\x1f\x8b\b":                     "baseline.json:1: not a baseline: it is packed (gzip)",
		"quick\n7":                       `baseline.json:1: not a baseline: it begins with "quick"`,
		`{"schema": "cxgap.`:             "baseline.json:1: not a baseline: it ends amid the JSON",
		`{"schema": "cxgap.result/1"}`:   "baseline.json: a saved result, and no baseline",
		`{"schema": "cxgap.check/1"}`:    "baseline.json: verdicts of a check, and no baseline",
		"{}":                             "baseline.json: not a baseline: it has no schema",
		"{\n\"schema\": 5}":              `baseline.json:2: not a baseline: a number stands under "schema"`,
		`{"schema": "cxgap.baseline/9"}`: `baseline.json: its schema is "cxgap.baseline/9", and this version reads "cxgap.baseline/1"`,
		`{"schema": "cxgap.baseline/1", "methods": 0}`: "baseline.json: its figures follow other definitions",
		good + `, "more": 1}`:                          `baseline.json:1: not a baseline: unknown field "more"`,
		good + `} {}`:                                  "baseline.json:1: not a baseline: something follows",
		good + `, "figures": [{"figure": "a", "value": 1}, {"figure": "a", "value": 1}]}`: `baseline.json: figure "a" stands twice`,
		good + `, "figures": [{"figure": "a", "value": null}]}`:                           `baseline.json: figure "a" has no value`,
		good + `, "figures": [{"figure": "a", "value": 1, "low": 2}]}`:                    `baseline.json: figure "a" lies outside its interval`,
	} {
		_, err := ReadBaseline("baseline.json", []byte(text))
		var input *study.InputError
		if !errors.As(err, &input) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
}

// A figure of which only the value is known decides nothing, and says so in words.
func TestChangeWithoutAnInterval(t *testing.T) {
	nan := math.NaN()
	bare := named(figure(shortEase, analysis.Points, 1.2, nan, nan))
	bare.SE, bare.Level = analysis.NaN, analysis.NaN
	sure := named(figure(shortEase, analysis.Points, 1.4, 1.3, 1.5))
	sure.SE, sure.DF = analysis.NaN, analysis.NaN
	for _, test := range []struct {
		name      string
		then, now analysis.Figure
		movement  Movement
		outcome   Outcome
		byValue   Outcome
	}{
		{"neither", bare, named(func() analysis.Figure { f := bare; f.Value = 1.4; return f }()), NotComparable, NoData, Fail},
		{"then", bare, sure, NotComparable, NoData, Fail},
		{"now", sure, bare, NotComparable, NoData, Pass},
		{"both", sure, sure, Unchanged, Pass, Pass},
	} {
		b, r := kept(t, test.then), answered(test.now)
		c := expect("change(shortfall(customers, dimension_ease), baseline) <= 0.15pt")
		row := b.Diff(r).Rows[0]
		if strings.Contains(row.Reason, "NaN") || row.Movement != test.movement {
			t.Errorf("%s: %s %q", test.name, row.Movement, row.Reason)
		}
		v := Evaluate(rules(t, c), r, Against{Baseline: b}).Verdicts[0]
		if v.Outcome != test.outcome || strings.Contains(v.Reason, "NaN") {
			t.Errorf("%s: %s %q", test.name, v.Outcome, v.Reason)
		}
		c.Point = true
		if v := Evaluate(rules(t, c), r, Against{Baseline: b}).Verdicts[0]; v.Outcome != test.byValue {
			t.Errorf("%s, by the value: %s %q", test.name, v.Outcome, v.Reason)
		}
	}
}
