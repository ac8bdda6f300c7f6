package importers

import (
	"slices"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// The rows of a matrix were offered one list of answers. Which scale that is all of their answers tell together: "Very important" is the top of a
// row only where no row beside it was called critical. What a row shows of it, and how often each point was chosen, is asked of all rows.

// shareLabels gives the rows of a matrix that are answered in words the labels of all that were offered the same answers. Where these are labels of
// no scale, none of the rows has one: a label that others chose may be a point of theirs.
func shareLabels(rows []*asked) {
	for _, group := range offeredAlike(lendersOf(slices.DeleteFunc(slices.Clone(rows), func(c *asked) bool { return !labelled(c.answers) }))) {
		all := newAnswersSeen()
		for _, l := range group {
			for _, c := range l.columns {
				all.pool(c.answers)
			}
		}
		all.inRows = nil
		apart := all.labelsApart(group)
		all = all.withoutWords(apart)
		labels := all.claimed()
		all.claim(labels)
		for _, l := range group {
			if slices.ContainsFunc(l.labels, func(label string) bool { return slices.Contains(apart, label) }) {
				continue // nothing tells its scale
			}
			for _, c := range l.columns {
				c.learned.takeLabels(labels)
				c.learned.inRows = all
			}
		}
	}
}

// takeLabels adds labels that nobody chose here.
func (a *answersSeen) takeLabels(labels []string) {
	for _, label := range labels {
		if a.dontKnow[label] == 0 { // it is claimed from there
			a.words[label] += 0
		}
	}
}

// ofAllRows are the answers by which the scale of answers is told: those to all that was asked on it, as far as that is known.
func (a *answersSeen) ofAllRows() *answersSeen {
	if a.inRows != nil {
		return a.inRows
	}
	return a
}

// poolRows adds the rows beside what another audience answered to those beside its own.
func (a *answersSeen) poolRows(b *answersSeen) {
	if a.inRows == nil && b.inRows == nil {
		return
	}
	rows := newAnswersSeen()
	for _, one := range []*answersSeen{a.ofAllRows(), b.ofAllRows()} {
		for word, n := range one.words {
			rows.words[word] += n
		}
	}
	a.inRows = rows
}

// labelled reports whether the answers of a row are labels, as far as it shows: of a scale, or nearly, or a single one.
func labelled(a *answersSeen) bool {
	labels := sortedKeys(a.words)
	if len(labels) == 1 {
		return len(familiesWith(lexicon.PlainLabel(labels[0]))) > 0
	}
	if lexicon.Fit(a.claimed()) != nil {
		return true
	}
	of, _ := nearestFamily(a)
	return of != nil
}

// offeredAlike groups sets of labels, and the rows that have them, by what was offered: all together where all are of one scale, else those that
// share two labels, or one that tells of what it is a degree. "Neutral" is the middle of many scales.
func offeredAlike(sets []*lender) (groups [][]*lender) {
	var all []string
	for _, l := range sets {
		all = append(all, l.labels...)
	}
	if slices.Sort(all); len(sets) > 0 && lexicon.Fit(slices.Compact(all)) != nil {
		return [][]*lender{sets}
	}
	plain := map[*lender][]string{}
	for _, l := range sets {
		plain[l] = lexicon.PlainLabels(l.labels)
		joined := []*lender{l}
		groups = slices.DeleteFunc(groups, func(group []*lender) bool {
			alike := slices.ContainsFunc(group, func(other *lender) bool { return sharesOffer(plain[l], plain[other]) })
			if alike {
				joined = append(joined, group...)
			}
			return alike
		})
		groups = append(groups, joined)
	}
	return groups
}

// sharesOffer reports whether two sets of plain labels share two, or one that is of families of one name only.
func sharesOffer(one, other []string) bool {
	shared := 0
	for _, label := range one {
		if !slices.Contains(other, label) {
			continue
		}
		names := map[string]bool{}
		for _, f := range familiesWith(label) {
			names[f.Name] = true
		}
		if shared++; shared > 1 || len(names) == 1 {
			return true
		}
	}
	return false
}

// labelsApart are labels of a matrix that its other rows can do without: those in a single cell, those that say in other words what a label of their
// family says, those that deny what is rated, where somebody chose the lowest point, for there is no point below, and those of one row alone that
// others had chosen too, were they offered them.
func (a *answersSeen) labelsApart(rows []*lender) (apart []string) {
	if lexicon.Fit(a.claimed()) != nil {
		return nil
	}
	of, strange := nearestFamily(a)
	if of == nil {
		return nil
	}
	lowest := false
	for word := range a.words {
		at, has := of.At[lexicon.PlainLabel(word)]
		lowest = lowest || has && at == 0
	}
	for _, word := range strange {
		plain := lexicon.PlainLabel(word)
		if _, synonym := of.At[plain]; synonym || a.words[word] == 1 || lowest && saysNotRated(plain) || a.ofOneRow(word, rows) {
			apart = append(apart, word)
		}
	}
	return apart
}

// ofOneRow reports whether a label was given to one row alone, so often that chance would leave it out in the answers to all others in fewer than 1 of
// 100 cases, were it chosen a quarter as often there.
func (a *answersSeen) ofOneRow(word string, rows []*lender) bool {
	const rarer = 4
	var row *answersSeen
	for _, l := range rows {
		for _, c := range l.columns {
			if c.answers.words[word] == 0 {
				continue
			}
			if row != nil {
				return false
			}
			row = c.answers
		}
	}
	share := float64(row.words[word]) / float64(total(row.words))
	return !mayMiss(share/rarer, total(a.words)-total(row.words))
}

// notRated is how people say that they do not rate something, or cannot.
var notRated = lazily(`(?:^|[^\p{L}])(?:not|no|none|never|cannot|\p{L}+n't|nicht|nie|kein\p{L}*|pas|jamais|aucun\p{L}*|sans|no|nunca|sin|ningun\p{L}*|não|nao|sem|nenhum\p{L}*|non|mai|senza|nessun\p{L}*|niet|nooit|geen)(?:$|[^\p{L}])`)

func saysNotRated(plain string) bool { return notRated().MatchString(plain) }
