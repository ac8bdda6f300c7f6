package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/analysis/study"
)

func TestSentences(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	var texts []string
	for _, f := range l.answer() {
		texts = append(texts, f.head+". "+strings.ReplaceAll(f.text(), noBreak, " "))
	}
	golden(t, "answer.txt", strings.Join(texts, "\n")+"\n")
}

// Nothing is said of an audience below the minimum base, and nothing of items that have no class.
func TestNothingIsSaidOfSuppressedFigures(t *testing.T) {
	leaders := audience{"leadership", "Leadership team", 4, []float64{9, 8}, ten(), 0, nil}
	customers := audience{"customers", "Customers", 300, []float64{5.5, 8}, ten(), 0, nil}
	if got := newLookup(invented(t, "", []string{"a", "b"}, nil, leaders, customers), english()).answer(); len(got) > 0 {
		t.Errorf("said %v", got)
	}
	for _, f := range newLookup(threeAudiences(t, true), english()).answer() {
		if text := f.text(); strings.Contains(text, "Leadership") {
			t.Errorf("said of leadership: %q", text)
		}
	}
}

// Where the first audience is too small to be shown, the answer is about the next pair, and says so.
func TestAnswerIsOfThePairThatThereIs(t *testing.T) {
	l := newLookup(threeAudiences(t, true), english())
	why, compared := l.nothingCompared()
	if c := english().clientReport(threeAudiences(t, true), ClientOptions{}); !compared || !strings.HasSuffix(c.scope, why.text()) {
		t.Errorf("whom the answer compares does not stand before it: %q", c.scope)
	}
	for _, want := range []string{"How Leadership team and Customers differ cannot be told", "What follows compares Staff with Customers."} {
		if !strings.Contains(why.text(), want) {
			t.Errorf("%q, want %q in it", why.text(), want)
		}
	}
	if said := l.answer()[0].text(); !strings.HasPrefix(said, "One item is rated higher by Staff than by Customers") {
		t.Errorf("%q", said)
	}
	g := &gapTable{lookup: l, topic: l.topics()[0]}
	g.pairs()
	if g.of[0] != [2]string{"staff", "customers"} || len(g.of) != 3 {
		t.Errorf("pairs of the table: %v", g.of)
	}
	if line := l.largestGaps(""); !strings.Contains(line, "Staff − Customers: Easy to do business with +1.4") {
		t.Errorf("largest gaps: %q", line)
	}
}

// The largest established gap is told where another pair has it than the one that the answer is about, whatever its sign.
func TestLargestGapElsewhere(t *testing.T) {
	of := func(staff float64) *lookup {
		return newLookup(invented(t, "", []string{"a", "b"}, nil,
			audience{"inside", "Inside", 60, []float64{8, 8}, ten(), 0, nil},
			audience{"staff", "Staff", 100, []float64{staff, 8}, ten(), 0, nil},
			audience{"outside", "Outside", 200, []float64{6, 8}, ten(), 0, nil}), english())
	}
	for staff, want := range map[float64]string{
		4: "The largest established gap is not one between Inside and Outside: “a” is rated 4.2 points higher by Inside than by Staff (",
		9: "The largest established gap is not one between Inside and Outside: “a” is rated 2.8 points higher by Staff than by Outside (",
		7: "",
	} {
		l := of(staff)
		said, line := strings.ReplaceAll(finding{parts: l.elsewhere("")}.text(), noBreak, " "), strings.Join(l.headline(), "\n")
		if want != "" && !strings.Contains(said, want) || want == "" && strings.Contains(said, "The largest established gap") {
			t.Errorf("staff at %v: %q, want %q in it", staff, said, want)
		}
		if strings.Contains(line, "largest established gap of all pairs") != (want != "") {
			t.Errorf("staff at %v: %q", staff, line)
		}
	}
}

// The answer has seven sentences at most, each of one sentence, with the interval and the base of what it claims.
func TestTheAnswerHasSevenSentences(t *testing.T) {
	waves := invented(t, "", []string{"Quick", "Friendly"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 40, []float64{8, 7}, ten(), 0, []float64{0, 0}},
		audience{"staff", "Staff", 90, []float64{7, 7}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{6, 8}, ten(), 0, []float64{0, -1.5}},
	)
	for name, r := range map[string]*analysis.Result{"plain": threeAudiences(t, false), "small": threeAudiences(t, true), "drivers": fortyItems(t), "waves": waves, "published": publishedMeans(t)} {
		c := english().clientReport(r, ClientOptions{})
		if n := len(c.findings); n == 0 || n > 7 {
			t.Errorf("%s: %d points", name, n)
		}
		for _, s := range c.findings {
			said := s.text()
			if n := strings.Count(said, ". ") + strings.Count(said, "."+noBreak); n > 0 || !strings.HasSuffix(said, ".") {
				t.Errorf("%s, %s: %d sentences too many: %q", name, s.head, n, said)
			}
			if words := len(strings.Fields(said)); words > 90 {
				t.Errorf("%s, %s: %d words: %q", name, s.head, words, said)
			}
			if len(s.figures()) > 0 && name != "published" && !strings.Contains(said, "CI") {
				t.Errorf("%s, %s: no interval: %q", name, s.head, said)
			}
		}
	}
}

