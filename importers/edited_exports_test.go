package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// kindsByQuestion are the kinds of the columns of an export, by their questions.
func kindsByQuestion(in *study.Inspection) map[string]study.ColumnKind {
	kinds := map[string]study.ColumnKind{}
	for _, c := range in.Columns {
		kinds[c.Question] = c.Kind
	}
	return kinds
}

// Two header records that somebody joined to one are the same questions as before; a hyphen in an ordinary export parts nothing.
func TestJoinedHeaderRecords(t *testing.T) {
	joined, err := OpenExport("surveymonkey/joined.csv", Options{Dir: sampleFolder})
	if err != nil {
		t.Fatal(err)
	}
	condensed, err := OpenExport("surveymonkey/condensed_of_joined.csv", Options{Dir: sampleFolder})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range condensed.Columns {
		if got := joined.Columns[i]; got.Text != want.Text || got.Role != want.Role || got.Kind != want.Kind || got.ID != want.ID {
			t.Errorf("column %d: %q %s %s, want %q %s %s", i+1, got.Text, got.Role, got.Kind, want.Text, want.Role, want.Kind)
		}
	}
	for _, name := range []string{"How satisfied are you - all in all? - Response", "How satisfied are you - all in all?"} { // as the file has it, and as it was
		if at, why := locate(joined, &study.Selector{Name: name}); at != 10 {
			t.Errorf("%q is column %d: %v", name, at+1, why)
		}
	}
	kept := inspectedText(t, "Respondent ID,Collector ID,Rate us - phone,Rate us - mail\n1,9,4,5\n2,9,3,2\n3,9,5,1\n")
	if got := kept.Columns[2].Question; got != "Rate us" && got != "Rate us - phone" || strings.Contains(kept.Evidence, "joined") {
		t.Errorf("%q (%s): a hyphen joins nothing", got, kept.Evidence)
	}
}

// The column for no opinion beside the points of an expanded rating is an answer to it; another column is not.
func TestNoOpinionBesideThePoints(t *testing.T) {
	const header = "Respondent ID,Collector ID,How satisfied are you?,,,,,,Why?\n,, - 1, - 2, - 3, - 4, - 5,%s,Open-Ended Response\n"
	for beside, test := range map[string]struct{ answered, dontKnow, blank int }{
		" - N/A":        {10, 5, 0},
		" - Don't know": {10, 5, 0},
		"Comments":      {10, 0, 5},
		" - Comments":   {10, 0, 5},
	} {
		text := fmt.Sprintf(header, beside)
		for i := range 15 {
			points := make([]string, 6)
			if i%3 == 0 {
				points[5] = strings.TrimPrefix(strings.TrimSpace(beside), "- ")
			} else {
				points[i%5] = fmt.Sprint(1 + i%5)
			}
			text += fmt.Sprintf("%d,9,%s,so\n", 1000+i, strings.Join(points, ","))
		}
		in := inspectedText(t, text)
		accounted(t, in)
		if c := in.Columns[2]; c.Answered != test.answered || c.DontKnow != test.dontKnow || c.Blank != test.blank {
			t.Errorf("%s: %d answers, %d don't know, %d blank, want %v", beside, c.Answered, c.DontKnow, c.Blank, test)
		}
		if c := in.Columns[7]; (c.Kind == study.DropColumn) != (test.dontKnow > 0) {
			t.Errorf("%s is %s", beside, c.Kind)
		}
	}
}

// Cells that say of an option that it was not selected are no answers; a single choice among other words stays one.
func TestNotSelected(t *testing.T) {
	text := "name,mother,nobody,choice,plan\n"
	for i := range 12 {
		pick := func(a, b string) string { return []string{a, b}[i%2] }
		text += fmt.Sprintf("%d,%s,Not selected,%s,%s\n", i, pick("Mother or mother figure", "Not selected"), pick("Yes", "No"), []string{"Not selected", "Small", "Large"}[i%3])
	}
	in := inspectedText(t, text)
	accounted(t, in)
	kinds := kindsByQuestion(in)
	for question, want := range map[string]study.ColumnKind{"mother": study.MultiColumn, "nobody": study.MultiColumn, "choice": study.SingleColumn, "plan": study.SingleColumn} {
		if kinds[question] != want {
			t.Errorf("%s is %s, want %s", question, kinds[question], want)
		}
	}
	if c := in.Columns[1]; c.Answered != 6 || c.Blank != 6 {
		t.Errorf("mother: %d answers, %d blank", c.Answered, c.Blank)
	}
}

