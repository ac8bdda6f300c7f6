package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// told is what sentences say, one behind the other.
func told(all []finding) string {
	var texts []string
	for _, s := range all {
		texts = append(texts, s.text())
	}
	return strings.Join(texts, " ")
}

// What has changed tells the gaps and means whose interval is off 0, and that intervals are for each item alone.
func TestWhatHasChanged(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 40, []float64{8, 7}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{7, 7}, ten(), 0, []float64{0, -1.5}},
	)
	said := told(newLookup(r, english()).changed())
	for _, want := range []string{
		"Two items show a wider gap between Leadership and Customers than in 2025: ",
		"Two items are rated lower by Customers than in 2025: “Friendly” −1.", "n\u00a0300",
		"Established over all comparisons (Holm) are 2 of 2 changes of gaps and ", "; each interval holds for its item alone.",
		"“Friendly” +1.8 (95\u00a0%\u00a0CI\u00a0+1.2\u00a0to\u00a0+2.4; n\u00a040 and\u00a0300), moved by Customers\u00a0−1.5; ", // whose interval stands above
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
	still := told(newLookup(invented(t, "", []string{"Quick"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 40, []float64{8}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{7}, ten(), 0, []float64{0, 0}},
	), english()).changed())
	want := "Of no item is it shown that the ratings of Leadership and Customers differ from those in 2025. No gap between Leadership and Customers is shown to have widened or narrowed since 2025. " +
		"Established over all comparisons (Holm) are 0 of 1 change of a gap and 0 of 2 changes of means; each interval holds for its item alone."
	if still != want {
		t.Errorf("%q, want %q", still, want)
	}
	if once := newLookup(threeAudiences(t, false), english()).changed(); len(once) > 0 {
		t.Errorf("of one wave: %q", told(once))
	}
}

// What is established stands apart from what is likely: the latter is counted, and told where there is nothing else.
func TestEstablishedChangesAreTold(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 40, []float64{8, 7}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{7, 7}, ten(), 0, []float64{0, -1.5}},
	)
	said := func() string { return told(newLookup(r, english()).changed()) }
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "change" && f.Item == "item_b" && f.PAdjusted.Defined() {
			f.PAdjusted = 0.2
		}
	}
	got := said()
	for _, want := range []string{"One item shows a wider gap between Leadership and Customers than in 2025: “Quick” ", "One item is rated lower by Customers than in 2025: “Quick” ", "Two more changes are likely, not established: "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if strings.Contains(got, "Friendly") {
		t.Errorf("what is likely stands among what is established: %q", got)
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "change" && f.PAdjusted.Defined() {
			f.PAdjusted = 0.2
		}
	}
	if got = said(); !strings.Contains(got, "What follows is likely, not established: the interval of each change alone excludes 0. Two items are rated lower by Customers") ||
		!strings.Contains(got, ", moved by Customers") {
		t.Errorf("%q", got)
	}
}

// What is told of the outermost audiences comes first, what the outside rates before the gap; of all other changes that are established only those are
// counted of which nothing was said: not those in brackets of who moved, nor those that a sentence counts without naming them.
func TestOnlyTheRestIsCounted(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly", "Fair"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 300, []float64{6, 6, 6}, ten(), 0, []float64{0, -1}},
		audience{"staff", "Staff", 300, []float64{5, 5, 5}, ten(), 0, []float64{0, 1}},
		audience{"customers", "Customers", 300, []float64{5, 5, 5}, ten(), 0, []float64{0, 0}},
	)
	l := newLookup(r, english())
	said := told(l.changed())
	all := len(l.movesThat(l.claimed))
	if all != 15 { // means of leadership and staff (6), gaps of all pairs (9)
		t.Fatalf("%d established changes: %s", all, said)
	}
	// Told are the gaps between leadership and customers (3) and in brackets two means of leadership.
	for _, want := range []string{"; and one more. Established", " Ten more established changes stand in the tables below."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
	if means, gaps := strings.Index(said, "Of no item is it shown that the ratings of Customers"), strings.Index(said, "gap between Leadership and Customers"); means != 0 || gaps < means || strings.Contains(said, "and Staff than") {
		t.Errorf("not the outside first, or other pairs: %q", said)
	}
}

