package analysis

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// analyzeInFull runs the analysis with resamples and indexes its figures.
func (in *invented) analyzeInFull(t *testing.T) (*Result, map[string]Figure) {
	t.Helper()
	tally := NewTally(in.study)
	for _, block := range in.blocks {
		if err := tally.Add(block); err != nil {
			t.Fatal(err)
		}
	}
	result := AnalyzeInFull(in.study, tally, Provenance{})
	figures := map[string]Figure{}
	for _, f := range result.Figures {
		figures[f.ID] = f
	}
	return result, figures
}

// rate adds a rating of an item, asked of these audiences on its performance's scale.
func rate(item *study.Item, kind study.Kind, of string, audiences ...string) {
	r := &study.Rating{Item: item, Kind: kind, Of: of, Columns: map[string]*study.Column{}}
	for _, a := range audiences {
		r.Columns[a] = &study.Column{Selector: study.Selector{Name: item.ID + string(kind)}, Scale: tenPoints}
	}
	item.Ratings = append(item.Ratings, r)
}

// matters is a study of customers with importance, an outcome, alternatives, expectations and a journey, and of staff who
// estimate what customers find important. The outcome is what customers think of "hygiene" and "delight".
func matters(t *testing.T, customers int) *invented {
	t.Helper()
	in := newInvented(tenPoints, []string{"staff", "customers"}, "hygiene", "delight", "plain", "noise")
	for _, item := range in.study.Items {
		rate(item, study.Importance, "", "customers")
		rate(item, study.Importance, "customers", "staff")
	}
	rate(in.study.Items[0], study.Alternative, "", "customers")
	rate(in.study.Items[0], study.Expectation, "", "customers")
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	part := func(id string, scale study.Scale) *study.Rating {
		return &study.Rating{
			Item: &study.Item{ID: "journey_" + id, Label: id, Target: math.NaN()}, Kind: study.JourneyKind,
			Columns: map[string]*study.Column{"customers": {Scale: scale}},
		}
	}
	in.study.Journey = &study.Journey{
		Outcome: part("outcome", study.NewScale(0, 1)), Treatment: part("treatment", tenPoints),
		Effort: part("effort", tenPoints), Explains: part("explains", study.NewScale(0, 1)),
	}
	in.study.Constructs = []*study.Construct{{ID: "all", Label: "All", Items: in.study.Items}}
	in.people(7, "staff", 60)
	in.people(8, "customers", customers)
	return in
}

// people answers every rating that the audience was asked, from a seeded source.
func (in *invented) people(seed uint64, audience string, n int) {
	source := rand.New(rand.NewPCG(seed, 2))
	ratings := in.study.Ratings()
	var rows [][]float64
	for range n {
		row := make([]float64, len(ratings))
		common := source.NormFloat64()
		performance := map[string]float64{}
		for i, r := range ratings {
			scale := tenPoints
			if c := r.Columns[audience]; c != nil {
				scale = c.Scale
			}
			mean := (scale.Low + scale.High) / 2
			x := mean + scale.Range()/4*(0.5*common+0.9*source.NormFloat64())
			switch {
			case r.Kind == study.Performance:
				performance[r.Item.ID] = x
			case r.Kind == study.Importance && r.Item.ID == "hygiene":
				x++
			case r.Kind == study.OutcomeKind:
				x = 6.5 + min(0, performance["hygiene"]-5) + max(0, performance["delight"]-6) + 0.3*performance["plain"] - 1.5 + 0.5*source.NormFloat64()
			}
			row[i] = math.Min(scale.High, math.Max(scale.Low, math.Round(x)))
		}
		rows = append(rows, row)
	}
	in.answers(audience, rows...)
}

