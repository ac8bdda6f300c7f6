package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/cmd/cxgap/demo"
)

// demoDirectory is where the demo study goes if no folder is named.
const demoDirectory = "cxgap-demo"

type demoOptions struct {
	analyze analyzeOptions
}

func newDemoCommand(s *streams) *cobra.Command {
	var o demoOptions
	cmd := &cobra.Command{
		Use:   "demo [DIR]",
		Short: "write an invented study to a folder and analyse it",
		Long: `Writes the demo study to DIR (default ./cxgap-demo): three exports in the shapes of Microsoft Forms, Google Forms and
Qualtrics, and the study file that joins them. Then analyses it. All answers are invented.

EXIT STATUS
  0  done
  2  usage, or DIR holds other files of these names (--force overwrites them)
  3  DIR cannot be written`,
		Example: "  cxgap demo\n  cxgap demo study --format markdown",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{"demo takes at most one folder", "cxgap demo study"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.analyze.output.validate(); err != nil {
				return err
			}
			dir := demoDirectory
			if len(args) == 1 {
				dir = args[0]
			}
			return runDemo(cmd.Context(), s, &o, dir)
		},
	}
	o.analyze.output.addFlags(cmd.Flags())
	o.analyze.output.addDetailFlag(cmd.Flags())
	return cmd
}

func runDemo(ctx context.Context, s *streams, o *demoOptions, dir string) error {
	written, err := demo.Write(dir, o.analyze.output.force)
	if exists := (*demo.ExistsError)(nil); errors.As(err, &exists) {
		return &usageError{err.Error(), "--force overwrites it, or name another folder"}
	}
	if err != nil {
		return err
	}
	file := filepath.Join(dir, defaultStudyFile)
	if len(written) > 0 {
		s.notef("wrote the demo study to %s; analyse it again with: cxgap analyze %s", dir, filepath.ToSlash(file))
	}
	return runAnalyze(ctx, s, &o.analyze, []string{file})
}
