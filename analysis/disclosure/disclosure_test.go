package disclosure

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// none is a figure without numbers.
func none(id string) analysis.Figure {
	parts := strings.Split(id, "/") // analysis/kind/audience[:versus]/item/statistic[@…]
	statistic, rest, _ := strings.Cut(parts[4], "@")
	audience, versus, _ := strings.Cut(parts[2], ":")
	f := analysis.Figure{
		ID: id, Analysis: parts[0], Kind: study.Kind(parts[1]), Perspective: "own", Audience: audience, Versus: versus, Item: parts[3], Statistic: statistic, Unit: analysis.Points,
	}
	for _, x := range []*analysis.Number{
		&f.Value, &f.SE, &f.Low, &f.High, &f.Level, &f.DF, &f.N, &f.NVersus, &f.NEffective, &f.NEffectiveVersus, &f.P, &f.PAdjusted, &f.Family,
	} {
		*x = analysis.NaN
	}
	for _, part := range strings.Split(rest, "@") {
		if wave, is := strings.CutPrefix(part, "wave="); is {
			f.Wave = wave
		} else {
			f.Segment = part
		}
	}
	return f
}

func shown(id string, value float64, n ...int) analysis.Figure {
	f := none(id)
	f.Value, f.N, f.NEffective = analysis.Number(value), analysis.Number(n[0]), analysis.Number(n[0])
	if len(n) > 1 {
		f.NVersus = analysis.Number(n[1])
	}
	return f
}

func hidden(id string) analysis.Figure {
	f := none(id)
	f.Note = analysis.Notes{analysis.NoteSuppressed}
	return f
}

func noted(f analysis.Figure, note string) analysis.Figure {
	f.Note = append(f.Note, note)
	return f
}

// asResult is an output of a result: minimum base 5, item x on 1 to 10, the team waived.
func asResult(figures ...analysis.Figure) Output {
	return Output{File: "a.json", Figures: figures, Result: &analysis.Result{
		Title:     "Northwind",
		Audiences: []analysis.Audience{{ID: "staff", Label: "Staff", Anonymous: true}, {ID: "customers", Anonymous: true, Bases: []analysis.Base{{Clusters: 3}}}, {ID: "team"}},
		Items:     []analysis.Item{{ID: "x", Label: "X", Ratings: []analysis.Rating{{Kind: study.Performance, Perspective: "own", Low: 1, High: 10}}}},
		Choices:   analysis.Choices{MinimumBase: 5},
	}}
}

func codesOf(r *Report) string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, fmt.Sprintf("%s of %s %s%s %d", f.Code, f.Audience, f.Segment, f.Wave, f.Base))
	}
	return strings.Join(all, "; ")
}

const staffMean, teamMean, customerMean = "profile/performance/staff/x/mean", "profile/performance/team/x/mean", "profile/performance/customers/x/mean"