// The outcome stands beside who answered, with interval and base, and how it has changed; nothing of one that may not be seen.
func TestOutcomeStandsBesideWhoAnswered(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	said := func() string {
		return strings.ReplaceAll(told(l.outcomes()), noBreak, " ")
	}
	if mean := said(); !strings.HasPrefix(mean, "“Likelihood to recommend”, mean: customers ") || !strings.Contains(mean, ", scale 1–10 (95 % CI ") || !strings.HasSuffix(mean, "; n 640).") {
		t.Errorf("%q", mean)
	}
	score := *l.figure(key{"profile", study.OutcomeKind, "own", "customers", "", "outcome", "mean", ""})
	score.Statistic, score.ID, score.Unit = "nps", "nps", analysis.NPSPoints
	score.Value, score.Low, score.High = 24, 17, 31
	l.figures[key{"profile", study.OutcomeKind, "own", "customers", "", "outcome", "nps", ""}] = &score
	if nps := said(); nps != "“Likelihood to recommend”, net promoter score: customers +24.0 (95 % CI +17.0 to +31.0; n 640)." {
		t.Errorf("%q", nps)
	}
	for _, statistic := range []string{"nps", "mean"} {
		l.figure(key{"profile", study.OutcomeKind, "own", "customers", "", "outcome", statistic, ""}).Value = analysis.NaN
	}
	if hidden := said(); hidden != "" {
		t.Errorf("of a hidden outcome: %q", hidden)
	}
}

// Items of a class are counted, the first three named, and the singular is the singular.
func TestSentencesCount(t *testing.T) {
	for n, want := range map[int]string{
		1: "One item is rated higher by Inside than by Outside, whose mean is below the target: “a” by ",
		2: "Two items are rated higher by Inside than by Outside, whose means are below the target: “a” by ",
		5: ", and two more.",
	} {
		var inside, outside []float64
		var labels []string
		for i := range n {
			labels = append(labels, string(rune('a'+i)))
			inside, outside = append(inside, 9-float64(i)/4), append(outside, 4)
		}
		r := invented(t, "Counts", labels, nil, audience{"inside", "Inside", 60, inside, ten(), 0, nil}, audience{"outside", "Outside", 200, outside, ten(), 0, nil})
		got := newLookup(r, english()).answer()[0].text()
		if !strings.Contains(got, want) {
			t.Errorf("%d items: %q, want %q in it", n, got, want)
		}
		if named := strings.Count(got, "“"); named != min(n, mentioned) {
			t.Errorf("%d items: %d are named", n, named)
		}
	}
}

// A small base is marked where its number stands.
func TestSentencesMarkSmallBases(t *testing.T) {
	r := invented(t, "Small", []string{"a"}, nil, audience{"inside", "Inside", 12, []float64{9}, ten(), 0, nil}, audience{"outside", "Outside", 200, []float64{4}, ten(), 0, nil})
	if got := newLookup(r, english()).answer()[0].text(); !strings.Contains(got, "n\u00a012† and\u00a0200)") {
		t.Errorf("not marked: %q", got)
	}
	if c := english().clientReport(r, ClientOptions{}); !strings.Contains(c.howToRead(), "† fewer than 30 answers: indicative.") {
		t.Errorf("the mark is not explained: %q", c.howToRead())
	}
}

