package analysis

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// The limits of derived importance (METHODS section 7).
const (
	leftOutWarning  = 0.3 // share of respondents that are not complete
	perDriver       = 10  // complete respondents a driver below which a warning stands
	beyondDrivers   = 10  // respondents more than drivers that the figure needs
	inflatedVIF     = 5
	respondentsZone = 10 // in each zone of an item for its asymmetry
)

// setDerived computes what moves the outcome: correlations, the standardised regression, and each driver's share of R².
func (m *importance) setDerived(s *groupSums, sample bool, set func(block, int, float64)) {
	p := len(m.model.drivers)
	if s.drivers.moments.N < 2 || sample && s.drivers.moments.N <= p+beyondDrivers {
		return
	}
	d, varying := m.correlations(s)
	if len(varying) == 0 {
		return
	}
	for k := range d.With {
		set(atR, varying[k], d.With[k])
	}
	regress := d.Coefficients // no interval of a variance inflation is asked for
	if sample {
		regress = d.Regression
	}
	fit, err := regress()
	if err != nil {
		return
	}
	shares, err := m.derivedShares(d)
	if err != nil {
		return
	}
	set(atRSquared, 0, fit.RSquared)
	negative := make([]float64, len(shares))
	for k, share := range shares {
		set(atBeta, varying[k], fit.Beta[k])
		set(atDerivedShare, varying[k], share/fit.RSquared)
		negative[k] = -share
	}
	for k, rank := range stats.Ranks(negative) {
		set(atDerivedRank, varying[k], rank)
	}
	if sample {
		for k, x := range fit.VIF {
			set(atVIF, varying[k], x)
		}
		m.setBothShares(d, varying, shares, set)
	}
}

// correlations returns the correlations of the drivers that vary, with their numbers. An outcome that does not vary has none.
func (m *importance) correlations(s *groupSums) (stats.Drivers, []int) {
	p := len(m.model.drivers)
	all := s.drivers.moments.Correlation()
	var varying []int
	for k := range p {
		if !math.IsNaN(all.At(k, k)) && !math.IsNaN(all.At(p, p)) {
			varying = append(varying, k)
		}
	}
	if len(varying) == 0 {
		return stats.Drivers{}, nil
	}
	return stats.DriversOf(all, varying, p), varying
}

// ExactInResamples is the number of drivers to which LMG of a resample is exact; of more it is that near the sample (stats.NearbyLMG).
const ExactInResamples = 16

// derivedShares returns each driver's part of R²: LMG where all subsets can be walked, else Johnson's relative weights. A resample has
// the statistic of the sample: an interval belongs to one (docs/decisions/0006), of many drivers as it is near the sample (docs/decisions/0010).
func (m *importance) derivedShares(d stats.Drivers) ([]float64, error) {
	switch {
	case len(d.With) > stats.MaxLMGDrivers:
		return d.RelativeWeights()
	case m.nearby != nil && len(d.With) == m.nearby.Drivers():
		return m.nearby.LMG(d)
	}
	return d.LMG()
}

// prepareNearby prepares the LMG of resamples of many drivers.
func (m *importance) prepareNearby() {
	if m.model == nil || math.IsNaN(m.get(atRSquared, 0)) {
		return
	}
	if d, varying := m.correlations(m.sums()); len(varying) > ExactInResamples && len(varying) <= stats.MaxLMGDrivers {
		lmg := make([]float64, len(varying))
		for k, driver := range varying {
			lmg[k] = m.get(atLMG, driver)
		}
		m.nearby = stats.NewNearbyLMG(d, lmg)
	}
}

// setBothShares gives LMG and relative weights beside each other, one of which the shares are.
func (m *importance) setBothShares(d stats.Drivers, varying []int, shares []float64, set func(block, int, float64)) {
	weights := shares
	if len(d.With) <= stats.MaxLMGDrivers {
		for k, x := range shares {
			set(atLMG, varying[k], x)
		}
		var err error
		if weights, err = d.RelativeWeights(); err != nil {
			return
		}
	}
	for k, x := range weights {
		set(atRelativeWeight, varying[k], x)
	}
}

