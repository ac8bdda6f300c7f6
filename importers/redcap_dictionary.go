package importers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// redCapField is a field of a REDCap project, as its data dictionary describes it.
type redCapField struct {
	form, kind, label string
	matrix, section   string // the name of its matrix, and the header above it
	shownIf           string // its branching logic; empty: it is always shown
	personal          bool
	choices           []sssValue
}

// redCapDictionary holds the fields of a project by their names.
type redCapDictionary struct {
	file   string
	fields map[string]redCapField
	record string // the field that names the record, the first
	// labelled are the fields by their labels, which are the headings of an export with labels.
	labelled map[string][]string
	// notices say how it was read.
	notices []study.Notice
}

// explained gives a platform the dictionary that was told: only REDCap has one in CSV.
func explained(p platform, evidence string, o Options) (platform, string, error) {
	if p.name() == (tripleS{}).name() {
		return nil, "", &UsageError{"triple_s data cannot be read without their description", "name the description (.sss) instead of the data, or beside them with --dictionary FILE"}
	}
	if o.Dictionary == "" {
		return p, evidence, nil
	}
	if p.name() != (redCap{}).name() && p.name() != (generic{}).name() {
		return nil, "", &UsageError{fmt.Sprintf("a dictionary goes with exports of REDCap and with Triple-S, not with %s", p.name()), "leave --dictionary out"}
	}
	dictionary, err := readRedCapDictionary(o)
	if err != nil {
		return nil, "", err
	}
	if p.name() == (generic{}).name() {
		evidence = "its dictionary"
	}
	return redCap{dictionary: dictionary}, evidence + "; described by " + dictionary.file, nil
}

// projectOf returns the data dictionary of several audiences if an export is of its project: of REDCap, or with its fields in most columns.
func projectOf(p platform, header []string, o Options) (string, error) {
	if p.name() == (redCap{}).name() {
		return o.RedCap, nil
	}
	if p.name() != (generic{}).name() {
		return "", nil
	}
	o.Dictionary = o.RedCap
	dictionary, err := readRedCapDictionary(o)
	if err != nil {
		return "", err
	}
	fields, columns := 0, headerColumns(header)
	dictionary.place(columns)
	for _, c := range columns {
		if c.described.field != "" {
			fields++
		}
	}
	if 2*fields <= len(header) {
		return "", nil
	}
	return o.RedCap, nil
}

// readRedCapDictionary reads a data dictionary, as it is downloaded or as the API writes it.
func readRedCapDictionary(o Options) (*redCapDictionary, error) {
	name := o.Dictionary
	o = Options{Dir: o.Dir, Stdin: o.Stdin, Opened: o.Opened, Platform: generic{}.name(), HeaderRows: 1}
	e, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	at := func(names ...string) int {
		for i, c := range e.Columns {
			if oneOfWords(lexicon.Normalise(c.Header), names...) {
				return i
			}
		}
		return -1
	}
	field, kind := at("variable / field name", "field_name"), at("field type", "field_type")
	if field < 0 || kind < 0 {
		return nil, inputFault(study.Place{File: e.Name}, "is no data dictionary of REDCap, and no Triple-S description",
			"a dictionary has the columns Variable / Field Name, Field Type, Field Label …")
	}
	form, label, section := at("form name", "form_name"), at("field label", "field_label"), at("section header", "section_header")
	choices, identifier := at("choices, calculations, or slider labels", "select_choices_or_calculations"), at("identifier?", "identifier")
	matrix, shownIf := at("matrix group name", "matrix_group_name"), at("branching logic (show field only if...)", "branching_logic")
	d := &redCapDictionary{file: e.Name, fields: map[string]redCapField{}, labelled: map[string][]string{}}
	heading, headed := "", ""
	e.beside = true
	d.notices, err = e.Records(context.Background(), func(r Record) error {
		text := func(i int) string {
			if i < 0 {
				return ""
			}
			return lexicon.Tidy(r.Cells[i])
		}
		f := redCapField{form: text(form), kind: strings.ToLower(text(kind)), label: text(label), matrix: text(matrix), personal: strings.EqualFold(text(identifier), "y")}
		if text(section) != "" || f.matrix != headed {
			heading, headed = text(section), f.matrix
		}
		if shownIf >= 0 {
			f.shownIf = strings.TrimSpace(strings.Clone(r.Cells[shownIf]))
		}
		if f.section = heading; choices >= 0 {
			f.choices = redCapChoices(f.kind, r.Cells[choices])
		}
		name := strings.Clone(text(field))
		d.fields[name], d.record = f, cmp.Or(d.record, name)
		if heading := lexicon.Normalise(f.label); heading != "" && f.kind != "descriptive" {
			d.labelled[heading] = append(d.labelled[heading], name)
		}
		return nil
	})
	return d, err
}

var choiceSeparator = lazily(`\s*\|\s*|\r?\n`)

// redCapChoices reads "1, Yes | 2, No".
func redCapChoices(kind, text string) []sssValue {
	switch kind {
	case "yesno":
		return []sssValue{{"1", "Yes"}, {"0", "No"}}
	case "truefalse":
		return []sssValue{{"1", "True"}, {"0", "False"}}
	case "radio", "dropdown", "checkbox":
	default:
		return nil // formulas, and the words along a slider
	}
	var choices []sssValue
	for _, choice := range choiceSeparator().Split(text, -1) {
		code, label, found := strings.Cut(choice, ",")
		if code = strings.TrimSpace(code); found && code != "" && lexicon.Tidy(label) != "" {
			choices = append(choices, sssValue{strings.Clone(code), lexicon.Tidy(label)})
		}
	}
	return choices
}

func (f redCapField) text() string {
	if f.matrix != "" && f.section != "" && f.label != "" {
		return f.section + " - " + f.label
	}
	return f.label
}

// describe enters what the dictionary says of a column; known says that it has such a field.
func (d *redCapDictionary) describe(c *Column) (known bool) {
	at := c.described
	if at.oneOfSeveral {
		if at.personal { // whichever of them it is
			c.Role = Personal
		}
		return false
	}
	f, known := d.fields[at.field]
	if !known {
		return false
	}
	if f.label != "" {
		c.Text = f.text()
	}
	for _, choice := range f.choices {
		if slices.Contains(at.codes, choice.code) {
			c.Text = f.label + " - " + choice.label
		}
	}
	c.HasID = c.Text != c.ID
	switch {
	case f.personal, !at.isOption && at.byLabel && isPersonalName(at.field, personalNames()):
		c.Role = Personal
	case at.isOption:
		c.Kind = study.MultiColumn
	case f.kind == "notes":
		c.Kind = study.TextColumn
	case f.kind == "calc":
		c.Kind = study.NumberColumn
	case f.kind == "file" || f.kind == "signature" || f.kind == "sql":
		c.Role = Dropped
	}
	return true
}

// redCapSuffix is a code as it stands in the name of a checkbox: -1 becomes _1.
func redCapSuffix(code string) string { return strings.ReplaceAll(code, "-", "_") }

var rawCheckbox = lazily(`^(.+?)___(.+)$`)

// labels returns, by column, the labels of the codes that a raw export holds.
func (d *redCapDictionary) labels(columns []Column) map[int]*redCapCodes {
	of := map[int]*redCapCodes{}
	for i, c := range columns {
		if f := d.fields[c.described.field]; len(f.choices) > 0 && f.kind != "checkbox" {
			of[i] = newRedCapCodes(f.choices)
		}
	}
	return of
}
