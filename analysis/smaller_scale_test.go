package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// crowd answers questions on 1..high, with mean and deviations in parts of the scale.
type crowd struct {
	high, people, questions int
	mean                    float64
	persons, within         float64 // deviations between respondents and of single answers; 0: exponential answers
	middle                  float64 // part of the neighbours of the middle point who choose it
}

// answer draws the crowd's answers onto a scale of the study.
func (c crowd) answer(source *rand.Rand, scale study.Scale) *given {
	persons := make([]float64, c.people)
	for i := range persons {
		persons[i] = source.NormFloat64() * c.persons
	}
	all, middle := newGiven(scale), float64((c.high+1)/2)
	for range c.questions {
		of := newCounts(scale)
		mean := c.mean + 0.05*source.NormFloat64()
		for _, person := range persons {
			part := mean + person + source.NormFloat64()*c.within
			if c.within == 0 {
				part = mean * (1 + person) * source.ExpFloat64()
			}
			x := math.Max(1, math.Min(float64(c.high), math.Round(1+part*float64(c.high-1))))
			if math.Abs(x-middle) == 1 && source.Float64() < c.middle {
				x = middle
			}
			code, _ := scale.Code(x)
			of.count[code]++
		}
		all.add(of, false)
	}
	return all
}

// suspicions returns how often answers are held back, and how often only asked about.
func suspicions(source *rand.Rand, small, large crowd, scale study.Scale, runs int) (held, doubted float64) {
	for range runs {
		switch _, how := smallerThan(small.answer(source, scale), large.answer(source, scale)); how {
		case otherScale:
			held += 1 / float64(runs)
		case inDoubt:
			doubted += 1 / float64(runs)
		}
	}
	return held, doubted
}

// Falls are hardly ever held back, however low they end.
func TestSmallerScaleErrorRates(t *testing.T) {
	source := rand.New(rand.NewPCG(2026, 11))
	worst, at, sum, doubted, cells := 0.0, "", 0.0, 0.0, 0.0
	for _, high := range []int{7, 10} {
		scale := study.NewScale(1, float64(high))
		for _, size := range [][2]int{{25, 8}, {60, 3}, {60, 8}} {
			for _, mean := range []float64{0.1, 0.2, 0.3, 0.4} {
				for _, spread := range [][2]float64{{0.08, 0.1}, {0.1, 0.14}, {0.14, 0.18}, {0.2, 0}} {
					for _, middle := range []float64{0, 0.25} {
						before := crowd{high, size[0], size[1], 0.7, 0.12, 0.16, 0}
						after := crowd{high, size[0], size[1], mean, spread[0], spread[1], middle}
						held, asked := suspicions(source, after, before, scale, 50)
						sum, doubted, cells = sum+held, doubted+asked, cells+1
						if held > worst {
							worst, at = held, fmt.Sprintf("%+v", after)
						}
					}
				}
			}
		}
	}
	t.Logf("falls: held back in %.4f on average, in %.2f at the worst, of %s; asked about in %.2f", sum/cells, worst, at, doubted/cells)
	if sum/cells > 0.001 || worst > 0.05 {
		t.Errorf("falls are held back in %.4f on average, in %.2f at the worst, of %s", sum/cells, worst, at)
	}
}

// Waves on another scale are held back where they are large and not poor, and nearly always asked about where they are not.
func TestSmallerScalesAreFound(t *testing.T) {
	source := rand.New(rand.NewPCG(2026, 12))
	for _, c := range []struct {
		large, small, people, questions int
		mean                            float64
		held, either                    float64 // at least so often
	}{
		{7, 5, 60, 8, 0.8, 0.95, 1},
		{10, 5, 60, 8, 0.8, 0.95, 1},
		{10, 7, 60, 8, 0.8, 0.9, 1},
		{7, 5, 60, 8, 0.7, 0.9, 1},
		{10, 5, 60, 8, 0.7, 0.9, 1},
		{10, 7, 60, 8, 0.7, 0.9, 1},
		{7, 5, 60, 3, 0.7, 0.4, 1},
		{10, 5, 60, 3, 0.7, 0.4, 1},
		{10, 7, 60, 3, 0.7, 0.6, 0.95},
		{7, 5, 200, 8, 0.6, 0.9, 1},
		{10, 5, 200, 8, 0.6, 0.9, 1},
		{10, 7, 200, 8, 0.6, 0.8, 1},
		{7, 5, 25, 4, 0.7, 0, 0.9},
		{10, 5, 25, 4, 0.5, 0, 0.9},
	} {
		now := crowd{c.large, c.people, c.questions, c.mean, 0.12, 0.18, 0}
		then := crowd{c.small, c.people, c.questions, c.mean - 0.02, 0.12, 0.18, 0}
		held, doubted := suspicions(source, then, now, study.NewScale(1, float64(c.large)), 60)
		t.Logf("%+v: held back %.3f, asked about %.3f", c, held, doubted)
		if held < c.held || held+doubted < c.either {
			t.Errorf("%+v: held back in %.3f, asked about in %.3f", c, held, doubted)
		}
	}
}

