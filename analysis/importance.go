package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// importance is what one audience says and shows about what matters: items rated for importance and performance, the drivers of
// the outcome, and both together. Everything that METHODS sections 6 and 7 say of an audience is a function of the audience's
// sums, so that a resample goes the same way as the sample.
type importance struct {
	*view
	audience int
	cell     *cell
	model    *driverModel // nil: no drivers
	items    []ratedItem  // rated for importance and performance
	stated   []statedDriver
	same     bool        // all rated items are on one scale
	scale    study.Scale // that of means: the shared scale, or 0..100 for POMP
	unit     Unit
	layout   layout

	point      []float64        // values of the sample, by layout
	replicates [][]float64      // of the resamples; nil: not resampled
	nearby     *stats.NearbyLMG // of resamples; nil: as of the sample
}

// ratedItem is an item that the audience rated for importance and for performance.
type ratedItem struct {
	item                    *study.Item
	importance, performance int // indices of ratings
	pair                    int // index of the pairing; −1: the scales differ
	driver                  int // index among the drivers; −1: none

	hidden bool // nothing may be seen of what the same respondents said of both
}

// statedDriver is an item whose stated and derived importance can be compared.
type statedDriver struct{ rated, driver int }

// importances returns what each audience of the view says of importance, worked out on all processors: the shares of many drivers take their time.
func (v *view) importances() []*importance {
	all := make([]*importance, len(v.study.Audiences))
	stats.Replicates(len(all), func() func(int) {
		return func(j int) {
			if v.cells[j] == nil || v.cells[j].drivers == nil && v.cells[j].units == nil {
				return
			}
			if m := v.importance(j); len(m.items) > 0 || m.model != nil {
				all[j] = m
			}
		}
	})
	return slices.DeleteFunc(all, func(m *importance) bool { return m == nil })
}

func (v *view) importance(audience int) *importance {
	m := &importance{view: v, audience: audience, cell: v.cells[audience], model: v.tally.models[audience]}
	for i, about := range v.variables {
		if about.rating.Kind == study.Importance && about.rating.Of == "" && v.answers[i][audience].rated() {
			if item, both := m.rated(i); both {
				m.items = append(m.items, item)
			}
		}
	}
	for k, item := range m.items {
		if item.driver >= 0 {
			m.stated = append(m.stated, statedDriver{k, item.driver})
		}
	}
	m.chooseUnit()
	drivers := 0
	if m.model != nil {
		drivers = len(m.model.drivers)
	}
	m.layout = layout{items: len(m.items), drivers: drivers, stated: len(m.stated), groups: len(v.study.Constructs)}
	m.point = m.values(m.sums(), true)
	return m
}

// rated completes an item that was rated for importance by its performance.
func (m *importance) rated(i int) (ratedItem, bool) {
	of := ratedItem{item: m.variables[i].rating.Item, importance: i, performance: -1, pair: -1, driver: -1}
	for k, about := range m.variables {
		if about.rating.Item == of.item && about.rating.Kind == study.Performance && about.rating.Of == "" {
			of.performance = k
		}
	}
	if of.performance < 0 || !m.answers[of.performance][m.audience].rated() {
		return of, false
	}
	one, other := m.answers[i][m.audience], m.answers[of.performance][m.audience]
	if one.published != nil && other.published != nil && !bothPublish(one, other) {
		return of, false
	}
	for k, p := range m.tally.pairings {
		if p.analysis == shortfall && p.first == i && m.cell.pairs[k] != nil {
			of.pair = k
		}
	}
	if m.model != nil {
		of.driver = slices.Index(m.model.drivers, of.performance)
	}
	if of.pair >= 0 && m.answers[i][m.audience].published == nil {
		both := m.cell.pairs[of.pair].difference.sample(0, func(c study.Code) float64 { return float64(c) })
		of.hidden = m.disclosure().hides(both, both.N())
	}
	return of, true
}

// chooseUnit takes scale points where all plotted ratings share one scale, else POMP.
func (m *importance) chooseUnit() {
	m.unit, m.same = Points, true
	for _, item := range m.items {
		for _, i := range []int{item.importance, item.performance} {
			scale := m.cell.counts[i].scale
			if !m.scale.Defined() {
				m.scale = scale
			}
			m.same = m.same && m.scale.Same(scale)
		}
	}
	if !m.same {
		m.unit, m.scale = POMP, study.NewScale(0, 100)
	}
}

