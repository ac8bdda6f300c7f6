package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// damagedHeader is what Excel, in the languages of the label families, makes of a header such as 1-5 or 6-25: a day or a month.
var damagedHeader = lazily(`(?i)^(?:\d{1,2}[-. ]{1,2}(?:jan|feb|mar|mär|mrz|apr|may|mai|mag|maj|mei|jun|juin|jui|giu|jul|lug|aug|ago|août|aoû|sep|set|sept|oct|okt|ott|out|nov|dec|dez|déc|dic|abr|avr|ene|gen|fev|fév|févr|janv|avril|juil)\.?|(?:jan|feb|mar|mär|mrz|apr|may|mai|mag|maj|mei|jun|juin|giu|jul|lug|aug|ago|août|sep|set|sept|oct|okt|ott|out|nov|dec|dez|déc|dic|abr|avr|ene|gen|fev|fév|févr|janv|avril|juil)\.?[-. ]{1,2}\d{2})$`)

// headerDamage says that a header or the statement in it is a date that Excel made; empty: it is none.
func headerDamage(c Column) string {
	for _, text := range []string{c.Header, c.Text, c.statement()} {
		if text = lexicon.Tidy(text); damagedHeader().MatchString(text) {
			return fmt.Sprintf("the header %q looks like a date that Excel made of a range such as 1-5: what was it?", lexicon.Shorten(text))
		}
	}
	return ""
}
