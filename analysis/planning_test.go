package analysis

import (
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// What one more respondent brings is the variance of the answers, whatever the population: the correction is taken out again.
func TestPlanningTakesTheCorrectionOut(t *testing.T) {
	for _, population := range []int{0, 40} {
		in := newInvented(tenPoints, []string{"staff"}, "a")
		in.study.Audiences[0].Population = population
		in.around(4, "staff", 20, 6)
		tally := NewTally(in.study)
		if err := tally.Add(in.blocks[0]); err != nil {
			t.Fatal(err)
		}
		x := wholeView(newAnalyzer(in.study, tally), 0).answers[0][0]
		if got, want := x.respondents().Variance, x.sample.Variance(); math.Abs(got-want) > 1e-9 {
			t.Errorf("population %d: variance %v, of the answers %v", population, got, want)
		}
	}
}

// Items on different scales count alike in the distance: a whole scale of one is a whole scale of the other.
func TestDistanceCountsScalesAlike(t *testing.T) {
	share := func(wide study.Scale, factor float64) Number {
		in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "a", "b")
		for _, c := range in.study.Items[1].Ratings[0].Columns {
			c.Scale = wide
		}
		for k, audience := range []string{"leadership", "staff", "customers"} {
			for i := range 60 {
				spread := float64(i%3) - 1
				a, b := []float64{9, 8, 4}[k], []float64{8, 5, 3}[k]
				in.answers(audience, []float64{a + spread, (b + spread - 1) * factor})
			}
		}
		_, figures := in.analyze(t)
		return must(t, figures, "chain/performance/leadership:staff/*/communication_share").Value
	}
	one := share(study.NewScale(0, 9), 1)
	ten := share(study.Scale{Low: 0, High: 90, Step: 10}, 10)
	if math.Abs(float64(one-ten)) > 1e-9 || !one.Defined() {
		t.Errorf("communication share %v with 0..9, %v with 0..90", one, ten)
	}
}

// An estimate and its target on different scales meet in POMP, margin included.
func TestMarginOfAccuracyIsThatOfTheCommonScale(t *testing.T) {
	in := newInvented(tenPoints, []string{"staff", "customers"}, "a")
	rate(in.study.Items[0], study.Performance, "customers", "staff")
	in.study.Items[0].Ratings[1].Columns["staff"].Scale = study.NewScale(1, 5)
	in.answers("staff", [][]float64{{7, 4}, {6, 3}, {8, 5}, {7, 3}, {6, 4}, {7, 4}}...)
	in.answers("customers", [][]float64{{7, 0}, {6, 0}, {8, 0}, {5, 0}, {6, 0}, {7, 0}}...)
	_, figures := in.analyze(t)
	if f := must(t, figures, "accuracy/performance-estimate-of-customers/staff:customers/a/tost"); f.Value != 5 || f.Unit != POMP {
		t.Errorf("margin %v %s, want 5 pomp", f.Value, f.Unit)
	}
}

// Odds and Fisher's p stand on counts, and say so.
func TestOddsSayThatTheyAreUnweighted(t *testing.T) {
	_, figures := three(t).analyze(t)
	if f := must(t, figures, "belief_gap/performance/leadership:customers/easy/odds_ratio"); !f.Note.Has(NoteUnweighted) {
		t.Errorf("notes %v", f.Note)
	}
}

// The change of an audience that was too small in one wave is not shown, nor what hangs on it.
func TestChangesFromTooFewAreNotShown(t *testing.T) {
	in := newInvented(tenPoints, []string{"staff", "customers"}, "a")
	in.study.Waves = []string{"1", "2"}
	for wave, n := range []int{3, 60} {
		in.around(uint64(wave+1), "staff", n, 7)
		in.inWave(wave)
		in.around(uint64(wave+5), "customers", 60, 5)
		in.inWave(wave)
	}
	_, figures := in.analyze(t)
	for _, id := range []string{"change/performance/staff/a/mean_change@wave=1:2", "change/performance/staff:customers/a/gap_change@wave=1:2"} {
		if f := must(t, figures, id); f.Value.Defined() || f.Verdict != "" || !f.Note.Has(NoteSuppressed) {
			t.Errorf("%s: %v %q %v", id, f.Value, f.Verdict, f.Note)
		}
	}
	if f := must(t, figures, "change/performance/customers/a/mean_change@wave=1:2"); !f.Value.Defined() {
		t.Error("the change of the others is hidden too")
	}
}
