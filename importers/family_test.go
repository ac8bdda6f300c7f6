package importers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

func TestFit(t *testing.T) {
	for _, test := range []struct {
		labels string // in any order
		want   string // family: labels from low to high; empty: none
	}{
		{"Agree|Strongly agree|Neutral|Disagree|Strongly disagree", "agreement (en): Strongly disagree < Disagree < Neutral < Agree < Strongly agree"},
		{"Strongly agree|Agree|Disagree|Strongly disagree", "agreement (en): Strongly disagree < Disagree < Agree < Strongly agree"},
		{"agree|slightly agree|disagree|strongly disagree|slightly disagree|strongly agree|neither agree nor disagree", "agreement (en): strongly disagree < disagree < slightly disagree < neither agree nor disagree < slightly agree < agree < strongly agree"},
		{"5 - Very satisfied|1 - Very dissatisfied|3 - Neutral", "satisfaction (en): 1 - Very dissatisfied < 2 - Dissatisfied < 3 - Neutral < 4 - Satisfied < 5 - Very satisfied"},
		{"Trifft voll und ganz zu|Trifft eher zu|teils/teils|trifft eher nicht zu|Trifft überhaupt nicht zu", "agreement (de): Trifft überhaupt nicht zu < trifft eher nicht zu < teils/teils < Trifft eher zu < Trifft voll und ganz zu"},
		{"Sehr wichtig|Überhaupt nicht wichtig|Wichtig|Weniger wichtig|Mittelmäßig wichtig", "importance (de): Überhaupt nicht wichtig < Weniger wichtig < Mittelmäßig wichtig < Wichtig < Sehr wichtig"},
		{"Très satisfait(e)|Plutôt satisfait(e)|Plutôt insatisfait(e)|Très insatisfait(e)", "satisfaction (fr): Très insatisfait(e) < Plutôt insatisfait(e) < Plutôt satisfait(e) < Très satisfait(e)"},
		{"Pas d’accord|D’accord|Tout à fait d’accord|Pas du tout d’accord|Neutre", "agreement (fr): Pas du tout d’accord < Pas d’accord < Neutre < D’accord < Tout à fait d’accord"},
		{"Muy satisfecha|Satisfecha|Insatisfecha|Muy insatisfecha|Neutral", "satisfaction (es): Muy insatisfecha < Insatisfecha < Neutral < Satisfecha < Muy satisfecha"},
		{"Nunca|Siempre|A veces|Casi nunca|Casi siempre", "frequency (es): Nunca < Casi nunca < A veces < Casi siempre < Siempre"},
		{"Concordo totalmente|Discordo|Concordo|Discordo totalmente|Nem concordo nem discordo", "agreement (pt): Discordo totalmente < Discordo < Nem concordo nem discordo < Concordo < Concordo totalmente"},
		{"Molto soddisfatto/a|Soddisfatto/a|Insoddisfatto/a|Molto insoddisfatto/a", "satisfaction (it): Molto insoddisfatto/a < Insoddisfatto/a < Soddisfatto/a < Molto soddisfatto/a"},
		{"Helemaal mee eens|Mee oneens|Neutraal|Mee eens|Helemaal mee oneens", "agreement (nl): Helemaal mee oneens < Mee oneens < Neutraal < Mee eens < Helemaal mee eens"},
		{"Heel tevreden|Tevreden|Ontevreden|Heel ontevreden", "satisfaction (nl): Heel ontevreden < Ontevreden < Tevreden < Heel tevreden"},
		{"Yes|No", ""},
		{"Neutral", ""},
		{"Agree|Strongly agree|Kubernetes", ""},
		{"disagree|somewhat disagree|mostly disagree", ""}, // three names for two points
	} {
		got := ""
		if found := lexicon.Fit(strings.Split(test.labels, "|")); found != nil {
			got = found.Family.String() + ": " + strings.Join(found.Labels, " < ")
		}
		if got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.labels, got, test.want)
		}
	}
}

// A spelling that stands at two points of one scale would make its order a matter of chance.
func TestFamiliesAreUnambiguous(t *testing.T) {
	languages := map[string]bool{}
	for _, f := range lexicon.WordFamilies() {
		languages[f.Language] = true
		if len(f.Points) < 3 {
			t.Errorf("%s has %d points", f, len(f.Points))
		}
		seen := map[string]int{}
		for i, point := range f.Points {
			for _, spelling := range point {
				if at, twice := seen[spelling]; twice && at != i {
					t.Errorf("%s: %q is point %d and point %d", f, spelling, at+1, i+1)
				}
				seen[spelling] = i
			}
		}
	}
	if len(languages) != 7 {
		t.Errorf("got %d languages, want 7", len(languages))
	}
}

