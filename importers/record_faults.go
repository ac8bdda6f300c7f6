package importers

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// recordFault words an error of the record reader, which it met in the record that begins on a line.
func recordFault(name string, line int, err error) error {
	if errors.Is(err, delimited.ErrLongRecord) {
		return inputFault(study.Place{File: name, Line: line}, fmt.Sprintf("the record that begins here is longer than %d MiB", delimited.MaxRecord>>20),
			`a quote (") may not be closed; or is this no survey export?`)
	}
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return unreadable(name, err)
	}
	switch {
	case errors.Is(parse.Err, csv.ErrBareQuote):
		return inputFault(study.Place{File: name, Line: parse.Line},
			`a quote (") stands inside a cell that does not begin with one`, `write such a cell as "…" with its quotes doubled`)
	case errors.Is(parse.Err, csv.ErrQuote):
		return inputFault(study.Place{File: name, Line: parse.StartLine},
			"a quoted cell that begins in this record is not closed", `the file may be cut off, or a quote (") inside a quoted cell is not doubled`)
	}
	return inputFault(study.Place{File: name, Line: parse.Line}, parse.Err.Error(), "")
}

// raggedFault says that a record does not have the header's width. In a sheet no delimiter is to blame, but what was taken for the header.
func (e *Export) raggedFault(line, cells int) study.Fault {
	hint := "a cell that holds the delimiter or a line end needs quotes around it"
	if cells <= 2 && len(e.Columns) > 2 {
		hint = "if the line is a footer below the answers, which are known by words such as Source or Total, take it out of the file; if it is the rest of an answer: " + hint
	}
	if e.workbook {
		hint = cmp.Or(e.otherSheets, "a title above the table may count as its header: take it out, or say --header-rows")
	}
	return study.Fault{
		Place:   study.Place{File: e.Name, Line: line},
		Message: fmt.Sprintf("row has %s, the header has %d", count(cells, "cell"), len(e.Columns)),
		Hint:    hint,
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return study.Grouped(n) + " " + what + "s"
}
