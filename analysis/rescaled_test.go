package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// tracked is a study whose first wave staff and customers answered with these numbers, a list for each question, in turn, and the second on 1..10.
func tracked(first ...[]float64) *invented {
	var items []string
	for i := range first {
		items = append(items, fmt.Sprintf("item%d", i+1))
	}
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, items...)
	in.study.Waves = []string{"2025", "2026"}
	for i, audience := range []string{"staff", "customers"} {
		var rows [][]float64
		for k := range 60 {
			var row []float64
			for _, answers := range first {
				row = append(row, answers[k%len(answers)])
			}
			rows = append(rows, row)
		}
		in.answers(audience, rows...)
		in.inWave(0)
		means := make([]float64, len(items))
		for k := range means {
			means[k] = 7.5
		}
		in.around(uint64(i+1), audience, 60, means...)
		in.inWave(1)
	}
	return in
}

// fivePoints are answers to three questions on 1..5.
func fivePoints() [][]float64 {
	return [][]float64{{5, 4, 3, 5, 4}, {4, 5, 3, 4, 5, 2}, {5, 5, 4, 3, 4, 5, 1}}
}

// collapsed are poor answers to three questions on 1..10, none of them above 5.
func collapsed() [][]float64 {
	return [][]float64{{2, 1, 3, 4, 2, 5, 3, 1}, {3, 2, 1, 4, 3, 2, 5}, {1, 2, 3, 2, 4, 1, 3, 2, 5}}
}

// warned returns what a result says under a code.
func warned(r *Result, code string) (messages []string) {
	for _, w := range r.Warnings {
		if w.Code == code {
			messages = append(messages, w.Message)
		}
	}
	return messages
}

// A tracker that changes from 1..5 to 1..10 inside its columns is no improvement, and has no means on 1..10 before.
func TestRescaledWavesAreHeldBack(t *testing.T) {
	result, figures := tracked(fivePoints()...).analyze(t)
	for _, id := range []string{
		"change/performance/staff/item1/mean_change@wave=2025:2026", "change/performance/staff:customers/item1/gap_change@wave=2025:2026",
		"profile/performance/staff/item1/mean@wave=2025", "gap/performance/staff:customers/item2/difference@wave=2025",
		"gap/performance/staff:customers/item2/class@wave=2025",
	} {
		if f := must(t, figures, id); f.Value.Defined() || f.N.Defined() || f.Verdict != "" || !slices.Equal(f.Note, Notes{NoteRescaled}) {
			t.Errorf("%s: got %v %q of %v with notes %v", id, f.Value, f.Verdict, f.N, f.Note)
		}
	}
	if f := must(t, figures, "profile/performance/staff/item1/mean@wave=2026"); !f.Value.Defined() || f.Note.Has(NoteRescaled) {
		t.Errorf("the later wave: got %v with notes %v", f.Value, f.Note)
	}
	want := "staff: 180 answers to 3 questions on 1..10 end at 5 in wave 2025, as at the end of a scale, and reach 10 in wave 2026: " +
		"taken for another scale, so not shown in wave 2025, and not compared across waves"
	if said := warned(result, NoteRescaled); len(said) != 2 || said[0] != want {
		t.Errorf("warned %q, want one for each audience, the first %q", said, want)
	}
}

// A collapse is none: its figures stand, it is compared, and the reader is asked.
func TestCollapsesStand(t *testing.T) {
	for _, c := range []struct {
		name  string
		first [][]float64
		asked bool
	}{
		{"a collapse to 5 and less", collapsed(), true},
		{"one question reaches 8", append(fivePoints()[:2], []float64{5, 4, 8, 5}), false},
		{"one question ends at 4", append(fivePoints()[:2], []float64{4, 3, 2, 4}), true},
		{"all end at 6, which is no usual scale", [][]float64{{5, 4, 3, 6, 6}, {4, 6, 3, 5, 6}, {6, 5, 4}}, false},
		{"nobody gave a 10", [][]float64{{5, 6, 9, 4}, {4, 9, 6, 7}, {9, 8}}, false},
		{"two questions are too few answers", fivePoints()[:2], true},
	} {
		result, figures := tracked(c.first...).analyze(t)
		for _, id := range []string{
			"profile/performance/staff/item1/mean@wave=2025", "gap/performance/staff:customers/item1/difference@wave=2025",
			"change/performance/staff/item1/mean_change@wave=2025:2026", "change/performance/staff:customers/item1/gap_change@wave=2025:2026",
		} {
			if f := must(t, figures, id); !f.Value.Defined() || f.Note.Has(NoteRescaled) {
				t.Errorf("%s, %s: got %v with notes %v", c.name, id, f.Value, f.Note)
			}
		}
		said := warned(result, NoteScaleInDoubt)
		if (len(said) == 2) != c.asked || len(said) != 0 && !c.asked || len(warned(result, NoteRescaled)) != 0 {
			t.Errorf("%s: warned %q", c.name, said)
		}
		if c.asked && !strings.HasSuffix(said[0], " in wave 2025, and reach 10 in wave 2026: was it the same scale?") {
			t.Errorf("%s: asks %q", c.name, said[0])
		}
	}
}

