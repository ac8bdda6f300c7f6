package importers

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// graded are columns of answers, one a heading, all on the same points.
func graded(headings ...string) string {
	var columns [][]string
	for _, heading := range headings {
		columns = append(columns, answersTo(heading, 0, 9, 12, 8, 7, 6))
	}
	return ratedOnce(columns...)
}

// A legend in the first heading of a list turns that column round; whether it does the others nobody can tell, and they are asked about, up to the
// next legend.
func TestALegendInOneHeadingAsksForItsNeighbours(t *testing.T) {
	text := graded("Lieferung (1 = sehr gut; 5 = sehr schlecht)", "Beratung", "Reklamation", "Preise (1 = sehr schlecht; 5 = sehr gut)", "Lager")
	s, notices, err := drafted(t, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	const want = `left out: "Beratung", "Reklamation": 1 is the good end of "Lieferung" in the same run of columns (1 = sehr gut, 5 = sehr schlecht), ` +
		`and nothing says which end it is of this question`
	if got := described(s, notices); len(s.Items) != 3 || strings.Count(got, want) != 1 {
		t.Errorf("%d items, or not %s in\n%s", len(s.Items), want, got)
	}
	file := draftFileOf(t, "customers.csv", text)
	for _, want := range []string{
		`{column: Beratung, scale: 1..5, reversed: true}}} # if 1 is the good end`, `{column: Beratung, scale: 1..5}}} # or, if 5 is`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
	if strings.Index(file, "if 1 is the good end") > strings.Index(file, "or, if 5 is") {
		t.Errorf("the likelier way is not the first:\n%s", file)
	}
	if c := inspectedText(t, text).Columns[1]; c.Kind != study.NumberColumn || !strings.Contains(flagsOf(c), `no scale: 1 is the good end of "Lieferung"`) {
		t.Errorf("%s %q", c.Kind, flagsOf(c))
	}
}

// What may be asked on other points, or has its own question, stands for itself beside such a legend.
func TestALegendInOneHeadingLeavesOthersAlone(t *testing.T) {
	for name, columns := range map[string][][]string{
		"another run":     {answersTo("Delivery (1 = very good; 5 = very poor)", 0, 9, 12, 8, 7, 6), {"Region", "North", "South", "North", "South"}, answersTo("Advice", 0, 9, 12, 8, 7, 6)},
		"further points":  {answersTo("Delivery (1 = very good; 5 = very poor)", 0, 9, 12, 8, 7, 6), answersTo("Advice", 0, 9, 12, 8, 7, 6, 4, 5)},
		"fewer points":    {answersTo("Delivery (1 = very good; 10 = very poor)", 0, 9, 12, 8, 7, 6, 5, 5, 4, 4, 3), answersTo("Advice", 0, 9, 12, 8, 7, 6)},
		"a legend upward": {answersTo("Delivery (1 = very poor; 5 = very good)", 0, 9, 12, 8, 7, 6), answersTo("Advice", 0, 9, 12, 8, 7, 6)},
		"no grade":        {answersTo("Welche Schulnote geben Sie uns?", 0, 9, 12, 8, 7, 6), answersTo("Wie gut ist die Beratung?", 0, 9, 12, 8, 7, 6)},
	} {
		s, notices, err := drafted(t, "customers.csv", ratedOnce(columns...))
		if err != nil {
			t.Fatal(err)
		}
		last := func(item *study.Item) bool {
			return item.Label == columns[len(columns)-1][0] && !item.Ratings[0].Columns["customers"].Reversed
		}
		if !slices.ContainsFunc(s.Items, last) {
			t.Errorf("%s: %s", name, described(s, notices))
		}
	}
}

// A legend is of what stands behind it and is headed alike, up to the next one.
func TestWhichNeighboursALegendIsOf(t *testing.T) {
	const good = " (1 = very good; 5 = very poor)"
	for name, test := range map[string]struct{ headings, asked string }{
		"last":                        {"Delivery|Price|Overall grade" + good, ""},
		"in the middle":               {"Delivery|Price" + good + "|Advice", "Advice"},
		"behind statements":           {"My issue was resolved|The agent was polite|Satisfaction (1 = very satisfied; 5 = very dissatisfied)", ""},
		"before statements":           {"Satisfaction (1 = very satisfied; 5 = very dissatisfied)|My issue was resolved|The agent is polite|I would come again|Friendliness|Our prices", "Friendliness|Our prices"},
		"of a statement":              {"The staff is friendly (1 = fully agree; 5 = fully disagree)|The rooms are clean|Is the price fair?", "The rooms are clean"},
		"before another question":     {"Satisfaction (1 = very satisfied; 5 = very dissatisfied)|How fair is the price?|Would you recommend us?", ""},
		"of a question":               {"How good is the delivery?" + good + "|How good is the advice?|Price", "How good is the advice?|Price"},
		"beyond what may be a group":  {"Overall grade" + good + "|Breakfast|Location|Value for money", "Breakfast|Value for money"},
		"the nearest says otherwise":  {"Delivery" + good + "|Price (1 = very poor; 5 = very good)|Staff", ""},
		"the nearest says so as well": {"Delivery (1 = very poor; 5 = very good)|Staff|Price" + good + "|Advice", "Advice"},
		"a school grade at the end":   {"Freundlichkeit|Sauberkeit|Frühstück|Welche Schulnote geben Sie uns insgesamt?", "Welche Schulnote geben Sie uns insgesamt?"},
		"a school grade at the head":  {"Welche Schulnote geben Sie dem Zimmer?|Frühstück|Das Personal ist freundlich", "Welche Schulnote geben Sie dem Zimmer?|Frühstück"},
	} {
		var asked []string
		for _, c := range inspectedText(t, graded(strings.Split(test.headings, "|")...)).Columns {
			if c.Kind == study.NumberColumn {
				asked = append(asked, c.ID)
			}
		}
		if got := strings.Join(asked, "|"); got != test.asked {
			t.Errorf("%s: asked about %q, want %q", name, got, test.asked)
		}
	}
}

// Bare topics beside a question for a school grade may be graded too.
func TestGradesBesideAGrade(t *testing.T) {
	text := graded("Welche Schulnote geben Sie der Lieferung?", "Beratung", "Note Preise", "Wie gut sind die Preise?", "Probleme werden gelöst")
	_, notices, err := drafted(t, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	const want = `left out: "Beratung", "Note Preise": "Welche Schulnote geben Sie der Lieferung?" in the same run of columns is in school grades, and nothing says whether these are`
	if got := described(&study.Study{}, notices); !strings.Contains(got, want) {
		t.Errorf("not %s in\n%s", want, got)
	}
	if file := draftFileOf(t, "customers.csv", text); !strings.Contains(file, "{column: Beratung, scale: 1..6, reversed: true}}} # if 1 is the best of six, as in Germany") {
		t.Error(file)
	}
}

// One audience reads the legend and another was asked without: its answers are asked about, and those of the first stay as its heading has them.
func TestALegendOfOneAudienceAsksForTheOther(t *testing.T) {
	legend, bare := graded("Delivery (1 = very good; 5 = very poor)", "Advice (1 = very poor; 5 = very good)"), graded("Delivery", "Advice")
	s, notices, err := drafted(t, "leadership.csv", legend, "customers.csv", bare)
	if err != nil {
		t.Fatal(err)
	}
	const want = `left out: "Delivery (1 = very good; 5 = very poor)": in customers.csv, 1 is the good end for leadership (1 = very good, 5 = very poor), and nothing says which end it is for customers`
	if got := described(s, notices); len(s.Items) != 1 || !strings.Contains(got, want) {
		t.Errorf("%d items, or not %s in\n%s", len(s.Items), want, got)
	}
	file := draftFileOf(t, "leadership.csv", legend, "customers.csv", bare)
	for _, want := range []string{
		`scale: 1..5, reversed: true}, customers: {column: Delivery, scale: 1..5, reversed: true}}} # if 1 is the good end for customers`,
		`scale: 1..5, reversed: true}, customers: {column: Delivery, scale: 1..5}}} # or, if 5 is`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
}

// Where the headings of two audiences say the opposite of each other, the answers of one are turned round, and it is named.
func TestWhoseAnswersAreTurnedRound(t *testing.T) {
	s, notices, err := drafted(t, "leadership.csv", graded("Delivery (1 = very good; 5 = very poor)", "How fair?"), "customers.csv", graded("Delivery (1 = very poor; 5 = very good)", "Who?"))
	if err != nil {
		t.Fatal(err)
	}
	const want = `1 is the good end, so that answers are turned round: "Delivery" of leadership (1 = very good, 5 = very poor)`
	if got := described(s, notices); !strings.Contains(got, want) {
		t.Errorf("not %s in\n%s", want, got)
	}
}
