package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/delimited"
)

// chunksOfRows is a text of several chunks, with line ends in quotes, and a bad cell in the last row of each thousand.
func chunksOfRows(rows int, bad string) string {
	var b strings.Builder
	b.WriteString("id,quick,why\n")
	for i := range rows {
		quick := fmt.Sprint(1 + i%10)
		if i%1000 == 999 {
			quick = bad
		}
		fmt.Fprintf(&b, "%d,%s,\"one\ntwo, and \"\"three\"\" of the reasons why\"\n", i, quick)
	}
	return b.String()
}

// Places are those of the file, in whatever chunk they lie and after however many line ends in cells.
func TestPlacesInLaterChunks(t *testing.T) {
	text := chunksOfRows(20_000, "11")
	if len(text) < 3*delimited.ChunkSize {
		t.Fatalf("%d bytes are too few", len(text))
	}
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	_, err = v.Read(context.Background(), &collector{})
	var want strings.Builder
	for i := range 10 {
		fmt.Fprintf(&want, "c.csv:%d:2: \"11\" is outside the scale 1..10 of item quick (column quick)\n", 2+2*(1000*i+999))
	}
	want.WriteString("and 10 more\n")
	if got := faultsOf(err); got != want.String() {
		t.Errorf("got\n%swant\n%s", got, want.String())
	}
}

// A quote against the rules in a later chunk is found on its line, whatever the chunks before and behind it are cut by.
func TestStrayQuoteInALaterChunk(t *testing.T) {
	const line = 12_002
	lines := strings.SplitAfter(strings.Repeat("7,\"a reason\nto stay\"\n", 15_000), "\n")
	text := "quick,why\n" + strings.Join(lines[:line-2], "") + strings.Replace(lines[line-2], "7,", "7,x\"", 1) + strings.Join(lines[line-1:], "")
	for _, r := range []route{{byRecord: true}, {}, {chunk: 1000, workers: 3}} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", text)
		if err != nil {
			t.Fatal(err)
		}
		v.exports[0].route = r
		_, err = v.Read(context.Background(), &collector{})
		if got := faultsOf(err); !strings.HasPrefix(got, fmt.Sprintf("c.csv:%d: a quote", line)) {
			t.Errorf("%+v: got %s", r, got)
		}
	}
}

// A record longer than several chunks is carried from one to the next.
func TestRecordLongerThanChunks(t *testing.T) {
	long := `"` + strings.Repeat("word and, \n", delimited.ChunkSize/4) + `"`
	text := "quick,why\n1,x\n2," + long + "\n3," + long + "\n4,y\n"
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	if _, err := v.Read(context.Background(), &c); err != nil {
		t.Fatal(faultsOf(err))
	}
	if got := fmt.Sprint(c.codes[[2]int{0, 0}]); got != "[0 1 2 3]" {
		t.Errorf("got %s", got)
	}
}

// What is allocated does not grow with the rows: eight times as many take hardly more. Each worker has memory of its own, and of few chunks a
// busy machine may give the second none: what one worker takes for few rows is the measure of both.
func TestMemoryDoesNotGrowWithRows(t *testing.T) {
	allocated := func(rows, workers int) uint64 {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(chunksOfRows(rows, "5")), 0o644); err != nil {
			t.Fatal(err)
		}
		v, err := openText(t, fmt.Sprintf(oneItem, ""), Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		for _, e := range v.exports {
			e.route = route{chunk: delimited.ChunkSize, workers: workers}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := v.Read(context.Background(), discardSink{}); err != nil {
			t.Fatal(faultsOf(err))
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	one, text := allocated(40_000, 1), uint64(len(chunksOfRows(280_000, "5")))
	for workers := 1; workers <= 2; workers++ {
		if many := allocated(320_000, workers); many > uint64(workers)*one+text/8 {
			t.Errorf("%d bytes for 40,000 rows by one worker, and %d for 320,000 by %d, whose text is %d longer", one, many, workers, text)
		}
	}
}

// Workers meet in one place only, where the file's order is kept.
func TestConcurrentChunks(t *testing.T) {
	text := []byte(chunksOfRows(3000, "5"))
	of := "audiences:\n  customers: {files: [\"-\"], id: id}\nscale: 1..10\nitems: {quick: {performance: quick}}\n"
	if one, many := readBy(t, of, text, route{chunk: 2000, workers: 1}), readBy(t, of, text, route{chunk: 2000, workers: 8}); one != many {
		t.Errorf("eight workers read something else than one")
	}
	if one, many := scanBy(text, route{chunk: 2000, workers: 1}), scanBy(text, route{chunk: 2000, workers: 8}); one != many {
		t.Errorf("eight workers see something else than one")
	}
}
