package gate

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawMeasured draws a measurement: exact, with a t interval, or with one that is longer on one side.
func drawMeasured(t *rapid.T, name string) measured {
	x := measured{value: rapid.Float64Range(-50, 50).Draw(t, name), level: 0.95, df: math.NaN(), n: 100}
	x.low, x.high = x.value, x.value
	reach := rapid.Float64Range(0.01, 30)
	switch rapid.SampledFrom([]string{"exact", "t", "score"}).Draw(t, name+" interval") {
	case "t":
		x.df = rapid.Float64Range(3, 500).Draw(t, name+" df")
		r := reach.Draw(t, name+" reach")
		x.low, x.high = x.value-r, x.value+r
	case "score":
		x.low, x.high = x.value-reach.Draw(t, name+" below"), x.value+reach.Draw(t, name+" above")
	}
	return x
}

// badness ranks states by what they mean for a rule.
func badness(s state) int { return map[state]int{holds: 0, undecided: 1, fails: 2}[s] }

// The stricter the limit, the worse the verdict; alone or beside others, of a value or of its absolute, by the interval or by the
// point.
func TestVerdictIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawMeasured(t, "value")
		if rapid.Bool().Draw(t, "absolute") {
			x = x.absolute()
		}
		point := rapid.IntRange(0, 9).Draw(t, "by the point") == 0
		op := rapid.SampledFrom([]string{"<=", "<", ">=", ">"}).Draw(t, "op")
		var others []evidence
		for range rapid.IntRange(0, 5).Draw(t, "others") {
			others = append(others, weigh(op, drawMeasured(t, "other"), rapid.Float64Range(-60, 60).Draw(t, "limit of other"), math.NaN(), point))
		}
		limits := rapid.SliceOfN(rapid.Float64Range(-60, 60), 2, 8).Draw(t, "limits")
		limits = append(limits, x.value, x.low, x.high)
		slices.Sort(limits)
		if op == "<=" || op == "<" {
			slices.Reverse(limits)
		}
		before := 0
		for _, limit := range limits {
			all := append([]evidence{weigh(op, x, limit, math.NaN(), point)}, others...)
			s := settle(all, 0.05, true)[0]
			if badness(s) < before {
				t.Fatalf("%s %v of %v [%v, %v]: milder than at the limit before", op, limit, x.value, x.low, x.high)
			}
			before = badness(s)
		}
	})
}

// The wider the limits of between, the milder the verdict.
func TestBetweenIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawMeasured(t, "value")
		low, high := rapid.Float64Range(-60, 60).Draw(t, "low"), 0.0
		high = low + rapid.Float64Range(0, 40).Draw(t, "width")
		before := 2
		for range 6 {
			s := settle([]evidence{weigh("between", x, low, high, false)}, 0.05, false)[0]
			if badness(s) > before {
				t.Fatalf("between %v and %v of %v [%v, %v]: worse than between narrower limits", low, high, x.value, x.low, x.high)
			}
			before = badness(s)
			low -= rapid.Float64Range(0, 20).Draw(t, "lower")
			high += rapid.Float64Range(0, 20).Draw(t, "higher")
		}
	})
}

// Beside others a decision is never bolder than alone.
func TestHolmDecidesNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []evidence
		for range rapid.IntRange(1, 12).Draw(t, "items") {
			all = append(all, weigh("<=", drawMeasured(t, "value"), rapid.Float64Range(-60, 60).Draw(t, "limit"), math.NaN(), false))
		}
		adjusted := settle(slices.Clone(all), 0.05, true)
		for i, alone := range settle(slices.Clone(all), 0.05, false) {
			if adjusted[i] != alone && adjusted[i] != undecided {
				t.Fatalf("alone %v, beside others %v", alone, adjusted[i])
			}
		}
	})
}

// A confident decision is what the point says, or none.
func TestConfidentAgreesWithThePoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawMeasured(t, "value")
		op := rapid.SampledFrom([]string{"<=", "<", ">=", ">", "between"}).Draw(t, "op")
		limit := rapid.Float64Range(-60, 60).Draw(t, "limit")
		upper := limit + rapid.Float64Range(0, 40).Draw(t, "width")
		confident := settle([]evidence{weigh(op, x, limit, upper, false)}, 0.05, false)[0]
		point := settle([]evidence{weigh(op, x, limit, upper, true)}, 0.05, false)[0]
		if confident != undecided && confident != point {
			t.Fatalf("%s %v, %v of %v [%v, %v]: confident %v, by the point %v", op, limit, upper, x.value, x.low, x.high, confident, point)
		}
	})
}
