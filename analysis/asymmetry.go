package analysis

import (
	"errors"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
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
func (m *importance) setAsymmetry(s *groupSums, sample bool, set func(block, int, float64)) {
	fit := m.penaltyReward(s, sample)
	p := len(m.model.drivers)
	step := m.cell.counts[m.model.outcome].scale.Step
	for k := range p {
		low, high := fit.of(k), fit.of(p+k)
		set(atPenalty, k, step*low)
		set(atReward, k, step*high)
		set(atAsymmetry, k, stats.ImpactAsymmetry(low, high))
		set(atPenaltyCoincides, k, indicator(fit.coincides[k]))
		set(atRewardCoincides, k, indicator(fit.coincides[p+k]))
	}
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// zoneFit is the regression of the outcome on the zones of all drivers: the low zones by driver, then the high ones.
type zoneFit struct {
	stats.LeastSquares
	zones     []int  // those that are in it, in the order of the coefficients; nil: there is no fit
	coincides []bool // by zone: the same respondents are in others, and its effect cannot be told from theirs
	why       string // there is no fit
}

// at returns where a zone stands in the regression; −1 where it does not, or is not told from others.
func (f *zoneFit) at(zone int) int {
	if f.coincides[zone] {
		return -1
	}
	return slices.Index(f.zones, zone)
}

// of returns the coefficient of a zone; NaN where there is none.
func (f *zoneFit) of(zone int) float64 {
	if at := f.at(zone); at >= 0 {
		return f.Coefficients[at]
	}
	return math.NaN()
}

// penaltyReward fits the dummies of all zones that somebody is in. Where zones are combinations of others (mostly: the same respondents
// rate several items low), the smallest of them is left out, which leaves the coefficients of all zones but these as they are. Nothing is said of
// those, unless what is left out is a zone of so few that nothing is said of it anyway. In a resample likewise: two items that coincide
// there by chance do not take the others with them; of the fit only coefficients are asked for.
func (m *importance) penaltyReward(s *groupSums, sample bool) *zoneFit {
	p := len(m.model.drivers)
	fit := &zoneFit{coincides: make([]bool, 2*p)}
	switch {
	case s.drivers.zones.N < 2:
		fit.why = NoteTooFewForDrivers
		return fit
	case !s.drivers.zones.Varies(2 * p):
		fit.why = NoteConstantOutcome
		return fit
	}
	var zones []int
	for at := range 2 * p {
		if s.drivers.zones.Varies(at) {
			zones = append(zones, at)
		}
	}
	fit.why = NoteFewInZone
	if !slices.Contains(m.model.zoned, true) {
		fit.why = NoteNoZones
	}
	for len(zones) > 0 {
		least, err := regressZones(s.drivers.zones, zones, sample)
		var collinear *stats.CollinearError
		switch {
		case err == nil:
			fit.LeastSquares, fit.zones, fit.why = least, zones, ""
			return fit
		case !errors.As(err, &collinear):
			fit.why = NoteTooFewForDrivers
			return fit
		}
		zones = m.leaveOut(fit, zones, append([]int{collinear.Driver}, collinear.On...))
	}
	return fit
}

// regressZones regresses the outcome, the last variable, on some zones.
func regressZones(m *stats.Moments, zones []int, sample bool) (fit stats.LeastSquares, err error) {
	outcome := len(m.Sum) - 1
	if sample {
		return m.LeastSquares(zones, outcome)
	}
	fit.Coefficients, err = m.Coefficients(zones, outcome)
	return fit, err
}

// leaveOut takes the smallest (in the sample) of zones that are combinations of each other out of the regression.
func (m *importance) leaveOut(fit *zoneFit, zones, combined []int) []int {
	size := m.cell.drivers.inZone
	least := combined[0]
	for _, k := range combined[1:] {
		if size[zones[k]] < size[zones[least]] {
			least = k
		}
	}
	if size[zones[least]] >= respondentsZone {
		fit.why = NoteCollinear
		for _, k := range combined {
			fit.coincides[zones[k]] = true
		}
	}
	return slices.Delete(slices.Clone(zones), least, least+1)
}

// asymmetryFigures returns penalty, reward and impact asymmetry of every driver.
func (m *importance) asymmetryFigures() []Figure {
	if m.model == nil {
		return nil
	}
	sums := m.sums()
	fit := m.penaltyReward(sums, true)
	var common Notes
	if fit.zones == nil {
		common = common.with(fit.why)
	}
	var figures []Figure
	for k := range m.model.drivers {
		figures = append(figures, m.itemAsymmetry(k, fit, common)...)
	}
	r2 := m.figure("asymmetry", nil, "r_squared", Share)
	if fit.zones != nil {
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

// itemAsymmetry returns penalty, reward and their bases, and the impact asymmetry, of a driver.
func (m *importance) itemAsymmetry(k int, fit *zoneFit, notes Notes) []Figure {
	p := len(m.model.drivers)
	s := m.cell.drivers
	item := m.variables[m.model.drivers[k]].rating.Item
	if !m.model.zoned[k] {
		notes = Notes{NoteNoZones}
	}
	penalty, low := m.zoneFigures(item, fit, k, atPenalty, "penalty", notes)
	reward, high := m.zoneFigures(item, fit, p+k, atReward, "reward", notes)
	ia := m.figure("asymmetry", item, "impact_asymmetry", Statistic)
	ia.N, ia.NEffective, ia.Note = Number(s.zones.N), Number(s.zones.NEffective()), notes
	for _, code := range []string{NoteFewInZone, NoteZonesCoincide} {
		if penalty.Note.Has(code) || reward.Note.Has(code) {
			ia.Note = ia.Note.with(code)
		}
	}
	if penalty.Note.Has(NoteSuppressed) || reward.Note.Has(NoteSuppressed) {
		ia.suppress() // the one that is shown would give the other away
	}
	if penalty.Value.Defined() && reward.Value.Defined() && !ia.Note.Has(NoteFewInZone) {
		m.interval(&ia, atAsymmetry, k)
		m.judgeAsymmetry(&ia, k)
	}
	return []Figure{penalty, low, reward, high, ia}
}

// judgeAsymmetry names the kind of an item, with what stands against that.
func (m *importance) judgeAsymmetry(ia *Figure, k int) {
	if m.get(atPenalty, k) >= 0 && m.get(atReward, k) <= 0 {
		ia.Note = ia.Note.with(NoteWrongSign) // neither hurts nor pleases: there is nothing to compare
	}
	if m.replicates == nil || !ia.Value.Defined() {
		return
	}
	ia.Verdict = asymmetryOf(float64(ia.Low), float64(ia.High))
	if !ia.Low.Defined() {
		ia.Note = ia.Note.with(m.whyUndefined(k))
	}
	if m.againstSign(k) {
		ia.Verdict, ia.Note = Undetermined, ia.Note.with(NoteAgainstSign)
	}
}

// againstSign reports whether the percentile interval of a penalty lies above 0, or that of a reward below. It counts as 0 in
// nearly all resamples then, and the asymmetry would be as sure as can be of an item whose low ratings please.
func (m *importance) againstSign(k int) bool {
	level := m.study.Analysis.Confidence
	low, _ := stats.PercentileInterval(m.draws(atPenalty, k), level)
	_, high := stats.PercentileInterval(m.draws(atReward, k), level)
	return low > 0 || high < 0
}

// whyUndefined says why the asymmetry of an item is undefined in many resamples: because another item is rated low, or high, by the
// same respondents there, or because it neither hurts nor pleases, or nobody is in a zone.
func (m *importance) whyUndefined(k int) string {
	low, high, asymmetry := m.draws(atPenaltyCoincides, k), m.draws(atRewardCoincides, k), m.draws(atAsymmetry, k)
	coinciding, undefined := 0, 0
	for r, x := range asymmetry {
		switch {
		case !math.IsNaN(x):
		case low[r] > 0 || high[r] > 0:
			coinciding++
		default:
			undefined++
		}
	}
	if coinciding > undefined {
		return NoteZonesCoincide
	}
	return NoteFewDefined
}

// zoneFigures returns a penalty or reward and its base. Of a zone of fewer than the minimum base nothing is said, its base included: the
// coefficient of one respondent leads back to the outcome that this one gave.
func (m *importance) zoneFigures(item *study.Item, fit *zoneFit, zone int, at block, statistic string, notes Notes) (effect, base Figure) {
	s, k := m.cell.drivers, zone%len(m.model.drivers)
	effect = m.figure("asymmetry", item, statistic, Points)
	effect.N, effect.NEffective, effect.Note = Number(s.zones.N), Number(s.zones.NEffective()), notes
	base = m.figure("asymmetry", item, statistic+"_base", Count)
	n := s.inZone[zone]
	switch {
	case !m.model.zoned[k]:
		base.Note = notes
		return effect, base
	case m.suppressed(n):
		effect.Note, base.Note = effect.Note.with(NoteFewInZone), base.Note.with(NoteFewInZone)
		effect.suppress()
		base.suppress()
		return effect, base
	case n < respondentsZone, n == s.zones.N: // nobody rates it otherwise, so nobody is in the other zone either
		effect.Note, base.Note = effect.Note.with(NoteFewInZone), base.Note.with(NoteFewInZone)
	}
	base.Value = Number(n)
	if fit.coincides[zone] {
		effect.Note = effect.Note.with(NoteZonesCoincide)
	}
	m.coefficient(&effect, fit, zone, at, k)
	if at == atPenalty && effect.Value > 0 || at == atReward && effect.Value < 0 {
		effect.Note = effect.Note.with(NoteWrongSign)
	}
	inZone := stats.Estimate{Value: float64(n) / float64(s.zones.N), N: s.zones.N}
	m.disclosure().suppressShares([]*Figure{&effect, &base}, inZone)
	return effect, base
}

// coefficient fills in a penalty or reward: with the classical t interval of least squares where respondents count alike and
// were drawn one by one, else with the resampled interval, which alone knows of weights and clusters.
func (m *importance) coefficient(f *Figure, fit *zoneFit, zone int, at block, k int) {
	if m.cell.weighted || m.cell.clusters != nil {
		m.interval(f, at, k)
		return
	}
	f.Value = Number(m.get(at, k))
	if c := fit.at(zone); c >= 0 && !m.census() {
		se := fit.SE[c] * math.Sqrt(m.unsampled()) * m.cell.counts[m.model.outcome].scale.Step
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
