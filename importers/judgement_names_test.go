package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// kindsOf returns the kinds of the columns of a text by their headers.
func kindsOf(t *testing.T, text string) map[string]study.ColumnKind {
	t.Helper()
	kinds := map[string]study.ColumnKind{}
	for _, c := range inspectedText(t, text).Columns {
		kinds[c.Question] = c.Kind
	}
	return kinds
}

// A question that asks how good something is rates it, though what it names is a fact elsewhere.
func TestWhatIsRatedIsNoFact(t *testing.T) {
	rated := []string{"How satisfied are you with our opening hours?", "How satisfied are you with the number of branches?", "Please rate the opening hours", "Rate our age-friendly design"}
	facts := []string{"Opening hours a week", "Number of branches", "How many hours do you work?", "Age"}
	columns := append(append([]string{}, rated...), facts...)
	var b strings.Builder
	b.WriteString(strings.Join(columns, ",") + "\n")
	for i := range 60 {
		for k := range columns {
			fmt.Fprintf(&b, "%s%d", strings.Repeat(",", min(k, 1)), 1+(i*(k+2)+i/5)%5)
		}
		b.WriteString("\n")
	}
	kinds := kindsOf(t, b.String())
	for _, text := range rated {
		if kinds[text] != study.RatingColumn {
			t.Errorf("%s: %s", text, kinds[text])
		}
	}
	for _, text := range facts {
		if kinds[text] == study.RatingColumn {
			t.Errorf("%s is a rating", text)
		}
	}
}

// A label with a comma in it is one answer.
func TestLabelsWithCommas(t *testing.T) {
	text := "Preis,Service\n"
	for i := range 40 {
		text += fmt.Sprintf("%q,%q\n", []string{"sehr unzufrieden", "eher unzufrieden", "teils, teils", "eher zufrieden", "sehr zufrieden"}[i%5],
			[]string{"trifft überhaupt nicht zu", "trifft eher nicht zu", "teils, teils", "trifft eher zu", "trifft voll und ganz zu"}[i*2%5])
	}
	for name, kind := range kindsOf(t, text) {
		if kind != study.LabelledColumn {
			t.Errorf("%s: %s", name, kind)
		}
	}
}

// Who asks for a name gets one, and nobody else does.
func TestQuestionsForNames(t *testing.T) {
	for header, want := range map[string]bool{
		"What is your first name?": true, "Hi! What is your first name?": true, "What's your full name?": true, "Please enter your name": true, "Nom du patient": true, "Name of employee": true,
		"Wie heißen Sie?": true, "¿Cuál es su nombre?": true, "Come ti chiami?": true, "Wat is uw naam?": true, "Quel est votre nom ?": true,
		"What is your company name?": false, "What is the name of our product?": false, "Please enter your name badge number": false, "Company name": false,
	} {
		columns := []Column{{ID: "q", Header: header, Text: header, Role: Answer}}
		markPersonal(columns)
		if got := columns[0].Role == Personal; got != want {
			t.Errorf("%s: personal %v", header, got)
		}
	}
}

// A score that Qualtrics works out is dropped; a question of the author's that is called so is none.
func TestScoresOfQualtrics(t *testing.T) {
	columns := qualtrics{}.columns([][]string{
		{"ResponseId", "Q1", "SC0", "SC1"},
		{"Response ID", "Speed", "Score", "Staff is courteous"},
		{`{"ImportId":"_recordId"}`, `{"ImportId":"QID1"}`, `{"ImportId":"SC_0abc"}`, `{"ImportId":"QID7"}`},
	})
	if columns[2].Role != Dropped || columns[3].Role != Answer {
		t.Errorf("%s is %s, %s is %s", columns[2].ID, columns[2].Role, columns[3].ID, columns[3].Role)
	}
	columns = qualtrics{}.columns([][]string{{"ResponseId", "Q1", "SC0", "SC1"}, {"Response ID", "Speed", "Score", "Staff is courteous"}})
	if columns[2].Role != Dropped || columns[3].Role != Answer {
		t.Errorf("without import ids %s is %s, %s is %s", columns[2].ID, columns[2].Role, columns[3].ID, columns[3].Role)
	}
	for header, want := range map[string]Role{"SC0,SC1,SC2": Dropped, "SC1,SC2,SC3": Answer} {
		for _, c := range (qualtrics{}).columns([][]string{strings.Split(header, ",")}) {
			if c.Role != want {
				t.Errorf("%s without its text, among %s, is %s", c.ID, header, c.Role)
			}
		}
	}
	text := "StartDate,EndDate,Status,Progress,Finished,ResponseId,Q1,SC0\n" + "2026-01-01 10:00:00,2026-01-01 10:05:00,IP Address,100,True,R_1,4,9\n" +
		"2026-01-01 11:00:00,2026-01-01 11:05:00,IP Address,100,True,R_2,1,3\n2026-01-01 12:00:00,2026-01-01 12:05:00,IP Address,100,True,R_3,5,8\n"
	in := inspectedText(t, text)
	if c := in.Columns[7]; c.Kind != study.DropColumn || !strings.Contains(flagsOf(c), "a score that Qualtrics worked out of the answers") {
		t.Errorf("%s is %s: %s", c.ID, c.Kind, flagsOf(c))
	}
	_, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
	if err != nil || !strings.Contains(described(&study.Study{}, notices), `customers: scores that Qualtrics worked out of the answers, and no ratings: "SC0"`) {
		t.Errorf("%v: %s", err, described(&study.Study{}, notices))
	}
}
