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
