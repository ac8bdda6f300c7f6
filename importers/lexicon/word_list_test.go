package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// A word of a list is listed wherever it stands there, and no part of one, nor several at once.
func TestListed(t *testing.T) {
	const list = "\nmean|mean score|n|top-2-box\nmittelwert|ø|n\n"
	for text, want := range map[string]bool{
		"mean": true, "mean score": true, "n": true, "top-2-box": true, "mittelwert": true, "ø": true,
		"": false, "score": false, "me": false, "ean": false, "mean|n": false, "n\nmittelwert": false, "\n": false, "mittelwerte": false, "box": false,
	} {
		if got := Listed(list, text); got != want {
			t.Errorf("Listed(%q) = %v", text, got)
		}
	}
	for _, table := range []string{footerWords, goalWords, besideFigures} {
		for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
			if i := slices.IndexFunc(strings.Split(line, "|"), func(word string) bool { return !Listed(table, word) }); i >= 0 {
				t.Errorf("word %d of %q is not listed", i, line)
			}
		}
	}
}
