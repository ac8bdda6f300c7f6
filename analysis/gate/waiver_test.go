package gate

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

func day(t *testing.T, text string) study.Date {
	t.Helper()
	d, ok := study.ParseDate(text)
	if !ok {
		t.Fatalf("%q is no day", text)
	}
	return d
}

func TestWaivers(t *testing.T) {
	waiver := func() study.Waiver {
		return study.Waiver{Owner: "J. Doe", Reason: "new portal", Until: day(t, "2026-11-30")}
	}
	low, high := figure(npsID, analysis.NPSPoints, 0, -6, 6), figure(npsID, analysis.NPSPoints, 40, 34, 46)
	near := figure(npsID, analysis.NPSPoints, 20, 14, 26)
	for _, test := range []struct {
		name    string
		figures []analysis.Figure
		today   string
		policy  study.CheckPolicy
		outcome Outcome
		level   Level
		state   WaiverState
		reason  string
	}{
		{"a failure warns", []analysis.Figure{low}, "2026-11-24", study.CheckWarn, Fail, Warning, WaiverHolds, "waived until 2026-11-30 by J. Doe: new portal"},
		{"on the last day too", []analysis.Figure{low}, "2026-11-30", study.CheckWarn, Fail, Warning, WaiverHolds, "waived until"},
		{"an undecided rule that would stop", []analysis.Figure{near}, "2026-11-24", study.CheckFail, Inconclusive, Warning, WaiverHolds, "waived until"},
		{"a day later it fails", []analysis.Figure{low}, "2026-12-01", study.CheckWarn, Fail, Failure, WaiverExpired, "the waiver of J. Doe expired on 2026-11-30"},
		{"whatever the score says", []analysis.Figure{high}, "2026-12-01", study.CheckWarn, Fail, Failure, WaiverExpired, "expired"},
		{"without data too", nil, "2026-12-01", study.CheckWarn, Fail, Failure, WaiverExpired, "expired"},
		{"not needed", []analysis.Figure{high}, "2026-11-24", study.CheckWarn, Pass, OK, WaiverUnneeded, "is not needed"},
	} {
		c := expect("nps(customers) >= 20")
		c.OnInconclusive, c.Waivers = test.policy, []study.Waiver{waiver()}
		report := Evaluate(rules(t, c), answered(test.figures...), Against{Today: day(t, test.today)})
		v := report.Verdicts[0]
		state := WaiverState("")
		if v.Waiver != nil {
			state = v.Waiver.State
		}
		if v.Outcome != test.outcome || v.Level != test.level || state != test.state || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%s: got %s, %s, waiver %q: %s", test.name, v.Outcome, v.Level, state, v.Reason)
		}
		if report.Today.String() != test.today {
			t.Errorf("%s: the report is of %s, want %s", test.name, report.Today, test.today)
		}
	}
	if report := Evaluate(rules(t, expect("nps(customers) >= 20")), answered(low), Against{Today: day(t, "2026-11-24")}); report.Today != 0 {
		t.Error("a report that no day bears on names one")
	}
}

func TestWaiverOfOneItem(t *testing.T) {
	c := expect("gap(leadership, customers) <= 1pt")
	c.For = "items"
	c.Waivers = []study.Waiver{{Item: "easy", Owner: "J. Doe", Reason: "new portal", Until: day(t, "2026-11-30")}}
	report := Evaluate(rules(t, c), answered(figure(gapEasy, analysis.Points, 3, 2.5, 3.5), figure(gapQuick, analysis.Points, 3, 2.5, 3.5)),
		Against{Today: day(t, "2026-11-24")})
	if report.Failed != 1 || report.FailedMildly != 1 || report.Verdicts[0].Level != Warning {
		t.Errorf("got %d failed and %d as warnings", report.Failed, report.FailedMildly)
	}
}

func TestAges(t *testing.T) {
	for _, test := range []struct {
		newest, rule string
		outcome      Outcome
		reason       string
	}{
		{"2026-11-20", "age(customers) <= 4", Pass, ""},
		{"2026-11-20", "age(customers) < 4", Fail, ""},
		{"", "age(customers) <= 4", NoData, "does not say when customers answered"},
		{"2026-11-25", "age(customers) <= 4", NoData, "the newest answer is of 2026-11-25, after 2026-11-24"},
	} {
		r := answered()
		if test.newest != "" {
			r.Audiences[1].Bases[0].Newest = day(t, test.newest)
		}
		report := Evaluate(rules(t, expect(test.rule)), r, Against{Today: day(t, "2026-11-24"), Baseline: NewBaseline(r)})
		if v := report.Verdicts[0]; v.Outcome != test.outcome || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%s of %s: got %s (%s), want %s", test.rule, test.newest, v.Outcome, v.Reason, test.outcome)
		}
	}
}

// A share of missing ratings has an interval as every share of a sample has: a rule fails on evidence.
func TestMissing(t *testing.T) {
	const missing = "profile/performance/customers/easy/missing"
	of := func(value, low, high float64, notes ...string) analysis.Figure {
		return named(figure(missing, analysis.Share, value, low, high, notes...))
	}
	nan := math.NaN()
	for _, test := range []struct {
		rule string
		f    analysis.Figure
		want Outcome
	}{
		{"missing(customers, easy) <= 62%", of(.4, .22, .61), Pass},
		{"missing(customers, easy) <= 40%", of(.4, .22, .61), Inconclusive},
		{"missing(customers, easy) <= 39%", of(.4, .22, .61), Inconclusive},
		{"missing(customers, easy) <= 20%", of(.4, .22, .61), Fail},
		{"missing(customers, quick) <= 40%", of(.4, .22, .61), NoData},
		{"change(missing(customers, easy), baseline) <= 40pp", of(.4, .22, .61), Pass},
		{"missing(customers, easy) <= 40%", of(.4, .4, .4), Pass}, // a census
		{"missing(customers, easy) <= 39%", of(.4, .4, .4), Fail},
		{"missing(customers, easy) <= 40%", of(nan, nan, nan, analysis.NoteSuppressed), NoData},
	} {
		var baseline *Baseline
		if test.f.Value.Defined() {
			baseline = kept(t, test.f)
		}
		v := Evaluate(rules(t, expect(test.rule)), answered(test.f), Against{Baseline: baseline}).Verdicts[0]
		if v.Outcome != test.want {
			t.Errorf("%s: got %s (%v, %s), want %s", test.rule, v.Outcome, v.Value, v.Reason, test.want)
		}
	}
}
