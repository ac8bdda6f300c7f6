package importers

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Codes of groups are numbers that name what respondents belong to, or yes and no: branch 4, education 2, "Do you own a car?" 1. They look
// like short ratings, and their means say nothing.

// certainGroup are words for what groups people, in the languages of the label families; as headings they are no ratings.
const certainGroup = `grade of (?:your|the) child|klasse (?:ihres|des) kindes|classe de (?:votre|l'enfant) ?(?:enfant)?|(?:curso|grado) de su hij[oa]|ano (?:escolar )?d[oa] seu filho|classe (?:di suo|del) figlio|klas van uw kind|region|province|district|postal area|country|nationality|branch|outlet|depot|division|department|dept|business unit|function|(?:customer |client |market )?segment|customer (?:type|group)|account type|qualification|highest degree|gender|sex|ethnicity|marital status|mother tongue|tenure|length of service|seniority|job (?:level|title|role|grade|family|function)|pay grade|salary band|occupation|profession|employment (?:status|type)|contract type|shift|income group|age (?:group|band|range|class)|generation|means of transport|mode of (?:travel|transport)|purpose of (?:trip|travel|visit|stay)|(?:main|trip|travel) purpose|household size|industry|company size|` +
	`bundesland|nationalität|gebiet|filiale|standort|niederlassung|abteilung|kundensegment|kundengruppe|kundentyp|bildungsabschluss|schulabschluss|bildungsstand|geschlecht|muttersprache|betriebszugehörigkeit|dienstjahre|hierarchieebene|hierarchiestufe|führungsebene|beruf|altersgruppe|altersklasse|branche|einkommensgruppe|familienstand|staatsangehörigkeit|beschäftigungsverhältnis|` +
	`région|nationalité|département|agence|succursale|point de vente|niveau d'études|niveau d'étude|diplôme|genre|sexe|langue maternelle|ancienneté|niveau hiérarchique|poste occupé|profession|tranche d'âge|secteur d'activité|catégorie socioprofessionnelle|situation familiale|` +
	`región|nacionalidad|provincia|sucursal|departamento|segmento|nivel de estudios|nivel educativo|género|sexo|lengua materna|antigüedad|nivel jerárquico|ocupación|profesión|grupo de edad|rango de edad|estado civil|` +
	`regione|nazionalità|filiale|punto vendita|reparto|dipartimento|titolo di studio|livello di istruzione|genere|sesso|madrelingua|anzianità|livello gerarchico|mansione|professione|fascia d'età|stato civile|` +
	`região|nacionalidade|filial|setor|escolaridade|nível de escolaridade|gênero|língua materna|antiguidade|tempo de casa|nível hierárquico|profissão|faixa etária|` +
	`regio|nationaliteit|provincie|filiaal|vestiging|afdeling|klantsegment|klanttype|opleidingsniveau|geslacht|moedertaal|dienstjaren|dienstverband|functieniveau|beroep|leeftijdsgroep|leeftijdscategorie|burgerlijke staat`

// possibleGroup are words that group people, and that name what is rated elsewhere: the location of a hotel, the team of a shop, the
// purpose of a company, the airport of a journey.
const possibleGroup = `destination|airline|airport|terminal|carrier|purpose|reason|area|city|town|state|site|location|office|store|shop|plant|team|unit|level|grade|role|position|plan|tier|channel|sector|education|language|contract|` +
	`land|ort|bereich|geschäft|laden|markt|bildung|abschluss|sprache|position|funktion|stelle|vertrag|` +
	`pays|ville|site|magasin|service|études|formation|langue|poste|fonction|contrat|secteur|` +
	`país|ciudad|tienda|oficina|área|educación|estudios|idioma|puesto|cargo|contrato|` +
	`paese|città|negozio|sede|istruzione|lingua|livello|ruolo|settore|contratto|` +
	`estado|cidade|agência|loja|unidade|educação|língua|função|` +
	`stad|winkel|locatie|opleiding|taal|functie|contract`

