package analysis

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A difference of "don't know" in each of two waves is two warnings, which name their waves.
func TestWarningsNameTheWave(t *testing.T) {
	a := &analyzer{study: &study.Study{Audiences: []*study.Audience{{ID: "staff", Label: "Staff"}, {ID: "customers", Label: "Customers"}}}}
	var figures []Figure
	for _, wave := range []string{"2025", "2026"} {
		figures = append(figures, Figure{
			Analysis: "gap", Statistic: "dont_know_difference", Audience: "staff", Versus: "customers", Item: "speed", Wave: wave, Value: 0.1, Low: 0.05, High: 0.15,
		})
	}
	said := a.dontKnowDiffers(figures)
	if len(said) != 2 || !strings.HasPrefix(said[0].Message, "Staff (2025) say") || !strings.HasPrefix(said[1].Message, "Staff (2026) say") {
		t.Errorf("warnings %v", said)
	}
}

// An item that the study says is no driver is left out of the model of the outcome.
func TestNoDriverIsLeftOutOfTheModel(t *testing.T) {
	scale := study.NewScale(1, 5)
	column := map[string]*study.Column{"customers": {Scale: scale}}
	s := &study.Study{}
	_, s.Analysis, _ = study.Defaults()
	ratings := []*study.Rating{
		{Item: &study.Item{ID: "speed"}, Kind: study.Performance, Columns: column},
		{Item: &study.Item{ID: "overall", NoDriver: true}, Kind: study.Performance, Columns: column},
		{Item: &study.Item{ID: "outcome"}, Kind: study.OutcomeKind, Columns: column},
	}
	m := newDriverModel(s, &study.Audience{ID: "customers"}, ratings)
	if m == nil || len(m.drivers) != 1 || m.drivers[0] != 0 {
		t.Errorf("model %+v", m)
	}
}
