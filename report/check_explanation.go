package report

import (
	"fmt"
	"io"

	"github.com/cxgap/cxgap/analysis/gate"
)

// CheckExplanation writes what a rule means and how each of its verdicts came to be.
func CheckExplanation(w io.Writer, e *gate.Explanation, o TableOptions) error {
	if o.Width <= 0 {
		o.Width = checkWidth
	}
	t := &tableRenderer{options: o}
	t.line(fmt.Sprintf("%s  (%s:%d)", visible(e.Rule), visible(e.File), e.Line))
	t.line("  expects  " + visible(e.Expect))
	if e.Warn != "" {
		t.line("  warns    unless " + visible(e.Warn))
	}
	for _, m := range e.Measures {
		t.wrapped("  ", fmt.Sprintf("%s: %s (%s)", visible(m.Text), m.Meaning, m.Unit))
	}
	for _, p := range e.Policies {
		t.wrapped("  ", visible(p))
	}
	for _, s := range e.Subjects {
		label := visible(s.Verdict.Label)
		if label == "" {
			label = visible(e.Rule)
		}
		t.line("")
		t.line(label + ": " + verdictWord(s.Verdict))
		for _, c := range s.Comparisons {
			t.line("  " + visible(c.Text) + ": " + c.State)
			if line := measuredLine(c); line != "" {
				t.line("    " + line)
			}
			if c.Measured.Figure != "" {
				t.line("    figure " + visible(c.Measured.Figure))
			}
		}
		if note := remarkOn(s.Verdict); note != "" {
			t.wrapped("  ", visible(note))
		}
	}
	return writeToLog(w, t.out.Bytes())
}

// measuredLine says what one comparison rests on: value, interval and base, and the p that decide it.
func measuredLine(c gate.ExplainedComparison) string {
	v := c.Measured
	if c.Missing != "" {
		return visible(c.Missing)
	}
	text := v.Category
	if v.Category == "" {
		value, ends := measured(v)
		text = value + v.Unit
		if ends != "" && v.Low != v.High {
			text += " " + ends
		} else {
			text += " exact"
		}
	}
	text += ", n " + checkBase(v)
	if v.ByValue {
		return text + "; the value alone decides"
	}
	if v.Low == v.High && v.Category == "" {
		return text
	}
	text += fmt.Sprintf("; p for beyond the limit %s, for within %s", english().pText(c.Against, float64(c.Level)), english().pText(c.InFavour, float64(c.Level)))
	if c.Adjusted > 1 {
		text += fmt.Sprintf(", the smaller times %s for the repetitions", english().number(c.Adjusted, 0))
	}
	return text
}
