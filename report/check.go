package report

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/gate"
)

// checkGrid is the table of a check: every rule with its value, passes too.
func checkGrid(r *gate.Report) (grid, []string) {
	g := grid{columns: []column{
		{"rule", words}, {"verdict", words}, {"item", words}, {"value", numbers}, {"interval", words}, {"base", words}, {"limit", words}, {"distance", numbers},
	}}
	var notes []string
	for _, v := range r.Verdicts {
		reference := ""
		if text := remarkOn(v); text != "" {
			at := slices.Index(notes, text)
			if at < 0 {
				at, notes = len(notes), append(notes, text)
			}
			reference = " " + superscript(at+1)
		}
		value, interval, distance := english().undefined(), english().undefined(), notAsked
		switch {
		case v.Category != "":
			value, interval = categoryWords(v)
		case v.Value.Defined():
			value, interval = measured(v)
			interval = english().orNone(interval)
			if v.Low == v.High {
				interval = "exact"
			}
			if v.Distance.Defined() {
				distance = english().sided(v.Distance, func(x analysis.Number) string { return english().signed(x, v.Digits) }, 0)
			}
		}
		label := visible(v.Label)
		if label == "" {
			label = notAsked
		}
		g.rows = append(g.rows, row{cells: []cell{
			{visible(v.Rule)}, {verdictWord(v) + reference}, {label}, {value}, {interval}, {checkBase(v)}, {visible(v.Limit)}, {distance},
		}})
	}
	return g, notes
}

// measured writes the value of a verdict and its interval, if it has one, beside the limit that they are held against.
func measured(v gate.Verdict) (value, interval string) {
	write := func(x analysis.Number) string { return english().number(x, v.Digits) }
	limit := float64(v.Value - v.Distance)
	low, high := v.Low, v.High
	if adjustmentDecides(v) {
		low, high = v.Adjusted.Low, v.Adjusted.High
	}
	return english().sided(v.Value, write, limit), english().between(low, high, write, limit)
}

// adjustmentDecides reports whether a verdict is open for the other repetitions of its rule alone: its interval is then shown at the level
// that is left to it, for its own would contradict the verdict.
func adjustmentDecides(v gate.Verdict) bool { return v.Adjusted != nil && v.Adjusted.Decisive }

// decidedBy says what decided a verdict, if it was not the interval of the value alone; empty if it was.
func decidedBy(v gate.Verdict) string {
	switch {
	case v.ByValue && v.Low != v.High:
		return "decided by the value alone, whatever its interval"
	case adjustmentDecides(v) && v.Category != "":
		needed := english().percent(analysis.Number(1-(1-float64(v.Adjusted.Level))/2), 1)
		return fmt.Sprintf("open: Holm's adjustment asks this one of %d for more than %s of the resamples; alone it would be decided", v.Adjusted.Family, needed)
	case adjustmentDecides(v):
		level := english().number(100*v.Adjusted.Level, 1) + " %"
		return fmt.Sprintf("open at %s, which Holm's adjustment leaves to this one of %d: the interval is of that level; alone, at the level of the study, it would be decided", level, v.Adjusted.Family)
	}
	return ""
}

// categoryWords names the quadrant of a verdict, and says how sure it is.
func categoryWords(v gate.Verdict) (value, certainty string) {
	if !v.Stability.Defined() {
		return v.Category, english().undefined()
	}
	return v.Category, "stable " + english().percent(v.Stability, 1)
}

// checkBase writes the base or the two bases of a verdict.
func checkBase(v gate.Verdict) string {
	switch {
	case v.N.Defined() && v.NVersus.Defined():
		return english().rounded(v.N) + " / " + english().rounded(v.NVersus)
	case v.N.Defined():
		return english().rounded(v.N)
	}
	return notAsked
}

// verdictWord writes an outcome so that a failure is seen first.
func verdictWord(v gate.Verdict) string {
	switch {
	case v.Outcome == gate.Fail && v.Level == gate.Failure:
		return "FAIL"
	case v.Outcome == gate.Inconclusive && v.Level == gate.Failure:
		return "~ INCONCLUSIVE"
	case v.Outcome == gate.Inconclusive:
		return "~ inconclusive"
	case v.Outcome == gate.NoData && v.Level == gate.Failure:
		return "NO DATA"
	case v.Level == gate.Warning:
		return "warning: " + string(v.Outcome)
	}
	return string(v.Outcome)
}

// remarkOn says why a rule has its outcome, what would decide it, and what its value is if not that of one quantity.
func remarkOn(v gate.Verdict) string {
	var parts []string
	if v.Reason != "" {
		parts = append(parts, v.Reason)
	}
	if text := decidedBy(v); text != "" {
		parts = append(parts, text)
	}
	if v.Outcome == gate.Inconclusive {
		if text := decisive(v); text != "" {
			parts = append(parts, text)
		}
	}
	if v.Doubt != "" {
		parts = append(parts, v.Doubt)
	}
	if v.Basis != "" {
		parts = append(parts, v.Basis)
	}
	if v.Difference && v.Value.Defined() {
		parts = append(parts, "value and interval are of the left side less the right one")
	}
	return strings.Join(parts, "; ")
}

