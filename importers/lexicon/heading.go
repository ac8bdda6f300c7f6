package lexicon

import "sync"

// Heading is the text of a question with what it says of the numbers of its scale, and the question without the words that say it. Reading
// these takes longer than all else that is asked of a heading, and many ask: they are found when somebody does, for a study file that names
// its columns hardly does, and once.
type Heading struct {
	Text   string
	Legend func() Legend
	Bare   func() string // without the words that explain the scale
	Plain  func() string // normalised besides, and without what stands in brackets
	bad    func() string // the word for what is bad that it asks for
}

func HeadingOf(text string) Heading {
	l := sync.OnceValue(func() Legend { return LegendOf(text) })
	bare := sync.OnceValue(func() string { return l().without(text) })
	h := Heading{Text: text, Legend: l, Bare: bare, Plain: sync.OnceValue(func() string { return unexplained(text, bare) })}
	plain := h
	h.bad = sync.OnceValue(func() string { return badAsked(plain) })
	return h
}

// Statement returns the statement of a matrix, or the whole question.
func (h Heading) Statement() string {
	_, row := SplitMatrix(h.Bare())
	return row
}

// NamesScale reports whether a question names the ends of its scale.
func (h Heading) NamesScale() bool {
	_, _, _, named := h.Legend().Scale()
	return named
}
