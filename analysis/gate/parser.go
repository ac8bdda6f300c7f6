package gate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// parser reads the words of one expression into a tree, and holds its names against the study.
type parser struct {
	study  *study.Study
	check  *study.Check
	source study.Expression
	about  string // what messages begin with
	tokens []token
	faults []study.Fault
	count  int // of comparisons
}

func (p *parser) next() token { return p.tokens[0] }

func (p *parser) take() token {
	t := p.tokens[0]
	if t.kind != end {
		p.tokens = p.tokens[1:]
	}
	return t
}

// at returns a fault at a character of the expression. In the study file the expression stands on one line.
func (p *parser) at(characters int, hint, format string, args ...any) study.Fault {
	place, line := p.source.At(characters)
	return study.Fault{Place: place, Line: line, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// fault notes what is wrong; one fault an expression is enough, the others would follow from it.
func (p *parser) fault(t token, hint, format string, args ...any) {
	if len(p.faults) == 0 {
		p.faults = append(p.faults, p.at(t.at, hint, p.about+": "+format, args...))
	}
}

// is takes a word if it is the next one.
func (p *parser) is(text string) bool {
	if t := p.next(); t.text == text && t.kind != numeral {
		p.take()
		return true
	}
	return false
}

func (p *parser) or() *expression  { return p.list("or", p.and) }
func (p *parser) and() *expression { return p.list("and", p.not) }

func (p *parser) list(op string, part func() *expression) *expression {
	e := &expression{op: op, parts: []*expression{part()}}
	for len(p.faults) == 0 && p.is(op) {
		e.parts = append(e.parts, part())
	}
	if len(e.parts) == 1 {
		return e.parts[0]
	}
	return e
}

func (p *parser) not() *expression {
	switch {
	case len(p.faults) > 0:
		return &expression{}
	case p.is("not"):
		denied := p.not()
		denied.negate()
		return &expression{op: "not", parts: []*expression{denied}}
	case p.is("("):
		e := p.or()
		if !p.is(")") {
			p.fault(p.next(), "", "a parenthesis is not closed before %q", p.next().text)
		}
		return e
	}
	return p.comparison()
}

func (p *parser) comparison() *expression {
	c := &comparison{value: p.operand()}
	operation, from := p.take(), 0
	switch {
	case len(p.faults) > 0:
		return &expression{}
	case operation.text == "between":
		from = p.next().at
		c.op, c.limit = "between", p.operand()
		if len(p.faults) == 0 && !p.is("and") {
			p.fault(p.next(), "nps(customers) between 10 and 40", "between needs two limits")
		}
		c.upper = p.operand()
	case operation.text == "is":
		p.word(c)
		from = c.limit.at.at
	case slices.Contains([]string{"<=", "<", ">=", ">"}, operation.text):
		from = p.next().at
		c.op, c.limit = operation.text, p.operand()
	default:
		p.fault(operation, comparisonHint(operation.text), "a comparison is expected, not %q", operation.text)
		return &expression{}
	}
	if len(p.faults) == 0 {
		c.text = strings.TrimSpace(string([]rune(p.source.Text)[from:p.next().at]))
		p.unitsFit(c)
		p.sensible(c)
	}
	p.count++
	return &expression{compared: c, number: p.count - 1}
}

// comparisonHint is the remedy for what is no comparison.
func comparisonHint(text string) string {
	meant := map[string]string{"=>": ">=", "=<": "<=", "<>": "not … between", "!=": "not … between", "=": "between … and …", "==": "between … and …"}
	if near := meant[text]; near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "compare with <=, <, >=, >, between … and …, is or is not"
}

// word reads the quadrant that an item is, or is not, in.
func (p *parser) word(c *comparison) {
	c.op = "is"
	if p.is("not") {
		c.op = "is not"
	}
	t := p.take()
	c.limit = &operand{word: t.text, unit: category, at: t}
	if len(p.faults) == 0 && !isQuadrant(t.text) {
		p.fault(t, nearest(t.text, quadrantWords(), "the quadrants are "), "%q is no quadrant", t.text)
	}
}

// unitsFit holds limits against the unit of what they limit: a bare number against a gap could mean either of two.
func (p *parser) unitsFit(c *comparison) {
	if c.value.measured() == nil {
		p.fault(c.value.at, "mean(customers) >= 7pt, or nps(customers) between 10 and 40", "a number is compared: the quantity stands on the left")
		return
	}
	units := c.value.units()
	if units[0] == category && !c.names() {
		p.fault(c.value.at, "quadrant(customers) is not concentrate_here", "%s is a word, not a number", c.value.name())
		return
	}
	for _, limit := range []*operand{c.limit, c.upper} {
		switch {
		case limit == nil:
		case limit.measured() != nil:
			c.difference = true
			if limit.units()[0] != units[0] {
				p.fault(limit.at, "", "%s and %s are in different units", c.value.name(), limit.name())
			}
		case slices.Contains(units, limit.unit):
		case limit.unit == bare:
			var candidates []string
			for _, u := range units {
				candidates = append(candidates, trim(limit.number)+string(u))
			}
			hint := "write " + strings.Join(candidates, " or ")
			if limit.number > 0 && limit.number < 1 && slices.Equal(units, []unit{share}) { // who writes 0.2 means a fifth
				hint = fmt.Sprintf("write %s%%, or %s%% if it is so small", trim(100*limit.number), trim(limit.number))
			}
			if next := p.next(); next.kind == name && slices.Contains(units, unit(next.text)) {
				hint = "a unit stands right behind its number: " + trim(limit.number) + next.text
			}
			p.fault(limit.at, hint, "%s is compared with the bare number %s", c.value.name(), trim(limit.number))
		case limit.unit == category:
			p.fault(limit.at, c.value.name()+"(…) >= …", "%s is a number, not a word", c.value.name())
		default:
			p.fault(limit.at, "", "%s is in %s, not in %q", c.value.name(), unitNames(units), string(limit.unit))
		}
	}
	p.limitsAgree(c)
}

// limitsAgree refuses a between that nothing can keep, or that measures its limits in two units.
func (p *parser) limitsAgree(c *comparison) {
	switch {
	case c.upper == nil || len(p.faults) > 0:
	case c.limit.measured() != nil || c.upper.measured() != nil:
		p.fault(c.limit.at, "two comparisons joined by and", "the limits of between are numbers")
	case c.limit.unit != c.upper.unit:
		p.fault(c.upper.at, "", "the two limits are in different units")
	case c.limit.number > c.upper.number:
		p.fault(c.limit.at, fmt.Sprintf("between %s and %s", trim(c.upper.number), trim(c.limit.number)), "the lower limit is above the upper one")
	}
}

func unitNames(units []unit) string {
	var names []string
	for _, u := range units {
		if u == bare {
			names = append(names, "no unit")
		} else {
			names = append(names, string(u))
		}
	}
	return strings.Join(names, " or ")
}

func trim(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func (p *parser) operand() *operand {
	t := p.take()
	o := &operand{}
	switch {
	case len(p.faults) > 0:
	case t.kind == numeral:
		o = p.number(t)
	case t.kind == name && slices.Contains(functions(), t.text):
		o = p.function(t)
	case t.kind == name:
		o = p.quantity(t)
	default:
		p.fault(t, "such as gap(leadership, customers)", "a quantity or a number is expected, not %q", t.text)
	}
	o.at = t
	return o
}

// function reads what stands in the parentheses of abs or change.
func (p *parser) function(t token) *operand {
	o := &operand{function: function(t.text)}
	example := map[function]string{absolute: "abs(gap(leadership, customers)) <= 10pomp", change: "change(nps(customers), baseline) >= -5"}[o.function]
	if !p.is("(") {
		p.fault(p.next(), example, "%s needs a value in parentheses", t.text)
		return o
	}
	o.inner = p.operand()
	if len(p.faults) == 0 && o.function == change {
		p.since(o, example)
	}
	if len(p.faults) == 0 && !p.is(")") {
		p.fault(p.next(), "", "a parenthesis is not closed before %q", p.next().text)
	}
	switch {
	case len(p.faults) > 0:
	case o.inner.measured() == nil:
		p.fault(o.inner.at, example, "%s is of a quantity, not of a number", t.text)
	case o.function == change && o.inner.compares():
		p.fault(o.inner.at, "", "a change of a change has no meaning")
	case o.function == change && o.inner.measured().of.name == "age":
		p.fault(o.inner.at, "age(A) <= 30", "an age has no earlier one to be compared with")
	case o.inner.units()[0] == category:
		p.fault(o.inner.at, "quadrant(customers) is not concentrate_here", "%s is of a number, not of a word", t.text)
	case o.function == change && o.wave == "" && o.inner.measured().of.resampled:
		p.fault(o.inner.at, "", "a baseline has no %s: its interval needs the respondents", o.inner.name())
	}
	return o
}

// since reads what a change is compared with: the baseline, or an earlier wave.
func (p *parser) since(o *operand, example string) {
	if !p.is(",") {
		p.fault(p.next(), example, "change says what it compares with: baseline is expected, not %q", p.next().text)
		return
	}
	waves := p.study.Waves
	t := p.take()
	switch {
	case t.text == "baseline" && t.kind == name:
	case t.text == "previous" && t.kind == name && len(waves) < 2:
		p.fault(t, "waves: [2025-Q3, 2026-Q3]; or compare with a baseline", "the study has no previous wave")
	case t.text == "previous" && t.kind == name:
		o.wave = waves[len(waves)-2]
	case t.kind != quotation && slices.Contains(waves, t.text):
		p.fault(t, fmt.Sprintf("change(nps(customers), %q) >= -5", t.text), "change says what it compares with: the name of a wave such as %q stands in quotation marks", t.text)
	case t.kind != quotation:
		p.fault(t, example, "change says what it compares with: baseline is expected, not %q", t.text)
	case !slices.Contains(waves, t.text) && len(waves) == 0:
		p.fault(t, "waves: [2025-Q3, 2026-Q3]; or compare with a baseline", "no wave %q: the study has none", t.text)
	case !slices.Contains(waves, t.text):
		p.fault(t, nearest(t.text, waves, "the waves are "), "no wave %q", t.text)
	case t.text == waves[len(waves)-1]:
		p.fault(t, "name an earlier one", "%q is the newest wave itself", t.text)
	default:
		o.wave = t.text
	}
}

func (p *parser) number(t token) *operand {
	x, err := strconv.ParseFloat(t.text, 64)
	if err != nil {
		p.fault(t, "", "%q is not a number", t.text)
		return &operand{}
	}
	u := unit(t.unit)
	if !slices.Contains([]unit{points, pomp, share, shareDiff, bare}, u) {
		p.fault(t, "units are pt, pomp, pp and %", "%q is not a unit", t.unit)
	}
	return &operand{number: x, unit: u}
}

func (p *parser) quantity(t token) *operand {
	of := p.definition(t)
	if of == nil {
		return &operand{}
	}
	q := &quantity{of: of}
	arguments := p.arguments(t)
	if len(p.faults) > 0 {
		return &operand{}
	}
	if len(arguments) < of.audiences {
		p.fault(t, "", "%s needs %d audiences, and has %d", of.name, of.audiences, len(arguments))
		return &operand{}
	}
	for _, a := range arguments[:of.audiences] {
		p.audience(q, a)
	}
	p.pair(q, t)
	p.items(q, t, arguments[of.audiences:])
	return &operand{quantity: q}
}

func (p *parser) definition(t token) *definition {
	for _, d := range definitions() {
		if d.name == t.text {
			return &d
		}
	}
	p.fault(t, nearest(t.text, append(definitionNames(), functions()...), "quantities are "), "%q is no quantity", t.text)
	return nil
}

func (p *parser) arguments(t token) []token {
	if !p.is("(") {
		audiences := p.study.Audiences
		p.fault(p.next(), t.text+"("+audiences[len(audiences)-1].ID+")", "%s needs its audiences in parentheses", t.text)
		return nil
	}
	var list []token
	for !p.is(")") {
		a := p.take()
		if a.kind != name && a.kind != pattern {
			hint := ""
			if a.kind == quotation {
				hint = "take out the quotation marks: audiences and items go by their ids"
			}
			p.fault(a, hint, "an audience or an item is expected, not %q", a.text)
			return nil
		}
		list = append(list, a)
		if p.next().text != ")" && !p.is(",") {
			hint := ""
			if p.next().kind == name {
				hint = "audiences and items go by their ids, not by their labels"
			}
			p.fault(p.next(), hint, "a comma or a parenthesis is expected, not %q", p.next().text)
			return nil
		}
	}
	return list
}

func (p *parser) audience(q *quantity, t token) {
	switch {
	case t.text == "*" && q.wildAudience():
		p.fault(t, "gap(leadership, *)", "one * stands for an audience, not two")
	case t.text == "*" || p.study.Audience(t.text) >= 0:
		q.audiences = append(q.audiences, t.text)
	default:
		var known []string
		for _, a := range p.study.Audiences {
			known = append(known, a.ID)
		}
		p.fault(t, nearest(t.text, known, "the audiences are "), "no audience %q", t.text)
	}
}

// pair refuses two audiences that there is no such figure of.
func (p *parser) pair(q *quantity, t token) {
	if len(q.audiences) != 2 || len(p.faults) > 0 {
		return
	}
	first, last := p.study.Audiences[0].ID, p.study.Audiences[len(p.study.Audiences)-1].ID
	switch {
	case q.audiences[0] == q.audiences[1]:
		p.fault(t, "", "%s is of two audiences, not of %s twice", q.of.name, q.audiences[0])
	case q.of.analysis == "belief_gap" && !(q.names(first) && q.names(last)):
		p.fault(t, fmt.Sprintf("belief_gap(%s, %s)", first, last), "belief_gap is of the first audience and the last")
	}
}

// items reads the item of a quantity: named, those of a pattern, or that of the rule's repetition.
func (p *parser) items(q *quantity, t token, rest []token) {
	repeated := p.check.For != study.ForNothing && p.check.For != study.ForSegments
	switch {
	case len(rest) > 1 || !q.of.item && len(rest) > 0:
		p.fault(rest[len(rest)-1], "", "%s takes no argument %q", q.of.name, rest[len(rest)-1].text)
	case !q.of.item:
	case len(rest) == 0 && !repeated:
		p.fault(t, "for: "+string(q.of.repetition())+"  repeats the rule over all of them; or name one: "+q.of.name+"(…, item)", "%s says nothing of the item", q.of.name)
	case len(rest) == 0:
	case rest[0].kind == pattern:
		q.item = rest[0].text
	default:
		if known := p.nameable(q.of); !slices.Contains(known, rest[0].text) {
			hint := nearest(rest[0].text, known, "it is of ")
			for _, c := range p.study.Constructs {
				if c.Dimension && c.Label == rest[0].text && slices.Contains(known, c.ID) {
					hint = fmt.Sprintf("the id of the dimension is %q", c.ID)
				}
			}
			p.fault(rest[0], hint, "no item %q", rest[0].text)
		}
		q.item = rest[0].text
	}
	ofGroups := p.check.For == study.ForDimensions || p.check.For == study.ForConstructs
	if q.item != "" && !isPattern(q.item) {
		ofGroups = slices.Contains(constructIDs(p.study), q.item)
	}
	q.resampled = q.of.resampled || q.of.groups && ofGroups
	p.placed(q, t)
}

// repetition is what a quantity is usually repeated over.
func (d *definition) repetition() study.Repetition {
	if d.source == (source{}) {
		return study.ForDimensions
	}
	return study.ForItems
}

// nameable lists what a quantity can be of.
func (p *parser) nameable(d *definition) []string {
	var known []string
	if d.source != (source{}) {
		known = itemIDs(p.study)
	}
	if d.construct != (source{}) {
		known = append(known, constructIDs(p.study)...)
	}
	return known
}

// placed refuses a quantity that has no figures where the rule wants them.
func (p *parser) placed(q *quantity, t token) {
	constructs := p.check.For == study.ForDimensions || p.check.For == study.ForConstructs
	ofItem := q.of.item && (q.item == "" || isPattern(q.item))
	switch {
	case p.check.For == study.ForSegments && q.of.segment == (source{}):
		p.fault(t, "within segments there are "+strings.Join(having(func(d definition) source {
			if d.resampled {
				return source{}
			}
			return d.segment
		}), ", "), "%s is not of segments", q.of.name)
	case p.check.For == study.ForSegments && q.of.resampled && !p.check.Point:
		p.fault(t, "take out for: segments; or decide: point", "%s has no interval within segments, and could never be decided", q.of.name)
	case p.check.For == study.ForSegments && slices.Contains(constructIDs(p.study), q.item):
		p.fault(t, "name an item", "within segments there are no figures of %s", q.item)
	case constructs && ofItem && q.of.construct == (source{}):
		p.fault(t, "of these there are "+strings.Join(having(func(d definition) source { return d.construct }), ", "), "%s is not of %s", q.of.name, string(p.check.For))
	case !constructs && ofItem && q.of.source == (source{}):
		p.fault(t, "for: dimensions  or  for: constructs", "%s is not of items", q.of.name)
	}
}

// having names the quantities that have figures somewhere.
func having(where func(definition) source) []string {
	var names []string
	for _, d := range definitions() {
		if where(d) != (source{}) {
			names = append(names, d.name)
		}
	}
	return names
}

func nearest(word string, known []string, list string) string {
	if near := study.Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return list + strings.Join(known, ", ")
}
