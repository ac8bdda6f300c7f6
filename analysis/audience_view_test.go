package analysis

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

// smallTeam is a study whose leadership is a few people who agreed to be shown; its staff have a region of three. With a reader, it is
// analysed without the waivers of others.
func smallTeam(t *testing.T, leaders int, reader string) *Result {
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
	if reader != "" {
		in.study.Unwaive(reader)
	}
	r, _ := in.analyze(t)
	return r
}

// seenBy is what an audience may see of a study with a small team.
func seenBy(t *testing.T, leaders int, reader string) *Result {
	t.Helper()
	v, err := ForAudience(smallTeam(t, leaders, reader), reader)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What an audience gets holds nothing of a small team, not even what was computed with it.
func TestAudienceViewHidesSmallTeams(t *testing.T) {
	v := seenBy(t, 4, "staff")
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
	large, ofLarge := smallTeam(t, 12, ""), seenBy(t, 12, "staff")
	large.Audiences[0].Anonymous, large.Audiences[0].Reason = true, "" // a waiver is for whom commissioned the study
	large.Warnings = slices.DeleteFunc(large.Warnings, func(n study.Notice) bool { return n.Code == WarnShownBelowMinimum })
	if diff := cmp.Diff(plain(large), plain(ofLarge)); diff != "" {
		t.Errorf("a team of twelve is cut (-result +version):\n%.1500s", diff)
	}
	small := smallTeam(t, 4, "")
	own, err := ForAudience(small, "leadership")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plain(small), plain(own)); diff != "" {
		t.Errorf("the team does not see itself (-result +version):\n%.1500s", diff)
	}
	if diff := cmp.Diff(plain(small), plain(smallTeam(t, 4, ""))); diff != "" {
		t.Errorf("the result was changed:\n%.1500s", diff)
	}
}

// Of other audiences' groups that were suppressed nothing is left, of one's own that they were.
func TestAudienceViewOfSegments(t *testing.T) {
	r := smallTeam(t, 12, "")
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
	if n := suppressed(seenBy(t, 12, "customers"), "staff"); n > 0 {
		t.Errorf("customers see %d places of staff's small groups", n)
	}
	if n := suppressed(seenBy(t, 12, "staff"), "staff"); n != suppressed(r, "staff") {
		t.Errorf("staff see %d of their own", n)
	}
}

// A waiver that has let something be seen cannot be taken back from a result: seven who all gave one answer.
func TestAudienceViewRefusesWaivers(t *testing.T) {
	for leaders, refused := range map[int]bool{4: true, 7: true, 12: false} {
		for _, reader := range []string{"staff", "customers"} {
			var waived *WaivedError
			if _, err := ForAudience(smallTeam(t, leaders, ""), reader); errors.As(err, &waived) != refused {
				t.Errorf("%d leaders, for %s: %v", leaders, reader, err)
			}
		}
		if _, err := ForAudience(smallTeam(t, leaders, ""), "leadership"); err != nil {
			t.Errorf("%d leaders, for themselves: %v", leaders, err)
		}
	}
}
