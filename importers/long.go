package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// long reads tables of one answer a row: who gave it, to what, and which it is. Beside them may stand the text of the question, and
// columns that say something of the respondent.
type long struct{}

func (long) name() string { return "long" }

// detect asks for the three columns by name, and for a respondent or an item that comes again: a table in which neither does
// is one of results, or of something else.
func (long) detect(records [][]string) (string, int) {
	who, what, which := longColumns(records[0])
	if who < 0 || what < 0 || which < 0 || len(records) < 2 {
		return "", 0
	}
	if sharesOfAnswers(records) != "" {
		return "", 0
	}
	headers := 1
	if _, again := secondHeader(records); again && namesNumbers(records[1:]) {
		headers = 2
	}
	people, items, answers := map[string]bool{}, map[string]bool{}, records[headers:]
	for _, r := range answers {
		people[cell(r, who)], items[cell(r, what)] = true, true
	}
	if len(answers) > 1 && len(people) == len(answers) && len(items) == len(answers) {
		return "", 0
	}
	return fmt.Sprintf("one answer a row: %q of %q to %q", lexicon.Tidy(records[0][which]), lexicon.Tidy(records[0][who]), lexicon.Tidy(records[0][what])), headers
}

// longColumns finds who answered, what was asked and which was the answer; -1: there is no such column.
func longColumns(header []string) (who, what, which int) {
	joined := make([]string, len(header))
	for i, h := range header {
		joined[i] = withoutSigns.Replace(lexicon.Normalise(h))
	}
	find := func(names ...string) int {
		for _, name := range names {
			if i := slices.Index(joined, name); i >= 0 {
				return i
			}
		}
		return -1
	}
	return find(respondentNames()...), find(askedNames()...), find(answerNames()...)
}

// respondentNames, askedNames and answerNames are the names of the three columns, without blanks, dashes and underscores; those that stand
// first are taken before the others.
func respondentNames() []string {
	return []string{
		"respondent", "respondentid", "responseid", "participant", "participantid", "person", "personid", "subject", "subjectid", "caseid", "case", "userid", "record", "recordid",
		"teilnehmer", "teilnehmerid", "teilnehmerin", "befragter", "befragte", "befragtenid", "répondant", "idrépondant", "encuestado", "idencuestado", "participante", "respondente",
		"rispondente", "partecipante", "deelnemer", "deelnemerid", "respondentno", "respondentnr", "respondentnumber", "participantno", "participantnumber", "teilnehmernr", "teilnehmernummer", "id",
	}
}

func askedNames() []string {
	return []string{
		"item", "itemid", "itemcode", "question", "questionid", "questioncode", "variable", "attribute", "statement", "fieldname", "field",
		"frage", "frageid", "fragecode", "merkmal", "aussage", "affirmation", "critère", "pregunta", "ítem", "criterio", "pergunta", "domanda", "vraag", "stelling", "questionno", "questionnr", "questionnumber", "itemno", "itemnr", "itemnumber", "fragenr", "fragenummer", "fragennummer",
	}
}

func answerNames() []string {
	return []string{
		"value", "answer", "answervalue", "score", "rating", "response", "responsevalue", "result",
		"antwort", "antwortwert", "wert", "bewertung", "réponse", "valeur", "note", "respuesta", "valor", "valoración", "resposta", "avaliação", "risposta", "valore", "antwoord", "waarde",
	}
}

// longNames says how the three columns may be called.
func longNames() string {
	return "who answered may be called " + strings.Join(respondentNames(), ", ") + "; what was asked " + strings.Join(askedNames(), ", ") + "; the answer " + strings.Join(answerNames(), ", ") +
		" (blanks, dashes and underscores do not count)"
}

// columns of the table itself: pivot makes those of the respondents.
func (long) columns(headers [][]string) []Column { return headerColumns(headers[0]) }

func (long) status([]Column) *statusRule { return nil }

// pivot gives the export one record a respondent, or one for each time of answering, and one column an item.
func (l long) pivot(e *Export, headers [][]string) error {
	header := headers[len(headers)-1]
	for _, record := range headers { // the first that names the columns: below may stand other names of theirs
		if who, what, which := longColumns(record); who >= 0 && what >= 0 && which >= 0 {
			header = record
			break
		}
	}
	table := *e
	table.reader = nil
	p, err := pivoted(&table, header)
	if err != nil {
		return err
	}
	e.rewrite, e.again, e.Columns = nil, nil, p.columns()
	uniqueIDs(e.Columns)
	keepHeadings(e.Columns)
	markPersonal(e.Columns)
	markRows(e.Columns)
	e.Evidence += fmt.Sprintf("; %s of %s to %s", count(p.rows, "answer"), count(len(p.known), "respondent"), count(len(p.items), "item"))
	e.notices = p.notices()
	e.reader, e.setAside = p.read, p.aside
	return nil
}
