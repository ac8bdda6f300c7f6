package report

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// changeSections are the tables of what changed from one wave to the next: the means of each audience, and the gap between
// the first and the last with its verdict.
func (l *lookup) changeSections() []section {
	var sections []section
	for k := 1; k < len(l.result.Waves); k++ {
		waves := l.result.Waves[k-1] + ":" + l.result.Waves[k]
		for _, t := range l.topics() {
			if t.wave != l.result.Waves[k] || t.perspective != "own" || len(t.audiences) == 0 {
				continue
			}
			if s := l.changeSection(t, waves, l.result.Waves[k-1]); len(s.grid.rows) > 0 {
				sections = append(sections, s)
			}
		}
	}
	return sections
}

func (l *lookup) changeSection(t *topic, waves, before string) section {
	notes := &footnotes{language: l.language, result: l.result}
	s := section{title: l.text("Change of %s from %s to %s, %s", l.kind(t), visible(before), visible(t.wave), l.scaleName(t))}
	s.grid.columns = []column{{header: l.text("item"), align: words}}
	c := l.comparedIn(t, waves)
	if len(c.audiences) == 0 {
		return s
	}
	first, last := c.audiences[0], c.audiences[len(c.audiences)-1]
	paired := len(c.audiences) > 1
	if paired {
		s.grid.columns = append(s.grid.columns, column{l.text("gap %s", l.pairName(first.ID, last.ID)), gaps}, column{l.text("verdict"), words})
	}
	names := shortNames(l.result.Audiences)
	for i, a := range l.result.Audiences {
		if slices.ContainsFunc(c.audiences, func(x analysis.Audience) bool { return x.ID == a.ID }) {
			s.grid.columns = append(s.grid.columns, column{names[i], gaps})
		}
	}
	for _, i := range c.items {
		item := l.result.Items[i]
		of := func(a, b, statistic string) *analysis.Figure {
			return l.figure(key{"change", t.kind, t.perspective, a, b, item.ID, statistic, waves})
		}
		r := row{cells: []cell{{visible(item.Label)}}}
		if paired {
			f := of(first.ID, last.ID, "gap_change")
			verdict := notAsked
			if f != nil && f.Verdict != "" {
				verdict = l.word(f.Verdict)
			}
			r.cells = append(r.cells, changeCell(f, t, notes), cell{verdict})
		}
		for _, a := range c.audiences {
			r.cells = append(r.cells, changeCell(of(a.ID, "", "mean_change"), t, notes))
		}
		s.grid.rows = append(s.grid.rows, r)
	}
	s.lines = append(s.lines, l.text("later wave less earlier; [ ] %s interval", l.confidence(l.result.Choices)))
	if paired {
		s.lines = append(s.lines, l.text("narrowed, widened: the interval of the change excludes 0; unchanged: similar, inside the margin"))
	}
	s.lines = append(s.lines, c.once(l)...)
	for _, a := range c.audiences {
		if line := l.matchedLine(t, a, waves); line != "" {
			s.lines = append(s.lines, line)
		}
	}
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// compared is what a table of changes can be about: the audiences and items with answers in both waves, and those with answers in
// one of them.
type compared struct {
	audiences                []analysis.Audience
	items                    []int
	loneAudiences, loneItems []string
}

func (l *lookup) comparedIn(t *topic, waves string) compared {
	c := compared{}
	change := func(a analysis.Audience, item int) *analysis.Figure {
		return l.figure(key{"change", t.kind, t.perspective, a.ID, "", l.result.Items[item].ID, "mean_change", waves})
	}
	for _, a := range l.result.Audiences {
		both, one := false, false
		for _, i := range t.items {
			f := change(a, i)
			both, one = both || inBoth(f), one || inOne(f)
		}
		switch {
		case both:
			c.audiences = append(c.audiences, a)
		case one:
			c.loneAudiences = append(c.loneAudiences, visible(a.Label))
		}
	}
	for _, i := range t.items {
		both, one := false, false
		for _, a := range c.audiences {
			f := change(a, i)
			both, one = both || inBoth(f), one || inOne(f)
		}
		switch {
		case both:
			c.items = append(c.items, i)
		case one:
			c.loneItems = append(c.loneItems, visible(l.result.Items[i].Label))
		}
	}
	return c
}

// inBoth reports whether a change has answers in both waves, if only too few to be shown.
func inBoth(f *analysis.Figure) bool { return f != nil && f.N != 0 && f.NVersus != 0 }

// inOne reports whether a change has answers in one wave and none in the other.
func inOne(f *analysis.Figure) bool { return f != nil && (f.N == 0) != (f.NVersus == 0) }

// once names what cannot be compared.
func (c compared) once(l *lookup) []string {
	var lines []string
	if len(c.loneAudiences) > 0 {
		lines = append(lines, l.text("answers in one of the two waves only, nothing to compare: %s", strings.Join(c.loneAudiences, ", ")))
	}
	if len(c.loneItems) > 0 {
		lines = append(lines, l.text("asked in one of the two waves only: %s", strings.Join(c.loneItems, ", ")))
	}
	return lines
}

// matchedLine says how many respondents of an audience are known to have answered in both waves.
func (l *lookup) matchedLine(t *topic, a analysis.Audience, waves string) string {
	least, most := math.Inf(1), math.Inf(-1)
	for _, i := range t.items {
		f := l.figure(key{"change", t.kind, t.perspective, a.ID, "", l.result.Items[i].ID, "matched", waves})
		if f != nil && f.Value > 0 {
			least, most = math.Min(least, float64(f.Value)), math.Max(most, float64(f.Value))
		}
	}
	if most < 0 {
		return ""
	}
	n := l.whole(int(least))
	if most > least {
		n += "–" + l.whole(int(most))
	}
	return l.text("%s of %s answered in both waves, matched by id: their change is paired", n, visible(a.Label))
}

// changeCell writes a change, which is undefined where a question was asked in other words.
func changeCell(f *analysis.Figure, t *topic, notes *footnotes) cell {
	if f != nil && f.Note.Has(study.Reworded) && !f.Note.Has(analysis.NoteSuppressed) {
		return cell{notes.undefined() + notes.ref(notes.text("asked in other words: not compared; the same wording would be needed"))}
	}
	if f != nil && f.Note.Has(analysis.NoteRescaled) && !f.Note.Has(analysis.NoteSuppressed) {
		return cell{notes.undefined() + notes.ref(notes.text("seems to be on another scale in one wave: not compared; the same scale would be needed"))}
	}
	c := notes.differenceCell(f, decimals(t))
	if len(c) > 2 {
		c[2] = "" // its verdict stands in a column of its own
	}
	return c
}
