package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// None among numbers is what programs write for no value, and none of the scale; beside words it is one of them.
func TestNoneAmongNumbers(t *testing.T) {
	b := strings.Builder{}
	b.WriteString("How good is A?,How likely is B? (0-10),How much did it help?,How good is C?\n")
	words := []string{"None", "A little", "Some", "A lot"}
	for i := range 40 {
		cells := []string{lexicon.FormatNumber(float64(i%5 + 1)), lexicon.FormatNumber(float64(i % 11)), words[i%4], lexicon.FormatNumber(float64(i%9 + 1))}
		if i%8 == 3 {
			cells[0] = "None"
		}
		if i%8 == 5 {
			cells[1] = "none"
		}
		if i%10 == 7 {
			cells[3] = "Not at all good"
		}
		b.WriteString(strings.Join(cells, ",") + "\n")
	}
	in := inspectedText(t, b.String())
	for i, want := range []struct {
		kind   study.ColumnKind
		scale  string
		blank  int
		answer int
	}{
		{study.RatingColumn, "1..5", 5, 35},
		{study.RatingColumn, "0..10", 5, 35},
		{study.LabelledColumn, "1..4", 0, 40},
		{study.AnchoredColumn, "0..10", 0, 40},
	} {
		c := in.Columns[i]
		if c.Kind != want.kind || c.Blank != want.blank || c.Answered != want.answer {
			t.Errorf("%s is %s %s with %d answers and %d blank, want %+v: %v", c.ID, c.Kind, c.Scale, c.Answered, c.Blank, want, c.Flags)
		}
		said := len(c.Flags) > 0 && strings.Contains(c.Flags[0].Message, "is taken for no answer")
		if said != (want.blank > 0) {
			t.Errorf("%s: %v", c.ID, c.Flags)
		}
		for _, f := range c.Flags {
			if strings.Contains(f.Message, "-1") {
				t.Errorf("%s: %s", c.ID, f.Message)
			}
		}
	}
}

// Whoever says it, and however it is contracted, nobody knows.
func TestDontKnowInFull(t *testing.T) {
	for _, text := range []string{"I do not know", "I don't know", "Do not know", "don’t know", "I cannot judge", "I can not judge", "Can't judge", "I have not used", "Haven't used it"} {
		if !lexicon.MeansDontKnow(text) {
			t.Errorf("%q is an answer", text)
		}
	}
	for _, text := range []string{"I know", "I do", "not", "I", "do not", "None of them"} {
		if lexicon.MeansDontKnow(text) {
			t.Errorf("%q is no answer", text)
		}
	}
}

// Several spellings of no value are taken together: which of them a map gives first decides nothing.
func TestNoneInSeveralSpellings(t *testing.T) {
	for _, test := range []struct {
		numbers, words, none, nan int
		taken                     bool
	}{
		{10, 8, 3, 1, true},
		{10, 8, 5, 1, false}, // more than half as many as numbers, though neither alone is
		{8, 8, 2, 2, false},  // no more numbers than other words
	} {
		for range 64 {
			a := newAnswersSeen()
			a.sort(&seenCells{count: map[string]int{"3": test.numbers, "Excellent": test.words, "None": test.none, "NaN": test.nan}})
			want := 0
			if test.taken {
				want = test.none + test.nan
			}
			if total(a.blank) != want || total(a.words) != test.words+test.none+test.nan-want {
				t.Fatalf("%+v: blank are %v, words %v", test, a.blank, a.words)
			}
		}
	}
}

// Where a question names a scale from 0 and nobody wrote 0, None may be it: that is asked. Where somebody of any audience wrote 0, None is no
// answer, though one file has it nearly as often as numbers.
func TestNoneMayBeZero(t *testing.T) {
	answers := func(header string, none int, times ...int) []string {
		return append(answersTo(header, times...), repeated("None", none)...)
	}
	const header = "How much did we help? (0-5)"
	kind := answersTo("How kind?", 0, 9, 9, 9, 9, 9)
	many := exportOf(60, answers(header, 28, 0, 7, 7, 6, 6, 6), kind)
	for name, test := range map[string]struct{ staff, customers, want string }{
		"a few":   {exportOf(60, answers(header, 10, 0, 10, 10, 10, 10, 10), kind), exportOf(60, answers(header, 10, 0, 10, 10, 10, 10, 10), kind), `"None" (20 cells) may be the 0 of the scale 0 to 5, which nobody wrote, or no answer`},
		"many":    {many, many, `"None" (56 cells) may be the 0 of the scale 0 to 5, which nobody wrote, or no answer`},
		"each":    {many, exportOf(60, answers(header, 10, 6, 8, 8, 8, 10, 10), kind), `performance staff=0..5 customers=0..5`},
		"no zero": {exportOf(60, answers("How much did we help?", 10, 0, 10, 10, 10, 10, 10), kind), exportOf(60, answers("How much did we help?", 10, 0, 10, 10, 10, 10, 10), kind), `performance staff=1..5 customers=1..5`},
	} {
		s, notices, err := drafted(t, "staff.csv", test.staff, "customers.csv", test.customers)
		if err != nil {
			t.Fatal(err)
		}
		if got := described(s, notices); !strings.Contains(got, test.want) || (len(s.Items) == 2) != (name == "each" || name == "no zero") {
			t.Errorf("%s: no %q in\n%s", name, test.want, got)
		}
	}
	text := strings.ReplaceAll(draftFileOf(t, "staff.csv", many, "customers.csv", many), "\n  #   ", " ")
	for _, want := range []string{"scale: 0..5, missing: {blank: [None]}", "scale: 0..5, codes: {None: 0}", "# if None is no answer", "# or, if None is 0"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
