package gate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// family is a study and a result in which so many items have means with intervals about a limit of 5.
func family(t *testing.T, checks []*study.Check, means []analysis.Figure) ([]*Rule, *analysis.Result) {
	t.Helper()
	s, result := asked(), answered(means...)
	s.Items, result.Items = nil, nil
	for k := range means {
		item := &study.Item{ID: fmt.Sprintf("item_%d", k)}
		item.Ratings = []*study.Rating{{Item: item, Kind: study.Performance, Columns: map[string]*study.Column{"customers": {}}}}
		item.Ratings = append(item.Ratings, &study.Rating{Item: item, Kind: study.Importance, Columns: map[string]*study.Column{"customers": {}}})
		s.Items = append(s.Items, item)
		result.Items = append(result.Items, analysis.Item{ID: item.ID, Ratings: []analysis.Rating{{
			Kind: study.Performance, Perspective: "own", Low: 1, High: 10, Asked: []analysis.Asked{{Audience: "customers", Scale: "1..10"}},
		}}})
	}
	parsed, err := Parse(s, checks)
	if err != nil {
		t.Fatal(err)
	}
	return parsed, result
}

func meanOf(k int, value, low, high, df float64) analysis.Figure {
	f := figure(fmt.Sprintf("profile/performance/customers/item_%d/mean", k), analysis.Points, value, low, high)
	f.DF = analysis.Number(df)
	return f
}

// The interval at the level that Holm leaves to a repetition lies beyond the limit exactly if the rule fails, within exactly if it passes.
func TestIntervalThatDecides(t *testing.T) {
	source := rand.New(rand.NewPCG(2026, 11))
	decisive := 0
	for _, text := range []string{"mean(customers) >= 5pt", "mean(customers) <= 5pt", "mean(customers) between 4pt and 6pt"} {
		for range 150 {
			var means []analysis.Figure
			for k := range 2 + source.IntN(8) {
				value, reach := 5+source.NormFloat64(), 0.2+source.Float64()
				means = append(means, meanOf(k, value, value-reach, value+reach, []float64{4, 29, math.NaN()}[source.IntN(3)]))
			}
			c := expect(text)
			c.ID, c.For, c.OnInconclusive, c.FailSmallBase = "rule", study.ForItems, study.CheckWarn, true
			parsed, result := family(t, []*study.Check{&c}, means)
			for _, v := range Evaluate(parsed, result, Against{}).Verdicts {
				a := v.Adjusted
				if a == nil || a.Family != len(means) || a.P < v.P || a.Level < 0.95-1e-9 || a.Low > v.Low+1e-9 || a.High < v.High-1e-9 {
					t.Fatalf("%s: %+v of %d: %+v", text, v, len(means), a)
				}
				within := map[string]bool{
					"mean(customers) >= 5pt": a.Low > 5, "mean(customers) <= 5pt": a.High < 5, "mean(customers) between 4pt and 6pt": a.Low > 4 && a.High < 6,
				}[text]
				beyond := map[string]bool{
					"mean(customers) >= 5pt": a.High < 5, "mean(customers) <= 5pt": a.Low > 5, "mean(customers) between 4pt and 6pt": a.High < 4 || a.Low > 6,
				}[text]
				if (v.Outcome == Pass) != within || (v.Outcome == Fail) != beyond {
					t.Fatalf("%s: %s, [%v, %v] at %v", text, v.Outcome, a.Low, a.High, a.Level)
				}
				if a.Decisive {
					decisive++
				}
				if a.Decisive && v.Outcome != Inconclusive {
					t.Fatalf("%s: %s although the adjustment decides", text, v.Outcome)
				}
			}
		}
	}
	if decisive < 40 {
		t.Errorf("the adjustment decides %d times, want more", decisive)
	}
}

