package importers

import "sync"

// heading is the text of a question with what it says of the numbers of its scale, and the question without the words that say it. Reading
// these takes longer than all else that is asked of a heading, and many ask: they are found when somebody does, for a study file that names
// its columns hardly does, and once.
type heading struct {
	text   string
	legend func() legend
	bare   func() string // without the words that explain the scale
	plain  func() string // normalised besides, and without what stands in brackets
}

func headingOf(text string) heading {
	l := sync.OnceValue(func() legend { return legendOf(text) })
	bare := sync.OnceValue(func() string { return l().without(text) })
	return heading{text: text, legend: l, bare: bare, plain: sync.OnceValue(func() string { return unexplained(text, bare) })}
}

// keepHeadings keeps the headings of all columns with the texts that they are of, for texts change while a file is opened.
func keepHeadings(columns []Column) {
	for i := range columns {
		columns[i].kept = headingOf(columns[i].Text)
	}
}

// heading is the question of a column.
func (c *Column) heading() heading {
	if c.kept.legend != nil && c.kept.text == c.Text {
		return c.kept
	}
	return headingOf(c.Text)
}

// statement returns the statement of a matrix, or the whole question.
func (h heading) statement() string {
	_, row := splitMatrix(h.bare())
	return row
}

// namesScale reports whether a question names the ends of its scale.
func (h heading) namesScale() bool {
	_, _, _, named := h.legend().scale()
	return named
}