var (
	groupHeading = lazily(`^(?:(?:your|my|the|our|ihre?|deine?|votre|ton|ta|su|tu|seu|sua|suo|uw|je|jouw) )?(?:(?:customer|home|main|current|highest|primary|company|job|work|employee|respondent) )?(?:(` +
		certainGroup + `)|(` + possibleGroup + `))(?: (?:code|codes|id|no|nr|number|group|type|category|nummer|gruppe|kennung|schlüssel|niveau|código|codice))?(?: \d+)?$`)
	groupQuestion = lazily(`^(?:(?:in|at|to|from|for|bei|zu|aus|dans|à|de|en|a|em|da|na|bij|uit) )?(?:which|what|what's|where|welche[rnms]?|was|wo|quel|quelle|quels|quelles|où|qué|que|¿?cuál|dónde|quale|quali|dove|qual|quais|onde|welke?|wat|waar) ` +
		`(?:[^ ]+ ){0,6}(?:` + certainGroup + `|` + possibleGroup + `)(?:$|[ ?,.;:/])`)
	// ratingWords are those of questions on how something is, whatever else they name.
	ratingWords = lazily(`(?:^|[ (])(?:rat(?:e|es|ed|ing)|satisf\p{L}*|happy|how|good|well|quality|impression|opinion|likely|agree|importan\p{L}*|overall|scores?|stars?|extent|performance|expectations?|trust|feel|think|bewert\p{L}*|zufrieden\p{L}*|wie|gut|qualität|eindruck|meinung|wichtig\p{L}*|inwieweit|` +
		`notez|évalu\p{L}*|comment|qualité|avis|importan\p{L}*|calific\p{L}*|valor\p{L}*|cómo|calidad|opinión|valut\p{L}*|voto|qualità|come|avali\p{L}*|nota|note|qualidade|como|beoordeel\p{L}*|hoe|kwaliteit|mening|tevreden\p{L}*)(?:$|[ ?,.;:)])`)
	// yesOrNo is how questions begin that are answered with yes or no.
	yesOrNo = lazily(`^¿?(?:(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should) (?:you|your|there|this|that|it|we|our|the|they|he|she|any|anyone|i)|` +
		`(?:sind|haben|hatten|waren|war|ist|hat|gibt|nutzen|besitzen|arbeiten|kennen|wurden?|können|möchten|würden|leben|wohnen|kaufen|nehmen|hast|bist) (?:sie|du|ihr|es|das|die|der|ihnen|ihre?)|` +
		`(?:êtes|avez|aviez|étiez|possédez|utilisez|connaissez|travaillez|faites)[- ]vous|est-ce (?:que|qu')|` +
		`(?:es|eres|está|ha|has|tiene|tienes|posee|usa|utiliza|conoce|trabaja|fue|hizo|compró|contactó) |` +
		`(?:è|sei|hai|possiede|utilizza|lavora|avete|siete) |(?:você|é|és|tem|possui|trabalha|já|foi) |` +
		`(?:bent|heeft|hebt|had|gebruikt|kent|werkt|woont|wilt|kunt) (?:u|je|jij|er|dit|het)(?: |$))`)
)

// groupWord says how sure a wording asks what people belong to.
type groupWord int

const (
	noGroup groupWord = iota
	maybeGroup
	surelyGroup
)

// asksForGroup reports whether the wording of a column asks for what people belong to, or for another choice, or checks attention; any other
// question that rates, names a scale or is a row of a matrix does not.
func asksForGroup(c Column) groupWord {
	if c.group != nil && c.groupOf == c.Text && c.Role == Answer {
		return c.group()
	}
	return groupAskedFor(c)
}

// keepGroups lets each column look only once for what it asks: columns that learn from each other ask it of all of them, again and again.
func keepGroups(columns []Column) {
	for i := range columns {
		c := columns[i]
		if c.Role == Answer {
			columns[i].groupOf, columns[i].group = c.Text, sync.OnceValue(func() groupWord { return groupAskedFor(c) })
		}
	}
}

