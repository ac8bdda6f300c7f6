package report

import (
	"io"
	"strings"

	"github.com/gocarina/gocsv"

	"github.com/cxgap/cxgap/analysis"
)

// CSV writes the tidy table: one figure a row, full precision, undefined numbers empty.
func CSV(w io.Writer, r *analysis.Result) error {
	rows := make([]analysis.Figure, len(r.Figures))
	for i, f := range r.Figures {
		f.ID, f.Item, f.Audience, f.Versus = inert(f.ID), inert(f.Item), inert(f.Audience), inert(f.Versus)
		f.Wave, f.Segment, f.Verdict = inert(f.Wave), inert(f.Segment), inert(f.Verdict)
		rows[i] = f
	}
	sink := &errorWriter{w: w}
	if err := gocsv.Marshal(&rows, sink); err != nil {
		return err
	}
	return sink.err
}

// inert makes control characters visible, and puts an apostrophe before a text that a spreadsheet would run as a formula.
func inert(text string) string {
	text = controls(text)
	if strings.IndexAny(text, "=+-@\t\r\n") == 0 {
		return "'" + text
	}
	return text
}
