package report

import (
	"slices"
	"testing"
)

// A value, its interval and its base are one stretch; what is of another figure stands alone.
func TestIntervalAndBaseStandTogether(t *testing.T) {
	got := together([]htmlSaid{
		{Text: "falls "},
		{Text: "2.0 points", Figure: "a", Anchor: "figure-a"},
		{Text: " ("},
		{Text: "95 % CI 1.0 to 2.9", Figure: "a"},
		{Text: "; "},
		{Text: "n 12", Figure: "a"},
		{Text: "; "},
		{Text: "n 9", Figure: "b"},
		{Text: ", "},
		{Text: "3 %", Figure: "b"},
		{Text: " of all; "},
		{Text: "n 8", Figure: "b"},
		{Text: ")"},
	})
	want := []htmlSaid{
		{Text: "falls "},
		{Text: "2.0 points", Figure: "a", Anchor: "figure-a", Behind: " (95 % CI 1.0 to 2.9; n 12"},
		{Text: "; "},
		{Text: "n 9, 3 %", Figure: "b"},
		{Text: " of all; "},
		{Text: "n 8", Figure: "b"},
		{Text: ")"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
