package importers

import (
	"strings"
	"testing"
)

// itemsUpTo are so many items of a list, each of whose answers run from 1 to an end.
func itemsUpTo(n, end int) (columns [][]string) {
	for i := range n {
		times := make([]int, end+1)
		for x := 1; x <= end; x++ {
			times[x] = 2 + (i+x)%3
		}
		columns = append(columns, answersTo("Tool "+string(rune('A'+i)), times...))
	}
	return columns
}

// An item that shows too little of its scale has that of the run in which it stands, and one that shows another has its own.
func TestItemsHaveTheScaleOfTheirRun(t *testing.T) {
	for name, test := range map[string]struct {
		end  int
		item []string
		want string
	}{
		"up to 2 among 1 to 5":        {5, answersTo("Klaxon", 0, 9, 6), `1..5: scale assumed: nobody answered 5 here, though some did in "Tool A"`},
		"up to 3 among 1 to 5":        {5, answersTo("Klaxon", 0, 9, 1, 6), "1..5"},
		"up to 3 among 1 to 10":       {10, answersTo("Klaxon", 0, 9, 1, 6), "1..10"},
		"up to 9 among 1 to 10":       {10, answersTo("Klaxon", 0, 1, 1, 2, 1, 2, 3, 2, 2, 1), "1..10"},
		"often up to 3":               {5, answersTo("Klaxon", 0, 60, 40, 50), ": no scale: 150 answers from 1 to 3"},
		"a full scale of four points": {5, answersTo("Klaxon", 0, 9, 6, 8, 9), "1..5"}, // which its neighbours tell
	} {
		columns := itemsUpTo(8, test.end)
		columns = append(columns[:4], append([][]string{test.item}, columns[4:]...)...)
		c := inspectedText(t, ratedOnce(columns...)).Columns[4]
		if got := c.Scale + ": " + flagsOf(c); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, test.want)
		}
	}
}

// Where the run does not agree, or is broken, nothing is told.
func TestRunsThatTellNothing(t *testing.T) {
	item := answersTo("Klaxon", 0, 9, 6)
	two := append(append(itemsUpTo(4, 5), item), itemsUpTo(4, 7)...)
	for i, c := range two[5:] {
		c[0] = "Plan " + string(rune('A'+i))
	}
	broken := append(itemsUpTo(4, 5), inWords("Branch", []string{"North", "South"}), item)
	nines := itemsUpTo(8, 10)
	for _, name := range []string{"Klaxon", "Klaxon 2", "Klaxon 3"} {
		nines = append(nines, answersTo(name, 0, 30, 30, 30, 30, 30, 30, 30, 30, 30))
	}
	for name, test := range map[string]struct {
		columns [][]string
		want    string
	}{
		"two scales": {two, "1..4"}, "words between": {broken, "1..4"}, "often 9, and never 10": {nines, "1..9"},
	} {
		for _, c := range inspectedText(t, ratedOnce(test.columns...)).Columns {
			if c.ID == "Klaxon" && c.Scale != test.want {
				t.Errorf("%s: %s, want %s", name, c.Scale, test.want)
			}
		}
	}
}

// A 0 that stands in few of many items from 1 to 10, and seldom, is asked about; where people gave it as they give a 1, it is a point.
func TestZerosOfARun(t *testing.T) {
	columns := itemsUpTo(9, 10)
	rare := append(columns, answersTo("Klaxon", 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2))
	c := inspectedText(t, ratedOnce(rare...)).Columns[9]
	if want := `no scale: 1 of 21 answers is 0, outside the points 1 to 10 that all others chose`; !strings.Contains(flagsOf(c), want) {
		t.Errorf("%s %s: %s", c.Kind, c.Scale, flagsOf(c))
	}
	file := draftFileOf(t, "customers.csv", ratedOnce(rare...))
	if want := `#  klaxon: {label: Klaxon, performance: {customers: {column: Klaxon, scale: 1..10`; !strings.Contains(file, want) {
		t.Errorf("%s is not in\n%s", want, file)
	}
	for _, c := range columns[:3] {
		c[1] = "0"
	}
	columns[3] = append(columns[3], "0", "0", "0", "0", "0")
	if c := inspectedText(t, ratedOnce(columns...)).Columns[3]; c.Scale != "0..10" {
		t.Errorf("a point of many: %s: %s", c.Scale, flagsOf(c))
	}
}
