package gate

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cxgap/cxgap/analysis/stats"
)

// state is what is known of a comparison: it holds, it does not, the sample cannot tell, or there are no data.
type state int

const (
	holds state = iota
	undecided
	fails
	noData
)

// evidence is what speaks for and against one comparison: the one-sided p-values of its two opposites. An exact value has
// p 0 or 1.
type evidence struct {
	against, inFavour float64 // p of "it holds" being true, and of "it does not" being true
	x                 measured
	limit             float64
	adjusted          float64 // by how much the p of the side that it leans to is multiplied for the number of repetitions
	family            int     // how many repetitions have a p; 0: they are not adjusted for
	adjustedP         float64 // of the side that it leans to
	byValue           bool    // the value alone decides
	missing           string
}

// weigh compares a value with its limits. With d the distance of the value to the limit and e that of the value to the end of
// its interval on that side, the p of the value lying beyond the limit is the upper tail of c·d/e, with c the quantile that
// the interval was made with: exact for a t interval, and for score intervals right where it matters, at the end.
func weigh(op string, x measured, low, high float64, point bool) evidence {
	if x.missing != "" {
		return evidence{missing: x.missing, x: x}
	}
	e := evidence{x: x, byValue: point}
	if point {
		x.low, x.high = x.value, x.value
	}
	switch op {
	case "<=", "<":
		e.limit = low
		e.against, e.inFavour = above(x, low), below(x, low)
		if x.value == low { // on the limit: <= holds, < does not, as far as the value alone goes
			e.exactly(x, op == "<=")
		}
	case ">=", ">":
		e.limit = low
		e.against, e.inFavour = below(x, low), above(x, low)
		if x.value == low {
			e.exactly(x, op == ">=")
		}
	default: // between: it fails on either side, and holds only with both ends inside
		e.limit = low
		if math.Abs(x.value-high) < math.Abs(x.value-low) {
			e.limit = high
		}
		e.against = math.Min(1, math.Min(below(x, low), above(x, high)))
		e.inFavour = math.Max(above(x, low), below(x, high))
		if x.low == x.high && (x.value == low || x.value == high) {
			e.exactly(x, true)
		}
	}
	if math.IsNaN(e.against) || math.IsNaN(e.inFavour) {
		return evidence{missing: noInterval, x: x}
	}
	return e
}

// halfway moves the limits of a whole number between it and the next: at most 3 means under 3.5, under 3 means under 2.5.
func halfway(op string, limit, upper float64) (float64, float64) {
	switch op {
	case "<=", ">":
		return math.Floor(limit) + 0.5, upper
	case "between":
		return math.Ceil(limit) - 0.5, math.Floor(upper) + 0.5
	}
	return math.Ceil(limit) - 0.5, upper
}

// exactly decides a value without uncertainty that lies on its limit.
func (e *evidence) exactly(x measured, holds bool) {
	if x.low != x.high {
		return
	}
	e.against, e.inFavour = 0, 1
	if holds {
		e.against, e.inFavour = 1, 0
	}
}

// above returns the p of "the true value is at most the limit": small if the value lies demonstrably above.
func above(x measured, limit float64) float64 { return tail(x, x.value-limit, x.value-x.low) }

// below returns the p of "the true value is at least the limit".
func below(x measured, limit float64) float64 { return tail(x, limit-x.value, x.high-x.value) }

