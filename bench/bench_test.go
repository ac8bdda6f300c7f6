package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
)

// written writes an export of so many rows and opens it.
func written(b testing.TB, rows int, platform string) (*study.Study, *importers.Survey, int64) {
	dir := b.TempDir()
	f, err := os.Create(filepath.Join(dir, "export.csv"))
	if err != nil {
		b.Fatal(err)
	}
	if err := ExportAs(f, rows, platform); err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	text, err := StudyAs("export.csv", platform)
	if err != nil {
		b.Fatal(err)
	}
	s, err := study.Parse("bench.yaml", []byte(text))
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
			s, v, size := written(b, rows, "plain")
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				analyse(b, s, v)
			}
		})
	}
}

// BenchmarkPlatform reads the same survey in the shapes of several platforms.
func BenchmarkPlatform(b *testing.B) {
	for _, platform := range Platforms() {
		b.Run(platform, func(b *testing.B) {
			s, v, size := written(b, 100_000, platform)
			b.SetBytes(size)
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
	s, v, size := written(t, 2000, "plain")
	r := analyse(t, s, v)
	kept := 0
	for _, f := range r.Flow {
		kept += f.Kept
	}
	if kept != 2000 || len(r.Audiences) != 3 || size < 2000*150 || size > 2000*250 {
		t.Errorf("%d rows of %d audiences in %d bytes", kept, len(r.Audiences), size)
	}
}

// The figures of a survey do not depend on the platform that wrote it.
func TestPlatformsGiveTheSameFigures(t *testing.T) {
	var want []string
	for _, platform := range Platforms() {
		s, v, _ := written(t, 1000, platform)
		var got []string
		for _, f := range analyse(t, s, v).Figures {
			got = append(got, fmt.Sprintf("%+v", f))
		}
		if want == nil {
			want = got
		}
		if platform == "qualtrics" { // answers in words have no mean on 1 to 10
			if len(got) < len(want)/2 {
				t.Errorf("%d figures of words, %d of numbers", len(got), len(want))
			}
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" || len(want) < 100 {
			t.Errorf("%s, %d figures: -%s +%s:\n%s", platform, len(want), Platforms()[0], platform, diff)
		}
	}
}