// A change of the net promoter score has a verdict, beside that of the mean of the same answers.
func TestTheChangeOfAScoreHasAVerdict(t *testing.T) {
	l := newLookup(invented(t, "", []string{"Quick"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 40, []float64{8}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{7}, ten(), 0, []float64{0, 0}},
	), english())
	figure := func(low, high, adjusted analysis.Number) *analysis.Figure {
		return &analysis.Figure{ID: "x", Value: (low + high) / 2, Low: low, High: high, PAdjusted: adjusted}
	}
	clear, unclear := figure(0.1, 0.3, 0.01), figure(-0.1, 0.3, 0.2)
	for _, of := range []struct {
		score, mean *analysis.Figure
		written     phrase
		want        string
	}{
		{unclear, clear, plain("+0.2"), ", a change that is not established, though that of the mean is: +0.2"},
		{unclear, unclear, plain("+0.1"), ", a change that is not established, nor is that of the mean: +0.1"},
		{unclear, nil, nil, ", a change that is not established"},
		{clear, nil, nil, ", a change that its interval shows"},
		{clear, clear, plain("+0.2"), ", a change that its interval shows, and that of the mean is established: +0.2"},
		{clear, unclear, plain("+0.1"), ", a change that its interval shows, though that of the mean is not established: +0.1"},
	} {
		if got := (finding{parts: l.scoreVerdict(of.score, of.mean, of.written)}).text(); got != of.want {
			t.Errorf("%q, want %q", got, of.want)
		}
	}
}

// A strength in comparison only, an item of little importance and a disparity that hangs on a choice are told as such.
func TestReservations(t *testing.T) {
	r := invented(t, "", []string{"Quick"}, nil,
		audience{"leadership", "Leadership", 40, []float64{4}, ten(), 0, nil},
		audience{"customers", "Customers", 300, []float64{6}, ten(), 0, nil},
	)
	l := newLookup(r, english())
	inWords := func(r *analysis.Result) string { return newLookup(r, english()).classSection().others[0].text() }
	for _, said := range []string{l.answer()[1].text(), inWords(r)} {
		if !strings.Contains(said, "; underrated, but below the target).") {
			t.Errorf("below the target: %q", said)
		}
	}
	id := "gap/performance/leadership:customers/item_a/holds"
	if f, _ := FindFigure(r, id); f != nil {
		t.Fatal("the study has variants: give it the note there")
	}
	r.Figures = append(r.Figures, analysis.Figure{
		ID: "quadrant/performance/customers/item_a/quadrant", Analysis: "quadrant", Kind: "performance", Perspective: "own", Audience: "customers",
		Item: "item_a", Statistic: "quadrant", Verdict: analysis.LowPriority,
	}, analysis.Figure{
		ID: id, Analysis: "gap", Kind: "performance", Perspective: "own", Audience: "leadership", Versus: "customers",
		Item: "item_a", Statistic: "holds", Value: 1, Note: analysis.Notes{analysis.FailsWithoutSpeeders},
	})
	said := inWords(r)
	for _, want := range []string{"; underrated, but below the target; importance to Customers below the average item: low priority; the disparity does not stand without speeders)."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
	for share, want := range map[analysis.Number]string{0.79: "; importance to Customers below the average item: low priority, in 79\u00a0% of resamples; ", 0.97: " item: low priority; "} {
		sure := *r
		sure.Figures = append(slices.Clip(r.Figures), analysis.Figure{
			ID: "quadrant/performance/customers/item_a/quadrant_stability", Analysis: "quadrant", Kind: "performance", Perspective: "own",
			Audience: "customers", Item: "item_a", Statistic: "quadrant_stability", Value: share,
		})
		sure.Choices.Confidence = 0.95
		if said := inWords(&sure); !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
}

// Drivers that may explain nothing set no priorities, and a shortfall smaller than the margin is no step.
func TestNothingIsPutFirstWithoutGround(t *testing.T) {
	r := fortyItems(t)
	topic := newLookup(r, english()).importanceTopics()[0]
	fit := topic.of("derived", "", "r_squared")
	if !(fit.P < 0.05) {
		t.Fatalf("p of R² is %v", fit.P)
	}
	first := topic.result.Items[topic.inOrderOfSteps()[0]].ID
	short := topic.of("shortfall", first, "shortfall")
	short.Value = 0.01
	for _, i := range topic.inOrderOfSteps() {
		if topic.result.Items[i].ID == first {
			t.Error("a shortfall smaller than the margin is a step")
		}
	}
	fit.P = 0.3
	if said := topic.first("").text(); said != "No item is put first: that the outcome of "+topic.audience.Label+" goes with the items at all is not established." {
		t.Errorf("%q", said)
	}
	if s := topic.priorities(); len(s.steps) > 0 || !strings.Contains(strings.Join(s.lines, "\n"), "no steps: ") {
		t.Errorf("steps without ground: %v", s.lines)
	}
}
