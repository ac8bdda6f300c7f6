package gate

import (
	"fmt"
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// Outcome is what a rule says of one item.
type Outcome string

// The outcomes.
const (
	Pass         Outcome = "pass"
	Fail         Outcome = "fail"
	Inconclusive Outcome = "inconclusive"
	NoData       Outcome = "no data"
)

// Level is what an outcome means for the pipeline.
type Level string

// The levels.
const (
	OK      Level = "ok"
	Warning Level = "warning"
	Failure Level = "failure"
)

// Verdict is one rule on one item.
type Verdict struct {
	Rule      string          `json:"rule"`
	Item      string          `json:"item,omitempty"` // id; empty: the rule is not about an item
	Label     string          `json:"label,omitempty"`
	Audience  string          `json:"audience,omitempty"` // where a * stands for it
	Segment   string          `json:"segment,omitempty"`  // name=value, of a rule over segments
	Expect    string          `json:"expect"`
	Outcome   Outcome         `json:"outcome"`
	Level     Level           `json:"level"`
	Reason    string          `json:"reason,omitempty"`
	Value     analysis.Number `json:"value"` // of the comparison that decides, in the unit of its limit
	Low       analysis.Number `json:"low"`
	High      analysis.Number `json:"high"`
	Distance  analysis.Number `json:"distance"` // of the value from the nearest limit; below it negative
	N         analysis.Number `json:"n"`
	NVersus   analysis.Number `json:"n_versus"`
	Category  string          `json:"category,omitempty"` // of a quadrant, in place of a value
	Stability analysis.Number `json:"stability,omitzero"` // the share of resamples that say the same
	Unit      string          `json:"unit"`
	Limit     string          `json:"limit"`
	Figure    string          `json:"figure,omitempty"`
	Needed    analysis.Number `json:"needed_times"` // of an inconclusive rule: how many times the base would decide it, if the value stays
	NeededN   analysis.Number `json:"needed_n"`     // the same as a base, where the rule is about one audience or only one can grow

	P        analysis.Number `json:"p"`                  // one-sided, of the value lying beyond the limit or within: the smaller
	Adjusted *Adjusted       `json:"adjusted,omitempty"` // what Holm's adjustment makes of it, of a rule that is repeated
	ByValue  bool            `json:"by_value,omitempty"` // decided by the value alone (decide: point), whatever the interval

	Difference bool `json:"difference,omitempty"` // value and interval are of the left side less the right one

	Doubt string `json:"doubt,omitempty"` // what a warning asks of the answers that it rests on

	Basis string `json:"basis,omitempty"` // in which way a baseline is of other people, or counts them otherwise

	Waiver *Waiver `json:"waiver,omitempty"`

	Digits int `json:"-"` // decimals that outputs show

	File string `json:"file"` // where the rule stands
	Line int    `json:"line"`
}

// Adjusted is how a verdict is decided among the repetitions of its rule (Holm 1979).
type Adjusted struct {
	P        analysis.Number `json:"p"`
	Family   int             `json:"family"`   // how many repetitions there are
	Level    analysis.Number `json:"level"`    // of the interval that decides this one
	Low      analysis.Number `json:"low"`      // its ends
	High     analysis.Number `json:"high"`     //
	Decisive bool            `json:"decisive"` // alone the verdict would be decided, and among the others it is not
}

// Report is the outcome of all rules.
type Report struct {
	Schema       string             `json:"schema"`
	Generator    analysis.Generator `json:"generator"`
	Title        string             `json:"title"`
	Today        study.Date         `json:"today,omitzero"` // the day that ages and waivers were held against, if a rule has any
	Passed       int                `json:"passed"`
	Failed       int                `json:"failed"`        // and stop the pipeline
	FailedMildly int                `json:"failed_mildly"` // and warn
	Inconclusive int                `json:"inconclusive"`
	NoData       int                `json:"no_data"`
	Warned       int                `json:"warned"` // of all of these
	StoppedBy    StoppedBy          `json:"stopped_by,omitempty"`
	Warnings     []study.Notice     `json:"warnings"` // of the answers and their analysis
	Verdicts     []Verdict          `json:"verdicts"`

	undecidedFails bool
	warningsStop   bool
}

// Schema names the form of Report.
const Schema = "cxgap.check/1"

// Decided reports whether any rule passed or failed: of a check in which none did, nothing is known.
func (r *Report) Decided() bool { return r.Passed+r.Failed+r.FailedMildly > 0 }

// StoppedBy says what stops the pipeline.
type StoppedBy string

// What can stop it, the first that does.
const (
	StoppedByFailure  StoppedBy = "failed"    // a rule failed
	StoppedByWarning  StoppedBy = "warning"   // nothing failed, and warnings are told to stop
	StoppedUndecided  StoppedBy = "undecided" // a rule is inconclusive or without data, and its policy is to fail
	StoppedByNoReason StoppedBy = ""          // nothing does
)

// Stop decides whether the pipeline stops. Warnings stop it where they are told to.
func (r *Report) Stop(onWarnings bool) StoppedBy {
	r.warningsStop = onWarnings
	switch {
	case r.Failing():
		r.StoppedBy = StoppedByFailure
	case onWarnings && r.Warned > 0:
		r.StoppedBy = StoppedByWarning
	case r.UndecidedFailing():
		r.StoppedBy = StoppedUndecided
	default:
		r.StoppedBy = StoppedByNoReason
	}
	return r.StoppedBy
}

// Stops reports whether a verdict is one that stops the pipeline.
func (r *Report) Stops(v Verdict) bool {
	return v.Level == Failure || v.Level == Warning && r.warningsStop
}

// Failing reports whether a rule failed, UndecidedFailing whether one is inconclusive or without data and its policy is to fail.
func (r *Report) Failing() bool          { return r.Failed > 0 }
func (r *Report) UndecidedFailing() bool { return r.undecidedFails }

// Against is what a result is held against besides the rules.
type Against struct {
	Baseline *Baseline  // nil: none
	Today    study.Date // for waivers and ages
}

// Evaluate decides the rules of a study over its result.
func Evaluate(rules []*Rule, r *analysis.Result, against Against) *Report {
	report := &Report{Schema: Schema, Generator: r.Generator, Title: r.Title, Verdicts: []Verdict{}, Warnings: append([]study.Notice{}, r.Warnings...)}
	m := newMeasurer(r)
	m.today = against.Today
	if against.Baseline != nil {
		m.baseline = against.Baseline.measurer(r)
	}
	for _, rule := range rules {
		if rule.dated() {
			report.Today = against.Today
		}
		for _, v := range rule.evaluate(m) {
			report.add(v)
		}
	}
	return report
}

func (r *Report) add(v Verdict) {
	switch {
	case v.Outcome == Pass:
		r.Passed++
	case v.Outcome == Fail && v.Level == Failure:
		r.Failed++
	case v.Outcome == Fail:
		r.FailedMildly++
	case v.Outcome == NoData:
		r.NoData++
		r.undecidedFails = r.undecidedFails || v.Level == Failure
	case v.Outcome == Inconclusive:
		r.Inconclusive++
		r.undecidedFails = r.undecidedFails || v.Level == Failure
	}
	if v.Level == Warning {
		r.Warned++
	}
	r.Verdicts = append(r.Verdicts, v)
}

// evaluate decides one rule on every subject that it concerns: an item that none of its audiences was asked is none.
func (r *Rule) evaluate(m *measurer) []Verdict {
	subjects := r.concerned(m)
	fail := r.judged(r.expect, m, subjects)
	var warn []judgement
	if r.warn != nil {
		warn = r.judged(r.warn, m, subjects)
	}
	var verdicts []Verdict
	for i, s := range subjects {
		if s.id == "" {
			s = m.named(s, fail[i].compared)
		}
		v := r.verdict(m, s, fail[i])
		if warn != nil && v.Outcome == Pass && warn[i].state != holds {
			v.Level = Warning
			v.Reason = "beyond the stricter limit " + warn[i].compared.text
			if warn[i].state != fails {
				v.Reason = "not shown to keep the stricter limit " + warn[i].compared.text
			}
		}
		r.waive(&v, m.today)
		verdicts = append(verdicts, v)
	}
	if len(verdicts) == 0 {
		v := r.verdict(m, subject{}, judgement{state: noData, evidence: evidence{missing: "the rule selects nothing", x: absent("")}})
		verdicts = append(verdicts, v)
	}
	return verdicts
}

// judgement is the state of a rule on one subject, with the comparison that tells most of it.
type judgement struct {
	state    state
	small    bool
	evidence evidence
	compared *comparison
	all      []evidence // of every comparison
	states   []state
}

// judged decides an expression on every subject.
func (r *Rule) judged(e *expression, m *measurer, subjects []subject) []judgement {
	comparisons := e.comparisons()
	states := make([][]state, len(comparisons))
	weighed := make([][]evidence, len(comparisons))
	alpha := m.result.Choices.Alpha
	for k, c := range comparisons {
		for _, s := range subjects {
			weighed[k] = append(weighed[k], r.weigh(c.compared, m, s))
		}
		states[k] = settle(weighed[k], alpha, !r.check.Unadjusted && r.repeated())
	}
	judgements := make([]judgement, len(subjects))
	for i := range subjects {
		overall := e.combine(func(k int) finding { return finding{states[k][i], k, weighed[k][i].x.small} })
		judgements[i] = judgement{state: overall.state, small: overall.small, evidence: weighed[overall.at][i], compared: comparisons[overall.at].compared}
		for k := range comparisons {
			judgements[i].all = append(judgements[i].all, weighed[k][i])
			judgements[i].states = append(judgements[i].states, states[k][i])
		}
	}
	return judgements
}

// weigh measures a comparison on one subject.
func (r *Rule) weigh(c *comparison, m *measurer, s subject) evidence {
	in := c.in()
	x := m.operand(c.value, s, in)
	if c.difference && x.missing == "" {
		x = x.minus(m.operand(c.limit, s, in))
	}
	if r.check.MinBase > 0 && x.missing == "" {
		if math.IsNaN(x.least) { // of all audiences together
			x.least = m.leastOfAll(c.value.measured(), s)
		}
		if !(x.least >= float64(r.check.MinBase)) {
			x = absent(fmt.Sprintf("fewer than the %d answers that the rule asks for", r.check.MinBase))
		}
	}
	if c.names() {
		return weighWord(c, x, r.check.Point)
	}
	limit, upper := c.limit.number, math.NaN() // of two quantities their difference is held against 0
	if c.upper != nil {
		upper = c.upper.number
	}
	if c.value.measured().of.whole && !c.difference && !r.check.Point {
		limit, upper = halfway(c.op, limit, upper)
	}
	return weigh(c.op, x, limit, upper, r.check.Point)
}

// verdict words a judgement and applies the rule's policies.
func (r *Rule) verdict(m *measurer, s subject, j judgement) Verdict {
	alpha := m.result.Choices.Alpha
	v := Verdict{
		Rule: r.ID(), Item: s.id, Label: s.words(), Audience: s.audience, Segment: s.segment, Expect: r.describe(), Figure: j.evidence.x.figure,
		Value: number(j.evidence.x.value), Low: number(j.evidence.x.low), High: number(j.evidence.x.high),
		N: number(j.evidence.x.n), NVersus: number(j.evidence.x.nVersus), Needed: analysis.NaN, NeededN: analysis.NaN, Distance: analysis.NaN, P: analysis.NaN,
		File: r.check.Place.File, Line: r.check.Place.Line,
	}
	if x := j.evidence.x; x.category != "" {
		v.Category, v.Stability = x.category, number(x.stability)
	}
	if j.evidence.missing == "" {
		v.ByValue = j.evidence.byValue
		if !v.ByValue {
			v.P, v.Adjusted = number(math.Min(j.evidence.against, j.evidence.inFavour)), j.evidence.among(j.compared, alpha)
		}
	}
	if j.compared != nil {
		v.Limit = j.compared.bounds()
		v.Unit, v.Digits = string(j.compared.in()), j.compared.value.measured().of.digits(j.compared.in())
		v.Distance = number(j.compared.distance(j.evidence))
		if v.Difference = j.compared.difference; v.Difference && j.compared.in() == share {
			v.Unit = string(shareDiff)
		}
		if j.compared.names() {
			v.Unit = ""
		}
	}
	if j.compared != nil && j.state != noData {
		v.Doubt, v.Basis = m.doubt(j.compared, s), m.otherRows(j.compared, s)
	}
	switch j.state {
	case holds:
		v.Outcome, v.Level = Pass, OK
	case fails:
		v.Outcome, v.Level = Fail, Failure
		switch {
		case r.check.OnlyWarns:
			v.Level = Warning
		case j.small && !r.check.FailSmallBase:
			v.Level, v.Reason = Warning, "indicative: fewer than 30 answers"
		}
	case undecided:
		v.Outcome, v.Level = Inconclusive, map[study.CheckPolicy]Level{
			study.CheckWarn: Warning, study.CheckFail: Failure, study.CheckPass: OK,
		}[r.check.OnInconclusive]
		if v.Reason = j.evidence.missing; v.Reason != "" && v.Level == OK {
			v.Level = Warning // nothing passes without a figure
		}
		v.Needed = needed(j.evidence, alpha)
		v.NeededN = m.neededBase(j.compared, s, v)
	case noData:
		v.Outcome, v.Level, v.Reason = NoData, Warning, j.evidence.missing
		if r.check.FailNoData {
			v.Level = Failure
		}
		if v.Reason == "" {
			v.Reason = "no data"
		}
	}
	return v
}

// distance returns how far a value lies above its limit, or above the nearer one of two.
func (c *comparison) distance(e evidence) float64 {
	switch {
	case c.names():
		return math.NaN()
	case c.difference:
		return e.x.value
	}
	d := e.x.value - c.limit.number
	if c.upper != nil && math.Abs(e.x.value-c.upper.number) < math.Abs(d) {
		d = e.x.value - c.upper.number
	}
	return d
}

func number(x float64) analysis.Number { return analysis.Number(x) }
