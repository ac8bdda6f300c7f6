package report

import (
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// verdictWords are the verdicts and classes that a result holds, and the groups of the table of gaps.
func verdictWords() []string {
	return append([]string{
		analysis.Disparity, analysis.Trivial, analysis.Similar, analysis.Inconclusive,
		analysis.Narrowed, analysis.Widened, analysis.Reversed, analysis.Changed, analysis.Unchanged, analysis.NoClearChange,
		analysis.Concentrate, analysis.KeepUp, analysis.LowPriority, analysis.Overkill,
		analysis.Basic, analysis.Even, analysis.Excitement, analysis.Undetermined,
		analysis.CoreDriver, analysis.TableStakes, analysis.HiddenDriver, analysis.LowPriority,
	}, groups()...)
}

// resultWords are the words that a result holds and a report shows as they are: a message file translates them like the texts of the
// report itself.
func resultWords() []string {
	all := verdictWords()
	for _, kind := range []study.Kind{
		study.Performance, study.Importance, study.Expectation, study.Alternative, study.Self, study.Organisation, study.OutcomeKind, study.JourneyKind,
	} {
		all = append(all, string(kind))
	}
	for _, rule := range study.Crosshairs() {
		all = append(all, string(rule))
	}
	for _, reason := range []study.Reason{
		study.Preview, study.Test, study.Spam, study.Partial, study.LeftEarly, study.Disqualified, study.NotApproved, study.Deleted, study.SummaryRow, study.RepeatedHeader, study.BlankRow, study.NotSelected, study.ZeroWeight, study.NoAnswer,
		study.StraightLiner, study.Speeder, study.Duplicate,
	} {
		all = append(all, strings.ReplaceAll(string(reason), "_", " "))
	}
	for _, adjustment := range []study.Adjustment{study.Holm, study.BenjaminiHochberg, study.NoAdjustment} {
		all = append(all, strings.ReplaceAll(string(adjustment), "_", " "))
	}
	return append(all, citedMeanings()...)
}

// citedMeanings are what the statistics mean that sentences cite; TestEveryFixedTextIsInTheMessageFile finds one that is missing.
func citedMeanings() []string {
	cited := map[[2]string]bool{
		{"profile", "mean"}: true, {"gap", "difference"}: true, {"chain", "communication_share"}: true, {"chain", "delivery_share"}: true,
		{"chain", "items_in_distance"}: true, {"shortfall", "shortfall"}: true, {"derived", "derived_share"}: true, {"asymmetry", "impact_asymmetry"}: true,
		{"derived", "r_squared"}: true, {"quadrant", "quadrant"}: true, {"quadrant", "quadrant_stability"}: true,
		{"profile", "nps"}: true, {"profile", "csat"}: true, {"profile", "ces"}: true, {"priority", "priority"}: true, {"priority", "first_share"}: true, {"change", "mean_change"}: true, {"change", "gap_change"}: true, {"change", "nps_change"}: true, {"gap", "holds"}: true, {"alignment", "alignment"}: true, {"belief_gap", "difference"}: true, {"segment", "mean"}: true,
	}
	var all []string
	for _, d := range analysis.Definitions() {
		if cited[[2]string{d.Analysis, d.Statistic}] {
			all = append(all, d.Meaning)
		}
	}
	return all
}
