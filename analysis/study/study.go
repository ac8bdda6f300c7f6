// Package study holds what was asked and what was answered: the study with its audiences, items and scales, the study
// file that describes it, and the responses in the form that every later room works on.
//
// It stands on the ground floor: it reads no survey files and computes no figures.
package study

// Study is one perception-gap project: audiences, items, outcome and the choices of its analysis.
// It comes from a study file (Parse) or is drafted from the files alone (importers.Draft).
type Study struct {
	Title      string
	Language   string      // of the report's fixed texts; empty: English
	Audiences  []*Audience // from inside to outside: pairs and signs follow this order
	Waves      []string    // in order of time; empty: the study has one wave
	Segments   []Segment
	Items      []*Item
	Outcome    *Rating      // nil: none
	Journey    *Journey     // nil: none
	Constructs []*Construct // those that the study names, then its dimensions
	Quality    Quality
	Analysis   Analysis
	Privacy    Privacy
	Checks     []*Check // the rules of the gate

	// Unread names the parts of the study file that are valid but that the analysis does not use; a warning says so.
	Unread []string

	Source *Source // the study file; nil if the study was drafted from the files alone
}

// Unwaive takes back that audiences other than the reader's may be shown below the minimum base: they agreed to be shown to whom
// commissioned the study, not to each other.
func (s *Study) Unwaive(reader string) {
	for _, a := range s.Audiences {
		if a.ID != reader {
			a.Anonymous, a.Reason = true, ""
		}
	}
}

// Audience is one population that was asked: leadership, staff, customers.
// Audiences are never pooled into a total.
type Audience struct {
	ID         string
	Label      string
	Files      []File
	Population int // size of the finite population; 0: none given
	Anonymous  bool
	Reason     string // why an audience that is not anonymous may be shown below the minimum base

	Where  []Condition // all must hold for a row to belong to the audience
	RespID *Selector   // column of the respondent's id
	// IDAcrossFiles: whether an id is one person in all files of the audience, or each file has ids of its own; nil: the study does not say.
	IDAcrossFiles *bool
	Weight        *Selector
	Cluster       *Selector
	Duration      *Selector
	Time          *AnswerTime
	Wave          *Selector // column of the wave's name
	WaveName      string    // wave of all rows, where the study names it instead of a column

	Tabulated bool // the files hold published figures instead of responses

	LabelsFrom      string // the same responses with choice texts instead of codes
	LabelsFromPlace Place
	Dictionary      string // what describes the export: a data dictionary of REDCap, or Triple-S
	DecimalComma    bool   // 4,5 is a number

	// What overrides the importer's detection.
	Platform   string
	Encoding   string
	Delimiter  rune   // between cells; 0: found by the records
	HeaderRows int    // 0: by platform; NoHeader: none
	Sheet      string // of workbooks; empty: the first

	Place           Place
	PopulationPlace Place
	WherePlace      Place // where the rows of the audience are chosen; its files if it has no condition
}

// File is one file (or pattern of files) of an audience, as the study names it.
type File struct {
	Name  string
	Wave  string // of all its rows; empty: the audience's
	Place Place
}

// Condition keeps the rows whose column holds one of the values (or none of them, if Not).
type Condition struct {
	Column Selector
	Values []string
	Not    bool
}

// Segment is a grouping of respondents within the audiences.
type Segment struct {
	Name    string              // in the ids of figures
	Label   string              // in headings; empty: the name
	Order   []string            // its values as tables have them, the others behind; empty: numbers by size, words by their letters
	Columns map[string]Selector // by audience id; the key "" stands for every audience that has the column
	Place   Place
	// Personal: what was read shows that its values are names or addresses of people. Known once all is read.
	Personal bool
}

// Item is one attribute of the experience, asked of one or more audiences, possibly in other words and on other scales.
type Item struct {
	ID        string
	Label     string
	Dimension string
	Ratings   []*Rating
	Target    float64 // POMP; NaN: the study's target
	TopBox    int     // 0: the study's
	BottomBox int
	NoDriver  bool // left out of what is said to drive the outcome
	Place     Place
}

// Kind says what a rating is about.
type Kind string

// The kinds of rating (METHODS section 1).
const (
	Performance  Kind = "performance"
	Importance   Kind = "importance"
	Expectation  Kind = "expectation"
	Alternative  Kind = "alternative"
	Self         Kind = "self"
	Organisation Kind = "organisation"
	OutcomeKind  Kind = "outcome"
	JourneyKind  Kind = "journey"
)

// Rating is one question as a variable: an item, a kind and a perspective, with the column that holds it in each
// audience.
type Rating struct {
	Item    *Item // for the outcome an item of its own, with id "outcome"
	Kind    Kind
	Of      string             // the audience whose answers are estimated; empty: the respondents' own view
	Columns map[string]*Column // by audience id; absent: not asked of this audience
	NPS     bool               // also a Net Promoter Score; the scale is 0..10
	CSAT    bool               // also a customer satisfaction score; the scale has 5 points
	CES     Direction          // also a customer effort score; empty: none
}

// Direction says which end of a customer effort scale is the good one.
type Direction string

// The directions of a customer effort score.
const (
	HighIsEasy Direction = "high_is_easy"
	LowIsEasy  Direction = "low_is_easy"
)

