package analysis

import (
	"errors"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
)

// The kinds of effect that an item can have on the outcome (Brandt 1987; Mikulić & Prebežac 2008): the verdicts of a figure.
const (
	Basic        = "basic"        // hygiene: hurts when low, does not please when high
	Even         = "performance"  // hurts and pleases alike
	Excitement   = "excitement"   // motivator: pleases when high, does not hurt when low
	Undetermined = "undetermined" // the interval does not clear the cut
)

// AsymmetryCut is the impact asymmetry beyond which an item is basic or exciting (METHODS section 7).
const AsymmetryCut = 0.2

// setAsymmetry regresses the outcome on dummies for low and high ratings of all items at once.
func (m *importance) setAsymmetry(s *groupSums, set func(block, int, float64)) {
	fit, of, _ := m.penaltyReward(s)
	p := len(m.model.drivers)
	step := m.cell.counts[m.model.outcome].scale.Step
	for n, at := range of {
		if at < p {
			set(atPenalty, at, step*fit.Coefficients[n])
		} else {
			set(atReward, at-p, step*fit.Coefficients[n])
		}
	}
	if of == nil {
		return
	}
	penalty, reward := map[int]float64{}, map[int]float64{}
	for n, at := range of {
		if at < p {
			penalty[at] = fit.Coefficients[n]
		} else {
			reward[at-p] = fit.Coefficients[n]
		}
	}
	for k := range p {
		low, hasLow := penalty[k]
		high, hasHigh := reward[k]
		if hasLow && hasHigh {
			set(atAsymmetry, k, stats.ImpactAsymmetry(low, high))
		}
	}
}

// penaltyReward fits the dummies of all zones that somebody is in; of lists them, the low zones by driver, then the high ones.
// A zone of so few respondents that nothing is said of it is left out where it is in the way: the same handful rates several
// items low, and their effects cannot be told apart. nil: there is no fit, for the reason why.
func (m *importance) penaltyReward(s *groupSums) (fit stats.LeastSquares, of []int, why string) {
	p := len(m.model.drivers)
	if !s.drivers.zones.Varies(2 * p) {
		return fit, nil, NoteConstantOutcome
	}
	zones := s.drivers.inZone
	for at := range 2 * p {
		if n := zones[at]; n > 0 && n < s.drivers.zones.N {
			of = append(of, at)
		}
	}
	for len(of) > 0 {
		fit, err := s.drivers.zones.LeastSquares(of, 2*p)
		var collinear *stats.CollinearError
		switch {
		case err == nil:
			return fit, of, ""
		case !errors.As(err, &collinear):
			return fit, nil, NoteTooFewForDrivers
		}
		least := collinear.Driver
		for _, k := range collinear.On {
			if zones[of[k]] < zones[of[least]] {
				least = k
			}
		}
		if zones[of[least]] >= respondentsZone {
			return fit, nil, NoteCollinear
		}
		of = slices.Delete(of, least, least+1)
	}
	return fit, nil, NoteFewInZone
}

// asymmetryFigures returns penalty, reward and impact asymmetry of every driver.
func (m *importance) asymmetryFigures() []Figure {
	if m.model == nil {
		return nil
	}
	sums := m.sums()
	fit, of, why := m.penaltyReward(sums)
	var common Notes
	if of == nil {
		common = common.with(why)
	}
	var figures []Figure
	for k := range m.model.drivers {
		figures = append(figures, m.itemAsymmetry(k, fit, of, common)...)
	}
	r2 := m.figure("asymmetry", nil, "r_squared", Share)
	if of != nil {
		r2.Value = Number(fit.RSquared)
	}
	r2.N, r2.NEffective, r2.Note = Number(sums.drivers.zones.N), Number(sums.drivers.zones.NEffective()), common
	figures = append(figures, r2)
	if m.driversHidden() {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

func (m *importance) itemAsymmetry(k int, fit stats.LeastSquares, of []int, notes Notes) []Figure {
	p := len(m.model.drivers)
	s := m.cell.drivers
	item := m.variables[m.model.drivers[k]].rating.Item
	low, high := s.inZone[k], s.inZone[p+k]
	if !m.model.zoned[k] {
		notes = notes.with(NoteNoZones)
	}
	var figures []Figure
	for _, zone := range []struct {
		at        block
		statistic string
		column, n int
		wrongSign bool
	}{
		{atPenalty, "penalty", k, low, m.get(atPenalty, k) > 0},
		{atReward, "reward", p + k, high, m.get(atReward, k) < 0},
	} {
		f := m.figure("asymmetry", item, zone.statistic, Points)
		m.coefficient(&f, fit, of, zone.column, zone.at, k)
		f.N, f.NEffective, f.Note = Number(s.zones.N), Number(s.zones.NEffective()), notes
		if zone.n < respondentsZone {
			f.Note = f.Note.with(NoteFewInZone)
		}
		if zone.wrongSign {
			f.Note = f.Note.with(NoteWrongSign)
		}
		base := m.figure("asymmetry", item, zone.statistic+"_base", Count)
		base.Value = Number(zone.n)
		inZone := stats.Estimate{Value: float64(zone.n) / float64(s.zones.N), N: s.zones.N}
		m.discloser(m.study.Audiences[m.audience]).suppressShares([]*Figure{&f, &base}, inZone)
		figures = append(figures, f, base)
	}
	ia := m.figure("asymmetry", item, "impact_asymmetry", Statistic)
	if min(low, high) < respondentsZone {
		notes = notes.with(NoteFewInZone)
	}
	if !notes.Has(NoteFewInZone) && !notes.Has(NoteNoZones) {
		m.interval(&ia, atAsymmetry, k)
	}
	ia.N, ia.NEffective, ia.Note = Number(s.zones.N), Number(s.zones.NEffective()), notes
	if penalty, reward := m.get(atPenalty, k), m.get(atReward, k); penalty >= 0 && reward <= 0 {
		ia.Note = ia.Note.with(NoteWrongSign) // neither hurts nor pleases: there is nothing to compare
	}
	if ia.Value.Defined() && m.replicates != nil {
		ia.Verdict = asymmetryOf(float64(ia.Low), float64(ia.High))
		if !ia.Low.Defined() {
			ia.Note = ia.Note.with(NoteFewDefined)
		}
	}
	return append(figures, ia)
}

// coefficient fills in a penalty or reward: with the classical t interval of least squares where respondents count alike and
// were drawn one by one, else with the resampled interval, which alone knows of weights and clusters.
func (m *importance) coefficient(f *Figure, fit stats.LeastSquares, of []int, column int, at block, k int) {
	if m.cell.weighted || m.cell.clusters != nil {
		m.interval(f, at, k)
		return
	}
	f.Value = Number(m.get(at, k))
	for n, c := range of {
		if c != column {
			continue
		}
		se := fit.SE[n] * m.cell.counts[m.model.outcome].scale.Step
		half := stats.TQuantile(fit.DF, m.study.Analysis.Confidence) * se
		f.SE, f.DF, f.Level = Number(se), Number(fit.DF), Number(m.study.Analysis.Confidence)
		f.Low, f.High = f.Value-Number(half), f.Value+Number(half)
	}
}

// asymmetryOf names the kind of an item, where the whole interval lies on one side of the cuts.
func asymmetryOf(low, high float64) string {
	switch {
	case math.IsNaN(low) || math.IsNaN(high):
		return Undetermined
	case high < -AsymmetryCut:
		return Basic
	case low > AsymmetryCut:
		return Excitement
	case low >= -AsymmetryCut && high <= AsymmetryCut:
		return Even
	}
	return Undetermined
}
