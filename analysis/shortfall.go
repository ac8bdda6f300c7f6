package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// The opportunity scores above which an opportunity is high, and extreme (Ulwick).
const (
	HighOpportunity    = 12
	ExtremeOpportunity = 15
)

// setShortfalls computes, of respondents who rated both, how far performance falls short of importance (METHODS section 6).
func (m *importance) setShortfalls(s *groupSums, set func(block, int, float64)) {
	total := 0.0
	for _, item := range m.items {
		if item.pair >= 0 && !item.hidden { // the others' weights would give it away
			if x := m.paired(s, item).importance; !math.IsNaN(x) { // published as a share alone
				total += x
			}
		}
	}
	sums := make([]groupMeans, len(m.study.Constructs))
	for k, item := range m.items {
		if item.pair < 0 {
			continue
		}
		x := m.paired(s, item)
		set(atShortfall, k, x.importance-x.performance)
		set(atTopShortfall, k, x.topImportance-x.topPerformance)
		set(atTopImportance, k, x.topImportance)
		set(atTopPerformance, k, x.topPerformance)
		set(atPairedImportance, k, x.importance)
		set(atPairedPerformance, k, x.performance)
		if m.same && !item.hidden {
			set(atWeightedShortfall, k, x.importance*(x.importance-x.performance)/total)
		}
		set(atOpportunity, k, 10*x.topImportance+math.Max(0, 10*x.topImportance-10*x.topPerformance))
		for g, c := range m.study.Constructs {
			if holds(c.Items, item.item) {
				sums[g].add(x)
			}
		}
	}
	for g, of := range sums {
		if n := float64(of.n); n > 0 {
			set(atGroupShortfall, g, (of.importance-of.performance)/n)
			set(atGroupTopShortfall, g, (of.topImportance-of.topPerformance)/n)
			set(atGroupTopImportance, g, of.topImportance/n)
			set(atGroupTopPerformance, g, of.topPerformance/n)
		}
	}
}

// pairedMeans are the means over respondents who gave both ratings, in the unit of the audience's map.
type pairedMeans struct{ importance, performance, topImportance, topPerformance float64 }

func (m *importance) paired(s *groupSums, item ratedItem) pairedMeans {
	p := s.pairs[item.pair]
	return pairedMeans{
		m.inUnit(item.importance, p.first/p.weight), m.inUnit(item.performance, p.second/p.weight),
		p.topFirst / p.weight, p.topSec / p.weight,
	}
}

// groupMeans adds up items of a construct; each counts alike.
type groupMeans struct {
	n int
	pairedMeans
}

func (g *groupMeans) add(x pairedMeans) {
	g.n++
	g.importance += x.importance
	g.performance += x.performance
	g.topImportance += x.topImportance
	g.topPerformance += x.topPerformance
}

// shortfallFigures returns the shortfall of every item and of every dimension and construct.
func (m *importance) shortfallFigures() []Figure {
	var figures []Figure
	for k, item := range m.items {
		figures = append(figures, m.itemShortfall(k, item)...)
	}
	for g, c := range m.study.Constructs {
		figures = append(figures, m.groupShortfall(g, c)...)
	}
	return figures
}

func (m *importance) figure(analysis string, item *study.Item, statistic string, unit Unit) Figure {
	id := ""
	if item != nil {
		id = item.ID
	}
	return m.audienceFigure(analysis, id, statistic, unit)
}

// audienceFigure returns a figure of the audience about an item, a construct or (empty) everything, without numbers.
func (m *importance) audienceFigure(analysis, item, statistic string, unit Unit) Figure {
	f := m.total(analysis, study.Performance, m.study.Audiences[m.audience].ID, "", statistic, unit)
	f.Item, f.Segment = item, m.segment
	f.ID = f.name(&study.Rating{Kind: study.Performance})
	return f
}

