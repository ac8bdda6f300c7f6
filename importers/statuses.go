package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// A table of no platform may say in a column which responses count: Status, with Complete, Partial, Test. Such a word can as well be that of an
// order or a course, so that it takes all of it: the heading, values of statuses alone, and a complete response among them.

const (
	// statusHeadings head a status of responses, or of something else.
	statusHeadings = "status|state|completion|completion status|bearbeitungsstatus|statut|état|estado|stato|situação"
	// responseStatusHeadings head a status of responses for certain.
	responseStatusHeadings = "response status|survey status|interview status|submission status|submission state|questionnaire status|status of response|" +
		"antwortstatus|interviewstatus|umfragestatus|fragebogenstatus|statut de la réponse|statut réponse|statut du questionnaire|" +
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
				"incomplet|incomplète|inachevé|incompleto|incompleta|en curso|em andamento|in corso|onvolledig|afgebroken",
		},
		{
			study.Disqualified, "disqualified|screened out|screen out|screenout|screen-out|quota full|over quota|overquota|quotafull|disqualifiziert|ausgescreent|quote voll|" +
				"disqualifié|disqualifiée|quota atteint|descalificado|descalificada|desqualificado|squalificato|gediskwalificeerd",
			"terminated|ausgeschlossen",
		},
		{study.Preview, "preview|survey preview|vorschau|aperçu|vista previa|pré-visualização|anteprima", "voorbeeld"},
		{study.Test, "test|survey test|test response|testantwort", "prueba|teste|prova"},
		{study.Spam, "spam", ""},
		{study.Deleted, "deleted|gelöscht|supprimé|eliminado|excluído|eliminato|verwijderd", ""},
	}
}

// statusOfWord returns what a value of a status says of its response; known is false if it is none.
func statusOfWord(text string, ofResponses bool) (why study.Reason, known bool) {
	word := strings.ReplaceAll(Normalise(text), "_", " ")
	for _, s := range statusValues() {
		if oneOfWords(word, strings.Split(s.plain, "|")...) || ofResponses && s.responses != "" && oneOfWords(word, strings.Split(s.responses, "|")...) {
			return s.reason, true
		}
	}
	return "", false
}

// statusColumn is a column that may hold the status of responses, with the values that were seen in it.
type statusColumn struct {
	at          int
	ofResponses bool // the heading says so
	values      []string
	reasons     map[string]study.Reason
	complete    bool // a complete response was seen
}

// statusColumns returns the columns that are headed as a status is.
func statusColumns(columns []Column) (found []*statusColumn) {
	for i, c := range columns {
		heading := strings.ReplaceAll(plainHeader(c), "_", " ")
		certain := oneOfWords(heading, strings.Split(responseStatusHeadings, "|")...)
		if c.Role == Answer && (certain || oneOfWords(heading, strings.Split(statusHeadings, "|")...)) {
			found = append(found, &statusColumn{at: i, ofResponses: certain, reasons: map[string]study.Reason{}})
		}
	}
	return found
}

// see takes in a row; it reports whether the column can still be a status. Beside answers there is one in each row.
func (s *statusColumn) see(cells []string) bool {
	text := strings.TrimSpace(cell(cells, s.at))
	if _, seen := s.reasons[text]; seen || blankRecord(cells) {
		return true
	}
	why, known := statusOfWord(text, s.ofResponses)
	if known {
		text = strings.Clone(text) // the cell's own memory belongs to the record reader
		s.reasons[text], s.values = why, append(s.values, text)
		s.complete = s.complete || why == ""
	}
	return known
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
	found := statusColumns(e.Columns)
	see := func(cells []string) {
		found = slices.DeleteFunc(found, func(s *statusColumn) bool { return !s.see(cells) })
	}
	for _, cells := range first {
		see(cells)
	}
	if len(found) > 0 && !complete {
		err := e.eachQuietly(func(r Record) {
			if !e.footers.hold(r.Cells) {
				see(r.Cells)
			}
		})
		if err != nil {
			return err
		}
	}
	if found = slices.DeleteFunc(found, func(s *statusColumn) bool { return !s.tells() }); len(found) > 0 {
		e.takeStatuses(found)
	}
	return nil
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
			Message: fmt.Sprintf("%s: the column %q is read as the status of each response, by its values %s", e.Name, shorten(e.Columns[s.at].ID), few(quoted(s.values))),
			Hint:    "quality: {partial: report} keeps partial responses; a study file that names the column, as in where:, decides itself which rows count",
		})
	}
	e.status, e.statusRead = rule, true
}

// ownStatuses lets a study that names a status itself decide which rows count.
func (e *boundExport) ownStatuses() {
	if !e.statusRead {
		return
	}
	for _, p := range e.parts {
		named := append([]int{p.weight, p.cluster, p.wave, p.duration, p.id, p.time}, append(slices.Clone(p.segments), p.positions...)...)
		for _, c := range p.conditions {
			named = append(named, c.position)
		}
		if slices.ContainsFunc(e.status.columns, func(at int) bool { return slices.Contains(named, at) }) {
			e.status, e.statusRead = nil, false
			e.notices = slices.DeleteFunc(e.notices, func(n study.Notice) bool { return n.Code == study.StatusRead })
			return
		}
	}
}
