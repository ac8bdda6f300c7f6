package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// alchemer reads exports of Alchemer (SurveyGizmo): one header record in which a part of a question stands before it, as
// `Part:Question` (FORMATS section 7).
type alchemer struct{}

func (alchemer) name() string { return "alchemer" }

func (alchemer) detect(records [][]string) (string, int) {
	var found []string
	for _, mark := range []string{"Response ID", "Time Started", "Date Submitted", "Status"} {
		if hasCell(records[0], mark) {
			found = append(found, mark)
		}
	}
	if len(found) < 3 {
		return "", 0
	}
	return "the columns " + strings.Join(found, ", "), 1
}

func (alchemer) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	own, shared := alchemerQuestions(columns)
	for i := range columns {
		c := &columns[i]
		part, question, parted := partOf(c.ID, own, shared)
		switch {
		case oneOfWords(c.ID, "Response ID", "Time Started", "Date Submitted", "Status", "Language", "Link Name", "Comments"):
			c.Role = Meta
		case oneOfWords(c.ID, "Contact ID", "Referer", "SessionID", "User Agent", "Longitude", "Latitude", "Country", "City", "State/Region", "Postal", "IP Address"):
			c.Role = Personal
		case parted:
			c.Text = question + " - " + part
			c.HasID = true
			if strings.Contains(part, "Write In") || strings.HasPrefix(part, "Other") {
				c.Role = OtherText
			}
		}
	}
	return columns
}

// alchemerQuestions are the texts that stand behind a colon: those with a column of their own, and those behind the colons of
// at least two parts.
func alchemerQuestions(columns []Column) (own, shared map[string]bool) {
	heads, behind := map[string]bool{}, map[string]int{}
	for _, c := range columns {
		heads[c.ID] = true
		for i, r := range c.ID {
			if r == ':' {
				behind[strings.TrimSpace(c.ID[i+1:])]++
			}
		}
	}
	own, shared = map[string]bool{}, map[string]bool{}
	for text, n := range behind {
		own[text] = text != "" && heads[text]
		shared[text] = text != "" && n > 1
	}
	return own, shared
}

// partOf splits a header at the first colon behind which a question stands: parts and questions hold colons themselves.
func partOf(header string, own, shared map[string]bool) (part, question string, ok bool) {
	if own[header] {
		return "", "", false
	}
	for _, questions := range []map[string]bool{own, shared} {
		for i, r := range header {
			if r != ':' || i == 0 {
				continue
			}
			if right := strings.TrimSpace(header[i+1:]); questions[right] {
				return strings.TrimSpace(header[:i]), right, true
			}
		}
	}
	return "", "", false
}

// status: partial and disqualified responses are exported with the others.
func (alchemer) status(columns []Column) *statusRule {
	at := columnOf(columns, "Status")
	if at < 0 {
		return nil
	}
	return &statusRule{columns: []int{at}, of: func(cells []string) study.Reason {
		switch strings.ToLower(strings.TrimSpace(cell(cells, at))) {
		case "partial":
			return study.Partial
		case "disqualified":
			return study.Disqualified
		case "deleted":
			return study.Deleted
		}
		return ""
	}}
}
