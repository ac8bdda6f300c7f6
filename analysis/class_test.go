package analysis

import "testing"

// The widest pair of which something is shown is taken, of several the most external; without any the first and the last.
func TestWidestPair(t *testing.T) {
	for _, test := range []struct {
		audiences int
		hidden    []int
		want      [2]int
	}{
		{3, nil, [2]int{0, 2}},
		{3, []int{0}, [2]int{1, 2}},
		{3, []int{2}, [2]int{0, 1}},
		{4, []int{0}, [2]int{1, 3}},
		{4, []int{0, 3}, [2]int{1, 2}},
		{4, []int{1, 2}, [2]int{0, 3}},
		{3, []int{0, 1}, [2]int{0, 2}},
		{1, nil, [2]int{0, 0}},
	} {
		hidden := map[int]bool{}
		for _, i := range test.hidden {
			hidden[i] = true
		}
		i, j := WidestPair(test.audiences, func(i, j int) bool { return !hidden[i] && !hidden[j] })
		if [2]int{i, j} != test.want {
			t.Errorf("%d audiences without %v: got %d and %d, want %v", test.audiences, test.hidden, i, j, test.want)
		}
	}
}
