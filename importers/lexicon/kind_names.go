package lexicon

var (
	// kindAlone is what is asked of a subject, and hardly ever one of several rows: performance, as a product has it, often is.
	kindAlone        = lazily(`^(?:importance|satisfaction|expectations?|wichtigkeit|zufriedenheit|erwartung(?:en)?|importancia|satisfacción|expectativas?|importância|satisfação|importanza|soddisfazione|aspettativ[ae]|belangrijkheid|tevredenheid|verwachting(?:en)?)$`)
	performanceAlone = lazily(`^(?:performance|leistung|rendimiento|desempeño|desempenho|prestazion[ei]|prestaties?)$`)
	// subjectAlone is a subject of a few words, and no stem of a matrix.
	subjectAlone = lazily(`^\s*[^\s.?!:;]+(?:\s+[^\s.?!:;]+){0,5}\s*$`)
	hyphenBehind = lazily(`[-–—]\s*$`)
)

// NamesKind reports whether a text is nothing but the name of a kind of rating: "Importance".
func NamesKind(text string) bool {
	return kindAlone().MatchString(Normalise(text)) || NamesPerformance(text)
}

// NamesPerformance reports whether a text is nothing but a word for performance.
func NamesPerformance(text string) bool { return performanceAlone().MatchString(Normalise(text)) }

// IsSubject reports whether a text may be what something is asked of: a few words, and no sentence.
func IsSubject(text string) bool {
	return subjectAlone().MatchString(text) && !hyphenBehind().MatchString(text)
}
