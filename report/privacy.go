package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/disclosure"
)

// privacyFinding is a finding in words.
type privacyFinding struct {
	disclosure.Finding
	Learnt string `json:"learnt"`
	Remedy string `json:"remedy"`
}

// privacyLimits say what such a check cannot see.
func privacyLimits() []string {
	return []string{
		"what readers know of each other, and outputs that were not named here",
		"what base, mean and shares of a small group say together: nearly its answers, though not who gave them",
		"what follows from figures over several items or audiences (alignment, spread, scores, mix and rate, ranks), from more than two outputs together, or from segments whose values are parts of each other's",
		"who is hidden in a rest that is weighted, or all alike within its scale",
	}
}

// whom names the group of a finding.
func whom(f disclosure.Finding) string {
	text := f.Audience
	if f.Segment != "" {
		text += ", " + f.Segment
	}
	if f.Wave != "" {
		text += ", " + f.Wave
	}
	return visible(text)
}

// exposedAnswers counts those who are exposed.
func exposedAnswers(f disclosure.Finding) string {
	switch {
	case f.BaseTo == 0:
		return "the few"
	case f.Base == 1 && f.BaseTo == 1:
		return "1 answer"
	case f.Base == f.BaseTo:
		return fmt.Sprintf("%d answers", f.Base)
	}
	return fmt.Sprintf("%d to %d answers", f.Base, f.BaseTo)
}

// learnt says in one sentence what could be learnt, and the remedy. No value is said.
func learnt(f disclosure.Finding) (sentence, remedy string) {
	exact := ""
	if f.Weighted {
		exact = ", the latter less exactly, for answers are weighted"
	}
	switch f.Code {
	case disclosure.FewAnswers:
		return "Figures are shown of " + exposedAnswers(f) + ": what so few said can be told.",
			"make the output again with the minimum base; a group that agreed to be shown is declared anonymous: false, which a table cannot say but a result does"
	case disclosure.AllAlike:
		return "Figures of " + exposedAnswers(f) + " say that all of these are alike, or that all or none are in a box: so they say what each one answered.",
			"make the output again with this version, which hides such figures, or leave the group out"
	case disclosure.RestOfTotal:
		return "The total less the values that are shown leaves " + exposedAnswers(f) + ": their number and mean follow" + exact + ".",
			"leave out one more value of the segment, the smallest that is shown, or the whole segment"
	case disclosure.FollowsFromOthers:
		return "A figure that is not shown follows from others that are: a difference and its other side.",
			"leave out the differences with the hidden figure too"
	}
	sentence = "The two outputs differ by " + exposedAnswers(f) + ": the difference of their sums is what these answered, if all of the smaller are in the larger" + exact + "."
	if f.Assumed {
		sentence += " That both are of one study a table does not say."
	}
	return sentence, "give only one of the two to a reader, or make the later one again once more people have answered"
}

// PrivacyTable writes for a terminal what was found, what was looked at, and what such a look cannot see.
func PrivacyTable(w io.Writer, r *disclosure.Report, o TableOptions) error {
	if o.Width <= 0 {
		o.Width = plainWidth
	}
	t := &tableRenderer{options: o}
	if err := t.privacyFindings(r); err != nil {
		return err
	}
	for _, f := range r.Files {
		t.wrapped("looked at: ", privacyFile(f))
	}
	for _, x := range r.Refuted {
		t.wrapped("not found: ", fmt.Sprintf("the bases of %s in %s differ by fewer than the minimum, but their figures show that neither group is the other with some more",
			whom(disclosure.Finding{Audience: x.Audience, Segment: x.Segment, Wave: x.Wave}), files(x.Files)))
	}
	for _, limit := range privacyLimits() {
		t.wrapped("not seen: ", limit)
	}
	if len(r.Findings) == 0 {
		t.line("Nothing found of what was looked for. That is no proof that nobody can be recognised.")
	} else {
		t.line(fmt.Sprintf("%d found", len(r.Findings)))
	}
	_, err := w.Write(t.out.Bytes())
	return err
}

// files names files in a sentence.
func files(names []string) string { return strings.Join(visibles(names), " and ") }

// namedFigures is how many figures of a finding a table names.
const namedFigures = 3

func (t *tableRenderer) privacyFindings(r *disclosure.Report) error {
	if len(r.Findings) == 0 {
		return nil
	}
	g := grid{columns: []column{{"#", numbers}, {"finding", words}, {"who", words}, {"base", numbers}, {"figures", numbers}, {"file", words}}}
	for i, f := range r.Findings {
		base := notAsked
		if f.BaseTo > 0 {
			base = fmt.Sprint(f.Base)
			if f.BaseTo > f.Base {
				base += fmt.Sprintf("–%d", f.BaseTo)
			}
		}
		g.rows = append(g.rows, row{cells: []cell{{fmt.Sprint(i + 1)}, {f.Code}, {whom(f)}, {base}, {fmt.Sprint(len(f.Figures))}, {files(f.Files)}}})
	}
	if err := t.grid(g); err != nil {
		return err
	}
	t.line("")
	for i, f := range r.Findings {
		said, remedy := learnt(f)
		t.wrapped(fmt.Sprintf("%d  ", i+1), said)
		named := visibles(f.Figures[:min(namedFigures, len(f.Figures))])
		if more := len(f.Figures) - len(named); more > 0 {
			named = append(named, fmt.Sprintf("and %d more (--format json has all)", more))
		}
		t.wrapped("   ", strings.Join(named, ", "))
		t.wrapped("   ", "remedy: "+remedy)
	}
	t.line("")
	return nil
}

// privacyFile says what was looked at in one file.
func privacyFile(f disclosure.File) string {
	text := fmt.Sprintf("%s: %d figures, %d with a number, %d suppressed; minimum base %d", visible(f.File), f.Figures, f.Shown, f.NotShown, f.MinimumBase)
	if f.Table {
		text += "; a table says neither its minimum base nor who agreed to be shown nor the ends of scales in points, the saved result does"
	}
	if len(f.Waived) > 0 {
		text += "; not judged, as anonymous: false: " + strings.Join(visibles(f.Waived), ", ")
	}
	if f.Small > 0 {
		text += fmt.Sprintf("; groups of %d to %d answers with a mean: %d, whose answers can nearly be told (--minimum-base %d finds them)", f.MinimumBase, 2*f.MinimumBase-1, f.Small, 2*f.MinimumBase)
	}
	return text
}

// PrivacyJSON writes what was found with its sentences, and what such a look cannot see.
func PrivacyJSON(w io.Writer, r *disclosure.Report) error {
	out := struct {
		*disclosure.Report
		Findings []privacyFinding `json:"findings"`
		NotSeen  []string         `json:"not_seen"`
	}{Report: r, Findings: []privacyFinding{}, NotSeen: privacyLimits()}
	for _, f := range r.Findings {
		said, remedy := learnt(f)
		out.Findings = append(out.Findings, privacyFinding{f, said, remedy})
	}
	return indentedJSON(w, out)
}
