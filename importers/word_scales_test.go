package importers

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Scales in words that questionnaires are known for are read whole, in their order, whatever order their answers come in.
func TestKnownScalesInWords(t *testing.T) {
	text, err := os.ReadFile("testdata/word_scales.txt")
	if err != nil {
		t.Fatal(err)
	}
	source := rand.New(rand.NewPCG(5, 6))
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		head, scale, _ := strings.Cut(line, ": ")
		language, name, _ := strings.Cut(head, " ")
		labels := strings.Split(scale, " < ")
		for range 3 {
			a := newAnswersSeen()
			for _, k := range source.Perm(len(labels)) {
				a.words[labels[k]] = 20 + k
			}
			r := scaleOf(a, nil)
			if got := strings.Join(r.scale.Labels, " < "); got != scale || r.remark != "" {
				t.Errorf("%s: got %s (%s)", line, got, r.remark)
				break
			}
			if want := name + " (" + language + ")"; r.family != want && !strings.Contains(scale, "mportan") { // in three languages alike
				t.Errorf("%s: read as %s", line, r.family)
				break
			}
		}
	}
}

// No two families of a language have two answers in opposite orders: which of them was meant would then decide who is content.
func TestFamiliesAgreeOnOrder(t *testing.T) {
	families := slices.Clone(lexicon.WordFamilies())
	for _, of := range lexicon.Adjectives() {
		families = append(families, of.Families()...)
	}
	checked := 0
	for i, f := range families {
		for _, g := range families[:i] {
			if f.Language != g.Language {
				continue
			}
			type place struct{ inF, inG int }
			var shared []place
			var names []string
			for label, at := range f.At {
				if other, both := g.At[label]; both {
					shared, names = append(shared, place{at, other}), append(names, label)
				}
			}
			for k, a := range shared {
				for l, b := range shared[:k] {
					checked++
					if (a.inF-b.inF)*(a.inG-b.inG) < 0 {
						t.Errorf("%s and %s order %q and %q otherwise", f, g, names[k], names[l])
					}
				}
			}
		}
	}
	if checked < 1000 {
		t.Errorf("this tests nothing: %d pairs", checked)
	}
}

// Degrees of an adjective of which nobody knows whether more is better make no scale, nor do yes and no, nor degrees of several adjectives.
func TestDegreesThatAreNoScale(t *testing.T) {
	for _, labels := range []string{
		"Not at all expensive|Somewhat expensive|Very expensive", "gar nicht stressig|wenig stressig|sehr stressig", "Ja|Nein", "Yes|No", "Oui|Non", "No|Yes, definitely",
		"Very helpful|Not so helpful|Very clear", "Nein|Eher nein|Ja",
	} {
		if found := lexicon.Fit(strings.Split(labels, "|")); found != nil {
			t.Errorf("%s: %s %v", labels, found.Family, found.Labels)
		}
	}
}

// In Switzerland ß is written ss, in headers as in cells.
func TestSwissSpelling(t *testing.T) {
	for _, labels := range []string{"Stimme grösstenteils zu|Stimme nicht zu|Stimme eher nicht zu", "mittelmässig zufrieden|sehr zufrieden|unzufrieden", "äusserst wahrscheinlich|unwahrscheinlich|wahrscheinlich"} {
		if lexicon.Fit(strings.Split(labels, "|")) == nil {
			t.Errorf("%s: no family", labels)
		}
	}
	for words, want := range map[string]int{"äusserst langsam": -1, "äußerst schnell": 1} {
		if got := lexicon.Leaning(lexicon.Normalise(words)); got != want {
			t.Errorf("%s leans to %d", words, got)
		}
	}
	if low, high := lexicon.End("äusserst unhöflich"), lexicon.End("äußerst höflich"); low != -1 || high != 1 {
		t.Errorf("äusserst is no end: %d, %d", low, high)
	}
	if !lexicon.MeansDontKnow("weiss nicht") || !lexicon.MeansDontKnow("Weiß ich nicht") {
		t.Error("weiss nicht is an answer")
	}
	if !asksOfTheWhole(Column{Text: "Wie zufrieden sind Sie im Grossen und Ganzen?"}) || !asksOfTheWhole(Column{Text: "Wie zufrieden sind Sie im Großen und Ganzen?"}) {
		t.Error("im Grossen und Ganzen does not ask of the whole")
	}
}
