package report

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// ReadCSV reads the figures of a tidy table that CSV wrote. A column that it lacks or does not know, and a cell that is no number where one must
// be, are errors: a table that is half understood would be judged by half.
func ReadCSV(in io.Reader) ([]analysis.Figure, error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if err != nil {
		return nil, err
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	fields, err := figureFields(header)
	if err != nil {
		return nil, err
	}
	var figures []analysis.Figure
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		if len(record) != len(header) {
			return nil, fmt.Errorf("line %d has %d cells, the header %d", line, len(record), len(header))
		}
		f, err := figureOf(fields, record)
		if err != nil {
			return nil, fmt.Errorf("line %d: column %w", line, err)
		}
		figures = append(figures, f)
	}
	if len(figures) == 0 {
		return nil, errors.New("the table has no figures")
	}
	return figures, nil
}

// figureFields returns for every column the field of a figure that it holds.
func figureFields(header []string) ([]int, error) {
	kind := reflect.TypeFor[analysis.Figure]()
	index := map[string]int{}
	for i := range kind.NumField() {
		index[kind.Field(i).Tag.Get("csv")] = i
	}
	var fields []int
	seen := map[int]bool{}
	for _, name := range header {
		field, known := index[name]
		if !known {
			return nil, fmt.Errorf("no table of figures: it has a column %.60q", name)
		}
		if seen[field] {
			return nil, fmt.Errorf("no table of figures: it has the column %q twice", name)
		}
		seen[field] = true
		fields = append(fields, field)
	}
	for i := range kind.NumField() {
		if !seen[i] {
			return nil, fmt.Errorf("no table of figures: it lacks the column %q", kind.Field(i).Tag.Get("csv"))
		}
	}
	return fields, nil
}

// figureOf reads one row. Errors do not quote the cell, which may hold what nobody is to see.
func figureOf(fields []int, record []string) (analysis.Figure, error) {
	var f analysis.Figure
	row := reflect.ValueOf(&f).Elem()
	for k, i := range fields {
		switch cell := row.Field(i); cell.Interface().(type) {
		case analysis.Number:
			x := math.NaN()
			if record[k] != "" {
				var err error
				if x, err = strconv.ParseFloat(record[k], 64); err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
					return f, fmt.Errorf("%s holds no number", row.Type().Field(i).Tag.Get("csv"))
				}
			}
			cell.SetFloat(x)
		case analysis.Notes:
			cell.Set(reflect.ValueOf(analysis.Notes(strings.Fields(record[k]))))
		default:
			cell.SetString(record[k])
		}
	}
	return f, nil
}
