package gate

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// unit is the unit of a limit.
type unit string

const (
	points    unit = "pt"   // scale points
	pomp      unit = "pomp" // points of 0–100
	share     unit = "%"    // shares
	shareDiff unit = "pp"   // differences of shares
	bare      unit = ""     // scores and counts
)

// definition is one quantity that rules can name.
type definition struct {
	name      string
	audiences int  // how many audiences it takes
	item      bool // it is about an item; else about the audience or the outcome
	units     []unit
	analysis  string
	statistic string
	kind      study.Kind
}

// definitions lists the quantities, in the order in which messages name them.
func definitions() []definition {
	return []definition{
		{"gap", 2, true, []unit{points, pomp}, "gap", "difference", study.Performance},
		{"top_box_gap", 2, true, []unit{shareDiff}, "gap", "top_box_difference", study.Performance},
		{"mean", 1, true, []unit{points, pomp}, "profile", "mean", study.Performance},
		{"importance", 1, true, []unit{points, pomp}, "profile", "mean", study.Importance},
		{"top_box", 1, true, []unit{share}, "profile", "top_box", study.Performance},
		{"bottom_box", 1, true, []unit{share}, "profile", "bottom_box", study.Performance},
		{"dont_know", 1, true, []unit{share}, "profile", "dont_know", study.Performance},
		{"belief_gap", 2, true, []unit{shareDiff}, "belief_gap", "difference", study.Performance},
		{"spread", 0, true, []unit{points, pomp}, "spread", "spread", study.Performance},
		{"nps", 1, false, []unit{bare}, "profile", "nps", study.OutcomeKind},
		{"csat", 1, false, []unit{share}, "profile", "csat", study.OutcomeKind},
		{"ces", 1, false, []unit{points}, "profile", "ces", study.OutcomeKind},
		{"outcome", 1, false, []unit{points, pomp}, "profile", "mean", study.OutcomeKind},
		{"alignment", 0, false, []unit{bare}, "alignment", "alignment", study.Performance},
		{"n", 1, false, []unit{bare}, "base", "n", ""},
		{"response_rate", 1, false, []unit{share}, "base", "response_rate", ""},
		{"age", 1, false, []unit{bare}, "base", "age", ""},
		{"missing", 1, true, []unit{share}, "missing", "missing", study.Performance},
	}
}

// boxed reports whether a quantity depends on how many points of the scale count as a box.
func (d *definition) boxed() bool {
	return d.analysis == "belief_gap" || strings.Contains(d.statistic, "_box")
}

// overItems reports whether a quantity is one of all items together.
func (d *definition) overItems() bool { return !d.item && d.audiences == 0 }

func definitionNames() []string {
	var names []string
	for _, d := range definitions() {
		names = append(names, d.name)
	}
	return names
}
