package importers

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// tabulated reads published results without respondents: an item a row, with its value, and as far as needed audience, kind,
// statistic and base; or with one column a kind (importance, performance). A study file says  tabulated: true.
type tabulated struct{}

func (tabulated) name() string { return "tabulated" }

func (tabulated) detect(records [][]string) (string, int) {
	var heads []string
	for _, h := range records[0] {
		heads = append(heads, lexicon.Normalise(h))
	}
	if sideBySide(heads, records[1:]) {
		var kinds []string
		for _, v := range valueColumns(heads) {
			kinds = append(kinds, heads[v.at])
		}
		return "results side by side: the columns " + heads[headed(heads, itemNames()...)] + ", " + strings.Join(kinds, ", "), 1
	}
	if headed(heads, "item") < 0 || headed(heads, "value") < 0 {
		if t := asResults(records); t != nil {
			return t.evidence(), 1
		}
		return sharesOfAnswers(records), 1
	}
	var beside []string
	for _, name := range []string{"audience", "kind", "statistic", "base", "n"} {
		if headed(heads, name) >= 0 {
			beside = append(beside, name)
		}
	}
	if len(beside) == 0 && len(records[0]) > 2 {
		return "", 0
	}
	return "a result a row: the columns " + strings.Join(append([]string{"item", "value"}, beside...), ", "), 1
}

// sideBySide reports whether a table that nobody has called one of results is one: means of several kinds beside items in words, each
// once. Ratings of respondents are whole numbers, and what respondents say of themselves or of one thing comes again.
func sideBySide(heads []string, rows [][]string) bool {
	item, values := headed(heads, itemNames()...), valueColumns(heads)
	if who, _, _ := longColumns(heads); who >= 0 || item < 0 || len(values) < 2 || values[0].kind == "" || len(rows) < 2 {
		return false
	}
	named, fractions := map[string]bool{}, 0
	for _, row := range rows {
		name := lexicon.Normalise(cell(row, item))
		if _, err := lexicon.ParseNumber(name); err == nil || name == "" || named[name] {
			return false
		}
		named[name] = true
		for _, v := range values {
			text := strings.TrimSpace(cell(row, v.at))
			x, err := lexicon.ParseNumber(text)
			if err != nil && text != "" {
				return false
			}
			if err == nil && x != math.Trunc(x) {
				fractions++
			}
		}
	}
	return 2*fractions > len(rows)
}

// itemNames are the headers of the column that names what was rated, the plainest first.
func itemNames() []string { return []string{"item", "attribute", "statement"} }

// kindNames are the headers of columns that each hold one kind of rating.
func kindNames() map[study.Kind][]string {
	return map[study.Kind][]string{
		study.Importance:  {"importance"},
		study.Performance: {"performance", "perception", "perceptions"},
		study.Expectation: {"expectation", "expectations"},
		study.Alternative: {"alternative"},
	}
}

// valueColumns finds the columns of figures: one whose rows say the kind, or one a kind. A base of its own stands as
// importance_base, or as base for all kinds.
func valueColumns(heads []string) []valueColumn {
	shared := headed(heads, "base", "n")
	if at := headed(heads, "value"); at >= 0 {
		return []valueColumn{{at: at, base: shared}}
	}
	var found []valueColumn
	for _, kind := range []study.Kind{study.Importance, study.Performance, study.Expectation, study.Alternative} {
		at := headed(heads, kindNames()[kind]...)
		if at < 0 {
			continue
		}
		base := headed(heads, heads[at]+"_base", heads[at]+"_n", heads[at]+" base", heads[at]+" n")
		if base < 0 {
			base = shared
		}
		found = append(found, valueColumn{kind, at, base})
	}
	return found
}

// headed returns the position of the first of the names among the headers; -1: none is there.
func headed(heads []string, names ...string) int {
	for _, name := range names {
		if i := slices.Index(heads, name); i >= 0 {
			return i
		}
	}
	return -1
}

func (tabulated) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = lexicon.Normalise(c.Header)
	}
	for _, v := range valueColumns(heads) {
		for _, i := range []int{v.at, v.base} {
			if i >= 0 {
				columns[i].Kind = study.NumberColumn
			}
		}
	}
	for _, name := range append([]string{"audience", "kind", "statistic"}, itemNames()...) {
		if i := headed(heads, name); i >= 0 {
			columns[i].Role = Meta
		}
	}
	for i, h := range heads { // under headings of its own
		switch part := partHeaded(h); {
		case columns[i].Role == Meta:
		case part == partItem, part == partSection, part == partAudience:
			columns[i].Role = Meta
		case part == partMean, part == partShare, part == partBase:
			columns[i].Kind = study.NumberColumn
		}
	}
	return columns
}

func (tabulated) status([]Column) *statusRule { return nil }
