package importers

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// groupScan is a run of columns under one stem: the rows of a matrix, the options of a question, the items of a ranking.
type groupScan struct {
	stem                           string
	first, n                       int
	rows, straight, apart, several int
	beside                         int // the column of the text beside its last option; 0: none
	any                            int // rows in which something stands in one of them
	full                           int // rows in which every column has a place of its own
	unlike                         int // rows of several answers in words, from the first column on, all of which differ
}

// groupCell is a cell as a group looks at it. A rating has a few dozen different cells, and each is made ready once.
type groupCell struct {
	said  string // without the space around it; empty: nothing, or an error of a spreadsheet
	place uint8  // in a ranking; 0: it is none
}

// mostPlaces is how many places of a ranking there may be.
const mostPlaces = 63

func newGroupCell(cell string) groupCell {
	c := groupCell{said: strings.TrimSpace(cell)}
	if isSpreadsheetError(c.said) {
		return groupCell{}
	}
	if place, err := strconv.Atoi(c.said); err == nil && place >= 1 && place <= mostPlaces {
		c.place = uint8(place)
	}
	return c
}

// groupedColumns tells which columns stand together with others.
func (s *scan) groupedColumns() []bool {
	grouped := make([]bool, len(s.columns))
	for _, g := range slices.Concat(s.groups, s.rankings) {
		for i := g.first; i < g.first+g.n; i++ {
			grouped[i] = true
		}
		grouped[g.beside] = grouped[g.beside] || g.beside > 0
	}
	for _, e := range s.extremes {
		grouped[e.most], grouped[e.least] = true, true
	}
	return grouped
}

// groupsOf finds the runs of two or more columns under one stem.
func groupsOf(columns []Column) []*groupScan {
	var groups []*groupScan
	for i := 0; i < len(columns); {
		stem := blockOfColumn(columns[i])
		n := 1
		for stem != "" && i+n < len(columns) && blockOfColumn(columns[i+n]) == stem {
			n++
		}
		if n > 1 {
			g := &groupScan{stem: stem, first: i, n: n}
			if i+n < len(columns) && columns[i+n].Role == OtherText && strings.HasPrefix(columns[i+n].Text, stem+" - ") {
				g.beside = i + n
			}
			groups = append(groups, g)
		}
		i += n
	}
	return groups
}

// blockOfColumn is the stem of a column; where a publisher took the row of statements away, the question that stands over the whole block.
func blockOfColumn(c Column) string {
	if stem := stemOf(c); stem != "" || c.Role != Answer || !c.unstated {
		return stem
	}
	return c.Text
}

func stemOf(c Column) string {
	if c.Role != Answer {
		return ""
	}
	stem, _ := lexicon.SplitMatrix(c.heading().Bare())
	return stem
}

// leastStraight is the number of rows of a matrix from which one answer to all of them is a straight line (METHODS section 2).
const leastStraight = 5

func (g *groupScan) add(cells []groupCell) {
	answered, first, same, apart, unlike := 0, "", true, true, true
	seen, places := uint64(0), uint8(min(g.n, mostPlaces)) // places as bits
	group := cells[g.first : g.first+g.n]
	for i, cell := range group {
		if cell.said == "" {
			continue
		}
		unlike = unlike && answered == i && cell.place == 0 && !saidBefore(group[:i], cell.said)
		if answered++; answered == 1 {
			first = cell.said
		}
		same = same && cell.said == first
		apart = apart && cell.place != 0 && cell.place <= places && seen&(1<<cell.place) == 0
		seen |= 1 << cell.place
	}
	if answered > 0 || g.beside > 0 && cells[g.beside].said != "" {
		g.any++
	}
	if answered >= leastStraight {
		g.rows++
		if same {
			g.straight++
		}
	}
	if answered >= 2 {
		g.several++
		if unlike {
			g.unlike++
		}
		if apart {
			g.apart++
			if answered == g.n {
				g.full++
			}
		}
	}
}

// merge adds what another worker has seen of the group.
func (g *groupScan) merge(part *groupScan) {
	g.any += part.any
	g.rows, g.straight = g.rows+part.rows, g.straight+part.straight
	g.apart, g.several, g.full, g.unlike = g.apart+part.apart, g.several+part.several, g.full+part.full, g.unlike+part.unlike
}

func saidBefore(cells []groupCell, said string) bool {
	return slices.ContainsFunc(cells, func(c groupCell) bool { return c.said == said })
}
