package importers

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/delimited"
)

// A record that never ends is an error within bounded memory, though its file is ten times as long.
func TestEndlessRecord(t *testing.T) {
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "c.csv"))
	if err != nil {
		t.Fatal(err)
	}
	piece := strings.Repeat("seven, eight\n", 1<<16)
	if _, err := f.WriteString("a,b\n" + strings.Repeat("1,2\n", delimited.Sniffed/4) + "\""); err != nil {
		t.Fatal(err)
	}
	for range 200 { // 160 MiB behind a quote
		if _, err := f.WriteString(piece); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	e, err := OpenExport("c.csv", Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = e.Records(context.Background(), func(Record) error { return nil })
	runtime.ReadMemStats(&after)
	if got := faultsOf(err); got != "c.csv:262146: the record that begins here is longer than 16 MiB\n" {
		t.Errorf("got %s", got)
	}
	if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 160 {
		t.Errorf("%d MiB were allocated", took)
	}
}
