package importers

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// The line that tells Excel what stands between cells is neither header nor answer, and lines keep their numbers.
func TestDelimiterLine(t *testing.T) {
	for name, text := range map[string]string{
		"semicolon":          "sep=;\nid;We listen, really\n1;4\n2;5\n",
		"mark, CRLF, quotes": "\uFEFF\"SEP=;\"\r\nid;\"We listen, really\"\r\n1;4\r\n2;5\r\n",
		"tab":                "sep=\t\nid\tWe listen, really\n1\t4\n2\t5\n",
		"bar":                "sep=|\nid|We listen, really\n1|4\n2|5\n",
	} {
		e, err := exported(t, text, Options{})
		if err != nil {
			t.Errorf("%s: %s", name, faultsOf(err))
			continue
		}
		got, lines := "", []int(nil)
		for _, c := range e.Columns {
			got += c.ID + "/"
		}
		if _, err := e.Records(context.Background(), func(r Record) error {
			got += " " + strings.Join(r.Cells, "=")
			lines = append(lines, r.Line)
			return nil
		}); err != nil {
			t.Errorf("%s: %s", name, faultsOf(err))
		}
		if want := "id/We listen, really/ 1=4 2=5"; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if !slices.Equal(lines, []int{3, 4}) {
			t.Errorf("%s: on lines %v", name, lines)
		}
		s, err := scanExport(context.Background(), e)
		if err != nil || s.flow.read != 2 {
			t.Errorf("%s: scanned %+v, %v", name, s, err)
		}
	}
	if _, err := exported(t, "sep=;\n", Options{}); faultsOf(err) != "export.csv: the file holds no records\n" {
		t.Errorf("nothing else: %v", err)
	}
	e, err := exported(t, "sep=a question of its own\n4\n5\n", Options{})
	if err != nil || e.preamble != 0 || len(e.Columns) != 1 {
		t.Errorf("a header that begins alike: %+v, %v", e, err)
	}
}
