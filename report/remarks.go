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
	l := newLookup(r, english())
	d := &document{title: visible(r.Title)}
	if d.title == "" {
		d.title = l.text("Perception gaps")
	}
	overview := l.overview()
	overview.lines = l.headline()
	d.sections = append(d.sections, overview)
	first := true // gap table
	for _, t := range l.topics() {
		switch len(t.audiences) {
		case 0:
		case 1:
			d.sections = append(d.sections, l.profileSection(t))
		default:
			if l.hasMeans(t) {
				d.sections = append(d.sections, l.gapSection(t, first))
				first = false
			}
			if detail {
				d.sections = append(d.sections, l.detailSections(t)...)
			} else if s := l.beliefDetail(t); l.believed(t) && len(s.grid.rows) > 0 {
				d.sections = append(d.sections, s)
			}
		}
	}
	d.sections = append(d.sections, l.importanceSections(false, false)...)
	d.sections = append(d.sections, l.perspectiveSections(l.everyWave())...)
	d.sections = append(d.sections, l.selfSections(l.everyWave())...)
	d.sections = append(d.sections, l.changeSections()...)
	d.sections = append(d.sections, l.segmentSections(detail)...)
	l.explainSides(d.sections)
	d.remarks = l.remarks()
	return d
}

// newDriversDocument lays out what matters to whom: all of it, and nothing else.
func newDriversDocument(r *analysis.Result, plot bool) *document {
	l := newLookup(r, english())
	d := &document{title: visible(r.Title)}
	if d.title == "" {
		d.title = l.text("What matters")
	}
	overview := l.overview()
	sections := l.importanceSections(true, plot)
	if len(sections) == 0 {
		overview.lines = []string{l.text("nothing to say of what matters: no audience rated items for both importance and performance, or has an outcome to explain")}
	}
	d.sections = append([]section{overview}, sections...)
	l.explainSides(d.sections)
	d.remarks = l.remarks()
	return d
}

// remarks are what every document says below its tables.
func (l *lookup) remarks() []remark {
	r := l.result
	return []remark{{l.text("Rows"), l.flowLines(r)}, l.assumptions(r), {l.text("Warnings"), l.messages(r.Warnings)}, l.choices(r), l.provenance(r, fingerprint)}
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
func (w *language) flowLines(r *analysis.Result) []string {
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
		line := w.text("%s: read %s, kept %s", file, w.whole(f.Read), w.whole(f.Kept))
		if f.Audience == "" {
			line = w.text("%s: %s of no audience", file, w.counted(f.Read, "%s row", "%s rows"))
		}
		var reasons []string
		for _, why := range f.Dropped {
			reasons = append(reasons, fmt.Sprintf("%s %s", w.whole(why.Rows), w.word(strings.ReplaceAll(string(why.Reason), "_", " "))))
		}
		if len(reasons) > 0 && f.Audience != "" {
			line += "; " + w.text("left out: %s", strings.Join(reasons, ", "))
		}
		lines = append(lines, line)
	}
	return lines
}

func (l *lookup) assumptions(r *analysis.Result) remark {
	lines := l.messages(r.Assumptions)
	if len(lines) == 0 {
		lines = []string{l.text("nothing")}
	}
	return remark{l.text("Assumed"), lines}
}

// messages says notices to whoever reads the report.
func (l *lookup) messages(notices []study.Notice) []string {
	var lines []string
	for _, n := range notices {
		switch {
		case !l.client:
			lines = append(lines, visible(n.Text()))
		case n.Code != study.OptionUnused: // that a flag did nothing says nothing of the answers
			lines = append(lines, l.clientNotice(n))
		}
	}
	return lines
}

// ofLabel calls the audience that a notice begins with by its label: clients do not know the ids of a study file.
func (l *lookup) ofLabel(n study.Notice) study.Notice {
	for _, a := range l.result.Audiences {
		if rest, about := strings.CutPrefix(n.Message, a.ID+": "); about && n.Where == a.ID {
			n.Message = a.Label + ": " + rest
		}
	}
	return n
}

// choices names the settings that a reader could contest.
func (w *language) choices(r *analysis.Result) remark {
	c := r.Choices
	adjust := w.adjustment(c.Adjust)
	return remark{w.text("Choices"), []string{w.text(
		"confidence %s, adjustment for the number of comparisons: %s, margin within which gaps count as similar %s, target %s of 100, top box %s, bottom box %s, minimum base %d, %s resamples, seed %d",
		w.confidence(c), adjust, w.margin(c.Equivalence, "%s %% of the range"), w.short(c.Target),
		w.counted(c.TopBox, "%s point", "%s points"), w.counted(c.BottomBox, "%s point", "%s points"), c.MinimumBase, w.whole(c.Resamples), c.Seed)}}
}

// adjustment names a method of adjusting by its authors.
func (w *language) adjustment(a study.Adjustment) string {
	switch a {
	case study.Holm:
		return w.text("Holm")
	case study.BenjaminiHochberg:
		return w.text("Benjamini–Hochberg")
	}
	return w.text("none")
}

// provenance names the program and the bytes that a result comes from.
func (l *lookup) provenance(r *analysis.Result, hash func(string) string) remark {
	lines := []string{r.Generator.Name + " " + r.Generator.Version}
	if r.StudySHA256 != "" {
		lines = append(lines, l.text("study file, SHA-256 %s", hash(r.StudySHA256)))
	}
	for _, in := range r.Inputs {
		platform := l.platform(in.Platform)
		if in.Platform != genericPlatform && !l.client { // what gave it away is said to who holds the files
			platform += " (" + visible(in.Evidence) + ")"
		}
		lines = append(lines, l.text("%s, SHA-256 %s: %s, %s", visible(in.File), hash(in.SHA256), platform, l.encoding(in.Encoding)))
	}
	return remark{l.text("Provenance"), lines}
}

// platform is what the makers of a platform call it, of an export by its id; a kind of table that is nobody's is described.
func (w *language) platform(id string) string {
	switch id {
	case genericPlatform:
		return w.text("a plain table, of no known platform")
	case "long":
		return w.text("a table of one answer a row")
	case "tabulated":
		return w.text("published figures")
	}
	names := map[string]string{
		"alchemer": "Alchemer", "fevs": "Federal Employee Viewpoint Survey", "formbricks": "Formbricks", "google_forms": "Google Forms", "kobotoolbox": "KoboToolbox",
		"limesurvey": "LimeSurvey", "microsoft_forms": "Microsoft Forms", "qualtrics": "Qualtrics", "redcap": "REDCap", "surveymonkey": "SurveyMonkey",
		"triple_s": "Triple-S", "typeform": "Typeform",
	}
	if name, known := names[id]; known {
		return name
	}
	return visible(id) // of a result that another version wrote
}

// genericPlatform is what an export is called that no platform has left its marks on.
const genericPlatform = "generic"

// wholeHash writes a hash in full, for a reader who holds the files against it.
func wholeHash(sha256 string) string { return sha256 }

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
		lines = append(lines, "assumed: "+visible(n.Text()))
	}
	for _, n := range r.Warnings {
		lines = append(lines, "warning: "+visible(n.Text()))
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

// encoding names the encoding of an input, a name that no language translates, and what is said of it: how it was marked, or that it is a guess.
func (w *language) encoding(name string) string {
	if rest, marked := strings.CutSuffix(name, " with byte order mark"); marked {
		return w.text("%s with byte order mark", visible(rest))
	}
	if rest, guessed := strings.CutSuffix(name, " (assumed)"); guessed {
		return w.text("%s (assumed)", visible(rest))
	}
	return visible(name)
}
