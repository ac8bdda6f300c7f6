package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// titledTable is a small table as one writes it with a delimiter.
func titledTable(delimiter string, rows int) string {
	var b strings.Builder
	b.WriteString(strings.Join([]string{"Speed", "Price", "Region", "Why"}, delimiter) + "\n")
	for i := range rows {
		b.WriteString(strings.Join([]string{fmt.Sprint(1 + i%5), fmt.Sprint(1 + i*3%5), "North", fmt.Sprintf("reason %d", i)}, delimiter) + "\n")
	}
	return b.String()
}

// Titles above a header are left out and named, however the file is written; the header is found below, and no row is lost.
func TestTitlesAboveTheHeader(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a title":                   {"Customer survey 2025\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"a title of the width":      {"Customer survey 2025,,,\n,,,\n" + titledTable(",", 12), `a.csv: 2 rows above the header left out: "Customer survey 2025"`},
		"without a blank line":      {"Customer survey 2025,,,\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"a blank line":              {"Customer survey 2025\n\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"with a comma, semicolons":  {"Customer survey, autumn 2025\n" + titledTable(";", 12), `a.csv: 1 row above the header left out: "Customer survey, autumn 2025"`},
		"tabs":                      {"Customer survey 2025\n" + titledTable("\t", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"two lines, pairs of cells": {"Survey,Customers\nExported on,3 November\n" + titledTable(",", 12), `a.csv: 2 rows above the header left out: "Survey Customers", "Exported on 3 November"`},
		"few responses":             {"Customer survey 2025\n" + titledTable(",", 4), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"few, of the width":         {"Customer survey 2025,,,\n,,,\n" + titledTable(",", 4), `a.csv: 2 rows above the header left out: "Customer survey 2025"`},
		"blank lines alone":         {",,,\n,,,\n" + titledTable(",", 12), `a.csv: 2 rows above the header left out, for nothing stands there`},
		"the line that names ;":     {"sep=;\nCustomer survey 2025\n" + titledTable(";", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"quoted, two lines":         {"\"Customer survey\n2025\"\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
	} {
		rows := 12
		if strings.HasPrefix(name, "few") {
			rows = 4
		}
		in := inspectedText(t, test.text)
		if len(in.Warnings) == 0 || in.Warnings[0].Code != study.TitlesLeftOut || in.Warnings[0].Message != test.want {
			t.Errorf("%s: warnings %v", name, in.Warnings)
		}
		if len(in.Columns) != 4 || in.Columns[0].ID != "Speed" || in.Read != rows || in.HeaderRows != 1 || in.Columns[0].Answered != rows {
			t.Errorf("%s: %d columns, %d rows, %d header records, %+v", name, len(in.Columns), in.Read, in.HeaderRows, in.Columns[0])
		}
	}
}

// What looks like a title and is none stays: a question over its block, a header of one name, a record that --header-rows counts.
func TestHeadersThatAreNoTitles(t *testing.T) {
	ticks := "Which tools?,,,\nChat,Mail,Post,Shop\n" + strings.Repeat("Chat,,,\n,Mail,Post,\nChat,,,Shop\n", 6)
	for name, test := range map[string]struct{ text, first string }{
		"options ticked":     {ticks, "Which tools? - Chat"},
		"options, no mark":   {strings.Replace(ticks, "?", "", 1), "Which tools - Chat"},
		"rows of a matrix":   {"How good are these,,,\nChat,Mail,Post,Shop\n" + strings.Repeat("1,2,3,4\n2,3,4,5\n3,4,5,1\n", 6), "How good are these - Chat"},
		"a table":            {titledTable(",", 12), "Speed"},
		"one column":         {"Speed\n1\n2\n3\n4\n5\n4\n3\n2\n1\n1\n", "Speed"},
		"two columns":        {"Speed,Price\n" + strings.Repeat("1,2\n2,3\n3,1\n", 5), "Speed"},
		"names without text": {"id,,,\n" + strings.Repeat("1,2,North,4\n2,3,South,5\n3,4,North,1\n", 6), "id"},
	} {
		in := inspectedText(t, test.text)
		if in.Columns[0].ID != test.first {
			t.Errorf("%s: the first column is %q, want %q; %v", name, in.Columns[0].ID, test.first, in.Warnings)
		}
	}
	e, err := exported(t, "Customer survey 2025,,,\n"+titledTable(",", 12), Options{HeaderRows: 2})
	if err != nil || e.HeaderRecords != 2 || len(e.notices) > 0 {
		t.Errorf("as told: %v, %+v", err, e)
	}
}

// ratedBelow writes lines above a table of three ratings from 1 to 5.
func ratedBelow(lines string) string {
	return lines + "Staff,Speed,Prices\n" + strings.Repeat("1,2,3\n2,4,5\n5,3,1\n4,1,2\n3,5,4\n", 10)
}

// A line above the header that says what the answers mean is no title: left out, it would take direction, scale or kind with it.
func TestLinesAboveThatSayWhatAnswersMean(t *testing.T) {
	const reversed, ten = "reversed", "0..10"
	for line, want := range map[string]string{
		"Answers: 1 (best) to 5 (worst)":                           reversed,
		"Zustimmung (1 = stimme voll zu, 5 = stimme gar nicht zu)": reversed,
		"Schulnoten (1 = sehr gut, 5 = mangelhaft)":                reversed,
		"1 = strongly agree, 5 = strongly disagree":                reversed,
		"Skala: 1 = sehr gut, 5 = sehr schlecht":                   reversed,
		"Skala von 0 bis 10":                                       ten,
		"Erwartungen an uns":                                       string(study.Expectation),
		"Attentes":                                                 string(study.Expectation),
		"Best competitor":                                          string(study.Alternative),
		"Bester Wettbewerber":                                      string(study.Alternative),
		"Wichtigkeit":                                              string(study.Importance),
	} {
		quoted := line
		if strings.Contains(line, ",") {
			quoted = `"` + line + `"`
		}
		for way, above := range map[string]string{
			"alone": quoted + "\n", "of the width": quoted + ",,\n", "unquoted": line + "\n", "below a title": "Survey 2025\n" + quoted + "\n",
			"below a title, of the width": "Survey 2025,,\n" + quoted + ",,\n,,\n", "behind the ids": "," + quoted + ",\n",
		} {
			study, notices, err := drafted(t, "staff.csv", ratedBelow(above))
			if err != nil {
				t.Fatal(way, line, faultsOf(err))
			}
			got := described(study, notices)
			if len(study.Ratings()) < 2 {
				t.Errorf("%s, %s: %s", line, way, got)
				continue
			}
			for _, rating := range study.Ratings()[len(study.Ratings())-2:] { // those of Speed and Prices
				c := rating.Columns["staff"]
				if is := map[string]bool{reversed: c.Reversed, ten: c.Scale.String() == ten}[want] || string(rating.Kind) == want; !is {
					t.Errorf("%s, %s: not %s:\n%s", line, way, want, got)
				}
			}
		}
	}
}

// What stands above the header and what became of it is written into the draft; columns that a draft of before names are found.
func TestDraftNamesLinesAbove(t *testing.T) {
	got := draftFileOf(t, "staff.csv", ratedBelow("Survey 2025,,\nAnswers: 1 (best) to 5 (worst),,\n"))
	for _, want := range []string{
		`what stands above the header is read as a part of the questions below: "Answers: 1 (best) to 5 (worst)"`,
		`1 row above the header left out: "Survey 2025"`, "performance: {staff: {column: Speed, reversed: true}}",
	} {
		if !strings.Contains(strings.ReplaceAll(got, "\n#   ", " "), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	e, err := exported(t, ratedBelow("Answers: 1 (best) to 5 (worst),,\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if at, why := locate(e, &study.Selector{Name: "Answers: 1 (best) to 5 (worst) - Speed"}); at != 1 {
		t.Errorf("%d, %v", at, why)
	}
	e, err = exported(t, ratedBelow("Quality survey 2025,,\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, why := locate(e, &study.Selector{Name: "Quality survey 2025 - Speed"}); why.hint != "1 row above the header left out as a title; header_rows: 2 reads it as a part of the header" {
		t.Errorf("%q", why.hint)
	}
}

// A title that holds words of ratings is one where a date or a word of surveys says so; where nothing does, it stays with its questions.
func TestTitlesWithWordsOfRatings(t *testing.T) {
	for line, want := range map[string]string{
		"Customer satisfaction survey 2025": "Staff", "Quality survey 2025": "Staff", "Umfrage zur Zufriedenheit": "Staff", "Export vom 3.11.2025, 1-7": "Staff",
		"How we did": "How we did - Staff", "Problems with us": "Problems with us - Staff",
	} {
		e, err := exported(t, ratedBelow("\""+line+"\",,\n"), Options{})
		if err != nil || e.Columns[0].ID != want {
			t.Errorf("%s: %v, %+v", line, err, e.Columns)
		}
	}
}

// A legend above turns no facts, names and groups into ratings.
func TestLegendAboveFacts(t *testing.T) {
	text := "\"1 = sehr gut, 5 = sehr schlecht\",,,\nE-Mail,Alter,Region,Speed\n" + strings.Repeat("a@b.example,33,1,4\nc@d.example,41,2,5\nx@y.example,27,4,1\n", 8)
	e, err := exported(t, text, Options{})
	if err != nil || e.Columns[0].Role != Personal || e.Columns[1].Text != "Alter" || e.Columns[2].Text != "Region" || e.Columns[3].Text != "1 = sehr gut, 5 = sehr schlecht - Speed" {
		t.Errorf("%v: %+v", err, e.Columns)
	}
}

// Titles of a sheet are left out as those of a text.
func TestTitlesOfASheet(t *testing.T) {
	rows := [][]any{{"Customer survey 2025"}, {}, {"Speed", "Price", "Region"}}
	for i := range 12 {
		rows = append(rows, []any{1 + i%5, 1 + i*3%5, "North"})
	}
	e, err := exported(t, string(workbook(t, rows, "Answers")), Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	n := 0
	notices, err := e.Records(context.Background(), func(Record) error { n++; return nil })
	if err != nil || n != 12 || len(e.Columns) != 3 || e.Columns[0].ID != "Speed" {
		t.Errorf("%v: %d rows of %+v", err, n, e.Columns)
	}
	if len(notices) != 1 || !strings.Contains(notices[0].Message, `above the header left out: "Customer survey 2025"`) {
		t.Errorf("%v", notices)
	}
}

// Rows below titles are read alike on every route, and a fault has the line of the file.
func TestRowsBelowTitles(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "Survey 2025,,\n,,\n"+chunksOfRows(4000, "11"))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	_, err = v.Read(context.Background(), &collector{})
	if got := faultsOf(err); !strings.HasPrefix(got, "c.csv:2002:2: \"11\" is outside the scale 1..10") {
		t.Errorf("got %s", got)
	}
}
