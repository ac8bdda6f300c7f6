package report

import (
	"math"
	"sort"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// beliefSections are the tables of what one audience believes to matter to another, against what that one says, and what goes with
// its outcome.
func (l *lookup) beliefSections(waves []string) []section {
	var sections []section
	for _, wave := range waves {
		for _, a := range l.result.Audiences {
			for _, b := range l.result.Audiences {
				sections = append(sections, l.beliefSection(a, b, wave))
			}
		}
	}
	return sections
}

func (l *lookup) beliefSection(a, b analysis.Audience, wave string) section {
	s := section{title: l.text("What %s believe to matter to %s%s", visible(a.Label), visible(b.Label), l.inWave(wave))}
	s.grid.columns = []column{{l.text("item"), words}, {l.text("believed rank"), numbers}, {l.text("stated rank"), numbers}, {l.text("derived rank"), numbers}}
	of := func(item, statistic string) *analysis.Figure {
		return l.figure(key{"belief", study.Importance, "estimate_of:" + b.ID, a.ID, b.ID, item, statistic, wave})
	}
	notes := &footnotes{language: l.language, result: l.result}
	var bases spread
	for _, item := range l.inOrderOfBelief(func(item string) *analysis.Figure { return of(item, "believed_rank") }) {
		if mean := l.figure(key{"profile", study.Importance, "estimate_of:" + b.ID, a.ID, "", item.ID, "mean", wave}); mean != nil {
			notes.small = notes.small || mean.Note.Has(analysis.NoteSmallBase)
			bases.add(mean.N)
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)}, {l.rank(of(item.ID, "believed_rank"))}, {l.rank(of(item.ID, "stated_rank"))}, {l.rank(of(item.ID, "derived_rank"))},
		}})
	}
	if len(s.grid.rows) > 0 {
		s.lines = append(s.lines, l.text("ranks of means, without intervals; tied items share the mean of their ranks; answers of %s to an item: %s", visible(a.Label), bases.text(l.language)+notes.dagger()))
		s.lines = append(s.lines, notes.lines()...)
	}
	for _, against := range []struct{ statistic, words string }{{"stated", l.text("what they say")}, {"derived", l.text("what goes with their outcome")}} {
		r, n := of("", "spearman_"+against.statistic), of("", "overlap_"+against.statistic)
		if r != nil && n != nil {
			s.lines = append(s.lines, l.text("against %s: rank correlation %s, %s of the first five in common", against.words, l.correlation(r), l.rounded(n.Value)))
		}
	}
	return s
}

// inOrderOfBelief returns the items with a believed rank, what is believed to matter most first.
func (l *lookup) inOrderOfBelief(rank func(item string) *analysis.Figure) []analysis.Item {
	var items []analysis.Item
	for _, item := range l.result.Items {
		if rank(item.ID) != nil {
			items = append(items, item)
		}
	}
	place := func(item analysis.Item) float64 {
		if f := rank(item.ID); f.Value.Defined() {
			return float64(f.Value)
		}
		return math.Inf(1)
	}
	sort.SliceStable(items, func(a, b int) bool { return place(items[a]) < place(items[b]) })
	return items
}

// rank writes a rank; tied ones may be halves.
func (w *language) rank(f *analysis.Figure) string {
	switch {
	case f == nil || !f.Value.Defined():
		return notAsked
	case float64(f.Value) == float64(int(f.Value)):
		return w.rounded(f.Value)
	}
	return w.number(f.Value, 1)
}

// spread holds the least and the most of some bases.
type spread struct {
	least, most analysis.Number
	any         bool
}

func (s *spread) add(n analysis.Number) {
	if !n.Defined() {
		return
	}
	if !s.any || n < s.least {
		s.least = n
	}
	if !s.any || n > s.most {
		s.most = n
	}
	s.any = true
}

func (s *spread) text(w *language) string {
	switch {
	case !s.any:
		return w.undefined()
	case s.least == s.most:
		return w.rounded(s.least)
	}
	return w.rounded(s.least) + "–" + w.rounded(s.most)
}

// dagger is the mark of a small base, if there is one.
func (f *footnotes) dagger() string {
	if f.small {
		return "†"
	}
	return ""
}