func TestDriversAreFound(t *testing.T) {
	_, figures := matters(t, 900).analyzeInFull(t)
	of := func(id string) Figure {
		return must(t, figures, strings.Replace(id, "/", "/performance/customers/", 1))
	}
	for item, verdict := range map[string]string{"hygiene": Basic, "delight": Excitement} {
		if f := of("asymmetry/" + item + "/impact_asymmetry"); f.Verdict != verdict {
			t.Errorf("%s is %q (%v, %v to %v), want %q", item, f.Verdict, f.Value, f.Low, f.High, verdict)
		}
	}
	noise := of("derived/noise/derived_share")
	if noise.Value > 0.1 || of("derived/noise/derived_rank").Value != 4 {
		t.Errorf("noise has %v of R²", noise.Value)
	}
	total := 0.0
	for _, item := range []string{"hygiene", "delight", "plain", "noise"} {
		f := of("derived/" + item + "/derived_share")
		total += float64(f.Value)
		if !(f.Low <= f.Value && f.Value <= f.High) {
			t.Errorf("share of %s is %v, interval %v to %v", item, f.Value, f.Low, f.High)
		}
	}
	if math.Abs(total-1) > 1e-12 {
		t.Errorf("shares sum to %v", total)
	}
	if f := of("priority/hygiene/priority_rank"); f.Value != 1 || f.Verdict != Basic {
		t.Errorf("the basic that falls short has rank %v, %q", f.Value, f.Verdict)
	}
}

// How sure the order is: the shares in which each item is the first sum to those resamples in which anything falls short, and a basic leads
// wherever it falls short. Of a census the first is the first.
func TestFirstShareTellsHowSureTheOrderIs(t *testing.T) {
	_, figures := matters(t, 900).analyzeInFull(t)
	total := 0.0
	for _, f := range figures {
		if f.Statistic == "first_share" {
			total += float64(f.Value)
		}
	}
	if f := must(t, figures, "priority/performance/customers/hygiene/first_share"); f.Value != 1 || math.Abs(total-1) > 1e-12 {
		t.Errorf("the basic leads in %v of the resamples, all items in %v", f.Value, total)
	}
	order := []prior{{basic: true, value: 0}, {value: 1}, {value: 2}, {value: 3}}
	for _, test := range []struct {
		values  []float64
		leads   int
		defined bool
	}{
		{[]float64{1, 5, 9, 3}, 0, true}, // a basic that falls short
		{[]float64{0, 5, 9, 3}, 2, true},
		{[]float64{math.NaN(), 5, math.NaN(), 3}, 1, true},
		{[]float64{0, 0, 0, 0}, -1, true},
		{[]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN()}, -1, false},
	} {
		if leads, defined := leader(order, func(e prior) float64 { return test.values[slices.Index(order, e)] }); leads != test.leads || defined != test.defined {
			t.Errorf("%v: %d, %v", test.values, leads, defined)
		}
	}
}

// Pure noise gets an interval that reaches what noise gets by chance: the mean share under permutations of its answers.
func TestNoiseReachesItsPermutationNull(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "first", "second", "noise")
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	source := rand.New(rand.NewPCG(3, 4))
	draw := func() float64 { return float64(1 + source.IntN(10)) }
	var rows [][]float64
	for range 150 {
		a, b := draw(), draw()
		rows = append(rows, []float64{a, b, draw(), math.Max(1, math.Min(10, math.Round((a+b+draw())/3)))})
	}
	in.answers("customers", rows...)
	_, figures := in.analyzeInFull(t)
	share := must(t, figures, "derived/performance/customers/noise/derived_share")
	null, permutations := 0.0, 200
	for range permutations {
		shuffled := make([][]float64, len(rows))
		order := source.Perm(len(rows))
		m := stats.NewMoments(4)
		for i, row := range rows {
			shuffled[i] = []float64{row[0], row[1], rows[order[i]][2], row[3]}
			m.Add(1, shuffled[i])
		}
		d := stats.DriversOf(m.Correlation(), []int{0, 1, 2}, 3)
		lmg, err := d.LMG()
		if err != nil {
			t.Fatal(err)
		}
		null += lmg[2] / (lmg[0] + lmg[1] + lmg[2]) / float64(permutations)
	}
	if float64(share.Low) > null || float64(share.High) < null {
		t.Errorf("noise has %v, %v to %v; by chance %v", share.Value, share.Low, share.High, null)
	}
}

// The same seed gives the same bytes on any number of processors.
func TestConcurrentResamplesOwnNothingToProcessors(t *testing.T) {
	in := matters(t, 200)
	in.study.Analysis.Resamples = 200
	text := func(processors int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		result, _ := in.analyzeInFull(t)
		bytes, err := json.Marshal(result)
		if err != nil {
			t.Fatal(err)
		}
		return string(bytes)
	}
	if text(1) != text(3) {
		t.Error("another number of processors, another result")
	}
}

