package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Typeform's exports whose questions somebody moved above their choices are Typeform's: no header is a respondent, a block of choices has its
// question, and what asks by itself has none.
func TestTypeformBelowQuestions(t *testing.T) {
	text := ",Which trams do you take?,,,,How good are these?,,,\n" +
		"#,Red,*Blue*,Other,How often do you come?,Speed,Price,Submit Date (UTC),Network ID\n" +
		answeredRows(5, func(i int) string {
			return fmt.Sprintf("r%d,Red,,,Often,%d,%d,2026-05-0%d 10:00:00,ab%d", i, 1+i, 5-i, 1+i, i)
		})
	in := inspectedText(t, text)
	if in.Platform != "typeform" || in.Evidence != "record 2 begins with #, and holds Network ID" || in.Read != 5 || in.HeaderRows != 2 {
		t.Errorf("%s (%s), %d rows, %d header records", in.Platform, in.Evidence, in.Read, in.HeaderRows)
	}
	for i, want := range []struct {
		id   string
		kind study.ColumnKind
	}{
		{"#", study.MetaColumn},
		{"Which trams do you take? - Red", study.MultiColumn},
		{"Which trams do you take? - Blue", study.DropColumn},
		{"Which trams do you take? - Other", study.OtherTextColumn},
		{"How often do you come?", study.SingleColumn},
		{"How good are these? - Speed", study.RatingColumn},
		{"How good are these? - Price", study.RatingColumn},
		{"Submit Date (UTC)", study.TimeColumn},
		{"Network ID", study.PersonalColumn},
	} {
		if c := in.Columns[i]; c.ID != want.id || c.Kind != want.kind {
			t.Errorf("column %d is %q, %s; want %q, %s", i+1, c.ID, c.Kind, want.id, want.kind)
		}
	}
}

// Statements behind a point with a blank on both sides are rows of their question.
func TestStatementsBehindALonePoint(t *testing.T) {
	const stem = "How do you rate the following: . "
	in := inspectedText(t, "ID,Start time,Completion time,"+stem+"our speed,"+stem+"our prices. All of them,Are you e.g . here?\n"+
		answeredRows(12, func(i int) string {
			return fmt.Sprintf("%d,7/27/26 19:06:23,7/27/26 19:08:23,%d,%d,Yes", i+1, 1+i%5, 5-i%5)
		}))
	for i, want := range []string{"How do you rate the following: - our speed", "How do you rate the following: - our prices. All of them", "Are you e.g . here?"} {
		if c := in.Columns[3+i]; c.Question != want {
			t.Errorf("got %q, want %q", c.Question, want)
		}
	}
}

// The first column of a file is the time stamp of Google Forms only where its times are written as Google writes them.
func TestTimesOfPrograms(t *testing.T) {
	for stamp, want := range map[string]string{
		"2026-05-1%dT11:57:58Z": "generic", "2026-05-1%dT11:57": "generic", "2026-05-1%d 11:57:58": "google_forms", "1%d-5-2026 21:35:43": "google_forms",
	} {
		in := inspectedText(t, "Qtime,Speed\n"+answeredRows(9, func(i int) string { return fmt.Sprintf(stamp, i) + fmt.Sprintf(",%d", 1+i%5) }))
		if in.Platform != want || in.Columns[0].Kind != study.TimeColumn {
			t.Errorf("%s: %s, %s", stamp, in.Platform, in.Columns[0].Kind)
		}
	}
	for _, text := range []string{"8-6-2020 21:35:43", "2018/02/13 1:03:41 am GMT-5", "2018/02/13 1:03:41 PM GMT-5", "2/13/2018 1:03 pm"} {
		if !isMoment(text) {
			t.Errorf("%q is no time", text)
		}
	}
}

// Choice texts of Qualtrics are no numeric values, whatever numbers of sliders stand among them.
func TestChoiceTextsOfQualtricsAreTold(t *testing.T) {
	export := func(status, finished string) string {
		return "Status,Finished,ResponseId,Q1_1\nResponse Type,Finished,Response ID,How warm are we?\n" +
			`"{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}"` + "\n" +
			answeredRows(12, func(i int) string { return fmt.Sprintf("%s,%s,R_%d,%d", status, finished, i, 1+i%5) })
	}
	for _, test := range []struct {
		status, finished string
		want             bool
	}{{"IP Address", "True", false}, {"", "True", false}, {"0", "1", true}, {"0", "True", true}} {
		in, told := inspectedText(t, export(test.status, test.finished)), false
		for _, n := range in.Warnings {
			told = told || n.Code == study.CodesUnexplained
		}
		if told != test.want {
			t.Errorf("%+v: told is %v", test, told)
		}
	}
}

// Rows that stand in quotes as a whole are refused with what to do about it; a column of lists is none of them.
func TestRowsInQuotes(t *testing.T) {
	rows := `"""Time"";""Speed"";""Price, all"""` + "\n" + strings.Repeat(`"2026-05-01;""4"";""5"""`+"\n", 3)
	if got := said(t, rows, Options{}); !strings.Contains(got, `c.csv:1: every row stands in quotes once more, as if it were one cell, with ";" between the cells within`) || !strings.Contains(got, "Text to Columns") {
		t.Errorf("got %s", got)
	}
	if got := said(t, "\"Time\tSpeed\tPrice\"\n"+strings.Repeat("\"1\t2\t3\"\n", 3), Options{Delimiter: ','}); !strings.Contains(got, "with a tab between") {
		t.Errorf("tabs: got %s", got)
	}
	if in := inspectedText(t, "Which of these?\n"+strings.Repeat("\"Speed, Price, Staff\"\n", 9)); in.Read != 9 {
		t.Errorf("a list: %d rows", in.Read)
	}
}

