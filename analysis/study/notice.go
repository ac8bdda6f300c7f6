package study

import (
	"strconv"
	"strings"
)

// Notice is a coded remark: a warning or an assumption. The code is stable, the message is for people.
type Notice struct {
	Code    string `json:"code"`
	Where   string `json:"where,omitempty"` // the file, audience, item or figure that it is about
	Message string `json:"message"`
	Scale   string `json:"scale,omitempty"` // of the ratings that it is about; empty: of whichever
	Hint    string `json:"hint,omitempty"`  // what whoever runs the program can do about it: no word for a client
}

// Text is the remark with its hint, in one line.
func (n Notice) Text() string {
	switch {
	case n.Hint == "":
		return n.Message
	case strings.HasSuffix(n.Message, "?"):
		return n.Message + " " + n.Hint
	}
	return n.Message + "; " + n.Hint
}

// Grouped writes a count as notices have it: 1,600. Reports find it there, and write it as their language does.
func Grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// The codes of notices on how exports were read, and on what was assumed where no study file says it.
const (
	EncodingAssumed  = "encoding_assumed"
	SameBytes        = "same_bytes"
	DuplicateIDs     = "duplicate_ids"
	IDsMayNumberRows = "ids_may_number_rows"
	IdenticalAnswers = "identical_answers"
	CodesSuspected   = "codes_suspected"
	ScaleChanged     = "scale_changed"
	NobodyKept       = "nobody_kept"
	VaryingColumns   = "varying_columns"
	AnsweredAgain    = "answered_again"
	ToldApart        = "told_apart"
	StraightLiners   = "straight_liners"
	SpeedersKept     = "speeders"
	LeftEarlyKept    = "left_early"
	OrderAssumed     = "order_assumed"
	RowsAssumed      = "rows_assumed"
	KindAssumed      = "kind_assumed"
	RatingAssumed    = "rating_assumed"
	OutcomeAssumed   = "outcome_assumed"
	ScaleAssumed     = "scale_assumed"
	ScaleUnknown     = "scale_unknown"
	WordsNotRead     = "words_not_read"
	CodesUnexplained = "codes_unexplained"
	CodesNotRead     = "codes_not_read"
	DontKnowAssumed  = "dont_know_assumed"
	BlankAssumed     = "blank_assumed"
	WeightUnused     = "weight_unused"
	NoRating         = "no_rating"
	AskedOfOne       = "asked_of_one"
	NearMatch        = "near_match"
	NothingShared    = "nothing_shared"
	NothingAsked     = "nothing_asked"
	Reworded         = "reworded"
	NotInFile        = "not_in_file"
	OptionUnused     = "option_unused"
	OtherSheets      = "other_sheets"
	JoinedFiles      = "joined_files"
	HeaderMissing    = "header_missing"
	TitlesLeftOut    = "titles_left_out"
	FootersLeftOut   = "footers_left_out"
	FootersUnsure    = "footers_unsure"
	ResultsRenamed   = "results_renamed"
	StatusRead       = "status_read"

	LeftEarlyUnjudged = "left_early_unjudged"
	GarbledText       = "garbled_text"
	BlankRows         = "blank_rows"
	LineAboveRead     = "line_above_read"
	FormulasUnread    = "formulas_unread"
	ErrorCells        = "error_cells"
	NotDescribed      = "not_described"
	BranchingUnread   = "branching_unread"
	FieldsUnknown     = "fields_unknown"
	NotPaired         = "not_paired"
	NoDriverAssumed   = "no_driver_assumed"
	JoinedByCode      = "joined_by_code"
	StatusUnsure      = "status_unsure"
	AskedTwice        = "asked_twice"
	HeaderRepeated    = "header_repeated"
	WavesPooled       = "waves_pooled"
	PersonalSegment   = "personal_segment"
	EndReworded       = "end_reworded"
	LabelsUnpaired    = "labels_unpaired"
	SpreadUnread      = "spread_unread"
)

// CodeMeaning explains the code of a notice, or of a note on a figure.
type CodeMeaning struct{ Code, Meaning string }

