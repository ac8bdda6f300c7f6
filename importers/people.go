package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// roles are what people are called who are named in exports.
const roles = `manager|supervisor|reviewer|evaluator|assessor|boss|team ?lead(?:er)?|line manager|account manager|advis[eo]r|consultant|agent|sales rep(?:resentative)?|coach|mentor|` +
	`interviewer|contact person|employee|patient|guest|client|customer|cliente|kunde|kundin|klant|mitarbeiter(?:in)?|salariée?|employée?|emplead[oa]|funcionári[oa]|colaborador(?:a)?|dipendente|medewerker|paciente|paziente|vorgesetzter?|führungskraft|teamleiter(?:in)?|berater(?:in)?|betreuer(?:in)?|ansprechpartner(?:in)?|supérieur|responsable|conseill(?:er|ère)|interlocuteur|jefe|jefa|gerente|gestora?|chefe|capo|referente|leidinggevende|begeleider`

// relatives are people who are named in exports, and whose words alone head other things too.
const relatives = `child|kind|sohn|tochter|son|daughter|partner|spouse|husband|wife|ehepartner|ehefrau|ehemann|doctor|physician|arzt|ärztin|teacher|lehrer(?:in)?|nurse|friend|freund|enfant|fils|fille|conjointe?|médecin|enseignante?|hij[oa]|cónyuge|médic[oa]|profesora?|filh[oa]|cônjuge|professora?|figli[oa]|coniuge|dottore|insegnante|zoon|dochter|arts|huisarts|leraar|docent`

var (
	// roleOnly is a header that is nothing but the role of a person: "Manager", "Your supervisor", "Reviewer name".
	roleOnly = lazily(`^(?:(?:your|my|our|the|direct|line|ihr|ihre|dein|deine|votre|su|seu|suo|uw|je) )*(?:` + roles + `)(?:'s)?(?: name)?$`)
	// nameOfRole is a header that asks for the name of somebody by their role: "Name of your account manager", "Name des Ansprechpartners".
	nameOfRole = lazily(`^(?:(?:the |der |le |el |o |il |de )?(?:(?:full |first |last )?names?|vorname|nachname|nom|nombre|nome|naam)) (?:(?:of|des|der|vom|von|du|de|del|della|do|da|di|van) )?` +
		`(?:(?:your|my|our|the|direct|line|ihre[rs]|deine[rs]|eure[rs]|unsere[rs]|votre|ton|notre|su|tu|la|el|seu|sua|suo|tuo|uw|je|de|het) )*(?:` + roles + `|` + relatives + `)(?:s|es|n|in)?[?:*. ]*$`)
	// asksForName is a question for a name: "What is your first name?", "Please enter your name", "Wie heißen Sie?".
	asksForName = lazily(`^(?:(?:hi|hello|hallo|bonjour|hola|ciao)[,!.]? )?(?:(?:and |first,? )?(?:what(?:'s| is)|please (?:enter|give|type|state|provide|tell us|fill in)|enter|may we have|can we have|could we have|tell us) (?:your |the )?(?:(?:full|first|last|family|given|sur)[ -]?)*names?[?:*. ]*$|` +
		`wie (?:hei(?:ß|ss)en sie|hei(?:ß|ss)t du)|wie (?:ist|lautet) (?:ihr|dein) (?:vor|nach|familien)?name|bitte (?:geben sie|nennen sie|gib|nenne?) (?:uns )?(?:ihren|deinen) (?:vor- und nach|vor|nach|familien)?namen|` +
		`(?:comment|quel est) (?:vous appelez-vous|t'appelles-tu|(?:votre|ton) (?:pré)?nom)|(?:¿ ?)?(?:cómo (?:se llama|te llamas)|cuál es (?:su|tu) (?:nombre|apellido))|come (?:ti chiami|si chiama)|qual è il (?:tuo|suo) (?:nome|cognome)|` +
		`(?:qual é|como é) o (?:seu|teu) (?:nome|sobrenome)|como (?:se chama|te chamas)|hoe heet (?:u|je)|wat is (?:uw|je|jouw) (?:voor|achter|volledige )?naam)`)
	// whoAnswered is a question for who it was that filled in the questionnaire.
	whoAnswered = lazily(`^(?:who (?:has |is )?(?:filled|completed|answered|filling|completing|answering)|(?:filled in|completed|answered) by$|wer (?:hat|füllt)(?:[^\p{L}].*)?[^\p{L}](?:ausgefüllt|aus|beantwortet)` + lexicon.WordEnd + `|ausgefüllt von$|qui (?:a rempli|remplit)|quién (?:ha )?(?:rellena|rellenado|completa|completado)|quem (?:preench|respond)|chi (?:ha )?compila|wie (?:heeft|vult)(?:[^\p{L}].*)?[^\p{L}]in)`)
	// callBack are the words of columns in which people leave a number to be called at.
	callBack = lazily(lexicon.WordStart + `(?:phone|telephone|tel|mobile|cell|whatsapp|fax|call you|reach you|call back|contact you|contact number|telefon\p{L}*|handy\p{L}*|mobil\p{L}*|rufnummer|rückruf\p{L}*|téléphone|portable|rappeler|teléfono|móvil|celular|telefone|telemóvel|cellulare|telefono|telefoon|gsm)` + lexicon.WordEnd)
)

