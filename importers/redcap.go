package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// redCap reads exports of REDCap, raw (names and codes) or with labels (FORMATS section 10).
type redCap struct {
	dictionary *redCapDictionary
	shown      *shownFields // when fields are shown; nil: nothing tells
}

func (redCap) name() string { return "redcap" }

func (redCap) detect(records [][]string) (string, int) {
	for _, mark := range []string{"redcap_event_name", "redcap_survey_identifier", "redcap_repeat_instrument", "redcap_data_access_group"} {
		if hasCell(records[0], mark) {
			return "the column " + mark, 1
		}
	}
	return formStatuses(records)
}

// formStatuses tells an export by the status of its forms. A column of anybody's table may be called "Complete?" or end in "_complete":
// only what REDCap alone writes beside it tells, and cells that are a status.
func formStatuses(records [][]string) (string, int) {
	header := records[0]
	var forms []int
	boxes := false
	for i, h := range header {
		name := lexicon.Tidy(h)
		boxes = boxes || labelledCheckbox().MatchString(name) || rawCheckbox().MatchString(name)
		if isFormStatus(Column{Header: name}) {
			forms = append(forms, i)
		}
	}
	if len(forms) == 0 || !statusCells(records[1:], forms) {
		return "", 0
	}
	first, name := lexicon.Tidy(cell(header, 0)), lexicon.Tidy(header[forms[0]])
	raw := oneOfWords(first, "record_id", "participant_id", "study_id")
	labelled := oneOfWords(first, "Record ID", "Participant ID", "Study ID", "Survey Identifier")
	last := forms[len(forms)-1] == len(header)-1 // a form ends with its status
	switch {
	case name == "Complete?" && (len(forms) > 1 || boxes || labelled && last):
	case name != "Complete?" && raw && (len(forms) > 1 || boxes || last):
	default:
		return "", 0
	}
	return "the first column is " + first + ", another " + name, 1
}

// statusCells reports whether the cells of columns are the status of forms.
func statusCells(records [][]string, columns []int) bool {
	for _, r := range records {
		for _, at := range columns {
			if !oneOfWords(strings.TrimSpace(cell(r, at)), "", "0", "1", "2", "Incomplete", "Unverified", "Complete") {
				return false
			}
		}
	}
	return true
}

var labelledCheckbox = lazily(`^(.*) \(choice=(.*)\)$`)

func (p redCap) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	if p.dictionary != nil {
		p.dictionary.place(columns)
	}
	for i := range columns {
		c := &columns[i]
		switch checkbox := labelledCheckbox().FindStringSubmatch(c.ID); {
		case i == 0, isFormStatus(*c), strings.HasSuffix(c.ID, "_timestamp"):
			c.Role, c.serial = Meta, i == 0
		case c.ID == "redcap_survey_identifier", c.ID == "Survey Identifier":
			c.Role = Personal
		case strings.HasPrefix(c.ID, "redcap_"), oneOfWords(c.ID, "Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Timestamp"):
			c.Role = Meta
		case p.dictionary != nil && p.dictionary.describe(c):
		case checkbox != nil:
			c.Text, c.HasID, c.Kind = checkbox[1]+" - "+checkbox[2], true, study.MultiColumn
		case rawCheckbox().MatchString(c.ID):
			m := rawCheckbox().FindStringSubmatch(c.ID)
			c.Text, c.Kind = m[1]+" - "+m[2], study.MultiColumn
		}
	}
	return columns
}

// isFormStatus tells the column that says whether a form was completed.
func isFormStatus(c Column) bool {
	header := lexicon.Tidy(c.Header)
	return header == "Complete?" || strings.HasSuffix(header, "_complete")
}

// formOpened reports whether the status of a form says that somebody worked on it.
func formOpened(text string) bool {
	return !oneOfWords(strings.TrimSpace(text), "", "0", "Incomplete")
}

// status: a record of which no form was completed is partial; its zeroes are not answers.
func (redCap) status(columns []Column) *statusRule {
	var forms []int
	for i, c := range columns {
		if isFormStatus(c) {
			forms = append(forms, i)
		}
	}
	if len(forms) == 0 {
		return nil
	}
	return &statusRule{columns: forms, of: func(cells []string) study.Reason {
		for _, at := range forms {
			if formOpened(cell(cells, at)) {
				return ""
			}
		}
		return study.Partial
	}}
}

// rewrite writes the labels of codes where a dictionary tells them, and takes away what was not shown: by the conditions of a dictionary, and in
// forms that nobody opened.
func (p redCap) rewrite(columns []Column) rewrite {
	labels := map[int]*redCapCodes{}
	if p.dictionary != nil {
		labels = p.dictionary.labels(columns)
	}
	forms := redCapForms(columns)
	if len(labels) == 0 && len(forms) == 0 && p.shown == nil {
		return nil
	}
	var row *branchRow
	if p.shown != nil {
		row = p.shown.newRow()
	}
	return func(cells []string) (changed cellChanges) {
		if p.shown != nil {
			changed.blanked += p.shown.hide(row, columns, cells) // by codes, as conditions name them
		}
		for _, form := range forms {
			changed.blanked += form.clear(cells)
		}
		for i, codes := range labels {
			if text := strings.TrimSpace(cells[i]); text != "" {
				if k, known := codes.choice(text, columns[i].described.byLabel); known {
					cells[i] = codes.choices[k].label
				}
			}
		}
		return changed
	}
}
