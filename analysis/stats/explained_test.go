package stats

import (
	"math"
	"testing"
)

// R 4.2: summary(lm(Fertility ~ ., swiss)) and summary(lm(rating ~ ., attitude)) print F 19.76 on 5 and 41, p 5.594e-10, and F 10.5 on 6 and 23,
// p 1.240e-05.
func TestExplainsNothing(t *testing.T) {
	swiss := lastIsOutcome(publicData(t, "swiss.csv", "Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality", "Fertility"))
	fit, err := swiss.Regression()
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []struct {
		rSquared float64
		drivers  int
		n        float64
		want     float64
	}{
		{fit.RSquared, 5, 47, 5.594e-10},
		{0.7326019, 6, 30, 1.240e-05},
		{0, 3, 50, 1},
		{1, 3, 50, 0},
		{0.5, 0, 50, math.NaN()},
		{0.5, 3, 4, math.NaN()},
		{math.NaN(), 3, 50, math.NaN()},
	} {
		got := ExplainsNothing(of.rSquared, of.drivers, of.n)
		if math.IsNaN(of.want) != math.IsNaN(got) || math.Abs(got-of.want) > 1e-3*of.want {
			t.Errorf("R² %v of %d drivers and n %v: p %v, want %v", of.rSquared, of.drivers, of.n, got, of.want)
		}
	}
}
