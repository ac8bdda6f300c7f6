package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

var (
	waveColumn    = lazily(`^(wave|waves|welle|vague|ola|onda|golf|quarter|period|year|jahr|année|año|ano|anno|jaar)$`)
	clusterColumn = lazily(`^(account|branch|site|store|school|hospital|household|region)[ _]?(id|no|number|code)$`)
)

// hints says which columns of an export could be the id, weight, duration, wave or cluster of an audience, as a study file writes it: a
// question each, for a column's name proves nothing.
func (s *scan) hints() []string {
	var hints, times []string
	add := func(key string, c Column, why string) {
		name := scalarOf(selectorText(c))
		if key == "wave" {
			name = "{column: " + name + "}"
		}
		hints = append(hints, fmt.Sprintf("? %s: %s # %s", key, name, why))
	}
	for _, maybe := range s.export.maybeStatuses {
		hints = append(hints, "? "+maybe.where+" # only complete responses: see below")
	}
	for i, c := range s.export.Columns {
		scans := s.columns[i]
		name := lexicon.Normalise(c.ID)
		switch {
		case scans.filled == 0:
		case c.Role == Meta && name == "duration (in seconds)", c.Role == Dropped && oneOfWords(name, "interviewtime", "total time", "gesamtzeit"):
			add("duration", c, "speeders are then reported")
		case c.Role == Answer && (isWeight(c) || maybeWeight(c) && scans.broken()) && scans.inCommas():
			hints = append(hints, "? decimal: comma # with the next line, whose numbers have decimal commas")
			add("weight", c, "looks like a weight")
		case c.Role == Answer && (isWeight(c) && scans.onlyNumbers() || maybeWeight(c) && scans.broken()):
			add("weight", c, "looks like a weight")
		case c.Role == Answer && waveColumn().MatchString(name):
			add("wave", c, "needs waves: […] in order of time")
		case c.Role == Answer && clusterColumn().MatchString(name):
			add("cluster", c, "respondents with the same value are not independent")
		case scans.undated(c):
		case c.Role == Meta && scans.dates == scans.filled:
			times = append(times, scalarOf(c.ID))
		}
	}
	if len(times) > 0 {
		hints = append(hints, "the time of the answers stands in "+strings.Join(times, ", "))
	}
	return hints
}

// mostChoices is how many values a segment has that a table still shows.
const mostChoices = 12

// fewChoices are the questions whose few answers could group the respondents.
func fewChoices(columns []*asked) []*asked {
	var found []*asked
	for _, c := range columns {
		n := len(c.answers.words)
		if c.kind == "" && !isWeight(c.column) && !c.answers.many && len(c.answers.numbers) == 0 && n >= 2 && n <= mostChoices && 3*n <= total(c.answers.words) && lexicon.Fit(c.answers.claimed()) == nil && languagesOf(c.answers) == nil && nearFamily(c.answers) == "" && !comments(c) {
			found = append(found, c)
		}
	}
	return found
}

// openQuestion are questions that people answer in their own words.
var openQuestion = lazily(`(?:^|[^\p{L}])(?:comments?|feedback|suggestions?|remarks?|anything (?:else|more)|in your own words|tell us|please (?:explain|describe|specify)|what (?:should|could|can|would) (?:we|they|you|be)|why|` +
	`kommentare?|anmerkung(?:en)?|bemerkung(?:en)?|vorschl[aä]ge?|anregung(?:en)?|verbesserungsvorschl[aä]ge?|sonst noch etwas|in eigenen worten|was (?:sollten?|k[oö]nnten?|w[uü]rden) (?:wir|sie|man)|warum|weshalb|` +
	`commentaires?|remarques?|suggestions?|pourquoi|que (?:devrions|pourrions)-nous|comentarios?|sugerencias?|observaciones|por qu[eé]|qu[eé] (?:deber[ií]amos|podr[ií]amos)|coment[aá]rios?|sugest(?:ão|ões)|por que|o que (?:devemos|podemos)|` +
	`comment[oi]|suggeriment[oi]|osservazioni|perch[eé]|cosa (?:dovremmo|potremmo)|opmerking(?:en)?|toelichting|suggesties|waarom|wat (?:moeten|kunnen|zouden) we)(?:$|[^\p{L}])`)

