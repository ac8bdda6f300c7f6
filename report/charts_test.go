package report

import (
	"strings"
	"testing"
)

// The head of a column breaks behind the name of the audience, not inside what the column holds.
func TestHeadsBreakBehindNames(t *testing.T) {
	for head, want := range map[string]string{
		"Leadership bottom 2, %": "Leadership bottom\u00a02,\u00a0%",
		"Kunden Top-2, %":        "Kunden Top-2,\u00a0%",
		"top 2, % of Staff":      "top 2, % of Staff",
	} {
		name, _, _ := strings.Cut(head, " ")
		if name == "top" {
			name = "Staff"
		}
		if got := brokenBehind(name, head); got != want {
			t.Errorf("%q: got %q, want %q", head, got, want)
		}
	}
}
