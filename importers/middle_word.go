package importers

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// "Unsure" is no answer to many questions, and between "Disagree" and "Agree" the middle of others. Where a scale has no other middle nobody knows: it
// is read as no answer, which is said, and init offers the other reading.

// middleOf returns the word for no answer that may be the middle of a scale, and the labels with it; empty: none or several may.
func middleOf(found *lexicon.Fitted, a *answersSeen) (word string, labels []string) {
	for _, text := range sortedKeys(a.dontKnow) {
		if !lexicon.MayBeMiddle(text) {
			continue
		}
		if word != "" && lexicon.Normalise(word) != lexicon.Normalise(text) {
			return "", nil
		}
		word = text
	}
	if word == "" {
		return "", nil
	}
	if labels = found.WithMiddle(word); labels == nil {
		return "", nil
	}
	return word, labels
}

// middleWord offers the line of a rating in which a word for no answer is the middle of the scale.
func (w *fileWriter) middleWord(q *question) {
	r := w.draft.rating(q)
	word := ""
	for _, a := range q.by {
		if a.read.middle == "" {
			continue
		}
		word = a.read.middle
		c := r.Columns[w.draft.study.Audiences[a.audience].ID]
		c.Scale = study.LabelScale(a.read.withMiddle)
		c.Missing.DontKnow = slices.DeleteFunc(slices.Clone(c.Missing.DontKnow), func(text string) bool { return lexicon.Normalise(text) == lexicon.Normalise(word) })
	}
	if word != "" {
		w.line("    # ? %s: %s # in place of the line above, if %q is the middle", r.Kind, w.columns(r), word)
	}
}

// middles are the questions with a scale of which a word for no answer may be the middle, quoted, by the word.
func middles(questions []*question) map[string][]string {
	found := map[string][]string{}
	for _, q := range questions {
		for _, a := range q.by {
			label := quoted([]string{lexicon.Shorten(q.by[0].column.statement())})[0]
			if a.read.middle != "" && a.answers.dontKnow[a.read.middle] > 0 && !slices.Contains(found[a.read.middle], label) {
				found[a.read.middle] = append(found[a.read.middle], label)
			}
		}
	}
	return found
}
