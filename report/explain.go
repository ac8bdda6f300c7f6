package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// FindFigure returns the figure of this id; nil and the nearest id if there is none.
func FindFigure(r *analysis.Result, id string) (f *analysis.Figure, nearest string) {
	ids := make([]string, len(r.Figures))
	for i := range r.Figures {
		if r.Figures[i].ID == id {
			return &r.Figures[i], ""
		}
		ids[i] = r.Figures[i].ID
	}
	return nil, study.Nearest(id, ids)
}

// Explain writes all that is known of one figure: what it means, its numbers, base and notes, what it was made from, and the part of
// the methods that defines it.
func Explain(w io.Writer, r *analysis.Result, f *analysis.Figure, methods string) error {
	d := definitionOf(f)
	var b strings.Builder
	say := func(head, text string) {
		if text == "" {
			return
		}
		for i, line := range wrap(text, plainWidth-12) {
			if i > 0 {
				head = ""
			}
			fmt.Fprintf(&b, "%-11s %s\n", head, line)
		}
	}
	b.WriteString(visible(f.ID) + "\n")
	say("of", explainedRating(r, f))
	say("meaning", d.Meaning)
	say("formula", explainedFormula(r, f))
	say("value", explainedValue(f))
	say("interval", explainedInterval(f))
	say("p", explainedP(f))
	say("verdict", f.Verdict)
	say("decided by", explainedDecision(r, f))
	say("base", explainedBase(f))
	for i, note := range f.Note {
		say(map[bool]string{true: "notes"}[i == 0], note+": "+meaningOf(note))
	}
	for i, line := range ingredientsOf(r, f) {
		say(map[bool]string{true: "made of"}[i == 0], line)
	}
	for i, line := range inputsOf(r, f) {
		say(map[bool]string{true: "from"}[i == 0], line)
	}
	say("choices", english().choices(r).lines[0])
	say("methods", "docs/methods.md, "+d.Source)
	if text := sectionOf(methods, d.Source); text != "" {
		b.WriteString("\n" + text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func definitionOf(f *analysis.Figure) analysis.Definition {
	for _, d := range analysis.Definitions() {
		if d.Analysis == f.Analysis && d.Statistic == f.Statistic {
			return d
		}
	}
	return analysis.Definition{}
}

func meaningOf(code string) string {
	for _, c := range analysis.Codes() {
		if c.Code == code {
			return c.Meaning
		}
	}
	return code
}

// full writes a number with all the digits that carry it.
func full(x analysis.Number) string {
	return strings.Replace(strconv.FormatFloat(float64(x), 'g', -1, 64), "-", "−", 1)
}

func explainedValue(f *analysis.Figure) string {
	if !f.Value.Defined() {
		if f.Unit == "" {
			return ""
		}
		return english().undefined()
	}
	text := full(f.Value)
	if f.Unit != "" {
		text += " (" + string(f.Unit) + ")"
	}
	if f.SE.Defined() {
		text += ", standard error " + full(f.SE)
	}
	if f.DF.Defined() {
		text += " on " + full(f.DF) + " degrees of freedom"
	}
	return text
}

func explainedInterval(f *analysis.Figure) string {
	if !f.Low.Defined() && !f.High.Defined() {
		return ""
	}
	end := func(x analysis.Number) string {
		if !x.Defined() {
			return "no bound"
		}
		return full(x)
	}
	return fmt.Sprintf("%s to %s, at %s %%", end(f.Low), end(f.High), full(100*f.Level))
}

func explainedP(f *analysis.Figure) string {
	if !f.P.Defined() {
		return ""
	}
	text := english().pText(f.P, 1-float64(f.Level))
	if f.PAdjusted.Defined() {
		text += fmt.Sprintf(", adjusted %s over %s", english().pText(f.PAdjusted, 1-float64(f.Level)), english().counted(int(f.Family), "%s comparison", "%s comparisons"))
	}
	return text
}

// explainedDecision says by which p a gap's verdict is decided: it is not always that of the difference, and would else contradict it.
func explainedDecision(r *analysis.Result, f *analysis.Figure) string {
	if f.Analysis != "gap" || f.Statistic != "difference" || f.Segment != "" {
		return ""
	}
	of := key{f.Analysis, f.Kind, f.Perspective, f.Audience, f.Versus, f.Item, "disparity", f.Wave}
	decision := newLookup(r, english()).figure(of)
	if decision == nil || !decision.P.Defined() {
		return ""
	}
	if decision.P == f.P {
		return "for a difference: this p"
	}
	return "for a difference: the larger p of Welch's test and the rank test, p " + explainedP(decision)
}

func explainedBase(f *analysis.Figure) string {
	side := func(n, effective analysis.Number) string {
		text := "n " + english().rounded(n)
		if effective.Defined() && effective != n {
			text += " (effective " + english().number(effective, 1) + ")"
		}
		return text
	}
	switch {
	case !f.N.Defined():
		return ""
	case f.Versus != "" && f.NVersus.Defined():
		return side(f.N, f.NEffective) + " of " + f.Audience + ", " + side(f.NVersus, f.NEffectiveVersus) + " of " + f.Versus
	case f.Audience != "":
		return side(f.N, f.NEffective) + " of " + f.Audience
	}
	return side(f.N, f.NEffective)
}

// inputsOf returns the rows behind a figure, kept and left out, by file.
func inputsOf(r *analysis.Result, f *analysis.Figure) []string {
	var lines []string
	for i, line := range english().flowLines(r) {
		audience := r.Flow[i].Audience
		if f.Audience == "" || audience == f.Audience || audience == f.Versus {
			lines = append(lines, line)
		}
	}
	return lines
}

// sectionOf returns the section of a page under a heading of the second level.
func sectionOf(page, heading string) string {
	_, after, found := strings.Cut(page, "\n## "+heading+"\n")
	if !found {
		return ""
	}
	text, _, _ := strings.Cut(after, "\n## ")
	return strings.TrimSpace(text) + "\n"
}
