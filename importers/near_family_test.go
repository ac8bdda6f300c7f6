package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// What is nearly a known scale is offered with the labels that were given and no others: one of unknown place is a question
// behind the others. Taken without an answer to the question the line is refused; no label is taken for no answer.
func TestNearLabelsAreOfferedAsGiven(t *testing.T) {
	for name, test := range map[string]struct{ labels, want string }{
		"two of one meaning":   {"Rarely|Sometimes|Frequently|Often|Always", `scale: [Rarely, Sometimes, Frequently, Always, "? Often"]`},
		"beside a free point":  {"Strongly disagree|Disagree|Torn|Agree|Strongly agree", `scale: ["Strongly disagree", Disagree, Agree, "Strongly agree", "? Torn"]`},
		"two of unknown place": {"Never|Rarely|On Mondays|Sometimes|Often|Now or later|Always", `"? Now or later", "? On Mondays"]`},
		"in German":            {"nicht wichtig|weniger wichtig|wichtig|sehr wichtig|gewichtig", `"? gewichtig"]`},
	} {
		text := draftFileOf(t, "customers.csv", ratedOnce(inWords("How is it?", strings.Split(test.labels, "|")), answersTo("How good?", 0, 9, 9, 9, 9, 9)))
		at := strings.Index(text, test.want)
		if at < 0 || strings.Contains(text, "blank: [") {
			t.Errorf("%s: no %s in\n%s", name, test.want, text)
			continue
		}
		draft, _, _ := strings.Cut(text, "\n# What was assumed")
		before, items, _ := strings.Cut(draft, "\nitems:")
		taken := before + "\nitems:" + strings.ReplaceAll(items, "\n#  ", "\n  ")
		if _, err := study.Parse("cxgap.yaml", []byte(taken)); err == nil || !strings.Contains(err.Error(), "has no place yet") {
			t.Errorf("%s: taken with its question it gives %v", name, err)
		}
		if _, err := study.Parse("cxgap.yaml", []byte(strings.ReplaceAll(taken, `"`+study.OpenLabel, `"`))); err != nil {
			t.Errorf("%s: without its question it is refused: %v", name, err)
		}
	}
}

// Scales that questionnaires offer are read with the labels in their order, whatever the order of words in one.
func TestScalesInOtherWords(t *testing.T) {
	for _, labels := range []string{
		"Completely dissatisfied|Mostly dissatisfied|Somewhat dissatisfied|Neither satisfied or dissatisfied|Somewhat satisfied|Mostly satisfied|Completely satisfied",
		"Poor|Below average|Average|Above average|Excellent",
		"Below average|Average|Above average",
		"None of the time|Rarely|Some of the time|Often|All of the time",
		"Not at all|To a little extent|To a moderate extent|To a large extent|To a very large extent",
		"Not at all|Very little|Somewhat|Quite a bit|A great deal",
		"Hardly ever|Occasionally|Sometimes|Frequently|Almost always",
		"Never|Once in a while|About half the time|Most of the time|Always",
		"Never|Almost never|Occasionally/Sometimes|Almost every time|Every time",
		"Not likely|Somewhat likely|Likely|Very likely",
		"Bad|Not so good|Neutral|Good|Really good",
		"Bad|Poor|Fair|Good|Excellent",
		"Not well at all|Slightly well|Moderately well|Very well|Extremely well",
		"Not effective at all|Slightly effective|Moderately effective|Very effective|Extremely effective",
		"Very dissatisfied|Rather dissatisfied|Neither nor|Rather satisfied|Very satisfied",
		"Much worse|Slightly worse|The same|Slightly better|Much better",
		"Not a priority|Low priority|Medium priority|High priority|Essential",
		"Poor|Average|Good|Very good|Excellent",
		"Needs improvement|Satisfactory|Good|Excellent",
		"Dissatisfied|Somewhat dissatisfied|Somewhat satisfied|Satisfied",
		"No|Rather no|Neutral|Rather yes|Yes",
		"Stimme gar nicht zu|Stimme wenig zu|Stimme mittelmäßig zu|Stimme überwiegend zu|Stimme völlig zu",
		"gar nicht|wenig|etwas|ziemlich|sehr",
		"überhaupt nicht|in geringem Maße|teilweise|in hohem Maße|in sehr hohem Maße",
		"gar nicht zufrieden|wenig zufrieden|mittelmäßig zufrieden|überwiegend zufrieden|sehr zufrieden",
		"unzufrieden|eher unzufrieden|eher zufrieden|zufrieden",
		"stimme nicht zu|stimme teilweise zu|stimme zu|stimme voll zu",
		"schlecht|mittel|gut|sehr gut",
		"viel schlechter|etwas schlechter|gleich gut|etwas besser|viel besser",
		"Pas d'accord du tout|Pas d'accord|Neutre|D'accord|Tout à fait d'accord",
		"Médiocre|Passable|Bien|Très bien|Excellent",
		"Insatisfecho|Poco satisfecho|Satisfecho|Muy satisfecho",
		"Mala calidad|Media calidad|Buena calidad",
		"Discordo|Discordo em parte|Concordo em parte|Concordo",
	} {
		words := strings.Split(labels, "|")
		var many []string
		for range 10 {
			many = append(many, words...)
		}
		c := inspectedText(t, ratedOnce(inWords("Q1", many))).Columns[0]
		if got := strings.Join(c.Labels, "|"); got != labels {
			t.Errorf("%s: read as %q: %s", labels, got, flagsOf(c))
		}
	}
}

// Words of no known order are offered with a question, too: taken as they stand they are refused.
func TestWordsToOrderAreAQuestion(t *testing.T) {
	words := []string{"Flop", "OK", "Top"}
	text := draftFileOf(t, "customers.csv", ratedOnce(inWords("How? [We listen]", words), inWords("How? [We answer]", words), answersTo("How good?", 0, 9, 9, 9, 9, 9)))
	if want := `scale: ["? Flop", OK, Top]`; strings.Count(text, want) != 2 {
		t.Fatalf("%s is not in\n%s", want, text)
	}
	draft, _, _ := strings.Cut(text, "\n# What was assumed")
	before, items, _ := strings.Cut(draft, "\nitems:")
	if _, err := study.Parse("cxgap.yaml", []byte(before+"\nitems:"+strings.ReplaceAll(items, "\n#  ", "\n  "))); err == nil || !strings.Contains(err.Error(), `label "? Flop" has no place yet`) {
		t.Errorf("taken as it stands it gives %v", err)
	}
}

// A line with a scale of another length says what it does to the boxes of its item, and stands below the line whose place it takes.
func TestOtherLengthsHaveTheirBoxes(t *testing.T) {
	files := inventedStudies()["of three words or five"]
	text := draftFileOf(t, files...)
	for _, want := range []string{
		`, scale: ["Below expectations", "Meets expectations", "Above expectations"]}}` + "\n    # ? performance: {staff: {column: \"How was it?\", scale: [\"Much worse than expected\",",
		"# in place of the line above, without top_box and bottom_box below, if these 5 answers were offered\n    top_box: 1\n    bottom_box: 1\n",
		`, scale: ["Below average", Average, "Above average"]}} # in place of the line above, if these 3 answers were offered` + "\n    # ? top_box: 1 # with the line above\n    # ? bottom_box: 1 # with the line above\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s\nis not in\n%s", want, text)
		}
	}
}
