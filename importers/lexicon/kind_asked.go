package lexicon

import "github.com/cxgap/cxgap/analysis/study"

// What a question asks of its subject may be told: its importance, or how good it is. Then its direction is known, whatever the subject is called.

var (
	// importanceFirst asks how important something is before anything else is said.
	importanceFirst = lazily(`^¿?(?:in your (?:view|opinion), |please (?:say|tell us|rate) |en su opinión, |à votre avis, |na sua opinião, |secondo lei, )?$`)
	// importanceBefore and goodBefore name the kind before the subject, and the others do so cut.
	importanceBefore = lazily(`^(?:importance|wichtigkeit|importancia|importância|importanza|belang|belangrijkheid)(?: (?:of|von|de|du|des|del|da|do|di|van))? ?[:_–—-]`)
	cutImportance    = lazily(`^(?:imp(?:t|ort)?|wicht(?:igk)?)\.?_|_(?:imp(?:t|ort|ortance)?|wicht(?:igk|igkeit)?|importancia|importância|importanza|belang)$`)
	goodBefore       = lazily(`^(?:(?:satisfaction|performance|quality|grade|expectations?|zufriedenheit|leistung|qualität|erwartung(?:en)?|qualité|attentes|satisfacción|desempeño|calidad|expectativas?|satisfação|desempenho|qualidade|soddisfazione|prestazione|qualità|aspettativ[ae]|tevredenheid|prestatie|kwaliteit|verwachting(?:en)?)` +
		`(?: (?:of|with|for|von|mit|für|de|du|des|con|del|com|di|van|met|voor))?|our (?:services?|products?|offers?)|unsere (?:leistungen|angebote|produkte|services?)|nos (?:services|produits|offres)|nuestros (?:servicios|productos)|nossos (?:serviços|produtos)|i nostri (?:servizi|prodotti)|onze (?:diensten|producten)) ?[:_–—-] ?(\PZ+(?: \PZ+){0,4})$`)
	cutGood = lazily(`^(?:perf|sat|satis|satisf|zufr|zufried|leist)\.?_(\PZ+)$|^(\PZ+)_(?:perf(?:ormance)?|sat(?:is|isf|isfaction)?|zufr(?:ied|iedenheit)?|leist(?:ung)?)$`)
)

// asksForImportance reports whether a question asks how important something is. A statement that calls something important does not.
func asksForImportance(asked Heading) bool {
	bare, whole := asked.Plain(), Normalise(asked.Text)
	if m := AskedImportance().FindStringIndex(bare); m != nil && importanceFirst().MatchString(bare[:m[0]]) {
		return true
	}
	kind, _ := SuffixKind(asked.Text)
	return kind == study.Importance || importanceBefore().MatchString(whole) || cutImportance().MatchString(whole)
}

// namesGood reports whether a column names, before a subject of few words or behind it, that it asks how good that is: "Performance: Downtime".
func namesGood(asked Heading) bool {
	whole := Normalise(asked.Text)
	if m := goodBefore().FindStringSubmatch(whole); m != nil {
		return !IsSentence(m[1]) && !denied().MatchString(m[1])
	}
	return cutGood().MatchString(whole)
}
