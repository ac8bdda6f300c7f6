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
