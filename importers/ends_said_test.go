package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// The words of both ends of a scale are read in its question; those of one end, and of numbers that are no ends, are not enough.
func TestWordsOfEnds(t *testing.T) {
	seven := study.NewScale(1, 7)
	for text, want := range map[string][2]string{
		"How far do you agree? (1 = not at all, 7 = fully) [Clean wards]":    {"not at all", "fully"},
		"How good is it? (1 = very poor, 5 = very good)":                     {"", ""},
		"How far do you agree?":                                              {"", ""},
		"How satisfied are you (7 = very satisfied)?":                        {"", ""},
		"Wie zufrieden sind Sie? (1 = sehr unzufrieden, 7 = sehr zufrieden)": {"sehr unzufrieden", "sehr zufrieden"},
	} {
		if low, high := wordsAt(lexicon.LegendOf(text), seven); low != want[0] || high != want[1] {
			t.Errorf("%q: %q and %q, want %q", text, low, high, want)
		}
	}
}

// Ends are given as figures are: those of a reversed column change places.
func TestEndsOfReversedColumns(t *testing.T) {
	c := study.Column{Scale: study.NewScale(1, 6), LowWords: "sehr gut", HighWords: "ungenügend", Reversed: true}
	if low, high := c.EndWords(); low != "ungenügend" || high != "sehr gut" {
		t.Errorf("%q, %q", low, high)
	}
	c = study.Column{Scale: study.LabelScale([]string{"bad", "fair", "good"})}
	if low, high := c.EndWords(); low != "bad" || high != "good" {
		t.Errorf("%q, %q", low, high)
	}
}

// Words of what people think at the ends of numbers make a rating of them whatever their heading says; words for how often tell of facts too.
func TestOpinionsAtTheEndsOfNumbers(t *testing.T) {
	for header, test := range map[string]struct {
		high string
		kind study.ColumnKind
	}{
		"Q7_num": {"5 = Strongly agree", study.AnchoredColumn}, "Anzahl_lief": {"5 (sehr zufrieden)", study.AnchoredColumn}, "Note_num": {"5 - Très bon", study.AnchoredColumn},
		"Number of visits": {"5 = always", study.SingleColumn}, "How many days do you order": {"5 = daily", study.SingleColumn},
	} {
		c := inspectedText(t, ratedOnce(append(answersTo(header, 0, 0, 4, 19, 39), strings.Split(strings.Repeat(test.high+"\n", 20), "\n")[:20]...))).Columns[0]
		if c.Kind != test.kind {
			t.Errorf("%s with %s is %s, want %s: %s", header, test.high, c.Kind, test.kind, flagsOf(c))
		}
	}
}
