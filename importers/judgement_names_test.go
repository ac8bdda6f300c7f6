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
}
