package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/gate"
)

// CheckTrials writes what became of rule tests: each case on a line, those that did not go as wanted with what did.
func CheckTrials(w io.Writer, t *gate.Trials) error {
	var b bytes.Buffer
	for _, c := range t.Cases {
		word := "ok  "
		if len(c.Failures) > 0 {
			word = "FAIL"
		}
		fmt.Fprintf(&b, "%s  %s  (%s)\n", word, visible(c.Name), visible(c.Place.String()))
		for _, failure := range c.Failures {
			fmt.Fprintf(&b, "      %s\n", visible(failure))
		}
	}
	fmt.Fprintf(&b, "%d of %d cases as wanted\n", len(t.Cases)-t.Failed(), len(t.Cases))
	if len(t.Untested) > 0 {
		fmt.Fprintf(&b, "no case is about: %s\n", visible(strings.Join(t.Untested, ", ")))
	}
	return writeToLog(w, b.Bytes())
}