func tail(x measured, distance, reach float64) float64 {
	switch {
	case x.low == x.high: // exact
		if distance > 0 {
			return 0
		}
		return 1
	case distance < 0: // on the other side: more than a half, whatever its size
		return 1
	case distance == 0:
		return 0.5
	case reach <= 0: // the interval ends at the value or on this side of it, before the limit
		return 0
	case math.Abs(distance/reach-1) < 1e-12: // the interval ends on the limit: rounding must not decide
		return (1 - x.level) / 2
	}
	df := x.df
	if math.IsNaN(df) {
		df = math.Inf(1)
	}
	t := stats.TQuantile(df, x.level) * distance / reach
	if math.IsInf(df, 1) {
		return math.Erfc(t/math.Sqrt2) / 2
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Survival(t)
}

// settle turns the evidence on one comparison over all repetitions into states, each at half the level that the intervals
// leave, Holm-adjusted over the repetitions unless the rule says otherwise. What is held back for its scale is undecided: it may well be a collapse.
func settle(all []evidence, alpha float64, adjust bool) []state {
	against, inFavour := make([]float64, len(all)), make([]float64, len(all))
	for i, e := range all {
		against[i], inFavour[i] = e.against, e.inFavour
		if e.missing != "" {
			against[i], inFavour[i] = math.NaN(), math.NaN()
		}
	}
	family := 0
	if adjust {
		against, inFavour = stats.Holm(against), stats.Holm(inFavour)
		for _, e := range all {
			if e.missing == "" {
				family++
			}
		}
	}
	states := make([]state, len(all))
	for i, e := range all {
		all[i].family, all[i].adjusted, all[i].adjustedP = family, 1, math.Min(against[i], inFavour[i])
		if adjust {
			all[i].adjusted = e.multiplier(all, alpha/2)
		}
		switch {
		case e.missing != "" && e.x.doubtful:
			states[i] = undecided
		case e.missing != "":
			states[i] = noData
		case against[i] < alpha/2:
			states[i] = fails
		case inFavour[i] < alpha/2:
			states[i] = holds
		default:
			states[i] = undecided
		}
	}
	return states
}

// multiplier is what Holm multiplies the p of the side that the evidence leans to with: how many of all are no smaller. Where one that is
// smaller could not be decided, this one cannot either, and that one's number stands: at its level the interval reaches across the limit.
func (e *evidence) multiplier(all []evidence, level float64) float64 {
	p := func(of *evidence) float64 { return of.against }
	if e.inFavour < e.against {
		p = func(of *evidence) float64 { return of.inFavour }
	}
	least := func(of *evidence) float64 {
		n := 0.0
		for i := range all {
			if all[i].missing == "" && p(&all[i]) >= p(of) {
				n++
			}
		}
		return math.Max(1, n)
	}
	own := least(e)
	if own*p(e) >= level {
		return own
	}
	for i := range all {
		if before := &all[i]; before.missing == "" && p(before) <= p(e) && least(before)*p(before) >= level {
			return math.Max(own, least(before))
		}
	}
	return own
}

// finding is the state of an expression, with the comparison that tells why.
type finding struct {
	state state
	at    int  // the comparison, in the order of the text
	small bool // the state rests on a small base
}

// opposite returns what not makes of a finding.
func (f finding) opposite() finding {
	switch f.state {
	case holds:
		f.state = fails
	case fails:
		f.state = holds
	}
	return f
}

// combine is Kleene's logic: what is not known stays unknown unless the other side decides alone. No data weighs more than
// undecided: a rule that could only hold by chance of a missing figure does not hold.
//
// Where one part decides alone, one that rests on no small base is preferred to one that does. Where all parts decide
// together, one small base makes the whole indicative.
func (e *expression) combine(of func(comparison int) finding) finding {
	switch e.op {
	case "":
		return of(e.number)
	case "not":
		return e.parts[0].combine(of).opposite()
	}
	decisive, together := fails, holds // one part decides an and
	if e.op == "or" {
		decisive, together = holds, fails
	}
	var parts []finding
	for _, part := range e.parts {
		parts = append(parts, part.combine(of))
	}
	for _, s := range []state{decisive, noData, undecided, together} {
		with := slices.DeleteFunc(slices.Clone(parts), func(f finding) bool { return f.state != s })
		if len(with) == 0 {
			continue
		}
		alone := s == decisive
		if at := slices.IndexFunc(with, func(f finding) bool { return f.small != alone }); at >= 0 {
			return with[at]
		}
		return with[0]
	}
	return finding{state: noData}
}
