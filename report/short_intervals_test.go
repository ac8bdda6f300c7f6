package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// The limits name those of whom few answered near an end of the scale, and nobody else: not many there, not few in the middle, not a census.
func TestLimitsNameShortIntervals(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly"}, nil,
		audience{"leadership", "Leadership", 14, []float64{9.6, 7}, ten(), 14, nil}, // everyone answered
		audience{"managers", "Managers", 14, []float64{9.6, 7}, ten(), 0, nil},
		audience{"staff", "Staff", 14, []float64{6, 7}, ten(), 0, nil},
		audience{"customers", "Customers", 300, []float64{9.6, 7}, ten(), 0, nil},
	)
	l := newLookup(r, english())
	said := strings.Join(l.limits(""), "\n")
	if !strings.Contains(said, "near an end of the scale (within a tenth of it)") || !strings.Contains(said, "some means of Managers, and for gaps") || !strings.Contains(said, "a second test must agree") {
		t.Errorf("few near the end are not named: %s", said)
	}
	if strings.Contains(said, "weight") {
		t.Errorf("nobody is weighted: %s", said)
	}
	few := l.figure(key{"profile", "performance", "own", "managers", "", "item_a", "mean", ""})
	if few.N, few.NEffective = 30, 30; strings.Contains(strings.Join(l.limits(""), "\n"), "too short") {
		t.Error("30 answers are taken for few")
	}
}

// Strong weights shorten intervals wherever the mean lies; weak ones do not, nor do strong ones of many.
func TestLimitsNameStrongWeights(t *testing.T) {
	r := threeAudiences(t, false)
	l := newLookup(r, english())
	f := l.figure(key{"profile", "performance", "own", "staff", "", "item_a", "mean", ""})
	for _, c := range []struct {
		n, effective analysis.Number
		named        bool
	}{{60, 26, true}, {29, 19, true}, {29, 23, false}, {120, 40, false}} {
		f.N, f.NEffective = c.n, c.effective
		said := strings.Join(l.limits(""), "\n")
		if got := strings.Contains(said, "carry most of the weight") && strings.Contains(said, "some means of Staff, and"); got != c.named {
			t.Errorf("n %v, effective %v: named %v, want %v", c.n, c.effective, got, c.named)
		}
	}
}
