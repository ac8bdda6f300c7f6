package gate

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// A verdict that rests on answers whose scale a warning doubts says so; others do not.
func TestDoubtOfTheScaleStandsAtTheVerdict(t *testing.T) {
	warned := func(code, of, message string) study.Notice {
		return study.Notice{Code: code, Where: of, Message: message}
	}
	doubted := warned(analysis.NoteScaleInDoubt, "customers", "Customers: 480 answers to 3 questions on 1..10 end at 5 in wave 2, and reach 10 in wave 1: was it the same scale?")
	doubted.Scale = "1..10"
	for name, c := range map[string]struct {
		rule   string
		notice study.Notice
		want   bool
	}{
		"a mean":                      {"mean(customers, easy) >= 5pt", doubted, true},
		"a gap":                       {"gap(leadership, customers, easy) <= 15pomp", doubted, true},
		"the second of two":           {"mean(leadership, easy) >= mean(customers, easy)", doubted, true},
		"all audiences":               {"alignment() >= 10", doubted, true},
		"within a file":               {"mean(customers, easy) >= 5pt", warned(study.ScaleChanged, "customers", "customers: answers in column Q1 end at 5 before line 7"), true},
		"another audience":            {"mean(leadership, easy) >= 5pt", doubted, false},
		"another scale":               {"nps(customers) >= 0", doubted, false},
		"a number of people":          {"n(customers) >= 5", doubted, false},
		"a share of blanks":           {"missing(customers, easy) <= 90%", doubted, false},
		"another warning":             {"mean(customers, easy) >= 5pt", warned(study.DuplicateIDs, "customers", "customers: 80 rows with an id"), false},
		"a scale that the study says": {"mean(customers, easy) >= 5pt", warned(analysis.WarnSameScales, "customers", "Customers: 480 answers to 3 questions on 1..10 end at 5 in wave 2"), false},
	} {
		r := answered(
			figure(meanEasy, analysis.Points, 8, 7.5, 8.5), figure("profile/performance/leadership/easy/mean", analysis.Points, 8, 7.5, 8.5),
			figure(gapEasy, analysis.Points, 0, -0.5, 0.5), figure(npsID, analysis.NPSPoints, 50, 44, 56), figure("alignment/performance/*/*/alignment", "", 90, 88, 92),
			figure("profile/performance/customers/easy/missing", analysis.Share, .1, .05, .2),
		)
		r.Items = append(r.Items, analysis.Item{ID: "outcome", Ratings: []analysis.Rating{{
			Kind: study.OutcomeKind, Perspective: "own", Asked: []analysis.Asked{{Audience: "customers", Scale: "0..10"}},
		}}})
		r.Warnings = []study.Notice{c.notice}
		report := Evaluate(rules(t, expect(c.rule)), r, Against{})
		if v := report.Verdicts[0]; (v.Doubt != "") != c.want || c.want && !strings.Contains(v.Doubt, "customers") {
			t.Errorf("%s: %s, %q", name, v.Outcome, v.Doubt)
		}
		if len(report.Warnings) != 1 || report.Warnings[0] != c.notice {
			t.Errorf("%s: the report warns of %v", name, report.Warnings)
		}
	}
	missing := answered()
	missing.Warnings = []study.Notice{doubted}
	if v := Evaluate(rules(t, expect("mean(customers, easy) >= 5pt")), missing, Against{}).Verdicts[0]; v.Outcome != NoData || v.Doubt != "" {
		t.Errorf("without data: %s, %q", v.Outcome, v.Doubt)
	}
}

// What stops the pipeline is said: a failure before a warning, a warning before what is not decided.
func TestWhatStopsIsSaid(t *testing.T) {
	for _, c := range []struct {
		levels []Verdict
		warn   bool
		want   StoppedBy
	}{
		{[]Verdict{{Outcome: Pass, Level: OK}}, true, StoppedByNoReason},
		{[]Verdict{{Outcome: Pass, Level: Warning}}, false, StoppedByNoReason},
		{[]Verdict{{Outcome: Pass, Level: Warning}}, true, StoppedByWarning},
		{[]Verdict{{Outcome: Fail, Level: Failure}, {Outcome: Pass, Level: Warning}}, true, StoppedByFailure},
		{[]Verdict{{Outcome: Inconclusive, Level: Failure}, {Outcome: Pass, Level: Warning}}, true, StoppedByWarning},
		{[]Verdict{{Outcome: Inconclusive, Level: Failure}, {Outcome: Pass, Level: Warning}}, false, StoppedUndecided},
	} {
		r := &Report{}
		for _, v := range c.levels {
			r.add(v)
		}
		if got := r.Stop(c.warn); got != c.want || r.StoppedBy != c.want {
			t.Errorf("%v, on warnings %v: %q, want %q", c.levels, c.warn, got, c.want)
		}
		for _, v := range r.Verdicts {
			if want := v.Level == Failure || c.warn && v.Level == Warning; r.Stops(v) != want {
				t.Errorf("%v, on warnings %v: stops %v, want %v", v, c.warn, r.Stops(v), want)
			}
		}
	}
}
