package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// redCapPlace says which field of a data dictionary a column holds.
type redCapPlace struct {
	field    string   // its name; empty: none is known
	isOption bool     // it is an option of a field with several answers
	codes    []string // of the option: -1 and _1 are one in the name of a column
	byLabel  bool     // its heading is a label, as an export with labels has it
	// oneOfSeveral: fields share the label that is its heading; personal: one of them identifies people.
	oneOfSeveral, personal bool
}

// place tells which field each column holds: by its name, or by the label that is its heading if no other field has it.
func (d *redCapDictionary) place(columns []Column) {
	headed := map[string]int{}
	for _, c := range columns {
		headed[lexicon.Normalise(c.Header)]++
	}
	for i := range columns {
		c := &columns[i]
		if at, known := d.named(c.Header); known {
			c.described = at
			continue
		}
		found := d.headed(c.Header)
		switch {
		case isFormStatus(*c):
		case len(found) == 1 && headed[lexicon.Normalise(c.Header)] == 1:
			c.described = found[0]
		case len(found) > 0:
			c.described.oneOfSeveral = true
			for _, at := range found {
				c.described.personal = c.described.personal || d.fields[at.field].personal
			}
		}
	}
}

// named returns the field that a header of a raw export names.
func (d *redCapDictionary) named(header string) (at redCapPlace, known bool) {
	m := rawCheckbox().FindStringSubmatch(header)
	if m == nil {
		_, known = d.fields[header]
		return redCapPlace{field: header}, known
	}
	f, known := d.fields[m[1]]
	at = redCapPlace{field: m[1], isOption: true}
	for _, choice := range f.choices {
		if strings.EqualFold(redCapSuffix(choice.code), m[2]) {
			at.codes = append(at.codes, choice.code)
		}
	}
	return at, known
}

// headed returns the fields, or the options of fields, whose label a heading is.
func (d *redCapDictionary) headed(header string) (found []redCapPlace) {
	for _, name := range d.labelled[lexicon.Normalise(header)] {
		if d.fields[name].kind != "checkbox" {
			found = append(found, redCapPlace{field: name, byLabel: true})
		}
	}
	m := labelledCheckbox().FindStringSubmatch(lexicon.Tidy(header))
	if m == nil {
		return found
	}
	for _, name := range d.labelled[lexicon.Normalise(m[1])] {
		for _, choice := range d.fields[name].choices {
			if d.fields[name].kind == "checkbox" && lexicon.Normalise(choice.label) == lexicon.Normalise(m[2]) {
				found = append(found, redCapPlace{field: name, isOption: true, codes: []string{choice.code}, byLabel: true})
			}
		}
	}
	return found
}

// undescribed names the columns whose heading is the label of several fields, and says so where a dictionary knows no column at all.
func (d *redCapDictionary) undescribed(file string, columns []Column) []study.Notice {
	var several []string
	known := false
	for _, c := range columns {
		known = known || c.described.field != ""
		if c.described.oneOfSeveral {
			several = append(several, fmt.Sprintf("#%d %q", c.Position, lexicon.Shorten(c.Header)))
		}
	}
	var told []study.Notice
	if !known {
		told = append(told, study.Notice{
			Code: study.FieldsUnknown, Where: file,
			Message: fmt.Sprintf("%s: %s has none of its columns, neither by the names nor by the labels of fields, and says nothing of them", file, d.file),
		})
	}
	if len(several) > 0 {
		told = append(told, study.Notice{
			Code: study.FieldsUnknown, Where: file,
			Message: fmt.Sprintf("%s: fields of %s share their label, and which of them these columns hold cannot be told: %s", file, d.file, few(several)),
			Hint:    "export raw data, whose headings are the names of fields",
		})
	}
	return told
}