// itemShortfall returns the paired comparison of importance and performance of one item, with t intervals from the
// respondents themselves.
func (m *importance) itemShortfall(k int, item ratedItem) []Figure {
	level := m.study.Analysis.Confidence
	shortfallOf := m.figure(shortfall, item.item, "shortfall", m.unit)
	top := m.figure(shortfall, item.item, "top_box_shortfall", ShareDiff)
	figures := []Figure{shortfallOf, top}
	for _, of := range []struct {
		at        block
		statistic string
		unit      Unit
	}{
		{atPairedImportance, "importance", m.unit},
		{atPairedPerformance, "performance", m.unit},
		{atTopImportance, "top_box_importance", Share},
		{atTopPerformance, "top_box_performance", Share},
		{atWeightedShortfall, "weighted_shortfall", m.unit},
		{atOpportunity, "opportunity", Statistic},
	} {
		f := m.figure(shortfall, item.item, of.statistic, of.unit)
		m.interval(&f, of.at, k)
		if of.unit == Share {
			f.keepTo(m.possible(item, float64(f.Value), 0))
		}
		figures = append(figures, f)
	}
	if item.pair < 0 {
		return noted(figures, NoteUnlikeScales)
	}
	if x := m.answers[item.importance][m.audience]; x.published != nil {
		return m.publishedShortfall(figures, k, x)
	}
	pair, audience := m.cell.pairs[item.pair], m.study.Audiences[m.audience]
	population := audience.Population
	unit := m.stepOf(item.importance) / pair.difference.scale.Step
	difference := pair.difference.sample(population, func(c study.Code) float64 { return unit * pair.difference.scale.Value(c) })
	box := pair.box.sample(population, pair.box.scale.Value)
	mean, boxes := difference.MeanOnScale(unit*pair.difference.scale.Low, unit*pair.difference.scale.High, level), box.NetMean(level)
	figures[0].estimate(mean)
	figures[0].P = Number(stats.Contrast([]stats.Estimate{mean}, []float64{1}, level).P)
	figures[1].estimate(boxes)
	notes := m.baseNotes(mean.N, difference.IsCensus())
	for i := range figures {
		figures[i].N, figures[i].NEffective = Number(mean.N), Number(mean.NEffective)
		figures[i].Note = notes
	}
	figures[0].Note = withWarnings(notes, mean.Warnings)
	figures[1].Note = withWarnings(notes, boxes.Warnings)
	figures = append(figures, m.shortfallRank(item.item, k, mean.N, notes))
	if item.hidden {
		for i := range figures {
			figures[i].suppress()
		}
	} else if m.topHidden(k) {
		for _, i := range []int{1, 4, 5, 7} { // the shares of the top box, their difference, and the opportunity that is made of them
			figures[i].suppress()
		}
	}
	return figures
}

// topHidden reports whether a top box of the item tells what each of few respondents answered.
func (m *importance) topHidden(k int) bool {
	item := m.items[k]
	if item.pair < 0 || m.answers[item.importance][m.audience].published != nil {
		return false
	}
	n, _ := m.cell.pairs[item.pair].difference.answers()
	d := m.disclosure()
	return d.tells(stats.Estimate{Value: m.get(atTopImportance, k), N: n}) || d.tells(stats.Estimate{Value: m.get(atTopPerformance, k), N: n})
}

// publishedShortfall is the comparison of published figures: no respondents, so no interval.
func (m *importance) publishedShortfall(figures []Figure, k int, x *answer) []Figure {
	figures[0].Value, figures[1].Value = Number(m.get(atShortfall, k)), Number(m.get(atTopShortfall, k))
	figures = append(figures, m.shortfallRank(m.items[k].item, k, x.mean.N, nil))
	for i := range figures {
		figures[i].Low, figures[i].High, figures[i].Level = NaN, NaN, NaN
		figures[i].N = baseOf(x.mean)
		if x.mean.N == 0 && x.published.base > 0 {
			figures[i].N = Number(x.published.base)
		}
	}
	return m.withoutMean(noted(figures, NoteTabulated), m.get(atShortfall, k))
}

// withoutMean notes what has no number because shares alone were published.
func (m *importance) withoutMean(figures []Figure, shortfall float64) []Figure {
	if !math.IsNaN(shortfall) {
		return figures
	}
	for i := range figures {
		if !figures[i].Value.Defined() {
			figures[i].Note = figures[i].Note.with(NoteNoMean)
		}
	}
	return figures
}

