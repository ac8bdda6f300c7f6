package analysis

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// tracked is a study whose first wave staff and customers answered with these numbers, in turn, and the second on 1..10.
func tracked(easy, quick []float64) *invented {
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy", "quick")
	in.study.Waves = []string{"2025", "2026"}
	for i, audience := range []string{"staff", "customers"} {
		var rows [][]float64
		for k := range 40 {
			rows = append(rows, []float64{easy[k%len(easy)], quick[k%len(quick)]})
		}
		in.answers(audience, rows...)
		in.inWave(0)
		in.around(uint64(i+1), audience, 40, 8, 8)
		in.inWave(1)
	}
	return in
}

// rescaledWarned returns what a result says of answers on another scale.
func rescaledWarned(r *Result) (messages []string) {
	for _, w := range r.Warnings {
		if w.Code == NoteRescaled {
			messages = append(messages, w.Message)
		}
	}
	return messages
}

// A tracker that changes from 1..5 to 1..10 inside its columns is no improvement, and has no means on 1..10 before.
func TestRescaledWavesAreHeldBack(t *testing.T) {
	result, figures := tracked([]float64{5, 4, 3, 5}, []float64{2, 5, 4, 3, 1}).analyze(t)
	for _, id := range []string{
		"change/performance/staff/easy/mean_change@wave=2025:2026", "change/performance/staff:customers/easy/gap_change@wave=2025:2026",
		"profile/performance/staff/easy/mean@wave=2025", "gap/performance/staff:customers/quick/difference@wave=2025",
		"gap/performance/staff:customers/quick/class@wave=2025",
	} {
		if f := must(t, figures, id); f.Value.Defined() || f.N.Defined() || f.Verdict != "" || !slices.Equal(f.Note, Notes{NoteRescaled}) {
			t.Errorf("%s: got %v %q of %v with notes %v", id, f.Value, f.Verdict, f.N, f.Note)
		}
	}
	if f := must(t, figures, "profile/performance/staff/easy/mean@wave=2026"); !f.Value.Defined() || f.Note.Has(NoteRescaled) {
		t.Errorf("the later wave: got %v with notes %v", f.Value, f.Note)
	}
	said := rescaledWarned(result)
	if len(said) != 4 || !strings.Contains(said[0], "easy: staff seems to have answered on a scale that ends at 5 in 2025, where no answer on this scale is higher") {
		t.Errorf("warned %q, want a warning for each question and audience", said)
	}
}

// An author who knows that the scale was the same says so: the answers are compared, and a warning says on whose word.
func TestAnAuthorAnswersForTheScale(t *testing.T) {
	in := tracked([]float64{5, 4, 3, 5}, []float64{2, 5, 4, 3, 1})
	in.study.Quality.SameScales = true
	result, figures := in.analyze(t)
	for _, id := range []string{"change/performance/staff/easy/mean_change@wave=2025:2026", "profile/performance/staff/easy/mean@wave=2025", "gap/performance/staff:customers/quick/difference@wave=2025"} {
		if f := must(t, figures, id); !f.Value.Defined() || f.Note.Has(NoteRescaled) {
			t.Errorf("%s: got %v with notes %v", id, f.Value, f.Note)
		}
	}
	said := 0
	for _, w := range result.Warnings {
		if w.Code == WarnSameScales && strings.HasSuffix(w.Message, "compared all the same, as the study says that its scales are the same in all waves") {
			said++
		}
	}
	if said != 4 || len(rescaledWarned(result)) > 0 {
		t.Errorf("%d warnings, want 4; held back: %q", said, rescaledWarned(result))
	}
}

