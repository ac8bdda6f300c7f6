package importers

import (
	"strings"
)

// microsoftForms reads exports of Microsoft Forms that were saved as CSV: one header record that begins with id, start
// and completion time, Likert statements as `Question.Statement` (FORMATS section 8).
type microsoftForms struct{}

func (microsoftForms) name() string { return "microsoft_forms" }

func (microsoftForms) detect(records [][]string) (string, int) {
	if len(records) == 0 || strings.ToLower(tidy(cell(records[0], 0))) != "id" {
		return "", 0
	}
	start, end := tidy(cell(records[0], 1)), tidy(cell(records[0], 2))
	if oneOfWords(start, "Start time", "Startzeit", "Hora de inicio", "Heure de début") &&
		oneOfWords(end, "Completion time", "Fertigstellungszeit", "Hora de finalización", "Heure de fin") {
		return "the columns begin with ID, " + start + ", " + end, 1
	}
	return "", 0
}

func (microsoftForms) columns(headers [][]string) []Column {
	var columns []Column
	for i, header := range headers[0] {
		c := Column{ID: tidy(header), Header: header, Text: tidy(header), Role: Answer}
		lower := strings.ToLower(c.Text)
		switch {
		case i < 3, lower == "last modified time", lower == "total points", lower == "quiz feedback",
			strings.HasPrefix(lower, "points - "), strings.HasPrefix(lower, "feedback - "):
			c.Role = Meta
		case i < 5: // e-mail and name, whatever the language
			c.Role = Personal
		}
		columns = append(columns, c)
	}
	return columns
}

// status: only submitted forms are exported.
func (microsoftForms) status([]Column) *statusRule { return nil }
