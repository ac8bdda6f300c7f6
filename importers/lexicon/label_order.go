package lexicon

import (
	"cmp"
	"slices"
	"strings"
)

// One label is written in several orders of its words: "not useful at all" and "not at all useful", "neither disagree nor agree" and "neither agree or
// disagree". They say the same, and are compared in one of them.

// deniedBehind are labels whose denial ends behind what it denies, in English and in French.
var deniedBehind = []struct{ begin, end, whole string }{{"not ", " at all", "not at all "}, {"pas ", " du tout", "pas du tout "}}

// neitherNor are the words before and between the two of which a label says neither, one language a line.
var neitherNor = []struct {
	begin, as string
	between   []string
}{
	{"neither ", " nor ", []string{" nor ", " or "}},
	{"weder ", " noch ", []string{" noch ", " oder "}},
	{"ni ", " ni ", []string{", ni ", " ni "}},
	{"nem ", " nem ", []string{", nem ", " nem "}},
	{"né ", " né ", []string{", né ", " né "}},
	{"noch ", " noch ", []string{", noch ", " noch "}},
}

// middleSaid is what labels in the middle say of themselves: "neither important nor unimportant (neutral)".
var middleSaid = lazily(`\s*(?:\(|[-,/] ?)(?:neutral|neutre|neutro|neutra|neutrale|neutraal|indifferent|indifférent|indiferente|undecided|unentschieden)\)?$`)

// sameWords writes a plain label in the order in which such labels are compared.
func sameWords(plain string) string {
	for _, d := range deniedBehind {
		if inner, begins := strings.CutPrefix(plain, d.begin); begins {
			if what, ends := strings.CutSuffix(inner, d.end); ends && what != "" {
				return d.whole + what
			}
		}
	}
	for _, n := range neitherNor {
		inner, begins := strings.CutPrefix(plain, n.begin)
		if !begins {
			continue
		}
		for _, between := range n.between {
			one, other, both := strings.Cut(middleSaid().ReplaceAllString(inner, ""), between)
			if !both || strings.Contains(other, "(") {
				continue
			}
			two := []string{one, other}
			slices.SortFunc(two, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
			return n.begin + two[0] + n.as + two[1]
		}
	}
	if plain == "neither nor" {
		return "neither"
	}
	return plain
}