// answered counts answers by number, from 1 on, to so many questions alike.
func answered(scale study.Scale, questions int, reversed bool, counts ...int) *given {
	all := newGiven(scale)
	for range questions {
		of := newCounts(scale)
		for k, n := range counts {
			code, _ := scale.Code(float64(k + 1))
			if reversed {
				code = study.Code(scale.Points()-1) - code
			}
			of.count[code] += n
		}
		all.add(of, reversed)
	}
	return all
}

// Each condition alone keeps answers from being taken for another scale.
func TestEvidenceOfASmallerScale(t *testing.T) {
	ten, seven := study.NewScale(1, 10), study.NewScale(1, 7)
	large := answered(ten, 4, false, 1, 1, 2, 3, 5, 8, 12, 14, 9, 5) // 7.1: 68 of 100
	for _, c := range []struct {
		name  string
		small *given
		end   float64
		how   suspicion
	}{
		{"the whole of 1..5", answered(ten, 4, false, 3, 4, 10, 20, 23), 5, otherScale},
		{"149 answers", answered(ten, 1, false, 6, 10, 25, 50, 58), 5, inDoubt},
		{"150 answers", answered(ten, 1, false, 6, 10, 25, 50, 59), 5, otherScale},
		{"19 answers", answered(ten, 1, false, 1, 1, 3, 6, 8), 5, sameScale},
		{"20 answers", answered(ten, 1, false, 1, 1, 3, 6, 9), 5, inDoubt},
		{"answers that fall off towards the end", answered(ten, 4, false, 1, 1, 20, 30, 8), 5, inDoubt},
		{"answers that pile up at the low end", answered(ten, 4, false, 20, 12, 8, 5, 15), 5, inDoubt},
		{"answers far better on the smaller scale", answered(ten, 4, false, 0, 0, 2, 8, 50), 5, inDoubt},
		{"6, no usual end", answered(ten, 4, false, 3, 4, 10, 15, 17, 11), 6, sameScale},
		{"8 of 10: hardly anything lies above", answered(ten, 4, false, 3, 4, 4, 5, 6, 7, 15, 16), 8, sameScale},
		{"the whole of 1..7", answered(ten, 4, false, 1, 2, 4, 8, 12, 18, 15), 7, otherScale},
	} {
		if end, how := smallerThan(c.small, large); end != c.end || how != c.how {
			t.Errorf("%s: ends at %v, %v; want %v, %v", c.name, end, how, c.end, c.how)
		}
	}
	if _, how := smallerThan(answered(seven, 4, false, 3, 4, 10, 20, 23), answered(seven, 4, false, 3, 5, 9, 20, 22, 1)); how != sameScale {
		t.Errorf("of few answers above the end in the other wave: %v", how)
	}
	six := study.NewScale(1, 6)
	if _, how := smallerThan(answered(six, 4, false, 3, 4, 10, 20, 23), answered(six, 4, false, 1, 1, 4, 10, 20, 24)); how != sameScale {
		t.Errorf("5 of 1..6, above which hardly anything lies: %v", how)
	}
	if _, how := smallerThan(answered(ten, 1, false, 3, 4, 10, 20, 23), answered(ten, 1, false, 3, 4, 10, 17, 20, 3, 2, 1)); how != sameScale {
		t.Errorf("what would be chance in one case in five hundred: %v", how)
	}
	if _, how := smallerThan(answered(ten, 4, false, 3, 4, 10, 20, 23), answered(ten, 1, false, 0, 0, 0, 0, 1, 2, 5, 6, 4, 1)); how != sameScale {
		t.Errorf("19 answers in the other wave: %v", how)
	}
	mixed := answered(ten, 3, false, 3, 4, 10, 20, 23)
	mixed.add(func() *counts { c := newCounts(ten); c.count[3] = 60; return c }(), false)
	if _, how := smallerThan(mixed, large); how != inDoubt {
		t.Errorf("a question that ends at 4: %v", how)
	}
}

// A smaller scale is seen by the numbers that were given, also where the points of a reversed question are counted from the highest.
func TestSmallerScaleOfReversedQuestions(t *testing.T) {
	ten := study.NewScale(1, 10)
	plain, reversed := answered(ten, 2, false, 3, 4, 10, 20, 23), answered(ten, 2, true, 3, 4, 10, 20, 23)
	if !slices.Equal(plain.count, reversed.count) || !slices.Equal(reversed.tops, []float64{5, 5}) {
		t.Errorf("counted %v up to %v, want %v", reversed.count, reversed.tops, plain.count)
	}
}

// A scale that begins at 0 whose zero nobody gave is read from 1 on.
func TestMeansOnTheSmallerScale(t *testing.T) {
	from0 := newGiven(study.NewScale(0, 10))
	c := newCounts(from0.scale)
	c.count[1], c.count[5] = 10, 30
	from0.add(c, false)
	if got := from0.pomp(5); got != 75 {
		t.Errorf("without a 0: %v, want 75", got)
	}
	c.count[0] = 10
	from0.add(c, false)
	if got, want := from0.pomp(5), 100*320.0/90/5; math.Abs(got-want) > 1e-12 {
		t.Errorf("with one: %v, want %v", got, want)
	}
}
