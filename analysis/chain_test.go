package analysis

import (
	"math"
	"testing"
)

// The interval of a share of the distance, against the delta method: with one item, the share of delivery in
// a − c is d = (b − c)/(a − c), whose variance by independent means is (d²·Var a + Var b + (1−d)²·Var c)/(a − c)².
func TestIntervalOfTheShareOfTheDistance(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "easy")
	in.around(1, "leadership", 200, 8.5)
	in.around(2, "staff", 300, 7)
	in.around(3, "customers", 400, 4.5)
	in.study.Analysis.Resamples = 20000
	_, figures := in.analyze(t)
	mean := func(id string) (value, variance float64) {
		f := must(t, figures, "profile/performance/"+id+"/easy/mean")
		return float64(f.Value), float64(f.SE) * float64(f.SE)
	}
	a, varA := mean("leadership")
	b, varB := mean("staff")
	c, varC := mean("customers")
	share := (b - c) / (a - c)
	se := math.Sqrt(share*share*varA+varB+(1-share)*(1-share)*varC) / (a - c)
	inside := must(t, figures, "chain/performance/leadership:staff/*/communication_share")
	outside := must(t, figures, "chain/performance/staff:customers/*/delivery_share")
	if math.Abs(float64(outside.Value)-share) > 1e-12 {
		t.Fatalf("share %v, want %v", outside.Value, share)
	}
	if low, high := share-1.96*se, share+1.96*se; math.Abs(float64(outside.Low)-low) > se/10 || math.Abs(float64(outside.High)-high) > se/10 {
		t.Errorf("interval %v to %v, by the delta method %v to %v", outside.Low, outside.High, low, high)
	}
	if inside.Low != 1-outside.High || inside.High != 1-outside.Low || inside.Level != 0.95 {
		t.Errorf("the parts' intervals do not mirror: %v to %v, %v to %v", inside.Low, inside.High, outside.Low, outside.High)
	}
}

// Without an established distance there is no share, and no interval of one.
func TestNoIntervalOfNoDistance(t *testing.T) {
	in := newInvented(tenPoints, []string{"leadership", "staff", "customers"}, "alike")
	in.around(1, "leadership", 40, 7)
	in.around(2, "staff", 40, 7)
	in.around(3, "customers", 40, 7)
	_, figures := in.analyze(t)
	f := must(t, figures, "chain/performance/leadership:staff/*/communication_share")
	if f.Value.Defined() || f.Low.Defined() || f.High.Defined() || !f.Note.Has(NoteNoDisparity) {
		t.Errorf("got %v, %v to %v, %v", f.Value, f.Low, f.High, f.Note)
	}
}
