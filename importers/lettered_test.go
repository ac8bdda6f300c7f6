package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Letters that the heading explains are read on the scale that it explains, whichever of them somebody chose; others are groups.
func TestLettersThatTheHeadingExplains(t *testing.T) {
	letters := []string{"N", "S", "A"}
	export := ratedOnce(inWords(`"How often do we help (N- Never S- Sometimes A- Always) [Orders]"`, letters), inWords(`"How often do we help (N- Never S- Sometimes A- Always) [Returns]"`, letters[1:]),
		inWords("Which shift (N - Night; S - Spring; A - Autumn)?", letters), inWords("Which code?", letters))
	in := inspectedText(t, export)
	for i, want := range []string{"Never < Sometimes < Always", "Never < Sometimes < Always", "single: ", "single: "} {
		if got := scaleShown(in.Columns[i]); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", in.Columns[i].Question, got, want)
		}
	}
	s, notices, err := drafted(t, "staff.csv", export, "customers.csv", export)
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); len(s.Items) != 2 || !strings.Contains(got, `frequency (en): Never < Sometimes < Always, "A" = 3, "N" = 1, "S" = 2`) {
		t.Errorf("%d items:\n%s", len(s.Items), got)
	}
	if _, err := study.Parse("cxgap.yaml", []byte(draftFileOf(t, "customers.csv", export))); err != nil {
		t.Error(err)
	}
}

// What is offered of answers in letters can be read as it stands.
func TestLettersOffered(t *testing.T) {
	export := ratedOnce(inWords(`"How often are we late (N - Never, S - Sometimes, A - Always)"`, []string{"N", "S", "A"}), inWords(`"How often do we help (N - Never, S - Sometimes, A - Always)"`, []string{"N", "S", "A"}))
	draft := draftFileOf(t, "customers.csv", export)
	const want = `scale: [Never, Sometimes, Always], codes: {A: 3, "N": 1, S: 2}`
	if !strings.Contains(draft, `label: "How often are we late (N - Never, S - Sometimes, A - Always)"`) || strings.Count(draft, want) < 2 {
		t.Errorf("not twice %s in\n%s", want, draft)
	}
}

// Explanations of letters are found in their forms, and nothing else is taken for one.
func TestLettersExplained(t *testing.T) {
	for heading, want := range map[string]string{
		"We answer (SD = Strongly disagree, D = Disagree, N = Neutral, A = Agree, SA = Strongly agree)": "Strongly agree",
		"Do we answer? [sa: strongly agree; d: disagree]":                                               "strongly agree",
		"Do we answer (e-mail - often, by phone - never)?":                                              "",
		"Do we answer (A - Anna, B - Bert)?":                                                            "",
		"Do we answer (A - Never, A - Always)?":                                                         "",
	} {
		if got := lexicon.LettersIn(heading)["sa"]; got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
}