// wordsOfNames stand, whole or in part, in whatever asks for a name in these ways. Hardly a question of a survey has one.
func wordsOfNames() []string {
	return []string{"nam", "naam", "nom", "hei", "heet", "appel", "llama", "apellido", "chiam", "chama"}
}

// asksByName reports whether a header asks for a name, of who answers or of somebody by their role.
func asksByName(header string) bool {
	return slices.ContainsFunc(wordsOfNames(), func(part string) bool { return strings.Contains(header, part) }) &&
		(nameOfRole().MatchString(header) || asksForName().MatchString(header))
}

// ofPeople reports whether the cells of a column name people: its header is a role, or asks who answered, and its cells are names, for a role may also be what
// was rated.
func (c *columnScan) ofPeople(column Column) bool {
	if buyerOnly().MatchString(plainHeader(column)) && !c.cells.many && c.filled >= buyersRepeat*c.cells.distinct() {
		return false // firms, of which several people answered
	}
	return column.Role == Answer && c.filled > 0 && (roleOnly().MatchString(plainHeader(column)) || whoAnswered().MatchString(plainHeader(column))) &&
		(c.cells.many && c.cells.texts || c.cells.mostly(namesSomebody))
}

// reaches reports whether the cells of a column name who answered, or say how they are reached: its header says so, or the cells do. Nothing of
// it is shown, and no study file is offered it. What names others, such as managers, may group respondents: it is offered without its cells.
func (c *columnScan) reaches(column Column) bool {
	return c.personal() || c.namesWho(column) || c.toCall(column) || c.inPostcodes(column) || c.inParts(column) || c.ofPersons(column)
}

// inPostcodes reports whether a column is headed by a postcode amid other words, or by the short form that is a word of other languages too, and holds postcodes.
func (c *columnScan) inPostcodes(column Column) bool {
	header := plainHeader(column)
	return column.Role == Answer && c.filled > 0 && (header == "cap" || postcodeWord().MatchString(header)) &&
		(c.cells.many && !c.cells.texts || c.inPlainPostcodes() || c.cells.mostly(postcodeCell().MatchString))
}

// buyersRepeat is how often each of those who buy stands in a column, on average, from which they are firms and no people.
const buyersRepeat = 3

// buyerOnly is a header that is nothing but who buys: a person, or a firm.
var buyerOnly = lazily(`^(?:(?:your|my|our|the|votre|notre|le) )*(?:client|customer|cliente|kunde|klant)(?:'s)?(?: name)?$`)

// within are addresses and telephone numbers amid other words: "call me at p0@example.org", "ring 030 1234567".
var within = lazily(`[^\s@<>"']+@[^\s@<>"']+\.\pL{2,}|[^\pL\d/-](?:\+\d|00\d|\(?0[1-9])[\d ()/-]{6,}\d`)

// reachesSomebody counts the answers in words that say how somebody can be reached.
func (a *answersSeen) reachesSomebody() (cells int) {
	for word, n := range a.words {
		if strings.ContainsAny(word, "@0123456789") && !isMoment(word) && (within().MatchString(word) || ofPerson(word)) {
			cells += n
		}
	}
	return cells
}

// namesSomebody reports whether a cell below the role of a person names who that is: in full, in small letters too, or by one name. What
// stands for no answer is left to the other cells.
func namesSomebody(cell string) bool {
	if howReached().MatchString(cell) {
		return false
	}
	capitals := cases.Title(language.Und).String(cell)
	switch {
	case isPersonName(cell), isPersonName(capitals) && !isLabel(cell):
		return true
	}
	return givenName().MatchString(cell) && !placeWords().MatchString(cell) && !groupWords().MatchString(cell) && !isLabel(cell)
}

// groupWords stand below the role of a person for what kind of one it is.
var groupWords = lazily(`(?i)` + lexicon.WordStart + `(?:internal|external|peers?|self|others?|none|direct|indirect|phone|e-?mail|chat|bot|online|lead|head|level|permanent|temporary|intern|extern|andere|keine[r]?|autre|aucun|otro|ninguno|outro|nenhum|altro|nessuno|anders|geen|` + roles + `)` + lexicon.WordEnd)

// howReached is what stands below the role of a person for where, when or how one is met.
var howReached = lazily(`(?i)^(?:in person|in persoon|en personne|en persona|di persona|em pessoa|pessoalmente|persönlich|(?:by|per|via|over the|by the|par|por|am) (?:tele)?(?:phone|fono|fon|foon|mail|post|video|chat)\p{L}*|by e-?mail|per e-?mail|` +
	`on[ -]?site|vor ort|sur (?:place|site)|in loco|ter plaatse|remote(?:ly)?|from home|home ?office|video call|(?:.*[^\p{L}\p{N}_])?(?:shift|\p{L}*schicht|équipe|turno|ploeg(?:endienst)?|team|office|branch|büro|filiale)(?:[^\p{L}\p{N}_].*)?)$`)

