package study

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// audience reads one entry of audiences.
func (d *fileDecoder) audience(e entry) {
	if !d.id(e, "an audience") {
		return
	}
	what := "audience " + e.key
	a := &Audience{ID: e.key, Label: label(e.key), Anonymous: true, Place: e.place}
	d.fields(e.value, what,
		field{"label", d.text(&a.Label, "label")},
		field{"files", func(n *node) { d.files(a, n) }},
		field{"population", func(n *node) { a.PopulationPlace = n.place; d.integer(&a.Population, 1, "population")(n) }},
		field{"anonymous", d.boolean(&a.Anonymous, "anonymous")},
		field{"reason", d.text(&a.Reason, "reason")},
		field{"where", func(n *node) { d.where(a, n) }},
		field{"id", d.selectorTo(&a.RespID, "id")},
		field{"id_across_files", func(n *node) { d.idAcrossFiles(a, n) }},
		field{"weight", d.selectorTo(&a.Weight, "weight")},
		field{"cluster", d.selectorTo(&a.Cluster, "cluster")},
		field{"duration", d.selectorTo(&a.Duration, "duration")},
		field{"time", func(n *node) { d.answerTime(a, n) }},
		field{"wave", func(n *node) { d.wave(a, n) }},
		field{"platform", d.text(&a.Platform, "platform")},
		field{"encoding", d.text(&a.Encoding, "encoding")},
		field{"delimiter", func(n *node) { d.delimiter(a, n) }},
		field{"header_rows", func(n *node) { d.headerRows(a, n) }},
		field{"sheet", d.text(&a.Sheet, "sheet")},
		field{"labels_from", func(n *node) { a.LabelsFromPlace = n.place; d.text(&a.LabelsFrom, "labels_from")(n) }},
		field{"dictionary", d.text(&a.Dictionary, "dictionary")},
		field{"decimal", func(n *node) { d.decimal(a, n) }},
		field{"tabulated", d.boolean(&a.Tabulated, "tabulated")},
	)
	if len(a.Files) == 0 && len(d.faults) == 0 {
		d.fault(e.place, "files: ["+e.key+".csv]", "%s names no files", what)
	}
	if !a.Anonymous && a.Reason == "" {
		d.fault(e.place, "reason: all 14 consented on 2026-09-01", "%s is not anonymous, but gives no reason for it", what)
	}
	d.noRespondents(a)
	if len(a.Where) == 0 && len(a.Files) > 0 {
		a.WherePlace = a.Files[0].Place
	}
	d.study.Audiences = append(d.study.Audiences, a)
}

// idAcrossFiles reads whether an id is one person in all files of an audience.
func (d *fileDecoder) idAcrossFiles(a *Audience, n *node) {
	var across bool
	d.boolean(&across, "id_across_files")(n)
	if a.RespID == nil {
		d.fault(n.place, "id: NAME  names the column of the ids", "audience %s says whether its ids hold across files, but not where they stand", a.ID)
	}
	a.IDAcrossFiles = &across
}

// noRespondents refuses what is said of the respondents of an audience whose files hold figures: nothing would come of it.
func (d *fileDecoder) noRespondents(a *Audience) {
	if !a.Tabulated {
		return
	}
	const hint = "of a table only  where:  chooses rows, and  wave: NAME  or  files: {NAME: [FILE]}  says of which wave they are"
	for _, key := range []struct {
		name   string
		column *Selector
	}{{"id", a.RespID}, {"weight", a.Weight}, {"cluster", a.Cluster}, {"duration", a.Duration}, {"column of the wave", a.Wave}} {
		if key.column != nil {
			d.fault(key.column.Place, hint, "audience %s is tabulated: its rows are figures and no respondents, and have no %s", a.ID, key.name)
		}
	}
	if a.Time != nil {
		d.fault(a.Time.Column.Place, hint, "audience %s is tabulated: its rows are figures and no respondents, and have no time", a.ID)
	}
	if a.LabelsFrom != "" {
		d.fault(a.LabelsFromPlace, hint, "audience %s is tabulated: its rows are figures and no respondents, and have no choice texts", a.ID)
	}
}

