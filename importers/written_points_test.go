package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Ratings that are written with what they are of are ratings, and never without a word about it; what is not written in one form is none.
func TestWrittenPoints(t *testing.T) {
	for name, test := range map[string]struct{ cells, want, flag string }{
		"stars counted":       {"1 star|2 stars|3 stars|4 stars|5 stars", "rating 1..5", `scale assumed: the cells are written as "5 stars"`},
		"as a form has them":  {"1 star(s)|3 star(s)|5 star(s)", "rating 1..5", `"5 star(s)"`},
		"stars in German":     {"1 Stern|3 Sterne|5 Sterne", "rating 1..5", `"5 Sterne"`},
		"stars drawn":         {"★|★★|★★★★|★★★★★", "rating 1..5", `"★★★★★"`},
		"empty stars":         {"★★☆☆☆|★★★★☆|★★★☆☆", "rating 1..5", `"★★★★☆"`},
		"the full ones alone": {"★★☆☆☆|★★★★★|★★★☆☆", "rating 1..5", "written as"},
		"some not filled up":  {"★★☆☆☆|★★★★|★★★☆☆", "single ", ""},
		"no star":             {"☆☆☆☆☆|★★★★★|★★★☆☆", "number ", "0 may be the low end"},
		"out of five":         {"2/5|4/5|3/5", "rating 1..5", `"4/5"`},
		"in words":            {"2 von 5|4 von 5|3 von 5", "rating 1..5", `"4 von 5"`},
		"out of ten":          {"2/10|4/10|9/10", "rating 1..10", "nobody answered 0"},
		"zero out of ten":     {"0/10|4/10|9/10", "rating 0..10", "written as"},
		"other wholes":        {"2/5|4/10|3/5", "single ", ""},
		"no usual whole":      {"2/12|4/12|9/12", "number ", "no usual scale ends at 12"},
		"percent":             {"20%|40 %|90%", "rating 0..100", `"90%"`},
		"numbers beside them": {"2 stars|4 stars|3", "single ", ""},
		"halves":              {"2 stars|4.5 stars|3 stars", "number ", "scale: 1..5 by 0.5"},
	} {
		c := inspectedText(t, "n;Our speed\n"+strings.Repeat("1;"+strings.ReplaceAll(test.cells, "|", "\n1;")+"\n", 5)).Columns[1]
		if got := string(c.Kind) + " " + c.Scale; got != test.want || !strings.Contains(flagsOf(c), test.flag) {
			t.Errorf("%s: %s, %q; want %s, %q", name, got, flagsOf(c), test.want, test.flag)
		}
	}
	if c := inspectedText(t, "n;What percentage of orders is late?\n"+strings.Repeat("1;20%\n1;30%\n", 5)).Columns[1]; c.Kind != study.NumberColumn {
		t.Errorf("a share: %s %s", c.Kind, c.Scale)
	}
}

// What a draft reads as written points a study reads too; what is of another whole is on no scale.
func TestWrittenPointsAreRead(t *testing.T) {
	for _, test := range []struct{ scale, cell, want string }{
		{"1..5", "4 stars", "3"},
		{"1..5", "★★", "1"},
		{"1..5", "★★☆☆☆", "1"},
		{"1..5", "4/5", "3"},
		{"1..5 by 0.5", "4.5 stars", "7"},
		{"0..100", "80 %", "80"},
		{"1..10", "4/5", "fault"},
		{"1..5", "80%", "fault"},
		{"1..5", "★★☆☆", "fault"},
		{"1..5", "6 stars", "fault"},
		{"[low, less, more, high]", "1/4", "fault"},
	} {
		code, ok := cellsOf(t, "scale: "+test.scale).read(test.cell)
		got := "fault"
		if ok {
			got = lexicon.FormatNumber(float64(code))
		}
		if got != test.want {
			t.Errorf("%q on %s: %s, want %s", test.cell, test.scale, got, test.want)
		}
	}
}

// Two audiences that write their points out of different wholes have no scale in common.
func TestWrittenPointsOfTwoAudiences(t *testing.T) {
	s, notices, err := drafted(t, "staff.csv", "Our speed\n2/5\n4/5\n5/5\n", "customers.csv", "Our speed\n2/10\n9/10\n4/10\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "staff=1..5 customers=1..10") {
		t.Error(got)
	}
}

