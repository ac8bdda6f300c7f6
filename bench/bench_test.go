package bench

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
)

// written writes an export of so many rows and opens it.
func written(b testing.TB, rows int) (*study.Study, *importers.Survey, int64) {
	dir := b.TempDir()
	f, err := os.Create(filepath.Join(dir, "export.csv"))
	if err != nil {
		b.Fatal(err)
	}
	if err := Export(f, rows); err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	s, err := study.Parse("bench.yaml", []byte(Study("export.csv")))
	if err != nil {
		b.Fatal(err)
	}
	v, err := importers.Open(s, importers.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	return s, v, info.Size()
}

// BenchmarkAnalyze is the way from an export to all figures that analyze shows.
func BenchmarkAnalyze(b *testing.B) {
	for _, rows := range []int{1e3, 1e5, 1e6} {
		b.Run("rows="+strconv.Itoa(rows), func(b *testing.B) {
			s, v, size := written(b, rows)
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				analyse(b, s, v)
			}
		})
	}
}

func analyse(b testing.TB, s *study.Study, v *importers.Survey) *analysis.Result {
	tally := analysis.NewShortTally(s)
	intake, err := v.Read(context.Background(), tally)
	if err != nil {
		b.Fatal(err)
	}
	return analysis.Analyze(s, tally, analysis.Provenance{Intake: *intake})
}

// The benchmark does what it says: all rows count, in three audiences.
func TestExportIsAnalysed(t *testing.T) {
	s, v, size := written(t, 2000)
	r := analyse(t, s, v)
	kept := 0
	for _, f := range r.Flow {
		kept += f.Kept
	}
	if kept != 2000 || len(r.Audiences) != 3 || size < 2000*150 || size > 2000*250 {
		t.Errorf("%d rows of %d audiences in %d bytes", kept, len(r.Audiences), size)
	}
}
