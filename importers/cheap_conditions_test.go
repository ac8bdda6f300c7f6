package importers

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// What a pattern takes for granted before it is asked stands in all texts that it matches.
func TestConditionsBeforePatterns(t *testing.T) {
	for name, test := range map[string]struct {
		pattern *regexp.Regexp
		known   func(text string) bool
	}{
		"name of a role":    {nameOfRole(), asksByName},
		"question for one":  {asksForName(), asksByName},
		"tag of an id":      {idTag(), func(text string) bool { return numbersByName(Column{ID: text, Text: text}) }},
		"kind before":       {cutKindBefore(), func(text string) bool { _, kind := partCutKind(text); return kind != "" }},
		"kind behind":       {cutKindBehind(), func(text string) bool { _, kind := partCutKind(text); return kind != "" }},
		"counted stars":     {countedStars(), isWritten},
		"so many of others": {pointOutOf(), func(text string) bool { p, _ := readWritten(text); return p.form == outOf }},
		"percentage":        {percentage(), func(text string) bool { p, _ := readWritten(text); return p.form == percent }},
	} {
		t.Run(name, func(t *testing.T) {
			// A long s is one in a pattern that does not look at case, and in no table.
			texts := rapid.StringMatching(test.pattern.String()).Filter(func(text string) bool { return len(text) < 40 && !strings.ContainsRune(text, 'ſ') })
			rapid.Check(t, func(t *rapid.T) {
				if text := texts.Draw(t, "text"); !test.known(text) {
					t.Errorf("%q (%q) is not known", text, lexicon.Normalise(text))
				}
			})
		})
	}
}

func isWritten(text string) bool { _, is := readWritten(text); return is }

// The names of rows are of one piece with a digit near their beginning.
func TestNamesRow(t *testing.T) {
	for text, want := range map[string]bool{
		"A17": true, "r-0003": true, "R_3nX9": true, "4711-B": true, "é#1": true, "abcdefghijkl1": true, "abcdefghijklm1": false, "7": true,
		"": false, "A": false, "A 17": false, "17%": false, "１": false, "a@1": false, "(1)": false,
	} {
		if got := namesRow(text); got != want {
			t.Errorf("namesRow(%q) = %v", text, got)
		}
	}
}

// A cell is numeric if it is blank or a number, however it is told.
func TestNumeric(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " ": true, "7": true, " 0042 ": true, "4.5": true, "-1": true, "'7": true, strings.Repeat("9", 200): true,
		"7a": false, "4,5": false, "1 2": false, "seven": false, strings.Repeat("9", 400): false,
	} {
		if got := numeric(text); got != want {
			t.Errorf("numeric(%.10q) = %v", text, got)
		}
	}
}