// A poor wave is no other scale: where other questions of it reach higher, the figures stand, and one question that ends at a smaller scale is
// only not compared.
func TestPoorWavesStand(t *testing.T) {
	change := "change/performance/staff/easy/mean_change@wave=2025:2026"
	for _, c := range []struct {
		name        string
		easy, quick []float64
		compared    bool
	}{
		{"one question ends at 5", []float64{5, 4, 3, 5}, []float64{4, 8, 6, 7}, false},
		{"one question ends at 6", []float64{5, 4, 3, 6}, []float64{4, 8, 6, 7}, false},
		{"both end at 6, which is no usual scale", []float64{5, 4, 3, 6}, []float64{4, 6, 3, 5}, false},
		{"the questions end at two points", []float64{5, 4, 3, 5}, []float64{4, 7, 6, 7}, false},
		{"one question ends at 8", []float64{5, 4, 8, 5}, []float64{4, 5, 3, 5}, true},
		{"nobody gave a 10", []float64{5, 6, 9, 4}, []float64{4, 9, 6, 7}, true},
	} {
		result, figures := tracked(c.easy, c.quick).analyze(t)
		for _, id := range []string{"profile/performance/staff/easy/mean@wave=2025", "gap/performance/staff:customers/easy/difference@wave=2025"} {
			if f := must(t, figures, id); !f.Value.Defined() || f.Note.Has(NoteRescaled) {
				t.Errorf("%s, %s: got %v with notes %v", c.name, id, f.Value, f.Note)
			}
		}
		if f := must(t, figures, change); f.Value.Defined() != c.compared || f.Note.Has(NoteRescaled) == c.compared {
			t.Errorf("%s: the change is %v with notes %v", c.name, f.Value, f.Note)
		}
		warned := slices.ContainsFunc(rescaledWarned(result), func(said string) bool {
			return strings.Contains(said, "easy: staff gave no answer above") && strings.HasSuffix(said, "not compared across waves, as it may be another scale")
		})
		if warned == c.compared {
			t.Errorf("%s: warned %q", c.name, rescaledWarned(result))
		}
	}
}

// What few answers hide has that reason, also beside answers on another scale, and what is hidden for its scale has not the reason of few.
func TestRescaledIsNotFew(t *testing.T) {
	in := tracked([]float64{5, 4, 3, 5}, []float64{2, 5, 4, 3, 1})
	in.study.Audiences = append(in.study.Audiences, &study.Audience{ID: "team", Label: "team", Anonymous: true})
	for _, rating := range in.study.Ratings() {
		rating.Columns["team"] = rating.Columns["staff"]
	}
	in.answers("team", []float64{5, 4}, []float64{3, 5}, []float64{4, 2})
	in.inWave(0)
	_, figures := in.analyzeInFull(t)
	rescaled := 0
	for id, f := range figures {
		if !f.Note.Has(NoteSuppressed) && !f.Note.Has(NoteRescaled) {
			continue
		}
		few := f.Audience == "team" || f.Versus == "team"
		switch {
		case len(f.Note) != 1:
			t.Errorf("%s: notes %v, want one reason", id, f.Note)
		case strings.HasSuffix(f.Wave, "2025") && (f.Audience == "staff" || f.Audience == "customers") && !few && f.Analysis != "chain" && f.Note.Has(NoteSuppressed):
			t.Errorf("%s is said to rest on few answers", id)
		case few && f.Note.Has(NoteRescaled):
			t.Errorf("%s is said to be on another scale", id)
		case f.Note.Has(NoteRescaled):
			rescaled++
		}
	}
	if rescaled == 0 {
		t.Error("nothing is held back for its scale")
	}
}

// A figure over all audiences says that answers on another scale are no part of it, and does not call them few.
func TestScaleIsLeftOut(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"leadership", "staff", "customers"}, "easy", "quick")
	in.study.Waves = []string{"2025", "2026"}
	for i, audience := range []string{"leadership", "staff", "customers"} {
		for wave := range 2 {
			if audience == "staff" && wave == 0 {
				var rows [][]float64
				for k := range 40 {
					rows = append(rows, []float64{float64(1 + k%5), float64(5 - k%4)})
				}
				in.answers(audience, rows...)
			} else {
				in.around(uint64(3*i+wave+1), audience, 40, 8, 7)
			}
			in.inWave(wave)
		}
	}
	_, figures := in.analyze(t)
	f := must(t, figures, "alignment/performance/*/*/alignment@wave=2025")
	if !f.Value.Defined() || !f.Note.Has(NoteScaleLeftOut) || f.Note.Has(NoteAudienceLeftOut) {
		t.Errorf("the alignment is %v with notes %v", f.Value, f.Note)
	}
	if f := must(t, figures, "agreement/performance/leadership:staff/*/mean_absolute_gap@wave=2025"); f.Value.Defined() || !slices.Equal(f.Note, Notes{NoteRescaled}) {
		t.Errorf("the agreement with staff is %v with notes %v", f.Value, f.Note)
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
