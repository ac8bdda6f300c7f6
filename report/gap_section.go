package report

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// gapSection is the table of perception gaps of one topic: the means, every pair of audiences, and the items grouped by
// class where there are classes. The first of a document explains the marks for all.
func (l *lookup) gapSection(t *topic, first bool) section {
	g := &gapTable{lookup: l, topic: t, first: first, notes: &footnotes{language: l.language, result: l.result}}
	g.pairs()
	s := section{title: g.title()}
	s.grid = g.grid()
	s.lines = append(s.lines, g.legend()...)
	s.lines = append(s.lines, g.settling()...)
	s.lines = append(s.lines, g.sensitivity()...)
	s.lines = append(s.lines, g.summary()...)
	s.notes = g.notes.noted
	return s
}

// title names the topic and what its gaps are held against. For a client the columns say whose gap is whose, and the scale what its ends mean.
func (g *gapTable) title() string {
	name, margin := g.topicTitle(g.topic), g.short(g.topic.margin)
	switch {
	case g.client && g.classified():
		return g.text("%s · margin ±%s, target %s", name+g.endsInTitle(g.topic), margin, g.targets())
	case g.client:
		return g.text("%s · margin ±%s", name+g.endsInTitle(g.topic), margin)
	case g.classified():
		return g.text("%s · gap A − B, margin ±%s, target %s", name, margin, g.targets())
	}
	return g.text("%s · gap A − B, margin ±%s", name, margin)
}

// gapTable is a gap section in the making.
type gapTable struct {
	*lookup
	topic *topic
	first bool // of its document
	notes *footnotes
	of    [][2]string // the pairs; that which the table is sorted by stands first
}

func (g *gapTable) pairs() {
	head := g.headPair(g.topic)
	g.of = append(g.of, head)
	for i, a := range g.topic.audiences {
		for _, b := range g.topic.audiences[i+1:] {
			if pair := [2]string{a.ID, b.ID}; pair != head {
				g.of = append(g.of, pair)
			}
		}
	}
}

func (g *gapTable) grid() grid {
	out := grid{columns: []column{{header: g.text("item"), align: words}}}
	names := g.shortNames()
	for _, a := range g.topic.audiences {
		for i := range g.result.Audiences {
			if g.result.Audiences[i].ID == a.ID {
				out.columns = append(out.columns, column{header: names[i]})
			}
		}
	}
	for _, pair := range g.of {
		out.columns = append(out.columns, column{header: g.pairName(pair[0], pair[1]), align: gaps})
	}
	if g.classified() {
		out.grouped = g.text("class")
	}
	for _, i := range g.sorted() {
		item := g.result.Items[i]
		r := row{cells: []cell{{visible(item.Label)}}}
		if out.grouped != "" {
			r.group = g.word(g.class(item.ID))
		}
		for _, a := range g.topic.audiences {
			r.cells = append(r.cells, g.mean(a.ID, item.ID))
		}
		for k, pair := range g.of {
			r.cells = append(r.cells, g.gapCell(pair, item.ID, k == 0))
		}
		out.rows = append(out.rows, r)
	}
	return out
}

// classified reports whether the topic is one that has classes.
func (g *gapTable) classified() bool {
	for _, i := range g.topic.items {
		if g.classFigure(g.result.Items[i].ID) != nil {
			return true
		}
	}
	return false
}

func (g *gapTable) classFigure(item string) *analysis.Figure {
	first, last := g.ends(g.topic.wave)
	return g.gap(g.topic, first.ID, last.ID, item, "class")
}

// The groups of items without a class.
const (
	notBothAsked = "not asked on both sides"
	notTested    = "not tested"
	notShown     = "not shown: too few answers, or few that are all alike"
	otherScale   = "not shown: seems to be on another scale"
)

// class returns the group of an item's row.
func (g *gapTable) class(item string) string {
	f := g.classFigure(item)
	switch {
	case f == nil:
		return notBothAsked
	case f.Note.Has(analysis.NoteSuppressed):
		return notShown
	case f.Note.Has(analysis.NoteRescaled):
		return otherScale
	case g.untestedClass(f):
		return notTested
	}
	return f.Verdict
}

