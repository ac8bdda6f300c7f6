package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

var (
	// overall and contented together ask of the whole, in English, German, French, Spanish, Portuguese, Italian, Dutch.
	overall = lazily(`(?:^|[^\p{L}])(?:overall|all in all|all things considered|taking everything together|in general|` +
		`insgesamt|alles in allem|im grossen und ganzen|gesamtzufriedenheit|globalement|dans l'ensemble|globale|` +
		`en general|en conjunto|global|de (?:modo|forma) geral|no geral|em geral|geral|nel complesso|complessivamente|in generale|complessiva|` +
		`al met al|over het algemeen|in het algemeen|alles bij elkaar|algehele|algemene)(?:$|[^\p{L}])`)
	contented = lazily(`(?:^|[^\p{L}])(?:satisf\p{L}*|gesamtzufriedenheit|zufrieden\p{L}*|soddisf\p{L}*|tevreden\p{L}*)`)
)

// asksOfTheWhole reports whether a column asks how satisfied people are with everything. A row of a matrix is one thing among others.
func asksOfTheWhole(c Column) bool {
	text := lexicon.Normalise(c.Text)
	stem, _ := lexicon.SplitMatrix(c.heading().Bare())
	return stem == "" && kindOf(c) == study.Performance && overall().MatchString(text) && contented().MatchString(text)
}

// asksForEffort reports whether a column asks how much effort something took.
func asksForEffort(c Column) bool {
	stem, _ := lexicon.SplitMatrix(c.heading().Bare())
	return stem == "" && lexicon.Effort().MatchString(lexicon.Normalise(c.Text))
}

// noDrivers takes the question on the whole, and those on effort, out of what may drive the outcome: the whole is made of the other
// items, and effort has its bad end on top. Of several questions on the whole each is on something else, and none is taken out.
func (d *draft) noDrivers(usable []*question) {
	var whole []int
	for i, q := range usable {
		if asksOfTheWhole(q.by[0].column) {
			whole = append(whole, i)
		}
	}
	for i, q := range usable {
		effort := asksForEffort(q.by[0].column)
		if !effort && (len(whole) != 1 || whole[0] != i) || len(usable) < 2 {
			continue
		}
		d.study.Items[i].NoDriver = true
		const hint = "a study file can say  driver: true"
		text := fmt.Sprintf("%q", lexicon.Shorten(q.by[0].column.statement()))
		switch {
		case d.study.Outcome == nil:
		case effort:
			d.hinted(study.NoDriverAssumed, "", hint, "%s asks for effort and is not taken for a driver of the outcome", text)
		default:
			d.hinted(study.NoDriverAssumed, "", hint, "%s asks of the whole and is not taken for a driver of the outcome", text)
		}
	}
}
