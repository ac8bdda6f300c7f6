package importers

import (
	"fmt"
	"strings"
	"testing"
)

// The weakest item has the scale of its neighbours, and a slip past it is asked about, also where every audience has some.
func TestNeighboursTellWhereAScaleEnds(t *testing.T) {
	clear := func(n int) (columns [][]string) {
		for i := range n {
			columns = append(columns, answersTo(fmt.Sprintf("Item %c", 'A'+i), 0, 20, 30, 40, 70, 60))
		}
		return columns
	}
	for name, test := range map[string]struct {
		column []string
		beside int
		want   string
	}{
		"nobody says 5":       {answersTo("Weakest", 0, 80, 80, 40, 20), 4, `scale 1..5 for 1 item, although nobody answered 5 here, though some did in "Item A", "Item B", "Item C", "Item D": "Weakest"`},
		"two tell nothing":    {answersTo("Weakest", 0, 80, 80, 40, 20), 2, "scale 1..4 for 1 item"},
		"a scale to 3":        {answersTo("Weakest", 0, 80, 80, 60), 4, "a scale of three points, or codes?"},
		"a rare 6":            {answersTo("Weakest", 0, 20, 30, 40, 70, 54, 6), 4, "6 of 220 answers are 6, one past the points to 5 that all others chose"},
		"no neighbours":       {answersTo("Weakest", 0, 20, 30, 40, 70, 54, 6), 2, "scale 1..6 for 1 item"},
		"a scale to 6":        {answersTo("Weakest", 0, 20, 30, 40, 50, 40, 40), 4, "scale 1..6 for 1 item"},
		"its wording says it": {answersTo("Weakest (1-4)", 0, 80, 80, 40, 20), 4, "scale 1..4 for 1 item"},
	} {
		export := ratedOnce(append(clear(test.beside), test.column)...)
		s, notices, err := drafted(t, "staff.csv", export, "customers.csv", export)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s: %q is not in\n%s", name, test.want, got)
		}
	}
	export := ratedOnce(append(clear(4), answersTo("Weakest", 0, 20, 30, 40, 70, 54, 6))...)
	if got := draftFileOf(t, "staff.csv", export, "customers.csv", export); !strings.Contains(got, `{column: Weakest, scale: 1..5, missing: {blank: ["6"]}}`) {
		t.Errorf("the line to accept has the 6:\n%s", got)
	}
}

// Of ten points hardly anybody chooses the lowest, so that the ratings of a battery begin anywhere in its lower half: its weakest item ends with the
// others all the same. What matters and how it is tell each other where they end.
func TestTheWeakestOfABatteryOfTenPointsEndsWithTheOthers(t *testing.T) {
	strong := func(header string) []string { return answersTo(header, 0, 0, 0, 0, 4, 6, 10, 14, 20, 12, 8) }
	weak := func(header string) []string { return answersTo(header, 0, 0, 0, 2, 5, 17, 20, 19, 9, 2) }
	for name, test := range map[string]struct {
		columns [][]string
		scale   string
	}{
		"of one kind":         {[][]string{strong("Delivery"), strong("Advice"), strong("Prices"), strong("Returns"), weak("App")}, "1..10"},
		"of two kinds":        {[][]string{strong("Delivery (importance)"), strong("Delivery (satisfaction)"), strong("Advice (importance)"), strong("Advice (satisfaction)"), weak("Prices (satisfaction)")}, "1..10"},
		"two others are few":  {[][]string{strong("Delivery"), strong("Advice"), weak("App")}, "1..9"},
		"others end at 9 too": {[][]string{strong("Delivery"), strong("Advice"), strong("Prices"), weak("Returns"), weak("App")}, "1..9"},
	} {
		in := inspectedText(t, ratedOnce(test.columns...))
		c := in.Columns[len(in.Columns)-1]
		if c.Scale != test.scale || test.scale == "1..10" && !strings.Contains(flagsOf(c), "nobody answered 10 here, though some did in ") {
			t.Errorf("%s: scale %s; %s", name, c.Scale, flagsOf(c))
		}
	}
}

// Numbers that fill a longer usual scale are its points, though hardly anybody chose them and the other questions end before.
func TestNumbersThatFillALongerScaleAreNoStrays(t *testing.T) {
	three := [][]string{answersTo("We listen", 0, 30, 40, 50, 40, 30), answersTo("We answer", 0, 20, 50, 40, 50, 30), answersTo("We care", 0, 30, 30, 60, 40, 30)}
	for header, test := range map[string]struct {
		counts []int
		scale  string
	}{
		"How much did we help you?":                    {[]int{120, 30, 20, 10, 6, 5, 3, 2, 2, 1, 1}, "0..10"},
		"How easy was it to return goods on 7 points":  {[]int{0, 50, 40, 50, 30, 20, 2, 2}, "1..7"},
		"How well did we help you?":                    {[]int{100, 30, 20, 10, 6, 5, 3, 2, 2, 0, 1}, "0..10"},
		"How pleasant was it to return goods to a van": {[]int{0, 50, 40, 50, 30, 20, 0, 1}, ""}, // a 7 alone
	} {
		in := inspectedText(t, ratedOnce(append(three, answersTo(header, test.counts...))...))
		c := in.Columns[3]
		if got := c.Scale; got != test.scale {
			t.Errorf("%s: %q, want %q; %s", header, got, test.scale, flagsOf(c))
		}
	}
}

// Each audience is offered a scale of its own where one of them has strays, and these stand under one key, as the message has them.
func TestStraysOfOneAudienceAreOfferedToIt(t *testing.T) {
	got := draftFileOf(t, "leadership.csv", ratedOnce(answersTo("How clear?", 0, 10, 20, 30, 26, 10, 0, 1, 1, 0, 2)),
		"staff.csv", ratedOnce(answersTo("How clear?", 0, 20, 20, 20, 20, 20)))
	for _, want := range []string{
		`performance: {leadership: {column: "How clear?", scale: 1..5, missing: {blank: ["7", "8", "10"]}}, staff: {column: "How clear?", scale: 1..5}}`,
		`performance: {leadership: {column: "How clear?", scale: 1..10}, staff: {column: "How clear?", scale: 1..5}}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}
