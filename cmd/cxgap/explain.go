package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/docs"
	"github.com/cxgap/cxgap/report"
)

func newExplainCommand(s *streams) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "explain FIGURE [STUDY | RESULT.json | AUDIENCE=FILE...]",
		Short: "one figure: what it means, its base, and how it was computed",
		Long: `Says all that is known of one figure of a result: its meaning, value, interval and base, its notes in words, the rows that
it was made from and those that were left out, and the part of the methods that defines it.

FIGURE is the id in the column "figure" of --format csv, such as
gap/performance/leadership:customers/listens/difference; one with a star stands in quotes, so that no shell takes it for the
name of files. Without a study or a saved result, ./cxgap.yaml is analysed.

EXIT STATUS
  0  done
  2  usage, no such figure, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid`,
		Example: "  cxgap explain 'alignment/performance/*/*/alignment'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"explain needs a figure", "cxgap analyze --format csv lists them in its first column"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.input.validate(); err != nil {
				return err
			}
			return runExplain(cmd.Context(), s, &o, args[0], args[1:])
		},
	}
	cmd.Flags().StringArrayVar(&o.by, "by", nil, "also within the groups of this `column`; may repeat")
	o.input.addFlags(cmd.Flags())
	return cmd
}

func runExplain(ctx context.Context, s *streams, o *reportOptions, id string, args []string) error {
	result, _, err := o.result(ctx, s, args)
	if err != nil {
		return err
	}
	figure, nearest := report.FindFigure(result, id)
	if figure == nil {
		hint := "cxgap analyze --format csv lists them in its first column"
		if nearest != "" {
			hint = fmt.Sprintf("did you mean %q?", nearest)
		}
		return &usageError{fmt.Sprintf("no figure %q", id), hint}
	}
	var text bytes.Buffer
	if err := report.Explain(&text, result, figure, docs.Methods); err != nil {
		return err
	}
	_, err = s.out.Write(text.Bytes())
	return err
}
