package lexicon

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelStyle is how an export spells the labels of a scale, for those that nobody chose.
type labelStyle struct {
	capital bool // they begin with a capital letter
	joined  bool // their words are joined by underscores, as names are: strongly_agree
	// before and behind are what stands around the numbers of their points, where all labels have them: "(4) Good", "4 - Good", "Good (4)".
	before, behind numberAround
}

// numberAround is what stands before and behind the number in a label; none: labels have no number there.
type numberAround struct {
	any         bool
	open, close string
}

var (
	numberBefore = lazily(`^([(\[]?)(\d{1,2})([)\]]?\s*[=:.)–—-]\s*|[)\]]\s*|\s+)\pL`)
	numberBehind = lazily(`\pL(\s*[(\[])(\d{1,2})([)\]])$`)
)

// styleOf returns the style of all labels that are seen, numbered as by says; those that are not are empty.
func styleOf(labels []string, by numbering) labelStyle {
	style, seen := labelStyle{capital: true}, 0
	for i, label := range labels {
		if label == "" {
			continue
		}
		var before, behind numberAround
		number := strconv.Itoa(by.number(i, len(labels)))
		if m := numberBefore().FindStringSubmatch(label); m != nil && m[2] == number {
			before = numberAround{true, m[1], m[3]}
			label = label[len(m[1])+len(m[2])+len(m[3]):]
		}
		if m := numberBehind().FindStringSubmatch(label); m != nil && m[2] == number {
			behind = numberAround{true, m[1], m[3]}
		}
		if seen++; seen == 1 {
			style.before, style.behind = before, behind
		}
		if style.before != before {
			style.before = numberAround{}
		}
		if style.behind != behind {
			style.behind = numberAround{}
		}
		style.joined = style.joined || joinedLabel().MatchString(label)
		first, _ := utf8.DecodeRuneInString(withoutPictures(label))
		style.capital = style.capital && unicode.IsUpper(first)
	}
	return style
}

// of spells the label of a point with the number that it has.
func (s labelStyle) of(label string, number int) string {
	if first, size := utf8.DecodeRuneInString(label); s.capital {
		label = string(unicode.ToUpper(first)) + label[size:]
	}
	if s.before.any {
		label = s.before.open + strconv.Itoa(number) + s.before.close + label
	}
	if s.behind.any {
		label += s.behind.open + strconv.Itoa(number) + s.behind.close
	}
	if label = strings.TrimSpace(label); s.joined {
		label = strings.Join(strings.FieldsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "_")
	}
	return label
}
