package gate

import (
	"math"
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
	groups    bool   // that of dimensions and constructs does
	whole     bool   // a whole number such as a rank: at most 3 means under 3.5
	can       span   // of what has no unit: what it can be
	meaning   string
}

// definitions lists the quantities, in the order in which messages name them.
func definitions() []definition {
	scaled, shares, differences, none := []unit{points, pomp}, []unit{share}, []unit{shareDiff}, []unit{bare}
	const performance, outcome = study.Performance, study.OutcomeKind
	within, infinite := source{"segment", "mean"}, math.Inf(1)
	return []definition{
		{
			name: "gap", meaning: "the mean of the first audience less that of the second: positive, if the first sees it rosier",
			audiences: 2, item: true, units: scaled, kind: performance, source: source{"gap", "difference"},
			construct: source{"construct", "difference"}, segment: source{"segment", "difference"},
		},
		{
			name: "top_box_gap", meaning: "the share of the first audience in the top box less that of the second",
			audiences: 2, item: true, units: differences, kind: performance, source: source{"gap", "top_box_difference"},
		},
		{
			name: "mean", meaning: "the mean performance rating, or the score of a dimension or construct",
			audiences: 1, item: true, units: scaled, kind: performance, source: source{"profile", "mean"}, construct: source{"construct", "score"}, segment: within,
		},
		{
			name: "importance", meaning: "the mean importance rating",
			audiences: 1, item: true, units: scaled, kind: study.Importance, source: source{"profile", "mean"}, segment: within,
		},
		{
			name: "shortfall", meaning: "importance less performance, as the same respondents rate both",
			audiences: 1, item: true, units: scaled, kind: performance, source: source{"shortfall", "shortfall"}, construct: source{"shortfall", "shortfall"}, groups: true,
		},
		{
			name: "top_box", meaning: "the share of performance ratings in the top box",
			audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "top_box"},
		},
		{
			name: "bottom_box", meaning: "the share of performance ratings in the bottom box",
			audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "bottom_box"},
		},
		{
			name: "dont_know", meaning: "the share of those who answered and said that they do not know",
			audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "dont_know"},
		},
		{
			name: "missing", meaning: "the share of those who were shown the item and gave no rating",
			audiences: 1, item: true, units: shares, kind: performance, source: source{"profile", "missing"},
		},
		{
			name: "belief_gap", meaning: "the share of the first audience that believes it (top box) less the share of the second that lives it",
			audiences: 2, item: true, units: differences, kind: performance, source: source{"belief_gap", "difference"},
		},
		{
			name: "spread", meaning: "the highest mean of all audiences less the lowest",
			item: true, units: scaled, kind: performance, source: source{"spread", "spread"},
		},
		{
			name: "derived_rank", meaning: "the rank of the item by what it adds to explaining the outcome; 1 is the strongest",
			audiences: 1, item: true, units: none, kind: performance, source: source{"derived", "derived_rank"},
			segment: source{"derived", "derived_rank"}, resampled: true, whole: true, can: span{1, infinite},
		},
		{
			name: "quadrant", meaning: "where the item lies on the map of importance and performance",
			audiences: 1, item: true, units: []unit{category}, kind: performance, source: source{"quadrant", "quadrant"}, resampled: true,
		},
		{
			name: "alpha", meaning: "Cronbach's alpha of a dimension or construct",
			audiences: 1, item: true, units: none, kind: performance, construct: source{"construct", "alpha"}, can: span{-infinite, 1},
		},
		{
			name: "nps", meaning: "the Net Promoter Score of the outcome",
			audiences: 1, units: none, kind: outcome, source: source{"profile", "nps"}, can: span{-100, 100},
		},
		{
			name: "csat", meaning: "the customer satisfaction score: the share in the top two of five points",
			audiences: 1, units: shares, kind: outcome, source: source{"profile", "csat"},
		},
		{
			name: "ces", meaning: "the customer effort score: the mean of the outcome on its own scale",
			audiences: 1, units: []unit{points}, kind: outcome, source: source{"profile", "ces"},
		},
		{
			name: "outcome", meaning: "the mean of the outcome",
			audiences: 1, units: scaled, kind: outcome, source: source{"profile", "mean"}, segment: within,
		},
		{
			name: "alignment", meaning: "100 less the mean absolute gap in POMP, over all items and pairs",
			units: none, kind: performance, source: source{"alignment", "alignment"}, can: span{0, 100},
		},
		{
			name: "n", meaning: "how many answered",
			audiences: 1, units: none, source: source{"base", "n"}, can: span{0, infinite},
		},
		{
			name: "response_rate", meaning: "how many answered, of the population",
			audiences: 1, units: shares, source: source{"base", "response_rate"},
		},
		{
			name: "age", meaning: "days since the newest answer",
			audiences: 1, units: none, source: source{"base", "age"}, can: span{0, infinite},
		},
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
