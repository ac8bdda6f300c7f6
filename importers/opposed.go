package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Statements that say the reverse of each other are written alike: "Staff are rude", "Staff are not rude". As one item their answers would be turned
// the same way, and the gap would be one of words. They are not offered as one; that they may say the reverse of each other is said.

// opposed reports whether two questions in similar words may say the reverse of each other. Those that have the same words do where either a word
// ("not") or a syllable ("un-") denies what the other says, and not both; of others one asks for what is bad, and the other neither does nor denies
// anything, so that which end is its good one is not known.
func opposed(a, b *asked) bool {
	one, oneDenies := lexicon.WithoutDenial(lexicon.Normalise(a.statement()))
	other, otherDenies := lexicon.WithoutDenial(lexicon.Normalise(b.statement()))
	if turned, same := timesDenied(one, other); same {
		return (turned > 0) != (oneDenies != otherDenies)
	}
	oneBad, otherBad := lexicon.AsksForBad(a.column.heading()) != "", lexicon.AsksForBad(b.column.heading()) != ""
	return oneBad && !otherBad && !otherDenies || otherBad && !oneBad && !oneDenies
}

// timesDenied counts the words of a statement that deny those of another, or are denied by them, by a syllable; same says that they have the same
// words otherwise.
func timesDenied(one, other []string) (turned int, same bool) {
	if len(one) != len(other) || len(one) == 0 {
		return 0, false
	}
	const shortest = 4 // letters of what a syllable denies
	for i := range one {
		switch {
		case one[i] == other[i]:
		case len(one[i]) >= shortest && len(other[i]) >= shortest && (lexicon.Negated(one[i], other[i]) || lexicon.Negated(other[i], one[i])):
			turned++
		default:
			return 0, false
		}
	}
	return turned, true
}

// saysOpposites says which questions in similar words may be opposites.
func (d *draft) saysOpposites() {
	for _, text := range d.opposites() {
		d.notice(study.NearMatch, "", "not joined, for they may say the reverse of each other: %s", text)
	}
}

// opposites lists the pairs of opposites.
func (d *draft) opposites() (pairs []string) {
	for _, m := range d.opposed {
		one, other := shortenApart(m.a.column.statement(), m.b.column.statement())
		pairs = append(pairs, fmt.Sprintf("%s %q and %s %q", d.study.Audiences[m.a.audience].ID, one, d.study.Audiences[m.b.audience].ID, other))
	}
	return pairs
}

// askOpposites says, above what is offered, which questions are opposites and how they are compared.
func (w *fileWriter) askOpposites() {
	if pairs := w.draft.opposites(); len(pairs) > 0 {
		w.comment("  ", "? These may say the reverse of each other, and so are not offered as one item: "+strings.Join(pairs, "; ")+". To compare two of them, write both columns into one item; where one says the reverse of the other, reversed: true at that which asks for what is bad.")
	}
}