// Above the limit the random groups stand for respondents, and their intervals are about as long.
func TestIntervalsOfRandomGroups(t *testing.T) {
	if testing.Short() {
		t.Skip("50,000 respondents")
	}
	few, many := matters(t, 900), matters(t, keptRespondents+10_000)
	few.study.Analysis.Resamples, many.study.Analysis.Resamples = 300, 300
	_, small := few.analyzeInFull(t)
	_, large := many.analyzeInFull(t)
	shrink := math.Sqrt(900.0 / (keptRespondents + 10_000))
	for _, id := range []string{"derived/performance/customers/hygiene/derived_share", "asymmetry/performance/customers/hygiene/impact_asymmetry"} {
		a, b := must(t, small, id), must(t, large, id)
		ratio := float64((b.High-b.Low)/(a.High-a.Low)) / shrink
		if ratio < 0.6 || ratio > 1.6 {
			t.Errorf("%s: interval %v to %v of few, %v to %v of many: %.2f of what the root of n gives", id, a.Low, a.High, b.Low, b.High, ratio)
		}
	}
}

func TestWhatCannotBeExplainedIsRefused(t *testing.T) {
	tests := map[string]struct {
		change func(rows [][]float64) [][]float64
		note   string
	}{
		"too few":            {func(rows [][]float64) [][]float64 { return rows[:13] }, NoteTooFewForDrivers},
		"a constant driver":  {func(rows [][]float64) [][]float64 { return each(rows, func(r []float64) { r[2] = 7 }) }, NoteConstant},
		"a constant outcome": {func(rows [][]float64) [][]float64 { return each(rows, func(r []float64) { r[3] = 7 }) }, NoteConstantOutcome},
		"collinear drivers":  {func(rows [][]float64) [][]float64 { return each(rows, func(r []float64) { r[2] = 11 - r[1] }) }, NoteCollinear},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			in := newInvented(tenPoints, []string{"customers"}, "first", "second", "third")
			in.study.Outcome = &study.Rating{
				Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
				Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
			}
			source := rand.New(rand.NewPCG(5, 6))
			rows := make([][]float64, 80)
			for i := range rows {
				for range 4 {
					rows[i] = append(rows[i], float64(1+source.IntN(10)))
				}
			}
			in.answers("customers", test.change(rows)...)
			result, figures := in.analyzeInFull(t)
			third := must(t, figures, "derived/performance/customers/third/derived_share")
			if third.Value.Defined() || !third.Note.Has(test.note) {
				t.Errorf("got %v %v, want nothing and %s", third.Value, third.Note, test.note)
			}
			first := must(t, figures, "derived/performance/customers/first/derived_share")
			if test.note == NoteConstant && !first.Value.Defined() {
				t.Error("a constant driver takes the others with it")
			}
			combination := func(w study.Notice) bool { return strings.Contains(w.Message, `"third" is a combination of "second"`) }
			if test.note == NoteCollinear && !slices.ContainsFunc(result.Warnings, combination) {
				t.Errorf("warnings %v", result.Warnings)
			}
			for _, statistic := range []string{"penalty", "reward", "impact_asymmetry"} {
				f := must(t, figures, "asymmetry/performance/customers/first/"+statistic)
				if test.note == NoteConstantOutcome && (f.Value.Defined() || f.Verdict != "" || !f.Note.Has(NoteConstantOutcome)) {
					t.Errorf("%s of a constant outcome: %v %q %v", statistic, f.Value, f.Verdict, f.Note)
				}
			}
			if mean := must(t, figures, "profile/performance/customers/first/mean"); !mean.Value.Defined() {
				t.Error("the rest of the analysis does not stand")
			}
		})
	}
}

