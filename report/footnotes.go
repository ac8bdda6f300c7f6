package report

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis"
)

// footnotes numbers the notes below one table; the same text keeps its number.
type footnotes struct {
	result *analysis.Result
	texts  []string
	small  bool // a dagger stands in the table
	split  bool // a double dagger stands in the table
	hidden bool // a number is suppressed
}

// ref returns the number of a note's text.
func (f *footnotes) ref(text string) string {
	for i, known := range f.texts {
		if known == text {
			return superscript(i + 1)
		}
	}
	f.texts = append(f.texts, text)
	return superscript(len(f.texts))
}

// explained are the notes on figures that a table explains below; the others are said elsewhere in it, by a mark or in
// the overview of the audiences.
func explained() []analysis.Code {
	return []analysis.Code{
		{Code: analysis.NoteZeroVariance, Meaning: "all answers of an audience are equal: no interval and no test; answers that differ would be needed"},
		{Code: analysis.NoteTooFew, Meaning: "no answers, or too few: at least two would be needed"},
		{Code: analysis.NoteTooFewClusters, Meaning: "answers from one cluster only: at least two would be needed"},
		{Code: analysis.NotePopulationUnused, Meaning: "sampled by clusters: no finite population correction"},
		{Code: analysis.NoteAudienceLeftOut, Meaning: "without the audiences that have fewer answers than the minimum base"},
		{Code: analysis.NoteTabulated, Meaning: "published figures without respondents: no interval and no test; their standard errors would be needed"},
		{Code: analysis.NoteUnknownBase, Meaning: "published without its base: no interval; the base would be needed"},
		{Code: analysis.NoteTooFewForDrivers, Meaning: "too few respondents who answered everything: at least eleven more than there are items would be needed"},
		{Code: analysis.NoteFewPerDriver, Meaning: "fewer than ten complete respondents an item: unstable"},
		{Code: analysis.NoteCollinear, Meaning: "one item is a combination of others (a warning below names them): without it there would be figures"},
		{Code: analysis.NoteConstant, Meaning: "all respondents rate this item alike: answers that differ would be needed"},
		{Code: analysis.NoteConstantOutcome, Meaning: "all respondents give the same outcome: answers that differ would be needed"},
		{Code: analysis.NoteFewInZone, Meaning: "fewer than ten respondents rate this low, or high: ten of each would be needed"},
		{Code: analysis.NoteNotScored, Meaning: "α under .60: the items do not measure one thing, so there is no score"},
		{Code: analysis.NoteTooFewItems, Meaning: "two items have no factor of their own: three would be needed"},
		{Code: analysis.NoteHeywood, Meaning: "one item takes the whole factor (Heywood case): no ω; more items would be needed"},
		{Code: analysis.NoteSeparation, Meaning: "refused: something predicts without error (a warning below says what)"},
		{Code: analysis.NoteNoZones, Meaning: "the low and the high zone do not fit this scale: analysis: {zones: …} sets them"},
		{Code: analysis.NoteWrongSign, Meaning: "of the wrong sign: counts as 0 in the asymmetry"},
		{Code: analysis.NoteUnlikeScales, Meaning: "importance and performance on different scales: one scale for both would be needed"},
		{Code: analysis.NoteZeroShare, Meaning: "a share of 0: no ratio; answers of both kinds would be needed"},
		{Code: analysis.NoteRanksDisagree, Meaning: "the interval of this gap alone excludes 0, but the rank test does not confirm a difference: likely, not established"},
		{Code: analysis.NoteExcludesZero, Meaning: "the interval of this gap alone excludes 0, but no difference is established over all comparisons: likely, not established"},
	}
}

// of returns the marks of a figure's notes: a dagger for a small base, numbers for what is explained below the table.
func (f *footnotes) of(figure *analysis.Figure) string {
	marks := ""
	for _, note := range explained() {
		if note.Code == analysis.NoteExcludesZero && figure.Note.Has(analysis.NoteRanksDisagree) {
			continue // the more telling of the two
		}
		if figure.Note.Has(note.Code) {
			marks += f.ref(note.Meaning)
		}
	}
	return marks
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
		lines = append(lines, "† fewer than 30 answers: indicative")
	}
	if f.split {
		lines = append(lines, "‡ answers within the audience are split (r_wg under .5): the mean hides it")
	}
	if f.hidden {
		lines = append(lines, fmt.Sprintf("%s: fewer than %d answers, or a number that would give such away, is not shown", withheld, f.result.Choices.MinimumBase))
	}
	return lines
}
