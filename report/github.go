package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/gate"
)

// annotationsOfAKind is how many annotations of a kind GitHub shows for a step.
const annotationsOfAKind = 10

// noticesOfData is how many warnings of the answers are annotations: few, for they are no verdicts.
const noticesOfData = 4

// CheckGitHub writes a check as annotations of GitHub Actions, the worst first, at most ten of a kind; then a few warnings of the answers. The
// last one counts, the rest too.
func CheckGitHub(w io.Writer, r *gate.Report) error {
	var b bytes.Buffer
	verdicts := worstFirst(r.Verdicts)
	summary := CheckSummary(r)
	if text := stoppedByWarnings(r); text != "" {
		summary += "; " + text
	}
	for _, kind := range []struct {
		command, name string
		is            func(gate.Verdict) bool
	}{{"error", "failures", r.Stops}, {"warning", "warnings", func(v gate.Verdict) bool { return v.Level == gate.Warning && !r.Stops(v) }}} {
		n := 0
		for _, v := range verdicts {
			if !kind.is(v) {
				continue
			}
			if n++; n <= annotationsOfAKind {
				fmt.Fprintf(&b, "::%s file=%s,line=%d,title=%s::%s\n", kind.command, annotationProperty(v.File), v.Line,
					annotationProperty("cxgap check: "+visible(v.Rule)), annotationText(sentence(v)))
			}
		}
		if rest := n - annotationsOfAKind; rest > 0 {
			summary += fmt.Sprintf("; %d more %s have no annotation", rest, kind.name)
		}
	}
	for _, line := range dataWarnings(r, noticesOfData) {
		fmt.Fprintf(&b, "::notice title=%s::%s\n", annotationProperty("cxgap check: the answers"), annotationText(line))
	}
	fmt.Fprintf(&b, "::notice title=cxgap check::%s\n", annotationText(summary))
	_, err := w.Write(b.Bytes())
	return err
}

// annotationText escapes what ends a command of GitHub Actions.
func annotationText(text string) string {
	return annotationEscapes.Replace(text)
}

var annotationEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", noBreak, " ")

// annotationProperty escapes what ends a property of a command besides.
func annotationProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(annotationText(text))
}
