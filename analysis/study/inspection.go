package study

// Inspection is what an importer sees in one export.
type Inspection struct {
	File       string            `json:"file"`
	SHA256     string            `json:"sha256"`
	Platform   string            `json:"platform"`
	Evidence   string            `json:"evidence"`
	Encoding   string            `json:"encoding"`
	Delimiter  string            `json:"delimiter"`
	HeaderRows int               `json:"header_rows"`
	Read       int               `json:"read"`
	Kept       int               `json:"kept"`
	Dropped    []Count           `json:"dropped"`
	Cells      CellCounts        `json:"cells"`
	Columns    []InspectedColumn `json:"columns"`
	Warnings   []Notice          `json:"warnings"`
}

// CellCounts says what became of the cells of an export that hold something, headers aside. Each cell is counted where it goes, none as
// what the others leave over: one that is lost on the way is missing. Filled and Made are together all the others.
type CellCounts struct {
	Filled   int `json:"filled"`    // in the file
	Made     int `json:"made"`      // by the importer out of others: the answer of a row that says one point a column, each option of a packed field
	Answers  int `json:"answers"`   // of questions
	DontKnow int `json:"dont_know"` // of questions
	NoAnswer int `json:"no_answer"` // of questions: what is written for a blank
	Besides  int `json:"besides"`   // in other columns: ids, dates, personal data, what a platform adds
	LeftOut  int `json:"left_out"`  // in rows that do not count
	SetAside int `json:"set_aside"` // said by another cell or a header (ids and items of one answer a row, repeated answers), or told in a warning
}

// InspectedColumn is one column of an export: what it holds, and what is odd about it. Rows that are dropped are not counted.
type InspectedColumn struct {
	Position  int         `json:"position"`
	ID        string      `json:"id"`
	Question  string      `json:"question"`
	Stem      string      `json:"stem,omitempty"` // of a row of a matrix, or an option of a question
	Statement string      `json:"statement,omitempty"`
	Kind      ColumnKind  `json:"kind"`
	Scale     string      `json:"scale,omitempty"`
	Family    string      `json:"family,omitempty"` // of a scale in words
	Labels    []string    `json:"labels,omitempty"` // from low to high
	Answered  int         `json:"n"`
	Blank     int         `json:"blank"`
	NotShown  *int        `json:"not_shown"` // nil: the export does not tell it from a blank
	DontKnow  int         `json:"dont_know"`
	Base      *int        `json:"base,omitempty"` // of an option: who chose any of its question, or was shown it; nil: all of the rows
	Distinct  int         `json:"distinct"`
	MoreThan  bool        `json:"distinct_is_a_minimum,omitempty"`
	Flags     []Notice    `json:"flags,omitempty"`
	Answers   []CellCount `json:"answers,omitempty"` // in order of the scale, else the most frequent first; none of personal columns
}

// CellCount is an answer and how many gave it.
type CellCount struct {
	Cell string `json:"cell"`
	Rows int    `json:"rows"`
}

// ColumnKind is what a column of an export is for.
type ColumnKind string

// The kinds of columns (FORMATS section 17).
const (
	MetaColumn      ColumnKind = "meta"
	PersonalColumn  ColumnKind = "personal"
	RatingColumn    ColumnKind = "rating"
	AnchoredColumn  ColumnKind = "anchored rating"
	LabelledColumn  ColumnKind = "labelled rating"
	NPSColumn       ColumnKind = "nps"
	SingleColumn    ColumnKind = "single"
	MultiColumn     ColumnKind = "multi"
	RankColumn      ColumnKind = "rank"
	TextColumn      ColumnKind = "text"
	OtherTextColumn ColumnKind = "other text"
	WeightColumn    ColumnKind = "weight"
	TimeColumn      ColumnKind = "time"
	NumberColumn    ColumnKind = "number"
	DropColumn      ColumnKind = "drop"
	UnknownColumn   ColumnKind = "unknown" // no row of the export is kept
)

// Rates reports whether columns of this kind hold ratings.
func (k ColumnKind) Rates() bool {
	return k == RatingColumn || k == AnchoredColumn || k == LabelledColumn || k == NPSColumn
}
