package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A blank row for an item that is answered in another row neither adds to the answer nor takes its place, wherever it stands.
func TestBlankRowBesideAnAnswer(t *testing.T) {
	var b strings.Builder
	b.WriteString("respondent,item,value\n")
	for i := range 12 {
		fmt.Fprintf(&b, "%d,we listen,%d\n%d,we answer,%d\n", i, 1+i%5, i, 1+(i+2)%5)
	}
	in := inspectedText(t, b.String()+"3,we listen,\n4,we answer, \n20,we listen,\n20,we listen,2\n20,we answer,1\n21,we listen,\n21,we listen, \n21,we answer,3\n")
	for i, want := range []int{13, 14} {
		c := in.Columns[1+i]
		if c.Kind != study.RatingColumn || c.Answered != want || c.Blank != 14-want {
			t.Errorf("%s: %s, %d answered, %d blank", c.ID, c.Kind, c.Answered, c.Blank)
		}
	}
	if len(in.Warnings) > 0 {
		t.Errorf("warnings %v", in.Warnings)
	}
}

// Answers of one respondent are found by their items, few or many: what comes again of many is not entered twice.
func TestManyAnswersOfARespondent(t *testing.T) {
	p := &pivotTable{words: map[string]string{}, which: 0}
	var person pivotPerson
	for range 2 {
		for item := range 3 * manyAnswers {
			p.answer(&person, item, Record{Cells: []string{fmt.Sprint(1 + item%5)}, lines: func(int) int { return 2 }})
		}
	}
	if len(person.answers) != 3*manyAnswers || p.repeat != 3*manyAnswers {
		t.Errorf("%d answers, %d said again", len(person.answers), p.repeat)
	}
	for item := range 3 * manyAnswers {
		if a := person.said(int32(item)); a == nil || int(a.item) != item {
			t.Errorf("item %d: %+v", item, a)
		}
	}
	if len(person.at) != 3*manyAnswers {
		t.Errorf("%d of %d answers are found by their items", len(person.at), 3*manyAnswers)
	}
}

// The text of a question stands beside its code under the names of other languages too.
func TestTextBesideTheCode(t *testing.T) {
	for _, heads := range []string{"Respondent,Item,Question_text,Value", "Teilnehmer-ID,Frage,Fragetext,Antwort", "Répondant,Critère,Libellé,Note", "Deelnemer,Vraag,Vraagtekst,Antwoord"} {
		var b strings.Builder
		b.WriteString(heads + "\n")
		for i := range 12 {
			fmt.Fprintf(&b, "%d,F1,we listen,%d\n%d,F2,we answer,%d\n", i, 1+i%5, i, 1+(i+2)%5)
		}
		in := inspectedText(t, b.String())
		if len(in.Columns) != 3 || in.Columns[1].ID != "F1" || in.Columns[1].Question != "we listen" {
			t.Errorf("%s: %+v", heads, in.Columns)
		}
	}
}
