package importers

import (
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Publishers join the two header records of SurveyMonkey to one: "How satisfied are you? - Response" (FORMATS section 3). Parted again the questions
// are those of the export as it was, and of the waves beside it.

// surveyMonkeyRows are what SurveyMonkey itself writes below a question.
func surveyMonkeyRows() []string {
	return []string{"Open-Ended Response", "Other (please specify)", "Response"}
}

// joinedRows reports whether header records are joined: two columns, at least, end in what SurveyMonkey writes below a question.
func joinedRows(header []string) bool {
	n := 0
	for _, text := range header {
		if _, row := partedRow(text); oneOfWords(row, surveyMonkeyRows()...) {
			n++
		}
	}
	return n >= leastTelling
}

// partedRow parts a joined header; one without a row is a question, or the name of what the platform adds.
func partedRow(header string) (question, row string) {
	text := lexicon.Tidy(header)
	for _, own := range surveyMonkeyRows() {
		if question, is := strings.CutSuffix(text, " - "+own); is {
			return question, own
		}
	}
	question, row, _ = cutLast(text, " - ")
	return question, row
}

// partRows returns the two header records of which one was made. A question stands over the first column of its block.
func partRows(header []string) (questions, rows []string) {
	before := ""
	for _, text := range header {
		question, row := partedRow(text)
		rows = append(rows, row)
		if question == before {
			questions = append(questions, "")
			continue
		}
		before = question
		questions = append(questions, question)
	}
	return questions, rows
}
