package gate

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

var simulate = flag.Bool("simulate", false, "run the simulations in full, and hold the table of error rates in docs/ci.md against them")

// The answers that are drawn, as probabilities of 1 to 10.
type answers []float64

// nearNormal is a rounded normal variable in the middle of the scale, cut off at its ends.
func nearNormal() answers {
	n := distuv.Normal{Mu: 5.5, Sigma: 1.6}
	p := make(answers, 10)
	for k := range p {
		low, high := math.Inf(-1), math.Inf(1)
		if k > 0 {
			low = float64(k) + 0.5
		}
		if k < 9 {
			high = float64(k) + 1.5
		}
		p[k] = n.CDF(high) - n.CDF(low)
	}
	return p
}

// contented is what customers of a good service give: half of them the 10, and a long tail.
func contented() answers { return answers{.02, .01, .01, .02, .03, .04, .07, .12, .18, .50} }

// proud is what a leadership team gives itself: nearly all 9 and 10.
func proud() answers { return answers{0, 0, 0, 0, 0, .02, .05, .13, .35, .45} }

// of returns the mean of a score of the answers.
func (p answers) of(score func(float64) float64) float64 {
	m := 0.0
	for k, q := range p {
		m += q * score(float64(k+1))
	}
	return m
}

func (p answers) draw(source *rand.Rand, n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		u := source.Float64()
		for values[i] = 1; values[i] < 10 && u >= p[int(values[i])-1]; values[i]++ {
			u -= p[int(values[i])-1]
		}
	}
	return values
}

func itself(x float64) float64 { return x }

// scenario is a rule whose true value lies exactly on its limit.
type scenario struct {
	name  string
	rule  func(truth float64) string
	truth float64
	// sample draws the figures that the rule names, from fresh answers.
	sample func(source *rand.Rand) []analysis.Figure
	base   int // of the least audience
}

// estimated is an estimate as a figure.
func estimated(id string, unit analysis.Unit, e stats.Estimate) analysis.Figure {
	f := figure(id, unit, e.Value, e.Low, e.High)
	f.SE, f.DF, f.N = analysis.Number(e.SE), analysis.Number(e.DF), analysis.Number(e.N)
	return f
}

func meanScenario(name string, of answers, n int) scenario {
	return scenario{
		name: fmt.Sprintf("mean, %s, n %d", name, n), truth: of.of(itself), base: n,
		rule: func(truth float64) string { return fmt.Sprintf("mean(customers, easy) <= %.17fpt", truth) },
		sample: func(source *rand.Rand) []analysis.Figure {
			return []analysis.Figure{estimated(meanEasy, analysis.Points, stats.NewSample(of.draw(source, n), nil).Mean(.95))}
		},
	}
}

func npsScenario(n int) scenario {
	of := contented()
	promotes, detracts := func(x float64) bool { return x >= 9 }, func(x float64) bool { return x <= 6 }
	score := func(x float64) float64 {
		switch {
		case promotes(x):
			return 100
		case detracts(x):
			return -100
		}
		return 0
	}
	return scenario{
		name: fmt.Sprintf("NPS, contented customers, n %d", n), truth: of.of(score), base: n,
		rule: func(truth float64) string { return fmt.Sprintf("nps(customers) <= %.17f", truth) },
		sample: func(source *rand.Rand) []analysis.Figure {
			e := stats.NewSample(of.draw(source, n), nil).NetShare(promotes, detracts, .95)
			e.Value, e.Low, e.High, e.SE = 100*e.Value, 100*e.Low, 100*e.High, 100*e.SE
			return []analysis.Figure{estimated(npsID, analysis.NPSPoints, e)}
		},
	}
}

