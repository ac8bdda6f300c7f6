package importers

import (
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// wordBlock is what columns of few words hold together.
type wordBlock struct {
	answers *answersSeen
	n       int // columns
}

// wordBlocks are the columns of few words by what may make them one question: they are statements of one matrix, or have the same
// answers. A column belongs to both.
type wordBlocks struct {
	byStem, byWords, byBoth map[string]*wordBlock
}

func wordBlocksOf(columns []*asked) *wordBlocks {
	b := &wordBlocks{map[string]*wordBlock{}, map[string]*wordBlock{}, map[string]*wordBlock{}}
	for _, c := range columns {
		if !fewWords(c) {
			continue
		}
		stem, words := stemAndWords(c)
		b.byWords[words] = b.byWords[words].with(c)
		if stem != "" {
			b.byStem[stem] = b.byStem[stem].with(c)
			b.byBoth[stem+"\x00"+words] = b.byBoth[stem+"\x00"+words].with(c)
		}
	}
	return b
}

func stemAndWords(c *asked) (stem, words string) {
	stem, _ = lexicon.SplitMatrix(c.column.Text)
	return stem, strings.Join(slices.Sorted(maps.Keys(c.answers.words)), "\x00")
}

func (b *wordBlock) with(c *asked) *wordBlock {
	if b == nil {
		b = &wordBlock{answers: newAnswersSeen()}
	}
	b.answers.pool(c.answers)
	b.n++
	return b
}

// of returns the answers to all columns of the block that a column is of, and how many they are: those of its matrix and those with its
// words; what is both counts once. Of a matrix with more words than a rating has, it returns those of the matrix alone.
func (b *wordBlocks) of(c *asked) (answers *answersSeen, n int) {
	stem, words := stemAndWords(c)
	same := b.byWords[words]
	matrix := b.byStem[stem]
	if matrix == nil {
		return same.answers.clone(), same.n
	}
	if len(matrix.answers.words) > mostPoints {
		return matrix.answers, matrix.n
	}
	both := b.byBoth[stem+"\x00"+words]
	answers = matrix.answers.clone()
	if same.n > both.n {
		answers.pool(same.answers)
		answers.without(both.answers)
	}
	return answers, matrix.n + same.n - both.n
}

// without takes out what was pooled twice.
func (a *answersSeen) without(b *answersSeen) {
	for word, n := range b.words {
		a.words[word] -= n
	}
	for text, n := range b.dontKnow {
		a.dontKnow[text] -= n
	}
	for text, n := range b.blank {
		a.blank[text] -= n
	}
}
