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