// Whoever reads the first page reads what to do first; the first step, how sure it is that it is the first, and where the largest gap is.
func TestWhatToDoFirstIsOnTheFirstPage(t *testing.T) {
	r := fortyItems(t)
	l := newLookup(r, english())
	answer := l.answer()
	if answer[0].head != "The outcome" || answer[1].head != "Blind spots" || answer[2].head != "What to do first" {
		t.Fatalf("the answer begins with %q, %q, %q", answer[0].head, answer[1].head, answer[2].head)
	}
	last := answer[2]
	topic := l.importanceTopics()[0]
	order := topic.inOrderOfSteps()
	if want := topic.quoted(topic.result.Items[order[0]]) + " comes first: it falls "; !strings.HasPrefix(last.text(), want) {
		t.Errorf("%q, want %q before it", last.text(), want)
	}
	said := func() string { return strings.ReplaceAll(topic.priorities().steps[0].items[0].text(), noBreak, " ") }
	second := topic.quoted(topic.result.Items[order[1]])
	leading := topic.result.Items[order[0]].ID
	topic.of("priority", leading, "priority_rank").Value = 1
	topic.of("priority", leading, "first_share").Value = 0.62
	if want := " It is the first in 62 % of the resamples."; !strings.Contains(said(), want) {
		t.Errorf("%q, want %q in it", said(), want)
	}
	topic.of("priority", leading, "first_share").Value = analysis.NaN
	if strings.Contains(said(), "resamples") {
		t.Errorf("resamples that tell nothing: %q", said())
	}
	final := len(order) - 1
	for place, want := range map[int]string{
		final: topic.quoted(topic.result.Items[order[final]]) + ", with the most of something, is the last of " + strings.ToLower(english().inWords(len(order))) + " in this order: ",
		0:     " It is also the item with the most of something.",
		1:     second + ", with the most of something, is number 2 of " + english().whole(len(order)) + " in this order: ",
	} {
		if got := (finding{parts: topic.placeOf(order[place], order, plain("the most of something"))}).text(); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, i := range topic.rated {
		if topic.standingOf(i) == watched {
			if got := (finding{parts: topic.placeOf(i, order, plain("x"))}).text(); !strings.HasSuffix(got, ", with x, is not among what to do first: its importance is below the average item.") {
				t.Errorf("%q", got)
			}
		}
	}
}

// The first page says what items are measured by, and where that comes from.
func TestYardsticksAreNamed(t *testing.T) {
	r := threeAudiences(t, false)
	for _, test := range []struct {
		target float64
		margin string
		want   string
	}{
		{70, "5%", "Target, from which a mean counts as good: 70 of 100 (7.3 on the scale 1–10); margin, within which a gap does not count: 5 % of the scale (0.45 points). Both are the general values of the method, which apply where a study agrees on no others."},
		{80, "5%", " The margin is the general value of the method, which applies where a study agrees on no other; the target is that of this study."},
		{80, "0.5pt", "does not count: 0.5 points (0.45 points). Both are those of this study."},
	} {
		r.Choices.Target, r.Choices.Equivalence = test.target, test.margin
		for k := range r.Items {
			r.Items[k].Target = test.target
		}
		l := newLookup(r, english())
		if got := strings.ReplaceAll(l.yardsticks(), noBreak, " "); !strings.HasSuffix(got, test.want) {
			t.Errorf("%q, want %q", got, test.want)
		}
		assumed := strings.Join(l.assumed(), "\n")
		if preset := test.margin == "5%"; strings.Contains(assumed, "the general value") != preset || strings.Contains(assumed, "program") || strings.Contains(assumed, "nothing") == preset {
			t.Errorf("assumed: %q", assumed)
		}
	}
}

// A stretch whose share may be below a half is not said to be the longer one.
func TestChainIsHedged(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	var share *analysis.Figure
	for _, statistic := range []string{"communication_share", "delivery_share"} {
		for i := range l.result.Figures {
			if f := &l.result.Figures[i]; f.Statistic == statistic && f.Item == "" && f.Value > 0.5 {
				share = f
			}
		}
	}
	const hedge = "does not establish"
	if share.Low = 0.51; strings.Contains(l.breaks("").text(), hedge) {
		t.Error("hedged although its interval lies above a half")
	}
	for _, low := range []float64{0.45, math.NaN()} {
		if share.Low = analysis.Number(low); !strings.Contains(l.breaks("").text(), hedge) {
			t.Errorf("not hedged with %v as the lower end", low)
		}
	}
}

// A sentence that puts a mean on a side of the target tells that mean with its own interval and base; where the interval holds the
// target, it says so, and the mean alone is put on the side.
func TestSidesOfTheTargetRestOnIntervals(t *testing.T) {
	r := invented(t, "Sides", []string{"far", "near", "alike"}, nil,
		audience{"inside", "Inside", 60, []float64{9, 9, 5}, ten(), 0, nil}, audience{"outside", "Outside", 200, []float64{4, 7.2, 5}, ten(), 0, nil})
	l := newLookup(r, english())
	f := l.profile(l.topics()[0], "outside", "item_b", "mean")
	f.Value, f.Low, f.High = 7.2, 7.04, 7.34 // the target is 7.3
	plainly := func(k int) string { return strings.ReplaceAll(l.classSection().others[k].text(), noBreak, " ") }
	blind, shared := plainly(0), plainly(1)
	for _, want := range []string{"whose means are below the target. “far”: Outside 4.0 (95 % CI ", "; n 200); “near”: Outside 7.2 (95 % CI 7.0 to >7.3; n 200; the target lies within)"} {
		if !strings.Contains(blind, want) {
			t.Errorf("blind spots: %q, want %q in it", blind, want)
		}
	}
	if strings.Count(blind, "the target lies within") != 1 {
		t.Errorf("the far item, too, is said not to be established: %q", blind)
	}
	if strings.Count(shared, "(95 % CI ") != 2 || !strings.Contains(shared, "n 60)") || !strings.Contains(shared, "n 200)") {
		t.Errorf("shared: %q, want both means with interval and base", shared)
	}
}

// A sentence writes an interval as the tables do: what excludes 0, or a cut, is not written as reaching it.
func TestIntervalsInSentencesKeepTheirSide(t *testing.T) {
	l := &lookup{language: english(), result: &analysis.Result{Choices: analysis.Choices{Confidence: 0.95}}}
	for _, test := range []struct {
		low, high analysis.Number
		digits    int
		turned    bool
		limits    []float64
		want      string
	}{
		{0.03, 1.2, 1, false, []float64{0}, ">0.0 to 1.2"},
		{-1.2, -0.03, 1, true, []float64{0}, ">0.0 to 1.2"},
		{-1.2, -0.03, 1, false, []float64{0}, "−1.2 to <0.0"},
		{-0.03, 1.2, 1, false, []float64{0}, "0.0 to 1.2"},
		{-0.9, -0.2004, 2, false, []float64{-analysis.AsymmetryCut, analysis.AsymmetryCut}, "−0.90 to <−0.20"},
		{-0.2004, 0.1, 2, false, []float64{-analysis.AsymmetryCut, analysis.AsymmetryCut}, "<−0.20 to 0.10"},
		{7.1, 7.28, 1, false, []float64{7.3}, "7.1 to <7.3"},
	} {
		f := &analysis.Figure{Low: test.low, High: test.high}
		if got := (finding{parts: l.interval(f, test.digits, test.turned, test.limits...)}).text(); got != strings.ReplaceAll("95 % CI "+test.want, " ", noBreak) {
			t.Errorf("%v to %v: %q, want %q", test.low, test.high, got, test.want)
		}
	}
}

// Values, p and checks stand on their side of what decides: 0, the level of the tests, the limit of a rule.
func TestValuesKeepTheirSide(t *testing.T) {
	notes := &footnotes{language: english(), result: &analysis.Result{}}
	ten := func(x analysis.Number) string { return english().signed(x, 1) }
	cut := func(x analysis.Number) string { return english().signed(x, 2) }
	part := func(f analysis.Figure, at int) string { return notes.differenceCell(&f, 1)[at] }
	check := func(value, low, high, distance analysis.Number, at int) string {
		g, _ := checkGrid(&gate.Report{Verdicts: []gate.Verdict{{Value: value, Low: low, High: high, Distance: distance, Digits: 1}}})
		return g.rows[0].cells[at][0]
	}
	for _, test := range []struct{ got, want string }{
		{part(analysis.Figure{Value: 0.04, Low: 0.01, High: 0.07, Verdict: analysis.Disparity}, 0), ">0.0"},
		{part(analysis.Figure{Value: 0.04, Low: -0.2, High: 0.3}, 0), "0.0"},
		{notes.intervalCell(&analysis.Figure{Value: -0.02, Low: -0.05, High: -0.01}, ten)[0], "<0.0"},
		{notes.intervalCell(&analysis.Figure{Value: -0.1, Low: -0.2004, High: 0.1}, cut, -0.2, 0.2)[1], "[<−0.20," + noBreak + "+0.10]"},
		{english().pText(0.0496, 0.05), "<0.050"},
		{english().pText(0.0504, 0.05), ">0.050"},
		{english().pText(0.05, 1-0.95), "0.050"},
		{check(70.04, 69.5, 70.6, 0.04, 3), ">70.0"},
		{check(70.04, 69.5, 70.6, 0.04, 7), ">0.0"},
		{check(70.3, 70.02, 70.6, 0.3, 4), "[>70.0," + noBreak + "70.6]"},
		{check(69.96, 69.9, 69.97, -0.04, 4), "[69.9," + noBreak + "<70.0]"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
