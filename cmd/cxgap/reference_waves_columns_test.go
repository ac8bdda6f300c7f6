package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// These are the columns of ref.json that need other settings than its own study file: weights, quality flags, another outcome.

type wavesColumns struct {
	Quality struct {
		StraightIDs []string `json:"straight_ids"`
		Speeders    []string `json:"speeders_lt_0.3_median"`
	}
	After []struct {
		Audience string `json:"Var1"`
		Wave     string `json:"Var2"`
		N        int    `json:"Freq"`
	} `json:"n_after_exclusion"`
	Means []struct {
		Audience, Item string
		N              int
		Mean           float64   `json:"mean_unw"`
		SD             float64   `json:"sd_unw"`
		SE             float64   `json:"se_unw"`
		CI             []float64 `json:"ci_unw"`
		Top            float64   `json:"t2b_unw"`
		TopCI          []float64 `json:"t2b_wilson_unw"`
		MeanW          float64   `json:"mean_w"`
		SDW            float64   `json:"sd_w"`
		SEW            float64   `json:"se_w"`
		CIW            []float64 `json:"ci_w_t"`
		Kish           float64   `json:"kish_neff"`
		POMP           float64   `json:"score0_100_w"`
		TopW           float64   `json:"t2b_w"`
		TopWCI         []float64 `json:"t2b_wilson_neff_kish"`
		BottomW        float64   `json:"b2b_w"`
		NetW           float64   `json:"net_w"`
		NetSEW         float64   `json:"net_se_w"`
	} `json:"group_means_W1"`
	Pairwise []struct {
		A, B, Item string
		GapW       float64 `json:"gap_w"`
		SEW        float64 `json:"se_w_indep"`
		PBH        float64 `json:"p_bh"`
	} `json:"pairwise_W1"`
	DID []struct {
		Item   string
		W1     float64 `json:"gap_W1"`
		W2     float64 `json:"gap_W2"`
		Change float64
	}
	Derived struct {
		Weighted struct {
			R2     float64
			R, LMG []float64
		}
	}
	NPS struct {
		N   int
		NPS float64
		SE  float64 `json:"se"`
		AW  []float64
		CES float64 `json:"ces_mean"`
	}
}

