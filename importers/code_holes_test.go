package importers

import (
	"context"
	"errors"
	"fmt"
	"slices"
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
		"a hole of two points":              {"fair", six, rowsTimes(10, "1", "4", "5", "6"), "no cell is 2"},
		"a middle that people may avoid":    {"fair", "scale: 1..5", rowsTimes(40, "1", "2", "4", "5"), "warning: customers: in item fair (column fair), no cell is 3 though"},
		"a middle of two points":            {"fair", six, rowsTimes(40, "1", "2", "5", "6"), "warning: customers: in item fair (column fair), no cell is 3 though"},
		"a hole of zero to ten":             {"fair", "scale: 0..10", rowsTimes(40, "0", "1", "2", "3", "4", "5", "6", "8", "9", "10"), "warning: customers: in item fair (column fair), no cell is 7 though"},
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
		_, intake, err := readFiles(t, "s.yaml", fmt.Sprintf("{audiences: {customers: {files: [c.csv]}}, %s, items: {fair: {performance: %q}}}", test.scale, test.heading),
			"c.csv", fmt.Sprintf("%q\n%s", test.heading, test.cells))
		var refused *RefusedError
		warned := ""
		if err == nil {
			for _, n := range intake.Warnings {
				if n.Code == study.CodesSuspected {
					warned = "warning: " + n.Message
				}
			}
		}
		if told, warning := strings.CutPrefix(test.want, "warning: "); warning || warned != "" {
			if !warning || !strings.Contains(warned, told) {
				t.Errorf("%s: warned of %q, %v; want %q", name, warned, err, test.want)
			}
			continue
		}
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
		"staff.csv", header + rowsTimes(20, "1,1", "2,2", "3,3", "4,4", "5,5", "6,1"),
		"customers.csv", header + rowsTimes(20, "1,5", "2,4", "3,3", "4,2", "6,1"),
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
	lines := strings.SplitAfter(text, "\n")
	offered := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "#  how_fair") })
	for at, want := range []string{`codes: {"1": 1, "2": 2, "3": 3, "4": 4, "6": 5}`, "codes: none"} {
		with := slices.Clone(lines)
		line := strings.TrimPrefix(with[offered+at], "#")
		with[offered+at] = line
		taken, err := study.Parse("s.yaml", []byte(strings.Join(with, "")))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := readThrough(taken, o); err != nil || len(taken.Items) != 2 || !strings.Contains(line, want) {
			t.Errorf("line %d that is offered, taken: %v\n%s", at+1, err, text)
		}
	}
}

