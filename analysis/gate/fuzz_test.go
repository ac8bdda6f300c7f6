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
