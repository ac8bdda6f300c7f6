package analysis

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

// No figure of an audience with fewer answers than the minimum base has a number, whatever was asked of it: ratings, estimates,
// pairs, segments, journeys. What says who answered, and not what, may stand.
func TestNothingOfTooFewIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "a", "b", "c")
		hidden := rapid.SampledFrom([]string{"leadership", "staff", "customers"}).Draw(t, "hidden")
		for _, item := range in.study.Items {
			rate(item, study.Importance, "", "leadership", "staff", "customers")
			rate(item, study.Performance, "customers", "leadership", "staff")
			rate(item, study.Self, "", "leadership", "staff", "customers")
			rate(item, study.Organisation, "", "leadership", "staff", "customers")
		}
		in.study.Outcome = &study.Rating{Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind, Columns: map[string]*study.Column{}}
		for _, a := range in.study.Audiences {
			in.study.Outcome.Columns[a.ID] = &study.Column{Scale: tenPoints}
		}
		in.study.Constructs = []*study.Construct{{ID: "all", Label: "All", Items: in.study.Items}}
		in.study.Segments = []study.Segment{{Name: "region"}}
		in.study.Analysis.Resamples = 100
		for k, a := range in.study.Audiences {
			n := 30
			if a.ID == hidden {
				n = rapid.IntRange(1, in.study.Privacy.MinimumBase-1).Draw(t, "few")
			}
			in.people(uint64(k+1), a.ID, n)
			in.inSegment("N", "S")
		}
		tally := NewTally(in.study)
		for _, block := range in.blocks {
			if rapid.Bool().Draw(t, "don't know") { // nobody rates the first item, all say that they cannot
				for row := range block.N {
					block.Codes[0][row] = study.DontKnow
				}
			}
			if err := tally.Add(block); err != nil {
				t.Fatal(err)
			}
		}
		result := AnalyzeInFull(in.study, tally, Provenance{})
		for _, f := range result.Figures {
			if f.Audience != hidden && f.Versus != hidden || f.Unit == Count && f.Analysis == "profile" || f.Statistic == "items_in_distance" || f.Statistic == "tost" && !f.P.Defined() {
				continue // who answered, how many items count, the margin that the study chose
			}
			for _, x := range []Number{f.Value, f.SE, f.Low, f.High, f.P, f.PAdjusted} {
				if x.Defined() {
					t.Errorf("%s shows %v", f.ID, x)
				}
			}
			if f.Verdict != "" && !(f.Statistic == "class" && (f.N == 0 || f.NVersus == 0)) { // uncertain, for nobody rated it
				t.Errorf("%s says %q", f.ID, f.Verdict)
			}
		}
		for _, w := range result.Warnings {
			if strings.Contains(w.Message, hidden) {
				t.Errorf("a warning speaks of %s: %s", hidden, w.Message)
			}
		}
	})
}

// All members answered the survey, one of them not this item: the decision is Welch's on every item, and stays so without
// straight-liners.
func TestACensusDecidesOnEveryItemAlike(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "customers"}, "a", "b", "c", "d", "e")
	in.study.Audiences[0].Population = 6
	nan := math.NaN()
	in.answers("leadership", []float64{nan, 9, 8, 9, 9}, []float64{9, 9, 9, 9, 9}, []float64{9, 8, 9, 9, 9}, []float64{9, 9, 9, 8, 9}, []float64{8, 9, 9, 9, 9}, []float64{9, 9, 9, 9, 8})
	in.around(3, "customers", 200, 4, 4, 4, 4, 4)
	_, figures := in.analyze(t)
	for _, item := range []string{"a", "b", "e"} {
		id := "gap/performance/leadership:customers/" + item + "/"
		d, decided := must(t, figures, id+"difference"), must(t, figures, id+"disparity")
		if decided.P != d.P || d.Verdict != Disparity {
			t.Errorf("%s: p %v, Welch's %v, verdict %q", item, decided.P, d.P, d.Verdict)
		}
		if holds, variants := must(t, figures, id+"holds"), must(t, figures, id+"variants"); holds.Value != variants.Value || variants.Value != 1 {
			t.Errorf("%s holds %v of %v", item, holds.Value, variants.Value)
		}
	}
}

// A part of those who all answered is all of that part; of a part of others nobody knows the size.
func TestPopulationsOfSegments(t *testing.T) {
	for _, test := range []struct {
		population int
		exact      bool
		factor     float64
	}{{14, true, 0}, {28, false, 1}} {
		in := newInvented(tenPoints, []string{"leadership", "customers"}, "a")
		in.study.Audiences[0].Population = test.population
		in.study.Segments = []study.Segment{{Name: "region"}}
		in.around(1, "leadership", 14, 7)
		in.inSegment("N", "S")
		in.around(2, "customers", 60, 6)
		in.inSegment("N", "S")
		_, figures := in.analyze(t)
		mean := must(t, figures, "segment/performance/leadership/a/mean@region=N")
		if test.exact != (mean.SE == 0) || test.exact != mean.Note.Has(NoteCensus) {
			t.Errorf("of 14 of %d: standard error %v, notes %v", test.population, mean.SE, mean.Note)
		}
	}
}

