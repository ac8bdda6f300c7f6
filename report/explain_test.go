package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Every formula and every list of ingredients is of a statistic that there is.
func TestFormulasAreOfStatistics(t *testing.T) {
	some := 0
	for _, d := range analysis.Definitions() {
		if formulaOf(&analysis.Figure{Analysis: d.Analysis, Statistic: d.Statistic}) != "" {
			some++
		}
	}
	if some < 45 {
		t.Errorf("only %d statistics have formulas: a key is misspelt", some)
	}
}

// The ingredients of a difference give it: the means of a gap, the parts of a share, the factors of a priority.
func TestIngredientsMakeTheFigure(t *testing.T) {
	r := threeAudiences(t, false)
	l := newLookup(r, english())
	checked := 0
	for i := range r.Figures {
		f := &r.Figures[i]
		var parts []float64
		for _, k := range ingredientKeys(r, f) {
			if in := l.figure(k); in != nil {
				parts = append(parts, float64(in.Value))
			}
		}
		var made float64
		switch f.Analysis + "/" + f.Statistic {
		case "gap/difference", "gap/top_box_difference", "chain/total_gap", "chain/communication_gap", "chain/delivery_gap", "profile/net":
			if len(parts) == 2 {
				made = parts[0] - parts[1]
			}
		case "chain/communication_share":
			if f.Item == "" {
				continue
			}
			if len(parts) == 3 {
				made = parts[1] / parts[0]
			}
		default:
			continue
		}
		if !f.Value.Defined() {
			continue
		}
		checked++
		if math.Abs(made-float64(f.Value)) > 1e-12 {
			t.Errorf("%s: %v, of its ingredients %v", f.ID, f.Value, parts)
		}
	}
	if checked < 20 {
		t.Errorf("only %d checked", checked)
	}
}

// What is suppressed stays so among the ingredients.
func TestSuppressedIngredients(t *testing.T) {
	r := threeAudiences(t, true)
	for i := range r.Figures {
		for _, line := range ingredientsOf(r, &r.Figures[i]) {
			if strings.Contains(line, "/leadership/") && !strings.HasSuffix(line, english().withheld()) {
				t.Errorf("%s: %s", r.Figures[i].ID, line)
			}
		}
	}
}

// A verdict that another test's p has decided is not left beside a p that contradicts it.
func TestExplainSaysWhichPDecides(t *testing.T) {
	r := invented(t, "Skewed", []string{"Fast", "Fair", "Kind", "Near"}, nil,
		audience{id: "staff", label: "Staff", n: 14, means: []float64{9.4, 9, 6, 5}, scale: ten()},
		audience{id: "customers", label: "Customers", n: 60, means: []float64{8.6, 8.5, 6.5, 5.5}, scale: ten()})
	said := map[string]int{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Analysis != "gap" || f.Statistic != "difference" {
			continue
		}
		decision := newLookup(r, english()).figure(key{f.Analysis, f.Kind, f.Perspective, f.Audience, f.Versus, f.Item, "disparity", f.Wave})
		want := "decided by  for a difference: this p"
		if decision.P != f.P {
			want = "decided by  for a difference: the larger p of Welch's test and the rank test, p " + english().pText(decision.P, 0.05)
		}
		var out strings.Builder
		if err := Explain(&out, r, f, ""); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s: no %q in\n%s", f.ID, want, out.String())
		}
		said[want[:36]]++
	}
	if len(said) < 2 {
		t.Errorf("only one of both is tried: %v", said)
	}
}

// A contrast is made of the gaps within the two values that it is of; with the number of pairs of values its interval can be had from its standard error.
func TestContrastIsMadeOfTwoGaps(t *testing.T) {
	row := func(statistic, segment string, value analysis.Number, verdict string) analysis.Figure {
		id := "segment/performance/staff:customers/easy/" + statistic + "@" + segment
		return analysis.Figure{
			ID: id, Analysis: "segment", Kind: "performance", Perspective: "own", Audience: "staff", Versus: "customers", Item: "easy",
			Segment: segment, Statistic: statistic, Value: value, Verdict: verdict,
		}
	}
	r := &analysis.Result{Figures: []analysis.Figure{
		row("contrast", "region", 1.5, analysis.Disparity), row("contrast_pooled", "region", 1.5, ""), row("contrast_pairs", "region", 3, ""),
		row("contrast_larger", "region", analysis.NaN, "North"), row("contrast_smaller", "region", analysis.NaN, "West"),
		row("difference", "region=North", 2.5, ""), row("difference", "region=South", 2, ""), row("difference", "region=West", 1, ""),
	}}
	got := strings.ReplaceAll(strings.Join(ingredientsOf(r, &r.Figures[0]), "; "), "segment/performance/staff:customers/easy/", "")
	want := "contrast_pairs@region = 3; contrast_pooled@region = 1.5; contrast_larger@region: North; difference@region=North = 2.5; contrast_smaller@region: West; difference@region=West = 1"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if formula := formulaOf(&r.Figures[0]); !strings.Contains(formula, "1 − α/m") {
		t.Errorf("formula %q", formula)
	}
}
