package analysis

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

// smallTeam is a study whose leadership is four people who agreed to be shown; its staff have a region of three.
func smallTeam(t *testing.T, leaders int) *Result {
	t.Helper()
	in := newInvented(study.Scale{Low: 1, High: 10, Step: 1}, []string{"leadership", "staff", "customers"}, "listens", "easy", "keeps")
	in.study.Audiences[0].Anonymous, in.study.Audiences[0].Reason = false, "all agreed on a walk"
	in.study.Segments = []study.Segment{{Name: "region"}}
	in.around(1, "leadership", leaders, 9, 8, 7)
	in.inSegment("north")
	in.around(2, "staff", 40, 7, 8, 6)
	in.inSegment("north", "north", "north", "south", "north", "north", "south", "north", "north", "north", "north", "north", "east")
	in.around(3, "customers", 90, 5, 6, 7)
	in.inSegment("north", "south")
	r, _ := in.analyze(t)
	return r
}

// What an audience gets holds nothing of a small team, not even what was computed with it.
func TestAudienceViewHidesSmallTeams(t *testing.T) {
	r := smallTeam(t, 4)
	v := ForAudience(r, "staff")
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"leadership", "all agreed"} {
		if strings.Contains(string(text), trace) {
			t.Errorf("%q is in it", trace)
		}
	}
	for i := range v.Figures {
		if f := &v.Figures[i]; f.Audience == "" || f.Analysis == "chain" {
			t.Errorf("%s was computed with the team", f.ID)
		}
	}
	if len(v.Figures) == 0 || len(v.Audiences) != 2 {
		t.Errorf("%d figures of %d audiences", len(v.Figures), len(v.Audiences))
	}
}

// A team of five answers itself, a large one, and the team's own version lose nothing but other people's small groups.
func TestAudienceViewKeepsTheRest(t *testing.T) {
	plain := func(r *Result) string { // undefined numbers are equal in JSON only
		kept := *r
		kept.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(f Figure) bool { return f.Segment != "" })
		text, err := json.MarshalIndent(&kept, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	large := smallTeam(t, 12)
	large.Audiences[0].Reason = "" // a reason is for whom commissioned the study
	if diff := cmp.Diff(plain(large), plain(ForAudience(large, "staff"))); diff != "" {
		t.Errorf("a team of twelve is cut (-result +version):\n%.1500s", diff)
	}
	small := smallTeam(t, 4)
	if diff := cmp.Diff(plain(small), plain(ForAudience(small, "leadership"))); diff != "" {
		t.Errorf("the team does not see itself (-result +version):\n%.1500s", diff)
	}
	if diff := cmp.Diff(plain(small), plain(smallTeam(t, 4))); diff != "" {
		t.Errorf("the result was changed:\n%.1500s", diff)
	}
}

// Of other audiences' groups that were suppressed nothing is left, of one's own that they were.
func TestAudienceViewOfSegments(t *testing.T) {
	r := smallTeam(t, 12)
	suppressed := func(r *Result, audience string) (n int) {
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Segment != "" && f.Versus == "" && f.Audience == audience && f.Note.Has(NoteSuppressed) {
				n++
			}
		}
		return n
	}
	if suppressed(r, "staff") == 0 {
		t.Fatal("the study has no small group")
	}
	if n := suppressed(ForAudience(r, "customers"), "staff"); n > 0 {
		t.Errorf("customers see %d places of staff's small groups", n)
	}
	if n := suppressed(ForAudience(r, "staff"), "staff"); n != suppressed(r, "staff") {
		t.Errorf("staff see %d of their own", n)
	}
}
