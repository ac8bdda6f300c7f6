package importers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
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
	koboParts(columns)
	for i := range columns {
		c := &columns[i]
		switch {
		case c.ID == "_submitted_by", oneOfWords(c.ID, "username", "deviceid", "phonenumber", "simserial", "subscriberid"), koboPlace().MatchString(c.ID):
			c.Role = Personal
		case strings.HasPrefix(c.ID, "_"), c.ID == "__version__", oneOfWords(c.ID, "start", "end", "today", "meta/instanceID"):
			c.Role = Meta
		}
	}
	return columns
}

// koboPlace are the parts of a point on the map: `_gps_latitude` beside `gps`.
var koboPlace = lazily(`^(?:.*/)?_.+_(?:latitude|longitude|altitude|precision)$|^_geolocation$`)

// koboParts finds the options of questions with several answers, `Question/Option` beside `Question`, and takes the names of groups
// away from the texts. What stands between them can be chosen: the one that joins most options is it.
func koboParts(columns []Column) {
	heads := map[string]int{}
	for i, c := range columns {
		heads[c.ID] = i
	}
	separator := koboSeparator(columns, heads)
	for i := range columns {
		c := &columns[i]
		question, option, found := cutLast(c.ID, separator)
		at, is := heads[question]
		if found && is {
			c.Text, c.HasID, c.Kind = withoutGroup(question, separator)+" - "+option, true, study.MultiColumn
			columns[at].Role, columns[at].summary = Dropped, true // all options in one cell
			continue
		}
		if text := withoutGroup(c.ID, separator); text != c.ID {
			c.Text, c.HasID = text, true
		}
	}
}

// koboSeparator finds what stands between groups, questions and options: what joins most options, or else what most columns share a
// group before.
func koboSeparator(columns []Column, heads map[string]int) string {
	separator, mostOptions, mostGrouped := "/", 0, 0
	for _, candidate := range []string{"/", "%", "|", ">", ":"} {
		options, grouped, in := 0, 0, map[string]int{}
		for _, c := range columns {
			before, _, found := cutLast(c.ID, candidate)
			if _, is := heads[before]; found && is {
				options++
			}
			if found && withoutGroup(c.ID, candidate) != c.ID {
				in[before]++
			}
		}
		for _, n := range in {
			if n > 1 { // a single one may be part of a question's text
				grouped += n
			}
		}
		if options > mostOptions || options == mostOptions && grouped > mostGrouped {
			separator, mostOptions, mostGrouped = candidate, options, grouped
		}
	}
	return separator
}

// withoutGroup returns what stands behind the names of the groups that a question is in. "and / or" is no group, nor is "and/or" in the
// middle of a sentence.
func withoutGroup(header, separator string) string {
	group, text, found := cutLast(header, separator)
	if !found || group == "" || text == "" || strings.HasPrefix(text, " ") || strings.HasSuffix(group, " ") || strings.HasPrefix(header, "_") {
		return header
	}
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) && first != '¿' && strings.Contains(header, " ") {
		return header
	}
	return text
}

func cutLast(text, separator string) (before, after string, found bool) {
	at := strings.LastIndex(text, separator)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(separator):], true
}

// status: what who ran the survey has looked at and not approved is no response.
func (koboToolbox) status(columns []Column) *statusRule {
	at := columnOf(columns, "_validation_status")
	if at < 0 {
		return nil
	}
	return &statusRule{columns: []int{at}, of: func(cells []string) study.Reason {
		switch lexicon.Normalise(cell(cells, at)) {
		case "not approved", "validation_status_not_approved":
			return study.NotApproved
		}
		return ""
	}}
}

// headerColumns are the columns of one header record whose cells are id and text in one.
func headerColumns(header []string) []Column {
	var columns []Column
	for _, h := range header {
		columns = append(columns, Column{ID: lexicon.Tidy(h), Header: h, Text: lexicon.Tidy(h), Role: Answer})
	}
	return columns
}
