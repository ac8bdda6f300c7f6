package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// held takes the numbers out of the figures of an analysis, for a reason.
func held(r *analysis.Result, why string, analyses ...string) {
	for i := range r.Figures {
		f := &r.Figures[i]
		for _, name := range analyses {
			if f.Analysis == name && f.Audience == "customers" {
				f.Value, f.SE, f.Low, f.High, f.P, f.N, f.NEffective = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN
				f.Verdict, f.Note = "", analysis.Notes{why}
			}
		}
	}
}

// What is held back for its scale is not said to rest on few answers: not where there is no derived importance, nor where audiences are counted.
func TestAnotherScaleIsNotFewAnswers(t *testing.T) {
	for why, want := range map[string]struct{ refusal, answers string }{
		analysis.NoteRescaled:   {"answers seem to be on another scale in this wave, and are not shown", "some on another scale"},
		analysis.NoteSuppressed: {"it would rest on fewer than 5 answers, or give such away", "some supp."},
	} {
		r := fortyItems(t)
		l := newLookup(r, english())
		topic := l.plan("")
		held(r, why, "derived")
		if got := topic.refusal(); got != want.refusal {
			t.Errorf("%s: no derived importance: %q, want %q", why, got, want.refusal)
		}
		for i := range r.Figures {
			if f := &r.Figures[i]; f.ID == "profile/performance/customers/item_3/mean" {
				f.Value, f.N, f.NEffective, f.Note = analysis.NaN, analysis.NaN, analysis.NaN, analysis.Notes{why}
			}
		}
		if got := l.answersPerItem("customers", ""); !strings.HasSuffix(got, want.answers) || strings.Contains(got, "n/a") {
			t.Errorf("%s: answers per item %q, want %q at the end", why, got, want.answers)
		}
	}
}

// An item whose gap is held back for its scale has a group of its own in the table of gaps.
func TestAnotherScaleHasAGroup(t *testing.T) {
	r := fortyItems(t)
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "gap" && f.Statistic == "class" && f.Item == "item_3" {
			f.Verdict, f.Note = "", analysis.Notes{analysis.NoteRescaled}
		}
	}
	l := newLookup(r, english())
	for _, topic := range l.topics() {
		g := &gapTable{lookup: l, topic: topic}
		if topic.kind == "performance" && g.class("item_3") != otherScale {
			t.Errorf("item_3 is in the group %q", g.class("item_3"))
		}
	}
}

// What has changed names the audience whose changes are held back for their scale.
func TestHeldChangesAreNamed(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 40, []float64{8, 7}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{7, 7}, ten(), 0, []float64{0, -1.5}},
	)
	const want = "Whether the ratings of Customers differ from those in 2025 is not told: in one of the two waves they seem to be on another scale."
	if said := told(newLookup(r, english()).changed()); strings.Contains(said, "another scale") {
		t.Errorf("of waves on one scale: %q", said)
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "change" && (f.Audience == "customers" || f.Versus == "customers") {
			f.Value, f.SE, f.Low, f.High, f.P, f.PAdjusted, f.N, f.NEffective = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN
			f.Verdict, f.Note = "", analysis.Notes{analysis.NoteRescaled}
		}
	}
	if said := told(newLookup(r, english()).changed()); !strings.Contains(said, want) {
		t.Errorf("%q is not in %q", want, said)
	}
}