func groupAskedFor(c Column) groupWord {
	if checksAttention(c) {
		return surelyGroup
	}
	l := c.heading().Legend()
	if low, high, _, named := l.Scale(); named && !(low == 0 && high == 1) && !l.Lists() || stemOf(c) != "" {
		return noGroup
	}
	if isBareNoun(c) {
		return surelyGroup
	}
	text := lexicon.TagInWords(lexicon.InBrackets().ReplaceAllString(c.Text, " "))
	switch m := groupHeading().FindStringSubmatch(strings.TrimRight(text, "?:.* ")); {
	case m != nil && m[1] != "":
		return surelyGroup
	case m != nil && m[2] == "service" && ofOurs().MatchString(text): // the word groups people in French
		return noGroup
	case m != nil:
		return maybeGroup
	case groupQuestion().MatchString(text) && !ratingWords().MatchString(text) && !judgesByQuestion(text), asksForChoice(c):
		return surelyGroup
	case perhapsGroup().MatchString(plainWords(c)) && !ratingWords().MatchString(text):
		return maybeGroup
	}
	return noGroup
}

// ofOurs is how the heading of something of one's own begins in English.
var ofOurs = lazily(`^(?:our|my|the|your) `)

// twoValues reports whether the numbers are those of yes and no: 0 and 1, or 1 and 2.
func (a *answersSeen) twoValues() bool {
	numbers := a.observed()
	return len(numbers) > 0 && numbers[0] >= 0 && numbers[len(numbers)-1] <= 2 && numbers[len(numbers)-1]-numbers[0] <= 1
}

// onlyZeroAndOne reports whether the answers are 0 and 1, and neither the wording nor the rows of a matrix show a longer scale: these are yes
// and no, whatever was asked.
func (c *asked) onlyZeroAndOne() bool {
	numbers := c.answers
	if c.learned != nil {
		numbers = c.learned
	}
	low, high, whole := numbers.ends()
	return low == 0 && high == 1 && whole && !c.named() && !c.column.asksToRecommend()
}

// groupCodes returns the columns of an export whose numbers are codes of groups, or of yes and no, and why. A heading that could also name what
// is rated is a group's where other columns are questions that are written out, or where no usual scale ends with its numbers.
func groupCodes(columns []*asked) map[*asked]string {
	written, alone := 0, endsAlone(columns)
	for _, c := range columns {
		if c.answers.plainNumbers() && len(strings.Fields(c.column.Text)) >= 4 && asksForGroup(c.column) == noGroup {
			written++
		}
	}
	found := map[*asked]string{}
	for _, c := range columns {
		if c.kind != "" || !c.answers.plainNumbers() {
			continue
		}
		_, high, _ := c.answers.ends()
		switch of := asksForGroup(c.column); {
		case c.choosesByLegend():
			found[c] = "its wording lists what its numbers stand for: a choice, no rating"
		case of == surelyGroup && asksForChoice(c.column):
			found[c] = choseByQuestion
		case of == surelyGroup:
			found[c] = "its heading asks for a group, a type or a code: codes, no rating"
		case of == maybeGroup && (written > 0 || c.column.besideWho != nil && c.column.besideWho() || !slices.Contains(usualEnds(), high)):
			found[c] = "its heading may be that of a group: codes, no rating, unless a study file says so"
		case of == maybeGroup:
		case yesOrNo().MatchString(lexicon.Normalise(c.column.Text)) && c.answers.twoValues(), c.onlyZeroAndOne(), c.column.yesAsOne:
			found[c] = "yes and no, and no rating"
		case alone[c]:
			found[c] = fmt.Sprintf("no word says that it is rated, and no other rating ends at %s: codes, unless a study file gives its scale", lexicon.FormatNumber(high))
		}
	}
	return found
}

