package report

import (
	"github.com/cxgap/cxgap/analysis"
)

// footnotes numbers the notes below one table; the same text keeps its number.
type footnotes struct {
	*language
	result *analysis.Result
	noted  []string

	meanings []analysis.Code // nil: no figure has had a note yet

	small  bool // a dagger stands in the table
	split  bool // a double dagger stands in the table
	hidden bool // a number is suppressed
	group  bool // one of them is of a value of a segment
}

// ref returns the number of a note's text.
func (f *footnotes) ref(text string) string {
	for i, known := range f.noted {
		if known == text {
			return superscript(i + 1)
		}
	}
	f.noted = append(f.noted, text)
	return superscript(len(f.noted))
}

// publishedUntested is why means that were published stand without an interval, and gaps to them without a test: both could be had from a
// standard deviation if it were known how the answers were drawn and weighted.
const publishedUntested = "published figures: no interval of a mean, gap or shortfall is worked out of them, and none is tested, as how these answers were sampled and weighted is not known"

// explained are the notes on figures that a table explains below; the others are said elsewhere in it, by a mark or in
// the overview of the audiences.
func (w *language) explained() []analysis.Code {
	return []analysis.Code{
		{Code: analysis.NoteZeroVariance, Meaning: w.text("all answers of an audience are equal: no interval and no test; answers that differ would be needed")},
		{Code: analysis.NoteTooFew, Meaning: w.text("no answers, or too few: at least two would be needed")},
		{Code: analysis.NoteTooFewClusters, Meaning: w.text("answers from one cluster only: at least two would be needed")},
		{Code: analysis.NotePopulationUnused, Meaning: w.text("sampled by clusters: no finite population correction")},
		{Code: analysis.NoteClustersUnused, Meaning: w.text("the interval takes the respondents of a cluster for independent: too narrow where they are alike")},
		{Code: analysis.NegativeItemRest, Meaning: w.text("falls where the rest of the audience's ratings rises: is a high answer a bad one? So its class is uncertain (a warning below says more)")},
		{Code: analysis.NoteAudienceLeftOut, Meaning: w.text("without the audiences that have fewer answers than the minimum base")},
		{Code: analysis.NoteRescaled, Meaning: w.text("seems to have been answered on another scale in this wave, and is not shown")},
		{Code: analysis.NoteScaleLeftOut, Meaning: w.text("without what seems to have been answered on another scale in this wave")},
		{Code: analysis.NoteTabulated, Meaning: w.text(publishedUntested)},
		{Code: analysis.NoteUnknownBase, Meaning: w.text("published without its base: no interval; the base would be needed")},
		{Code: analysis.NoteNotPublished, Meaning: w.text("not among the figures that were published")},
		{Code: analysis.NoteNoMean, Meaning: w.text("published as a share of the top box alone: nothing in points, and no place on the map; means would be needed")},
		{Code: analysis.NoteTooFewForDrivers, Meaning: w.text("too few respondents who answered everything: at least eleven more than there are items would be needed")},
		{Code: analysis.NoteFewPerDriver, Meaning: w.text("fewer than ten complete respondents an item: unstable")},
		{Code: analysis.NoteCollinear, Meaning: w.text("one item is a combination of others (a warning below names them): without it there would be figures")},
		{Code: analysis.NoteConstant, Meaning: w.text("all respondents rate this item alike: answers that differ would be needed")},
		{Code: analysis.NoteConstantOutcome, Meaning: w.text("all respondents give the same outcome: answers that differ would be needed")},
		{Code: analysis.NoteConstantExplained, Meaning: w.text("all give the same answer to what is to be explained: answers that differ would be needed")},
		{Code: analysis.NoteConstantPart, Meaning: w.text("outcome, treatment or effort is the same for all (a warning below says which): without it there would be figures")},
		{Code: analysis.NoteFewInZone, Meaning: w.text("fewer than ten respondents rate this low, or high: ten of each would be needed")},
		{Code: analysis.NoteFewDefined, Meaning: w.text("no interval: undefined in more than 5 %% of the resamples, where the item neither hurts nor pleases, or too few rate it low or high")},
		{Code: analysis.NoteFewRanked, Meaning: w.text("fewer than three items have both stated and derived importance: three would be needed to rank them")},
		{Code: analysis.NoteNotScored, Meaning: w.text("α under .60: the items do not measure one thing, so there is no score")},
		{Code: analysis.NoteTooFewItems, Meaning: w.text("two items have no factor of their own: three would be needed")},
		{Code: analysis.NoteConstantItem, Meaning: w.text("no ω: all rate one of the items alike; answers that differ would be needed")},
		{Code: analysis.NoteNoFactor, Meaning: w.text("no ω: the items have nothing in common")},
		{Code: analysis.NoteHeywood, Meaning: w.text("one item takes the whole factor (Heywood case): no ω; more items would be needed")},
		{Code: analysis.NoteSeparation, Meaning: w.text("refused: something predicts without error (a warning below says what)")},
		{Code: analysis.NoteNoZones, Meaning: w.text("the zones of low and of high ratings do not fit this scale; the study can set others")},
		{Code: analysis.NoteWrongSign, Meaning: w.text("of the wrong sign: counts as 0 in the asymmetry")},
		{Code: analysis.NoteAgainstSign, Meaning: w.text("no kind: low ratings go with a higher outcome, or high ones with a lower, in nearly all resamples")},
		{Code: analysis.NoteZonesCoincide, Meaning: w.text("the same respondents rate this and another item low, or high, in the sample or in more than 5 %% of the resamples: their effects cannot be told apart")},
		{Code: analysis.NoteUnlikeScales, Meaning: w.text("importance and performance on different scales: one scale for both would be needed")},
		{Code: analysis.NoteZeroShare, Meaning: w.text("a share of 0, or of all: no ratio; answers of both kinds would be needed")},
		{Code: analysis.NoteRanksDisagree, Meaning: w.text("the interval of this gap alone excludes 0, but over all comparisons the rank test does not confirm a difference: likely, not established")},
		{Code: analysis.NoteExcludesZero, Meaning: w.text("this interval alone excludes 0, but over all comparisons no difference is established: likely, not established")},
	}
}

