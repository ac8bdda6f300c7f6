package importers

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

func codesText(codes []study.CodedCell) string {
	var texts []string
	for _, code := range codes {
		texts = append(texts, scalarOf(code.Cell)+": "+lexicon.FormatNumber(code.Value))
	}
	return strings.Join(texts, ", ")
}

// selectorText names a column as a study file does.
func selectorText(c Column) string {
	if c.ID == fmt.Sprintf("#%d", c.Position) {
		return c.ID
	}
	return study.Selector{Name: c.ID}.String()
}

func scaleText(s study.Scale) string {
	if len(s.Labels) == 0 {
		return s.String()
	}
	return "[" + strings.Join(scalarsOf(s.Labels), ", ") + "]"
}

func missingText(m study.Missing) string {
	var parts []string
	if len(m.DontKnow) > 0 {
		parts = append(parts, "dont_know: ["+strings.Join(scalarsOf(m.DontKnow), ", ")+"]")
	}
	if len(m.Blank) > 0 {
		parts = append(parts, "blank: ["+strings.Join(scalarsOf(m.Blank), ", ")+"]")
	}
	if len(m.NotShown) > 0 {
		parts = append(parts, "not_shown: ["+strings.Join(scalarsOf(m.NotShown), ", ")+"]")
	}
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// plainScalar are the texts that YAML reads as they stand; all else is quoted.
var plainScalar = lazily(`^[A-Za-z][A-Za-z0-9_.]*$`)

// scalarOf writes a text as YAML does: JSON's quotes are YAML's too.
func scalarOf(text string) string {
	if plainScalar().MatchString(text) && !slices.Contains([]string{"true", "false", "null", "yes", "no", "y", "n", "on", "off"}, strings.ToLower(text)) {
		return text
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func scalarsOf(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, scalarOf(text))
	}
	return all
}
