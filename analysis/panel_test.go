package analysis

import (
	"fmt"
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// panelStudy has staff who are known by their ids: n of a wave, of whom all but gone answer again.
func panelStudy(t *testing.T, n, gone int) *invented {
	t.Helper()
	in := newInvented(study.NewScale(1, 10), []string{"staff", "customers"}, "easy")
	in.study.Waves = []string{"2025", "2026"}
	in.study.Audiences[0].RespID = &study.Selector{Name: "id"}
	for wave := range 2 {
		in.around(uint64(wave+1), "staff", n, 6+float64(wave)/2)
		in.inWave(wave)
		r := in.blocks[len(in.blocks)-1]
		for row := range n {
			r.ID = append(r.ID, fmt.Sprintf("s%d", row+wave*gone))
		}
		in.around(uint64(wave+3), "customers", 40, 5)
		in.inWave(wave)
	}
	// Who was high before is high again, so that pairing matters.
	first, second := in.blocks[0].Codes[0], in.blocks[2].Codes[0]
	for row := range n - gone {
		second[row] = min(9, (second[row]+2*first[row+gone])/3)
	}
	return in
}

// The second route: differences person by person.
func TestChangeOfMatchedPeopleIsPaired(t *testing.T) {
	in := panelStudy(t, 25, 0)
	_, figures := in.analyze(t)
	var changes []float64
	for row, code := range in.blocks[2].Codes[0] {
		changes = append(changes, float64(code)-float64(in.blocks[0].Codes[0][row]))
	}
	want := stats.NewSample(changes, nil).Mean(0.95)
	got := must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026")
	if math.Abs(float64(got.Value)-want.Value) > 1e-12 || math.Abs(float64(got.SE)-want.SE) > 1e-12 || math.Abs(float64(got.DF)-24) > 1e-9 || !got.Note.Has(NoteMatched) {
		t.Errorf("got %v ± %v (df %v, %v), want %v ± %v", got.Value, got.SE, got.DF, got.Note, want.Value, want.SE)
	}
	if n := must(t, figures, "change/performance/staff/easy/matched@wave=2025:2026").Value; n != 25 {
		t.Errorf("%v matched, want 25", n)
	}
	customers := must(t, figures, "change/performance/customers/easy/mean_change@wave=2025:2026")
	change := must(t, figures, "change/performance/staff:customers/easy/gap_change@wave=2025:2026")
	se := math.Hypot(want.SE, float64(customers.SE))
	df := math.Pow(se, 4) / (math.Pow(want.SE, 4)/24 + math.Pow(float64(customers.SE), 4)/float64(customers.DF))
	if math.Abs(float64(change.SE)-se) > 1e-12 || math.Abs(float64(change.DF)-df) > 1e-9 || !change.Note.Has(NoteMatched) || customers.Note.Has(NoteMatched) {
		t.Errorf("gap change ± %v (df %v, %v), want %v (df %v)", change.SE, change.DF, change.Note, se, df)
	}
}

// Few enough to be made out are not matched: their covariance would be theirs alone.
func TestFewMatchedPeopleAreNotTold(t *testing.T) {
	in := panelStudy(t, 25, 22)
	_, figures := in.analyze(t)
	got := must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026")
	a := must(t, figures, "profile/performance/staff/easy/mean@wave=2025")
	b := must(t, figures, "profile/performance/staff/easy/mean@wave=2026")
	if math.Abs(float64(got.SE)-math.Hypot(float64(a.SE), float64(b.SE))) > 1e-12 || got.Note.Has(NoteMatched) {
		t.Errorf("three people are matched: ± %v, %v", got.SE, got.Note)
	}
	if f := must(t, figures, "change/performance/staff/easy/matched@wave=2025:2026"); f.Value.Defined() || !f.Note.Has(NoteSuppressed) {
		t.Errorf("three people are counted: %v, %v", f.Value, f.Note)
	}
}

// Answers of one cluster vary together: with as many clusters as people nothing changes, and with fewer the changes of a
// cluster count as one.
func TestChangeOfMatchedClusters(t *testing.T) {
	analyze := func(of int) Figure {
		in := panelStudy(t, 24, 0)
		in.study.Audiences[0].Cluster = &study.Selector{Name: "team"}
		for _, k := range []int{0, 2} {
			for row := range in.blocks[k].N {
				in.blocks[k].Cluster = append(in.blocks[k].Cluster, fmt.Sprintf("t%d", row/of))
			}
		}
		_, figures := in.analyze(t)
		return must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026")
	}
	in := panelStudy(t, 24, 0)
	_, figures := in.analyze(t)
	people := must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026")
	if single := analyze(1); math.Abs(float64(single.SE-people.SE)) > 1e-12 || math.Abs(float64(single.DF-people.DF)) > 1e-9 {
		t.Errorf("clusters of one: ± %v (df %v), people ± %v (df %v)", single.SE, single.DF, people.SE, people.DF)
	}
	var teams []float64
	total := 0.0
	for row, code := range in.blocks[2].Codes[0] {
		if row%4 == 0 {
			teams = append(teams, 0)
		}
		d := float64(code) - float64(in.blocks[0].Codes[0][row])
		teams[row/4] += d
		total += d
	}
	sum := 0.0
	for _, d := range teams {
		sum += math.Pow((d-total/6)/24, 2)
	}
	if got, want := analyze(4), math.Sqrt(6.0/5*sum); math.Abs(float64(got.SE)-want) > 1e-12 || math.Abs(float64(got.DF)-5) > 1e-9 {
		t.Errorf("clusters of four: ± %v (df %v), want %v (df 5)", got.SE, got.DF, want)
	}
}

func TestTooManyPeopleToMatch(t *testing.T) {
	in := panelStudy(t, keptRespondents+1, 0)
	result, figures := in.analyze(t)
	if f := must(t, figures, "change/performance/staff/easy/mean_change@wave=2025:2026"); f.Note.Has(NoteMatched) {
		t.Errorf("more people than are kept are matched: %v", f.Note)
	}
	if _, found := figures["change/performance/staff/easy/matched@wave=2025:2026"]; found {
		t.Error("more people than are kept are counted")
	}
	for _, w := range result.Warnings {
		if w.Code == WarnNotMatched && w.Where == "staff" {
			return
		}
	}
	t.Errorf("nobody says so: %v", result.Warnings)
}
