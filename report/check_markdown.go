package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/gate"
)

// checkMarker is the first line of a check in Markdown: a comment on a pull request is found and replaced by it.
const checkMarker = "<!-- cxgap check -->\n"

// What GitHub takes of a comment, in characters, and of the summary of a step, in bytes; both with some room.
const (
	commentLimit = 65536 - 1024
	summaryLimit = 1<<20 - 1024
)

// warningsInMarkdown is how many warnings of the answers a comment has room for beside its verdicts.
const warningsInMarkdown = 10

// CheckMarkdown writes a check for a comment on a pull request: the hidden marker first, and no longer than GitHub takes.
func CheckMarkdown(w io.Writer, r *gate.Report) error {
	return checkMarkdown(w, r, checkMarker+"\n", commentLimit)
}

// CheckStepSummary writes a check for the summary of a step that holds so many bytes already. A summary above GitHub's limit
// would be dropped whole.
func CheckStepSummary(w io.Writer, r *gate.Report, already int) error {
	return checkMarkdown(w, r, "", summaryLimit-already)
}

// checkMarkdown writes as many verdicts as there is room for: the worst ones if not all.
func checkMarkdown(w io.Writer, r *gate.Report, head string, limit int) error {
	text, err := markdownOf(r, head, len(r.Verdicts))
	if err != nil {
		return err
	}
	sorted := *r
	for shown := len(r.Verdicts); len(text) > limit; {
		if shown == 0 {
			return nil // not even the counts: the summary is full
		}
		sorted.Verdicts = worstFirst(r.Verdicts)
		shown = min(shown-1, max(0, limit*19/20*shown/len(text))) // about what fits: a row more or less does not matter
		if text, err = markdownOf(&sorted, head, shown); err != nil {
			return err
		}
	}
	_, err = w.Write(text)
	return err
}

// markdownOf writes the first verdicts of a check and says how many are left out.
func markdownOf(r *gate.Report, head string, shown int) ([]byte, error) {
	var b bytes.Buffer
	title := r.Title
	if title == "" {
		title = "cxgap check"
	}
	b.WriteString(head + "### " + escapeMarkdown(visible(title)) + ": " + escapeMarkdown(CheckSummary(r)) + "\n\n")
	part := *r
	part.Verdicts = r.Verdicts[:shown]
	g, notes := checkGrid(&part)
	if shown > 0 {
		if err := new(gridTables).markdown(&b, g); err != nil {
			return nil, err
		}
	}
	if rest := len(r.Verdicts) - shown; rest > 0 {
		fmt.Fprintf(&b, "\n%d more verdicts do not fit here: the worst are shown.\n", rest)
	}
	if text := stoppedByWarnings(r); text != "" {
		b.WriteString("\n" + titled(strings.ReplaceAll(text, "--fail-on warn", "`--fail-on warn`")) + ".\n")
	}
	if r.Today != 0 {
		b.WriteString("\nAges and waivers as of " + r.Today.String() + ".\n")
	}
	var numbered []string
	for i, note := range notes {
		numbered = append(numbered, superscript(i+1)+" "+visible(note))
	}
	list(&b, numbered)
	if warnings := dataWarnings(r, warningsInMarkdown); len(warnings) > 0 && (shown > 0 || len(r.Verdicts) == 0) {
		b.WriteString("\nWarnings of the answers:\n")
		list(&b, warnings)
	}
	return b.Bytes(), nil
}
