package stats

import "math"

// ImpactAsymmetry returns how lopsided an attribute's effect on the outcome is (Mikulić & Prebežac 2008, equation 5),
//
//	IA = (r − |p|)/(r + |p|)
//
// with the penalty p ≤ 0 of a low and the reward r ≥ 0 of a high rating: −1 only hurts when low, +1 only pleases when high.
// A coefficient of the wrong sign counts as 0. NaN where neither has an effect.
func ImpactAsymmetry(penalty, reward float64) float64 {
	p, r := math.Max(0, -penalty), math.Max(0, reward)
	if math.IsNaN(penalty) || math.IsNaN(reward) || p+r == 0 {
		return math.NaN()
	}
	return (r - p) / (r + p)
}