// NoticeCodes explains the codes above.
func NoticeCodes() []CodeMeaning {
	return []CodeMeaning{
		{EncodingAssumed, "a file is neither UTF-8 nor says what it is: the encoding was assumed"},
		{GarbledText, "a heading was UTF-8 and has been read in another encoding and saved: it matches no other file"},
		{OptionUnused, "an encoding or a delimiter was told of a workbook, which has none, or a sheet where no file is a workbook"},
		{OtherSheets, "of a workbook with several sheets the first was inspected, and nobody told which"},
		{JoinedFiles, "a byte order mark amid a file, where another was joined to it: taken out"},
		{HeaderRepeated, "the header of a file stands again amid its answers, where another was joined to it: left out"},
		{HeaderMissing, "the first row of a file is read as answers, for it is no header"},
		{TitlesLeftOut, "lines above the header of a file, such as a title, are left out"},
		{FootersLeftOut, "rows below or amid the answers that are nobody's, such as their means, subtotals or a source, are left out"},
		{FootersUnsure, "answers may be figures of the rows above: a word for such figures stands there, or a word instead of an id"},
		{ResultsRenamed, "a file holds results and no respondents, under headings other than those of a table of results"},
		{StatusRead, "a column of a file of no platform is read as the status of responses: previews, tests, disqualified and partial ones are told by it"},
		{StatusUnsure, "a column of a file of no platform may be the status of responses, and leaves no row out, for not all of its values are known for certain"},
		{LineAboveRead, "a line above the header of a file, or a row below it, such as the legend of the scale, is read as a part of the questions"},
		{FormulasUnread, "cells of a workbook hold formulas whose results were never stored: they count as blank"},
		{ErrorCells, "cells show errors of a spreadsheet, such as #N/A: they count as blank"},
		{NotDescribed, "fields of the data that a Triple-S description does not describe are left out"},
		{BranchingUnread, "conditions of a data dictionary under which fields are shown could not be evaluated: blank cells of these fields count as blank"},
		{FieldsUnknown, "a data dictionary says nothing of columns: fields share the label that is their heading, or none of its fields is in the export"},
		{SameBytes, "two files hold the same bytes: a copy would count its respondents twice"},
		{DuplicateIDs, "rows that repeat the id of a respondent of the same audience and wave"},
		{IDsMayNumberRows, "respondents of two waves are matched by ids that may be no more than the numbers of rows in each file"},
		{IdenticalAnswers, "rows that give all the answers of another row, in the same file or in another"},
		{CodesUnexplained, "numbers of a raw export of REDCap without its data dictionary, or of Qualtrics without choice texts: they may be codes in any order"},
		{CodesSuspected, "numbers that are read by the order of the words of a scale, or of which nobody chose one between two that many chose, and that may be codes of an export; they are kept"},
		{ScaleChanged, "answers to ratings end sooner up to some row, day or file than behind it: their scale may have changed; they are averaged"},
		{NobodyKept, "no row of an export counts: all are previews, tests or partial"},
		{VaryingColumns, "of a table with one answer a row: columns that say different things of one respondent are left out"},
		{BlankRows, "of a table with one answer a row: rows of nothing but delimiters are left out"},
		{AnsweredAgain, "of a table with one answer a row: respondents who answered an item several times, each time otherwise"},
		{ToldApart, "of a table with one answer a row: respondents who answered several times are a row for each time, by a column such as the wave"},
		{StraightLiners, "respondents who gave the same answer to all of at least five items of a kind; they are kept"},
		{LeftEarlyKept, "respondents who are blank from some question to the end, of a platform that marks no response as partial; they are kept"},
		{LeftEarlyUnjudged, "of a platform that marks no response as partial: a header row is missing, without which nobody can tell who may have left early"},
		{SpeedersKept, "respondents who took less than the cut of their audience's median time; they are kept"},
		{OrderAssumed, "without a study file: the order of the audiences from inside to outside"},
		{RowsAssumed, "without a study file: of one export of several audiences, the column that holds what they are called tells whose rows are whose"},
		{KindAssumed, "without a study file: what kind of rating the questions ask for"},
		{RatingAssumed, "without a study file: columns of numbers whose words say nothing of a rating are read as ratings"},
		{JoinedByCode, "without a study file: questions of several audiences are joined by a code such as Q1 alone, for one of them has no words for it"},
		{AskedTwice, "without a study file: an audience was asked a question several times in the same words, and none of these columns is joined with what others were asked"},
		{OutcomeAssumed, "without a study file: the one question whether people would recommend is the outcome"},
		{ScaleAssumed, "without a study file: the smallest usual scale that holds all answers and the ends that the question names"},
		{ScaleUnknown, "without a study file: a question whose scale cannot be told is left out"},
		{WordsNotRead, "without a study file: a question with answers in words of no known scale is left out"},
		{CodesNotRead, "without a study file: numbers that look like the codes of an export are not averaged"},
		{DontKnowAssumed, "without a study file: cells read as \"don't know\" or \"not applicable\""},
		{BlankAssumed, "without a study file: cells read as not answered"},
		{WeightUnused, "without a study file: a column that looks like a weight is not used as one"},
		{NoRating, "without a study file: a column of numbers is not taken for a rating"},
		{AskedOfOne, "without a study file: ratings that only one audience was asked are left out"},
		{SpreadUnread, "a table of results has standard deviations or errors, of which nothing is worked out"},
		{LabelsUnpaired, "the export with choice texts has other headings: columns are paired by their places, or not at all"},
		{EndReworded, "an end of a scale in words stands in a file in other words than in the study: both are the same point of one scale"},
		{WavesPooled, "a file seems to hold several waves, which were taken together for want of a word in a study file"},
		{PersonalSegment, "a segment groups respondents by names, addresses or other personal data, which stand in the results"},
		{Reworded, "an audience was asked in other words in another wave: the item is not compared across waves"},
		{NotInFile, "a file lacks the column of a question that other files of the audience have: its respondents count as not asked"},
		{NearMatch, "without a study file: two questions in similar words; they are not joined"},
		{NotPaired, "without a study file: importance, expectation or the best alternative of a subject, without its performance"},
		{NoDriverAssumed, "without a study file: a question on the whole, or on effort, is no driver of the outcome"},
		{NothingAsked, "no item names a column of an audience, or the study has no items yet: there is nothing to say of what was answered"},
		{NothingShared, "without a study file: an audience that was asked nothing in the words of another is left out"},
	}
}