// Each kind of finding, and beside it what just is none.
func TestOneOutput(t *testing.T) {
	north, south := "segment/performance/staff/x/mean@region=north", "segment/performance/staff/x/mean@region=south"
	gap := shown("gap/performance/staff:customers/x/difference", -2, 30, 60)
	wave := func(id, w string) string { return id + "@wave=" + w }
	for name, test := range map[string]struct {
		figures []analysis.Figure
		want    string
	}{
		"a base below the minimum":      {[]analysis.Figure{shown(staffMean, 5, 4)}, "few_answers of staff  4"},
		"a base of the minimum":         {[]analysis.Figure{shown(staffMean, 5, 5)}, ""},
		"the second base":               {[]analysis.Figure{shown("gap/performance/staff:customers/x/difference", 1, 30, 3)}, "few_answers of customers  3"},
		"a verdict alone":               {[]analysis.Figure{func() analysis.Figure { f := shown(staffMean, math.NaN(), 4); f.Verdict = "similar"; return f }()}, "few_answers of staff  4"},
		"a base alone":                  {[]analysis.Figure{shown(staffMean, math.NaN(), 4)}, ""},
		"a team that agreed":            {[]analysis.Figure{shown(teamMean, 10, 4)}, ""},
		"a gap with a team that agreed": {[]analysis.Figure{shown("gap/performance/staff:team/x/difference", 1, 4, 3)}, "few_answers of staff  4"},
		"published":                     {[]analysis.Figure{noted(shown(staffMean, 5, 4), analysis.NoteTabulated), shown("gap/performance/staff:customers/x/difference", 1, 4, 30)}, ""},
		"two items":                     {[]analysis.Figure{shown("agreement/performance/staff:customers/*/pearson", 0.9, 2)}, ""},

		"all at the end":          {[]analysis.Figure{shown(staffMean, 10, 9)}, "all_alike of staff  9"},
		"enough at the end":       {[]analysis.Figure{shown(staffMean, 10, 10)}, ""},
		"nearly at the end":       {[]analysis.Figure{shown(staffMean, 9.9, 9)}, ""},
		"all alike inside":        {[]analysis.Figure{noted(shown(north, 5, 9), analysis.NoteZeroVariance)}, "all_alike of staff region=north 9"},
		"clusters that are alike": {[]analysis.Figure{noted(shown("segment/performance/customers/x/mean@region=north", 5, 9), analysis.NoteZeroVariance)}, ""},
		"no variance, but spread": {[]analysis.Figure{noted(shown(staffMean, 5, 9), analysis.NoteZeroVariance), shown("profile/performance/staff/x/sd", 2, 9)}, ""},
		"no spread":               {[]analysis.Figure{shown("profile/performance/staff/x/sd", 0, 9)}, "all_alike of staff  9"},
		"a share of none":         {[]analysis.Figure{shown("profile/performance/staff/x/top_box", 0, 9)}, "all_alike of staff  9"},
		"a share of some":         {[]analysis.Figure{shown("profile/performance/staff/x/top_box", 0.1, 9)}, ""},
		"nobody is missing":       {[]analysis.Figure{shown("profile/performance/staff/x/missing", 0, 9)}, ""},
		"nobody does not know":    {[]analysis.Figure{shown("profile/performance/staff/x/dont_know", 0, 9)}, ""},
		"all promote":             {[]analysis.Figure{shown("profile/outcome/staff/x/nps", 100, 9)}, "all_alike of staff  9"},

		"a rest of four":               {[]analysis.Figure{shown(staffMean, 5, 34), shown(north, 5.5, 30), hidden(south)}, "rest_of_total of staff region 4"},
		"a rest of five":               {[]analysis.Figure{shown(staffMean, 5, 35), shown(north, 5.5, 30), hidden(south)}, ""},
		"a rest that has no row":       {[]analysis.Figure{shown(staffMean, 5, 34), shown(north, 5.5, 30)}, "rest_of_total of staff region 4"},
		"no rest":                      {[]analysis.Figure{shown(staffMean, 5, 30), shown(north, 5, 30)}, ""},
		"a total that is hidden":       {[]analysis.Figure{hidden(staffMean), shown(north, 5.5, 30)}, ""},
		"a rest of six at the end":     {[]analysis.Figure{shown(staffMean, (30*4+6*10)/36.0, 36), shown(north, 4, 30)}, "rest_of_total of staff region 6"},
		"a rest of ten at the end":     {[]analysis.Figure{shown(staffMean, (30*4+10*10)/40.0, 40), shown(north, 4, 30)}, ""},
		"a rest of six, not all at it": {[]analysis.Figure{shown(staffMean, (30*4+59)/36.0, 36), shown(north, 4, 30)}, ""},
		"two segments": {[]analysis.Figure{
			shown(staffMean, 5, 34), shown(north, 5.5, 20), shown(south, 5.5, 14), shown("segment/performance/staff/x/mean@site=1", 5, 33),
		}, "rest_of_total of staff site 1"},

		"gap and mean":           {[]analysis.Figure{hidden(staffMean), shown(customerMean, 7, 60), gap}, "follows_from_others of staff  0"},
		"the gap hidden too":     {[]analysis.Figure{hidden(staffMean), shown(customerMean, 7, 60), hidden(gap.ID)}, ""},
		"the other mean too":     {[]analysis.Figure{hidden(staffMean), hidden(customerMean), gap}, ""},
		"a chain of differences": {[]analysis.Figure{hidden(staffMean), hidden(customerMean), shown(teamMean, 8, 30), gap, shown("chain/performance/team:customers/x/total_gap", 1, 30, 60)}, "follows_from_others of staff  0; follows_from_others of customers  0"},
		"top and net":            {[]analysis.Figure{hidden("profile/performance/staff/x/top_box"), shown("profile/performance/staff/x/bottom_box", 0.2, 30), shown("profile/performance/staff/x/net", 0.1, 30)}, "follows_from_others of staff  0"},
		"a change":               {[]analysis.Figure{hidden(wave(staffMean, "1")), shown(wave(staffMean, "2"), 6, 30), shown("change/performance/staff/x/mean_change@wave=1:2", 1, 30, 30)}, "follows_from_others of staff 1 0"},
		"a segment":              {[]analysis.Figure{hidden(south), shown("segment/performance/customers/x/mean@region=south", 6, 30), shown("segment/performance/staff:customers/x/difference@region=south", 1, 30, 30)}, "follows_from_others of staff region=south 0"},
		"importance": {[]analysis.Figure{
			hidden("shortfall/performance/staff/x/importance"), shown("shortfall/performance/staff/x/performance", 6, 30), shown("shortfall/performance/staff/x/shortfall", 1, 30),
		}, "follows_from_others of staff  0"},
	} {
		t.Run(name, func(t *testing.T) {
			out := asResult(test.figures...)
			if name == "a change" {
				out.Result.Waves = []string{"1", "2"}
			}
			if got := codesOf(Check([]Output{out}, 0)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// The minimum base is the output's own, or a larger one that was told; a table takes any.
func TestMinimum(t *testing.T) {
	figure := shown(staffMean, 5, 7)
	for _, test := range []struct {
		table   bool
		told    int
		minimum int
	}{{false, 0, 5}, {false, 3, 5}, {false, 8, 8}, {true, 0, 5}, {true, 3, 3}, {true, 8, 8}} {
		out := asResult(figure)
		if test.table {
			out.Result = nil
		}
		r := Check([]Output{out}, test.told)
		if r.Files[0].MinimumBase != test.minimum || len(r.Findings) > 0 != (test.minimum == 8) {
			t.Errorf("table %v, told %d: %+v %s", test.table, test.told, r.Files[0], codesOf(r))
		}
	}
}

// Few by whom two outputs differ are found, unless the figures show that neither is a part of the other.
func TestTwoOutputs(t *testing.T) {
	top := "profile/performance/staff/x/top_box"
	y := "profile/performance/staff/y/mean"
	for name, test := range map[string]struct {
		a, b    []analysis.Figure
		retitle bool
		want    string
		refuted int
	}{
		"one more":                 {[]analysis.Figure{shown(staffMean, 6, 20)}, []analysis.Figure{shown(staffMean, (120+9)/21.0, 21)}, false, "between_outputs of staff  1", 0},
		"four fewer":               {[]analysis.Figure{shown(staffMean, (120+20)/24.0, 24)}, []analysis.Figure{shown(staffMean, 6, 20)}, false, "between_outputs of staff  4", 0},
		"five more":                {[]analysis.Figure{shown(staffMean, 6, 20)}, []analysis.Figure{shown(staffMean, (120+25)/25.0, 25)}, false, "", 0},
		"the same":                 {[]analysis.Figure{shown(staffMean, 6, 20)}, []analysis.Figure{shown(staffMean, 6, 20)}, false, "", 0},
		"another study":            {[]analysis.Figure{shown(staffMean, 6, 20)}, []analysis.Figure{shown(staffMean, (120+9)/21.0, 21)}, true, "", 0},
		"an answer of 11":          {[]analysis.Figure{shown(staffMean, 6, 20)}, []analysis.Figure{shown(staffMean, (120+11)/21.0, 21)}, false, "", 1},
		"an answer of 0":           {[]analysis.Figure{shown(staffMean, 6, 20)}, []analysis.Figure{shown(staffMean, 120/21.0, 21)}, false, "", 1},
		"two more in the top box":  {[]analysis.Figure{shown(staffMean, 6, 20), shown(top, 0.5, 20)}, []analysis.Figure{shown(staffMean, (120+9)/21.0, 21), shown(top, 12/21.0, 21)}, false, "", 1},
		"one more in the top box":  {[]analysis.Figure{shown(staffMean, 6, 20), shown(top, 0.5, 20)}, []analysis.Figure{shown(staffMean, (120+9)/21.0, 21), shown(top, 11/21.0, 21)}, false, "between_outputs of staff  1", 0},
		"another mean of as many":  {[]analysis.Figure{shown(staffMean, 6, 20), shown(y, 5, 20)}, []analysis.Figure{shown(staffMean, (120+9)/21.0, 21), shown(y, 5.5, 20)}, false, "", 1},
		"more of one, less of one": {[]analysis.Figure{shown(staffMean, 6, 20), shown(y, 105/21.0, 21)}, []analysis.Figure{shown(staffMean, (120+9)/21.0, 21), shown(y, 5, 20)}, false, "", 1},
		"a team that agreed":       {[]analysis.Figure{shown(teamMean, 6, 4)}, []analysis.Figure{shown(teamMean, 6, 5)}, false, "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := asResult(test.a...), asResult(test.b...)
			b.File = "b.json"
			if test.retitle {
				b.Result.Title = "Southwind"
			}
			r := Check([]Output{a, b}, 0)
			if got := codesOf(r); got != test.want || len(r.Refuted) != test.refuted {
				t.Errorf("got %q and %d refuted, want %q and %d", got, len(r.Refuted), test.want, test.refuted)
			}
		})
	}
	weighted := shown(staffMean, 1, 21)
	weighted.NEffective = 18
	r := Check([]Output{asResult(shown(staffMean, 6, 20)), {File: "b.csv", Figures: []analysis.Figure{weighted}}}, 0)
	if len(r.Findings) != 1 || !r.Findings[0].Weighted || !r.Findings[0].Assumed {
		t.Errorf("weighted, in a table: %+v", r.Findings)
	}
}

// Of any partition with some parts hidden the rest is found exactly when few are left.
func TestRestOfAnyPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 12), 2, 6).Draw(t, "sizes")
		total, sum, left := 0, 0.0, 0
		var figures []analysis.Figure
		for k, n := range sizes {
			mean := rapid.Float64Range(2, 9).Draw(t, "mean")
			total, sum = total+n, sum+float64(n)*mean
			id := fmt.Sprintf("segment/performance/staff/x/mean@site=%d", k)
			if n < 5 || rapid.Bool().Draw(t, "hide") {
				left += n
				figures = append(figures, hidden(id))
			} else {
				figures = append(figures, shown(id, mean, n))
			}
		}
		figures = append(figures, shown(staffMean, sum/float64(total), total))
		if total < 5 || left == total {
			return
		}
		r := Check([]Output{asResult(figures...)}, 0)
		found := slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Code == RestOfTotal })
		if found != (left >= 1 && left < 5) {
			t.Errorf("%v with %d left: %s", sizes, left, codesOf(r))
		}
	})
}
