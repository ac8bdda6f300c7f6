package gate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// rarely is a distribution with a tenth of the answers in the top box.
func rarely() answers { return answers{.06, .07, .09, .12, .16, .16, .14, .10, .06, .04} }

// topBoxGapScenario is a difference of shares between audiences of two sizes, of which the truth is none.
func topBoxGapScenario(first, second int, of answers, words string) scenario {
	top := func(x float64) bool { return x >= 9 }
	return scenario{
		name: fmt.Sprintf("top_box_gap, %s, %d and %d answers", words, first, second), truth: 0, base: min(first, second),
		rule: func(truth float64) string {
			return fmt.Sprintf("top_box_gap(leadership, customers, easy) <= %.17fpp", truth)
		},
		sample: func(source *rand.Rand) []analysis.Figure {
			a := stats.NewSample(of.draw(source, first), nil).Share(top, .95)
			b := stats.NewSample(of.draw(source, second), nil).Share(top, .95)
			d := stats.Newcombe(a, b)
			return []analysis.Figure{estimated("gap/performance/leadership:customers/easy/top_box_difference", analysis.ShareDiff, d)}
		},
	}
}

// audience is one of a simulation, with how its answers to each item are distributed.
type audience struct {
	id    string
	n     int
	items []answers
}

// simulatedOf draws every answer by itself. With so many values of a segment respondents are spread over them in turn; copied makes
// that share of the answers to all items but the first repeat the first: the same people are of one mind.
func simulatedOf(t *testing.T, segments int, copied float64, audiences ...audience) *simulated {
	t.Helper()
	var ids []string
	for _, a := range audiences {
		ids = append(ids, a.id)
	}
	s := newSimulated(t, len(audiences[0].items), ids...)
	if segments > 0 {
		s.study.Segments = []study.Segment{{Name: "region", Columns: map[string]study.Selector{"": {Name: "region"}}}}
	}
	s.draw = func(source *rand.Rand, at int) []respondent {
		people := make([]respondent, audiences[at].n)
		for i := range people {
			if segments > 0 {
				people[i].segment = fmt.Sprint("r", i%segments)
			}
			for k, of := range audiences[at].items {
				code := study.Code(of.draw(source, 1)[0] - 1)
				if k > 0 && source.Float64() < copied {
					code = people[i].codes[0]
				}
				people[i].codes = append(people[i].codes, code)
			}
		}
		return people
	}
	return s
}

// wholeScenario is a simulation of the whole way with one rule whose true value lies on its limit.
type wholeScenario struct {
	name string
	of   *simulated
	rule study.Check
}

// times is a list of one distribution, so many times.
func times(n int, of answers) []answers {
	all := make([]answers, n)
	for i := range all {
		all[i] = of
	}
	return all
}

