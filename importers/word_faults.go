package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// wordCell is a cell of a rating that is neither a number nor a label of its scale; second: it may be, and is a second answer to its question.
type wordCell struct {
	reader *cellReader
	text   string
	second bool
}

// wordColumn is a rating of a file in which such cells stand.
type wordColumn struct {
	file   string
	column int
	rating *study.Rating
	second bool
}

// wordFault is what is wrong with such a column: one fault, however many cells.
type wordFault struct {
	listed int // where it stands in the list of faults; -1: beyond those that are listed
	cells  int
	words  []string // different ones, as far as a scale has points
	more   bool     // there are more different ones
}

// mostWords is how many different words are looked at to name their scale.
const mostWords = 12

// enterWord enters a cell that is a word: the first of its column is the fault, the others are counted.
func (r *reading) enterWord(f rowFault) {
	key := wordColumn{f.Place.File, f.Place.Column, f.word.reader.rating, f.word.second}
	found := r.words[key]
	if found == nil {
		before := len(r.input.List)
		r.input.Add(f.Fault)
		found = &wordFault{listed: -1}
		if len(r.input.List) > before {
			found.listed = before
		}
		r.words[key] = found
	}
	found.cells++
	switch {
	case slices.ContainsFunc(found.words, func(word string) bool { return lexicon.Normalise(word) == lexicon.Normalise(f.word.text) }):
	case len(found.words) == mostWords:
		found.more = true
	default:
		found.words = append(found.words, strings.Clone(f.word.text))
	}
}

// tellWords says of each column of words how many they are, which, and how a study file takes them.
func (r *reading) tellWords() {
	for key, found := range r.words {
		if found.listed < 0 || found.cells < 2 {
			continue
		}
		f := &r.input.List[found.listed]
		if key.second {
			f.Message += fmt.Sprintf("; %d respondents have two such answers", found.cells)
			continue
		}
		f.Message += fmt.Sprintf("; %d cells of the column are not", found.cells)
		if len(found.words) < 2 {
			f.Message += ", all of them the same"
			continue
		}
		f.Message += fmt.Sprintf(", among them %s", strings.Join(quoted(found.words[:min(3, len(found.words))]), ", "))
		if strings.Contains(f.Hint, "--decimal") {
			continue
		}
		words := "low, …, high" // or the labels of the family that they are of, as far as they tell
		if known := lexicon.Fit(found.words); known != nil && !found.more {
			if known.Family.Full != nil && len(known.Unseen) > 0 { // of few labels the middle is as likely as any other
				known = known.Family.Full.Fit(found.words)
			}
			words = strings.Join(known.Labels, ", ")
		}
		f.Hint = fmt.Sprintf("if the answers are words, list them from low to high: scale: [%s]; those that mean \"don't know\" go to  missing: {dont_know: […]}  of item %s",
			words, key.rating.Item.ID)
	}
}

func quoted(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, fmt.Sprintf("%q", lexicon.Shorten(text)))
	}
	return all
}
