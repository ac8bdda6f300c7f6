package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
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
	rules    string
	list     bool
	explain  string
	test     string
	baseline string
	today    string
	day      study.Date // today
}

func newCheckCommand(s *streams) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [STUDY | AUDIENCE=FILE...]",
		Short: "the gate: fail when a score or a gap has demonstrably crossed its limit",
		Long: `Decides the rules under checks: of a study file (default ./cxgap.yaml), or of a file of their own (--rules). A rule fails
only if the whole interval of its figure lies beyond the limit, and passes only if it lies wholly inside; between these it
is inconclusive, which is a warning unless the rule says otherwise. Decisions of a rule that is repeated over items are
Holm-adjusted.

  checks:
    - id: no-blind-spot
      for: items
      expect: gap(leadership, customers) <= 15pomp

Units are part of a limit: pt scale points, pomp points of 0-100, % shares, pp differences of shares. cxgap help checks
lists the quantities. --test decides the rules on small invented results, so that a gate is tested before it guards.

EXIT STATUS
  0  every rule passed; warnings are allowed
  1  at least one rule failed; with --test: a case did not go as wanted
  2  usage, or anything wrong with the text of the study file or a rule
  3  an input that is missing, unreadable or invalid; no rule failed, and an output cannot be written
  4  a rule was inconclusive or without data, and its policy is fail`,
		Example: "  cxgap check\n  cxgap check --output text --output junit=check.xml\n  cxgap check --explain no-chasm",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 && misspelt(cmd, args[0]) {
				return unknownCommand(cmd, args)
			}
			if len(args) > 1 && !strings.Contains(args[0], "=") {
				return &usageError{"check takes at most one study file", "cxgap check study.yaml"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.validate(s.today, cmd.Flags().Changed("output")); err != nil {
				return err
			}
			return runCheck(cmd.Context(), s, &o, args)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.outputs, "output", []string{"text"}, "`kind` or kind=file, repeated: "+strings.Join(checkKinds(), ", "))
	flags.BoolVar(&o.force, "force", false, "overwrite files that exist")
	flags.StringVar(&o.rules, "rules", "", "the `file` of the rules, in place of those in the study file")
	flags.StringVar(&o.baseline, "baseline", "", "the `file` that change(…, baseline) compares with, from check baseline write")
	flags.StringVar(&o.today, "today", "", "the `day` that ages and waivers are held against (default the system's date)")
	flags.StringVar(&o.failOn, "fail-on", "fail", "exit with 1 from this `level` on: fail or warn")
	flags.BoolVar(&o.exitZero, "exit-zero", false, "exit with 0 whatever the rules say")
	flags.BoolVar(&o.list, "list", false, "list the rules and stop")
	flags.StringVar(&o.explain, "explain", "", "say what a `rule` means and how it is decided, step by step, and stop")
	flags.StringVar(&o.test, "test", "", "decide the rules on the invented results of a `file`, and stop")
	flags.StringVar(&o.table.color, "color", "auto", "colour in tables: `when` is auto, always or never")
	o.input.addFlags(flags)
	cmd.AddCommand(newBaselineCommand(s))
	return cmd
}

// misspelt reports whether an argument is rather a subcommand than a study file: it looks like no file, there is none of that name,
// and it is near the name of a command.
func misspelt(cmd *cobra.Command, arg string) bool {
	if strings.ContainsAny(arg, `./\=`) {
		return false
	}
	if _, err := os.Stat(arg); err == nil {
		return false
	}
	var names []string
	for _, child := range cmd.Commands() {
		names = append(names, child.Name())
	}
	return study.Nearest(arg, names) != ""
}

func (o *checkOptions) validate(systemDate string, outputs bool) error {
	if o.today == "" {
		o.today = systemDate
	}
	if err := oneOf("fail-on", o.failOn, "fail", "warn"); err != nil {
		return err
	}
	if err := oneOf("color", o.table.color, "auto", "always", "never"); err != nil {
		return err
	}
	var stops []string
	for _, flag := range []struct {
		name string
		set  bool
	}{{"--list", o.list}, {"--explain", o.explain != ""}, {"--test", o.test != ""}, {"--output", outputs}} {
		if flag.set {
			stops = append(stops, flag.name)
		}
	}
	if len(stops) > 1 {
		return &usageError{strings.Join(stops, " and ") + " do not go together", ""}
	}
	var ok bool
	if o.day, ok = study.ParseDate(o.today); !ok {
		return &usageError{fmt.Sprintf("--today is a day such as 2026-11-24, not %q", o.today), ""}
	}
	if err := o.validateOutputs(); err != nil {
		return err
	}
	return o.input.validate()
}

func runCheck(ctx context.Context, s *streams, o *checkOptions, args []string) error {
	if o.list || o.test != "" {
		return o.withoutAnswers(s, args)
	}
	loaded, err := loadStudy(ctx, s, &o.input, nil, args)
	if err != nil {
		return err
	}
	rules, err := parseRules(o.rules, loaded.study, loaded.file)
	if err != nil {
		return err
	}
	against := gate.Against{Today: o.day}
	if against.Baseline, err = o.readBaseline(s, rules); err != nil {
		return err
	}
	if o.explain != "" {
		return o.explainRule(ctx, s, loaded, rules, against)
	}
	inputs := append(loaded.inputs(), o.rules, o.baseline)
	if err := o.mayWrite(inputs); err != nil {
		return err
	}
	result, err := loaded.analyzeFor(ctx, rules)
	if err != nil {
		return err
	}
	if rules, err = loaded.stillParsed(o.rules, rules); err != nil {
		return err
	}
	loaded.heldAgainst(against.Baseline)
	checked := gate.Evaluate(rules, result, against)
	if !s.quiet {
		s.remarks(result)
	}
	return o.write(s, checked, inputs)
}

