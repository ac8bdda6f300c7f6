package analysis

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// A resample is added up from columns, or of many respondents from tables; added up respondent by respondent, as a file is, it is the same.
func TestResampleIsTheSumOfItsRespondents(t *testing.T) {
	for name, of := range map[string]struct {
		widest      float64
		respondents int
		drivers     completeDrivers
	}{"from columns": {1000, 403, &driverColumns{}}, "from tables": {9, 2600, &driverTables{}}} {
		t.Run(name, func(t *testing.T) { resampleIsSum(t, of.widest, of.respondents, of.drivers) })
	}
}

func resampleIsSum(t *testing.T, widest float64, respondents int, drivers completeDrivers) {
	in := newInvented(tenPoints, []string{"customers"}, "complete", "holes", "wide")
	for _, item := range in.study.Items {
		rate(item, study.Importance, "", "customers")
	}
	for _, r := range in.study.Items[2].Ratings {
		r.Columns["customers"].Scale = study.NewScale(0, widest)
	}
	outcome := &study.Item{ID: "outcome", Label: "outcome", Target: math.NaN()}
	rate(outcome, study.OutcomeKind, "", "customers")
	in.study.Items = append(in.study.Items, outcome)
	in.people(3, "customers", respondents)
	block := in.blocks[0]
	for row := 0; row < block.N; row += 7 { // performance without importance, and the other way round
		block.Codes[2][row] = study.Blank
		block.Codes[3][(row+3)%block.N] = study.DontKnow
		block.Codes[5][(row+1)%block.N] = study.NotShown
	}
	in.unequalWeights()
	tally := NewTally(in.study)
	if err := tally.Add(block); err != nil {
		t.Fatal(err)
	}
	c := tally.cells[0][0]
	r := newResampler(c, tally, slices.Repeat([]bool{true}, len(c.counts)), 10_000)
	if reflect.TypeOf(r.drivers) != reflect.TypeOf(drivers) {
		t.Fatalf("respondents are kept as %T", r.drivers)
	}
	times := make([]int32, r.units)
	stats.Multiplicities(times, 1, 2, 3)
	got, want := newGroupSums(len(c.counts), len(c.pairs), c.units.model), newGroupSums(len(c.counts), len(c.pairs), c.units.model)
	r.sum(got, times, r.newMemory())
	drawn := &tallyBlock{Responses: &study.Responses{Codes: c.units.codes}}
	for k, n := range times {
		drawn.weight = append(drawn.weight, r.weight[k]*r.counts(n))
		if drawn.weight[k] > 0 {
			want.addRatings(c.columnsOf(c.units.codes), drawn, int32(k))
			want.addPairs(c, tally, drawn, int32(k))
			want.drivers.addOne(c.units.model, drawn, int32(k))
		}
	}
	want.drivers.inZone, got.drivers.inZone = nil, nil // not counted in resamples
	if want.drivers.moments.N < 100 || want.pairs[1].weight == want.weight[2] {
		t.Fatal("this study tests nothing")
	}
	same := cmp.Options{cmp.AllowUnexported(groupSums{}, pairSums{}, driverSums{}), cmpopts.EquateApprox(1e-12, 1e-9)}
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Errorf("-respondent by respondent +columns:\n%s", diff)
	}
}

// addOne counts a row of a block, if it is complete: the second route to the sums of drivers.
func (s *driverSums) addOne(m *driverModel, b *tallyBlock, row int32) {
	var values []float64
	for k, rating := range m.ratings {
		code := b.Codes[rating][row]
		if !code.Valid() {
			return
		}
		values = append(values, float64(code)-m.middle[k])
	}
	var low, high []uint16
	for k := range m.drivers {
		switch x := values[k]; {
		case x <= m.lowest[k]:
			low = append(low, uint16(k))
		case x >= m.highest[k]:
			high = append(high, uint16(len(m.drivers)+k))
		}
	}
	s.moments.Add(b.weight[row], values)
	s.addZones(b.weight[row], append(low, high...), values[len(m.drivers)])
}
