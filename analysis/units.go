package analysis

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/cxgap/cxgap/analysis/study"
)

// keptRespondents is how many respondents of one audience and wave are kept one by one. Above it these are a random sample of them, and
// resamples draw random groups of them all, so that memory does not grow with the rows of a file.
const keptRespondents = 50_000

// drawnRespondents is how many of them a random sample holds at most; it holds at least about half as many. Correlations of 8,000 have a
// standard error of at most 0.011.
const drawnRespondents = 1 << 14

// randomGroups is the number of groups that stand for the respondents of a very large audience: enough degrees of
// freedom that the t quantile is the normal's to two digits.
const randomGroups = 200

// units are the independent units of one audience and wave: its clusters, or else its respondents, or else (of a very
// large audience) a random sample of them, and random groups. They carry what frequency tables cannot: how the figures of several
// ratings vary together.
type units struct {
	rows   int
	short  bool // without the sums that only resamples need
	seed   uint64
	model  *driverModel // nil: no drivers
	pairs  int          // pairings of the study
	mapped []bool       // by rating: items are placed by it, so that resamples ask for its sums

	// Respondents one by one: all of them while they are few, then a random sample, or none where there are clusters.
	weight  []float64
	codes   [][]study.Code // by rating and respondent; nil: not asked
	cluster []int          // nil: none

	sums []unitSums // by cluster

	// Once the respondents are too many to be kept they count in random groups too, unless nothing is resampled.
	grouped bool
	drawn   *respondentDraw // who is kept all the same; nil: all, or nobody
	totals  []*groupTotals  // by rating; nil: not asked, not mapped, or all by cluster or one by one
	groups  []*groupSums
	queue   groupQueue // complete respondents on their way there

	group     []uint8 // memory
	rowsDrawn []int32 // memory
}

// unitSums are the sums of a unit by rating: the weight, and behind it the weighted sum in POMP.
type unitSums []float64

func newUnits(seed uint64, model *driverModel, pairings []pairing, ratings int, short bool) *units {
	return &units{seed: seed, model: model, pairs: len(pairings), mapped: mappedRatings(pairings, ratings), short: short}
}

// ratingColumn is a column of codes whose sums are taken.
type ratingColumn struct {
	rating int
	codes  []study.Code
	sums   answerSums
}

// answerSums is what an answer adds to the number of answers, and to their sum in POMP, by the entry of its code.
type answerSums [][2]float64

// columnsOf returns the columns that a cell was asked.
func (c *cell) columnsOf(codes [][]study.Code) []ratingColumn {
	columns := make([]ratingColumn, 0, len(c.counts))
	for i, table := range c.counts {
		if table != nil && codes[i] != nil {
			if table.sums == nil {
				table.sums = sumsOf(table.scale)
			}
			columns = append(columns, ratingColumn{i, codes[i], table.sums})
		}
	}
	return columns
}

func sumsOf(scale study.Scale) answerSums {
	sums := make(answerSums, study.MissingKinds+scale.Points())
	for k := range scale.Points() {
		sums[study.MissingKinds+k] = [2]float64{1, scale.POMP(scale.Value(study.Code(k)))}
	}
	return sums
}

// addRows counts some rows of a block, in the order of the files.
func (u *units) addRows(c *cell, t *Tally, b *tallyBlock, rows []int32, complete *completeRows) {
	cluster := c.clustersOf(b.Responses, rows)
	if cluster != nil {
		columns := c.columnsOf(b.Codes)
		for i, row := range rows {
			u.sum(c.counts, cluster[i]).add(columns, row, b.weight[row])
		}
	}
	if !u.grouped && u.rows+len(rows) > keptRespondents {
		u.fold(c, t)
	}
	switch {
	case !u.grouped:
		u.keep(c.counts, b, rows, cluster)
	case u.drawn != nil:
		u.draw(c.counts, b, rows)
	}
	switch {
	case u.short:
	case u.grouped:
		u.intoGroups(c, t, b, rows, u.rows, cluster, complete)
	case u.model != nil:
		c.drivers.addAll(u.model, b, complete)
	}
	u.rows += len(rows)
}

// draw keeps a random sample of rows.
func (u *units) draw(tables []*counts, b *tallyBlock, rows []int32) {
	u.rowsDrawn = u.drawn.draw(u.rowsDrawn[:0], rows, u.rows, u.seed)
	u.keep(tables, b, u.rowsDrawn, nil)
	if len(u.weight) > drawnRespondents {
		u.thin()
	}
}

// thin lets fewer of the respondents drawn stay.
func (u *units) thin() {
	stay := u.drawn.thin(drawnRespondents)
	u.weight = slices.Clone(chosen(u.weight, stay)) // the memory of those who go is not kept
	for i, codes := range u.codes {
		if codes != nil {
			u.codes[i] = slices.Clone(chosen(codes, stay))
		}
	}
}

