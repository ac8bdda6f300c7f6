package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/analysis"
)

// A name in a column head is cut where it is long, and keeps at least the least letters.
const (
	longName  = 6
	leastName = 4
)

// shortNames returns the names of the audiences for column heads: made of their ids, which an analyst knows; for a client only where each of
// them begins its audience's label as well, as "lead" does "Leadership team", but not "Führungskreis". Otherwise they are made of the labels.
func (l *lookup) shortNames() []string {
	names := shortIDs(l.result.Audiences)
	if !l.client {
		return names
	}
	for i, a := range l.result.Audiences {
		if !strings.HasPrefix(strings.ToLower(a.Label), strings.ToLower(names[i])) {
			return shortLabels(l.result.Audiences)
		}
	}
	return names
}

// shortLabels cuts labels to their first letters where those tell them apart, with a full stop where they are cut within a word.
func shortLabels(audiences []analysis.Audience) []string {
	names := make([]string, len(audiences))
	for i, a := range audiences {
		names[i] = visible(a.Label)
		label := []rune(names[i])
		if len(label) <= longName {
			continue
		}
		for n := leastName; n < len(label)-1; n++ {
			if cut := string(label[:n]); cutsWell(label, n) && uniqueLabel(audiences, i, cut) {
				names[i] = cut
				if label[n] != ' ' {
					names[i] += "."
				}
				break
			}
		}
	}
	return names
}

// cutsWell reports whether a label may be cut before its n-th letter: behind a word or a consonant, but within neither sch, ch, ck nor th.
func cutsWell(label []rune, n int) bool {
	last, next := unicode.ToLower(label[n-1]), label[n]
	if next == ' ' {
		return unicode.IsLetter(last)
	}
	return unicode.IsLetter(last) && unicode.IsLetter(next) && !strings.ContainsRune("aeiouyäöüáàâãéèêëíìîïóòôõúùûæøå", last) && !strings.ContainsRune("chk", next)
}

func uniqueLabel(audiences []analysis.Audience, i int, prefix string) bool {
	for j, other := range audiences {
		if j != i && strings.HasPrefix(strings.ToLower(visible(other.Label)), strings.ToLower(prefix)) {
			return false
		}
	}
	return true
}

// shortIDs returns the ids, long ones cut to their first letters where those tell them apart.
func shortIDs(audiences []analysis.Audience) []string {
	names := make([]string, len(audiences))
	for i, a := range audiences {
		names[i] = a.ID
		if len(a.ID) <= longName {
			continue
		}
		for n := leastName; n < len(a.ID); n++ {
			if unique(audiences, i, a.ID[:n]) {
				names[i] = a.ID[:n]
				break
			}
		}
	}
	return names
}

func unique(audiences []analysis.Audience, i int, prefix string) bool {
	for j, other := range audiences {
		if j != i && strings.HasPrefix(other.ID, prefix) {
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
