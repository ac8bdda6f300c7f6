package bench

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// shape is how a platform writes the export.
type shape struct {
	comma  rune
	crlf   bool
	header func(names []string) [][]string
	row    func(cells []string) []string
	scale  string                   // of the items
	column func(name string) string // as the study file calls it
}

// Platforms are the shapes that ExportAs knows.
func Platforms() []string {
	return []string{"crlf", "plain", "qualtrics", "semicolon", "surveymonkey", "tab"}
}

func shapeOf(platform string) (shape, error) {
	same := func(cells []string) []string { return cells }
	s := shape{comma: ',', header: func(names []string) [][]string { return [][]string{names} }, row: same, scale: "1..10", column: func(name string) string { return name }}
	switch platform {
	case "plain":
	case "crlf":
		s.crlf = true
	case "semicolon":
		s.comma = ';'
	case "tab":
		s.comma = '\t'
	case "qualtrics":
		s.header, s.row, s.scale = qualtricsHeader, labelled, "["+strings.Join(labels(), ", ")+"]"
	case "surveymonkey":
		s.header, s.row, s.column = surveyMonkeyHeader, surveyMonkeyRow, func(name string) string { return strconv.Quote("How good are we? - " + statement(name)) }
	default:
		return s, fmt.Errorf("platform %q is none of %s", platform, strings.Join(Platforms(), ", "))
	}
	return s, nil
}

// ExportAs writes the export in the shape of a platform.
func ExportAs(w io.Writer, rows int, platform string) error {
	if platform == "plain" {
		return Export(w, rows)
	}
	s, err := shapeOf(platform)
	if err != nil {
		return err
	}
	plain, pipe := io.Pipe()
	go func() { pipe.CloseWithError(Export(pipe, rows)) }()
	defer plain.Close()
	in, out := csv.NewReader(plain), csv.NewWriter(w)
	in.ReuseRecord, out.Comma, out.UseCRLF = true, s.comma, s.crlf
	names, err := in.Read()
	if err != nil {
		return err
	}
	if err := out.WriteAll(s.header(slices.Clone(names))); err != nil {
		return err
	}
	for {
		cells, err := in.Read()
		if err == io.EOF {
			out.Flush()
			return out.Error()
		}
		if err != nil {
			return err
		}
		if err := out.Write(s.row(cells)); err != nil {
			return err
		}
	}
}

// Places of the export's cells.
const (
	idCell, timeCell = 0, 1
	firstItem        = 5
	firstImportance  = firstItem + Items
	outcomeCell      = firstImportance + Items/2
)

func labels() []string {
	return []string{"Terrible", "Very poor", "Poor", "Rather poor", "Not quite good", "Fair", "Rather good", "Good", "Very good", "Excellent"}
}

// labelled gives ratings as Qualtrics does with choice texts, behind what it says of every response.
func labelled(cells []string) []string {
	of := labels()
	row := []string{cells[timeCell], cells[timeCell], "IP Address", "192.0.2.1", "100", "240", "True", cells[timeCell], cells[idCell], "anonymous", "EN"}
	for i, text := range cells[timeCell+1:] {
		if at := i + timeCell + 1; text != "" && at >= firstItem && at < outcomeCell {
			rating, _ := strconv.Atoi(text)
			text = of[rating-1]
		}
		row = append(row, text)
	}
	return row
}

func qualtricsHeader(names []string) [][]string {
	tags := append(strings.Split("StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,DistributionChannel,UserLanguage", ","), names[timeCell+1:]...)
	var texts, ids []string
	for _, tag := range tags {
		texts = append(texts, "What about "+tag+"?")
		ids = append(ids, fmt.Sprintf(`{"ImportId":"QID_%s"}`, tag))
	}
	return [][]string{tags, texts, ids}
}

// surveyMonkeyRow puts a collector behind the id.
func surveyMonkeyRow(cells []string) []string { return slices.Insert(cells, 1, "4401") }

func surveyMonkeyHeader(names []string) [][]string {
	first, second := []string{"Respondent ID", "Collector ID", "Start Date"}, []string{"", "", ""}
	for i, name := range names[timeCell+1:] {
		question, below := "", statement(name)
		switch i + timeCell + 1 {
		case firstItem:
			question = "How good are we?"
		case firstImportance:
			question = "How important is it?"
		default:
			if name[0] != 'Q' && name[0] != 'I' {
				question, below = name, "Response"
			}
		}
		first, second = append(first, question), append(second, below)
	}
	return [][]string{first, second}
}

// statement is what stands below a question of SurveyMonkey.
func statement(name string) string {
	if number, item := strings.CutPrefix(name, "Q"); item {
		return "Statement " + number
	}
	if number, item := strings.CutPrefix(name, "I"); item {
		return "Matter " + number
	}
	return name
}

// StudyAs is the study file of the export in the shape of a platform.
func StudyAs(file, platform string) (string, error) {
	s, err := shapeOf(platform)
	if err != nil {
		return "", err
	}
	var text bytes.Buffer
	text.WriteString("audiences:\n")
	for _, audience := range [][2]string{{"leadership", "leadership"}, {"staff", "staff"}, {"customers", "customer"}} {
		fmt.Fprintf(&text, "  %s: {files: [%q], where: {audience: [%s]}, weight: weight}\n", audience[0], file, audience[1])
	}
	fmt.Fprintf(&text, "scale: %s\noutcome: {column: outcome, scale: 0..10}\nitems:\n", s.scale)
	for i := range Items {
		fmt.Fprintf(&text, "  q%d: {performance: %s}\n", i+1, s.column(fmt.Sprintf("Q%d", i+1)))
	}
	return text.String(), nil
}
