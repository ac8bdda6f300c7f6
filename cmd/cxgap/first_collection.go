package main

import (
	"os"
	"runtime/debug"
	"time"
)

// firstCollection is how large the heap may grow before garbage is collected for the first time. A small study is done before that, and
// collections would take a third of its time; a large one needs more than that anyway.
const firstCollection = 32 << 20

// laterCollections is how much garbage there may be for what is in use, in percent, from then on. The runtime's 100 would
// take up to 10 MiB more; each collection of so small a heap takes a few milliseconds beside the work.
const laterCollections = 50

// whileSmall is how long a study may take to be a small one.
const whileSmall = 150 * time.Millisecond

// lateFirstCollection lets the first collection of garbage wait until the heap has that size, or until the study is no small one. Whoever sets
// GOGC decides by himself.
func lateFirstCollection() {
	const runtimeFirst = 4 << 20 // with the runtime's 100 percent
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(100 * firstCollection / runtimeFirst)
	time.AfterFunc(whileSmall, func() { debug.SetGCPercent(laterCollections) })
}
