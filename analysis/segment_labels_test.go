package analysis

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A segment is called as its label says, else as its columns are headed where that is its name in other letters; another heading is no label.
func TestSegmentLabels(t *testing.T) {
	of := func(columns ...string) map[string]study.Selector {
		all := map[string]study.Selector{}
		for i, name := range columns {
			all[string(rune('a'+i))] = study.Selector{Name: name}
		}
		return all
	}
	for _, test := range []struct {
		segment study.Segment
		want    string
	}{
		{study.Segment{Name: "unit", Columns: of("Unit")}, "Unit"},
		{study.Segment{Name: "unit", Columns: of("Unit", "Unit")}, "Unit"},
		{study.Segment{Name: "unit", Label: "Where they work", Columns: of("Unit")}, "Where they work"},
		{study.Segment{Name: "unit", Columns: of("unit")}, ""},
		{study.Segment{Name: "unit", Columns: of("Unit", "UNIT")}, ""},
		{study.Segment{Name: "unit", Columns: of("Unit", "q17")}, ""},
		{study.Segment{Name: "unit", Columns: of("Site")}, ""},
		{study.Segment{Name: "unit"}, ""},
	} {
		if got := segmentLabels(&study.Study{Segments: []study.Segment{test.segment}})["unit"]; got != test.want {
			t.Errorf("%v: %q, want %q", test.segment, got, test.want)
		}
	}
}
