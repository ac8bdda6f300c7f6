package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

const waves = "../../testdata/reference/waves"

// wavesReference holds what ref.json says of the figures that cxgap defines; the rest of the file is other methods.
type wavesReference struct {
	Pairwise []struct {
		A, B, Item     string
		N1, N2         int
		Gap, SE, DF, P float64
		CI             []float64
		HedgesG        float64 `json:"hedges_g"`
		Cliff          float64
		BM             struct{ Stat, DF, P float64 }
		TOST           float64 `json:"tost_pm0.5_p"`
		CI90           []float64
		PHolm          float64 `json:"p_holm"`
	} `json:"pairwise_W1"`
	Profile struct {
		Range, MeanAbsolute []float64
		MAD                 float64 `json:"mad_LC"`
		RMSD                float64 `json:"rmsd_LC"`
		Pearson, Spearman   [][]float64
		KendallW            struct{ W, P float64 }
	}
	Omnibus []struct {
		Item   string
		WelchF float64
		DF     []float64
		P      float64 `json:"p"`
	}
	Delivery struct {
		X1, N1, X2, N2 int
		Newcombe       []float64
		RR             float64
		FisherP        float64 `json:"fisher_p"`
	}
	DID []struct {
		Item         string
		Change       float64
		SE, DF, T, P float64
		CI           []float64
	}
	RWG []struct {
		Audience string
		Item     float64 `json:"rwg_item"`
	}
	SelfOrg []struct {
		Audience string
		N        int
		Gap, SD  float64
		DZ       float64
		P        float64
		CI       []float64
		Higher   float64 `json:"share_self_gt_org"`
		Equal    float64 `json:"share_eq"`
		Lower    float64 `json:"share_lt"`
	} `json:"self_org"`
}

