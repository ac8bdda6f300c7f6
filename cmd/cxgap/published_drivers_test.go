package main

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// publishedTable writes a study over a published table of two ratings an item, which is read as it was printed.
func publishedTable(t *testing.T, name, label, scale string, kinds ...string) string {
	t.Helper()
	data, err := filepath.Abs(filepath.Join("../../../shared/published", name))
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(data)
	if err != nil {
		t.Skipf("the published table is not there: %v", err)
	}
	defer func() { _ = file.Close() }()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	text := "audiences: {customers: {files: [FILE], tabulated: true}}\nscale: " + scale + "\nitems:\n"
	for i, r := range records[1:] {
		row := r[slices.Index(records[0], label)]
		text += fmt.Sprintf("  item_%02d: {label: %q", i+1, row)
		for _, kind := range kinds {
			text += fmt.Sprintf(", %s: {customers: %q}", kind, row)
		}
		text += "}\n"
	}
	return realStudy(t, data, text)
}

// Martilla & James (1977): the means and medians of the fourteen attributes, and what the choice between them moves.
func TestQuadrantsOfMartillaAndJames(t *testing.T) {
	study := publishedTable(t, "martilla_james_1977.csv", "attribute", "1..4", "importance", "performance")
	_, figures := analyzed(t, study)
	of := func(item int, statistic string) analysis.Figure {
		f, found := figures[fmt.Sprintf("quadrant/performance/customers/item_%02d/%s", item, statistic)]
		if !found {
			t.Fatalf("no %s of item %d", statistic, item)
		}
		return f
	}
	x, y := figures["quadrant/performance/customers/*/crosshair_importance"], figures["quadrant/performance/customers/*/crosshair_performance"]
	if math.Abs(float64(x.Value)-3.1514) > 5e-5 || math.Abs(float64(y.Value)-2.8164) > 5e-5 {
		t.Errorf("cross-hair at the means %v, %v, want 3.1514, 2.8164", x.Value, y.Value)
	}
	text, err := os.ReadFile(study)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(study, append(text, "analysis: {crosshair: median}\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	_, medians := analyzed(t, study)
	x, y = medians["quadrant/performance/customers/*/crosshair_importance"], medians["quadrant/performance/customers/*/crosshair_performance"]
	if math.Abs(float64(x.Value)-3.375) > 1e-9 || math.Abs(float64(y.Value)-3.010) > 1e-9 {
		t.Errorf("cross-hair at the medians %v, %v, want 3.375, 3.010", x.Value, y.Value)
	}
	changed := 0
	for item := 1; item <= 14; item++ {
		mean := of(item, "quadrant_mean").Verdict
		if mean != of(item, "quadrant_median").Verdict || mean != of(item, "quadrant_midpoint").Verdict {
			changed++
		}
	}
	if changed < 5 {
		t.Errorf("%d of 14 attributes change their quadrant with the rule, want at least 5", changed)
	}
	// As the article's figure has them: the first two are where to concentrate, courteous service is kept up, notices are overkill.
	for item, want := range map[int]string{1: analysis.Concentrate, 2: analysis.Concentrate, 6: analysis.KeepUp, 11: analysis.LowPriority, 14: analysis.Overkill} {
		if got := of(item, "quadrant_mean").Verdict; got != want {
			t.Errorf("item %d is %q, want %q", item, got, want)
		}
	}
	f := figures["shortfall/performance/customers/item_01/shortfall"]
	if math.Abs(float64(f.Value)-1.20) > 1e-9 || f.Low.Defined() || !f.Note.Has(analysis.NoteTabulated) {
		t.Errorf("shortfall %v, %v, notes %v", f.Value, f.Low, f.Note)
	}
}

// SERVQUAL gaps as printed, within the rounding of the printed means.
func TestServqualGapsAsPublished(t *testing.T) {
	name := "servqual_bmc_12_31_table2.csv"
	_, figures := analyzed(t, publishedTable(t, name, "item", "1..5", "performance", "expectation"))
	text, err := os.ReadFile(filepath.Join("../../../shared/published", name))
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range records[1:] {
		var want float64
		if _, err := fmt.Sscan(r[4], &want); err != nil {
			t.Fatal(err)
		}
		f := figures[fmt.Sprintf("expectation/performance/customers/item_%02d/difference", i+1)]
		if math.Abs(float64(f.Value)-want) > 0.0111 || f.Low.Defined() || !f.Note.Has(analysis.NoteTabulated) {
			t.Errorf("%s: %v (%v), published %v", r[1], f.Value, f.Note, want)
		}
	}
}

// realStudy writes a study file over real answers that stay where they are.
func realStudy(t *testing.T, data, text string) string {
	t.Helper()
	if _, err := os.Stat(data); err != nil {
		t.Skipf("the data are not there: %v", err)
	}
	absolute, err := filepath.Abs(data)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "cxgap.yaml")
	if err := os.WriteFile(file, []byte(strings.Replace(text, "FILE", absolute, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// The passengers of an airport: 0, 6 and 11 are codes, not answers.
func TestDriversOfAirport(t *testing.T) {
	text := `audiences: {passengers: {files: [FILE]}}
scale: 1..5
missing: {dont_know: [0, 6]}
items: {art: {performance: Q7ART}, food: {performance: Q7FOOD}, signs: {performance: Q7SIGN}, walkways: {performance: Q7WALKWAYS}, wifi: {performance: Q7WIFI}}
outcome: {label: Recommend, column: NETPRO, scale: 0..10, nps: true, missing: {dont_know: [11]}}
`
	data := "../../../shared/datasets/sfo_airport/2017_SFO_Customer_Survey.csv"
	for weight, want := range map[string]float64{"": 39.84, ", weight: WEIGHT": 40.40} {
		_, figures := analyzed(t, realStudy(t, data, strings.Replace(text, "FILE]", "FILE]"+weight, 1)))
		nps := figures["profile/outcome/passengers/outcome/nps"]
		if math.Abs(float64(nps.Value)-want) > 0.005 || nps.N != 2746 {
			t.Errorf("NPS %v of %v, want %v of 2746", nps.Value, nps.N, want)
		}
		total := 0.0
		for _, item := range []string{"art", "food", "signs", "walkways", "wifi"} {
			total += float64(figures["derived/performance/passengers/"+item+"/derived_share"].Value)
		}
		if math.Abs(total-1) > 1e-12 {
			t.Errorf("shares sum to %v", total)
		}
	}
}

// Twenty attributes with weights and many blanks: the most that LMG is exact for.
func TestDriversOfTwentyAttributes(t *testing.T) {
	var items strings.Builder
	for i := range 20 {
		fmt.Fprintf(&items, "  a%02d: {performance: Attribute %02d}\n", i, i)
	}
	_, figures := analyzed(t, realStudy(t, "../../../shared/datasets/shapka/example_03.csv",
		"audiences: {customers: {files: [FILE], weight: Weight}}\nscale: 1..10\noutcome: {column: Overall Satisfaction}\nanalysis: {resamples: 100}\nitems:\n"+items.String()))
	lmg, johnson, r2 := 0.0, 0.0, figures["derived/performance/customers/*/r_squared"]
	blank := float64(figures["profile/outcome/customers/outcome/blank"].Value)
	for i := range 20 {
		id := fmt.Sprintf("/performance/customers/a%02d/", i)
		lmg += float64(figures["derived"+id+"lmg"].Value)
		johnson += float64(figures["derived"+id+"relative_weight"].Value)
		blank += float64(figures["profile"+id+"blank"].Value)
	}
	if math.Abs(lmg-float64(r2.Value)) > 1e-10 || math.Abs(johnson-float64(r2.Value)) > 1e-9 || blank != 3634 || !(r2.N > 1000) {
		t.Errorf("LMG sums to %v, relative weights to %v, R² is %v of %v; %v blanks", lmg, johnson, r2.Value, r2.N, blank)
	}
}
