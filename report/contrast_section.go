package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// contrastsListed is how many contrasts between the values of a segment are listed.
const contrastsListed = 8

// contrast is how far the gap of a pair differs between two values of a segment.
type contrast struct {
	item            string
	pair            [2]string
	figure          *analysis.Figure
	larger, smaller string // the values with the larger and the smaller gap
	id              string // of the item
	reversed        bool   // the gap of all together has another sign than that of every value
}

// established reports whether the values are shown to differ.
func (c contrast) established() bool { return c.figure.Verdict == analysis.Disparity }

// contrasts lists the pairs whose gap differs most clearly between two values of a segment, with the gaps of both.
func (l *lookup) contrasts(t *topic, name string) section {
	all := l.everyContrast(t, name)
	s := section{title: l.text("Contrasts by %s, %s", l.segmentName(name), l.lowerTitle(t))}
	s.grid.keys = 2
	s.grid.columns = []column{{l.text("item"), words}, {l.text("gap"), words}, {l.text("contrast"), gaps}, {l.text("larger gap"), words}, {l.text("smaller gap"), words}}
	notes := &footnotes{language: l.language, result: l.result}
	reversed, established := false, 0
	for n, c := range all {
		reversed = reversed || c.reversed
		if c.established() {
			established++
		}
		if !c.reversed && (n >= contrastsListed || l.client && !c.established() && !(c.figure.Low > 0)) {
			continue
		}
		label := c.item
		if c.reversed {
			label += " ⇄"
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{label},
			{l.pairName(c.pair[0], c.pair[1])},
			notes.differenceCell(c.figure, decimals(t)),
			{l.gapWithin(t, name, c, c.larger, notes)},
			{l.gapWithin(t, name, c, c.smaller, notes)},
		}})
	}
	if len(all) > 0 {
		s.lines = l.contrastLines(all, established, len(s.grid.rows))
		if groups := l.contrastedGroups(t, name); len(s.grid.rows) == 0 && groups > 2 { // else the lines on the listed say it
			s.lines = append(s.lines, l.text("of the %d groups, each contrast is between the two whose gaps differ most clearly, and allows for the choice among all pairs of them", groups))
		}
	}
	if len(s.grid.rows) == 0 {
		s.grid = grid{}
	}
	if reversed {
		s.lines = append(s.lines, l.text("⇄ the gap of all together and the gaps of every value have opposite signs: the audiences' different mix makes it"))
	}
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// contrastedGroups counts the groups of which a gap is shown: those that are withheld are not compared, and not counted either.
func (l *lookup) contrastedGroups(t *topic, name string) (n int) {
	for _, value := range l.segmentValuesOf(t, name) {
		if slices.ContainsFunc(t.items, func(i int) bool {
			for j, a := range t.audiences {
				for _, b := range t.audiences[j+1:] {
					if f := l.within(t, name+"="+value, a.ID, b.ID, l.result.Items[i].ID, "difference"); f != nil && f.Value.Defined() {
						return true
					}
				}
			}
			return false
		}) {
			n++
		}
	}
	return n
}

// contrastLines say how many contrasts are established, and what the intervals are. A report for clients lists none that may well be chance.
func (l *lookup) contrastLines(all []contrast, established, listed int) []string {
	family, judged, exact := 0, 0, false
	for _, c := range all {
		if c.figure.Family.Defined() {
			family = max(family, int(c.figure.Family))
		}
		if c.figure.Verdict != "" {
			judged++
		}
		exact = exact || c.figure.Note.Has(analysis.NoteCensus)
	}
	over := ""
	if family > 0 {
		over = l.family(family)
	}
	untested := ""
	if judged < len(all) {
		untested = l.text("not tested, for want of a standard error: %s", l.counted(len(all)-judged, "%s contrast", "%s contrasts"))
	}
	if listed == 0 {
		return l.noneEstablished(all, judged, exact && family == 0, over, untested)
	}
	lines := []string{l.text("contrast: larger gap less smaller gap, of the two values whose gaps differ most clearly; [ ] %s interval, which allows for the choice among all pairs of values", l.confidence(l.result.Choices))}
	if judged > 0 {
		lines = append(lines, l.text("established (●): %s of %s%s; ~ not established", l.whole(established), l.counted(judged, "%s contrast", "%s contrasts"), over))
	}
	if exact {
		lines = append(lines, l.text("where everyone answered, contrasts are exact: ● not 0, = the gaps are the same"))
	}
	if untested != "" {
		lines = append(lines, untested)
	}
	switch {
	case listed < len(all) && l.client:
		lines = append(lines, l.text("listed: %d of %d, those that are established or whose interval excludes 0", listed, len(all)))
	case len(all) > contrastsListed:
		lines = append(lines, l.text("the %d clearest of %d; the others are in --detail, --format csv and json", contrastsListed, len(all)))
	}
	return lines
}

