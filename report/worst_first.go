package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/gate"
)

// worstFirst sorts verdicts by what they mean for the pipeline, and those that mean the same by how clearly the value lies beyond its
// limit: its distance in lengths of the interval on that side, which values in different units share. What is equal keeps its order.
func worstFirst(verdicts []gate.Verdict) []gate.Verdict {
	sorted := slices.Clone(verdicts)
	slices.SortStableFunc(sorted, func(a, b gate.Verdict) int {
		return cmp.Or(-cmp.Compare(severity(a), severity(b)), -cmp.Compare(clarity(a), clarity(b)))
	})
	return sorted
}

// severity ranks what a verdict means.
func severity(v gate.Verdict) int {
	rank := map[gate.Level]int{gate.Failure: 20, gate.Warning: 10}[v.Level]
	return rank + map[gate.Outcome]int{gate.Fail: 3, gate.Inconclusive: 2, gate.NoData: 1}[v.Outcome]
}

// clarity is how far a value lies beyond its limit, in lengths of the interval on that side, and negative inside; without a sampling
// error it is beyond doubt.
func clarity(v gate.Verdict) float64 {
	if !v.Distance.Defined() {
		return 0
	}
	beyond := v.Outcome == gate.Fail
	if v.Outcome == gate.Inconclusive { // on which side it leans
		beyond = strings.HasPrefix(v.Limit, "<") == (v.Distance > 0)
	}
	if !beyond {
		return -lengths(v)
	}
	return lengths(v)
}

// lengths is the distance of a value from its limit, in lengths of the interval on that side.
func lengths(v gate.Verdict) float64 {
	distance, reach := float64(v.Distance), float64(v.High-v.Value)
	if distance > 0 {
		reach = float64(v.Value - v.Low)
	}
	switch {
	case reach == 0:
		return math.Inf(1)
	case math.IsNaN(reach):
		return 0
	}
	return math.Abs(distance) / reach
}
