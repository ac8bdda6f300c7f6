package report

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// BenchmarkReport renders the finished result of a study of forty items, rated by three audiences for performance and by customers
// for importance too, with an outcome and all resampled intervals.
func BenchmarkReport(b *testing.B) {
	r := fortyItems(b)
	for name, render := range map[string]func(*bytes.Buffer) error{
		"html": func(w *bytes.Buffer) error { return HTML(w, r, ClientOptions{}) },
		"markdown": func(w *bytes.Buffer) error {
			_, err := ClientMarkdown(w, r, ClientOptions{Charts: "charts"})
			return err
		},
		"table": func(w *bytes.Buffer) error { return Table(w, r, TableOptions{Detail: true}) },
		"json":  func(w *bytes.Buffer) error { return JSON(w, r) },
		"csv":   func(w *bytes.Buffer) error { return CSV(w, r) },
	} {
		b.Run(name, func(b *testing.B) {
			var page bytes.Buffer
			for b.Loop() {
				page.Reset()
				if err := render(&page); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(page.Len()))
		})
	}
}

func fortyItems(b testing.TB) *analysis.Result {
	b.Helper()
	s := &study.Study{Title: "Forty items"}
	s.Quality, s.Analysis, s.Privacy = study.Defaults()
	s.Analysis.Resamples = 100
	sizes := map[string]int{"leadership": 14, "staff": 96, "customers": 640}
	audiences := []string{"leadership", "staff", "customers"}
	for _, id := range audiences {
		s.Audiences = append(s.Audiences, &study.Audience{ID: id, Label: id, Anonymous: id != "leadership"})
	}
	rating := func(item *study.Item, kind study.Kind, asked ...string) {
		r := &study.Rating{Item: item, Kind: kind, Columns: map[string]*study.Column{}}
		for _, id := range asked {
			r.Columns[id] = &study.Column{Scale: ten()}
		}
		item.Ratings = append(item.Ratings, r)
	}
	for k := range 40 {
		item := &study.Item{
			ID: fmt.Sprintf("item_%d", k), Label: fmt.Sprintf("Statement %d on how we work for you", k),
			Dimension: []string{"Engagement", "Integrity", "Products", "Purpose"}[k%4], Target: math.NaN(),
		}
		rating(item, study.Performance, audiences...)
		rating(item, study.Importance, "customers")
		s.Items = append(s.Items, item)
	}
	outcome := &study.Item{ID: "outcome", Label: "Likelihood to recommend", Target: math.NaN()}
	rating(outcome, study.OutcomeKind, "customers")
	s.Items = append(s.Items, outcome)
	tally := analysis.NewTally(s)
	for j, id := range audiences {
		if err := tally.Add(answersToAll(s, j, sizes[id])); err != nil {
			b.Fatal(err)
		}
	}
	return analysis.AnalyzeInFull(s, tally, analysis.Provenance{Generator: analysis.Generator{Name: "cxgap", Version: "test"}})
}

// answersToAll invents the answers of an audience: a common factor, and means that move with the item.
func answersToAll(s *study.Study, audience, n int) *study.Responses {
	source := rand.New(rand.NewPCG(3, uint64(audience)))
	ratings := s.Ratings()
	r := &study.Responses{Audience: audience, N: n, Codes: make([][]study.Code, len(ratings))}
	for range n {
		common := source.NormFloat64()
		for i, rating := range ratings {
			if rating.Columns[s.Audiences[audience].ID] != nil {
				x := math.Round(5 + 2*math.Sin(float64(i+audience)) + common + 1.5*source.NormFloat64())
				r.Codes[i] = append(r.Codes[i], study.Code(min(9, max(0, x))))
			}
		}
	}
	return r
}
