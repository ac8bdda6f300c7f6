package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// importanceReference is what reference.json says of customers' importance, performance and drivers.
type importanceReference struct {
	ImportancePerformance map[string]struct {
		N       int
		Gap, SE float64
		Low     float64   `json:"ci_low"`
		High    float64   `json:"ci_high"`
		Top2    float64   `json:"top2_gap"`
		Top2CI  []float64 `json:"top2_gap_ci"`
	} `json:"importance_performance"`
	Drivers struct {
		N        int
		RSquared float64 `json:"r_squared"`
		Items    map[string]struct {
			R, Beta, LMG, VIF float64
			LMGShare          float64 `json:"lmg_share"`
			RelativeWeight    float64 `json:"relative_weight"`
		}
	}
}

func TestDriversAgreeWithR(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(threeAudiences, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want importanceReference
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	_, figures := analyzed(t, filepath.Join(threeAudiences, "cxgap.yaml"))
	c := &comparer{t: t, figures: figures}
	for item, of := range want.ImportancePerformance {
		id := "shortfall/performance/customers/item_" + item + "/"
		f := c.figure(id + "shortfall")
		c.equal(id+"n", f.N, float64(of.N))
		c.equal(id, f.Value, of.Gap)
		c.equal(id+"se", f.SE, of.SE)
		c.interval(id, f, []float64{of.Low, of.High})
		top := c.figure(id + "top_box_shortfall")
		c.equal(id+"top", top.Value, of.Top2)
		c.interval(id+"top", top, of.Top2CI)
	}
	d := want.Drivers
	c.equal("R²", c.figure("derived/performance/customers/*/r_squared").Value, d.RSquared)
	c.equal("complete", c.figure("derived/performance/customers/*/r_squared").N, float64(d.N))
	for item, of := range d.Items {
		id := "derived/performance/customers/item_" + item + "/"
		for statistic, value := range map[string]float64{
			"r": of.R, "beta": of.Beta, "vif": of.VIF, "lmg": of.LMG, "derived_share": of.LMGShare, "relative_weight": of.RelativeWeight,
		} {
			c.equal(id+statistic, c.figure(id+statistic).Value, value)
		}
	}
	if c.n < 150 {
		t.Errorf("only %d values were compared", c.n)
	}
}

// wavesImportance is what ref.json says of the customers of the first wave; the rest of it is other methods.
type wavesImportance struct {
	IPA []struct {
		Attr        string
		N           int
		Imp, Perf   float64
		Gap, P      float64
		CI          []float64
		Top         float64 `json:"t2b_gap"`
		Opportunity float64 `json:"opp_t2b"`
	}
	Derived struct {
		N     int
		R2    float64
		Table []struct{ R, Beta, LMG, RW, VIF float64 }
	}
	PRCA struct {
		N     int
		R2    float64
		Table []struct {
			NLow    int     `json:"n_low"`
			NHigh   int     `json:"n_high"`
			Penalty float64 `json:"penalty"`
			PenSE   float64 `json:"pen_se"`
			Reward  float64 `json:"reward"`
			RewSE   float64 `json:"rew_se"`
			IA      float64
		}
	}
	OTE struct {
		N           int
		OR          [][]float64
		McFadden    float64
		OutcomeRate float64                               `json:"outcome_rate"`
		ByOutcome   []struct{ Treatment, Effort float64 } `json:"by_outcome"`
	}
	Reliability struct {
		N        int
		Alpha    float64   `json:"raw_alpha"`
		ItemRest []float64 `json:"r_drop"`
		Omega    float64   `json:"omega_total_1f"`
		Feldt    []float64
	}
}

func TestImportanceOfWavesAgreesWithR(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(waves, "ref.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want wavesImportance
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	_, figures := analyzed(t, filepath.Join(waves, "cxgap.yaml"))
	c := &comparer{t: t, figures: figures}
	for i, of := range want.IPA {
		at := func(analysis, statistic string) string {
			return analysis + "/performance/customer/" + of.Attr + "/" + statistic + "@wave=W1"
		}
		f := c.figure(at("shortfall", "shortfall"))
		c.printed("n", f.N, float64(of.N))
		c.printed("shortfall", f.Value, of.Gap)
		c.printed("p", f.P, of.P)
		c.printed("low", f.Low, of.CI[0])
		c.printed("high", f.High, of.CI[1])
		c.printed("importance", c.figure(at("shortfall", "importance")).Value, of.Imp)
		c.printed("performance", c.figure(at("shortfall", "performance")).Value, of.Perf)
		c.printed("top box", c.figure(at("shortfall", "top_box_shortfall")).Value, of.Top)
		c.printed("opportunity", c.figure(at("shortfall", "opportunity")).Value, of.Opportunity)

		d := want.Derived.Table[i]
		c.printed("r", c.figure(at("derived", "r")).Value, d.R)
		c.printed("beta", c.figure(at("derived", "beta")).Value, d.Beta)
		c.printed("lmg", c.figure(at("derived", "lmg")).Value, d.LMG)
		c.printed("relative weight", c.figure(at("derived", "relative_weight")).Value, d.RW)
		c.printed("vif", c.figure(at("derived", "vif")).Value, d.VIF)

		p := want.PRCA.Table[i]
		penalty, reward := c.figure(at("asymmetry", "penalty")), c.figure(at("asymmetry", "reward"))
		c.printed("penalty", penalty.Value, p.Penalty)
		c.printed("penalty se", penalty.SE, p.PenSE)
		c.printed("reward", reward.Value, p.Reward)
		c.printed("reward se", reward.SE, p.RewSE)
		c.printed("low zone", c.figure(at("asymmetry", "penalty_base")).Value, float64(p.NLow))
		c.printed("high zone", c.figure(at("asymmetry", "reward_base")).Value, float64(p.NHigh))
		ia := c.figure(at("asymmetry", "impact_asymmetry"))
		if min(p.NLow, p.NHigh) < 10 {
			if ia.Value.Defined() {
				t.Errorf("%s: asymmetry on %d and %d respondents", of.Attr, p.NLow, p.NHigh)
			}
			continue
		}
		c.printed("asymmetry", ia.Value, p.IA)
	}
	c.printed("R²", c.figure("derived/performance/customer/*/r_squared@wave=W1").Value, want.Derived.R2)
	c.printed("n", c.figure("derived/performance/customer/*/r_squared@wave=W1").N, float64(want.Derived.N))
	c.printed("R² of zones", c.figure("asymmetry/performance/customer/*/r_squared@wave=W1").Value, want.PRCA.R2)
	c.journeyOfWaves(want)
	c.reliabilityOfWaves(want)
	if c.n < 140 {
		t.Errorf("only %d values were compared", c.n)
	}
}

// about compares with values that R itself has to so many digits only: its glm and its factor analysis stop early.
func (c *comparer) about(what string, got analysis.Number, want, relative float64) {
	c.t.Helper()
	c.n++
	if !(math.Abs(float64(got)-want) <= relative*math.Abs(want)) {
		c.t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func (c *comparer) journeyOfWaves(want wavesImportance) {
	c.t.Helper()
	of := func(part, statistic string) analysis.Figure {
		return c.figure("journey/journey/customer/journey_" + part + "/" + statistic + "@wave=W1")
	}
	c.printed("outcome rate", of("outcome", "outcome_rate").Value, want.OTE.OutcomeRate)
	for had, statistic := range []string{"mean_without_outcome", "mean_with_outcome"} {
		c.printed("treatment", of("treatment", statistic).Value, want.OTE.ByOutcome[had].Treatment)
		c.printed("effort", of("effort", statistic).Value, want.OTE.ByOutcome[had].Effort)
	}
	for k, part := range []string{"outcome", "treatment", "effort"} {
		f := of(part, "odds_ratio")
		c.about("odds ratio", f.Value, want.OTE.OR[k+1][0], 1e-7)
		c.about("odds ratio low", f.Low, want.OTE.OR[k+1][1], 5e-5)
		c.about("odds ratio high", f.High, want.OTE.OR[k+1][2], 5e-5)
	}
	c.printed("McFadden", of("explains", "mcfadden").Value, want.OTE.McFadden)
	c.printed("n", of("explains", "mcfadden").N, float64(want.OTE.N))
}

func (c *comparer) reliabilityOfWaves(want wavesImportance) {
	c.t.Helper()
	of := func(item, statistic string) analysis.Figure {
		return c.figure("construct/performance/customer/" + item + "/" + statistic + "@wave=W1")
	}
	alpha := of("service", "alpha")
	c.printed("alpha", alpha.Value, want.Reliability.Alpha)
	c.printed("alpha n", alpha.N, float64(want.Reliability.N))
	c.printed("Feldt low", alpha.Low, want.Reliability.Feldt[0])
	c.printed("Feldt high", alpha.High, want.Reliability.Feldt[1])
	c.about("omega", of("service", "omega").Value, want.Reliability.Omega, 1e-6)
	for i, of := range want.IPA {
		c.printed("item-total", c.figure("construct/performance/customer/service:"+of.Attr+"/item_total@wave=W1").Value, want.Reliability.ItemRest[i])
	}
}
