package importers

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
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

// ranked are the columns of rankings: of items, one column an item, and of places, one column a place.
func (s *scan) ranked() map[int]bool {
	at := map[int]bool{}
	for _, groups := range [][]*groupScan{s.groups, s.rankings} {
		for _, g := range groups {
			for i := g.first; (g.ranks() || s.ranksPlaces(g)) && i < g.first+g.n; i++ {
				at[i] = true
			}
		}
	}
	for i, c := range s.columns {
		if c.cells.worded() && rankHeader().MatchString(lexicon.Normalise(s.export.Columns[i].statement())) {
			at[i] = true
		}
	}
	return at
}

// placeHeader is the number of a place behind the word for it, whichever that is: Rang 1, Classement 1, 1.
var placeHeader = lazily(`^([\p{L} ]*?) ?(\d+)$`)

// ranksPlaces reports whether the columns of a group are the places of a ranking whose cells are the items, as LimeSurvey exports it: they are
// counted from 1 on, hold words of one set, and no row names an item twice or leaves a place out before another, in so many rows that it is no chance.
func (s *scan) ranksPlaces(g *groupScan) bool {
	if g.n > mostPlaces || float64(g.unlike) < 0.95*float64(g.several) {
		return false
	}
	in, word := map[string]int{}, ""
	for i := range g.n {
		m := placeHeader().FindStringSubmatch(lexicon.Normalise(s.export.Columns[g.first+i].statement()))
		if m == nil || m[2] != strconv.Itoa(i+1) || i > 0 && m[1] != word || s.columns[g.first+i].cells.many {
			return false
		}
		word = m[1]
		for text := range s.columns[g.first+i].cells.count {
			if text = strings.TrimSpace(text); text != "" {
				in[text]++
			}
		}
	}
	shared := 0
	for _, columns := range in {
		if columns > 1 {
			shared++
		}
	}
	differ := 1.0 // that two answers, each any of the items, are not the same
	if len(in) > 0 {
		differ -= 1 / float64(len(in))
	}
	return len(in) >= g.n && 2*shared >= len(in) && math.Pow(differ, float64(g.several)) < noRanking
}
