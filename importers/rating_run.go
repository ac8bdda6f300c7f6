package importers

import (
	"encoding/binary"

	"github.com/cxgap/cxgap/analysis/study"
)

// ratingRun is a run of ratings whose columns stand side by side and whose cells are read alike, such as the items of a matrix.
type ratingRun struct {
	ratings []quickRating
	out     [][]study.Code // of the block, by rating
}

// runsOf cuts ratings into runs.
func runsOf(ratings []quickRating) []ratingRun {
	var runs []ratingRun
	first := 0
	for i := range ratings {
		next := i + 1
		if next < len(ratings) && ratings[next].column == ratings[i].column+1 && ratings[next].short == ratings[i].short {
			continue
		}
		runs = append(runs, ratingRun{ratings[first:next], make([][]study.Code, next-first)})
		first = next
	}
	return runs
}

// run puts the codes of a run into a row of the block; ok is false if a cell has none.
func (q *quick) run(p *quickPart, run *ratingRun, places []uint32, row int) (lowest study.Code, ok bool) {
	lowest = study.Blank
	for k := 0; ; k++ {
		first := run.ratings[k].column
		n, low := run.short(k, q.padded, places[first:], row)
		lowest = min(lowest, low)
		if k += n; k == len(run.ratings) {
			return lowest, true
		}
		r := &run.ratings[k]
		code, ok := q.code(p, r, places[r.column]+1, places[r.column+1])
		if !ok {
			return lowest, false
		}
		run.out[k][row] = code
		if lowest = min(lowest, code); k == len(run.ratings)-1 {
			return lowest, true
		}
	}
}

// short puts in the codes of short cells, from a rating of the run on, whose places are given, up to one that is long or unknown; it
// returns how many, and the lowest.
func (run *ratingRun) short(from int, padded []byte, places []uint32, row int) (n int, lowest study.Code) {
	known, out := run.ratings[0].short, run.out[from:]
	places = places[:len(out)+1]
	lowest, start := study.Blank, places[0]+1
	for k, end := range places[1:] {
		code := known.get(binary.LittleEndian.Uint16(padded[start:]))
		if end-start > longestShort || code == unknownShort {
			return k, lowest
		}
		out[k][row] = study.Code(code)
		lowest, start = min(lowest, study.Code(code)), end+1
	}
	return len(out), lowest
}
