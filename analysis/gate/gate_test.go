package gate

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// asked is the study that the rules of these tests are about.
func asked() *study.Study {
	s := &study.Study{}
	for _, id := range []string{"leadership", "customers"} {
		s.Audiences = append(s.Audiences, &study.Audience{ID: id, Population: 20, Time: &study.AnswerTime{}})
	}
	columns := map[string]*study.Column{"leadership": {}, "customers": {}}
	for _, id := range []string{"easy", "quick"} {
		item := &study.Item{ID: id}
		for _, kind := range []study.Kind{study.Performance, study.Importance} {
			item.Ratings = append(item.Ratings, &study.Rating{Item: item, Kind: kind, Columns: columns})
		}
		s.Items = append(s.Items, item)
	}
	s.Constructs = []*study.Construct{{ID: "dimension_ease", Items: s.Items, Dimension: true}}
	s.Outcome = &study.Rating{Kind: study.OutcomeKind, Columns: columns, NPS: true}
	return s
}

// answered is a small result: figures as tests set them, on the scale 1..10.
func answered(figures ...analysis.Figure) *analysis.Result {
	r := &analysis.Result{Choices: analysis.Choices{Confidence: 0.95, Alpha: 0.05}}
	for _, id := range []string{"leadership", "customers"} {
		r.Audiences = append(r.Audiences, analysis.Audience{ID: id, Population: 20, Bases: []analysis.Base{{N: 15}}})
	}
	for _, id := range []string{"easy", "quick"} {
		r.Items = append(r.Items, analysis.Item{ID: id, Label: id, Ratings: []analysis.Rating{{
			Kind: study.Performance, Perspective: "own", Low: 1, High: 10,
			Asked: []analysis.Asked{{Audience: "leadership", Scale: "1..10"}, {Audience: "customers", Scale: "1..10"}},
		}}})
	}
	r.Constructs = []analysis.Construct{{ID: "dimension_ease", Label: "Ease", Items: []string{"easy", "quick"}, Dimension: true}}
	r.Figures = figures
	return r
}

// figure returns a figure with an interval; low = high = NaN stands for none.
func figure(id string, unit analysis.Unit, value, low, high float64, notes ...string) analysis.Figure {
	n := func(x float64) analysis.Number { return analysis.Number(x) }
	return analysis.Figure{
		ID: id, Unit: unit, Value: n(value), SE: n((high - low) / 3.92), Low: n(low), High: n(high), Level: 0.95, DF: analysis.NaN,
		N: 15, NVersus: analysis.NaN, Note: notes,
	}
}

const (
	gapEasy  = "gap/performance/leadership:customers/easy/difference"
	gapQuick = "gap/performance/leadership:customers/quick/difference"
	npsID    = "profile/outcome/customers/outcome/nps"
	meanEasy = "profile/performance/customers/easy/mean"
	topEasy  = "profile/performance/customers/easy/top_box"
)

