package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// formulaOf returns how a figure is computed, in one line; empty where its meaning says it. The section of the methods that is
// printed below it has the rest. A and B are audience and versus, m a weighted mean, w weights, K the number of items.
func formulaOf(f *analysis.Figure) string {
	of := map[string]string{
		"profile/mean":       "m = Σwx / Σw; SE² = n/(n−1) · Σ(w(x−m))² / (Σw)²; m ± t(n−1) · SE",
		"profile/sd":         "s² = n/(n−1) · Σw(x−m)² / Σw",
		"profile/top_box":    "p = Σw over the k highest points / Σw; Wilson on n_eff = (Σw)²/Σw², in a population of N on n_eff/(1−n/N), within k/N to (N−n+k)/N if k of n count",
		"profile/bottom_box": "p = Σw over the k lowest points / Σw; Wilson on n_eff = (Σw)²/Σw², in a population of N on n_eff/(1−n/N), within k/N to (N−n+k)/N if k of n count",
		"profile/net":        "top box − bottom box",
		"profile/rwg":        "1 − s² / ((A²−1)/12), A scale points, at least 0",
		"profile/nps":        "100 · (share of 9 to 10 − share of 0 to 6)",

		"gap/difference":         "d = m_A − m_B; SE² = SE_A² + SE_B²; d ± t(df) · SE, df by Welch and Satterthwaite",
		"gap/disparity":          "p = max(p of Welch's test, p of Brunner and Munzel's), adjusted over the family",
		"gap/tost":               "p = max(P(T ≥ (d+Δ)/SE), P(T ≤ (d−Δ)/SE)), adjusted over the family",
		"gap/hedges_g":           "g = J(ν) · d / s, s pooled over ν = n_A + n_B − 2",
		"gap/cliffs_delta":       "P(A > B) − P(A < B)",
		"gap/provable_margin":    "larger end, in size, of the interval at 1 − 2α",
		"gap/top_box_difference": "p_A − p_B; Newcombe from the two Wilson intervals",

		"belief_gap/difference": "p_A − p_B; Newcombe from the two Wilson intervals",
		"belief_gap/ratio":      "p_A / p_B; SE² of the logarithm = (1−p_A)/(n_A·p_A) + (1−p_B)/(n_B·p_B) on effective bases",

		"chain/total_gap":           "m_first − m_last",
		"chain/communication_gap":   "m_first − m_middle",
		"chain/delivery_gap":        "m_middle − m_last",
		"chain/communication_share": "(m_first − m_middle) / (m_first − m_last); of all items Σ|communication| / Σ|total|, in POMP",
		"chain/delivery_share":      "(m_middle − m_last) / (m_first − m_last); of all items Σ|delivery| / Σ|total|, in POMP",

		"alignment/alignment": "100 − mean of |gap| in POMP, over all items and pairs",
		"spread/spread":       "max m − min m",
		"change/mean_change":  "m in the later wave − m in the earlier wave; adjusted is the larger p of this test and of that with one variance for both waves (mean_change_pooled)",
		"change/nps_change":   "NPS in the later wave − NPS in the earlier wave; SE² is the sum of both",
		"change/gap_change":   "gap in the later wave − gap in the earlier wave; SE² is the sum of the four; adjusted is the larger p of this test and of that with pooled variances (gap_change_pooled)",

		"change/mean_change_pooled": "the change; SE² = u/n_eff + u/n_eff of both waves, u = Σ df·SE²·n_eff / Σ df; × (1 − n/N) in a finite population",
		"change/gap_change_pooled":  "the change of the gap; SE² is the sum of both audiences' pooled ones",
		"segment/contrast":          "d = larger gap − smaller gap; SE² is the sum of the four; d ± t(df) · SE at 1 − α/m, p = m · p of the pair, of m pairs of values; adjusted is the larger p of this test and of contrast_pooled",
		"segment/contrast_pooled":   "the contrast; SE² = Σ u/n_eff over the four means, u = Σ df·SE²·n_eff / Σ df of an audience over the values; p = m · p of the pair",
		"segment/contrast_pairs":    "m = k(k − 1)/2 of k values that show the gap",

		"shortfall/shortfall":          "mean of (importance − performance) within respondents; ± t(n−1) · SE",
		"shortfall/top_box_shortfall":  "top box of importance − top box of performance, within respondents",
		"shortfall/weighted_shortfall": "I · (I − P) / ΣI",
		"shortfall/opportunity":        "I + max(I − S, 0), I and S ten times the top boxes",
		"quadrant/quadrant_stability":  "resamples in which the item falls in its quadrant / resamples",

		"derived/derived_share":           "LMG of the item / R²; LMG is the gain in R² averaged over all orders of entry (above 20 items Johnson's weight)",
		"derived/lmg":                     "gain in R² averaged over all orders in which the items can enter",
		"derived/beta":                    "β = R⁻¹r",
		"stated_derived/rank_difference":  "derived rank − stated rank",
		"asymmetry/impact_asymmetry":      "(reward − |penalty|) / (reward + |penalty|)",
		"self_organisation/difference":    "mean of (self − organisation) within respondents",
		"relative_performance/difference": "mean of (performance − alternative) within respondents",
		"expectation/difference":          "mean of (performance − expectation) within respondents",
		"construct/alpha":                 "K/(K−1) · (1 − Σ variances of the items / variance of their sum)",
		"priority/priority":               "max(shortfall, 0) in POMP × derived share × confidence",
		"priority/first_share":            "resamples in which shortfall × derived share × confidence of the item is the largest, basics before others / resamples",
		"priority/confidence":             "resamples with a shortfall above 0 / resamples",
		"segment/mix":                     "Kitagawa: the audiences' different shares of the values, at mean rates",
		"segment/rate":                    "Kitagawa: the gaps within the values, at mean shares",
		"accuracy/difference":             "mean of the estimate − mean of the rating that is estimated",
		"congruency/difference":           "mean of (own rating − own estimate) within respondents",
		"construct/difference":            "score_A − score_B, as a gap",
		"journey/difference":              "mean with the outcome − mean without it",
		"agreement/mean_absolute_gap":     "mean of |m_A − m_B| over the items",
		"agreement/root_mean_square_gap":  "√(mean of (m_A − m_B)² over the items)",
		"agreement/profile_distance":      "Σ(m_A − m_B)² = elevation + scatter + shape",
	}
	return of[f.Analysis+"/"+f.Statistic]
}

// explainedFormula is that of a figure, or of what is made of several items.
func explainedFormula(r *analysis.Result, f *analysis.Figure) string {
	group := slices.ContainsFunc(r.Constructs, func(c analysis.Construct) bool { return c.ID == f.Item })
	if group && f.Analysis == "shortfall" {
		return "mean of the items' own, each counting alike; interval from resamples of the respondents; n is the smallest of theirs"
	}
	return formulaOf(f)
}
