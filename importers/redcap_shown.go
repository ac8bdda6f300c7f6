package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// notShownCell stands in place of a blank cell whose question was not shown. It is blank to whoever trims it: only readers of answers, and
// who counts them, look for it.
const notShownCell = "\u2003\u2009\u2002\u2009\u2003"

// shownFields tells when the fields of an export are shown.
type shownFields struct {
	groups []shownGroup
	values int // how many values of a record they look at
}

// shownGroup are the columns that one condition shows.
type shownGroup struct {
	when    condition
	columns []int
}

// branchRow is a record before the conditions of its fields. A value that many of them compare is read once.
type branchRow struct {
	cells  []string
	number int   // of the record, from 1
	readAt []int // by value: the record that it was read of
	values []branchValue
	hidden []int // columns of this record
}

func (s *shownFields) newRow() *branchRow {
	return &branchRow{readAt: make([]int, s.values), values: make([]branchValue, s.values)}
}

// value returns a value of the present record.
func (r *branchRow) value(at int, read operand) branchValue {
	if r.readAt[at] != r.number {
		r.values[at], r.readAt[at] = read(r), r.number
	}
	return r.values[at]
}

// remembered is an operand that is read once a record.
func (s *shownFields) remembered(read operand) operand {
	at := s.values
	s.values++
	return func(r *branchRow) branchValue { return r.value(at, read) }
}

// hide marks the blank cells of fields that were not shown, and takes away the zeroes of options that were not. An answer stays one.
func (s *shownFields) hide(r *branchRow, columns []Column, cells []string) (zeroes int) {
	r.cells, r.hidden = cells, r.hidden[:0]
	r.number++
	for _, g := range s.groups {
		if g.when(r) == isFalse {
			r.hidden = append(r.hidden, g.columns...)
		}
	}
	for _, i := range r.hidden {
		text := strings.TrimSpace(cells[i])
		if columns[i].Kind == study.MultiColumn && unticked(text) {
			zeroes++
			text = ""
		}
		if text == "" {
			cells[i] = notShownCell
		}
	}
	return zeroes
}

// shown returns when the fields of an export are shown, nil if nothing tells, and says which conditions cannot be evaluated: blank cells of
// those fields stay blank, whatever they are.
func (d *redCapDictionary) shown(columns []Column) (shown *shownFields, told []study.Notice) {
	shown = &shownFields{}
	partial := ofSeveralRecords(columns)
	values := d.values(shown, columns, partial)
	type read struct {
		group int // -1: it cannot be evaluated
		why   string
	}
	of, named := map[string]read{}, map[string]bool{}
	var unread []string
	for i, c := range columns {
		name := c.described.field
		text := d.fields[name].shownIf
		if text == "" {
			continue
		}
		known, is := of[text]
		if !is {
			known.group = -1
			var when condition
			if when, known.why = readBranching(text, values, partial); known.why == "" {
				known.group, shown.groups = len(shown.groups), append(shown.groups, shownGroup{when: when})
			}
			of[text] = known
		}
		if g := known.group; g >= 0 {
			shown.groups[g].columns = append(shown.groups[g].columns, i)
		} else if !named[name] {
			named[name], unread = true, append(unread, fmt.Sprintf("%s (%s)", name, known.why))
		}
	}
	if len(unread) > 0 {
		told = append(told, study.Notice{
			Code: study.BranchingUnread, Where: d.file,
			Message: fmt.Sprintf("%s: when these fields are shown cannot be told, and their blank cells count as blank: %s", d.file, few(unread)),
		})
	}
	if len(shown.groups) == 0 {
		return nil, told
	}
	return shown, told
}

// fieldOf is the field that a column belongs to: that of an option of several answers is before its mark.
func fieldOf(header string) string {
	if m := rawCheckbox().FindStringSubmatch(header); m != nil {
		return m[1]
	}
	return header
}

// values returns what conditions name, by its name in small letters: fields, and options of several answers as field(code). Labels in
// place of codes are taken back. Where a record may hold but a part of what its person answered, an unticked box tells something only in a
// record that holds its form.
func (d *redCapDictionary) values(shown *shownFields, columns []Column, partial bool) map[string]operand {
	values := map[string]operand{}
	var held map[string]operand
	if partial {
		held = d.heldForms(shown, columns)
	}
	for i, c := range columns {
		at := c.described
		f, known := d.fields[at.field]
		switch {
		case !known:
			values[strings.ToLower(c.Header)] = shown.remembered(func(r *branchRow) branchValue { return branchValueOf(strings.TrimSpace(r.cells[i])) })
		case !at.isOption:
			codes := newRedCapCodes(f.choices)
			values[strings.ToLower(at.field)] = shown.remembered(func(r *branchRow) branchValue { return codes.value(strings.TrimSpace(r.cells[i]), at.byLabel) })
		default:
			ticked := shown.remembered(box(i, held[f.formOf(at.field)]))
			for _, code := range at.codes {
				values[strings.ToLower(at.field+"("+code+")")] = ticked
			}
		}
	}
	return values
}

// box is 1 where an option of several answers is ticked, else 0; unknown where its record may not hold its form. held is nil where every
// record holds all forms.
func box(at int, held operand) operand {
	yes, no := branchValueOf("1"), branchValueOf("0")
	unknown := no
	unknown.unknown = true
	return func(r *branchRow) branchValue {
		switch {
		case oneOfWords(strings.TrimSpace(r.cells[at]), "1", "Checked"):
			return yes
		case held != nil && held(r).unknown:
			return unknown
		}
		return no
	}
}

// unticked tells the cell of an option that was not chosen.
func unticked(text string) bool { return oneOfWords(text, "0", "Unchecked") }

// formOf is the form of a field; of one of which no form is told, the field.
func (f redCapField) formOf(name string) string {
	if f.form == "" {
		return "\x00" + name
	}
	return f.form
}

// heldForms returns, by form, whether a record holds it: it is unknown where its status does not say that somebody worked on it and none of
// its fields has an answer. The name of a record stands in all, and REDCap fills in what it computes.
func (d *redCapDictionary) heldForms(shown *shownFields, columns []Column) map[string]operand {
	cells, status := map[string][]int{}, map[string][]int{}
	last := "" // the form of the field before
	for i, c := range columns {
		name := c.described.field
		f, known := d.fields[name]
		if known {
			last = f.formOf(name)
		}
		switch form, isStatus := strings.CutSuffix(lexicon.Tidy(c.Header), "_complete"); {
		case known && name != d.record && f.kind != "calc":
			cells[last] = append(cells[last], i)
		case !known && isStatus:
			status[form] = append(status[form], i)
		case !known && isFormStatus(c): // "Complete?" stands behind the fields of its form
			status[last] = append(status[last], i)
		}
	}
	held := map[string]operand{}
	for form, of := range cells {
		status := status[form]
		held[form] = shown.remembered(func(r *branchRow) branchValue { return branchValue{unknown: !holds(r.cells, of, status)} })
	}
	return held
}

// holds reports whether a record has an answer in one of the columns of a form, or a status that says so.
func holds(cells []string, form, status []int) bool {
	for _, i := range status {
		if formOpened(cells[i]) {
			return true
		}
	}
	for _, i := range form {
		if text := strings.TrimSpace(cells[i]); text != "" && !unticked(text) {
			return true
		}
	}
	return false
}
