package importers

import (
	"bufio"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// fit makes the export read its data as the description says.
func (s *sssSurvey) fit(e *Export, o Options) error {
	if s.fixed {
		e.Delimiter = 0
	} else if e.Delimiter = o.Delimiter; e.Delimiter == 0 {
		start, whole, err := e.beginning()
		if err != nil {
			return err
		}
		e.Delimiter = delimited.FindDelimiter(start, whole)
	}
	e.reader = func(sum hash.Hash) (*pass, error) {
		raw, closer, err := e.source.open(sum)
		if err != nil {
			return nil, err
		}
		start, rest, err := peek(raw, 512)
		if err != nil {
			return nil, errors.Join(recordFault(e.Name, 1, err), closer.Close())
		}
		text, plain, encodingName, err := e.decode(rest, start)
		if err != nil {
			return nil, errors.Join(err, closer.Close())
		}
		limit := delimited.NewRecordLimit(text)
		r := &sssReader{survey: s, file: e.Name, columns: len(e.Columns), limit: limit, undescribed: s.undescribed()}
		if s.fixed {
			r.lines = bufio.NewReaderSize(limit, 64<<10)
		} else {
			r.records = delimited.NewRecordReader(limit, e.Delimiter)
		}
		e.Encoding = encodingName
		return &pass{reader: r, limit: limit, plain: plain, encoding: encodingName, closer: closer}, nil
	}
	return nil
}

// sssReader reads data records as the description says: the label of a code, one cell an option.
type sssReader struct {
	survey  *sssSurvey
	file    string
	columns int
	limit   *delimited.RecordLimit
	lines   *bufio.Reader // of fixed width; nil: CSV
	records recordReader
	read    int
	line    int
	cells   []string
	origin  []int // by cell: the field that it was read from

	undescribed func(field int) bool
	surplus     map[int]bool // fields that hold something and are no variable's
	changed     cellChanges  // options made of what variables of several answers hold
}

// undescribed tells which fields, or characters, of a record belong to no variable, counted from 1.
func (s *sssSurvey) undescribed() func(field int) bool {
	var described []bool
	for _, v := range s.variables {
		last := v.last(s.fixed)
		for len(described) <= last {
			described = append(described, false)
		}
		for i := v.start; i <= last; i++ {
			described[i] = true
		}
	}
	return func(field int) bool { return field >= len(described) || !described[field] }
}

// last is the last field, or character, of a variable.
func (v *sssVariable) last(fixed bool) int {
	switch {
	case fixed:
		return v.finish
	case v.kind != "multiple": // of a range of fields the first is read
		return v.start
	case v.subfields > 0:
		return max(v.finish, v.start+min(v.subfields, maxDescribed)-1)
	}
	return v.finish
}

// notices says what of the records read so far no variable took.
func (r *sssReader) notices() []study.Notice {
	if len(r.surplus) == 0 {
		return nil
	}
	what := "field"
	if r.lines != nil {
		what = "character"
	}
	var places []string
	for _, field := range slices.Sorted(maps.Keys(r.surplus)) {
		places = append(places, strconv.Itoa(field))
	}
	if len(places) > 1 {
		what += "s"
	}
	return []study.Notice{{Code: study.NotDescribed, Where: r.file, Message: fmt.Sprintf("%s: left out, for the description has no variable there: %s %s", r.file, what, few(places))}}
}

// noteSurplus notes where a record holds something that is no variable's.
func (r *sssReader) noteSurplus(field int, text string) {
	if r.read < r.survey.skip || !r.undescribed(field) || r.surplus[field] || strings.TrimSpace(text) == "" {
		return
	}
	if r.surplus == nil {
		r.surplus = map[int]bool{}
	}
	r.surplus[field] = true
}

// Read returns the next record; those that the description skips come as blank ones, to be counted as headers.
func (r *sssReader) Read() ([]string, error) {
	at, err := r.next()
	if err != nil {
		return nil, err
	}
	r.cells, r.origin = r.cells[:0], r.origin[:0]
	if r.read++; r.read <= r.survey.skip {
		for range r.columns {
			r.cells, r.origin = append(r.cells, ""), append(r.origin, 0)
		}
		return r.cells, nil
	}
	for i := range r.survey.variables {
		v := &r.survey.variables[i]
		if v.kind == "multiple" {
			if err := r.options(v, at); err != nil {
				return nil, err
			}
			continue
		}
		text, ok := at(v.start, v.finish)
		if !ok {
			return nil, r.short(v)
		}
		r.cell(v.told(strings.TrimSpace(text)), v.start)
	}
	return r.cells, nil
}

func (r *sssReader) cell(text string, field int) {
	r.cells, r.origin = append(r.cells, text), append(r.origin, field-1)
}

func (r *sssReader) short(v *sssVariable) error {
	return inputFault(study.Place{File: r.file, Line: r.line}, fmt.Sprintf("the record ends before variable %s, at field %d", lexicon.Shorten(v.name), v.start),
		"is this the file that the description is of?")
}

// next reads a line or a record, and returns how a range of it is taken: ok is false beyond the end of a record in CSV. Lines of
// fixed width may have lost the blanks at their end.
func (r *sssReader) next() (at func(start, finish int) (string, bool), err error) {
	if r.lines == nil {
		fields, err := r.records.Read()
		if err != nil {
			return nil, err
		}
		r.line, _ = r.records.FieldPos(0)
		for i, text := range fields {
			r.noteSurplus(i+1, text)
		}
		return func(start, _ int) (string, bool) {
			return cell(fields, start-1), start <= len(fields)
		}, nil
	}
	for {
		r.limit.Begin()
		text, err := r.lines.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) || text == "" {
			return nil, err
		}
		r.line++
		text = strings.TrimRight(text, "\r\n\x1a")
		if text == "" {
			continue
		}
		characters := []rune(text)
		for i, character := range characters {
			if character != ' ' {
				r.noteSurplus(i+1, string(character))
			}
		}
		return func(start, finish int) (string, bool) {
			if start > len(characters) {
				return "", true
			}
			return string(characters[start-1 : min(finish, len(characters))]), true
		}, nil
	}
}

