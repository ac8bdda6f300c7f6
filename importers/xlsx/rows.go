package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// What a sheet can hold at most.
const (
	maxSheetRows    = 1 << 20
	maxSheetColumns = 1 << 14
)

// MaxRow bounds the memory that the texts of one row take, in bytes.
const MaxRow = 16 << 20

// ErrLongRow says that a row holds more than that.
var ErrLongRow = fmt.Errorf("the row holds more than %d MiB", MaxRow>>20)

// Rows reads the rows of a sheet one by one. Of a row's cells only those are written that hold something, each with its place.
type Rows struct {
	Row    int      // the row read last, from 1
	Record []string // its cells, to the last that holds something

	Unstored CellsLost // formulas without their results
	Errors   CellsLost // errors in place of values

	m        *tagReader
	texts    *sharedTexts
	formats  []shownAs
	from1904 bool
	closes   []io.Closer

	begun   bool
	rows    int    // how many were read
	text    []byte // of all cells that are not shared
	written []writtenCell
}

// CellsLost counts cells of a kind that say nothing, and names the first.
type CellsLost struct {
	N           int
	First, Text string // the cell, and what stands in it
}

func (l *CellsLost) add(column, row int, text string) {
	if l.N++; l.N == 1 {
		l.First, l.Text = cellName(column, row), text
	}
}

// toBeWritten stands for the text of a cell until the row's is complete.
const toBeWritten = "\x00"

// writtenCell is a cell whose text is part of the row's.
type writtenCell struct{ column, from, to int }

// Next reads a row; io.EOF behind the last.
func (s *Rows) Next() error {
	for {
		if err := s.m.next(); err != nil {
			return cutOff(err)
		}
		switch {
		case s.m.is("sheetData"):
			if s.m.closing || s.m.empty {
				return s.end()
			}
			s.begun = true
		case s.m.is("row") && s.begun && !s.m.closing:
			return s.cells()
		case s.m.closing && s.m.is("worksheet"):
			return errors.New("it has no cells")
		}
	}
}

// end reads what follows the cells: the archive checks its sum at the end.
func (s *Rows) end() error {
	if _, err := io.Copy(io.Discard, s.m.in); err != nil {
		return err
	}
	return io.EOF
}

// cells reads the cells of the row that was just opened.
func (s *Rows) cells() error {
	s.Row++
	if s.rows++; s.rows > maxSheetRows || s.Row > maxSheetRows { // blank ones take no room when they are packed, but a second a few million
		return fmt.Errorf("it has more than the %d rows that a sheet can have", maxSheetRows)
	}
	if at, told := s.m.value("r"); told {
		n, err := strconv.Atoi(at)
		if err != nil || n < 1 || n > maxSheetRows {
			return fmt.Errorf("it has a row %.60q", at)
		}
		s.Row = n
	}
	s.Record, s.text, s.written = s.Record[:0], s.text[:0], s.written[:0]
	if s.m.empty {
		return nil
	}
	for column := 0; ; column++ {
		if err := s.m.next(); err != nil {
			return cutOff(err)
		}
		if s.m.closing {
			break
		}
		if !s.m.is("c") {
			if err := s.m.skip(); err != nil {
				return err
			}
			column--
			continue
		}
		at, err := s.cell(column)
		if err != nil {
			return err
		}
		column = at
	}
	all := string(s.text)
	for _, c := range s.written {
		s.Record[c.column] = all[c.from:c.to]
	}
	return nil
}

// cell reads the cell that was just opened, which stands in the given column unless it says otherwise.
func (s *Rows) cell(column int) (int, error) {
	kind, format := byte(0), asNumber
	for rest := s.m.attributes; ; {
		name, value, more, ok := attribute(rest)
		if !ok {
			break
		}
		rest = more
		switch string(name) {
		case "r":
			column = sheetColumn(value)
		case "t":
			kind = cellKind(value)
		case "s":
			if n, err := strconv.Atoi(string(value)); err == nil && n >= 0 && n < len(s.formats) {
				format = s.formats[n]
			}
		}
	}
	if column < 0 || column >= maxSheetColumns {
		return 0, fmt.Errorf("row %d has a cell in no column of a sheet", s.Row)
	}
	if s.m.empty {
		return column, nil
	}
	return column, s.content(column, kind, format)
}

