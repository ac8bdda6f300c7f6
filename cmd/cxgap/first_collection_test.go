package main

import (
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

func gcPercent() uint64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// The first collection is late, and those after it come early.
func TestOnlyTheFirstCollectionIsLate(t *testing.T) {
	t.Setenv("GOGC", "")
	usual := gcPercent()
	defer debug.SetGCPercent(int(usual))
	lateFirstCollection()
	if late := gcPercent(); late != 100*firstCollection>>22 {
		t.Errorf("%d percent before the first collection", late)
	}
	for end := time.Now().Add(10 * time.Second); gcPercent() != laterCollections; time.Sleep(whileSmall / 10) {
		if time.Now().After(end) {
			t.Fatalf("%d percent after it", gcPercent())
		}
	}
	t.Setenv("GOGC", "70")
	lateFirstCollection()
	if set := gcPercent(); set != laterCollections {
		t.Errorf("%d percent although somebody has set GOGC", set)
	}
}