// untestedClass reports whether an item has no class because its gap is not tested, as those to published means are not, and to published shares, of which no gap
// is known, neither.
func (l *lookup) untestedClass(class *analysis.Figure) bool {
	gap := l.figure(key{class.Analysis, class.Kind, class.Perspective, class.Audience, class.Versus, class.Item, "difference", class.Wave})
	return class.Segment == "" && class.Verdict == analysis.Uncertain && gap != nil && gap.Verdict == "" && !gap.Note.Has(analysis.NoteSuppressed)
}

// groups is the order of the groups: what leadership does not see comes first.
func groups() []string {
	return []string{
		analysis.BlindSpot, analysis.OverratedStrength, analysis.HiddenStrength, analysis.SharedWeakness,
		analysis.SharedStrength, analysis.Uncertain, notTested, notBothAsked, notShown, otherScale,
	}
}

// sorted returns the items in the order of their groups, within a group the largest headline gap first; without classes
// in the order of the study.
func (g *gapTable) sorted() []int {
	items := append([]int(nil), g.topic.items...)
	switch {
	case len(g.topic.audiences) == 1: // there is no gap to go by
		return g.bestFirst(items)
	case !g.classified():
		return items
	}
	rank := map[string]int{}
	for i, group := range groups() {
		rank[group] = i
	}
	size := func(i int) float64 {
		f := g.gap(g.topic, g.of[0][0], g.of[0][1], g.result.Items[i].ID, "difference")
		if f == nil || !f.Value.Defined() {
			return -1
		}
		return math.Abs(float64(f.Value))
	}
	sort.SliceStable(items, func(i, j int) bool {
		a, b := rank[g.class(g.result.Items[items[i]].ID)], rank[g.class(g.result.Items[items[j]].ID)]
		if a != b {
			return a < b
		}
		return size(items[i]) > size(items[j])
	})
	return items
}

// bestFirst sorts items by what the one audience of a topic gives them, the highest mean first.
func (g *gapTable) bestFirst(items []int) []int {
	mean := func(i int) float64 {
		if f := g.profile(g.topic, g.topic.audiences[0].ID, g.result.Items[i].ID, "mean"); f != nil && f.Value.Defined() {
			return float64(f.Value)
		}
		return math.Inf(-1)
	}
	sort.SliceStable(items, func(a, b int) bool { return mean(items[a]) > mean(items[b]) })
	return items
}

func (g *gapTable) mean(audience, item string) cell {
	var target []float64
	for _, i := range g.topic.items {
		if g.result.Items[i].ID == item && g.classFigure(item) != nil { // which hangs on the side of it
			target = append(target, g.topic.at(g.result.Items[i].Target))
		}
	}
	return g.notes.meanCell(g.profile(g.topic, audience, item, "mean"), g.profile(g.topic, audience, item, "rwg"), decimals(g.topic), target...)
}

// gapCell writes one gap: value, interval (of the headline pair), the mark of its verdict, and where no difference is
// established the smallest margin that the sample proves.
func (g *gapTable) gapCell(pair [2]string, item string, headline bool) cell {
	f := g.gap(g.topic, pair[0], pair[1], item, "difference")
	return g.notes.cell(f, 4, func() cell {
		digits := decimals(g.topic)
		c := g.notes.differenceCell(f, digits)
		if !headline {
			c[1] = ""
		}
		if f.Verdict == "" && c[3] == "" {
			c[2] = g.undefined() // else the note says why there is no verdict
		}
		margin := g.gap(g.topic, pair[0], pair[1], item, "provable_margin")
		if unproven := f.Verdict == analysis.Similar || f.Verdict == analysis.Inconclusive; unproven && margin != nil && margin.Value.Defined() {
			proven := g.number(margin.Value, digits)
			if float64(margin.Value) > g.topic.margin { // a margin that is not proven is not written as if it were
				proven = g.sided(margin.Value, func(x analysis.Number) string { return g.number(x, digits) }, g.topic.margin)
			}
			c[3] = "±" + proven + c[3]
		}
		return c
	})
}

