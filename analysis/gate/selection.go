package gate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// selects refuses a rule that is about nothing: an item that its audiences were not asked, an outcome that there is not, a
// repetition over no item at all. It is known before any answer is read.
func (r *Rule) selects(s *study.Study, faults *study.FileError) {
	fault := func(hint, format string, args ...any) {
		place, line := r.check.Expect.At(0)
		faults.Add(study.Fault{Place: place, Line: line, Hint: hint, Message: fmt.Sprintf("rule "+r.ID()+": "+format, args...)})
	}
	for _, q := range r.quantities() {
		if why, hint := q.unanswerable(s); why != "" {
			fault(hint, "%s", why)
			return
		}
	}
	ofNone := func(q *quantity) bool { return !(q.of.item && (q.item == "" || isPattern(q.item))) }
	switch {
	case r.overItems() && !slices.ContainsFunc(r.expect.quantities(), func(q *quantity) bool { return !ofNone(q) }):
		fault("take out for; or name a quantity of "+string(r.over()), "the rule selects nothing: it is repeated over %s, and %s is of none", r.over(), r.expect.quantities()[0])
	case r.check.For == study.ForSegments && len(s.Segments) == 0:
		fault("segments: [region]", "the rule selects nothing: the study has no segments")
	case r.overAudiences() && !slices.ContainsFunc(s.Audiences, func(a *study.Audience) bool { return r.free(a.ID) }):
		fault("", "the rule selects nothing: no audience is left for the *")
	case r.overItems() && !slices.ContainsFunc(r.candidates(s), func(id string) bool { return r.applies(s, id) }):
		fault(r.remedy(s), "the rule selects nothing: %s", r.nothing(s))
	}
}

// candidates lists what a rule over items, dimensions or constructs is repeated over.
func (r *Rule) candidates(s *study.Study) []string {
	var all []string
	switch r.over() {
	case study.ForDimensions, study.ForConstructs:
		for _, c := range s.Constructs {
			if c.Dimension == (r.over() == study.ForDimensions) {
				all = append(all, c.ID)
			}
		}
	default:
		all = itemIDs(s)
	}
	return slices.DeleteFunc(all, func(id string) bool { return !r.matches(id) })
}

// applies reports whether all audiences of a repeated quantity were asked a candidate.
func (r *Rule) applies(s *study.Study, id string) bool {
	for _, q := range r.quantities() {
		if !q.of.item || q.item != "" && !isPattern(q.item) {
			continue
		}
		asked := func(item *study.Item) bool { return q.answered(item) }
		if !slices.ContainsFunc(itemsUnder(s, id), asked) {
			return false
		}
	}
	return true
}

func (r *Rule) nothing(s *study.Study) string {
	if len(r.candidates(s)) == 0 {
		if patterns := r.patterns(); len(patterns) > 0 {
			return fmt.Sprintf("no id fits %q", strings.Join(patterns, " and "))
		}
		return fmt.Sprintf("the study has no %s", r.over())
	}
	return fmt.Sprintf("its audiences were asked none of the %s together", r.over())
}

func (r *Rule) remedy(s *study.Study) string {
	if patterns := r.patterns(); len(patterns) > 0 && len(r.candidates(s)) == 0 {
		return "the ids are " + strings.Join(append(itemIDs(s), constructIDs(s)...), ", ")
	}
	return ""
}

