package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
)

func inspectedText(t *testing.T, text string) *study.Inspection {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "a.csv", "", Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func flagsOf(c study.InspectedColumn) string {
	var texts []string
	for _, f := range c.Flags {
		texts = append(texts, f.Message)
	}
	return strings.Join(texts, "; ")
}

// What is odd about a column is said with its reason and remedy.
func TestOddColumns(t *testing.T) {
	for name, test := range map[string]struct {
		header, cells string // cells between bars, ten times over
		kind          study.ColumnKind
		flag          string // empty: none
	}{
		"a strange label":        {"We listen", "Agree|Disagree|Strongly agree|Agree a bit too much", study.SingleColumn, `no scale: "Agree a bit too much" is no label of agreement (en)`},
		"labels of no family":    {"Colour", "Red|Green|Blue|Agree", study.SingleColumn, ""},
		"decimal commas":         {"Mark", "8,5|7|9,2|6,0", study.NumberColumn, `numbers with decimal commas, such as "6,0": --decimal comma reads them`},
		"codes, or commas":       {"Tools", "1,2|3|1,4|2,3", study.MultiColumn, `cells such as "1,2": numbers with decimal commas, which --decimal comma reads, or several codes?`},
		"three codes":            {"Tools", "1,2|3|1,4,5|2,3", study.MultiColumn, ""},
		"a header made a date":   {"05-Jan", "1|2|3|4|5", study.RatingColumn, `the header "05-Jan" looks like a date that Excel made`},
		"in German":              {"01. Mai", "1|2|3|4|5", study.RatingColumn, `the header "01. Mai" looks like a date`},
		"a matrix row":           {"How good? [Jun-25]", "1|2|3|4|5", study.RatingColumn, `looks like a date`},
		"a month is a word":      {"May", "1|2|3|4|5", study.RatingColumn, "a rating by its numbers alone"},
		"a yes or no":            {"Do you have a car?", "0|1", study.SingleColumn, "yes and no, and no rating"},
		"of an airline":          {"Airline", "1|2|3", study.SingleColumn, "its heading may be that of a group: codes, no rating, unless a study file says so"},
		"what is ours":           {"Our service", "1|2|3|4|5", study.RatingColumn, ""},
		"ids of letters":         {"Participant ID", "a|b|c|d|e", study.MetaColumn, "rows with an id that stood before"},
		"telephone numbers":      {"How may we reach you?", "+49 30 1234567|030/7654321|(0171) 1234567|555-123-4567", study.PersonalColumn, ""},
		"days are no telephones": {"Bought on", "01-02-2026|02-02-2026|03-02-2026|04-02-2026", study.TimeColumn, ""},
		"a manager":              {"Name of your line manager", "Ann Ash|Bob Birch|Cem Cedar", study.PersonalColumn, ""},
		"ein Vorgesetzter":       {"Name des Vorgesetzten", "Ann Ash|Bob Birch|Cem Cedar", study.PersonalColumn, ""},
		"un responsable":         {"Nom de votre responsable :", "Ann Ash|Bob Birch|Cem Cedar", study.PersonalColumn, ""},
		"mobile":                 {"Mobile no.", "1|2|3", study.PersonalColumn, ""},
		"móvil":                  {"Número de móvil", "x|y|z", study.PersonalColumn, ""},
		"cellulare":              {"Numero di cellulare", "x|y|z", study.PersonalColumn, ""},
		"leidinggevende":         {"Naam van uw leidinggevende", "x|y|z", study.PersonalColumn, ""},
		"gestor":                 {"Nome do gestor", "x|y|z", study.PersonalColumn, ""},
		"a role and names":       {"Your supervisor", "Ann Ash|Bob Birch|Cem Cedar", study.PersonalColumn, ""},
		"a role and first names": {"Manager", "Ann|Bob|Cem", study.PersonalColumn, ""},
		"a role, small letters":  {"Line manager", "ann ash|bob birch|N/A|-", study.PersonalColumn, ""},
		"a role and groups":      {"Reviewer", "Peer|Self|External", study.SingleColumn, "names"},
		"eine Rolle":             {"Führungskraft", "Ann Ash|Dr. Bob von Birch|Cedar, Cem", study.PersonalColumn, ""},
		"a role and its rating":  {"Rate your [Manager]", "Strongly Disagree|Somewhat Disagree|Neutral|Somewhat Agree|Strongly Agree", study.LabelledColumn, ""},
		"a role and its levels":  {"Manager", "Senior Manager|Junior Manager|None", study.SingleColumn, ""},
		"bare numbers to call":   {"How can we reach you?", "491711234567|491727654321|493012345678", study.PersonalColumn, ""},
		"a rated phone":          {"How good is our phone service?", "1|2|3|4|5", study.RatingColumn, ""},
		"a net promoter score":   {"NPS", "0|3|9|10", study.NPSColumn, ""},
		"a score of some kind":   {"Score", "0|3|9|10", study.RatingColumn, ""},
		"a rated manager":        {"How good is your manager?", "1|2|3|4|5", study.RatingColumn, ""},
	} {
		var b strings.Builder
		b.WriteString("n;" + test.header + "\n")
		for range 10 {
			for _, cell := range strings.Split(test.cells, "|") {
				b.WriteString("1;" + cell + "\n")
			}
		}
		c := inspectedText(t, b.String()).Columns[1]
		if flags := flagsOf(c); c.Kind != test.kind || !strings.Contains(flags, test.flag) || test.flag == "" && flags != "" {
			t.Errorf("%s: kind %s, flags %q; want %s, %q", name, c.Kind, flags, test.kind, test.flag)
		}
	}
}

// Exports as some tools write them: points with their meaning, labels with their points, rows under ">>", numbers of rows.
func TestOddRatings(t *testing.T) {
	for name, test := range map[string]struct{ header, cells, want string }{
		"labels with points":  {"We listen", "Strongly Agree (5)|Agree (4)|Neutral (3)|Disagree (2)|Strongly Disagree (1)", "labelled rating 1..5"},
		"points with meaning": {"Speed", "1 (worst)|2|3|4|5 (best)", "anchored rating 1..5"},
		"French order":        {"Prix", "Très satisfaite|Satisfaite|Neutre|Pas satisfait du tout", "labelled rating 1..5"},
		"numbers of rows":     {"Respondent", "0|1|2|3|4|5|6|7|8|9|60", "meta "},
	} {
		c := inspectedText(t, "n;"+test.header+"\n"+strings.Repeat("1;"+strings.ReplaceAll(test.cells, "|", "\n1;")+"\n", 5)).Columns[1]
		if got := string(c.Kind) + " " + c.Scale; got != test.want {
			t.Errorf("%s: %s, want %s (%s)", name, got, test.want, flagsOf(c))
		}
	}
	if stem, row := lexicon.SplitMatrix("Rate us >> Speed"); stem != "Rate us" || row != "Speed" {
		t.Errorf("stem %q, row %q", stem, row)
	}
}

// A choice that holds a comma is one where the other cells tell; else it is asked about.
func TestChoicesWithCommas(t *testing.T) {
	for name, test := range map[string]struct{ cells, options, flag string }{
		"goes on in small letters": {"Store, downtown, Online|Store, downtown, Phone|Online, Phone|Online", "Online Phone Store, downtown", ""},
		"stands alone":             {"Store, Downtown|Store, Downtown, Online|Online|Phone|Online, Phone", "Online Phone Store, Downtown", ""},
	} {
		var b strings.Builder
		b.WriteString("n;Where?\n")
		for range 3 {
			for _, cell := range strings.Split(test.cells, "|") {
				b.WriteString("1;" + cell + "\n")
			}
		}
		c := inspectedText(t, b.String()).Columns[1]
		var options []string
		for _, o := range c.Answers {
			options = append(options, o.Cell)
		}
		if got := strings.Join(options, " "); c.Kind != study.MultiColumn || got != test.options || !strings.Contains(flagsOf(c), test.flag) {
			t.Errorf("%s: %s, options %q, flags %q", name, c.Kind, got, flagsOf(c))
		}
	}
	c := inspectedText(t, "n;Where?\n1;Store, Downtown, Online\n1;Store, Downtown, Phone\n1;Online, Phone\n1;Online\n1;Phone\n").Columns[1]
	if flags := flagsOf(c); !strings.Contains(flags, `one choice with a comma, or two? Always together: "Store, Downtown"`) {
		t.Errorf("flags %q", flags)
	}
}

// Who answers an item of a long table twice has no answer to it; the line is said, not who; the item stays.
func TestAnsweredAgain(t *testing.T) {
	var b strings.Builder
	b.WriteString("respondent,item,value\n")
	for _, who := range []string{"a", "b", "c", "d", "e", "f"} {
		b.WriteString(who + ",listens,4\n" + who + ",answers,5\n")
	}
	b.WriteString("c,listens,2\n")
	in := inspectedText(t, b.String())
	if c := in.Columns[1]; c.ID != "listens" || c.Answered != 5 || c.Blank != 1 || c.Kind == study.MultiColumn {
		t.Errorf("column %+v", c)
	}
	if got := in.Warnings[0].Message; len(in.Warnings) != 1 || !strings.Contains(got, `item "listens": 1 respondent of 6 gave several different answers, the first at a.csv:14: none of their answers`) {
		t.Errorf("warnings %v", in.Warnings)
	}
}

// Decimal commas of one file are named with their remedy where nothing else is left of it.
func TestDraftNamesDecimalCommas(t *testing.T) {
	_, _, err := drafted(t, "staff.csv", "n;We listen\n1;8,5\n1;7,0\n1;9,5\n", "customers.csv", "We listen\n8\n7\n9\n")
	if got := faultsOf(err) + hintsOf(err); !strings.Contains(got, "staff.csv") || !strings.Contains(got, "--decimal comma") {
		t.Error(got)
	}
}

// Byte order marks amid a file, where others were joined to it, are taken out and said: the cells behind them are what they look like. A
// second header is what it looks like too.
func TestJoinedFiles(t *testing.T) {
	for _, end := range []string{"\n", "\r\n"} {
		for _, rows := range []int{21, 400} { // few and many different cells
			var b strings.Builder
			b.WriteString(delimited.ByteOrderMark + "id,Our rating" + end)
			for i := range rows {
				if i%10 == 9 {
					b.WriteString(delimited.ByteOrderMark)
				}
				fmt.Fprintf(&b, "%d,%d%s", 1000+i, 1+i%5, end)
			}
			for _, r := range []route{{}, {byRecord: true}, {chunk: 60, workers: 2}} {
				in, _ := accountedFor(t, standardInput, Options{Stdin: NewStandardInput(strings.NewReader(b.String()))}, r)
				want := fmt.Sprintf("-:11: %d byte order marks amid the file, the first here: taken out; files were joined", rows/10)
				if len(in.Warnings) != 1 || in.Warnings[0].Code != study.JoinedFiles || !strings.HasPrefix(in.Warnings[0].Message, want) {
					t.Errorf("%d rows, %+v: %v", rows, r, in.Warnings)
				}
				if c := in.Columns[0]; c.Answered != rows || len(c.Flags) > 0 {
					t.Errorf("%d rows, %+v: %+v", rows, r, c)
				}
			}
		}
	}
	want := "2[\"1\" \"5\"]\n3[\"id\" \"q1\"]\n4[\"2\" \"4\"]\n"
	if got, err := recorded(t, "id,q1\n1,5\n"+delimited.ByteOrderMark+"id,q1\n2,4\n", Options{}); err != nil || got != want {
		t.Errorf("got %s, %v", got, err)
	}
}
