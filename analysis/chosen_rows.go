package analysis

import "github.com/cxgap/cxgap/analysis/study"

// chosenRows are some rows of a block, ascending. Most often they follow one another, and their columns are parts of the block's.
type chosenRows struct {
	rows   []int32
	run    bool      // they follow one another
	weight []float64 // of the rows

	codes   []study.Code // memory
	weights []float64
}

// choose makes ready for some rows of the block, one choice at a time.
func (b *tallyBlock) choose(rows []int32) *chosenRows {
	c := &b.chosen
	c.rows = rows
	n := len(rows)
	if c.run = n == 0 || int(rows[n-1]-rows[0]) == n-1; c.run {
		c.weight = runOf(b.weight, rows)
		return c
	}
	c.weights = c.weights[:0]
	for _, row := range rows {
		c.weights = append(c.weights, b.weight[row])
	}
	c.weight = c.weights
	return c
}

// of returns what a column has in the chosen rows; it is valid until the next.
func (c *chosenRows) of(codes []study.Code) []study.Code {
	if c.run {
		return runOf(codes, c.rows)
	}
	c.codes = c.codes[:0]
	for _, row := range c.rows {
		c.codes = append(c.codes, codes[row])
	}
	return c.codes
}

func runOf[T any](column []T, rows []int32) []T {
	if len(rows) == 0 {
		return nil
	}
	return column[rows[0] : int(rows[0])+len(rows)]
}