// printed compares with values that ref.json prints to about 12 digits.
func (c *comparer) printed(what string, got analysis.Number, want float64) {
	c.t.Helper()
	c.n++
	if !(math.Abs(float64(got)-want) <= 2e-11*math.Max(1, math.Abs(want))) {
		c.t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestWavesAgreeWithR(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(waves, "ref.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want wavesReference
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	_, figures := analyzed(t, filepath.Join(waves, "cxgap.yaml"))
	c := &comparer{t: t, figures: figures}
	c.wavePairs(want)
	c.waveProfiles(want)
	c.waveChanges(want)
	c.waveSelves(want)
	if c.n < 300 {
		t.Errorf("only %d values were compared", c.n)
	}
}

func (c *comparer) wavePairs(want wavesReference) {
	c.t.Helper()
	for _, g := range want.Pairwise {
		item := strings.TrimPrefix(g.Item, "perf_")
		of := func(statistic string) analysis.Figure {
			return c.figure("gap/performance/" + g.A + ":" + g.B + "/" + item + "/" + statistic + "@wave=W1")
		}
		what := g.A + " " + g.B + " " + item
		d := of("difference")
		c.printed(what+" n", d.N, float64(g.N1))
		c.printed(what+" n versus", d.NVersus, float64(g.N2))
		c.printed(what+" gap", d.Value, g.Gap)
		c.printed(what+" se", d.SE, g.SE)
		c.printed(what+" df", d.DF, g.DF)
		c.printed(what+" p", d.P, g.P)
		c.printed(what+" p Holm", d.PAdjusted, g.PHolm)
		c.printed(what+" low", d.Low, g.CI[0])
		c.printed(what+" high", d.High, g.CI[1])
		c.printed(what+" g", of("hedges_g").Value, g.HedgesG)
		c.printed(what+" delta", of("cliffs_delta").Value, g.Cliff)
		c.printed(what+" Brunner-Munzel", of("brunner_munzel").Value, g.BM.Stat)
		c.printed(what+" Brunner-Munzel df", of("brunner_munzel").DF, g.BM.DF)
		c.printed(what+" Brunner-Munzel p", of("brunner_munzel").P, g.BM.P)
		c.printed(what+" TOST", of("tost").P, g.TOST)
		c.printed(what+" provable margin", of("provable_margin").Value, math.Max(math.Abs(g.CI90[0]), math.Abs(g.CI90[1])))
	}
	for _, agreement := range want.RWG {
		c.printed(agreement.Audience+" rwg", c.figure("profile/performance/"+agreement.Audience+"/quality/rwg@wave=W1").Value, agreement.Item)
	}
	for _, o := range want.Omnibus {
		f := c.figure("spread/performance/*/" + strings.TrimPrefix(o.Item, "perf_") + "/welch_f@wave=W1")
		c.printed(o.Item+" Welch F", f.Value, o.WelchF)
		c.printed(o.Item+" Welch F df", f.DF, o.DF[1])
		c.printed(o.Item+" Welch F p", f.P, o.P)
	}
}

func (c *comparer) waveProfiles(want wavesReference) {
	c.t.Helper()
	for i, item := range []string{"quality", "listens", "ethics", "speed", "price", "friendly"} {
		c.printed(item+" spread", c.figure("spread/performance/*/"+item+"/spread@wave=W1").Value, want.Profile.Range[i])
	}
	audiences := []string{"leadership", "staff", "customer"}
	for i, a := range audiences {
		for j := i + 1; j < len(audiences); j++ {
			pair := a + ":" + audiences[j]
			c.printed(pair+" Pearson", c.figure("agreement/performance/"+pair+"/*/pearson@wave=W1").Value, want.Profile.Pearson[i][j])
			c.printed(pair+" Spearman", c.figure("agreement/performance/"+pair+"/*/spearman@wave=W1").Value, want.Profile.Spearman[i][j])
		}
	}
	c.printed("mean absolute gap", c.figure("agreement/performance/leadership:customer/*/mean_absolute_gap@wave=W1").Value, want.Profile.MAD)
	c.printed("root mean square gap", c.figure("agreement/performance/leadership:customer/*/root_mean_square_gap@wave=W1").Value, want.Profile.RMSD)
	w := c.figure("agreement/performance/*/*/kendall_w@wave=W1")
	c.printed("W", w.Value, want.Profile.KendallW.W)
	c.printed("W p", w.P, want.Profile.KendallW.P)
	belief := func(statistic string) analysis.Figure {
		return c.figure("belief_gap/outcome/leadership:customer/outcome/" + statistic + "@wave=W1")
	}
	d := belief("difference")
	c.printed("belief gap", d.Value, want.Delivery.Newcombe[0])
	c.printed("belief gap low", d.Low, want.Delivery.Newcombe[1])
	c.printed("belief gap high", d.High, want.Delivery.Newcombe[2])
	c.printed("belief ratio", belief("ratio").Value, want.Delivery.RR)
	c.printed("Fisher", belief("odds_ratio").P, want.Delivery.FisherP)
}

func (c *comparer) waveChanges(want wavesReference) {
	c.t.Helper()
	for _, d := range want.DID {
		item := strings.TrimPrefix(d.Item, "perf_")
		f := c.figure("change/performance/leadership:customer/" + item + "/gap_change@wave=W1:W2")
		c.printed(item+" change", f.Value, d.Change)
		c.printed(item+" change se", f.SE, d.SE)
		c.printed(item+" change df", f.DF, d.DF)
		c.printed(item+" change p", f.P, d.P)
		c.printed(item+" change low", f.Low, d.CI[0])
		c.printed(item+" change high", f.High, d.CI[1])
	}
}

func (c *comparer) waveSelves(want wavesReference) {
	c.t.Helper()
	for _, s := range want.SelfOrg {
		of := func(statistic string) analysis.Figure {
			return c.figure("self_organisation/self/" + s.Audience + "/focus/" + statistic + "@wave=W1")
		}
		d := of("difference")
		c.printed(s.Audience+" self n", d.N, float64(s.N))
		c.printed(s.Audience+" self", d.Value, s.Gap)
		c.printed(s.Audience+" self low", d.Low, s.CI[0])
		c.printed(s.Audience+" self high", d.High, s.CI[1])
		c.printed(s.Audience+" self p", d.P, s.P)
		c.printed(s.Audience+" dz", of("cohens_dz").Value, s.DZ)
		c.printed(s.Audience+" higher", of("share_higher").Value, s.Higher)
		c.printed(s.Audience+" equal", of("share_equal").Value, s.Equal)
		c.printed(s.Audience+" lower", of("share_lower").Value, s.Lower)
	}
}

// The profiles of the three-audience study, by the same R code as its gaps.
func TestProfileAgreementAgreesWithR(t *testing.T) {
	var want struct {
		Correlation map[string]float64 `json:"profile_correlation"`
		Spearman    map[string]float64
		Distance    map[string]struct {
			D2, Elevation, Scatter, Shape, RMS float64
			MeanAbsolute                       float64 `json:"mean_absolute"`
		} `json:"profile_distance"`
		KendallW float64 `json:"kendall_w"`
	}
	text, err := os.ReadFile(filepath.Join(threeAudiences, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	_, figures := analyzed(t, filepath.Join(threeAudiences, "cxgap.yaml"))
	c := &comparer{t: t, figures: figures}
	for pair, d := range want.Distance {
		of := func(statistic string) analysis.Number {
			return c.figure("agreement/performance/" + strings.Replace(pair, "_", ":", 1) + "/*/" + statistic).Value
		}
		c.equal(pair+" Pearson", of("pearson"), want.Correlation[pair])
		c.equal(pair+" Spearman", of("spearman"), want.Spearman[pair])
		c.equal(pair+" distance", of("profile_distance"), d.D2)
		c.equal(pair+" elevation", of("elevation"), d.Elevation)
		c.equal(pair+" scatter", of("scatter"), d.Scatter)
		c.equal(pair+" shape", of("shape"), d.Shape)
		c.equal(pair+" mean absolute gap", of("mean_absolute_gap"), d.MeanAbsolute)
		c.equal(pair+" root mean square gap", of("root_mean_square_gap"), d.RMS)
	}
	c.equal("W", c.figure("agreement/performance/*/*/kendall_w").Value, want.KendallW)
	if c.n != 25 {
		t.Errorf("%d values were compared, want 25", c.n)
	}
}