// content takes in what a cell holds. The result of a formula stands beside it, unless no spreadsheet ever worked it out; a text may be
// empty.
func (s *Rows) content(column int, kind byte, format shownAs) error {
	formula, told := false, false
	for {
		if err := s.m.next(); err != nil {
			return cutOff(err)
		}
		var err error
		switch {
		case s.m.closing:
			if formula && !told {
				s.Unstored.add(column, s.Row, "")
			}
			return nil
		case s.m.is("v"):
			told, err = s.value(column, kind, format)
		case s.m.is("f"):
			formula, err = true, s.m.skip()
		case s.m.is("is"):
			from := len(s.text)
			s.text, err = richText(s.m, s.text)
			err = errors.Join(err, s.write(column, from))
		default:
			err = s.m.skip()
		}
		if err != nil {
			return err
		}
	}
}

// value takes the value of a cell, and reports whether there is one: only a text may be empty. An error is no answer, whatever was
// meant to stand there.
func (s *Rows) value(column int, kind byte, format shownAs) (told bool, err error) {
	raw, err := s.m.inner()
	if err != nil || len(raw) == 0 {
		return kind == 't', err
	}
	from := len(s.text)
	switch kind {
	case 's':
		return true, s.shared(column, raw)
	case 'e':
		s.Errors.add(column, s.Row, string(raw))
		return true, nil
	case 'b':
		switch string(bytes.TrimSpace(raw)) {
		case "1":
			raw = []byte("TRUE")
		case "0":
			raw = []byte("FALSE")
		}
		s.text = append(s.text, raw...)
	case 'd':
		s.text = append(s.text, isoDate(string(raw))...)
	case 't':
		s.text = append(s.text, decodeEscapes(raw)...)
	default:
		s.text = appendNumber(s.text, raw, format, s.from1904)
	}
	return true, s.write(column, from)
}

// cellKind tells the kinds of cells: s a shared text, b true or false, d a date, e an error, t a text, n a number.
func cellKind(t []byte) byte {
	switch string(t) {
	case "s", "b", "d", "e", "n":
		return t[0]
	}
	return 't'
}

// shared enters a text of the workbook.
func (s *Rows) shared(column int, number []byte) error {
	n, err := strconv.Atoi(string(bytes.TrimSpace(number)))
	if err != nil {
		n = -1
	}
	text, err := s.texts.at(n)
	if errors.Is(err, errNoSuchText) {
		return fmt.Errorf("cell %s refers to text %.60q of the workbook, which has %d", cellName(column, s.Row), number, s.texts.read())
	}
	if err != nil {
		return err
	}
	if err := s.widen(column); err != nil {
		return err
	}
	s.Record[column] = text
	return nil
}

// write enters the text behind a place as a cell's.
func (s *Rows) write(column, from int) error {
	if len(s.text) > MaxRow {
		return ErrLongRow
	}
	if err := s.widen(column); err != nil {
		return err
	}
	if len(s.text) > from {
		s.Record[column] = toBeWritten
		s.written = append(s.written, writtenCell{column, from, len(s.text)})
	}
	return nil
}

// widen makes room for a cell, which must not be there yet: one of two would be lost.
func (s *Rows) widen(column int) error {
	if column < len(s.Record) && s.Record[column] != "" {
		return fmt.Errorf("cell %s is there twice", cellName(column, s.Row))
	}
	for len(s.Record) <= column {
		s.Record = append(s.Record, "")
	}
	return nil
}

// sheetColumn returns the column of a cell's name (AB12), from 0; -1 if it has none.
func sheetColumn(name []byte) int {
	column := 0
	for _, c := range name {
		switch {
		case c >= 'A' && c <= 'Z':
			column = 26*column + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			column = 26*column + int(c-'a') + 1
		default:
			return column - 1
		}
		if column > maxSheetColumns {
			return -1
		}
	}
	return -1
}

// cellName is the name of a cell: AB12.
func cellName(column, row int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}
