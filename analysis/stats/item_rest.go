package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// NotableItemRest is the correlation, below 0, from which an item runs against the rest: a weaker one is a finding of large samples alone.
const NotableItemRest = 0.1

// ItemAgainst is an item that runs against the rest: its place among the items, and its correlation with the rest.
type ItemAgainst struct {
	Item int
	R    Estimate
}

// ItemsAgainst returns the items whose answers fall where those to the rest rise (the corrected item-total correlation of Nunnally & Bernstein
// 1994, chapter 8, with the mean of the others in place of their sum, so that who left some out counts).
//
// scores are the answers by item and respondent on one scale (POMP), NaN where there is none; weight is that of the respondents, units the number
// of independent units where respondents come in clusters, else 0. With the answers less their item's mean d and the directions s_i = ±1
//
//	r_i = corr(d_i, Σ_{j≠i} s_j·d_j / m_i)
//
// over the respondents who answered the item and at least half of the others, m_i of them. From all s = 1 on, the item with the lowest s_i·r_i is
// turned, while that is −NotableItemRest or less and the p of Fisher's z, of n_eff − 3 (n_eff at most the units), adjusted by
// Holm over all items, is at most 1 − level; no item is turned twice. The fewer items of one direction run against the rest; of two halves that
// without the first item. Undefined with fewer than three items: of two, each runs against the other.
func ItemsAgainst(scores [][]float64, weight []float64, units int, level float64) []ItemAgainst {
	if len(scores) < 3 {
		return nil
	}
	b := newBattery(scores, weight, units)
	for range scores {
		r, p := b.itemRest(level)
		lowest := -1
		for i := range r {
			if !b.turned[i] && isAgainst(r[i], p[i], level) && (lowest < 0 || r[i].Value < r[lowest].Value) {
				lowest = i
			}
		}
		if lowest < 0 {
			break
		}
		b.turn(lowest)
	}
	return b.fewer(level)
}

func isAgainst(r Estimate, adjusted, level float64) bool {
	return r.Value <= -NotableItemRest && adjusted <= 1-level+1e-12
}

// battery are the answers less their item's mean, each in its direction.
type battery struct {
	scores   [][]float64
	weight   []float64
	units    int
	turned   []bool
	sum      []float64 // by respondent, of all items
	answered []int
}

func newBattery(scores [][]float64, weight []float64, units int) *battery {
	b := &battery{weight: weight, units: units, turned: make([]bool, len(scores)), sum: make([]float64, len(weight)), answered: make([]int, len(weight))}
	for _, item := range scores {
		mean, of := 0.0, 0.0
		for k, x := range item {
			if !math.IsNaN(x) {
				mean += weight[k] * x
				of += weight[k]
			}
		}
		mean /= of
		centred := make([]float64, len(item))
		for k, x := range item {
			centred[k] = x - mean
			if !math.IsNaN(x) {
				b.sum[k] += centred[k]
				b.answered[k]++
			}
		}
		b.scores = append(b.scores, centred)
	}
	return b
}

func (b *battery) turn(item int) {
	b.turned[item] = !b.turned[item]
	for k, x := range b.scores[item] {
		if !math.IsNaN(x) {
			b.scores[item][k] = -x
			b.sum[k] -= 2 * x
		}
	}
}

// itemRest returns the correlation of every item with the rest, as they point now, and its p adjusted over the items.
func (b *battery) itemRest(level float64) (r []Estimate, adjusted []float64) {
	var p []float64
	for i := range b.scores {
		one := b.correlation(i, level)
		r = append(r, one)
		z := math.Abs(math.Atanh(one.Value)) * math.Sqrt(one.DF)
		p = append(p, 2*distuv.UnitNormal.Survival(z))
	}
	return r, Holm(p)
}

// correlation is that of an item with the mean of the others, with the interval of Fisher's z.
func (b *battery) correlation(item int, level float64) Estimate {
	var w, w2, x, y, xx, yy, xy float64
	n, others := 0, len(b.scores)-1
	for k, d := range b.scores[item] {
		rest := b.answered[k] - 1
		if math.IsNaN(d) || 2*rest < others || b.weight[k] == 0 {
			continue
		}
		of, v := (b.sum[k]-d)/float64(rest), b.weight[k]
		n++
		w, w2 = w+v, w2+v*v
		x, y = x+v*d, y+v*of
		xx, yy, xy = xx+v*d*d, yy+v*of*of, xy+v*d*of
	}
	e := Undefined(n, w*w/w2, level)
	e.Method = "fisher_z"
	units := e.NEffective
	if b.units > 0 {
		units = math.Min(units, float64(b.units))
	}
	e.DF = units - 3
	varX, varY := xx-x*x/w, yy-y*y/w
	if !(varX > 1e-12*xx && varY > 1e-12*yy && e.DF > 0) {
		return e
	}
	e.Value = math.Max(-1, math.Min(1, (xy-x*y/w)/math.Sqrt(varX*varY)))
	half := distuv.UnitNormal.Quantile((1+level)/2) / math.Sqrt(e.DF)
	e.Low, e.High = math.Tanh(math.Atanh(e.Value)-half), math.Tanh(math.Atanh(e.Value)+half)
	return e
}

// fewer returns the items that point where fewer do, as far as it is sure that they do, with their correlation with the rest as these point.
func (b *battery) fewer(level float64) []ItemAgainst {
	turned := 0
	for _, is := range b.turned {
		if is {
			turned++
		}
	}
	if turned == 0 {
		return nil
	}
	against := 2*turned < len(b.turned) || 2*turned == len(b.turned) && !b.turned[0]
	r, adjusted := b.itemRest(level)
	var all []ItemAgainst
	for i, one := range r {
		one.Value, one.Low, one.High = -one.Value, -one.High, -one.Low
		if b.turned[i] == against && isAgainst(one, adjusted[i], level) {
			all = append(all, ItemAgainst{i, one})
		}
	}
	return all
}
