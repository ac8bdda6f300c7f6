package stats

import (
	"testing"

	"pgregory.net/rapid"
)

// Of any number of questions each pair stands in one triple.
func TestTriplesHoldEveryPairOnce(t *testing.T) {
	for k := 2; k <= 64; k++ {
		stands := map[[2]int]int{}
		for _, of := range triplesOf(k) {
			for _, pair := range pairsOfThree {
				if i, j := of[pair[0]], of[pair[1]]; j >= 0 {
					stands[[2]int{min(i, j), max(i, j)}]++
				}
			}
		}
		if len(stands) != k*(k-1)/2 {
			t.Errorf("%d questions: %d pairs", k, len(stands))
		}
		for pair, n := range stands {
			if n != 1 || pair[0] == pair[1] || pair[1] >= k {
				t.Errorf("%d questions: pair %v stands %d times", k, pair, n)
			}
		}
	}
	if n := len(triplesOf(21)); n != 70 {
		t.Errorf("%d triples of 21 questions", n)
	}
}

// Moments from tables are those of the rows, whatever their variables are of the codes.
func TestTablesAddUpAsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.IntRange(2, 11), 2, 10).Draw(t, "points")
		tables := NewTripleTables(points)
		codings := make([][][]CodedVariable, 2) // as of drivers: a value of each question, and zones of all but the last
		for q, n := range points {
			value, low, high := make([]float64, n), make([]float64, n), make([]float64, n)
			for code := range value {
				value[code] = float64(code - n/2)
			}
			low[0], high[n-1] = 1, 1
			codings[0] = append(codings[0], []CodedVariable{{q, value}})
			codings[1] = append(codings[1], []CodedVariable{{q, low}, {len(points) + q, high}})
		}
		byRow, byTable := make([]*Moments, 2), make([]CodedMoments, 2)
		for m := range byRow {
			byRow[m], byTable[m] = NewMoments((m+1)*len(points)), CodedMoments{NewMoments((m + 1) * len(points)), codings[m]}
		}
		var weights []float64
		columns := make([][]uint16, len(points))
		for range rapid.IntRange(0, 40).Draw(t, "rows") {
			w := rapid.SampledFrom([]float64{0, 0.25, 1, 2}).Draw(t, "weight")
			codes := make([]int, len(points))
			for q, n := range points {
				codes[q] = rapid.IntRange(0, n-1).Draw(t, "code")
				columns[q] = append(columns[q], uint16(codes[q]))
			}
			weights = append(weights, w)
			for m, of := range byRow {
				if w > 0 {
					of.Add(w, codedRow(codings[m], codes))
				}
			}
		}
		tables.Enter(columns)
		memory := tables.Memory()
		for range 2 { // the memory serves again
			for _, m := range byTable {
				m.Reset()
			}
			tables.AddTo(byTable, weights, memory)
			for m, want := range byRow {
				if got := byTable[m].Moments; !nearMoments(want, got) {
					t.Errorf("by row %v, by table %v", *want, *got)
				}
			}
		}
	})
}

// codedRow returns the variables of a respondent.
func codedRow(coding [][]CodedVariable, codes []int) []float64 {
	var row []float64
	for q, variables := range coding {
		for _, x := range variables {
			for len(row) <= x.Variable {
				row = append(row, 0)
			}
			row[x.Variable] = x.Value[codes[q]]
		}
	}
	return row
}

// Tables that would not fit in the cache are not offered.
func TestTablesOfWideScalesAreNone(t *testing.T) {
	if NewTripleTables([]int{10, 10, 11}) == nil || NewTripleTables([]int{101, 101, 101}) != nil {
		t.Error("tables of 11 or of 101 points")
	}
}
