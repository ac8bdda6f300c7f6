package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// typed is a column of numbers from 1 to 5, each so many times, with cells that somebody typed at its end.
func typed(header string, times int, cells ...string) []string {
	return append(answersTo(header, 0, times, times, times, times, times), cells...)
}

// Cells that somebody typed into a column of ratings make no scale: the draft says where the first of them stands, and offers the line that
// leaves them out.
func TestStrayCellsArePlacedAndOffered(t *testing.T) {
	for name, test := range map[string]struct {
		column []string
		want   []string
	}{
		"a text": {typed("How kind?", 16, "see above"), []string{
			`1 of 81 cells holds "see above" among numbers`, "it stands at staff.csv:82:1", `staff: {column: "How kind?", scale: 1..5, missing: {blank: ["see above"]}}`,
		}},
		"texts": {typed("How kind?", 16, "ask Bob", "later", "ask Bob"), []string{
			`3 of 83 cells hold "ask Bob", "later" among numbers`, "the first stands at staff.csv:82:1", `missing: {blank: ["ask Bob", later]}`,
		}},
		"a word of an end beyond a full scale": {typed("How kind?", 16, "good"), []string{`1 of 81 cells holds "good" among numbers`, `scale: 1..5, missing: {blank: [good]}`}},
		"a text and a number":                  {typed("How kind?", 16, "later", "99"), []string{`scale: 1..5, missing: {dont_know: ["99"], blank: [later]}`}},
		"numbers of which one is far":          {typed("How kind?", 16, "6", "7", "22"), []string{"3 of 83 answers are 6 or 7 or 22, outside the points 1 to 5", "the first stands at staff.csv:82:1", `scale: 1..5, missing: {blank: ["6", "7", "22"]}`}},
		"a label amid labels": {append(inWords("How kind?", fivePoints()), "see above"), []string{
			`"see above" is no label of agreement (en), as all others are`, "it stands first at staff.csv:62:1", `# put "see above" at its place and take its question mark away, or say that it is no answer (missing:)`, `Agree, "Strongly agree", "? see above"]}`,
		}},
	} {
		got := draftFileOf(t, "staff.csv", exportOf(len(test.column)-1, test.column))
		plain := strings.Join(strings.Fields(strings.ReplaceAll(got, "#  ", "")), " ")
		for _, want := range test.want {
			if !strings.Contains(got, want) && !strings.Contains(plain, want) {
				t.Errorf("%s: %s is not in\n%s", name, want, got)
			}
		}
		accepted(t, strings.ReplaceAll(got, `"`+study.OpenLabel, `"`)) // the place of a label, which somebody tells first
	}
}

// Where the other questions of a file end at one point, rare numbers beyond it are strays, several of them too.
func TestStraysBesideOtherQuestions(t *testing.T) {
	odd := append(answersTo("How kind?", 0, 20, 20, 20, 20, 3), "6", "8", "9")
	export := exportOf(86, odd, answersTo("How clear?", 0, 1, 1, 1, 1, 1), answersTo("How quick?", 0, 2, 1, 1, 1, 1), answersTo("How fair?", 0, 1, 1, 2, 1, 1))
	got := draftFileOf(t, "staff.csv", export)
	if want := `{column: "How kind?", scale: 1..5, missing: {blank: ["6", "8", "9"]}}`; !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
}

