package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// LimeSurvey's expression manager joins a subquestion to its question by an underscore: rows of a matrix and options are known so too.
func TestLimeSurveyRowsBehindUnderscores(t *testing.T) {
	b := strings.Builder{}
	b.WriteString("id,submitdate,lastpage,startlanguage,seed,Q1_SQ001,Q1_SQ002,Q3_SQ001,Q3_SQ002,Q3_other,Q4_other\n")
	for i := range 30 {
		tick := []string{"Yes", "No"}
		fmt.Fprintf(&b, "%d,2026-01-02 10:00:00,3,en,1,%d,%d,%s,%s,more,%d\n", i+1, i%5+1, (i+2)%5+1, tick[i%2], tick[i%3/2], i%5+1)
	}
	in := inspectedText(t, b.String())
	if in.Platform != "limesurvey" {
		t.Fatalf("taken for %s", in.Platform)
	}
	for i, want := range []struct {
		kind      study.ColumnKind
		stem, row string
	}{
		{study.RatingColumn, "Q1", "SQ001"},
		{study.RatingColumn, "Q1", "SQ002"},
		{study.MultiColumn, "Q3", "SQ001"},
		{study.MultiColumn, "Q3", "SQ002"},
		{study.OtherTextColumn, "", ""},
		{study.RatingColumn, "", ""}, // a question of its own
	} {
		c := in.Columns[5+i]
		if c.Kind != want.kind || c.Stem != want.stem || c.Statement != want.row {
			t.Errorf("%s is %s of %q, %q; want %+v", c.ID, c.Kind, c.Stem, c.Statement, want)
		}
	}
}

// A ranking in one cell has all of its items in every cell, in different orders; who ticks leaves some out, or has them in one order.
func TestRankingInOneCell(t *testing.T) {
	for name, test := range map[string]struct {
		cells []string
		kind  study.ColumnKind
	}{
		"ranking":           {[]string{"A; B; C", "C; A; B", "B; A; C"}, study.RankColumn},
		"of Microsoft's":    {[]string{"A;B;C;D;", "D;A;B;C;", "B;A;C;D;"}, study.RankColumn},
		"all ticked":        {[]string{"A; B; C"}, study.MultiColumn},
		"some ticked":       {[]string{"A; B; C", "A; B", "C; A; B"}, study.MultiColumn},
		"one of them twice": {[]string{"A; B; C", "A; A; B; C; C", "C; B"}, study.MultiColumn},
	} {
		text := "Name it,How good?\n"
		for i := range 30 {
			text += fmt.Sprintf("%s,%d\n", test.cells[i%len(test.cells)], i%5+1)
		}
		if c := inspectedText(t, text).Columns[0]; c.Kind != test.kind {
			t.Errorf("%s is %s, want %s", name, c.Kind, test.kind)
		}
	}
}

// "Very …" among numbers is the point above them, whatever its family has above it (FORMATS 0.9).
func TestVeryAmongNumbers(t *testing.T) {
	for _, test := range []struct {
		word  string
		point float64
	}{{"Very good", 5}, {"Very satisfied", 5}, {"Sehr gut", 5}, {"Muy bueno", 5}} {
		a := newAnswersSeen()
		a.numbers = map[float64]int{1: 8, 2: 9, 3: 12, 4: 11}
		a.words[test.word] = 9
		r := scaleOf(a, headings("How good?"))
		if !r.scale.Same(study.NewScale(1, 5)) || len(r.codes) != 1 || r.codes[0].Value != test.point {
			t.Errorf("%s: scale %s, codes %v (%s)", test.word, r.scale, r.codes, r.remark)
		}
	}
}
