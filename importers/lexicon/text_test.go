package lexicon

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// Normalise has a short way for texts of ASCII: it leads where the long one does.
func TestNormaliseTakesBothWaysToOneForm(t *testing.T) {
	space := regexp.MustCompile(`\s+`)
	long := func(text string) string {
		if strings.ContainsAny(text, "<&") {
			text = html.UnescapeString(markup().ReplaceAllString(text, ""))
		}
		text = strings.TrimSpace(space.ReplaceAllString(strings.ReplaceAll(text, "\u00a0", " "), " "))
		text = strings.NewReplacer("’", "'", "‘", "'", "‚", "'", "‛", "'", "‹", "'", "›", "'", "“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "–", "-", "—", "-").Replace(norm.NFKC.String(text))
		return strings.TrimSpace(cases.Fold().String(space.ReplaceAllString(text, " ")))
	}
	rapid.Check(t, func(t *rapid.T) {
		alphabet := []rune("aZ é\u00a0\t\n\r\f\v.'’„“»–<b>/&;amp0①ﬁẞİ")
		text := rapid.OneOf(rapid.StringOf(rapid.RuneFrom(alphabet)), rapid.String(), rapid.StringMatching(`[ -~\t\n]*`)).Draw(t, "text")
		if got, want := Normalise(text), long(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	})
}

// Quotation marks of whatever language are those of a keyboard.
func TestQuotationMarksMatch(t *testing.T) {
	for _, text := range []string{`Der „Preis“`, `Der “Preis”`, `Der «Preis»`, `Der »Preis«`, `Der "Preis"`} {
		if got := Normalise(text); got != `der "preis"` {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	if Normalise("‚Preis‘") != "'preis'" || Normalise("‹Preis›") != "'preis'" {
		t.Error("single quotation marks differ")
	}
}

// A subject and what is asked of it are no stem and row; a row that is called as what may be asked is one.
func TestKindsBehindAHyphenAreNoRows(t *testing.T) {
	for text, want := range map[string][2]string{
		"Delivery - Importance":                    {"Delivery", "Importance"},
		"Please rate - Performance":                {"Please rate", "Performance"},
		"Please rate: - Importance":                {"Please rate:", "Importance"},
		"How often? (N - Never, A - Always)":       {"", "How often? (N - Never, A - Always)"},
		"How often (N - Never, A - Always) - Late": {"How often (N - Never, A - Always)", "Late"},
		"Delivery - Importance of time":            {"Delivery", "Importance of time"},
	} {
		if stem, row := SplitMatrix(text); stem != want[0] || row != want[1] {
			t.Errorf("%s: %q and %q", text, stem, row)
		}
	}
}
