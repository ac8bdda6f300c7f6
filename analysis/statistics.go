package analysis

import "github.com/cxgap/cxgap/analysis/study"

// Definition says what a statistic means and in which units it stands. docs/figures.md is this list as a page.
type Definition struct {
	Analysis  string
	Statistic string
	Units     []Unit
	Meaning   string
	Source    string // section of docs/methods.md
}

// Definitions returns every statistic that a result can hold, in the order in which they are emitted.
func Definitions() []Definition {
	scale := []Unit{Points, POMP}
	return []Definition{
		{"profile", "mean", scale, "weighted mean of the valid answers, with t interval", "one audience"},
		{"profile", "sd", scale, "weighted standard deviation of the valid answers", "one audience"},
		{"profile", "top_box", []Unit{Share}, "weighted share of valid answers in the k highest scale points (k: `top_box` of the rating), with Wilson interval", "one audience"},
		{"profile", "bottom_box", []Unit{Share}, "weighted share of valid answers in the k lowest scale points, with Wilson interval", "one audience"},
		{"profile", "net", []Unit{ShareDiff}, "top box less bottom box, with adjusted Wald interval", "one audience"},
		{"profile", "rwg", []Unit{Statistic}, "agreement inside the audience, r_wg: 1 is full agreement, 0 as scattered as answers at random; under .5 the mean hides a split", "one audience"},
		{"profile", "nps", []Unit{NPSPoints}, "Net Promoter Score: share of 9–10 less share of 0–6, times 100, with adjusted Wald interval", "one audience"},
		{"profile", "csat", []Unit{Share}, "customer satisfaction score: share of the two highest of five points, with Wilson interval", "one audience"},
		{"profile", "ces", []Unit{Points}, "customer effort score: mean on its own scale, the direction as the study declares it", "one audience"},
		{"profile", "dont_know", []Unit{Share}, "weighted share of \"don't know\" or \"not applicable\" among those who gave an answer or said so, with Wilson interval", "one audience"},
		{"profile", "blank", []Unit{Count}, "respondents who saw the question and left it unanswered", "one audience"},
		{"profile", "not_shown", []Unit{Count}, "respondents who were not asked the question", "one audience"},
		{"profile", "withheld", []Unit{Count}, "respondents whose answer the survey platform withheld", "one audience"},

		{"gap", "difference", scale, "perception gap: mean of `audience` less mean of `versus`, with Welch's interval; `p` is Welch's, `p_adjusted` the same adjusted over the family", "two audiences"},
		{"gap", "disparity", []Unit{Statistic}, "decision for a difference: `p` is the larger of Welch's and Brunner–Munzel's (Welch's alone with a census), `p_adjusted` adjusted over the family; no value", "two audiences"},
		{"gap", "tost", scale, "decision for similarity: the value is the equivalence margin, `p` of two one-sided tests against it, `p_adjusted` adjusted over the family", "two audiences"},
		{"gap", "hedges_g", []Unit{Statistic}, "standardised difference, Hedges' g with the exact correction", "two audiences"},
		{"gap", "cliffs_delta", []Unit{Statistic}, "Cliff's delta: P(A > B) less P(A < B), weighted", "two audiences"},
		{"gap", "brunner_munzel", []Unit{Statistic}, "Brunner–Munzel statistic on the unweighted ranks, signed as A − B, with its own df", "two audiences"},
		{"gap", "provable_margin", scale, "smallest equivalence margin that the sample proves: the larger end of the 1−2α interval", "two audiences"},
		{"gap", "top_box_difference", []Unit{ShareDiff}, "difference of the top-box shares, with Newcombe's interval; undefined where the scales differ", "two audiences"},
		{"gap", "dont_know_difference", []Unit{ShareDiff}, "difference of the shares of \"don't know\", with Newcombe's interval", "two audiences"},
		{"gap", "minimum_detectable_gap", scale, "smallest true gap that the present sample finds with 80 % power at unadjusted α", "two audiences"},
		{"gap", "n_needed", []Unit{Count}, "of an inconclusive gap: the smallest common n of both audiences, each capped at its population, that finds a true gap of the margin's size with 80 % power at unadjusted α", "two audiences"},
		{"gap", "holds", []Unit{Count}, "of a disparity: the variants of the analysis in which the difference is established too, each with its own adjustment; `note` names the others", "sensitivity"},
		{"gap", "variants", []Unit{Count}, "of a disparity: the variants that differ from the main analysis (unweighted, without straight-liners, without speeders)", "sensitivity"},
		{"gap", "class", []Unit{""}, "class of the item for the first and the last audience, in `verdict`; no value", "two audiences"},

		{"belief_gap", "difference", []Unit{ShareDiff}, "share of the first audience in the top box less share of the last, with Newcombe's interval", "three audiences"},
		{"belief_gap", "ratio", []Unit{Ratio}, "the first share as a multiple of the last, with log interval (`se` is that of the logarithm); with a share of 0 a one-sided bound only", "three audiences"},
		{"belief_gap", "odds_ratio", []Unit{Ratio}, "sample odds ratio of the two shares, `p` of Fisher's exact test, both on unweighted counts", "three audiences"},

		{"chain", "total_gap", scale, "gap between the first and the last audience", "three audiences"},
		{"chain", "communication_gap", scale, "the part of the total inside the house: first audience less last but one", "three audiences"},
		{"chain", "delivery_gap", scale, "the part of the total at the customer's: last audience but one less last", "three audiences"},
		{"chain", "communication_share", []Unit{Share}, "communication gap as a fraction of the total, where the total is a disparity and both parts have its sign; with item `*` of all such items' summed distance", "three audiences"},
		{"chain", "delivery_share", []Unit{Share}, "delivery gap as a fraction of the total, under the same condition", "three audiences"},
		{"chain", "items_in_distance", []Unit{Count}, "items whose distance the shares of the whole study are taken over", "three audiences"},

		{"agreement", "pearson", []Unit{Statistic}, "correlation of two audiences' means over the items (`n`): do they agree on what is good?", "three audiences"},
		{"agreement", "spearman", []Unit{Statistic}, "the same of the ranks", "three audiences"},
		{"agreement", "mean_absolute_gap", scale, "mean absolute gap over the items", "three audiences"},
		{"agreement", "root_mean_square_gap", scale, "root mean square gap over the items", "three audiences"},
		{"agreement", "profile_distance", []Unit{PointsSquared, POMPSquared}, "sum of squared gaps over the items, Cronbach and Gleser's D²: the sum of the next three", "three audiences"},
		{"agreement", "elevation", []Unit{PointsSquared, POMPSquared}, "the part of the distance that comes from one audience being higher throughout", "three audiences"},
		{"agreement", "scatter", []Unit{PointsSquared, POMPSquared}, "the part that comes from one audience's larger ups and downs", "three audiences"},
		{"agreement", "shape", []Unit{PointsSquared, POMPSquared}, "the part that comes from ups and downs in different places", "three audiences"},
		{"agreement", "top_five_overlap", []Unit{Count}, "items among the top five by importance of both audiences", "three audiences"},
		{"agreement", "kendall_w", []Unit{Statistic}, "Kendall's W, corrected for ties: concordance of all audiences' ranks of the items that all of them rated", "three audiences"},

		{"accuracy", "difference", scale, "an audience's estimate of another's rating less that rating, with Welch's interval; the family is one per kind", "perspective"},
		{"accuracy", "disparity", []Unit{Statistic}, "decision for a difference, as of a gap", "perspective"},
		{"accuracy", "tost", scale, "decision for similarity, as of a gap", "perspective"},
		{"accuracy", "hedges_g", []Unit{Statistic}, "as of a gap", "perspective"},
		{"accuracy", "cliffs_delta", []Unit{Statistic}, "as of a gap", "perspective"},
		{"accuracy", "brunner_munzel", []Unit{Statistic}, "as of a gap", "perspective"},
		{"accuracy", "provable_margin", scale, "as of a gap", "perspective"},
		{"accuracy", "top_box_difference", []Unit{ShareDiff}, "as of a gap", "perspective"},
		{"accuracy", "dont_know_difference", []Unit{ShareDiff}, "as of a gap", "perspective"},
		{"accuracy", "minimum_detectable_gap", scale, "as of a gap", "perspective"},
		{"accuracy", "n_needed", []Unit{Count}, "as of a gap", "perspective"},
		{"congruency", "difference", scale, "mean within respondents of their own rating less their estimate of another audience's; with `versus` the difference of two audiences' means", "perspective"},
		{"congruency", "cohens_dz", []Unit{Statistic}, "the mean difference in standard deviations of the differences", "perspective"},
		{"congruency", "share_higher", []Unit{Share}, "share whose own rating is higher, with Wilson interval", "perspective"},
		{"congruency", "share_equal", []Unit{Share}, "share whose own rating is equal", "perspective"},
		{"congruency", "share_lower", []Unit{Share}, "share whose own rating is lower", "perspective"},
		{"self_organisation", "difference", scale, "mean within respondents of the rating of themselves less that of the organisation; with `versus` the difference of two audiences' means", "self and organisation"},
		{"self_organisation", "cohens_dz", []Unit{Statistic}, "the mean difference in standard deviations of the differences", "self and organisation"},
		{"self_organisation", "share_higher", []Unit{Share}, "share who rate themselves higher, with Wilson interval", "self and organisation"},
		{"self_organisation", "share_equal", []Unit{Share}, "share who rate both alike", "self and organisation"},
		{"self_organisation", "share_lower", []Unit{Share}, "share who rate themselves lower", "self and organisation"},

		{"segment", "mean", scale, "mean within one value of a segment (`segment`)", "segments"},
		{"segment", "difference", scale, "gap within one value of a segment; its family is that value's table", "segments"},
		{"segment", "disparity", []Unit{Statistic}, "decision for a difference within one value of a segment", "segments"},
		{"segment", "tost", scale, "decision for similarity within one value of a segment", "segments"},
		{"segment", "provable_margin", scale, "smallest margin proven within one value of a segment", "segments"},
		{"segment", "gap_range", scale, "largest less smallest gap over the values of a segment", "segments"},
		{"segment", "mix", scale, "the part of the pooled gap that comes from the audiences' different shares of the segment's values (Kitagawa)", "segments"},
		{"segment", "rate", scale, "the part that comes from gaps within the values", "segments"},

		{"spread", "spread", scale, "largest less smallest mean of the audiences, with resampled interval", "three audiences"},
		{"spread", "welch_f", []Unit{Statistic}, "Welch's F over the audiences; `df` is the denominator's, the numerator's is the number of audiences less one", "three audiences"},
		{"change", "mean_change", scale, "mean in the later wave less mean in the earlier one (`wave` names both)", "waves"},
		{"change", "gap_change", scale, "gap in the later wave less gap in the earlier one; the verdict is narrowed, widened, reversed, unchanged or no clear change", "waves"},

		{"alignment", "alignment", []Unit{POMP}, "100 less the mean absolute gap in POMP over items and pairs, with resampled interval: 100 is full alignment", "three audiences"},
	}
}

