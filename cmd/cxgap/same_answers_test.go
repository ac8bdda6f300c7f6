package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The same answers in other files give the same figures: Triple-S in CSV, of fixed width and in UTF-16, an export as CSV and as tabs in
// UTF-16, condensed answers with and without their metadata.
func TestSameAnswersInOtherFiles(t *testing.T) {
	const folder = "../../importers/testdata/platforms/"
	for _, same := range [][]string{
		{"triple_s/csv.sss", "triple_s/fixed.sss", "triple_s/utf16.sss"},
		{"qualtrics/current.csv", "qualtrics/utf16.tsv"},
		{"surveymonkey/condensed.csv", "surveymonkey/without_metadata.csv", "surveymonkey/emptied_metadata.csv"},
	} {
		first := ""
		for _, file := range same {
			out, errText, code := cxgap("analyze", "customers="+folder+file, "--format", "csv")
			if code != exitDone || !strings.Contains(out, "profile/performance/customers/") {
				t.Fatalf("%s: exit code %d\n%s", file, code, errText)
			}
			if first == "" {
				first = out
			}
			if out != first {
				t.Errorf("%s gives other figures than %s", file, same[0])
			}
		}
	}
}

// What stands beside an export is told by flag or in the study file: a data dictionary, a description, a decimal comma.
func TestToldBesideAnExport(t *testing.T) {
	folder, err := filepath.Abs("../../importers/testdata/platforms")
	if err != nil {
		t.Fatal(err)
	}
	data := map[string]string{}
	for _, name := range []string{"redcap/coded.csv", "redcap/coded.dictionary.csv", "triple_s/fixed.sss", "triple_s/fixed.asc", "generic/comma_decimals.csv"} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		data[filepath.Base(name)] = string(text)
	}
	t.Chdir(t.TempDir())
	for name, text := range data {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ name, args, audience, items string }{
		{
			"a data dictionary", "customers=coded.csv --dictionary coded.dictionary.csv", "{files: [coded.csv], dictionary: coded.dictionary.csv}",
			"scale: [Strongly disagree, Disagree, Neither agree nor disagree, Agree, Strongly agree]\nmissing: {dont_know: [Not applicable]}\nitems: {listens: {performance: listens}, answers: {performance: answers}}\n",
		},
		{
			"a description", "customers=fixed.asc --dictionary fixed.sss", "{files: [fixed.sss]}",
			"items: {q1: {performance: {customers: {column: Q1, scale: [Sehr unzufrieden, Unzufrieden, Neutral, Zufrieden, Sehr zufrieden], missing: {blank: [Keine Angabe]}}}}, q3: {performance: {customers: {column: Q3, scale: 1..10, missing: {dont_know: [Weiß nicht]}}}}}\n",
		},
		{
			"a decimal comma", "", "{files: [comma_decimals.csv], weight: gewicht, decimal: comma}",
			"scale: 1..10\nitems: {zufriedenheit: {performance: zufriedenheit}}\n",
		},
	} {
		if err := os.WriteFile("s.yaml", []byte("audiences: {customers: "+test.audience+"}\n"+test.items), 0o600); err != nil {
			t.Fatal(err)
		}
		byFile, errText, code := cxgap("analyze", "s.yaml", "--format", "csv")
		if code != exitDone {
			t.Errorf("%s, by study file: exit code %d\n%s", test.name, code, errText)
		}
		if test.args == "" {
			continue
		}
		byFlag, errText, code := cxgap(append(append([]string{"analyze"}, strings.Fields(test.args)...), "--format", "csv")...)
		if code != exitDone || byFlag != byFile {
			t.Errorf("%s, by flag: exit code %d, %s\n%s\n%s", test.name, code, errText, byFlag, byFile)
		}
	}
	if _, errText, code := cxgap("analyze", "customers=comma_decimals.csv", "--dictionary", "coded.csv"); code != exitInput || !strings.Contains(errText, "is no data dictionary of REDCap") {
		t.Errorf("an export for a dictionary: exit code %d\n%s", code, errText)
	}
	if _, errText, code := cxgap("inspect", "fixed.asc", "--platform", "triple_s"); code != exitUsage || !strings.Contains(errText, "without their description") {
		t.Errorf("data without a description: exit code %d\n%s", code, errText)
	}
}