// gapScenario is a gap between so many leaders, of a team of so many (0: of any number), and 300 contented customers.
func gapScenario(leaders, team int) scenario {
	of, customers := proud(), contented()
	truth := of.of(itself)
	var all []float64
	if team > 0 { // the whole team, of which some answer: 45 % give the 10, and so on as near as whole people allow
		for k, share := range of {
			for range int(math.Round(share * float64(team))) {
				all = append(all, float64(k+1))
			}
		}
		truth = stats.NewSample(all, nil).Mean(.95).Value
	}
	name := fmt.Sprintf("gap, %d proud leaders, 300 contented customers", leaders)
	if team > 0 {
		name = fmt.Sprintf("gap, %d of %d proud leaders, 300 contented customers", leaders, len(all))
	}
	return scenario{
		name: name, truth: truth - customers.of(itself), base: leaders,
		rule: func(truth float64) string { return fmt.Sprintf("gap(leadership, customers, easy) <= %.17fpt", truth) },
		sample: func(source *rand.Rand) []analysis.Figure {
			var inside stats.Sample
			if team > 0 {
				drawn := make([]float64, leaders)
				for i, at := range source.Perm(len(all))[:leaders] {
					drawn[i] = all[at]
				}
				inside = stats.NewSample(drawn, nil)
				inside.Population = len(all)
			} else {
				inside = stats.NewSample(of.draw(source, leaders), nil)
			}
			outside := stats.NewSample(customers.draw(source, 300), nil)
			return []analysis.Figure{estimated(gapEasy, analysis.Points, stats.Welch(inside.Mean(.95), outside.Mean(.95), .95).Estimate)}
		},
	}
}

// rates are the shares of samples in which a rule is decided, and in which it cannot be.
type rates struct{ failed, passed, noData float64 }

func (s scenario) rates(t *testing.T, runs int) rates {
	t.Helper()
	c := expect(s.rule(s.truth))
	c.FailSmallBase = true
	rule := rules(t, c)
	source := rand.New(rand.NewPCG(2026, 11))
	var r rates
	for range runs {
		switch Evaluate(rule, answered(s.sample(source)...), Against{}).Verdicts[0].Outcome {
		case Fail:
			r.failed++
		case Pass:
			r.passed++
		case NoData:
			r.noData++
		}
	}
	n := float64(runs)
	return rates{r.failed / n, r.passed / n, r.noData / n}
}

// With the true value exactly on the limit a confident rule on near-normal ratings fails in 2.5 % of samples, and passes in no
// more.
func TestErrorRatesAtTheLimit(t *testing.T) {
	const runs = 2000
	most := 0.025 + 3*math.Sqrt(0.025*0.975/runs)
	for _, n := range []int{30, 60, 400} {
		r := meanScenario("near-normal", nearNormal(), n).rates(t, runs)
		if r.failed > most || r.passed > most {
			t.Errorf("n %d: fails in %.4f of samples, passes in %.4f, want at most %.4f each", n, r.failed, r.passed, most)
		}
		if r.failed == 0 || r.passed == 0 {
			t.Errorf("n %d: %+v: nothing is ever decided", n, r)
		}
	}
}

// Twenty items on the limit stop a pipeline no more often than one.
func TestErrorRateOfTwentyItems(t *testing.T) {
	runs := 400
	if *simulate {
		runs = 2000
	}
	s, result := asked(), answered()
	s.Items, result.Items = nil, nil
	columns := map[string]*study.Column{"customers": {}}
	for k := range 20 {
		item := &study.Item{ID: fmt.Sprintf("item_%d", k)}
		item.Ratings = []*study.Rating{{Item: item, Kind: study.Performance, Columns: columns}}
		s.Items = append(s.Items, item)
		result.Items = append(result.Items, analysis.Item{ID: item.ID, Ratings: []analysis.Rating{{
			Kind: study.Performance, Perspective: "own", Low: 1, High: 10, Asked: []analysis.Asked{{Audience: "customers", Scale: "1..10"}},
		}}})
	}
	c := expect("mean(customers) >= 5.5pt")
	c.ID, c.For, c.OnInconclusive = "rule", study.ForItems, study.CheckWarn
	stops := func(c study.Check) float64 {
		parsed, err := Parse(s, []*study.Check{&c})
		if err != nil {
			t.Fatal(err)
		}
		source := rand.New(rand.NewPCG(2026, 11))
		of, stopped := nearNormal(), 0.0
		for range runs {
			result.Figures = nil
			for _, item := range s.Items {
				result.Figures = append(result.Figures, estimated("profile/performance/customers/"+item.ID+"/mean", analysis.Points, stats.NewSample(of.draw(source, 60), nil).Mean(.95)))
			}
			if Evaluate(parsed, result, Against{}).Failing() {
				stopped++
			}
		}
		return stopped / float64(runs)
	}
	adjusted := stops(c)
	c.Unadjusted = true
	alone := stops(c)
	most := 0.025 + 3*math.Sqrt(0.025*0.975/float64(runs))
	if adjusted > most || alone < 0.25 {
		t.Errorf("adjusted %.4f, want at most %.4f; unadjusted %.4f, want at least .25", adjusted, most, alone)
	}
	if *simulate {
		t.Logf("twenty items at the limit: %.1f %% adjusted, %.1f %% not", 100*adjusted, 100*alone)
	}
}

