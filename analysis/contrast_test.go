package analysis

import (
	"fmt"
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of the pairs of values, the contrast is that which differs most clearly, with an interval over all pairs: not that of the few in the West, whose
// gap is the largest.
func TestContrastsAreTheClearest(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy", "quick")
	in.study.Segments = []study.Segment{{Name: "region"}}
	add := func(audience, region string, n int, easy ...float64) {
		var rows [][]float64
		for i := range n {
			rows = append(rows, []float64{easy[i%len(easy)], float64(5 + i%4)})
		}
		in.answers(audience, rows...)
		in.inSegment(region)
	}
	add("staff", "North", 60, 8, 9, 7)
	add("staff", "South", 60, 6, 7, 5)
	add("staff", "West", 6, 10, 10, 4)
	add("customers", "North", 60, 5, 6, 4)
	add("customers", "South", 60, 5, 6, 4)
	add("customers", "West", 6, 1, 6, 4)
	_, figures := in.analyze(t)
	id := func(statistic string) string {
		return "segment/performance/staff:customers/easy/" + statistic + "@region"
	}
	c, larger, smaller := must(t, figures, id("contrast")), must(t, figures, id("contrast_larger")), must(t, figures, id("contrast_smaller"))
	if larger.Verdict != "North" || smaller.Verdict != "South" || c.Verdict != Disparity || c.Family != 2 || c.N != 60 || c.NVersus != 60 {
		t.Errorf("%q less %q: %v, verdict %q, family %v, n %v and %v", larger.Verdict, smaller.Verdict, c.Value, c.Verdict, c.Family, c.N, c.NVersus)
	}
	north, south := must(t, figures, "segment/performance/staff:customers/easy/difference@region=North"), must(t, figures, "segment/performance/staff:customers/easy/difference@region=South")
	if math.Abs(float64(c.Value-(north.Value-south.Value))) > 1e-12 || math.Abs(float64(c.SE*c.SE-north.SE*north.SE-south.SE*south.SE)) > 1e-12 {
		t.Errorf("contrast %v, standard error %v, of gaps %v and %v", c.Value, c.SE, north.Value, south.Value)
	}
	if !(c.PAdjusted >= c.P) || c.Level != 0.95 || c.Note.Has(NoteExcludesZero) {
		t.Errorf("p %v, adjusted %v, level %v, notes %v", c.P, c.PAdjusted, c.Level, c.Note)
	}
	if r := must(t, figures, id("gap_range")); r.Value <= c.Value {
		t.Errorf("the West has not the largest gap: range %v, contrast %v", r.Value, c.Value)
	}
	if quick := must(t, figures, "segment/performance/staff:customers/quick/contrast@region"); quick.Verdict != Inconclusive {
		t.Errorf("quick, asked alike everywhere: %q", quick.Verdict)
	}
}

// ofRegion are the answers of staff and customers in one region.
type ofRegion struct {
	name             string
	staff, customers []float64
}

// byRegion has staff and customers in regions, who answered one item, and a second one alike everywhere if asked.
func byRegion(regions []ofRegion, second bool) *invented {
	items := []string{"easy"}
	if second {
		items = append(items, "quick")
	}
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, items...)
	in.study.Segments = []study.Segment{{Name: "region"}}
	for _, r := range regions {
		for audience, answers := range map[string][]float64{"staff": r.staff, "customers": r.customers} {
			var rows [][]float64
			for i, x := range answers {
				rows = append(rows, []float64{x, float64(5 + i%4)}[:len(items)])
			}
			in.answers(audience, rows...)
			in.inSegment(r.name)
		}
	}
	return in
}

// easyContrast is the contrast of the first item.
type easyContrast struct {
	Figure
	pooled, pairs   Figure
	larger, smaller string
}

func contrastOfEasy(t *testing.T, in *invented) easyContrast {
	t.Helper()
	_, figures := in.analyze(t)
	of := func(statistic string) Figure {
		return must(t, figures, "segment/performance/staff:customers/easy/"+statistic+"@region")
	}
	return easyContrast{of("contrast"), of("contrast_pooled"), of("contrast_pairs"), of("contrast_larger").Verdict, of("contrast_smaller").Verdict}
}

func near(got Number, want float64) bool { return math.Abs(float64(got)-want) <= 1e-9*math.Abs(want) }

