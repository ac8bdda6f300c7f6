package importers

import "testing"

// Two ends that the same others lend are said once.
func TestTwoDoubts(t *testing.T) {
	const others = `here, though some did in "A", "B"`
	for _, c := range [][3]string{
		{"nobody answered 1 " + others, "nobody answered 5 " + others, "nobody answered 1 or 5 " + others},
		{"nobody answered 1 " + others, `nobody answered 5 here, though some did in "C"`, "nobody answered 1 " + others + `, and nobody answered 5 here, though some did in "C"`},
		{"nobody answered 1", "nobody answered 5 " + others, "nobody answered 1, and nobody answered 5 " + others},
		{"", "nobody answered 5 " + others, "nobody answered 5 " + others},
	} {
		if got := bothWhy(c[0], c[1]); got != c[2] {
			t.Errorf("got %s, want %s", got, c[2])
		}
	}
}
