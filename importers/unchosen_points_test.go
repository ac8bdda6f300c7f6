package importers

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// shape is how often each point of a scale is chosen, in parts of any whole.
type shape struct {
	name  string
	low   float64
	parts []float64
}

func normalShape(name string, low, high, mean, spread float64) shape {
	s := shape{name: name, low: low}
	for x := low; x <= high; x++ {
		s.parts = append(s.parts, math.Exp(-(x-mean)*(x-mean)/2/spread/spread))
	}
	return s
}

// ordinaryShapes are answers as people give them: even ones, heaped, split and at both ends.
func ordinaryShapes() []shape {
	return []shape{
		normalShape("1 to 5", 1, 5, 3.5, 1), normalShape("1 to 6", 1, 6, 4, 1.2), normalShape("1 to 7", 1, 7, 5, 1.4), normalShape("1 to 10", 1, 10, 7, 2), normalShape("0 to 10", 0, 10, 7, 2.2),
		{"recommending, heaped", 0, []float64{5, 1, 1.5, 1.5, 1, 7, 4, 10, 21, 16, 32}},
		{"recommending, fans", 0, []float64{8, 2, 1.5, 1.5, 1, 9, 3, 6, 14, 12, 42}},
		{"1 to 10, heaped", 1, []float64{3, 1, 3, 1, 12, 3, 8, 30, 9, 30}},
		{"split", 1, []float64{5, 35, 5, 40, 15}},
		{"split, few undecided", 1, []float64{10, 30, 3, 42, 15}},
		{"split, some undecided", 1, []float64{10, 28, 7, 40, 15}},
		{"both ends", 1, []float64{45, 4, 2, 4, 45}},
		{"one end", 1, []float64{30, 6, 4, 10, 50}},
		{"bad stars", 1, []float64{70, 4, 4, 7, 15}},
		{"both ends of six", 1, []float64{35, 8, 2, 2, 8, 45}},
		{"split of seven", 1, []float64{5, 20, 20, 3, 22, 20, 10}},
	}
}

// drawn are n answers of a shape.
func (s shape) drawn(random *rand.Rand, n int) *answersSeen {
	var sum float64
	for _, part := range s.parts {
		sum += part
	}
	var counts [11]int
	for range n {
		at, left := 0, random.Float64()*sum
		for ; at < len(s.parts)-1 && left >= s.parts[at]; at++ {
			left -= s.parts[at]
		}
		counts[at]++
	}
	a := newAnswersSeen()
	for at := range s.parts {
		a.numbers[s.low+float64(at)] = counts[at]
	}
	return a
}

// ratingsOf is a study of questions on one scale, each as many answers.
func ratingsOf(random *rand.Rand, n int, rows bool, low, high float64, of ...shape) *ratedAlike {
	g := &ratedAlike{scale: study.NewScale(low, high)}
	for i, s := range of {
		if !rows || i == 0 {
			g.blocks = append(g.blocks, &holeBlock{answers: newAnswersSeen()})
		}
		b := g.blocks[len(g.blocks)-1]
		b.columns = append(b.columns, holeColumn{branch: i})
		for x, k := range s.drawn(random, n).numbers {
			b.answers.numbers[x] += k
		}
	}
	return g
}

func (g *ratedAlike) refused() (sure, told bool) {
	for _, h := range g.codeHoles(lexicon.FrequentNeighbours + math.Log(float64(len(g.blocks)))) {
		sure, told = sure || h.sure, true
	}
	return sure, told
}

// fill is the same shape so many times.
func fill(s shape, times int) (all []shape) {
	for range times {
		all = append(all, s)
	}
	return all
}

// Of studies without codes at most one of a thousand is refused, whatever their answers are like: eight questions, one alone, two, and a matrix. Drawn are
// 300 of each, of which chance may refuse two.
func TestOrdinaryRatingsAreNotRefused(t *testing.T) {
	for _, s := range ordinaryShapes() {
		high := s.low + float64(len(s.parts)-1)
		for _, n := range []int{25, 60, 200} {
			random := rand.New(rand.NewPCG(uint64(n), 20))
			refused := map[string]int{}
			for range 300 {
				for name, g := range map[string]*ratedAlike{
					"8 questions": ratingsOf(random, n, false, s.low, high, fill(s, 8)...), "1 question": ratingsOf(random, n, false, s.low, high, s),
					"2 questions": ratingsOf(random, n, false, s.low, high, s, s), "6 rows": ratingsOf(random, n, true, s.low, high, fill(s, 6)...),
				} {
					if sure, _ := g.refused(); sure {
						refused[name]++
					}
				}
			}
			for name, times := range refused {
				if times > 2 {
					t.Errorf("%s, %s of %d answers: %d of 300 are refused", s.name, name, n, times)
				}
			}
		}
	}
}

// codesOf are the answers of a scale of five points as the codes 1, 2, 3, 4 and 6, which stand for them in any order.
func codesOf(random *rand.Rand, five shape) shape {
	s := shape{low: 1, parts: make([]float64, 6)}
	places := []int{0, 1, 2, 3, 5}
	for i, point := range random.Perm(5) {
		s.parts[places[i]] = five.parts[point]
	}
	return s
}

// Of studies with codes most are refused, or at least told of: one coded question by itself or among ratings, and all of them.
func TestCodesAreTold(t *testing.T) {
	five, six := normalShape("", 1, 5, 3.5, 1), normalShape("", 1, 6, 4, 1.2)
	for name, test := range map[string]struct {
		n             int
		of            func(random *rand.Rand) []shape
		refused, told int // of 200, at least
	}{
		"alone":        {150, func(random *rand.Rand) []shape { return []shape{codesOf(random, five)} }, 110, 170},
		"one of eight": {150, func(random *rand.Rand) []shape { return append(fill(six, 7), codesOf(random, five)) }, 100, 150},
		"all":          {100, func(random *rand.Rand) []shape { return fill(codesOf(random, five), 8) }, 180, 195},
		"all, of few":  {30, func(random *rand.Rand) []shape { return fill(codesOf(random, five), 8) }, 110, 185},
	} {
		random := rand.New(rand.NewPCG(1, 2))
		refused, told := 0, 0
		for range 200 {
			sure, any := ratingsOf(random, test.n, false, 1, 6, test.of(random)...).refused()
			if sure {
				refused++
			}
			if any {
				told++
			}
		}
		if refused < test.refused || told < test.told {
			t.Errorf("%s: of 200 studies %d are refused and %d told of, want %d and %d", name, refused, told, test.refused, test.told)
		}
	}
}