// Codes of one file are codes, whatever is in another file or wave of the audience; what no file tells by itself, all together may.
func TestHolesOfOneFile(t *testing.T) {
	codes, ratings := "fair\n"+rowsTimes(20, "1", "2", "3", "4", "6"), "fair\n"+rowsTimes(20, "1", "2", "3", "4", "5", "6")
	few := "fair\n" + rowsTimes(6, "1", "2", "3", "4", "6")
	for name, test := range map[string]struct{ files, a, b, want string }{
		"the first file":     {"[a.csv, b.csv]", codes, ratings, "a.csv:1:1: customers: in item fair (column fair), no cell is 5"},
		"the second file":    {"[a.csv, b.csv]", ratings, codes, "b.csv:1:1: customers: in item fair (column fair), no cell is 5"},
		"a wave":             {"{2024: [a.csv], 2025: [b.csv]}", ratings, codes, "b.csv:1:1: customers: in item fair (column fair), no cell is 5"},
		"both":               {"[a.csv, b.csv]", few, few, "a.csv:1:1: customers: in item fair (column fair) of 2 files together, no cell is 5"},
		"few beside ratings": {"[a.csv, b.csv]", few, ratings, ""},
		"ratings":            {"[a.csv, b.csv]", ratings, ratings, ""},
	} {
		waves := ""
		if strings.HasPrefix(test.files, "{") {
			waves = "waves: [2024, 2025], "
		}
		_, _, err := readFiles(t, "s.yaml", fmt.Sprintf("{%saudiences: {customers: {files: %s}}, scale: 1..6, items: {fair: {performance: fair}}}", waves, test.files),
			"a.csv", test.a, "b.csv", test.b)
		if got := faultsOf(err); (err == nil) != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

// Ratings on other scales say nothing of a hole, also in rows of one stem; those on the same scale that have the point do.
func TestHolesBesideOtherScales(t *testing.T) {
	const header = "Rate us [a],Rate us [b]\n"
	rows := rowsTimes(12, "1,1", "2,2", "3,3", "4,4", "5,5", "5,7")
	_, _, err := readFiles(t, "s.yaml", `{audiences: {customers: {files: [c.csv]}}, items: {
		a: {performance: "Rate us [a]", scale: 1..5}, b: {performance: "Rate us [b]", scale: 1..7}}}`, "c.csv", header+rows)
	if got := faultsOf(err); !strings.Contains(got, "c.csv:1:2: customers: in item b (column Rate us [b]), no cell is 6 though its neighbours are frequent (cells: 1, 2, 3, 4, 5, 7)") {
		t.Errorf("a hole beside a shorter scale: got %q", got)
	}
	rare := rowsTimes(12, "1,1", "2,2", "3,3", "4,4", "6,6") + "5,1\n"
	_, _, err = readFiles(t, "s.yaml", `{audiences: {customers: {files: [c.csv]}}, scale: 1..6, items: {a: {performance: a}, b: {performance: b}}}`, "c.csv", "a,b\n"+rare)
	if err != nil {
		t.Errorf("a hole at a point that few choose: %s", faultsOf(err))
	}
}

// Choice texts of another export explain the columns that it has, be they numbers there, and no others.
func TestHolesBesideChoiceTexts(t *testing.T) {
	var codes, texts, both strings.Builder
	codes.WriteString("Response ID,Web,Fair price\n")
	texts.WriteString("Response ID,Web\n")
	both.WriteString("Response ID,Web,Fair price\n")
	for i := range 100 {
		price := []int{1, 2, 3, 4, 6}[i%5]
		web := []string{"Poor", "Fair", "Good"}[i%3]
		fmt.Fprintf(&codes, "R%d,%d,%d\n", i, 1+i%3, price)
		fmt.Fprintf(&texts, "R%d,%s\n", i, web)
		fmt.Fprintf(&both, "R%d,%s,%d\n", i, web, price)
	}
	for name, test := range map[string]struct{ texts, want string }{
		"without the column": {texts.String(), "codes.csv:1:3: customers: in item fair (column Fair price), no cell is 5"},
		"numbers there, too": {both.String(), ""},
	} {
		_, _, err := readFiles(t, "s.yaml", `{audiences: {customers: {files: [codes.csv], labels_from: texts.csv}}, items: {
			web: {performance: Web, scale: [Poor, Fair, Good, Excellent]}, fair: {performance: Fair price, scale: 1..6}}}`, "codes.csv", codes.String(), "texts.csv", test.texts)
		if got := faultsOf(err); (err == nil) != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

// A branch is the same in all files, whichever of the others they have: what one file does not tell, all together do.
func TestHolesOfABranchInSeveralFiles(t *testing.T) {
	web := strings.ReplaceAll(rowsTimes(6, "1", "2", "3", "4", "5", "6"), "\n", ",\n")
	_, _, err := readFiles(t, "s.yaml", `{audiences: {customers: {files: [a.csv, b.csv]}}, scale: 1..6, items: {served: {performance: [web, shop]}}}`,
		"a.csv", "web,shop\n"+web+rowsTimes(6, ",1", ",2", ",3", ",4", ",6"), "b.csv", "shop\n"+rowsTimes(6, "1", "2", "3", "4", "6"))
	if got := faultsOf(err); !strings.Contains(got, "item served (column shop) of 2 files together, no cell is 5") {
		t.Errorf("got %q, want the shop of both files", got)
	}
}