// A driver that does not vary has no rank and says so; what is said of the others is what it would be without it.
func TestConstantDriverTakesNoRankFromOthers(t *testing.T) {
	invent := func(items ...string) *invented {
		in := newInvented(tenPoints, []string{"customers"}, items...)
		for _, item := range in.study.Items {
			rate(item, study.Importance, "", "customers")
		}
		in.study.Outcome = &study.Rating{
			Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
			Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
		}
		in.study.Analysis.Resamples = 100
		source := rand.New(rand.NewPCG(5, 6))
		rows := make([][]float64, 80)
		for i := range rows {
			x := make([]float64, 8)
			for k := range x {
				x[k] = float64(1 + source.IntN(10))
			}
			if len(items) == 4 { // performance of the fourth is 7 throughout
				rows[i] = []float64{x[0], x[3], x[1], x[4], x[2], x[5], 7, x[6], math.Round((x[0] + x[1] + x[7]) / 3)}
			} else {
				rows[i] = []float64{x[0], x[3], x[1], x[4], x[2], x[5], math.Round((x[0] + x[1] + x[7]) / 3)}
			}
		}
		in.answers("customers", rows...)
		return in
	}
	_, with := invent("a", "b", "c", "d").analyzeInFull(t)
	_, without := invent("a", "b", "c").analyzeInFull(t)
	for _, item := range []string{"a", "b", "c"} {
		for _, statistic := range []string{"stated_rank", "derived_rank", "rank_difference", "class"} {
			id := "stated_derived/performance/customers/" + item + "/" + statistic
			got, want := must(t, with, id), must(t, without, id)
			if got.Value != want.Value && (got.Value.Defined() || want.Value.Defined()) || got.Verdict != want.Verdict || statistic != "class" && !got.Value.Defined() {
				t.Errorf("%s: %v %q, without the constant driver %v %q", id, got.Value, got.Verdict, want.Value, want.Verdict)
			}
		}
	}
	for _, statistic := range []string{"stated_rank", "class"} {
		f := must(t, with, "stated_derived/performance/customers/d/"+statistic)
		if f.Value.Defined() || f.Verdict != "" || !f.Note.Has(NoteConstant) {
			t.Errorf("%s of the constant driver: %v %q %v", statistic, f.Value, f.Verdict, f.Note)
		}
	}
}

// Where a constant driver leaves two items to rank, none has a rank, and all say why.
func TestTwoItemsAreNotRankedAndSayWhy(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "a", "b", "c")
	for _, item := range in.study.Items {
		rate(item, study.Importance, "", "customers")
	}
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	in.study.Analysis.Resamples = 50
	in.people(5, "customers", 80)
	source := rand.New(rand.NewPCG(5, 6))
	for i, r := range in.study.Ratings() {
		for row := range in.blocks[0].Codes[i] {
			switch {
			case r.Kind == study.OutcomeKind:
				in.blocks[0].Codes[i][row] = study.Code(source.IntN(10))
			case r.Kind == study.Performance && r.Item.ID == "c":
				in.blocks[0].Codes[i][row] = 6
			}
		}
	}
	_, figures := in.analyzeInFull(t)
	if f := must(t, figures, "derived/performance/customers/a/derived_share"); !f.Value.Defined() || f.Note.Has(NoteFewRanked) {
		t.Fatalf("share %v %v", f.Value, f.Note)
	}
	for _, id := range []string{"a/stated_rank", "b/rank_difference", "*/spearman"} {
		if f := must(t, figures, "stated_derived/performance/customers/"+id); f.Value.Defined() || !f.Note.Has(NoteFewRanked) {
			t.Errorf("%s: %v %v", id, f.Value, f.Note)
		}
	}
	if f := must(t, figures, "stated_derived/performance/customers/c/stated_rank"); !f.Note.Has(NoteConstant) || f.Note.Has(NoteFewRanked) {
		t.Errorf("the constant driver: %v", f.Note)
	}
}

func each(rows [][]float64, change func([]float64)) [][]float64 {
	for _, r := range rows {
		change(r)
	}
	return rows
}

// A shortfall needs one scale; the quadrants, which compare items only, do not.
func TestShortfallNeedsOneScale(t *testing.T) {
	in := matters(t, 60)
	for _, item := range in.study.Items {
		for _, r := range item.Ratings {
			if r.Kind == study.Importance && r.Of == "" {
				r.Columns["customers"].Scale = study.NewScale(1, 20)
			}
		}
	}
	_, figures := in.analyze(t)
	f := must(t, figures, "shortfall/performance/customers/hygiene/shortfall")
	if f.Value.Defined() || !f.Note.Has(NoteUnlikeScales) {
		t.Errorf("got %v %v", f.Value, f.Note)
	}
	if q := must(t, figures, "quadrant/performance/customers/hygiene/quadrant"); q.Verdict == "" || !q.Note.Has(NoteUnlikeScales) {
		t.Errorf("quadrant %q %v", q.Verdict, q.Note)
	}
}

