package gate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/analysis/study"
)

// Basis is what the figures of a baseline rest on, as far as a later study may have changed it without a trace in them: whose rows count and
// how much, and what was asked. Its lists are sorted.
type Basis struct {
	Audiences []BasisRows     `json:"audiences"` // by audience
	Questions []BasisQuestion `json:"questions"` // by item, kind, audience
}

// BasisRows says which rows of an audience count, and how much.
type BasisRows struct {
	Audience string   `json:"audience"`
	Where    []string `json:"where"`             // the conditions of the study: all must hold; empty: every row
	Weight   string   `json:"weight,omitempty"`  // the column
	Cluster  string   `json:"cluster,omitempty"` // the column
}

// BasisQuestion is what an audience was asked of an item.
type BasisQuestion struct {
	Item     string     `json:"item"`
	Kind     study.Kind `json:"kind"`
	Audience string     `json:"audience"`
	Columns  []string   `json:"columns"` // where the answers stand; several: each respondent has one of them
	Asked    []string   `json:"asked"`   // its words; empty: the export has none
	Scale    string     `json:"scale"`
	Reversed bool       `json:"reversed,omitempty"`
}

// NewBasis tells what the figures of a study rest on, once its exports are open.
func NewBasis(s *study.Study) *Basis {
	b := &Basis{Audiences: []BasisRows{}, Questions: []BasisQuestion{}}
	for _, a := range s.Audiences {
		rows := BasisRows{Audience: a.ID, Where: []string{}}
		for _, c := range a.Where {
			not := ""
			if c.Not {
				not = "not "
			}
			rows.Where = append(rows.Where, c.Column.String()+": "+not+"["+strings.Join(slices.Sorted(slices.Values(c.Values)), ", ")+"]")
		}
		slices.Sort(rows.Where)
		rows.Weight, rows.Cluster = columnName(a.Weight), columnName(a.Cluster)
		b.Audiences = append(b.Audiences, rows)
	}
	for _, r := range s.Ratings() {
		if r.Perspective() != "own" {
			continue
		}
		item := "outcome"
		if r.Kind != study.OutcomeKind {
			item = r.Item.ID
		}
		for _, a := range s.Audiences {
			c := r.Columns[a.ID]
			if c == nil {
				continue
			}
			q := BasisQuestion{
				Item: item, Kind: r.Kind, Audience: a.ID, Columns: []string{}, Asked: append([]string{}, c.Asked...), Scale: c.Scale.String(), Reversed: c.Reversed,
			}
			for _, selector := range c.Selectors() {
				q.Columns = append(q.Columns, selector.String())
			}
			b.Questions = append(b.Questions, q)
		}
	}
	b.sort()
	return b
}

func columnName(s *study.Selector) string {
	if s == nil {
		return ""
	}
	return s.String()
}

func (b *Basis) sort() {
	slices.SortFunc(b.Audiences, func(x, y BasisRows) int { return cmp.Compare(x.Audience, y.Audience) })
	slices.SortFunc(b.Questions, func(x, y BasisQuestion) int {
		return cmp.Or(cmp.Compare(x.Item, y.Item), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Audience, y.Audience))
	})
}

// question returns what an audience was asked; nil if nothing.
func (b *Basis) question(item string, kind study.Kind, audience string) *BasisQuestion {
	for i := range b.Questions {
		if q := &b.Questions[i]; q.Item == item && q.Kind == kind && q.Audience == audience {
			return q
		}
	}
	return nil
}

// rows returns whose rows of an audience count; nil if there is no such audience.
func (b *Basis) rows(audience string) *BasisRows {
	for i := range b.Audiences {
		if b.Audiences[i].Audience == audience {
			return &b.Audiences[i]
		}
	}
	return nil
}

// presence is what a baseline is held against: what the figures of now rest on, and whether two texts ask the same.
type presence struct {
	basis *Basis
	same  func(then, now string) bool
	title string
}

// HoldAgainst tells a baseline what the figures rest on that it will be compared with, and when two texts ask the same.
func (b *Baseline) HoldAgainst(now *Basis, same func(then, now string) bool) {
	b.now = &presence{basis: now, same: same}
}

// compared reports whether what both sides rest on is known: a baseline of before has nothing of it.
func (b *Baseline) compared() bool { return b.RestsOn != nil && b.now != nil }