// Choices that a cell holds one a line are several.
func TestChoicesOnLines(t *testing.T) {
	c := inspectedText(t, "n;Where?\n"+strings.Repeat("1;\"Store, downtown\nOnline\"\n1;Online\n1;\"Phone\nOnline\"\n", 4)).Columns[1]
	var options []string
	for _, o := range c.Answers {
		options = append(options, o.Cell)
	}
	if got := strings.Join(options, "|"); c.Kind != study.MultiColumn || got != "Online|Phone|Store, downtown" {
		t.Errorf("kind %s, options %s", c.Kind, got)
	}
}

// Several choices are no groups of respondents, and texts of several lines are no choices.
func TestChoicesAreNoSegments(t *testing.T) {
	export := "We listen,Which apply?,Region\n" + strings.Repeat("1,A;B,North\n5,B,South\n3,A;C,North\n2,C,South\n4,A,South\n", 6)
	got := draftFileOf(t, "staff.csv", export, "customers.csv", export)
	if strings.Contains(got, "which_apply") || !strings.Contains(got, "#  region: {staff: Region, customers: Region}") {
		t.Error(got)
	}
	c := inspectedText(t, "n;Why?\n"+strings.Repeat("1;\"Good staff\nand prices\"\n1;Near\n", 5)).Columns[1]
	if c.Kind == study.MultiColumn {
		t.Errorf("kind %s, answers %v", c.Kind, c.Answers)
	}
}

// Of more different cells than are compared, choices that are chosen equally often are asked about where one goes on in small letters.
func TestCommasInManyDifferentCells(t *testing.T) {
	options := []string{"Store, downtown", "Online", "Phone", "Letter", "Friends", "Fair", "Radio", "Web", "Mail"}
	var b strings.Builder
	b.WriteString("n;Where?\n")
	for i := 1; i < 1<<len(options); i++ {
		var chosen []string
		for k, option := range options {
			if i&(1<<k) != 0 && (k > 0 || i%5 > 0) {
				chosen = append(chosen, option)
			}
		}
		b.WriteString("1;\"" + strings.Join(chosen, ", ") + "\"\n")
	}
	c := inspectedText(t, b.String()).Columns[1]
	if got := flagsOf(c); c.Kind != study.MultiColumn || !strings.Contains(got, `Chosen equally often: "Store, downtown"`) {
		t.Errorf("kind %s, flags %q", c.Kind, got)
	}
}

// Codes without an order are one question of all audiences that were asked it, with every answer that one of them gave.
func TestCodesOfSeveralAudiences(t *testing.T) {
	staff := "We answer,Speed\n" + strings.Repeat("1,A1\n5,A2\n3,A4\n", 6)
	customers := "We answer,Speed\n" + strings.Repeat("1,A1\n5,A3\n3,A4\n", 6)
	got := draftFileOf(t, "staff.csv", staff, "customers.csv", customers)
	const codes = "scale: 1..4, codes: {A1: 1, A2: 2, A3: 3, A4: 4}"
	if !strings.Contains(got, "#  speed: {label: Speed, performance: {staff: {column: Speed, "+codes+"}, customers: {column: Speed, "+codes+"}}}") {
		t.Error(got)
	}
}