// inUnit turns a mean code of a rating into the unit of the audience's map.
func (m *importance) inUnit(rating int, code float64) float64 {
	own := m.cell.counts[rating].scale
	if m.unit == POMP {
		return own.POMP(own.Low + code*own.Step)
	}
	return own.Low + code*own.Step
}

// stepOf returns a difference of one code in the unit of the audience's map.
func (m *importance) stepOf(rating int) float64 { return m.inUnit(rating, 1) - m.inUnit(rating, 0) }

// sums returns the sums of the audience; published figures stand for respondents nobody has.
func (m *importance) sums() *groupSums {
	s := m.cell.sums(m.tally)
	for _, item := range m.items {
		one, other := m.answers[item.importance][m.audience], m.answers[item.performance][m.audience]
		if one.published == nil || other.published == nil {
			continue
		}
		for _, i := range []int{item.importance, item.performance} {
			s.weight[i], s.sum[i] = 1, m.publishedCode(i)
		}
		if item.pair >= 0 {
			s.pairs[item.pair] = pairSums{
				weight: 1, first: s.sum[item.importance], second: s.sum[item.performance],
				topFirst: one.published.share, topSec: other.published.share,
			}
		}
	}
	return s
}

// publishedCode returns a published mean as a mean code of the audience's own scale.
func (m *importance) publishedCode(rating int) float64 {
	x := m.answers[rating][m.audience]
	own := m.cell.counts[rating].scale
	if x.variable.unit == POMP {
		return x.mean.Value / 100 * own.Range() / own.Step
	}
	return (x.mean.Value - own.Low) / own.Step
}

// layout says where each value of an audience stands among its values.
type layout struct{ items, drivers, stated, groups int }

// block is one kind of value: of each rated item, of each driver, of each item that is both, of each construct, or of all.
type block int

const (
	atShortfall block = iota // by rated item
	atTopShortfall
	atTopImportance
	atTopPerformance
	atPairedImportance
	atPairedPerformance
	atWeightedShortfall
	atOpportunity
	atImportance
	atPerformance
	atQuadrantMean // the quadrants under each rule, in the order of study.Crosshairs
	atQuadrantMedian
	atQuadrantMidpoint
	atQuadrantTarget
	itemBlocks // number of these blocks

	atR block = iota + 100 // by driver
	atBeta
	atVIF
	atLMG
	atRelativeWeight
	atDerivedShare
	atDerivedRank
	atPenalty
	atReward
	atAsymmetry
	atPenaltyCoincides // 1: in a resample the zone is not told from others
	atRewardCoincides
	driverEnd

	atStatedRank block = iota + 200 // by item that is both
	atStatedDerivedRank
	atRankDifference

	atGroupShortfall block = iota + 300 // by construct
	atGroupTopShortfall
	atGroupTopImportance
	atGroupTopPerformance

	atRSquared block = iota + 400 // of all
	atSpearman
)

// index returns where a value stands; i is the item, driver or construct.
func (l layout) index(b block, i int) int {
	const driverBlocks, statedBlocks, groupBlocks = int(driverEnd - atR), int(atRankDifference-atStatedRank) + 1, int(atGroupTopPerformance-atGroupShortfall) + 1
	drivers := int(itemBlocks) * l.items
	stated := drivers + driverBlocks*l.drivers
	groups := stated + statedBlocks*l.stated
	switch {
	case b < itemBlocks:
		return int(b)*l.items + i
	case b < driverEnd:
		return drivers + int(b-atR)*l.drivers + i
	case b <= atRankDifference:
		return stated + int(b-atStatedRank)*l.stated + i
	case b <= atGroupTopPerformance:
		return groups + int(b-atGroupShortfall)*l.groups + i
	}
	return groups + groupBlocks*l.groups + int(b-atRSquared)
}

// size returns the number of values.
func (l layout) size() int { return l.index(atSpearman, 0) + 1 }

// values computes everything from sums. Undefined values are NaN. In a resample what no interval is asked
// for is left out.
func (m *importance) values(s *groupSums, sample bool) []float64 {
	values := make([]float64, m.layout.size())
	for i := range values {
		values[i] = math.NaN()
	}
	set := func(b block, i int, x float64) { values[m.layout.index(b, i)] = x }
	m.setShortfalls(s, set)
	m.setQuadrants(s, set)
	if m.model != nil {
		m.setDerived(s, sample, set)
		m.setAsymmetry(s, sample, set)
	}
	m.setStated(values, set)
	return values
}

