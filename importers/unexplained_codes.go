package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Raw exports of some platforms hold codes, which an editor gives to answers in any order: "strongly agree" may be 1, and "don't know" 6. Nothing
// in the file says so.

// rawExport is what a platform calls such an export, and what explains it.
type rawExport struct{ what, hint string }

// rawExports are those of which it is known, by platform.
func rawExports() map[string]rawExport {
	return map[string]rawExport{
		(redCap{}).name():    {"a raw export of REDCap", "--dictionary FILE, the data dictionary of the project, says what they stand for"},
		(qualtrics{}).name(): {"an export of numeric values of Qualtrics", "--labels-from FILE, the export of the choice texts of the same responses, says what they stand for"},
	}
}

// unexplainedCodes names the columns of numbers, of all columns, that nothing explains: they may be codes, in any order.
func (e *Export) unexplainedCodes(all, numbers []*asked) (names []string) {
	if _, raw := rawExports()[e.Platform]; !raw || e.explained || e.inChoiceTexts || e.inTexts(all) {
		return nil
	}
	for _, c := range numbers {
		if c.answers.plainNumbers() && !c.named() && !c.fact() && (e.Platform == (redCap{}).name() || c.kind == "" && c.column.Role == Answer && !c.column.asksToRecommend()) {
			names = append(names, quotedName(c.column))
		}
	}
	return names
}

// inTexts reports whether an export holds the texts of choices, so that its numbers are those that people gave.
func (e *Export) inTexts(all []*asked) bool {
	const mostChoices, leastEach = 30, 3
	if e.Platform == (redCap{}).name() {
		return slices.ContainsFunc(e.Columns, func(c Column) bool { return lexicon.Tidy(c.Header) == "Complete?" })
	}
	return slices.ContainsFunc(all, func(c *asked) bool {
		words := len(c.answers.words)
		return c.column.Role == Answer && !c.answers.many && c.answers.inWords() && words <= mostChoices && total(c.answers.words) >= leastEach*words
	})
}

// codesNotice says which numbers of an export may be codes, and what explains them.
func (e *Export) codesNotice(where string, names []string) study.Notice {
	raw := rawExports()[e.Platform]
	return study.Notice{
		Code: study.CodesUnexplained, Where: where, Hint: raw.hint,
		Message: fmt.Sprintf("%s: %s, whose numbers may be codes that nothing here explains: %s", e.Name, raw.what, few(names)),
	}
}

// undescribedCodes says of which audiences the ratings may be codes.
func (d *draft) undescribedCodes() {
	for i, files := range d.exports {
		for _, e := range files {
			if names := e.unexplainedCodes(d.columns[i], d.columns[i]); len(names) > 0 {
				n := e.codesNotice(d.study.Audiences[i].ID, names)
				d.hinted(n.Code, n.Where, n.Hint, "%s", n.Message)
			}
		}
	}
}
