package importers

import (
	"fmt"
	"strings"
)

// surveyMonkey reads exports with two header records: the question stands in the first column of its block, and the row
// below says what each column of the block is (FORMATS section 3).
type surveyMonkey struct{}

func (surveyMonkey) name() string { return "surveymonkey" }

func (surveyMonkey) detect(records [][]string) (string, int) {
	for i := range min(3, len(records)) {
		if hasCell(records[i], "Respondent ID") && hasCell(records[i], "Collector ID") {
			return fmt.Sprintf("record %d holds Respondent ID and Collector ID", i+1), i + 2
		}
	}
	if len(records) > 1 {
		marks := 0
		for _, text := range records[1] {
			if oneOfWords(strings.TrimSpace(text), "Response", "Open-Ended Response", "Other (please specify)") {
				marks++
			}
		}
		if marks >= 2 {
			return fmt.Sprintf("record 2 holds Response or Open-Ended Response in %d columns", marks), 2
		}
	}
	return "", 0
}

func hasCell(record []string, text string) bool {
	for _, c := range record {
		if strings.TrimSpace(c) == text {
			return true
		}
	}
	return false
}

func surveyMonkeyMeta() map[string]bool {
	return map[string]bool{
		"Respondent ID": true, "Collector ID": true, "Start Date": true, "End Date": true, "Date Created": true, "Date Modified": true,
	}
}

func (surveyMonkey) columns(headers [][]string) []Column {
	questions, rows := headers[len(headers)-1], []string(nil)
	if len(headers) > 1 {
		questions, rows = headers[len(headers)-2], headers[len(headers)-1]
	}
	meta := surveyMonkeyMeta()
	question := ""
	var columns []Column
	for i, header := range questions {
		if text := tidy(header); text != "" {
			question = text
		}
		row := tidy(cell(rows, i))
		c := Column{Header: header, Text: question, Role: Answer}
		switch {
		case meta[question]:
			c.Role = Meta
		case row == "" || row == "Response" || row == "Open-Ended Response":
		case tidy(header) == "" && i > 0 && commentary(cell(rows, i-1), row):
			c.Role = OtherText
			c.Text = question + " - " + row
		default:
			c.Text = question + " - " + row
		}
		c.ID = c.Text
		columns = append(columns, c)
	}
	return columns
}

// commentary tells the text field beside a question from the rows of a matrix: it follows the answer itself.
func commentary(before, row string) bool {
	return strings.TrimSpace(before) == "Response" || row == "Other (please specify)"
}

// status: SurveyMonkey does not say which responses are complete.
func (surveyMonkey) status([]Column) *statusRule { return nil }