// One cluster, or one respondent, has no error that is known: what rests on it has no interval.
func TestAlignmentNeedsTheErrorOfEveryMean(t *testing.T) {
	in := newInvented(tenPoints, []string{"staff", "customers"}, "a", "b")
	in.around(1, "staff", 40, 7, 6)
	in.answers("customers", []float64{5, 6})
	in.study.Audiences[1].Anonymous = false
	_, figures := in.analyze(t)
	for _, id := range []string{"alignment/performance/*/*/alignment", "spread/performance/*/a/spread"} {
		f := must(t, figures, id)
		if !f.Value.Defined() || f.Low.Defined() || f.High.Defined() || !f.Note.Has(NoteTooFew) {
			t.Errorf("%s: %v, %v to %v, notes %v", id, f.Value, f.Low, f.High, f.Note)
		}
	}
	in.study.Audiences[1].Population = 1 // the one customer is all of them: exact
	_, figures = in.analyze(t)
	if f := must(t, figures, "alignment/performance/*/*/alignment"); !f.Low.Defined() || !f.High.Defined() {
		t.Errorf("with a census of one: %v to %v", f.Low, f.High)
	}
}

// The values that both have are compared, though one audience has a value more.
func TestContrastsWithoutAValue(t *testing.T) {
	in := newInvented(tenPoints, []string{"staff", "customers"}, "a")
	in.study.Segments = []study.Segment{{Name: "region"}}
	in.around(1, "staff", 40, 7)
	in.inSegment("N", "S")
	in.around(2, "customers", 60, 6)
	in.inSegment("N", "S", "abroad")
	_, figures := in.analyze(t)
	contrast, mix := must(t, figures, "segment/performance/staff:customers/a/gap_range@region"), must(t, figures, "segment/performance/staff:customers/a/mix@region")
	if !contrast.Value.Defined() || !contrast.Note.Has(NoteValuesLeftOut) || mix.Value.Defined() {
		t.Errorf("contrast %v %v, mix %v", contrast.Value, contrast.Note, mix.Value)
	}
}

// A published mean without a share has no odds, and an estimate is held against it.
func TestPublishedMeans(t *testing.T) {
	in := newInvented(tenPoints, []string{"companies", "customers"}, "a")
	rate(in.study.Items[0], study.Performance, "customers", "companies")
	in.study.Audiences[1].Tabulated = true
	in.around(1, "companies", 40, 8, 7)
	tally := NewTally(in.study)
	if err := tally.Add(in.blocks[0]); err != nil {
		t.Fatal(err)
	}
	result := Analyze(in.study, tally, Provenance{Intake: study.Intake{Tabulated: []study.Tabulated{{Audience: 1, Rating: 0, Statistic: study.TabulatedMean, Value: 4}}}})
	figures := map[string]Figure{}
	for _, f := range result.Figures {
		figures[f.ID] = f
	}
	if f := must(t, figures, "belief_gap/performance/companies:customers/a/odds_ratio"); f.Value.Defined() || f.P.Defined() {
		t.Errorf("odds %v, p %v of a share that nobody published", f.Value, f.P)
	}
	estimate := must(t, figures, "profile/performance-estimate-of-customers/companies/a/mean")
	accuracy := must(t, figures, "accuracy/performance-estimate-of-customers/companies:customers/a/difference")
	if math.Abs(float64(accuracy.Value-(estimate.Value-4))) > 1e-12 {
		t.Errorf("accuracy %v, estimate %v against a published 4", accuracy.Value, estimate.Value)
	}
}

// Estimates of others are no part of the chain's summary.
func TestDistanceIsOfOwnRatings(t *testing.T) {
	share := func(estimates bool) Number {
		in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "a", "b")
		in.around(1, "leadership", 60, 9, 8)
		in.around(2, "staff", 60, 7, 7)
		in.around(3, "customers", 60, 4, 4)
		if estimates {
			rate(in.study.Items[1], study.Performance, "customers", "leadership", "staff", "customers")
			for _, block := range in.blocks { // the last rating is new: everybody answers it oddly
				codes := make([]study.Code, block.N)
				for i := range codes {
					codes[i] = study.Code((i*3 + 9*block.Audience) % 10)
				}
				block.Codes = append(block.Codes, codes)
			}
		}
		_, figures := in.analyze(t)
		return must(t, figures, "chain/performance/leadership:staff/*/communication_share").Value
	}
	if own, mixed := share(false), share(true); own != mixed || !own.Defined() {
		t.Errorf("%v of own ratings, %v with estimates", own, mixed)
	}
}

// What an audience finds important is a list of places; the overlap counts what both lists hold.
func TestTopFivesAreFigures(t *testing.T) {
	in := inWaves(t)
	result, figures := in.analyze(t)
	for _, a := range in.study.Audiences {
		first := must(t, figures, "agreement/importance/"+a.ID+"/fair/importance_rank@wave=2025")
		if first.Value != 1 {
			t.Errorf("%s places the item of the highest mean %v", a.ID, first.Value)
		}
	}
	if _, err := json.Marshal(result); err != nil {
		t.Error(err)
	}
}
