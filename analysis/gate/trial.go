package gate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// Trials is what became of rule tests.
type Trials struct {
	Cases    []Trial
	Untested []string // rules that no case wants anything of
}

// Trial is one rule test.
type Trial struct {
	Name     string
	Place    study.Place
	Rules    int // that were decided
	Failures []string
}

// Failed counts the cases that did not go as wanted.
func (t *Trials) Failed() int {
	n := 0
	for _, c := range t.Cases {
		if len(c.Failures) > 0 {
			n++
		}
	}
	return n
}

// Try decides rules on small invented results, and holds the verdicts against those that are wanted: a gate is tested before it
// guards. Decisions, adjustment, policies and waivers are those of a check; only the figures are invented. The error is a
// *study.FileError. exit tells what exit code a report has.
func Try(s *study.Study, rules []*Rule, tests []*study.RuleTest, today study.Date, exit func(*Report) int) (*Trials, error) {
	t := &trying{study: s, rules: rules, today: today, exit: exit}
	trials := &Trials{}
	tested := map[string]bool{}
	var prepared []*prepared
	for _, test := range tests {
		prepared = append(prepared, t.prepare(test))
		for _, w := range test.Want {
			tested[w.Rule.Text] = true
		}
	}
	if !t.faults.Empty() {
		return nil, &t.faults
	}
	for _, p := range prepared {
		trials.Cases = append(trials.Cases, t.run(p))
	}
	for _, r := range rules {
		if !tested[r.ID()] {
			trials.Untested = append(trials.Untested, r.ID())
		}
	}
	return trials, nil
}

type trying struct {
	study  *study.Study
	rules  []*Rule
	today  study.Date
	exit   func(*Report) int
	faults study.FileError
}

// prepared is a rule test whose names and numbers are understood.
type prepared struct {
	*study.RuleTest
	given    *invented
	segments []string
	rules    []*Rule // those that are wanted, in the order of the rules
}

