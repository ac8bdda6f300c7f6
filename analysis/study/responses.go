package study

// Responses is a block of kept answers of one audience, column by column. An importer hands a study's answers over as
// blocks, in the order of the files; whoever receives a block must copy what it keeps, for the importer fills it again.
type Responses struct {
	Audience int        // index into Study.Audiences
	N        int        // rows in the block
	Wave     []int      // by row: index into Study.Waves (0 in a study without waves)
	Weight   []float64  // by row, > 0; nil: every weight is 1
	Cluster  []string   // by row; nil: no clusters
	ID       []string   // by row: the respondent, "" of one without an id; nil: nobody is known, or nobody can answer again
	Segments [][]string // by segment (index in Study.Segments) and row: its value, or "" if it has none; nil: no such column
	Straight []bool     // by row: a straight-liner; nil: not looked for
	Speeders []bool     // by row: under the cut of the median duration; nil: no durations
	Codes    [][]Code   // by rating (index in Study.Ratings) and row; nil: not asked of this audience
}

// Sink receives responses.
type Sink interface {
	Add(*Responses) error
}

// ParallelSink is a sink that several workers hand blocks to at once, each to a part of its own.
type ParallelSink interface {
	Sink
	Part() Part
}

// Part receives blocks from one worker, and then joins what it holds to the whole. Workers join in the order of the files, one
// after the other: the result is the same however many they are. A block stays as it is until it is joined.
type Part interface {
	Sink
	Join() error
}

// Reason says why a row was read and not kept. Reasons are stable words: they stand in every output.
type Reason string

// The reasons for which a row is left out.
const (
	Preview Reason = "preview"
	Test    Reason = "test"
	Spam    Reason = "spam"
	Partial Reason = "partial"

	LeftEarly Reason = "left_early" // blank to the end, on a platform that marks no response as partial

	Disqualified Reason = "disqualified" // screened out by the survey itself
	NotApproved  Reason = "not_approved" // looked at by who ran the survey, and refused
	Deleted      Reason = "deleted"      // taken back by who ran the survey, and exported all the same
	SummaryRow   Reason = "summary_row"  // below or amid the answers: their means, their number, a source

	RepeatedHeader Reason = "repeated_header" // the header once more, where another export was joined

	BlankRow Reason = "blank" // nothing in it but delimiters

	NotSelected Reason = "not_selected" // belongs to no audience by the study's `where`
	ZeroWeight  Reason = "zero_weight"
	NoAnswer    Reason = "no_answer" // no cell of any item holds an answer

	StraightLiner Reason = "straight_liner"
	Speeder       Reason = "speeder"
	Duplicate     Reason = "duplicate" // the id of the respondent stood before
)

// The statistics of a table of results.
const (
	TabulatedMean   = "mean"
	TabulatedTopBox = "top_box"
)

// Tabulated is one published figure of an audience whose respondents nobody has.
type Tabulated struct {
	Audience, Wave, Rating int
	Statistic              string  // TabulatedMean or TabulatedTopBox
	Value                  float64 // on the scale of the rating, or a share
	Base                   int     // 0: not published
}

// Intake is what was read: the flow of rows, the files, and what was noticed on the way.
type Intake struct {
	Inputs    []Input
	Flow      []Flow
	Warnings  []Notice
	Tabulated []Tabulated
	Days      []AnswerDays
}

// AnswerDays are the days of the oldest and of the newest answer of an audience in a wave, in one of its files.
type AnswerDays struct {
	Audience, Wave int
	Oldest, Newest Date // Oldest 0: its column can be read in two ways that do not agree on it
	Answers        int  // those whose day is known
}

// Input is one file that was read, for provenance.
type Input struct {
	File     string `json:"file"` // as the study or the command line names it, never absolute
	SHA256   string `json:"sha256"`
	Platform string `json:"platform"`
	Evidence string `json:"evidence"` // why this platform
	Encoding string `json:"encoding"`
	Rows     int    `json:"rows"` // data records read
}

// Flow counts the rows of one file for one audience. Rows of a shared file that belong to no audience stand in a flow
// with an empty audience.
type Flow struct {
	Audience string  `json:"audience"`
	File     string  `json:"file"`
	Read     int     `json:"read"`
	Kept     int     `json:"kept"`
	Dropped  []Count `json:"dropped"` // in the order of the reasons above, none zero
}

// Count is a number of rows and the reason for which they were left out.
type Count struct {
	Reason Reason `json:"reason"`
	Rows   int    `json:"rows"`
}
