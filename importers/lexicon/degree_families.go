package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// Many scales in words are degrees of one adjective: not at all helpful, not so helpful, somewhat helpful, very helpful. Their order is that of
// the degrees, and more is better where the adjective is a good one: of others (expensive, stressful) nobody knows.

// degreeTable lists, by language, the degrees of an adjective X from low to high as familyTable does, and behind them adjectives of which more
// is better, each in all its forms. A table of four points stands beside those of five: it has no middle, or no strongest degree.
const degreeTable = `
en: not at all X|not X < slightly X|not so X|not very X|not too X|a little X < somewhat X|moderately X|fairly X < very X < extremely X|completely X
en: not at all X|not X < slightly X|not so X|not very X|not too X|a little X < somewhat X|moderately X|fairly X < very X
de: überhaupt nicht X|gar nicht X|nicht X < nicht so X|weniger X|wenig X|kaum X|nicht sehr X|eher nicht X < einigermaßen X|mäßig X|mittelmäßig X|etwas X|teilweise X < eher X|ziemlich X|überwiegend X|größtenteils X|weitgehend X|X < sehr X
de: überhaupt nicht X|gar nicht X|nicht X < nicht so X|weniger X|wenig X|kaum X|nicht sehr X|eher nicht X < einigermaßen X|mäßig X|mittelmäßig X|etwas X|ziemlich X|eher X < sehr X < äußerst X|extrem X|außerordentlich X
de: überhaupt nicht X|gar nicht X|nicht X < nicht so X|weniger X|wenig X|kaum X|nicht sehr X|eher nicht X < eher X|ziemlich X|X < sehr X
fr: pas du tout X < peu X|pas très X|pas si X|pas vraiment X|plutôt pas X < moyennement X|modérément X|plus ou moins X < assez X|plutôt X|X < très X|tout à fait X
fr: pas du tout X < peu X|pas très X|pas si X|pas vraiment X|légèrement X < moyennement X|modérément X|assez X|plutôt X < très X < extrêmement X
fr: pas X|aucunement X < peu X|pas très X|pas si X|pas vraiment X|plutôt pas X < assez X|plutôt X|X < très X|tout à fait X
fr: pas du tout X < peu X|pas très X|pas si X|pas vraiment X|plutôt pas X < assez X|plutôt X|X < très X|tout à fait X
es: nada X < poco X|no muy X|no tan X|ligeramente X < algo X|moderadamente X|medianamente X|más o menos X < bastante X|X < muy X
es: nada X < poco X|no muy X|no tan X|ligeramente X < algo X|moderadamente X|medianamente X|más o menos X|bastante X < muy X < extremadamente X|sumamente X
es: nada X < poco X|no muy X|no tan X < algo X|bastante X|X < muy X
pt: nada X < pouco X|não muito X|não tão X|ligeiramente X < moderadamente X|mais ou menos X|razoavelmente X|medianamente X < bastante X|X < muito X
pt: nada X < pouco X|não muito X|não tão X|ligeiramente X|um pouco X < moderadamente X|mais ou menos X|razoavelmente X|medianamente X|bastante X < muito X < extremamente X|muitíssimo X
pt: nada X < pouco X|não muito X|não tão X < razoavelmente X|bastante X|X < muito X
it: per niente X|per nulla X|affatto X < poco X|non molto X|leggermente X < mediamente X|moderatamente X|più o meno X < abbastanza X|piuttosto X|X < molto X
it: per niente X|per nulla X|affatto X < poco X|non molto X|non così X|leggermente X < abbastanza X|piuttosto X|mediamente X|moderatamente X < molto X < estremamente X|moltissimo X
it: per niente X|per nulla X|affatto X < poco X|non molto X < abbastanza X|piuttosto X|X < molto X
nl: helemaal niet X|totaal niet X|niet X < niet zo X|weinig X|nauwelijks X|niet erg X|een beetje X < enigszins X|redelijk X|matig X < tamelijk X|behoorlijk X|X < zeer X|heel X|erg X
nl: helemaal niet X|totaal niet X|niet X < niet zo X|weinig X|nauwelijks X|niet erg X|een beetje X < enigszins X|redelijk X|matig X|tamelijk X|behoorlijk X < zeer X|heel X|erg X < uiterst X|extreem X|buitengewoon X
nl: helemaal niet X|totaal niet X|niet X < niet zo X|weinig X|nauwelijks X|niet erg X < redelijk X|tamelijk X|behoorlijk X|X < zeer X|heel X|erg X
`

