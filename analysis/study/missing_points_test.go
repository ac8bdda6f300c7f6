package study

import "testing"

// What is no answer in one scale may be a point of another, where the author says so or the cells are codes.
func TestMissingValuesThatAreNoPoints(t *testing.T) {
	const file = "scale: 1..5\nmissing: {dont_know: [6]}\n"
	for name, text := range map[string]string{
		"no list beside the item":          file + "audiences: {a: {files: [a.csv]}}\nitems: {x: {scale: 0..10, missing: {}, performance: X}}\n",
		"a shorter list beside a column":   file + "audiences: {a: {files: [a.csv]}}\nitems: {x: {performance: {a: {column: X, scale: 0..10, missing: {dont_know: [11]}}}}}\n",
		"no list in the outcome":           file + "audiences: {a: {files: [a.csv]}}\noutcome: {scale: 0..10, nps: true, missing: {}, column: X}\n",
		"a point of the author's own list": "audiences: {a: {files: [a.csv]}}\nitems: {x: {scale: 0..100, missing: {dont_know: [99]}, performance: X}}\n",
		"codes with choice texts":          file + "audiences: {a: {files: [a.csv], labels_from: b.csv}}\nitems: {x: {scale: [A, B, C, D, E, F, G], performance: X}}\n",
		"codes of a dictionary":            file + "audiences: {a: {files: [a.csv], dictionary: d.csv}}\nitems: {x: {scale: [A, B, C, D, E, F, G], performance: X}}\n",
		"codes that do not name it":        file + "audiences: {a: {files: [a.csv]}}\nitems: {x: {scale: 1..7, codes: {1: 1, 2: 7}, performance: X}}\n",
	} {
		if _, err := Parse("cxgap.yaml", []byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
