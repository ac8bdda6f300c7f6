package analysis

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

const (
	costliestNamed = 3    // how many drivers are named at most that leave respondents out
	costlyShare    = 0.05 // of the respondents: a driver that leaves fewer out is not named
)

// costlyDriver is a driver whose missing answers leave many respondents out.
type costlyDriver struct {
	driver   int // index among the drivers
	complete int // respondents who would be complete without it and without those before it
}

// costliest returns the drivers whose missing answers cost most complete respondents, the costliest first: each time the one without
// which, besides those before, most respondents would be complete; of several the one that the fewest gave a valid answer. It stops where
// not many are left out any more. Nothing within segments and of audiences above 50,000, whose respondents are not kept one by one.
func (m *importance) costliest() []costlyDriver {
	p, n := len(m.model.drivers), m.cell.n
	u := m.cell.units
	if u == nil || u.grouped || n <= p+beyondDrivers || 1-float64(m.cell.drivers.moments.N)/float64(n) <= leftOutWarning {
		return nil
	}
	patterns := m.missingAnswers()
	dropped := make([]bool, p)
	complete := m.cell.drivers.moments.N
	var costly []costlyDriver
	for len(costly) < min(costliestNamed, p-1) && float64(n-complete) > leftOutWarning*float64(n) {
		gains := patterns.gains(dropped)
		best := -1
		for k := range p {
			if !dropped[k] && (best < 0 || gains[k] > gains[best] || gains[k] == gains[best] && m.valid(k) < m.valid(best)) {
				best = k
			}
		}
		dropped[best] = true
		complete += gains[best]
		costly = append(costly, costlyDriver{best, complete})
	}
	for last := len(costly) - 1; last >= 0; last-- { // those of which nothing comes in the end
		before := m.cell.drivers.moments.N
		if last > 0 {
			before = costly[last-1].complete
		}
		if float64(costly[last].complete-before) >= costlyShare*float64(n) {
			return costly[:last+1]
		}
	}
	return nil
}

// valid returns how many gave a driver a valid answer.
func (m *importance) valid(driver int) int {
	n, _ := m.cell.counts[m.model.drivers[driver]].answers()
	return n
}

// missingPatterns counts respondents who answered the outcome by the drivers that they did not answer.
type missingPatterns map[string]int // by the ascending numbers of the drivers, two bytes each

// missingAnswers counts the kept respondents of the audience by what they did not answer.
func (m *importance) missingAnswers() missingPatterns {
	patterns, key := missingPatterns{}, []byte(nil)
	for row := range m.cell.units.weight {
		code := m.cell.units.kept(row)
		if !code(m.model.outcome).Valid() {
			continue
		}
		key = key[:0]
		for k, i := range m.model.drivers {
			if !code(i).Valid() {
				key = append(key, byte(k), byte(k>>8))
			}
		}
		if len(key) > 0 {
			patterns[string(key)]++
		}
	}
	return patterns
}

// gains returns, by driver, how many respondents lack that driver alone, besides those that are dropped.
func (p missingPatterns) gains(dropped []bool) []int {
	gains := make([]int, len(dropped))
	for key, n := range p {
		lacking, only := 0, 0
		for at := 0; at < len(key); at += 2 {
			if k := int(key[at]) | int(key[at+1])<<8; !dropped[k] {
				lacking, only = lacking+1, k
			}
		}
		if lacking == 1 {
			gains[only] += n
		}
	}
	return gains
}

// costlyFigures returns how many would be complete without the drivers that leave most out.
func (m *importance) costlyFigures() []Figure {
	if m.answerHidden() {
		return nil // how many did not answer it would be told
	}
	var figures []Figure
	for _, c := range m.costliest() {
		f := m.figure("derived", m.variables[m.model.drivers[c.driver]].rating.Item, "complete_without", Count)
		f.Value, f.N = Number(c.complete), Number(m.cell.n)
		if m.suppressed(c.complete) {
			f.suppress()
		}
		figures = append(figures, f)
	}
	return figures
}

// leftOutWarning says that many respondents are left out, so many perhaps that there is no derived importance, and because of which items.
func (m *importance) leftOutWarning() []study.Notice {
	base, hidden, n := m.derivedBase(), m.driversHidden(), m.cell.n
	refused := hidden || base.notes.Has(NoteTooFewForDrivers)
	if !base.notes.Has(NoteManyLeftOut) || m.suppressed(n) || m.answerHidden() {
		return nil
	}
	who := inWave(m.study.Audiences[m.audience].Label, m.waves()[m.wave])
	hint, text := "", fmt.Sprintf("derived importance of %q stands on %s of %s respondents, who answered everything", who, study.Grouped(m.cell.drivers.moments.N), study.Grouped(n))
	if refused {
		text = fmt.Sprintf("no derived importance of %q: too few of %s respondents answered everything", who, study.Grouped(n))
	}
	switch without := m.withoutCostly(); {
	case without != "":
		text += "; " + without
		hint = "driver: false in the study file leaves an item out of the drivers"
	case !refused:
		fewest, answers := m.fewestAnswers()
		text += fmt.Sprintf("; fewest answered %q: %s", m.variables[fewest].rating.Item.Label, study.Grouped(answers))
	}
	return []study.Notice{{Code: NoteManyLeftOut, Where: m.place(), Message: text, Hint: hint}}
}

// withoutCostly says how many would be complete without the costliest drivers; one without which still too few would be to be told is
// told with the next.
func (m *importance) withoutCostly() string {
	var said, labels []string
	for _, c := range m.costliest() {
		labels = append(labels, fmt.Sprintf("%q", m.variables[m.model.drivers[c.driver]].rating.Item.Label))
		if m.suppressed(c.complete) {
			continue
		}
		text := fmt.Sprintf("%s would have without %s", study.Grouped(c.complete), strings.Join(labels, ", "))
		if len(said) > 0 {
			text = fmt.Sprintf("%s without %s too", study.Grouped(c.complete), strings.Join(labels, ", "))
		}
		said, labels = append(said, text), nil
	}
	return strings.Join(said, ", ")
}
