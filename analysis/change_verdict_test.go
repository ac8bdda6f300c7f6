package analysis

import (
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/stats"
)

// A gap that changes its sign has narrowed or widened where its size is shown to be another; else it has changed, and nothing more is shown.
func TestVerdictOfAGapThatTurns(t *testing.T) {
	for _, of := range []struct {
		name          string
		before, after [2]float64 // of staff, of customers
		n             int
		want          string
	}{
		{"from +3 to a little under 0", [2]float64{8, 5}, [2]float64{6, 6.1}, 150, Narrowed},
		{"from a little over 0 to −3", [2]float64{6.3, 6}, [2]float64{5, 8}, 150, Widened},
		{"from +0.6 to −0.4", [2]float64{6.3, 5.7}, [2]float64{5.8, 6.2}, 60, Changed},
		{"from +3 to −3", [2]float64{8, 5}, [2]float64{5, 8}, 150, Reversed},
	} {
		in := newInvented(tenPoints, []string{"staff", "customers"}, "a")
		in.study.Waves = []string{"1", "2"}
		for wave, means := range [][2]float64{of.before, of.after} {
			for k, audience := range []string{"staff", "customers"} {
				in.around(uint64(10*wave+k+1), audience, of.n, means[k])
				in.inWave(wave)
				in.answers(audience, []float64{1}, []float64{10}) // the whole scale is used: it is the same in both
				in.inWave(wave)
			}
		}
		_, figures := in.analyze(t)
		was := must(t, figures, "gap/performance/staff:customers/a/difference@wave=1")
		is := must(t, figures, "gap/performance/staff:customers/a/difference@wave=2")
		f := must(t, figures, "change/performance/staff:customers/a/gap_change@wave=1:2")
		if f.Verdict != of.want || !(was.Value*is.Value < 0) || !(f.Low > 0 || f.High < 0) {
			t.Errorf("%s: %q; gaps %v %q, %v %q, change %v [%v, %v]", of.name, f.Verdict, was.Value, was.Verdict, is.Value, is.Verdict, f.Value, f.Low, f.High)
		}
	}
}

// By hand: gaps of +3 ± 1 and −1 ± 1 (standard errors) have the sum 2 and the change −4. Of independent waves both have SE √2, so the sum's
// interval, normal, is 2 ± 2.77 and includes 0. With a covariance of 0.6 between the waves the change has SE √0.8 and the sum √3.2: wider still;
// with one of −0.6 it is the other way round, 2 ± 1.75.
func TestSizeOfATurnedGapCountsTheCovariance(t *testing.T) {
	was, is := stats.Difference{}, stats.Difference{}
	was.Value, was.SE, is.Value, is.SE = 3, 1, -1, 1
	for variance, want := range map[float64]string{2: Changed, 0.8: Changed, 3.2: Narrowed} {
		d := stats.Difference{}
		d.Value, d.SE, d.DF, d.Level = -4, math.Sqrt(variance), math.Inf(1), 0.95
		if got := turnedVerdict(was, is, d); got != want {
			t.Errorf("variance of the change %v: %q, want %q", variance, got, want)
		}
	}
	census := stats.Difference{}
	census.Value, census.SE, census.DF, census.Level, census.Warnings = -4, 0, math.NaN(), 0.95, []stats.Warning{stats.Census}
	was.SE, is.SE = 0, 0
	if got := turnedVerdict(was, is, census); got != Narrowed {
		t.Errorf("without sampling error: %q", got)
	}
}