// What pandas writes is no part of the names of columns: their numbers above the header, and a name for each blank cell.
func TestNamesByPandas(t *testing.T) {
	answers := answeredRows(12, func(i int) string { return fmt.Sprintf("%d,1%d8488584413,%d,%d", i, 10+i, 1+i%5, 5-i%5) })
	in := inspectedText(t, ",0,1,2\n0,id,Speed,Price\n"+answers)
	if in.HeaderRows != 1 || in.Read != 12 || in.Columns[1].ID != "id" || in.Columns[1].Kind != study.MetaColumn || in.Columns[2].ID != "Speed" || in.Columns[0].ID != "#1" {
		t.Errorf("numbers above: %d header records, %d rows, %+v", in.HeaderRows, in.Read, in.Columns[:3])
	}
	const want = "a.csv: the row above the header left out, for it only numbers the columns"
	if len(in.Warnings) == 0 || in.Warnings[0].Message != want {
		t.Errorf("got %v", in.Warnings)
	}
	if in := inspectedText(t, "0,1,2\n"+answeredRows(12, func(i int) string { return fmt.Sprintf("%d,%d,%d", 1+i%5, 5-i%5, 1+i/3) })); in.HeaderRows != 1 || in.Columns[2].ID != "2" {
		t.Errorf("numbered questions: %d header records, %q", in.HeaderRows, in.Columns[2].ID)
	}
	in = inspectedText(t, ",Which trams?,Unnamed: 2,How fast?,Why?\n0,Red,Blue,Response,Open-Ended Response\n"+answeredRows(12, func(i int) string { return fmt.Sprintf("%d,Red,,%d,because %d", i+1, 1+i%5, i) })+"13,,Blue,4,why not\n")
	for i, want := range []string{"#1", "Which trams? - Red", "Which trams? - Blue"} {
		if got := in.Columns[i].ID; got != want {
			t.Errorf("column %d is %q, want %q", i+1, got, want)
		}
	}
	if in := inspectedText(t, "Unnamed: 0,Speed\n1,5\n2,4\n3,3\n"); in.Columns[0].ID != "Unnamed: 0" {
		t.Errorf("a name of its own became %q", in.Columns[0].ID)
	}
}

// The second header of a table of one answer a row is no respondent, and the first answer is none.
func TestLongBelowASecondHeader(t *testing.T) {
	answers := answeredRows(100, func(i int) string { return fmt.Sprintf("%d,%d,%d,%d", i+1, 1+i%5, 1+i/5, 1+i*i%5) })
	for below, header := range map[string]int{"": 1, "ANSR_NO,QSTN_NO,ANSRR_NO,ANSR\n": 2} {
		in := inspectedText(t, "answer_id,question_id,respondent_id,answer\n"+below+answers)
		if in.Platform != "long" || in.HeaderRows != header || in.Read != 20 || in.Columns[0].ID != "respondent_id" || len(in.Columns) != 6 {
			t.Errorf("%q: %s, %d header records, %d rows, %d columns", below, in.Platform, in.HeaderRows, in.Read, len(in.Columns))
		}
	}
}

// Tables of how many gave each answer are results; answers of respondents are none.
func TestSharesOfAnswers(t *testing.T) {
	measured := "Statement,Measure,1,2\n" + answeredRows(6, func(i int) string {
		return fmt.Sprintf("We are fast %d,%s,%d%%,%d", i/2, []string{"Percentage", "Count"}[i%2], 10+i, 20+i)
	})
	answered := "record_id,question,group,response,percent,unweighted_n\n" + answeredRows(6, func(i int) string {
		return fmt.Sprintf("q1,Are we fast?,Group %d,%s,%d,%d", i/2, []string{"Agree", "Disagree"}[i%2], 10+i, 900+i)
	})
	long := "respondent,question,response,value\n" + answeredRows(12, func(i int) string {
		return fmt.Sprintf("%d,Q%d,%s,%d", i/3, i%3, []string{"Agree", "Disagree"}[i%2], 1+i%2)
	})
	for name, test := range map[string]struct{ text, platform, said string }{
		"measures": {measured, "tabulated", `results, and no respondents: "Measure" says what the figures of each row are`},
		"answers":  {answered, "tabulated", `results, and no respondents: "percent" of those who gave each "response"`},
		"long":     {long, "long", ""},
	} {
		in := inspectedText(t, test.text)
		if in.Platform != test.platform || test.said != "" && in.Evidence != test.said {
			t.Errorf("%s: %s (%s)", name, in.Platform, in.Evidence)
		}
		told := false
		for _, n := range in.Warnings {
			told = told || n.Code == study.ResultsRenamed
		}
		if told != (test.said != "") {
			t.Errorf("%s: warnings %v", name, in.Warnings)
		}
	}
}

// Left-out questions under one heading are told apart by their number.
func TestTwinsLeftOutAreNumbered(t *testing.T) {
	got := said(t, "Speed,How important is it?,Price,How important is it?\n"+answeredRows(12, func(i int) string { return fmt.Sprintf("%d,3,%d,4", 1+i%5, 5-i%5) }), Options{})
	for _, want := range []string{`left out: "How important is it?[1]": all answers are 3`, `left out: "How important is it?[2]": all answers are 4`} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing says %s in\n%s", want, got)
		}
	}
}
