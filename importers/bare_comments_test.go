package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Words below a heading that asks for comments alone are no answers on a scale.
func TestBareCommentsAreTexts(t *testing.T) {
	words := []string{"bien", "mal", "regular"}
	for heading, want := range map[string]study.ColumnKind{
		"Comentarios": study.TextColumn, "Weitere Bemerkungen:": study.TextColumn, "Any other comments?": study.TextColumn,
		"¿Cómo es el servicio?": study.LabelledColumn,
	} {
		if got := inspectedText(t, ratedOnce(inWords(heading, words))).Columns[0].Kind; got != want {
			t.Errorf("%s: %s, want %s", heading, got, want)
		}
	}
	s, notices, err := drafted(t, "staff.csv", ratedOnce(inWords("Comentarios", words), inWords("¿Cómo es el servicio?", words)))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 1 {
		t.Errorf("%d items of one question and comments: %s", len(s.Items), described(s, notices))
	}
}
