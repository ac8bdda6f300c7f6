package gate

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// ReadBaseline reads what was written as a baseline, and holds its versions against those of this program. The error is a
// *study.InputError.
func ReadBaseline(file string, text []byte) (*Baseline, error) {
	b := &Baseline{}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(b)
	if err == nil {
		if _, more := decoder.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something follows the baseline")
		}
	}
	if versions := b.versionFault(file); versions != nil && b.Schema != "" { // another version may well have other fields
		return nil, versions
	}
	if err != nil {
		return nil, baselineSyntax(file, string(text), decoder.InputOffset(), err)
	}
	if err := b.faults(file); err != nil {
		return nil, err
	}
	return b, nil
}

// baselineSyntax words an error of the JSON decoder with its place.
func baselineSyntax(file, text string, at int64, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	before := text[:min(int(at), len(text))]
	line := strings.Count(before, "\n") + 1
	message := strings.TrimPrefix(err.Error(), "json: ")
	var kind *json.UnmarshalTypeError
	switch trimmed := strings.TrimSpace(text); {
	case trimmed == "":
		message = "the file is empty"
	case strings.HasPrefix(text, "\ufeff"):
		message = "it begins with a byte order mark, which JSON has not"
	case strings.HasPrefix(text, "\x1f\x8b"):
		message = "it is packed (gzip): unpack it first"
	case errors.Is(err, io.ErrUnexpectedEOF):
		message = "it ends amid the JSON"
	case !strings.HasPrefix(trimmed, "{"):
		message = "it begins with " + quoted(lexeme(trimmed)) + ", and no { of JSON"
	case errors.As(err, &kind) && kind.Field != "":
		message = "a " + kind.Value + " stands under " + quoted(kind.Field)
	}
	faults := &study.InputError{}
	faults.Add(study.Fault{
		Place: study.Place{File: file, Line: line}, Hint: writeAnew,
		Message: "not a baseline: " + message,
	})
	return faults
}

// lexeme is what a text begins with, short enough to be quoted.
func lexeme(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	if runes := []rune(first); len(runes) > 20 {
		return string(runes[:20]) + "…"
	}
	return first
}

// UnmarshalJSON reads a figure; a number that is not there is undefined, not 0.
func (f *BaselineFigure) UnmarshalJSON(text []byte) error {
	type plain BaselineFigure
	nan := analysis.NaN
	p := plain{Value: nan, SE: nan, Low: nan, High: nan, Level: nan, DF: nan, N: nan, NVersus: nan}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&p); err != nil {
		return err
	}
	*f = BaselineFigure(p)
	return nil
}
