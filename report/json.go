package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/cxgap/cxgap/analysis"
)

// JSON writes the result itself, at full precision; undefined numbers are null.
func JSON(w io.Writer, r *analysis.Result) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// ReadJSON reads what JSON wrote. A field that it does not know would be lost on the way, so it is an error.
func ReadJSON(in io.Reader) (*analysis.Result, error) {
	d := json.NewDecoder(in)
	d.DisallowUnknownFields()
	var r analysis.Result
	if err := d.Decode(&r); err != nil {
		return nil, fmt.Errorf("no result of cxgap: %w", err)
	}
	if r.Schema != analysis.Schema {
		return nil, fmt.Errorf("result has schema %q, this version reads %q", r.Schema, analysis.Schema)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows the result")
	}
	return &r, nil
}
