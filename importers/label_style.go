package importers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelStyle is how an export spells the labels of a scale, for those that nobody chose.
type labelStyle struct {
	capital bool   // they begin with a capital letter
	joined  bool   // their words are joined by underscores, as names are: strongly_agree
	number  string // they begin with the number of their point, and what stands behind it; empty: they do not
}

var numberBefore = lazily(`^(\d{1,2})(\s*[=:.)–—-]?\s+)\pL`)

// styleOf returns the style of all labels that are seen; those that are not are empty.
func styleOf(labels []string) labelStyle {
	style, seen := labelStyle{capital: true}, 0
	for i, label := range labels {
		if label == "" {
			continue
		}
		number := ""
		if m := numberBefore().FindStringSubmatch(label); m != nil && m[1] == fmt.Sprint(i+1) {
			number, label = m[2], label[len(m[1])+len(m[2]):]
		}
		if seen++; seen == 1 {
			style.number = number
		} else if style.number != number {
			style.number = ""
		}
		style.joined = style.joined || joinedLabel().MatchString(label)
		first, _ := utf8.DecodeRuneInString(label)
		style.capital = style.capital && unicode.IsUpper(first)
	}
	return style
}

// of spells the label of a point.
func (s labelStyle) of(label string, point int) string {
	if first, size := utf8.DecodeRuneInString(label); s.capital {
		label = string(unicode.ToUpper(first)) + label[size:]
	}
	if s.number != "" {
		label = fmt.Sprint(point+1) + s.number + label
	}
	if label = strings.TrimSpace(label); s.joined {
		label = strings.Join(strings.FieldsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "_")
	}
	return label
}
