package importers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// tableOf writes an export of so many rows.
func tableOf(header string, rows int, row func(source *rand.Rand) []int) string {
	source := rand.New(rand.NewPCG(7, 7))
	text := header + "\n"
	for range rows {
		text += strings.ReplaceAll(strings.Trim(fmt.Sprint(row(source)), "[]"), " ", ",") + "\n"
	}
	return text
}

// ranked is a ranking of n items beside a rating.
func ranked(n int) func(source *rand.Rand) []int {
	return func(source *rand.Rand) []int {
		row := source.Perm(n)
		for i := range row {
			row[i]++
		}
		return append(row, 1+source.IntN(10))
	}
}

// rated are ratings of n items from 1 to n.
func rated(n int) func(source *rand.Rand) []int {
	return func(source *rand.Rand) []int {
		row := make([]int, n+1)
		for i := range row {
			row[i] = 1 + source.IntN(n)
		}
		return row
	}
}

// Columns in which every place stands once a row are a ranking, whatever they are called, as soon as no chance makes them so.
func TestRankingsAreKnownByTheirCells(t *testing.T) {
	const rank, rating = study.RankColumn, study.RatingColumn
	for name, test := range map[string]struct {
		header string
		rows   int
		row    func(source *rand.Rand) []int
		want   study.ColumnKind
	}{
		"by first part":           {"sm_price,sm_quality,sm_service,sm_time_to_answer,q", 5, ranked(4), rank},
		"by last part":            {"q_7_1,q_7_2,q_7_3,q_7_4,q_7_5,q_8_1", 5, ranked(5), rank},
		"by numbers":              {"place1,place2,place3,q", 8, ranked(3), rank},
		"too few rows":            {"place1,place2,place3,q", 3, ranked(3), rating},
		"ratings":                 {"sm_1,sm_2,sm_3,sm_4,q", 40, rated(4), rating},
		"ratings in another tag":  {"a_1,b_1,c_1,d_1,q", 20, rated(4), rating},
		"a ranking among ratings": {"sm_1,sm_2,sm_3,sm_4,sm", 40, ranked(4), rank},
	} {
		text := tableOf(test.header, test.rows, test.row)
		if got := inspectedText(t, text).Columns[0].Kind; got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
		first, _, _ := strings.Cut(test.header, ",")
		s, notices, err := drafted(t, "customers.csv", text)
		if err != nil {
			t.Errorf("%s: %v", name, faultsOf(err))
			continue
		}
		got := described(s, notices)
		if is := strings.Contains(got, "not ratings: \""+first+`" (rank)`); is != (test.want == rank) {
			t.Errorf("%s: the draft says otherwise:\n%s", name, got)
		}
	}
}

// What matters most and least of a set is a choice; the best and the worst of a visit may be ratings.
func TestMostAndLeastAreChoices(t *testing.T) {
	chosen := func(source *rand.Rand) []int {
		row := source.Perm(5)
		return []int{1 + row[0], 1 + row[1], 1 + source.IntN(10)}
	}
	scored := func(source *rand.Rand) []int {
		a, b := 1+source.IntN(5), 1+source.IntN(5)
		return []int{max(a, b), min(a, b), 1 + source.IntN(10)}
	}
	for header, test := range map[string]struct {
		row  func(source *rand.Rand) []int
		want study.ColumnKind
	}{
		"md_1_most,md_1_least,q":                               {chosen, study.SingleColumn},
		"Set 1: Most important,Set 1: Least important,q":       {chosen, study.SingleColumn},
		"T3_best,T3_worst,q":                                   {chosen, study.SingleColumn},
		"visit_best,visit_worst,q":                             {scored, study.RatingColumn},
		"We keep most,We keep nobody,How likely to come back?": {chosen, study.RatingColumn},
	} {
		text := tableOf(header, 40, test.row)
		c := inspectedText(t, text).Columns[0]
		if c.Kind != test.want || (c.Kind == study.SingleColumn) != strings.Contains(flagsOf(c), "#2 holds the one that matters least") {
			t.Errorf("%s: %s %s, want %s", header, c.Kind, flagsOf(c), test.want)
		}
		s, notices, err := drafted(t, "customers.csv", text)
		if err != nil {
			t.Errorf("%s: %v", header, faultsOf(err))
			continue
		}
		if got := described(s, notices); (len(s.Items) == 1) != (test.want == study.SingleColumn) || (len(s.Items) == 1) != strings.Contains(got, "(the item that matters most or least)") {
			t.Errorf("%s: the draft says otherwise:\n%s", header, got)
		}
	}
}

