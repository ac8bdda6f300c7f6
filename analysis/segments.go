package analysis

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"

	"github.com/cxgap/cxgap/analysis/study"
)

// segmentFigures returns, for every segment of the study, the means and gaps within each of its values, and what the
// segments do to the pooled gap (METHODS section 10). Every value is a table of its own, with its own families of tests.
func (v *view) segmentFigures(pooled *gaps) []Figure {
	var figures []Figure
	for k, s := range v.study.Segments {
		t := v.segmentTable(k, s)
		for i, of := range t.views {
			for _, x := range of.answersInOrder() {
				figures = append(figures, of.segmentMean(x))
			}
			for _, g := range t.gaps[i].all {
				figures = append(figures, of.segmentGap(g)...)
			}
			for _, m := range of.importances() {
				figures = append(figures, m.derivedFigures()...)
			}
		}
		for _, g := range pooled.all {
			figures = append(figures, t.unequal(v, g)...)
		}
		figures = append(figures, t.contrastFigures(v, pooled)...)
	}
	return figures
}

// segmentTable is one segment of one wave: a view for each of its values.
type segmentTable struct {
	segment study.Segment
	views   []*view
	gaps    []*gaps
}

func (v *view) segmentTable(k int, s study.Segment) *segmentTable {
	t := &segmentTable{segment: s}
	names := map[string]bool{}
	for j := range v.study.Audiences {
		for value := range v.tally.segments[k][j][v.wave] {
			names[value] = true
		}
	}
	var values []string
	for value := range names {
		values = append(values, value)
	}
	slices.SortFunc(values, orderOf(s.Order))
	var all []*view // with "", the rows without a value: they are not shown, but hide others
	for _, value := range values {
		of := newView(v.analyzer, v.wave, v.cellsOf(k, value))
		of.segment = s.Name + "=" + value
		of.hideEmpty(v)
		all = append(all, of)
	}
	complement(all, values, v.study.Privacy.MinimumBase)
	for i, of := range all {
		if values[i] != "" && !(s.Personal && of.allSuppressed()) {
			t.views, t.gaps = append(t.views, of), append(t.gaps, of.gaps())
		}
	}
	return t
}

// allSuppressed reports whether nothing of a value is shown: of a segment that names people, it would be a name and nothing else.
func (v *view) allSuppressed() bool {
	for i := range v.answers {
		for _, x := range v.answers[i] {
			if x != nil && !x.suppressed {
				return false
			}
		}
	}
	return true
}

// cellsOf returns the respondents of every audience who have a value of a segment. An audience that has the segment, and of this value
// nobody, has an empty cell, which looks like one of few.
func (v *view) cellsOf(segment int, value string) []*cell {
	cells := make([]*cell, len(v.study.Audiences))
	for j, audience := range v.study.Audiences {
		of := v.tally.segments[segment][j][v.wave]
		if cells[j] = of[value]; cells[j] == nil && len(of) > 0 && value != "" && audience.Anonymous {
			cells[j] = v.tally.newWholeCell(audience)
		}
	}
	return cells
}

// hideEmpty suppresses what nobody within a value of a segment answered though others of the audience did, and all that few or none with the
// value were asked: else it would be seen which of the values that are not shown have few answers, and which have none.
func (v *view) hideEmpty(whole *view) {
	for i := range v.answers {
		for j, x := range v.answers[i] {
			if x == nil || x.mean.N > 0 || x.suppressed || !x.audience.Anonymous {
				continue
			}
			if all := whole.answers[i][j]; all.suppressed || all.mean.N > 0 || x.group < 2*v.study.Privacy.MinimumBase {
				x.suppressed, x.nobody = true, true
			}
		}
	}
}

// orderOf sorts the values of a segment as the study has them, and behind those the ones that it does not name.
func orderOf(given []string) func(a, b string) int {
	place := func(value string) int {
		if at := slices.Index(given, value); at >= 0 {
			return at
		}
		return len(given)
	}
	return func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), inOrder(a, b)) }
}

// inOrder sorts numbers by size and before words, words by their letters.
func inOrder(a, b string) int {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	switch {
	case errX == nil && errY == nil:
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	case errX == nil:
		return -1
	case errY == nil:
		return 1
	}
	return cmp.Compare(a, b)
}

// complement suppresses, for every rating and audience, further values of a segment until the total and the values shown
// do not give away one that is not: where a single value is hidden, or all hidden ones together have fewer answers than the
// minimum base, or few that are all alike, the smallest value shown goes too (METHODS section 9). A value that looks hidden as nobody
// has it (answer.nobody) asks for no other: there is nobody to protect.
func complement(views []*view, values []string, minimum int) {
	if len(views) == 0 {
		return
	}
	for i := range views[0].answers {
		for j := range views[0].answers[i] {
			complementOf(views, values, i, j, minimum)
		}
	}
}