// Perspective returns "own" or "estimate_of:AUDIENCE".
func (r *Rating) Perspective() string {
	if r.Of == "" {
		return "own"
	}
	return "estimate_of:" + r.Of
}

// Column is where and how one audience answered one rating.
type Column struct {
	Selector Selector
	Branches []Selector // further columns of the same question: a respondent answered one of them
	Scale    Scale
	Reversed bool // the answer becomes low+high−x
	Missing  Missing
	Codes    []CodedCell // cells that stand for another point than the number they are
	NoCodes  bool        // its numbers are ratings and no codes, whatever holes they have
	OneScale bool        // all answers are on its scale, wherever those of one part end
	// Everywhere is set where the study gives one column for all audiences: an audience without it was not asked.
	Everywhere bool
	// Reworded is set by an importer that finds the question in other words in a later wave: its answers are not compared
	// across waves.
	Reworded bool
	// Asked is set by an importer: the words of the question in the newest wave; empty: the export has none.
	Asked []string
	// LowWords and HighWords are set by an importer that reads in the question what the ends of a scale of numbers mean.
	LowWords, HighWords string

	ownMissing bool // the item or the column lists what is missing, and not the file
}

// EndWords returns what the low and the high end of the scale mean as figures are given, of a reversed column turned; empty: not known.
func (c *Column) EndWords() (low, high string) {
	low, high = c.LowWords, c.HighWords
	if n := len(c.Scale.Labels); n > 0 {
		low, high = c.Scale.Labels[0], c.Scale.Labels[n-1]
	}
	if c.Reversed {
		return high, low
	}
	return low, high
}

// Selector names a column of an export by one of its id (or header), its question text, or its position.
type Selector struct {
	Name     string // id or header; `Q5[2]` is the second of duplicates
	Text     string // question text
	Position int    // 1-based, written "#17"
	Place    Place
}

// Missing lists the cells that stand for no number, each as text; a number also matches its other spellings (99, 99.0).
type Missing struct {
	DontKnow []string
	Blank    []string
	NotShown []string
}

// Policy says what is done with rows that a quality rule catches.
type Policy string

// The policies of quality rules.
const (
	Drop   Policy = "drop"
	Report Policy = "report"
)

// Quality holds the rules on which rows count (METHODS section 2).
type Quality struct {
	Duplicates     Policy
	Partial        Policy
	LeftEarly      Policy // who may be partial, where the platform does not say
	StraightLiners Policy
	Speeders       Policy
	SpeedCut       float64 // share of the median duration
	SameScales     bool    // the author answers for it that all waves were asked on the scales of the study, whatever the answers look like
}

// Adjustment is the correction for the number of comparisons.
type Adjustment string

// The adjustments on offer (METHODS section 4).
const (
	Holm              Adjustment = "holm"
	BenjaminiHochberg Adjustment = "benjamini_hochberg"
	NoAdjustment      Adjustment = "none"
)

// Margin is the equivalence margin Δ, as a share of the scale's range or in scale points (or POMP, where the audiences
// answered on different scales).
type Margin struct {
	Share  float64 // of the range; used if Points is 0
	Points float64
}

// On returns the margin in points of the scale.
func (m Margin) On(s Scale) float64 {
	if m.Points > 0 {
		return m.Points
	}
	return m.Share * s.Range()
}

// Analysis holds the choices that a reader could contest.
type Analysis struct {
	Confidence  float64
	Adjust      Adjustment
	Equivalence Margin
	TopBox      int
	BottomBox   int
	Target      float64 // POMP
	Crosshair   Crosshair
	LowZone     Zone // of a driver's ratings: where a penalty may come from
	HighZone    Zone // and a reward
	Resamples   int
	Seed        uint64
}

// Privacy holds the smallest bases that may be shown (METHODS section 9).
type Privacy struct {
	MinimumBase         int
	MinimumBaseComments int
}

// Defaults returns the choices in force where a study makes none.
func Defaults() (Quality, Analysis, Privacy) {
	return Quality{Duplicates: Report, Partial: Drop, LeftEarly: Report, StraightLiners: Report, Speeders: Report, SpeedCut: 0.5},
		Analysis{
			Confidence: 0.95, Adjust: Holm, Equivalence: Margin{Share: 0.05}, TopBox: 2, BottomBox: 2,
			Target: 70, Crosshair: CrosshairMean, LowZone: Zone{Points: 2}, HighZone: Zone{Points: 2}, Resamples: 1000, Seed: 1,
		},
		Privacy{MinimumBase: 5, MinimumBaseComments: 10}
}

// Audience returns the index of the audience with this id, or -1.
func (s *Study) Audience(id string) int {
	for i, a := range s.Audiences {
		if a.ID == id {
			return i
		}
	}
	return -1
}

// Ratings returns every rating of the study in order: items as written, each with its kinds, then the outcome, then the journey.
// The index in this list is the index of the rating's column in Responses.
func (s *Study) Ratings() []*Rating {
	var all []*Rating
	for _, item := range s.Items {
		all = append(all, item.Ratings...)
	}
	if s.Outcome != nil {
		all = append(all, s.Outcome)
	}
	if s.Journey != nil {
		all = append(all, s.Journey.Ratings()...)
	}
	return all
}
