package importers

import (
	"fmt"
	"strings"
	"testing"
)

// The seven points of satisfaction are read in other languages as in English.
func TestSevenPointsOfSatisfaction(t *testing.T) {
	for language, labels := range map[string]string{
		"de":       "Äußerst unzufrieden|Mäßig unzufrieden|Etwas unzufrieden|Weder zufrieden noch unzufrieden|Etwas zufrieden|Mäßig zufrieden|Äußerst zufrieden",
		"de plain": "Sehr unzufrieden|Unzufrieden|Etwas unzufrieden|Neutral|Etwas zufrieden|Zufrieden|Sehr zufrieden",
		"fr":       "Extrêmement insatisfait|Moyennement insatisfait|Légèrement insatisfait|Ni satisfait ni insatisfait|Légèrement satisfait|Moyennement satisfait|Extrêmement satisfait",
		"es":       "Extremadamente insatisfecho|Moderadamente insatisfecho|Ligeramente insatisfecho|Ni satisfecho ni insatisfecho|Ligeramente satisfecho|Moderadamente satisfecho|Extremadamente satisfecho",
	} {
		words := strings.Split(labels, "|")
		text := "Respondent ID,Delivery\n"
		for i := range 70 {
			text += fmt.Sprintf("%d,%s\n", 7000+37*i, words[i%7])
		}
		file := draftFileOf(t, "customers.csv", text)
		if want := strings.Join(words, ", "); !strings.Contains(strings.ReplaceAll(strings.Join(strings.Fields(file), " "), `"`, ""), "["+want+"]") {
			t.Errorf("%s: no scale %s in\n%s", language, want, file)
		}
	}
}