func TestAnchoredScale(t *testing.T) {
	answers := func(cells string) *answersSeen {
		seen := &seenCells{}
		for _, cell := range strings.Split(cells, "|") {
			seen.add(cell)
		}
		a := newAnswersSeen()
		a.sort(seen)
		return a
	}
	for _, test := range []struct{ cells, want, remark string }{
		{"Strongly agree|9|8|7|5|2|Strongly disagree|N/A", `1..10, "Strongly agree" = 10, "Strongly disagree" = 1`, ""},
		{"Extremely likely|9|8|1|Not at all likely", `0..10, "Extremely likely" = 10, "Not at all likely" = 0`, ""},
		{"Strongly agree|9|8|7|5|2", `1..10, "Strongly agree" = 10`, "nobody answered 1"},
		{"Fantastic|9|8|7|6|Neutral", "", `"Neutral" is neither the high nor the low end of a known scale`},
		{"Strongly agree|7|6|5|Strongly disagree", "", `"Strongly agree" would be 8, and no usual scale ends there (cells from 4 to 8)`},
		{"9|8|7|6|2|No", "", `"No" is neither the high nor the low end of a known scale`},
		{"9|8|3 developers|two|many", "", `some answers are numbers and some words: "3 developers"`},
	} {
		r := scaleOf(answers(test.cells), nil)
		got := ""
		if r.scale.Defined() {
			got = r.words()
		}
		if got != test.want || r.remark != test.remark {
			t.Errorf("%s:\ngot  %s (%s)\nwant %s (%s)", test.cells, got, r.remark, test.want, test.remark)
		}
	}
}

// "trifft nicht zu" is a don't know beside numbers and the low end beside its family.
func TestLabelsBeforeDontKnow(t *testing.T) {
	seen := &seenCells{}
	for _, cell := range []string{"trifft nicht zu", "trifft eher zu", "trifft zu", "weiß nicht", "trifft eher nicht zu"} {
		seen.add(cell)
	}
	a := newAnswersSeen()
	a.sort(seen)
	r := scaleOf(a, nil)
	if len(r.scale.Labels) != 4 || a.dontKnow["trifft nicht zu"] != 0 || a.dontKnow["weiß nicht"] != 1 {
		t.Errorf("got labels %q, don't know %v", r.scale.Labels, a.dontKnow)
	}
}

