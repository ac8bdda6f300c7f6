package importers

import (
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// idName is the header of a column that numbers people or what they hold: "Employee number", "Kunden-Nr.", "matricule".
var idName = lazily(`^(?:(?:your|my|our|the|ihre?|meine|votre|su|seu|sua|uw) )?(?:` +
	`(?:employee|staff|personnel|worker|payroll|badge|customer|client|member|membership|account|contract|policy|order|ticket|invoice|passport|student|patient|user|loyalty card|card)(?:'s)?[ -]?(?:numbers?|num|no|nr|id|#)|` +
	`(?:personal|mitarbeiter(?:innen)?|kunden|vertrags|mitglieds|konto|ausweis|matrikel|versicherten|versicherungs|rechnungs|bestell|auftrags|patienten|karten|stamm)[ -]?(?:nummer|nr)|` +
	`(?:numéro|n°|nº|no) (?:de |d'|du )?(?:client|employée?|salariée?|agent|adhérente?|contrat|compte|dossier|commande|membre)|matricule|` +
	`(?:número|n\.?º|nº) (?:de |do |da )?(?:empleado|cliente|socio|contrato|cuenta|pedido|empregado|funcionário|sócio|conta)|` +
	`(?:numero|codice) (?:di )?(?:cliente|dipendente|contratto|tessera|conto|ordine)|matricola|` +
	`(?:klant|personeels|medewerkers?|lidmaatschaps|contract|polis|rekening|bestel)[ -]?(?:nummer|nr))\.?:?$`)

// idTag is a tag of one word that begins or ends with ID, parted by a capital or a line: idUtente, IdEmpleado, EmpID, kunden_id. In a word such
// as ideal, valid or IDEAS nothing parts it.
var idTag = lazily(`^(?:[iI]d\p{Lu}\p{L}*|ID\p{Lu}\p{Ll}\p{L}*|(?i:id)_\p{L}+|\p{L}*\p{Ll}I[dD]|\p{L}+_(?i:id))\d?$`)

// numberOfTag is the header of a column that numbers what it stands beside: "Question no.", "FrageNr", "número de pregunta".
var numberOfTag = lazily(`^(?:` +
	`(?:question|item|answer|response|statement|respondent|participant|person|case|record|row|line|page|survey|interview|subject)s?[ -]?(?:no|nr|num|number|#)|` +
	`(?:frage|fragen|antwort|antworten|aussage|teilnehmer|befragten|personen|fall|zeilen?|seiten?|interview)[ -]?(?:no|nr|nummer)|` +
	`(?:numéro|n°|nº|no) (?:de |d'|du |de la )?(?:question|réponse|répondant|participant|ligne|page|interview)|` +
	`(?:número|n\.?º|nº|no) (?:de |de la |del |da |do )?(?:pregunta|respuesta|encuestado|participante|fila|página|entrevista|pergunta|resposta|respondente|linha)|` +
	`(?:numero|n\.) (?:di |della |del )?(?:domanda|risposta|rispondente|partecipante|riga|pagina|intervista)|` +
	`(?:vraag|antwoord|respondent|deelnemer|regel|pagina|interview)[ -]?(?:nr|nummer))\.?:?$`)

// fewestIDs is from how many numbers on hardly two alike say that they number the rows.
const fewestIDs = 20

// numbersRows reports whether the numbers of a column say who answered: its header says so, or hardly two rows have the same.
func numbersRows(c *columnScan, a *asked, k classified) bool {
	if k.kind != study.NumberColumn {
		return false
	}
	return numbersByName(a.column) || !a.fact() && a.answers.whole() && hardlyAlike(c, a)
}

// numbersByName reports whether the header of a column says that it numbers who answered.
func numbersByName(c Column) bool {
	name := lexicon.Normalise(c.ID)
	tagged := (!c.HasID || c.Text == c.ID) && strings.Contains(name, "id") && idTag().MatchString(c.ID)
	return name == "id" || tagged || rowName().MatchString(name) || idName().MatchString(plainName(c)) || namesID(c) || numberOfTag().MatchString(lexicon.TagInWords(c.ID))
}

// hardlyAlike reports whether hardly two rows of a column have the same number: a list of them would be a list of the respondents.
func hardlyAlike(c *columnScan, a *asked) bool {
	n := 0
	for _, rows := range a.answers.numbers {
		n += rows
	}
	return n >= fewestIDs && !c.cells.many && 20*len(a.answers.numbers) >= 19*n
}

// whole reports whether all answers are whole numbers.
func (a *answersSeen) whole() bool {
	for x := range a.numbers {
		if x != math.Trunc(x) {
			return false
		}
	}
	return len(a.words) == 0 && len(a.numbers) > 0
}
