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

		{"shortfall", "shortfall", scale, "importance less performance, paired within respondents, with t interval; of a dimension or construct the mean of its items'; `p` against 0", "importance and performance"},
		{"shortfall", "top_box_shortfall", []Unit{ShareDiff}, "share who rate importance in the top box less share who rate performance there, of those who rated both, with t interval", "importance and performance"},
		{"shortfall", "importance", scale, "mean importance of those who rated both", "importance and performance"},
		{"shortfall", "performance", scale, "mean performance of those who rated both", "importance and performance"},
		{"shortfall", "top_box_importance", []Unit{Share}, "share who rate importance in the top box, of those who rated both", "importance and performance"},
		{"shortfall", "top_box_performance", []Unit{Share}, "share who rate performance in the top box, of those who rated both", "importance and performance"},
		{"shortfall", "weighted_shortfall", scale, "importance-weighted shortfall I·(I−P)/ΣI over the items that were rated for both", "importance and performance"},
		{"shortfall", "opportunity", []Unit{Statistic}, "opportunity score I + max(I − S, 0), with I and S ten times the top-box shares: 0 to 20, above 12 high, above 15 extreme", "importance and performance"},
		{"shortfall", "shortfall_rank", []Unit{Count}, "rank by importance-weighted shortfall, the largest 1 (by shortfall where scales differ)", "importance and performance"},
		{"quadrant", "crosshair_importance", scale, "importance at which the map is cut, by the study's rule", "importance and performance"},
		{"quadrant", "crosshair_performance", scale, "performance at which the map is cut", "importance and performance"},
		{"quadrant", "importance", scale, "mean importance of all who rated it, with percentile bootstrap interval", "importance and performance"},
		{"quadrant", "performance", scale, "mean performance of all who rated it, with percentile bootstrap interval", "importance and performance"},
		{"quadrant", "quadrant", []Unit{""}, "quadrant of the item under the study's rule, in `verdict`; no value", "importance and performance"},
		{"quadrant", "quadrant_stability", []Unit{Share}, "share of resamples in which the item falls in that quadrant", "importance and performance"},
		{"quadrant", "quadrant_mean", []Unit{""}, "quadrant with the cross-hair at the means of the items", "importance and performance"},
		{"quadrant", "quadrant_median", []Unit{""}, "quadrant with the cross-hair at their medians", "importance and performance"},
		{"quadrant", "quadrant_midpoint", []Unit{""}, "quadrant with the cross-hair in the middle of the scale", "importance and performance"},
		{"quadrant", "quadrant_target", []Unit{""}, "quadrant with the cross-hair at the target; for performance an item's own", "importance and performance"},
		{"derived", "r", []Unit{Statistic}, "correlation of the item's performance with the outcome, of respondents complete in all drivers and the outcome", "derived importance"},
		{"derived", "beta", []Unit{Statistic}, "standardised coefficient in the regression of the outcome on all drivers", "derived importance"},
		{"derived", "vif", []Unit{Statistic}, "variance inflation factor; above 5 importance is split between near-twins", "derived importance"},
		{"derived", "lmg", []Unit{Share}, "LMG (Shapley) part of R²: the item's gain in R² averaged over all orders of entry", "derived importance"},
		{"derived", "relative_weight", []Unit{Share}, "Johnson's relative weight: part of R²", "derived importance"},
		{"derived", "derived_share", []Unit{Share}, "derived importance: the item's LMG (Johnson's weight above 20 drivers) as a fraction of R², with percentile bootstrap interval; in resamples LMG to 14 drivers, Johnson above", "derived importance"},
		{"derived", "derived_rank", []Unit{Count}, "rank by derived importance, the largest 1, with percentile bootstrap interval", "derived importance"},
		{"derived", "r_squared", []Unit{Share}, "share of the outcome's variance that goes with all drivers", "derived importance"},
		{"derived", "left_out", []Unit{Share}, "share of the respondents who are not complete in drivers and outcome", "derived importance"},
		{"stated_derived", "stated_rank", []Unit{Count}, "rank by stated importance among the items that have both, the largest 1", "derived importance"},
		{"stated_derived", "derived_rank", []Unit{Count}, "rank by derived importance among them", "derived importance"},
		{"stated_derived", "rank_difference", []Unit{Count}, "derived rank less stated rank: above 0 said to matter more than it moves the outcome", "derived importance"},
		{"stated_derived", "class", []Unit{""}, "core driver, table stakes, hidden driver, low priority or uncertain, in `verdict`; no value; needs resamples", "derived importance"},
		{"stated_derived", "spearman", []Unit{Statistic}, "rank correlation of stated and derived importance over the items", "derived importance"},
		{"asymmetry", "penalty", []Unit{Points}, "what a rating in the low zone goes with in the outcome, all items at once, in points of the outcome's scale", "asymmetry"},
		{"asymmetry", "penalty_base", []Unit{Count}, "complete respondents in the low zone", "asymmetry"},
		{"asymmetry", "reward", []Unit{Points}, "what a rating in the high zone goes with in the outcome", "asymmetry"},
		{"asymmetry", "reward_base", []Unit{Count}, "complete respondents in the high zone", "asymmetry"},
		{"asymmetry", "impact_asymmetry", []Unit{Statistic}, "(reward − |penalty|) / (reward + |penalty|), with percentile bootstrap interval; the verdict is basic, performance, excitement or undetermined", "asymmetry"},
		{"asymmetry", "r_squared", []Unit{Share}, "share of the outcome's variance that goes with the zones of all items", "asymmetry"},
		{"priority", "priority", []Unit{POMP}, "shortfall × derived importance × confidence", "priorities"},
		{"priority", "confidence", []Unit{Share}, "share of resamples in which the shortfall is above 0", "priorities"},
		{"priority", "priority_rank", []Unit{Count}, "what to do first, 1; basics below their target before everything else", "priorities"},

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
		{NoteCollinear, "a driver is a linear combination of others: no regression, no shares; a warning names them"},
		{NoteConstant, "all complete respondents rate this driver alike: no correlation"},
		{NoteConstantOutcome, "all complete respondents give the same outcome: nothing to explain"},
		{NoteInflated, "variance inflation above 5: importance is split between near-twins"},
		{NoteTooFewForDrivers, "not more than 10 complete respondents beyond the number of drivers: refused"},
		{NoteFewPerDriver, "fewer than 10 complete respondents a driver: unstable"},
		{NoteManyLeftOut, "more than 30 % of the respondents are not complete in drivers and outcome"},
		{NoteManyDrivers, "more than 20 drivers: Johnson's relative weights stand for LMG"},
		{NoteFewInZone, "fewer than 10 respondents in the low or the high zone: no asymmetry"},
		{NoteNoZones, "low and high zone overlap, or do not lie on the scale"},
		{NoteWrongSign, "a penalty above 0 or a reward below 0: counts as 0 in the asymmetry"},
		{NoteNotScored, "Cronbach's alpha under .60: the items do not measure one thing, so no score"},
		{NoteSeparation, "the model predicts without error in part of the data (separation): refused"},
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
