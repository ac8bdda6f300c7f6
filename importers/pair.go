package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

var (
	// importanceWords mark questions on how much something matters, in English, German, French, Spanish, Portuguese, Italian, Dutch.
	importanceWords = lazily(`\b(import[aâ]n\p{L}*|wichtig\p{L}*|belangrijk\p{L}*)`)
	// askedImportance is the question itself, beside which other words of importance or satisfaction may stand.
	askedImportance = lazily(`\b(how important|wie wichtig|quelle est l'importance|à quel point \S+ \S+ importan|combien \S+ importan|(?:qué|cuán|que) (?:tan )?importan|quão importan|qual a import[aâ]ncia|quanto (?:è|é|sono|são) importan|hoe belangrijk)`)
	// performanceWords mark questions on how well something is done.
	performanceWords = lazily(`(\bhow (?:satisfied|well|good|would you rate|do you rate)|\bsatisf\p{L}*|\bzufrieden\p{L}*|\bwie gut\b|\bsoddisf\p{L}*|\btevreden\p{L}*|\bhoe goed\b|\bperformance\b|\bleistung\p{L}*|\bprestazion\p{L}*|\bdesempeñ\p{L}*|\bdesempenh\p{L}*|\bqué tan bien\b|\bquanto bem\b)`)
	// suffix is what a statement ends with in brackets: "Delivery (importance)".
	suffix = lazily(`\s*\(([^()]+)\)\s*$`)
)

// kindOf tells what a question asks for by its words: by the suffix of its statement, else by the whole of it.
func kindOf(c Column) study.Kind {
	if kind, told := suffixKind(statement(c.Text)); told {
		return kind
	}
	text := Normalise(c.Text)
	if importanceWords().MatchString(text) && (!performanceWords().MatchString(text) || askedImportance().MatchString(text)) {
		return study.Importance
	}
	return study.Performance
}

func suffixKind(text string) (kind study.Kind, told bool) {
	m := suffix().FindStringSubmatch(Normalise(text))
	switch {
	case m == nil:
	case importanceWords().MatchString(m[1]):
		return study.Importance, true
	case performanceWords().MatchString(m[1]):
		return study.Performance, true
	}
	return "", false
}

// lead is how questions outside a matrix begin before they name their subject, and tail how they end after it.
var (
	lead = lazily(`^¿?\s*(?:how important (?:is|are|was|were)(?: it (?:to you )?that| to you)?|how satisfied (?:are|were) you (?:overall )?with|how well (?:do|did|does) (?:we|they|you)|how (?:would|do) you rate|` +
		`wie wichtig (?:ist|sind|war|waren)(?: ihnen| dir| für sie)?|wie zufrieden (?:sind|waren) sie mit|wie zufrieden bist du mit|` +
		`quelle est l'importance (?:de|du|des)|quelle importance (?:accordez-vous|a pour vous) (?:à|au|aux)?|(?:à quel point )?êtes-vous satisfaits? (?:de|du|des)|` +
		`(?:qué|cuán) (?:tan )?importantes? (?:es|son)(?: para usted| para ti)?|(?:qué|cuán) (?:tan )?satisfechos? (?:está|estás) con|` +
		`quão importantes? (?:é|são)(?: para você)?|quão satisfeitos? (?:está|você está) com|` +
		`quanto (?:è|sono) importanti?e?(?: per lei| per te)?|quanto (?:è|sei) soddisfatt[oai] (?:di|del|della|dei)|` +
		`hoe belangrijk (?:is|zijn)(?: voor u| voor jou)?|hoe tevreden (?:bent u|ben je) (?:over|met))\s+`)
	tail = lazily(`\s*(?:(?:to|for) you|für (?:sie|dich)|pour vous|para (?:usted|ti|você)|per (?:lei|te)|voor (?:u|jou))?\s*[?.!:]*$`)
)

// subject is what a question is about: its statement without the words that ask how important or how good it is.
func subject(c Column) string {
	text := Normalise(statement(c.Text))
	if _, told := suffixKind(text); told {
		text = suffix().ReplaceAllString(text, "")
	}
	return tail().ReplaceAllString(lead().ReplaceAllString(text, ""), "")
}

// pairs finds, for every question on performance, the one on the importance of the same subject that at least one audience was
// asked too. A subject that stands twice on either side names no pair: which of them would be meant?
func pairs(questions []*question) map[*question]*question {
	type side struct {
		audience int
		subject  string
		kind     study.Kind
	}
	at := map[side][]*question{}
	for _, q := range questions {
		for _, a := range q.by {
			key := side{a.audience, subject(a.column), kindOf(a.column)}
			at[key] = append(at[key], q)
		}
	}
	found, taken := map[*question]*question{}, map[*question]bool{}
	for _, q := range questions {
		for _, a := range q.by {
			if kindOf(a.column) != study.Performance || found[q] != nil {
				continue
			}
			own := at[side{a.audience, subject(a.column), study.Performance}]
			other := at[side{a.audience, subject(a.column), study.Importance}]
			if strings.TrimSpace(subject(a.column)) != "" && len(own) == 1 && len(other) == 1 && !taken[other[0]] {
				found[q], taken[other[0]] = other[0], true
			}
		}
	}
	return found
}
