package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// newDocument lays a result out.
func newDocument(r *analysis.Result, detail bool) *document {
	l := newLookup(r)
	d := &document{title: visible(r.Title)}
	if d.title == "" {
		d.title = "Perception gaps"
	}
	overview := l.overview()
	overview.lines = l.headline()
	d.sections = append(d.sections, overview)
	for _, t := range l.topics() {
		switch len(t.audiences) {
		case 0:
		case 1:
			d.sections = append(d.sections, l.profileSection(t))
		default:
			if l.hasMeans(t) {
				d.sections = append(d.sections, l.gapSection(t))
			}
			if detail {
				d.sections = append(d.sections, l.detailSections(t)...)
			} else if s := l.beliefDetail(t); l.believed(t) && len(s.grid.rows) > 0 {
				d.sections = append(d.sections, s)
			}
		}
	}
	d.sections = append(d.sections, l.importanceSections(false, false)...)
	d.sections = append(d.sections, l.perspectiveSections()...)
	d.sections = append(d.sections, l.selfSections()...)
	d.sections = append(d.sections, l.changeSections()...)
	d.sections = append(d.sections, l.segmentSections(detail)...)
	d.remarks = l.remarks()
	return d
}

// newDriversDocument lays out what matters to whom: all of it, and nothing else.
func newDriversDocument(r *analysis.Result, plot bool) *document {
	l := newLookup(r)
	d := &document{title: visible(r.Title)}
	if d.title == "" {
		d.title = "What matters"
	}
	overview := l.overview()
	sections := l.importanceSections(true, plot)
	if len(sections) == 0 {
		overview.lines = []string{"nothing to say of what matters: no audience rated items for both importance and performance, or has an outcome to explain"}
	}
	d.sections = append([]section{overview}, sections...)
	d.remarks = l.remarks()
	return d
}

// remarks are what every document says below its tables.
func (l *lookup) remarks() []remark {
	r := l.result
	return []remark{{"Rows", flowLines(r)}, assumptions(r), {"Warnings", messages(r.Warnings)}, choices(r), provenance(r)}
}

// hasMeans reports whether a topic has more than published shares.
func (l *lookup) hasMeans(t *topic) bool {
	for _, a := range t.audiences {
		for _, i := range t.items {
			f := l.profile(t, a.ID, l.result.Items[i].ID, "mean")
			if f != nil && (f.Value.Defined() || !f.Note.Has(analysis.NoteTabulated)) {
				return true
			}
		}
	}
	return false
}

// flowLines says for every file how many rows were read and kept, and why the others were not.
func flowLines(r *analysis.Result) []string {
	shared := map[string]int{}
	for _, f := range r.Flow {
		shared[f.File]++
	}
	var lines []string
	for _, f := range r.Flow {
		file := visible(f.File)
		if shared[f.File] > 1 && f.Audience != "" {
			file += ", " + f.Audience
		}
		line := fmt.Sprintf("%s: read %s, kept %s", file, whole(f.Read), whole(f.Kept))
		if f.Audience == "" {
			line = fmt.Sprintf("%s: %s of no audience", file, counted(f.Read, "row"))
		}
		var reasons []string
		for _, why := range f.Dropped {
			reasons = append(reasons, fmt.Sprintf("%s %s", whole(why.Rows), strings.ReplaceAll(string(why.Reason), "_", " ")))
		}
		if len(reasons) > 0 && f.Audience != "" {
			line += "; left out: " + strings.Join(reasons, ", ")
		}
		lines = append(lines, line)
	}
	return lines
}

func assumptions(r *analysis.Result) remark {
	lines := messages(r.Assumptions)
	if len(lines) == 0 {
		lines = []string{"nothing"}
	}
	return remark{"Assumed", lines}
}

func messages(notices []study.Notice) []string {
	var lines []string
	for _, n := range notices {
		lines = append(lines, visible(n.Message))
	}
	return lines
}

// choices names the settings that a reader could contest.
func choices(r *analysis.Result) remark {
	c := r.Choices
	adjust := strings.ReplaceAll(string(c.Adjust), "_", " ")
	return remark{"Choices", []string{fmt.Sprintf(
		"confidence %s, adjustment %s, equivalence margin %s, target %s POMP, top box %s, bottom box %s, minimum base %d, %s resamples, seed %d",
		confidence(c), adjust, strings.Replace(c.Equivalence, "%", " % of the range", 1), short(c.Target),
		counted(c.TopBox, "point"), counted(c.BottomBox, "point"), c.MinimumBase, whole(c.Resamples), c.Seed)}}
}

// provenance names the program and the bytes that a result comes from.
func provenance(r *analysis.Result) remark {
	lines := []string{r.Generator.Name + " " + r.Generator.Version}
	if r.StudySHA256 != "" {
		lines = append(lines, "study file, SHA-256 "+fingerprint(r.StudySHA256))
	}
	for _, in := range r.Inputs {
		lines = append(lines, fmt.Sprintf("%s, SHA-256 %s: %s (%s), %s", visible(in.File), fingerprint(in.SHA256),
			visible(in.Platform), visible(in.Evidence), visible(in.Encoding)))
	}
	return remark{"Provenance", lines}
}

// fingerprint shortens a hash to what tells files apart at a glance; the JSON has all of it.
func fingerprint(sha256 string) string {
	const shown = 12
	if len(sha256) <= shown {
		return sha256
	}
	return sha256[:shown] + "…"
}

// Notices returns assumptions and warnings as lines, for formats that have no room for them.
func Notices(r *analysis.Result) []string {
	var lines []string
	for _, n := range r.Assumptions {
		lines = append(lines, "assumed: "+visible(n.Message))
	}
	for _, n := range r.Warnings {
		lines = append(lines, "warning: "+visible(n.Message))
	}
	return lines
}

// errorWriter remembers the first error of writing: tablewriter does not report it.
type errorWriter struct {
	w   io.Writer
	err error
}

func (e *errorWriter) Write(p []byte) (int, error) {
	if e.err != nil {
		return 0, e.err
	}
	n, err := e.w.Write(p)
	e.err = err
	return n, err
}
