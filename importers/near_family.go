package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// nearFamily says which labels keep answers from being those of a family that all others fit; empty: they are not near any.
func nearFamily(a *answersSeen) string {
	of, strange := nearestFamily(a)
	if of == nil {
		return ""
	}
	which := few(quoted(strange))
	if !slices.ContainsFunc(strange, func(word string) bool { return a.words[word] > 0 }) {
		which += ", which other rows of its matrix have,"
	}
	return fmt.Sprintf("%s is no label of %s, as all others are: list them from low to high (scale: […]), or say that it is no answer (missing:)", which, of)
}

// nearestFamily returns the family that all labels but one or two fit, and those; nil: there is none.
func nearestFamily(a *answersSeen) (of *lexicon.Family, strange []string) {
	const mostStrange = 2
	labels := sortedKeys(a.words)
	plain := lexicon.PlainLabels(labels)
	for _, f := range append(slices.Clip(lexicon.WordFamilies()), lexicon.DegreesNear(plain)...) {
		if f.Whole { // of which no answer can be missing
			continue
		}
		var not []string
		known := map[int]bool{}
		answers := 0
		for k, label := range labels {
			if i, is := f.At[plain[k]]; is && !known[i] {
				known[i] = true
				answers += a.words[label]
				continue
			}
			not = append(not, label)
		}
		if f.Ended && !known[0] && !known[len(f.Points)-1] || len(not) == 0 || len(not) > mostStrange || len(known) < 2 || len(known) <= len(not) || 2*answers <= total(a.words) {
			continue
		}
		if of == nil || len(not) < len(strange) {
			of, strange = f, not
		}
	}
	return of, strange
}

// nearOffer writes the scale of the family that answers are near, with the others as no answers and with the words that the rows beside them in
// a matrix have of it; false: they are near none.
func (a *answersSeen) nearOffer(rows []string) (scaleOffer, bool) {
	of, strange := nearestFamily(a)
	if of == nil {
		return scaleOffer{}, false
	}
	rest := a.withoutWords(strange)
	for _, word := range rows {
		if _, has := of.At[lexicon.PlainLabel(word)]; has {
			rest.words[word] += 0
		}
	}
	found := lexicon.Fit(rest.claimed())
	if found == nil {
		return scaleOffer{}, false
	}
	for _, word := range strange {
		rest.blank[word] = a.words[word]
	}
	text := scaleText(found.Scale()) + rest.missingOffer(nil)
	is := "is"
	if len(strange) > 1 {
		is = "are"
	}
	remark := fmt.Sprintf("only if %s %s no answer; a point of the scale goes into scale: instead, at its place", few(quoted(strange)), is)
	return scaleOffer{text: "scale: " + text, points: found.Scale().Points(), remark: remark}, true
}
