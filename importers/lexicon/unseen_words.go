package lexicon

import (
	"slices"
	"strings"
)

// A label that nobody chose is worded as those are that somebody chose: who was offered "mee oneens" and "helemaal mee eens" was offered "helemaal mee
// oneens" rather than "helemaal niet mee eens".

const (
	besideWord  = 2 // what a word weighs that stands on the same side of the middle too
	oppositeOne = 1 // what a word weighs that stands on the other side
	sameDegree  = 2 // what it weighs that a label has the degree of the opposite one: "helemaal" of "helemaal mee eens"
	samePlace   = 1 // what it weighs that the degree stands where it does there: "agree strongly", "disagree strongly"
	strangeWord = 1 // what it costs that a word stands in no label
	otherDegree = 3 // what it costs that one of both is a degree of its neighbour and the other is none: "trifft zu", "trifft überhaupt nicht zu"
)

// deniedLabel is a label that says no of its opposite: it has degrees of its own, "überhaupt nicht", "per niente".
var deniedLabel = lazily(WordStart + `(?:not|nicht|niet|pas|non|nada|per niente|per nulla|no|não)` + WordEnd)

// wording returns the spelling of a point that nobody chose that goes best with the labels of the others, given plain and empty where nobody chose; the
// first of the table where nothing tells. The middle says nothing of either side.
func (f *Family) wording(point int, plain []string) string {
	best := f.Points[point][0]
	last := len(f.Points) - 1
	if !f.opposites() || 2*point == last {
		return best
	}
	w := &unseenWording{weights: map[string]int{}, beside: plain[f.beside(point)], opposite: plain[last-point]}
	switch neighbour := plain[f.beside(last-point)]; {
	case w.opposite == "" && point > 0 && point < last:
		w.known = true // no degree, as most
	case w.opposite != "" && neighbour != "":
		w.known, w.degree = true, withoutWords(w.opposite, neighbour)
	}
	for i, label := range plain {
		switch {
		case 2*i == last:
		case (2*i < last) == (2*point < last):
			w.weigh(label, besideWord)
		default:
			w.weigh(label, oppositeOne)
		}
	}
	most := 0
	for k, spelling := range f.Points[point] {
		if score := w.score(spelling); k == 0 || score > most {
			best, most = spelling, score
		}
	}
	return best
}

// unseenWording is what the labels that somebody chose tell of the words of one that nobody did.
type unseenWording struct {
	weights  map[string]int // of the words of the others
	beside   string         // its neighbour, of an end towards the middle and else towards the end; empty: nobody chose that either
	opposite string         // the label as far from the middle on the other side
	known    bool           // whether the label has a degree is known, by the opposite and what that would be a degree of
	degree   string         // the words that the opposite has and its neighbour lacks; empty: none
}

func (w *unseenWording) weigh(label string, weight int) {
	for _, word := range labelWords(label) {
		w.weights[word] = max(w.weights[word], weight)
	}
}

// score is how well a spelling goes with the other labels.
func (w *unseenWording) score(spelling string) int {
	score, strange, words := 0, false, labelWords(spelling)
	degree := labelWords(w.degree)
	for i, word := range words {
		switch {
		case slices.Contains(words[:i], word), slices.Contains(degree, word):
		case w.weights[word] == 0:
			strange = true
		default:
			score += w.weights[word]
		}
	}
	if deniedLabel().MatchString(spelling) {
		strange = false
	} else if w.known && w.degree != "" && withoutWords(w.degree, spelling) == "" {
		score += sameDegree
		if strings.HasPrefix(w.opposite, w.degree) == strings.HasPrefix(spelling, w.degree) {
			score += samePlace
		}
	}
	if strange {
		score -= strangeWord
	}
	if w.known && w.beside != "" && (w.degree != "") != (withoutWords(spelling, w.beside) != "") {
		score -= otherDegree
	}
	return score
}

// beside is the point by which the degree of another is told: of an end the one before it, of others the next towards the end.
func (f *Family) beside(point int) int {
	switch last := len(f.Points) - 1; {
	case point == 0, point < last && 2*point > last:
		return point + 1
	default:
		return point - 1
	}
}

// opposites reports whether both halves of a family say the same of two opposites, so that the words of one tell those of the other.
func (f *Family) opposites() bool {
	return f.opposed || slices.Contains([]string{"agreement", "satisfaction", "importance", "likelihood", "ease", "positivity", "favourability", "comparison"}, f.Name)
}

func labelWords(label string) []string {
	return strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune(" ,/'’-", r) })
}

// withoutWords returns the words of a label that another lacks.
func withoutWords(label, other string) string {
	others := labelWords(other)
	return strings.Join(slices.DeleteFunc(labelWords(label), func(word string) bool { return slices.Contains(others, word) }), " ")
}

// WordedAs returns the scale with the labels that nobody chose in the words in which they stand elsewhere, in answers to other questions, given with their
// number; of several the most frequent.
func (f *Fitted) WordedAs(elsewhere map[string]int) *Fitted {
	if len(f.Unseen) == 0 || len(elsewhere) == 0 || f.Numbering < Unnumbered {
		return f
	}
	words := map[string]string{}
	for _, unseen := range f.Unseen {
		at, known := f.Family.At[PlainLabel(unseen)]
		if !known {
			continue
		}
		best := ""
		for label, n := range elsewhere {
			if place, is := f.Family.At[PlainLabel(label)]; is && place == at && (best == "" || n > elsewhere[best] || n == elsewhere[best] && label < best) {
				best = label
			}
		}
		if best != "" && Normalise(best) != Normalise(unseen) {
			words[unseen] = best
		}
	}
	if len(words) == 0 {
		return f
	}
	reworded := func(labels []string) []string {
		labels = slices.Clone(labels)
		for i, label := range labels {
			if other, is := words[label]; is {
				labels[i] = other
			}
		}
		return labels
	}
	found := *f
	found.Labels, found.Unseen, found.Fewer = reworded(f.Labels), reworded(f.Unseen), reworded(f.Fewer)
	return &found
}

// OtherWordings returns what else the two ends of a scale in words are called, as PlainLabel writes it, with the place of the end in the scale: where all
// families that have both wordings have them at the same point. Whoever drafts a scale to which nobody gave an end does not know in which words it was offered.
func OtherWordings(labels []string) map[string]int {
	f := Fit(labels)
	if f == nil || len(f.Unseen) > 0 || !slices.Equal(f.Labels, labels) || !f.Family.opposites() || f.Numbering < Unnumbered {
		return nil
	}
	others := map[string]int{}
	for _, end := range []int{0, len(labels) - 1} {
		own := PlainLabel(labels[end])
		for spelling, at := range f.Family.At {
			if at == end && spelling != own && f.Family.sameEverywhere(own, spelling) {
				others[spelling] = end
			}
		}
	}
	return others
}

// sameEverywhere reports whether all families of the name of one that have two labels have them at the same point.
func (f *Family) sameEverywhere(label, other string) bool {
	for _, of := range FamiliesByLabel()[label] {
		if at, both := of.At[other]; both && of.Language == f.Language && of.Name == f.Name && at != of.At[label] {
			return false
		}
	}
	return true
}
