package importers

import (
	"strings"
)

// koboToolbox reads exports of KoboToolbox: labels or names, with groups before them; below the header the tags of HXL, if
// the form has any (FORMATS section 9).
type koboToolbox struct{}

func (koboToolbox) name() string { return "kobotoolbox" }

func (koboToolbox) detect(records [][]string) (string, int) {
	if !hasCell(records[0], "_uuid") || !hasCell(records[0], "_submission_time") {
		return "", 0
	}
	if len(records) > 1 && isTags(records[1]) {
		return "the columns _uuid and _submission_time, and HXL tags in record 2", 2
	}
	return "the columns _uuid and _submission_time", 1
}

// isTags tells a record in which everything that is written is a tag.
func isTags(record []string) bool {
	tags := 0
	for _, c := range record {
		switch text := strings.TrimSpace(c); {
		case strings.HasPrefix(text, "#"):
			tags++
		case text != "":
			return false
		}
	}
	return tags > 0
}

func (koboToolbox) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	for i := range columns {
		c := &columns[i]
		switch {
		case c.ID == "_submitted_by", oneOfWords(c.ID, "username", "deviceid", "phonenumber", "simserial", "subscriberid"):
			c.Role = Personal
		case strings.HasPrefix(c.ID, "_"), oneOfWords(c.ID, "start", "end", "today", "meta/instanceID"):
			c.Role = Meta
		}
	}
	return columns
}

// status: only what was sent is exported.
func (koboToolbox) status([]Column) *statusRule { return nil }

// headerColumns are the columns of one header record whose cells are id and text in one.
func headerColumns(header []string) []Column {
	var columns []Column
	for _, h := range header {
		columns = append(columns, Column{ID: tidy(h), Header: h, Text: tidy(h), Role: Answer})
	}
	return columns
}
