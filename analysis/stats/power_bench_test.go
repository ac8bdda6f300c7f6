package stats

import "testing"

func BenchmarkDetectableGap(b *testing.B) {
	for b.Loop() {
		DetectableGap(0.3, 17.5, 0.05, 0.8)
	}
}

func BenchmarkSampleSize(b *testing.B) {
	for b.Loop() {
		SampleSize(Respondents{Variance: 2}, Respondents{Variance: 3}, 0.45, 0.05, 0.8)
	}
}