// decimal reads what parts the whole of a number from its fraction.
func (d *fileDecoder) decimal(a *Audience, n *node) {
	var text string
	d.text(&text, "decimal")(n)
	switch text {
	case "point", "":
	case "comma":
		a.DecimalComma = true
	default:
		d.fault(n.place, "point (the default) or comma", "decimal must be point or comma (got %q)", text)
	}
}

// NoHeader is the number of header records of files whose first record is a response.
const NoHeader = -1

// headerRows reads how many records are the header.
func (d *fileDecoder) headerRows(a *Audience, n *node) {
	if d.integer(&a.HeaderRows, 0, "header_rows")(n); a.HeaderRows == 0 {
		a.HeaderRows = NoHeader
	}
}

// delimiter reads the character between cells.
func (d *fileDecoder) delimiter(a *Audience, n *node) {
	var text string
	d.text(&text, "delimiter")(n)
	switch {
	case text == "tab":
		a.Delimiter = '\t'
	case utf8.RuneCountInString(text) == 1:
		a.Delimiter, _ = utf8.DecodeRuneInString(text)
	case n.kind == scalar:
		d.fault(n.place, "write tab for a tab", "delimiter must be one character (got %q)", text)
	}
}

// files reads a file, a list of files, or {wave: files}.
func (d *fileDecoder) files(a *Audience, n *node) {
	if n.kind == mapping {
		d.each(n, "files", func(e entry) {
			if d.known(e.key, e.place) {
				d.filesOf(a, e.key, e.value)
			}
		})
		return
	}
	d.filesOf(a, "", n)
}

func (d *fileDecoder) filesOf(a *Audience, wave string, n *node) {
	for _, item := range d.texts(n, "files") {
		if item.text == "" {
			d.fault(item.place, "", "a file needs a name")
			continue
		}
		a.Files = append(a.Files, File{Name: item.text, Wave: wave, Place: item.place})
	}
}

// known reports whether the study has a wave of this name, and says so if not.
func (d *fileDecoder) known(wave string, place Place) bool {
	if contains(d.study.Waves, wave) {
		return true
	}
	hint := "waves: [" + strings.Join(append(d.study.Waves[:len(d.study.Waves):len(d.study.Waves)], wave), ", ") + "]"
	if near := Nearest(wave, d.study.Waves); near != "" {
		hint = "did you mean \"" + near + "\"?"
	}
	d.fault(place, hint, "%q is not among the waves of the study", wave)
	return false
}

// everyWave refuses an audience whose rows belong to no wave, where the study has waves: they would all count as the first.
func (d *fileDecoder) everyWave() {
	if len(d.study.Waves) == 0 {
		return
	}
	for _, a := range d.study.Audiences {
		for _, f := range a.Files {
			if f.Wave == "" && a.WaveName == "" && a.Wave == nil {
				d.fault(a.Place, "wave: {column: …},  wave: "+d.study.Waves[0]+",  or  files: {"+d.study.Waves[0]+": ["+f.Name+"]}",
					"audience %s has no wave, but the study has waves", a.ID)
				break
			}
			if f.Wave != "" && (a.WaveName != "" || a.Wave != nil) {
				d.fault(f.Place, "keep one of the two", "audience %s names its wave twice, by file and by wave", a.ID)
				break
			}
		}
	}
}

// where reads conditions: column: value, [values], or {not: [values]}.
func (d *fileDecoder) where(a *Audience, n *node) {
	d.each(n, "where", func(e entry) {
		a.WherePlace = e.place
		c := Condition{Column: selectorOf(e.key, e.place)}
		values := e.value
		if values.kind == mapping {
			c.Not = true
			values = nil
			d.fields(e.value, "where."+e.key, field{"not", func(n *node) { values = n }})
		}
		if values == nil {
			d.fault(e.place, e.key+": {not: [value]}", "the condition on %q names no values", e.key)
			return
		}
		for _, item := range d.texts(values, "where."+e.key) {
			c.Values = append(c.Values, item.text)
		}
		a.Where = append(a.Where, c)
	})
}

