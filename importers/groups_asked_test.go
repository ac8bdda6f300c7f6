package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Codes of groups and of yes and no are no ratings, in any of the languages; what is rated is one, whatever it names.
func TestCodesOfGroups(t *testing.T) {
	beside := answersTo("How well do we listen to you?", 0, 9, 9, 9, 9, 9)
	four, five, seven := []int{0, 10, 10, 10, 10}, []int{0, 9, 9, 9, 9, 9}, []int{0, 6, 6, 6, 6, 6, 6, 6}
	for header, test := range map[string]struct {
		times []int
		want  study.ColumnKind
	}{
		"Region code": {four, study.SingleColumn}, "Branch": {seven, study.SingleColumn}, "Customer segment": {five, study.SingleColumn},
		"Which store do you use most?": {five, study.SingleColumn}, "Education": {seven, study.SingleColumn}, "Job level": {five, study.SingleColumn},
		"Tenure": {five, study.SingleColumn}, "Department": {five, study.SingleColumn}, "Geschlecht": {five, study.SingleColumn},
		"Sprache": {five, study.SingleColumn}, "In welcher Abteilung arbeiten Sie?": {five, study.SingleColumn}, "Ancienneté": {five, study.SingleColumn},
		"Nivel de estudios": {five, study.SingleColumn}, "Fascia d'età": {five, study.SingleColumn}, "Escolaridade": {five, study.SingleColumn},
		"Opleidingsniveau": {five, study.SingleColumn}, "What is your highest level of education?": {five, study.SingleColumn},
		"Do you own a car?": {[]int{20, 20}, study.SingleColumn}, "Did you contact us?": {[]int{0, 20, 20}, study.SingleColumn},
		"Haben Sie ein Auto?": {[]int{0, 20, 20}, study.SingleColumn}, "Avez-vous une voiture ?": {[]int{0, 20, 20}, study.SingleColumn},
		"Airline": {five, study.SingleColumn}, "Purpose": {five, study.SingleColumn}, "Purpose of visit": {five, study.SingleColumn},
		"Gender (1=f; 2=m; 3=d)":              {[]int{0, 12, 12, 12}, study.SingleColumn},
		"Are you satisfied with us?":          {five, study.RatingColumn}, // more than two answers
		"How satisfied are you with a store?": {five, study.RatingColumn}, "How good is our branch?": {five, study.RatingColumn},
		"Education (1 = poor; 5 = good)": {five, study.RatingColumn}, "Rate us [Location]": {five, study.RatingColumn},
	} {
		c := inspectedText(t, ratedOnce(answersTo(header, test.times...), beside)).Columns[0]
		if c.Kind != test.want {
			t.Errorf("%s: %s, want %s", header, c.Kind, test.want)
		}
	}
	for _, headings := range []string{"Location,Team,Price", "Engagement,Integrity,Products,Purpose", "Airport,Airline,Terminal,Check-in,Lounge", "Destination,Carrier,Price"} {
		var columns [][]string
		for heading := range strings.SplitSeq(headings, ",") {
			columns = append(columns, answersTo(heading, five...))
		}
		for _, c := range inspectedText(t, ratedOnce(columns...)).Columns {
			if c.Kind != study.RatingColumn {
				t.Errorf("%s among headings that are rated: %s", c.ID, c.Kind)
			}
		}
	}
}

// The audience with the most answers decides what a question is; its codes are offered as a segment, and none of them lends a scale.
func TestCodesOfGroupsInADraft(t *testing.T) {
	fair := answersTo("How fair are we to you?", 0, 2, 2, 3, 3, 2)
	leaders := ratedOnce(fair, answersTo("Branch", 0, 2, 2, 2, 2, 2, 2), answersTo("Shop", 0, 2, 2, 2, 2, 2, 2), answersTo("Do you smoke?", 6, 6))
	customers := ratedOnce(answersTo("How fair are we to you?", 0, 9, 9, 9, 9, 9), answersTo("Branch", 0, 5, 5, 5, 5, 5, 5), answersTo("Shop", 0, 5, 5, 5, 5, 5, 5), answersTo("Do you smoke?", 20, 20))
	s, notices, err := drafted(t, "leaders.csv", leaders, "customers.csv", customers)
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); len(s.Items) != 1 || !strings.Contains(got, `customers: codes of groups or of yes and no, not ratings: "Branch", "Shop", "Do you smoke?"`) {
		t.Error(got)
	}
	if got := draftFileOf(t, "leaders.csv", leaders, "customers.csv", customers); !strings.Contains(got, `#  branch: {leaders: Branch, customers: Branch} # 6 values: "1", "2", "3", "4", "5" and 1 more`) {
		t.Error(got)
	}
}

