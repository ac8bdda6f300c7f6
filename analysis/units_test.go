package analysis

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

// The covariance of means is a second route to the standard error of every mean.
func TestCovarianceAgreesWithStandardErrors(t *testing.T) {
	in := three(t)
	_, figures := in.analyze(t)
	tally := NewTally(in.study)
	for _, b := range in.blocks {
		if err := tally.Add(b); err != nil {
			t.Fatal(err)
		}
	}
	for j, audience := range in.study.Audiences {
		c := tally.cells[j][0]
		cov, df := c.units.covariance(c.counts, []int{0, 1, 2})
		if int(df) != c.n-1 {
			t.Errorf("%s: got %v df, want %d", audience.ID, df, c.n-1)
		}
		for i, item := range in.study.Items {
			want := float64(must(t, figures, "profile/performance/"+audience.ID+"/"+item.ID+"/mean").SE) * 100 / 9
			if got := math.Sqrt(cov.At(i, i)); math.Abs(got-want) > 1e-9 {
				t.Errorf("%s of %s: got a standard error of %v, want %v", item.ID, audience.ID, got, want)
			}
		}
	}
}

// Of a very large audience a random sample is kept: its correlations are near those of all respondents, its standard errors are theirs.
func TestOfVeryLargeAudiencesASampleIsKept(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "easy", "price")
	in.around(1, "customers", 3*keptRespondents, 6, 7)
	block := in.blocks[0]
	for row, code := range block.Codes[0] {
		switch {
		case row%3 > 0:
			block.Codes[1][row] = code // so that the items are correlated
		case row%7 == 0:
			block.Codes[0][row] = study.Blank
		}
	}
	in.unequalWeights()
	for _, sizes := range [][]int{{3 * keptRespondents}, {1000, keptRespondents, 7000}} {
		tally := NewShortTally(in.study)
		for from, n := 0, 0; from < block.N; from, n = from+sizes[n%len(sizes)], n+1 {
			if err := tally.Add(rowsOfBlock(block, from, min(block.N, from+sizes[n%len(sizes)]))); err != nil {
				t.Fatal(err)
			}
		}
		c := tally.cells[0][0]
		if n := len(c.units.weight); n < drawnRespondents*2/5 || n > drawnRespondents || c.units.groups != nil {
			t.Fatalf("%d respondents kept, and %d groups", n, len(c.units.groups))
		}
		cov, df := c.units.covariance(c.counts, []int{0, 1})
		if df != float64(block.N-1) {
			t.Errorf("got %v df, want %d", df, block.N-1)
		}
		for i := range 2 {
			want := c.counts[i].sample(0, tenPoints.Value).Mean(0.95).SE * 100 / 9
			if got := math.Sqrt(cov.At(i, i)); math.Abs(got/want-1) > 1e-12 {
				t.Errorf("got a standard error of %v, want %v", got, want)
			}
		}
		everybody := &units{weight: block.Weight, codes: block.Codes}
		all, _ := everybody.linearised(c.counts, []int{0, 1})
		got, want := correlationOf(cov), correlationOf(all)
		if want < 0.5 || math.Abs(got-want) > 0.02 {
			t.Errorf("got a correlation of %v, want %v", got, want)
		}
	}
}

func correlationOf(cov *mat.SymDense) float64 {
	return cov.At(0, 1) / math.Sqrt(cov.At(0, 0)*cov.At(1, 1))
}

// rowsOfBlock returns some rows of a block.
func rowsOfBlock(b *study.Responses, from, to int) *study.Responses {
	part := &study.Responses{Audience: b.Audience, N: to - from, Weight: b.Weight[from:to]}
	for _, codes := range b.Codes {
		part.Codes = append(part.Codes, codes[from:to])
	}
	return part
}

// Who is kept owes nothing to how many rows come at once.
func TestWhoIsKeptOwesNothingToTheBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.IntRange(1, 40).Draw(t, "most")
		all := drawAll(0, 7)
		at := 0
		var kept []int
		for at < 300 {
			rows := make([]int32, rapid.IntRange(1, 90).Draw(t, "rows"))
			for i := range rows {
				rows[i] = int32(at + i)
			}
			for _, row := range all.draw(nil, rows, at, 7) {
				kept = append(kept, int(row))
			}
			kept = chosen(kept, all.thin(most))
			at += len(rows)
		}
		once := drawAll(at, 7)
		if diff := cmp.Diff(once.thin(most), kept); diff != "" {
			t.Fatalf("-at once +by and by:\n%s", diff)
		}
	})
}

// A rating that hardly anybody in the sample answered keeps the standard error that all have.
func TestRatingThatTheSampleLacks(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "easy", "price")
	in.around(1, "customers", 3*keptRespondents, 6, 7)
	for row := 10; row < 3*keptRespondents; row++ {
		in.blocks[0].Codes[1][row] = study.Blank
	}
	tally := NewShortTally(in.study)
	if err := tally.Add(in.blocks[0]); err != nil {
		t.Fatal(err)
	}
	c := tally.cells[0][0]
	cov, _ := c.units.covariance(c.counts, []int{0, 1})
	want := c.counts[1].sample(0, tenPoints.Value).Mean(0.95).SE * 100 / 9
	if got := math.Sqrt(cov.At(1, 1)); !(want > 0) || math.Abs(got/want-1) > 1e-12 {
		t.Errorf("got a standard error of %v, want %v", got, want)
	}
	if r := correlationOf(cov); math.IsNaN(r) || math.Abs(r) > 1 {
		t.Errorf("got a correlation of %v", r)
	}
}

func TestRandomGroupsAreEven(t *testing.T) {
	sizes := make([]int, randomGroups)
	const rows = 200_000
	for row := range rows {
		sizes[groupOf(row, 1)]++
	}
	want := float64(rows / randomGroups)
	chi2 := 0.0
	for _, n := range sizes {
		chi2 += (float64(n) - want) * (float64(n) - want) / want
	}
	if chi2 > 280 { // the 0.9999 quantile of chi² on 199 df is 281
		t.Errorf("chi² is %v on %d df: the groups are uneven", chi2, randomGroups-1)
	}
}

// A block that does not fit the study is refused instead of counted wrongly.
func TestTallyRefusesForeignBlocks(t *testing.T) {
	tally := NewTally(three(t).study)
	if tally.Add(&study.Responses{Audience: 3, Codes: make([][]study.Code, 3)}) == nil {
		t.Error("a fourth audience was counted")
	}
	if tally.Add(&study.Responses{Audience: 0, Codes: make([][]study.Code, 2)}) == nil {
		t.Error("a block of two ratings was counted")
	}
}
