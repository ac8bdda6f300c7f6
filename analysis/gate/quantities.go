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
	category  unit = "word" // names of quadrants
)

// source is where the figures of a quantity stand in a result.
type source struct{ analysis, statistic string }

// definition is one quantity that rules can name.
type definition struct {
	name      string
	audiences int  // how many audiences it takes
	item      bool // it is about an item, dimension or construct; else about the audience or the outcome
	units     []unit
	kind      study.Kind

	source           // of items, or of what is about none; empty: only constructs have it
	construct source // of dimensions and constructs; empty: they have none
	segment   source // within the values of a segment; empty: there are none
	resampled bool   // its interval needs resamples
	whole     bool   // a whole number such as a rank: at most 3 means under 3.5
}

// definitions lists the quantities, in the order in which messages name them.
func definitions() []definition {
	scaled, shares, differences, none := []unit{points, pomp}, []unit{share}, []unit{shareDiff}, []unit{bare}
	const performance, outcome = study.Performance, study.OutcomeKind
	within := source{"segment", "mean"}
	return []definition{
		{
			name: "gap", audiences: 2, item: true, units: scaled, kind: performance, source: source{"gap", "difference"},
			construct: source{"construct", "difference"}, segment: source{"segment", "difference"},
		},
		{name: "top_box_gap", audiences: 2, item: true, units: differences, kind: performance, source: source{"gap", "top_box_difference"}},
		{name: "mean", audiences: 1, item: true, units: scaled, kind: performance, source: source{"profile", "mean"}, construct: source{"construct", "score"}, segment: within},
		{name: "importance", audiences: 1, item: true, units: scaled, kind: study.Importance, source: source{"profile", "mean"}, segment: within},
		{name: "shortfall", audiences: 1, item: true, units: scaled, kind: performance, source: source{"shortfall", "shortfall"}, construct: source{"shortfall", "shortfall"}},
		{name: "top_box", audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "top_box"}},
		{name: "bottom_box", audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "bottom_box"}},
		{name: "dont_know", audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "dont_know"}},
		{name: "missing", audiences: 1, item: true, units: shares, kind: performance, source: source{"missing", "missing"}},
		{name: "belief_gap", audiences: 2, item: true, units: differences, kind: performance, source: source{"belief_gap", "difference"}},
		{name: "spread", item: true, units: scaled, kind: performance, source: source{"spread", "spread"}},
		{
			name: "derived_rank", audiences: 1, item: true, units: none, kind: performance, source: source{"derived", "derived_rank"},
			segment: source{"derived", "derived_rank"}, resampled: true, whole: true,
		},
		{name: "quadrant", audiences: 1, item: true, units: []unit{category}, kind: performance, source: source{"quadrant", "quadrant"}, resampled: true},
		{name: "alpha", audiences: 1, item: true, units: none, kind: performance, construct: source{"construct", "alpha"}},
		{name: "nps", audiences: 1, units: none, kind: outcome, source: source{"profile", "nps"}},
		{name: "csat", audiences: 1, units: shares, kind: outcome, source: source{"profile", "csat"}},
		{name: "ces", audiences: 1, units: []unit{points}, kind: outcome, source: source{"profile", "ces"}},
		{name: "outcome", audiences: 1, units: scaled, kind: outcome, source: source{"profile", "mean"}, segment: within},
		{name: "alignment", units: none, kind: performance, source: source{"alignment", "alignment"}},
		{name: "n", audiences: 1, units: none, source: source{"base", "n"}},
		{name: "response_rate", audiences: 1, units: shares, source: source{"base", "response_rate"}},
		{name: "age", audiences: 1, units: none, source: source{"base", "age"}},
	}
}

// digits is how many decimals outputs show of a quantity in a unit.
func (d *definition) digits(in unit) int {
	switch {
	case in == points || d.name == "alpha":
		return 2
	case d.whole || d.analysis == "base" && d.units[0] == bare:
		return 0
	}
	return 1
}

// needs are the kinds of ratings that a quantity of an item is computed from.
func (d *definition) needs() []study.Kind {
	if d.name == "shortfall" || d.name == "quadrant" {
		return []study.Kind{study.Importance, study.Performance}
	}
	return []study.Kind{d.kind}
}

// explainsOutcome reports whether a quantity of an item is computed from the outcome too.
func (d *definition) explainsOutcome() bool { return d.analysis == "derived" }

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
