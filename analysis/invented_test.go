package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// invented is a small study built in memory, so that each test says exactly what was answered.
type invented struct {
	study  *study.Study
	blocks []*study.Responses
}

// newInvented returns a study with the named audiences, which all were asked the items on the scale.
func newInvented(scale study.Scale, audiences []string, items ...string) *invented {
	s := &study.Study{Title: "invented"}
	s.Quality, s.Analysis, s.Privacy = study.Defaults()
	for _, id := range audiences {
		s.Audiences = append(s.Audiences, &study.Audience{ID: id, Label: id, Anonymous: true})
	}
	for _, id := range items {
		item := &study.Item{ID: id, Label: id, Target: math.NaN()}
		rating := &study.Rating{Item: item, Kind: study.Performance, Columns: map[string]*study.Column{}}
		for _, audience := range audiences {
			rating.Columns[audience] = &study.Column{Selector: study.Selector{Name: id}, Scale: scale}
		}
		item.Ratings = []*study.Rating{rating}
		s.Items = append(s.Items, item)
	}
	return &invented{study: s}
}

// answers adds respondents of an audience: rows of answers, NaN for a blank.
func (in *invented) answers(audience string, rows ...[]float64) {
	ratings := in.study.Ratings()
	r := &study.Responses{Audience: in.study.Audience(audience), N: len(rows), Codes: make([][]study.Code, len(ratings))}
	for i, rating := range ratings {
		column, asked := rating.Columns[audience]
		if !asked {
			continue
		}
		for _, row := range rows {
			r.Codes[i] = append(r.Codes[i], codeOf(column.Scale, row[i]))
		}
	}
	lines := study.NewStraightLines(in.study.Audiences[r.Audience], ratings)
	for row := range r.N {
		r.Straight = append(r.Straight, lines.In(r, row))
	}
	in.blocks = append(in.blocks, r)
}

// inSegment gives the respondents added last the values of a segment, in turn.
func (in *invented) inSegment(values ...string) {
	r := in.blocks[len(in.blocks)-1]
	column := make([]string, r.N)
	for i := range column {
		column[i] = values[i%len(values)]
	}
	r.Segments = [][]string{column}
}

// unequalWeights gives the respondents added last weights a little apart, in turn.
func (in *invented) unequalWeights() {
	r := in.blocks[len(in.blocks)-1]
	for row := range r.N {
		r.Weight = append(r.Weight, 1+float64((row+len(in.blocks))%3)/100)
	}
}

// inWave puts the respondents added last into a wave.
func (in *invented) inWave(wave int) {
	r := in.blocks[len(in.blocks)-1]
	r.Wave = make([]int, r.N)
	for i := range r.Wave {
		r.Wave[i] = wave
	}
}

func codeOf(scale study.Scale, x float64) study.Code {
	if math.IsNaN(x) {
		return study.Blank
	}
	code, ok := scale.Code(x)
	if !ok {
		panic(fmt.Sprintf("%v is not on %v", x, scale))
	}
	return code
}

// around adds n respondents whose answers scatter about the means, from a seeded source.
func (in *invented) around(seed uint64, audience string, n int, means ...float64) {
	source := rand.New(rand.NewPCG(seed, 1))
	var rows [][]float64
	for range n {
		row := make([]float64, len(means))
		common := source.NormFloat64()
		for k, mean := range means {
			scale := in.study.Ratings()[k].Columns[audience].Scale
			x := math.Round(mean + scale.Range()/7*(0.6*common+0.8*source.NormFloat64()))
			row[k] = math.Min(scale.High, math.Max(scale.Low, x))
		}
		rows = append(rows, row)
	}
	in.answers(audience, rows...)
}

// analyze runs the analysis and indexes its figures.
func (in *invented) analyze(t *testing.T) (*Result, map[string]Figure) {
	t.Helper()
	tally := NewTally(in.study)
	for _, block := range in.blocks {
		if err := tally.Add(block); err != nil {
			t.Fatal(err)
		}
	}
	result := Analyze(in.study, tally, Provenance{})
	figures := map[string]Figure{}
	for _, f := range result.Figures {
		if _, twice := figures[f.ID]; twice {
			t.Errorf("figure %s stands twice", f.ID)
		}
		figures[f.ID] = f
	}
	return result, figures
}

func must(t *testing.T, figures map[string]Figure, id string) Figure {
	t.Helper()
	f, found := figures[id]
	if !found {
		t.Fatalf("no figure %s", id)
	}
	return f
}
