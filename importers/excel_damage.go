package importers

import (
	"fmt"
	"unicode"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// damagedHeader is what Excel, in the languages of the label families, makes of a header such as 1-5 or 6-25: a day or a month.
var damagedHeader = lazily(`(?i)^(?:\d{1,2}[-. ]{1,2}(?:jan|feb|mar|mär|mrz|apr|may|mai|mag|maj|mei|jun|juin|jui|giu|jul|lug|aug|ago|août|aoû|sep|set|sept|oct|okt|ott|out|nov|dec|dez|déc|dic|abr|avr|ene|gen|fev|fév|févr|janv|avril|juil)\.?|(?:jan|feb|mar|mär|mrz|apr|may|mai|mag|maj|mei|jun|juin|giu|jul|lug|aug|ago|août|sep|set|sept|oct|okt|ott|out|nov|dec|dez|déc|dic|abr|avr|ene|gen|fev|fév|févr|janv|avril|juil)\.?[-. ]{1,2}\d{2})$`)

// datedHeading is a heading that asks for a day or a month: days without a year below it are what they look like.
var datedHeading = lazily(lexicon.WordStart + `(?:dates?|days?|when|months?|visited|submitted|birthday|\p{L}*datum|\p{L}*tag|wann|\p{L}*monat|geburtstag|jour|quand|mois|fecha|d[ií]a|cu[aá]ndo|mes|data|quando|m[eê]s|giorno|mese|dag|wanneer|maand)` + lexicon.WordEnd)

// mayBeDamaged reports whether a cell is a day or a month without a year, as Excel makes them of ranges: 17-Dec, Jun-25, 3. Mai.
func mayBeDamaged(text string) bool {
	const shortest, longest = 5, 9
	letters, digits := false, false
	if len(text) < shortest || len(text) > longest {
		return false
	}
	for _, r := range text {
		letters, digits = letters || unicode.IsLetter(r), digits || unicode.IsDigit(r)
	}
	return letters && digits && damagedHeader().MatchString(text)
}

// yearless reports whether a column holds days or months without a year, and is headed so.
func (c *columnScan) yearless(column Column) bool {
	return c.damaged > 0 && c.dates+c.damaged == c.filled && datedHeading().MatchString(lexicon.Normalise(column.statement()))
}

// damageIn says what cells are that Excel may have made dates of; empty: there are none, or a reason says so.
func (c *columnScan) damageIn(a *asked, k classified, said bool) string {
	example := c.cells.first(mayBeDamaged)
	switch {
	case c.damaged == 0 || example == "" && !c.cells.many:
		return ""
	case k.kind == study.TimeColumn:
		return fmt.Sprintf("days or months without a year, such as %q", example)
	case c.ranges > 0: // whatever else is said of the column: a 0 beside ranges is a number
		return fmt.Sprintf("Excel made dates of ranges: %s such as %q", count(c.damaged, "cell"), example)
	case len(a.answers.numbers) > 0 && said:
		return ""
	case len(a.answers.numbers) > 0:
		return fmt.Sprintf("Excel made dates of answers: %s such as %q", count(c.damaged, "cell"), example)
	case said || k.kind == study.MetaColumn || k.kind == study.PersonalColumn:
		return ""
	case example == "":
		return fmt.Sprintf("days without a year, or dates that Excel made of answers such as 1-5: %s", count(c.damaged, "cell"))
	}
	return fmt.Sprintf("days without a year, or dates that Excel made of answers such as 1-5: %s such as %q", count(c.damaged, "cell"), example)
}

// headerDamage says that a header or the statement in it is a date that Excel made; empty: it is none.
func headerDamage(c Column) string {
	for _, text := range []string{c.Header, c.Text, c.statement()} {
		if text = lexicon.Tidy(text); damagedHeader().MatchString(text) {
			return fmt.Sprintf("the header %q looks like a date that Excel made of a range such as 1-5: what was it?", lexicon.Shorten(text))
		}
	}
	return ""
}

// excelMade says what an answer looks like.
func excelMade(answer string) string {
	return fmt.Sprintf("%q looks like a date that Excel made of an answer such as 1-5: what was it?", lexicon.Shorten(answer))
}
