package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report"
)

// A saved result from which somebody has taken audiences or figures is refused, and never brings the program down.
func TestTrimmedResults(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole.json")
	run(t, "analyze", "demo/study/cxgap.yaml", "-o", whole)
	trimmed := func(name string, trim func(*analysis.Result)) {
		t.Helper()
		r, err := report.ReadJSON(strings.NewReader(readFile(t, whole)))
		if err != nil {
			t.Fatal(err)
		}
		trim(r)
		var b bytes.Buffer
		if err := report.JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if _, err := report.ReadJSON(&b); err == nil || !strings.Contains(err.Error(), "not whole") {
			t.Errorf("without %s: %v", name, err)
		}
	}
	trimmed("audiences", func(r *analysis.Result) { r.Audiences = nil })
	trimmed("figures", func(r *analysis.Result) { r.Figures = nil })
	for _, kind := range []string{"derived/derived_share", "quadrant/crosshair_performance", "agreement/shape", "asymmetry/penalty", "belief_gap/ratio"} {
		trimmed(kind, func(r *analysis.Result) {
			var kept []analysis.Figure
			for _, f := range r.Figures {
				if f.Analysis+"/"+f.Statistic != kind {
					kept = append(kept, f)
				}
			}
			r.Figures = kept
		})
	}
}