// parseRules understands the rules of the study file, or those of a file of their own.
func parseRules(rules string, of *study.Study, file string) ([]*gate.Rule, error) {
	const example = "checks: [{id: nps-floor, expect: nps(customers) >= 20}]"
	switch {
	case rules != "":
		text, err := readText(rules, "file of rules", example)
		if err != nil {
			return nil, err
		}
		checks, err := study.ParseChecks(rules, text)
		if err != nil {
			return nil, err
		}
		return gate.Parse(of, checks)
	case file == "":
		return nil, &usageError{"without a study file there are no rules", "--rules FILE, with  " + example}
	case len(of.Checks) == 0:
		return nil, &usageError{file + " has no rules", example + "; or --rules FILE"}
	}
	return gate.Parse(of, of.Checks)
}

// stillParsed understands the rules anew where the study was drafted anew: what a rule names may have been left out.
func (l *loadedStudy) stillParsed(file string, rules []*gate.Rule) ([]*gate.Rule, error) {
	if !l.redrafted {
		return rules, nil
	}
	return parseRules(file, l.study, l.file)
}

// readText reads a file that is none of answers.
func readText(name, what, hint string) ([]byte, error) {
	text, err := os.ReadFile(name)
	if err == nil {
		return text, nil
	}
	fault := study.Fault{Place: study.Place{File: name}, Message: "cannot be read: " + cause(err).Error()}
	if errors.Is(err, fs.ErrNotExist) {
		fault.Message, fault.Hint = "no such "+what, hint
	}
	if name == "-" {
		fault.Hint = "standard input holds an export: a " + what + " has a name"
	}
	faults := &study.InputError{}
	faults.Add(fault)
	return nil, faults
}

// explainRule says what one rule means, and shows every step of its decision.
func (o *checkOptions) explainRule(ctx context.Context, s *streams, loaded *loadedStudy, rules []*gate.Rule, against gate.Against) error {
	rule, err := named(rules, o.explain)
	if err != nil {
		return err
	}
	result, err := loaded.analyzeFor(ctx, []*gate.Rule{rule})
	if err != nil {
		return err
	}
	if rules, err = loaded.stillParsed(o.rules, rules); err != nil {
		return err
	}
	if rule, err = named(rules, o.explain); err != nil {
		return err
	}
	loaded.heldAgainst(against.Baseline)
	return report.CheckExplanation(s.out, gate.Explain(rule, result, against), o.table.tableOptions(s))
}

// named returns the rule of a name.
func named(rules []*gate.Rule, id string) (*gate.Rule, error) {
	var ids []string
	for _, rule := range rules {
		if rule.ID() == id {
			return rule, nil
		}
		ids = append(ids, rule.ID())
	}
	hint := "the rules are " + strings.Join(ids, ", ")
	if near := study.Nearest(id, ids); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return nil, &usageError{fmt.Sprintf("no rule %q", id), hint}
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

// analyzeForBaseline computes what a baseline keeps, with the intervals that need resamples.
func (l *loadedStudy) analyzeForBaseline(ctx context.Context) (*analysis.Result, error) {
	if gate.BaselineNeedsResamples(l.study) {
		return l.analyzeInFull(ctx)
	}
	return l.analyze(ctx)
}

// readBaseline reads the baseline, which must be there if a rule compares with it.
func (o *checkOptions) readBaseline(s *streams, rules []*gate.Rule) (*gate.Baseline, error) {
	if o.baseline != "" {
		if !slices.ContainsFunc(rules, (*gate.Rule).NeedsBaseline) && !s.quiet {
			s.fact(fmt.Sprintf("no rule compares with a baseline: %s changes nothing", o.baseline), "change(nps(customers), baseline) >= -5  is such a rule")
		}
		return readBaseline(o.baseline)
	}
	for _, rule := range rules {
		if rule.NeedsBaseline() {
			faults := &study.FileError{}
			faults.Add(study.Fault{
				Place: rule.Check().Place, Message: fmt.Sprintf("rule %s compares with a baseline, and none is given", rule.ID()),
				Hint: "cxgap check --baseline FILE, with a file that  cxgap check baseline write -o FILE  has written",
			})
			return nil, faults
		}
	}
	return nil, nil
}

// verdict turns the outcome into the exit code, independent of the outputs, which say what stops the pipeline.
func (o *checkOptions) verdict(r *gate.Report) error {
	verdict := o.decided(r)
	if o.exitZero {
		r.StoppedBy = gate.StoppedByNoReason
		return nil
	}
	return verdict
}

// decided is the verdict as it is without --exit-zero, which rule tests do not know: they ask what the rules say.
func (o *checkOptions) decided(r *gate.Report) error {
	switch r.Stop(o.failOn == "warn") {
	case gate.StoppedByFailure, gate.StoppedByWarning:
		return gateClosed{exitFailed}
	case gate.StoppedUndecided:
		return gateClosed{exitUndecided}
	}
	return nil
}