func (t *trying) fault(e study.Expression, hint, format string, args ...any) {
	place, line := e.At(0)
	t.faults.Add(study.Fault{Place: place, Line: line, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

func (t *trying) prepare(test *study.RuleTest) *prepared {
	p := &prepared{RuleTest: test, given: &invented{values: map[string]inventedValue{}}}
	for _, g := range test.Given {
		t.give(p, g)
	}
	var ids []string
	for _, r := range t.rules {
		ids = append(ids, r.ID())
		if slices.ContainsFunc(test.Want, func(w study.Wanted) bool { return w.Rule.Text == r.ID() }) {
			p.rules = append(p.rules, r)
		}
	}
	for _, w := range test.Want {
		if !slices.Contains(ids, w.Rule.Text) {
			t.fault(w.Rule, nearest(w.Rule.Text, ids, "the rules are "), "no rule %q", w.Rule.Text)
		}
	}
	return p
}

// give understands one given quantity.
func (t *trying) give(p *prepared, g study.Given) {
	text, segment, _ := strings.Cut(g.Quantity.Text, "@")
	quantity := g.Quantity
	quantity.Text = text
	parser := &parser{study: t.study, check: &study.Check{}, source: quantity, about: "given"}
	tokens, fault := scan(text)
	if fault != nil {
		t.faults.Add(parser.at(fault.at, fault.hint, "%s", fault.message))
		return
	}
	parser.tokens = tokens
	o := parser.operand()
	switch {
	case len(parser.faults) > 0:
	case parser.next().kind != end:
		parser.fault(parser.next(), "gap(leadership, customers, easy), or with @region=north behind it", "%q is left over", parser.next().text)
	case o.measured() == nil || o.function == absolute || o.wild():
		parser.fault(o.at, "such as gap(leadership, customers, easy)", "a quantity, or the change of one, is expected")
	}
	if len(parser.faults) > 0 {
		t.faults.Add(parser.faults[0])
		return
	}
	s := subject{segment: strings.TrimSpace(segment)}
	words := o.words(s)
	if _, twice := p.given.values[words]; twice {
		t.fault(g.Quantity, "", "%s stands twice", words)
		return
	}
	if s.segment != "" && !slices.Contains(p.segments, s.segment) {
		p.segments = append(p.segments, s.segment)
	}
	p.given.values[words] = t.value(g, o)
}

// wild reports whether an operand has a pattern in it.
func (o *operand) wild() bool { return o.measured().wildAudience() || isPattern(o.measured().item) }

// value understands what is given of a quantity.
func (t *trying) value(g study.Given, o *operand) inventedValue {
	switch {
	case g.Absent == study.GivenSuppressed:
		return inventedValue{measured: suppressed()}
	case g.Absent != "":
		return inventedValue{measured: absent(g.Absent)}
	case o.units()[0] == category:
		return t.placeOnMap(g, o)
	case g.Word.Text != "":
		t.fault(g.Word, "value: …", "%s is a number, not a word", o.name())
		return inventedValue{}
	}
	v := inventedValue{measured: absent("")}
	nan := math.NaN()
	v.value, v.unit = t.number(g.Value, o, "")
	for i, n := range g.N {
		if i == 0 {
			v.n = float64(n)
		} else {
			v.nVersus = float64(n)
		}
		v.least = least(v.least, float64(n))
		v.small = v.small || n < 30 && !t.census(o, i, n)
	}
	low, high, se, df := nan, nan, nan, nan
	if len(g.Interval) == 2 {
		low, _ = t.number(g.Interval[0], o, v.unit)
		high, _ = t.number(g.Interval[1], o, v.unit)
		if low > v.value || high < v.value {
			t.fault(g.Interval[0], "", "the value %s lies outside its interval", g.Value.Text)
		}
	}
	if g.DF > 0 {
		df = g.DF
	}
	if g.SE.Text != "" {
		se, _ = t.number(g.SE, o, v.unit)
		switch {
		case len(g.Interval) > 0:
			t.fault(g.SE, "", "interval and se: one of the two")
		case se <= 0:
			t.fault(g.SE, "a value alone is exact", "se is above 0, not %s", g.SE.Text)
		case math.IsNaN(df) && len(g.N) != 1:
			t.fault(g.SE, "n: 640; or df: 25.3; or give the interval", "se needs one base, or its degrees of freedom")
		}
	}
	v.intervalOf(low, high, se, df, t.study.Analysis.Confidence)
	v.small = v.small && !v.isExact()
	return v
}

// census reports whether a base is all of the audience that it is of.
func (t *trying) census(o *operand, at, n int) bool {
	audiences := o.measured().audiences
	if at >= len(audiences) {
		return false
	}
	return t.study.Audiences[t.study.Audience(audiences[at])].Population == n
}

// number reads a number with a unit that the quantity can have; empty stands for that of the value.
func (t *trying) number(e study.Expression, o *operand, of unit) (float64, unit) {
	p := &parser{study: t.study, check: &study.Check{}, source: e, about: "given"}
	tokens, fault := scan(e.Text)
	if fault != nil || len(tokens) != 2 || tokens[0].kind != numeral {
		t.fault(e, "such as 30pomp", "%q is not a number", e.Text)
		return math.NaN(), of
	}
	p.tokens = tokens
	x := p.number(tokens[0])
	units := o.units()
	switch {
	case len(p.faults) > 0:
		t.faults.Add(p.faults[0])
	case x.unit == bare && of != "":
		return x.number, of
	case of != "" && x.unit != of:
		t.fault(e, "", "the value is in %s, not in %q", of, string(x.unit))
	case x.unit == bare && units[0] != bare:
		t.fault(e, "write "+trim(x.number)+string(units[0]), "%s has a unit, and %s has none", o.name(), trim(x.number))
	case !slices.Contains(units, x.unit):
		t.fault(e, "", "%s is in %s, not in %q", o.name(), unitNames(units), string(x.unit))
	}
	return x.number, x.unit
}

// placeOnMap understands a given quadrant.
func (t *trying) placeOnMap(g study.Given, o *operand) inventedValue {
	v := inventedValue{measured: absent("")}
	if v.category = g.Word.Text; !isQuadrant(v.category) {
		at := g.Word
		if at.Text == "" {
			at = g.Quantity
		}
		t.fault(at, nearest(v.category, quadrantWords(), "the quadrants are "), "%q is no quadrant", v.category)
	}
	v.stability = 1
	if g.Stability.Text != "" {
		shares := &operand{quantity: &quantity{of: &definition{name: "stability", units: []unit{share}}}}
		x, _ := t.number(g.Stability, shares, "")
		if v.stability = x / 100; x < 0 || x > 100 {
			t.fault(g.Stability, "stability: 97%", "a share lies between 0 and 100 %%, not at %s", g.Stability.Text)
		}
	}
	if len(g.N) > 0 {
		v.n, v.least = float64(g.N[0]), float64(g.N[0])
		v.small = g.N[0] < 30 && !t.census(o, 0, g.N[0])
	}
	return v
}

// run decides the rules of a case, and compares.
func (t *trying) run(p *prepared) Trial {
	m := newMeasurer(inventedResult(t.study, p.segments))
	m.given, m.today = p.given, t.today
	for wave := range m.waves {
		m.waves[wave].given = p.given
	}
	if p.Today != 0 {
		m.today = p.Today
	}
	trial := Trial{Name: p.Name, Place: p.Place, Rules: len(p.rules)}
	report := &Report{}
	for _, rule := range p.rules {
		verdicts := rule.evaluate(m)
		for _, v := range verdicts {
			report.add(v)
		}
		trial.Failures = append(trial.Failures, p.compare(rule.ID(), verdicts)...)
	}
	if code := t.exit(report); p.Exits && code != p.Exit {
		trial.Failures = append(trial.Failures, fmt.Sprintf("exit code %d, want %d", code, p.Exit))
	}
	return trial
}

// unsaid tells why no verdict is of a wanted name: only the value of a segment is named, without the segment, or nothing is given.
func unsaid(name string, verdicts []Verdict) string {
	for _, v := range verdicts {
		if _, value, found := strings.Cut(v.Segment, "="); found && value == name {
			return fmt.Sprintf("the segment is called %q", v.Segment)
		}
	}
	return "the case gives it no value"
}

// compare holds the verdicts of a rule against those that are wanted.
func (p *prepared) compare(rule string, verdicts []Verdict) []string {
	var failures []string
	for _, w := range p.Want {
		if w.Rule.Text != rule {
			continue
		}
		found := false
		for _, v := range verdicts {
			if w.Of.Text != "" && !slices.Contains([]string{v.Item, v.Audience, v.Segment}, w.Of.Text) {
				continue
			}
			found = true
			if got := v.word(); got != w.Verdict {
				failures = append(failures, fmt.Sprintf("%s is %s, want %s", about(v), described(v, got), w.Verdict))
			}
		}
		if !found {
			failures = append(failures, fmt.Sprintf("%s says nothing of %s: %s", rule, w.Of.Text, unsaid(w.Of.Text, verdicts)))
		}
	}
	return failures
}

func about(v Verdict) string {
	text := v.Rule
	for _, of := range []string{v.Item, v.Audience, v.Segment} {
		if of != "" {
			text += ", " + of
		}
	}
	return text
}

func described(v Verdict, word string) string {
	if v.Reason != "" {
		return word + " (" + v.Reason + ")"
	}
	return word
}

// word is the verdict as rule tests write it.
func (v *Verdict) word() string {
	switch {
	case v.Outcome == NoData:
		return study.WantNoData
	case v.Outcome == Inconclusive:
		return study.WantInconclusive
	case v.Level == Warning:
		return study.WantWarn
	case v.Outcome == Fail:
		return study.WantFail
	}
	return study.WantPass
}
