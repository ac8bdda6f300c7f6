package gate

import (
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// Explanation says what a rule means, and how it is decided on a result.
type Explanation struct {
	Rule     string
	File     string
	Line     int
	Expect   string
	Warn     string
	Policies []string // sentences
	Measures []Measure
	Subjects []ExplainedSubject
}

// Measure is a quantity that the rule names.
type Measure struct{ Text, Meaning, Unit string }

// ExplainedSubject is the way to one verdict.
type ExplainedSubject struct {
	Verdict     Verdict
	Comparisons []ExplainedComparison
}

// ExplainedComparison is one comparison of a rule with what speaks for and against it.
type ExplainedComparison struct {
	Text              string // gap(leadership, customers) <= 15pomp
	Measured          Verdict
	State             string
	Against, InFavour analysis.Number // one-sided p of "it holds", and of "it does not"
	Adjusted          analysis.Number // by how much the deciding one is multiplied for the repetitions
	Level             analysis.Number // that either must be below to decide
	Missing           string
}

// Explain decides a rule and keeps every step.
func Explain(rule *Rule, r *analysis.Result, against Against) *Explanation {
	m := newMeasurer(r)
	m.today = against.Today
	if against.Baseline != nil {
		m.baseline = against.Baseline.measurer(r)
	}
	e := &Explanation{Rule: rule.ID(), File: rule.check.Place.File, Line: rule.check.Place.Line, Expect: rule.describe(), Policies: rule.policies(m)}
	if rule.warn != nil {
		e.Warn = strings.Join(strings.Fields(rule.check.Warn.Text), " ")
	}
	seen := map[string]bool{}
	for _, q := range rule.quantities() {
		if text := q.String(); !seen[text] {
			seen[text] = true
			e.Measures = append(e.Measures, Measure{text, q.of.meaning, unitNames(q.of.units)})
		}
	}
	subjects := rule.concerned(m)
	verdicts := rule.evaluate(m)
	for i, j := range rule.judged(rule.expect, m, subjects) {
		of := ExplainedSubject{Verdict: verdicts[i]}
		for k, c := range rule.expect.comparisons() {
			of.Comparisons = append(of.Comparisons, rule.step(m, subjects[i], c.compared, j.states[k], j.all[k]))
		}
		e.Subjects = append(e.Subjects, of)
	}
	return e
}

// step shows one comparison.
func (r *Rule) step(m *measurer, s subject, c *comparison, decided state, weighed evidence) ExplainedComparison {
	alone := judgement{state: decided, evidence: weighed, compared: c}
	return ExplainedComparison{
		Text: c.words() + " " + c.op + " " + c.text, Measured: r.verdict(m, s, alone), State: decided.String(), Missing: weighed.missing,
		Against: number(weighed.against), InFavour: number(weighed.inFavour), Adjusted: number(weighed.adjusted),
		Level: analysis.Number(m.result.Choices.Alpha / 2 / max(1, weighed.adjusted)),
	}
}

// String names a state for readers.
func (s state) String() string {
	return map[state]string{holds: "holds", undecided: "undecided", fails: "does not hold", noData: "no data"}[s]
}

// words writes the value of a comparison as the rule does.
func (c *comparison) words() string { return c.value.String() }

// String writes an operand as a rule does.
func (o *operand) String() string {
	switch {
	case o.function == change && o.wave != "":
		return fmt.Sprintf("change(%s, %q)", o.inner, o.wave)
	case o.function == change:
		return fmt.Sprintf("change(%s, baseline)", o.inner)
	case o.function == absolute:
		return fmt.Sprintf("abs(%s)", o.inner)
	case o.quantity != nil:
		return o.quantity.String()
	}
	return trim(o.number) + string(o.unit)
}

// String writes a quantity as a rule does.
func (q *quantity) String() string {
	arguments := append([]string{}, q.audiences...)
	if q.item != "" {
		arguments = append(arguments, q.item)
	}
	return q.of.name + "(" + strings.Join(arguments, ", ") + ")"
}

// policies says in sentences how the rule is decided and what follows.
func (r *Rule) policies(m *measurer) []string {
	c := r.check
	var all []string
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	level := 100 * (1 - m.result.Choices.Alpha)
	switch {
	case c.Point:
		add("decided by the values alone, whatever their intervals")
	default:
		add("fails only if the whole %s %% interval is beyond the limit, passes only if it is wholly inside: p under %s decides",
			trim(math.Round(level*1e9)/1e9), trim(math.Round(m.result.Choices.Alpha/2*1e9)/1e9))
	}
	if r.repeated() {
		over := strings.TrimPrefix(string(r.over()), " ")
		if over == "" {
			over = "audiences"
		}
		text := "Holm-adjusted for their number"
		if c.Unadjusted {
			text = "not adjusted for their number"
		}
		add("repeated over %s: %d; %s", over, len(r.concerned(m)), text)
	}
	if c.MinBase > 0 {
		add("fewer than %d answers are no data", c.MinBase)
	}
	if c.OnlyWarns {
		add("only warns")
	} else {
		add("a failure on fewer than 30 answers (no census) %s", map[bool]string{true: "fails", false: "warns"}[c.FailSmallBase])
	}
	lacking := "a warning, never a pass"
	if c.FailNoData {
		lacking = "stops with exit code 4"
	}
	add("inconclusive: %s; no data: %s", map[study.CheckPolicy]string{
		study.CheckWarn: "a warning", study.CheckFail: "stops with exit code 4", study.CheckPass: "lets through",
	}[c.OnInconclusive], lacking)
	for _, w := range c.Waivers {
		of := ""
		if w.Item != "" {
			of = " for " + w.Item
		}
		add("waived%s until %s by %s: %s", of, w.Until, w.Owner, w.Reason)
	}
	return all
}
