package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/cmd/cxgap/templates"
)

// A template is a study, and exports that hold its questions are read with it as it stands.
func TestTemplatesAreStudies(t *testing.T) {
	items := map[string]int{"trust": 16, "motives": 10}
	for _, name := range templates.Names() {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			var out, errOut bytes.Buffer
			if code := Main([]string{"init", "--template", name}, strings.NewReader(""), &out, &errOut); code != exitDone {
				t.Fatalf("exit code %d: %s", code, errOut.String())
			}
			if err := os.WriteFile("cxgap.yaml", out.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := study.Parse("cxgap.yaml", out.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Items) != items[name] {
				t.Errorf("%d items, want %d", len(s.Items), items[name])
			}
			for _, audience := range s.Audiences {
				writeAnswers(t, s, audience)
			}
			errOut.Reset()
			if code := Main([]string{"drivers", "--format", "csv"}, strings.NewReader(""), discard{}, &errOut); code != exitDone {
				t.Errorf("exit code %d: %s", code, errOut.String())
			}
		})
	}
}

// writeAnswers writes an export with the study's questions as its header.
func writeAnswers(t *testing.T, s *study.Study, a *study.Audience) {
	t.Helper()
	var header []string
	var scales []study.Scale
	seen := map[string]bool{}
	for _, r := range s.Ratings() {
		if c := r.Columns[a.ID]; c != nil {
			if seen[c.Selector.Text] || c.Selector.Text == "" {
				t.Errorf("%s of %s: question %q stands twice or is empty", r.Item.ID, a.ID, c.Selector.Text)
			}
			seen[c.Selector.Text] = true
			header, scales = append(header, c.Selector.Text), append(scales, c.Scale)
		}
	}
	file, err := os.Create(a.Files[0].Name)
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewWriter(file)
	records := [][]string{header}
	for row := range 40 {
		var record []string
		for i, scale := range scales {
			record = append(record, fmt.Sprint(scale.Value(study.Code((row+i*3+row/scale.Points()*i)%scale.Points()))))
		}
		records = append(records, record)
	}
	if err := w.WriteAll(records); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
