package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type countedReading struct {
	files       []string
	size        int64
	bytes, rows int
}

func (c *countedReading) File(name string, bytes int64) {
	c.files, c.size = append(c.files, name), c.size+bytes
}
func (c *countedReading) Bytes(n int) { c.bytes += n }
func (c *countedReading) Rows(n int)  { c.rows += n }

// A meter is told of every full pass, of all of its bytes and records, and of no look at a beginning.
func TestMeterCountsFullPasses(t *testing.T) {
	dir := t.TempDir()
	text := "Q1,Q2\n" + strings.Repeat("4,5\n", 5000)
	if err := os.WriteFile(filepath.Join(dir, "answers.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var meter countedReading
	e, err := OpenExport("answers.csv", Options{Dir: dir, Meter: &meter})
	if err != nil {
		t.Fatal(err)
	}
	if len(meter.files) > 0 {
		t.Errorf("opening an export counts as a pass through %v", meter.files)
	}
	for range 2 {
		if _, err := e.Records(context.Background(), func(Record) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if len(meter.files) != 2 || meter.size != int64(2*len(text)) || meter.bytes != 2*len(text) || meter.rows != 2*5001 {
		t.Errorf("two passes through %d bytes of 5001 records were counted as %+v", len(text), meter)
	}
}
