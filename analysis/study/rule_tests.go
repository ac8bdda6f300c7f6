package study

import "strings"

// RuleTest is a small invented result, and what rules shall say of it. The gate reads the quantities and numbers; here they are
// texts with places.
type RuleTest struct {
	Name  string
	Given []Given
	Want  []Wanted
	Exit  int  // the exit code of the rules that are wanted
	Exits bool // an exit code is wanted
	Today Date // 0: that of the command
	Place Place
	Line  string
}

// Given is what an invented result says of one quantity.
type Given struct {
	Quantity  Expression // such as gap(leadership, customers, easy), or with @region=north behind it
	Value     Expression
	Interval  []Expression // two ends; empty: see SE
	SE        Expression   // empty: the value is exact
	DF        float64      // of the interval; 0: that of the base, or a normal one
	N         []int        // one base, or two
	Word      Expression   // of a quadrant
	Stability Expression
	Absent    string // suppressed, or no data
}

// Wanted is what a rule shall say, of everything that it is repeated over or of one thing.
type Wanted struct {
	Rule    Expression
	Of      Expression // an item, dimension, construct, audience or segment; empty: all
	Verdict string
	Place   Place
	Line    string
}

// The verdicts that a rule test can want.
const (
	WantPass         = "pass"
	WantWarn         = "warn" // a failure that warns, or a pass beyond the stricter limit
	WantFail         = "fail"
	WantInconclusive = "inconclusive"
	WantNoData       = "no data"
)

// What an invented result can say of a quantity without a value.
const (
	GivenSuppressed = "suppressed"
	GivenNoData     = "no data"
)

// ParseRuleTests reads a file of rule tests. The error is a *FileError.
func ParseRuleTests(name string, text []byte) ([]*RuleTest, error) {
	const example = "cases: [{name: a wide gap, given: {…}, want: {no-blind-spot: fail}}]"
	source, root, err := readYAML(name, text, form{"file of rule tests", "it begins with  cases:", example})
	if err != nil {
		return nil, err
	}
	d := &testDecoder{decoder: decoder{source: source}}
	d.fields(root, "the file of rule tests", field{"cases", d.cases})
	if len(d.faults) == 0 && len(d.tests) == 0 {
		d.fault(Place{File: name, Line: 1, Column: 1}, example, "the file has no cases")
	}
	if len(d.faults) > 0 {
		return nil, fileError(source, d.faults)
	}
	return d.tests, nil
}

type testDecoder struct {
	decoder
	tests []*RuleTest
}

func (d *testDecoder) cases(n *node) {
	if !d.is(n, sequence, "cases") {
		return
	}
	seen := map[string]bool{}
	for _, item := range n.items {
		t := d.test(item)
		if seen[t.Name] && t.Name != "" {
			d.fault(t.Place, "", "case %q stands twice", t.Name)
		}
		seen[t.Name] = true
		d.tests = append(d.tests, t)
	}
}

func (d *testDecoder) test(n *node) *RuleTest {
	t := &RuleTest{Place: n.place, Line: d.source.Line(n.place.Line)}
	before := len(d.faults)
	d.fields(n, "case",
		field{"name", d.text(&t.Name, "name")},
		field{"given", func(n *node) { d.each(n, "given", func(e entry) { d.given(t, e) }) }},
		field{"want", func(n *node) { d.each(n, "want", func(e entry) { d.want(t, e) }) }},
		field{"exit", func(n *node) { t.Exits = true; d.integer(&t.Exit, 0, "exit")(n) }},
		field{"today", d.date(&t.Today, "today")},
	)
	switch {
	case len(d.faults) > before:
	case t.Name == "":
		d.fault(n.place, "name: a wide gap stops the pipeline", "the case has no name")
	case len(t.Want) == 0:
		d.fault(n.place, "want: {no-blind-spot: fail}", "case %q wants nothing", t.Name)
	}
	return t
}

// expression is a scalar with its place.
func (d *testDecoder) expression(n *node) Expression {
	return Expression{Text: n.text, Place: n.place, Line: d.source.Line(n.place.Line), source: d.source}
}

func (d *testDecoder) scalar(to *Expression, what string) func(*node) {
	return func(n *node) {
		if d.is(n, scalar, what) {
			*to = d.expression(n)
		}
	}
}

// given reads what stands for one quantity: a value, with what is known of it, or why there is none.
func (d *testDecoder) given(t *RuleTest, e entry) {
	g := Given{Quantity: Expression{Text: e.key, Place: e.place, Line: d.source.Line(e.place.Line), source: d.source}}
	n := e.value
	switch {
	case n.kind == scalar && (n.text == GivenSuppressed || n.text == GivenNoData):
		g.Absent = n.text
	case n.kind == scalar:
		g.Value = d.expression(n)
	default:
		d.fields(n, "given value",
			field{"value", d.scalar(&g.Value, "value")},
			field{"interval", func(n *node) {
				for _, end := range d.texts(n, "interval") {
					g.Interval = append(g.Interval, d.expression(end))
				}
				if len(g.Interval) != 2 {
					d.fault(n.place, "interval: [24pomp, 36pomp]", "an interval has two ends")
				}
			}},
			field{"se", d.scalar(&g.SE, "se")},
			field{"df", d.number(&g.DF, 1, 1e12, "df")},
			field{"n", func(n *node) { d.bases(&g, n) }},
			field{"is", d.scalar(&g.Word, "is")},
			field{"stability", d.scalar(&g.Stability, "stability")},
		)
		if n.kind == mapping && g.Value.Text == "" && g.Word.Text == "" {
			d.fault(n.place, "{value: 30pomp, interval: [24pomp, 36pomp], n: [14, 640]}", "%s has no value", e.key)
		}
	}
	t.Given = append(t.Given, g)
}

func (d *testDecoder) bases(g *Given, n *node) {
	for _, base := range d.texts(n, "n") {
		var x int
		d.integer(&x, 1, "n")(base)
		g.N = append(g.N, x)
	}
	if len(g.N) > 2 {
		d.fault(n.place, "n: 640, or of two audiences n: [14, 640]", "one or two bases, not %d", len(g.N))
	}
}

// want reads the verdict of a rule, or one for each of what it is repeated over.
func (d *testDecoder) want(t *RuleTest, e entry) {
	rule := Expression{Text: e.key, Place: e.place, Line: d.source.Line(e.place.Line)}
	verdict := func(of Expression, n *node) {
		verdicts := []string{WantPass, WantWarn, WantFail, WantInconclusive, WantNoData}
		w := Wanted{Rule: rule, Of: of, Place: n.place, Line: d.source.Line(n.place.Line)}
		words := map[string]string{}
		for _, v := range verdicts {
			words[v] = v
		}
		word(&d.decoder, &w.Verdict, "the verdict", words, verdicts...)(n)
		t.Want = append(t.Want, w)
	}
	if e.value.kind != mapping {
		verdict(Expression{}, e.value)
		return
	}
	d.each(e.value, "want of "+e.key, func(of entry) {
		verdict(Expression{Text: strings.TrimSpace(of.key), Place: of.place, Line: d.source.Line(of.place.Line)}, of.value)
	})
}