// One value near the limit: alone it fails, one of six it is open, and the verdict says so.
func TestAdjustmentDecides(t *testing.T) {
	means := []analysis.Figure{meanOf(0, 5.8, 5.1, 6.5, math.NaN())}
	for k := 1; k < 6; k++ {
		means = append(means, meanOf(k, 5, 4.5, 5.5, math.NaN()))
	}
	for _, test := range []struct {
		unadjusted bool
		figures    []analysis.Figure
		outcome    Outcome
		decisive   bool
	}{
		{false, means, Inconclusive, true},
		{true, means, Fail, false},
		{false, means[:1], Fail, false},
	} {
		c := expect("mean(customers) <= 5pt")
		c.ID, c.For, c.OnInconclusive, c.Unadjusted, c.FailSmallBase = "rule", study.ForItems, study.CheckWarn, test.unadjusted, true
		parsed, result := family(t, []*study.Check{&c}, test.figures)
		v := Evaluate(parsed, result, Against{}).Verdicts[0]
		if v.Outcome != test.outcome || (v.Adjusted != nil && v.Adjusted.Decisive) != test.decisive || !(v.P < 0.025) {
			t.Errorf("%+v: got %s, %+v", test, v.Outcome, v.Adjusted)
		}
		if test.decisive && (math.Abs(float64(v.Adjusted.P)-6*float64(v.P)) > 1e-12 || math.Abs(float64(v.Adjusted.Level)-(1-.05/6)) > 1e-12) {
			t.Errorf("got %+v beside p %v", v.Adjusted, v.P)
		}
	}
}

// What the value alone decides keeps its interval, and says what decided.
func TestDecidedByTheValue(t *testing.T) {
	c := expect("nps(customers) >= 20")
	c.Point = true
	wide := figure(npsID, analysis.NPSPoints, 23, 17, 30)
	v := Evaluate(rules(t, c), answered(wide), Against{}).Verdicts[0]
	if v.Outcome != Pass || !v.ByValue || v.Low != 17 || v.High != 30 || v.P.Defined() {
		t.Errorf("got %s, %v [%v, %v], p %v", v.Outcome, v.Value, v.Low, v.High, v.P)
	}
	c.Point = false
	if v := Evaluate(rules(t, c), answered(wide), Against{}).Verdicts[0]; v.Outcome != Inconclusive || v.ByValue || !v.P.Defined() {
		t.Errorf("by the interval: got %s, %v", v.Outcome, v.ByValue)
	}
	bare := figure(npsID, analysis.NPSPoints, 23, math.NaN(), math.NaN())
	bare.SE = analysis.NaN
	c.Point = true
	if v := Evaluate(rules(t, c), answered(bare), Against{}).Verdicts[0]; v.Outcome != Pass || v.Low.Defined() {
		t.Errorf("without an interval: got %s [%v", v.Outcome, v.Low)
	}
}

// A quadrant is decided by resamples: what is said of it beside others is the share that Holm's adjustment asks for, and no interval.
func TestAdjustedQuadrants(t *testing.T) {
	place := func(k int, stability float64) []analysis.Figure {
		id := fmt.Sprintf("quadrant/performance/customers/item_%d/quadrant", k)
		nan := math.NaN()
		of, stable := figure(id, "", nan, nan, nan), figure(id+"_stability", analysis.Share, stability, nan, nan)
		of.Verdict = analysis.LowPriority
		return []analysis.Figure{of, stable}
	}
	means := []analysis.Figure{meanOf(0, 5, 4, 6, 29), meanOf(1, 5, 4, 6, 29)}
	c := expect("quadrant(customers) is not concentrate_here")
	c.ID, c.For, c.OnInconclusive = "rule", study.ForItems, study.CheckWarn
	parsed, result := family(t, []*study.Check{&c}, means)
	result.Figures = append(result.Figures, append(place(0, .98), place(1, .6)...)...)
	got := Evaluate(parsed, result, Against{}).Verdicts
	first, second := got[0].Adjusted, got[1].Adjusted
	if got[0].Outcome != Inconclusive || first == nil || !first.Decisive || first.Family != 2 || first.Low.Defined() || math.Abs(float64(first.Level)-.975) > 1e-12 {
		t.Errorf("98 %% of two: %+v %+v", got[0], first)
	}
	if got[1].Outcome != Inconclusive || second == nil || second.Decisive {
		t.Errorf("60 %% of two: %+v %+v", got[1], second)
	}
}
