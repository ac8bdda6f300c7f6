package importers

import (
	"fmt"
	"strings"
	"testing"
)

// exportOf writes an export with one row for each answer of the longest column; the cells of a column repeat.
func exportOf(rows int, columns ...[]string) string {
	var b strings.Builder
	for i := -1; i < rows; i++ {
		for k, c := range columns {
			if k > 0 {
				b.WriteByte(',')
			}
			if i < 0 {
				b.WriteString(c[0])
			} else {
				b.WriteString(c[1+i%(len(c)-1)])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func fiveWithOneSix(header string) []string {
	c := []string{header}
	for i := range 400 {
		c = append(c, fmt.Sprint(1+i%5))
	}
	return append(c, "6")
}

// One 6 among hundreds of answers from 1 to 5 makes no scale of six points; a 6 that many chose does.
func TestStrayNumberMakesNoScale(t *testing.T) {
	oneToFive, oneToSix := []string{"How quick?", "1", "2", "3", "4", "5"}, []string{"How kind?", "1", "2", "3", "4", "5", "6"}
	s, notices, err := drafted(t, "staff.csv", exportOf(401, fiveWithOneSix("How friendly?"), oneToFive, oneToSix))
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	for _, want := range []string{
		`how_quick "How quick?" performance staff=1..5`, `how_kind "How kind?" performance staff=1..6`,
		`scale_unknown: left out: "How friendly?": staff: 1 of 401 answers is 6, one past the points to 5 that all others chose: a slip, a code, or a point that hardly anybody chose (scale: 1..6 keeps it, missing: {blank: [6]} leaves it out)`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in the draft:\n%s", want, got)
		}
	}
	if strings.Contains(got, "how_friendly") {
		t.Errorf("a stray 6 made a scale:\n%s", got)
	}
	if s, _, err = drafted(t, "staff.csv", exportOf(401, fiveWithOneSix("How friendly (1 = not at all; 6 = very)?"), oneToFive)); err != nil || len(s.Items) != 2 {
		t.Errorf("a question that names its six points is left out: %v", err)
	}
}

// In a matrix a stray number is one of the whole matrix: it spoils its own row and no other.
func TestStrayNumberInAMatrix(t *testing.T) {
	few := []string{"Rate us [Kind]", "1", "2", "3", "4", "5", "1", "2", "3", "4", "5", "6"}
	many := []string{"Rate us [Quick]", "5", "4", "3", "2", "1"}
	s, notices, err := drafted(t, "staff.csv", exportOf(200, few[:11], many)+"6,3\n")
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	if !strings.Contains(got, `quick "Quick" performance staff=1..5`) || strings.Contains(got, "kind \"Kind\"") || !strings.Contains(got, "1 of 201 answers is 6") {
		t.Errorf("%s", got)
	}
}

// What one audience answered in five words is no scale of six numbers for another.
func TestNumbersBesideWords(t *testing.T) {
	words := []string{"How friendly?", "Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	s, notices, err := drafted(t,
		"staff.csv", exportOf(40, words, []string{"How quick?", "1", "2", "3", "4", "5"}),
		"customers.csv", exportOf(60, []string{"How friendly?", "1", "2", "3", "4", "5", "6"}, []string{"How quick?", "1", "2", "3", "4", "5"}))
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); len(s.Items) != 1 || !strings.Contains(got, "the cells run to 6, one past the 5 points that were offered in words") {
		t.Errorf("%s", got)
	}
}

// Rows of a matrix that only their names tell, and columns that chance may have left without their highest point, have the scale of
// those beside them; a column whose many answers all stay below has its own.
func TestScalesOfColumnsBeside(t *testing.T) {
	ten := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}
	column := func(header string, cells ...string) []string { return append([]string{header}, cells...) }
	rows := exportOf(14, column("Q5_1", ten...), column("Q5_2", ten[:9]...), column("Q7", ten[:5]...))
	few := exportOf(14, column("Fast", ten[:5]...), column("Kind", ten[:5]...), column("Clear", ten[:4]...))
	many := exportOf(600, column("Fast", ten[:5]...), column("Kind", ten[:5]...), column("Clear", ten[:4]...))
	for _, test := range []struct {
		name, export string
		want         []string
	}{
		{"rows of a matrix", rows, []string{"staff=1..10", "staff=1..10", "staff=1..5"}},
		{"few answers", few, []string{"staff=1..5", "staff=1..5", "staff=1..5"}},
		{"many answers", many, []string{"staff=1..5", "staff=1..5", "staff=1..4"}},
	} {
		s, notices, err := drafted(t, "staff.csv", test.export)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(described(s, notices), "\n")
		for i, want := range test.want {
			if !strings.HasSuffix(lines[i], want) {
				t.Errorf("%s: %q, want %s", test.name, lines[i], want)
			}
		}
	}
}

// Two questions that differ in their last words only are one question about two subjects: one of them lends the other its end.
func TestOneQuestionInTheSameWordsLendsItsEnd(t *testing.T) {
	const delivery, advice = "Wie zufrieden sind Sie mit der Lieferung?", "Wie zufrieden sind Sie mit der Beratung?"
	for name, test := range map[string]struct {
		columns [][]string
		scale   string
	}{
		"the same words":      {[][]string{answersTo(advice, 0, 11, 9, 6, 6, 8), answersTo(delivery, 0, 8, 1, 4, 6)}, "1..5"},
		"many end at 4":       {[][]string{answersTo(advice, 0, 11, 9, 6, 6, 8), answersTo(delivery, 0, 40, 30, 30, 20)}, "1..4"},
		"other words":         {[][]string{answersTo("Wie gut sind wir?", 0, 11, 9, 6, 6, 8), answersTo(delivery, 0, 8, 1, 4, 6)}, "1..4"},
		"they do not agree":   {[][]string{answersTo(advice, 0, 11, 9, 6, 6, 8), answersTo("Wie zufrieden sind Sie mit der App?", 0, 8, 5, 4, 6), answersTo(delivery, 0, 8, 1, 4, 6)}, "1..4"},
		"the other goes to 6": {[][]string{answersTo(advice, 0, 11, 9, 6, 6, 8, 7), answersTo(delivery, 0, 8, 1, 4, 6)}, "1..4"},
	} {
		in := inspectedText(t, ratedOnce(test.columns...))
		c := in.Columns[len(in.Columns)-1]
		if c.Scale != test.scale || test.scale == "1..5" && !strings.Contains(flagsOf(c), "nobody answered 5 here, though some did in ") {
			t.Errorf("%s: scale %s; %s", name, c.Scale, flagsOf(c))
		}
	}
}