// unanswerable says why no answers can stand behind a quantity that names its item, or is of the outcome; empty if there may be.
func (q *quantity) unanswerable(s *study.Study) (why, hint string) {
	if q.of.kind == study.OutcomeKind || q.of.explainsOutcome() {
		if why, hint := q.noOutcome(s); why != "" {
			return why, hint
		}
	}
	if q.of.analysis == "base" {
		return q.noBase(s)
	}
	if q.of.overItems() && !slices.ContainsFunc(s.Items, q.answered) {
		return q.of.name + " needs an item that two audiences rated", ""
	}
	if !q.of.item || q.item == "" || isPattern(q.item) {
		return "", ""
	}
	items := itemsUnder(s, q.item)
	if len(items) == 0 || slices.ContainsFunc(items, q.answered) {
		return "", ""
	}
	var kinds []string
	for _, kind := range q.of.needs() {
		kinds = append(kinds, string(kind))
	}
	asked := strings.Join(slices.DeleteFunc(slices.Clone(q.audiences), func(a string) bool { return a == "*" }), " and ")
	switch {
	case asked != "":
		asked += " did not rate"
	case q.of.audiences == 0:
		asked = "fewer than two audiences rated"
	default:
		asked = "no audience rated"
	}
	return fmt.Sprintf("%s: %s %s of %s", q.of.name, asked, strings.Join(kinds, " and "), q.item), ""
}

// noBase says what the study does not tell of an audience: how many could have answered, or when they did. Of a * one audience is enough.
func (q *quantity) noBase(s *study.Study) (why, hint string) {
	told := map[string]struct {
		of        func(*study.Audience) bool
		why, hint string
	}{
		"response_rate": {func(a *study.Audience) bool { return a.Population > 0 }, "how many of %s could have answered", "audiences: {%s: {…, population: 120}}"},
		"age":           {func(a *study.Audience) bool { return a.Time != nil }, "when %s answered", "audiences: {%s: {…, time: COLUMN}}"},
	}[q.of.statistic]
	if told.of == nil {
		return "", ""
	}
	asked := slices.DeleteFunc(slices.Clone(s.Audiences), func(a *study.Audience) bool { return !q.wildAudience() && !q.names(a.ID) })
	if len(asked) == 0 || slices.ContainsFunc(asked, told.of) {
		return "", ""
	}
	return q.of.name + " can never be decided: the study does not say " + fmt.Sprintf(told.why, asked[0].ID), fmt.Sprintf(told.hint, asked[0].ID)
}

func (q *quantity) noOutcome(s *study.Study) (why, hint string) {
	o := s.Outcome
	if o == nil {
		return q.of.name + " needs an outcome, and the study has none", "outcome: {column: Q12, scale: 0..10, nps: true}"
	}
	for _, a := range q.audiences {
		if a != "*" && o.Columns[a] == nil {
			return fmt.Sprintf("%s was not asked the outcome, which %s needs", a, q.of.name), ""
		}
	}
	switch {
	case q.of.name == "nps" && !o.NPS:
		return "the outcome is no Net Promoter Score", "outcome: {…, scale: 0..10, nps: true}"
	case q.of.name == "csat" && !o.CSAT:
		return "the outcome is no customer satisfaction score", "outcome: {…, scale: 1..5, csat: true}"
	case q.of.name == "ces" && o.CES == "":
		return "the outcome is no customer effort score", "outcome: {…, ces: …}"
	}
	return "", ""
}

// answered reports whether all audiences that a quantity names rated an item in all the ways that it is computed from, for
// no audience at all whether two did.
func (q *quantity) answered(item *study.Item) bool {
	for _, kind := range q.of.needs() {
		columns, least := 0, 1
		if q.of.audiences == 0 {
			least = 2
		}
		for _, r := range item.Ratings {
			if r.Kind != kind || r.Of != "" {
				continue
			}
			columns += len(r.Columns)
			for _, a := range q.audiences {
				if a != "*" && r.Columns[a] == nil {
					return false
				}
			}
		}
		if columns < least {
			return false
		}
	}
	return true
}

// itemsUnder returns an item, or the items of a construct.
func itemsUnder(s *study.Study, id string) []*study.Item {
	for _, item := range s.Items {
		if item.ID == id {
			return []*study.Item{item}
		}
	}
	for _, c := range s.Constructs {
		if c.ID == id {
			return c.Items
		}
	}
	return nil
}

func itemIDs(s *study.Study) []string {
	var ids []string
	for _, item := range s.Items {
		ids = append(ids, item.ID)
	}
	return ids
}

func constructIDs(s *study.Study) []string {
	var ids []string
	for _, c := range s.Constructs {
		ids = append(ids, c.ID)
	}
	return ids
}