func codeAt(r *study.Responses, rating, row int) study.Code {
	if r.Codes[rating] == nil {
		return study.NotShown
	}
	return r.Codes[rating][row]
}

func (u *units) keep(tables []*counts, b *tallyBlock, rows []int32, cluster []int) {
	if u.codes == nil {
		u.codes = make([][]study.Code, len(tables))
	}
	for _, row := range rows {
		u.weight = append(u.weight, b.weight[row])
	}
	u.cluster = append(u.cluster, cluster...)
	for i, table := range tables {
		if table != nil {
			for _, row := range rows {
				u.codes[i] = append(u.codes[i], codeAt(b.Responses, i, int(row)))
			}
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

// block returns the respondents kept so far as a block, and all of its rows.
func (u *units) block() (kept *tallyBlock, rows []int32) {
	rows = make([]int32, len(u.weight))
	for i := range rows {
		rows[i] = int32(i)
	}
	return &tallyBlock{Responses: &study.Responses{N: len(rows), Codes: u.codes}, weight: u.weight}, rows
}

// fold begins to count in random groups, with the respondents kept so far.
func (u *units) fold(c *cell, t *Tally) {
	u.grouped = true
	if !u.short {
		u.foldIntoGroups(c, t)
	}
	if c.clusters != nil { // the sums by cluster say it all
		u.weight, u.codes, u.cluster = nil, nil, nil
		return
	}
	u.drawn = drawAll(u.rows, u.seed)
	u.thin()
}

func (u *units) foldIntoGroups(c *cell, t *Tally) {
	if c.clusters == nil {
		u.totals = newGroupTotals(c.counts, u.mapped)
	}
	for range randomGroups {
		u.groups = append(u.groups, newGroupSums(len(c.counts), u.pairs, u.model))
	}
	if u.rows == 0 {
		return
	}
	kept, rows := u.block()
	complete := &completeRows{}
	if u.model != nil {
		complete.find(u.model, kept, rows)
	}
	u.intoGroups(c, t, kept, rows, 0, u.cluster, complete)
}

// intoGroups counts respondents in random groups; the first of them has this number in its audience. Clusters stay whole.
func (u *units) intoGroups(c *cell, t *Tally, b *tallyBlock, rows []int32, first int, cluster []int, complete *completeRows) {
	u.group = u.group[:0]
	for i := range rows {
		unit := first + i
		if cluster != nil {
			unit = cluster[i]
		}
		u.group = append(u.group, uint8(groupOf(unit, u.seed)))
	}
	columns := slices.DeleteFunc(c.columnsOf(b.Codes), func(column ratingColumn) bool { return !u.mapped[column.rating] })
	if cluster == nil {
		chosen := b.choose(rows)
		for _, column := range columns {
			u.totals[column.rating].add(chosen.of(column.codes), column.sums, u.group, chosen.weight)
		}
	}
	for i, row := range rows {
		group := u.groups[u.group[i]]
		group.addPairs(c, t, b, row)
		if c.clusters != nil { // else they are the sums above
			group.addRatings(columns, b, row)
		}
	}
	if u.model == nil {
		return
	}
	i := 0
	complete.each(u.model, b, func(some []int32) {
		for n, row := range some { // they are some of the rows, in their order
			for rows[i] != row {
				i++
			}
			u.queue.enter(u.group[i], complete, n, len(u.model.ratings))
			if len(u.queue.group) == queuedRows {
				u.queue.settle(u.groups, u.model)
			}
		}
	})
}

// settle gives the random groups all that they are owed. The sums of drivers of the whole are then those of its groups: to count every
// respondent in both would be twice the work.
func (u *units) settle(c *cell) {
	if u.groups == nil {
		return
	}
	u.queue.settle(u.groups, u.model)
	u.queue = groupQueue{}
	if u.model != nil {
		c.drivers.reset()
	}
	for g, group := range u.groups {
		if u.model != nil {
			c.drivers.merge(group.drivers, 1)
		}
		if u.totals == nil { // the groups have counted them
			continue
		}
		for i, table := range c.counts {
			if u.totals[i] != nil {
				group.weight[i] = u.totals[i][g][0]
				group.sum[i] = u.totals[i][g][1] * float64(table.scale.Points()-1) / 100 // from POMP to codes
			}
		}
	}
}

func (u *units) sum(tables []*counts, unit int) unitSums {
	for len(u.sums) <= unit {
		u.sums = append(u.sums, make(unitSums, 2*len(tables)))
	}
	return u.sums[unit]
}

func (s unitSums) add(columns []ratingColumn, row int32, w float64) {
	for i := range columns {
		column := &columns[i]
		answer := &column.sums[column.codes[row].Entry()]
		of := s[2*column.rating : 2*column.rating+2]
		of[0] += w * answer[0]
		of[1] += w * answer[1]
	}
}

// groupOf returns the random group of a respondent: a hash of the seed and of the row's number in its audience, so that
// groups owe nothing to the order of rows in a file (the finaliser of SplitMix64: Steele, Lea & Flood 2014, figure 15).
func groupOf(row int, seed uint64) int { return int(hashOf(row, seed) % randomGroups) }

func hashOf(row int, seed uint64) uint64 {
	z := seed*0x9E3779B97F4A7C15 + (uint64(row)+1)*0xD1342543DE82EF95
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

// each visits the units with their weight and weighted sum (POMP) of the chosen ratings.
func (u *units) each(tables []*counts, ratings []int, visit func(weight, sum []float64)) {
	weight, sums := make([]float64, len(ratings)), make([]float64, len(ratings))
	if u.sums != nil {
		for _, unit := range u.sums {
			for k, i := range ratings {
				weight[k], sums[k] = unit[2*i], unit[2*i+1]
			}
			visit(weight, sums)
		}
		return
	}
	if len(u.weight) == 0 {
		return // nobody has answered, in any column
	}
	codes, pomp := make([][]study.Code, len(ratings)), make([][]float64, len(ratings))
	for k, i := range ratings {
		codes[k], pomp[k] = u.codes[i], pompOf(tables[i].scale)
	}
	for row, w := range u.weight {
		for k, of := range codes {
			weight[k], sums[k] = 0, 0
			if c := of[row]; c.Valid() {
				weight[k], sums[k] = w, w*pomp[k][c]
			}
		}
		visit(weight, sums)
	}
}

// pompOf returns the percent of maximum possible of each point.
func pompOf(s study.Scale) []float64 {
	pomp := make([]float64, s.Points())
	for c := range pomp {
		pomp[c] = s.POMP(s.Value(study.Code(c)))
	}
	return pomp
}

// covariance returns the covariance matrix of the means (in POMP) of the chosen ratings by Taylor linearisation,
//
//	C_ij = c_i·c_j · Σ_u e_ui·e_uj,  e_ui = Σ_{k∈u} w_k(x_ki−m_i) / W_i,  c_i² = U_i/(U_i−1)
//
// over the units u, U_i of which answered rating i: METHODS section 3 in matrix form, so that C_ii is the square of the
// standard error of the mean (without finite population correction). A rating that fewer than two units answered has
// variance 0. The degrees of freedom are the number of units less one. Of a very large audience the correlations are those of the sample
// that is kept, and the standard errors those of all.
func (u *units) covariance(tables []*counts, ratings []int) (*mat.SymDense, float64) {
	cov, units := u.linearised(tables, ratings)
	if u.drawn != nil {
		scaleTo(cov, tables, ratings)
		units = u.rows
	}
	return cov, float64(units - 1)
}

// scaleTo gives a covariance matrix the variances that the frequency tables have, and leaves its correlations; a rating that does not vary in
// the matrix is correlated with no other.
func scaleTo(cov *mat.SymDense, tables []*counts, ratings []int) {
	factor := make([]float64, len(ratings))
	for k, i := range ratings {
		scale := tables[i].scale
		pomp := func(c study.Code) float64 { return scale.POMP(scale.Value(c)) }
		se := tables[i].sample(0, pomp).Mean(0.95).SE
		if variance := cov.At(k, k); variance > 0 {
			factor[k] = se / math.Sqrt(variance)
		} else if !math.IsNaN(se) {
			cov.SetSym(k, k, se*se)
			factor[k] = 1
		}
	}
	for k := range factor {
		for l := k; l < len(factor); l++ {
			cov.SetSym(k, l, cov.At(k, l)*factor[k]*factor[l])
		}
	}
}

// linearised returns the covariance matrix over the units that are known, and their number.
func (u *units) linearised(tables []*counts, ratings []int) (*mat.SymDense, int) {
	p := len(ratings)
	total, mean, answering := make([]float64, p), make([]float64, p), make([]float64, p)
	all := 0
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
	root := make([]float64, p) // of the correction for the units that answer a rating
	for k := range p {
		mean[k] /= total[k]
		root[k] = math.Sqrt(answering[k] / (answering[k] - 1))
	}
	cov := make([]float64, p*p)
	e := make([]float64, p)
	u.each(tables, ratings, func(weight, sums []float64) {
		for k := range p {
			e[k] = 0
			if answering[k] > 1 && weight[k] > 0 {
				e[k] = (sums[k] - mean[k]*weight[k]) / total[k] * root[k]
			}
		}
		for k, x := range e {
			row := cov[k*p+k:][:p-k]
			for l, y := range e[k:] {
				row[l] += x * y
			}
		}
	})
	return mat.NewSymDense(p, cov), all
}
