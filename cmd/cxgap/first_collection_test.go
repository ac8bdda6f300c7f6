package main

import (
	"runtime"
	"runtime/metrics"
	"testing"
	"time"
)

func gcPercent() uint64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// The first collection is late, and those after it are as usual.
func TestOnlyTheFirstCollectionIsLate(t *testing.T) {
	t.Setenv("GOGC", "")
	usual := gcPercent()
	lateFirstCollection()
	if late := gcPercent(); late != 100*firstCollection>>22 {
		t.Errorf("%d percent before the first collection", late)
	}
	for end := time.Now().Add(10 * time.Second); gcPercent() != usual; runtime.GC() {
		if time.Now().After(end) {
			t.Fatalf("%d percent after it, usually %d", gcPercent(), usual)
		}
	}
	t.Setenv("GOGC", "50")
	lateFirstCollection()
	if set := gcPercent(); set != usual {
		t.Errorf("%d percent although somebody has set GOGC", set)
	}
}
