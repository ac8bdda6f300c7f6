package analysis

import (
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cxgap/cxgap/analysis/study"
)

// The sums of random groups are those of their respondents one by one, and owe nothing to the number of processors.
func TestConcurrentGroupsAreTheSumsOfTheirRespondents(t *testing.T) {
	const respondents = keptRespondents + 3*queuedRows/2
	in := manyDrivers(2, respondents, 100)
	block := in.blocks[0]
	for row := 0; row < respondents; row += 7 {
		block.Codes[0][row] = study.Blank // not complete
		block.Codes[3][(row+3)%respondents] = study.DontKnow
	}
	in.unequalWeights()
	tallied := func(processors int) (*Tally, []*groupSums) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		tally := NewTally(in.study)
		if err := tally.Add(block); err != nil {
			t.Fatal(err)
		}
		c := tally.cells[0][0]
		tally.settle()
		return tally, c.units.groups
	}
	_, got := tallied(1)
	exported := cmp.AllowUnexported(groupSums{}, pairSums{}, driverSums{})
	tally, again := tallied(3)
	if diff := cmp.Diff(got, again, exported); diff != "" {
		t.Errorf("-one processor +three:\n%s", diff)
	}
	c := tally.cells[0][0]
	model := tally.models[0]
	var want []*groupSums
	for range randomGroups {
		want = append(want, newGroupSums(len(c.counts), len(c.pairs), model))
	}
	b := &tallyBlock{Responses: block, weight: block.Weight}
	columns := c.columnsOf(block.Codes)[:4] // no item is placed by the outcome
	for row := range int32(respondents) {
		group := want[groupOf(int(row), in.study.Analysis.Seed)]
		group.addRatings(columns, b, row)
		group.addPairs(c, tally, b, row)
		group.drivers.addOne(model, b, row)
	}
	if diff := cmp.Diff(want, got, exported, cmpopts.EquateApprox(1e-12, 1e-9)); diff != "" {
		t.Errorf("-respondent by respondent +by group:\n%s", diff)
	}
	if n := want[0].drivers.moments.N; n < 100 || want[0].pairs[0].weight == want[0].weight[1] {
		t.Fatalf("this study tests nothing: %d complete in a group", n)
	}
}

// The sums of drivers are the same whether they are counted for themselves or by random group, before the respondents are too many and
// after.
func TestDriverSumsOfTallies(t *testing.T) {
	for _, respondents := range []int{2000, keptRespondents, keptRespondents + 7000} {
		in := manyDrivers(2, respondents, 100)
		block := in.blocks[0]
		for row := 0; row < respondents; row += 7 {
			block.Codes[0][row] = study.Blank // not complete
		}
		in.unequalWeights()
		sums := func(tally *Tally) *driverSums {
			for from := 0; from < respondents; from += 20_000 {
				if err := tally.Add(rowsOfBlock(block, from, min(respondents, from+20_000))); err != nil {
					t.Fatal(err)
				}
			}
			tally.settle()
			tally.settle() // changes nothing
			return tally.cells[0][0].drivers
		}
		short, full := sums(NewShortTally(in.study)), sums(NewTally(in.study))
		if diff := cmp.Diff(short, full, cmp.AllowUnexported(driverSums{}), cmpopts.EquateApprox(1e-12, 1e-9)); diff != "" {
			t.Errorf("%d respondents: -short +full:\n%s", respondents, diff)
		}
		if short.moments.N < respondents/2 || short.moments.N == respondents {
			t.Fatalf("this study tests nothing: %d of %d are complete", short.moments.N, respondents)
		}
	}
}
