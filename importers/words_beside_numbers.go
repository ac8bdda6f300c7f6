package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// besideWords says why the numbers of one audience are codes of answers where another answered the same question in words: which number
// stands for which word nothing tells (FORMATS 0.8), unless the question itself names the points.
func (d *draft) besideWords(q *question) string {
	for _, a := range q.by {
		if !a.answers.inWords() || a.answers.many {
			continue
		}
		words := scaleOf(a.answers.clone(), a.headings()).scale
		if len(words.Labels) == 0 {
			continue
		}
		for _, b := range q.by {
			low, high, whole := b.answers.ends()
			switch n := words.Points(); {
			case len(b.answers.numbers) == 0 || len(b.answers.words) > 0 || b.answers.written != nil || !whole:
			case low >= 1 && high == float64(n)+1:
				return fmt.Sprintf("the cells run to %s, one past the %d points that were offered in words (%s)", lexicon.FormatNumber(high), n, quotedFew(words.Labels))
			case b.named():
			default:
				return fmt.Sprintf("%s answered in words (%q to %q), and nothing says which number of %s stands for which word", d.study.Audiences[a.audience].ID,
					lexicon.Shorten(words.Labels[0]), lexicon.Shorten(words.Labels[n-1]), d.study.Audiences[b.audience].ID)
			}
		}
	}
	return ""
}
