package analysis

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/cxgap/cxgap/analysis/study"
)

// Unit is the unit of a figure's value, standard error and interval.
type Unit string

// The units of figures.
const (
	Points    Unit = "pt"         // scale points
	POMP      Unit = "pomp"       // percent of maximum possible, or a difference of such
	Share     Unit = "share"      // fraction of 1
	ShareDiff Unit = "share_diff" // difference of fractions of 1
	NPSPoints Unit = "nps"        // -100 to 100
	Count     Unit = "count"
	Statistic Unit = "statistic" // a test statistic, a correlation, an effect size: no unit
)

// Figure is one number of a result, with all that is known of it: the row of the tidy table (DESIGN section 6).
// A number that is undefined is NaN here, null in JSON and empty in CSV; Note then says why.
type Figure struct {
	ID               string     `json:"figure" csv:"figure"`
	Analysis         string     `json:"analysis" csv:"analysis"`
	Item             string     `json:"item" csv:"item"`
	Kind             study.Kind `json:"kind" csv:"kind"`
	Perspective      string     `json:"perspective" csv:"perspective"`
	Audience         string     `json:"audience" csv:"audience"`
	Versus           string     `json:"versus" csv:"versus"` // the second audience of a pair
	Wave             string     `json:"wave" csv:"wave"`
	Segment          string     `json:"segment" csv:"segment"`
	Statistic        string     `json:"statistic" csv:"statistic"`
	Unit             Unit       `json:"unit" csv:"unit"`
	Value            Number     `json:"value" csv:"value"`
	SE               Number     `json:"se" csv:"se"`
	Low              Number     `json:"low" csv:"low"`
	High             Number     `json:"high" csv:"high"`
	Level            Number     `json:"level" csv:"level"`
	DF               Number     `json:"df" csv:"df"`
	N                Number     `json:"n" csv:"n"`
	NVersus          Number     `json:"n_versus" csv:"n_versus"`
	NEffective       Number     `json:"n_effective" csv:"n_effective"`
	NEffectiveVersus Number     `json:"n_effective_versus" csv:"n_effective_versus"`
	P                Number     `json:"p" csv:"p"`
	PAdjusted        Number     `json:"p_adjusted" csv:"p_adjusted"`
	Family           Number     `json:"family" csv:"family"` // size of the family that P was adjusted over
	Verdict          string     `json:"verdict" csv:"verdict"`
	Note             Notes      `json:"note" csv:"note"` // codes, see docs/figures.md
}

// Number is a float64 whose undefined value, NaN, is null in JSON and empty in CSV.
// Infinity does not occur in a result: an infinite df is a normal interval and stands as NaN.
type Number float64

// NaN is the undefined number.
var NaN = Number(math.NaN())

// Defined reports whether the number has a value.
func (x Number) Defined() bool { return !math.IsNaN(float64(x)) }

// MarshalJSON writes the shortest form that reads back as the same number.
func (x Number) MarshalJSON() ([]byte, error) {
	if !x.Defined() {
		return []byte("null"), nil
	}
	return json.Marshal(float64(x))
}

// UnmarshalJSON reads a number or null.
func (x *Number) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*x = NaN
		return nil
	}
	return json.Unmarshal(text, (*float64)(x))
}

// MarshalCSV writes the shortest form that reads back as the same number, or nothing.
func (x Number) MarshalCSV() (string, error) {
	if !x.Defined() {
		return "", nil
	}
	return strconv.FormatFloat(float64(x), 'g', -1, 64), nil
}
