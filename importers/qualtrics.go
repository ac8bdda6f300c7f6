package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// qualtrics reads the exports of all generations: three header records, of export tags, question texts and import ids (since
// 2016, FORMATS sections 2a and 2b), or the first two of them (legacy, 2c).
type qualtrics struct{}

func (qualtrics) name() string { return "qualtrics" }

var importID = lazily(`^\{\s*["']ImportId["']`)

func (qualtrics) detect(records [][]string) (string, int) {
	for i := 1; i < min(4, len(records)); i++ {
		cells, ids := 0, 0
		for _, text := range records[i] {
			if text == "" {
				continue
			}
			cells++
			if importID().MatchString(text) {
				ids++
			}
		}
		if cells > 0 && ids*10 >= cells*6 {
			return fmt.Sprintf("record %d holds import ids", i+1), i + 1
		}
	}
	if isLegacyQualtrics(records) {
		return "the columns begin with V1, V2, V3, and ResponseID stands below", 2
	}
	// Somebody took the rows below the tags away: the tags alone tell, and previews are still in the file.
	meta, found := qualtricsMeta(), 0
	for _, tag := range records[0] {
		if meta[strings.TrimSpace(tag)] {
			found++
		}
	}
	if found >= leastMeta {
		if evidence, yes := secondHeader(records); yes {
			return fmt.Sprintf("%d of Qualtrics' own columns; %s", found, evidence), 2
		}
		return fmt.Sprintf("%d of Qualtrics' own columns, and no rows of questions", found), 1
	}
	return "", 0
}

// leastMeta is how many of Qualtrics' own columns tell an export whose header was cut down to its tags.
const leastMeta = 4

// isLegacyQualtrics tells the exports from before 2016 by the tags of their metadata.
func isLegacyQualtrics(records [][]string) bool {
	return len(records) > 1 && len(records[0]) > 2 &&
		records[0][0] == "V1" && records[0][1] == "V2" && records[0][2] == "V3" && strings.TrimSpace(cell(records[1], 0)) == "ResponseID"
}

var legacyTag = lazily(`^V\d+$`)

// qualtricsMeta are the tags of what Qualtrics adds to the questions.
func qualtricsMeta() map[string]bool {
	return map[string]bool{
		"StartDate": true, "EndDate": true, "Status": true, "Progress": true, "Duration (in seconds)": true, "Finished": true,
		"RecordedDate": true, "ResponseId": true, "ResponseID": true, "ResponseSet": true, "DistributionChannel": true, "UserLanguage": true,
		"LocationAccuracy": true,
	}
}

func (qualtrics) columns(headers [][]string) []Column {
	meta, legacy := qualtricsMeta(), isLegacyQualtrics(headers)
	var columns []Column
	for i, tag := range headers[0] {
		c := Column{ID: strings.TrimSpace(tag), Header: tag, Role: Answer}
		if len(headers) > 1 {
			c.Text = tidy(cell(headers[1], i))
		}
		if c.Text == "" {
			c.Text = c.ID
		}
		c.HasID = c.Text != c.ID
		switch {
		case meta[c.ID], legacy && legacyTag().MatchString(c.ID) && meta[c.Text]:
			c.Role = Meta
		case legacy && c.ID == "" && c.Text == "": // every line of a legacy export ends with a comma
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
func (qualtrics) status(columns []Column) *statusRule {
	status, finished := qualtricsField(columns, "Status"), qualtricsField(columns, "Finished")
	return &statusRule{[]int{status, finished}, func(cells []string) study.Reason {
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
	}}
}

// qualtricsField returns the position of a field of the metadata, or -1. Legacy exports tag it V1, V2 … and name it below.
func qualtricsField(columns []Column, name string) int {
	for i, c := range columns {
		if c.ID == name || c.Role == Meta && legacyTag().MatchString(c.ID) && c.Text == name {
			return i
		}
	}
	return -1
}
