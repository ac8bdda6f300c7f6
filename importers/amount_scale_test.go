package importers

import (
	"strings"
	"testing"
)

// Scales of five words for amounts, for high and low quality and for happiness are read whole, also where nobody chose an end.
func TestScalesOfAmountsQualityAndHappiness(t *testing.T) {
	for _, labels := range [][]string{
		{"None at all", "A little", "A moderate amount", "A lot", "A great deal"},
		{"Not at all", "A little", "A moderate amount", "A lot", "A great deal"},
		{"Very low quality", "Low quality", "Neither high nor low quality", "High quality", "Very high quality"},
		{"Very unhappy", "Unhappy", "Neutral", "Happy", "Very happy"},
	} {
		for _, chosen := range [][]string{labels, labels[:4]} {
			counts := map[string]int{}
			for i, label := range chosen {
				counts[label] = 9 + i
			}
			c := inspectedText(t, exportOf(60, answersInWords("How do you see us?", counts), answersTo("Price", 0, 9, 10, 11, 12, 8))).Columns[0]
			if !c.Kind.Rates() || c.Scale != "1..5" || strings.Contains(flagsOf(c), "no label") {
				t.Errorf("%q: %s, scale %s, %s", chosen, c.Kind, c.Scale, flagsOf(c))
			}
		}
	}
}
