package analysis

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// explained is a study of customers who rate items and an outcome, answered by a function of the respondent's number.
func explained(t *testing.T, n int, items []string, answer func(source *rand.Rand, i int) []float64) *invented {
	t.Helper()
	in := newInvented(tenPoints, []string{"customers"}, items...)
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: tenPoints}},
	}
	source := rand.New(rand.NewPCG(11, 12))
	var rows [][]float64
	for i := range n {
		row := answer(source, i)
		for k := range row {
			row[k] = math.Max(1, math.Min(10, math.Round(row[k])))
		}
		rows = append(rows, row)
	}
	in.answers("customers", rows...)
	return in
}

// withTwin is a basic, a motivator, and two items that nearly everybody rates alike: two of the twelve who rate one of them low tell it from the other.
func withTwin(t *testing.T, twin bool) *invented {
	return explained(t, 600, []string{"hygiene", "delight", "fast", "prompt"}, func(source *rand.Rand, i int) []float64 {
		hygiene, delight, fast := float64(1+source.IntN(10)), float64(1+source.IntN(10)), float64(3+source.IntN(8))
		if i%50 == 0 {
			fast = 2 - float64(i/50%2)
		}
		prompt := fast
		switch {
		case !twin:
			prompt = float64(1 + source.IntN(10))
		case i == 0 || i == 50:
			prompt = 5
		case fast > 8 && i%3 == 0:
			prompt = 7
		}
		outcome := 5 + 2*math.Min(0, hygiene-3) + 2*math.Max(0, delight-8) + 0.3*(fast-5) + 0.2*(prompt-5) + 0.4*source.NormFloat64()
		return []float64{hygiene, delight, fast, prompt, outcome}
	})
}

// The zones of two near-twins coincide in many resamples. Nothing is said of them; the others keep their kind.
func TestTwinsDoNotTakeTheKindFromOthers(t *testing.T) {
	for _, twin := range []bool{false, true} {
		_, figures := withTwin(t, twin).analyzeInFull(t)
		of := func(item string) Figure {
			return must(t, figures, "asymmetry/performance/customers/"+item+"/impact_asymmetry")
		}
		if f := of("hygiene"); f.Verdict != Basic || !f.Low.Defined() {
			t.Errorf("twin %v: hygiene is %q, %v to %v, %v", twin, f.Verdict, f.Low, f.High, f.Note)
		}
		if f := of("delight"); f.Verdict != Excitement || !f.Low.Defined() {
			t.Errorf("twin %v: delight is %q, %v to %v, %v", twin, f.Verdict, f.Low, f.High, f.Note)
		}
		f := of("prompt")
		if twin && (f.Low.Defined() || f.Verdict != Undetermined || !f.Note.Has(NoteZonesCoincide) || f.Note.Has(NoteFewDefined)) {
			t.Errorf("a twin is %q, %v to %v, %v", f.Verdict, f.Low, f.High, f.Note)
		}
	}
}

// Where the same respondents rate two items low in the sample itself, nothing is said of these two, and the others stand.
func TestZonesThatCoincideInTheSample(t *testing.T) {
	in := explained(t, 400, []string{"hygiene", "fast", "prompt"}, func(source *rand.Rand, i int) []float64 {
		hygiene, fast := float64(1+source.IntN(10)), float64(1+source.IntN(10))
		prompt := fast
		if fast > 2 && fast < 9 {
			prompt = float64(3 + source.IntN(6))
		}
		return []float64{hygiene, fast, prompt, 5 + 2*math.Min(0, hygiene-3) + source.NormFloat64()}
	})
	_, figures := in.analyzeInFull(t)
	for _, statistic := range []string{"penalty", "reward", "impact_asymmetry"} {
		for _, item := range []string{"fast", "prompt"} {
			if f := must(t, figures, "asymmetry/performance/customers/"+item+"/"+statistic); f.Value.Defined() || !f.Note.Has(NoteZonesCoincide) {
				t.Errorf("%s of %s: %v %v", statistic, item, f.Value, f.Note)
			}
		}
		if f := must(t, figures, "asymmetry/performance/customers/hygiene/"+statistic); !f.Value.Defined() {
			t.Errorf("%s of hygiene: %v %v", statistic, f.Value, f.Note)
		}
	}
}

