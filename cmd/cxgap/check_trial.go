package main

import (
	"errors"

	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

// withoutAnswers lists rules, or decides them on invented results: neither looks at an export.
func (o *checkOptions) withoutAnswers(s *streams, args []string) error {
	if audiences, err := audienceFiles(args); err != nil || len(audiences) > 0 {
		return errors.Join(err, &usageError{"--list and --test go with a study file", "cxgap check --list study.yaml"})
	}
	name := defaultStudyFile
	if len(args) == 1 {
		name = args[0]
	}
	text, err := readStudyFile(name, len(args) == 0)
	if err != nil {
		return err
	}
	parsed, err := study.Parse(name, text)
	if err != nil {
		return err
	}
	rules, err := parseRules(o.rules, parsed, name)
	if err != nil {
		return err
	}
	if o.list {
		return report.CheckList(s.out, rules)
	}
	return o.try(s, parsed, rules)
}

// try decides rules on the invented results of a file.
func (o *checkOptions) try(s *streams, of *study.Study, rules []*gate.Rule) error {
	text, err := readText(o.test, "file of rule tests", "cxgap help checks shows one")
	if err != nil {
		return err
	}
	tests, err := study.ParseRuleTests(o.test, text)
	if err != nil {
		return err
	}
	trials, err := gate.Try(of, rules, tests, o.day, func(r *gate.Report) int { return exitCode(o.decided(r)) })
	if err != nil {
		return err
	}
	var verdict error
	if trials.Failed() > 0 {
		verdict = gateClosed{exitFailed}
	}
	return s.despite(report.CheckTrials(s.out, trials), verdict)
}
