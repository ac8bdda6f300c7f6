package report

import (
	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// constructSections are the tables of constructs: their reliability and their scores.
func (l *lookup) constructSections(waves []string) []section {
	var sections []section
	for _, wave := range waves {
		rows := figureRows{notes: &footnotes{language: l.language, result: l.result}, beside: 2}
		s := section{title: l.text("Constructs and dimensions") + l.inWave(wave)}
		s.grid.grouped = l.text("construct")
		s.grid.columns = []column{{l.text("audience"), words}, {l.text("α"), gaps}, {l.text("ω"), numbers}, {l.text("score"), gaps}, {l.text("n"), numbers}, {l.text("weakest item"), words}}
		for _, c := range l.result.Constructs {
			for _, a := range l.result.Audiences {
				if l.constructFigure(c, a, wave, c.ID, "alpha") != nil {
					rows.add(func(notes *footnotes) row { return l.constructRow(c, a, wave, notes) })
				}
			}
		}
		s.lines = []string{l.bracketed(l.text("score: mean of the respondents' means over the items; n: respondents who answered half of the items at least; α and ω: from those who answered every item; weakest item: the one with the lowest correlation with the others"), rows.rows)}
		rows.into(&s)
		sections = append(sections, s)
	}
	return sections
}

func (l *lookup) constructFigure(c analysis.Construct, a analysis.Audience, wave, item, statistic string) *analysis.Figure {
	return l.figure(key{"construct", study.Performance, "own", a.ID, "", item, statistic, wave})
}

func (l *lookup) constructRow(c analysis.Construct, a analysis.Audience, wave string, notes *footnotes) row {
	of := func(item, statistic string) *analysis.Figure { return l.constructFigure(c, a, wave, item, statistic) }
	weakest, lowest := notAsked, analysis.NaN
	for _, item := range c.Items {
		if len(c.Items) < 3 {
			break // of two items each correlates alike with the other
		}
		if f := of(c.ID+":"+item, "item_total"); f != nil && f.Value.Defined() && !(f.Value >= lowest) {
			weakest, lowest = l.text("%s, r %s", visible(l.itemLabel(item)), l.number(f.Value, 2)), f.Value
		}
	}
	two := func(x analysis.Number) string { return l.number(x, 2) }
	one := func(x analysis.Number) string { return l.number(x, 1) }
	score := of(c.ID, "score") // α and ω stand on those who answered every item
	base := cell{l.rounded(score.N)}
	if score.Note.Withheld() {
		base = notes.heldBack(score)
	}
	return row{group: visible(c.Label), cells: []cell{
		{visible(a.Label)},
		notes.intervalCell(of(c.ID, "alpha"), two, analysis.ScoredAlpha), notes.cell(of(c.ID, "omega"), 1, func() cell { return cell{two(of(c.ID, "omega").Value)} }),
		notes.intervalCell(of(c.ID, "score"), one),
		base,
		{weakest},
	}}
}

func (l *lookup) itemLabel(id string) string {
	for _, item := range l.result.Items {
		if item.ID == id {
			return item.Label
		}
	}
	return id
}
