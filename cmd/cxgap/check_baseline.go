package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers"
	"github.com/cxgap/cxgap/report"
)

func newBaselineCommand(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "keep the figures of a study, to check later ones against them",
		Long: `A baseline holds the figures of one wave that rules can name, as sorted JSON of aggregates: no answers, and nothing that a
report would not show. Keep it with the study file, under version control; rules with change(…, baseline) compare with it.`,
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newBaselineWriteCommand(s), newBaselineDiffCommand(s), newBaselineUpdateCommand(s))
	return cmd
}

type baselineOptions struct {
	input  inputOptions
	file   string
	rules  string
	force  bool
	format string
	table  outputOptions

	allowLoosen bool
	reason      string
}

func newBaselineWriteCommand(s *streams) *cobra.Command {
	var o baselineOptions
	cmd := &cobra.Command{
		Use:   "write [STUDY]",
		Short: "write the baseline of a study",
		Long: `Analyses a study (default ./cxgap.yaml) and writes the figures of its newest wave as a baseline.

EXIT STATUS
  0  done
  2  usage, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid`,
		Example: "  cxgap check baseline write -o autumn.json",
		Args:    atMost(1, "cxgap check baseline write study.yaml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.input.validate(); err != nil {
				return err
			}
			return runBaselineWrite(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringVarP(&o.file, "out", "o", "", "write the baseline to `file` instead of standard output")
	cmd.Flags().BoolVar(&o.force, "force", false, "overwrite a file that exists")
	o.input.addFlags(cmd.Flags())
	return cmd
}

func runBaselineWrite(ctx context.Context, s *streams, o *baselineOptions, args []string) error {
	loaded, err := loadStudy(ctx, s, &o.input, nil, args)
	if err != nil {
		return err
	}
	result, err := loaded.analyzeForBaseline(ctx)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	fresh := gate.NewBaseline(result)
	fresh.RestsOn = gate.NewBasis(loaded.study)
	if err := report.BaselineJSON(&text, fresh); err != nil {
		return err
	}
	if o.file == "" || isStandardOutput(o.file) {
		_, err = s.out.Write(text.Bytes())
		return err
	}
	return s.writeFile(o.file, text.Bytes(), o.force, loaded.inputs())
}

func newBaselineDiffCommand(s *streams) *cobra.Command {
	var o baselineOptions
	cmd := &cobra.Command{
		Use:   "diff BASELINE [STUDY]",
		Short: "what has changed since a baseline",
		Long: `Analyses a study (default ./cxgap.yaml) and lists its figures beside those of a baseline, each with the change and its
interval. Nothing is decided here: rules with change(…, baseline) do that.

EXIT STATUS
  0  done, whatever has changed
  2  usage, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid, a baseline of another version too`,
		Example: "  cxgap check baseline diff baseline.json",
		Args:    between(1, 2, "cxgap check baseline diff baseline.json study.yaml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			err := errors.Join(oneOf("format", o.format, "table", "json"), oneOf("color", o.table.color, "auto", "always", "never"), o.input.validate())
			if err != nil {
				return err
			}
			return runBaselineDiff(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "table", "output `format`: table or json")
	cmd.Flags().StringVar(&o.table.color, "color", "auto", "colour in tables: `when` is auto, always or never")
	o.input.addFlags(cmd.Flags())
	return cmd
}

func runBaselineDiff(ctx context.Context, s *streams, o *baselineOptions, args []string) error {
	old, err := readBaseline(args[0])
	if err != nil {
		return err
	}
	loaded, err := loadStudy(ctx, s, &o.input, nil, args[1:])
	if err != nil {
		return err
	}
	result, err := loaded.analyzeForBaseline(ctx)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	loaded.heldAgainst(old)
	if o.format == "json" {
		err = report.BaselineDiffJSON(&text, old.Diff(result))
	} else {
		err = report.BaselineDiffTable(&text, old.Diff(result), o.table.tableOptions(s))
	}
	if err != nil {
		return err
	}
	_, err = s.out.Write(text.Bytes())
	return err
}

func newBaselineUpdateCommand(s *streams) *cobra.Command {
	var o baselineOptions
	cmd := &cobra.Command{
		Use:   "update BASELINE [STUDY]",
		Short: "bring a baseline up to date, without making a rule milder",
		Long: `Analyses a study (default ./cxgap.yaml) and takes its figures over into a baseline. A figure that a rule compares with is
taken only if no rule becomes milder by it: by its value, and by the end of its interval that failures are decided at. What failed
before fails after. --allow-loosen takes the others too, and --reason is kept in the file with each of them.

EXIT STATUS
  0  done
  2  usage, or anything wrong with the text of the study file
  3  an input that is missing, unreadable or invalid, a baseline of another version too`,
		Example: "  cxgap check baseline update baseline.json",
		Args:    between(1, 2, "cxgap check baseline update baseline.json study.yaml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.allowLoosen != (o.reason != "") {
				return &usageError{"--allow-loosen and --reason belong together", `--allow-loosen --reason "new question wording"`}
			}
			if err := o.input.validate(); err != nil {
				return err
			}
			return runBaselineUpdate(cmd.Context(), s, &o, args)
		},
	}
	cmd.Flags().StringVar(&o.rules, "rules", "", "the `file` of the rules, in place of those in the study file")
	cmd.Flags().BoolVar(&o.allowLoosen, "allow-loosen", false, "take figures over that make a rule milder")
	cmd.Flags().StringVar(&o.reason, "reason", "", "why a rule may become milder: a `text` that is kept in the baseline")
	o.input.addFlags(cmd.Flags())
	return cmd
}

func runBaselineUpdate(ctx context.Context, s *streams, o *baselineOptions, args []string) error {
	old, err := readBaseline(args[0])
	if err != nil {
		return err
	}
	loaded, err := loadStudy(ctx, s, &o.input, nil, args[1:])
	if err != nil {
		return err
	}
	rules, err := parseRules(o.rules, loaded.study, loaded.file)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(rules, (*gate.Rule).NeedsBaseline) {
		s.fact("no rule compares with a baseline: nothing keeps this one from becoming milder", "--rules FILE, if they stand elsewhere")
	}
	result, err := loaded.analyzeForBaseline(ctx)
	if err != nil {
		return err
	}
	if rules, err = loaded.stillParsed(o.rules, rules); err != nil {
		return err
	}
	loaded.heldAgainst(old)
	fresh, kept := old.Update(rules, result, o.reason)
	var text bytes.Buffer
	if err := report.BaselineJSON(&text, fresh); err != nil {
		return err
	}
	if err := s.writeFile(args[0], text.Bytes(), true, append(loaded.inputs(), o.rules)); err != nil {
		return err
	}
	return report.BaselineKept(s.out, kept)
}

// heldAgainst tells a baseline what the figures of this study rest on.
func (l *loadedStudy) heldAgainst(b *gate.Baseline) {
	if b != nil {
		b.HoldAgainst(gate.NewBasis(l.study), importers.SameQuestion)
	}
}

// readBaseline reads a baseline from its file.
func readBaseline(name string) (*gate.Baseline, error) {
	text, err := os.ReadFile(name)
	if err == nil {
		return gate.ReadBaseline(name, text)
	}
	fault := study.Fault{Place: study.Place{File: name}, Message: "cannot be read: " + cause(err).Error()}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Message, fault.Hint = "no such baseline", "cxgap check baseline write -o "+name
	}
	if name == "-" {
		fault.Hint = "standard input holds an export: a baseline has a name"
	}
	faults := &study.InputError{}
	faults.Add(fault)
	return nil, faults
}

// atMost and between refuse another number of arguments, with an example.
func atMost(most int, example string) cobra.PositionalArgs { return between(0, most, example) }

func between(least, most int, example string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return &usageError{fmt.Sprintf("%s takes %s, not %d", cmd.CommandPath(), arguments(least, most), len(args)), example}
		}
		return nil
	}
}

func arguments(least, most int) string {
	switch {
	case least == 0:
		return fmt.Sprintf("at most %d argument", most)
	case least == most:
		return fmt.Sprintf("%d arguments", most)
	}
	return fmt.Sprintf("%d to %d arguments", least, most)
}
