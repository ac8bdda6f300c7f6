package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// noticed is a result with what an importer has to say of its files.
func noticed(t *testing.T) *analysis.Result {
	t.Helper()
	r := invented(t, "Noticed", []string{"Quick", "Fair", "Kind"}, nil,
		audience{id: "staff", label: "Employees", n: 60, means: []float64{7, 6, 8}, scale: ten()},
		audience{id: "customers", label: "Customers", n: 90, means: []float64{5, 6, 8}, scale: ten()})
	r.Warnings = append(r.Warnings,
		study.Notice{Code: study.StraightLiners, Where: "staff", Message: "staff: 3 of 60 gave one answer to all items of a kind; kept", Hint: "quality: {straight_liners: drop} leaves them out"},
		study.Notice{Code: study.OptionUnused, Where: "a.xlsx", Message: "a.xlsx is a workbook: --encoding (encoding:) does nothing"})
	r.Assumptions = append(r.Assumptions,
		study.Notice{Code: study.WeightUnused, Where: "customers", Message: `customers: column "wt" is not used as a weight`, Hint: "a study file can say  weight: wt"})
	return r
}

// A client is told what was found in the files, of audiences by their labels, and not what the analyst could write into a study file.
func TestClientsAreNotToldRemedies(t *testing.T) {
	r := noticed(t)
	var page, markdown bytes.Buffer
	if err := HTML(&page, r, ClientOptions{}); err != nil {
		t.Fatal(err)
	}
	if _, err := ClientMarkdown(&markdown, r, ClientOptions{}); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"page": page.String(), "Markdown": markdown.String()} {
		for _, foreign := range []string{"quality:", "straight_liners", "straight\\_liners", "study file can", "--encoding", "80 % power", "marks are at α", "straight-liners and speeders"} {
			if strings.Contains(text, foreign) {
				t.Errorf("%s: a client reads %q", name, foreign)
			}
		}
		for _, wanted := range []string{"Employees: 3 of 60 gave one answer to all items of a kind; kept", "Customers: column", "is not used as a weight"} {
			if !strings.Contains(text, wanted) {
				t.Errorf("%s: a client does not read %q", name, wanted)
			}
		}
	}
}

// Whoever runs the program reads the remedy: behind the notice in a table, apart from it in JSON.
func TestAnalystsAreToldRemedies(t *testing.T) {
	r := noticed(t)
	var table, data bytes.Buffer
	if err := Table(&table, r, TableOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&data, r); err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(table.String()), " ")
	for _, wanted := range []string{
		"staff: 3 of 60 gave one answer to all items of a kind; kept; quality: {straight_liners: drop} leaves them out",
		`customers: column "wt" is not used as a weight; a study file can say weight: wt`, "--encoding (encoding:) does nothing",
	} {
		if !strings.Contains(words, wanted) {
			t.Errorf("the table does not say %q", wanted)
		}
	}
	if !strings.Contains(data.String(), `"hint": "quality: {straight_liners: drop} leaves them out"`) {
		t.Error("JSON does not have the remedy apart")
	}
}

// What importers say of bytes and places reaches a client in the words of people, and in the quotation marks of the language.
func TestClientsReadNoBytes(t *testing.T) {
	r := noticed(t)
	r.Inputs = append(r.Inputs, study.Input{File: "a:1.csv"}, study.Input{File: "old.csv"})
	for _, of := range []struct {
		notice          study.Notice
		english, german string
	}{
		{
			study.Notice{Code: study.EncodingAssumed, Where: "old.csv:1:6", Message: "old.csv:1:6: byte 0xFC is not UTF-8; read as Windows-1252 ('ü')", Hint: "--encoding says otherwise"},
			"the file old.csv is in an older encoding of letters; those such as “ü” were read as Windows-1252",
			"die Datei old.csv ist in einer älteren Zeichenkodierung gespeichert; Buchstaben wie „ü“ wurden als Windows-1252 gelesen",
		},
		{
			study.Notice{Code: study.EncodingAssumed, Where: "a:1.csv:3", Message: "a:1.csv:3: a byte is not UTF-8 and is read as '�'"},
			"the file a:1.csv holds a character that UTF-8 does not know; it is read as “�”",
			"die Datei a:1.csv enthält ein Zeichen, das UTF-8 nicht kennt; es wurde als „�“ gelesen",
		},
		{
			study.Notice{Code: study.DuplicateIDs, Where: "staff", Message: "staff: 2 rows with an id that stood before, the first at old.csv:12:5; kept"},
			"Employees: 2 rows with an id that stood before, the first at old.csv, line 12; kept",
			"Employees: 2 Zeilen mit einer Kennung, die schon vorkam, erstmals bei old.csv, Zeile 12; sie bleiben in der Auswertung",
		},
		{
			study.Notice{Code: study.IDsMayNumberRows, Where: "staff", Message: "staff: the ids of old.csv and of a:1.csv look like numbers of rows, and the same id in both waves is taken for the same person"},
			"Employees: the ids of old.csv and of a:1.csv look like numbers of rows, and the same id in both waves is taken for the same person",
			"Employees: die Kennungen in old.csv und in a:1.csv sehen wie Zeilennummern aus, und dieselbe Kennung in beiden Wellen gilt als dieselbe Person",
		},
		{
			study.Notice{Code: study.Reworded, Message: `x: staff was asked "Is \"it\" good?"`}, "x: staff was asked “Is \"it\" good?”", "x: staff was asked „Is \"it\" good?“",
		},
	} {
		for _, tag := range Languages() {
			w, err := newLanguage(tag)
			if err != nil {
				t.Fatal(err)
			}
			l := newLookup(r, w)
			l.client = true
			want := of.english
			if tag == "de" {
				want = of.german
			}
			if got := l.messages([]study.Notice{of.notice}); len(got) != 1 || got[0] != want {
				t.Errorf("%s: %q, want %q", tag, got, want)
			}
		}
	}
}
