package stats

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// R² of the runs is that of the drivers entering one after the other, from each of them on: the elimination is the second route. Drivers that are
// nearly twins lose some digits, and no more than that.
func TestLatticeAgreesWithElimination(t *testing.T) {
	nearly := func(r float64) Drivers {
		d := Drivers{Among: mat.NewSymDense(19, nil), With: make([]float64, 19)}
		for a := range 19 {
			d.With[a] = 0.5 + 0.005*float64(a)
			for b := a + 1; b < 19; b++ {
				d.Among.SetSym(a, b, r*(1-0.01*float64(b-a)/19))
			}
			d.Among.SetSym(a, a, 1)
		}
		return d
	}
	for _, example := range []struct {
		name   string
		d      Drivers
		within float64
	}{{"one", benchmarkDrivers(1), 1e-15}, {"two", benchmarkDrivers(2), 1e-14}, {"twenty", benchmarkDrivers(20), 1e-12}, {"nearly twins", nearly(0.995), 1e-9}} {
		p := len(example.d.With)
		c := circlesOf(p, 2)[1]
		e, l := newEntry(p), newRunLattice(p)
		e.turn(example.d, c)
		want := make([][]float64, p) // by who enters first, and size
		for from := range c {
			e.enter(from)
			r2 := 0.0
			for _, gain := range e.gain {
				r2 += gain
				want[from] = append(want[from], r2)
			}
		}
		l.turn(example.d, c)
		for size := 1; size <= p; size++ {
			if size > 1 {
				l.lengthen(size)
			}
			for from, got := range l.r2 {
				if math.Abs(got-want[from][size-1]) > example.within*want[from][size-1] {
					t.Fatalf("%s: R² of the run of %d from %d on is %v, by elimination %v", example.name, size, from, got, want[from][size-1])
				}
			}
		}
	}
}
