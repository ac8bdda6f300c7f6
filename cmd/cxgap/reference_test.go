package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

// These tests take the whole street, from export bytes to the figures of the JSON, and hold them against values from R
// (testdata/README.md says which code made them).

// analyzed runs `cxgap analyze` and returns the result that its JSON holds, indexed by figure id.
func analyzed(t *testing.T, args ...string) (*analysis.Result, map[string]analysis.Figure) {
	t.Helper()
	var out, errOut bytes.Buffer
	if code := Main(append([]string{"analyze", "--format", "json"}, args...), strings.NewReader(""), &out, &errOut); code != exitDone {
		t.Fatalf("analyze %s: exit code %d\n%s", strings.Join(args, " "), code, errOut.String())
	}
	result, err := report.ReadJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]analysis.Figure{}
	for _, f := range result.Figures {
		if _, twice := figures[f.ID]; twice {
			t.Errorf("figure %s stands twice", f.ID)
		}
		figures[f.ID] = f
	}
	return result, figures
}

// agree reports whether two figures agree as METHODS demands: absolute 1e-12 or relative 1e-9.
func agree(got, want float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= 1e-12 || math.Abs(got-want) <= 1e-9*math.Abs(want)
}

func TestAgreeOnWrongValues(t *testing.T) {
	for _, wrong := range [][2]float64{{1, 1.000001}, {0, 1e-9}, {math.NaN(), 1}, {1, math.NaN()}, {-2, 2}} {
		if agree(wrong[0], wrong[1]) {
			t.Errorf("%v passes for %v", wrong[0], wrong[1])
		}
	}
}

type comparer struct {
	t       *testing.T
	figures map[string]analysis.Figure
	n       int
}

// figure returns a figure by id; its absence is a failure.
func (c *comparer) figure(id string) analysis.Figure {
	c.t.Helper()
	f, found := c.figures[id]
	if !found {
		c.t.Fatalf("no figure %s", id)
	}
	return f
}

