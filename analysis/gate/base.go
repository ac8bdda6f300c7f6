package gate

import (
	"fmt"
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// base returns what is known of an audience as a whole: how many answered, which share of those who could have, or how many
// days ago the newest answer came. All are exact.
func (m *measurer) base(q *quantity, audience string) measured {
	if a, b := m.newestBase(audience); a != nil {
		return m.ofBase(q.of.statistic, *a, *b)
	}
	return absent("the result has no audience " + audience)
}

func (m *measurer) ofBase(statistic string, a analysis.Audience, b analysis.Base) measured {
	n := float64(b.N)
	switch statistic {
	case "n":
		return exact(n, n)
	case "response_rate":
		if a.Population == 0 {
			return absent("the study does not say how many could have answered: population")
		}
		return exact(100*n/float64(a.Population), n)
	}
	switch {
	case m.today == 0:
		return absent("a baseline has no age")
	case b.Newest == 0:
		return absent("the study does not say when " + a.ID + " answered: time")
	case b.Newest > m.today:
		return absent(fmt.Sprintf("the newest answer is of %s, after %s", b.Newest, m.today))
	}
	return exact(float64(m.today-b.Newest), n)
}

// profile returns what one audience says of an item; nil if the result does not have it.
func (m *measurer) profile(kind study.Kind, audiences []string, s subject, statistic string) *analysis.Figure {
	of := &definition{kind: kind, item: true, source: source{"profile", statistic}}
	return m.figures[m.id(&quantity{of: of}, audiences, s)]
}

// leastOfAll returns the smallest base of a figure over all audiences: that of an item, or that of the audiences. NaN if the result
// does not know it.
func (m *measurer) leastOfAll(q *quantity, s subject) float64 {
	_, item := q.on(s)
	smallest := math.NaN()
	for _, a := range m.result.Audiences {
		n := math.NaN()
		if q.of.item {
			if rated := m.profile(q.of.kind, []string{a.ID}, subject{id: item}, "mean"); rated != nil {
				n = float64(rated.N)
			}
		} else if _, b := m.newestBase(a.ID); b != nil {
			n = float64(b.N)
		}
		smallest = least(smallest, n)
	}
	return smallest
}
