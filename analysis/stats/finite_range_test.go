package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// nearCensus draws n answers of a population of N, of whom k count, and the sample of them.
func nearCensus(t *rapid.T, name string) (s Sample, k, n, whole int) {
	whole = rapid.IntRange(2, 60).Draw(t, name+" population")
	n = rapid.IntRange(1, whole-1).Draw(t, name+" answered")
	k = rapid.IntRange(0, n).Draw(t, name+" counted")
	s = successes(k, n)
	s.Population = whole
	return s, k, n, whole
}

// 2 of 18 leaders, of 20 in all: at least 2 of 20 and at most 4, where Wilson's interval alone would begin at .0764.
func TestShareOfANearCensus(t *testing.T) {
	s := successes(2, 18)
	s.Population = 20
	low, high := Wilson(1.0/9, 180, 0.95)
	if e := s.Share(isOne, 0.95); e.Low != 0.1 || e.High != high || !(low < 0.08) || !(high < 0.2) {
		t.Errorf("2 of 18 of 20: got %v to %v, Wilson %v to %v", e.Low, e.High, low, high)
	}
	s = successes(18, 19)
	s.Population = 20
	low, high = Wilson(18.0/19, 380, 0.95)
	if e := s.Share(isOne, 0.95); !near(e.Low, low, 1e-12) || e.High != 0.95 || !(high > 0.96) {
		t.Errorf("18 of 19 of 20: got %v to %v, Wilson %v to %v, and at most 19 of 20 can count", e.Low, e.High, low, high)
	}
}

// An interval holds no share that the population cannot have, and every possible one that Wilson's holds: coverage stays as it is.
func TestSharesOfAPopulationArePossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, k, n, whole := nearCensus(t, "")
		e := s.Share(isOne, 0.95)
		least, most := float64(k)/float64(whole), float64(whole-n+k)/float64(whole)
		if !(least-1e-12 <= e.Low && e.Low <= e.Value && e.Value <= e.High && e.High <= most+1e-12) {
			t.Fatalf("%d of %d of %d: %v to %v, possible are %v to %v", k, n, whole, e.Low, e.High, least, most)
		}
		low, high := Wilson(e.Value, e.ScoreBase, 0.95)
		for members := k; members <= whole-n+k; members++ {
			share := float64(members) / float64(whole)
			if held, wilson := e.Low <= share+1e-12 && share-1e-12 <= e.High, low <= share+1e-12 && share-1e-12 <= high; held != wilson {
				t.Fatalf("%d of %d of %d: %d members held %v, by Wilson %v", k, n, whole, members, held, wilson)
			}
		}
	})
}

// Equal weights are no weights; unequal ones leave Wilson's interval alone, for their share may lie outside itself.
func TestWeightedSharesKeepWilson(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, k, n, whole := nearCensus(t, "")
		values, equal := make([]float64, n), make([]float64, n)
		weight := rapid.Float64Range(0.01, 100).Draw(t, "weight")
		for i := range values {
			equal[i] = weight
			if i < k {
				values[i] = 1
			}
		}
		plain, same := s.Share(isOne, 0.95), NewSample(values, equal)
		same.Population = whole
		if e := same.Share(isOne, 0.95); !near(e.Low, plain.Low, 1e-9) || !near(e.High, plain.High, 1e-9) {
			t.Fatalf("weights of %v: %v to %v, without %v to %v", weight, e.Low, e.High, plain.Low, plain.High)
		}
		unequal := NewSample(append(values, 1, 0), append(equal, 3*weight, weight/2))
		unequal.Population = whole + 2
		e := unequal.Share(isOne, 0.95)
		if low, high := Wilson(e.Value, e.ScoreBase, 0.95); e.Low != low || e.High != high {
			t.Fatalf("unequal weights: %v to %v, Wilson %v to %v", e.Low, e.High, low, high)
		}
	})
}

// What is made of such shares keeps to what is possible too: nets, differences and ratios.
func TestDifferencesOfNearCensusesArePossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, ka, na, wholeA := nearCensus(t, "a")
		b, kb, nb, wholeB := nearCensus(t, "b")
		leastA, mostA := float64(ka)/float64(wholeA), float64(wholeA-na+ka)/float64(wholeA)
		leastB, mostB := float64(kb)/float64(wholeB), float64(wholeB-nb+kb)/float64(wholeB)
		inside := func(what string, low, high, least, most float64) {
			if low < least-1e-9 || high > most+1e-9 {
				t.Fatalf("%s: %v to %v, possible are %v to %v", what, low, high, least, most)
			}
		}
		x, y := a.Share(isOne, 0.95), b.Share(isOne, 0.95)
		d := Newcombe(x, y)
		inside("difference", d.Low, d.High, leastA-mostB, mostA-leastB)
		r := ShareRatio(x, y, 0.95)
		inside("ratio", r.Low, r.High, leastA/mostB, mostA/leastB)
		missing := float64(wholeA-na) / float64(wholeA)
		net := float64(2*ka-na) / float64(wholeA)
		e := a.NetShare(isOne, func(v float64) bool { return v == 0 }, 0.95)
		inside("net", e.Low, e.High, net-missing, net+missing)
		signs := make([]float64, na)
		for i := range signs {
			signs[i] = 1 - 2*math.Min(1, math.Max(0, float64(i+1-ka)))
		}
		s := NewSample(signs, nil)
		s.Population = wholeA
		m := s.NetMean(0.95)
		if !near(m.Value, e.Value, 1e-12) {
			t.Fatalf("net %v, as a mean %v", e.Value, m.Value)
		}
		inside("mean of signs", m.Low, m.High, net-missing, net+missing)
	})
}
