package analysis

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// twoWaves has staff and customers in two waves.
func twoWaves(before, after ofRegion) *invented {
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy")
	in.study.Waves = []string{"2025", "2026"}
	for wave, w := range []ofRegion{before, after} {
		for _, of := range []struct {
			audience string
			answers  []float64
		}{{"staff", w.staff}, {"customers", w.customers}} {
			var rows [][]float64
			for _, x := range of.answers {
				rows = append(rows, []float64{x})
			}
			in.answers(of.audience, rows...)
			in.inWave(wave)
		}
	}
	return in
}

var (
	earlier = ofRegion{"", []float64{9, 8, 9, 9, 9, 9, 8}, []float64{9, 6, 7, 7, 8, 8, 7, 7, 6}}
	later   = ofRegion{"", []float64{6, 8, 6, 6, 7, 10, 10, 5, 7, 4, 5, 9}, []float64{7, 9, 6, 7, 8, 8, 7, 6, 8, 6, 8, 6, 7, 7, 9}}
)

// Seven answers of tiny variance: Welch alone would have established the change of the mean at .0101·2. By hand: with variances pooled over the
// waves p is .0317 (Student's t-test), and of the gap .0455, where Welch's is .0186.
func TestChangesAreDecidedByPooledVariancesToo(t *testing.T) {
	_, figures := twoWaves(earlier, later).analyze(t)
	staff := must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026")
	if !near(staff.SE, 0.5992827947375424) || !near(staff.DF, 13.157940059452772) || !near(staff.P, 0.010129427987902668) {
		t.Errorf("staff: ± %v on %v, p %v", staff.SE, staff.DF, staff.P)
	}
	if !near(staff.PAdjusted, 2*0.03172540183333722) || staff.Family != 2 || !(staff.High < 0) || !staff.Note.Has(NoteExcludesZero) {
		t.Errorf("staff: adjusted %v over %v, to %v, notes %v", staff.PAdjusted, staff.Family, staff.High, staff.Note)
	}
	if customers := must(t, figures, "change/performance/customers/easy/mean_change@wave=2025:2026"); !near(customers.P, 0.9168237692813418) {
		t.Errorf("customers: p %v", customers.P)
	}
	pooled := must(t, figures, "change/performance/staff/easy/mean_change_pooled@wave=2025:2026")
	if pooled.Value != staff.Value || !near(pooled.P, 0.03172540183333722) || pooled.DF != 17 || pooled.Low.Defined() || pooled.PAdjusted.Defined() {
		t.Errorf("staff, pooled: %v on %v, p %v", pooled.Value, pooled.DF, pooled.P)
	}
	gap := must(t, figures, "change/performance/staff:customers/easy/gap_change@wave=2025:2026")
	if !near(gap.Value, -1.8420634920634908) || !near(gap.SE, 0.7315662996506119) || !near(gap.DF, 24.819850086724607) || !near(gap.P, 0.018630121651294542) || !near(gap.PAdjusted, 0.04547521037610287) {
		t.Errorf("gap: %v ± %v on %v, p %v, adjusted %v", gap.Value, gap.SE, gap.DF, gap.P, gap.PAdjusted)
	}
}

// A wave in which everybody answered has no variance, own or pooled: what is left is the t-test of the other, in a population of twelve.
func TestChangeToACensus(t *testing.T) {
	in := twoWaves(earlier, later)
	in.study.Audiences[0].Population = 12 // of whom 7 answered in the earlier wave
	_, figures := in.analyze(t)
	staff := must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026")
	if !near(staff.P, 5.318890919360797e-06) || staff.Note.Has(NoteCensus) || staff.DF != 6 {
		t.Errorf("p %v on %v, notes %v", staff.P, staff.DF, staff.Note)
	}
}
