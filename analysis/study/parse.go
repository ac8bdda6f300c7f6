package study

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Parse reads a study file. Everything that can be wrong without looking at an export is found here, all at once; the
// error is a *FileError.
func Parse(name string, text []byte) (*Study, error) {
	source, root, err := readYAML(name, text, studyForm())
	if err != nil {
		return nil, err
	}
	d := &fileDecoder{decoder: decoder{source: source}, study: &Study{Source: source}}
	d.file(root)
	if len(d.faults) > 0 {
		return nil, fileError(source, d.faults)
	}
	return d.study, nil
}

// readYAML reads the text of a file as a tree. The error is a *FileError.
func readYAML(name string, text []byte, f form) (*Source, *node, error) {
	sum := sha256.Sum256(text)
	source := &Source{Name: name, Text: strings.TrimPrefix(string(text), "\ufeff"), SHA256: hex.EncodeToString(sum[:])}
	if fault := unreadable(source, f); fault != nil {
		return nil, nil, fileError(source, []Fault{*fault})
	}
	root, faults := parseYAML(source, f)
	if len(faults) > 0 {
		return nil, nil, fileError(source, faults)
	}
	return source, root, nil
}

// unreadable finds the first byte that no text has.
func unreadable(s *Source, f form) *Fault {
	for n, line := range linesOf(s.Text) {
		for i, r := range line {
			if r == utf8.RuneError || r < ' ' && r != '\t' {
				return &Fault{
					Place: Place{File: s.Name, Line: n + 1, Column: utf8.RuneCountInString(line[:i]) + 1}, Message: "not a text in UTF-8",
					Hint: "a " + f.name + " is YAML; exports are named in a study file, or as AUDIENCE=FILE",
				}
			}
		}
	}
	return nil
}

// fileError sorts faults by place, adds the lines that carets stand under, and cuts the list.
func fileError(s *Source, faults []Fault) *FileError {
	sort.SliceStable(faults, func(i, j int) bool {
		a, b := faults[i].Place, faults[j].Place
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	})
	e := &FileError{}
	for _, f := range faults {
		if f.Line == "" {
			f.Line = s.Line(f.Place.Line)
		}
		e.Add(f)
	}
	return e
}

// fileDecoder reads the whole file; parts of it refer to what was read before.
type fileDecoder struct {
	decoder
	study   *Study
	scale   Scale
	missing Missing
	codes   []CodedCell
	noCodes bool
	// oneScale is what the file says of all questions.
	oneScale bool
	taken    map[string]map[string]Place // by audience and selector: the rating that uses the column
}

func (d *fileDecoder) file(root *node) {
	s := d.study
	s.Quality, s.Analysis, s.Privacy = Defaults()
	d.taken = map[string]map[string]Place{}
	d.fields(root, "the study file",
		field{"title", d.text(&s.Title, "title")},
		field{"language", d.language},
		field{"waves", d.waves},
		field{"audiences", func(n *node) { d.each(n, "audiences", d.audience) }},
		field{"segments", d.segments},
		field{"scale", func(n *node) { d.scale = d.readScale(n, "scale") }},
		field{"missing", func(n *node) { d.missing = d.readMissing(n) }},
		field{"codes", d.codesOf(&d.codes, &d.noCodes)},
		field{"one_scale", d.boolean(&d.oneScale, "one_scale")},
		field{"quality", d.quality},
		field{"analysis", d.analysis},
		field{"privacy", d.privacy},
		field{"items", func(n *node) { d.each(n, "items", d.item) }},
		field{"constructs", d.constructs},
		field{"outcome", d.outcome},
		field{"journey", d.journey},
		field{"checks", d.checks},
	)
	s.Constructs = append(s.Constructs, dimensions(s.Items)...)
	d.everyWave()
	d.missingPoints()
	top := Place{File: d.source.Name, Line: 1, Column: 1}
	if len(s.Audiences) == 0 && len(d.faults) == 0 {
		d.fault(top, "audiences: {customers: {files: [customers.csv]}}", "the study names no audiences")
	}
	if len(s.Items) == 0 && s.Outcome == nil && len(d.faults) == 0 {
		d.noItems(root, top)
	}
}

// noItems says that there is nothing to analyse. In a draft all items may stand in comments, below a key without a value: whoever reads the
// exports says so.
func (d *fileDecoder) noItems(root *node, top Place) {
	if slices.ContainsFunc(root.entries, func(e entry) bool { return e.key == "items" }) {
		return
	}
	d.fault(top, "items: {listens: {performance: Q5_2}}", "the study names no items")
}

// Languages are those that a report's fixed texts can be in.
func Languages() []string { return []string{"en", "de"} }

func (d *fileDecoder) language(n *node) {
	if !d.is(n, scalar, "language") {
		return
	}
	if !contains(Languages(), n.text) {
		d.fault(n.place, "language: "+strings.Join(Languages(), " or "), "there are no texts in language %q", n.text)
		return
	}
	d.study.Language = n.text
}

func (d *fileDecoder) waves(n *node) {
	for _, item := range d.texts(n, "waves") {
		if contains(d.study.Waves, item.text) {
			d.fault(item.place, "", "wave %q stands twice", item.text)
			continue
		}
		d.study.Waves = append(d.study.Waves, item.text)
	}
}

// label returns an id as words: net_promoter becomes Net promoter.
func label(id string) string {
	words := strings.ReplaceAll(id, "_", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// audienceID checks a reference to an audience.
func (d *fileDecoder) audienceID(id string, place Place) bool {
	if d.study.Audience(id) >= 0 {
		return true
	}
	var known []string
	for _, a := range d.study.Audiences {
		known = append(known, a.ID)
	}
	hint := "the audiences are " + strings.Join(known, ", ")
	if near := Nearest(id, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	d.fault(place, hint, "no audience %q", id)
	return false
}
