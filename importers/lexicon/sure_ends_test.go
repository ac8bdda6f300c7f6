package lexicon

import "testing"

// How sure somebody is to do something tells the end: with yes or no, without doubt, in no way.
func TestSureEnds(t *testing.T) {
	for side, words := range map[int][]string{
		1:  {"seguro que sí", "sicher ja", "yes, definitely", "ja, auf jeden fall", "com certeza", "certamente", "sicuramente sì", "certainement", "zeker wel", "sin duda", "ohne zweifel", "sans aucun doute"},
		-1: {"seguro que no", "sicher nicht", "definitely would not", "nein, auf keinen fall", "com certeza não", "certamente não", "sicuramente no", "non, certainement pas", "zeker niet", "unter keinen umständen", "not sure"},
		0:  {"sicherheit", "doubt"},
	} {
		for _, one := range words {
			if got := Leaning(one); got != side {
				t.Errorf("%q leans to %d, not %d", one, got, side)
			}
		}
	}
}