func complementOf(views []*view, values []string, variable, audience, minimum int) {
	var shown, hidden []*answer // hidden: of somebody
	base, suppressed := 0, false
	for k, v := range views {
		x := v.answers[variable][audience]
		switch {
		case x == nil:
		case x.mean.N == 0:
			suppressed = suppressed || x.suppressed && !x.nobody
		case values[k] == "" || x.suppressed:
			hidden, base, suppressed = append(hidden, x), base+x.mean.N, suppressed || x.suppressed
		default:
			shown = append(shown, x)
		}
	}
	sort.SliceStable(shown, func(i, j int) bool { return shown[i].mean.N < shown[j].mean.N })
	for suppressed && len(shown) > 0 && (len(hidden) < 2 || base < minimum || base < 2*minimum && allAlike(hidden)) {
		shown[0].suppressed = true
		hidden, base, shown = append(hidden, shown[0]), base+shown[0].mean.N, shown[1:]
	}
}

// allAlike reports whether everybody in several groups gave one answer.
func allAlike(groups []*answer) bool {
	first := math.NaN()
	for _, x := range groups {
		if !alike(x.sample) || !math.IsNaN(first) && x.mean.Value != first {
			return false
		}
		first = x.mean.Value
	}
	return true
}

// answersInOrder returns the answers of a view by variable and audience.
func (v *view) answersInOrder() []*answer {
	var all []*answer
	for i := range v.answers {
		for _, x := range v.answers[i] {
			if x != nil && x.variable.rating.Of == "" {
				all = append(all, x)
			}
		}
	}
	return all
}

func (v *view) segmentMean(x *answer) Figure {
	f := v.key("segment", x.variable, x.audience.ID, "", "mean", x.variable.unit)
	f.estimate(x.mean)
	f.Note = x.notes(x.mean.Warnings)
	if x.suppressed {
		f.suppress()
	}
	return f
}

// segmentGap returns the gap within one value of a segment, with its decision.
func (v *view) segmentGap(g *gap) []Figure {
	g.analysis = "segment"
	rows := v.pair(g)
	var kept []Figure
	for _, f := range rows {
		switch f.Statistic {
		case "difference", "disparity", "tost", "provable_margin":
			f.Verdict = g.verdict
			if g.suppressed {
				f.suppress()
			}
			kept = append(kept, f)
		}
	}
	return kept
}

// unequal returns what a segment does to one pooled gap: how far the gaps of its values lie apart, and Kitagawa's (1955)
// decomposition of the pooled gap,
//
//	A − B = Σ(p_A − p_B)(m_A + m_B)/2 [mix] + Σ(p_A + p_B)/2·(m_A − m_B) [rate]
//
// with p the share of a value among the answers that have one and m its mean.
func (t *segmentTable) unequal(v *view, pooled *gap) []Figure {
	var within []*gap
	hidden, missing := false, false
	for _, of := range t.gaps {
		switch g := of.like(pooled); {
		case g != nil && g.suppressed:
			hidden = true
		case g == nil || g.a.mean.N == 0 || g.b.mean.N == 0:
			missing = true
		default:
			within = append(within, g)
		}
	}
	figure := func(statistic string) Figure {
		f := v.key("segment", pooled.a.variable, pooled.a.audience.ID, pooled.b.audience.ID, statistic, pooled.a.variable.unit)
		f.Segment = t.segment.Name
		f.ID = f.name(pooled.a.variable.rating)
		return f
	}
	figures := []Figure{figure("gap_range"), figure("mix"), figure("rate")}
	switch {
	case pooled.suppressed:
		for i := range figures {
			figures[i].suppress()
		}
		return figures
	case len(within) < 2:
		for i := range figures {
			figures[i].Note = figures[i].Note.with(NoteTooFew)
		}
		return figures
	}
	low, high, opposite := math.Inf(1), math.Inf(-1), true
	for _, g := range within {
		d := g.difference.Value
		low, high = math.Min(low, d), math.Max(high, d)
		opposite = opposite && d*pooled.difference.Value < 0
	}
	figures[0].Value = Number(high - low)
	switch { // the pooled gap is made of all values: without one of them it cannot be taken apart
	case hidden:
		figures[0].Note = figures[0].Note.with(NoteValuesLeftOut)
		figures[1].suppress()
		figures[2].suppress()
	case missing:
		for i := range figures {
			figures[i].Note = figures[i].Note.with(NoteValuesLeftOut)
		}
	default:
		mix, rate := kitagawa(within)
		figures[1].Value, figures[2].Value = Number(mix), Number(rate)
		if opposite {
			figures[1].Note = figures[1].Note.with(NoteSignReversal)
		}
	}
	return figures
}

func kitagawa(within []*gap) (mix, rate float64) {
	totalA, totalB := 0.0, 0.0
	for _, g := range within {
		totalA += g.a.sample.WeightSum()
		totalB += g.b.sample.WeightSum()
	}
	for _, g := range within {
		pa, pb := g.a.sample.WeightSum()/totalA, g.b.sample.WeightSum()/totalB
		mix += (pa - pb) * (g.a.mean.Value + g.b.mean.Value) / 2
		rate += (pa + pb) / 2 * g.difference.Value
	}
	return mix, rate
}

// like returns the gap of the same variable and audiences in another view.
func (g *gaps) like(like *gap) *gap {
	for _, x := range g.all {
		if x.a.variable.rating == like.a.variable.rating && x.a.audience == like.a.audience && x.b.audience == like.b.audience {
			return x
		}
	}
	return nil
}
