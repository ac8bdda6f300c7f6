package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// kindOf tells what a question asks for by its words: by the suffix of its statement, else by the stem of its matrix, else by the whole
// of it.
func kindOf(c Column) study.Kind {
	if kind, told := lexicon.SuffixKind(c.statement()); told {
		return kind
	}
	text := lexicon.Normalise(c.Text)
	stem, _ := lexicon.SplitMatrix(c.heading().Bare())
	switch {
	case lexicon.NamesImportance(text) && (!lexicon.PerformanceWords().MatchString(text) || lexicon.AskedImportance().MatchString(text)):
		return study.Importance
	case lexicon.AgainstOthers().MatchString(text): // us, beside others or what was expected
	case lexicon.OtherOffers().MatchString(lexicon.Normalise(stem)):
		return study.Alternative
	case lexicon.Expected().MatchString(lexicon.Normalise(stem)):
		return study.Expectation
	}
	return study.Performance
}

// asksByNoun is a question that is such a heading and its subject.
var asksByNoun = lazily(`^(?:` + lexicon.BareNouns + `)\s`)

// subject is what a question is about: its statement without the words that ask how important or how good it is.
func subject(c Column) string {
	text := lexicon.Normalise(c.statement())
	about := lexicon.BareSubject(text)
	if lexicon.GermanQuestion().MatchString(text) {
		return lexicon.WithoutCase(about)
	}
	return about
}

// besidePerformance are the kinds of rating that stand beside the performance of a subject, in the order of a study file.
func besidePerformance() []study.Kind {
	return []study.Kind{study.Importance, study.Expectation, study.Alternative}
}

// sameSubject is where an audience was asked for one kind of rating of one subject.
type sameSubject struct {
	audience int
	subject  string
	kind     study.Kind
}

// subjects says which questions ask an audience for one kind of rating of a subject.
type subjects map[sameSubject][]*question

func subjectsOf(questions []*question) subjects { return groupedBy(questions, (*asked).subject) }

// groupedBy groups questions by what they are about; those that are about nothing are in no group.
func groupedBy(questions []*question, about func(*asked) string) subjects {
	at := subjects{}
	for _, q := range questions {
		for _, a := range q.by {
			if of := about(a); strings.TrimSpace(of) != "" {
				key := sameSubject{a.audience, of, a.asks()}
				at[key] = append(at[key], q)
			}
		}
	}
	return at
}

// of returns the questions that ask an audience for a kind of rating of what a column is about.
func (s subjects) of(a *asked, kind study.Kind) []*question {
	return s[sameSubject{a.audience, a.subject(), kind}]
}

// pairs finds, for every question on performance, those on the importance, the expectation and the best alternative of the same subject
// that at least one audience was asked too: in the same words first, then without the words that ask. A subject that stands twice on either side names no pair: which of them would be meant?
func pairs(questions []*question) map[*question][]*question {
	found, taken := map[*question][]*question{}, map[*question]bool{}
	at := subjectsOf(questions)
	for _, q := range questions {
		for _, kind := range besidePerformance() {
			if p := partnerOf(q, kind, at, (*asked).subject, taken); p != nil {
				found[q], taken[p] = append(found[q], p), true
			}
		}
	}
	loosely := groupedBy(questions, (*asked).topic)
	for _, q := range questions {
		if slices.ContainsFunc(found[q], func(p *question) bool { return p.asks() == study.Importance }) {
			continue
		}
		if p := partnerOf(q, study.Importance, loosely, (*asked).topic, taken); p != nil {
			found[q], taken[p] = slices.Insert(found[q], 0, p), true
		}
	}
	return found
}

// partnerOf returns the question of a kind that belongs to one on performance; nil: none, or none for sure.
func partnerOf(q *question, kind study.Kind, at subjects, about func(*asked) string, taken map[*question]bool) *question {
	for _, a := range q.by {
		of := about(a)
		own, other := at[sameSubject{a.audience, of, study.Performance}], at[sameSubject{a.audience, of, kind}]
		if a.asks() == study.Performance && len(own) == 1 && len(other) == 1 && !taken[other[0]] {
			return other[0]
		}
	}
	return nil
}
