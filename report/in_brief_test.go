package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// heads are what the sentences of an answer are about.
func heads(l *lookup) (all []string) {
	for _, s := range l.answer() {
		all = append(all, s.head)
	}
	return all
}

// underHead is the sentence of the answer under a head; empty if it has none.
func underHead(l *lookup, head string) string {
	for _, s := range l.answer() {
		if s.head == head {
			return strings.ReplaceAll(s.text(), noBreak, " ")
		}
	}
	return ""
}

// The answer has what a reader asks for first before the rest, and no line for hidden strengths that there are not.
func TestAnswerIsInTheOrderOfQuestions(t *testing.T) {
	if got := strings.Join(heads(newLookup(threeAudiences(t, false), english())), ", "); got != "Blind spots, Where the distance arises, What is shared" {
		t.Errorf("without outcome and waves: %s", got)
	}
	waves := invented(t, "", []string{"Quick", "Friendly", "Fair"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 200, []float64{8, 9, 6}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 400, []float64{6, 8, 8}, ten(), 0, []float64{0, 0}},
	)
	if got := strings.Join(heads(newLookup(waves, english())), ", "); got != "What has changed, Blind spots, Overrated strengths, Hidden strengths" && !strings.HasPrefix(got, "What has changed, Blind spots, Overrated strengths, Hidden strengths, ") {
		t.Errorf("with waves and all classes: %s", got)
	}
}

// An overrated strength is named with its class, and where it is not shown to reach the target, it says so.
func TestOverratedStrengthsAreNamed(t *testing.T) {
	r := invented(t, "", []string{"Friendly"}, nil,
		audience{"leadership", "Leadership", 200, []float64{9.4}, ten(), 0, nil}, audience{"customers", "Customers", 400, []float64{8}, ten(), 0, nil})
	l := newLookup(r, english())
	const hedge = "that its mean reaches the target is not shown"
	said := underHead(l, "Overrated strengths")
	if !strings.HasPrefix(said, "One item is rated higher by Leadership than by Customers, whose mean is not below the target: “Friendly” by ") || strings.Contains(said, hedge) {
		t.Errorf("%q", said)
	}
	if section := told(l.classSection().others); !strings.HasPrefix(section, "One item is an overrated strength, rated higher by Leadership than by Customers") {
		t.Errorf("%q", section)
	}
	l.profile(l.topics()[0], "customers", "item_a", "mean").Low = 7.1
	if said = underHead(l, "Overrated strengths"); !strings.Contains(said, hedge) {
		t.Errorf("%q", said)
	}
}

