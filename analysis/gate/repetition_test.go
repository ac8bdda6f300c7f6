package gate

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

const (
	gapEase      = "construct/performance/leadership:customers/dimension_ease/difference"
	alphaEase    = "construct/performance/customers/dimension_ease/alpha"
	shortEasy    = "shortfall/performance/customers/easy/shortfall"
	rankEasy     = "derived/performance/customers/easy/derived_rank"
	quadrantEasy = "quadrant/performance/customers/easy/quadrant"
)

// located reads the segment of a figure from its id.
func located(f analysis.Figure) analysis.Figure {
	if _, segment, found := strings.Cut(f.ID, "@"); found {
		f.Segment = segment
	}
	return f
}

// quadrants are the two figures of one item's place on the map.
func quadrants(verdict string, stability float64, notes ...string) []analysis.Figure {
	nan := math.NaN()
	place, stable := figure(quadrantEasy, "", nan, nan, nan, notes...), figure(quadrantEasy+"_stability", analysis.Share, stability, nan, nan)
	place.Verdict = verdict
	rated := figure(meanEasy, analysis.Points, 7, 6, 8)
	rated.N = 40
	return []analysis.Figure{place, stable, rated}
}

func TestOtherQuantities(t *testing.T) {
	rank := func(value, low, high float64) analysis.Figure {
		return figure(rankEasy, analysis.Count, value, low, high)
	}
	for _, test := range []struct {
		name, rule string
		figures    []analysis.Figure
		outcome    Outcome
	}{
		{"gap of a dimension, in points", "gap(leadership, customers, dimension_ease) <= 1pt", []analysis.Figure{figure(gapEase, analysis.Points, 2, 1.5, 2.5)}, Fail},
		{"gap of a dimension, in POMP", "gap(customers, leadership, dimension_ease) >= -28pomp", []analysis.Figure{figure(gapEase, analysis.Points, 2, 1.5, 2.5)}, Pass},
		{"score of a dimension", "mean(customers, dimension_ease) >= 60pomp", []analysis.Figure{figure("construct/performance/customers/dimension_ease/score", analysis.Points, 7, 6.5, 7.5)}, Pass},
		{"not scored", "mean(customers, dimension_ease) >= 60pomp", nil, NoData},
		{"reliable", "alpha(customers, dimension_ease) >= 0.6", []analysis.Figure{figure(alphaEase, analysis.Statistic, .7, .62, .78)}, Pass},
		{"perhaps reliable", "alpha(customers, dimension_ease) >= 0.7", []analysis.Figure{figure(alphaEase, analysis.Statistic, .72, .62, .78)}, Inconclusive},
		{"shortfall", "shortfall(customers, easy) <= 1pt", []analysis.Figure{figure(shortEasy, analysis.Points, 2, 1.5, 2.5)}, Fail},
		{"shortfall in POMP", "shortfall(customers, easy) <= 28pomp", []analysis.Figure{figure(shortEasy, analysis.Points, 2, 1.5, 2.5)}, Pass},
		{"rank, its interval ends on the limit", "derived_rank(customers, easy) <= 3", []analysis.Figure{rank(2, 1, 3)}, Pass},
		{"rank, its value is the end", "derived_rank(customers, easy) <= 3", []analysis.Figure{rank(3, 1, 3)}, Pass},
		{"rank under the limit", "derived_rank(customers, easy) < 3", []analysis.Figure{rank(2, 1, 3)}, Inconclusive},
		{"rank beyond", "derived_rank(customers, easy) <= 3", []analysis.Figure{rank(6, 4, 9)}, Fail},
		{"rank between", "derived_rank(customers, easy) between 1 and 3", []analysis.Figure{rank(2, 1, 3)}, Pass},
		{"rank at least", "derived_rank(customers, easy) >= 4", []analysis.Figure{rank(6, 4, 9)}, Pass},
		{"rank above", "derived_rank(customers, easy) > 4", []analysis.Figure{rank(6, 4, 9)}, Inconclusive},
		{"rank without resamples", "derived_rank(customers, easy) <= 3", []analysis.Figure{rank(6, math.NaN(), math.NaN())}, NoData},
		{"quadrant", "quadrant(customers, easy) is keep_up_the_good_work", quadrants(analysis.KeepUp, .99), Pass},
		{"another quadrant", "quadrant(customers, easy) is keep_up_the_good_work", quadrants(analysis.Overkill, .99), Fail},
		{"unstable", "quadrant(customers, easy) is keep_up_the_good_work", quadrants(analysis.KeepUp, .97), Inconclusive},
		{"unstable elsewhere", "quadrant(customers, easy) is not keep_up_the_good_work", quadrants(analysis.Overkill, .6), Inconclusive},
		{"is not", "quadrant(customers, easy) is not concentrate_here", quadrants(analysis.Concentrate, .99), Fail},
		{"not is", "not quadrant(customers, easy) is concentrate_here", quadrants(analysis.Overkill, .99), Pass},
		{"quadrant without resamples", "quadrant(customers, easy) is concentrate_here", quadrants(analysis.Concentrate, math.NaN()), NoData},
		{"suppressed quadrant", "quadrant(customers, easy) is concentrate_here", quadrants(analysis.Concentrate, 1, analysis.NoteSuppressed), NoData},
		{"no quadrant", "quadrant(customers, easy) is concentrate_here", quadrants("", 1), NoData},
		{"no map", "quadrant(customers, easy) is concentrate_here", nil, NoData},
	} {
		report := Evaluate(rules(t, expect(test.rule)), answered(test.figures...), Against{})
		if v := report.Verdicts[0]; len(report.Verdicts) != 1 || v.Outcome != test.outcome {
			t.Errorf("%s: got %s (%v [%v, %v] %s), want %s", test.name, v.Outcome, v.Value, v.Low, v.High, v.Reason, test.outcome)
		}
	}
	c := expect("quadrant(customers, easy) is concentrate_here")
	c.Point = true
	v := Evaluate(rules(t, c), answered(quadrants(analysis.Concentrate, .6)...), Against{}).Verdicts[0]
	if v.Outcome != Pass || v.Category != "concentrate_here" || v.Stability != .6 || v.N != 40 {
		t.Errorf("by the point: got %+v", v)
	}
}

