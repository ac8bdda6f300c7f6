package importers

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// rowsTimes writes rows, each so many times.
func rowsTimes(times int, rows ...string) string {
	return strings.Repeat(strings.Join(rows, "\n")+"\n", times)
}

// A scale alone does not say in which order codes stand for its points: numbers with a hole that chance leaves in fewer than one of a thousand
// cases are refused. Not so where the study or the heading says what the numbers are, or where the hole may be chance.
func TestHolesUnderTheScaleOfAStudy(t *testing.T) {
	const six, codes = "scale: 1..6", "codes: {1: 1, 2: 2, 3: 3, 4: 4, 6: 5}"
	hole := rowsTimes(10, "1", "2", "3", "4", "6")
	for name, test := range map[string]struct {
		heading, scale, cells string
		want                  string // empty: the numbers are averaged
	}{
		"a hole":                            {"fair", six, hole, "c.csv:1:1: customers: in item fair (column fair), no cell is 5 though its neighbours are frequent (cells: 1, 2, 3, 4, 6)"},
		"a hole of two points":              {"fair", six, rowsTimes(10, "1", "2", "5", "6"), "no cell is 3"},
		"a hole of zero to ten":             {"fair", "scale: 0..10", rowsTimes(8, "0", "1", "2", "3", "4", "5", "6", "8", "9", "10"), "no cell is 7"},
		"a hole of a legend to another end": {"fair (1 = bad, 5 = good)", six, hole, "no cell is 5"},
		"a hole that chance may leave":      {"fair", six, rowsTimes(6, "1", "2", "3", "4", "6"), ""},
		"one that is filled":                {"fair", six, hole + "5\n", ""},
		"an end that nobody chose":          {"fair", six, rowsTimes(10, "2", "3", "4", "5"), ""},
		"a long scale":                      {"fair", "scale: 0..100", rowsTimes(10, "10", "20", "40"), ""},
		"a legend":                          {"fair (1 = not at all, 6 = fully)", six, hole, ""},
		"ends in words":                     {"How fair, from 1 to 6?", six, hole, ""},
		"codes":                             {"fair", "scale: 1..5, " + codes, hole, ""},
		"ratings of the study":              {"fair", six + ", codes: none", hole, ""},
		"ratings with a code for none":      {"fair", six + ", missing: {dont_know: [9]}", hole + rowsTimes(10, "9"), "no cell is 5"},
	} {
		_, _, err := readFiles(t, "s.yaml", fmt.Sprintf("{audiences: {customers: {files: [c.csv]}}, %s, items: {fair: {performance: %q}}}", test.scale, test.heading),
			"c.csv", fmt.Sprintf("%q\n%s", test.heading, test.cells))
		var refused *RefusedError
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %s", name, faultsOf(err))
		case test.want != "" && (!errors.As(err, &refused) || !strings.Contains(faultsOf(err), test.want)):
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}

// The rows of a matrix are judged together and refused together, once; each audience by itself.
func TestHolesOfAMatrix(t *testing.T) {
	const header = "How fair? [Prices],How fair? [People],kind\n"
	of := func(staff, customers string) error {
		_, _, err := readFiles(t, "s.yaml", `{audiences: {staff: {files: [staff.csv]}, customers: {files: [customers.csv]}}, scale: 1..6,
			items: {prices: {performance: "How fair? [Prices]"}, people: {performance: "How fair? [People]"}, kind: {performance: kind}}}`,
			"staff.csv", header+staff, "customers.csv", header+customers)
		return err
	}
	whole := rowsTimes(20, "1,6,1", "2,5,2", "3,4,3", "4,3,4", "5,2,5", "6,1,6")
	filled := rowsTimes(20, "1,5,1", "2,4,2", "3,3,3", "4,2,4", "6,1,5", "6,6,6") // a row has what the other leaves out
	holes := rowsTimes(20, "1,6,1", "2,4,2", "3,3,3", "4,2,4", "6,1,5", "6,1,6")
	if err := of(whole, filled); err != nil {
		t.Errorf("a hole that another row fills: %s", faultsOf(err))
	}
	err := of(whole, holes)
	var refused *RefusedError
	if !errors.As(err, &refused) || len(refused.List) != 1 || len(refused.ratings) != 2 ||
		!strings.Contains(faultsOf(err), "customers.csv:1:1: customers: in 2 columns from item prices on (column How fair? [Prices]), no cell is 5") {
		t.Fatalf("two rows with one hole: got %v", err)
	}
	if hint := hintsOf(err); !strings.Contains(hint, "codes: {1: 1, 2: 2, 3: 3, 4: 4, 6: 5}  with  scale: 1..5") {
		t.Errorf("the map to fill in: got %q", hint)
	}
}

// A draft is read as it stands, with and without a study file: what reading would refuse is left out of it and asked about.
func TestDraftsHoldNothingThatReadingRefuses(t *testing.T) {
	const header = "How fair are we?,How quick are we?\n"
	files := []string{
		"staff.csv", header + rowsTimes(10, "1,1", "2,2", "3,3", "4,4", "5,5", "6,1"),
		"customers.csv", header + rowsTimes(10, "1,5", "2,4", "3,3", "4,2", "6,1"),
	}
	audiences, o := audiencesIn(t, files...)
	first, _, err := Draft(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(err)
	}
	_, err = readThrough(first, o)
	if !o.Without(err) {
		t.Fatalf("reading the first draft: got %v, want a refusal", err)
	}
	again, notices, err := Draft(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := readThrough(again, o); err != nil || len(again.Items) != 1 || again.Items[0].ID != "how_quick_are_we" {
		t.Errorf("the second draft: items %v, %v", again.Items, err)
	}
	if !strings.Contains(fmt.Sprint(notices), `left out: "How fair are we?": in customers.csv, no cell is 5 though its neighbours are frequent`) {
		t.Errorf("nothing says what is left out: %v", notices)
	}
	text := draftFileOf(t, files...)
	parsed, err := study.Parse("s.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := readThrough(parsed, o); err != nil || len(parsed.Items) != 1 || !strings.Contains(text, `? Which scale has "How fair are we?"? no cell is 5`) {
		t.Errorf("the drafted file: %v\n%s", err, text)
	}
	taken, err := study.Parse("s.yaml", []byte(strings.Replace(text, "#  how_fair", "  how_fair", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := readThrough(taken, o); err != nil || len(taken.Items) != 2 {
		t.Errorf("the line that is offered, taken: %v\n%s", err, text)
	}
}
