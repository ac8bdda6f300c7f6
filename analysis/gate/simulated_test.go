package gate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// simulated is a study whose answers are drawn anew in every run, and go the whole way from answers to verdicts.
type simulated struct {
	study *study.Study
	// draw returns the answers of an audience: by respondent, by item.
	draw func(source *rand.Rand, audience int) []respondent
}

// respondent is what one respondent of a simulation answered.
type respondent struct {
	codes            []study.Code
	weight           float64
	cluster, segment string
}

// newSimulated returns a study in which all audiences were asked so many items on 1..10.
func newSimulated(t *testing.T, items int, audiences ...string) *simulated {
	t.Helper()
	scale, err := study.ParseScale("1..10")
	if err != nil {
		t.Fatal(err)
	}
	s := &study.Study{Title: "simulated"}
	s.Quality, s.Analysis, s.Privacy = study.Defaults()
	for _, id := range audiences {
		s.Audiences = append(s.Audiences, &study.Audience{ID: id, Label: id, Anonymous: true})
	}
	for k := range items {
		item := &study.Item{ID: fmt.Sprintf("item_%d", k), Target: 70}
		rating := &study.Rating{Item: item, Kind: study.Performance, Columns: map[string]*study.Column{}}
		for _, id := range audiences {
			rating.Columns[id] = &study.Column{Selector: study.Selector{Name: item.ID}, Scale: scale}
		}
		item.Ratings = []*study.Rating{rating}
		s.Items = append(s.Items, item)
	}
	return &simulated{study: s}
}

// result draws answers and analyses them.
func (s *simulated) result(t *testing.T, source *rand.Rand) *analysis.Result {
	t.Helper()
	tally := analysis.NewTally(s.study)
	for a, audience := range s.study.Audiences {
		people := s.draw(source, a)
		r := &study.Responses{Audience: a, N: len(people), Codes: make([][]study.Code, len(s.study.Items)), Straight: make([]bool, len(people))}
		var segment []string
		for _, p := range people {
			for k, code := range p.codes {
				r.Codes[k] = append(r.Codes[k], code)
			}
			if audience.Weight != nil {
				r.Weight = append(r.Weight, p.weight)
			}
			if audience.Cluster != nil {
				r.Cluster = append(r.Cluster, p.cluster)
			}
			segment = append(segment, p.segment)
		}
		if len(s.study.Segments) > 0 {
			r.Segments = [][]string{segment}
		}
		if err := tally.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	return analysis.Analyze(s.study, tally, analysis.Provenance{})
}

// rates returns how often rules with their true values on the limits fail, by rule: any of the repetitions of one.
func (s *simulated) rates(t *testing.T, runs int, checks ...study.Check) []rates {
	t.Helper()
	var list []*study.Check
	for i := range checks {
		checks[i].ID, checks[i].OnInconclusive, checks[i].FailSmallBase = fmt.Sprintf("rule_%d", i), study.CheckWarn, true
		list = append(list, &checks[i])
	}
	parsed, err := Parse(s.study, list)
	if err != nil {
		t.Fatal(err)
	}
	source := rand.New(rand.NewPCG(2026, 11))
	all := make([]rates, len(checks))
	for range runs {
		report := Evaluate(parsed, s.result(t, source), Against{})
		for i := range checks {
			all[i].count(report, checks[i].ID, runs)
		}
	}
	return all
}

// count adds one run: a rule fails if one of its verdicts does, and passes if all do.
func (r *rates) count(report *Report, rule string, runs int) {
	seen := map[Outcome]int{}
	n := 0
	for _, v := range report.Verdicts {
		if v.Rule == rule {
			seen[v.Outcome]++
			n++
		}
	}
	switch {
	case seen[Fail] > 0:
		r.failed += 1 / float64(runs)
	case seen[NoData] > 0:
		r.noData += 1 / float64(runs)
	case seen[Pass] == n:
		r.passed += 1 / float64(runs)
	}
}
