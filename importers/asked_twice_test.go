package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// What stands twice in an audience is joined with nothing, whichever audience comes first; it is said, and asked with both columns.
func TestAskedTwice(t *testing.T) {
	const twice, once = "Speed,Speed,Care\n1,2,1\n5,4,4\n3,3,2\n2,5,5\n", "Speed,Care\n1,1\n5,5\n2,3\n4,2\n"
	const branched = "Speed,Speed,Care\n1,,1\n5,,4\n,3,2\n,2,5\n4,,3\n,5,4\n2,,3\n"
	for name, test := range map[string]struct {
		files  []string
		items  int
		said   string
		offers []string
	}{
		"by the first audience": {
			[]string{"leadership.csv", twice, "customers.csv", once},
			1,
			`leadership was asked the same in 2 columns (#1, #2): "Speed"; none of them is joined with what others were asked`,
			[]string{`leadership: "Speed[1]", customers: Speed`, `or leadership: "Speed[2]", asked in the same words`},
		},
		"by the last": {
			[]string{"leadership.csv", once, "customers.csv", twice},
			1,
			`customers was asked the same in 2 columns (#1, #2): "Speed"; none of them is joined with what others were asked`,
			[]string{`leadership: Speed, customers: "Speed[1]"`, `or customers: "Speed[2]", asked in the same words`},
		},
		"by one of three": {
			[]string{"leadership.csv", twice, "staff.csv", once, "customers.csv", strings.Replace(once, "5,5", "4,5", 1)},
			2,
			`leadership was asked the same in 2 columns (#1, #2): "Speed"; none of them is joined with what others were asked`,
			[]string{"staff: Speed, customers: Speed", `or leadership: "Speed[2]", asked in the same words`},
		},
		"by the only one": {[]string{"customers.csv", twice}, 3, `customers was asked the same in 2 columns (#1, #2): "Speed"`, nil},
		"in two branches": {
			[]string{"customers.csv", branched},
			3,
			`customers was asked the same in 2 columns (#1, #2): "Speed"`,
			[]string{
				`Nobody answered more than one: if this is one question in several branches, an item takes them as a list: {customers: ["Speed[1]", "Speed[2]"]}`,
				`# ? performance: {customers: ["Speed[1]", "Speed[2]"]} # in place of the line above, if this is one question in several branches; then take out the items of the others`,
			},
		},
		"an outcome in two branches": {
			[]string{"customers.csv", strings.ReplaceAll(branched, "Speed", "Would you recommend us?")},
			3,
			`customers was asked the same in 2 columns (#1, #2): "Would you recommend us?"`,
			[]string{`customers: "Would you recommend us?[1]"}, scale: 0..10, nps: true} # or customers: ["Would you recommend us?[1]", "Would you recommend us?[2]"], if this is one question in several branches`},
		},
		"in two branches of one audience": {
			[]string{"leadership.csv", once, "customers.csv", branched},
			1,
			`customers was asked the same in 2 columns (#1, #2): "Speed"; none of them is joined with what others were asked`,
			[]string{`leadership: Speed, customers: "Speed[1]"`, `or customers: "Speed[2]", asked in the same words, or customers: ["Speed[1]", "Speed[2]"], if this is one question in several branches`},
		},
		"one answered both": {
			[]string{"customers.csv", strings.Replace(branched, "4,,3", "4,3,3", 1)},
			3,
			`customers was asked the same in 2 columns (#1, #2): "Speed"`,
			[]string{"What does each of these columns ask? Some respondents answered several of them."},
		},
		"by nobody": {[]string{"leadership.csv", once, "customers.csv", once}, 2, "", nil},
	} {
		s, notices, err := drafted(t, test.files...)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		said := ""
		for _, n := range notices {
			if n.Code == study.AskedTwice {
				said += n.Message
			}
		}
		if said != test.said || len(s.Items) != test.items {
			t.Errorf("%s: %d items, said %q", name, len(s.Items), said)
		}
		file := draftFileOf(t, test.files...)
		for _, offer := range test.offers {
			if !strings.Contains(strings.ReplaceAll(file, "\n  #   ", " "), offer) {
				t.Errorf("%s: no %s in\n%s", name, offer, file)
			}
		}
		if lists := strings.Contains(file, `[1]", "`); lists != strings.Contains(name, "branches") {
			t.Errorf("%s: offers a list: %v", name, lists)
		}
		if asks := strings.Contains(file, "? "+strings.SplitN(test.said, " ", 2)[0]+" was asked the same"); test.said != "" && !asks {
			t.Errorf("%s: nothing is asked in\n%s", name, file)
		}
	}
}
