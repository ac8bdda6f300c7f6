package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
	"github.com/cxgap/cxgap/report"
)

type inspectOptions struct {
	input  inputOptions
	output outputOptions
	column string
}

func newInspectCommand(s *streams) *cobra.Command {
	var o inspectOptions
	cmd := &cobra.Command{
		Use:   "inspect FILE...",
		Short: "what cxgap sees in an export",
		Long: `Says what the importer sees in each export: the survey platform and why, encoding, delimiter and header, the rows kept and
left out by reason, and every column with its question, kind, scale, answers, blanks, "don't know", and what is odd
about it: codes instead of ratings, words at the ends of a scale, straight lines, duplicates, what Excel damaged.
Kinds and scales come from all rows. Personal columns are named, their cells never shown.

EXIT STATUS
  0  done
  2  usage, or a column that is not there
  3  an input that is missing, unreadable or invalid`,
		Example: `  cxgap inspect customers.csv
  cxgap inspect customers.csv --column Q5_2
  cxgap inspect leaders.csv staff.csv --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"inspect needs a file", "cxgap inspect customers.csv"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.validate(args); err != nil {
				return err
			}
			return runInspect(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringVar(&o.column, "column", "", "show the answers of this `column` (id, header, question or #position) as a bar chart")
	o.input.addFlags(cmd.Flags())
	o.output.addFlags(cmd.Flags())
	cmd.Flags().Lookup("format").Usage = "output `format`: table or json (default table, or what the name after -o says)"
	return cmd
}

func (o *inspectOptions) validate(args []string) error {
	if err := errors.Join(o.input.validate(), o.output.validate()); err != nil {
		return err
	}
	if err := oneOf("format", o.output.format, "table", "json"); err != nil {
		return err
	}
	if len(o.input.labelsFrom) > 0 && (len(args) > 1 || len(o.input.labelsFrom) > 1) {
		return &usageError{"--labels-from goes with one file", "cxgap inspect codes.csv --labels-from texts.csv"}
	}
	if len(o.input.dictionary) > 0 && (len(args) > 1 || len(o.input.dictionary) > 1) {
		return &usageError{"--dictionary goes with one file", "cxgap inspect data.csv --dictionary dictionary.csv"}
	}
	for _, arg := range args {
		if id, file, pair := strings.Cut(arg, "="); pair && file != "" && !strings.ContainsAny(id, `/\.`) {
			return &usageError{fmt.Sprintf("inspect takes files, not audiences (got %q)", arg), "cxgap inspect " + file}
		}
	}
	return nil
}

func runInspect(ctx context.Context, s *streams, o *inspectOptions, args []string) error {
	options := o.input.importer(s, "")
	options.Opened, options.Beside = &importers.Opened{}, &importers.Beside{Files: len(args)}
	labels := ""
	if len(o.input.labelsFrom) > 0 {
		labels = o.input.labelsFrom[0]
	}
	if len(o.input.dictionary) > 0 {
		options.Dictionary = o.input.dictionary[0]
	}
	var all []*study.Inspection
	var faults study.InputError
	for _, name := range args {
		stop := s.progress.start()
		in, err := importers.Inspect(ctx, name, labels, options)
		stop()
		var input *study.InputError
		switch {
		case errors.As(err, &input):
			faults.Append(&input.Faults)
		case err != nil:
			return err
		default:
			all = append(all, in)
		}
	}
	if !faults.Empty() {
		return &faults
	}
	text, err := o.render(s, all)
	if err != nil {
		return err
	}
	return o.output.deliver(s, text, options.Opened.Paths())
}

func (o *inspectOptions) render(s *streams, all []*study.Inspection) ([]byte, error) {
	if o.column != "" {
		if err := o.onlyColumn(all); err != nil {
			return nil, err
		}
	}
	var text bytes.Buffer
	if o.output.format == "json" {
		err := report.InspectionJSON(&text, all)
		return text.Bytes(), err
	}
	if o.column == "" {
		err := report.InspectionTable(&text, all, o.output.tableOptions(s))
		return text.Bytes(), err
	}
	for _, in := range all {
		if err := report.DistributionTable(&text, in, in.Columns[0], o.output.tableOptions(s)); err != nil {
			return nil, err
		}
	}
	return text.Bytes(), nil
}

// onlyColumn leaves the one column that was asked for in every inspection.
func (o *inspectOptions) onlyColumn(all []*study.Inspection) error {
	for _, in := range all {
		at, err := importers.FindColumn(in, o.column)
		if err != nil {
			return err
		}
		c := in.Columns[at]
		if c.Kind == study.PersonalColumn {
			return &usageError{fmt.Sprintf("column %q of %s holds personal data: its cells are not shown", c.ID, in.File), ""}
		}
		in.Columns = []study.InspectedColumn{c}
	}
	return nil
}
