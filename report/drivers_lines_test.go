package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

func driversText(t *testing.T, r *analysis.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := DriversTable(&b, r, TableOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// oneTopic returns a result in which an audience rated items around a cross-hair.
func oneTopic(cross float64, means ...float64) *importanceTopic {
	r := &analysis.Result{}
	figure := func(item, statistic string, x float64) {
		r.Figures = append(r.Figures, analysis.Figure{
			Analysis: "quadrant", Kind: study.Performance, Perspective: "own", Audience: "customers", Item: item, Statistic: statistic, Value: analysis.Number(x),
		})
	}
	figure("", "crosshair_performance", cross)
	t := &importanceTopic{audience: analysis.Audience{ID: "customers"}, digits: 1}
	for k, x := range means {
		id := string(rune('a' + k))
		r.Items = append(r.Items, analysis.Item{ID: id})
		t.rated = append(t.rated, k)
		figure(id, "performance", x)
	}
	t.lookup = newLookup(r, english())
	return t
}

// Of means on both sides of the cross-hair none reads as one of the other side.
func TestMeansReadOnTheirSideOfTheCrosshair(t *testing.T) {
	for _, test := range []struct {
		cross  float64
		means  []float64
		digits int
		want   string
	}{
		{5.58, []float64{5.1, 6.2}, 1, "5.1 6.2"},
		{5.58, []float64{5.56, 5.61}, 2, "5.56 5.61"},
		{5.5802, []float64{5.579, 5.61}, 3, "5.579 5.610"},
		{5.58021, []float64{5.58019, 5.61}, 3, "<5.580 5.610"},
	} {
		topic := oneTopic(test.cross, test.means...)
		digits := topic.besideCross()
		var got []string
		for _, item := range topic.result.Items {
			got = append(got, topic.quadrantMean(item.ID, "performance", digits))
		}
		if text := strings.Join(got, " "); digits != test.digits || text != test.want {
			t.Errorf("%v beside %v: %q with %d decimals, want %q with %d", test.means, test.cross, text, digits, test.want, test.digits)
		}
	}
}

// Importance and performance stand side by side and are compared: they have equal digits, though only one of them needs more.
func TestImportanceAndPerformanceHaveEqualDigits(t *testing.T) {
	topic := oneTopic(9.13, 9.14, 9.2)
	for _, of := range []struct {
		item string
		x    analysis.Number
	}{{"a", 9.4}, {"b", 8.6}} {
		topic.result.Figures = append(topic.result.Figures, analysis.Figure{
			Analysis: "quadrant", Kind: study.Performance, Perspective: "own", Audience: "customers", Item: of.item, Statistic: "importance", Value: of.x,
		})
	}
	topic.lookup = newLookup(topic.result, english())
	digits := topic.besideCross()
	if got := topic.quadrantMean("a", "importance", digits) + " " + topic.quadrantMean("a", "performance", digits); got != "9.40 9.14" {
		t.Errorf("got %q, want equal digits", got)
	}
}

// A driver without a priority is named below the priorities.
func TestDriversWithoutPriorityAreNamed(t *testing.T) {
	r := fortyItems(t)
	topic := newLookup(r, english()).importanceTopics()[0]
	first := topic.result.Items[topic.inOrderOfPriority()[0]]
	topic.of("priority", first.ID, "priority").Value = 0
	if text := driversText(t, r); !strings.Contains(text, "not here, as no shortfall above the margin is known, by derived importance: ") || !strings.Contains(strings.Join(topic.withoutPriority(), ""), first.Label+" (") {
		t.Errorf("%s is not named in %v", first.Label, topic.withoutPriority())
	}
}

// Where importance and performance have unlike scales one line says so, instead of a table of nothing.
func TestUnlikeScalesAreOneLine(t *testing.T) {
	r := fortyItems(t)
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "shortfall" {
			f.Value, f.Note = analysis.NaN, analysis.Notes{analysis.NoteUnlikeScales}
		}
	}
	text := driversText(t, r)
	if strings.Contains(text, "in points") || !strings.Contains(text, "no shortfall: importance and performance on different scales") {
		t.Errorf("no line on unlike scales in\n%s", text[:min(len(text), 2000)])
	}
}

// Importance that nobody answered is said to be lacking.
func TestLackingImportanceIsSaid(t *testing.T) {
	r := fortyItems(t)
	var figures []analysis.Figure
	for _, f := range r.Figures {
		if f.Analysis != "shortfall" && f.Analysis != "quadrant" && f.Analysis != "priority" && f.Analysis != "stated_derived" {
			figures = append(figures, f)
		}
	}
	r.Figures = figures
	if text := driversText(t, r); !strings.Contains(text, "no shortfall: of no item are there answers on both importance and performance") {
		t.Errorf("nothing is said of it in\n%s", text[:min(len(text), 2000)])
	}
}

// Constructs stand in the order of importance, and two of the same items on one line.
func TestConstructsInOrderOfImportance(t *testing.T) {
	r := fortyItems(t)
	a, b := r.Items[0].ID, r.Items[1].ID
	r.Constructs = []analysis.Construct{
		{ID: "minor", Label: "Minor", Items: []string{b}}, {ID: "named", Label: "Named", Items: []string{a}}, {ID: "dimension_x", Label: "Major", Items: []string{a}, Dimension: true},
	}
	audience := newLookup(r, english()).importanceTopics()[0].audience.ID
	for id, important := range map[string]float64{"minor": 0.2, "named": 0.9, "dimension_x": 0.9} {
		for statistic, x := range map[string]float64{"shortfall": 0.1, "top_box_importance": important} {
			r.Figures = append(r.Figures, analysis.Figure{
				Analysis: "shortfall", Kind: study.Performance, Perspective: "own", Audience: audience, Item: id, Statistic: statistic, Value: analysis.Number(x),
			})
		}
	}
	var labels []string
	for _, c := range newLookup(r, english()).importanceTopics()[0].shortConstructs() {
		labels = append(labels, c.Label)
	}
	if got, want := strings.Join(labels, "; "), "Named, Major; Minor"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Groups in which nothing can be derived are named, not shown as columns of nothing; those with too few for shares that stand still too.
func TestGroupsTooSmallToDeriveAreNamed(t *testing.T) {
	r := fortyItems(t)
	r.Segments = []string{"branch"}
	topic := newLookup(r, english()).importanceTopics()[0]
	var more []analysis.Figure
	for _, of := range []struct {
		value string
		share float64
		note  string
	}{{"large", 0.5, ""}, {"unstable", 0.5, analysis.NoteFewPerDriver}, {"small", math.NaN(), analysis.NoteTooFewForDrivers}} {
		for _, f := range r.Figures {
			if f.Analysis == "derived" && f.Audience == topic.audience.ID && (f.Statistic == "derived_share" || f.Statistic == "r_squared") || f.Analysis == "profile" && f.Statistic == "mean" {
				f.Segment, f.Note = "branch="+of.value, nil
				if f.Analysis == "derived" {
					f.Value, f.Note = analysis.Number(of.share), analysis.Notes{of.note}
				}
				more = append(more, f)
			}
		}
	}
	r.Figures = append(r.Figures, more...)
	sections := newLookup(r, english()).importanceTopics()[0].segmentSections()
	if len(sections) != 1 {
		t.Fatalf("%d sections", len(sections))
	}
	s := sections[0]
	if len(s.grid.columns) != 2 || s.grid.columns[1].header != "large" || !strings.Contains(strings.Join(s.lines, " "), "would be needed: unstable, small") {
		t.Errorf("columns %v, lines %q", s.grid.columns, s.lines)
	}
}

func TestShortfallOfADimensionHasItsOwnFormula(t *testing.T) {
	r := &analysis.Result{Constructs: []analysis.Construct{{ID: "dimension_x"}}}
	f := &analysis.Figure{Analysis: "shortfall", Statistic: "shortfall", Item: "dimension_x"}
	if got := explainedFormula(r, f); !strings.Contains(got, "resamples") || got == formulaOf(f) {
		t.Errorf("formula %q", got)
	}
}

// A dimension whose items are no scale has its shares, and says that it has no score.
func TestShortfallOfWhatHasNoScoreSaysSo(t *testing.T) {
	r := fortyItems(t)
	r.Constructs = []analysis.Construct{{ID: "loose", Label: "Loose", Items: []string{r.Items[0].ID}}, {ID: "tight", Label: "Tight", Items: []string{r.Items[1].ID}}}
	audience := newLookup(r, english()).importanceTopics()[0].audience.ID
	for id, alpha := range map[string]analysis.Number{"loose": 0.597, "tight": 0.6} {
		of := analysis.Figure{Analysis: "shortfall", Kind: study.Performance, Perspective: "own", Audience: audience, Item: id, Statistic: "shortfall", Value: 1}
		r.Figures = append(r.Figures, of)
		of.Analysis, of.Statistic, of.Value = "construct", "alpha", alpha
		r.Figures = append(r.Figures, of)
	}
	s := newLookup(r, english()).importanceTopics()[0].shortfallSection(true)
	named := map[string]bool{}
	for _, row := range s.grid.rows {
		named[row.cells[0][0]] = true
	}
	if !named["Loose"+noBreak+superscript(1)] || !named["Tight"] {
		t.Errorf("%v", named)
	}
	if len(s.notes) == 0 || !strings.HasPrefix(s.notes[0], "α under .60 for the ratings of performance") {
		t.Errorf("%q", s.notes)
	}
}
