package analysis

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

var tenPoints = study.NewScale(1, 10)

func three(t *testing.T) *invented {
	t.Helper()
	in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "easy", "quality", "price")
	in.around(1, "leadership", 40, 8.5, 7, 6)
	in.around(2, "staff", 90, 7, 7.1, 5.8)
	in.around(3, "customers", 400, 5.2, 7, 6.2)
	return in
}

func TestChainAddsUp(t *testing.T) {
	_, figures := three(t).analyze(t)
	for _, item := range []string{"easy", "quality", "price"} {
		total := must(t, figures, "chain/performance/leadership:customers/"+item+"/total_gap").Value
		inside := must(t, figures, "chain/performance/leadership:staff/"+item+"/communication_gap").Value
		delivery := must(t, figures, "chain/performance/staff:customers/"+item+"/delivery_gap").Value
		if math.Abs(float64(total-inside-delivery)) > 1e-12 {
			t.Errorf("%s: %v is not %v + %v", item, total, inside, delivery)
		}
	}
	easy := must(t, figures, "chain/performance/leadership:staff/easy/communication_share")
	rest := must(t, figures, "chain/performance/staff:customers/easy/delivery_share")
	if math.Abs(float64(easy.Value+rest.Value)-1) > 1e-12 || !(easy.Value > 0) || !(rest.Value > 0) {
		t.Errorf("shares of an established distance: got %v and %v, want two positive parts of 1", easy.Value, rest.Value)
	}
	quality := must(t, figures, "chain/performance/leadership:staff/quality/communication_share")
	if quality.Value.Defined() || !quality.Note.Has(NoteNoDisparity) {
		t.Errorf("share of no disparity: got %v %v, want none with %s", quality.Value, quality.Note, NoteNoDisparity)
	}
}

func TestClasses(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "blind", "over", "hidden", "strong", "weak")
	in.around(1, "leadership", 200, 8.5, 9.4, 5, 8.6, 4)
	in.around(2, "customers", 400, 5.5, 8.3, 7.5, 8.6, 4)
	_, figures := in.analyze(t)
	for item, want := range map[string]string{
		"blind": BlindSpot, "over": OverratedStrength, "hidden": HiddenStrength, "strong": SharedStrength, "weak": SharedWeakness,
	} {
		f := must(t, figures, "gap/performance/leadership:customers/"+item+"/class")
		if f.Verdict != want || f.Value.Defined() {
			t.Errorf("%s: got class %q with value %v, want %q without one", item, f.Verdict, f.Value, want)
		}
	}
}

// A base below the minimum leaves no number anywhere from which an answer could be worked out.
func TestSmallBasesAreSuppressedEverywhere(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "easy", "price")
	in.around(1, "leadership", 4, 8, 7)
	in.around(2, "staff", 60, 7, 7)
	in.around(3, "customers", 90, 6, 6)
	result, figures := in.analyze(t)
	suppressed := 0
	for _, f := range result.Figures {
		if f.Audience != "leadership" && f.Versus != "leadership" {
			continue
		}
		if f.Item == "" { // shares over all items: none of leadership's may enter
			if f.Value.Defined() && f.Statistic != "items_in_distance" {
				t.Errorf("%s: got %v from a suppressed audience", f.ID, f.Value)
			}
			continue
		}
		suppressed++
		for _, x := range []Number{f.Value, f.SE, f.Low, f.High, f.N, f.NVersus, f.NEffective, f.NEffectiveVersus, f.P, f.PAdjusted, f.DF} {
			if x.Defined() {
				t.Fatalf("%s holds the number %v: %+v", f.ID, x, f)
			}
		}
		if f.Verdict != "" || !slices.Equal(f.Note, Notes{NoteSuppressed}) {
			t.Errorf("%s: got verdict %q and notes %v, want none and %s", f.ID, f.Verdict, f.Note, NoteSuppressed)
		}
	}
	if suppressed < 50 {
		t.Errorf("only %d figures of leadership: the test looks at too little", suppressed)
	}
	if spread := must(t, figures, "spread/performance/*/easy/spread"); !spread.Note.Has(NoteAudienceLeftOut) {
		t.Errorf("spread: got notes %v, want %s", spread.Note, NoteAudienceLeftOut)
	}
	gap := must(t, figures, "gap/performance/staff:customers/easy/difference")
	spread := must(t, figures, "spread/performance/*/easy/spread")
	if math.Abs(math.Abs(float64(gap.Value))-float64(spread.Value)) > 1e-9 {
		t.Errorf("spread %v is not the gap %v of the audiences that may be shown: leadership could be worked out", spread.Value, gap.Value)
	}
	if family := gap.Family; family != 2 {
		t.Errorf("got a family of %v, want the 2 gaps that may be shown", family)
	}
}

