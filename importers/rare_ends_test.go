package importers

import (
	"strings"
	"testing"
)

// Six points that only the answers tell are said to be few, with what to write if the last stands for no answer; what the wording or words in the
// cells tell is not doubted.
func TestSixPointsAreDoubtedAloud(t *testing.T) {
	const doubt = `although few scales end at 6: if it stands for "don't know", missing: {dont_know: [6]} leaves it out: `
	for header, test := range map[string]struct {
		counts []int
		want   string
	}{
		"How clear?":                             {[]int{0, 20, 30, 40, 30, 20, 15}, doubt + `"How clear?"`},
		"How clear? (1-6)":                       {[]int{0, 20, 30, 40, 30, 20, 15}, "scale 1..6 for 1 item\n"},
		"How clear? 1 = not at all to 6 = fully": {[]int{0, 20, 30, 40, 30, 20, 15}, "scale 1..6 for 1 item\n"},
		"How clear is it out of 6 stars?":        {[]int{0, 20, 30, 40, 30, 20, 15}, "scale 1..6 for 1 item\n"},
		"How clear is it to all of your people":  {[]int{0, 20, 30, 40, 30, 20}, "scale 1..5 for 1 item\n"},
	} {
		s, notices, err := drafted(t, "customers.csv", ratedOnce(answersTo(header, test.counts...)))
		if err != nil {
			t.Fatal(header, err)
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s: no %q in\n%s", header, test.want, got)
		}
	}
}

// An 8 behind seven points that are all filled is asked about, unless others reach 10; the draft offers both.
func TestAnEightBehindSevenPointsIsAskedAbout(t *testing.T) {
	eight := func(header string) []string { return answersTo(header, 0, 2, 6, 16, 45, 39, 20, 17, 5) }
	ten := func(header string) []string { return answersTo(header, 0, 2, 4, 8, 10, 16, 20, 25, 25, 20, 20) }
	const asked = `5 of 150 answers are 8, and nobody answered 9 or 10: "don't know" after a scale from 1 to 7, or a point of a longer scale?`
	for name, test := range map[string]struct {
		columns [][]string
		want    string
	}{
		"alone":             {[][]string{eight("Delivery"), answersTo("Advice", 0, 20, 30, 30, 30, 40)}, asked},
		"all end at 8":      {[][]string{eight("Delivery"), eight("Advice"), eight("Prices"), answersTo("Clear", 0, 30, 30, 30, 30, 30)}, "5 of 150 answers are 8"},
		"others reach 10":   {[][]string{eight("Delivery"), ten("Advice"), ten("Prices"), ten("Returns")}, `scale 1..10 for 1 item, although nobody answered 10 here, though some did in "Advice", "Prices", "Returns": "Delivery"`},
		"it says its scale": {[][]string{eight("Delivery (1-9)"), answersTo("Advice", 0, 20, 30, 30, 30, 40)}, "scale 1..9 for 1 item\n"},
		"few answers":       {[][]string{answersTo("Delivery", 0, 1, 1, 2, 2, 3, 3, 2, 1), answersTo("Advice", 0, 3, 3, 3, 3, 3)}, "scale 1..9 for 1 item, although nobody answered 9"},
	} {
		s, notices, err := drafted(t, "customers.csv", ratedOnce(test.columns...))
		if err != nil {
			t.Fatal(name, err)
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s: no %q in\n%s", name, test.want, got)
		}
	}
	draft := draftFileOf(t, "customers.csv", ratedOnce(eight("Delivery"), answersTo("Advice", 0, 20, 30, 30, 30, 40)))
	for _, want := range []string{`{column: Delivery, scale: 1..7, missing: {dont_know: ["8"]}}}} # if 8 is no answer`, `{column: Delivery, scale: 1..10}}} # or, if 8 is a point`} {
		if !strings.Contains(draft, want) {
			t.Errorf("no %s in\n%s", want, draft)
		}
	}
}

// Beside a scale that another audience fills to its end, "nobody answered 1" and where each ends do not contradict each other.
func TestWhatNobodyAnsweredBesideOtherEnds(t *testing.T) {
	clear := answersTo("How clear?", 0, 20, 20, 20, 20, 20)
	s, notices, err := drafted(t, "staff.csv", ratedOnce(answersTo("How kind?", 0, 0, 20, 20, 20, 20, 20, 30), clear), "customers.csv", ratedOnce(answersTo("How kind?", 0, 0, 30, 30, 30, 30), clear))
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "the audiences had different scales, by their highest answers (staff 1..7, customers 1..5), and are compared in percent of maximum possible (POMP): \"How kind?\"") ||
		!strings.Contains(got, "scale 1..7 for 1 item, although nobody answered 1: \"How kind?\"") || strings.Contains(got, "fill") {
		t.Errorf("it says\n%s", got)
	}
}
