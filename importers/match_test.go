package importers

import (
	"strings"
	"testing"
)

// The signs that a sentence ends with part no questions; its words do.
func TestSignsPartNoQuestions(t *testing.T) {
	for _, pair := range [][2]string{
		{"How satisfied are you with speed?", "How satisfied are you with speed"},
		{"Speed of delivery:", "Speed of delivery"},
		{"Wie schnell sind wir ?", "Wie schnell sind wir:"},
		{"¿Está satisfecho con el precio?", "Está satisfecho con el precio"},
		{"We keep our promises.", "We keep our promises *"},
		{"How good is each? [Speed:]", "How good is each: - Speed"},
	} {
		s, notices, err := drafted(t, "staff.csv", ratedOnce(answersTo(pair[0], 0, 4, 4, 4, 4, 4)), "customers.csv", ratedOnce(answersTo(pair[1], 0, 4, 4, 4, 4, 4)))
		if err != nil {
			t.Errorf("%q and %q: %s", pair[0], pair[1], faultsOf(err))
			continue
		}
		if len(s.Items) != 1 {
			t.Errorf("%q and %q: %s", pair[0], pair[1], described(s, notices))
		}
	}
	for _, text := range []string{"?", "...", "*"} {
		if got := unpunctuated(text); got == "" {
			t.Errorf("%q has no key", text)
		}
	}
	_, _, err := drafted(t, "staff.csv", ratedOnce(answersTo("How fast are we?", 0, 4, 4, 4, 4, 4)), "customers.csv", ratedOnce(answersTo("How fast are they?", 0, 4, 4, 4, 4, 4)))
	if !strings.Contains(faultsOf(err), "asked no rating question in the words of another") {
		t.Errorf("different words: %v", err)
	}
}
