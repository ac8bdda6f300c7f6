package study

import (
	"math"
	"strconv"
)

// Code is one stored answer to a rating: a scale point counted from the low end, or one of the kinds of "no number".
// Two bytes hold the widest scales in use (0 to 1000 by 1) and keep the columns of a large audience small.
type Code uint16

// The kinds of "no number" are kept apart: none of them is ever a zero, and each is counted.
const (
	Suppressed Code = math.MaxUint16 - iota // the platform withheld the answer
	DontKnow                                // "don't know" or "not applicable"
	NotShown                                // the respondent was never asked
	Blank                                   // seen and left unanswered
)

// MissingKinds is the number of codes that are no answers.
const MissingKinds = 4

// MaxPoints is the largest number of points that a scale may have: what Code can tell apart besides the missing kinds,
// cut to a number that a reader of an error message can check.
const MaxPoints = 65_000

// Valid reports whether the code is an answer on the scale.
func (c Code) Valid() bool { return c < MaxPoints }

// Entry is the place of a code in a table that begins with the kinds of missing answers: no question whether it is one.
func (c Code) Entry() int { return int(c + MissingKinds) }

// Scale is a rating scale with equally spaced points, such as 1 to 10 or 0 to 10.
// The zero Scale is no scale at all: Defined tells.
type Scale struct {
	Low, High float64
	Step      float64  // distance between neighbouring points, > 0
	Labels    []string // words of the points from low to high, if the answers are words; else empty
}

// NewScale returns the scale of whole points from low to high.
func NewScale(low, high float64) Scale { return Scale{Low: low, High: high, Step: 1} }

// LabelScale returns the scale 1..len(labels) whose answers are the labels, low to high.
func LabelScale(labels []string) Scale {
	s := NewScale(1, float64(len(labels)))
	s.Labels = labels
	return s
}

// Defined reports whether the scale has been given or inferred.
func (s Scale) Defined() bool { return s.Step > 0 && s.High > s.Low }

// Points returns the number of points.
func (s Scale) Points() int { return int(math.Round((s.High-s.Low)/s.Step)) + 1 }

// Range returns the distance between the ends.
func (s Scale) Range() float64 { return s.High - s.Low }

// Value returns the number that a valid code stands for.
func (s Scale) Value(c Code) float64 { return s.Low + float64(c)*s.Step }

// Code returns the code of a number; ok is false where the number is not a point of the scale.
func (s Scale) Code(x float64) (c Code, ok bool) {
	k := math.Round((x - s.Low) / s.Step)
	if !(k >= 0 && k < float64(s.Points())) { // also refuses NaN
		return 0, false
	}
	// A decimal step such as 0.1 has no exact binary form: compare within rounding, not to the bit.
	if math.Abs(s.Low+k*s.Step-x) > 1e-9*s.Step {
		return 0, false
	}
	return Code(k), true
}

// POMP returns x as a percentage of the maximum possible, 100·(x−low)/(high−low): METHODS section 1.
func (s Scale) POMP(x float64) float64 { return 100 * (x - s.Low) / (s.High - s.Low) }

// Same reports whether two scales have the same points, whatever words stand for them.
func (s Scale) Same(t Scale) bool { return s.Low == t.Low && s.High == t.High && s.Step == t.Step }

// String returns the scale as a study file writes it: 1..10, or 0..5 by 0.5.
func (s Scale) String() string {
	text := trimFloat(s.Low) + ".." + trimFloat(s.High)
	if s.Step != 1 {
		text += " by " + trimFloat(s.Step)
	}
	return text
}

func trimFloat(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