var (
	// Pooled variances decide. The t statistics alone would choose South and North; as normal deviates West and North lie further apart.
	chosenByDeviates = []ofRegion{
		{"North", []float64{7, 7, 2, 7, 6, 6, 5, 4, 4, 3, 5, 6}, []float64{9, 8, 7, 9, 4, 7, 4, 4, 10, 10, 6, 6, 8, 9}},
		{"South", []float64{7, 5, 9, 5, 5, 2, 7, 6}, []float64{5, 6, 5, 5, 6, 4, 5, 3, 6}},
		{"West", []float64{5, 8, 9, 7, 9}, []float64{6, 7, 6, 7, 6}},
	}
	// Welch decides: South and North are further apart by Welch alone, but with pooled variances not at all.
	chosenByBoth = []ofRegion{
		{"North", []float64{6, 6, 7, 5, 6, 3, 6, 5, 5, 6, 5, 5}, []float64{5, 5, 5, 5, 4, 5, 5, 5, 3, 3, 5, 3, 4, 5}},
		{"South", []float64{6, 3, 7, 5, 6, 5, 7, 5}, []float64{5, 4, 6, 7, 6, 5, 6, 5, 6}},
		{"West", []float64{1, 6, 3, 4, 4}, []float64{2, 7, 8, 5, 3}},
	}
)

// Values computed by hand from the sums of squares of the samples: Welch's interval at 1 − .05/3, and three times the larger p of Welch's test
// and that with pooled variances.
func TestContrastValues(t *testing.T) {
	for _, test := range []struct {
		name                     string
		regions                  []ofRegion
		larger, smaller          string
		value, se, df, low, high float64
		p, pooled, decides       float64
		verdict                  string
		excludes                 bool
	}{
		{
			"pooled variances decide", chosenByDeviates, "West", "North",
			3.2476190476190467, 1.0846105880954229, 14.984740292339001, 0.32559236444777806, 6.169645730790315, 3 * 0.009086186474471838, 0.04588606759077979, 0.04588606759077979, Disparity, false,
		},
		{
			"Welch decides", chosenByBoth, "North", "West",
			2.3880952380952376, 1.447241292156095, 8.242631313664363, -1.9442904570645787, 6.720480933255054, 0.40925090460857444, 3 * 0.01625502004065336, 0.40925090460857444, Inconclusive, false,
		},
	} {
		c := contrastOfEasy(t, byRegion(test.regions, false))
		if c.larger != test.larger || c.smaller != test.smaller || c.pairs.Value != 3 {
			t.Errorf("%s: %q less %q of %v pairs, want %q less %q of 3", test.name, c.larger, c.smaller, c.pairs.Value, test.larger, test.smaller)
		}
		if !near(c.Value, test.value) || !near(c.SE, test.se) || !near(c.DF, test.df) || !near(c.Low, test.low) || !near(c.High, test.high) {
			t.Errorf("%s: %v ± %v on %v, %v to %v", test.name, c.Value, c.SE, c.DF, c.Low, c.High)
		}
		if !near(c.P, test.p) || !near(c.pooled.P, test.pooled) || !near(c.PAdjusted, test.decides) || c.Family != 1 || c.Verdict != test.verdict || c.Note.Has(NoteExcludesZero) {
			t.Errorf("%s: p %v and %v, adjusted %v over %v, %q, notes %v", test.name, c.P, c.pooled.P, c.PAdjusted, c.Family, c.Verdict, c.Note)
		}
	}
}

// With a second item Holm doubles the p: the interval of the contrast alone excludes 0, and it is not established.
func TestContrastsAreAdjusted(t *testing.T) {
	in := byRegion(chosenByDeviates, true)
	c := contrastOfEasy(t, in)
	if !near(c.PAdjusted, 2*0.04588606759077979) || c.Family != 2 || c.Verdict != Inconclusive || !c.Note.Has(NoteExcludesZero) {
		t.Errorf("adjusted %v over %v, %q, notes %v", c.PAdjusted, c.Family, c.Verdict, c.Note)
	}
	in.study.Analysis.Adjust = study.NoAdjustment
	if c := contrastOfEasy(t, in); c.Verdict != Disparity {
		t.Errorf("without adjustment: %q, p %v", c.Verdict, c.PAdjusted)
	}
}

// A pooled gap that may not be shown has no contrast: the gaps of its values would tell it.
func TestNoContrastOfAHiddenGap(t *testing.T) {
	in := byRegion(chosenByDeviates, false)
	tally := NewTally(in.study)
	for _, block := range in.blocks {
		if err := tally.Add(block); err != nil {
			t.Fatal(err)
		}
	}
	w := newAnalyzer(in.study, tally).wave(0)
	table := w.view.segmentTable(0, in.study.Segments[0])
	if n := len(table.contrastFigures(w.view, w.gaps)); n != 5 {
		t.Fatalf("%d figures of a gap that is shown", n)
	}
	w.gaps.all[0].suppressed = true
	if n := len(table.contrastFigures(w.view, w.gaps)); n != 0 {
		t.Errorf("%d figures of a gap that is not shown", n)
	}
}

