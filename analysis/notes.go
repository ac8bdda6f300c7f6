package analysis

import (
	"slices"
	"strings"
)

// Notes are the codes attached to a figure, in the order in which they arose.
type Notes []string

// MarshalCSV joins the codes by blanks.
func (n Notes) MarshalCSV() (string, error) { return strings.Join(n, " "), nil }

// Has reports whether the code is among the notes.
func (n Notes) Has(code string) bool {
	for _, c := range n {
		if c == code {
			return true
		}
	}
	return false
}

// Withheld reports whether a figure stands without any number, its base included: too few answers, or such as seem to be on another scale.
func (n Notes) Withheld() bool { return n.Has(NoteSuppressed) || n.Has(NoteRescaled) }

// The codes of notes, warnings and assumptions. docs/figures.md explains each; a test holds that list against this one.
const (
	NoteSuppressed       = "suppressed"             // base below the minimum
	NoteAudienceLeftOut  = "audience_left_out"      // an audience below the minimum base is not part of the figure
	NoteSmallBase        = "small_base"             // base under 30 that is no census: indicative
	NoteCensus           = "census"                 // all of the population answered: no sampling error
	NoteZeroVariance     = "zero_variance"          // all answers equal
	NoteTooFew           = "too_few"                // too few answers for the figure
	NoteTooFewClusters   = "too_few_clusters"       // fewer than two clusters
	NotePopulationUnused = "population_unused"      // no finite population correction with clusters
	NoteClustersUnused   = "clusters_unused"        // an interval that takes the respondents of a cluster as drawn one by one
	NoteDifferentScales  = "different_scales"       // the audiences answered on different scales
	NoteUnlikeScales     = "unlike_scales"          // importance and performance of one audience on different scales
	NoteRanksDisagree    = "rank_test_disagrees"    // besides: the rank test alone sees no difference
	NoteExcludesZero     = "interval_excludes_zero" // likely, not established
	NoteSplit            = "split"                  // r_wg under .5: the mean hides a split
	NoteOppositeParts    = "opposite_parts"         // the parts of the chain have opposite signs: no shares
	NoteNoDisparity      = "no_disparity"           // shares of the chain need an established total

	NoteUnweighted = "unweighted"   // on unweighted counts
	NoteZeroShare  = "zero_share"   // a share of 0: no ratio, a one-sided bound
	NoteOutOfReach = "out_of_reach" // no sample size would do

	NoteTabulated     = "tabulated"       // a published figure without respondents
	NoteUnknownBase   = "unknown_base"    // published without its base
	NoteNotPublished  = "not_published"   // of a published audience: not among its figures
	NoteNoMean        = "no_mean"         // published as a share alone
	NoteRescaled      = "rescaled"        // seems to have been asked on another scale in one wave
	NoteScaleInDoubt  = "scale_in_doubt"  // may have been asked on another scale in one wave, or rated poorly
	NoteScaleLeftOut  = "scale_left_out"  // answers that seem to be on another scale are not part of the figure
	NoteValuesLeftOut = "values_left_out" // values of a segment that not both audiences have, or that may not be shown
	NoteSignReversal  = "sign_reversal"   // the pooled gap and all gaps of the segment's values have opposite signs
	NoteMatched       = "matched"         // those who answered in both waves are matched by id: paired

	NoteCollinear         = "collinear"           // a driver is a combination of others
	NoteConstant          = "constant"            // a driver that does not vary
	NoteConstantOutcome   = "constant_outcome"    // an outcome that does not vary
	NoteConstantExplained = "constant_explained"  // what a journey is to explain does not vary
	NoteConstantPart      = "constant_part"       // outcome, treatment or effort of a journey does not vary
	NoteInflated          = "inflated"            // variance inflation above 5
	NoteTooFewForDrivers  = "too_few_for_drivers" // n ≤ p + 10
	NoteFewPerDriver      = "few_per_driver"      // n < 10 per driver
	NoteManyLeftOut       = "many_left_out"       // more than 30 % not complete
	NoteManyDrivers       = "many_drivers"        // more than 20: no LMG
	NoteFewInZone         = "few_in_zone"         // under 10 respondents rate low, or high
	NoteNoZones           = "no_zones"            // the zones do not fit the scale
	NoteWrongSign         = "wrong_sign"          // a penalty above 0, or a reward below
	NoteAgainstSign       = "against_sign"        // a penalty above 0 in nearly all resamples, or a reward below
	NoteZonesCoincide     = "zones_coincide"      // the same respondents are in the zones of several items
	NoteFewDefined        = "few_defined"         // undefined in more than 5 % of the resamples: no interval
	NoteFewRanked         = "few_ranked"          // fewer than three items with stated and derived importance
	NoteNotScored         = "not_scored"          // alpha under .60
	NoteSeparation        = "separation"          // a model that predicts without error
	NoteTooFewItems       = "too_few_items"       // a factor of its own needs three items
	NoteConstantItem      = "constant_item"       // an item of a construct that does not vary
	NoteNoFactor          = "no_factor"           // items that have nothing in common
	NoteHeywood           = "heywood"             // a single factor would explain all of an item
	NoteNegativeItemTotal = "negative_item_total" // an item that runs against the others

	FailsUnweighted            = "fails_unweighted"
	FailsWithoutStraightLiners = "fails_without_straight_liners"
	FailsWithoutSpeeders       = "fails_without_speeders"
	TriedUnweighted            = "tried_unweighted"
	TriedWithoutStraightLiners = "tried_without_straight_liners"
	TriedWithoutSpeeders       = "tried_without_speeders"

	WarnNotAnalysed       = "not_analysed"        // part of the study file that this version does not use
	WarnShownBelowMinimum = "shown_below_minimum" // an audience that is not anonymous
	WarnDontKnowDiffers   = "dont_know_differs"   // "don't know" as a finding
	NegativeItemRest      = "negative_item_rest"  // a question that runs against the rest of what an audience rated
	WarnSameScales        = "same_scales"         // answers that look like another scale, compared as the study answers for it
	WarnNotMatched        = "not_matched"         // respondents with ids, too many to be matched across waves
)

// with returns the notes with one more code, unless it is there already.
func (n Notes) with(code string) Notes {
	if n.Has(code) {
		return n
	}
	return append(n[:len(n):len(n)], code)
}

// without returns the notes but for one code.
func (n Notes) without(code string) Notes {
	return slices.DeleteFunc(slices.Clone(n), func(c string) bool { return c == code })
}
