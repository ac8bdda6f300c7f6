package study

import "strings"

// Nearest returns the known word that the word was most likely meant to be, or "" if none is near: at most one slip in
// three letters, a swap of neighbours counting as one (optimal string alignment). The first of equally near words wins.
func Nearest(word string, known []string) string {
	best, least := "", len([]rune(word))/3+1
	for _, candidate := range known {
		if d := slips(strings.ToLower(word), strings.ToLower(candidate)); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// slips counts the insertions, deletions, substitutions and swaps of neighbours that turn a into b.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}