// derivedFigures returns the drivers of the outcome, with what stands against them where there are none.
func (m *importance) derivedFigures() []Figure {
	if m.model == nil {
		return nil
	}
	moments, p := m.cell.drivers.moments, len(m.model.drivers)
	base := m.derivedBase()
	var figures []Figure
	add := func(f Figure, more ...string) {
		f.N, f.NEffective, f.Note = Number(moments.N), Number(moments.NEffective()), base.notes
		for _, code := range more {
			f.Note = f.Note.with(code)
		}
		figures = append(figures, f)
	}
	for k, i := range m.model.drivers {
		var own []string
		if base.constant[k] {
			own = append(own, NoteConstant)
		}
		if m.get(atVIF, k) > inflatedVIF {
			own = append(own, NoteInflated)
		}
		for _, of := range []struct {
			at        block
			statistic string
			unit      Unit
		}{
			{atR, "r", Statistic},
			{atBeta, "beta", Statistic},
			{atVIF, "vif", Statistic},
			{atLMG, "lmg", Share},
			{atRelativeWeight, "relative_weight", Share},
			{atDerivedShare, "derived_share", Share},
			{atDerivedRank, "derived_rank", Count},
		} {
			f := m.figure("derived", m.variables[i].rating.Item, of.statistic, of.unit)
			if of.at == atVIF || of.at == atLMG || of.at == atRelativeWeight {
				f.Value = Number(m.get(of.at, k))
			} else {
				m.interval(&f, of.at, k)
			}
			if of.at == atLMG && p > stats.MaxLMGDrivers {
				add(f, append(own, NoteManyDrivers)...)
				continue
			}
			add(f, own...)
		}
	}
	r2 := m.figure("derived", nil, "r_squared", Share)
	m.interval(&r2, atRSquared, 0)
	r2.P = Number(stats.ExplainsNothing(float64(r2.Value), p-base.constants(), moments.NEffective()))
	add(r2)
	left := m.figure("derived", nil, "left_out", Share)
	left.Value = Number(base.leftOut)
	add(left)
	if m.driversHidden() {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return append(figures, m.costlyFigures()...)
}

// derivedBase is what limits the derived importance of an audience.
type derivedBase struct {
	notes    Notes
	constant []bool // by driver
	leftOut  float64
}

// constants is the number of drivers that do not vary.
func (b derivedBase) constants() (n int) {
	for _, is := range b.constant {
		if is {
			n++
		}
	}
	return n
}

func (m *importance) derivedBase() derivedBase {
	moments, p := m.cell.drivers.moments, len(m.model.drivers)
	b := derivedBase{constant: make([]bool, p), leftOut: 1 - float64(moments.N)/float64(m.cell.n)}
	if b.leftOut > leftOutWarning {
		b.notes = b.notes.with(NoteManyLeftOut)
	}
	switch {
	case moments.N <= p+beyondDrivers:
		b.notes = b.notes.with(NoteTooFewForDrivers)
		return b
	case moments.N < perDriver*p:
		b.notes = b.notes.with(NoteFewPerDriver)
	}
	all := moments.Correlation()
	if math.IsNaN(all.At(p, p)) {
		b.notes = b.notes.with(NoteConstantOutcome)
		return b
	}
	for k := range p {
		b.constant[k] = math.IsNaN(all.At(k, k))
	}
	if on := m.collinear(); on != nil {
		b.notes = b.notes.with(NoteCollinear)
	}
	return b
}

// collinear returns the drivers that depend on each other, the dependent one first; nil: none.
func (m *importance) collinear() []int {
	d, varying := m.correlations(m.sums())
	var err *stats.CollinearError
	if len(varying) == 0 || !errors.As(d.Collinear(), &err) {
		return nil
	}
	on := []int{m.model.drivers[varying[err.Driver]]}
	for _, k := range err.On {
		on = append(on, m.model.drivers[varying[k]])
	}
	return on
}

// fewestAnswers returns the driver that the fewest respondents gave a valid answer, with their number: most often it is one question that
// leaves many out, which not all were asked or could answer.
func (m *importance) fewestAnswers() (variable, n int) {
	n = math.MaxInt
	for _, i := range m.model.drivers {
		if valid, _ := m.cell.counts[i].answers(); valid < n {
			variable, n = i, valid
		}
	}
	return variable, n
}

// importanceWarnings names the drivers that depend on each other, and says where few respondents are left, and why.
func (w waveGaps) importanceWarnings() []study.Notice {
	var all []study.Notice
	for _, m := range w.importances {
		if m.model == nil {
			continue
		}
		all = append(all, m.leftOutWarning()...)
		if m.driversHidden() {
			continue
		}
		base := m.derivedBase()
		if base.notes.Has(NoteFewPerDriver) {
			all = append(all, study.Notice{
				Code: NoteFewPerDriver, Where: m.place(),
				Message: fmt.Sprintf("derived importance of %q is unstable: %d complete respondents for %d drivers, fewer than %d each",
					inWave(m.study.Audiences[m.audience].Label, m.waves()[m.wave]), m.cell.drivers.moments.N, len(m.model.drivers), perDriver),
			})
		}
		if !base.notes.Has(NoteCollinear) {
			continue
		}
		var labels []string
		for _, i := range m.collinear() {
			labels = append(labels, fmt.Sprintf("%q", m.variables[i].rating.Item.Label))
		}
		all = append(all, study.Notice{
			Code: NoteCollinear, Where: m.place(),
			Message: fmt.Sprintf("in the answers of %s %s is a combination of %s: no derived importance",
				inWave(m.study.Audiences[m.audience].Label, m.waves()[m.wave]), labels[0], strings.Join(labels[1:], ", ")),
			Hint: "leave one of them out",
		})
	}
	return all
}

// place names the audience, and its wave where there are several.
func (m *importance) place() string {
	return m.placeOf(m.study.Audiences[m.audience].ID)
}

// placeOf names an audience, and its wave where there are several.
func (v *view) placeOf(audience string) string {
	if wave := v.waves()[v.wave]; wave != "" {
		return audience + "@" + wave
	}
	return audience
}