// Under the minimum base nothing of what matters is shown.
func TestImportanceOfFewIsSuppressed(t *testing.T) {
	in := matters(t, 4)
	result, _ := in.analyzeInFull(t)
	for _, f := range result.Figures {
		if f.Audience == "customers" && (f.Value.Defined() || f.SE.Defined() || f.Verdict != "") && f.Unit != Count {
			t.Errorf("%s shows %v %q", f.ID, f.Value, f.Verdict)
		}
	}
}

// A score is the mean of what was answered, if that is half of the items or more.
func TestScoresArePersonMeans(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "a", "b", "c", "d")
	in.study.Constructs = []*study.Construct{{ID: "trust", Label: "Trust", Items: in.study.Items}}
	in.study.Privacy.MinimumBase = 1 // some items have few answers, and would hide the score
	blank := math.NaN()
	in.answers("customers", []float64{2, 2, 3, 3}, []float64{8, 9, 8, 9}, []float64{5, 6, blank, blank}, []float64{blank, blank, blank, 1}, []float64{6, 6, 7, 7}, []float64{blank, 4, 4, blank})
	_, figures := in.analyze(t)
	score := must(t, figures, "construct/performance/customers/trust/score")
	if want := (2.5 + 8.5 + 5.5 + 6.5 + 4) / 5; math.Abs(float64(score.Value)-want) > 1e-12 || score.N != 5 {
		t.Errorf("score %v of %v, want %v of 5", score.Value, score.N, want)
	}
	if want := math.Sqrt(21.2 / 4 / 5); math.Abs(float64(score.SE)-want) > 1e-12 { // squares around 5.4 sum to 21.2
		t.Errorf("standard error %v, want %v", score.SE, want)
	}
}

// A census has no sampling error, so it has no resamples. Of half a population the resamples vary less than of a sample
// from a population without end.
func TestResamplesOfAFinitePopulation(t *testing.T) {
	width := func(population int) (Number, Number) {
		in := matters(t, 300)
		in.study.Audiences[1].Population = population
		in.study.Analysis.Resamples = 300
		_, figures := in.analyzeInFull(t)
		f := must(t, figures, "derived/performance/customers/hygiene/derived_share")
		return f.High - f.Low, must(t, figures, "quadrant/performance/customers/hygiene/quadrant_stability").Value
	}
	endless, _ := width(0)
	half, _ := width(600)
	census, stable := width(300)
	if ratio := float64(half / endless); math.Abs(ratio-math.Sqrt(0.5)) > 0.12 {
		t.Errorf("of half a population the interval is %.2f of that of an endless one, want about %.2f", ratio, math.Sqrt(0.5))
	}
	if census.Defined() || stable.Defined() {
		t.Errorf("of a census: interval of length %v, stability %v", census, stable)
	}
}

// Above twenty drivers Johnson's weights stand for LMG, intervals included.
func TestManyDriversHaveRelativeWeights(t *testing.T) {
	var items []string
	for i := range stats.MaxLMGDrivers + 2 {
		items = append(items, fmt.Sprintf("i%02d", i))
	}
	in := newInvented(tenPoints, []string{"customers"}, items...)
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	in.study.Analysis.Resamples = 100
	means := make([]float64, len(items)+1)
	for i := range means {
		means[i] = 6
	}
	in.around(9, "customers", 400, means...)
	_, figures := in.analyzeInFull(t)
	total := 0.0
	for _, item := range items {
		id := "derived/performance/customers/" + item + "/"
		lmg, share := must(t, figures, id+"lmg"), must(t, figures, id+"derived_share")
		if lmg.Value.Defined() || !lmg.Note.Has(NoteManyDrivers) || !(share.Low <= share.Value && share.Value <= share.High) {
			t.Errorf("%s: LMG %v %v, share %v, %v to %v", item, lmg.Value, lmg.Note, share.Value, share.Low, share.High)
		}
		total += float64(share.Value)
	}
	if math.Abs(total-1) > 1e-9 {
		t.Errorf("shares sum to %v", total)
	}
}

