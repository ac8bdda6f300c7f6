package analysis

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// asked adds respondents to whom one item was shown, by their codes, each with a weight and a cluster if there are any.
func (in *invented) asked(codes []study.Code, weights []float64, clusters []string) {
	r := &study.Responses{N: len(codes), Codes: [][]study.Code{codes}, Weight: weights, Cluster: clusters}
	r.Straight = make([]bool, r.N)
	in.blocks = append(in.blocks, r)
}

const missingID, unsureID = "profile/performance/customers/easy/missing", "profile/performance/customers/easy/dont_know"

func TestShareOfMissing(t *testing.T) {
	five, err := study.ParseScale("1..5")
	if err != nil {
		t.Fatal(err)
	}
	point := func(x float64) study.Code { return codeOf(five, x) }
	// Ten of twenty gave no rating: 4 "don't know", 5 blank, 1 withheld; two were not shown the item.
	codes := []study.Code{
		point(1), point(2), point(3), point(4), point(5), point(5), point(4), point(3), point(4), point(2),
		study.DontKnow, study.DontKnow, study.DontKnow, study.DontKnow,
		study.Blank, study.Blank, study.Blank, study.Blank, study.Blank, study.Suppressed, study.NotShown, study.NotShown,
	}
	plain := newInvented(five, []string{"customers"}, "easy")
	plain.asked(codes, nil, nil)
	_, figures := plain.analyze(t)
	f := must(t, figures, missingID)
	// Wilson, 10 of 20.
	if f.Value != .5 || f.N != 20 || math.Abs(float64(f.Low)-.299298) > 1e-6 || math.Abs(float64(f.High)-.700702) > 1e-6 {
		t.Errorf("unweighted: got %v [%v, %v], n %v", f.Value, f.Low, f.High, f.N)
	}

	// Weights: those without a rating count three times.
	var weights []float64
	for i := range codes {
		weights = append(weights, map[bool]float64{true: 1, false: 3}[i < 10])
	}
	weighted := newInvented(five, []string{"customers"}, "easy")
	weighted.asked(codes, weights, nil)
	_, figures = weighted.analyze(t)
	f = must(t, figures, missingID)
	if f.Value != .75 || f.NEffective != 16 { // (10 + 30)² / (10 + 90)
		t.Errorf("weighted: got %v, effective %v", f.Value, f.NEffective)
	}

	// Clusters that answer with one voice have as many independent answers as there are clusters: a wider interval.
	var clusters []string
	for i := range codes {
		clusters = append(clusters, string(rune('a'+i/5)))
	}
	clustered := newInvented(five, []string{"customers"}, "easy")
	clustered.study.Audiences[0].Cluster = &study.Selector{Name: "account"}
	clustered.asked(codes, nil, clusters)
	_, figures = clustered.analyze(t)
	g := must(t, figures, missingID)
	if g.Value != .5 || g.N != 20 || !(g.High-g.Low > .55) {
		t.Errorf("clustered: got %v [%v, %v], n %v", g.Value, g.Low, g.High, g.N)
	}

	// Whoever says "don't know" and nothing else is missing: the two shares are one.
	same := newInvented(five, []string{"customers"}, "easy")
	same.study.Audiences[0].Cluster = &study.Selector{Name: "account"}
	same.asked(codes[:14], nil, clusters[:14])
	_, figures = same.analyze(t)
	if a, b := must(t, figures, missingID), must(t, figures, unsureID); a.Value != b.Value || a.Low != b.Low || a.High != b.High || a.SE != b.SE {
		t.Errorf("missing %v [%v, %v], don't know %v [%v, %v]", a.Value, a.Low, a.High, b.Value, b.Low, b.High)
	}
}

// The figure is the same however the rows are divided among workers.
func TestShareOfMissingInParts(t *testing.T) {
	five, err := study.ParseScale("1..5")
	if err != nil {
		t.Fatal(err)
	}
	source := rand.New(rand.NewPCG(2026, 11))
	in := newInvented(five, []string{"customers"}, "easy")
	in.study.Audiences[0].Cluster = &study.Selector{Name: "account"}
	var codes []study.Code
	var weights []float64
	var clusters []string
	for range 300 {
		code := study.Code(source.IntN(5))
		if source.Float64() < .2 {
			code = []study.Code{study.Blank, study.DontKnow, study.Suppressed}[source.IntN(3)]
		}
		codes, weights = append(codes, code), append(weights, float64(1+source.IntN(3)))
		clusters = append(clusters, string(rune('a'+source.IntN(20))))
	}
	in.asked(codes, weights, clusters)
	_, figures := in.analyze(t)
	whole := must(t, figures, missingID)
	in.blocks = nil
	for i := 0; i < 300; i += 100 {
		in.asked(codes[i:i+100], weights[i:i+100], clusters[i:i+100])
	}
	_, figures = in.analyze(t)
	parts := must(t, figures, missingID)
	tally := NewTally(in.study)
	for _, block := range in.blocks {
		part := tally.Part()
		if err := part.Add(block); err != nil {
			t.Fatal(err)
		}
		if err := part.Join(); err != nil {
			t.Fatal(err)
		}
	}
	r := Analyze(in.study, tally, Provenance{})
	for _, f := range r.Figures {
		if f.ID == missingID && (f.Value != whole.Value || f.Low != whole.Low || f.High != whole.High || f.SE != whole.SE) {
			t.Errorf("in parts %+v, as a whole %+v", f, whole)
		}
	}
	if parts.Value != whole.Value || parts.Low != whole.Low {
		t.Errorf("in blocks %v, as a whole %v", parts.Value, whole.Value)
	}
}
