package gate

import (
	"path"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// subject is what one verdict of a rule is about. What the rule names itself stands in its quantities.
type subject struct {
	id, label     string // of an item, dimension or construct
	audience      string // that stands for a *
	audienceLabel string
	segment       string // name=value
}

// words names the subject in outputs.
func (s subject) words() string {
	var parts []string
	for _, part := range []string{s.label, s.audienceLabel, s.segment} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// on returns the audiences and the item of a quantity on a subject: those that it names itself, else those of the subject.
func (q *quantity) on(s subject) (audiences []string, item string) {
	item = s.id
	if q.item != "" && !isPattern(q.item) {
		item = q.item
	}
	for _, a := range q.audiences {
		if a == "*" {
			a = s.audience
		}
		audiences = append(audiences, a)
	}
	return audiences, item
}

func isPattern(text string) bool { return strings.Contains(text, "*") }

// over is what a rule is repeated over.
func (r *Rule) over() study.Repetition {
	if r.check.For == study.ForNothing && len(r.patterns()) > 0 {
		return study.ForItems
	}
	return r.check.For
}

// overItems reports whether the item of a rule is that of its repetition.
func (r *Rule) overItems() bool {
	return len(r.patterns()) > 0 || r.check.For != study.ForNothing && r.check.For != study.ForSegments
}

// patterns returns what the items of a rule must match.
func (r *Rule) patterns() []string {
	var all []string
	for _, q := range r.quantities() {
		if isPattern(q.item) {
			all = append(all, q.item)
		}
	}
	return all
}

// matches reports whether an id fits all patterns of a rule.
func (r *Rule) matches(id string) bool {
	for _, pattern := range r.patterns() {
		if fits, err := path.Match(pattern, id); err != nil || !fits {
			return false
		}
	}
	return true
}

// overAudiences reports whether a * stands for an audience.
func (r *Rule) overAudiences() bool {
	for _, q := range r.quantities() {
		if q.wildAudience() {
			return true
		}
	}
	return false
}

func (q *quantity) wildAudience() bool {
	for _, a := range q.audiences {
		if a == "*" {
			return true
		}
	}
	return false
}

// names reports whether a quantity names an audience.
func (q *quantity) names(audience string) bool {
	for _, a := range q.audiences {
		if a == audience {
			return true
		}
	}
	return false
}

// subjects lists what a rule is about: items, then audiences, then the values of segments.
func (r *Rule) subjects(result *analysis.Result) []subject {
	all := []subject{{}}
	if r.overItems() {
		all = r.things(result)
	}
	if r.overAudiences() {
		all = r.eachAudience(result, all)
	}
	if r.check.For == study.ForSegments {
		all = eachSegment(result, all)
	}
	return all
}

// things returns the items, dimensions or constructs of a result that a rule is repeated over.
func (r *Rule) things(result *analysis.Result) []subject {
	var all []subject
	switch r.over() {
	case study.ForDimensions, study.ForConstructs:
		for _, c := range result.Constructs {
			if c.Dimension == (r.over() == study.ForDimensions) && r.matches(c.ID) {
				all = append(all, subject{id: c.ID, label: c.Label})
			}
		}
	default:
		for _, item := range result.Items {
			if item.ID != "outcome" && len(item.Ratings) > 0 && item.Ratings[0].Kind != study.JourneyKind && r.matches(item.ID) {
				all = append(all, subject{id: item.ID, label: item.Label})
			}
		}
	}
	return all
}

// eachAudience puts every audience in place of the *, but for those that stand beside it.
func (r *Rule) eachAudience(result *analysis.Result, subjects []subject) []subject {
	var all []subject
	for _, s := range subjects {
		for _, a := range result.Audiences {
			if r.free(a.ID) {
				s.audience, s.audienceLabel = a.ID, a.Label
				all = append(all, s)
			}
		}
	}
	return all
}

// free reports whether an audience may stand for the * of a rule.
func (r *Rule) free(audience string) bool {
	for _, q := range r.quantities() {
		if q.wildAudience() && q.names(audience) {
			return false
		}
	}
	return true
}

// eachSegment repeats subjects over the values of all segments, in the order of the result.
func eachSegment(result *analysis.Result, subjects []subject) []subject {
	var values []string
	seen := map[string]bool{"": true}
	for i := range result.Figures {
		value := result.Figures[i].Segment
		if !seen[value] && strings.Contains(value, "=") { // without a value: figures about the segment as a whole
			seen[value] = true
			values = append(values, value)
		}
	}
	var all []subject
	for _, s := range subjects {
		for _, value := range values {
			s.segment = value
			all = append(all, s)
		}
	}
	return all
}

// concerned leaves out the items and audiences that a repeated rule has no figure for because nobody was asked.
func (r *Rule) concerned(m *measurer) []subject {
	subjects := r.subjects(m.result)
	if !r.overItems() && !r.overAudiences() {
		return subjects
	}
	var kept []subject
	for _, s := range subjects {
		if slices.ContainsFunc(r.expect.operands(), func(o *operand) bool {
			return o.measured().varies() && (m.given == nil && m.asked(o.measured(), s) || m.given.has(o, s))
		}) {
			kept = append(kept, s)
		}
	}
	return kept
}

// varies reports whether a quantity depends on the item or audience of the repetition.
func (q *quantity) varies() bool {
	return q.of.item && (q.item == "" || isPattern(q.item)) || q.wildAudience()
}

// asked reports whether all audiences of a quantity were asked an item, or an item of a construct.
func (m *measurer) asked(q *quantity, s subject) bool {
	audiences, id := q.on(s)
	switch {
	case q.of.kind == "": // of the audience as a whole
		return true
	case !q.of.item:
		id = "outcome"
	}
	items := []string{id}
	if c := m.construct(id); c != nil {
		items = c.Items
	}
	for _, item := range items {
		if m.askedItem(q.of.kind, audiences, item) {
			return true
		}
	}
	return false
}

func (m *measurer) askedItem(kind study.Kind, audiences []string, item string) bool {
	r := m.ratingOf(kind, item)
	if r == nil {
		return false
	}
	found := 0
	for _, a := range r.Asked {
		for _, id := range audiences {
			if a.Audience == id {
				found++
			}
		}
	}
	return found == len(audiences)
}

// construct returns the dimension or construct of this id; nil if there is none.
func (m *measurer) construct(id string) *analysis.Construct {
	for i := range m.result.Constructs {
		if m.result.Constructs[i].ID == id {
			return &m.result.Constructs[i]
		}
	}
	return nil
}

// named adds the item that a comparison names to the subject of a rule that is not repeated over items.
func (m *measurer) named(s subject, c *comparison) subject {
	q := c.value.measured()
	if q.item == "" {
		return s
	}
	for _, item := range m.result.Items {
		if q.item == item.ID {
			s.id, s.label = item.ID, item.Label
		}
	}
	if c := m.construct(q.item); c != nil {
		s.id, s.label = c.ID, c.Label
	}
	return s
}