func rules(t *testing.T, checks ...study.Check) []*Rule {
	t.Helper()
	var list []*study.Check
	for i := range checks {
		if checks[i].ID == "" {
			checks[i].ID = "rule"
		}
		if checks[i].OnInconclusive == "" {
			checks[i].OnInconclusive = study.CheckWarn
		}
		list = append(list, &checks[i])
	}
	parsed, err := Parse(asked(), list)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func expect(text string) study.Check {
	return study.Check{Expect: study.Expression{Text: text, Line: text, Place: study.Place{Line: 1, Column: 1}}}
}

func TestVerdicts(t *testing.T) {
	nan := math.NaN()
	gap := figure(gapEasy, analysis.Points, 2.7, 2.2, 3.2) // 30 [24.4, 35.6] pomp
	wide := figure(npsID, analysis.NPSPoints, 23, 17, 30)
	census := figure(gapEasy, analysis.Points, 2.7, nan, nan)
	census.SE = 0
	small := figure(npsID, analysis.NPSPoints, -10, -20, -2, analysis.NoteSmallBase)
	for _, test := range []struct {
		name    string
		check   study.Check
		figures []analysis.Figure
		outcome Outcome
		level   Level
	}{
		{"wholly beyond", expect("gap(leadership, customers, easy) <= 15pomp"), []analysis.Figure{gap}, Fail, Failure},
		{"wholly inside", expect("gap(leadership, customers, easy) <= 40pomp"), []analysis.Figure{gap}, Pass, OK},
		{"across", expect("gap(leadership, customers, easy) <= 30pomp"), []analysis.Figure{gap}, Inconclusive, Warning},
		{"in points", expect("gap(leadership, customers, easy) <= 2pt"), []analysis.Figure{gap}, Fail, Failure},
		{"at least", expect("gap(leadership, customers, easy) >= 2pt"), []analysis.Figure{gap}, Pass, OK},
		{"the other way round", expect("gap(customers, leadership, easy) >= -2pt"), []analysis.Figure{gap}, Fail, Failure},
		{"absolute", expect("abs(gap(customers, leadership, easy)) <= 2pt"), []analysis.Figure{gap}, Fail, Failure},
		{"a score", expect("nps(customers) >= 20"), []analysis.Figure{wide}, Inconclusive, Warning},
		{"between", expect("nps(customers) between 10 and 40"), []analysis.Figure{wide}, Pass, OK},
		{"beyond between", expect("nps(customers) between 40 and 60"), []analysis.Figure{wide}, Fail, Failure},
		{"across between", expect("nps(customers) between 20 and 60"), []analysis.Figure{wide}, Inconclusive, Warning},
		{"by the point", study.Check{Expect: expect("nps(customers) >= 20").Expect, Point: true}, []analysis.Figure{wide}, Pass, OK},
		{"by the point, below", study.Check{Expect: expect("nps(customers) >= 24").Expect, Point: true}, []analysis.Figure{wide}, Fail, Failure},
		{"inconclusive fails", study.Check{Expect: expect("nps(customers) >= 20").Expect, OnInconclusive: study.CheckFail}, []analysis.Figure{wide}, Inconclusive, Failure},
		{"inconclusive passes", study.Check{Expect: expect("nps(customers) >= 20").Expect, OnInconclusive: study.CheckPass}, []analysis.Figure{wide}, Inconclusive, OK},
		{"no figure", expect("nps(customers) >= 20"), nil, NoData, Warning},
		{"no figure never passes", study.Check{Expect: expect("nps(customers) >= 20").Expect, OnInconclusive: study.CheckPass}, nil, NoData, Warning},
		{"suppressed", expect("nps(customers) >= 20"), []analysis.Figure{figure(npsID, analysis.NPSPoints, nan, nan, nan, analysis.NoteSuppressed)}, NoData, Warning},
		{"undefined", expect("nps(customers) >= 20"), []analysis.Figure{figure(npsID, analysis.NPSPoints, nan, nan, nan, analysis.NoteTooFew)}, NoData, Warning},
		{"no interval", expect("nps(customers) >= 20"), []analysis.Figure{figure(npsID, analysis.NPSPoints, 30, nan, nan, analysis.NoteZeroVariance)}, NoData, Warning},
		{"census", expect("gap(leadership, customers, easy) <= 2.5pt"), []analysis.Figure{census}, Fail, Failure},
		{"census on the limit", expect("gap(leadership, customers, easy) <= 2.7pt"), []analysis.Figure{census}, Pass, OK},
		{"census, strictly", expect("gap(leadership, customers, easy) < 2.7pt"), []analysis.Figure{census}, Fail, Failure},
		{"small base", expect("nps(customers) >= 20"), []analysis.Figure{small}, Fail, Warning},
		{"small base fails", study.Check{Expect: expect("nps(customers) >= 20").Expect, FailSmallBase: true}, []analysis.Figure{small}, Fail, Failure},
		{"minimum base", study.Check{Expect: expect("nps(customers) >= 20").Expect, MinBase: 16}, []analysis.Figure{wide}, NoData, Warning},
		{"share", expect("top_box(customers, easy) >= 50%"), []analysis.Figure{figure(topEasy, analysis.Share, .6, .55, .65)}, Pass, OK},
		{"mean in pomp", expect("mean(customers, easy) >= 50pomp"), []analysis.Figure{figure(meanEasy, analysis.Points, 7, 6.6, 7.4)}, Pass, OK}, // 66.7 of 100
		{"not", expect("not nps(customers) >= 40"), []analysis.Figure{wide}, Pass, OK},
		{"not of undecided", expect("not nps(customers) >= 20"), []analysis.Figure{wide}, Inconclusive, Warning},
		{"and", expect("nps(customers) >= 0 and gap(leadership, customers, easy) <= 15pomp"), []analysis.Figure{wide, gap}, Fail, Failure},
		{"and with undecided", expect("nps(customers) >= 20 and gap(leadership, customers, easy) <= 40pomp"), []analysis.Figure{wide, gap}, Inconclusive, Warning},
		{"or decides", expect("nps(customers) >= 20 or gap(leadership, customers, easy) <= 40pomp"), []analysis.Figure{wide, gap}, Pass, OK},
		{"or without data", expect("nps(customers) >= 50 or gap(leadership, customers, easy) <= 40pomp"), []analysis.Figure{wide}, NoData, Warning},
		{"and fails without the rest", expect("nps(customers) >= 50 and gap(leadership, customers, easy) <= 40pomp"), []analysis.Figure{wide}, Fail, Failure},
		{"parentheses", expect("not (nps(customers) >= 40 or nps(customers) < 0)"), []analysis.Figure{wide}, Pass, OK},
		{"response rate", expect("response_rate(customers) >= 70%"), nil, Pass, OK},
		{"response rate fails", expect("response_rate(customers) >= 80%"), nil, Fail, Failure},
		{"count", expect("n(customers) >= 15"), nil, Pass, OK},
	} {
		report := Evaluate(rules(t, test.check), answered(test.figures...), Against{})
		if v := report.Verdicts[0]; len(report.Verdicts) != 1 || v.Outcome != test.outcome || v.Level != test.level {
			t.Errorf("%s: got %s (%s: %s), want %s (%s)", test.name, v.Outcome, v.Level, v.Reason, test.outcome, test.level)
		}
	}
}

func TestStricterLimitWarns(t *testing.T) {
	c := expect("nps(customers) >= 0")
	c.Warn = study.Expression{Text: "nps(customers) >= 20"}
	report := Evaluate(rules(t, c), answered(figure(npsID, analysis.NPSPoints, 23, 17, 30)), Against{})
	if v := report.Verdicts[0]; v.Outcome != Pass || v.Level != Warning || !strings.Contains(v.Reason, "20") || report.Warned != 1 {
		t.Errorf("got %+v", v)
	}
}

// Twenty items at the limit do not stop a pipeline by chance: decisions over items are adjusted.
func TestItemsAreAdjusted(t *testing.T) {
	c := expect("gap(leadership, customers) <= 1pt")
	c.For = study.ForItems
	figures := []analysis.Figure{figure(gapEasy, analysis.Points, 2, 1.05, 2.95), figure(gapQuick, analysis.Points, 0.2, -0.75, 1.15)}
	adjusted := Evaluate(rules(t, c), answered(figures...), Against{})
	c.Unadjusted = true
	alone := Evaluate(rules(t, c), answered(figures...), Against{})
	if adjusted.Verdicts[0].Outcome != Inconclusive || alone.Verdicts[0].Outcome != Fail || len(alone.Verdicts) != 2 {
		t.Errorf("adjusted %s, alone %s", adjusted.Verdicts[0].Outcome, alone.Verdicts[0].Outcome)
	}
	wild := Evaluate(rules(t, expect("gap(leadership, customers, *) <= 1pt")), answered(figures...), Against{})
	if len(wild.Verdicts) != 2 || wild.Verdicts[1].Item != "quick" {
		t.Errorf("a * is decided on %d items", len(wild.Verdicts))
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"gap(leadership, customers, easy) <= 15":                 "37: rule rule: gap is compared with the bare number 15",
		"gap(leadership, customers, easy) <= 15%":                `37: rule rule: gap is in pt or pomp, not in "%"`,
		"nps(customers) >= 20pomp":                               `19: rule rule: nps is in no unit, not in "pomp"`,
		"gap(leadership, custmers, easy) <= 15pomp":              `17: rule rule: no audience "custmers"`,
		"gap(leadership, customers, esy) <= 15pomp":              `28: rule rule: no item "esy"`,
		"gapp(leadership, customers, easy) <= 15pomp":            `1: rule rule: "gapp" is no quantity`,
		"gap(leadership, customers) <= 15pomp":                   "1: rule rule: gap says nothing of the item",
		"gap(leadership) <= 15pomp":                              "1: rule rule: gap needs 2 audiences, and has 1",
		"nps(customers, easy) >= 20":                             `16: rule rule: nps takes no argument "easy"`,
		"nps(customers) >= 20 nps":                               `22: rule rule: "nps" is left over`,
		"nps(customers) = 20":                                    `16: rule rule: a comparison is expected, not "="`,
		"nps(customers)":                                         `15: rule rule: a comparison is expected, not "the end"`,
		"nps(customers) >= 20cm":                                 `19: rule rule: "cm" is not a unit`,
		"nps(customers) between 10":                              "26: rule rule: between needs two limits",
		"(nps(customers) >= 20":                                  `22: rule rule: a parenthesis is not closed before "the end"`,
		"20 <= nps(customers)":                                   "1: rule rule: a number is compared: the quantity stands on the left",
		"nps(customers) >= 20 §":                                 `22: "§" has no meaning in a rule`,
		"mean(customers, easy) >= nps(customers)":                "26: rule rule: mean and nps are in different units",
		"abs nps(customers) >= 20":                               "5: rule rule: abs needs a value in parentheses",
		"change(nps(customers)) >= -5":                           "22: rule rule: change says what it compares with: baseline is expected, not \")\"",
		"change(nps(customers), basline) >= -5":                  `24: rule rule: change says what it compares with: baseline is expected, not "basline"`,
		"change(5, baseline) >= -5":                              "8: rule rule: change is of a quantity, not of a number",
		"abs(5) >= 5":                                            "5: rule rule: abs is of a quantity, not of a number",
		"change(change(nps(customers), baseline), baseline) > 0": "8: rule rule: a change of a change has no meaning",
		"change(top_box(customers, easy), baseline) >= -5%":      `47: rule rule: a change of top_box is in pp, not in "%"`,
		"change(nps(customers), baseline) >= -5pp":               `37: rule rule: a change of nps is in no unit, not in "pp"`,
		"nps(customers) between 40 and 10":                       "24: rule rule: the lower limit is above the upper one",
		"mean(customers, easy) between 5pt and 70pomp":           "39: rule rule: the two limits are in different units",
		"nps(customers) between nps(leadership) and 10":          "24: rule rule: the limits of between are numbers",
		"chang(nps(customers), baseline) >= -5":                  `1: rule rule: "chang" is no quantity`,
		"nps(customers) >= 1.2.3":                                `19: rule rule: "1.2.3" is not a number`,
	} {
		c := expect(text)
		c.ID = "rule"
		_, err := Parse(asked(), []*study.Check{&c})
		var file *study.FileError
		if !errors.As(err, &file) {
			t.Errorf("%s passes", text)
			continue
		}
		f := file.List[0]
		if got := strings.TrimPrefix(f.Place.String(), ":1:") + ": " + f.Message; got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// The stricter the limit, the worse the verdict.
func TestVerdictIsMonotoneInTheLimit(t *testing.T) {
	rank := map[state]int{holds: 0, undecided: 1, fails: 2}
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64Range(-50, 50).Draw(t, "value")
		reach := rapid.Float64Range(0.01, 30).Draw(t, "reach")
		x := measured{value: value, low: value - reach, high: value + reach, level: 0.95, df: rapid.Float64Range(3, 500).Draw(t, "df")}
		before := -1
		for _, limit := range []float64{60, 40, 20, 10, 5, 0, -5, -10, -20, -40, -60} { // stricter and stricter for <=
			s := settle([]evidence{weigh("<=", x, limit, math.NaN(), false)}, 0.05, false)[0]
			if rank[s] < before {
				t.Fatalf("value %v ± %v: the verdict at limit %v is milder than at the limit before", value, reach, limit)
			}
			before = rank[s]
			// The decision is that of the interval.
			want := undecided
			switch {
			case x.high < limit:
				want = holds
			case x.low > limit:
				want = fails
			}
			if s != want {
				t.Fatalf("value %v [%v, %v], limit %v: got %v, want %v", value, x.low, x.high, limit, s, want)
			}
		}
	})
}
