// Package gate decides rules over a result: does a score or a gap demonstrably cross its limit? A rule fails on evidence,
// not on noise: only if the whole interval lies beyond the limit.
//
// A rule is an expression of this grammar, in which white space is free:
//
//	rule       = and { "or" and } .
//	and        = not { "and" not } .
//	not        = "not" not | "(" rule ")" | comparison .
//	comparison = value ( "<=" | "<" | ">=" | ">" ) value
//	           | value "between" value "and" value
//	           | quantity "is" [ "not" ] word .
//	value      = "abs" "(" value ")" | "change" "(" value "," since ")" | quantity | number .
//	since      = "baseline" | "previous" | quoted .
//	quantity   = name "(" [ argument { "," argument } ] ")" .
//	argument   = identifier | pattern .
//	number     = [ "-" | "+" ] digits [ "." digits ] [ "pt" | "pomp" | "pp" | "%" ] .
//
// Arguments are audiences, and last the item, dimension or construct, where the rule is not repeated over these. A pattern is an
// identifier with a *, which stands for any letters: the rule is repeated over the items that fit, or, alone in the place of an
// audience, over the audiences that do not stand beside it. Units are part of a limit: pt scale points, pomp points of 0–100,
// % shares, pp differences of shares; scores and counts have none. A word names a quadrant, with _ for its spaces. What is quoted is
// the name of an earlier wave.
package gate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// Rule is a rule of the study, understood and held against the study's names.
type Rule struct {
	check        *study.Check
	expect, warn *expression // warn is nil if the rule has none
}

// ID returns the name of the rule.
func (r *Rule) ID() string { return r.check.ID }

// Check returns the rule as the study file writes it.
func (r *Rule) Check() *study.Check { return r.check }

// Parse understands the rules of a study. Everything that can be wrong with them is found before anything is computed; the
// error is a *study.FileError.
func Parse(s *study.Study, checks []*study.Check) ([]*Rule, error) {
	var faults study.FileError
	var rules []*Rule
	for _, c := range checks {
		rule := &Rule{check: c}
		rule.expect = parse(s, c, c.Expect, &faults)
		if c.Warn.Text != "" {
			rule.warn = parse(s, c, c.Warn, &faults)
		}
		if rule.expect != nil && (rule.warn != nil || c.Warn.Text == "") {
			rule.selects(s, &faults)
		}
		rule.stricter(&faults)
		rule.waived(s, &faults)
		rules = append(rules, rule)
	}
	if !faults.Empty() {
		return nil, &faults
	}
	return rules, nil
}

// waived holds the items of waivers against the study, and against what the rule is about: a waiver that can never apply would neither
// help nor expire.
func (r *Rule) waived(s *study.Study, faults *study.FileError) {
	known := append(itemIDs(s), constructIDs(s)...)
	for _, w := range r.check.Waivers {
		fault := study.Fault{Place: w.Place, Line: w.Line}
		switch {
		case w.Item == "":
			continue
		case !slices.Contains(known, w.Item):
			fault.Message = fmt.Sprintf("rule %s: a waiver of no item: %q", r.ID(), w.Item)
			fault.Hint = nearest(w.Item, known, "the items are ")
		case r.expect == nil || slices.Contains(r.about(s), w.Item):
			continue
		default:
			fault.Message = fmt.Sprintf("rule %s: a waiver of %q, which the rule is not about", r.ID(), w.Item)
			fault.Hint = "without item a waiver is of the whole rule"
			if about := r.about(s); len(about) > 0 {
				fault.Hint = "the rule is about " + strings.Join(about, ", ")
			}
		}
		faults.Add(fault)
	}
}

// about lists the items, dimensions or constructs that verdicts of a rule can be of.
func (r *Rule) about(s *study.Study) []string {
	if r.overItems() {
		return slices.DeleteFunc(r.candidates(s), func(id string) bool { return !r.applies(s, id) })
	}
	var ids []string
	for _, q := range r.expect.quantities() {
		if q.item != "" && !slices.Contains(ids, q.item) {
			ids = append(ids, q.item)
		}
	}
	return ids
}

// parse reads one expression; nil if it has faults.
func parse(s *study.Study, c *study.Check, text study.Expression, faults *study.FileError) *expression {
	p := &parser{study: s, check: c, source: text, about: "rule " + c.ID}
	tokens, fault := scan(text.Text)
	if fault != nil {
		faults.Add(p.at(fault.at, fault.hint, "%s", fault.message))
		return nil
	}
	p.tokens = tokens
	e := p.or()
	if len(p.faults) == 0 && p.next().kind != end {
		hint := "combine comparisons with and, or and not"
		if word := strings.ToLower(p.next().text); word != p.next().text && slices.Contains([]string{"and", "or", "not"}, word) {
			hint = fmt.Sprintf("did you mean %q?", word)
		}
		p.fault(p.next(), hint, "%q is left over", p.next().text)
	}
	for _, f := range p.faults {
		faults.Add(f)
	}
	if len(p.faults) > 0 {
		return nil
	}
	return e
}

// repeated reports whether a rule is decided several times: by for, or by a * in it.
func (r *Rule) repeated() bool {
	return r.check.For != study.ForNothing || r.overItems() || r.overAudiences()
}

// quantities returns everything that a rule measures.
func (r *Rule) quantities() []*quantity {
	all := r.expect.quantities()
	if r.warn != nil {
		all = append(all, r.warn.quantities()...)
	}
	return all
}

// NeedsResamples reports whether the rule names a quantity whose interval comes from resamples.
func (r *Rule) NeedsResamples() bool {
	for _, q := range r.quantities() {
		if q.resampled {
			return true
		}
	}
	return false
}

// NeedsBaseline reports whether the rule compares with a baseline.
func (r *Rule) NeedsBaseline() bool {
	return r.expect.needsBaseline() || r.warn != nil && r.warn.needsBaseline()
}

// dated reports whether the rule depends on the day.
func (r *Rule) dated() bool {
	for _, q := range r.quantities() {
		if q.of.name == "age" {
			return true
		}
	}
	return len(r.check.Waivers) > 0
}

// describe writes the expectation in one line.
func (r *Rule) describe() string { return strings.Join(strings.Fields(r.check.Expect.Text), " ") }
