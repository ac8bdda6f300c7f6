package analysis

import (
	"math"
	"slices"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A tally less its straight-liners is the tally of the others: weights, clusters and all.
func TestWithoutStraightLinersIsTheTallyOfTheOthers(t *testing.T) {
	items := []string{"a", "b", "c", "d", "e"}
	build := func(withStraight bool) *Tally {
		in := newInvented(study.NewScale(1, 10), []string{"customers"}, items...)
		customers := in.study.Audiences[0]
		customers.Cluster, customers.Weight = &study.Selector{}, &study.Selector{}
		in.study.Items[1].Ratings[0].Columns["customers"].Reversed = true
		in.around(4, "customers", 40, 5, 6, 7, 5, 6)
		if withStraight {
			for _, x := range []float64{7, 3} {
				in.answers("customers", []float64{x, 11 - x, x, x, x}) // b is reversed: everybody ticked x
			}
		}
		tally := NewTally(in.study)
		for _, block := range in.blocks {
			for row := range block.N {
				block.Weight = append(block.Weight, 0.5+float64(row%7))
				block.Cluster = append(block.Cluster, string(rune('A'+row%5)))
			}
			if err := tally.Add(block); err != nil {
				t.Fatal(err)
			}
		}
		return tally
	}
	whole, others := build(true).cells[0][0], build(false).cells[0][0]
	if whole.straight.n != 2 || others.straight.n != 0 {
		t.Fatalf("got %d and %d straight-liners, want 2 and 0", whole.straight.n, others.straight.n)
	}
	for i := range items {
		rest := whole.counts[i].less(whole, whole.straight, whole.straight.counts[i])
		value := study.NewScale(1, 10).Value
		got, want := rest.sample(0, value).Mean(0.95), others.counts[i].sample(0, value).Mean(0.95)
		if math.Abs(got.Value-want.Value) > 1e-9 || math.Abs(got.SE-want.SE) > 1e-9 || got.N != want.N || got.DF != want.DF {
			t.Errorf("item %s: got %v ± %v (n %d, df %v), want %v ± %v (n %d, df %v)", items[i],
				got.Value, got.SE, got.N, got.DF, want.Value, want.SE, want.N, want.DF)
		}
	}
}

func TestStraightLinesNeedFiveAnswers(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"customers"}, "a", "b", "c", "d", "e", "f")
	nan := math.NaN()
	in.answers("customers",
		[]float64{7, 7, 7, 7, 7, nan},   // five alike: straight
		[]float64{7, 7, 7, 7, nan, nan}, // four alike: too few to tell
		[]float64{7, 7, 7, 7, 7, 8},
		[]float64{1, 1, 1, 1, 1, 1},
	)
	tally := NewTally(in.study)
	if err := tally.Add(in.blocks[0]); err != nil {
		t.Fatal(err)
	}
	if got := tally.cells[0][0].straight.n; got != 2 {
		t.Errorf("got %d straight-liners, want 2", got)
	}
}

// A disparity that hangs on straight-liners says so.
func TestSensitivityNamesTheVariantThatFails(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"leadership", "staff", "customers"}, "a", "b", "c", "d", "e")
	in.study.Audiences[0].Population = 6
	in.study.Audiences[2].Weight = &study.Selector{}
	in.answers("leadership", [][]float64{{8, 7, 7, 7, 10}, {7, 8, 7, 7, 8}, {6, 7, 8, 7, 9}, {7, 6, 7, 8, 10}, {8, 7, 6, 7, 8}, {7, 8, 7, 6, 9}}...)
	in.around(1, "staff", 80, 7, 7, 7, 7, 8.2)
	in.around(2, "customers", 80, 7, 7, 7, 7, 3)
	in.unequalWeights()
	for range 40 {
		in.answers("customers", []float64{1, 1, 1, 1, 1})
		in.unequalWeights()
	}
	_, figures := in.analyze(t)
	for _, test := range []struct {
		pair, item string
		holds, of  Number
		fails      string
	}{
		{"staff:customers", "a", 1, 2, FailsWithoutStraightLiners},
		{"staff:customers", "e", 2, 2, ""},
		{"leadership:customers", "e", 2, 2, ""},
	} {
		id := "gap/performance/" + test.pair + "/" + test.item + "/"
		holds, variants := must(t, figures, id+"holds"), must(t, figures, id+"variants")
		if holds.Value != test.holds || variants.Value != test.of || test.fails != "" && !holds.Note.Has(test.fails) {
			t.Errorf("%s: holds %v of %v with notes %v, want %v of %v and %s", id, holds.Value, variants.Value, holds.Note, test.holds, test.of, test.fails)
		}
		if want := (Notes{TriedUnweighted, TriedWithoutStraightLiners}); !slices.Equal(variants.Note, want) {
			t.Errorf("%s: the variants are %v, want %v", id, variants.Note, want)
		}
	}
}
