package analysis

import "testing"

// Of 20 customers 18 answered: no share, of whatever kind of rating, ends where only more than 20 could bring it.
func TestSharesOfANearCensusArePossible(t *testing.T) {
	const answered, population = 18, 20
	in := matters(t, answered)
	in.study.Audiences[1].Population = population
	in.study.Analysis.Resamples = 400
	_, figures := in.analyzeInFull(t)
	asked := map[string]bool{"profile": true, "shortfall": true, "relative_performance": true, "journey": true}
	cut := map[string]bool{} // statistics whose interval ends where possibility does
	for id, f := range figures {
		if !asked[f.Analysis] || f.Audience != "customers" || f.Unit != Share && f.Unit != ShareDiff || !f.Low.Defined() || f.N != answered || f.Statistic == "marginal_effect" {
			continue
		}
		least := Number(0)
		if f.Unit == ShareDiff {
			least = -1
		}
		low, high := (f.Value*answered+least*(population-answered))/population, (f.Value*answered+population-answered)/population
		if f.Low < low-1e-9 || f.High > high+1e-9 {
			t.Errorf("%s: %v to %v, possible are %v to %v", id, f.Low, f.High, low, high)
		}
		if f.Low < low+1e-9 || f.High > high-1e-9 {
			cut[f.Analysis+" "+f.Item+" "+f.Statistic] = true
		}
	}
	for _, of := range []string{"shortfall hygiene top_box_importance", "shortfall all top_box_importance"} {
		if !cut[of] {
			t.Errorf("no interval of %s ends at its bound: the test shows nothing", of)
		}
	}
}
