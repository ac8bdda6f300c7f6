package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Best-worst scaling (MaxDiff) asks of each set of items which matters most and which least. The two columns hold numbers of items, which
// look like ratings.

// extreme is how the columns end that ask for the most and for the least.
var extreme = lazily(`^(?:(.*?)[ _.:-]*[^\p{L}\p{N}_])?(most|least|best|worst)(?: (?:important|preferred|appealing|likely|attractive|relevant))?$`)

// extremes are the two columns of one set.
type extremes struct {
	most, least            int
	both, equal, beginning int // rows: with both, of the same item, with a lower number for the most
}

// extremesOf finds them by their tags, or by their statements.
func extremesOf(columns []Column) []*extremes {
	var found []*extremes
	open := map[string]int{} // by beginning and side: a column
	for i, c := range columns {
		if c.Role != Answer {
			continue
		}
		for _, name := range []string{c.ID, c.Text} {
			m := extreme().FindStringSubmatch(strings.TrimRight(strings.ReplaceAll(lexicon.Normalise(name), "_", " "), " ?:."))
			if m == nil {
				continue
			}
			pairs := map[string]string{"most": "least", "least": "most", "best": "worst", "worst": "best"}
			other, known := open[m[1]+"\x00"+pairs[m[2]]]
			if !known || other == i {
				open[m[1]+"\x00"+m[2]] = i
				continue
			}
			delete(open, m[1]+"\x00"+pairs[m[2]])
			e := &extremes{most: i, least: other}
			if m[2] == "least" || m[2] == "worst" {
				e.most, e.least = other, i
			}
			found = append(found, e)
			break
		}
	}
	return found
}

func (e *extremes) add(cells []groupCell) {
	most, least := cells[e.most].said, cells[e.least].said
	if most == "" || least == "" {
		return
	}
	e.both++
	x, notX := lexicon.ParseNumber(most)
	y, notY := lexicon.ParseNumber(least)
	switch {
	case most == least:
		e.equal++
	case notX == nil && notY == nil && x < y:
		e.beginning++
	}
}

func (e *extremes) merge(part *extremes) {
	e.both, e.equal, e.beginning = e.both+part.both, e.equal+part.equal, e.beginning+part.beginning
}

// chosen reports whether the columns hold what was chosen: nobody chooses one item for both, and the better one often has the lower number,
// which nobody would rate so.
func (e *extremes) chosen() bool { return e.both >= 3 && e.equal == 0 && 10*e.beginning >= e.both }

// mostAndLeast are the columns of such choices, and what is said of each.
func (s *scan) mostAndLeast() map[int]string {
	said := map[int]string{}
	for _, e := range s.extremes {
		if !e.chosen() {
			continue
		}
		said[e.most] = fmt.Sprintf("choices: the item that matters most; #%d holds the one that matters least, and the numbers are those of items", e.least+1)
		said[e.least] = fmt.Sprintf("choices: the item that matters least; #%d holds the one that matters most, and the numbers are those of items", e.most+1)
	}
	return said
}
