package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// nearFamily says which labels keep answers from being those of a family that all others fit; empty: they are not near any.
func nearFamily(a *answersSeen) string {
	of, strange := nearestFamily(a)
	if of == nil {
		return ""
	}
	if at := slices.IndexFunc(strange, mayBeDamaged); at >= 0 {
		return excelMade(strange[at])
	}
	which := few(quoted(strange))
	if !slices.ContainsFunc(strange, func(word string) bool { return a.words[word] > 0 }) {
		which += ", which other rows of its matrix have,"
	}
	are, it := "is no label", "it is no answer"
	if len(strange) > 1 {
		are, it = "are no labels", "they are no answers"
	}
	return fmt.Sprintf("%s %s of %s, as all others are: list them from low to high (scale: […]), or say that %s (missing:)", which, are, of, it)
}

// nearestFamily returns the family that all labels but one or two fit, and those; nil: there is none.
func nearestFamily(a *answersSeen) (of *lexicon.Family, strange []string) {
	const mostStrange = 2
	labels := sortedKeys(a.words)
	plain := lexicon.PlainLabels(labels)
	not, known := make([]string, 0, mostStrange+1), map[int]bool{} // of one family after the other: there are hundreds
	for _, families := range [][]*lexicon.Family{lexicon.WordFamilies(), lexicon.DegreesNear(plain)} {
		for _, f := range families {
			if f.Whole { // of which no answer can be missing
				continue
			}
			not = not[:0]
			clear(known)
			answers := 0
			for k, label := range labels {
				if i, is := f.At[plain[k]]; is && !known[i] {
					known[i] = true
					answers += a.words[label]
				} else if not = append(not, label); len(not) > mostStrange {
					break // as with nearly all families
				}
			}
			if f.Ended && !known[0] && !known[len(f.Points)-1] || len(not) == 0 || len(not) > mostStrange || len(known) < 2 || len(known) <= len(not) || 2*answers <= total(a.words) {
				continue
			}
			if of == nil || len(not) < len(strange) {
				of, strange = f, slices.Clone(not)
			}
		}
	}
	return of, strange
}

// nearOffer writes the labels as they were given, those of the family that answers are near in its order, with the words that the rows beside them in
// a matrix have of it. The place of the others nobody knows, and they may be no answers: each stands there as a question, which a study file does not
// take for a label, behind the others; false: the answers are near no family.
func (a *answersSeen) nearOffer(rows []string) (scaleOffer, bool) {
	of, strange := nearestFamily(a)
	if of == nil {
		return scaleOffer{}, false
	}
	rest := a.withoutWords(strange)
	at := make([]string, len(of.Points))
	for _, word := range append(sortedKeys(rest.words), rows...) {
		if point, has := of.At[lexicon.PlainLabel(word)]; has && at[point] == "" {
			at[point] = word
		}
	}
	labels := slices.DeleteFunc(at, func(label string) bool { return label == "" })
	for _, word := range strange {
		labels = append(labels, study.OpenLabel+word)
	}
	remark := fmt.Sprintf("put %s at its place and take its question mark away, or say that it is no answer (missing:)", quotedFew(strange))
	if len(strange) > 1 {
		remark = fmt.Sprintf("put %s at their places and take their question marks away, or say of what is no answer that it is none (missing:)", quotedFew(strange))
	}
	text := "scale: " + scaleText(study.LabelScale(labels)) + rest.missingOffer(nil)
	return scaleOffer{text: text, points: len(labels), remark: remark}, true
}