func TestAudienceThatIsNotAnonymousIsShown(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "easy")
	in.study.Audiences[0].Anonymous, in.study.Audiences[0].Reason = false, "all four agreed"
	in.around(1, "leadership", 4, 8)
	in.around(3, "customers", 90, 6)
	result, figures := in.analyze(t)
	if f := must(t, figures, "profile/performance/leadership/easy/mean"); !f.Value.Defined() || !f.Note.Has(NoteSmallBase) {
		t.Errorf("got %v %v, want a mean marked %s", f.Value, f.Note, NoteSmallBase)
	}
	if len(result.Warnings) != 1 || result.Warnings[0].Code != WarnShownBelowMinimum || !strings.Contains(result.Warnings[0].Message, "all four agreed") {
		t.Errorf("got warnings %v, want one that gives the reason", result.Warnings)
	}
}

func TestCensus(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "staff"}, "apart", "close", "equal")
	in.study.Audiences[0].Population, in.study.Audiences[1].Population = 6, 6
	in.study.Audiences[0].Anonymous, in.study.Audiences[1].Anonymous = false, false // all staff agree on an item
	in.answers("leadership", []float64{9, 8, 7}, []float64{9, 8, 7}, []float64{8, 8, 7}, []float64{9, 8, 7}, []float64{8, 7, 7}, []float64{9, 8, 7})
	in.answers("staff", []float64{5, 8, 6}, []float64{6, 8, 8}, []float64{5, 8, 6}, []float64{5, 8, 8}, []float64{5, 8, 7}, []float64{4, 8, 7})
	_, figures := in.analyze(t)
	mean := must(t, figures, "profile/performance/leadership/apart/mean")
	if mean.SE != 0 || mean.Low.Defined() || !mean.Note.Has(NoteCensus) || mean.Note.Has(NoteSmallBase) {
		t.Errorf("census: got se %v, low %v, notes %v, want 0, none, %s alone", mean.SE, mean.Low, mean.Note, NoteCensus)
	}
	for item, want := range map[string]string{"apart": Disparity, "close": Trivial, "equal": Similar} {
		gap := must(t, figures, "gap/performance/leadership:staff/"+item+"/difference")
		if gap.Verdict != want || gap.P.Defined() || gap.Low.Defined() {
			t.Errorf("%s: got %q, p %v, low %v, want %q without p and interval", item, gap.Verdict, gap.P, gap.Low, want)
		}
	}
}

// Against a census, Welch's test decides alone: the rank test has no finite population form.
func TestOneCensus(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "easy")
	in.study.Audiences[0].Population = 12
	in.around(1, "leadership", 12, 7)
	in.around(3, "customers", 90, 6)
	_, figures := in.analyze(t)
	difference := must(t, figures, "gap/performance/leadership:customers/easy/difference")
	disparity := must(t, figures, "gap/performance/leadership:customers/easy/disparity")
	customers := must(t, figures, "profile/performance/customers/easy/mean")
	if disparity.P != difference.P {
		t.Errorf("got p %v for the decision, want Welch's %v", disparity.P, difference.P)
	}
	if difference.SE != customers.SE || difference.DF != customers.DF {
		t.Errorf("got se %v on %v df, want the customers' %v on %v", difference.SE, difference.DF, customers.SE, customers.DF)
	}
}

func TestZeroVarianceIsUndefinedNotZero(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "easy")
	in.answers("leadership", []float64{8}, []float64{8}, []float64{8}, []float64{8}, []float64{8}, []float64{8})
	in.study.Audiences[0].Anonymous = false
	in.around(3, "customers", 90, 6)
	_, figures := in.analyze(t)
	gap := must(t, figures, "gap/performance/leadership:customers/easy/difference")
	if !gap.Value.Defined() || gap.Low.Defined() || gap.P.Defined() || gap.Verdict != "" || !gap.Note.Has(NoteZeroVariance) {
		t.Errorf("got value %v, low %v, p %v, verdict %q, notes %v; want a value alone, with %s",
			gap.Value, gap.Low, gap.P, gap.Verdict, gap.Note, NoteZeroVariance)
	}
	if class := must(t, figures, "gap/performance/leadership:customers/easy/class"); class.Verdict != Uncertain {
		t.Errorf("got class %q, want %q", class.Verdict, Uncertain)
	}
}