// Of a zone of fewer than the minimum base no figure has a number: not the coefficient, which of one respondent is the outcome that this one gave, nor
// its base. One of fewer than ten has its coefficient, but no asymmetry.
func TestNothingIsSaidOfAHandful(t *testing.T) {
	for few, hidden := range map[int]bool{1: true, 4: true, 5: false, 9: false} {
		in := explained(t, 300, []string{"invoice", "other"}, func(source *rand.Rand, i int) []float64 {
			invoice := float64(3 + source.IntN(8))
			if i < few {
				invoice = 1
			}
			return []float64{invoice, float64(1 + source.IntN(10)), 3 + 0.4*invoice + source.NormFloat64()}
		})
		_, figures := in.analyzeInFull(t)
		for _, statistic := range []string{"penalty", "penalty_base"} {
			f := must(t, figures, "asymmetry/performance/customers/invoice/"+statistic)
			if f.Value.Defined() == hidden || f.Note.Has(NoteSuppressed) != hidden || f.Note.Has(NoteFewInZone) == hidden || hidden && (f.SE.Defined() || f.Low.Defined() || f.High.Defined()) {
				t.Errorf("%s of %d: %v %v, %v to %v, %v", statistic, few, f.Value, f.SE, f.Low, f.High, f.Note)
			}
		}
		if f := must(t, figures, "asymmetry/performance/customers/invoice/impact_asymmetry"); f.Value.Defined() || f.Low.Defined() || f.Verdict != "" && f.Verdict != Undetermined {
			t.Errorf("asymmetry on %d: %v, %s", few, f.Value, f.Verdict)
		}
		if f := must(t, figures, "asymmetry/performance/customers/invoice/reward"); !f.Value.Defined() {
			t.Errorf("reward: %v %v", f.Value, f.Note)
		}
	}
}

// An item that everybody rates high has no reward, and it is said why.
func TestNoRewardOfWhatEverybodyRatesHigh(t *testing.T) {
	in := explained(t, 100, []string{"high", "other"}, func(source *rand.Rand, i int) []float64 {
		other := float64(1 + source.IntN(10))
		return []float64{float64(9 + i%2), other, math.Round(3 + 0.4*other + source.Float64())}
	})
	_, figures := in.analyzeInFull(t)
	for _, statistic := range []string{"penalty", "reward", "impact_asymmetry"} {
		if f := must(t, figures, "asymmetry/performance/customers/high/"+statistic); f.Value.Defined() || !f.Note.Has(NoteFewInZone) {
			t.Errorf("%s: %v %v", statistic, f.Value, f.Note)
		}
	}
}

// An item whose low ratings go with a higher outcome, as its high ones do, is no motivator.
func TestUShapedItemHasNoKind(t *testing.T) {
	in := explained(t, 500, []string{"u", "other"}, func(source *rand.Rand, i int) []float64 {
		u, other := float64(1+source.IntN(10)), float64(1+source.IntN(10))
		outcome := 4 + 0.2*other + source.NormFloat64()
		if u <= 2 || u >= 9 {
			outcome += 1.5
		}
		return []float64{u, other, outcome}
	})
	_, figures := in.analyzeInFull(t)
	penalty := must(t, figures, "asymmetry/performance/customers/u/penalty")
	f := must(t, figures, "asymmetry/performance/customers/u/impact_asymmetry")
	if !(penalty.Low > 0) || f.Verdict != Undetermined || !f.Note.Has(NoteAgainstSign) {
		t.Errorf("penalty from %v, asymmetry %v: %q %v", penalty.Low, f.Value, f.Verdict, f.Note)
	}
}

// Zones that do not fit the scale are the reason, not that nobody is in them.
func TestZonesThatDoNotFitSayOnlyThat(t *testing.T) {
	in := withTwin(t, false)
	in.study.Analysis.LowZone, in.study.Analysis.HighZone = study.Zone{Points: 6}, study.Zone{Points: 6}
	_, figures := in.analyzeInFull(t)
	for _, statistic := range []string{"penalty", "penalty_base", "reward", "impact_asymmetry"} {
		f := must(t, figures, "asymmetry/performance/customers/hygiene/"+statistic)
		if f.Value.Defined() || !f.Note.Has(NoteNoZones) || f.Note.Has(NoteFewInZone) {
			t.Errorf("%s: %v %v", statistic, f.Value, f.Note)
		}
	}
}