// beyondReach is how many times the answers nobody collects to decide a rule.
const beyondReach = 10

// decisive says how many answers would decide an inconclusive rule.
func decisive(v gate.Verdict) string {
	switch {
	case v.NeededN.Defined() && v.NVersus.Defined():
		return fmt.Sprintf("about %s answers of the audience that is not complete would decide it, if the value stays", english().rounded(v.NeededN))
	case v.NeededN.Defined():
		return fmt.Sprintf("about %s answers would decide it, if the value stays", english().rounded(v.NeededN))
	case v.Needed > beyondReach:
		return "the value lies practically on the limit: not even ten times the answers would decide it"
	case v.Needed.Defined():
		return fmt.Sprintf("about %s times the answers would decide it, if the value stays", english().number(v.Needed, 1))
	case v.Distance == 0:
		return "the value lies on the limit: more answers of its kind would not decide it;  decide: point  would"
	}
	return ""
}

// noneDecided is said of a check in which no rule passed or failed: it must not look as if the limits held.
const noneDecided = "no rule was decided: nothing is known of the limits"

// CheckSummary counts the outcomes in one line.
func CheckSummary(r *gate.Report) string {
	text := checkCounts(r)
	if !r.Decided() {
		text += "; " + noneDecided
	}
	return text
}

func checkCounts(r *gate.Report) string {
	text := fmt.Sprintf("%d failed, %d inconclusive, %d passed", r.Failed, r.Inconclusive, r.Passed)
	for _, more := range []struct {
		n    int
		what string
	}{{r.FailedMildly, "failed as a warning"}, {r.NoData, "without data"}} {
		if more.n > 0 {
			text += fmt.Sprintf(", %d %s", more.n, more.what)
		}
	}
	switch {
	case r.Warned == 1:
		text += "; 1 warning"
	case r.Warned > 1:
		text += fmt.Sprintf("; %d warnings", r.Warned)
	}
	return text
}

// stoppedByWarnings says why a check stops the pipeline although no rule failed; that one failed the counts say.
func stoppedByWarnings(r *gate.Report) string {
	switch {
	case r.StoppedBy != gate.StoppedByWarning:
		return ""
	case r.Warned == 1:
		return "stopped by --fail-on warn: 1 warning"
	}
	return fmt.Sprintf("stopped by --fail-on warn: %d warnings", r.Warned)
}

// dataWarnings writes the warnings of the answers that a check rests on, as many as there is room for, and counts the rest.
func dataWarnings(r *gate.Report, room int) []string {
	var lines []string
	for i, n := range r.Warnings {
		if i == room {
			rest := len(r.Warnings) - room
			if rest == 1 {
				return append(lines, "1 more warning of the answers: standard error lists all")
			}
			return append(lines, fmt.Sprintf("%d more warnings of the answers: standard error lists all", rest))
		}
		lines = append(lines, visible(n.Text()))
	}
	return lines
}

// checkWidth is how wide a check is that goes to no terminal: a line a verdict is worth more in a log than a page's width.
const checkWidth = 140

// CheckTable writes a check for a terminal.
func CheckTable(w io.Writer, r *gate.Report, o TableOptions) error {
	if o.Width <= 0 {
		o.Width = checkWidth
	}
	t := &tableRenderer{options: o}
	g, notes := checkGrid(r)
	if err := t.grid(g); err != nil {
		return err
	}
	t.line(checkCounts(r))
	if text := stoppedByWarnings(r); text != "" {
		t.line(text)
	}
	if r.Today != 0 {
		t.line("ages and waivers as of " + r.Today.String())
	}
	for i, note := range notes {
		t.wrapped("", superscript(i+1)+" "+visible(note))
	}
	if !r.Decided() {
		t.line(noneDecided)
	}
	return writeToLog(w, t.out.Bytes())
}

// writeToLog writes text that may stand in the log of a runner, which would take a line that begins with :: or ##[ for a command: a
// backslash before it takes that meaning away.
func writeToLog(w io.Writer, text []byte) error {
	_, err := w.Write(beginsAsCommand().ReplaceAll(text, []byte(`$1\$2`)))
	return err
}

func beginsAsCommand() *regexp.Regexp { return regexp.MustCompile(`(?m)^([^\S\n]*)(::|##\[)`) }

// CheckList names the rules of a check with what they expect, a rule a line.
func CheckList(w io.Writer, rules []*gate.Rule) error {
	var b bytes.Buffer
	for _, rule := range rules {
		fmt.Fprintf(&b, "%s\t%s\n", visible(rule.ID()), visible(strings.Join(strings.Fields(rule.Check().Expect.Text), " ")))
	}
	return writeToLog(w, b.Bytes())
}

// CheckJSON writes the report of a check as it is.
func CheckJSON(w io.Writer, r *gate.Report) error {
	return indentedJSON(w, r)
}
