package report

// sideMark is how a number begins that rounding would put onto a limit that it is off; see language.sided.
var sideMark = lazily(`[<>][+−]?[0-9]`)

// sidesMeaning says what the mark of a side means.
func (w *language) sidesMeaning() string {
	return w.text("< and > before a number: it lies below or above what is written, which rounding has put on a limit such as the target, the margin or 0")
}

// explainSides says below the first table with such a mark what it means.
func (w *language) explainSides(sections []section) {
	for k := range sections {
		for _, r := range sections[k].grid.rows {
			for _, c := range r.cells[1:] { // the first names the row
				for _, text := range c {
					if sideMark().MatchString(text) {
						sections[k].lines = append(sections[k].lines, w.sidesMeaning())
						return
					}
				}
			}
		}
	}
}
