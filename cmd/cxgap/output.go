package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report"
)

// outputOptions are the flags that say what a result looks like and where it goes; they mean the same on every command.
type outputOptions struct {
	format string
	file   string
	force  bool
	color  string
	detail bool
}

func (o *outputOptions) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.format, "format", "", "output `format`: table, markdown, json, csv or xlsx (default table, or what the name after -o says)")
	flags.StringVarP(&o.file, "out", "o", "", "write the result to `file` instead of standard output")
	flags.BoolVar(&o.force, "force", false, "overwrite files that exist")
	flags.StringVar(&o.color, "color", "auto", "colour in tables: `when` is auto, always or never")
}

// addDetailFlag adds the flag of commands that show gaps.
func (o *outputOptions) addDetailFlag(flags *pflag.FlagSet) {
	flags.BoolVar(&o.detail, "detail", false, "add the tables behind the gap table: every pair with its tests, the chain, shares, segments")
}

// resultView is what a command shows of a result in the formats that are for reading; the others hold all of it.
type resultView interface {
	table(io.Writer, *analysis.Result, report.TableOptions) error
	markdown(io.Writer, *analysis.Result) error
	workbook(io.Writer, *analysis.Result) error
}

// gapView shows the gaps.
type gapView struct{ detail bool }

func (v gapView) table(w io.Writer, r *analysis.Result, o report.TableOptions) error {
	o.Detail = v.detail
	return report.Table(w, r, o)
}

func (v gapView) markdown(w io.Writer, r *analysis.Result) error {
	return report.Markdown(w, r, v.detail)
}

func (v gapView) workbook(w io.Writer, r *analysis.Result) error {
	return report.Workbook(w, r, v.detail)
}

// formats are the output formats, with the file endings that imply them.
func formats() map[string]string {
	return map[string]string{"table": ".txt", "markdown": ".md", "json": ".json", "csv": ".csv", "xlsx": ".xlsx"}
}

func (o *outputOptions) validate() error {
	if isStandardOutput(o.file) {
		o.file = ""
	}
	if o.format == "" {
		o.format = "table"
		known := filepath.Ext(o.file) == ""
		for name, ending := range formats() {
			if strings.EqualFold(filepath.Ext(o.file), ending) {
				o.format, known = name, true
			}
		}
		if !known {
			return &usageError{fmt.Sprintf("%q says no format that cxgap writes", o.file), "end it in .txt, .md, .json, .csv or .xlsx, or say --format"}
		}
	}
	if err := oneOf("format", o.format, "table", "markdown", "json", "csv", "xlsx"); err != nil {
		return err
	}
	return oneOf("color", o.color, "auto", "always", "never")
}

// complete reports whether the format holds all figures, the resampled intervals too.
func (o *outputOptions) complete() bool {
	return o.format == "json" || o.format == "csv" || o.format == "xlsx"
}

// write renders what view shows of the result. Nothing is written before the whole of it is rendered, so that a failure leaves nothing
// half-written.
func (o *outputOptions) write(s *streams, r *analysis.Result, inputs []string, view resultView) error {
	var text bytes.Buffer
	if err := o.render(&text, s, r, view); err != nil {
		return err
	}
	if err := o.deliver(s, text.Bytes(), inputs); err != nil {
		return err
	}
	if o.format == "csv" { // a table of figures has no room for remarks
		s.remarks(r)
	}
	return nil
}

// remarks says what was assumed and what to be warned of, where the output has no room for it.
func (s *streams) remarks(r *analysis.Result) {
	for _, line := range report.Notices(r) {
		if _, message, _ := strings.Cut(line, ": "); !slices.Contains(s.said, message) {
			s.notef("%s", line)
		}
	}
}

func (o *outputOptions) deliver(s *streams, text []byte, inputs []string) error {
	if o.file == "" {
		if _, terminal := s.terminal(); terminal && o.format == "xlsx" {
			return &usageError{"a workbook is nothing to look at in a terminal", "-o FILE.xlsx"}
		}
		_, err := s.out.Write(text)
		return err
	}
	return s.writeFile(o.file, text, o.force, inputs)
}

func (o *outputOptions) render(w io.Writer, s *streams, r *analysis.Result, view resultView) error {
	switch o.format {
	case "markdown":
		return view.markdown(w, r)
	case "json":
		return report.JSON(w, r)
	case "csv":
		return report.CSV(w, r)
	case "xlsx":
		return view.workbook(w, r)
	}
	return view.table(w, r, o.tableOptions(s))
}

// tableOptions adapts a table to the terminal; into a pipe or file it is plain.
func (o *outputOptions) tableOptions(s *streams) report.TableOptions {
	t := report.TableOptions{}
	if f, ok := s.terminal(); ok && o.file == "" {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			t.Width = width
		}
		t.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	switch o.color {
	case "always":
		t.Color = true
	case "never":
		t.Color = false
	}
	return t
}
