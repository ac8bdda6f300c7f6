package study

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func scales() *rapid.Generator[Scale] {
	return rapid.Custom(func(t *rapid.T) Scale {
		step := rapid.SampledFrom([]float64{0.1, 0.25, 0.5, 1, 2, 5}).Draw(t, "step")
		low := rapid.IntRange(-20, 20).Draw(t, "low")
		points := rapid.IntRange(2, 200).Draw(t, "points")
		return Scale{Low: float64(low), High: float64(low) + step*float64(points-1), Step: step}
	})
}

func TestScaleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scales().Draw(t, "scale")
		code := Code(rapid.IntRange(0, s.Points()-1).Draw(t, "code"))
		if back, ok := s.Code(s.Value(code)); !ok || back != code {
			t.Fatalf("%v: code %d has the value %v, whose code is %d (%v)", s, code, s.Value(code), back, ok)
		}
		if s.POMP(s.Low) != 0 || math.Abs(s.POMP(s.High)-100) > 1e-9 {
			t.Fatalf("%v: got POMP %v and %v at the ends", s, s.POMP(s.Low), s.POMP(s.High))
		}
		parsed, err := ParseScale(s.String())
		if err != nil || parsed.Points() != s.Points() || math.Abs(parsed.High-s.High) > 1e-9 {
			t.Fatalf("%v reads back as %v (%v)", s, parsed, err)
		}
		between := s.Value(code) + s.Step/2
		if _, ok := s.Code(between); ok {
			t.Fatalf("%v: %v lies between two points and has a code", s, between)
		}
	})
}

func TestCodeRefusesWhatIsNoPoint(t *testing.T) {
	s := NewScale(1, 10)
	for _, x := range []float64{0, 11, 1.5, -1, math.NaN(), math.Inf(1), math.Inf(-1), 1e300} {
		if code, ok := s.Code(x); ok {
			t.Errorf("%v has the code %d on %v", x, code, s)
		}
	}
	for _, missing := range []Code{Blank, NotShown, DontKnow, Suppressed} {
		if missing.Valid() {
			t.Errorf("code %d is valid", missing)
		}
	}
}

// Without Same, two audiences whose labels differ in language would fall apart.
func TestSameScaleInOtherWords(t *testing.T) {
	if a, b := LabelScale([]string{"Poor", "Good"}), LabelScale([]string{"Schlecht", "Gut"}); !a.Same(b) || a.Same(NewScale(1, 3)) {
		t.Error("scales are told apart by their words, or not by their points")
	}
}