// get returns a value of the sample.
func (m *importance) get(b block, i int) float64 { return m.point[m.layout.index(b, i)] }

// draws returns a value in all resamples; nil without resampling.
func (m *importance) draws(b block, i int) []float64 {
	if m.replicates == nil {
		return nil
	}
	draws := make([]float64, len(m.replicates))
	at := m.layout.index(b, i)
	for r, values := range m.replicates {
		draws[r] = values[at]
	}
	return draws
}

// unsampled returns the finite population correction 1 − n/N of the audience, n being those who answered the survey: 1 without a population
// or with clusters, 0 for a census and for a part of one. It is that of the resamples.
func (m *importance) unsampled() float64 {
	population, whole := m.study.Audiences[m.audience].Population, m.tally.cells[m.audience][m.wave]
	switch {
	case m.complete(m.audience, m.wave):
		return 0
	case population == 0 || m.cell.clusters != nil || m.cell != whole:
		return 1
	}
	return 1 - float64(whole.n)/float64(population)
}

// census reports whether everybody answered: there is no sampling error, so there are no resamples, no intervals and nothing that these would
// tell; what is seen is what is.
func (m *importance) census() bool { return m.unsampled() == 0 }

// resampled runs the resamples; a census has none.
func (m *importance) resampled() {
	if m.census() {
		return
	}
	m.prepareNearby()
	replicates := make([][]float64, m.study.Analysis.Resamples)
	if m.resample(m.audience, m.mapped(), func(r int, s *groupSums) { replicates[r] = m.values(s, false) }) {
		m.replicates = replicates
	}
}

// mapped marks the ratings that items are placed by; those of an outcome and its drivers are summed apart.
func (m *importance) mapped() []bool {
	of := make([]bool, len(m.variables))
	for _, item := range m.items {
		of[item.importance], of[item.performance] = true, true
	}
	return of
}

// interval fills in a figure's value, and its percentile interval where there are resamples.
func (m *importance) interval(f *Figure, b block, i int) {
	f.Value = Number(m.get(b, i))
	if draws := m.draws(b, i); draws != nil && f.Value.Defined() {
		low, high := stats.PercentileInterval(draws, m.study.Analysis.Confidence)
		f.Low, f.High, f.Level = Number(low), Number(high), Number(m.study.Analysis.Confidence)
	}
}

// stability returns the share of resamples in which a value is what it is in the sample; NaN without resamples.
func (m *importance) stability(b block, i int) float64 {
	draws := m.draws(b, i)
	if draws == nil || math.IsNaN(m.get(b, i)) {
		return math.NaN()
	}
	same := 0
	for _, x := range draws {
		if x == m.get(b, i) {
			same++
		}
	}
	return float64(same) / float64(len(draws))
}

// suppressed reports whether the base of a figure is too small to be shown.
func (m *importance) suppressed(n int) bool {
	return m.disclosure().tooFew(n)
}

// disclosure decides what may be seen of the audience.
func (m *importance) disclosure() discloser {
	return m.discloser(m.study.Audiences[m.audience], m.cell.n)
}

// driversHidden reports whether the base of the drivers is too small to be shown, or an answer among them is hidden because it
// would give away another.
func (m *importance) driversHidden() bool {
	hidden := m.suppressed(m.cell.drivers.moments.N)
	for _, i := range m.model.ratings {
		x := m.answers[i][m.audience]
		hidden = hidden || x != nil && x.suppressed
	}
	return hidden
}

// answerHidden reports whether a small group has an answer among its drivers that is hidden: how many gave it may not be seen either.
func (m *importance) answerHidden() bool {
	return m.disclosure().few(m.cell.n) && slices.ContainsFunc(m.model.ratings, func(i int) bool {
		x := m.answers[i][m.audience]
		return x != nil && x.suppressed
	})
}

// figures returns all that is said of importance in one audience.
func (m *importance) figures() []Figure {
	figures := slices.Concat(m.shortfallFigures(), m.quadrantFigures(), m.derivedFigures(), m.statedDerivedFigures(), m.asymmetryFigures(), m.priorityFigures())
	for i, f := range figures {
		if m.census() && f.Value.Defined() && !f.SE.Defined() {
			figures[i].Note = f.Note.with(NoteCensus)
		}
	}
	return figures
}
