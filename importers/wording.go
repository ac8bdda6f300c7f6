package importers

import (
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// wording is what the words of a column tell. It is asked again for every other column that one is compared with, and found once.
type wording struct {
	of                                                                Column
	block, opening, statement, subject, topic, key, exactKey, plainID known[string]
	kind                                                              known[study.Kind]
	fact                                                              known[bool]
	grams                                                             known[map[string]int]
}

// known is a value that is found when it is first asked for.
type known[T any] struct {
	value T
	found bool
}

func (k *known[T]) get(find func() T) T {
	if !k.found {
		k.value, k.found = find(), true
	}
	return k.value
}

func (a *asked) words() *wording {
	if a.wording == nil {
		a.wording = &wording{of: a.column}
	}
	return a.wording
}

// block names the matrix that the column is a row of; empty: none.
func (a *asked) block() string {
	w := a.words()
	return w.block.get(func() string { return blockOfRows(w.of) })
}

// opening is the first word of a question that stands for itself.
func (a *asked) opening() string {
	w := a.words()
	return w.opening.get(func() string { return opening(w.of) })
}

// statement is the statement of the column, or its whole question.
func (a *asked) statement() string {
	w := a.words()
	return w.statement.get(func() string { return w.of.statement() })
}

// subject is what the column is about.
func (a *asked) subject() string {
	w := a.words()
	return w.subject.get(func() string { return subject(w.of) })
}

// topic is what the column is about, without the words that ask.
func (a *asked) topic() string {
	w := a.words()
	return w.topic.get(func() string { return topic(w.of, a.asks()) })
}

// key is equal for columns that ask the same.
func (a *asked) key() string {
	w := a.words()
	return w.key.get(func() string { return questionKey(w.of.heading()) })
}

// exactKey is equal for columns that ask the same and end with the same signs.
func (a *asked) exactKey() string {
	w := a.words()
	return w.exactKey.get(func() string { return exactKey(w.of.heading()) })
}

// plainID is the id of the column as ids are compared.
func (a *asked) plainID() string {
	w := a.words()
	return w.plainID.get(func() string { return lexicon.Normalise(w.of.ID) })
}

// asks is the kind of rating that the column asks for.
func (a *asked) asks() study.Kind {
	w := a.words()
	return w.kind.get(func() study.Kind { return kindOf(w.of) })
}

// fact reports whether the column asks for a fact.
func (a *asked) fact() bool {
	w := a.words()
	return w.fact.get(func() bool { return isFact(w.of) })
}

// grams are the letter trigrams of the statement.
func (a *asked) grams() map[string]int {
	w := a.words()
	return w.grams.get(func() map[string]int { return trigrams(w.of.statement()) })
}

// asks is the kind of rating that a question asks for.
func (q *question) asks() study.Kind { return q.by[0].asks() }
