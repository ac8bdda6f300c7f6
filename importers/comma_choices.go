package importers

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// commaChoices are the two parts of choices that hold a comma themselves: "Store, downtown".
type commaChoices map[[2]string]bool

// The evidence that makes one choice of two parts which never stand without each other.
const (
	enoughOfSentence = 2  // the second part goes on in small letters after a first one that does not begin so
	enoughOfChoices  = 10 // it begins like a choice: so many people had to choose both every time
)

// oneChoice finds the parts that always stand together, in this order.
func oneChoice(cells map[string]int) commaChoices {
	rows, followed := map[string]int{}, map[[2]string]int{}
	different := map[[2]string]int{}
	for text, n := range cells {
		pieces := splitBy(text, ",")
		for i, piece := range pieces {
			rows[piece] += n
			if i > 0 {
				followed[[2]string{pieces[i-1], piece}] += n
				different[[2]string{pieces[i-1], piece}]++
			}
		}
	}
	found := commaChoices{}
	for pair, n := range followed {
		if rows[pair[0]] != n || rows[pair[1]] != n || different[pair] < 2 {
			continue
		}
		goesOn := small(pair[1]) && !small(pair[0])
		found[pair] = goesOn && n >= enoughOfSentence || n >= enoughOfChoices && different[pair] >= 3
	}
	return found
}

// small reports whether a text begins with a small letter.
func small(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// join puts the parts of choices together again.
func (c commaChoices) join(pieces []string) []string {
	var choices []string
	for i, piece := range pieces {
		if i > 0 && c[[2]string{pieces[i-1], piece}] {
			choices[len(choices)-1] += ", " + piece
			continue
		}
		choices = append(choices, piece)
	}
	return choices
}

// unsure lists the parts that always stand together, too seldom to tell whether they are one choice.
func (c commaChoices) unsure() []string {
	var texts []string
	for pair, one := range c {
		if !one {
			texts = append(texts, strings.Join(pair[:], ", "))
		}
	}
	sort.Strings(texts)
	return texts
}