// Code explains a note, warning or assumption code.
type Code study.CodeMeaning

// Codes returns every code that notes, warnings and assumptions of an analysis can carry.
func Codes() []Code {
	codes := []Code{
		{NoteSuppressed, "fewer answers than the study's minimum base: the row stands without numbers"},
		{NoteAudienceLeftOut, "an audience with fewer answers than the minimum base is left out of this figure"},
		{NoteSmallBase, "fewer than 30 answers and no census: indicative"},
		{NoteCensus, "every member of the population answered: no sampling error, no interval"},
		{NoteZeroVariance, "all answers of an audience are equal: no standard error, so no interval and no p; an alignment takes such a mean as exact"},
		{NoteTooFew, "too few answers for the figure"},
		{NoteTooFewClusters, "fewer than two clusters: no standard error"},
		{NotePopulationUnused, "the audience is sampled by clusters: no finite population correction"},
		{NoteDifferentScales, "the audiences answered on different scales: figures in POMP, boxes not compared; rescaling does not make scales equivalent"},
		{NoteRanksDisagree, "the interval of this gap alone excludes 0, but the rank test does not confirm a difference"},
		{NoteExcludesZero, "the interval of this gap alone excludes 0, but no difference is established over the family: likely, not established"},
		{NoteSplit, "r_wg under .5: the mean hides a split inside the audience"},
		{NoteNoDisparity, "shares of a distance need an established disparity"},
		{NoteOppositeParts, "the parts of the chain have opposite signs: shares would mislead"},
		{NoteUnweighted, "on unweighted counts"},
		{NoteZeroShare, "a share of 0 or an empty cell: no ratio, at most a one-sided bound"},
		{NoteOutOfReach, "no sample of up to ten million would do"},
		{NoteTabulated, "a published figure without respondents: no standard error, no interval, no test"},
		{NoteUnknownBase, "published without its base: no interval"},
		{NoteRescaled, "an audience seems to have answered on a smaller scale in one wave: the item is not compared across waves"},
		{NoteSignReversal, "the pooled gap and the gaps of all values of the segment have opposite signs: the mix of the audiences makes the pooled gap"},
		{FailsUnweighted, "the disparity is not established without weights"},
		{FailsWithoutStraightLiners, "the disparity is not established without straight-liners"},
		{FailsWithoutSpeeders, "the disparity is not established without speeders"},
		{WarnNotAnalysed, "a part of the study file that this version does not analyse yet"},
		{WarnShownBelowMinimum, "an audience is shown below the minimum base, for the reason that the study gives"},
		{WarnDontKnowDiffers, "two audiences differ in how often they say \"don't know\": a finding of its own"},
	}
	for _, c := range study.NoticeCodes() {
		codes = append(codes, Code(c))
	}
	return codes
}
