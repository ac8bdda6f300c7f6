package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
)

var (
	// ImportanceWords mark questions on how much something matters, in English, German, French, Spanish, Portuguese, Italian, Dutch.
	ImportanceWords = lazily(WordStart + `(?:import[aâ]n\p{L}*|wichtig\p{L}*|belangrijk\p{L}*)|^belang van `)
	// AskedImportance is the question itself, beside which other words of importance or satisfaction may stand.
	AskedImportance = lazily(WordStart + `(?:how important|wie wichtig|quelle est l'importance|à quel point \S+ \S+ importan|combien \S+ importan|(?:qué|cuán|que) (?:tan )?importan|quão importan|qual a import[aâ]ncia|quanto (?:è|é|sono|são) importan|hoe belangrijk)|^(?:importance (?:of|for|des?|du|d') ?|wichtigkeit |importancia de|importância d|importanza d|belang(?:rijkheid)? van )`)
	// PerformanceWords mark questions on how well something is done.
	PerformanceWords = lazily(WordStart + `(?:how (?:satisfied|well|good|would you rate|do you rate)|satisf|zufrieden|soddisf|tevreden|leistung|prestazion|desempeñ|desempenh|(?:wie gut|hoe goed|performance|qué tan bien|quanto bem)` + WordEnd + `)`)
	// OtherOffers mark questions on what else could be had.
	OtherOffers = lazily(`(?:^|[^\p{L}])(?:(?:best|next best|main) (?:alternative|competitor)s?|competitors?|the competition|other (?:providers|suppliers|vendors)|alternative (?:provider|supplier|vendor)s?|` +
		`best\p{L}* alternativ\p{L}*|wettbewerb(?:er\p{L}*)?|mitbewerber\p{L}*|konkurren[tz]\p{L}*|andere[nr]? anbieter\p{L}*|` +
		`meilleure alternative|(?:principal |meilleur )?concurrents?|la concurrence|autres fournisseurs|` +
		`mejor alternativa|competidor(?:es)?|la competencia|otros proveedores|melhor alternativa|concorrentes?|a concorrência|outros fornecedores|` +
		`migliore alternativa|concorrent[ei]|la concorrenza|altri fornitori|beste alternatief|concurrent(?:en)?|de concurrentie|andere aanbieders)(?:$|[^\p{L}])`)
	// Expected mark questions on what somebody looked forward to.
	Expected = lazily(`(?:^|[^\p{L}])(?:expect(?:ed|ations?)?|erwarte(?:t|te|ten|tet|n)?|erwartung(?:en)?|attend(?:iez|ais|u|ue|us|ues)|attentes|` +
		`esper(?:aba|abas|aban|ado|ada|ava|avas|avam)|expectativas?|(?:si |ti )?aspetta(?:va|vi|te|to)|aspettativ[ae]|verwacht(?:te|ten|en)?|verwachting(?:en)?)(?:$|[^\p{L}])`)
	// AgainstOthers mark questions on how well something is done, measured by what others do or by what was expected.
	AgainstOthers = lazily(`(?:^|[^\p{L}])(?:compar\p{L}*|relative to|better than|worse than|versus|me(?:t|et|ets|eting) (?:\p{L}+ ){0,3}expect\p{L}*|exceed\p{L}*|surpass\p{L}*|live[sd]? up to|fall short|fulfil\p{L}*|switch\p{L}*|` +
		`vergl\p{L}*|gegenüber|besser als|schlechter als|erfüll\p{L}*|übertr[aeo]\p{L}*|entspr[aeo]\p{L}*|wechseln|` +
		`par rapport|mieux que|répond\p{L}*|dépass\p{L}*|satisfai\p{L}* (?:à )?(?:vos|tes)|mejor que|cumpl\p{L}*|super(?:a|an|aron|ó|ado|ar)|melhor (?:do )?que|corresponde\p{L}*|cumpr\p{L}*|atende(?:m|u|ram)?|` +
		`rispetto a\p{L}*|confront\p{L}*|meglio (?:di|dei)|soddisf\p{L}* le|vergel\p{L}*|beter dan|voldo\p{L}*|voldaan|overtr\p{L}*|overstap\p{L}*)(?:$|[^\p{L}])`)
	// Suffix is what a statement ends with in brackets: "Delivery (importance)".
	Suffix = lazily(`\s*\(([^()]+)\)\s*(?:[(\[]\s*-?\d{1,3}\s*` + intervalSign + `\s*\d{1,3}\s*[)\]]\s*)?$`)
)

// intervalSign stands between the ends of a scale.
const intervalSign = `(?:-|−|–|—|to|\.\.\.?|…|bis|à|hasta|a|al|até|fino a|tot|t/m)`

// scaleSuffix is what stands in brackets at the end of a heading, a scale perhaps.
var scaleSuffix = lazily(`^(.*[^\s])(\s*[(\[][^()\[\]]*\d[^()\[\]]*[)\]])\s*$`)

// CutScale parts a heading from the scale that it names in brackets at its end; empty: it names none there.
func CutScale(text string) (heading, scale string) {
	if !HoldsNumber(text) {
		return text, ""
	}
	m := scaleSuffix().FindStringSubmatch(text)
	if m == nil || !HeadingOf(m[2]).NamesScale() {
		return text, ""
	}
	return m[1], strings.TrimSpace(m[2])
}

func SuffixKind(text string) (kind study.Kind, told bool) {
	m := Suffix().FindStringSubmatch(Normalise(text))
	switch {
	case m == nil:
	case ImportanceWords().MatchString(m[1]):
		return study.Importance, true
	case AgainstOthers().MatchString(m[1]):
	case OtherOffers().MatchString(m[1]):
		return study.Alternative, true
	case Expected().MatchString(m[1]):
		return study.Expectation, true
	case PerformanceWords().MatchString(m[1]):
		return study.Performance, true
	}
	return "", false
}

