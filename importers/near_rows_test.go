package importers

import (
	"strings"
	"testing"
)

// A row of a matrix whose answers are nearly labels is offered with the labels that the rows beside it have, and once.
func TestNearRowsShareTheirLabels(t *testing.T) {
	words := []string{"Per niente soddisfatto", "Poco soddisfatto", "Abbastanza soddisfatto", "Molto soddisfatto", "Ottimissimo"}
	file := draftFileOf(t, "customers.csv", ratedOnce(inWords("Quanto è soddisfatto di: [Consegna]", words), inWords("Quanto è soddisfatto di: [Prezzi]", words[1:]), answersTo("Quanto siamo bravi?", 0, 9, 9, 9, 9, 9)))
	if n := strings.Count(file, `["Per niente soddisfatto", "Poco soddisfatto", "Abbastanza soddisfatto", "Molto soddisfatto", "? Ottimissimo"]`); n != 2 {
		t.Errorf("%d offers with all labels in\n%s", n, file)
	}
	if strings.Contains(file, "Are these ratings?") {
		t.Errorf("asked twice:\n%s", file)
	}
}

// The strongest degrees of Italian and Portuguese are points of their own.
func TestStrongestDegrees(t *testing.T) {
	for _, words := range [][]string{
		{"Per niente soddisfatto", "Poco soddisfatto", "Abbastanza soddisfatto", "Molto soddisfatto", "Moltissimo soddisfatto"},
		{"Nada satisfeito", "Pouco satisfeito", "Moderadamente satisfeito", "Muito satisfeito", "Muitíssimo satisfeito"},
	} {
		c := inspectedText(t, ratedOnce(inWords("Q1", words))).Columns[0]
		if strings.Join(c.Labels, "|") != strings.Join(words, "|") {
			t.Errorf("%v, want %v", c.Labels, words)
		}
	}
}
