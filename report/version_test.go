package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// The version for one audience says at the top, and at the head of every printed page, whom it is for and what it leaves out.
func TestVersionIsNamedAtTheTop(t *testing.T) {
	r := threeAudiences(t, false)
	staff := r.Audiences[1]
	var page, markdown bytes.Buffer
	if err := HTML(&page, r, ClientOptions{Audience: staff.ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := ClientMarkdown(&markdown, r, ClientOptions{Audience: staff.ID}); err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(page.String(), "</header>")
	for _, want := range []string{"<strong>Version for " + staff.Label + ".</strong> Of other audiences it leaves out whatever rests on fewer than 5 answers", `Version for ` + staff.Label + `"`} {
		if !strings.Contains(head, want) {
			t.Errorf("the head of the page does not say %q", want)
		}
	}
	top, _, _ := strings.Cut(markdown.String(), "\n## ")
	if want := "**Version for " + staff.Label + ".** Of other audiences it leaves out"; !strings.Contains(top, want) {
		t.Errorf("Markdown does not begin with %q:\n%s", want, top)
	}
	page.Reset()
	if err := HTML(&page, r, ClientOptions{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page.String(), "Version for") {
		t.Error("a report for all names a version")
	}
}

// Under the title stands a sentence, or two.
func TestScopeIsASentence(t *testing.T) {
	for name, c := range map[string]struct{ got, want string }{
		"three": {newLookup(threeAudiences(t, false), english()).scope(), "This report compares how Leadership team, Staff and Customers rate "},
		"waves": {newLookup(differentScales(t), english()).scope(), " The waves are "},
	} {
		if !strings.Contains(c.got, c.want) || !strings.HasSuffix(c.got, ".") {
			t.Errorf("%s: %q, want %q in it", name, c.got, c.want)
		}
	}
}

// A page has no head of a group where a table has no groups: items of a study without dimensions.
func TestNoGroupsNoHeads(t *testing.T) {
	s := section{grid: grid{columns: []column{{"item", words}}, rows: []row{{group: "Of no dimension", cells: []cell{{"Quick"}}}}}}
	draw := func(figureChart) []htmlFigure { return nil }
	if groups := s.html("a", &sources{}, draw).Groups; len(groups) != 1 || groups[0].Name != "" {
		t.Errorf("groups %+v", groups)
	}
	s.grid.grouped = "dimension"
	if groups := s.html("a", &sources{}, draw).Groups; groups[0].Name != "Of no dimension" {
		t.Errorf("groups %+v", groups)
	}
}

// The version for an audience has no plan, and says so: what to do first, and how many more to ask, is for the client to decide.
func TestVersionsHaveNoPlan(t *testing.T) {
	r := fortyItems(t)
	l := newLookup(r, english())
	of := l.plan("")
	order := of.inOrderOfPriority()
	called(l, of, order[1], analysis.SharedWeakness, analysis.Concentrate, 0.02)
	called(l, of, order[2], analysis.BlindSpot, analysis.LowPriority, 1.9)
	plan := func(o ClientOptions) (chapter, sentence, settling bool, told []string) {
		c, err := newClientReport(r, o)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range c.findings {
			said = append(said, f.text())
		}
		for _, part := range c.parts {
			chapter = chapter || part.ID == "priorities"
			for _, s := range part.sections {
				for _, f := range s.others {
					said = append(said, f.text())
				}
				settling = settling || strings.Contains(strings.Join(s.lines, "\n"), "settle ")
				said = append(said, s.lines...)
			}
		}
		for _, line := range said {
			if strings.Contains(line, "what to do first") || strings.Contains(line, "of less importance to") {
				told = append(told, line)
			}
		}
		return chapter, slices.ContainsFunc(c.findings, func(f finding) bool { return f.head == "What to do first" }), settling, told
	}
	if chapter, sentence, settling, told := plan(ClientOptions{}); !chapter || !sentence || !settling || len(told) == 0 {
		t.Errorf("the client's report lacks a plan: chapter %v, sentence %v, what would settle %v, said of items %q", chapter, sentence, settling, told)
	}
	for _, audience := range []string{"leadership", "customers"} {
		if chapter, sentence, settling, told := plan(ClientOptions{Audience: audience}); chapter || sentence || settling || len(told) > 0 {
			t.Errorf("the version for %s has a plan: chapter %v, sentence %v, what would settle %v, said of items %q", audience, chapter, sentence, settling, told)
		}
	}
}