func readWavesColumns(t *testing.T) *wavesColumns {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(waves, "ref.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want wavesColumns
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	return &want
}

// wavesStudy writes the study file of the waves with some of its text replaced, pairwise, and its answers beside it.
func wavesStudy(t *testing.T, replace ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"cxgap.yaml", "survey.csv"} {
		text, err := os.ReadFile(filepath.Join(waves, name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "cxgap.yaml" {
			for k := 0; k < len(replace); k += 2 {
				if !strings.Contains(string(text), replace[k]) {
					t.Fatalf("the study file holds no %q", replace[k])
				}
				text = []byte(strings.ReplaceAll(string(text), replace[k], replace[k+1]))
			}
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "cxgap.yaml")
}

func TestMeansOfWavesAgreeWithR(t *testing.T) {
	want := readWavesColumns(t)
	_, figures := analyzed(t, filepath.Join(waves, "cxgap.yaml"))
	c := &comparer{t: t, figures: figures}
	for _, m := range want.Means {
		of, what := wavesProfile(c, m.Audience, m.Item), m.Audience+" "+m.Item
		mean, top := of("mean"), of("top_box")
		c.printed(what+" n", mean.N, float64(m.N))
		c.printed(what+" mean", mean.Value, m.Mean)
		c.printed(what+" se", mean.SE, m.SE)
		c.printed(what+" low", mean.Low, m.CI[0])
		c.printed(what+" high", mean.High, m.CI[1])
		c.printed(what+" sd", of("sd").Value, m.SD)
		c.printed(what+" top", top.Value, m.Top)
		c.printed(what+" top low", top.Low, m.TopCI[0])
		c.printed(what+" top high", top.High, m.TopCI[1])
	}
	for _, d := range want.DID {
		for wave, gap := range map[string]float64{"W1": d.W1, "W2": d.W2} {
			c.printed(d.Item+" gap", c.figure("gap/performance/leadership:customer/"+strings.TrimPrefix(d.Item, "perf_")+"/difference@wave="+wave).Value, gap)
		}
	}
	if c.n < 160 {
		t.Errorf("only %d values were compared", c.n)
	}
}

func wavesProfile(c *comparer, audience, item string) func(statistic string) analysis.Figure {
	return func(statistic string) analysis.Figure {
		return c.figure("profile/performance/" + audience + "/" + strings.TrimPrefix(item, "perf_") + "/" + statistic + "@wave=W1")
	}
}

func TestWeightedWavesAgreeWithR(t *testing.T) {
	want := readWavesColumns(t)
	_, figures := analyzed(t, wavesStudy(t, "wave: {column: wave}}", "wave: {column: wave}, weight: weight}", "analysis: {", "analysis: {adjust: bh, "))
	c := &comparer{t: t, figures: figures}
	for _, m := range want.Means {
		of, what := wavesProfile(c, m.Audience, m.Item), "weighted "+m.Audience+" "+m.Item
		mean, top := of("mean"), of("top_box")
		c.printed(what+" mean", mean.Value, m.MeanW)
		c.printed(what+" POMP", 100*(mean.Value-1)/8, m.POMP)
		c.printed(what+" se", mean.SE, m.SEW)
		c.printed(what+" low", mean.Low, m.CIW[0])
		c.printed(what+" high", mean.High, m.CIW[1])
		c.printed(what+" effective", mean.NEffective, m.Kish)
		c.printed(what+" sd", of("sd").Value, m.SDW)
		c.printed(what+" top", top.Value, m.TopW)
		c.printed(what+" top low", top.Low, m.TopWCI[0])
		c.printed(what+" top high", top.High, m.TopWCI[1])
		c.printed(what+" bottom", of("bottom_box").Value, m.BottomW)
		c.printed(what+" net", of("net").Value, m.NetW)
		c.printed(what+" net se", of("net").SE, m.NetSEW)
	}
	for _, g := range want.Pairwise {
		f := c.figure("gap/performance/" + g.A + ":" + g.B + "/" + strings.TrimPrefix(g.Item, "perf_") + "/difference@wave=W1")
		c.printed("weighted gap", f.Value, g.GapW)
		c.printed("weighted gap se", f.SE, g.SEW)
	}
	d := want.Derived.Weighted
	c.printed("weighted R²", c.figure("derived/performance/customer/*/r_squared@wave=W1").Value, d.R2)
	for i, item := range []string{"quality", "listens", "ethics", "speed", "price", "friendly"} {
		of := func(statistic string) analysis.Number {
			return c.figure("derived/performance/customer/" + item + "/" + statistic + "@wave=W1").Value
		}
		c.printed("weighted r", of("r"), d.R[i])
		c.printed("weighted LMG", of("lmg"), d.LMG[i])
	}
	if c.n < 250 {
		t.Errorf("only %d values were compared", c.n)
	}
}

func TestBenjaminiHochbergOfWavesAgreesWithR(t *testing.T) {
	want := readWavesColumns(t)
	_, figures := analyzed(t, wavesStudy(t, "analysis: {", "analysis: {adjust: benjamini_hochberg, "))
	c := &comparer{t: t, figures: figures}
	for _, g := range want.Pairwise {
		id := "gap/performance/" + g.A + ":" + g.B + "/" + strings.TrimPrefix(g.Item, "perf_") + "/difference@wave=W1"
		c.printed(id, c.figure(id).PAdjusted, g.PBH)
	}
}

// NPS and effort of the customers: R divides by n where METHODS divides by n − 1.
func TestScoresOfWavesAgreeWithR(t *testing.T) {
	want := readWavesColumns(t).NPS
	_, figures := analyzed(t, wavesStudy(t, "outcome: {label: Overall, column: overall, scale: 1..10, top_box: 3}",
		"outcome: {label: Would recommend, column: ltr, scale: 0..10, nps: true}"))
	c := &comparer{t: t, figures: figures}
	nps := c.figure("profile/outcome/customer/outcome/nps@wave=W1")
	c.printed("NPS", nps.Value, want.NPS)
	c.printed("NPS n", nps.N, float64(want.N))
	c.printed("NPS se", nps.SE*analysis.Number(math.Sqrt(float64(want.N-1)/float64(want.N))), want.SE)
	// R prints z = 1.96 exactly here.
	c.about("NPS low", nps.Low, want.AW[1], 5e-5)
	c.about("NPS high", nps.High, want.AW[2], 5e-5)
	c.printed("effort", c.figure("profile/journey/customer/journey_effort/mean@wave=W1").Value, want.CES)
}

// Straight-liners found by the rule are those whom R excludes by name, and speeders those under .3 of the median.
func TestQualityOfWavesAgreesWithR(t *testing.T) {
	want := readWavesColumns(t)
	result, _ := analyzed(t, wavesStudy(t,
		", respondent_id: {not: [R079, R151]}", "", "wave: {column: wave}}", "wave: {column: wave}, duration: duration_s}",
		"analysis: {", "quality: {straight_liners: drop, speeders: drop, speed_cut: 0.3}\nanalysis: {"))
	dropped := map[study.Reason]int{}
	for _, flow := range result.Flow {
		for _, d := range flow.Dropped {
			dropped[d.Reason] += d.Rows
		}
	}
	both := 0
	for _, id := range want.Quality.Speeders {
		for _, straight := range want.Quality.StraightIDs {
			if id == straight {
				both++
			}
		}
	}
	if n := len(want.Quality.StraightIDs); dropped[study.StraightLiner] != n || dropped[study.Speeder] != len(want.Quality.Speeders)-both {
		t.Errorf("left out %v, want %d straight-liners and %d more speeders", dropped, n, len(want.Quality.Speeders)-both)
	}
	result, _ = analyzed(t, filepath.Join(waves, "cxgap.yaml"))
	for _, after := range want.After {
		for _, a := range result.Audiences {
			for _, base := range a.Bases {
				if a.ID == after.Audience && base.Wave == after.Wave && base.N != after.N {
					t.Errorf("%s in %s: %d kept, want %d", a.ID, base.Wave, base.N, after.N)
				}
			}
		}
	}
}