// FieldPos returns where a cell was read.
func (r *sssReader) FieldPos(cell int) (line, column int) {
	if r.lines != nil || cell >= len(r.origin) {
		return r.line, 1
	}
	return r.records.FieldPos(r.origin[cell])
}

// told returns what a cell stands for: its label, where every code has one or this one has; else itself.
func (v *sssVariable) told(text string) string {
	if text == "" || v.kind == "character" {
		return text
	}
	if v.kind == "date" && len(text) == 8 {
		return text[:4] + "-" + text[4:6] + "-" + text[6:]
	}
	for _, value := range v.values {
		if !sameCode(text, value.code) {
			continue
		}
		if v.kind == "single" && !v.labelled && !noAnswer(value.label) {
			return text // labels of some points only: the numbers tell more
		}
		return value.label
	}
	return text
}

// noAnswer reports whether a label is a word for no answer.
func noAnswer(label string) bool {
	return lexicon.MeansDontKnow(label) || lexicon.MeansBlank(label)
}

func sameCode(a, b string) bool {
	if a == b {
		return true
	}
	x, err1 := lexicon.ParseNumber(a)
	y, err2 := lexicon.ParseNumber(b)
	return err1 == nil && err2 == nil && x == y
}

// options adds a cell for every option of a variable with several answers: 1 chosen, 0 not chosen, blank where all of it is.
func (r *sssReader) options(v *sssVariable, at func(int, int) (string, bool)) error {
	chosen, asked, fault := v.chosen(at, r.lines != nil)
	if fault != "" {
		line, column := r.line, 0
		if r.lines == nil {
			line, _ = r.records.FieldPos(v.start - 1)
			column = v.start
		}
		return inputFault(study.Place{File: r.file, Line: line, Column: column}, fmt.Sprintf("variable %s: %s", lexicon.Shorten(v.name), fault), "is this the file that the description is of, as it was exported?")
	}
	if v.holds(at, r.lines != nil) {
		r.changed.blanked++
	}
	for i, value := range v.values {
		field := v.start
		if v.subfields == 0 && v.finish > v.start && r.lines == nil {
			field = min(v.start+i, v.finish)
		}
		switch {
		case !asked:
			r.cell("", field)
		case chosen(value.code):
			r.option("1", field)
		default:
			r.option("0", field)
		}
	}
	return nil
}

