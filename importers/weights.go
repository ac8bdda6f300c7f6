package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

var (
	// weights are the normalised names of weight columns.
	weights = lazily(`^(?:wt|wts|pw|w|(?:.*[ _-])?(?:weight|wt|wgt|gewicht|gewichtung|poids|pondération|ponderación|ponderação|ponderazione|weging)|postwt|wgts|weights|weighting|gewichte|pesos?|` +
		`(?:weight|wgt|gewicht|gewichtung|poids|peso|weging)[ _-].*|(?:gewichtungs|weeg|wegings)fa[ck]tor|(?:weighting factor|facteur de pondération|factor de (?:ponderación|expansión)|fator de ponderação|fattore di ponderazione))$`)
	// maybeWeights are names of weight columns where their numbers are broken.
	maybeWeights = lazily(`^(?:factor|faktor|facteur|fattore|fator)$`)
)

// isWeight reports whether a column is a weight, by its platform or by its name.
func isWeight(c Column) bool {
	return c.Kind == study.WeightColumn || weights().MatchString(lexicon.Normalise(c.ID))
}

func maybeWeight(c Column) bool { return maybeWeights().MatchString(lexicon.Normalise(c.ID)) }

// inCommas reports whether nine in ten cells of a column are numbers with decimal commas.
func (c *columnScan) inCommas() bool { return c.commas > 0 && 10*c.commas >= 9*c.filled }

// broken reports whether the cells of a column are numbers with decimal points or commas.
func (c *columnScan) broken() bool {
	if c.inCommas() {
		return true
	}
	points := c.cells.many
	for text := range c.cells.count {
		points = points || strings.Contains(text, ".")
	}
	return points && c.onlyNumbers()
}

// onlyNumbers reports whether no cell of a column is a text.
func (c *columnScan) onlyNumbers() bool {
	for text := range c.cells.count {
		if !numeric(text) {
			return false
		}
	}
	return !c.cells.texts
}

// firstComma returns the first number with a decimal comma, in order, of a column; empty: they are too many to be told apart.
func (c *columnScan) firstComma() string { return c.cells.first(decimalComma().MatchString) }

// weightIn classifies a weight whose cells are broken numbers.
func weightIn(c *columnScan) classified {
	if !c.inCommas() {
		return classified{kind: study.WeightColumn}
	}
	like := ""
	if text := c.firstComma(); text != "" {
		like = fmt.Sprintf(", such as %q", text)
	}
	return classified{kind: study.NumberColumn, note: "a weight by its name, with decimal commas" + like + ": --decimal comma reads it (decimal: comma in a study file)"}
}

func (d *draft) weightUnused(a *study.Audience, c *asked) {
	hint := "a study file can say  weight: " + scalarOf(selectorText(c.column))
	if c.commaWeight {
		hint += "  and  decimal: comma, for its numbers have decimal commas"
	}
	d.hinted(study.WeightUnused, a.ID, hint, "%s: column %q is not used as a weight", a.ID, c.column.ID)
}