// Days are times, whatever language names their months; other texts with numbers are not.
func TestNamedDays(t *testing.T) {
	for text, want := range map[string]string{
		"Mar 1, 2026": "2026-03-01", "March 1, 2026": "2026-03-01", "1 March 2026": "2026-03-01", "1. März 2026": "2026-03-01", "1 mars 2026": "2026-03-01",
		"1 de marzo de 2026": "2026-03-01", "Sunday, March 1, 2026": "2026-03-01", "Sunday, March 1, 2026 10:33 AM": "2026-03-01", "01-Mar-2026 10:33:01": "2026-03-01",
		"Sept. 30, 2026": "2026-09-30", "30 juil. 2026": "2026-07-30",
		"March 2026": "", "Mar 32, 2026": "", "May 20, 30": "", "2026": "", "Since March 1, 2026 we wait": "", "March 1, 2026 was bad": "", "Mar-25": "", "may": "",
	} {
		got := ""
		if day := namedDay(text); day != 0 {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	c := inspectedText(t, "n;Submission Date\n"+strings.Repeat("1;Mar 1, 2026\n1;Mar 2, 2026\n", 4)).Columns[1]
	if c.Kind != study.TimeColumn {
		t.Errorf("kind %s", c.Kind)
	}
}

// A draft spells the labels that nobody chose as the export spells the others, and asks of few answers how long their scale is.
func TestLabelsThatNobodyChose(t *testing.T) {
	for cells, want := range map[string]string{
		"Strongly disagree|Agree|Neutral":                     `[Strongly disagree Disagree Neutral Agree Strongly agree]nobody answered "Disagree", "Strongly agree"`,
		"1 - Strongly disagree|4 - Agree|3 - Neutral":         `[1 - Strongly disagree 2 - Disagree 3 - Neutral 4 - Agree 5 - Strongly agree]nobody answered "2 - Disagree", "5 - Strongly agree"`,
		"Disagree|Agree|Neutral":                              `[Disagree Neutral Agree]these may be of a scale of 5 points: nobody answered "Strongly disagree", "Strongly agree"`,
		"Strongly disagree|Disagree|Agree|Strongly agree":     `[Strongly disagree Disagree Agree Strongly agree]these may be of a scale of 5 points: nobody answered "Neutral"`,
		"strongly disagree|disagree|neutral|agree":            `[strongly disagree disagree neutral agree strongly agree]nobody answered "strongly agree"`,
		"Never|Rarely|Sometimes|Often|Always":                 `[Never Rarely Sometimes Often Always]`,
		"Poor|Fair|Good|Very good|Excellent":                  `[Poor Fair Good Very good Excellent]`,
		"Stimme nicht zu|Stimme eher zu|Stimme eher nicht zu": `[Stimme nicht zu Stimme eher nicht zu Stimme eher zu Stimme zu]nobody answered "Stimme zu"`,
	} {
		a := newAnswersSeen()
		for _, word := range strings.Split(cells, "|") {
			a.words[word] = 4
		}
		r := scaleOf(a, nil)
		if got := "[" + strings.Join(r.scale.Labels, " ") + "]" + r.remark; got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", cells, got, want)
		}
	}
}

// Half points are a question whose answer can be taken as it stands.
func TestDraftOfHalfPoints(t *testing.T) {
	halves := "We listen\n" + strings.Repeat("1\n4.5\n5\n", 10)
	got := draftFileOf(t, "staff.csv", halves, "customers.csv", halves)
	if !strings.Contains(got, `#  we_listen: {label: "We listen", performance: {staff: {column: "We listen", scale: 1..5 by 0.5}, customers: {column: "We listen", scale: 1..5 by 0.5}}}`) {
		t.Error(got)
	}
}

// An estimate has the points of what it estimates, though nobody expects others to be neutral.
func TestEstimateHasTheScaleOfItsItem(t *testing.T) {
	own := "We listen\n" + strings.Repeat("Strongly disagree\nDisagree\nNeutral\nAgree\nStrongly agree\n", 5)
	staff := "How do you think our customers would rate: we listen\n" + strings.Repeat("Strongly disagree\nDisagree\nAgree\nStrongly agree\n", 5)
	got := draftFileOf(t, "leadership.csv", own, "customers.csv", own, "staff.csv", staff)
	if !strings.Contains(got, `estimates: {staff: [{of: customers, column: "How do you think our customers would rate: we listen"}]}`) {
		t.Error(got)
	}
}

// Stars that nobody gave are no codes that a platform left out: what is written as a point is one.
func TestWrittenPointsAreNoCodes(t *testing.T) {
	stars := []string{"Our speed"}
	for _, x := range []int{1, 2, 3, 5} {
		for range 20 {
			stars = append(stars, fmt.Sprintf("%d stars", x))
		}
	}
	c := inspectedText(t, ratedOnce(stars)).Columns[0]
	if c.Kind != study.RatingColumn || c.Scale != "1..5" || strings.Contains(flagsOf(c), "codes?") {
		t.Errorf("%s %s %q", c.Kind, c.Scale, flagsOf(c))
	}
}

// Written points beside plain numbers are no rating that anybody can read, and that is said, wherever it is left out.
func TestWrittenPointsBesideNumbersAreNamed(t *testing.T) {
	for _, cells := range [][]string{{"4 stars", "5 stars", "2 stars", "3"}, {"4/5", "3/5", "5/5", "2"}, {"80%", "75%", "100%", "90"}} {
		text := ratedOnce(inWords("Our speed", cells), answersTo("We listen", 0, 5, 5, 5, 5, 5))
		c := inspectedText(t, text).Columns[0]
		if c.Kind.Rates() || !strings.HasPrefix(flagsOf(c), "no scale: ") {
			t.Errorf("%q: %s %q", cells, c.Kind, flagsOf(c))
		}
		s, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
		if err != nil {
			t.Fatal(err)
		}
		if got := described(s, notices); !strings.Contains(got, `scale_unknown: left out: some answers are numbers, and some are words: "Our speed"`) {
			t.Errorf("%q:\n%s", cells, got)
		}
	}
}