// otherWords says why an audience was asked another question in the baseline than now; empty if it was not, or nobody knows.
func (b *Baseline) otherWords(kind study.Kind, item string, audiences []string) string {
	if !b.compared() {
		return ""
	}
	for _, then := range b.RestsOn.Questions {
		if then.Item != item || then.Kind != kind || len(audiences) > 0 && !slices.Contains(audiences, then.Audience) {
			continue
		}
		now := b.now.basis.question(item, kind, then.Audience)
		switch {
		case now == nil: // the figures say so themselves
		case b.askedApart(then.Asked, now.Asked):
			return fmt.Sprintf("%s were asked %s in the baseline, and %s now", then.Audience, quotedTexts(then.Asked), quotedTexts(now.Asked))
		case then.Reversed != now.Reversed:
			turned := map[bool]string{false: "as they stand", true: "reversed"}
			return fmt.Sprintf("answers of %s count %s in the baseline, and %s now", then.Audience, turned[then.Reversed], turned[now.Reversed])
		case then.Scale != now.Scale:
			return fmt.Sprintf("%s answered on %s in the baseline, and on %s now", then.Audience, then.Scale, now.Scale)
		}
	}
	return ""
}

// askedApart reports whether a question had words then that it has not now, or the other way round. Without words nobody knows.
func (b *Baseline) askedApart(then, now []string) bool {
	if len(then) == 0 || len(now) == 0 {
		return false
	}
	lacks := func(all []string) func(string) bool {
		return func(text string) bool {
			return !slices.ContainsFunc(all, func(other string) bool { return sameWords(text, other) || b.now.same(text, other) })
		}
	}
	return slices.ContainsFunc(then, lacks(now)) || slices.ContainsFunc(now, lacks(then))
}

// sameWords reports whether texts are the same but for case, blanks and punctuation.
func sameWords(a, b string) bool {
	words := func(text string) []string {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
	}
	return slices.Equal(words(a), words(b))
}

func quotedTexts(texts []string) string {
	var all []string
	for _, text := range texts {
		all = append(all, quoted(text))
	}
	return strings.Join(all, " and ")
}

// otherRows says in which way the baseline is of other rows of audiences, or of the same that count otherwise; of all of them if none is named.
// It is the same question to other people: what the difference means is for the reader to say.
func (b *Baseline) otherRows(audiences []string) []string {
	if !b.compared() {
		return nil
	}
	var all []string
	if b.now.title != b.Title {
		all = append(all, fmt.Sprintf("the baseline is of the study %s", quoted(b.Title)))
	}
	for _, then := range b.RestsOn.Audiences {
		now := b.now.basis.rows(then.Audience)
		if now == nil || len(audiences) > 0 && !slices.Contains(audiences, then.Audience) {
			continue
		}
		differs := func(what, before, after string) {
			if before != after {
				all = append(all, fmt.Sprintf("%s of %s: %s in the baseline, %s now", what, then.Audience, before, after))
			}
		}
		differs("rows", conditions(then.Where), conditions(now.Where))
		differs("weight", orNone(then.Weight), orNone(now.Weight))
		differs("cluster", orNone(then.Cluster), orNone(now.Cluster))
	}
	return all
}

func conditions(where []string) string {
	if len(where) == 0 {
		return "all"
	}
	return "those with " + strings.Join(where, " and ")
}

func orNone(column string) string {
	if column == "" {
		return "none"
	}
	return column
}

// sameQuestions reports whether two bases have the same of an item.
func (b *Baseline) sameQuestions(item string) bool {
	if !b.compared() {
		return true
	}
	return !slices.ContainsFunc(b.RestsOn.Questions, func(q BasisQuestion) bool {
		return q.Item == item && b.otherWords(q.Kind, item, []string{q.Audience}) != ""
	})
}

// keepBasis puts back what the figures rest on that stay as they were: the questions of items, and the rows of audiences.
func (b *Baseline) keepBasis(old *Baseline, items map[string]bool, kept []Kept) {
	if b.RestsOn == nil || old.RestsOn == nil {
		if old.RestsOn == nil && len(kept) > 0 {
			b.RestsOn = nil // what stays rests on nobody knows what
		}
		return
	}
	b.RestsOn.Questions = slices.DeleteFunc(slices.Clone(b.RestsOn.Questions), func(q BasisQuestion) bool { return items[q.Item] })
	for _, q := range old.RestsOn.Questions {
		if items[q.Item] {
			b.RestsOn.Questions = append(b.RestsOn.Questions, q)
		}
	}
	for i, now := range b.RestsOn.Audiences {
		if then := old.RestsOn.rows(now.Audience); then != nil && slices.ContainsFunc(kept, func(k Kept) bool { return isOf(k.Figure, now.Audience) }) {
			b.RestsOn.Audiences[i] = *then
		}
	}
	b.RestsOn.sort()
}

// isOf reports whether the id of a figure names an audience, or is of all of them.
func isOf(figure, audience string) bool {
	named := strings.Split(figure+"///", "/")[2]
	first, second, _ := strings.Cut(named, ":")
	return named == "*" || first == audience || second == audience
}
