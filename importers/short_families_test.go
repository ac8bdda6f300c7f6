package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// A short form has its longer family, and is of its language.
func TestShortFamiliesHaveALongerOne(t *testing.T) {
	for _, f := range lexicon.WordFamilies() {
		switch {
		case f.Short && f.Full == nil:
			t.Errorf("%s of %d points (%s …) is no form of a longer family", f, len(f.Points), f.Points[0][0])
		case f.Short && len(f.Full.Points) <= len(f.Points):
			t.Errorf("%s of %d points is a form of one of %d", f, len(f.Points), len(f.Full.Points))
		}
	}
}

// Many answers show which points were offered; few leave it open, and both are said.
func TestPointsInTheMiddleThatNobodyChose(t *testing.T) {
	for name, test := range map[string]struct {
		labels       string
		times        int // how often each label was answered
		want, remark string
	}{
		"a short form":       {"Never|Rarely|Often|Always", 20, "Never < Rarely < Often < Always", ""},
		"of few answers":     {"Never|Rarely|Often|Always", 5, "Never < Rarely < Sometimes < Often < Always", `nobody answered "Sometimes"`},
		"in Italian":         {"Per niente|Poco|Abbastanza|Molto", 20, "Per niente < Poco < Abbastanza < Molto", ""},
		"in Portuguese":      {"Nunca|Raramente|Frequentemente|Sempre", 20, "Nunca < Raramente < Frequentemente < Sempre", ""},
		"in German":          {"schlecht|mittelmäßig|gut", 20, "schlecht < mittelmäßig < gut", ""},
		"in French":          {"jamais|rarement|souvent|toujours", 20, "jamais < rarement < souvent < toujours", ""},
		"in Spanish":         {"nada|poco|bastante|mucho", 20, "nada < poco < bastante < mucho", ""},
		"in Dutch":           {"nooit|zelden|vaak|altijd", 20, "nooit < zelden < vaak < altijd", ""},
		"three points":       {"Bad|OK|Good", 20, "Bad < OK < Good", ""},
		"a hole of no form":  {"Very true|Not at all true|Somewhat true", 30, "Not at all true < Somewhat true < Very true < Completely true", `nobody of 90 answered "Slightly true", which is taken for not offered, and nobody answered "Completely true"`},
		"a form from before": {"Rarely|Sometimes|Often|Always", 30, "Rarely < Sometimes < Often < Always", ""},
		"and a hole":         {"Rarely|Often|Always", 30, "Never < Rarely < Often < Always", `nobody answered "Never"`},
	} {
		a := newAnswersSeen()
		for _, label := range strings.Split(test.labels, "|") {
			a.words[label] = test.times
		}
		if r := scaleOf(a, nil); strings.Join(r.scale.Labels, " < ") != test.want || r.remark != test.remark {
			t.Errorf("%s:\ngot  %s (%s)\nwant %s (%s)", name, strings.Join(r.scale.Labels, " < "), r.remark, test.want, test.remark)
		}
	}
}

// What the answers leave open is asked about with the line of the other form.
func TestDraftFileOffersTheOtherForm(t *testing.T) {
	words := []string{"How often do we answer?"}
	for range 4 {
		words = append(words, "Never", "Rarely", "Often", "Always")
	}
	export := ratedOnce(words, answersTo("How clear?", 0, 9, 9, 9, 9, 9))
	got := draftFileOf(t, "staff.csv", export, "customers.csv", export)
	if want := `# ? performance: {staff: {column: "How often do we answer?", scale: [Never, Rarely, Sometimes, Often, Always]}`; !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
}
