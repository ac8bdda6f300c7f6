package report

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Reasons inside notices are translated with what stands around them, or not at all.
func TestReasonsInGerman(t *testing.T) {
	w, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	for message, want := range map[string]string{
		`left out: "Delivery": in l.csv, leadership: 1 of 60 answers is 9, outside the points 1 to 5 that all others chose: a slip, a code, or a point that hardly anybody chose (scale: 1..9 keeps it, missing: {dont_know: [9]} leaves it out); it stands at l.csv, Zeile 9`: `ausgeschlossen: „Delivery“: in l.csv, leadership: 1 von 60 Antworten ist 9, außerhalb der Punkte 1 bis 5, die alle anderen gewählt haben: ein Versehen, ein Code oder ein Punkt, den kaum jemand gewählt hat? (scale: 1..9 behält das, missing: {dont_know: [9]} lässt das weg); zu finden bei l.csv, Zeile 9`,
		`left out: "Delivery": 3 of 60 answers are 6, one past the points to 5 that all others chose: a slip, a code, or a point that hardly anybody chose (missing: {dont_know: [6]} leaves it out)`:                                                                          `ausgeschlossen: „Delivery“: 3 von 60 Antworten sind 6, einen Punkt über den Punkten bis 5, die alle anderen gewählt haben: ein Versehen, ein Code oder ein Punkt, den kaum jemand gewählt hat? (missing: {dont_know: [6]} lässt das weg)`,
		`left out: "Delivery": 2 of 60 answers lie outside the scale 1 to 5 that the question names, such as 0: don't know, no answer, or a slip? (missing: {dont_know: [0]} or {blank: [0]} leaves them out)`:                                                                 `ausgeschlossen: „Delivery“: 2 von 60 Antworten liegen außerhalb der Skala 1 bis 5, die die Frage nennt, etwa 0: „weiß nicht“, keine Antwort oder ein Versehen? (ohne: missing: {dont_know: [0]} oder {blank: [0]})`,
		`left out: "Delivery": in l.csv, nobody has translated this`: `ausgeschlossen: „Delivery“: in l.csv, nobody has translated this`,
	} {
		if got := w.notice(study.Notice{Message: message}); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
