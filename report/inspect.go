package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"github.com/cxgap/cxgap/analysis/study"
)

// InspectionTable writes what an importer sees in exports for a terminal.
func InspectionTable(w io.Writer, inspections []*study.Inspection, o TableOptions) error {
	for i, in := range inspections {
		if i > 0 {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		if err := inspectionDocument(in).table(w, o); err != nil {
			return err
		}
	}
	return nil
}

// InspectionJSON writes what an importer sees in exports, each as one object of a list.
func InspectionJSON(w io.Writer, inspections []*study.Inspection) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(inspections)
}

func inspectionDocument(in *study.Inspection) *document {
	d := &document{title: visible(in.File)}
	s := section{grid: grid{columns: []column{
		{"column", words}, {"kind", words}, {"scale", words}, {"n", numbers}, {"blank", numbers}, {"not shown", numbers}, {"DK", numbers}, {"distinct", words},
	}}}
	f := footnotes{}
	families := map[string]bool{}
	stem := ""
	for _, c := range in.Columns {
		s.grid.rows = append(s.grid.rows, row{cells: inspectedCells(c, stem, f.inspected(c.Flags))})
		stem = c.Stem
		if len(c.Labels) > 0 {
			line := fmt.Sprintf("%s: %s", c.Family, visible(strings.Join(c.Labels, " < ")))
			if !families[line] {
				families[line] = true
				s.lines = append(s.lines, line)
			}
		}
	}
	s.notes = f.noted
	d.sections = []section{s}
	d.facts, d.remarks = inspectionFacts(in), inspectionRemarks(in)
	return d
}

// inspectedCells writes one column of an export as a row; the stem of a matrix is written once.
func inspectedCells(c study.InspectedColumn, stem, marks string) []cell {
	id, question := visible(c.ID), visible(c.Question)
	short := question
	if c.Stem != "" && c.Stem == stem {
		short = "… " + visible(c.Statement)
	}
	name := fmt.Sprintf("%d %s", c.Position, short)
	if question != "" && !sameWords(id, question) {
		name = fmt.Sprintf("%d %s: %s", c.Position, id, short)
	}
	const longest = 120
	if r := []rune(name); len(r) > longest {
		name = string(r[:longest-1]) + "…"
	}
	notShown, distinct := notAsked, english().whole(c.Distinct)
	if c.NotShown != nil {
		notShown = english().whole(*c.NotShown)
	}
	if c.MoreThan {
		distinct = "over " + distinct
	}
	if marks != "" {
		distinct += noBreak + marks
	}
	return []cell{{name}, {string(c.Kind)}, {c.Scale}, {english().whole(c.Answered)}, {english().whole(c.Blank)}, {notShown}, {english().whole(c.DontKnow)}, {distinct}}
}

// sameWords reports whether an id says what the question does, in another order or with other signs between the words.
func sameWords(id, question string) bool {
	words := func(text string) []string {
		found := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		slices.Sort(found)
		return found
	}
	return id == question || slices.Equal(words(id), words(question))
}

// inspected returns the marks of the flags of a column; flags in the same words share one.
func (f *footnotes) inspected(flags []study.Notice) string {
	marks := ""
	for _, flag := range flags {
		marks = apart(marks, f.ref(visible(flag.Text())))
	}
	return marks
}

// inspectionFacts say what a file is, before what its columns are.
func inspectionFacts(in *study.Inspection) []remark {
	rows := fmt.Sprintf("read %s, kept %s", english().whole(in.Read), english().whole(in.Kept))
	var dropped []string
	for _, d := range in.Dropped {
		dropped = append(dropped, fmt.Sprintf("%s %s", english().whole(d.Rows), d.Reason))
	}
	if len(dropped) > 0 {
		rows += "; left out: " + strings.Join(dropped, ", ")
	}
	return []remark{
		{"platform", []string{fmt.Sprintf("%s (%s)", in.Platform, visible(in.Evidence))}},
		{"text", []string{fmt.Sprintf("%s, delimiter %s, %s", in.Encoding, delimiterName(in.Delimiter), english().counted(in.HeaderRows, "%s header record", "%s header records"))}},
		{"rows", []string{rows}},
	}
}

