package importers

import (
	"math"
	"slices"
	"strings"
)

// A ranking of items, one column an item, is known by its cells: in each row every place from 1 to the number of items stands once. Its
// columns have one stem, or tags that begin alike: sm_price, sm_quality, sm_service.

// The size of rankings that are looked for by their tags alone.
const (
	fewestRanked = 3
	mostRanked   = 40
)

// tagParts are what parts the tag of a question from that of an item.
const tagParts = "_.:-"

// rankingsOf finds the runs of columns whose tags begin alike, up to the first or the last part of them.
func rankingsOf(columns []Column) []*groupScan {
	beginnings := []func(tag string) int{
		func(tag string) int { return strings.IndexAny(tag, tagParts) },
		func(tag string) int { return strings.LastIndexAny(tag, tagParts) },
	}
	var runs []*groupScan
	for _, cut := range beginnings {
		for i := 0; i < len(columns); {
			tag := beginningOf(columns[i], cut)
			n := 1
			for tag != "" && i+n < len(columns) && beginningOf(columns[i+n], cut) == tag {
				n++
			}
			if n >= fewestRanked && n <= mostRanked && !slices.ContainsFunc(runs, func(g *groupScan) bool { return g.first == i && g.n == n }) {
				runs = append(runs, &groupScan{first: i, n: n})
			}
			i += n
		}
	}
	return runs
}

// beginningOf is how the tag of a column begins that stands for itself; empty: it has no parts, or is a row of a matrix.
func beginningOf(c Column, cut func(string) int) string {
	if c.Role != Answer || c.Kind != "" || stemOf(c) != "" {
		return ""
	}
	if at := cut(c.ID); at > 0 {
		return c.ID[:at]
	}
	if beginning := strings.TrimRight(c.ID, "0123456789"); beginning != c.ID {
		return beginning
	}
	return ""
}

// noRanking is the probability under which answers that are all different are no chance.
const noRanking = 1e-4

// ranks reports whether nearly all rows give each place to one column at most, in so many rows that ratings would not.
func (g *groupScan) ranks() bool {
	if g.n < fewestRanked || float64(g.apart) < 0.95*float64(g.several) {
		return false
	}
	return g.several >= 10 || math.Pow(g.byChance(), float64(g.full)) < noRanking
}

// byChance is the probability that n answers, each any of n points, are all different: n!/nⁿ.
func (g *groupScan) byChance() float64 {
	p := 1.0
	for i := range g.n {
		p *= float64(i+1) / float64(g.n)
	}
	return p
}

// ranked are the columns of rankings.
func (s *scan) ranked() map[int]bool {
	at := map[int]bool{}
	for _, groups := range [][]*groupScan{s.groups, s.rankings} {
		for _, g := range groups {
			for i := g.first; g.ranks() && i < g.first+g.n; i++ {
				at[i] = true
			}
		}
	}
	return at
}
