package report

import (
	"bytes"
	"io"

	"github.com/cxgap/cxgap/analysis/gate"
)

// checkMarker is the first line of a check in Markdown: a comment on a pull request is found and replaced by it.
const checkMarker = "<!-- cxgap check -->\n"

// CheckMarkdown writes a check for the summary of a step or a comment on a pull request.
func CheckMarkdown(w io.Writer, r *gate.Report) error {
	var b bytes.Buffer
	b.WriteString(checkMarker + "\n### " + escapeMarkdown(visible(r.Title)) + ": " + escapeMarkdown(CheckSummary(r)) + "\n\n")
	g, notes := checkGrid(r)
	if err := new(gridTables).markdown(&b, g); err != nil {
		return err
	}
	var numbered []string
	if r.Today != 0 {
		b.WriteString("\nAges and waivers as of " + r.Today.String() + ".\n")
	}
	for i, note := range notes {
		numbered = append(numbered, superscript(i+1)+" "+visible(note))
	}
	list(&b, numbered)
	_, err := w.Write(b.Bytes())
	return err
}