func (c *comparer) equal(what string, got analysis.Number, want float64) {
	c.t.Helper()
	c.n++
	if !agree(float64(got), want) {
		c.t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func (c *comparer) interval(what string, f analysis.Figure, want []float64) {
	c.t.Helper()
	c.equal(what+" low", f.Low, want[0])
	c.equal(what+" high", f.High, want[1])
}

type reference struct {
	Audiences map[string]struct {
		N           int
		Performance map[string]described
		Importance  map[string]described
	}
	Gaps []struct {
		From, To, Item, Verdict string
		Diff, SE, DF, P         float64
		PHolm                   float64   `json:"p_holm"`
		PBH                     float64   `json:"p_bh"`
		PMax                    float64   `json:"p_max"`
		PVerdict                float64   `json:"p_verdict"`
		TOST                    float64   `json:"tost_p"`
		TOSTHolm                float64   `json:"tost_p_holm"`
		Low                     float64   `json:"ci_low"`
		High                    float64   `json:"ci_high"`
		HedgesG                 float64   `json:"hedges_g"`
		CliffsDelta             float64   `json:"cliffs_delta"`
		TopBox                  float64   `json:"top2_diff"`
		TopBoxCI                []float64 `json:"top2_diff_ci"`
		BrunnerMunzel           float64   `json:"brunner_munzel"`
		BMDF                    float64   `json:"bm_df"`
		BMP                     float64   `json:"bm_p"`
		ProvableMargin          float64   `json:"provable_margin"`
	}
	Margin     float64
	FamilySize int `json:"family_size"`
	Spread     map[string]float64
	Alignment  float64
	FPC        struct {
		Population int
		Items      map[string]struct {
			SE       float64
			TopBoxCI []float64 `json:"top2_ci"`
		}
	}
	RWG map[string]map[string]float64
	NPS struct {
		Value, SE    float64
		AdjustedWald []float64 `json:"adjusted_wald"`
		NEffective   float64   `json:"n_effective"`
	}
}

type described struct {
	N, Missing   int
	NEffective   float64 `json:"n_effective"`
	Mean, SE, SD float64
	Low          float64   `json:"ci_low"`
	High         float64   `json:"ci_high"`
	TopBox       float64   `json:"top2"`
	TopBoxSE     float64   `json:"top2_se"`
	TopBoxCI     []float64 `json:"top2_ci"`
	BottomBox    float64   `json:"bottom2"`
	BottomBoxCI  []float64 `json:"bottom2_ci"`
}

const threeAudiences = "../../testdata/reference/three-audiences"

func readReference(t *testing.T) *reference {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(threeAudiences, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	return &want
}

func TestThreeAudiencesAgreeWithR(t *testing.T) {
	want := readReference(t)
	_, figures := analyzed(t, filepath.Join(threeAudiences, "cxgap.yaml"))
	c := &comparer{t: t, figures: figures}
	for audience, kinds := range want.Audiences {
		for item, d := range kinds.Performance {
			c.profile("performance", audience, item, d)
			c.equal(audience+" "+item+" rwg", c.figure("profile/performance/"+audience+"/item_"+item+"/rwg").Value, want.RWG[audience][item])
		}
		for item, d := range kinds.Importance {
			c.profile("importance", audience, item, d)
		}
	}
	for i := range want.Gaps {
		c.gap(want, i)
	}
	for item, spread := range want.Spread {
		c.equal("spread "+item, c.figure("spread/performance/*/item_"+item+"/spread").Value, spread)
	}
	c.equal("alignment", c.figure("alignment/performance/*/*/alignment").Value, want.Alignment)
	nps := c.figure("profile/outcome/customers/outcome/nps")
	c.equal("nps", nps.Value, want.NPS.Value)
	c.equal("nps se", nps.SE, want.NPS.SE)
	c.equal("nps effective base", nps.NEffective, want.NPS.NEffective)
	c.interval("nps", nps, []float64{want.NPS.AdjustedWald[0], want.NPS.AdjustedWald[1]})
	if c.n < 1500 {
		t.Errorf("only %d values were compared", c.n)
	}
}

func (c *comparer) profile(kind, audience, item string, d described) {
	c.t.Helper()
	what := kind + " " + audience + " " + item
	of := func(statistic string) analysis.Figure {
		return c.figure("profile/" + kind + "/" + audience + "/item_" + item + "/" + statistic)
	}
	mean, top, bottom := of("mean"), of("top_box"), of("bottom_box")
	c.equal(what+" mean", mean.Value, d.Mean)
	c.equal(what+" se", mean.SE, d.SE)
	c.equal(what+" n", mean.N, float64(d.N))
	c.equal(what+" df", mean.DF, float64(d.N-1))
	c.equal(what+" effective base", mean.NEffective, d.NEffective)
	c.interval(what+" mean", mean, []float64{d.Low, d.High})
	c.equal(what+" sd", of("sd").Value, d.SD)
	c.equal(what+" top box", top.Value, d.TopBox)
	c.equal(what+" top box se", top.SE, d.TopBoxSE)
	c.interval(what+" top box", top, d.TopBoxCI)
	c.equal(what+" bottom box", bottom.Value, d.BottomBox)
	c.interval(what+" bottom box", bottom, d.BottomBoxCI)
	c.equal(what+" blank", of("blank").Value, float64(d.Missing))
}

func (c *comparer) gap(want *reference, i int) {
	c.t.Helper()
	g := want.Gaps[i]
	what := g.From + " " + g.To + " " + g.Item
	of := func(statistic string) analysis.Figure {
		return c.figure("gap/performance/" + g.From + ":" + g.To + "/item_" + g.Item + "/" + statistic)
	}
	difference, disparity, tost, ranks := of("difference"), of("disparity"), of("tost"), of("brunner_munzel")
	c.equal(what+" difference", difference.Value, g.Diff)
	c.equal(what+" se", difference.SE, g.SE)
	c.equal(what+" df", difference.DF, g.DF)
	c.equal(what+" p", difference.P, g.P)
	c.equal(what+" p Holm", difference.PAdjusted, g.PHolm)
	c.interval(what, difference, []float64{g.Low, g.High})
	c.equal(what+" family", difference.Family, float64(want.FamilySize))
	c.equal(what+" p max", disparity.P, g.PMax)
	c.equal(what+" p of the verdict", disparity.PAdjusted, g.PVerdict)
	c.equal(what+" margin", tost.Value, want.Margin)
	c.equal(what+" TOST p", tost.P, g.TOST)
	c.equal(what+" TOST p Holm", tost.PAdjusted, g.TOSTHolm)
	c.equal(what+" Hedges g", of("hedges_g").Value, g.HedgesG)
	c.equal(what+" Cliff's delta", of("cliffs_delta").Value, g.CliffsDelta)
	c.equal(what+" Brunner-Munzel", ranks.Value, g.BrunnerMunzel)
	c.equal(what+" Brunner-Munzel df", ranks.DF, g.BMDF)
	c.equal(what+" Brunner-Munzel p", ranks.P, g.BMP)
	c.equal(what+" provable margin", of("provable_margin").Value, g.ProvableMargin)
	c.equal(what+" top box difference", of("top_box_difference").Value, g.TopBox)
	c.interval(what+" top box difference", of("top_box_difference"), g.TopBoxCI)
	if difference.Verdict != g.Verdict {
		c.t.Errorf("%s: got verdict %q, want %q", what, difference.Verdict, g.Verdict)
	}
}

// rewritten copies the reference study to a new folder with its study file changed, and returns the path of that file.
func rewritten(t *testing.T, old, replacement string) string {
	t.Helper()
	dir := t.TempDir()
	entries, err := os.ReadDir(threeAudiences)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(threeAudiences, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if entry.Name() == "cxgap.yaml" {
			if !strings.Contains(string(text), old) {
				t.Fatalf("the study file holds no %q", old)
			}
			text = []byte(strings.Replace(string(text), old, replacement, 1))
		}
		if err := os.WriteFile(filepath.Join(dir, entry.Name()), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "cxgap.yaml")
}

func TestFinitePopulationAgreesWithR(t *testing.T) {
	want := readReference(t)
	study := rewritten(t, "leadership: {label: Leadership,", "leadership: {label: Leadership, population: 56,")
	if want.FPC.Population != 56 {
		t.Fatalf("the reference population is %d, the test says 56", want.FPC.Population)
	}
	_, figures := analyzed(t, study)
	c := &comparer{t: t, figures: figures}
	cut := 0
	for item, d := range want.FPC.Items {
		c.equal("se "+item, c.figure("profile/performance/leadership/item_"+item+"/mean").SE, d.SE)
		topBox := c.figure("profile/performance/leadership/item_" + item + "/top_box")
		counted := math.Round(float64(topBox.Value) * float64(topBox.N))
		least, most := counted/56, (56-float64(topBox.N)+counted)/56 // shares that are possible: decision 0017
		if d.TopBoxCI[0] < least || d.TopBoxCI[1] > most {
			cut++
		}
		low, high := math.Floor(d.TopBoxCI[0]*56+1e-9)/56, math.Ceil(d.TopBoxCI[1]*56-1e-9)/56 // whole members
		c.interval("top box "+item, topBox, []float64{max(least, low), min(most, high)})
	}
	if c.n < 36 || cut != 3 {
		t.Errorf("%d values were compared, %d cut; want 36 and 3", c.n, cut)
	}
}

func TestBenjaminiHochbergAgreesWithR(t *testing.T) {
	want := readReference(t)
	_, figures := analyzed(t, rewritten(t, "scale: 1..10", "scale: 1..10\nanalysis: {adjust: benjamini_hochberg}"))
	c := &comparer{t: t, figures: figures}
	for _, g := range want.Gaps {
		id := "gap/performance/" + g.From + ":" + g.To + "/item_" + g.Item + "/difference"
		c.equal(id, c.figure(id).PAdjusted, g.PBH)
	}
}

// Swapping the order of audiences turns every sign and nothing else.
func TestOrderOfAudiencesTurnsSigns(t *testing.T) {
	_, figures := analyzed(t, filepath.Join(threeAudiences, "cxgap.yaml"))
	dir := filepath.Dir(rewritten(t, "title:", "title:"))
	text, err := os.ReadFile(filepath.Join(dir, "cxgap.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	lead := "  leadership: {label: Leadership, files: [leadership.csv]}\n"
	moved := strings.Replace(string(text), lead, "", 1)
	moved = strings.Replace(moved, "weight: weight}\n", "weight: weight}\n"+lead, 1)
	if err := os.WriteFile(filepath.Join(dir, "cxgap.yaml"), []byte(moved), 0o644); err != nil {
		t.Fatal(err)
	}
	_, turned := analyzed(t, filepath.Join(dir, "cxgap.yaml"))
	for _, item := range []string{"01", "07", "12"} {
		for _, statistic := range []string{"difference", "hedges_g", "cliffs_delta", "brunner_munzel", "top_box_difference"} {
			a := figures["gap/performance/leadership:customers/item_"+item+"/"+statistic]
			b := turned["gap/performance/customers:leadership/item_"+item+"/"+statistic]
			if !agree(float64(a.Value), -float64(b.Value)) || !agree(float64(a.P), float64(b.P)) || a.Verdict != b.Verdict {
				t.Errorf("%s of item %s: got %v (p %v, %s) and %v (p %v, %s), want opposite values", statistic, item,
					a.Value, a.P, a.Verdict, b.Value, b.P, b.Verdict)
			}
		}
	}
}

// apiclus1 is R survey's data: 183 schools sampled in 15 districts.
func TestClustersAgreeWithR(t *testing.T) {
	const data = "../../../shared/datasets/survey_api/apiclus1.csv"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("%s is not here: %v", data, err)
	}
	absolute, err := filepath.Abs(data)
	if err != nil {
		t.Fatal(err)
	}
	analyze := func(cluster string) analysis.Figure {
		dir := t.TempDir()
		text := "audiences:\n  schools: {files: [" + absolute + "], weight: pw" + cluster + "}\n" +
			"scale: 200..1000\nitems:\n  api: {performance: api00}\n"
		if err := os.WriteFile(filepath.Join(dir, "cxgap.yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		_, figures := analyzed(t, filepath.Join(dir, "cxgap.yaml"))
		return figures["profile/performance/schools/api/mean"]
	}
	c := &comparer{t: t}
	clustered, single := analyze(", cluster: dnum"), analyze("")
	c.equal("mean", clustered.Value, 644.1693989071)
	c.equal("df", clustered.DF, 14)
	for what, pair := range map[string][2]float64{
		"se by districts": {float64(clustered.SE), 23.7790107209}, "se by weights": {float64(single.SE), 7.8171811596},
	} {
		if math.Abs(pair[0]-pair[1]) > 5e-11*pair[1] { // printed to ten decimals
			t.Errorf("%s: got %v, want %v", what, pair[0], pair[1])
		}
	}
}

// The CNCF's surveys of maintainers and ambassadors, untouched: SurveyMonkey, two header rows, no study file.
func TestRealFilesWithoutStudyFile(t *testing.T) {
	const folder = "../../../shared/datasets/cncf_audiences/"
	maintainers := folder + "maintainer__2021__h2__CNCF_Maintainers_Survey_2021_H2.csv"
	if _, err := os.Stat(maintainers); err != nil {
		t.Skipf("%s is not here: %v", maintainers, err)
	}
	result, figures := analyzed(t, "maintainers="+maintainers, "ambassadors="+folder+"ambassador__2021__CNCF_Ambassadors_Survey_2021.csv")
	for _, want := range []struct {
		label, audience string
		mean            float64
		n               int
	}{
		{"understanding of the resources", "ambassadors", 7.81, 42},
		{"understanding of the resources", "maintainers", 7.92, 99},
		{"staff responded quickly", "ambassadors", 9.44, 41},
		{"staff responded quickly", "maintainers", 9.31, 93},
		{"Would you recommend", "ambassadors", 9.02, 44},
		{"Would you recommend", "maintainers", 8.91, 102},
	} {
		item := labelled(t, result, want.label)
		f, found := figures["profile/"+string(study.Performance)+"/"+want.audience+"/"+item+"/mean"]
		if !found {
			t.Errorf("%s of %s: no figure", want.label, want.audience)
			continue
		}
		if math.Round(float64(f.Value)*100)/100 != want.mean || int(f.N) != want.n {
			t.Errorf("%s of %s: got %.4f (n %v), want %.2f (n %d)", want.label, want.audience, float64(f.Value), f.N, want.mean, want.n)
		}
	}
}

func labelled(t *testing.T, r *analysis.Result, part string) string {
	t.Helper()
	for _, item := range r.Items {
		if strings.Contains(item.Label, part) {
			return item.ID
		}
	}
	t.Fatalf("no item says %q", part)
	return ""
}