// On different scales figures are in POMP, and boxes are not compared.
func TestDifferentScales(t *testing.T) {
	in := newInvented(tenPoints, []string{"staff", "customers"}, "easy")
	in.study.Items[0].Ratings[0].Columns["staff"].Scale = study.NewScale(1, 5)
	in.answers("staff", []float64{5}, []float64{4}, []float64{5}, []float64{3}, []float64{5})
	in.around(3, "customers", 90, 6)
	_, figures := in.analyze(t)
	mean := must(t, figures, "profile/performance/staff/easy/mean")
	if mean.Unit != POMP || math.Abs(float64(mean.Value)-85) > 1e-9 {
		t.Errorf("got %v %s, want 85 pomp", mean.Value, mean.Unit)
	}
	top := must(t, figures, "profile/performance/staff/easy/top_box")
	if math.Abs(float64(top.Value)-0.8) > 1e-12 {
		t.Errorf("top box on the own scale: got %v, want 0.8", top.Value)
	}
	box := must(t, figures, "gap/performance/staff:customers/easy/top_box_difference")
	if box.Value.Defined() || !box.Note.Has(NoteDifferentScales) {
		t.Errorf("got %v %v, want none with %s", box.Value, box.Note, NoteDifferentScales)
	}
	gap := must(t, figures, "gap/performance/staff:customers/easy/difference")
	margin := must(t, figures, "gap/performance/staff:customers/easy/tost")
	if gap.Unit != POMP || margin.Value != 5 {
		t.Errorf("got a gap in %s with margin %v, want pomp with margin 5", gap.Unit, margin.Value)
	}
	rwg := must(t, figures, "profile/performance/staff/easy/rwg") // variance .8 of 2 expected at random
	if math.Abs(float64(rwg.Value)-(1-0.8/2)) > 1e-9 {
		t.Errorf("r_wg on the own scale: got %v, want %v", rwg.Value, 1-0.8/2)
	}
}

// Every emitted statistic is defined, in a listed unit; every code is explained.
func TestDefinitionsCoverWhatIsEmitted(t *testing.T) {
	defined := map[string][]Unit{}
	for _, d := range Definitions() {
		defined[d.Analysis+" "+d.Statistic] = d.Units
	}
	explained := map[string]bool{}
	for _, c := range Codes() {
		explained[c.Code] = true
	}
	emitted := map[string]bool{}
	for _, in := range []*invented{three(t), everyScore(t), inWaves(t), recommended(t), panelStudy(t, 12, 2), inSegments(t), perspectives(t), matters(t, 60), partlyAsked(t, func(i, item int) bool { return item != 2 || i < 7 })} {
		in.study.Analysis.Resamples = 100
		result, _ := in.analyzeInFull(t)
		for _, f := range result.Figures {
			name := f.Analysis + " " + f.Statistic
			emitted[name] = true
			if units, found := defined[name]; !found || !slices.Contains(units, f.Unit) {
				t.Errorf("%s in %q is not in Definitions", name, f.Unit)
			}
			for _, code := range f.Note {
				if !explained[code] {
					t.Errorf("%s: code %q is not in Codes", f.ID, code)
				}
			}
		}
	}
	for name := range defined {
		if !emitted[name] {
			t.Errorf("%s is defined but never emitted", name)
		}
	}
}

// inWaves has two waves, and items whose importance was asked too.
func inWaves(t *testing.T) *invented {
	t.Helper()
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy", "quick", "fair")
	in.study.Waves = []string{"2025", "2026"}
	for _, item := range in.study.Items {
		item.Ratings = append(item.Ratings, &study.Rating{Item: item, Kind: study.Importance, Columns: item.Ratings[0].Columns})
	}
	for _, audience := range []string{"staff", "customers"} {
		in.around(1, audience, 40, 6, 7, 7, 8, 8, 9)
		in.inWave(0)
		in.around(2, audience, 40, 7, 7, 5, 9, 8, 8)
		in.inWave(1)
	}
	return in
}

// recommended has two waves of customers who say whether they would recommend.
func recommended(t *testing.T) *invented {
	t.Helper()
	in := newInvented(study.NewScale(0, 10), []string{"customers"}, "easy")
	in.study.Waves = []string{"2025", "2026"}
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Recommends", Target: math.NaN()}, Kind: study.OutcomeKind, NPS: true,
		Columns: map[string]*study.Column{"customers": {Scale: study.NewScale(0, 10)}},
	}
	in.around(1, "customers", 50, 6, 8)
	in.inWave(0)
	in.around(2, "customers", 80, 6, 6)
	in.inWave(1)
	return in
}

