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

// CheckGitHub writes a check as annotations of GitHub Actions, the worst first, at most ten of a kind and a count of the rest.
func CheckGitHub(w io.Writer, r *gate.Report) error {
	var b bytes.Buffer
	for _, kind := range []struct {
		command string
		level   gate.Level
	}{{"error", gate.Failure}, {"warning", gate.Warning}} {
		n := 0
		for _, v := range r.Verdicts {
			if v.Level != kind.level {
				continue
			}
			if n++; n <= annotationsOfAKind {
				fmt.Fprintf(&b, "::%s file=%s,line=%d,title=%s::%s\n", kind.command, annotationProperty(v.File), v.Line,
					annotationProperty("cxgap check: "+v.Rule), annotationText(sentence(v)))
			}
		}
		if rest := n - annotationsOfAKind; rest > 0 {
			fmt.Fprintf(&b, "::%s title=cxgap check::and %d more\n", kind.command, rest)
		}
	}
	fmt.Fprintf(&b, "::notice title=cxgap check::%s\n", annotationText(CheckSummary(r)))
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