func TestSuspectCodes(t *testing.T) {
	column := func(counts map[float64]int) *answersSeen {
		a := newAnswersSeen()
		a.numbers = counts
		return a
	}
	for _, test := range []struct {
		name   string
		counts map[float64]int
		texts  []string
		want   string
	}{
		{"a hole", map[float64]int{1: 9, 2: 12, 3: 40, 4: 30, 6: 20}, nil, "no cell is 5, though its neighbours are frequent"},
		{"a hole of two points", map[float64]int{1: 9, 2: 12, 3: 40, 6: 30, 7: 20}, nil, "no cell is 4, though its neighbours are frequent"},
		{"a hole of two points in the middle", map[float64]int{1: 9, 2: 12, 5: 30, 6: 20}, nil, "no cell is 3, though its neighbours are frequent"},
		{"a hole of three points beside a rare one", map[float64]int{1: 9, 2: 3, 6: 10, 7: 20}, nil, ""},
		{"what people leave out of a long scale", map[float64]int{0: 12, 3: 9, 5: 20, 6: 20, 7: 30, 8: 50, 9: 30, 10: 40}, nil, "no cell is 4, though its neighbours are frequent"},
		{"what people leave out beside the end of a long scale", map[float64]int{0: 12, 3: 9, 4: 9, 5: 20, 6: 20, 7: 30, 8: 50, 9: 30, 10: 40}, nil, ""},
		{"a rare neighbour", map[float64]int{1: 9, 2: 12, 3: 40, 4: 2, 6: 3}, nil, ""},
		{"a hole before a rare end", map[float64]int{1: 2, 2: 5, 3: 1, 4: 3, 6: 3}, nil, "no cell is 5, and few scales end at 6"},
		{"a hole that chance may leave", map[float64]int{1: 1, 2: 5, 3: 4, 4: 2, 6: 2}, nil, ""},
		{"a hole before a rare end that the question names", map[float64]int{1: 2, 2: 5, 3: 1, 4: 3, 6: 3}, []string{"How good (1-6)?"}, ""},
		{"school grades", map[float64]int{1: 2, 2: 5, 3: 1, 4: 3, 6: 3}, []string{"Bitte geben Sie eine Schulnote"}, ""},
		{"seven points of eight", map[float64]int{1: 2, 2: 3, 3: 1, 4: 3, 5: 4, 7: 3, 8: 3}, nil, "no cell is 6, and few scales end at 8"},
		{"fourteen answers on 1 to 10", map[float64]int{3: 1, 5: 2, 6: 1, 7: 3, 8: 4, 10: 3}, nil, ""},
		{"fourteen answers on 0 to 10", map[float64]int{0: 1, 4: 1, 5: 2, 6: 1, 7: 3, 8: 3, 10: 3}, nil, ""},
		{"fourteen answers on 1 to 5", map[float64]int{1: 2, 2: 4, 4: 5, 5: 3}, nil, ""},
		{"tens of a slider", map[float64]int{0: 90, 10: 20, 20: 30, 100: 40}, nil, ""},
		{"eleven", map[float64]int{1: 3, 8: 9, 9: 9, 10: 20, 11: 30}, nil, "the cells run to 11, one past a scale of 0 to 10"},
		{"eleven of all points from 0 on and few", map[float64]int{0: 1, 1: 1, 2: 1, 3: 8, 4: 6, 5: 17, 6: 17, 7: 25, 8: 26, 9: 17, 10: 22, 11: 9}, nil, ""},
		{"eleven and many of it", map[float64]int{0: 1, 1: 1, 2: 1, 3: 3, 4: 3, 5: 3, 6: 3, 7: 3, 8: 3, 9: 4, 10: 5, 11: 20}, nil, "the cells run to 11, one past a scale of 0 to 10"},
		{"eleven and no zero", map[float64]int{1: 1, 2: 1, 3: 8, 4: 6, 5: 17, 6: 17, 7: 25, 8: 26, 9: 17, 10: 22, 11: 9}, nil, "the cells run to 11, one past a scale of 0 to 10"},
		{"one past the named end", map[float64]int{2: 3, 3: 9, 4: 9, 5: 20, 6: 30}, []string{"How good? (1 - bad, 5 - good)"}, "the cells run to 6, one past the scale 1 to 5 that the question names"},
		{"one past an end that is named alone", map[float64]int{1: 3, 2: 3, 3: 9, 4: 9, 5: 20, 6: 30}, []string{"How would you rate us out of 5?"}, "the cells run to 6, one past the 5 that the question names as the highest"},
		{"one past it in French", map[float64]int{1: 3, 2: 3, 3: 9, 4: 9, 5: 20, 6: 30}, []string{"Votre note sur 5"}, "the cells run to 6, one past the 5 that the question names as the highest"},
		{"what five years have to do with it", map[float64]int{1: 3, 2: 3, 3: 9, 4: 9, 5: 20, 6: 30}, []string{"Votre avis sur 5 ans de service"}, ""},
		{"branches of a firm", map[float64]int{1: 3, 2: 3, 3: 9, 4: 9, 5: 20, 6: 30}, []string{"How good are 3 out of 5 branches?"}, ""},
		{"one past it in German", map[float64]int{1: 3, 2: 3, 3: 9, 4: 9, 5: 20, 6: 30}, []string{"Wie viele von 5 Punkten geben Sie uns?", "Note (/5)", "Stelle su 5"}, "the cells run to 6, one past the 5 that the question names as the highest"},
		{"a slip beside an end that is named alone", map[float64]int{1: 30, 2: 30, 3: 40, 4: 40, 5: 40, 6: 1}, []string{"How would you rate us out of 5?"}, ""},
		{"a whole scale", map[float64]int{1: 3, 2: 9, 3: 9, 4: 20, 5: 30}, nil, ""},
	} {
		if got := suspectCodes(column(test.counts), headings(test.texts...)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// The rows of a matrix are judged alike, by the answers to all of them: few leaders and a hole in each row make many around it.
func TestCodesOfAMatrix(t *testing.T) {
	matrix := inspectedText(t, "id,Agree [We listen],Agree [We answer],Agree [We help],How good?,Rate us: 1-5 [Price],Rate us: 1-5 [Speed]\n"+
		"1,4,2,1,4,5,5\n2,6,3,2,5,6,4\n3,1,4,3,1,6,3\n4,2,6,4,2,3,2\n5,3,1,6,2,4,2\n6,2,2,2,4,2,3\n7,4,4,4,4,2,4\n8,2,2,3,1,3,5\n9,1,1,1,2,4,5\n10,4,4,2,5,5,5\n")
	want := []string{
		"", "no cell is 5, and few scales end at 6", "no cell is 5, and few scales end at 6", "no cell is 5, and few scales end at 6", "",
		"the cells run to 6, one past the scale 1 to 5 that the question names", "the cells run to 6, one past the scale 1 to 5 that the question names",
	}
	for i, c := range matrix.Columns {
		got := ""
		for _, f := range c.Flags {
			if f.Code == "codes" {
				got, _, _ = strings.Cut(strings.TrimPrefix(f.Message, "codes? "), ";")
			}
		}
		if got != want[i] {
			t.Errorf("%s: %q, want %q", c.ID, got, want[i])
		}
		if c.Kind.Rates() != (i == 4) {
			t.Errorf("%s is %s", c.ID, c.Kind)
		}
	}
}

// Codes count from 1 what a question counts from 0 (FORMATS 0.8): one past the end that its words name, in whatever language. What stays
// within is answered on that scale, also where somebody answered 0; without words nobody knows what 0 is.
func TestScalesNamedFromZero(t *testing.T) {
	from := func(low, high float64) *answersSeen {
		a := newAnswersSeen()
		for x := low; x <= high; x++ {
			a.numbers[x] = 30
		}
		return a
	}
	for _, test := range []struct {
		text string
		high float64
	}{
		{"Please score us from 0 to 5", 5},
		{"Give us 0 to 5 points", 5},
		{"Score (0-5)", 5},
		{"Score (0–5)", 5},
		{"How good are we, between 0 and 5?", 5},
		{"Score: 0 = bad, 5 = good", 5},
		{"Wie gut sind wir (0 bis 5)?", 5},
		{"Wie gut sind wir, zwischen 0 und 4?", 4},
		{"Notez-nous de 0 à 5", 5},
		{"Valore de 0 a 5", 5},
		{"Valuti da 0 a 6", 6},
		{"Hoe goed (0 tot 4)?", 4},
		{"Rate (0-6)", 6},
	} {
		texts := headings(test.text)
		if got := scaleOf(from(0, test.high), texts).scale; !got.Same(study.NewScale(0, test.high)) {
			t.Errorf("%q with answers from 0 to %g: scale %s", test.text, test.high, got)
		}
		if why := suspectCodes(from(0, test.high), texts); why != "" {
			t.Errorf("%q: %s", test.text, why)
		}
		want := fmt.Sprintf("the cells run to %g, one past the scale 0 to %g that the question names", test.high+1, test.high)
		if got := suspectCodes(from(1, test.high+1), texts); got != want {
			t.Errorf("%q with cells from 1: %q, want %q", test.text, got, want)
		}
	}
	for _, text := range []string{"How good is the care for children aged 0-5?", "How good are we, after 0-5 years with us?", "How good are we (0 = do not use it, 5 = good)?", "Wie gut (Kinder 0 bis 5)?"} {
		if low, high, named := lexicon.NamedEnds(headings(text)); named && low == 0 && high == 5 {
			t.Errorf("%q names a scale from 0 to 5", text)
		}
	}
}

// Every spelling of the tables is found as labels of files are compared, at its own point, and none stands there in two orders of its words.
func TestFamiliesAreSpelledPlainly(t *testing.T) {
	all := slices.Clone(lexicon.WordFamilies())
	for _, a := range lexicon.Adjectives() {
		all = append(all, a.Degrees()...)
	}
	for _, f := range all {
		for i, point := range f.Points {
			compared := map[string]bool{}
			for _, spelling := range point {
				plain := lexicon.PlainLabel(spelling)
				if at, known := f.At[plain]; !known || at != i || compared[plain] {
					t.Errorf("%s: %q is compared as %q, which is point %d (known: %v)", f, spelling, plain, at, known)
				}
				compared[plain] = true
			}
		}
	}
}