// What init offers can be accepted as it stands, or says what to write first; nothing is guessed in silence.
func TestOffersOfTheDraftFile(t *testing.T) {
	ten := append(answersTo("Would you recommend us?", 0, 1, 1, 2, 4, 9, 9, 9, 8, 5), "Extremely likely - 10", "Extremely likely - 10")
	seven := answersTo("Would you recommend us?", 0, 0, 0, 0, 0, 2, 2, 7)
	codes := answersTo("How kind?", 0, 20, 20, 20, 20, 0, 20)
	export, other := ratedOnce(ten, codes), ratedOnce(seven, codes)
	got := draftFileOf(t, "staff.csv", export, "customers.csv", other)
	for _, want := range []string{
		"\noutcome:\n  label: \"Would you recommend us?\"\n  column: {staff: {column: \"Would you recommend us?\", codes: {\"Extremely likely - 10\": 10}}, customers: \"Would you recommend us?\"}\n  nps: true",
		`codes: {"1": "?", "2": "?", "3": "?", "4": "?", "6": "?"}`, `Write the point of each code in place of its "?"`,
	} {
		if !strings.Contains(strings.ReplaceAll(got, "\n  #   ", " "), want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	good, important := answersTo("How well do we do? [Price]", 0, 20, 20, 20, 20, 0, 20), answersTo("How important is it? [Price]", 0, 20, 20, 20, 20, 20)
	pair := ratedOnce(good, important)
	if got := draftFileOf(t, "staff.csv", pair, "customers.csv", pair); strings.Contains(got, "0..0") {
		t.Errorf("a performance without a scale is offered:\n%s", got)
	}
	words := func(header string, words ...string) []string { return append([]string{header}, words...) }
	few := ratedOnce(words("Delivery", "Meets", "Beats", "Meets"), words("Support", "Short", "Beats", "Meets"), answersTo("How kind?", 0, 1, 1, 1, 1, 1))
	many := exportOf(60, words("Delivery", "Meets", "Beats", "Short"), words("Support", "Short", "Beats", "Meets"), answersTo("How kind?", 0, 1, 1, 1, 1, 1))
	if got := draftFileOf(t, "staff.csv", few, "customers.csv", many); !strings.Contains(got, "delivery: {label: Delivery, performance: {staff: {column: Delivery") || strings.Contains(got, "delivery_2") {
		t.Errorf("one of the audiences is missing, or each has a line of its own:\n%s", got)
	}
}

// A date that Excel made of a cell is no point of a scale; a heading that is nothing but NPS is the outcome; ids are found by their name.
func TestCellsAndHeadingsOfNoScale(t *testing.T) {
	c := inspectedText(t, ratedOnce(append(answersTo("Overall", 0, 9, 9, 9, 9, 9), "01-May", "05-Jan"))).Columns[0]
	if got := flagsOf(c); c.Kind != study.SingleColumn || !strings.Contains(got, `"01-May" looks like a date that Excel made`) {
		t.Errorf("%s %s: %q", c.Kind, c.Scale, got)
	}
	if c = inspectedText(t, ratedOnce(answersTo("NPS", 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3))).Columns[0]; c.Kind != study.NPSColumn || c.Scale != "0..10" {
		t.Errorf("%s %s", c.Kind, c.Scale)
	}
	for _, id := range []string{"respondent_id", "id", "Participant ID"} {
		c = inspectedText(t, id+",How kind?\na,1\nb,2\nb,5\n").Columns[0]
		if got := flagsOf(c); !strings.Contains(got, `1 row with an id that stood before, the first at a.csv:`) {
			t.Errorf("%s: %q", id, got)
		}
	}
}