// Three people rate two items low, and nobody else does: their effects cannot be told apart, but those of the others can.
func TestAHandfulInTwoZonesTakesNothingElse(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "first", "second", "third")
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	source := rand.New(rand.NewPCG(15, 16))
	rows := make([][]float64, 120)
	for i := range rows {
		rows[i] = []float64{float64(4 + source.IntN(7)), float64(4 + source.IntN(7)), float64(1 + source.IntN(10)), float64(1 + source.IntN(10))}
		if i < 3 {
			rows[i][0], rows[i][1] = 1, 1
		}
	}
	in.answers("customers", rows...)
	_, figures := in.analyzeInFull(t)
	for _, item := range []string{"first", "second", "third"} {
		if f := must(t, figures, "asymmetry/performance/customers/"+item+"/reward"); !f.Value.Defined() || f.Note.Has(NoteTooFewForDrivers) || f.Note.Has(NoteCollinear) {
			t.Errorf("reward of %s: %v %v", item, f.Value, f.Note)
		}
	}
	if f := must(t, figures, "asymmetry/performance/customers/third/impact_asymmetry"); !f.Value.Defined() {
		t.Errorf("asymmetry of third: %v %v", f.Value, f.Note)
	}
	for _, item := range []string{"first", "second"} {
		if f := must(t, figures, "asymmetry/performance/customers/"+item+"/impact_asymmetry"); f.Value.Defined() || !f.Note.Has(NoteSuppressed) {
			t.Errorf("asymmetry of %s on three people: %v %v", item, f.Value, f.Note)
		}
	}
}

// Whether something was had is yes or no: the top box is yes alone, and that some say no is no split that a mean hides.
func TestBoxesOfAJourneyDoNotOverlap(t *testing.T) {
	_, figures := matters(t, 60).analyze(t)
	mean := must(t, figures, "profile/journey/customers/journey_outcome/mean")
	top, bottom := must(t, figures, "profile/journey/customers/journey_outcome/top_box"), must(t, figures, "profile/journey/customers/journey_outcome/bottom_box")
	if math.Abs(float64(top.Value-mean.Value)) > 1e-12 || math.Abs(float64(top.Value+bottom.Value)-1) > 1e-12 {
		t.Errorf("mean %v, top box %v, bottom box %v", mean.Value, top.Value, bottom.Value)
	}
	if f := must(t, figures, "profile/journey/customers/journey_outcome/rwg"); f.Note.Has(NoteSplit) {
		t.Errorf("yes and no are a split: %v", f.Note)
	}
}

// A dimension or construct that lacks an item which may not be seen has no shortfall: that of the other items would pass for its own.
func TestNoShortfallOfAPart(t *testing.T) {
	const id = "shortfall/performance/customers/all/shortfall"
	of := func(seen int) map[string]Figure {
		in := newInvented(tenPoints, []string{"customers"}, "a", "b", "c", "unweighed")
		for _, item := range in.study.Items[:3] { // the fourth has no importance, so it is no part of a shortfall, and may be hidden
			rate(item, study.Importance, "", "customers")
		}
		in.study.Constructs = []*study.Construct{{ID: "all", Label: "All", Items: in.study.Items}}
		var rows [][]float64
		for k := range 40 {
			var row []float64
			for i, r := range in.study.Ratings() {
				x := float64(3 + (k+2*i)%6)
				if r.Item.ID == "b" && r.Kind == study.Performance && k >= seen || r.Item.ID == "unweighed" && k >= 3 {
					x = math.NaN()
				}
				row = append(row, x)
			}
			rows = append(rows, row)
		}
		in.answers("customers", rows...)
		_, figures := in.analyzeInFull(t)
		return figures
	}
	if f := must(t, of(40), id); !f.Value.Defined() {
		t.Errorf("of all items: %v with notes %v", f.Value, f.Note)
	}
	figures := of(3)
	if f := must(t, figures, id); f.Value.Defined() || !f.Note.Has(NoteSuppressed) {
		t.Errorf("of two items of three: %v with notes %v", f.Value, f.Note)
	}
	if f := must(t, figures, "shortfall/performance/customers/a/shortfall"); !f.Value.Defined() {
		t.Errorf("an item that is shown: %v with notes %v", f.Value, f.Note)
	}
}