// Where everybody answered, the figures say by themselves whether the gaps differ; and which, of those that lie furthest apart.
func TestContrastsOfCensuses(t *testing.T) {
	everyone := func(regions []ofRegion) *invented {
		in := byRegion(regions, false)
		for _, block := range in.blocks {
			in.study.Audiences[block.Audience].Population += block.N
		}
		return in
	}
	c := contrastOfEasy(t, everyone(chosenByDeviates))
	if c.Verdict != Disparity || c.larger != "West" || c.smaller != "North" || !near(c.Value, 3.2476190476190467) || c.P.Defined() || c.Low.Defined() || !c.Note.Has(NoteCensus) || c.Family != 0 {
		t.Errorf("%q less %q: %v, %q, p %v, from %v, notes %v, family %v", c.larger, c.smaller, c.Value, c.Verdict, c.P, c.Low, c.Note, c.Family)
	}
	// Thirds leave a rest of rounding.
	same := []ofRegion{
		{"North", []float64{4, 5, 5, 4, 5, 5}, []float64{3, 3, 4, 3, 3, 4}},
		{"South", []float64{7, 8, 8, 7, 8, 8}, []float64{6, 6, 7, 6, 6, 7}},
		{"West", []float64{5, 6, 6, 5, 6, 6}, []float64{4, 4, 5, 4, 4, 5}},
	}
	c = contrastOfEasy(t, everyone(same))
	if c.Verdict != Similar || c.Value != 0 || c.larger != "" || c.smaller != "" {
		t.Errorf("the same gaps everywhere: %q less %q, %v, %q", c.larger, c.smaller, c.Value, c.Verdict)
	}
	one := byRegion(chosenByDeviates, false)
	one.study.Audiences[0].Population = 25
	if c := contrastOfEasy(t, one); c.Note.Has(NoteCensus) || !c.P.Defined() || c.Verdict == "" {
		t.Errorf("one audience answered completely: notes %v, p %v, %q", c.Note, c.P, c.Verdict)
	}
}

// Without a standard error there is no verdict, and the contrast is that of the gaps that lie furthest apart.
func TestContrastWithoutVariance(t *testing.T) {
	alike := func(x float64) []float64 { return []float64{x, x, x, x, x, x, x, x, x, x} }
	c := contrastOfEasy(t, byRegion([]ofRegion{
		{"North", alike(6), alike(5)}, {"South", alike(7), alike(5)}, {"West", alike(4), alike(5)},
	}, false))
	if c.larger != "South" || c.smaller != "West" || c.Value != 3 || c.Verdict != "" || c.P.Defined() || !c.Note.Has(NoteZeroVariance) {
		t.Errorf("%q less %q: %v, %q, p %v, notes %v", c.larger, c.smaller, c.Value, c.Verdict, c.P, c.Note)
	}
}

// Accounts with respondents in both regions vary in both at once. By hand: residuals by account in each region, their covariance, and
// Satterthwaite's degrees of freedom over accounts in both regions and in one.
func TestContrastOfClustersInSeveralValues(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy")
	in.study.Segments = []study.Segment{{Name: "region"}}
	for _, of := range []struct {
		audience, region string
		accounts         [][]float64
	}{
		{"staff", "North", [][]float64{{7, 8}, {6}, {9, 9}, {5, 6}, {8}, {7, 7}}},
		{"staff", "South", [][]float64{{4}, {5, 3}, {3}, {6}, {3, 4}, {5}, {4, 6}}},
		{"customers", "North", [][]float64{{5, 4}, {6}, {7}, {3, 4}, {5}}},
		{"customers", "South", [][]float64{{5}, {6, 6}, {6}, {3}, {4, 5}}},
	} {
		var rows [][]float64
		var clusters []string
		for k, account := range of.accounts {
			for _, x := range account {
				rows, clusters = append(rows, []float64{x}), append(clusters, fmt.Sprintf("%s %d", of.audience, k))
			}
		}
		in.answers(of.audience, rows...)
		in.inSegment(of.region)
		in.blocks[len(in.blocks)-1].Cluster = clusters
	}
	for _, a := range in.study.Audiences {
		a.Cluster = &study.Selector{Name: "account"}
	}
	c := contrastOfEasy(t, in)
	if c.larger != "North" || c.smaller != "South" || !near(c.Value, 3.0428571428571436) || !near(c.SE, 0.9065604843050776) || !near(c.DF, 6.823651965347979) || !near(c.Low, 0.887900288551775) {
		t.Errorf("%q less %q: %v ± %v on %v, from %v; independent it would be ± 1.0245", c.larger, c.smaller, c.Value, c.SE, c.DF, c.Low)
	}
	if !near(c.P, 0.012611540100097515) || !near(c.pooled.P, 0.01277122030847067) || !near(c.pooled.SE, 0.9051112651680188) {
		t.Errorf("p %v, with pooled variances %v (± %v)", c.P, c.pooled.P, c.pooled.SE)
	}
}
