package gate

import (
	"errors"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// scaled is the study of these tests, with easy on 1..10 and quick on 1..5; of leadership's quick nobody knows the scale.
func scaled(t *testing.T) *study.Study {
	t.Helper()
	s := asked()
	for i, text := range []string{"1..10", "1..5"} {
		scale, err := study.ParseScale(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range s.Items[i].Ratings {
			r.Columns = map[string]*study.Column{"leadership": {Scale: scale}, "customers": {Scale: scale}}
		}
	}
	s.Items[1].Ratings[0].Columns["leadership"] = &study.Column{}
	s.Segments = []study.Segment{{Name: "region"}}
	return s
}

func TestLimitsThatDecideNothing(t *testing.T) {
	for _, test := range []struct {
		over study.Repetition
		rule string
		want string // what is said; empty: accepted
	}{
		{"", "mean(customers, easy) >= 11pt", "lies between 1pt and 10pt: >= 11pt never holds"},
		{"", "mean(customers, easy) >= 10pt", ""},
		{"", "mean(customers, easy) > 10pt", "never holds"},
		{"", "mean(customers, easy) >= 1pt", "always holds"},
		{"", "mean(customers, easy) > 1pt", ""},
		{"", "mean(customers, quick) >= 6pt", "lies between 1pt and 5pt"},
		{"", "mean(leadership, quick) >= 6pt", ""}, // nobody knows its scale
		{"", "gap(leadership, customers, quick) <= 6pt", ""},
		{"", "gap(leadership, customers, easy) <= 9pt", "always holds"},
		{"", "gap(leadership, customers, easy) <= 8.9pt", ""},
		{"", "gap(leadership, customers, easy) >= -101pomp", "lies between -100pomp and 100pomp"},
		{"", "not gap(leadership, customers, easy) >= -101pomp", "always holds"},
		{"", "abs(gap(leadership, customers, easy)) >= 0pt", "lies between 0pt and 9pt: >= 0pt always holds"},
		{"", "abs(gap(leadership, customers, easy)) <= 0pt", ""},
		{"", "change(mean(customers, easy), baseline) >= -10pt", "lies between -9pt and 9pt"},
		{"", "change(top_box(customers, easy), baseline) >= -120pp", "lies between -100pp and 100pp"},
		{"", "change(top_box(customers, easy), baseline) >= -20pp", ""},
		{"", "spread(easy) <= 9pt", "lies between 0pt and 9pt"},
		{"", "shortfall(customers, easy) <= 12pt", "lies between -9pt and 9pt"},
		{"", "dont_know(customers, easy) <= 100%", "always holds"},
		{"", "dont_know(customers, easy) <= 0%", ""},
		{"", "derived_rank(customers, easy) >= 1", "derived_rank(customers, easy) is at least 1: >= 1 always holds"},
		{"", "alpha(customers, dimension_ease) < 1.1", "is at most 1"},
		{"", "alpha(customers, dimension_ease) >= -1", ""},
		{"", "nps(customers) between -100 and 20", ""},
		{"", "nps(customers) between 101 and 120", "never holds"},
		{"", "mean(leadership, easy) >= mean(customers, easy)", ""},
		{study.ForItems, "mean(customers) >= 6pt", ""}, // possible on one of the two scales
		{study.ForItems, "mean(customers) >= 11pt", "lies between 1pt and 10pt"},
		{study.ForItems, "mean(leadership) >= 11pt", ""},
		{study.ForDimensions, "mean(customers) >= 11pt", "lies between 1pt and 10pt"},
		{study.ForSegments, "derived_rank(customers, easy) <= 3", "derived_rank has no interval within segments, and could never be decided"},
	} {
		c := expect(test.rule)
		c.ID, c.For = "rule", test.over
		_, err := Parse(scaled(t), []*study.Check{&c})
		var file *study.FileError
		switch {
		case test.want == "" && err != nil:
			t.Errorf("for %s, %s: %v", test.over, test.rule, err)
		case test.want != "" && (!errors.As(err, &file) || !strings.Contains(file.List[0].Message, test.want)):
			t.Errorf("for %s, %s: got %v, want %q", test.over, test.rule, err, test.want)
		}
	}
	c := expect("derived_rank(customers, easy) <= 3")
	c.ID, c.For, c.Point = "rule", study.ForSegments, true
	if _, err := Parse(scaled(t), []*study.Check{&c}); err != nil {
		t.Errorf("by the value: %v", err)
	}
}

func TestWarnsThatNeverWarn(t *testing.T) {
	for _, test := range []struct {
		expect, warn string
		refused      bool
	}{
		{"nps(customers) >= 20", "nps(customers) >= 10", true},
		{"nps(customers) >= 20", "nps(customers) >= 20", true},
		{"nps(customers) >= 20", "nps(customers) > 20", false},
		{"nps(customers) > 20", "nps(customers) >= 20", true},
		{"nps(customers) >= 20", "nps(customers) >= 30", false},
		{"nps(customers) <= 20", "nps(customers) <= 30", true},
		{"nps(customers) <= 20", "nps(customers) <= 10", false},
		{"nps(customers) >= 20", "nps(customers) <= 90", false}, // another side
		{"nps(customers) between 10 and 40", "nps(customers) between 0 and 50", true},
		{"nps(customers) between 10 and 40", "nps(customers) between 0 and 30", false},
		{"gap(leadership, customers, easy) <= 10pomp", "gap(leadership, customers, easy) <= 2pt", false}, // other units
		{"gap(leadership, customers, easy) <= 10pomp", "abs(gap(leadership, customers, easy)) <= 20pomp", false},
		{"nps(customers) >= 20 and n(customers) >= 5", "nps(customers) >= 10", false},
	} {
		c := expect(test.expect)
		c.ID, c.Warn = "rule", expect(test.warn).Expect
		_, err := Parse(scaled(t), []*study.Check{&c})
		if (err != nil) != test.refused || err != nil && !strings.Contains(err.Error(), "it would never warn") {
			t.Errorf("%s beside %s: %v", test.warn, test.expect, err)
		}
	}
}

// What the study does not tell of an audience is said before anything is computed.
func TestBasesThatNobodyKnows(t *testing.T) {
	for _, test := range []struct {
		rule string
		want string
	}{
		{"response_rate(customers) >= 20%", "the study does not say how many of customers could have answered"},
		{"response_rate(leadership) >= 20%", ""},
		{"response_rate(*) >= 20%", ""},
		{"age(customers) <= 30", "the study does not say when customers answered"},
		{"age(leadership) <= 30", ""},
		{"age(*) <= 30", ""},
		{"n(customers) >= 30", ""},
	} {
		s := asked()
		s.Audiences[1].Population, s.Audiences[1].Time = 0, nil
		c := expect(test.rule)
		c.ID = "rule"
		_, err := Parse(s, []*study.Check{&c})
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: got %v, want %q", test.rule, err, test.want)
		}
	}
}

// A limit in points that would make sense as points of 0-100 is a slip of the unit where two things are compared, and not of a level.
func TestUnitsMeant(t *testing.T) {
	for rule, want := range map[string]bool{
		"gap(leadership, customers, easy) <= 15pt":                true,
		"abs(gap(leadership, customers, easy)) <= 15pt":           true,
		"shortfall(customers, easy) <= 12pt":                      true,
		"change(mean(customers, easy), baseline) >= -10pt":        true,
		"mean(customers, easy) >= 11pt":                           false,
		"mean(customers, easy) between 0pt and 10pt":              false,
		"gap(leadership, customers, easy) between -20pt and 20pt": false,
		"gap(leadership, customers, easy) <= 150pt":               false,
	} {
		c := expect(rule)
		c.ID = "rule"
		_, err := Parse(scaled(t), []*study.Check{&c})
		var file *study.FileError
		if !errors.As(err, &file) || strings.Contains(file.List[0].Hint, "pomp?") != want {
			t.Errorf("%s: %+v", rule, err)
		}
	}
}

// A study without an outcome has no scale of it that a limit could lie outside of; what is wrong is that it has none.
func TestLimitsOfNoOutcome(t *testing.T) {
	s := scaled(t)
	s.Outcome = nil
	c := expect("outcome(customers) >= 3pt")
	c.ID = "rule"
	if _, err := Parse(s, []*study.Check{&c}); err == nil || !strings.Contains(err.Error(), "outcome needs an outcome") {
		t.Errorf("got %v", err)
	}
}
