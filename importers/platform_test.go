package importers

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

var update = flag.Bool("update", false, "rewrite golden files")

// exported writes a text to a file and opens it.
func exported(t testing.TB, text string, o Options) (*Export, error) {
	t.Helper()
	o.Dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(o.Dir, "export.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return OpenExport("export.csv", o)
}

// TestPlatforms describes the samples of every platform as text; the golden files are read as prose when they change.
func TestPlatforms(t *testing.T) {
	golden := map[string]*strings.Builder{}
	for _, s := range sampleFiles(t) {
		if golden[s.platform] == nil {
			golden[s.platform] = &strings.Builder{}
		}
		describe(t, golden[s.platform], s)
	}
	for platform, text := range golden {
		path := filepath.Join(sampleFolder, platform, "columns.golden")
		if *update {
			if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), text.String()); diff != "" {
			t.Errorf("%s (-want +got), -update rewrites it:\n%s", path, diff)
		}
	}
	for _, p := range platforms() {
		if golden[p.name()] == nil {
			t.Errorf("there is no folder of samples for %s", p.name())
		}
	}
}

// describe writes what is seen in a sample.
func describe(t *testing.T, b *strings.Builder, s sample) {
	t.Helper()
	o := Options{Dir: sampleFolder, Dictionary: s.dictionary}
	in, err := Inspect(context.Background(), s.file, "", o)
	if err != nil {
		t.Fatalf("%s: %v", s.file, err)
	}
	e, err := OpenExport(s.file, o)
	if err != nil {
		t.Fatal(err)
	}
	if in.Platform != s.platform {
		t.Errorf("%s is taken for %s: %s", s.file, in.Platform, in.Evidence)
	}
	fmt.Fprintf(b, "## %s\n%s: %s; %s, delimiter %q, %d header records; read %d, kept %d", s.file, in.Platform, in.Evidence, in.Encoding, e.Delimiter, in.HeaderRows, in.Read, in.Kept)
	for _, d := range in.Dropped {
		fmt.Fprintf(b, ", %s %d", d.Reason, d.Rows)
	}
	b.WriteByte('\n')
	for i, c := range in.Columns {
		fmt.Fprintf(b, "%d %s | %s | %s", c.Position, c.ID, c.Question, c.Kind)
		if c.Scale != "" {
			fmt.Fprintf(b, " %s", c.Scale)
		}
		if c.Family != "" {
			fmt.Fprintf(b, " %s", c.Family)
		}
		fmt.Fprintf(b, " | %d answers, %d blank, %d don't know", c.Answered, c.Blank, c.DontKnow)
		if c.NotShown != nil {
			fmt.Fprintf(b, ", %d not shown", *c.NotShown)
		}
		if e.Columns[i].HasID {
			b.WriteString(" | has an id")
		}
		for _, f := range c.Flags {
			fmt.Fprintf(b, " | %s", f.Message)
		}
		b.WriteByte('\n')
	}
	for _, w := range in.Warnings {
		fmt.Fprintf(b, "%s: %s\n", w.Code, w.Text())
	}
}

func TestPlatformByName(t *testing.T) {
	e, err := exported(t, sampleText(t, "generic/usual.csv"), Options{Platform: "google_forms"})
	if err != nil || e.Platform != "google_forms" || e.Evidence != "as told" {
		t.Errorf("got %v, %v", e, err)
	}
	if _, err := exported(t, sampleText(t, "generic/usual.csv"), Options{Platform: "qualtrix"}); err == nil || !strings.Contains(err.Error(), `unknown platform "qualtrix"`) {
		t.Errorf("an unknown platform: got %v", err)
	}
	e, err = exported(t, "a;b\nx;y\n1;2\n", Options{HeaderRows: 2, Delimiter: ';'})
	if err != nil || e.HeaderRecords != 2 || e.Columns[0].Text != "x" || !e.Columns[0].HasID {
		t.Errorf("two header rows: got %+v, %v", e, err)
	}
	if _, err := exported(t, "a\n1\n", Options{HeaderRows: 9}); err == nil {
		t.Error("nine header records in a file of two pass")
	}
}

// study.Reason values in flows stay in one order, whatever the order of rows.
func TestReasonsAreInOrder(t *testing.T) {
	f := flow{read: 4, kept: 1, dropped: map[study.Reason]int{study.NoAnswer: 1, study.Preview: 1, study.Partial: 1}}
	var got []string
	for _, c := range f.entry("a", "f").Dropped {
		got = append(got, string(c.Reason))
	}
	if diff := cmp.Diff([]string{"preview", "partial", "no_answer"}, got); diff != "" {
		t.Error(diff)
	}
}
