package analysis

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/cxgap/cxgap/analysis/stats"
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
	Ratio     Unit = "ratio"
	Count     Unit = "count"

	PointsSquared Unit = "pt2"       // squared scale points
	POMPSquared   Unit = "pomp2"     // squared percent of maximum possible
	Statistic     Unit = "statistic" // a test statistic, a correlation, an effect size: no unit
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

// Rounded returns the number with so many decimals, half a unit of the last one away from zero: 62.5 becomes 63, as in a spreadsheet. What is
// half but for the last bits of a computer's fractions is half: of 57 of 200, 100 times the share is 28.499999999999996 in these, and on paper
// 28.5. Every number that is printed is rounded here, so that what stands twice stands alike.
func (x Number) Rounded(decimals int) Number {
	const carried = 13 // digits that computing leaves sure
	scale := math.Pow10(decimals)
	sure, err := strconv.ParseFloat(strconv.FormatFloat(float64(x)*scale, 'g', carried, 64), 64)
	if err != nil { // beyond what a float64 holds
		return x
	}
	return Number(math.Round(sure) / scale)
}

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

// newFigure returns a figure without numbers: everything undefined, so that nothing is ever 0 by omission.
func newFigure(analysis string, kind study.Kind, perspective, statistic string, unit Unit) Figure {
	return Figure{
		Analysis: analysis, Kind: kind, Perspective: perspective, Statistic: statistic, Unit: unit,
		Value: NaN, SE: NaN, Low: NaN, High: NaN, Level: NaN, DF: NaN,
		N: NaN, NVersus: NaN, NEffective: NaN, NEffectiveVersus: NaN, P: NaN, PAdjusted: NaN, Family: NaN,
	}
}

// name returns the stable id: analysis/kind/audience[:versus]/item/statistic[@wave=W][@segment=value].
func (f *Figure) name(r *study.Rating) string {
	kind := string(f.Kind)
	if r.Of != "" {
		kind += "-estimate-of-" + r.Of
	}
	audience := orStar(f.Audience)
	if f.Versus != "" {
		audience += ":" + f.Versus
	}
	id := f.Analysis + "/" + kind + "/" + audience + "/" + orStar(f.Item) + "/" + f.Statistic
	if f.Wave != "" {
		id += "@wave=" + f.Wave
	}
	if f.Segment != "" {
		id += "@" + f.Segment
	}
	return id
}

func orStar(part string) string {
	if part == "" {
		return "*"
	}
	return part
}

// estimate fills in a value with its uncertainty and base.
func (f *Figure) estimate(e stats.Estimate) {
	f.Value, f.SE, f.Low, f.High = Number(e.Value), Number(e.SE), Number(e.Low), Number(e.High)
	f.Level, f.DF = Number(e.Level), finite(e.DF)
	f.N, f.NEffective = baseOf(e), Number(e.NEffective)
}

// baseOf returns the base of an estimate; undefined where a figure was published without it, which is not a base of 0.
func baseOf(e stats.Estimate) Number {
	if e.N == 0 && (e.Has(stats.Tabulated) || e.Has(stats.UnknownBase)) {
		return NaN
	}
	return Number(e.N)
}

// finite returns x, or the undefined number for the infinite degrees of freedom of a normal interval.
func finite(x float64) Number {
	if math.IsInf(x, 0) {
		return NaN
	}
	return Number(x)
}

// suppress takes every number out of the figure, its base too.
func (f *Figure) suppress() {
	id, kept := f.ID, *f
	*f = newFigure(kept.Analysis, kept.Kind, kept.Perspective, kept.Statistic, kept.Unit)
	f.ID, f.Item, f.Audience, f.Versus, f.Wave, f.Segment = id, kept.Item, kept.Audience, kept.Versus, kept.Wave, kept.Segment
	f.Note = Notes{NoteSuppressed}
}
