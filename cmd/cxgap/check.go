package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

type checkOptions struct {
	input    inputOptions
	table    outputOptions // of the text: colour and width
	outputs  []string
	force    bool
	failOn   string
	exitZero bool
	list     bool
	baseline string
	today    string
	day      study.Date // today
}

func newCheckCommand(s *streams) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [STUDY]",
		Short: "the gate: fail when a score or a gap has demonstrably crossed its limit",
		Long: `Decides the rules under checks: of a study file (default ./cxgap.yaml). A rule fails only if the whole interval of its
figure lies beyond the limit, and passes only if it lies wholly inside; between these it is inconclusive, which is a
warning unless the rule says otherwise. Decisions of a rule that is repeated over items are Holm-adjusted.

  checks:
    - id: no-blind-spot
      for: items
      expect: gap(leadership, customers) <= 15pomp

Units are part of a limit: pt scale points, pomp points of 0-100, % shares, pp differences of shares. cxgap help checks
lists the quantities.

EXIT STATUS
  0  every rule passed; warnings are allowed
  1  at least one rule failed
  2  usage, or anything wrong with the text of the study file or a rule
  3  an input that is missing, unreadable or invalid
  4  a rule was inconclusive and its policy is fail`,
		Example: "  cxgap check\n  cxgap check --output text --output junit=check.xml",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{"check takes at most one study file", "cxgap check study.yaml"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.validate(s.today); err != nil {
				return err
			}
			return runCheck(cmd.Context(), s, &o, args)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.outputs, "output", []string{"text"}, "`kind` or kind=file, repeated: text, json, junit, github, markdown")
	flags.BoolVar(&o.force, "force", false, "overwrite files that exist")
	flags.StringVar(&o.baseline, "baseline", "", "the `file` that change(…, baseline) compares with, from check baseline write")
	flags.StringVar(&o.today, "today", "", "the `day` that ages and waivers are held against (default the system's date)")
	flags.StringVar(&o.failOn, "fail-on", "failure", "exit with 1 from this `level` on: failure or warning")
	flags.BoolVar(&o.exitZero, "exit-zero", false, "exit with 0 whatever the rules say")
	flags.BoolVar(&o.list, "list", false, "list the rules and stop")
	flags.StringVar(&o.table.color, "color", "auto", "colour in tables: `when` is auto, always or never")
	o.input.addFlags(flags)
	cmd.AddCommand(newBaselineCommand(s))
	return cmd
}

// checkKinds are the outputs of a check.
func checkKinds() []string { return []string{"text", "json", "junit", "github", "markdown"} }

func (o *checkOptions) validate(systemDate string) error {
	if o.today == "" {
		o.today = systemDate
	}
	if err := oneOf("fail-on", o.failOn, "failure", "warning"); err != nil {
		return err
	}
	toStandardOutput := 0
	for _, output := range o.outputs {
		kind, file, named := strings.Cut(output, "=")
		if err := oneOf("output", kind, checkKinds()...); err != nil {
			return err
		}
		if named && file == "" {
			return &usageError{fmt.Sprintf("--output %q names no file", output), "--output junit=check.xml"}
		}
		if !named {
			toStandardOutput++
		}
	}
	if toStandardOutput > 1 {
		return &usageError{"two outputs go to standard output", "give all but one a file: --output junit=check.xml"}
	}
	if err := oneOf("color", o.table.color, "auto", "always", "never"); err != nil {
		return err
	}
	var ok bool
	if o.day, ok = study.ParseDate(o.today); !ok {
		return &usageError{fmt.Sprintf("--today is a day such as 2026-11-24, not %q", o.today), ""}
	}
	return o.input.validate()
}

func runCheck(ctx context.Context, s *streams, o *checkOptions, args []string) error {
	loaded, err := loadStudy(ctx, s, &o.input, nil, args)
	if err != nil {
		return err
	}
	if len(loaded.study.Checks) == 0 {
		return &usageError{loaded.file + " has no rules", "checks: [{id: nps-floor, expect: nps(customers) >= 20}]"}
	}
	rules, err := loaded.rules()
	if err != nil {
		return err
	}
	if o.list {
		for _, rule := range rules {
			fmt.Fprintf(s.out, "%s\t%s\n", rule.ID(), strings.Join(strings.Fields(rule.Check().Expect.Text), " "))
		}
		return nil
	}
	against := gate.Against{Today: o.day}
	if against.Baseline, err = o.readBaseline(rules); err != nil {
		return err
	}
	result, err := loaded.analyzeFor(ctx, rules)
	if err != nil {
		return err
	}
	checked := gate.Evaluate(rules, result, against)
	if err := o.write(s, checked, loaded.inputs()); err != nil {
		return err
	}
	return o.verdict(checked)
}

// rules understands the rules of a study.
func (l *loadedStudy) rules() ([]*gate.Rule, error) {
	return gate.Parse(l.study, l.study.Checks)
}

// analyzeFor computes what rules need: without resamples, unless one names a quantity whose interval comes from them.
func (l *loadedStudy) analyzeFor(ctx context.Context, rules []*gate.Rule) (*analysis.Result, error) {
	for _, rule := range rules {
		if rule.NeedsResamples() {
			return l.analyzeInFull(ctx)
		}
	}
	return l.analyze(ctx)
}

// readBaseline reads the baseline, which must be there if a rule compares with it.
func (o *checkOptions) readBaseline(rules []*gate.Rule) (*gate.Baseline, error) {
	if o.baseline != "" {
		return readBaseline(o.baseline)
	}
	for _, rule := range rules {
		if rule.NeedsBaseline() {
			return nil, &usageError{
				fmt.Sprintf("rule %s compares with a baseline, and none is given", rule.ID()),
				"cxgap check --baseline FILE, with a file that  cxgap check baseline write -o FILE  has written",
			}
		}
	}
	return nil, nil
}

// write renders all outputs before the first is written.
func (o *checkOptions) write(s *streams, r *gate.Report, inputs []string) error {
	texts := make([]bytes.Buffer, len(o.outputs))
	for i, output := range o.outputs {
		kind, _, _ := strings.Cut(output, "=")
		if err := o.render(&texts[i], s, kind, r); err != nil {
			return err
		}
	}
	for i, output := range o.outputs {
		_, file, named := strings.Cut(output, "=")
		var err error
		if named {
			err = writeFile(file, texts[i].Bytes(), o.force, inputs)
		} else {
			_, err = s.out.Write(texts[i].Bytes())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (o *checkOptions) render(w io.Writer, s *streams, kind string, r *gate.Report) error {
	switch kind {
	case "json":
		return report.CheckJSON(w, r)
	case "junit":
		return report.CheckJUnit(w, r)
	case "github":
		return report.CheckGitHub(w, r)
	case "markdown":
		return report.CheckMarkdown(w, r)
	}
	return report.CheckTable(w, r, o.table.tableOptions(s))
}

// verdict turns the outcome into the exit code, independent of the outputs.
func (o *checkOptions) verdict(r *gate.Report) error {
	switch {
	case o.exitZero:
		return nil
	case r.Failing(), o.failOn == "warning" && r.Warned > 0:
		return gateClosed{exitFailed}
	case r.UndecidedFailing():
		return gateClosed{exitUndecided}
	}
	return nil
}

// gateClosed is the outcome of a check that stops a pipeline. It says nothing: the outputs have said it.
type gateClosed struct{ code int }

func (g gateClosed) Error() string { return fmt.Sprintf("exit code %d", g.code) }