// of returns the marks of a figure's notes: a dagger for a small base, numbers for what is explained below the table.
func (f *footnotes) of(figure *analysis.Figure) string {
	if len(figure.Note) == 0 {
		return ""
	}
	if f.meanings == nil {
		f.meanings = f.explained()
	}
	marks := ""
	for _, note := range f.meanings {
		if note.Code == analysis.NoteExcludesZero && figure.Note.Has(analysis.NoteRanksDisagree) {
			continue // the more telling of the two
		}
		if note.Code == analysis.NoteTabulated && (figure.Note.Has(analysis.NoteNotPublished) || figure.Note.Has(analysis.NoteNoMean)) && !figure.Value.Defined() {
			continue // what has no number needs no word of its interval
		}
		if figure.Note.Has(note.Code) {
			marks = apart(marks, f.ref(note.Meaning))
		}
	}
	return marks
}

// apart adds the mark of a footnote to others: ¹ beside ² would be read as 12.
func apart(marks, mark string) string {
	if marks == "" || mark == "" {
		return marks + mark
	}
	return marks + noBreak + mark
}

// mean returns the marks of a mean, which also says how the answers behind it scatter.
func (f *footnotes) mean(mean, agreement *analysis.Figure) string {
	marks := f.of(mean)
	if mean.Note.Has(analysis.NoteSmallBase) {
		f.small = true
		marks += "†"
	}
	if agreement != nil && agreement.Note.Has(analysis.NoteSplit) {
		f.split = true
		marks += "‡"
	}
	return marks
}

// lines explains the marks that stand in the table.
func (f *footnotes) lines() []string {
	var lines []string
	if f.small {
		lines = append(lines, f.text("† fewer than 30 answers: indicative"))
	}
	if f.split {
		lines = append(lines, f.text("‡ answers within the audience are split (r_wg under .5): the mean hides it"))
	}
	switch {
	case f.hidden && f.group:
		lines = append(lines, f.text("%s: not shown, as there are fewer than %d answers, or none, or fewer than %d that are all alike, or as it would give such away: a group with enough answers is withheld where a smaller one could be had from it and the total", f.withheld(), f.result.Choices.MinimumBase, 2*f.result.Choices.MinimumBase))
	case f.hidden:
		lines = append(lines, f.text("%s: not shown, as there are fewer than %d answers, or none, or fewer than %d that are all alike, or as it would give such away", f.withheld(), f.result.Choices.MinimumBase, 2*f.result.Choices.MinimumBase))
	}
	return lines
}
