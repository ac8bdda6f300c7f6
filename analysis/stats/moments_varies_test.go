package stats

import "testing"

// Weighted sums of one answer do not cancel to exactly 0: what is left is not a difference between respondents.
func TestEqualAnswersDoNotVary(t *testing.T) {
	m := NewMoments(2)
	remainder := false
	for i := range 600 {
		m.Add(0.5+float64(i*7919%1000)/667, []float64{7, float64(i % 2)})
		remainder = remainder || m.Product[0]-m.Sum[0]*m.Sum[0]/m.Weight != 0
	}
	if !remainder {
		t.Fatal("these weights leave no remainder: the test shows nothing")
	}
	if m.Varies(0) {
		t.Error("a constant varies")
	}
	if !m.Varies(1) {
		t.Error("0 and 1 do not vary")
	}
}
