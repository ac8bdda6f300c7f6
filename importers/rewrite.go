package importers

import (
	"cmp"
	"strings"
)

// rewrite puts the cells of a record into another form, and says which cells it filled or blanked on purpose.
type rewrite func(cells []string) cellChanges

// cellChanges counts the cells that are in the records and not in the file, and those that are in the file and not in the records. Whoever
// makes or blanks a cell counts it: what is not counted here must be there, or it is lost.
type cellChanges struct{ made, blanked int }

func (c *cellChanges) add(more cellChanges) {
	c.made, c.blanked = c.made+more.made, c.blanked+more.blanked
}

// rewriter is a platform whose cells say less than its columns do: codes, or the parts of one answer.
type rewriter interface {
	rewrite(columns []Column) rewrite
}

// rewriting returns what is done to the cells of every record before they are read; nil: nothing.
func rewriting(p platform, columns []Column, o Options) rewrite {
	var steps []rewrite
	if own, has := p.(rewriter); has {
		if step := own.rewrite(columns); step != nil {
			steps = append(steps, step)
		}
	}
	if step := collapsing(columns); step != nil {
		steps = append(steps, step)
	}
	if o.DecimalComma {
		steps = append(steps, pointed)
	}
	if len(steps) == 0 {
		return nil
	}
	return func(cells []string) (changed cellChanges) {
		for _, step := range steps {
			changed.add(step(cells))
		}
		return changed
	}
}

// collapsing moves the cells of columns that are parts of one answer to the column that takes them. Two parts that both
// hold something are no answer that anybody could have given: they stay side by side, to be refused.
func collapsing(columns []Column) rewrite {
	parts := false
	for _, c := range columns {
		parts = parts || c.into > 0
	}
	if !parts {
		return nil
	}
	return func(cells []string) (changed cellChanges) {
		for i, c := range columns {
			if c.into == 0 || strings.TrimSpace(cells[i]) == "" {
				continue
			}
			if to := &cells[c.into-1]; strings.TrimSpace(*to) == "" {
				*to = cmp.Or(c.takenAs, cells[i])
				changed.made++
			} else {
				*to += "; " + cells[i]
			}
		}
		return changed
	}
}

var decimalComma = lazily(`^\s*[+-]?\d+,\d+[\s\x{a0}\x{202f}]*%?\s*$`)

// pointed writes decimal commas as points, in shares (8,5 %) too.
func pointed(cells []string) cellChanges {
	for i, text := range cells {
		if strings.IndexByte(text, ',') > 0 && decimalComma().MatchString(text) {
			cells[i] = strings.Replace(text, ",", ".", 1)
		}
	}
	return cellChanges{}
}
