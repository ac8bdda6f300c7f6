package analysis

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A tracker that changes from 1..5 to 1..10 inside one column is no improvement.
func TestRescaledWavesAreNotCompared(t *testing.T) {
	build := func(first ...float64) *invented {
		in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy", "quick")
		in.study.Waves = []string{"2025", "2026"}
		for i, audience := range []string{"staff", "customers"} {
			var rows [][]float64
			for k := range 40 {
				rows = append(rows, []float64{first[k%len(first)], 4 + float64(k%5)})
			}
			in.answers(audience, rows...)
			in.inWave(0)
			in.around(uint64(i+1), audience, 40, 8, 6)
			in.inWave(1)
		}
		return in
	}
	result, figures := build(5, 4, 3, 5).analyze(t)
	for _, id := range []string{"change/performance/staff/easy/mean_change@wave=2025:2026", "change/performance/staff:customers/easy/gap_change@wave=2025:2026"} {
		if f := must(t, figures, id); f.Value.Defined() || !f.Note.Has(NoteRescaled) {
			t.Errorf("%s: got %v with notes %v", id, f.Value, f.Note)
		}
	}
	for _, id := range []string{"profile/performance/staff/easy/mean@wave=2025", "gap/performance/staff:customers/easy/difference@wave=2025"} {
		if f := must(t, figures, id); f.Value.Defined() || f.N.Defined() || !f.Note.Has(NoteRescaled) {
			t.Errorf("%s: got %v of %v with notes %v", id, f.Value, f.N, f.Note)
		}
	}
	for _, id := range []string{"profile/performance/staff/easy/mean@wave=2026", "profile/performance/staff/quick/mean@wave=2025"} {
		if f := must(t, figures, id); !f.Value.Defined() || f.Note.Has(NoteRescaled) {
			t.Errorf("%s: got %v with notes %v", id, f.Value, f.Note)
		}
	}
	if f := must(t, figures, "change/performance/staff/quick/mean_change@wave=2025:2026"); !f.Value.Defined() {
		t.Errorf("quick is not compared: %v", f.Note)
	}
	warned := 0
	for _, w := range result.Warnings {
		if w.Code == NoteRescaled {
			warned++
		}
	}
	if warned != 2 {
		t.Errorf("%d warnings, want one for each audience", warned)
	}
	_, same := build(5, 4, 6, 5).analyze(t) // somebody answered 6: no usual scale ends there by chance for nobody above
	if f := must(t, same, "change/performance/staff/easy/mean_change@wave=2025:2026"); f.Value.Defined() {
		t.Errorf("1..6 is a usual scale too: got %v", f.Value)
	}
	_, low := build(5, 4, 8, 5).analyze(t)
	if f := must(t, low, "change/performance/staff/easy/mean_change@wave=2025:2026"); !f.Value.Defined() {
		t.Errorf("answers up to 8 are on the same scale: notes %v", f.Note)
	}
}

// A smaller scale is seen by the numbers that were given, also where the points of a reversed question are counted from the highest.
func TestRescaledWavesOfReversedQuestions(t *testing.T) {
	scale := study.NewScale(1, 10)
	of := func(values ...float64) *counts {
		c := newCounts(scale)
		for range 30 {
			for _, x := range values {
				c.count[int(10-x)]++ // reversed: 10 is the first point
			}
		}
		return c
	}
	if end, yes := smaller(of(1, 3, 5), of(2, 6, 9), true); !yes || end != 5 {
		t.Errorf("ends at %v, %v; want 5", end, yes)
	}
	if end, yes := smaller(of(1, 3, 5), of(2, 6, 9), false); yes {
		t.Errorf("taken the other way up it ends at %v", end)
	}
}