// A census has no sampling error: no interval of what is resampled or regressed, and nothing that intervals would tell. Of nearly all
// respondents of a population the intervals are as much shorter as the correction says.
func TestDriversOfACensus(t *testing.T) {
	population := func(n int) map[string]Figure {
		in := matters(t, 400)
		in.study.Audiences[1].Population = n
		_, figures := in.analyzeInFull(t)
		return figures
	}
	none, most, census := population(0), population(500), population(400)
	for _, statistic := range []string{"asymmetry/performance/customers/hygiene/penalty", "asymmetry/performance/customers/delight/reward"} {
		free, corrected, all := must(t, none, statistic), must(t, most, statistic), must(t, census, statistic)
		if want := float64(free.SE) * math.Sqrt(1-400.0/500); math.Abs(float64(corrected.SE)-want) > 1e-12 {
			t.Errorf("%s: SE %v, in a population %v, want %v", statistic, free.SE, corrected.SE, want)
		}
		if all.Value != free.Value || all.SE.Defined() || all.Low.Defined() || !all.Note.Has(NoteCensus) {
			t.Errorf("%s of a census: %v, SE %v, from %v, %v", statistic, all.Value, all.SE, all.Low, all.Note)
		}
	}
	for _, id := range []string{
		"asymmetry/performance/customers/hygiene/impact_asymmetry", "derived/performance/customers/hygiene/derived_share",
		"stated_derived/performance/customers/hygiene/rank_difference", "shortfall/performance/customers/all/shortfall", "quadrant/performance/customers/hygiene/importance",
	} {
		f := must(t, census, id)
		if !f.Value.Defined() || f.Low.Defined() || f.High.Defined() || f.Verdict != "" || !f.Note.Has(NoteCensus) {
			t.Errorf("%s of a census: %v, %v to %v, %q, %v", id, f.Value, f.Low, f.High, f.Verdict, f.Note)
		}
	}
	for _, id := range []string{"stated_derived/performance/customers/hygiene/class", "quadrant/performance/customers/hygiene/quadrant_stability"} {
		if f := must(t, census, id); f.Verdict != "" && f.Statistic == "class" || f.Value.Defined() {
			t.Errorf("%s of a census: %v %q", id, f.Value, f.Verdict)
		}
	}
	if f := must(t, census, "priority/performance/customers/hygiene/confidence"); f.Value != 1 && f.Value != 0 {
		t.Errorf("confidence of a census: %v", f.Value)
	}
	if f := must(t, census, "journey/journey/customers/journey_effort/difference"); f.Low.Defined() || !f.Note.Has(NoteCensus) {
		t.Errorf("difference in effort of a census: %v to %v, %v", f.Low, f.High, f.Note)
	}
}

// Stated ranks are of all who rated importance, derived ranks of the complete respondents: each row has its own base.
func TestRanksHaveTheirOwnBases(t *testing.T) {
	in := matters(t, 300)
	customers := in.blocks[1]
	for i, r := range in.study.Ratings() {
		if r.Kind == study.OutcomeKind {
			for row := range 180 {
				customers.Codes[i][row] = study.Blank
			}
		}
	}
	_, figures := in.analyzeInFull(t)
	for statistic, n := range map[string]Number{"stated_rank": 300, "derived_rank": 120, "rank_difference": 120, "class": 120} {
		if f := must(t, figures, "stated_derived/performance/customers/hygiene/"+statistic); f.N != n {
			t.Errorf("%s has the base %v, want %v", statistic, f.N, n)
		}
	}
}

// Without an outcome there are too few respondents, not equal ones; of a journey the part that does not vary is named as such.
func TestReasonsAreTrue(t *testing.T) {
	without := func(kind study.Kind, id string, code study.Code) map[string]Figure {
		in := matters(t, 200)
		for i, r := range in.study.Ratings() {
			if r.Kind == kind && (id == "" || r.Item.ID == id) {
				for row := range in.blocks[1].Codes[i] {
					in.blocks[1].Codes[i][row] = code
				}
			}
		}
		_, figures := in.analyzeInFull(t)
		return figures
	}
	tests := map[string]struct {
		figures    map[string]Figure
		id         string
		note, none string
	}{
		"no outcome":        {without(study.OutcomeKind, "", study.Blank), "asymmetry/performance/customers/hygiene/impact_asymmetry", NoteTooFewForDrivers, NoteConstantOutcome},
		"constant explains": {without(study.JourneyKind, "journey_explains", 1), "journey/journey/customers/journey_effort/odds_ratio", NoteConstantExplained, NoteConstantOutcome},
		"constant outcome":  {without(study.JourneyKind, "journey_outcome", 1), "journey/journey/customers/journey_effort/odds_ratio", NoteConstantPart, NoteCollinear},
	}
	for name, test := range tests {
		if f := must(t, test.figures, test.id); f.Value.Defined() || !f.Note.Has(test.note) || f.Note.Has(test.none) {
			t.Errorf("%s: %v %v, want %s", name, f.Value, f.Note, test.note)
		}
	}
}
