package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
)

// The classes of stated against derived importance, besides LowPriority (neither) and Uncertain (the intervals do not hold the item
// in a class): the verdicts of a figure.
const (
	CoreDriver   = "core driver"   // said to matter, and moves the outcome
	TableStakes  = "table stakes"  // said to matter, moves little: lip service, or taken for granted
	HiddenDriver = "hidden driver" // not said to matter, and moves the outcome
)

// rankedItems is the fewest items that can be ranked by what is said and by what moves the outcome.
const rankedItems = 3

// setStated ranks the items that have both by what is said and by what moves the outcome; rank 1 matters most. An item without one
// of the two, such as a driver that does not vary, has no rank and takes none from the others.
func (m *importance) setStated(values []float64, set func(block, int, float64)) {
	var ranked []int
	var said, moves []float64
	for n, x := range m.stated {
		importance, share := values[m.layout.index(atImportance, x.rated)], values[m.layout.index(atDerivedShare, x.driver)]
		if !math.IsNaN(importance) && !math.IsNaN(share) {
			ranked, said, moves = append(ranked, n), append(said, -importance), append(moves, -share)
		}
	}
	if len(ranked) < rankedItems {
		return
	}
	stated, derived := stats.Ranks(said), stats.Ranks(moves)
	for i, n := range ranked {
		set(atStatedRank, n, stated[i])
		set(atStatedDerivedRank, n, derived[i])
		set(atRankDifference, n, derived[i]-stated[i])
	}
	set(atSpearman, 0, stats.Spearman(said, moves))
}

// ranked returns how many items have both ranks.
func (m *importance) ranked() int {
	n := 0
	for k := range m.stated {
		if !math.IsNaN(m.get(atRankDifference, k)) {
			n++
		}
	}
	return n
}

// statedDerivedFigures returns the ranks beside each other, and the class that resampling holds an item in.
func (m *importance) statedDerivedFigures() []Figure {
	if len(m.stated) < rankedItems {
		return nil
	}
	n := m.cell.drivers.moments.N
	base := m.derivedBase()
	var unranked []string
	if m.ranked() < rankedItems && !math.IsNaN(m.get(atRSquared, 0)) { // without a share of any item, that is the reason
		unranked = append(unranked, NoteFewRanked)
	}
	var figures []Figure
	add := func(f Figure, more ...string) {
		f.N, f.NEffective, f.Note = Number(n), Number(m.cell.drivers.moments.NEffective()), base.notes
		for _, code := range more {
			f.Note = f.Note.with(code)
		}
		figures = append(figures, f)
	}
	for k, x := range m.stated {
		item, own := m.items[x.rated].item, unranked
		if base.constant[x.driver] {
			own = []string{NoteConstant}
		}
		for _, of := range []struct {
			at        block
			statistic string
		}{{atStatedRank, "stated_rank"}, {atStatedDerivedRank, "derived_rank"}, {atRankDifference, "rank_difference"}} {
			f := m.figure("stated_derived", item, of.statistic, Count)
			m.interval(&f, of.at, k)
			add(f, own...)
			if of.at == atStatedRank { // of all who rated importance, complete or not
				said := m.answers[m.items[x.rated].importance][m.audience].mean
				last := &figures[len(figures)-1]
				last.N, last.NEffective = Number(said.N), Number(said.NEffective)
			}
		}
		class := m.figure("stated_derived", item, "class", "")
		class.Verdict = m.driverClass(k)
		add(class, own...)
	}
	f := m.figure("stated_derived", nil, "spearman", Statistic)
	m.interval(&f, atSpearman, 0)
	add(f, unranked...)
	if m.driversHidden() {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

// driverClass names the class of an item: high is the upper half of the ranks. The two classes in which stated and derived differ
// are held only where the interval of the rank difference excludes 0, the others only where it lies within a quarter of the
// ranks. Empty without resamples.
func (m *importance) driverClass(k int) string {
	draws := m.draws(atRankDifference, k)
	if draws == nil || math.IsNaN(m.get(atRankDifference, k)) {
		return ""
	}
	low, high := stats.PercentileInterval(draws, m.study.Analysis.Confidence)
	items := float64(m.ranked())
	said := m.get(atStatedRank, k) <= (items+1)/2
	moves := m.get(atStatedDerivedRank, k) <= (items+1)/2
	apart, near := low > 0 || high < 0, low >= -items/4 && high <= items/4
	switch {
	case said && moves && near:
		return CoreDriver
	case said && !moves && apart:
		return TableStakes
	case !said && moves && apart:
		return HiddenDriver
	case !said && !moves && near:
		return LowPriority
	}
	return Uncertain
}
