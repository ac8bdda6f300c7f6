package importers

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Questions on importance and on performance of one subject differ in more than their first words: "How important are quick answers?",
// "How well do we give quick answers?"; "Quanto è importante il servizio?", "Quanto è soddisfatto del servizio?". What is left of both
// without the words that ask is the subject.

// askingWords are the words of a language that ask for importance or for performance and name no subject.
type askingWords struct {
	language string
	opening  func() *regexp.Regexp // how such questions begin
	noun     func() *regexp.Regexp // the nouns that ask in place of a question: "Satisfaction with"
	asking   map[string]bool       // words that ask, articles, prepositions, and those who are asked or do it
	doing    map[string]bool       // verbs of doing, before the subject of a question on performance
}

// askingTable holds these words of the languages that init pairs in. A question is read in the first language in which it can begin.
var askingTable = sync.OnceValue(func() []askingWords {
	language := func(name string, opening, noun func() *regexp.Regexp, asking, doing string) askingWords {
		return askingWords{language: name, opening: opening, noun: noun, asking: setOfWords(asking), doing: setOfWords(doing)}
	}
	return []askingWords{
		language("en", lazily(`^(?:how|to what extent|(?:please )?rate) `),
			lazily(`^(?:satisfaction with|importance of|performance (?:of|on|in)) `),
			`how to what extent please rate rated is are was were be do does did would you it that with the a an of for on at in we us our important satisfied happy well good`,
			`do doing perform performing give giving provide providing offer offering meet fulfil fulfill ensure achieve`),
		language("de", lazily(`^(?:wie|inwieweit|(?:bitte )?(?:bewerten|beurteilen) sie) `),
			lazily(`^(?:zufriedenheit (?:mit|bei|bezüglich|hinsichtlich)|wichtigkeit(?: (?:von|bei))?) `),
			`wie inwieweit bitte bewerten bewertest bewertet beurteilen beurteilst finden findest sie du ihr ihnen dir euch für mich wir uns unser unsere unserem unseren unserer unseres wichtig gut zufrieden ist `+
				`sind war waren bist seid es dass mit der die das den dem des ein eine einen einem einer eines bei beim in im`,
			`erfüllen erfüllt bieten bietet leisten machen gewährleisten`),
		language("nl", lazily(`^(?:hoe|in welke mate) `),
			lazily(`^(?:tevredenheid (?:over|met)|(?:belang|belangrijkheid) van) `),
			`hoe in welke mate belangrijk vindt vind beoordeelt beoordeel u je jij jou is zijn was waren de het een dat tevreden bent ben met over goed wij we ons onze voor van bij op`,
			`doen doet bieden presteren leveren`),
		language("fr", lazily(`^(?:à quel point|dans quelle mesure|quel(?:le)?s? |comment |êtes vous|combien )`),
			lazily(`^(?:satisfaction (?:concernant|envers|avec|pour|sur|relative|quant|à l égard|vis à vis)|importance (?:accordée )?(?:d|de|du|des|à|au|aux)) `),
			`à quel quelle point dans mesure comment combien êtes vous tu est il ils elle elles sont le la les l un une de du des d au aux important importante importants importantes importance accordez accorde a `+
				`pour votre niveau satisfaction satisfait satisfaite satisfaits satisfaites concernant avec en nous notre nos que qu bien jugez trouvez évaluez notez`,
			`assurons offrons proposons faisons`),
		language("it", lazily(`^(?:quanto (?:.* )?(?:è|sono|sei|siete|bene|soddisfatt\pL*)|quale|in che misura|come) `),
			lazily(`^(?:soddisfazione (?:per|con|circa|riguardo|rispetto|di|del|dello|della|dei|degli|delle|dell)|importanza (?:di|del|dello|della|dei|degli|delle|dell)) `),
			`quanto quale come in che misura importante importanti importanza è sono il lo la i gli le l un uno una di d del dello della dei degli delle dell a al allo alla ai agli alle all con col per lei te voi `+
				`soddisfatto soddisfatta soddisfatti soddisfatte soddisfazione sei siete bene buono buona valuta valuterebbe sua suo noi nostro nostra nostri nostre`,
			`offriamo garantiamo forniamo facciamo`),
		language("pt", lazily(`^(?:quão|qual|quanto|como|em que medida) `),
			lazily(`^(?:satisfação (?:com|sobre|por|quanto|relativamente|em relação)|importância (?:de|do|da|dos|das)) `),
			`quão qual quanto como em que medida importante importantes importância é são tem o a os as um uma de do da dos das no na nos nas com para você sua seu nível grau satisfeito satisfeita satisfeitos `+
				`satisfeitas satisfação está estão bem bom boa avalia avaliaria nós nosso nossa nossos nossas`,
			`oferecemos damos cumprimos fazemos`),
		language("es", lazily(`^(?:qué|que tan|cuán|cuan|cuál|cómo|en qué medida) `),
			lazily(`^(?:satisfacción (?:con|por|sobre|respecto|en cuanto)|importancia (?:de|del)) `),
			`qué que tan cuán cuan cuál cómo en medida importante importantes importancia tiene tienen es son el la los las lo un una de del al a con para usted ustedes ti le te su grado nivel satisfecho satisfecha `+
				`satisfechos satisfechas satisfacción está están estás bien bueno buena valora valoraría califica calificaría nos nuestro nuestra nuestros nuestras`,
			`ofrecemos damos cumplimos hacemos`),
	}
})

func setOfWords(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// topic is what a question on importance or performance is about, in one form for both: its words without those that ask, with the language
// before them. Empty: it does not begin as such questions do, or nothing is left. What is not of that language stays, so that other words
// make other topics: "How fast is delivery?" has not that of "How important is delivery?".
func topic(c Column, kind study.Kind) string {
	words := strings.FieldsFunc(lexicon.Normalise(c.statement()), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	text := strings.Join(words, " ") + " "
	for _, l := range askingTable() {
		if noun := l.noun().FindString(text); noun != "" {
			words = words[len(strings.Fields(noun)):]
		} else if !l.opening().MatchString(text) {
			continue
		}
		var left []string
		for _, word := range words {
			switch {
			case l.asking[word], kind == study.Performance && len(left) == 0 && l.doing[word]:
			case l.language == "de":
				left = append(left, lexicon.WithoutCase(word))
			default:
				left = append(left, word)
			}
		}
		if len(left) == 0 {
			return ""
		}
		return l.language + ": " + strings.Join(left, " ")
	}
	return ""
}
