package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

// The same responses by text and by code, in another order: 6 is the second of five points, 8 is "don't know", and points has the codes
// 1 to 6 for 0 to 5. Somebody answered twice.
const (
	byText = `Response ID,Time Started,Date Submitted,Status,Fair,Points
1,,2026-01-01 10:00:00,Complete,Somewhat disagree,0
2,,2026-01-01 10:00:00,Complete,Don't know,1
3,,2026-01-01 10:00:00,Complete,Strongly agree,5
4,,2026-01-01 10:00:00,Complete,Somewhat agree,
5,,2026-01-01 10:00:00,Complete,,3
5,,2026-01-01 10:00:00,Complete,Strongly disagree,4
6,,2026-01-01 10:00:00,Complete,Neutral,2
`
	byCode = `Response ID,Time Started,Date Submitted,Status,Fair,Points
4,,2026-01-01 10:00:00,Complete,3,
1,,2026-01-01 10:00:00,Complete,6,1
2,,2026-01-01 10:00:00,Complete,8,2
3,,2026-01-01 10:00:00,Complete,4,6
5,,2026-01-01 10:00:00,Complete,,4
5,,2026-01-01 10:00:00,Complete,1,5
6,,2026-01-01 10:00:00,Complete,2,3
`
	pairedStudy = `audiences: {customers: {files: [%s]%s}}
scale: [Strongly disagree, Somewhat disagree, Neutral, Somewhat agree, Strongly agree]
items: {fair: {%s, performance: Fair}, points: {scale: 0..5, performance: Points}}
`
)

// countedByPoint reads a study of one audience and counts its answers by audience, rating and code.
func countedByPoint(t *testing.T, of string) (map[[2]int]map[study.Code]int, error) {
	t.Helper()
	_, v, err := survey(t, "s.yaml", of, "texts.csv", byText, "codes.csv", byCode)
	if err != nil {
		return nil, err
	}
	c := &collector{}
	if _, err := v.Read(context.Background(), c); err != nil {
		return nil, err
	}
	counts := map[[2]int]map[study.Code]int{}
	for at, codes := range c.codes {
		counts[at] = map[study.Code]int{}
		for _, code := range codes {
			counts[at][code]++
		}
	}
	return counts, nil
}

// What stands for no answer may be named by its code or by its text, and a point too; all ways give the same scores.
func TestBothRoutesOfChoiceTexts(t *testing.T) {
	want, err := countedByPoint(t, fmt.Sprintf(pairedStudy, "texts.csv", "", `missing: {dont_know: ["Don't know"]}`))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if want[[2]int{0, 0}][study.DontKnow] != 1 || want[[2]int{0, 0}][1] != 1 || want[[2]int{0, 1}][5] != 1 {
		t.Fatalf("the texts say otherwise: %v", want)
	}
	for _, named := range []string{
		"missing: {dont_know: [8]}", "missing: {dont_know: [8.0]}", `missing: {dont_know: ["Don't know"]}`, `missing: {dont_know: [8, "don't know", 99]}`,
		`missing: {dont_know: [8]}, codes: {6: Somewhat disagree}`, `missing: {dont_know: [8]}, codes: {"Somewhat disagree": 2}`,
	} {
		got, err := countedByPoint(t, fmt.Sprintf(pairedStudy, "codes.csv", ", labels_from: texts.csv", named))
		if err != nil {
			t.Errorf("%s: %s", named, faultsOf(err))
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-texts +codes):\n%s", named, diff)
		}
	}
}

// Of points the 5 is a code, and the text of another: nobody knows which was meant.
func TestCodeThatIsAlsoAText(t *testing.T) {
	_, err := countedByPoint(t, `audiences: {customers: {files: [codes.csv], labels_from: texts.csv}}
items: {points: {scale: 0..5, missing: {dont_know: [5]}, performance: Points}}
`)
	const want = `"5" is a code ("4"), and the choice text of code "6" in texts.csv`
	if err == nil || !strings.Contains(faultsOf(err), want) {
		t.Errorf("got %v, want %s", faultsOf(err), want)
	}
}

// An audience beside that takes the numbers of the same file for answers has no choice texts.
func TestChoiceTextsOfOneAudience(t *testing.T) {
	got, err := countedByPoint(t, `audiences:
  staff: {files: [codes.csv], labels_from: texts.csv, where: {Response ID: [1, 2, 3]}}
  customers: {files: [codes.csv], where: {Response ID: [4, 5, 6]}}
items: {points: {performance: {staff: {column: Points, scale: 0..5}, customers: {column: Points, scale: 0..6}}}}
`)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	want := map[[2]int]map[study.Code]int{{0, 0}: {0: 1, 1: 1, 5: 1}, {1, 0}: {3: 1, 4: 1, 5: 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("staff have choice texts, customers codes (-want +got):\n%s", diff)
	}
}

func TestPairingHasABound(t *testing.T) {
	p := newPairing([]pairedColumn{{}}, 2*pairedRows*(pairedID+1))
	rows := 0
	for rows < 3*pairedRows && p.add(fmt.Sprint(rows), []string{"1"}) {
		rows++
	}
	if rows != 2*pairedRows {
		t.Errorf("%d rows were kept, want %d", rows, 2*pairedRows)
	}
}

// Columns that are not paired with choice texts take no memory: they may hold as many texts as they like.
func TestOnlyWantedColumnsArePaired(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"codes.csv": byCode, "texts.csv": byText} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e, err := OpenExport("codes.csv", Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		wanted map[int]bool
		want   string
	}{{nil, "[4 5]"}, {map[int]bool{5: true}, "[5]"}} {
		found, err := pairChoices(context.Background(), e, "texts.csv", test.wanted, Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		var at []int
		for i := range e.Columns {
			if found[i] != nil {
				at = append(at, i)
			}
		}
		if fmt.Sprint(at) != test.want {
			t.Errorf("wanted %v: paired %v", test.wanted, at)
		}
	}
}

// A code whose choice text is blank in the other export is refused, unless the study says what it stands for: read as a blank, the answer would
// be lost. In an inspection it stays what it is.
func TestBlankChoiceTexts(t *testing.T) {
	const (
		codes = "ResponseId,Fair,Quick\nR_1,6,1\nR_2,2,2\nR_3,-99,3\nR_4,6,4\nR_5,1,4\n"
		texts = "ResponseId,Fair,Quick\nR_1,Agree,1\nR_2,Neutral,2\nR_3,,3\nR_4,Agree,4\nR_5,Disagree,4\n"
		of    = "audiences: {customers: {files: [codes.csv], labels_from: texts.csv}}\nscale: [Very much disagree, Disagree, Neutral, Agree]\n%sitems: {fair: {performance: Fair}}\n"
	)
	for missing, want := range map[string]string{
		"": "codes.csv:4:2: code \"-99\" of column Fair has no choice text in texts.csv\n", "missing: {blank: [-99]}\n": "",
	} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, missing), "codes.csv", codes, "texts.csv", texts)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		var c collector
		_, err = v.Read(context.Background(), &c)
		if got := faultsOf(err); want != "" && got != want || want == "" && fmt.Sprint(c.codes[[2]int{0, 0}]) != "[3 2 3 1]" {
			t.Errorf("%q: %v, %s", missing, c.codes, got)
		}
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"codes.csv": codes, "texts.csv": texts} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in, err := Inspect(context.Background(), "codes.csv", "texts.csv", Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	accounted(t, in)
	if c := in.Columns[1]; c.Answered+c.DontKnow+c.Blank != 5 {
		t.Errorf("%+v", c)
	}
}