// adjectiveTable lists the adjectives of which more is better.
const adjectiveTable = `
en: satisfied important likely easy useful helpful clear friendly professional knowledgeable responsive reliable effective efficient valuable relevant interesting confident comfortable convenient familiar happy fair attractive courteous polite supportive motivated engaged proud safe trustworthy competent innovative accurate willing interested informative understandable pleasant
de: wichtig zufrieden wahrscheinlich hilfreich verständlich freundlich kompetent nützlich zuverlässig einfach leicht professionell klar übersichtlich attraktiv interessant relevant sicher hilfsbereit vertrauenswürdig fair effektiv effizient angenehm einverstanden motiviert stolz informativ
fr: important/importante satisfait probable utile clair/claire rapide facile professionnel/professionnelle fiable agréable efficace compétent/compétente intéressant/intéressante pertinent/pertinente aimable accueillant/accueillante simple
es: importante satisfecho probable útil claro/clara rápido/rápida fácil profesional fiable agradable eficaz amable interesante relevante seguro/segura confiable eficiente competente
pt: importante satisfeito provável útil claro/clara rápido/rápida fácil profissional confiável agradável eficaz interessante relevante seguro/segura eficiente competente simpático/simpática
it: importante soddisfatto probabile utile chiaro/chiara rapido/rapida facile professionale affidabile piacevole efficace cortese interessante rilevante sicuro/sicura competente efficiente disponibile
nl: belangrijk tevreden waarschijnlijk nuttig duidelijk snel makkelijk gemakkelijk professioneel betrouwbaar prettig behulpzaam vriendelijk interessant relevant deskundig veilig
`

// degreeName is the family of familyTable whose adjective has degrees; else it is called by the adjective.
func degreeName(adjective string) string {
	switch adjective {
	case "satisfied", "zufrieden", "satisfait", "satisfecho", "satisfeito", "soddisfatto", "tevreden":
		return "satisfaction"
	case "important", "wichtig", "importante", "belangrijk":
		return "importance"
	case "likely", "wahrscheinlich", "probable", "provável", "probabile", "waarschijnlijk":
		return "likelihood"
	case "easy":
		return "ease"
	case "useful":
		return "usefulness"
	case "einverstanden":
		return "agreement"
	}
	return adjective
}

// adjective is one of adjectiveTable in its language.
type adjective struct {
	language string
	forms    []string         // normalised
	Families func() []*Family // of its degrees
}

// Adjectives are those of adjectiveTable, in its order.
var Adjectives = sync.OnceValue(func() []*adjective {
	var all []*adjective
	for _, line := range strings.Split(strings.TrimSpace(adjectiveTable), "\n") {
		language, words, _ := strings.Cut(line, ": ")
		for _, word := range strings.Fields(words) {
			a := &adjective{language: language}
			for _, form := range strings.Split(word, "/") {
				a.forms = append(a.forms, PlainLabel(form))
			}
			a.Families = sync.OnceValue(a.Degrees)
			all = append(all, a)
		}
	}
	return all
})

// Degrees makes the families of an adjective.
func (a *adjective) Degrees() []*Family {
	var all []*Family
	name := degreeName(a.forms[0])
	for line := range familyLines(degreeTable) {
		language, table, _ := strings.Cut(line, ": ")
		if language != a.language {
			continue
		}
		var points [][]string
		for point := range strings.SplitSeq(table, " < ") {
			var spellings []string
			for _, degree := range strings.Split(point, "|") {
				for _, form := range a.forms {
					spellings = append(spellings, strings.Replace(degree, "X", form, 1))
				}
			}
			points = append(points, spellings)
		}
		all = append(all, newFamily(language, name, points))
	}
	return all
}

// adjectivesByWord are the adjectives that have a form.
var adjectivesByWord = sync.OnceValue(func() map[string][]*adjective {
	with := map[string][]*adjective{}
	for _, a := range Adjectives() {
		for _, form := range a.forms {
			with[form] = append(with[form], a)
		}
	}
	return with
})

// DegreesNear returns the families of degrees of the adjectives with which one of the labels ends.
func DegreesNear(plain []string) (found []*Family) {
	known := map[*adjective]bool{}
	for _, label := range plain {
		for _, a := range adjectivesByWord()[lastWord(label)] {
			if !known[a] {
				known[a], found = true, append(found, a.Families()...)
			}
		}
	}
	return found
}

// DegreesOf returns the families of degrees that labels may be of: of the adjective that all of them end with, in every language that has it.
func DegreesOf(plain []string) []*Family {
	var found []*Family
	for _, a := range adjectivesByWord()[lastWord(plain[0])] {
		if !slices.ContainsFunc(plain, func(label string) bool { return !slices.Contains(a.forms, lastWord(label)) }) {
			found = append(found, a.Families()...)
		}
	}
	return found
}

func lastWord(text string) string { return text[strings.LastIndexByte(text, ' ')+1:] }
