package stats

import "math"

// Newcombe estimates the difference of two independent shares with the hybrid score interval (Newcombe 1998, "Interval
// estimation for the difference between independent proportions", method 10):
//
//	d − √((a−l_a)² + (u_b−b)²)  to  d + √((u_a−a)² + (b−l_b)²)
//
// from the Wilson intervals (l, u) of the two shares, cut off at the differences that the possible shares of finite populations have. The ends that
// Share gives, of whole members and within what is possible, must not enter the roots. What Share cuts away is where its share cannot be, so it
// costs that interval nothing, but a root takes a − l_a for the spread of a: shortened, it makes the difference look surer than it is (13 of 14
// against 90 of 96 would be covered in 70 % of samples rather than 95 %).
//
// A share from a census is exact: it adds nothing to either root. Two of them, or a share without an interval for another reason, give no interval.
func Newcombe(a, b Estimate) Estimate {
	d := Undefined(a.N, a.NEffective, a.Level)
	d.Method = "newcombe"
	d.Value, d.SE = a.Value-b.Value, math.Hypot(a.SE, b.SE)
	if a.Has(Census) && b.Has(Census) {
		d.Warnings = []Warning{Census}
		return d
	}
	for _, e := range []Estimate{a, b} {
		for _, w := range e.Warnings {
			if w != Census && !d.Has(w) {
				d.Warnings = append(d.Warnings, w)
			}
		}
	}
	lowA, highA := scoreInterval(a)
	lowB, highB := scoreInterval(b)
	can := Span{a.can.Least - b.can.Most, a.can.Most - b.can.Least}
	d.Low, d.High = can.Within(d.Value-math.Hypot(a.Value-lowA, highB-b.Value), d.Value+math.Hypot(highA-a.Value, b.Value-lowB))
	return d
}

// scoreInterval returns Wilson's interval of a share, also beyond what is possible in its population; a census is exact.
func scoreInterval(e Estimate) (low, high float64) {
	if e.Has(Census) {
		return e.Value, e.Value
	}
	return Wilson(e.Value, e.ScoreBase, e.Level)
}
