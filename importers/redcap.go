package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// redCap reads exports of REDCap, raw (names and codes) or with labels (FORMATS section 10).
type redCap struct{}

func (redCap) name() string { return "redcap" }

func (redCap) detect(records [][]string) (string, int) {
	for _, mark := range []string{"redcap_event_name", "redcap_survey_identifier", "redcap_repeat_instrument", "redcap_data_access_group"} {
		if hasCell(records[0], mark) {
			return "the column " + mark, 1
		}
	}
	first := tidy(cell(records[0], 0))
	for _, header := range records[0] {
		name := tidy(header)
		raw := oneOfWords(first, "record_id", "participant_id", "study_id") && strings.HasSuffix(name, "_complete")
		if raw || name == "Complete?" {
			return "the first column is " + first + ", another " + name, 1
		}
	}
	return "", 0
}

var labelledCheckbox = lazily(`^(.*) \(choice=(.*)\)$`)

func (redCap) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	for i := range columns {
		c := &columns[i]
		switch checkbox := labelledCheckbox().FindStringSubmatch(c.ID); {
		case i == 0, c.ID == "Complete?", strings.HasSuffix(c.ID, "_complete"), strings.HasSuffix(c.ID, "_timestamp"):
			c.Role = Meta
		case c.ID == "redcap_survey_identifier", c.ID == "Survey Identifier":
			c.Role = Personal
		case strings.HasPrefix(c.ID, "redcap_"), oneOfWords(c.ID, "Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Timestamp"):
			c.Role = Meta
		case checkbox != nil:
			c.Text, c.HasID = checkbox[1]+" - "+checkbox[2], true
		}
	}
	return columns
}

// status: a record of which no form was completed is partial; its zeroes are not answers.
func (redCap) status(columns []Column) *statusRule {
	var forms []int
	for i, c := range columns {
		if header := tidy(c.Header); strings.HasSuffix(header, "_complete") || header == "Complete?" {
			forms = append(forms, i)
		}
	}
	if len(forms) == 0 {
		return nil
	}
	return &statusRule{forms, func(cells []string) study.Reason {
		for _, at := range forms {
			if !oneOfWords(strings.TrimSpace(cell(cells, at)), "", "0", "Incomplete") {
				return ""
			}
		}
		return study.Partial
	}}
}