// A rule is repeated over items, dimensions, audiences and the values of segments.
func TestRepetitions(t *testing.T) {
	segment := func(value string) analysis.Figure {
		return located(figure("segment/performance/customers/easy/mean@region="+value, analysis.Points, 6, 5.5, 6.5))
	}
	figures := []analysis.Figure{
		figure(gapEasy, analysis.Points, 0, -1, 1), figure(gapQuick, analysis.Points, 0, -1, 1), figure(gapEase, analysis.Points, 0, -1, 1),
		figure(meanEasy, analysis.Points, 6, 5.5, 6.5), figure("profile/performance/leadership/easy/mean", analysis.Points, 8, 7.5, 8.5),
		segment("north"), segment("south"),
		located(figure("segment/performance/customers/easy/mean_spread@region", analysis.Points, 1, 0, 2)),
	}
	for _, test := range []struct {
		over study.Repetition
		rule string
		want []string
	}{
		{study.ForItems, "gap(leadership, customers) <= 2pt", []string{"easy", "quick"}},
		{study.ForDimensions, "gap(leadership, customers) <= 2pt", []string{"dimension_ease"}},
		{"", "gap(leadership, customers, *) <= 2pt", []string{"easy", "quick"}},
		{"", "gap(leadership, customers, q*) <= 2pt", []string{"quick"}},
		{"", "mean(*, easy) <= 9pt", []string{"easy leadership", "easy customers"}},
		{"", "gap(leadership, *, easy) <= 9pt", []string{"easy customers"}},
		{"", "gap(leadership, *, *) <= 9pt", []string{"easy customers", "quick customers"}},
		{"", "n(*) >= 2", []string{"leadership", "customers"}},
		{study.ForDimensions, "gap(leadership, *, *ease) <= 9pt", []string{"dimension_ease customers"}},
		{study.ForSegments, "mean(customers, easy) >= 2pt", []string{"easy region=north", "easy region=south"}},
		{study.ForSegments, "mean(customers, ea*) >= 2pt", []string{"easy region=north", "easy region=south"}},
	} {
		c := expect(test.rule)
		c.For = test.over
		s := asked()
		s.Segments = []study.Segment{{Name: "region"}}
		c.ID, c.OnInconclusive = "rule", study.CheckWarn
		parsed, err := Parse(s, []*study.Check{&c})
		if err != nil {
			t.Errorf("%s: %v", test.rule, err)
			continue
		}
		var got []string
		for _, v := range Evaluate(parsed, answered(figures...), Against{}).Verdicts {
			got = append(got, strings.Join(strings.Fields(v.Item+" "+v.Audience+" "+v.Segment), " "))
			if v.Outcome != Pass {
				t.Errorf("%s: %s is %s: %s", test.rule, v.Label, v.Outcome, v.Reason)
			}
		}
		if strings.Join(got, ", ") != strings.Join(test.want, ", ") {
			t.Errorf("for %s, %s: got %q, want %q", test.over, test.rule, got, test.want)
		}
	}
}

// A value of a segment that an audience does not have does not pass.
func TestSegmentWithoutAnAudience(t *testing.T) {
	c := expect("gap(leadership, customers, easy) <= 9pt")
	c.For, c.ID, c.OnInconclusive = study.ForSegments, "rule", study.CheckPass
	s := asked()
	s.Segments = []study.Segment{{Name: "region"}}
	parsed, err := Parse(s, []*study.Check{&c})
	if err != nil {
		t.Fatal(err)
	}
	report := Evaluate(parsed, answered(located(figure("segment/performance/customers/easy/mean@region=north", analysis.Points, 6, 5.5, 6.5))), Against{})
	if report.NoData != 1 || report.Warned != 1 {
		t.Errorf("got %+v", report)
	}
}

