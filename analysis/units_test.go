package analysis

import (
	"math"
	"testing"

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

// Above the limit respondents become random groups, whose standard errors are near those of the respondents.
func TestVeryLargeAudiencesBecomeRandomGroups(t *testing.T) {
	in := newInvented(tenPoints, []string{"customers"}, "easy", "price")
	in.around(1, "customers", keptRespondents+5000, 6, 7)
	tally := NewTally(in.study)
	if err := tally.Add(in.blocks[0]); err != nil {
		t.Fatal(err)
	}
	u := tally.cells[0][0].units
	if u.totals[0] == nil || u.weight != nil || u.codes != nil || u.groups == nil {
		t.Fatalf("got totals %v and %d respondents, want groups alone", u.totals, len(u.weight))
	}
	cov, df := u.covariance(tally.cells[0][0].counts, []int{0, 1})
	if df != randomGroups-1 {
		t.Errorf("got %v df, want %d", df, randomGroups-1)
	}
	sample := tally.cells[0][0].counts[0].sample(0, tenPoints.Value)
	want := sample.Mean(0.95).SE * 100 / 9
	if got := math.Sqrt(cov.At(0, 0)); math.Abs(got/want-1) > 0.2 {
		t.Errorf("got a standard error of %v from the groups, want about %v", got, want)
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
