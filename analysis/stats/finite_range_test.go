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
	if e := s.Share(isOne, 0.95); e.Low != 0.1 || e.High != 0.2 || !(low < 0.08) || !(high < 0.17) {
		t.Errorf("2 of 18 of 20: got %v to %v, Wilson %v to %v", e.Low, e.High, low, high)
	}
	s = successes(18, 19)
	s.Population = 20
	low, high = Wilson(18.0/19, 380, 0.95)
	if e := s.Share(isOne, 0.95); e.Low != 0.9 || e.High != 0.95 || !(low > 0.92) || !(high > 0.96) {
		t.Errorf("18 of 19 of 20: got %v to %v, Wilson %v to %v, and at most 19 of 20 can count", e.Low, e.High, low, high)
	}
}

// An interval holds no share that the population cannot have, and every possible one that Wilson's holds or ends beside: coverage can but rise.
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
			step := 1/float64(whole) - 1e-9
			if held, beside := e.Low <= share+1e-12 && share-1e-12 <= e.High, low-step <= share && share <= high+step; held != beside {
				t.Fatalf("%d of %d of %d: %d members held %v, within a member of Wilson's %v", k, n, whole, members, held, beside)
			}
		}
	})
}

// By exact enumeration of all samples without replacement: where half of a small population or more answered, the interval of a share holds
// it with .95 at the least, and with .90 from a third on; Wilson's alone falls below .80.
func TestSharesOfSmallPopulationsAreCovered(t *testing.T) {
	nominal, alone := 1.0, 1.0
	for whole := 4; whole <= 24; whole++ {
		for n := (whole + 2) / 3; n < whole; n++ {
			ends, wilson := make([][2]float64, n+1), make([][2]float64, n+1)
			for k := range ends {
				s := successes(k, n)
				s.Population = whole
				e := s.Share(isOne, 0.95)
				ends[k] = [2]float64{e.Low, e.High}
				wilson[k][0], wilson[k][1] = Wilson(e.Value, e.ScoreBase, 0.95)
			}
			for members := range whole + 1 {
				covered, by := 0.0, 0.0
				for k := max(0, n-(whole-members)); k <= min(n, members); k++ {
					p, share := hypergeometric(k, n, members, whole), float64(members)/float64(whole)
					if ends[k][0]-1e-12 <= share && share <= ends[k][1]+1e-12 {
						covered += p
					}
					if wilson[k][0]-1e-12 <= share && share <= wilson[k][1]+1e-12 {
						by += p
					}
				}
				least := 0.9
				if 2*n >= whole {
					least = 0.95
				}
				if covered < least {
					t.Errorf("%d of %d, of whom %d count: held with %v", n, whole, members, covered)
				}
				nominal, alone = math.Min(nominal, covered), math.Min(alone, by)
			}
		}
	}
	if !(alone < 0.8) {
		t.Errorf("Wilson's interval alone holds the share with %v at the least: it needs no widening", alone)
	}
	t.Logf("held with %.3f at the least, by Wilson's alone with %.3f", nominal, alone)
}

// hypergeometric is the chance that k of n drawn count, where members of the whole do.
func hypergeometric(k, n, members, whole int) float64 {
	choose := func(n, k int) float64 {
		c := 1.0
		for i := range k {
			c = c * float64(n-i) / float64(i+1)
		}
		return c
	}
	return choose(members, k) * choose(whole-members, n-k) / choose(whole, n)
}