// noneEstablished says that no contrast is, of those that were judged. That is no proof of equal gaps, and tells nothing of the means.
func (l *lookup) noneEstablished(all []contrast, judged int, exact bool, over, untested string) (lines []string) {
	contrasts := l.counted(judged, "%s contrast", "%s contrasts")
	switch gaps := l.contrasted(all); {
	case judged == 0:
	case judged == 1 && !exact:
		lines = append(lines, l.text("the contrast of %s between two groups is not established: whether the gap differs between groups stays open; the means of the groups may differ all the same", gaps))
	case exact:
		lines = append(lines, l.text("everyone answered, and none of %s of %s between two groups differs from 0: the gap is the same in all groups; the means of the groups may differ all the same", contrasts, gaps))
	default:
		lines = append(lines, l.text("none of %s of %s between two groups is established%s: whether the gap differs between groups stays open; the means of the groups may differ all the same", contrasts, gaps, over))
	}
	if untested != "" {
		lines = append(lines, untested)
	}
	return lines
}

// contrasted names the gaps that contrasts are of.
func (l *lookup) contrasted(all []contrast) string {
	var pairs []string
	for _, c := range all {
		if pair := l.label(c.pair[0]) + " − " + l.label(c.pair[1]); !slices.Contains(pairs, pair) {
			pairs = append(pairs, pair)
		}
	}
	if len(pairs) == 1 {
		return l.text("the gap %s", pairs[0])
	}
	return l.text("the gaps %s", l.listed(pairs))
}

// everyContrast returns the contrasts of all items and pairs: those that are established first, the largest of them first, then the
// others, the clearest first.
func (l *lookup) everyContrast(t *topic, name string) []contrast {
	var all []contrast
	for _, i := range t.items {
		item := l.result.Items[i]
		for j, a := range t.audiences {
			for _, b := range t.audiences[j+1:] {
				f := l.within(t, name, a.ID, b.ID, item.ID, "contrast")
				if f == nil || !f.Value.Defined() {
					continue
				}
				c := contrast{item: visible(item.Label), id: item.ID, pair: [2]string{a.ID, b.ID}, figure: f}
				c.larger = l.within(t, name, a.ID, b.ID, item.ID, "contrast_larger").Verdict
				c.smaller = l.within(t, name, a.ID, b.ID, item.ID, "contrast_smaller").Verdict
				mix := l.within(t, name, a.ID, b.ID, item.ID, "mix")
				c.reversed = mix != nil && mix.Note.Has(analysis.NoteSignReversal)
				all = append(all, c)
			}
		}
	}
	p := func(c contrast, of analysis.Number) float64 {
		switch {
		case c.established():
			return math.Inf(-1)
		case !of.Defined():
			return math.Inf(1)
		}
		return float64(of)
	}
	slices.SortStableFunc(all, func(a, b contrast) int {
		return cmp.Or(
			cmp.Compare(p(a, a.figure.PAdjusted), p(b, b.figure.PAdjusted)),
			cmp.Compare(p(a, a.figure.P), p(b, b.figure.P)),
			cmp.Compare(b.figure.Value, a.figure.Value))
	})
	return all
}

// gapWithin writes the gap of a contrast's pair within one value, with its interval, its bases, and a dagger where one of them is small.
func (l *lookup) gapWithin(t *topic, name string, c contrast, value string, notes *footnotes) string {
	if value == "" { // the gaps are the same
		return notAsked
	}
	f := l.within(t, name+"="+value, c.pair[0], c.pair[1], c.id, "difference")
	sign := func(x analysis.Number) string { return l.signed(x, decimals(t)) }
	text := l.valueName(name, value) + " " + l.difference(f, sign)
	if ends := l.between(f.Low, f.High, sign); ends != "" {
		text += " " + ends
	}
	text += ", " + strings.ReplaceAll(l.text("n %s", l.rounded(f.N)+"/"+l.rounded(f.NVersus)), " ", noBreak)
	if f.Note.Has(analysis.NoteSmallBase) {
		notes.small = true
		text += "†"
	}
	return text
}
