package gate

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// Whatever the text of a rule, it is understood or refused with a place in it; what is understood is decided without data, and
// never passes then.
func FuzzRule(f *testing.F) {
	for _, text := range []string{
		"gap(leadership, customers, easy) <= 15pomp", "not (nps(customers) >= 40 or nps(customers) < 0)", "abs(gap(leadership, *, *)) between 0pt and 2pt",
		`change(nps(customers), "2025") >= -5`, "change(abs(gap(leadership, customers, ea*)), baseline) <= 1pomp", "quadrant(customers, easy) is not concentrate_here",
		"mean(customers, easy) >= mean(customers, quick)", "derived_rank(customers, dimension_ease) ≤ 3", "top_box(customers, easy) >= 40%", "n(*) > 1.5.2", "((((", "not not",
	} {
		f.Add(text, "")
		f.Add(text, "items")
	}
	f.Fuzz(func(t *testing.T, text, over string) {
		s := asked()
		s.Waves = []string{"2025", "2026"}
		c := study.Check{ID: "rule", For: study.Repetition(over), OnInconclusive: study.CheckPass, Expect: study.Expression{Text: text, Line: text, Place: study.Place{Line: 1, Column: 1}}}
		if !strings.Contains("items dimensions constructs segments", over) {
			t.Skip()
		}
		parsed, err := Parse(s, []*study.Check{&c})
		var faults *study.FileError
		switch {
		case err == nil:
			for _, v := range Evaluate(parsed, answeredByNobody(), Against{}).Verdicts {
				if v.Outcome == Pass || v.Outcome == Fail || v.Level == OK {
					t.Fatalf("%q for %s is decided without data: %+v", text, over, v)
				}
			}
		case !errors.As(err, &faults) || faults.Empty():
			t.Fatalf("got %v, want faults", err)
		default:
			for _, fault := range faults.List {
				_ = fault.Caret()
				if at := fault.Place.Column; at < 1 || at > utf8.RuneCountInString(text)+1 {
					t.Fatalf("a fault in column %d of %q: %s", at, text, fault.Message)
				}
			}
		}
	})
}

// answeredByNobody is a result without figures and without bases.
func answeredByNobody() *analysis.Result {
	r := answered()
	for i := range r.Audiences {
		r.Audiences[i].Bases = nil
	}
	return r
}

// Whatever a file of rule tests says, it is decided or refused.
func FuzzTrials(f *testing.F) {
	f.Add("gap(leadership, customers, easy)", "30pomp", "24pomp", "36pomp", "no-blind-spot", 14, 640)
	f.Add("change(nps(customers), previous)", "-3", "-5", "0", "no-fall", 600, 0)
	f.Add("mean(customers, easy)@region=north", "7pt", "6", "8", "regions", 20, 0)
	f.Add("quadrant(customers, easy)", "concentrate_here", "", "", "map", 0, 0)
	of, err := study.Parse("cxgap.yaml", []byte(`audiences: {leadership: {files: [l.csv], population: 14, wave: {column: w}}, customers: {files: [c.csv], wave: {column: w}}}
waves: [2025, 2026]
segments: [region]
scale: 1..10
items: {easy: {performance: Q1, importance: Q2}, quick: {performance: Q3, importance: Q4}}
outcome: {column: Q5, scale: 0..10, nps: true}
checks:
  - {id: no-blind-spot, for: items, expect: "abs(gap(leadership, customers)) <= 15pomp", warn: "gap(leadership, customers) <= 1pt"}
  - {id: no-fall, expect: "change(nps(customers), previous) >= -5 or nps(customers) >= 20"}
  - {id: regions, for: segments, expect: "mean(customers, easy) between 60pomp and 90pomp"}
  - {id: map, expect: "quadrant(customers, easy) is not concentrate_here"}
`))
	if err != nil {
		f.Fatal(err)
	}
	parsed, err := Parse(of, of.Checks)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, quantity, value, low, high, rule string, n, versus int) {
		at := func(text string) study.Expression {
			return study.Expression{Text: text, Line: text, Place: study.Place{Line: 1, Column: 1}}
		}
		test := &study.RuleTest{
			Name:  "case",
			Given: []study.Given{{Quantity: at(quantity), Value: at(value), Interval: []study.Expression{at(low), at(high)}, N: []int{n, versus}, Word: at(low)}},
			Want:  []study.Wanted{{Rule: at(rule), Verdict: study.WantPass}},
		}
		trials, err := Try(of, parsed, []*study.RuleTest{test}, 0, func(*Report) int { return 0 })
		var faults *study.FileError
		switch {
		case err == nil && len(trials.Cases) != 1:
			t.Fatalf("got %+v", trials)
		case err != nil && (!errors.As(err, &faults) || faults.Empty()):
			t.Fatalf("got %v, want faults", err)
		}
	})
}
