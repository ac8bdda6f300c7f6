package importers

import (
	"slices"
	"strings"
	"testing"
)

// Whether the lowest German grade was offered all questions of an export tell together, and the draft asks with the other form.
func TestSchoolGradesAreFiveOrSix(t *testing.T) {
	grades := func(header string, times ...int) []string {
		c := []string{header}
		for i, n := range times {
			c = append(c, repeated([]string{"ungenügend", "mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"}[i], n)...)
		}
		return c
	}
	const five, six = `[mangelhaft, ausreichend, befriedigend, gut, "sehr gut"]`, `["ungenügend", mangelhaft, ausreichend, befriedigend, gut, "sehr gut"]`
	for name, test := range map[string]struct {
		speed, price []string
		want         []string
		not          string
	}{
		"the last but one is frequent": {
			grades("Tempo", 0, 15, 20, 30, 40, 20), grades("Preis", 0, 6, 9, 30, 40, 20),
			[]string{"scale: " + five + " #", "# ? scale: " + six + " # in place of the line above", `none of 230 answers in such words is "ungenügend"`},
			"top_box",
		},
		"also where it is not given": {
			grades("Tempo", 0, 25, 20, 30, 40, 20), grades("Preis", 0, 0, 0, 30, 40, 20),
			[]string{"scale: " + five + " #", `which is taken for not offered, and nobody answered "mangelhaft", "ausreichend": "Preis"`},
			"nobody answered \"ungenügend",
		},
		"it is rare": {
			grades("Tempo", 0, 11, 20, 30, 40, 20), grades("Preis", 0, 9, 9, 30, 40, 20),
			[]string{"scale: " + six + " #", "# ? scale: " + five + " # in place of the line above", `although nobody answered "ungenügend"`},
			"taken for not offered",
		},
		"of one question somebody gave the last": {
			grades("Tempo", 1, 25, 20, 30, 40, 20), grades("Preis", 0, 25, 9, 30, 40, 20),
			[]string{"scale: " + six + " #"},
			"# ? scale",
		},
		"three grades of few": {
			grades("Tempo", 0, 4, 0, 5, 3, 4), grades("Preis", 0, 0, 0, 4, 6, 6),
			[]string{"scale: " + six + " #"},
			"schlecht",
		},
	} {
		got := draftFileOf(t, "customers.csv", ratedOnce(test.speed, test.price))
		said := got + strings.Join(strings.Fields(strings.ReplaceAll(got, "\n#", " ")), " ")
		for _, want := range test.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %s is not in\n%s", name, want, got)
			}
		}
		if strings.Contains(said, test.not) {
			t.Errorf("%s: %s is in\n%s", name, test.not, got)
		}
	}
}

// Words that grades share with other scales are no grades.
func TestGoodAloneIsNoGrade(t *testing.T) {
	for labels, want := range map[string][]string{
		"schlecht|mittelmäßig|gut|sehr gut": {"sehr schlecht", "schlecht", "mittelmäßig", "gut", "sehr gut"},
		"befriedigend|gut|sehr gut":         {"sehr schlecht", "schlecht", "befriedigend", "gut", "sehr gut"},
		"genügend|befriedigend|gut":         {"nicht genügend", "genügend", "befriedigend", "gut", "sehr gut"},
	} {
		c := inWords("Q", strings.Split(labels, "|"))
		columns := inspectedText(t, ratedOnce(c)).Columns
		if got := columns[0].Labels; !slices.Equal(got, want) {
			t.Errorf("%s: read as %q, want %q", labels, got, want)
		}
	}
}