// Numbers 0 and 1 are yes and no, for inspect as for a draft, unless the wording, or a matrix, shows a longer scale.
func TestZeroAndOneAreNoRatings(t *testing.T) {
	for name, test := range map[string]struct {
		columns [][]string
		want    study.ColumnKind
	}{
		"without wording":     {[][]string{answersTo("visited", 10, 10), answersTo("q", 0, 4, 4, 4, 4, 4)}, study.SingleColumn},
		"with a wording":      {[][]string{answersTo("Was it well done?", 10, 10), answersTo("q", 0, 4, 4, 4, 4, 4)}, study.SingleColumn},
		"a row of a matrix":   {[][]string{answersTo("Rate us [Price]", 10, 10), answersTo("Rate us [Time]", 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4)}, study.RatingColumn},
		"a scale to 10":       {[][]string{answersTo("How good is it (0-10)?", 10, 10), answersTo("q", 0, 4, 4, 4, 4, 4)}, study.RatingColumn},
		"likely to recommend": {[][]string{answersTo("How likely are you to recommend us?", 2, 2), answersTo("q", 0, 4, 4, 4, 4, 4)}, study.NPSColumn},
	} {
		text := ratedOnce(test.columns...)
		if got := inspectedText(t, text).Columns[0].Kind; got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
		s, notices, err := drafted(t, "customers.csv", text)
		if err != nil {
			t.Errorf("%s: %v", name, faultsOf(err))
			continue
		}
		if got := described(s, notices); strings.Contains(got, "codes of groups or of yes and no") != (test.want == study.SingleColumn) {
			t.Errorf("%s: the draft says otherwise:\n%s", name, got)
		}
	}
}

// A ranking of places, as LimeSurvey exports it, has an item in each cell. It is known by its heading in several languages, and under any counted
// heading by its cells; it is neither a rating nor a segment, and that is said.
func TestRankingsOfPlaces(t *testing.T) {
	items := []string{"Le prix", "Le délai", "La qualité", "Le conseil"}
	for name, test := range map[string]struct {
		headings []string
		cells    func(row, place int) string
		kind     study.ColumnKind
	}{
		"rangs":               {[]string{"Classez [Rang 1]", "Classez [Rang 2]", "Classez [Rang 3]"}, func(row, place int) string { return items[(row+place)%4] }, study.RankColumn},
		"another word":        {[]string{"Classez [Classement 1]", "Classez [Classement 2]", "Classez [Classement 3]"}, func(row, place int) string { return items[(row+place)%4] }, study.RankColumn},
		"numbers alone":       {[]string{"Ordina [1]", "Ordina [2]", "Ordina [3]"}, func(row, place int) string { return items[(row+3*place)%4] }, study.RankColumn},
		"not all places":      {[]string{"Ordne [1]", "Ordne [2]", "Ordne [3]"}, func(row, place int) string { return append(items, "")[min((row+place)%4+4*(place/(2+row%2)), 4)] }, study.RankColumn},
		"an item twice":       {[]string{"Vote [Team 1]", "Vote [Team 2]", "Vote [Team 3]"}, func(row, place int) string { return items[(row+place*(row%3))%4] }, study.SingleColumn},
		"first places blank":  {[]string{"Vote [Team 1]", "Vote [Team 2]", "Vote [Team 3]"}, func(row, place int) string { return []string{"", items[row%4], items[(row+1)%4]}[place] }, study.SingleColumn},
		"places not in order": {[]string{"Vote [Team 2]", "Vote [Team 1]", "Vote [Team 3]"}, func(row, place int) string { return items[(row+place)%4] }, study.SingleColumn},
	} {
		columns := [][]string{answersTo("How good is our price?", 0, 12, 12, 12, 12, 12)}
		for place, heading := range test.headings {
			column := []string{heading}
			for row := range 60 {
				column = append(column, test.cells(row, place))
			}
			columns = append(columns, column)
		}
		text := ratedOnce(columns...)
		if c := inspectedText(t, text).Columns[2]; c.Kind != test.kind {
			t.Errorf("%s: %s is %s, want %s", name, c.ID, c.Kind, test.kind)
		}
		if test.kind != study.RankColumn {
			continue
		}
		if file := draftFileOf(t, "customers.csv", text); strings.Contains(file, "#segments:") || !strings.Contains(file, "(rank)") {
			t.Errorf("%s: the places are offered as segments, or nothing is said of them:\n%s", name, file)
		}
	}
}