// option adds the cell of an option, which is in no field of its own.
func (r *sssReader) option(text string, field int) {
	r.cell(text, field)
	r.changed.made++
}

// changes counts the options that were made, and the fields that they were made of.
func (r *sssReader) changes() cellChanges { return r.changed }

// holds reports whether anything is written where a variable stands.
func (v *sssVariable) holds(at func(int, int) (string, bool), fixed bool) bool {
	if fixed {
		text, _ := at(v.start, v.finish)
		return strings.TrimSpace(text) != ""
	}
	for field := v.start; field <= v.last(fixed); field++ {
		if text, _ := at(field, field); strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}

// chosen tells which codes were chosen, and whether anything is written at all. What is neither chosen nor not, or chosen and no code of
// the description, is a fault: it would count as not chosen.
func (v *sssVariable) chosen(at func(int, int) (string, bool), fixed bool) (is func(code string) bool, asked bool, fault string) {
	if v.subfields > 0 {
		return v.packed(at, fixed)
	}
	bits := ""
	if fixed || v.start == v.finish {
		bits, _ = at(v.start, v.finish)
	} else { // one field a bit
		for field := v.start; field <= v.finish; field++ {
			text, _ := at(field, field)
			if text = strings.TrimSpace(text); text == "" {
				text = " "
			}
			if len(text) > 1 {
				return nil, false, fmt.Sprintf("%q is neither 1, chosen, nor 0", lexicon.Shorten(text))
			}
			bits += text
		}
	}
	for i, bit := range []byte(bits) {
		switch {
		case bit == '0' || bit == ' ':
		case bit != '1':
			return nil, false, fmt.Sprintf("%q has more than 1, chosen, and 0", lexicon.Shorten(bits))
		case !v.codes[i+1]:
			return nil, false, fmt.Sprintf("%q chooses option %d, which the description does not have", lexicon.Shorten(bits), i+1)
		}
	}
	if !fixed && len(bits) < v.highest && strings.Contains(bits, "1") {
		return nil, false, fmt.Sprintf("%q has %d of %s: a spreadsheet drops the zeros in front, others those behind, and then each is another option", lexicon.Shorten(bits), len(bits), count(v.highest, "option"))
	}
	return func(code string) bool {
		n, err := lexicon.ParseNumber(code)
		return err == nil && n >= 1 && int(n) <= len(bits) && bits[int(n)-1] == '1'
	}, strings.TrimSpace(bits) != "", ""
}

// packed reads subfields, each of which holds one code.
func (v *sssVariable) packed(at func(int, int) (string, bool), fixed bool) (is func(code string) bool, asked bool, fault string) {
	width := v.width
	if width == 0 {
		width = max(1, (v.finish-v.start+1)/v.subfields)
	}
	var codes []string
	for i := range min(v.subfields, maxDescribed) {
		start, finish := v.start+i, v.start+i
		if fixed {
			start, finish = v.start+i*width, v.start+(i+1)*width-1
			if start > v.finish {
				break
			}
		}
		text, _ := at(start, finish)
		if text = strings.TrimSpace(text); text == "" || strings.Trim(text, "0") == "" {
			continue
		}
		if !slices.ContainsFunc(v.values, func(value sssValue) bool { return sameCode(value.code, text) }) {
			return nil, false, fmt.Sprintf("code %q is none of the description's", lexicon.Shorten(text))
		}
		codes = append(codes, text)
	}
	return func(code string) bool {
		return slices.ContainsFunc(codes, func(c string) bool { return sameCode(c, code) })
	}, len(codes) > 0, ""
}