// What has changed is counted and the largest change named, of what is established only.
func TestChangesInBrief(t *testing.T) {
	of := func(moves float64) *lookup {
		return newLookup(invented(t, "", []string{"Quick", "Friendly"}, []string{"2025", "2026"},
			audience{"leadership", "Leadership", 300, []float64{8, 8}, ten(), 0, []float64{0, 0}},
			audience{"customers", "Customers", 300, []float64{6, 6}, ten(), 0, []float64{0, moves}},
		), english())
	}
	l := of(-1.5)
	said := underHead(l, "What has changed")
	for _, want := range []string{
		"Since 2025: two changes of the ratings of Customers are established, the largest: “", " (95 % CI −", "; n 300 and 300); two gaps between Leadership and Customers are established as changed, the largest change: “", " (widened; 95 % CI +",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
	for i := range l.result.Figures {
		if f := &l.result.Figures[i]; f.Analysis == "change" && f.PAdjusted.Defined() {
			f.PAdjusted = 0.2
		}
	}
	if said = underHead(l, "What has changed"); said != "Since 2025: no change of the ratings of Customers is established; no gap between Leadership and Customers is established as changed." {
		t.Errorf("%q", said)
	}
}

// The outcome is that of the outermost audience, beside what it alone was asked on the whole; nothing where it may not be seen.
func TestOutcomeInBrief(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	said := underHead(l, "The outcome")
	if !strings.HasPrefix(said, "“Likelihood to recommend”, mean: customers ") || strings.Count(said, "mean: ") != 1 || !strings.HasSuffix(said, "; n 640).") {
		t.Errorf("%q", said)
	}
	whole := &l.result.Items[3]
	whole.Ratings = whole.Ratings[:1]
	whole.Ratings[0].Asked = []analysis.Asked{{Audience: "customers", Scale: "1..10"}}
	if l.judgesTheWhole(3, "customers") {
		t.Error("a driver is no judgement of the whole")
	}
	delete(l.figures, key{"derived", "performance", "own", "customers", "", whole.ID, "derived_share", ""})
	if said = underHead(l, "The outcome"); !strings.Contains(said, "); “"+whole.Label+"”, mean: customers ") {
		t.Errorf("%q", said)
	}
	l.figure(key{"profile", "outcome", "own", "customers", "", "outcome", "mean", ""}).Value = analysis.NaN
	if said = underHead(l, "The outcome"); said != "" {
		t.Errorf("of a hidden outcome: %q", said)
	}
}

// Of one audience the answer tells what it rates highest and lowest, and that there is nothing to compare last.
func TestOneAudienceHighestAndLowest(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly", "Fair"}, nil, audience{"customers", "Customers", 300, []float64{6, 8, 5}, ten(), 0, nil})
	said := underHead(newLookup(r, english()), "Highest and lowest")
	if !strings.HasPrefix(said, "Of 3 items Customers rate highest “Friendly”: ") || !strings.Contains(said, "; n 300), and lowest “Fair”: ") {
		t.Errorf("%q", said)
	}
	findings := english().clientReport(r, ClientOptions{}).findings
	if findings[0].head != "Highest and lowest" || findings[len(findings)-1].head != "Nothing to compare" {
		t.Errorf("from %q to %q", findings[0].head, findings[len(findings)-1].head)
	}
	l := newLookup(r, english())
	l.figure(key{"profile", "performance", "own", "customers", "", r.Items[0].ID, "mean", ""}).Value = analysis.NaN
	if said = underHead(l, "Highest and lowest"); !strings.HasPrefix(said, "Of the 2 items that are shown Customers rate highest “Friendly”: ") {
		t.Errorf("with one that is not shown: %q", said)
	}
	if said = underHead(newLookup(threeAudiences(t, false), english()), "Highest and lowest"); said != "" {
		t.Errorf("of several audiences: %q", said)
	}
}

// What the one audience of a study says of the items stands before importance and the further figures, the best first, behind a chart with
// the target; of several audiences there is no such chapter.
func TestOneAudienceHasItsChart(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly", "Fair"}, nil, audience{"customers", "Customers", 300, []float64{6, 8, 5}, ten(), 0, nil})
	c := english().clientReport(r, ClientOptions{})
	part := c.parts[1]
	if part.ID != "ratings" || len(part.sections) != 1 || len(part.sections[0].charts) != 1 {
		t.Fatalf("%s with %d sections", part.ID, len(part.sections))
	}
	s := part.sections[0]
	if drawing := drawnOn(s.charts[0]); !strings.Contains(drawing, ">target 7.3<") || strings.Index(drawing, ">Friendly<") > strings.Index(drawing, ">Fair<") {
		t.Errorf("%.900s", drawing)
	}
	if s.grid.rows[0].cells[0][0] != "Friendly" || s.grid.rows[2].cells[0][0] != "Fair" {
		t.Errorf("%q before %q", s.grid.rows[0].cells[0], s.grid.rows[2].cells[0])
	}
	for _, part := range c.parts {
		if part.ID == "others" {
			t.Errorf("performance stands twice: %q", part.sections[0].title)
		}
	}
	for _, part := range english().clientReport(threeAudiences(t, false), ClientOptions{}).parts {
		if part.ID == "ratings" {
			t.Error("of three audiences there is a chapter of ratings")
		}
	}
}

// Only who moved as the gap did has moved it; who moved the other way is said to be against it.
func TestWhoMovedAGap(t *testing.T) {
	for name, test := range map[string]struct {
		leaders, customers float64
		want, not          string
	}{
		"customers alone": {0, 2, ", moved by Customers", "against it"},
		"both":            {-1, 1.5, ", moved by Leadership −", "against it"},
		"leaders against": {0.8, 2.6, ", moved by Customers", "moved by Leadership"},
		"neither":         {0, 0, "", "moved by"},
	} {
		l := newLookup(invented(t, "", []string{"Quick"}, []string{"2025", "2026"},
			audience{"leadership", "Leadership", 400, []float64{7.5}, ten(), 0, []float64{0, test.leaders}},
			audience{"customers", "Customers", 400, []float64{4}, ten(), 0, []float64{0, test.customers}},
		), english())
		said := told(l.changed())
		if !strings.Contains(said, test.want) || strings.Contains(said, test.not) {
			t.Errorf("%s: %q", name, said)
		}
		if against := strings.Contains(said, ", against it: Leadership +"); against != (name == "leaders against") {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// What is shared is what is shown to be alike; where that is of nothing, it may be shared, and the likely differences are counted.
func TestSharedIsShown(t *testing.T) {
	l := newLookup(invented(t, "", []string{"Quick", "Friendly", "Fair"}, nil,
		audience{"leadership", "Leadership", 300, []float64{5, 5, 5}, ten(), 0, nil}, audience{"customers", "Customers", 300, []float64{5, 5, 5}, ten(), 0, nil}), english())
	gaps := l.ofClass("", analysis.SharedWeakness)
	if len(gaps) != 3 {
		t.Fatalf("%d are shared", len(gaps))
	}
	set := func(k int, verdict string, likely bool) {
		f := gaps[k].gap
		f.Verdict, f.Note = verdict, nil
		if likely {
			f.Note = analysis.Notes{analysis.NoteExcludesZero}
		}
	}
	const similar, open = analysis.Similar, analysis.Inconclusive
	for name, test := range map[string]struct {
		verdicts [3]string
		likely   [3]bool
		head     string
		has, not string
	}{
		"shown":       {[3]string{similar, similar, similar}, [3]bool{}, "What is shared", " a gap within the margin is shown on three items, below the target for both, such as ", "no difference"},
		"one shown":   {[3]string{open, open, similar}, [3]bool{true, false, false}, "What is shared", "; on two more no difference beyond the margin is established, though on one of these a difference is likely.", "likely, not"},
		"none shown":  {[3]string{open, open, open}, [3]bool{true, false, true}, "What may be shared", "; that the gap lies within the margin is not shown, though on two of these a difference is likely.", "shown on"},
		"none likely": {[3]string{open, open, open}, [3]bool{}, "What may be shared", "; that the gap lies within the margin is not shown.", "likely"},
	} {
		for k := range gaps {
			set(k, test.verdicts[k], test.likely[k])
		}
		if said := underHead(l, test.head); !strings.Contains(said, test.has) || strings.Contains(said, test.not) {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// The strongest driver is told where it falls short and is not the first step; one whose share is not known, as where answers are suppressed, is nobody's strongest.
func TestStrongestDriverOfNoShare(t *testing.T) {
	topic, _ := ordered(t, [2]string{analysis.Concentrate, analysis.Concentrate}, [2]float64{6, 6}, [2]float64{0.6, 0.4})
	second := topic.result.Items[topic.inOrderOfPriority()[1]].ID
	topic.of("derived", second, "derived_share").Value = 0.9
	if said := topic.lookup.strongestDriver(); len(said) != 1 || !strings.Contains(said[0].text(), "90") {
		t.Fatalf("of the second: %v", said)
	}
	for _, i := range topic.drivers {
		topic.of("derived", topic.result.Items[i].ID, "derived_share").Value = analysis.NaN
	}
	first := topic.result.Items[topic.drivers[0]].ID // the first of shares that nobody knows
	short := topic.of("shortfall", first, "shortfall")
	short.Value, short.Low, short.High = 2, 1.8, 2.2
	if i := topic.inOrderOfShares()[0]; i == topic.inOrderOfSteps()[0] || !topic.established(first) || topic.fallsLittleShort(i) {
		t.Fatalf("%s is told for another reason, or for none", first)
	}
	for _, said := range topic.lookup.strongestDriver() {
		t.Errorf("%q", said.text())
	}
}
