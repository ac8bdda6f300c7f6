package importers

import "github.com/cxgap/cxgap/importers/lexicon"

// redCapCodes finds the choice that a cell names, of a field with many, without comparing it with each.
type redCapCodes struct {
	choices []sssValue
	values  []branchValue // of their codes
	byCode  map[string]int
	byLabel map[string]int
	byValue map[float64]int // codes that are numbers, in whatever spelling
}

func newRedCapCodes(choices []sssValue) *redCapCodes {
	c := &redCapCodes{choices: choices, byCode: map[string]int{}, byLabel: map[string]int{}, byValue: map[float64]int{}}
	for i, choice := range choices {
		v := branchValueOf(choice.code)
		c.values = append(c.values, v)
		enterFirst(c.byCode, choice.code, i)
		enterFirst(c.byLabel, choice.label, i)
		if v.numeric {
			enterFirst(c.byValue, v.number, i)
		}
	}
	return c
}

// enterFirst leaves what is there: the first of two choices of one name counts.
func enterFirst[K comparable](at map[K]int, key K, i int) {
	if _, taken := at[key]; !taken {
		at[key] = i
	}
}

// ofCode returns the number of the choice whose code a cell holds.
func (c *redCapCodes) ofCode(cell string) (int, bool) {
	if i, known := c.byCode[cell]; known || len(c.byValue) == 0 {
		return i, known
	}
	x, err := lexicon.ParseNumber(cell)
	if err != nil {
		return 0, false
	}
	i, known := c.byValue[x]
	return i, known
}

// ofLabel returns the number of the choice whose label a cell holds.
func (c *redCapCodes) ofLabel(cell string) (int, bool) {
	i, known := c.byLabel[cell]
	if !known && len(c.byLabel) > 0 {
		i, known = c.byLabel[lexicon.Tidy(cell)]
	}
	return i, known
}

// choice returns the number of the choice that a cell names. Labels may be numbers too: in an export whose headings are labels, a number is
// one before it is a code.
func (c *redCapCodes) choice(cell string, byLabel bool) (int, bool) {
	if byLabel {
		if i, known := c.ofLabel(cell); known {
			return i, known
		}
	}
	return c.ofCode(cell)
}

// value returns the code of a cell, where the export holds the label too; a cell that names no choice stands for itself.
func (c *redCapCodes) value(cell string, byLabel bool) branchValue {
	i, known := c.choice(cell, byLabel)
	if !known {
		i, known = c.ofLabel(cell)
	}
	if known {
		return c.values[i]
	}
	return branchValueOf(cell)
}