// Numbers between words are read where the words say their points, and offered where they do not.
func TestNumbersBetweenWords(t *testing.T) {
	for cells, want := range map[string]string{
		"1 - very bad|2|3|4|5 - very good":               `performance: {staff: {column: "How kind?", codes: {"1 - very bad": 1, "5 - very good": 5}}}`,
		"1 - very bad|2|3 - so so|4|5 - very good":       `codes: {"1 - very bad": 1, "3 - so so": 3, "5 - very good": 5}}}`,
		"1 very bad|2|3|4|5 very good":                   `codes: {"1 very bad": 1, "5 very good": 5}}}`,
		"very bad (1)|2|3|4|very good (5)":               `codes: {"very bad (1)": 1, "very good (5)": 5}}}`,
		"1 - Gronk|2|3|4|5 - Splat":                      `#  how_kind: {label: "How kind?", performance: {staff: {column: "How kind?", scale: 1..5, codes: {"1 - Gronk": 1, "5 - Splat": 5}, reversed: true}}} # or, if 1 is`,
		"Gronk|2|3|4|Splat":                              `codes: {Splat: 1, Gronk: 5}}}} # or, if "Splat" is the low end`,
		"Fantastic|9|8|7|6|Neutral":                      `#  how_kind: {label: "How kind?", performance: {staff: {column: "How kind?", scale: 1..10, codes: {Fantastic: 10, Neutral: 5}}}} # if "Neutral" is 5`,
		"Strongly agree|9|8|7|6|5|4|3|Strongly disagree": `scale: 1..10, codes: {"Strongly agree": 10, "Strongly disagree": 1}}}}`,
	} {
		column := []string{"How kind?"}
		for i := range 60 {
			of := strings.Split(cells, "|")
			column = append(column, of[i%len(of)])
		}
		if got := draftFileOf(t, "staff.csv", exportOf(60, column)); !strings.Contains(got, want) {
			t.Errorf("%s: %s is not in\n%s", cells, want, got)
		}
	}
}

// A number with a noun behind it says no point.
func TestWordsWithoutPoints(t *testing.T) {
	for word, want := range map[string]string{
		"3 months": "false 0", "5 very good": "true 5", "2 - hardly": "true 2", "Product (2)": "true 2", "12 of 20": "false 0", "2nd": "false 0",
	} {
		point, says := lexicon.PointIn(word)
		if got := fmt.Sprintf("%t %s", says, lexicon.FormatNumber(point)); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
}

// A number in brackets behind other words is a point only among the numbers that others chose; the cell is named, with its place.
func TestNumbersInBracketsBehindWords(t *testing.T) {
	column := answersTo("How kind?", 0, 20, 20, 20, 20, 20)
	got := draftFileOf(t, "staff.csv", ratedOnce(append(column, "room (12)"), answersTo("How quick?", 0, 20, 20, 20, 20, 20)))
	got = strings.ReplaceAll(strings.ReplaceAll(got, "\n#   ", " "), "\n  #   ", " ")
	for _, want := range []string{
		`1 of 101 cells holds "room (12)" among numbers: a slip, or no answer? (missing: {blank: ["room (12)"]} leaves it out); it stands at staff.csv:102:1`,
		`{column: "How kind?", scale: 1..5, missing: {blank: ["room (12)"]}}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for header, column := range map[string][]string{
		"of an end": append(answersTo("How kind?", 0, 20, 20, 20, 20), "very good (5)"), "amid": append(column, "middling (3)"), "the lowest": append(answersTo("How kind?", 0, 0, 20, 20, 20, 20), "so (1)"),
	} {
		if c := inspectedText(t, ratedOnce(column)).Columns[0]; c.Scale != "1..5" {
			t.Errorf("%s: %s %s", header, c.Scale, flagsOf(c))
		}
	}
}

// Words beside numbers from 2 on may be the ends of the scale: both readings are offered, and none drops them alone.
func TestWordsThatMayBeEnds(t *testing.T) {
	column := append(answersTo("How kind?", 0, 0, 20, 20, 20, 20, 17), "Ganz toll", "Ganz toll", "Ganz doof")
	got := draftFileOf(t, "staff.csv", ratedOnce(column, answersTo("How quick?", 0, 20, 20, 20, 20, 20, 20, 20)))
	for _, want := range []string{
		`scale: 1..7, codes: {"Ganz toll": 7, "Ganz doof": 1}}}} # if "Ganz doof" is the low end`, `scale: 1..6, missing: {blank: ["Ganz toll", "Ganz doof"]}}}} # or, if "Ganz toll" and "Ganz doof" say nothing`,
		"slips, no answers,\n  #   or what was written at an end of the scale?",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	got = draftFileOf(t, "staff.csv", ratedOnce(append(answersTo("How kind?", 0, 0, 20, 20, 20, 20), "Nono"), answersTo("How quick?", 0, 20, 20, 20, 20, 20)))
	for _, want := range []string{`codes: {Nono: 1}}}} # if "Nono" is the low end`, `missing: {blank: [Nono]}}}} # or, if "Nono" says nothing`, `a slip, no answer,`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
