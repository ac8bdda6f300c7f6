package importers

import "github.com/cxgap/cxgap/importers/lexicon"

// keepHeadings keeps the headings of all columns with the texts that they are of, for texts change while a file is opened.
func keepHeadings(columns []Column) {
	for i := range columns {
		columns[i].kept = lexicon.HeadingOf(columns[i].Text)
	}
}

// heading is the question of a column.
func (c *Column) heading() lexicon.Heading {
	if c.kept.Legend != nil && c.kept.Text == c.Text {
		return c.kept
	}
	return lexicon.HeadingOf(c.Text)
}
