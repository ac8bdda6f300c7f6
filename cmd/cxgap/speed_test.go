package main

import (
	"strings"
	"testing"
)

// BenchmarkDemo is a whole run on a small study: 14, 96 and 661 rows.
func BenchmarkDemo(b *testing.B) {
	for b.Loop() {
		if code := Main([]string{"analyze", "demo/study/cxgap.yaml"}, strings.NewReader(""), discard{}, discard{}); code != exitDone {
			b.Fatal(code)
		}
	}
}
