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
	op         string // <=, <, >=, >, between
	value      *operand
	limit      *operand
	upper      *operand // of between
	text       string   // of the limits, as the rule writes them
	difference bool     // both sides are quantities
}

// operand is a number or a quantity.
type operand struct {
	absolute bool
	number   float64
	unit     unit
	quantity *quantity
}

// quantity is a figure of the result, by name and audiences; its item comes from the rule's repetition if it names none.
type quantity struct {
	of        *definition
	audiences []string
	item      string // "": of the repetition; "*": every item
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

// wild reports whether a quantity is asked of every item.
func (e *expression) wild() bool {
	for _, c := range e.comparisons() {
		for _, o := range []*operand{c.compared.value, c.compared.limit} {
			if o.quantity != nil && o.quantity.item == "*" {
				return true
			}
		}
	}
	return false
}
