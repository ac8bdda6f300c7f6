package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/disclosure"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

type privacyOptions struct {
	format  string
	minimum int
	table   outputOptions // colour and width
}

func newPrivacyCommand(s *streams) *cobra.Command {
	var o privacyOptions
	cmd := &cobra.Command{
		Use:   "privacy FILE...",
		Short: "look in finished outputs for figures that could expose someone",
		Long: `Reads outputs again before they are handed over: saved results (.json) and tables of all figures (.csv), one by one and every two
together. It looks for

  few_answers          figures of fewer answers than the minimum base
  all_alike            of fewer than twice as many: figures that say what each one answered
  rest_of_total        few who are not shown, and follow from the total less those who are
  follows_from_others  a figure that is not shown and follows from a difference and its other side
  between_outputs      one figure in two outputs whose bases differ by few, such as before and after somebody joined

A finding names figures and bases, never a value. The minimum base is the result's own; a table has none (5). Audiences that the study
declares anonymous: false are not judged. Pages, Markdown and workbooks are rounded views of a result: name the result instead.
That nothing is found is no proof that nobody can be recognised: what is not looked at is said, and  cxgap help privacy  says more.

EXIT STATUS
  0  nothing found
  2  usage, or a file of a kind that cannot be judged
  3  a file that is missing or unreadable, or no result of cxgap
  5  a figure could expose someone`,
		Example: "  cxgap privacy result.json\n  cxgap privacy result.json result.csv --format json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"privacy needs a finished output", "cxgap analyze --format json -o result.json writes one; then cxgap privacy result.json"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.validate(cmd.Flags().Changed("minimum-base"), args); err != nil {
				return err
			}
			return runPrivacy(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "table", "output `format`: table or json")
	cmd.Flags().IntVar(&o.minimum, "minimum-base", 0, "the least `answers` that may be shown, where the output's own minimum is smaller or not known")
	cmd.Flags().StringVar(&o.table.color, "color", "auto", "colour in tables: `when` is auto, always or never")
	return cmd
}

func (o *privacyOptions) validate(told bool, files []string) error {
	if told && o.minimum < 1 {
		return &usageError{fmt.Sprintf("--minimum-base is a number of answers from 1, not %d", o.minimum), ""}
	}
	seen := map[string]bool{}
	for _, name := range files {
		if err := judgeable(name); err != nil {
			return err
		}
		clean := filepath.Clean(name)
		if seen[clean] {
			return &usageError{fmt.Sprintf("%q is named twice", name), "outputs are held against each other, not against themselves"}
		}
		seen[clean] = true
	}
	return errors.Join(oneOf("format", o.format, "table", "json"), oneOf("color", o.table.color, "auto", "always", "never"))
}

// judgeable refuses what does not carry figures exactly.
func judgeable(name string) error {
	switch ending := strings.ToLower(filepath.Ext(name)); ending {
	case ".json", ".csv":
		return nil
	case ".html", ".htm", ".md", ".markdown", ".txt", ".pdf", ".docx", ".svg", ".png", ".xlsx":
		return &usageError{
			fmt.Sprintf("%q cannot be judged: a %s file has no figures that are read again exactly", name, ending),
			"name the result that it was made from: cxgap analyze --format json -o result.json writes it",
		}
	}
	return &usageError{fmt.Sprintf("%q is no output that can be judged", name), "name a saved result (.json) or a table of all figures (.csv)"}
}

func runPrivacy(ctx context.Context, s *streams, o *privacyOptions, files []string) error {
	var outputs []disclosure.Output
	for _, name := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		out, err := finishedOutput(name)
		if err != nil {
			return err
		}
		outputs = append(outputs, out)
	}
	r := disclosure.Check(outputs, o.minimum)
	var text bytes.Buffer
	write := func() error { return report.PrivacyTable(&text, r, o.table.tableOptions(s)) }
	if o.format == "json" {
		write = func() error { return report.PrivacyJSON(&text, r) }
	}
	if err := write(); err != nil {
		return err
	}
	var verdict error
	if len(r.Findings) > 0 {
		verdict = gateClosed{exitExposed}
	}
	_, err := s.out.Write(text.Bytes())
	return s.despite(err, verdict)
}

// finishedOutput reads what a file holds of figures.
func finishedOutput(name string) (disclosure.Output, error) {
	if strings.EqualFold(filepath.Ext(name), ".json") {
		result, err := savedResult(name)
		if err != nil {
			return disclosure.Output{}, err
		}
		return disclosure.Output{File: name, Figures: result.Figures, Result: result}, nil
	}
	text, err := os.ReadFile(name)
	if err == nil {
		out := disclosure.Output{File: name}
		if out.Figures, err = report.ReadCSV(bytes.NewReader(text)); err == nil {
			return out, nil
		}
	}
	fault := study.Fault{Place: study.Place{File: name}, Message: cause(err).Error(), Hint: "cxgap analyze --format csv -o FILE  writes a table of all figures"}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Message = "no such file"
	}
	faults := &study.InputError{}
	faults.Add(fault)
	return disclosure.Output{}, faults
}