// wholeScenarios are those of the second table in docs/ci.md.
func wholeScenarios(t *testing.T) []wholeScenario {
	t.Helper()
	mean := func(of answers) float64 { return of.of(itself) }
	pompOf := func(points float64) float64 { return 100 * points / 9 }
	over := func(where study.Repetition, format string, limit float64) study.Check {
		c := expect(fmt.Sprintf(format, limit))
		c.For = where
		return c
	}
	three := func(staff answers) *simulated {
		return simulatedOf(
			t, 0, 0, audience{"leadership", 40, times(6, proud())}, audience{"staff", 120, times(6, staff)}, audience{"customers", 400, times(6, contented())},
		)
	}
	aligned := func(staff answers) float64 {
		l, s, c := mean(proud()), mean(staff), mean(contented())
		return 100 - pompOf(math.Abs(l-s)+math.Abs(l-c)+math.Abs(s-c))/3
	}
	spread := func(staff answers) float64 { return mean(proud()) - math.Min(mean(staff), mean(contented())) }
	regions := func(segments, n int, of answers) *simulated {
		return simulatedOf(t, segments, 0, audience{"customers", segments * n, []answers{of}})
	}
	gapIn := func(segments, staff, customers int, inside, outside answers) *simulated {
		return simulatedOf(t, segments, 0, audience{"staff", segments * staff, []answers{inside}}, audience{"customers", segments * customers, []answers{outside}})
	}
	return []wholeScenario{
		{"alignment >=, six items, all gaps wide", three(nearNormal()), over("", "alignment() >= %.17f", aligned(nearNormal()))},
		{"alignment >=, six items, staff and customers alike", three(contented()), over("", "alignment() >= %.17f", aligned(contented()))},
		{"spread <=, one audience far below", three(nearNormal()), over("", "spread(item_0) <= %.17fpt", spread(nearNormal()))},
		{"spread <=, staff and customers alike", three(contented()), over("", "spread(item_0) <= %.17fpt", spread(contented()))},
		{"spread <=, staff and customers alike, any of six items", three(contented()), over(study.ForItems, "spread() <= %.17fpt", spread(contented()))},
		{"mean >= in six segments of 40, near-normal", regions(6, 40, nearNormal()), over(study.ForSegments, "mean(customers, item_0) >= %.17fpt", mean(nearNormal()))},
		{"mean <= in six segments of 40, contented customers", regions(6, 40, contented()), over(study.ForSegments, "mean(customers, item_0) <= %.17fpt", mean(contented()))},
		{"mean <= in six segments of 160, contented customers", regions(6, 160, contented()), over(study.ForSegments, "mean(customers, item_0) <= %.17fpt", mean(contented()))},
		{"gap <= in six segments, 30 staff and 80 customers, near-normal", gapIn(6, 30, 80, nearNormal(), nearNormal()), over(study.ForSegments, "gap(staff, customers, item_0) <= %.0fpt", 0)},
		{
			"gap >= in six segments, 30 proud staff and 80 contented customers", gapIn(6, 30, 80, proud(), contented()),
			over(study.ForSegments, "gap(staff, customers, item_0) >= %.17fpt", mean(proud())-mean(contented())),
		},
		{
			"mean >= mean of the same 200 people, half of one mind",
			simulatedOf(t, 0, 0.5, audience{"customers", 200, times(2, nearNormal())}), expect("mean(customers, item_0) >= mean(customers, item_1)"),
		},
		{"missing <=, 10 % of 400, weights and accounts", withoutRating(t, true, true), expect("missing(customers, item_0) <= 10%")},
	}
}

// The second table of error rates in docs/ci.md is what the simulation gives, of small against large audiences and the whole way.
func TestErrorRatesOfOtherQuantities(t *testing.T) {
	if !*simulate {
		t.Skip("go test ./analysis/gate -run ErrorRatesOfOther -simulate holds the table of docs/ci.md against the simulation")
	}
	var table strings.Builder
	table.WriteString("| rule with its true value on the limit | fails | passes | no data |\n|---|--:|--:|--:|\n")
	line := func(name string, r rates) {
		fmt.Fprintf(&table, "| %s | %.1f %% | %.1f %% | %.1f %% |\n", name, 100*r.failed, 100*r.passed, 100*r.noData)
	}
	for _, s := range []scenario{
		topBoxGapScenario(14, 600, rarely(), "a tenth"), topBoxGapScenario(40, 400, rarely(), "a tenth"), topBoxGapScenario(70, 370, rarely(), "a tenth"),
		topBoxGapScenario(200, 200, rarely(), "a tenth"), topBoxGapScenario(14, 600, contented(), "two thirds"), topBoxGapScenario(40, 400, contented(), "two thirds"),
	} {
		line(s.name, s.rates(t, 20000))
	}
	for _, s := range wholeScenarios(t) {
		line(s.name, s.of.rates(t, 5000, s.rule)[0])
	}
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), table.String()) {
		t.Errorf("docs/ci.md does not hold\n%s", table.String())
	}
}

// The simulations of the whole way run, and are near what the document says: a slip in one of them would not be seen until the table is
// made anew.
func TestWholeSimulationsRun(t *testing.T) {
	for _, s := range wholeScenarios(t) {
		if r := s.of.rates(t, 10, s.rule)[0]; r.failed > 0.5 || r.noData > 0 {
			t.Errorf("%s: %+v", s.name, r)
		}
	}
}