// The author has the last word: where the study says that scales were the same, nothing is held back or asked, and a warning says on whose
// word answers are compared that look like another scale.
func TestAnAuthorAnswersForTheScale(t *testing.T) {
	for _, c := range []struct {
		first [][]float64
		said  int
	}{{fivePoints(), 2}, {collapsed(), 0}} {
		in := tracked(c.first...)
		in.study.Quality.SameScales = true
		result, figures := in.analyze(t)
		if f := must(t, figures, "change/performance/staff/item1/mean_change@wave=2025:2026"); !f.Value.Defined() || !(f.Value > 0) {
			t.Errorf("the change is %v with notes %v", f.Value, f.Note)
		}
		if said := append(warned(result, NoteRescaled), warned(result, NoteScaleInDoubt)...); len(said) != 0 {
			t.Errorf("warned %q", said)
		}
		said := warned(result, WarnSameScales)
		if len(said) != c.said || len(said) > 0 && !strings.HasSuffix(said[0], "compared all the same, as the study says that its scales are the same in all waves") {
			t.Errorf("warned %q, want %d", said, c.said)
		}
	}
}

// A question whose answers are all on one scale, as the study says, is neither held back nor asked about, and is no evidence for the others.
func TestAQuestionOnOneScaleStands(t *testing.T) {
	in := tracked(fivePoints()...)
	for _, item := range in.study.Items {
		for _, rating := range item.Ratings {
			for _, c := range rating.Columns {
				c.OneScale = item.ID == "item1"
			}
		}
	}
	result, figures := in.analyze(t)
	if f := must(t, figures, "change/performance/staff/item1/mean_change@wave=2025:2026"); !f.Value.Defined() {
		t.Errorf("item1: the change is %v with notes %v", f.Value, f.Note)
	}
	said := append(warned(result, NoteRescaled), warned(result, NoteScaleInDoubt)...)
	if len(said) != 2 || !strings.Contains(said[0], " to 2 questions on ") {
		t.Errorf("warned %q", said)
	}
}

// Of answers that few hide nothing is said, nor are they evidence.
func TestHiddenAnswersAreNoEvidence(t *testing.T) {
	for _, first := range [][][]float64{fivePoints(), collapsed()} {
		in := tracked(first...)
		in.study.Privacy.MinimumBase = 61
		result, figures := in.analyze(t)
		if said := append(warned(result, NoteRescaled), warned(result, NoteScaleInDoubt)...); len(said) != 0 {
			t.Errorf("warned %q of figures that are hidden", said)
		}
		if f := must(t, figures, "profile/performance/staff/item1/mean@wave=2025"); !slices.Equal(f.Note, Notes{NoteSuppressed}) {
			t.Errorf("notes %v", f.Note)
		}
	}
}

// Questions on another scale of the study are a questionnaire of their own: they neither hide a smaller scale nor are held back for it.
func TestEachScaleIsLookedAtAlone(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"staff"}, "item1", "item2", "item3", "item4")
	in.study.Waves = []string{"2025", "2026"}
	in.study.Ratings()[3].Columns["staff"].Scale = study.NewScale(0, 100)
	for wave := range 2 {
		var rows [][]float64
		for k := range 60 {
			row := []float64{float64(10 - k%6), 8, 6, float64(60 + k%20)}
			if wave == 0 {
				for q, answers := range fivePoints() {
					row[q] = answers[k%len(answers)]
				}
			}
			rows = append(rows, row)
		}
		in.answers("staff", rows...)
		in.inWave(wave)
	}
	_, figures := in.analyze(t)
	if f := must(t, figures, "profile/performance/staff/item1/mean@wave=2025"); !f.Note.Has(NoteRescaled) {
		t.Errorf("item1: %v with notes %v", f.Value, f.Note)
	}
	if f := must(t, figures, "profile/performance/staff/item4/mean@wave=2025"); !f.Value.Defined() {
		t.Errorf("item4, which is on 0..100: notes %v", f.Note)
	}
}

// What few answers hide has that reason, also beside answers on another scale, and what is hidden for its scale has not the reason of few.
func TestRescaledIsNotFew(t *testing.T) {
	in := tracked(fivePoints()...)
	in.study.Audiences = append(in.study.Audiences, &study.Audience{ID: "team", Label: "team", Anonymous: true})
	for _, rating := range in.study.Ratings() {
		rating.Columns["team"] = rating.Columns["staff"]
	}
	in.answers("team", []float64{5, 4, 3}, []float64{3, 5, 4}, []float64{4, 2, 5})
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
	in := newInvented(study.NewScale(1, 10), []string{"leadership", "staff", "customers"}, "easy", "quick", "fair")
	in.study.Waves = []string{"2025", "2026"}
	for i, audience := range []string{"leadership", "staff", "customers"} {
		for wave := range 2 {
			if audience == "staff" && wave == 0 {
				var rows [][]float64
				for k := range 60 {
					rows = append(rows, []float64{float64(5 - k%5%4), float64(5 - k%4), float64(5 - k%7%3)})
				}
				in.answers(audience, rows...)
			} else {
				in.around(uint64(3*i+wave+1), audience, 60, 8, 7, 8)
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
