package importers

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Answers of one question in the languages of its respondents are one scale where families of one name and length have all of them and somebody
// chose each point; else the languages are told, and nothing is read.
func TestAnswersInSeveralLanguages(t *testing.T) {
	en := []string{"Very poor", "Poor", "Fair", "Good", "Very good"}
	for name, test := range map[string]struct {
		words []string
		codes int    // cells that stand for labels of the first language
		flag  string // empty: the kind alone tells
	}{
		"German and English":          {append([]string{"Sehr schlecht", "Schlecht", "Mittelmäßig", "Gut", "Sehr gut", "Sehr gut"}, en...), 5, `(de, en), of which labels at the same place are read as one: "Very good" = "Sehr gut", "Good" = "Gut"`},
		"what one did not choose":     {append([]string{"Sehr schlecht", "Schlecht", "Gut"}, en...), 3, `(en, de), of which labels at the same place are read as one: "Gut" = "Good"`},
		"French, Dutch, and English":  {[]string{"Très insatisfait", "Insatisfait", "Neutre", "Satisfait", "Très satisfait", "Zeer tevreden", "Tevreden", "Ontevreden", "Neutral", "Very satisfied", "Satisfied", "Satisfait"}, 6, `(fr, nl, en)`},
		"a point that nobody chose":   {[]string{"Schlecht", "Mittelmäßig", "Gut", "Fair", "Good", "Very good"}, 0, "no scale: the answers are in several languages (de, en), and nothing tells that these have the same points"},
		"scales of different lengths": {append([]string{"Ungenügend", "Mangelhaft", "Ausreichend", "Befriedigend", "Gut", "Sehr gut"}, en...), 0, "no scale: the answers are in several languages (de, en)"},
		"quality and agreement":       {append([]string{"Stimme voll zu", "Stimme zu", "Stimme nicht zu"}, en...), 0, "no scale: the answers are in several languages (en, de)"},
		"ends that go as far":         {[]string{"Nie", "Selten", "Manchmal", "Oft", "Immer", "Never", "Rarely", "Sometimes", "Often", "Always"}, 5, `"Always" = "Immer"`},
		"an end that goes less far":   {[]string{"Nie", "Selten", "Manchmal", "Oft", "Sehr oft", "Never", "Rarely", "Sometimes", "Often", "Always"}, 0, "no scale: the answers are in several languages (de, en)"},
		"another end":                 {[]string{"Sehr schlecht", "Schlecht", "Mittelmäßig", "Gut", "Ausgezeichnet", "Very poor", "Poor", "Fair", "Good", "Very good"}, 0, "no scale: the answers are in several languages (de, en)"},
		"one word of another":         {append([]string{"Sehr gut"}, en...), 0, ""},
	} {
		c := inspectedText(t, ratedOnce(inWords("How good is our service?", test.words))).Columns[0]
		if read := test.codes > 0; read != (c.Kind == study.LabelledColumn) || !strings.Contains(flagsOf(c), test.flag) {
			t.Errorf("%s: %s, %q", name, c.Kind, flagsOf(c))
		}
		if test.codes == 0 {
			if test.flag == "" && strings.Contains(flagsOf(c), "languages") {
				t.Errorf("%s: several languages are told: %q", name, flagsOf(c))
			}
			continue
		}
		s, _, err := drafted(t, "customers.csv", ratedOnce(inWords("How good is our service?", test.words)))
		if err != nil {
			t.Fatal(err)
		}
		column := s.Items[0].Ratings[0].Columns["customers"]
		if len(column.Codes) != test.codes || column.Scale.Points() != 5 {
			t.Errorf("%s: %v with %v", name, column.Scale, column.Codes)
		}
	}
}

// A draft of answers in several languages reads every one of them, in each row of a matrix alike.
func TestDraftOfSeveralLanguagesReads(t *testing.T) {
	both := []string{"Très mauvais", "Mauvais", "Moyen", "Bon", "Très bon", "Very bad", "Bad", "Fair", "Good", "Very good"}
	text := ratedOnce(inWords("How good? [Delivery]", both), inWords("How good? [Advice]", append([]string{"Bon", "Good", "Mauvais", "Bad"}, both[3:5]...)))
	file := draftFileOf(t, "customers.csv", text)
	if want := `advice:`; !strings.Contains(file, want) || strings.Contains(file, "values: ") {
		t.Errorf("%q is not in, or a rating is offered as a segment:\n%s", want, file)
	}
	s, notices, err := drafted(t, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); len(s.Items) != 2 || !strings.Contains(got, `of which labels at the same place are read as one`) {
		t.Errorf("%d items:\n%s", len(s.Items), got)
	}
}

// All rows of a matrix, all questions of a study and all its audiences have the labels of one language, whichever most answered in one of them.
func TestOneLanguageNamesTheLabels(t *testing.T) {
	de, en := []string{"Sehr schlecht", "Schlecht", "Mittelmäßig", "Gut", "Sehr gut"}, []string{"Very poor", "Poor", "Fair", "Good", "Very good"}
	mostly := func(header string, german bool) []string {
		words := slices.Concat(de, en, de)
		if !german {
			words = slices.Concat(de, en, en)
		}
		return inWords(header, words)
	}
	staff := ratedOnce(mostly("How good? [Delivery]", true), mostly("How good? [Advice]", false), mostly("How good? [Prices]", true), mostly("And the shop?", false), mostly("And the site?", true))
	customers := ratedOnce(mostly("How good? [Delivery]", false), mostly("How good? [Advice]", false), mostly("How good? [Prices]", false), mostly("And the shop?", false), mostly("And the site?", false))
	s, _, err := drafted(t, "staff.csv", staff, "customers.csv", customers)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Items) != 5 {
		t.Fatalf("%d items", len(s.Items))
	}
	for _, r := range s.Ratings() {
		for id, c := range r.Columns {
			if !slices.Equal(c.Scale.Labels, en) {
				t.Errorf("%s, %s: %q", r.Item.ID, id, c.Scale.Labels)
			}
		}
	}
	for _, c := range inspectedText(t, staff).Columns {
		if !slices.Equal(c.Labels, de) {
			t.Errorf("%s: %q", c.Statement, c.Labels)
		}
	}
}
