package main

import (
	"os"
	"runtime/debug"
)

// A small study is over before its garbage fills anything: collecting it at every doubling from 4 MB on, as is Go's habit, took a
// quarter of the time. Until inputs are known to be large the first collection is at 16 MB; then memory counts more.
const (
	seldom     = 400
	often      = 100
	largeInput = 8 << 20
)

// collectSeldom lets garbage lie, unless the environment says how it is to be collected.
func collectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(seldom)
	}
}

// collectOftenIfLarge goes back to Go's habit where the files are large, or nobody knows how large they are.
func collectOftenIfLarge(files []string) {
	total := int64(0)
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil {
			total = largeInput + 1
			break
		}
		total += info.Size()
	}
	if total > largeInput && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(often)
	}
}
