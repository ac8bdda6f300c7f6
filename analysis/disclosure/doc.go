// Package disclosure looks in finished outputs for figures that expose someone (METHODS section 9): figures in, findings out. It holds what
// stands in an output against the minimum base, however it came there: by an older version, by hand, by a waiver that the reader of
// the output does not know, or because two outputs say together what neither says alone.
//
// Found are
//
//   - FewAnswers: a figure with a number whose base, of either side, is below the minimum;
//   - AllAlike: of fewer than twice as many answers a share of none or all, a mean at an end of its scale, a spread of 0;
//   - RestOfTotal: total less the values of a segment that are shown leaves 1 … minimum−1 answers, whose base and mean follow, N·M − Σ n·m;
//     also up to 2·minimum−1 whose mean follows as an end of the scale, where nothing is weighted;
//   - FollowsFromOthers: a mean, share or score that is marked as suppressed and is the only unknown of a shown difference: gap + the other mean;
//     repeated, so that chains of differences count (chain, changes between waves, estimates, importance less performance);
//   - BetweenOutputs: one figure in two outputs with bases that differ by 1 … minimum−1: the difference of the sums is what so few answered, if
//     those in the smaller are all in the larger. Figures that refute that are counted, not found: where answers are not weighted, the few would
//     have a mean outside their scale, or more or fewer of them than there are a place in a box, or as many answers have another mean.
//
// Nothing is said of audiences that the result declares anonymous: false, nor of published figures. A tidy table knows no waivers, no minimum
// base no ends of scales in points, and no clusters.
//
// Not found is what needs more than that: the set of answers that base, mean and shares of a small group leave as the only one (Report.Small counts
// such groups); what follows from figures over several items or audiences (alignment, spread, scores of constructs, mix and rate, ranks);
// segments whose values are parts of another's; a rest that is all alike within its scale, or weighted; three outputs together; outputs
// that are not named; what readers know of each other.
package disclosure