// endsAlone returns the columns of numbers that no word calls a rating, and that end where scales rarely do and past the end of all others:
// where destinations are numbered from 1 to 9 beside ratings from 1 to 5, a mean of them would say nothing. Beside ratings from 1 to 10 they are
// such ratings of which nobody gave the highest.
func endsAlone(columns []*asked) map[*asked]bool {
	const leastOthers = 2
	ends, of := map[float64]int{}, map[*asked]float64{}
	for _, c := range columns {
		if low, high, _ := c.answers.ends(); c.kind == "" && c.answers.plainNumbers() && !c.fact() && low >= 1 && len(c.answers.strays(rareTop)) == 0 {
			ends[high]++
			of[c] = high
		}
	}
	usual := false
	for _, end := range usualEnds() {
		usual = usual || ends[end] >= leastOthers
	}
	furthest := slices.Max(append(slices.Collect(maps.Keys(ends)), 0))
	found := map[*asked]bool{}
	for c, high := range of {
		rare := high == 8 || high == 9
		found[c] = rare && ends[high] == 1 && high == furthest && usual && !wordedAsRating(c.column)
	}
	return found
}

// choosesByLegend reports whether the wording says that the numbers are codes of a choice, such as of yes and no, and the answers are these.
func (c *asked) choosesByLegend() bool {
	l := c.column.heading().Legend()
	return l.Choice() && !slices.ContainsFunc(c.answers.observed(), func(x float64) bool {
		return !slices.ContainsFunc(l.Points, func(p lexicon.NamedPoint) bool { return p.Value == x })
	})
}

// plainNumbers reports whether the answers are whole numbers such as ratings and codes are.
func (a *answersSeen) plainNumbers() bool {
	const most = 30
	low, _, whole := a.ends()
	return !a.many && len(a.words) == 0 && len(a.numbers) > 0 && len(a.numbers) <= most && whole && low >= 0
}

// setGroupsApart takes codes of groups out of the ratings, offers them as segments, and says so. Of a question of several audiences the
// one with the most answers decides.
func (d *draft) setGroupsApart() {
	groups, perhaps := map[*asked]string{}, map[*asked]bool{}
	for _, of := range d.columns {
		for c, is := range groupCodes(of) {
			groups[c] = is
		}
		maps.Copy(perhaps, endsAlone(of))
	}
	for _, q := range match(d.columns) {
		most := slices.MaxFunc(q.by, func(a, b *asked) int { return total(a.answers.numbers) - total(b.answers.numbers) })
		for _, a := range q.by {
			groups[a] = groups[most]
		}
	}
	d.maybeRated = make([][]*asked, len(d.columns))
	for i, of := range d.columns {
		var names, chosen []string
		d.columns[i] = slices.DeleteFunc(slices.Clone(of), func(c *asked) bool {
			if groups[c] == "" {
				return false
			}
			of := &names
			if groups[c] == choseByQuestion {
				of = &chosen
			}
			*of = append(*of, fmt.Sprintf("%q", lexicon.Shorten(naming(c.column))))
			if asksForGroup(c.column) == maybeGroup || perhaps[c] || groups[c] == choseByQuestion {
				d.maybeRated[i] = append(d.maybeRated[i], c)
			}
			if i < len(d.choices) && len(c.answers.observed()) <= mostChoices {
				d.choices[i] = append(d.choices[i], c)
			}
			return true
		})
		d.saysCodes(d.study.Audiences[i].ID, names, chosen)
	}
}

// saysCodes names what is set apart of an audience.
func (d *draft) saysCodes(id string, groups, chosen []string) {
	const hint = "a study file can take one as a segment or an item"
	if len(groups) > 0 {
		d.hinted(study.NoRating, id, hint, "%s: codes of groups or of yes and no, not ratings: %s", id, few(groups))
	}
	if len(chosen) > 0 {
		d.hinted(study.NoRating, id, hint, "%s: questions for which, who, what, when, where or why, whose numbers are codes, not ratings: %s", id, few(chosen))
	}
}
