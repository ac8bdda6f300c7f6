package importers

import (
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// generic reads any table with a header: one row a respondent, one column a question.
type generic struct{}

func (generic) name() string { return "generic" }

func (generic) detect(records [][]string) (string, int) {
	if evidence, yes := secondHeader(records); yes {
		return "no platform's marks; " + evidence, 2
	}
	return "no platform's marks", 1
}

func (generic) columns(headers [][]string) []Column {
	blocks := len(headers) > 1 && hasGaps(headers[0], headers[1])
	question := ""
	var columns []Column
	for i, header := range headers[0] {
		c := Column{ID: strings.TrimSpace(header), Header: header, Role: Answer}
		if question = lexicon.Tidy(header); question == "" && blocks && i > 0 {
			question = columns[i-1].Header // a question stands over the first column of its block
			c.Header = question
		}
		var texts []string
		for n, row := range headers {
			text := lexicon.Tidy(cell(row, i))
			if n == 0 && blocks {
				text = lexicon.Tidy(c.Header)
			}
			if text != "" {
				texts = append(texts, text)
			}
		}
		c.Text = strings.Join(texts, " - ")
		switch {
		case blocks:
			c.ID = c.Text
		case len(texts) > 1:
			c.HasID = true
			c.Text = strings.Join(texts[1:], " - ")
		}
		switch {
		case numbersResponses(c.ID):
			c.Role = Meta
		case c.statement() == "Other (please specify)":
			c.Role = OtherText
		}
		columns = append(columns, c)
	}
	if len(headers) == 1 {
		statements(columns, func(stem string) bool { return strings.Contains(strings.TrimSpace(stem), " ") }) // Overall.Quality is a name
	}
	dropTextIQ(columns, false)
	return columns
}

// withoutSigns writes a name without what parts its words.
var withoutSigns = strings.NewReplacer("_", "", " ", "", "-", "")

// numbersResponses reports whether a header is the name of what numbers the responses.
func numbersResponses(header string) bool {
	return oneOfWords(withoutSigns.Replace(lexicon.Normalise(header)),
		"respondentid", "responseid", "respid", "respnum", "respondentnumber", "collectorid", "surveyid", "caseid", "participantid")
}

// numbersRespondents reports whether a header that numbers the responses names who answered, not what was asked with.
func numbersRespondents(header string) bool {
	name := withoutSigns.Replace(lexicon.Normalise(header))
	return numbersResponses(header) && !oneOfWords(name, "collectorid", "surveyid")
}

// hasGaps tells a record of questions over blocks of columns: its cells are blank where a block goes on below.
func hasGaps(questions, below []string) bool {
	for i, c := range questions {
		if i > 0 && strings.TrimSpace(c) == "" && strings.TrimSpace(cell(below, i)) != "" {
			return true
		}
	}
	return false
}

func (generic) status([]Column) *statusRule { return nil }
