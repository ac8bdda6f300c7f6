package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report"
)

type driversOptions struct {
	input  inputOptions
	by     []string
	output outputOptions
	plot   bool
}

func newDriversCommand(s *streams) *cobra.Command {
	var o driversOptions
	cmd := &cobra.Command{
		Use:   "drivers [STUDY | AUDIENCE=FILE...]",
		Short: "what matters: importance against performance, stated against derived",
		Long: `Says for every audience what matters to it, and where what matters falls short:

  - importance against performance of each item, within the respondents who rated both, in the order of importance of
    the dimensions, then of the items
  - the quadrant of each item, and in how many resamples it falls there
  - what goes with the outcome (each item's share of R²), beside what people say matters
  - which items go with a lower outcome when rated low, and which with a higher one when rated high
  - what to do first: shortfall × derived importance × confidence

Intervals of derived importance come from resampling the respondents, seeded, so that two runs give the same figures.
--format json and csv write every figure of the study, these included.

EXIT STATUS
  0  done
  2  usage, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid`,
		Example: `  cxgap drivers
  cxgap drivers --plot
  cxgap drivers study.yaml --format csv -o figures.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := (&analyzeOptions{input: o.input, by: o.by, output: o.output}).validate(); err != nil {
				return err
			}
			return runDrivers(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringArrayVar(&o.by, "by", nil, "also derived importance within the groups of this `column`; may repeat")
	cmd.Flags().BoolVar(&o.plot, "plot", false, "draw importance against performance below the table")
	o.input.addFlags(cmd.Flags())
	o.output.addFlags(cmd.Flags())
	return cmd
}

func runDrivers(ctx context.Context, s *streams, o *driversOptions, args []string) error {
	loaded, err := loadStudy(ctx, s, &o.input, o.by, args)
	if err != nil {
		return err
	}
	result, err := loaded.analyzeInFull(ctx)
	if err != nil {
		return err
	}
	return o.output.write(s, result, loaded.inputs(), driversView{plot: o.plot})
}

// driversView is what drivers shows of a result.
type driversView struct{ plot bool }

func (v driversView) table(w io.Writer, r *analysis.Result, o report.TableOptions) error {
	o.Plot = v.plot
	return report.DriversTable(w, r, o)
}

func (v driversView) markdown(w io.Writer, r *analysis.Result) error {
	return report.DriversMarkdown(w, r, v.plot)
}

func (v driversView) workbook(w io.Writer, r *analysis.Result) error {
	return report.DriversWorkbook(w, r)
}