// The change of the net promoter score is that of two independent scores.
func TestChangeOfNetPromoters(t *testing.T) {
	_, figures := recommended(t).analyze(t)
	then := must(t, figures, "profile/outcome/customers/outcome/nps@wave=2025")
	now := must(t, figures, "profile/outcome/customers/outcome/nps@wave=2026")
	change := must(t, figures, "change/outcome/customers/outcome/nps_change@wave=2025:2026")
	if want := now.Value - then.Value; math.Abs(float64(change.Value-want)) > 1e-9 || want > -10 {
		t.Errorf("from %v to %v: change %v", then.Value, now.Value, change.Value)
	}
	if want := math.Hypot(float64(then.SE), float64(now.SE)); math.Abs(float64(change.SE)-want) > 1e-9 {
		t.Errorf("se %v, want %v", change.SE, want)
	}
	if half := float64(change.High-change.Low) / 2; half < 1.97*float64(change.SE) || half > 2.01*float64(change.SE) {
		t.Errorf("interval from %v to %v at SE %v", change.Low, change.High, change.SE)
	}
	if change.N != now.N || change.NVersus != then.N {
		t.Errorf("bases %v and %v, want %v and %v", change.N, change.NVersus, now.N, then.N)
	}
}

// All of few detractors say what each of them answered: neither their score nor its change is shown.
func TestChangeOfHiddenNetPromoters(t *testing.T) {
	in := recommended(t)
	in.blocks = in.blocks[:1]
	in.answers("customers", slices.Repeat([][]float64{{6, 2}, {7, 4}, {5, 3}}, 2)...)
	in.inWave(1)
	_, figures := in.analyze(t)
	for _, id := range []string{"profile/outcome/customers/outcome/nps@wave=2026", "change/outcome/customers/outcome/nps_change@wave=2025:2026"} {
		if f := must(t, figures, id); f.Value.Defined() || f.Low.Defined() || !f.Note.Has(NoteSuppressed) {
			t.Errorf("%s is %v [%v]", id, f.Value, f.Low)
		}
	}
}

func everyScore(t *testing.T) *invented {
	t.Helper()
	in := newInvented(study.NewScale(1, 5), []string{"customers"}, "easy")
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Satisfaction", Target: math.NaN()}, Kind: study.OutcomeKind, CSAT: true, CES: study.LowIsEasy,
		Columns: map[string]*study.Column{"customers": {Scale: study.NewScale(1, 5)}},
	}
	in.around(1, "customers", 50, 3, 4)
	in.study.Outcome.NPS = true // not on this scale in a real study: here only the name of the figure counts
	return in
}

// A result survives its JSON, undefined numbers included.
func TestResultRoundTrip(t *testing.T) {
	result, _ := three(t).analyze(t)
	first, err := json.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	var back Result
	if err := json.Unmarshal(first, &back); err != nil {
		t.Fatal(err)
	}
	second, err := json.Marshal(&back)
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Error("the JSON of a result read back differs")
	}
	if strings.Contains(string(first), "NaN") || strings.Contains(string(first), "Inf") {
		t.Error("the JSON holds a NaN or an infinity")
	}
}

// Scaling all weights changes no figure; the same answers in another order change none beyond rounding.
func TestWeightsMatterOnlyRelatively(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		factor := rapid.Float64Range(0.01, 100).Draw(t, "factor")
		weights := rapid.SliceOfN(rapid.Float64Range(0.1, 5), 30, 30).Draw(t, "weights")
		run := func(by float64) []Figure {
			in := newInvented(tenPoints, []string{"staff", "customers"}, "easy", "price")
			in.study.Audiences[1].Weight = &study.Selector{Name: "w"}
			in.around(1, "staff", 20, 7, 6)
			in.around(2, "customers", 30, 6, 6)
			for _, w := range weights {
				in.blocks[1].Weight = append(in.blocks[1].Weight, w*by)
			}
			tally := NewTally(in.study)
			for _, b := range in.blocks {
				if err := tally.Add(b); err != nil {
					t.Fatal(err)
				}
			}
			return Analyze(in.study, tally, Provenance{}).Figures
		}
		a, b := run(1), run(factor)
		for i := range a {
			x, y := float64(a[i].Value), float64(b[i].Value)
			if math.Abs(x-y) > 1e-9*math.Max(1, math.Abs(x)) || math.IsNaN(x) != math.IsNaN(y) {
				t.Fatalf("%s: %v with weights times %v, %v without", a[i].ID, y, factor, x)
			}
		}
	})
}
