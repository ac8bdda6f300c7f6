package analysis

import "math"

// respondentDraw tells which respondents of a very large audience are kept one by one: those whose hash lies below a limit. The limit is halved
// whenever they would be too many, so that who is kept owes nothing to the order of the rows, but for their numbers, nor to how many
// are added at once, and is a simple random sample of them all.
type respondentDraw struct {
	below uint64
	hash  []uint64 // of those kept
}

// drawAll begins with respondents who are all kept, from the first row of their audience on.
func drawAll(rows int, seed uint64) *respondentDraw {
	d := &respondentDraw{below: math.MaxUint64, hash: make([]uint64, rows)}
	for row := range d.hash {
		d.hash[row] = drawOf(row, seed)
	}
	return d
}

// draw appends those among some rows of a block who are kept; the first of the rows has this number in its audience.
func (d *respondentDraw) draw(kept []int32, rows []int32, first int, seed uint64) []int32 {
	for i, row := range rows {
		if hash := drawOf(first+i, seed); hash < d.below {
			kept = append(kept, row)
			d.hash = append(d.hash, hash)
		}
	}
	return kept
}

// thin halves the limit until no more are kept than may be, and returns who stays.
func (d *respondentDraw) thin(most int) (stay []int) {
	stay = make([]int, len(d.hash))
	for i := range stay {
		stay[i] = i
	}
	for len(stay) > most {
		d.below /= 2
		n := 0
		for _, i := range stay {
			if d.hash[i] < d.below {
				stay[n] = i
				n++
			}
		}
		stay = stay[:n]
	}
	d.hash = chosen(d.hash, stay)
	return stay
}

// chosen keeps some entries of a column, in its own memory.
func chosen[T any](column []T, stay []int) []T {
	for n, i := range stay {
		column[n] = column[i]
	}
	return column[:len(stay)]
}

// drawOf is the hash of a respondent that a sample is drawn by.
func drawOf(row int, seed uint64) uint64 { return hashOf(row, ^seed) }