// The t interval of a mean is cut at what those who did not answer can make of it, and left alone where nobody knows how many these are.
func TestMeansOfNearCensusesArePossible(t *testing.T) {
	values := make([]float64, 18)
	for i := range values {
		values[i] = 10
	}
	values[0] = 1
	s := NewSample(values, nil)
	alone := s.MeanOnScale(1, 10, 0.95)
	if plain := s.Mean(0.95); alone.Low != plain.Low || alone.High != plain.High || !(alone.High > 10) {
		t.Errorf("without a population: %v to %v, want %v to %v", alone.Low, alone.High, plain.Low, plain.High)
	}
	s.Population = 20
	if e := s.MeanOnScale(1, 10, 0.95); !near(e.Low, 9.166411329628838, 1e-4) || !near(e.High, 9.55, 1e-12) {
		t.Errorf("of 20: %v to %v, want 9.1664 to 9.55", e.Low, e.High)
	}
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(1, 10), 2, 40).Draw(t, "answers")
		sample := make([]float64, len(values))
		for i, v := range values {
			sample[i] = float64(v)
		}
		s := NewSample(sample, nil)
		s.Population = len(values) + rapid.IntRange(1, 5).Draw(t, "missing")
		e, plain := s.MeanOnScale(1, 10, 0.95), s.Mean(0.95)
		if !(plain.SE > 0) {
			return
		}
		total, missing := 0.0, float64(s.Population-len(values))
		for _, v := range sample {
			total += v
		}
		least, most := (total+missing)/float64(s.Population), (total+10*missing)/float64(s.Population)
		if !near(e.Low, math.Max(plain.Low, least), 1e-9) || !near(e.High, math.Min(plain.High, most), 1e-9) || !(e.Low <= e.Value && e.Value <= e.High) {
			t.Fatalf("%v to %v about %v, possible are %v to %v, t alone %v to %v", e.Low, e.High, e.Value, least, most, plain.Low, plain.High)
		}
	})
}

// In a large population the widening is not seen.
func TestLargePopulationsKeepWilson(t *testing.T) {
	s := successes(120, 400)
	s.Population = 50_000
	e := s.Share(isOne, 0.95)
	low, high := Wilson(e.Value, e.ScoreBase, 0.95)
	if math.Abs(e.Low-low) > 1.0/50_000 || math.Abs(e.High-high) > 1.0/50_000 {
		t.Errorf("%v to %v, Wilson %v to %v", e.Low, e.High, low, high)
	}
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

// Clustered answers are not so many members: nothing is rounded or cut off, although the population is known.
func TestClusteredSharesKeepWilson(t *testing.T) {
	values, clusters := make([]float64, 18), make([]string, 18)
	for i := range values {
		clusters[i] = string(rune('a' + i/2))
		if i < 5 {
			values[i] = 1
		}
	}
	s := NewClusteredSample(values, nil, clusters)
	s.Population = 20
	e := s.Share(isOne, 0.95)
	if low, high := Wilson(e.Value, e.ScoreBase, 0.95); e.Low != low || e.High != high || !(low < 5.0/20) {
		t.Errorf("%v to %v, Wilson %v to %v, which begins below 5 of 20", e.Low, e.High, low, high)
	}
	if can := s.Possible(e.Value, 0, 1); can != (Span{0, 1}) {
		t.Errorf("possible are %v, want all shares", can)
	}
}

// An estimate that no sample made, as of a published share, can be any share: what is made of two has the interval that samples of their bases have.
func TestPublishedSharesCanBeAny(t *testing.T) {
	of := func(k, n int) (published, sampled Estimate) {
		sampled = successes(k, n).Share(isOne, 0.95)
		published = Undefined(n, float64(n), 0.95)
		published.Value, published.SE, published.ScoreBase = sampled.Value, sampled.SE, sampled.ScoreBase
		return published, sampled
	}
	a, sampledA := of(40, 60)
	b, sampledB := of(10, 50)
	if d, want := Newcombe(a, b), Newcombe(sampledA, sampledB); d.Low != want.Low || d.High != want.High || !(d.Low < d.Value) || !(d.Value < d.High) {
		t.Errorf("difference %v to %v, want %v to %v", d.Low, d.High, want.Low, want.High)
	}
	if r, want := ShareRatio(a, b, 0.95), ShareRatio(sampledA, sampledB, 0.95); r.Low != want.Low || r.High != want.High || !(r.Low < r.Value) || !(r.Value < r.High) {
		t.Errorf("ratio %v to %v, want %v to %v", r.Low, r.High, want.Low, want.High)
	}
}
