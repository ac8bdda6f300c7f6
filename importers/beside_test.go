package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// What is to be said of a file that stands beside an export, with its choice texts or its dictionary, is said once: its words stand in the
// study and in the report.
func TestFilesBesideAnExportAreTold(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"codes.csv": "ResponseId,role,q1\nR_1,s,1\nR_2,s,2\nR_3,c,1\nR_4,c,2\n", "texts.csv": "ResponseId,role,q1\nR_1,s,pas d\xe9\xe7u\nR_2,s,d\xe9\xe7u\nR_3,c,pas d\xe9\xe7u\nR_4,c,d\xe9\xe7u\n",
		"redcap.csv": "record_id,q1,a_complete\n1,1,2\n2,2,2\n", "dictionary.csv": "field_name,form_name,field_type,field_label,select_choices_or_calculations\nq1,a,radio,Q,\"1, d\xe9\xe7u | 2, ravi\"\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const texts = "texts.csv:2:3: byte 0xE9 is not UTF-8; read as Windows-1252 ('é'); save the file in UTF-8 if that is wrong"
	const dictionary = "dictionary.csv:2:5: byte 0xE9 is not UTF-8; read as Windows-1252 ('é'); save the file in UTF-8 if that is wrong"
	said := func(notices []study.Notice) string {
		var messages []string
		for _, n := range notices {
			if n.Code == study.EncodingAssumed {
				messages = append(messages, n.Text())
			}
		}
		return strings.Join(messages, "\n")
	}
	for _, test := range []struct{ file, labels, dictionary, want string }{{"codes.csv", "texts.csv", "", texts}, {"redcap.csv", "", "dictionary.csv", dictionary}} {
		in, err := Inspect(context.Background(), test.file, test.labels, Options{Dir: dir, Dictionary: test.dictionary})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := said(in.Warnings); got != test.want {
			t.Errorf("inspect %s: got %q", test.file, got)
		}
	}
	for of, want := range map[string]string{
		"staff: {files: [codes.csv], where: {role: s}, labels_from: texts.csv}\n  customers: {files: [codes.csv], where: {role: c}, labels_from: texts.csv}\nscale: [pas déçu, déçu, fâché, furieux]":                  texts,
		"staff: {files: [redcap.csv], where: {record_id: 1}, dictionary: dictionary.csv}\n  customers: {files: [redcap.csv], where: {record_id: 2}, dictionary: dictionary.csv}\nscale: [déçu, ravi, heureux, comblé]": dictionary,
	} {
		v, err := openText(t, "audiences:\n  "+of+"\nitems: {q1: {performance: q1}}\n", Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := said(intake.Warnings); got != want {
			t.Errorf("%s: got %q", of, got)
		}
	}
}
