package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// said inspects and drafts an export, and returns all that is said of it.
func said(t *testing.T, text string, o Options) string {
	t.Helper()
	o.Dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(o.Dir, "c.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	in, err := Inspect(context.Background(), "c.csv", "", o)
	if err != nil {
		fmt.Fprintln(&b, faultsOf(err), hintsOf(err))
		return b.String()
	}
	for _, c := range in.Columns {
		for _, f := range c.Flags {
			fmt.Fprintln(&b, c.ID+": "+f.Message)
		}
	}
	for _, d := range in.Dropped {
		fmt.Fprintln(&b, d.Rows, d.Reason)
	}
	draft, err := DraftFile(context.Background(), []AudienceFiles{{ID: "customers", Files: []string{"c.csv"}}}, o)
	if err != nil {
		fmt.Fprintln(&b, faultsOf(err), hintsOf(err))
	}
	fmt.Fprintln(&b, string(draft))
	return b.String()
}

// What a message says of a file is so in the file.
func TestMessagesAreTrue(t *testing.T) {
	longRows := "respondent,item,group,score\n"
	for i := range 40 {
		longRows += fmt.Sprintf("p%d,Listens,a,%d\np%d,On time,a,%d\n", i, 2+i%4, i, 1+i%5)
	}
	longRows += "p41,Listens,a,99\n"
	for name, test := range map[string]struct {
		text, want, not string
		o               Options
	}{
		"the end of the answers beside a code": {
			text: "How good?\n" + strings.Repeat("1\n3\n5\n", 4) + "99\n", want: "99 beside answers up to 5", not: "answers up to 10",
		},
		"a row with a delimiter too many is no header": {
			text: "ID,How satisfied are you with price?\nR0,5\nR1,4\nR2,3\nR3,x,y,4\n" + strings.Repeat("R4,5\nR5,2\n", 10),
			want: "c.csv:5: row has 4 cells, the header has 2", not: "the header has 4",
		},
		"a cell of a table of one answer a row": {text: longRows, want: "c.csv:82:4", not: "c.csv:82:3"},
		"a response that was not approved": {
			text: "_uuid,_submission_time,_validation_status,How good?\nu1,2026-01-01T10:00:00,Not Approved,3\n" +
				"u2,2026-01-01T10:00:00,Approved,4\nu3,2026-01-01T10:00:00,,5\n",
			want: "1 not_approved", not: "deleted",
		},
		"a page that was saved in place of a file": {text: "<!DOCTYPE html>\n<html><body>Session expired</body></html>\n", want: "download the export again"},
		"a document of results":                    {text: "%PDF-1.7\n1 0 obj\n", want: "name the export itself"},
		"the names of a table of one answer a row": {
			text: "Wer;Was;Wieviel\na;b;3\n", o: Options{Platform: "long"}, want: "what was asked item, itemid",
		},
	} {
		got := said(t, test.text, test.o)
		if !strings.Contains(got, test.want) || test.not != "" && strings.Contains(got, test.not) {
			t.Errorf("%s: want %q, not %q:\n%s", name, test.want, test.not, got)
		}
	}
}

// A table of one answer a row is known in other languages, and the page names every heading that is known.
func TestNamesOfOneAnswerARow(t *testing.T) {
	rows := ""
	for i := range 12 {
		rows += fmt.Sprintf("p%d;Preis;%d\np%d;Ware;%d\n", i, 1+i%5, i, 1+(i+2)%5)
	}
	for _, header := range []string{
		"Teilnehmer;Frage;Antwort", "Teilnehmer-ID;Frage;Wert", "Encuestado;Pregunta;Respuesta", "Rispondente;Domanda;Risposta", "Deelnemer;Vraag;Antwoord", "Répondant;Question;Réponse",
	} {
		if in := inspectedText(t, header+"\n"+rows); in.Platform != "long" {
			t.Errorf("%s: read as %s", header, in.Platform)
		}
	}
	page, err := os.ReadFile("../docs/importers.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, names := range [][]string{respondentNames(), askedNames(), answerNames()} {
		for _, name := range names {
			if !strings.Contains(string(page), "`"+name+"`") {
				t.Errorf("docs/importers.md does not name the heading %s", name)
			}
		}
	}
}

// A remedy works when it is followed.
func TestStepsThatTakeAnAnswer(t *testing.T) {
	for scale, want := range map[string]string{
		"1..6": "scale: 1..6 by 0.1", "1..6 by 0.5": "scale: 1..6 by 0.1", "1..10": "scale: 1..10 by 0.1", "0..50": "scale: 0..50 by 0.1",
	} {
		_, _, err := readFiles(t, "s.yaml", strings.Replace(fmt.Sprintf(oneItem, ""), "scale: 1..10", "scale: "+scale, 1), "c.csv", "quick\n2.7\n")
		if got := hintsOf(err); !strings.Contains(got, want) || strings.Contains(got, "by 0.5 by") {
			t.Errorf("%s: %q, want %q", scale, got, want)
		}
	}
}

// Answers in which people say how they can be reached are not shown, and neither are few comments of people's own.
func TestAnswersThatReachSomebody(t *testing.T) {
	rows := strings.Repeat("5,fine\n4,good\n", 20)
	for name, text := range map[string]string{
		"an address":  "How good?,Topic\n" + rows + "3,call me at jo@example.org\n2,ring 030 1234567\n",
		"a number":    "How good?,Topic\n" + rows + "3,ring 030 1234567\n",
		"own words":   "How good?,Comment\n" + rows + "3,my boss Miller does not listen\n",
		"none at all": "How good?,Topic\n" + rows + "3,price\n",
	} {
		c := inspectedText(t, text).Columns[1]
		if shown := len(c.Answers) > 0; shown != (name == "none at all") {
			t.Errorf("%s: %v", name, c.Answers)
		}
		if name == "an address" && (len(c.Flags) != 1 || !strings.HasPrefix(c.Flags[0].Message, "2 cells with an address")) {
			t.Errorf("%s: %v", name, c.Flags)
		}
	}
}

// A bar between cells is found where nothing else parts them.
func TestBarsBetweenCells(t *testing.T) {
	in := inspectedText(t, "ID|How good?|How fast?\n"+strings.Repeat("a|3|4\nb|5|2\nc|1|1\n", 5))
	if len(in.Columns) != 3 || in.Columns[1].Kind != "rating" {
		t.Errorf("got %+v", in.Columns)
	}
	if in := inspectedText(t, "How good?,Which|why\n"+strings.Repeat("3,a|b\n4,a\n", 5)); len(in.Columns) != 2 {
		t.Errorf("commas before bars: %+v", in.Columns)
	}
}
