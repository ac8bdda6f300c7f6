package gate

// expression is one node of a rule: and, or, not over comparisons.
type expression struct {
	op       string // and, or, not, or "" of a comparison
	parts    []*expression
	compared *comparison
	number   int // of a comparison, in the order of the text
}

// comparison is value op value, or low ≤ value ≤ high.
type comparison struct {
	op         string // <=, <, >=, >, between, is, is not
	value      *operand
	limit      *operand
	upper      *operand // of between
	text       string   // of the limits, as the rule writes them
	difference bool     // both sides are quantities
	negated    bool     // under an odd number of nots: the rule wants it not to hold
}

// operand is a number, a quantity, or a function of an operand.
type operand struct {
	function function
	inner    *operand // of a function
	wave     string   // of change: the earlier wave; empty: the baseline
	number   float64
	word     string // of is
	unit     unit
	quantity *quantity
	at       token // where it stands
}

// function is what a rule can do to a value.
type function string

const (
	absolute function = "abs"
	change   function = "change" // the value less that of the baseline, or of an earlier wave
)

// functions lists them, in the order in which messages name them.
func functions() []string { return []string{string(absolute), string(change)} }

// measured returns the quantity that an operand rests on; nil of a number.
func (o *operand) measured() *quantity {
	if o.inner != nil {
		return o.inner.measured()
	}
	return o.quantity
}

// compares reports whether an operand is a change.
func (o *operand) compares() bool {
	return o != nil && (o.function == change || o.inner.compares())
}

// needsBaseline reports whether an operand is a change since the baseline.
func (o *operand) needsBaseline() bool {
	return o != nil && (o.function == change && o.wave == "" || o.inner.needsBaseline())
}

// units are those that a limit of the operand may have; the change of a share is a difference of shares.
func (o *operand) units() []unit {
	units := o.measured().of.units
	if o.compares() && units[0] == share {
		return []unit{shareDiff}
	}
	return units
}

// name is how messages call an operand.
func (o *operand) name() string {
	if o.compares() {
		return "a change of " + o.measured().of.name
	}
	return o.measured().of.name
}

// quantity is a figure of the result, by name and audiences; its item comes from the rule's repetition if it names none.
type quantity struct {
	of        *definition
	audiences []string
	item      string // "": of the repetition, as of a pattern such as * or fair_*
	resampled bool   // its interval needs resamples, as far as it is of what the rule is about
}

// comparisons returns the comparisons of an expression in the order of its text.
func (e *expression) comparisons() []*expression {
	if e.compared != nil {
		return []*expression{e}
	}
	var all []*expression
	for _, part := range e.parts {
		all = append(all, part.comparisons()...)
	}
	return all
}

// negate marks the comparisons that a rule wants not to hold.
func (e *expression) negate() {
	for _, c := range e.comparisons() {
		c.compared.negated = !c.compared.negated
	}
}

// bounds writes what a comparison asks of its value, as the rule wants it.
func (c *comparison) bounds() string {
	if c.negated {
		return "not " + c.op + " " + c.text
	}
	return c.op + " " + c.text
}

// quantities returns what an expression measures.
func (e *expression) quantities() []*quantity {
	var all []*quantity
	for _, c := range e.comparisons() {
		all = append(all, c.compared.quantities()...)
	}
	return all
}

// operands returns the sides of all comparisons that measure something.
func (e *expression) operands() []*operand {
	var all []*operand
	for _, c := range e.comparisons() {
		for _, o := range []*operand{c.compared.value, c.compared.limit} {
			if o.measured() != nil {
				all = append(all, o)
			}
		}
	}
	return all
}

// quantities returns what a comparison measures.
func (c *comparison) quantities() []*quantity {
	var all []*quantity
	for _, o := range []*operand{c.value, c.limit} {
		if q := o.measured(); q != nil {
			all = append(all, q)
		}
	}
	return all
}

// needsBaseline reports whether an expression compares with a baseline.
func (e *expression) needsBaseline() bool {
	for _, c := range e.comparisons() {
		if c.compared.value.needsBaseline() || c.compared.limit.needsBaseline() {
			return true
		}
	}
	return false
}

// in returns the unit that a comparison is made in: that of its limit. Two quantities are compared in the unit that all
// scales share.
func (c *comparison) in() unit {
	if c.difference {
		units := c.value.units()
		return units[len(units)-1]
	}
	return c.limit.unit
}

// names reports whether a comparison is with a word.
func (c *comparison) names() bool { return c.limit.word != "" }
