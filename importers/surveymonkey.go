package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// surveyMonkey reads exports with two header records: the question stands in the first column of its block, and the row
// below says what each column of the block is (FORMATS section 3).
type surveyMonkey struct{}

func (surveyMonkey) name() string { return "surveymonkey" }

func (surveyMonkey) detect(records [][]string) (string, int) {
	for i := range min(3, len(records)) {
		if hasCell(records[i], "Respondent ID") && hasCell(records[i], "Collector ID") {
			evidence := fmt.Sprintf("record %d holds Respondent ID and Collector ID", i+1)
			switch {
			case joinedRows(records[i]):
				return evidence + ", and the record of statements is joined to it", i + 1
			case i+1 < len(records) && !belowMetadata(records[i], records[i+1]):
				return evidence + ", and the record of statements below is missing", i + 1
			}
			return evidence, i + 2
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

// belowMetadata tells the record that says what each column of a question is from a response: below the metadata it is blank. A publisher
// may have taken it away.
func belowMetadata(header, below []string) bool {
	for i, text := range header {
		if oneOfWords(strings.TrimSpace(text), "Respondent ID", "Collector ID") && strings.TrimSpace(cell(below, i)) != "" {
			return false
		}
	}
	return true
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
		"Respondent ID": true, "RespondentID": true, "Collector ID": true, "CollectorID": true, "Response ID": true, "Custom Data 1": true, "Start Date": true, "End Date": true, "Date Created": true, "Date Modified": true,
	}
}

func (surveyMonkey) columns(headers [][]string) []Column {
	questions, rows := headers[len(headers)-1], []string(nil)
	if len(headers) > 1 && !hasCell(questions, "Respondent ID") {
		questions, rows = headers[len(headers)-2], headers[len(headers)-1]
	}
	inFile := questions
	joined := rows == nil && joinedRows(questions)
	if joined {
		questions, rows = partRows(questions)
	}
	meta := surveyMonkeyMeta()
	question := ""
	var columns []Column
	for i, header := range questions {
		if text := lexicon.Tidy(header); text != "" {
			question = text
		}
		row := lexicon.Tidy(cell(rows, i))
		c := Column{Header: header, Text: question, Role: Answer}
		switch {
		case meta[question]:
			c.Role = Meta
		case rows == nil:
			c.unstated = true
		case row == "Open-Ended Response", lexicon.Tidy(header) != "" && openResponse().MatchString(lexicon.Normalise(row)):
			c.Kind = study.TextColumn
		case row == "" || row == "Response", lexicon.Tidy(header) != "" && response().MatchString(lexicon.Normalise(row)):
		case lexicon.Tidy(header) == "" && i > 0 && commentary(cell(rows, i-1), row):
			c.Role = OtherText
			c.Text = question + " - " + row
		default:
			c.Text = question + " - " + row
		}
		if c.ID = c.Text; joined {
			c.joined = strings.TrimSpace(inFile[i])
		}
		columns = append(columns, c)
	}
	expanded(columns, rows)
	return columns
}

// response and openResponse are what stands below a question that has one column, where the survey was made in another language.
var (
	response     = lazily(`^(?:antwort|réponse|respuesta|resposta|risposta|antwoord|reactie)$`)
	openResponse = lazily(`^(?:offene antwort|antwort mit offenem ende|réponse (?:ouverte|libre)|respuesta abierta|resposta aberta|resposta de resposta aberta|risposta aperta|open antwoord|open reactie)$`)
)

// scalePoint is what stands below a rating that was exported one column a point of its scale.
var scalePoint = lazily(`^-\s*(\d+)(?:\s|$)`)

// besideScale is what stands below the column for no opinion of such a rating: " - N/A".
var besideScale = lazily(`^-\s*(.+)$`)

// expanded finds ratings that were exported one column a point, and lets their first column take the answer (FORMATS section 3).
func expanded(columns []Column, rows []string) {
	for i := 0; i < len(columns); {
		n := 0
		for i+n < len(columns) && columns[i+n].Role == Answer && scalePoint().MatchString(lexicon.Tidy(cell(rows, i+n))) && (n == 0 || lexicon.Tidy(columns[i+n].Header) == "") {
			n++
		}
		if n < 3 {
			i++
			continue
		}
		question := columns[i].Text
		first := &columns[i]
		question = strings.TrimSuffix(question, " - "+lexicon.Tidy(cell(rows, i)))
		first.Text, first.ID = question, question
		for k := i + n; k < len(columns) && columns[k].Role == Answer && lexicon.Tidy(columns[k].Header) == ""; k++ {
			m := besideScale().FindStringSubmatch(lexicon.Tidy(cell(rows, k)))
			if m == nil || !lexicon.MeansDontKnow(m[1]) {
				break
			}
			columns[k].takenAs = m[1]
			n++
		}
		for k := i + 1; k < i+n; k++ {
			columns[k].Role, columns[k].into = Dropped, i+1
			columns[k].Text = question + " " + lexicon.Tidy(cell(rows, k))
			columns[k].ID = columns[k].Text
		}
		i += n
	}
}

// commentary tells the text field beside a question from the rows of a matrix: it follows the answer itself.
func commentary(before, row string) bool {
	return strings.TrimSpace(before) == "Response" || row == "Other (please specify)"
}

// status: SurveyMonkey does not say which responses are complete: inOrder.
func (surveyMonkey) status([]Column) *statusRule { return nil }

// inOrder returns the questions of an export in their order; none where the row is missing that tells which of them are only to be written.
func (surveyMonkey) inOrder(columns []Column) []askedBlock {
	var blocks []askedBlock
	for i, c := range columns {
		switch {
		case c.unstated:
			return nil
		case c.Role == Meta, c.Role == Dropped && c.into == 0:
			continue
		case len(blocks) == 0 || lexicon.Tidy(c.Header) != "":
			blocks = append(blocks, askedBlock{})
		}
		b := &blocks[len(blocks)-1]
		b.columns = append(b.columns, i)
		b.counts = b.counts || c.Role == Answer && c.Kind != study.TextColumn && !isFact(c) && asksForGroup(c) == noGroup
	}
	return blocks
}
