package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/analysis"
)

// A name in a column head is cut where it is long, keeps at least the least letters, and is not cut to save fewer than leastSaved.
const (
	longName   = 10
	leastName  = 4
	leastSaved = 3
)

// shortNames returns the names of the audiences for column heads: their labels, the long ones cut.
func (l *lookup) shortNames() []string { return shortLabels(l.result.Audiences) }

// shortLabels returns the labels, the long ones cut to their first words or letters where those tell them apart, with a full stop where they
// are cut within a word.
func shortLabels(audiences []analysis.Audience) []string {
	names := make([]string, len(audiences))
	for i, a := range audiences {
		names[i] = visible(a.Label)
		label := []rune(names[i])
		if len(label) <= longName {
			continue
		}
		if first, _, several := strings.Cut(names[i], " "); several && len([]rune(first)) >= leastName && len([]rune(first)) <= longName && uniqueLabel(audiences, i, first) {
			names[i] = first
			continue
		}
		for n := leastName; n < len(label)-1; n++ {
			cut := string(label[:n])
			if !cutsWell(label, n) || !uniqueLabel(audiences, i, cut) {
				continue
			}
			if label[n] != ' ' {
				cut += "."
			}
			if len([]rune(cut)) <= len(label)-leastSaved {
				names[i] = cut
			}
			break
		}
	}
	return names
}

// cutsWell reports whether a label may be cut before its n-th letter: behind a word, or between a consonant and a vowel, so that Mitarbeitende
// is Mitarb. and not Mitar.; letters that are not Latin are cut anywhere.
func cutsWell(label []rune, n int) bool {
	last, next := unicode.ToLower(label[n-1]), label[n]
	if next == ' ' {
		return unicode.IsLetter(last)
	}
	return unicode.IsLetter(last) && unicode.IsLetter(next) && !isVowel(last) && (isVowel(next) || !unicode.Is(unicode.Latin, next))
}

func isVowel(letter rune) bool {
	return strings.ContainsRune("aeiouyäöüáàâãéèêëíìîïóòôõúùûæøå", unicode.ToLower(letter))
}

func uniqueLabel(audiences []analysis.Audience, i int, prefix string) bool {
	for j, other := range audiences {
		if j != i && strings.HasPrefix(strings.ToLower(visible(other.Label)), strings.ToLower(prefix)) {
			return false
		}
	}
	return true
}

// pairName writes a pair as a column head.
func (l *lookup) pairName(a, b string) string {
	names := l.shortNames()
	text := ""
	for _, id := range []string{a, b} {
		for i, audience := range l.result.Audiences {
			if audience.ID == id {
				text += fmt.Sprintf(" − %s", names[i])
			}
		}
	}
	return strings.TrimPrefix(text, " − ")
}