// wave reads a wave's name, or {column: C}.
func (d *fileDecoder) wave(a *Audience, n *node) {
	if n.kind == mapping {
		d.fields(n, "wave", field{"column", d.selectorTo(&a.Wave, "column")})
		if len(d.study.Waves) == 0 {
			d.fault(n.place, "waves: [2025-Q3, 2026-Q3]", "a wave column needs the waves of the study in order of time")
		}
		return
	}
	d.text(&a.WaveName, "wave")(n)
	if a.WaveName != "" {
		d.known(a.WaveName, n.place)
	}
}

// segments reads [name, …] or {name: …}.
func (d *fileDecoder) segments(n *node) {
	if n.kind == mapping {
		d.each(n, "segments", d.segment)
		return
	}
	seen := map[string]bool{}
	for _, item := range d.texts(n, "segments") {
		if seen[item.text] {
			d.fault(item.place, "", "segment %q stands twice", item.text)
			continue
		}
		seen[item.text] = true
		d.study.Segments = append(d.study.Segments, Segment{
			Name: item.text, Place: item.place, Columns: map[string]Selector{"": selectorOf(item.text, item.place)},
		})
	}
}

// segment reads a column, columns by audience, or either beside a label: {label: …, column: Region}, {label: …, staff: Site}.
func (d *fileDecoder) segment(e entry) {
	s := Segment{Name: e.key, Place: e.place, Columns: map[string]Selector{}}
	what := "segment " + e.key
	columns := d.segmentColumns(e, &s)
	if columns.kind == mapping && len(columns.entries) == 0 {
		d.fault(e.place, e.key+": Region", "%s names no column", what)
		return
	}
	if columns.kind == mapping && !d.alone(columns, "text") {
		d.each(columns, what, func(of entry) {
			if selector := d.selector(of.value, what); d.audienceID(of.key, of.place) && selector != nil {
				s.Columns[of.key] = *selector
			}
		})
	} else if selector := d.selector(columns, what); selector != nil {
		s.Columns[""] = *selector
	}
	d.study.Segments = append(d.study.Segments, s)
}

// segmentColumns takes the label, the order and the word column off what names the columns of a segment. Without columns, the column is
// called as the segment.
func (d *fileDecoder) segmentColumns(e entry, s *Segment) *node {
	n := e.value
	if n.kind != mapping || len(n.entries) == 0 {
		return n
	}
	if d.study.Audience("label") < 0 {
		n = d.labelled(n, &s.Label)
	}
	if d.study.Audience("order") < 0 {
		n = d.inOrder(n, s)
	}
	switch {
	case len(n.entries) == 0:
		return &node{kind: scalar, text: e.key, place: e.place}
	case d.alone(n, "column"):
		return n.entries[0].value
	}
	return n
}

// inOrder takes the order of its values off a segment: {order: [under 2 years, 2 to 10 years], customers: Tenure}.
func (d *fileDecoder) inOrder(n *node, s *Segment) *node {
	rest := *n
	rest.entries = nil
	for _, of := range n.entries {
		if of.key != "order" {
			rest.entries = append(rest.entries, of)
			continue
		}
		for _, value := range d.texts(of.value, "order") {
			if slices.Contains(s.Order, value.text) {
				d.fault(value.place, "", "value %q stands twice", value.text)
				continue
			}
			s.Order = append(s.Order, value.text)
		}
	}
	return &rest
}

// alone reports whether a mapping has one key, this one, and it names no audience.
func (d *fileDecoder) alone(n *node, key string) bool {
	return len(n.entries) == 1 && n.entries[0].key == key && d.study.Audience(key) < 0
}
