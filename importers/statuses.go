package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A table of no platform may say in a column which responses count: Status, with Complete, Partial, Test. Such a word can as well be that of an
// order or a course, so that it takes all of it: the heading, values of statuses alone, and a complete response among them.

const (
	// statusHeadings head a status of responses, or of something else.
	statusHeadings = "status|disposition|state|completion|completion status|bearbeitungsstatus|statut|état|estado|stato|situação"
	// responseStatusHeadings head a status of responses for certain.
	responseStatusHeadings = "response status|survey status|interview status|submission status|submission state|questionnaire status|status of response|" +
		"antwortstatus|rücklaufstatus|interviewstatus|umfragestatus|fragebogenstatus|statut de la réponse|statut réponse|statut du questionnaire|" +
		"estado de la respuesta|estado de la encuesta|estado da resposta|status da resposta|stato della risposta|stato del questionario|antwoordstatus|responsstatus"
)

// statusWords are the values of a status; those of a response alone are no words for anything else.
type statusWords struct {
	reason           study.Reason
	plain, responses string
}

func statusValues() []statusWords {
	return []statusWords{
		{
			"", "complete|completed|vollständig|komplett|abgeschlossen|complet|complète|complété|completo|completa|completado|completada|completato|completata|volledig|voltooid",
			"finished|submitted|complete response|beendet|terminé|terminée|finalizado|finalizada|concluído|concluída|terminato|afgerond",
		},
		{
			study.Partial, "partial|partially complete|partially completed|partial response|teilweise|teilweise beantwortet|partiel|partielle|parcial|parziale|gedeeltelijk",
			"incomplete|in progress|started|not finished|unfinished|abandoned|dropped out|dropout|timed out|unvollständig|abgebrochen|nicht abgeschlossen|" +
				"incomplet|incomplète|inachevé|abandonné|abandonnée|abandonado|abandonada|abbandonato|abbandonata|incompleto|incompleta|en curso|em andamento|in corso|onvolledig|afgebroken",
		},
		{
			study.Disqualified, "disqualified|screened out|screen out|screenout|screen-out|quota full|over quota|overquota|quotafull|disqualifiziert|ausgescreent|quote voll|" +
				"disqualifié|disqualifiée|quota atteint|descalificado|descalificada|desqualificado|squalificato|gediskwalificeerd",
			"terminated|ausgeschlossen",
		},
		{study.Preview, "preview|survey preview|vorschau|aperçu|vista previa|pré-visualização|anteprima", "voorbeeld"},
		{study.Test, "test|survey test|test response|testantwort|testdatensatz", "prueba|teste|prova"},
		{study.Spam, "spam", "bad data|poor quality|low quality|fraud|fraudulent|bot"},
		{study.Deleted, "deleted|gelöscht|supprimé|eliminado|excluído|eliminato|verwijderd", ""},
	}
}

const (
	// finishedHeadings head a yes of those who finished, if they are no question about something else: "Completed?" may be of a training.
	finishedHeadings = "finished|is finished|completed|is completed|complete|is complete|survey completed|survey finished|valid|is valid|valid response|" +
		"beendet|abgeschlossen|vollständig|vollständig ausgefüllt|fragebogen beendet|gültig|terminé|complété|complet|questionnaire terminé|questionnaire complet|valide|" +
		"finalizado|finalizada|completado|completada|completo|completa|encuesta completada|válido|válida|concluído|concluída|" +
		"completato|completata|terminato|questionario completato|valido|valida|voltooid|afgerond|volledig|volledig ingevuld|geldig"
	// testHeadings head a yes of those who only tried the survey.
	testHeadings = "test response|is test|test data|testantwort|testdatensatz|réponse de test|respuesta de prueba|resposta de teste|risposta di prova|testrespons"
	// validHeadings head words of valid and invalid responses, or of a quality that somebody rates.
	validHeadings = "quality|data quality|response quality|validity|qualität|datenqualität|antwortqualität|gültigkeit|qualité|qualité des données|validité|calidad|calidad de los datos|validez|" +
		"qualidade|qualidade dos dados|validade|qualità|qualità dei dati|validità|kwaliteit|datakwaliteit|geldigheid"
	validWords   = "valid|gültig|valide|válido|válida|valido|valida|geldig"
	invalidWords = "invalid|not valid|ungültig|invalide|non valide|inválido|inválida|no válido|no válida|não válido|non valido|non valida|ongeldig"
	// progressHeadings head how far a respondent came, in percent.
	progressHeadings = "progress|progress (%)|progress in %|percent complete|percentage complete|completion percentage|% complete|fortschritt|fortschritt (%)|bearbeitungsfortschritt|" +
		"avancement|progression|progreso|progresso|avanzamento|voortgang"
	yesWords = "yes|y|true|1|ja|j|wahr|oui|vrai|sí|si|verdadero|sim|verdadeiro|sì|vero|waar"
	noWords  = "no|n|false|0|nein|falsch|non|faux|falso|não|nee|onwaar"
)