// The scale of a shortfall is that of its audience, whatever scale other audiences answered on.
func TestScaleOfOneAudience(t *testing.T) {
	r := answered(figure(shortEasy, analysis.Points, 2, 1.5, 2.5))
	of := &r.Items[0].Ratings[0]
	of.Unit, of.Scale, of.Low, of.High = analysis.POMP, "0..100", 0, 100
	of.Asked[0].Scale = "1..5"
	if v := Evaluate(rules(t, expect("shortfall(customers, easy) <= 15pomp")), r, Against{}).Verdicts[0]; v.Outcome != Fail || math.Abs(float64(v.Value)-200.0/9) > 1e-9 {
		t.Errorf("got %s, %v", v.Outcome, v.Value)
	}
}

// What a rule cannot be about is said before anything is computed.
func TestRulesAboutNothing(t *testing.T) {
	for _, test := range []struct {
		over       study.Repetition
		rule, want string
	}{
		{"", "alpha(customers, easy) >= 0.7", `no item "easy"`},
		{study.ForItems, "alpha(customers) >= 0.7", "alpha is not of items"},
		{study.ForDimensions, "top_box(customers) >= 70%", "top_box is not of dimensions"},
		{study.ForConstructs, "mean(customers) >= 7pt", "the rule selects nothing: the study has no constructs"},
		{study.ForSegments, "mean(customers, easy) >= 7pt", "the rule selects nothing: the study has no segments"},
		{study.ForSegments, "mean(customers) >= 7pt", "mean says nothing of the item"},
		{study.ForSegments, "nps(customers) >= 7", "nps is not of segments"},
		{study.ForSegments, "mean(customers, dimension_ease) >= 7pt", "within segments there are no figures of dimension_ease"},
		{"", "mean(customers, slow*) >= 7pt", `the rule selects nothing: no id fits "slow*"`},
		{"", "mean(customers, alone) >= 7pt", "mean: customers did not rate performance of alone"},
		{"", "shortfall(leadership, alone) <= 7pt", "shortfall: leadership did not rate importance and performance of alone"},
		{"", "gap(leadership, customers, alo*) <= 7pt", "its audiences were asked none of the items together"},
		{"", "gap(*, *, easy) <= 7pt", "one * stands for an audience, not two"},
		{"", "gap(leadership, *, easy) <= 7pt and gap(customers, *, easy) <= 7pt", "no audience is left for the *"},
		{"", "csat(customers) >= 70%", "the outcome is no customer satisfaction score"},
		{"", "ces(customers) >= 4pt", "the outcome is no customer effort score"},
		{"", "quadrant(customers, easy) >= 3", "quadrant is a word, not a number"},
		{"", "quadrant(customers, easy) is keep_up", `"keep_up" is no quadrant`},
		{"", "quadrant(customers, easy) is not", `"the end" is no quadrant`},
		{"", "nps(customers) is low_priority", "nps is a number, not a word"},
		{"", "abs(quadrant(customers, easy)) is low_priority", "abs is of a number, not of a word"},
		{"", "change(derived_rank(customers, easy), baseline) <= 1", "a baseline has no derived_rank"},
		{"", "change(age(customers), baseline) <= 1", "an age has no earlier one"},
		{"", "spread(alone) <= 1pt", "spread: fewer than two audiences rated performance of alone"},
	} {
		s := asked()
		lone := &study.Item{ID: "alone"}
		lone.Ratings = []*study.Rating{{Item: lone, Kind: study.Performance, Columns: map[string]*study.Column{"leadership": {}}}}
		s.Items = append(s.Items, lone)
		c := expect(test.rule)
		c.ID, c.For = "rule", test.over
		_, err := Parse(s, []*study.Check{&c})
		var file *study.FileError
		if !errors.As(err, &file) || !strings.Contains(file.List[0].Message, test.want) {
			t.Errorf("for %s, %s: got %v, want %q", test.over, test.rule, err, test.want)
		}
	}
	s := asked()
	s.Outcome = nil
	c := expect("nps(customers) >= 7")
	if _, err := Parse(s, []*study.Check{&c}); err == nil {
		t.Error("a rule about an outcome that there is not passes")
	}
}

// Resamples are asked for only where a rule needs them.
func TestResamplesWhereNeeded(t *testing.T) {
	for rule, want := range map[string]bool{
		"nps(customers) >= 7": false, "shortfall(customers, easy) <= 1pt": false, "alpha(customers, dimension_ease) >= 0.7": false,
		"derived_rank(customers, easy) <= 3": true, "quadrant(customers, easy) is not low_priority": true,
		"nps(customers) >= 7 or derived_rank(customers, easy) <= 3": true,
	} {
		if got := rules(t, expect(rule))[0].NeedsResamples(); got != want {
			t.Errorf("%s: %v", rule, got)
		}
	}
}