// namesWho reports whether a column that may name who answered does: nobody is named but anonymously, or people are. The words of a
// question are no name.
func (c *columnScan) namesWho(column Column) bool {
	if !column.maybeWho || c.filled == 0 || strings.HasSuffix(strings.TrimSpace(column.Text), "?") {
		return false
	}
	return c.cells.only("anonymous") || c.cells.mostly(isPersonName) || c.cells.many && c.cells.texts && c.dates == 0 && !strings.Contains(plainHeader(column), " ")
}

// toCall reports whether the cells of a column are the numbers at which people can be called, written without a mark: its header says so.
func (c *columnScan) toCall(column Column) bool {
	return column.Role == Answer && c.filled > 0 && callBack().MatchString(plainHeader(column)) &&
		(c.cells.many && !c.cells.texts && c.dates == 0 || c.cells.mostly(isLongNumber))
}

func plainHeader(c Column) string {
	return strings.ReplaceAll(lexicon.Normalise(c.statement()), "_", " ")
}

// plainName is the header of a column as a name, which explains no scale and is short; empty: it is too long for one.
func plainName(c Column) string {
	_, row := lexicon.SplitMatrix(c.Text)
	return shortName(row)
}

// nameAsked is such a header without what forms say of the field in brackets: "Please enter your name (this will not be published) (optional)".
func nameAsked(c Column) string {
	_, row := lexicon.SplitMatrix(c.Text)
	return shortName(strings.TrimSpace(remark().ReplaceAllString(row, "")))
}

func shortName(text string) string {
	const longest = 80 // bytes
	if len(text) > longest {
		return ""
	}
	return strings.ReplaceAll(lexicon.Normalise(text), "_", " ")
}

func isPersonName(cell string) bool {
	return titledName().MatchString(cell) || personName().MatchString(cell) && !placeWords().MatchString(cell) && !isLabel(cell) // "Strongly Agree" is written like a name
}

// isLabel reports whether a text is a label of a known scale.
func isLabel(text string) bool {
	plain := lexicon.PlainLabel(text)
	return len(lexicon.FamiliesAlone(plain)) > 0
}

// isLongNumber reports whether a cell is a number that is as long as a telephone's.
func isLongNumber(cell string) bool {
	const shortest, longest = 7, 15
	digits := strings.TrimLeft(cell, "+")
	return len(digits) >= shortest && len(digits) <= longest && strings.Trim(digits, "0123456789") == ""
}

// mostly reports whether two of three different cells fulfil a condition.
func (s *seenCells) mostly(is func(cell string) bool) bool {
	n, all := 0, 0
	for text := range s.count {
		cell := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
		if cell == "" || lexicon.MeansDontKnow(cell) || lexicon.MeansBlank(cell) {
			continue
		}
		if all++; is(cell) {
			n++
		}
	}
	return all > 0 && 3*n >= 2*all
}

// listsPeople reports whether the words of a column are written like names of people: all of them like a full name, or, where the header
// is about a person, like given names too. Labels of a scale, and codes of answers, are none.
func listsPeople(a *asked) bool {
	words := a.answers.words
	if len(words) == 0 || a.answers.answerCodes() {
		return false
	}
	if a.people || namesRole(a) {
		return true
	}
	header := plainHeader(a.column)
	about := aboutPerson().MatchString(header) || aboutPerson().MatchString(lexicon.Normalise(a.column.ID))
	like := 0
	for word := range words {
		if text := strings.TrimSpace(word); isPersonName(text) || about && givenName().MatchString(text) && !placeWords().MatchString(text) && !isLabel(text) {
			like++
		}
	}
	return 3*like >= 2*len(words)
}

// namesRole reports whether a column is headed by nothing but the role of people, and its words are written like names: of people, or of firms
// that buy, which nobody can tell from a given name.
func namesRole(a *asked) bool {
	if !roleOnly().MatchString(plainHeader(a.column)) {
		return false
	}
	like := 0
	for word := range a.answers.words {
		if namesSomebody(strings.TrimSpace(word)) {
			like++
		}
	}
	return like > 0 && 3*like >= 2*len(a.answers.words)
}

// givenName is one name or more, with or without initials: "Anna", "A. Miller".
var givenName = lazily(`^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)*$`)

// namesPeople reports whether the values of a column may be names of people: a study file is passed on, and they are personal.
func namesPeople(c *asked) bool {
	if aboutPerson().MatchString(lexicon.Normalise(c.column.statement())) || aboutPerson().MatchString(lexicon.Normalise(c.column.ID)) || c.people || namesRole(c) {
		return true
	}
	like := 0
	for value := range c.answers.words {
		if personName().MatchString(value) && !placeWords().MatchString(value) {
			like++
		}
	}
	return 3*like >= 2*len(c.answers.words)
}