// inspectionRemarks say below the columns what is to be looked at.
func inspectionRemarks(in *study.Inspection) []remark {
	var remarks []remark
	if len(in.Warnings) > 0 {
		var lines []string
		for _, w := range in.Warnings {
			lines = append(lines, visible(w.Text()))
		}
		remarks = append(remarks, remark{"warnings", lines})
	}
	return append(remarks, remark{"SHA-256", []string{in.SHA256}})
}

func delimiterName(d string) string {
	switch d {
	case "\t":
		return "a tab"
	case "": // a workbook, or columns of fixed width
		return "none"
	}
	return `"` + visible(d) + `"`
}

// barWidth is the length of the longest bar of a distribution.
const barWidth = 40

// DistributionTable writes the answers of one column as a bar chart.
func DistributionTable(w io.Writer, in *study.Inspection, c study.InspectedColumn, o TableOptions) error {
	d := &document{title: visible(c.ID)}
	switch {
	case c.Question == "":
	case sameWords(c.ID, c.Question):
		d.title = visible(c.Question)
	default:
		d.title = visible(c.ID) + ": " + visible(c.Question)
	}
	kind := string(c.Kind)
	if c.Scale != "" {
		kind += " " + c.Scale
	}
	if c.Family != "" {
		kind += ", " + c.Family
	}
	s := section{}
	most, width := 1, 0
	for _, a := range c.Answers {
		most, width = max(most, a.Rows), max(width, min(mostLabel, twwidth.Width(visible(a.Cell))))
	}
	base, of := in.Kept, ""
	if c.Base != nil {
		base, of = *c.Base, english().whole(*c.Base)+" who answered the question, of "
	}
	for _, a := range c.Answers {
		s.drawing = append(s.drawing, bar(visible(a.Cell), a.Rows, most, width, base))
	}
	if len(c.Answers) == 0 {
		s.lines = append(s.lines, fmt.Sprintf("not drawn: %s different cells", atLeast(c)))
	}
	notShown := ""
	if c.NotShown != nil && *c.NotShown > 0 {
		notShown = english().whole(*c.NotShown) + " not shown, "
	}
	d.remarks = []remark{
		{"kind", []string{kind}},
		{"rows", []string{fmt.Sprintf("%s answers, %s blank, %s%s don't know, of %s%s kept", english().whole(c.Answered), english().whole(c.Blank), notShown, english().whole(c.DontKnow), of, english().whole(in.Kept))}},
	}
	for _, flag := range c.Flags {
		d.remarks = append(d.remarks, remark{"note", []string{visible(flag.Text())}})
	}
	s.grid.columns = []column{{visible(in.File), words}}
	d.sections = []section{s}
	return d.table(w, o)
}

func atLeast(c study.InspectedColumn) string {
	if c.MoreThan {
		return "over " + english().whole(c.Distinct)
	}
	return english().whole(c.Distinct)
}

// bar draws one answer: its text, a bar in proportion to the most frequent one, how many gave it, and their share of the rows.
func bar(text string, n, most, width, rows int) string {
	if r := []rune(text); twwidth.Width(text) > width {
		text = string(r[:min(len(r), width-1)]) + "…"
	}
	length := (n*barWidth + most/2) / most
	if n > 0 {
		length = max(1, length)
	}
	return fmt.Sprintf("%s  %s%s  %*s  %3.0f %%", text+strings.Repeat(" ", max(0, width-twwidth.Width(text))),
		strings.Repeat("█", length), strings.Repeat(" ", barWidth-length), len(english().whole(most)), english().whole(n), 100*float64(n)/float64(max(1, rows)))
}
