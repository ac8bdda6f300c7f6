package report

import (
	"math"

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
	first, last := t.audiences[0], t.audiences[len(t.audiences)-1]
	paired := len(t.audiences) > 1
	if paired {
		s.grid.columns = append(s.grid.columns, column{l.text("gap %s", l.pairName(first.ID, last.ID)), gaps}, column{l.text("verdict"), words})
	}
	names := shortNames(l.result.Audiences)
	for i, a := range l.result.Audiences {
		if l.asks(t, a.ID) {
			s.grid.columns = append(s.grid.columns, column{names[i], gaps})
		}
	}
	for _, i := range t.items {
		item := l.result.Items[i]
		of := func(a, b, statistic string) *analysis.Figure {
			return l.figure(key{"change", t.kind, t.perspective, a, b, item.ID, statistic, waves})
		}
		r, found := row{cells: []cell{{visible(item.Label)}}}, false
		if paired {
			f := of(first.ID, last.ID, "gap_change")
			verdict := notAsked
			if f != nil && f.Verdict != "" {
				verdict = l.word(f.Verdict)
			}
			r.cells = append(r.cells, changeCell(f, t, notes), cell{verdict})
		}
		for _, a := range t.audiences {
			f := of(a.ID, "", "mean_change")
			found = found || f != nil
			r.cells = append(r.cells, changeCell(f, t, notes))
		}
		if found {
			s.grid.rows = append(s.grid.rows, r)
		}
	}
	s.lines = append(s.lines, l.text("later wave less earlier; [ ] %s interval", l.confidence(l.result.Choices)))
	if paired {
		s.lines = append(s.lines, l.text("narrowed, widened: the interval of the change excludes 0; unchanged: similar, inside the margin"))
	}
	for _, a := range t.audiences {
		if line := l.matchedLine(t, a, waves); line != "" {
			s.lines = append(s.lines, line)
		}
	}
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
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