// Lead is how questions outside a matrix begin before they name their subject, and tail how they end after it.
var (
	Lead = lazily(`^¿?\s*(?:how important (?:is|are|was|were)(?: it (?:to you )?that| to you)?|how satisfied (?:are|were) you (?:overall )?with|how well (?:do|did|does) (?:we|they|you)|how (?:would|do) you rate|` +
		`wie wichtig (?:ist|sind|war|waren)(?: ihnen| dir| für sie)?|wie zufrieden (?:sind|waren) sie mit|wie zufrieden bist du mit|` +
		`quelle est l'importance (?:de|du|des)|quelle importance (?:accordez-vous|a pour vous) (?:à|au|aux)?|(?:à quel point )?êtes-vous satisfaits? (?:de|du|des)|` +
		`(?:qué|cuán) (?:tan )?importantes? (?:es|son)(?: para usted| para ti)?|(?:qué|cuán) (?:tan )?satisfechos? (?:está|estás) con|` +
		`quão importantes? (?:é|são)(?: para você)?|quão satisfeitos? (?:está|você está) com|` +
		`quanto (?:è|sono) importanti?e?(?: per lei| per te)?|quanto (?:è|sei) soddisfatt[oai] (?:di|del|della|dei)|` +
		`hoe belangrijk (?:is|zijn)(?: voor u| voor jou)?|hoe tevreden (?:bent u|ben je) (?:over|met)|performance (?:of|on|in)(?: (?:the|our))?|` + BareNouns + `)\s+`)
	tail = lazily(`\s*(?:(?:to|for) you|für (?:sie|dich)|pour vous|para (?:usted|ti|você)|per (?:lei|te)|voor (?:u|jou))?\s*[?.!:]*$`)
)

// KindBefore is what a column is called where it names the kind before its subject: "Wichtigkeit: Preis", "Satisfaction - price".
var KindBefore = lazily(`^(?:importance|satisfaction|performance|wichtigkeit|zufriedenheit|leistung|importancia|satisfacción|desempeño|importância|satisfação|desempenho|importanza|soddisfazione|prestazione|belang|belangrijkheid|tevredenheid)` +
	`(?: (?:of|with|von|mit|de|du|des|con|del|com|di|van|met))?\s*[:–—-]\s+`)

// GermanQuestion asks in German for a subject that stands in the case of its question: "wichtig … pünktliche", "zufrieden mit pünktlicher".
var GermanQuestion = lazily(`^(?:wie wichtig|wie zufrieden|zufriedenheit (?:mit|bei|bezüglich|hinsichtlich)|wichtigkeit) `)

// BareNouns are headings that ask by a noun alone, with the article of what they ask about: "Satisfaction with", "Wichtigkeit der".
const BareNouns = `(?:satisfaction with|importance of)(?: (?:the|our))?|` +
	`(?:zufriedenheit (?:mit|bei|bezüglich|hinsichtlich)|wichtigkeit(?: (?:von|bei))?)(?: (?:der|die|das|den|dem|des|unsere[mnrs]?))?|` +
	`(?:satisfaction (?:concernant|envers|avec|pour|sur|relative (?:à|au|aux)|quant (?:à|au|aux)|à l'égard (?:de|du|des)|vis-à-vis (?:de|du|des))|importance (?:de|du|des|accordée (?:à|au|aux)))(?: (?:le|la|les|nos|notre))?|` +
	`(?:satisfacción (?:con|por|sobre|respecto (?:a|al|de|del)|en cuanto (?:a|al))|importancia (?:de|del))(?: (?:el|la|los|las|nuestr[oa]s?))?|` +
	`(?:satisfação (?:com|sobre|por|quanto (?:a|ao|à|aos|às)|relativamente (?:a|ao|à|aos|às)|em relação (?:a|ao|à|aos|às))|importância (?:de|do|da|dos|das))(?: (?:o|a|os|as|noss[oa]s?))?|` +
	`(?:soddisfazione (?:per|con|circa|riguardo (?:a|al|alla|ai|alle)|rispetto (?:a|al|alla|ai|alle)|di|del|dello|della|dei|degli|delle)|importanza (?:di|del|dello|della|dei|degli|delle))(?: (?:il|lo|la|i|gli|le))?|` +
	`(?:tevredenheid (?:over|met)|(?:belang|belangrijkheid) van)(?: (?:de|het|een|onze|ons))?`

// WithoutCase takes the endings off words that stand in one case here and in another there.
func WithoutCase(text string) string {
	var b strings.Builder
	for _, word := range strings.Fields(text) {
		if b.Len() == 0 && slices.Contains([]string{"der", "die", "das", "den", "dem", "des"}, word) {
			continue
		}
		for _, ending := range []string{"em", "en", "er", "es", "e"} {
			if stem, cut := strings.CutSuffix(word, ending); cut && utf8.RuneCountInString(stem) >= 4 {
				word = stem
				break
			}
		}
		b.WriteString(word + " ")
	}
	return strings.TrimSpace(b.String())
}

// BareSubject takes the words that ask how important or how good something is off a statement, which is normalised.
func BareSubject(text string) string {
	text = KindBefore().ReplaceAllString(text, "")
	if _, told := SuffixKind(text); told {
		text = Suffix().ReplaceAllString(text, "")
	}
	return tail().ReplaceAllString(Lead().ReplaceAllString(text, ""), "")
}
