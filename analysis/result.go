package analysis

import "github.com/cxgap/cxgap/analysis/study"

// Schema names the form of Result. It changes when a field changes its meaning or goes; new fields do not change it.
const Schema = "cxgap.result/1"

// Result is a finished analysis: complete, so that every report is a view of it, and plain, so that its JSON is the value
// itself. All numbers stand in Figures, one figure a row; the rest says what they are about and how they came to be.
type Result struct {
	Schema        string            `json:"schema"`
	Generator     Generator         `json:"generator"`
	Title         string            `json:"title"`
	Language      string            `json:"language,omitempty"`       // of the report's fixed texts, as the study has it; empty: English
	StudySHA256   string            `json:"study_sha256,omitempty"`   // empty: analysed without a study file
	Audiences     []Audience        `json:"audiences"`                // from inside to outside
	Waves         []string          `json:"waves"`                    // empty: the study has one wave
	Segments      []string          `json:"segments"`                 // names; figures within one have `segment` name=value
	SegmentLabels map[string]string `json:"segment_labels,omitempty"` // by name, of those that the study labels
	Items         []Item            `json:"items"`
	Constructs    []Construct       `json:"constructs"` // dimensions and constructs: an `item` of figures may be one
	Choices       Choices           `json:"choices"`
	Inputs        []study.Input     `json:"inputs"`
	Flow          []study.Flow      `json:"flow"`
	Assumptions   []study.Notice    `json:"assumptions"`
	Warnings      []study.Notice    `json:"warnings"`
	Figures       []Figure          `json:"figures"`
}

// Generator is the program that made a result.
type Generator struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Audience is what a reader must know of an audience.
type Audience struct {
	ID         string `json:"id"`
	Label      string `json:"label"`
	Population int    `json:"population,omitempty"`
	Anonymous  bool   `json:"anonymous"`
	Reason     string `json:"reason,omitempty"` // why it may be shown below the minimum base
	Bases      []Base `json:"bases"`            // one a wave
}

// Base is the size of an audience in one wave. A base below the minimum is shown: it says who answered, not what.
type Base struct {
	Wave       string `json:"wave,omitempty"`
	N          int    `json:"n"`
	NEffective Number `json:"n_effective"`
	Weighted   bool   `json:"weighted"`
	Clusters   int    `json:"clusters,omitempty"`
	Census     bool   `json:"census"`
	Tabulated  bool   `json:"tabulated,omitempty"` // published figures without respondents

	Oldest study.Date `json:"oldest,omitzero"` // the day of the oldest answer, where a column says it and the days are those of enough
	Newest study.Date `json:"newest,omitzero"` // the day of the newest answer, where a column says it
}

// Item is one attribute, with the ratings that were asked of it.
type Item struct {
	ID        string   `json:"id"`
	Label     string   `json:"label"`
	Dimension string   `json:"dimension,omitempty"`
	Target    float64  `json:"target"` // POMP
	Ratings   []Rating `json:"ratings"`
}

// Construct is several items that measure one thing. The construct that a dimension makes is marked.
type Construct struct {
	ID        string   `json:"id"`
	Label     string   `json:"label"`
	Items     []string `json:"items"`
	Dimension bool     `json:"dimension"`
}

// Rating is one kind of rating of an item, from one perspective.
type Rating struct {
	Kind        study.Kind `json:"kind"`
	Perspective string     `json:"perspective"`
	Unit        Unit       `json:"unit"`  // of means and gaps: scale points, or POMP where the audiences' scales differ
	Scale       string     `json:"scale"` // the shared scale, or 0..100 for POMP
	Low         float64    `json:"low"`   // ends of Scale
	High        float64    `json:"high"`
	TopBox      int        `json:"top_box"` // how many points count as the top box
	BottomBox   int        `json:"bottom_box"`
	Margin      float64    `json:"margin"` // equivalence margin in Unit
	Asked       []Asked    `json:"asked"`
}

// Asked says that an audience was asked a rating, and on which scale.
type Asked struct {
	Audience string `json:"audience"`
	Scale    string `json:"scale"`
	Reversed bool   `json:"reversed,omitempty"` // the answer became low+high−x
	LowEnd   string `json:"low_end,omitempty"`  // what the ends of the scale mean, as figures are given
	HighEnd  string `json:"high_end,omitempty"`
}

// Choices are the settings that a reader could contest; every output prints them.
type Choices struct {
	Confidence  float64          `json:"confidence"`
	Alpha       float64          `json:"alpha"`
	Adjust      study.Adjustment `json:"adjust"`
	Equivalence string           `json:"equivalence"` // as the study writes it: 5%, 0.5pt
	TopBox      int              `json:"top_box"`
	BottomBox   int              `json:"bottom_box"`
	Target      float64          `json:"target"` // POMP
	Crosshair   study.Crosshair  `json:"crosshair"`
	LowZone     string           `json:"low_zone"`  // as the study writes it: 2 (points), ..4
	HighZone    string           `json:"high_zone"` // 2, 8..
	Resampled   bool             `json:"resampled"` // importance has its resampled intervals
	MinimumBase int              `json:"minimum_base"`
	Resamples   int              `json:"resamples"`
	Seed        uint64           `json:"seed"`
}

// WavesOf returns the waves that a figure is of: one, or both of a change. Their names may hold the colon that stands between them; where
// one name can be read in several ways all of them are meant.
func (r *Result) WavesOf(wave string) []string {
	waves := []string{wave}
	for _, before := range r.Waves {
		for _, after := range r.Waves {
			if before+":"+after == wave {
				waves = append(waves, before, after)
			}
		}
	}
	return waves
}

// fillLists makes every list that is nil an empty one: a reader of the JSON shall meet [], never null for "none".
func (r *Result) fillLists() {
	r.Audiences, r.Items, r.Figures = orEmpty(r.Audiences), orEmpty(r.Items), orEmpty(r.Figures)
	r.Segments = orEmpty(r.Segments)
	r.Waves, r.Constructs = orEmpty(r.Waves), orEmpty(r.Constructs)
	r.Inputs, r.Flow = orEmpty(r.Inputs), orEmpty(r.Flow)
	r.Assumptions, r.Warnings = orEmpty(r.Assumptions), orEmpty(r.Warnings)
	for i := range r.Flow {
		r.Flow[i].Dropped = orEmpty(r.Flow[i].Dropped)
	}
	for i := range r.Figures {
		r.Figures[i].Note = orEmpty(r.Figures[i].Note)
	}
}

func orEmpty[S ~[]T, T any](list S) S {
	if list == nil {
		return S{}
	}
	return list
}
