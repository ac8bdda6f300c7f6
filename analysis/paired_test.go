package analysis

import (
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// perspectives has self and organisation ratings, and leaders who estimate what customers say.
func perspectives(t *testing.T) *invented {
	t.Helper()
	in := newInvented(study.NewScale(1, 10), []string{"leadership", "staff", "customers"}, "focus", "easy")
	in.study.Audiences[2].Weight = &study.Selector{}
	focus, easy := in.study.Items[0], in.study.Items[1]
	column := func() *study.Column { return &study.Column{Scale: study.NewScale(1, 10)} }
	focus.Ratings = []*study.Rating{
		{Item: focus, Kind: study.Self, Columns: map[string]*study.Column{"leadership": column(), "staff": column()}},
		{Item: focus, Kind: study.Organisation, Columns: map[string]*study.Column{"leadership": column(), "staff": column()}},
	}
	easy.Ratings = append(easy.Ratings, &study.Rating{
		Item: easy, Kind: study.Performance, Of: "customers", Columns: map[string]*study.Column{"leadership": column(), "staff": column()},
	})
	in.around(1, "leadership", 20, 8, 7, 8, 6)
	in.around(2, "staff", 60, 7, 6, 7, 5.3)
	r := in.study.Ratings()
	saved := r[0].Columns
	r[0].Columns, r[1].Columns = map[string]*study.Column{"customers": column()}, map[string]*study.Column{"customers": column()}
	r[3].Columns["customers"] = column()
	in.around(3, "customers", 200, 5, 5, 5.5, 5)
	in.unequalWeights()
	delete(r[3].Columns, "customers")
	last := in.blocks[len(in.blocks)-1]
	last.Codes[0], last.Codes[1], last.Codes[3] = nil, nil, nil
	r[0].Columns, r[1].Columns = saved, saved
	return in
}

// The second route: differences row by row.
func TestPairedAgreesWithDifferencesByRow(t *testing.T) {
	in := perspectives(t)
	_, figures := in.analyze(t)
	differences := func(block, first, second int) []float64 {
		var d []float64
		r := in.blocks[block]
		for row := range r.N {
			d = append(d, float64(r.Codes[first][row])-float64(r.Codes[second][row]))
		}
		return d
	}
	for _, test := range []struct {
		id                   string
		block, first, second int
	}{
		{"self_organisation/self/leadership/focus/", 0, 0, 1},
		{"self_organisation/self/staff/focus/", 1, 0, 1},
		{"congruency/performance-estimate-of-customers/leadership/easy/", 0, 2, 3},
	} {
		d := differences(test.block, test.first, test.second)
		sample := stats.NewSample(d, nil)
		want := sample.Mean(0.95)
		got := must(t, figures, test.id+"difference")
		if math.Abs(float64(got.Value)-want.Value) > 1e-12 || math.Abs(float64(got.SE)-want.SE) > 1e-12 || int(got.N) != len(d) {
			t.Errorf("%s: got %v ± %v (n %v), want %v ± %v (n %d)", test.id, got.Value, got.SE, got.N, want.Value, want.SE, len(d))
		}
		higher := 0.0
		for _, x := range d {
			if x > 0 {
				higher++
			}
		}
		if f := must(t, figures, test.id+"share_higher"); math.Abs(float64(f.Value)-higher/float64(len(d))) > 1e-12 {
			t.Errorf("%s: share higher: got %v, want %v", test.id, f.Value, higher/float64(len(d)))
		}
	}
	between := must(t, figures, "self_organisation/self/leadership:staff/focus/difference")
	a, b := must(t, figures, "self_organisation/self/leadership/focus/difference"), must(t, figures, "self_organisation/self/staff/focus/difference")
	if math.Abs(float64(between.Value-(a.Value-b.Value))) > 1e-12 {
		t.Errorf("difference of differences: got %v, want %v", between.Value, a.Value-b.Value)
	}
}

func TestAccuracyComparesAnEstimateWithTheRating(t *testing.T) {
	_, figures := perspectives(t).analyze(t)
	estimate := must(t, figures, "profile/performance-estimate-of-customers/leadership/easy/mean")
	actual := must(t, figures, "profile/performance/customers/easy/mean")
	f := must(t, figures, "accuracy/performance-estimate-of-customers/leadership:customers/easy/difference")
	if math.Abs(float64(f.Value-(estimate.Value-actual.Value))) > 1e-12 || f.Family != 2 || f.Perspective != "estimate_of:customers" {
		t.Errorf("accuracy: got %v (family %v, %s), want %v over 2 comparisons", f.Value, f.Family, f.Perspective, estimate.Value-actual.Value)
	}
}

func TestPairedOnDifferentScalesIsRefused(t *testing.T) {
	in := perspectives(t)
	in.study.Items[0].Ratings[1].Columns = map[string]*study.Column{
		"leadership": {Scale: study.NewScale(0, 20)}, "staff": {Scale: study.NewScale(0, 20)},
	}
	_, figures := in.analyze(t)
	for id := range figures {
		if figures[id].Analysis == "self_organisation" {
			t.Errorf("%s is on two scales", id)
		}
	}
}
