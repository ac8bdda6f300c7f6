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
	if err := whole(&r); err != nil {
		return nil, err
	}
	return &r, nil
}

// whole refuses a result from which somebody has taken what other parts of it stand on. Which figures go together is known where they are
// laid out, so they are.
func whole(r *analysis.Result) (err error) {
	if len(r.Audiences) == 0 || len(r.Figures) == 0 {
		return errors.New("the result is not whole: it has no audiences, or no figures")
	}
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the result is not whole: figures are missing that others stand on (%v)", fault)
		}
	}()
	english().clientReport(r, ClientOptions{})
	newDocument(r, true)
	newDriversDocument(r, true)
	return nil
}
