package report

import (
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

var update = flag.Bool("update", false, "rewrite golden files")

// golden compares a text with a file, which -update writes.
func golden(t *testing.T, name, got string) {
	t.Helper()
	goldenFile(t, filepath.Join("testdata", name), got)
}

// goldenFile compares a text with a file anywhere.
func goldenFile(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), go test ./report -update rewrites it:\n%s", path, diff)
	}
}

// audience is an invented audience: how many answer, and around which means on their scale.
type audience struct {
	id, label  string
	n          int
	means      []float64 // by item; NaN: not asked
	scale      study.Scale
	population int
	waves      []float64 // how far the means move by wave; empty: one wave
}

// invented analyses a study of invented answers.
func invented(t *testing.T, title string, labels []string, waves []string, audiences ...audience) *analysis.Result {
	t.Helper()
	s := &study.Study{Title: title, Waves: waves}
	s.Quality, s.Analysis, s.Privacy = study.Defaults()
	for _, label := range labels {
		item := &study.Item{ID: "item_" + string(rune('a'+len(s.Items))), Label: label, Target: math.NaN()}
		item.Ratings = []*study.Rating{{Item: item, Kind: study.Performance, Columns: map[string]*study.Column{}}}
		s.Items = append(s.Items, item)
	}
	for _, a := range audiences {
		s.Audiences = append(s.Audiences, &study.Audience{ID: a.id, Label: a.label, Anonymous: true, Population: a.population})
		for k, mean := range a.means {
			if !math.IsNaN(mean) {
				s.Items[k].Ratings[0].Columns[a.id] = &study.Column{Scale: a.scale}
			}
		}
	}
	tally := analysis.NewTally(s)
	var intake study.Intake
	for i, a := range audiences {
		if err := tally.Add(answersOf(i, a)); err != nil {
			t.Fatal(err)
		}
		intake.Flow = append(intake.Flow, study.Flow{Audience: a.id, File: a.id + ".csv", Read: a.n, Kept: a.n})
		intake.Inputs = append(intake.Inputs, study.Input{
			File: a.id + ".csv", SHA256: "0123456789abcdef0123", Platform: "generic", Evidence: "no platform's marks", Encoding: "utf-8", Rows: a.n,
		})
	}
	return analysis.Analyze(s, tally, analysis.Provenance{Generator: analysis.Generator{Name: "cxgap", Version: "test"}, Intake: intake})
}

func answersOf(index int, a audience) *study.Responses {
	source := rand.New(rand.NewPCG(7, uint64(index)))
	waves := max(1, len(a.waves))
	r := &study.Responses{Audience: index, N: a.n * waves, Codes: make([][]study.Code, len(a.means))}
	for row := range r.N {
		wave, shift := row/a.n, 0.0
		if len(a.waves) > 0 {
			shift = a.waves[wave]
		}
		r.Wave = append(r.Wave, wave)
		common := source.NormFloat64()
		for k, mean := range a.means {
			if math.IsNaN(mean) {
				continue
			}
			x := math.Round(mean + shift + a.scale.Range()/8*(0.6*common+0.8*source.NormFloat64()))
			code, _ := a.scale.Code(math.Min(a.scale.High, math.Max(a.scale.Low, x)))
			r.Codes[k] = append(r.Codes[k], code)
		}
	}
	return r
}

func ten() study.Scale { return study.NewScale(1, 10) }

// threeAudiences has one item of each look: a disparity, a similarity, an item that staff were not asked, and an audience
// below the minimum base where small is set.
func threeAudiences(t *testing.T, small bool) *analysis.Result {
	t.Helper()
	leaders := audience{"leadership", "Leadership team", 14, []float64{9, 8, 7.5, 6}, ten(), 14, nil}
	if small {
		leaders.n, leaders.population = 4, 0
	}
	return invented(t, "Invented study",
		[]string{"Easy to do business with", "Keeps its promises", "Explains | its *prices*", "Long statement that needs more than one line in a table of this width"},
		nil,
		leaders,
		audience{"staff", "Staff", 60, []float64{7, 8, math.NaN(), 6.3}, ten(), 0, nil},
		audience{"customers", "Customers", 300, []float64{5.5, 8, 7.2, 6.4}, ten(), 0, nil},
	)
}

// fiveAudiences has ten pairs: more columns than any terminal.
func fiveAudiences(t *testing.T) *analysis.Result {
	t.Helper()
	var all []audience
	for i, id := range []string{"leadership", "staff", "partners", "branch_staff", "customers"} {
		all = append(all, audience{id, id, 40 + 10*i, []float64{8 - float64(i)/2, 7}, ten(), 0, nil})
	}
	return invented(t, "", []string{"Quick", "Friendly"}, nil, all...)
}

// differentScales has customers on 1..5 and staff on 1..10, in two waves.
func differentScales(t *testing.T) *analysis.Result {
	t.Helper()
	return invented(t, "Two waves", []string{"Quick"}, []string{"2025", "=2026"},
		audience{"staff", "Staff", 50, []float64{7}, ten(), 0, []float64{0, 1}},
		audience{"customers", "Customers", 90, []float64{3}, study.NewScale(1, 5), 0, []float64{0, 0.4}},
	)
}