// bareComment is a heading that asks for comments and nothing else: words such as "good" below it are no answers on a scale.
var bareComment = lazily(`^(?:(?:any|other|further|additional|general|your|weitere|sonstige|allgemeine|ihre?|autres?|vos|otros?|sus|outros?|altri|overige|andere) )*(?:comments?|remarks?|kommentare?|anmerkung(?:en)?|bemerkung(?:en)?|` +
	`commentaires?|remarques?|comentarios?|observaciones|coment[aá]rios?|observações|comment[oi]|osservazioni|opmerking(?:en)?)$`)

// headedComments reports whether a column is headed so.
func headedComments(c Column) bool {
	return bareComment().MatchString(strings.TrimRight(plainHeader(c), " ?:*."))
}

// comments reports whether the cells of a column are texts of people's own, though few of them differ: its question asks for such, or most
// of them are as long as sentences.
func comments(c *asked) bool {
	const sentence = 7 // words
	if openQuestion().MatchString(lexicon.Normalise(c.column.statement())) {
		return true
	}
	long := 0
	for text := range c.answers.words {
		if len(strings.Fields(text)) >= sentence {
			long++
		}
	}
	return 2*long > len(c.answers.words)
}

var (
	// aboutPerson are the names of columns whose values are people: who leads, who advises, who was there.
	aboutPerson = lazily(lexicon.WordStart + `(?:manager|supervisor|reviewer|evaluator|assessor|boss|team ?lead(?:er)?|line manager|account manager|advis[eo]r|consultant|agent|sales rep(?:resentative)?|coach|mentor|teacher|physician|doctor|nurse|driver|interviewer|contact(?: person)?|who|technician|colleague|seller|sent by|` +
		`filialleit\p{L}*|chef(?:in)?|techniker(?:in)?|monteur(?:in)?|kolleg\p{L}*|verkäufer(?:in)?|technicien(?:ne)?|collègue|vendeu(?:r|se)|técnic[oa]|tecnico|compañer[oa]|colega|collega|vendedora?|venditore|verkoper|quién|chi|quem|` +
		`vorgesetzter?|führungskraft|teamleit\p{L}*|berater(?:in)?|betreuer(?:in)?|ansprechpartner(?:in)?|lehrer(?:in)?|wer|` +
		`supérieur|responsable|conseill(?:er|ère)|interlocuteur|jefe|jefa|asesora?|gerente|gestora?|chefe|consultora?|capo|consulente|referente|leidinggevende|begeleider|adviseur)` + lexicon.WordEnd)
	// personName is a name of one or more given names and a family name, in either order.
	personName = lazily(`^(?:(?:dr|prof|mr|mrs|ms|herr|frau|m|mme|sr|sra)\.? )?(?:\p{Lu}[\p{L}'’-]+,? )(?:\p{Lu}\.? )?(?:(?:von|van|de|da|del|di|der|den|dos|el) )*\p{Lu}[\p{L}'’-]+$`)
	// titledName is a family name behind a title: "Fr. Okonkwo", "Sra. Rossi", "sig.ra Garcia".
	titledName = lazily(`^(?:(?i:dr|prof|mrs?|ms|miss|herr|frau|fr|hr|mme|mlle|sra?|srta|sig|sig\.ra|dott|dott\.ssa|dhr|mevr|mw|señora?|senhora?|signora?)\.?|M\.) (?:\p{Lu}[\p{L}'’-]+ ?)+$`)
	// placeWords stand in names of regions, departments and products, and in no name of a person.
	placeWords = lazily(`(?i)` + lexicon.WordStart + `(?:north|south|east|west|central|region|area|district|branch|office|store|team|group|department|division|service|services|support|sales|marketing|finance|legal|human|resources|research|development|operations|customer|customers|product|quality|information|technology|senior|junior|management|full|part|new|old|yes|no|never|very|not|less|more|under|over|public|private|united|kingdom|states|high|low|school|university|college|hospital|city|street)` + lexicon.WordEnd)
)

// idName returns the column of the ids of respondents as a study file names it; "": none tells them apart.
func (s *scan) idName() string {
	if !s.tellsRespondents() {
		return ""
	}
	return scalarOf(selectorText(s.export.Columns[s.id]))
}