// What LimeSurvey computes is no answer; a question that names an answer given before is one, and so is a rating with the code of an equation.
func TestEquations(t *testing.T) {
	const lime = "id,submitdate,lastpage,startlanguage,"
	for name, test := range map[string]struct {
		heading string
		cells   []string
		want    study.ColumnKind
	}{
		"only an expression":    {`"{sum(R2.relevanceStatus, R3.relevanceStatus)}"`, []string{"1", "2", "3", "4", "5"}, study.DropColumn},
		"two of them":           {`"{Q1.shown} / {Q2.shown}"`, []string{"1", "2", "3", "4", "5"}, study.DropColumn},
		"of code and text":      {`"EQ1. {if(Q1 > 3, 1, 2)}"`, []string{"1", "2"}, study.DropColumn},
		"within a question":     {`"How satisfied are you with {factors_SQ001}?"`, []string{"1", "2", "3", "4", "5"}, study.RatingColumn},
		"an equation by code":   {"EQ1", []string{"0", "1", "2"}, study.DropColumn},
		"broken numbers":        {"eq_2", []string{"1.5", "2", "3"}, study.DropColumn},
		"points of a scale":     {"EQ1", []string{"1", "2", "3", "4", "5"}, study.RatingColumn},
		"a code of its own":     {"EQUITY", []string{"0", "1", "2"}, study.NumberColumn},
		"an equation by itself": {"Q7", []string{"0", "1", "2"}, study.NumberColumn},
	} {
		text := lime + test.heading + ",Q9\n"
		for i := range 20 {
			text += fmt.Sprintf("%d,2026-09-01 10:00:%02d,3,en,%s,%d\n", i+1, i, test.cells[i%len(test.cells)], 1+i%5)
		}
		if c := inspectedText(t, text).Columns[4]; c.Kind != test.want {
			t.Errorf("%s: %s, want %s; %v", name, c.Kind, test.want, c.Flags)
		}
	}
}

// A draft does not offer for the time of answers what LimeSurvey writes where dates are not kept.
func TestNoTimeOfAnonymousAnswers(t *testing.T) {
	for date, want := range map[string]bool{"1980-01-01 00:00:00": false, "2026-09-01 10:00:00": true} {
		text := "id,submitdate,lastpage,startlanguage,Q1\n"
		for i := range 20 {
			text += fmt.Sprintf("%d,%s,3,en,%d\n", i+1, date, 1+i%5)
		}
		e, err := exported(t, text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := scanExport(context.Background(), e)
		if err != nil {
			t.Fatal(err)
		}
		if told := strings.Contains(strings.Join(s.hints(), "\n"), "time of the answers"); told != want {
			t.Errorf("%s: told %t, want %t: %q", date, told, want, s.hints())
		}
	}
}

// Qualtrics' own columns are known by their import ids, in whatever language their tags are; a question of an author is none, whatever its tag.
func TestLocalisedTags(t *testing.T) {
	ids := ""
	for i, id := range []string{"startDate", "status", "finished", "_recordId", "progress", "recipientLastName", "QID1", "QID2"} {
		ids += strings.Repeat(",", min(i, 1)) + `"{""ImportId"":""` + id + `""}"`
	}
	text := "Startdatum,Stand,Beendet,Antwort,Fortschritt,Wer,Q1,Progress\nStartdatum,Antworttyp,Beendet,Antwort,Fortschritt,Wer,Wie zufrieden sind Sie?,Wie gut kommen wir voran?\n" + ids + "\n"
	for i := range 20 {
		text += fmt.Sprintf("2026-09-01 10:00:%02d,%d,%d,R_%d,100,so,%d,%d\n", i, 4*(i%2), min(i, 1), i, 1+i%5, 1+i%5)
	}
	in := inspectedText(t, text)
	if in.Kept != 19 {
		t.Errorf("kept %d, want 19: one was not finished", in.Kept)
	}
	for i, want := range []study.ColumnKind{study.TimeColumn, study.MetaColumn, study.MetaColumn, study.MetaColumn, study.MetaColumn, study.PersonalColumn, study.RatingColumn, study.RatingColumn} {
		if c := in.Columns[i]; c.Kind != want {
			t.Errorf("%s is %s, want %s", c.ID, c.Kind, want)
		}
	}
}
