package analysis

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/cxgap/cxgap/analysis/study"
)

// keptRespondents is how many respondents of one audience and wave are kept one by one. Above it their answers live on
// as the sums of random groups only, so that memory does not grow with the rows of a file.
const keptRespondents = 50_000

// randomGroups is the number of groups that stand for the respondents of a very large audience: enough degrees of
// freedom that the t quantile is the normal's to two digits.
const randomGroups = 200

// units are the independent units of one audience and wave: its clusters, or else its respondents, or else (of a very
// large audience) random groups of them. They carry what frequency tables cannot: how the figures of several ratings vary
// together.
type units struct {
	rows  int
	seed  uint64
	model *driverModel // nil: no drivers
	pairs int          // pairings of the study

	// Respondents one by one, while they are few.
	weight  []float64
	codes   [][]study.Code // by rating and respondent; nil: not asked
	cluster []int          // nil: none

	// Sums by cluster or random group: by unit and rating, the weight and the weighted sum in POMP.
	sums []unitSums

	// Sums by random group for resampling, once the respondents are too many to be kept.
	groups []*groupSums
}

type unitSums struct{ weight, sum []float64 }

func newUnits(seed uint64, model *driverModel, pairings int) *units {
	return &units{seed: seed, model: model, pairs: pairings}
}

// add counts one row; cluster is its cluster's number, or -1.
func (u *units) add(c *cell, t *Tally, r *study.Responses, row int, w float64, cluster int) {
	code := func(i int) study.Code { return codeAt(r, i, row) }
	if cluster >= 0 {
		u.sum(c.counts, cluster).add(c.counts, w, code)
	}
	if u.groups == nil {
		u.keep(c.counts, code, w, cluster)
	} else {
		u.intoGroup(c, t, u.rows, w, cluster, code)
	}
	u.rows++
	if u.groups == nil && u.rows > keptRespondents {
		u.group(c, t)
	}
}

func codeAt(r *study.Responses, rating, row int) study.Code {
	if r.Codes[rating] == nil {
		return study.NotShown
	}
	return r.Codes[rating][row]
}

func (u *units) keep(tables []*counts, code func(rating int) study.Code, w float64, cluster int) {
	if u.codes == nil {
		u.codes = make([][]study.Code, len(tables))
	}
	u.weight = append(u.weight, w)
	if cluster >= 0 {
		u.cluster = append(u.cluster, cluster)
	}
	for i, table := range tables {
		if table != nil {
			u.codes[i] = append(u.codes[i], code(i))
		}
	}
}

// kept returns the answers of a kept respondent.
func (u *units) kept(row int) func(rating int) study.Code {
	return func(rating int) study.Code {
		if u.codes[rating] == nil {
			return study.NotShown
		}
		return u.codes[rating][row]
	}
}

// group folds the respondents kept so far into random groups.
func (u *units) group(c *cell, t *Tally) {
	u.groups = make([]*groupSums, randomGroups)
	for g := range u.groups {
		u.groups[g] = newGroupSums(len(c.counts), u.pairs, u.model)
	}
	for row, w := range u.weight {
		cluster := -1
		if u.cluster != nil {
			cluster = u.cluster[row]
		}
		u.intoGroup(c, t, row, w, cluster, u.kept(row))
	}
	u.weight, u.codes, u.cluster = nil, nil, nil
}

// intoGroup counts a respondent in a random group; clusters stay whole.
func (u *units) intoGroup(c *cell, t *Tally, row int, w float64, cluster int, code func(rating int) study.Code) {
	unit := row
	if cluster >= 0 {
		unit = cluster
	}
	g := groupOf(unit, u.seed)
	if cluster < 0 {
		u.sum(c.counts, g).add(c.counts, w, code)
	}
	u.groups[g].add(c, t, w, code, &t.row)
}

func (u *units) sum(tables []*counts, unit int) *unitSums {
	for len(u.sums) <= unit {
		u.sums = append(u.sums, unitSums{make([]float64, len(tables)), make([]float64, len(tables))})
	}
	return &u.sums[unit]
}

func (s *unitSums) add(tables []*counts, w float64, code func(rating int) study.Code) {
	for i, table := range tables {
		if table == nil {
			continue
		}
		if c := code(i); c.Valid() {
			s.weight[i] += w
			s.sum[i] += w * table.scale.POMP(table.scale.Value(c))
		}
	}
}

// groupOf returns the random group of a respondent: a hash of the seed and of the row's number in its audience, so that
// groups owe nothing to the order of rows in a file (the finaliser of SplitMix64: Steele, Lea & Flood 2014, figure 15).
func groupOf(row int, seed uint64) int {
	z := seed*0x9E3779B97F4A7C15 + (uint64(row)+1)*0xD1342543DE82EF95
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return int((z ^ (z >> 31)) % randomGroups)
}

// each visits the units with their weight and weighted sum (POMP) of the chosen ratings.
func (u *units) each(tables []*counts, ratings []int, visit func(weight, sum []float64)) {
	weight, sums := make([]float64, len(ratings)), make([]float64, len(ratings))
	if u.sums != nil {
		for _, unit := range u.sums {
			for k, i := range ratings {
				weight[k], sums[k] = unit.weight[i], unit.sum[i]
			}
			visit(weight, sums)
		}
		return
	}
	for row, w := range u.weight {
		for k, i := range ratings {
			weight[k], sums[k] = 0, 0
			if c := u.codes[i][row]; c.Valid() {
				weight[k], sums[k] = w, w*tables[i].scale.POMP(tables[i].scale.Value(c))
			}
		}
		visit(weight, sums)
	}
}

// covariance returns the covariance matrix of the means (in POMP) of the chosen ratings by Taylor linearisation,
//
//	C_ij = c_i·c_j · Σ_u e_ui·e_uj,  e_ui = Σ_{k∈u} w_k(x_ki−m_i) / W_i,  c_i² = U_i/(U_i−1)
//
// over the units u, U_i of which answered rating i: METHODS section 3 in matrix form, so that C_ii is the square of the
// standard error of the mean (without finite population correction). A rating that fewer than two units answered has
// variance 0. The degrees of freedom are the number of units less one.
func (u *units) covariance(tables []*counts, ratings []int) (*mat.SymDense, float64) {
	p := len(ratings)
	total, mean, answering := make([]float64, p), make([]float64, p), make([]float64, p)
	all := 0.0
	u.each(tables, ratings, func(weight, sums []float64) {
		all++
		for k := range p {
			if weight[k] > 0 {
				total[k] += weight[k]
				mean[k] += sums[k]
				answering[k]++
			}
		}
	})
	for k := range p {
		mean[k] /= total[k]
	}
	cov := make([]float64, p*p)
	e := make([]float64, p)
	u.each(tables, ratings, func(weight, sums []float64) {
		for k := range p {
			e[k] = 0
			if answering[k] > 1 && weight[k] > 0 {
				e[k] = (sums[k] - mean[k]*weight[k]) / total[k] * math.Sqrt(answering[k]/(answering[k]-1))
			}
		}
		for k := range p {
			for l := k; l < p; l++ {
				cov[k*p+l] += e[k] * e[l]
			}
		}
	})
	return mat.NewSymDense(p, cov), all - 1
}
