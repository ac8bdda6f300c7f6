package analysis

import "github.com/cxgap/cxgap/analysis/study"

// A resample adds up the same answers thousands of times. What it needs of a rating is the frequency table of its codes, and of a
// pair those of the respondents who gave both ratings; they are kept as columns of bytes, one for all pairs that leave nobody out.

// noCode stands in a column for every kind of "no number", and for the answers of scales too wide for bytes, which are added up
// one by one.
const noCode = 255

// codeTable is a frequency table of codes: the weight of each, and of what is no code.
type codeTable [256]float64

// codeColumns are the columns of a cell.
type codeColumns struct {
	all      [][]uint8
	ofRating []int    // the column of each rating; −1: none, or too wide
	ofPair   [][2]int // those of both ratings of a pairing; −1: not resampled, or too wide
}

// newCodeColumns builds the columns of the kept respondents for the ratings asked for.
func newCodeColumns(c *cell, t *Tally, asked []bool) *codeColumns {
	codes := c.units.codes
	k := &codeColumns{}
	for i := range codes {
		at := -1
		if asked[i] && codes[i] != nil && c.counts[i].scale.Points() <= noCode {
			at = k.column(codes[i], nil)
		}
		k.ofRating = append(k.ofRating, at)
	}
	for n, p := range t.pairings {
		of := [2]int{-1, -1}
		if c.pairs[n] != nil && p.analysis == shortfall && k.ofRating[p.first] >= 0 && k.ofRating[p.second] >= 0 {
			of = [2]int{k.within(codes, p.first, p.second), k.within(codes, p.second, p.first)}
		}
		k.ofPair = append(k.ofPair, of)
	}
	return k
}

// within returns the column of a rating among those who gave the other rating too.
func (k *codeColumns) within(codes [][]study.Code, rating, other int) int {
	for row, c := range codes[rating] {
		if c.Valid() && !codes[other][row].Valid() {
			return k.column(codes[rating], codes[other])
		}
	}
	return k.ofRating[rating]
}

// column adds a column; where other has no answer, neither has it.
func (k *codeColumns) column(codes, other []study.Code) int {
	column := make([]uint8, len(codes))
	for row, c := range codes {
		column[row] = noCode
		if c.Valid() && (other == nil || other[row].Valid()) {
			column[row] = uint8(c)
		}
	}
	k.all = append(k.all, column)
	return len(k.all) - 1
}

// add adds up the weights by code. Four tables take turns, because an addition to the entry written just before has to wait for it.
func (t *codeTable) add(column []uint8, weight []float64) {
	var one, two, three codeTable
	weight = weight[:len(column)]
	row := 0
	for ; row+4 <= len(column); row += 4 {
		c, w := column[row:row+4], weight[row:row+4]
		t[c[0]] += w[0]
		one[c[1]] += w[1]
		two[c[2]] += w[2]
		three[c[3]] += w[3]
	}
	for ; row < len(column); row++ {
		t[column[row]] += weight[row]
	}
	for c := range t {
		t[c] += one[c] + two[c] + three[c]
	}
}

// sums returns the weight of all codes, the weighted sum of the codes, and the weight of those from top on.
func (t *codeTable) sums(top study.Code) (weight, sum, box float64) {
	for c, w := range t[:noCode] {
		weight += w
		sum += w * float64(c)
		if c >= int(top) {
			box += w
		}
	}
	return weight, sum, box
}
