package study

import "strings"

// Check is one rule of the gate, as a study file (or a file of rules) writes it. The gate reads the expressions; here they
// are texts with places.
type Check struct {
	ID             string
	For            Repetition // what the rule is repeated over
	Expect         Expression
	Warn           Expression // a stricter limit, whose failure is a warning; zero: none
	OnlyWarns      bool       // the rule never fails: it has a warn and no expect
	Point          bool       // decide by the value alone, whatever its interval
	MinBase        int        // 0: none
	OnInconclusive CheckPolicy
	FailNoData     bool // no data stops the pipeline, instead of warning
	FailSmallBase  bool // a failure on a small base fails, instead of warning
	Unadjusted     bool // decisions within one `for` are not adjusted for their number
	Waivers        []Waiver
	Place          Place
	Line           string // of the file, for messages about the whole rule
}

// Waiver lets a rule warn where it would fail, until a day. After that day it fails by itself.
type Waiver struct {
	Item   string // id; empty: whatever the rule is about
	Owner  string // who answers for it
	Reason string
	Until  Date // the last day
	Place  Place
	Line   string
}

// Repetition is what a rule is decided for, one by one.
type Repetition string

// The repetitions of rules.
const (
	ForNothing    Repetition = ""
	ForItems      Repetition = "items"
	ForDimensions Repetition = "dimensions"
	ForConstructs Repetition = "constructs"
	ForSegments   Repetition = "segments" // every value of every segment
)

func repetitions() []string {
	return []string{string(ForItems), string(ForDimensions), string(ForConstructs), string(ForSegments)}
}

// CheckPolicy says what an inconclusive rule does.
type CheckPolicy string

// The policies of inconclusive rules.
const (
	CheckWarn CheckPolicy = "warn"
	CheckFail CheckPolicy = "fail"
	CheckPass CheckPolicy = "pass"
)

// checks reads the list of rules.
func (d *fileDecoder) checks(n *node) {
	if !d.is(n, sequence, "checks") {
		return
	}
	seen := map[string]bool{}
	for _, item := range n.items {
		c := d.check(item)
		if c == nil {
			continue
		}
		if seen[c.ID] {
			d.fault(c.Place, "choose another id", "rule %q stands twice", c.ID)
			continue
		}
		seen[c.ID] = true
		d.study.Checks = append(d.study.Checks, c)
	}
}

func (d *fileDecoder) check(n *node) *Check {
	c := &Check{OnInconclusive: CheckWarn, Place: n.place, Line: d.source.Line(n.place.Line)}
	if d.cutAtComma(n) {
		return nil
	}
	var failing Expression // another name for what is expected, beside warn
	expression := func(to *Expression, what string) func(*node) {
		return func(n *node) {
			d.text(&to.Text, what)(n)
			to.Place, to.Line, to.source = n.place, d.source.Line(n.place.Line), d.source
		}
	}
	decide := map[string]bool{"confident": false, "point": true}
	small := map[string]bool{"warn": false, "fail": true}
	adjust := map[string]bool{"holm": false, "none": true}
	lacking := map[string]bool{"warn": false, "fail": true}
	policies := map[string]CheckPolicy{"warn": CheckWarn, "fail": CheckFail, "pass": CheckPass}
	over := map[string]Repetition{}
	for _, r := range repetitions() {
		over[r] = Repetition(r)
	}
	d.fields(n, "check",
		field{"id", d.text(&c.ID, "id")},
		field{"for", word(&d.decoder, &c.For, "for", over, repetitions()...)},
		field{"expect", expression(&c.Expect, "expect")},
		field{"warn", expression(&c.Warn, "warn")},
		field{"fail", expression(&failing, "fail")},
		field{"decide", word(&d.decoder, &c.Point, "decide", decide, "confident", "point")},
		field{"min_base", d.integer(&c.MinBase, 1, "min_base")},
		field{"on_inconclusive", word(&d.decoder, &c.OnInconclusive, "on_inconclusive", policies, "warn", "fail", "pass")},
		field{"on_no_data", word(&d.decoder, &c.FailNoData, "on_no_data", lacking, "warn", "fail")},
		field{"small_base", word(&d.decoder, &c.FailSmallBase, "small_base", small, "warn", "fail")},
		field{"adjust", word(&d.decoder, &c.Unadjusted, "adjust", adjust, "holm", "none")},
		field{"waivers", func(n *node) { d.waivers(c, n) }},
	)
	switch {
	case n.kind != mapping:
		return nil
	case c.ID == "":
		d.fault(n.place, "id: no-blind-spot", "the rule has no id")
		return nil
	case c.Expect.Text != "" && failing.Text != "":
		d.fault(failing.Place, "expect and fail are two names for one limit: what it does not keep fails", "rule %s has both expect and fail", c.ID)
		return nil
	case failing.Text != "":
		c.Expect = failing
	case c.Expect.Text == "" && c.Warn.Text != "":
		c.Expect, c.Warn, c.OnlyWarns = c.Warn, Expression{}, true
		if c.OnInconclusive == CheckFail || c.FailSmallBase || c.FailNoData {
			d.fault(n.place, "name the limit in expect", "rule %s only warns, and is told to fail", c.ID)
		}
	case c.Expect.Text == "":
		d.fault(n.place, "expect: gap(leadership, customers) <= 15pomp", "rule %s expects nothing", c.ID)
		return nil
	}
	return c
}

// cutAtComma finds a rule that YAML has cut into pieces: between braces a comma ends a value, and what follows would be unknown
// keys.
func (d *fileDecoder) cutAtComma(n *node) bool {
	for i, e := range n.entries {
		whole := e.value.text
		if e.value.kind != scalar || strings.Count(whole, "(") <= strings.Count(whole, ")") {
			continue
		}
		for _, piece := range n.entries[i+1:] {
			if whole += ", " + piece.key; strings.Count(whole, "(") <= strings.Count(whole, ")") {
				quote := `"`
				if strings.Contains(whole, quote) {
					quote = "'"
				}
				d.fault(e.value.place, e.key+": "+quote+whole+quote, "between { and } the comma ends the rule: it needs quotation marks")
				return true
			}
		}
	}
	return false
}
