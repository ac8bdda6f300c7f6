package importers

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A block is what all columns hold that are statements of the same matrix or have the same answers, each of them once.
func TestWordBlocks(t *testing.T) {
	source := rand.New(rand.NewPCG(3, 4))
	var columns []*asked
	for i := range 60 {
		text := fmt.Sprintf([]string{"Which of these? [%d]", "And of these? [%d]", "What is %d?"}[source.IntN(3)], i)
		c := &asked{column: Column{Position: i + 1, ID: text, Text: text}, answers: newAnswersSeen()}
		for _, word := range []string{"A1", "A2", "A3"}[:1+source.IntN(3)] {
			c.answers.words[word] = 1 + source.IntN(9)
		}
		c.answers.dontKnow["n/a"] = 1
		columns = append(columns, c)
	}
	blocks := wordBlocksOf(columns)
	for _, c := range columns {
		if !fewWords(c) {
			continue
		}
		stem, words := stemAndWords(c)
		want, n := newAnswersSeen(), 0
		for _, other := range columns {
			if s, w := stemAndWords(other); fewWords(other) && (s == stem && s != "" || w == words) {
				want.pool(other.answers)
				n++
			}
		}
		got, columns := blocks.of(c)
		if diff := cmp.Diff(want.words, got.words) + cmp.Diff(want.dontKnow, got.dontKnow); diff != "" || columns != n {
			t.Errorf("%s: %d columns, want %d (-want +got):\n%s", c.column.ID, columns, n, diff)
		}
	}
}
