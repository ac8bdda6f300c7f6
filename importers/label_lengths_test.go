package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// answersInWords are the answers to a question in words, each as often as told.
func answersInWords(header string, times map[string]int) []string {
	c := []string{header}
	for _, word := range sortedKeys(times) {
		c = append(c, repeated(word, times[word])...)
	}
	return c
}

// Five words of agreement and seven are two scales: those of two audiences stay apart, and those of two files of one have no mean.
func TestFiveWordsAndSevenAreNotPooled(t *testing.T) {
	five := answersInWords("Staff listen.", map[string]int{"Strongly disagree": 9, "Disagree": 10, "Neutral": 11, "Agree": 14, "Strongly agree": 12})
	seven := answersInWords("Staff listen.", map[string]int{
		"Strongly disagree": 8, "Disagree": 9, "Somewhat disagree": 10, "Neutral": 11, "Somewhat agree": 12, "Agree": 14, "Strongly agree": 9,
	})
	clear := answersTo("How clear?", 0, 10, 11, 12, 13, 14)
	s, notices, err := drafted(t, "staff.csv", exportOf(56, five, clear), "customers.csv", exportOf(73, seven, clear))
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	for _, want := range []string{
		`"Staff listen." performance staff=1..5 customers=1..7`,
		`although the answers of staff have 5 labels, from "Strongly disagree" to "Strongly agree", and those of customers have 7`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	few := answersInWords("Staff listen.", map[string]int{"Strongly disagree": 2, "Disagree": 1, "Neutral": 2, "Agree": 2, "Strongly agree": 1})
	if s, notices, err = drafted(t, "staff.csv", exportOf(8, few, clear), "customers.csv", exportOf(73, seven, clear)); err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "staff=1..7 customers=1..7") ||
		!strings.Contains(got, "and those of customers have 7: too few answers to tell whether the other labels were offered there") {
		t.Errorf("chance leaves out two of seven words in eight answers, and that is said:\n%s", got)
	}
	wave := func(name string, rows int, column []string) string {
		return exportOf(rows, append([]string{"wave"}, repeated(name, rows)...), column, clear)
	}
	if s, notices, err = drafted(t, "customers.csv", wave("2024", 56, five)+withoutHeader(wave("2025", 73, seven))); err != nil {
		t.Fatal(err)
	}
	const want = `left out: "Staff listen.": the answers in wave "2024" have 5 labels, from "Strongly disagree" to "Strongly agree", and those in wave "2025" have 7: two scales, and no common mean`
	if got := described(s, notices); !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

// labelsIn are n answers to a question, with the labels in turn from one of them on.
func labelsIn(header string, n, from int, labels ...string) []string {
	c := []string{header}
	for i := range n {
		c = append(c, labels[(i*3+from)%len(labels)])
	}
	return c
}

// What twelve respondents answer to one question tells no length of a scale; what they answer to six does, and of all six alike.
func TestLengthsAreToldByAllQuestions(t *testing.T) {
	five := []string{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	seven := []string{"Strongly disagree", "Disagree", "Somewhat disagree", "Neutral", "Somewhat agree", "Agree", "Strongly agree"}
	headers := []string{"Staff listen.", "Staff answer.", "Staff help.", "Staff explain.", "Staff advise.", "Staff call back."}
	export := func(respondents, questions int, labels []string) string {
		columns := [][]string{answersTo("How clear?", 0, 3, 3, 2, 2, 2)}
		for i, header := range headers[:questions] {
			columns = append(columns, labelsIn(header, respondents, i, labels...))
		}
		return exportOf(respondents, columns...)
	}
	for _, questions := range []int{2, 6} {
		s, notices, err := drafted(t, "staff.csv", export(12, questions, five), "customers.csv", export(90, questions, seven))
		if err != nil {
			t.Fatal(err)
		}
		want, unsure := "staff=1..5 customers=1..7", 0
		if questions == 2 {
			want, unsure = "staff=1..7 customers=1..7", 1
		}
		got := described(s, notices)
		if strings.Count(got, want) != questions || strings.Count(got, "too few answers to tell") != unsure {
			t.Errorf("%d questions: not all of them are %s:\n%s", questions, want, got)
		}
	}
	text := draftFileOf(t, "staff.csv", export(12, 2, five), "customers.csv", export(90, 2, seven))
	if strings.Count(text, "? Were all labels offered to all?") != 2 {
		t.Errorf("the draft does not ask of both questions:\n%s", text)
	}
	wave := func(name, text string) string {
		return name + "," + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+name+",") + "\n"
	}
	text = wave("2024", export(12, 6, five)) + withoutHeader(wave("2025", export(90, 6, seven)))
	_, notices, err := drafted(t, "customers.csv", strings.Replace(text, "2024,", "wave,", 1))
	if err != nil {
		t.Fatal(err)
	}
	const want = `and 1 more: the answers in wave "2024" have 5 labels, from "Strongly disagree" to "Strongly agree", and those in wave "2025" have 7: two scales, and no common mean`
	if got := described(&study.Study{}, notices); strings.Count(got, want) != 1 {
		t.Errorf("waves of five labels and of seven are read as one:\n%s", got)
	}
}

// Two scales that share one label alone are no shorter and longer form of one.
func TestOneSharedLabelTellsNoLength(t *testing.T) {
	one := answerers{whose: "of staff"}
	other := answerers{whose: "of customers"}
	in := func(times map[string]int) *answersSeen {
		a := newAnswersSeen()
		a.sort(&seenCells{count: times})
		return a
	}
	three := in(map[string]int{"Disagree": 40, "Neutral": 40, "Agree": 40})
	six := in(map[string]int{"Disagree very much": 20, "Disagree moderately": 20, "Disagree slightly": 20, "Agree slightly": 20, "Agree moderately": 20, "Agree very much": 20})
	five := in(map[string]int{"Strongly disagree": 20, "Somewhat disagree": 20, "Neutral": 20, "Somewhat agree": 20, "Strongly agree": 20})
	for name, longer := range map[string]*answersSeen{"none": six, "one": five} {
		if got := fewerLabels(one, three, other, longer, byChance); got.what != "" {
			t.Errorf("%s shared: %s", name, got.what)
		}
	}
	seven := in(map[string]int{"Disagree": 20, "Neutral": 20, "Agree": 20, "Strongly disagree": 20, "Strongly agree": 20})
	if got := fewerLabels(one, three, other, seven, byChance); !got.sure {
		t.Errorf("three of five labels are of a shorter scale: %+v", got)
	}
}

// Who answers only at one end may still leave out a label between two that they give: of many answers five labels of seven were offered, of few that
// is said, and of answers in the labels of the longer scale, or on one point alone, nothing is.
func TestLabelsBetweenAnswersTellTheLength(t *testing.T) {
	seven := []string{"Strongly disagree", "Disagree", "Somewhat disagree", "Neutral", "Somewhat agree", "Agree", "Strongly agree"}
	customers := exportOf(90, labelsIn("Staff listen.", 90, 0, seven...), labelsIn("Staff help.", 90, 1, seven...), answersTo("How clear?", 0, 10, 11, 12, 13, 14))
	for name, test := range map[string]struct {
		rows   int
		labels []string
		scales string
		said   string
	}{
		"of five":            {70, []string{"Neutral", "Agree", "Strongly agree"}, "staff=1..5 customers=1..7", `the answers of staff are 3 of the 5 labels from "Strongly disagree" to "Strongly agree", and those of customers have 7`},
		"of few":             {6, []string{"Neutral", "Agree", "Strongly agree"}, "staff=1..7 customers=1..7", "and those of customers have 7: too few answers to tell"},
		"of seven":           {70, []string{"Neutral", "Somewhat agree", "Agree"}, "staff=1..7 customers=1..7", ""},
		"nothing in between": {70, []string{"Agree", "Strongly agree"}, "staff=1..7 customers=1..7", ""},
	} {
		staff := exportOf(test.rows, append([]string{"Staff listen."}, inTurn(test.rows, test.labels)...), append([]string{"Staff help."}, inTurn(test.rows, test.labels)...), answersTo("How clear?", 0, 10, 11, 12, 13, 14))
		s, notices, err := drafted(t, "staff.csv", staff, "customers.csv", customers)
		if err != nil {
			t.Fatal(err)
		}
		got := described(s, notices)
		if strings.Count(got, test.scales) != 2 || !strings.Contains(got, test.said) || test.said == "" && strings.Contains(got, "those of customers have 7") {
			t.Errorf("%s:\n%s", name, got)
		}
		if file := draftFileOf(t, "staff.csv", staff, "customers.csv", customers); strings.Contains(file, "? Were all labels offered to all?") != (name == "of few") {
			t.Errorf("%s:\n%s", name, file)
		}
	}
}

func inTurn(n int, labels []string) (cells []string) {
	for i := range n {
		cells = append(cells, labels[i%len(labels)])
	}
	return cells
}

// Of two labels with one between them nothing is said while that is as likely as not to be chance; it is sure only where chance would be a hundredth of
// what is enough for a scale that is filled.
func TestLabelsBetweenNeedManyAnswers(t *testing.T) {
	in := func(times map[string]int) *answersSeen {
		a := newAnswersSeen()
		a.sort(&seenCells{count: times})
		return a
	}
	seven := in(map[string]int{"Strongly disagree": 20, "Disagree": 20, "Somewhat disagree": 20, "Neutral": 20, "Somewhat agree": 20, "Agree": 20, "Strongly agree": 20})
	// a third of those from "Neutral" to "Agree" agreed somewhat: half as often, n answers leave it out with a chance of (5/6)ⁿ
	for _, test := range []struct {
		each       int
		said, sure bool
	}{{1, false, false}, {3, true, false}, {15, true, false}, {30, true, true}} {
		got := fewerLabels(answerers{whose: "of staff"}, in(map[string]int{"Neutral": test.each, "Agree": test.each}), answerers{whose: "of customers"}, seven, byChance)
		if said := got.what != ""; said != test.said || got.sure != test.sure {
			t.Errorf("%d answers each: %+v", test.each, got)
		}
	}
}