// The table of error rates in docs/ci.md is what the simulation gives.
func TestErrorRatesInTheDocument(t *testing.T) {
	if !*simulate {
		t.Skip("go test ./analysis/gate -run ErrorRates -simulate holds the table of docs/ci.md against 20,000 samples a line")
	}
	const runs = 20000
	var table strings.Builder
	table.WriteString("| rule with its true value on the limit | fails | passes | no data |\n|---|--:|--:|--:|\n")
	for _, s := range []scenario{
		meanScenario("near-normal", nearNormal(), 30), meanScenario("near-normal", nearNormal(), 100), meanScenario("near-normal", nearNormal(), 640),
		meanScenario("contented customers", contented(), 30), meanScenario("contented customers", contented(), 100), meanScenario("contented customers", contented(), 640),
		npsScenario(100), npsScenario(640),
		gapScenario(5, 0), gapScenario(9, 0), gapScenario(14, 0), gapScenario(30, 0),
		gapScenario(5, 20), gapScenario(9, 20), gapScenario(14, 20), gapScenario(20, 20),
	} {
		r := s.rates(t, runs)
		fmt.Fprintf(&table, "| %s | %.1f %% | %.1f %% | %.1f %% |\n", s.name, 100*r.failed, 100*r.passed, 100*r.noData)
	}
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), table.String()) {
		t.Errorf("docs/ci.md does not hold\n%s", table.String())
	}
}

// withoutRating draws customers of whom a tenth gives no rating, in accounts of four that lean the same way, with weights.
func withoutRating(t *testing.T, weighted, clustered bool) *simulated {
	t.Helper()
	s := newSimulated(t, 1, "customers")
	if weighted {
		s.study.Audiences[0].Weight = &study.Selector{Name: "weight"}
	}
	if clustered {
		s.study.Audiences[0].Cluster = &study.Selector{Name: "account"}
	}
	s.draw = func(source *rand.Rand, _ int) []respondent {
		var people []respondent
		share := 0.1
		for i := range 400 {
			if clustered && i%4 == 0 { // accounts of which none, or two in ten, leave it out
				share = 0.2 * float64(source.IntN(2))
			}
			p := respondent{codes: []study.Code{study.Code(source.IntN(10))}, weight: 0.5 + 1.5*source.Float64(), cluster: fmt.Sprint(i / 4)}
			if source.Float64() < share {
				p.codes[0] = []study.Code{study.Blank, study.DontKnow, study.Suppressed}[source.IntN(3)]
			}
			people = append(people, p)
		}
		return people
	}
	return s
}

// A share of missing ratings at its limit fails no more often than other figures; as an exact number it would in every other sample.
func TestErrorRateOfMissing(t *testing.T) {
	runs := 1500
	if *simulate {
		runs = 20000
	}
	most := 0.031 + 4*math.Sqrt(0.025*0.975/float64(runs)) // a score interval of a tenth on 400 answers: they are whole numbers
	for _, of := range []struct{ weighted, clustered bool }{{}, {weighted: true}, {clustered: true}, {weighted: true, clustered: true}} {
		r := withoutRating(t, of.weighted, of.clustered).rates(t, runs, expect("missing(customers, item_0) <= 10%"), expect("missing(customers, item_0) >= 10%"))
		for i, side := range []string{"<=", ">="} {
			if r[i].failed > most || r[i].failed < 0.01 {
				t.Errorf("%s, %+v: fails in %.4f of samples, want about .025", side, of, r[i].failed)
			}
		}
		if *simulate {
			t.Logf("missing, %+v: <= fails in %.1f %%, >= in %.1f %%", of, 100*r[0].failed, 100*r[1].failed)
		}
	}
}
