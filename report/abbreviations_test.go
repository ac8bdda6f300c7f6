package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// What a mark of a split audience is measured by is explained where one stands in the report, and only there.
func TestAgreementIsExplainedWhereItIsMarked(t *testing.T) {
	r := threeAudiences(t, false)
	explained := func() bool {
		return slices.ContainsFunc(newLookup(r, english()).abbreviations(), func(line string) bool { return strings.HasPrefix(line, "r_wg: ") })
	}
	for i := range r.Figures {
		r.Figures[i].Note = slices.DeleteFunc(r.Figures[i].Note, func(code string) bool { return code == analysis.NoteSplit })
	}
	if explained() {
		t.Error("explained, though no audience is split")
	}
	r.Figures[0].Note = analysis.Notes{analysis.NoteSplit}
	if !explained() {
		t.Error("not explained, though an audience is split")
	}
}