// shortfallRank returns the rank of an item by its shortfall, the largest 1; by the importance-weighted one where it is defined. A hidden
// item takes no rank from the others: the one that is missing would be its.
func (m *importance) shortfallRank(item *study.Item, k, n int, notes Notes) Figure {
	f := m.figure(shortfall, item, "shortfall_rank", Count)
	by := atWeightedShortfall
	if !m.same {
		by = atShortfall
	}
	all := make([]float64, len(m.items))
	for i := range all {
		all[i] = -m.get(by, i)
		if m.items[i].hidden {
			all[i] = math.NaN()
		}
	}
	f.Value, f.N, f.Note = Number(stats.Ranks(all)[k]), Number(n), notes
	return f
}

// groupShortfall returns the shortfall of a dimension or construct: the mean of its items', each counting alike. Of one that has an item
// which may not be seen there is none: that of the others would be of another construct under its name.
func (m *importance) groupShortfall(g int, c *study.Construct) []Figure {
	if math.IsNaN(m.get(atGroupShortfall, g)) && math.IsNaN(m.get(atGroupTopShortfall, g)) {
		return nil
	}
	smallest, hidden, topHidden := math.MaxInt, m.lacks(c), false
	var notes Notes
	for k, item := range m.items {
		if !holds(c.Items, item.item) {
			continue
		}
		hidden, topHidden = hidden || item.hidden, topHidden || m.topHidden(k)
		x := m.answers[item.importance][m.audience]
		if x.published != nil {
			notes, smallest = notes.with(NoteTabulated), 0
		} else if item.pair >= 0 {
			n, _ := m.cell.pairs[item.pair].difference.answers()
			smallest = min(smallest, n)
		}
	}
	var figures []Figure
	for _, of := range []struct {
		at, items block
		statistic string
		unit      Unit
		least     float64 // of a share and of a difference of shares
	}{
		{atGroupShortfall, atShortfall, "shortfall", m.unit, 0},
		{atGroupTopShortfall, atTopShortfall, "top_box_shortfall", ShareDiff, -1},
		{atGroupTopImportance, atTopImportance, "top_box_importance", Share, 0},
		{atGroupTopPerformance, atTopPerformance, "top_box_performance", Share, 0},
	} {
		f := m.audienceFigure(shortfall, c.ID, of.statistic, of.unit)
		m.interval(&f, of.at, g)
		if of.unit != m.unit {
			f.keepTo(m.possibleOfGroup(c, of.items, of.least))
		}
		f.Note = notes
		if smallest > 0 && smallest < math.MaxInt {
			f.N = Number(smallest)
		}
		figures = append(figures, f)
	}
	if notes.Has(NoteTabulated) {
		figures = m.withoutMean(figures, m.get(atGroupShortfall, g))
	}
	for i := range figures {
		if hidden || i > 0 && topHidden { // the items that are shown would give the hidden one away
			figures[i].suppress()
		}
	}
	return figures
}

// lacks reports whether the audience rated an item of a dimension or construct for importance and for performance, and one of both may not
// be seen.
func (m *importance) lacks(c *study.Construct) bool {
	asked, hidden := map[*study.Item]int{}, map[*study.Item]bool{}
	for i, about := range m.variables {
		of := about.rating
		x := m.answers[i][m.audience]
		if x == nil || of.Of != "" || of.Kind != study.Importance && of.Kind != study.Performance || !holds(c.Items, of.Item) {
			continue
		}
		asked[of.Item]++
		hidden[of.Item] = hidden[of.Item] || x.suppressed
	}
	for item, ratings := range asked {
		if ratings == 2 && hidden[item] {
			return true
		}
	}
	return false
}

// baseNotes returns the codes that go with the size of a base.
func (m *importance) baseNotes(n int, census bool) Notes {
	if n < indicativeBase && !census {
		return Notes{NoteSmallBase}
	}
	return nil
}

func withWarnings(notes Notes, warnings []stats.Warning) Notes {
	notes = slices.Clone(notes)
	for _, w := range warnings {
		notes = notes.with(string(w))
	}
	return notes
}

// noted adds a code to all figures.
func noted(figures []Figure, code string) []Figure {
	for i := range figures {
		figures[i].Note = figures[i].Note.with(code)
	}
	return figures
}