// verdictMark returns the mark of a verdict.
func verdictMark(verdict string) string {
	switch verdict {
	case analysis.Disparity:
		return "●"
	case analysis.Trivial:
		return "○"
	case analysis.Similar:
		return "="
	case analysis.Inconclusive:
		return "~"
	}
	return ""
}

// legend says how to read the table, naming the choices that its verdicts depend on.
func (g *gapTable) legend() []string {
	c := g.result.Choices
	var lines []string
	if g.first && g.judged() {
		lines = append(lines, g.text("● difference · ○ trivial difference, inside the margin · = similar, inside it · ~ inconclusive"))
	}
	switch tested := g.tested(); {
	case tested == 0:
		lines = append(lines, g.text("no gap of this table is tested: figures have no intervals, or are not shown"))
	case g.first && g.client:
		lines = append(lines, g.text("[ ] %s interval; ±x, where no difference is established: the margin that the gap is shown to lie within; both are for this gap alone, while %s", g.confidence(c), g.marksTogether(tested)))
	case g.first:
		lines = append(lines,
			g.text("[ ] %s interval and ±x (where no difference is established, the smallest margin proven) are for this gap alone; "+
				"marks are at α = %s%s", g.confidence(c), g.short(c.Alpha), g.family(tested)))
	}
	lines = append(lines, g.notes.lines()...)
	if g.topic.unit == analysis.POMP {
		lines = append(lines, g.text("the audiences answered on different scales: figures are percent of maximum possible (POMP), "+
			"boxes are not compared; rescaling does not make scales equivalent"))
	}
	if g.first {
		lines = append(lines, g.classLegend(g.topic.wave)...)
	}
	return lines
}

func (w *language) confidence(c analysis.Choices) string { return w.short(100*c.Confidence) + " %" }

// tested is the number of comparisons that the gaps of a table are tested among.
func (g *gapTable) tested() int {
	size := 0
	for _, i := range g.topic.items {
		for _, pair := range g.of {
			if f := g.gap(g.topic, pair[0], pair[1], g.result.Items[i].ID, "difference"); f != nil && f.Family.Defined() {
				size = max(size, int(f.Family))
			}
		}
	}
	return size
}

// marksTogether says in plain words how many comparisons the marks are of, and how sure one can be of all of them.
func (g *gapTable) marksTogether(size int) string {
	c := g.result.Choices
	risk := g.short(100*c.Alpha) + " %"
	switch c.Adjust {
	case study.Holm:
		return g.plural(size, "the mark is of %s comparison (Holm): the risk that a difference is marked by chance is at most %s", "the marks allow for all %s comparisons (Holm): the risk that any difference is marked by chance is at most %s", g.whole(size), risk)
	case study.BenjaminiHochberg:
		return g.plural(size, "the mark is of %s comparison (Benjamini–Hochberg): the risk that a difference is marked by chance is at most %s", "the marks allow for all %s comparisons (Benjamini–Hochberg): of the differences marked at most %s are expected to be chance", g.whole(size), risk)
	}
	return g.plural(size, "the mark is of %s comparison: the risk that a difference is marked by chance is at most %s", "the marks do not allow for there being %s comparisons: of each, the risk that a difference is marked by chance is %s", g.whole(size), risk)
}

// family names the adjustment and the number of comparisons.
func (l *lookup) family(size int) string {
	switch l.result.Choices.Adjust {
	case study.Holm:
		return l.counted(size, ", Holm over %s comparison", ", Holm over %s comparisons")
	case study.BenjaminiHochberg:
		return l.counted(size, ", Benjamini–Hochberg over %s comparison", ", Benjamini–Hochberg over %s comparisons")
	}
	return l.counted(size, ", not adjusted for %s comparison", ", not adjusted for %s comparisons")
}

