package lexicon

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Normalise brings texts that people would call the same into one form: compatibility characters and blanks unified,
// markup stripped, white space folded, quotes straightened, case folded. For matching, never for display.
func Normalise(text string) string {
	text = Tidy(text)
	if ascii(text) { // nothing of it has another form, and most texts are such
		return strings.ToLower(text)
	}
	text = straightQuotes.Replace(norm.NFKC.String(text))
	return strings.TrimSpace(cases.Fold().String(foldSpace(text)))
}

// Tidy makes a text of an export fit for display: no markup, white space folded.
func Tidy(text string) string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(markup().ReplaceAllString(text, ""))
	}
	return strings.TrimSpace(foldSpace(strings.ReplaceAll(text, "\u00a0", " ")))
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldSpace makes one blank of every run of white space.
func foldSpace(text string) string {
	if !strings.ContainsAny(text, "\t\n\f\r") && !strings.Contains(text, "  ") {
		return text
	}
	folded := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; c {
		case ' ', '\t', '\n', '\f', '\r':
			if n := len(folded); n == 0 || folded[n-1] != ' ' {
				folded = append(folded, ' ')
			}
		default:
			folded = append(folded, c)
		}
	}
	return string(folded)
}

// straightQuotes writes typographic quotes and dashes as keyboards do.
var straightQuotes = strings.NewReplacer("’", "'", "‘", "'", "‚", "'", "‛", "'", "‹", "'", "›", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "–", "-", "—", "-")

var markup = lazily(`</?[a-zA-Z][^<>]*>`)

// SplitMatrix splits the text of a matrix column into its stem and its statement, as the platforms join them:
// "stem - statement" (Qualtrics, SurveyMonkey), "stem [statement]" (Google Forms), "stem?.statement" (Microsoft Forms), "stem >> statement" (Jotform).
func SplitMatrix(text string) (stem, row string) {
	if strings.HasSuffix(text, "]") {
		if at := strings.LastIndex(text, "["); at > 0 {
			return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1 : len(text)-1])
		}
	}
	if at := strings.LastIndex(text, " >> "); at > 0 {
		return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+4:])
	}
	for at := strings.LastIndex(text, " - "); at > 0; at = strings.LastIndex(text[:at], " - ") {
		if !explainsPoint(text[:at], text[at+3:]) && !betweenPoints(text, at) && strings.Count(text[:at], "(") <= strings.Count(text[:at], ")") {
			return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+3:])
		}
	}
	for _, end := range []string{"?", ":", "!"} { // a point of Microsoft Forms follows the end of the stem
		if at := strings.LastIndex(text, end+"."); at > 0 && at+2 < len(text) {
			return strings.TrimSpace(text[:at+1]), strings.TrimSpace(text[at+2:])
		}
	}
	return "", text
}

// explainsPoint reports whether a hyphen stands between a point of a scale and what it means: "5 is good and 1 - did not meet them".
func explainsPoint(before, after string) bool {
	last := before[len(before)-1]
	first, _ := utf8.DecodeRuneInString(after)
	return last >= '0' && last <= '9' && unicode.IsLower(first)
}

// betweenPoints reports whether a hyphen stands between what two points of a scale mean: "1 very good - 5 very bad".
func betweenPoints(text string, at int) bool {
	next := at + len(" - ")
	if next >= len(text) || !isDigit(text[next]) || halfWidth(text) != text {
		return false
	}
	points := LegendOf(text).Explained()
	for i := 1; i < len(points); i++ {
		if points[i].start == next && points[i-1].start < at && points[i].link == beside && points[i-1].link == beside {
			return true
		}
	}
	return false
}

// InBrackets is what explains a heading: "Gender (1 = f, 2 = m)".
var InBrackets = lazily(`\s*[(\[][^)\]]*[)\]]`)

// Shorten cuts a text that a message quotes.
func Shorten(text string) string {
	const longest = 60
	if r := []rune(text); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return text
}