// statusOfProgress returns what the share of the survey that a respondent came through says of the response, in percent.
func statusOfProgress(text string) (why study.Reason, known bool) {
	percent, err := lexicon.ParseNumber(strings.TrimRight(text, " %"))
	switch {
	case err != nil || percent < 0 || percent > 100:
		return "", false
	case percent < 100:
		return study.Partial, true
	}
	return "", true
}

// statusOfFlag returns what a yes or a no says of a response, or valid and invalid, or how far it came.
func statusOfFlag(text string, heads flagHeading) (why study.Reason, known bool) {
	if heads == ofProgress {
		return statusOfProgress(text)
	}
	word := lexicon.Normalise(text)
	if valid := lexicon.Listed(validWords, word); valid || lexicon.Listed(invalidWords, word) {
		if valid {
			return "", heads == ofQuality || heads == ofFinished
		}
		return study.Spam, heads == ofQuality || heads == ofFinished
	}
	if heads == ofQuality {
		return "", false
	}
	yes := lexicon.Listed(yesWords, word)
	switch {
	case !yes && !lexicon.Listed(noWords, word):
		return "", false
	case heads == ofTests && yes:
		return study.Test, true
	case heads == ofFinished && !yes:
		return study.Partial, true
	}
	return "", true
}

// flagHeading is what the yes and no below a heading are of.
type flagHeading int

const (
	noFlag flagHeading = iota
	ofFinished
	ofTests
	ofQuality
	ofProgress
)

// flagHeaded returns what a heading says of a yes and a no below it.
func flagHeaded(heading string) flagHeading {
	heading = strings.TrimRight(heading, " ?:")
	switch {
	case lexicon.Listed(finishedHeadings, heading):
		return ofFinished
	case lexicon.Listed(testHeadings, heading):
		return ofTests
	case lexicon.Listed(validHeadings, heading):
		return ofQuality
	case lexicon.Listed(progressHeadings, heading):
		return ofProgress
	}
	return noFlag
}

// statusOfWord returns what a value of a status says of its response; known is false if it is none.
func statusOfWord(text string, ofResponses bool) (why study.Reason, known bool) {
	word := strings.ReplaceAll(lexicon.Normalise(text), "_", " ")
	for _, s := range statusValues() {
		if lexicon.Listed(s.plain, word) || ofResponses && lexicon.Listed(s.responses, word) {
			return s.reason, true
		}
	}
	return "", false
}

// statusColumn is a column that may hold the status of responses, with the values that were seen in it.
type statusColumn struct {
	at          int
	ofResponses bool // the heading says so
	flag        flagHeading
	values      []string
	reasons     map[string]study.Reason
	complete    bool // a complete response was seen
	// unsure are values that are none of a status, or none for certain, in the order in which they were seen.
	unsure []string
}

// mostStatuses is how many values of a column let one think of a status, where some of them are unknown.
const mostStatuses = 10

// most is how many values a column may have.
func (s *statusColumn) most() int {
	if s.flag == ofProgress {
		return 101
	}
	return mostStatuses
}

// statusColumns returns the columns that are headed as a status is.
func statusColumns(columns []Column) (found []*statusColumn) {
	for i, c := range columns {
		heading := strings.ReplaceAll(plainHeader(c), "_", " ")
		certain := lexicon.Listed(responseStatusHeadings, heading)
		flag := flagHeaded(heading)
		if c.Role == Answer && (certain || flag != noFlag || lexicon.Listed(statusHeadings, heading)) {
			found = append(found, &statusColumn{at: i, ofResponses: certain, flag: flag, reasons: map[string]study.Reason{}})
		}
	}
	return found
}

// see takes in a row. Beside answers there is a status in each.
func (s *statusColumn) see(cells []string) {
	text := strings.TrimSpace(cell(cells, s.at))
	if _, seen := s.reasons[text]; seen || blankRecord(cells) {
		return
	}
	why, known := statusOfWord(text, s.ofResponses)
	if known && s.flag == noFlag { // below a heading that asks for a yes nobody is sure of anything
		text = strings.Clone(text) // the cell's own memory belongs to the record reader
		s.reasons[text], s.values = why, append(s.values, text)
		s.complete = s.complete || why == ""
	} else if len(s.unsure) <= s.most() && !slices.Contains(s.unsure, text) {
		s.unsure = append(s.unsure, strings.Clone(text))
	}
}

// ends reports whether a value that nobody is sure of has been seen.
func (s *statusColumn) ends() bool { return len(s.unsure) > 0 }

// mayTell reports whether a column of a status's heading may be one although nobody is sure of all values: one of them, at least, is that of a complete
// response, and another that of one that does not count, if these are words of responses here. It returns the former.
func (s *statusColumn) mayTell() (complete []string, may bool) {
	if !s.ends() || len(s.values)+len(s.unsure) > s.most() {
		return nil, false
	}
	for _, text := range slices.Concat(s.values, s.unsure) {
		why, known := statusOfWord(text, true)
		if s.flag != noFlag {
			if why, known = statusOfFlag(text, s.flag); !known {
				return nil, false
			}
		}
		switch {
		case known && why == "":
			complete = append(complete, text)
		case known:
			may = true
		}
	}
	slices.Sort(complete)
	return complete, may && len(complete) > 0
}

