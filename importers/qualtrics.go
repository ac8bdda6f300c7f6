package importers

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// qualtrics reads the current "Data & Analysis" export: three header records, of export tags, question texts and import
// ids in JSON (FORMATS section 2a).
type qualtrics struct{}

func (qualtrics) name() string { return "qualtrics" }

var importID = regexp.MustCompile(`^\{\s*["']ImportId["']`)

func (qualtrics) detect(records [][]string) (string, int) {
	for i := 1; i < min(4, len(records)); i++ {
		cells, ids := 0, 0
		for _, text := range records[i] {
			if text == "" {
				continue
			}
			cells++
			if importID.MatchString(text) {
				ids++
			}
		}
		if cells > 0 && ids*10 >= cells*6 {
			return fmt.Sprintf("record %d holds import ids", i+1), i + 1
		}
	}
	return "", 0
}

// qualtricsMeta are the tags of what Qualtrics adds to the questions.
func qualtricsMeta() map[string]bool {
	return map[string]bool{
		"StartDate": true, "EndDate": true, "Status": true, "Progress": true, "Duration (in seconds)": true, "Finished": true,
		"RecordedDate": true, "ResponseId": true, "ResponseID": true, "ResponseSet": true, "DistributionChannel": true, "UserLanguage": true,
	}
}

func (qualtrics) columns(headers [][]string) []Column {
	meta := qualtricsMeta()
	var columns []Column
	for i, tag := range headers[0] {
		c := Column{ID: strings.TrimSpace(tag), Header: tag, Role: Answer}
		if len(headers) > 1 {
			c.Text = tidy(cell(headers[1], i))
		}
		c.HasID = c.Text != "" && c.Text != c.ID
		switch {
		case meta[c.ID]:
			c.Role = Meta
		case strings.HasSuffix(c.ID, "_TEXT"):
			c.Role = OtherText
		case strings.HasSuffix(c.ID, "_NPS_GROUP"), strings.HasSuffix(c.ID, "_DO"), isTiming(c.ID):
			c.Role = Meta
		}
		columns = append(columns, c)
	}
	return columns
}

// isTiming tells the four columns of a timing question.
func isTiming(tag string) bool {
	for _, ending := range []string{"_First Click", "_Last Click", "_Page Submit", "_Click Count"} {
		if strings.HasSuffix(tag, ending) {
			return true
		}
	}
	return false
}

// status: previews, tests and spam are no responses; a response that was not finished is partial. Imported ones count.
func (qualtrics) status(columns []Column) func([]string) study.Reason {
	status, finished := -1, -1
	for i, c := range columns {
		switch c.ID {
		case "Status":
			status = i
		case "Finished":
			finished = i
		}
	}
	return func(cells []string) study.Reason {
		switch strings.TrimSpace(cell(cells, status)) {
		case "Survey Preview", "1":
			return study.Preview
		case "Survey Test", "2":
			return study.Test
		case "Spam", "8":
			return study.Spam
		}
		if oneOfWords(strings.ToLower(strings.TrimSpace(cell(cells, finished))), "false", "0") {
			return study.Partial
		}
		return ""
	}
}
