package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Clusters that are copies of each other say nothing of the scatter between clusters: no standard error and no p, however
// the mean is rounded.
func TestEqualClustersHaveNoStandardError(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := answers("one").Draw(t, "cluster")
		w := weightsOf(len(one)).Draw(t, "w")
		var x, weights []float64
		var clusters []string
		for c := range rapid.IntRange(2, 9).Draw(t, "clusters") {
			for i := range one {
				x, weights, clusters = append(x, one[i]), append(weights, w[i]), append(clusters, string(rune('a'+c)))
			}
		}
		s := NewClusteredSample(x, weights, clusters)
		e := s.Mean(0.95)
		if !math.IsNaN(e.SE) || !math.IsNaN(e.Low) || !e.Has(ZeroVariance) {
			t.Fatalf("got %+v, want no SE and %s", e, ZeroVariance)
		}
		if d := Welch(e, NewSample([]float64{1, 2, 4}, nil).Mean(0.95), 0.95); !math.IsNaN(d.P) || !d.Has(ZeroVariance) {
			t.Fatalf("a gap to equal clusters: got %+v", d)
		}
		top := s.Share(func(v float64) bool { return v >= 8 }, 0.95)
		low, high := Wilson(top.Value, float64(len(s.Clusters)), 0.95)
		if top.SE != 0 || !near(top.Low, low, 1e-12) || !near(top.High, high, 1e-12) {
			t.Fatalf("share: got %+v, want %v to %v on a base of %d clusters", top, low, high, len(s.Clusters))
		}
	})
}

// The threshold does not swallow a difference between clusters that is there.
func TestNearlyEqualClustersHaveAStandardError(t *testing.T) {
	s := NewClusteredSample([]float64{5, 5, 5, 5 + 1e-9}, nil, []string{"a", "a", "b", "b"})
	// Two clusters of two: the means are 0.5e-9 apart, and the standard error is half of that.
	if e := s.Mean(0.95); !(math.Abs(e.SE/0.25e-9-1) < 1e-5) {
		t.Errorf("got %+v, want a standard error of 0.25e-9", e)
	}
}

func TestClustersWithoutASecond(t *testing.T) {
	s := NewClusteredSample([]float64{5, 7, 9}, nil, []string{"a", "a", "a"})
	for name, e := range map[string]Estimate{"mean": s.Mean(0.95), "share": s.Share(isOne, 0.95)} {
		if !e.Has(TooFewClusters) || !math.IsNaN(e.SE) || !math.IsNaN(e.Low) {
			t.Errorf("%s: got %+v, want %s", name, e, TooFewClusters)
		}
	}
	s = NewClusteredSample([]float64{5, 7, 9}, nil, []string{"a", "a", "b"})
	plain := s.Mean(0.95)
	s.Population = 30
	if e := s.Mean(0.95); !e.Has(PopulationUnused) || e.SE != plain.SE {
		t.Errorf("a population with clusters: got %+v, want the SE %v and %s", e, plain.SE, PopulationUnused)
	}
}

// A share's base with clusters is that of its standard error, and never more than the number of values.
func TestBaseOfAShareWithClusters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := answers("x").Draw(t, "x")
		clusters := make([]string, len(x))
		for i := range x {
			clusters[i] = string(rune('a' + rapid.IntRange(0, 5).Draw(t, "cluster")))
		}
		clusters[0], clusters[1] = "a", "b"
		e := NewClusteredSample(x, nil, clusters).Share(func(v float64) bool { return v >= 8 }, 0.95)
		if e.SE == 0 {
			return
		}
		base := math.Min(float64(len(x)), e.Value*(1-e.Value)/(e.SE*e.SE))
		if low, high := Wilson(e.Value, base, 0.95); !near(e.Low, low, 1e-9) || !near(e.High, high, 1e-9) {
			t.Fatalf("got %v to %v, want %v to %v on a base of %v", e.Low, e.High, low, high, base)
		}
	})
}