// tells reports whether the column is a status that leaves responses out.
func (s *statusColumn) tells() bool {
	return s.complete && slices.ContainsFunc(s.values, func(text string) bool { return s.reasons[text] != "" })
}

// findStatuses looks for columns of a table of no platform that tell which responses count, in all of its rows, and says so. Only where the
// first records let a column be one is the whole file read for it.
func (e *Export) findStatuses(first [][]string, complete bool) error {
	if e.Platform != (generic{}).name() || e.reader != nil || e.status != nil {
		return nil
	}
	headed := statusColumns(e.Columns)
	for _, cells := range first {
		for _, s := range headed {
			s.see(cells)
		}
	}
	found := slices.DeleteFunc(slices.Clone(headed), (*statusColumn).ends)
	if len(found) > 0 && !complete {
		err := e.eachQuietly(func(r Record) {
			if len(r.Cells) < len(e.Columns) || e.footers.hold(r.Cells) {
				return
			}
			for _, s := range found {
				s.see(r.Cells)
			}
		})
		if err != nil {
			return err
		}
		found = slices.DeleteFunc(found, (*statusColumn).ends)
	}
	e.unsureStatuses(headed)
	if found = slices.DeleteFunc(found, func(s *statusColumn) bool { return !s.tells() }); len(found) > 0 {
		e.takeStatuses(found)
	}
	return nil
}

// unsureStatuses says which columns may be the status of responses, and leave nobody out because of a value that is unknown or a word of much else.
func (e *Export) unsureStatuses(headed []*statusColumn) {
	for _, s := range headed {
		complete, may := s.mayTell()
		if !may {
			continue
		}
		name := scalarOf(selectorText(e.Columns[s.at]))
		for i, text := range complete {
			complete[i] = scalarOf(text)
		}
		where := fmt.Sprintf("where: {%s: [%s]}", name, strings.Join(complete, ", "))
		e.maybeStatuses = append(e.maybeStatuses, maybeStatus{s.at, where})
		slices.Sort(s.unsure)
		e.notices = append(e.notices, study.Notice{
			Code: study.StatusUnsure, Where: e.Name,
			Message: fmt.Sprintf("%s: the column %q may be the status of each response; no row is left out by it, for it is not certain what %s means there", e.Name, lexicon.Shorten(e.Columns[s.at].ID), few(quoted(s.unsure))),
			Hint:    where + " in a study file keeps the complete ones alone",
		})
	}
}

// maybeStatus is a column that may be the status of responses, with the condition that keeps the complete ones.
type maybeStatus struct {
	at    int
	where string
}

// takeStatuses lets columns tell which responses count.
func (e *Export) takeStatuses(found []*statusColumn) {
	rule := &statusRule{of: func(cells []string) study.Reason {
		for _, s := range found {
			if why := s.reasons[strings.TrimSpace(cell(cells, s.at))]; why != "" {
				return why
			}
		}
		return ""
	}}
	for _, s := range found {
		rule.columns = append(rule.columns, s.at)
		e.Columns[s.at].Role = Meta
		slices.Sort(s.values)
		e.notices = append(e.notices, study.Notice{
			Code: study.StatusRead, Where: e.Name,
			Message: fmt.Sprintf("%s: the column %q is read as the status of each response, by its values %s", e.Name, lexicon.Shorten(e.Columns[s.at].ID), few(quoted(s.values))),
			Hint:    "quality: {partial: report} keeps partial responses; a study file that names the column, as in where:, decides itself which rows count",
		})
	}
	e.status, e.statusRead = rule, true
}

// ownStatuses lets a study that names a status itself decide which rows count.
func (e *boundExport) ownStatuses() {
	drop := func(code string) {
		e.notices = slices.DeleteFunc(e.notices, func(n study.Notice) bool { return n.Code == code })
	}
	for _, s := range e.maybeStatuses {
		if e.named(s.at) {
			drop(study.StatusUnsure)
		}
	}
	if e.statusRead && slices.ContainsFunc(e.status.columns, e.named) {
		e.status, e.statusRead = nil, false
		drop(study.StatusRead)
	}
}

// named reports whether the study names a column, for whatever.
func (e *boundExport) named(at int) bool {
	for _, p := range e.parts {
		named := append([]int{p.weight, p.cluster, p.wave, p.duration, p.id, p.time}, append(slices.Clone(p.segments), p.positions...)...)
		for _, c := range p.conditions {
			named = append(named, c.position)
		}
		for _, c := range slices.Concat(p.branches...) {
			named = append(named, c.position)
		}
		if slices.Contains(named, at) {
			return true
		}
	}
	return false
}
