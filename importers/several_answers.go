package importers

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// splitAnswers splits a cell that platforms may have joined: by semicolons, else by line breaks, else by commas.
func splitAnswers(text string) []string {
	for _, by := range []string{";", "\n"} {
		if strings.Contains(text, by) {
			return splitBy(text, by)
		}
	}
	return splitBy(text, ",")
}

func splitBy(text, by string) []string {
	var pieces []string
	for _, piece := range strings.Split(text, by) {
		if piece = strings.TrimSpace(piece); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// severalAnswers reports whether cells hold several answers each, from a list of options that repeats.
func (c *columnScan) severalAnswers() bool {
	if c.manyPieces || c.joined*5 < c.filled || c.joined < 2 || len(c.pieces) < 2 {
		return false
	}
	total := 0
	for _, n := range c.pieces {
		total += n
	}
	return total >= 2*len(c.pieces)
}

// joinedOptions returns the pieces that several cells have, the most frequent first; none where they are written like names of people.
func (c *columnScan) joinedOptions() []string {
	var options []string
	for piece, n := range c.pieces {
		if isPersonName(piece) {
			return nil
		}
		if n > 1 && !lexicon.MeansBlank(piece) && !lexicon.MeansDontKnow(piece) {
			options = append(options, piece)
		}
	}
	slices.SortFunc(options, func(a, b string) int { return cmp.Or(c.pieces[b]-c.pieces[a], strings.Compare(a, b)) })
	return options
}

// ordersAll reports whether every cell holds all of three options or more, and not all cells in one order: a ranking in one cell, best first
// (FORMATS section 11). Who only ticks gets the options in the order of the question. The pieces of a cell may be counted once they are all
// known.
func (c *columnScan) ordersAll() bool {
	const leastItems, leastRows = 3, 5
	if c.manyPieces || c.cells.many || c.filled < leastRows || c.joined != c.filled || len(c.pieces) < leastItems || c.cells.distinct() < 2 {
		return false
	}
	for _, n := range c.pieces {
		if n != c.filled {
			return false
		}
	}
	for text := range c.cells.count {
		if pieces := splitAnswers(text); strings.TrimSpace(text) != "" && len(pieces) != len(c.pieces) {
			return false // one of them twice, and another not
		}
	}
	return true
}

// several counts the options in the cells of a column anew, now that all its different cells are known. Semicolons and line breaks part
// answers. Commas may stand within a label too: "$25,000 - $49,999", "Yes, always" (FORMATS section 16).
func (c *columnScan) several() {
	cells := map[string]int{}
	semicolons, lines, commas := 0, 0, false
	for text, n := range c.cells.count {
		if text = strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")); text != "" {
			cells[text] += n
			commas = commas || strings.Contains(text, ",")
			if strings.Contains(text, ";") {
				semicolons += n
			}
			if strings.Contains(text, "\n") {
				lines += n
			}
		}
	}
	split := func(text string) []string { return []string{text} }
	switch {
	case lines > semicolons && !combined(cells, "\n"): // texts of several lines
	case lines > semicolons:
		split = func(text string) []string { return splitBy(text, "\n") }
	case semicolons > 0 && partedTexts(cells): // texts with a semicolon
	case semicolons > 0:
		split = func(text string) []string { return splitBy(text, ";") }
	case commas:
		split = labelsOf(cells)
		c.unsure = oneChoice(cells).unsure()
	}
	c.joined, c.pieces, c.manyPieces = 0, map[string]int{}, false
	for text, n := range cells {
		options := split(text)
		if len(options) > 1 && isLabel(text) { // "teils, teils"
			options = []string{text}
		}
		if len(options) > 1 {
			c.joined += n
		}
		for _, option := range options {
			c.pieces[option] += n
		}
	}
	c.unsure = slices.DeleteFunc(c.unsure, func(choice string) bool { return c.pieces[choice] > 0 }) // other cells tell
	if c.joined > 0 && commas && lines == 0 && semicolons == 0 {
		c.unparted = c.notParted()
	}
	c.manyPieces = len(c.pieces) > mostPieces
}

// notParted lists the choices that hold a comma and beside it another choice: two choices, maybe, that the other cells do not tell apart.
func (c *columnScan) notParted() []string {
	var found []string
	for _, choice := range sortedKeys(c.pieces) {
		codes := strings.Trim(choice, "0123456789, ") == "" // no label of its own is written so
		if !codes && strings.Contains(choice, ",") && slices.ContainsFunc(splitBy(choice, ","), func(piece string) bool { return c.pieces[piece] > 0 }) {
			found = append(found, choice)
		}
	}
	return found
}

// combined reports whether one in three of the pieces of cells that have several stands in another cell too, as choices do and the lines of a text do
// not; or three in five of what stands in all of them, for beside the choices people may write something else.
func combined(cells map[string]int, by string) bool {
	in := map[string]int{}
	several := map[string]bool{}
	for text := range cells {
		for _, piece := range splitBy(text, by) {
			in[piece]++
			several[piece] = several[piece] || strings.Contains(text, by)
		}
	}
	again, all, usesAgain, uses := 0, 0, 0, 0
	for piece := range several {
		if !several[piece] {
			continue
		}
		all, uses = all+1, uses+in[piece]
		if in[piece] > 1 {
			again, usesAgain = again+1, usesAgain+in[piece]
		}
	}
	return 3*again >= all || 5*usesAgain >= 3*uses
}

// partedTexts reports whether cells with semicolons are texts that people wrote, and no choices: their pieces are not combined anew from cell to cell.
// Few such cells tell it only where their pieces are as long as parts of sentences.
func partedTexts(cells map[string]int) bool {
	const enough, clause = 3, 3 // cells, words
	different, pieces, words := 0, 0, 0
	for text := range cells {
		of := splitBy(text, ";")
		if len(of) < 2 {
			continue
		}
		different, pieces = different+1, pieces+len(of)
		for _, piece := range of {
			words += len(strings.Fields(piece))
		}
	}
	return different > 0 && !combined(cells, ";") && (different >= enough || words >= clause*pieces)
}

// likelyOne lists pieces of a column of too many different cells to be compared that are as often chosen as each other, the second of which
// goes on in small letters: choices that hold a comma, probably.
func (c *columnScan) likelyOne() []string {
	var found []string
	if !c.cells.many || c.manyPieces {
		return nil
	}
	pieces := sortedKeys(c.pieces)
	for _, second := range pieces {
		var same []string
		for _, first := range pieces {
			if small(second) && !small(first) && c.pieces[first] == c.pieces[second] && c.pieces[first] >= enoughOfChoices {
				same = append(same, first)
			}
		}
		if len(same) == 1 {
			found = append(found, same[0]+", "+second)
		}
	}
	return found
}

// labelsOf returns how cells are split at commas: into labels that stand alone in other cells, the longest first; and where no such labels
// explain a cell, at every comma, if each of its pieces stands in another cell too. All else is one label.
func labelsOf(cells map[string]int) func(text string) []string {
	texts := sortedKeys(cells)
	sort.SliceStable(texts, func(i, j int) bool { return len(texts[i]) < len(texts[j]) })
	together := oneChoice(cells)
	free := freeChoices(cells, together)
	alone := map[string]bool{} // cells that are not made of shorter ones
	for _, text := range texts {
		if _, made := madeOf(text, alone); made {
			continue
		}
		if pieces := together.join(splitBy(text, ",")); len(pieces) > 1 && !slices.ContainsFunc(pieces, func(p string) bool { return !alone[p] && !free[p] }) {
			for _, piece := range pieces {
				alone[piece] = true
			}
			continue
		}
		alone[text] = true
	}
	in := map[string]int{} // in how many different cells that no label explains a piece stands
	for text := range alone {
		for _, piece := range together.join(splitBy(text, ",")) {
			in[piece]++
		}
	}
	return func(text string) []string {
		if labels, made := madeOf(text, alone); made {
			return labels
		}
		pieces := together.join(splitBy(text, ","))
		for _, piece := range pieces {
			if in[piece] < 2 {
				return []string{text}
			}
		}
		return pieces
	}
}

// freeChoices are the pieces that people combine as they like, though nobody chose one of them alone: other pieces stand before it and behind
// it, now this one and now that. The second part of "Web, or app" always stands behind the first. "Other" is a choice.
func freeChoices(cells map[string]int, together commaChoices) map[string]bool {
	const begins, ends = "\x00", "\x01"
	before, behind := map[string]map[string]bool{}, map[string]map[string]bool{}
	note := func(of map[string]map[string]bool, piece, beside string) {
		if of[piece] == nil {
			of[piece] = map[string]bool{}
		}
		of[piece][beside] = true
	}
	for text := range cells {
		last := begins
		for _, piece := range together.join(splitBy(text, ",")) {
			note(before, piece, last)
			if last != begins {
				note(behind, last, piece)
			}
			last = piece
		}
		if last != begins {
			note(behind, last, ends)
		}
	}
	free := map[string]bool{}
	for piece := range before {
		first, last := len(before[piece]) == 1 && before[piece][begins], len(behind[piece]) == 1 && behind[piece][ends]
		free[piece] = (len(before[piece]) > 1 || first) && (len(behind[piece]) > 1 || last) && !(first && last) || otherWords().MatchString(lexicon.Normalise(piece)) && !strings.Contains(piece, " ")
	}
	return free
}

// madeOf writes a cell as two or more known labels, joined by commas.
func madeOf(text string, known map[string]bool) (labels []string, made bool) {
	return madeOfRest(text, known, map[string]bool{})
}

// madeOfRest does so with what is left of a cell; a rest that is not made of labels is not tried again, however it was reached.
func madeOfRest(text string, known, failed map[string]bool) (labels []string, made bool) {
	if failed[text] {
		return nil, false
	}
	for at := len(text); at > 0; at = strings.LastIndexByte(text[:at], ',') {
		label := strings.TrimSpace(text[:at])
		if at == len(text) || !known[label] {
			continue
		}
		rest := strings.TrimSpace(text[at+1:])
		if known[rest] {
			return []string{label, rest}, true
		}
		if more, made := madeOfRest(rest, known, failed); made {
			return append([]string{label}, more...), true
		}
	}
	failed[text] = true
	return nil, false
}