// classLegend says what the classes mean that stand in any table.
func (l *lookup) classLegend(wave string) []string {
	present, tested, doubted := map[string]bool{}, false, false
	for i := range l.result.Figures {
		f := &l.result.Figures[i]
		tested = tested || f.Family > 0
		if f.Statistic == "class" && l.untestedClass(f) {
			present[notTested] = true
		} else if f.Statistic == "class" {
			present[f.Verdict] = true
			doubted = doubted || f.Note.Has(analysis.NegativeItemRest)
		}
	}
	uncertain := l.text("the sample cannot tell")
	if doubted {
		uncertain = l.text("the sample cannot tell, or a high answer may be a bad one")
	}
	if !tested {
		uncertain = l.text("not tested, so that nothing is established")
	}
	var meanings []string
	for _, m := range []struct{ class, meaning string }{
		{analysis.BlindSpot, l.text("higher inside, below the target outside")},
		{analysis.OverratedStrength, l.text("higher inside, not below the target outside")},
		{analysis.HiddenStrength, l.text("higher outside")},
		{analysis.SharedWeakness, l.text("no difference established, both below the target")},
		{analysis.SharedStrength, l.text("no difference established, neither below the target")},
		{analysis.Uncertain, uncertain},
		{notTested, l.text("whether the gap is more than chance is not known")},
	} {
		if present[m.class] {
			meanings = append(meanings, l.word(m.class)+": "+m.meaning)
		}
	}
	if len(meanings) == 0 {
		return nil
	}
	first, last := l.ends(wave)
	return []string{l.text("classes (inside: %s, outside: %s): %s", visible(first.Label), visible(last.Label), strings.Join(meanings, "; "))}
}

// targets writes the target of the items, or its range, in the unit of the table.
func (g *gapTable) targets() string {
	low, high := math.Inf(1), math.Inf(-1)
	for _, i := range g.topic.items {
		low, high = math.Min(low, g.result.Items[i].Target), math.Max(high, g.result.Items[i].Target)
	}
	inUnit := func(target float64) string { return g.short(g.topic.at(target)) }
	if text := inUnit(low); high == low {
		return text
	}
	return g.text("%s to %s", inUnit(low), inUnit(high))
}

// everyTarget writes the target of all items that are rated for performance, or its range, of 100.
func (l *lookup) everyTarget() string {
	low, high := math.Inf(1), math.Inf(-1)
	for _, item := range l.result.Items {
		if slices.ContainsFunc(item.Ratings, func(r analysis.Rating) bool { return r.Kind == study.Performance }) {
			low, high = math.Min(low, item.Target), math.Max(high, item.Target)
		}
	}
	switch {
	case low > high:
		return l.short(l.result.Choices.Target)
	case low == high:
		return l.short(low)
	}
	return l.text("%s to %s", l.short(low), l.short(high))
}

// topicTitle names kind, perspective, wave and scale.
func (w *language) topicTitle(t *topic) string {
	return titled(w.lowerTitle(t))
}

// titled writes a text with a capital.
func titled(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// kind names what a topic's ratings are of.
func (w *language) kind(t *topic) string { return w.word(string(t.kind)) }

func (w *language) lowerTitle(t *topic) string {
	title := w.kind(t)
	if t.estimated != "" {
		title = w.text("what %[2]s would say, as estimated: %[1]s", title, t.estimated)
	}
	return title + ", " + w.waveAndScale(t)
}

// waveAndScale writes the wave that a table is about, if there are several, and its scale.
func (w *language) waveAndScale(t *topic) string {
	return strings.TrimPrefix(w.inWave(t.wave)+", "+w.scaleName(t), ", ")
}

// scaleName writes the scale that figures are on.
func (w *language) scaleName(t *topic) string {
	if t.unit == analysis.POMP {
		return w.text("in POMP (0–100)")
	}
	return w.text("scale %s", strings.Replace(t.scale, "..", "–", 1))
}
