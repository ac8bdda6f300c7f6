package analysis

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// shrunkTeam is a study of two waves; in the second its leadership is four people of twelve. All of them are in one file.
func shrunkTeam(t *testing.T, waves ...string) *Result {
	t.Helper()
	in := newInvented(study.Scale{Low: 1, High: 10, Step: 1}, []string{"leadership", "staff", "customers"}, "listens", "easy", "keeps")
	in.study.Waves = waves
	for wave, leaders := range []int{12, 4} {
		for k, n := range []int{leaders, 40, 60} {
			in.around(uint64(10*wave+k), in.study.Audiences[k].ID, n, 8, 7, 6)
			in.inWave(wave)
		}
	}
	r, _ := in.analyze(t)
	r.Flow = []study.Flow{
		{Audience: "leadership", File: "house.csv", Read: 17, Kept: 16},
		{Audience: "staff", File: "house.csv", Read: 80, Kept: 80},
		{File: "house.csv", Read: 3},
		{Audience: "customers", File: "customers.csv", Read: 120, Kept: 120},
		{Audience: "leadership", File: "late.csv", Read: 2},
		{File: "late.csv", Read: 1},
	}
	r.Inputs = []study.Input{{File: "house.csv", Rows: 100}, {File: "customers.csv", Rows: 120}, {File: "late.csv", Rows: 3}}
	r.Warnings = append(r.Warnings,
		study.Notice{Code: study.StraightLiners, Where: "leadership", Message: "leadership: 3 of 16 gave one answer to all items of a kind"},
		study.Notice{Code: study.LeftEarlyKept, Where: "leadership", Message: "leadership: 2 of 16 gave no answer from some question to the end"},
		study.Notice{Code: study.StraightLiners, Where: "staff", Message: "staff: 3 of 80 gave one answer to all items of a kind"})
	return r
}

// A wave is hidden whatever it is called: names of waves may hold the colon that stands between two of them.
func TestAudienceViewOfWavesWithColons(t *testing.T) {
	ids := func(waves ...string) []string {
		r := shrunkTeam(t, waves...)
		v, err := ForAudience(r, "staff")
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for i := range v.Figures {
			f := &v.Figures[i]
			if f.Wave == waves[1] && (f.Audience == "leadership" || f.Versus == "leadership" || f.Audience == "" || f.Analysis == "chain") {
				t.Errorf("%s tells of the team of four", f.ID)
			}
			id := strings.ReplaceAll(f.ID, waves[0]+":"+waves[1], "BOTH")
			ids = append(ids, strings.NewReplacer(waves[0], "FIRST", waves[1], "SECOND").Replace(id))
		}
		if len(ids) == len(r.Figures) {
			t.Error("nothing is hidden")
		}
		return ids
	}
	plain := ids("2025-Q3", "2026-Q3")
	for _, waves := range [][]string{{"2025: Q3", "2026: Q3"}, {"2025", "2026: Q3"}, {"2025: Q3", "2026"}} {
		if got := ids(waves...); !slices.Equal(plain, got) {
			t.Errorf("waves %q: %d figures, and %d where no name holds a colon", waves, len(got), len(plain))
		}
	}
}

// Of an audience of which one wave is hidden neither its rows nor what they could be had back from are told: 16 in the file less the 12
// of the wave that is shown are the four.
func TestAudienceViewOfRowsOfCutAudiences(t *testing.T) {
	v, err := ForAudience(shrunkTeam(t, "2025", "2026"), "staff")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(v.Audiences, func(a Audience) bool { return a.ID == "leadership" && len(a.Bases) == 1 }) {
		t.Fatalf("the first wave of the leadership is gone: %+v", v.Audiences)
	}
	shown := map[string]int{}
	for _, f := range v.Flow {
		if f.Audience == "leadership" {
			t.Errorf("the rows of the leadership are told: %+v", f)
		}
		shown[f.File] += f.Read
	}
	for _, in := range v.Inputs {
		if in.Rows != shown[in.File] {
			t.Errorf("%s has %d rows, and %d are accounted for", in.File, in.Rows, shown[in.File])
		}
	}
	if len(v.Inputs) != 2 || len(v.Flow) != 3 {
		t.Errorf("inputs %+v, flow %+v", v.Inputs, v.Flow)
	}
	for _, n := range v.Warnings {
		if (n.Code == study.StraightLiners || n.Code == study.LeftEarlyKept) && n.Where == "leadership" {
			t.Errorf("told: %s", n.Message)
		}
	}
	if !slices.ContainsFunc(v.Warnings, func(n study.Notice) bool { return n.Where == "staff" && n.Code == study.StraightLiners }) {
		t.Error("the straight lines of staff are not told")
	}
}
