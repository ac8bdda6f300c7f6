package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// detailSections are the tables behind the gap table: every pair with its intervals, tests and effect sizes, the chain, the
// belief gap and the agreement over items.
func (l *lookup) detailSections(t *topic) []section {
	var sections []section
	for i, a := range t.audiences {
		for _, b := range t.audiences[i+1:] {
			s := l.pairDetail(t, a.ID, b.ID)
			if len(sections) == 0 && l.firstOfKind(t) {
				s.lines = append([]string{
					l.text("p of the decision for a difference, raw and adjusted; g: Hedges; δ: Cliff; detectable: smallest gap found with 80 %% power; " +
						"n needed of each audience; holds: variants of the analysis in which a disparity stands"),
				}, s.lines...)
			}
			sections = append(sections, s)
		}
	}
	others := []section{l.chainDetail(t), l.beliefDetail(t)}
	if l.firstOfKind(t) {
		others = append(others, l.agreementDetail(t))
	}
	for _, s := range others {
		if s.says() {
			sections = append(sections, s)
		}
	}
	return sections
}

// pairDetail is everything that is known of the gaps of one pair.
func (l *lookup) pairDetail(t *topic, a, b string) section {
	notes := &footnotes{language: l.language, result: l.result}
	s := section{title: l.text("In detail: %s, %s", l.pairName(a, b), l.lowerTitle(t))}
	s.grid.columns = []column{
		{l.text("item"), words},
		{l.text("gap"), gaps},
		{l.text("verdict"), words},
		{l.text("p"), numbers},
		{l.text("p adj."), numbers},
		{l.text("p adj. TOST"), numbers},
		{l.text("g"), numbers},
		{l.text("δ"), numbers},
		{l.text("top box"), gaps},
		{l.text("detectable"), numbers},
		{l.text("n needed"), numbers},
		{l.text("holds"), numbers},
		{l.text("n"), amounts},
	}
	digits := decimals(t)
	for _, i := range t.items {
		item := l.result.Items[i]
		of := func(statistic string) *analysis.Figure { return l.gap(t, a, b, item.ID, statistic) }
		d := of("difference")
		if d == nil {
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)},
			notes.differenceCell(d, digits),
			{orDash(l.word(d.Verdict))},
			{l.probability(of("disparity"), false)},
			{l.probability(of("disparity"), true)},
			{l.probability(of("tost"), true)},
			{l.decimal(of("hedges_g"))},
			{l.decimal(of("cliffs_delta"))},
			l.shareDifference(of("top_box_difference")),
			{l.plainNumber(of("minimum_detectable_gap"), digits)},
			{l.neededCell(of("n_needed"), of("n_needed_versus"))},
			{l.holding(of("holds"), of("variants"))},
			{l.bases(d)},
		}})
	}
	s.lines = notes.lines()
	s.notes = notes.noted
	return s
}

// beliefDetail holds the share of the first audience in the top box against that of the last.
func (l *lookup) beliefDetail(t *topic) section {
	first, last := l.result.Audiences[0].ID, l.result.Audiences[len(l.result.Audiences)-1].ID
	s := section{title: l.text("Belief and experience: shares in the top box, %s", l.lowerTitle(t))}
	names := l.shortNames()
	s.grid.columns = []column{
		{l.text("item"), words}, {names[0], numbers}, {names[len(names)-1], numbers}, {l.text("difference"), gaps}, {l.text("ratio"), gaps}, {l.text("odds ratio"), numbers}, {l.text("Fisher's p"), numbers}, {l.text("n"), words},
	}
	notes := &footnotes{language: l.language, result: l.result}
	for _, i := range t.items {
		item := l.result.Items[i].ID
		of := func(statistic string) *analysis.Figure { return l.beliefGap(t, i, statistic) }
		d, odds := of("difference"), of("odds_ratio")
		if d == nil {
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(l.result.Items[i].Label)},
			{l.share(l.profile(t, first, item, "top_box"))},
			{l.share(l.profile(t, last, item, "top_box"))},
			append(l.shareDifference(d), notes.of(d)), ratioCell(of("ratio"), notes),
			oddsCell(odds, notes),
			{l.probability(odds, false)},
			{l.bases(d)},
		}})
	}
	if !l.sharesKnown(t) {
		return section{} // means were published, and no share
	}
	s.lines = append(l.oddsLines(t), notes.lines()...)
	s.notes = notes.noted
	return s
}

// sharesKnown reports whether any share of the top box is known of both ends, or may be but is not shown.
func (l *lookup) sharesKnown(t *topic) bool {
	first, last := l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
	if !published(first, t.wave) && !published(last, t.wave) {
		return true
	}
	return slices.ContainsFunc(t.items, func(i int) bool {
		d := l.beliefGap(t, i, "difference")
		return d != nil && (d.Value.Defined() || d.Note.Withheld())
	})
}

// beliefGap returns a figure of the shares in the top box of the first and the last audience.
func (l *lookup) beliefGap(t *topic, item int, statistic string) *analysis.Figure {
	first, last := l.result.Audiences[0].ID, l.result.Audiences[len(l.result.Audiences)-1].ID
	return l.figure(key{"belief_gap", t.kind, t.perspective, first, last, l.result.Items[item].ID, statistic, t.wave})
}

// oddsLines say of what odds ratios are, where there are any: of answers, or of counts that are as exact as a published share.
func (l *lookup) oddsLines(t *topic) []string {
	if !slices.ContainsFunc(t.items, func(i int) bool {
		odds := l.beliefGap(t, i, "odds_ratio")
		return odds != nil && (odds.Value.Defined() || odds.Note.Has(analysis.NoteSuppressed) || odds.Note.Has(analysis.NoteZeroShare))
	}) {
		return nil
	}
	lines := []string{l.text("odds ratio and Fisher's exact p are on unweighted counts; ≥ and ≤: one-sided bounds where a share is 0")}
	if who := l.endsInFull(t.wave); len(who) > 0 {
		lines = append(lines, l.text("everybody of %s answered: the intervals take that share as known, Fisher's p takes both audiences for samples, so that it may leave open what an interval does not", l.listed(who)))
	}
	var counted []string
	for _, a := range l.result.Audiences {
		if published(a, t.wave) {
			counted = append(counted, visible(a.Label))
		}
	}
	if len(counted) > 0 {
		lines = append(lines, l.text("counts of %s are made from published shares and bases: odds ratio and p are as exact as the shares are rounded, and of weighted shares if those were weighted", l.listed(counted)))
	}
	return lines
}

// endsInFull lists those of the first and the last audience of which everybody answered in a wave.
func (l *lookup) endsInFull(wave string) (who []string) {
	for _, a := range []analysis.Audience{l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]} {
		if slices.ContainsFunc(a.Bases, func(base analysis.Base) bool { return base.Census && base.Wave == wave }) {
			who = append(who, visible(a.Label))
		}
	}
	return who
}

// believed reports whether the shares in the top box are a topic's first answer: of the outcome, and of published figures.
func (l *lookup) believed(t *topic) bool {
	if t.kind == study.OutcomeKind {
		return true
	}
	return slices.ContainsFunc(t.audiences, func(a analysis.Audience) bool { return published(a, t.wave) })
}

// published reports whether an audience has nothing but published figures in a wave.
func published(a analysis.Audience, wave string) bool {
	return slices.ContainsFunc(a.Bases, func(base analysis.Base) bool { return base.Tabulated && base.Wave == wave })
}

// oddsCell writes the odds ratio of the counts.
func oddsCell(f *analysis.Figure, notes *footnotes) cell {
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		return notes.heldBack(f)
	case !f.Value.Defined():
		return cell{notes.undefined() + notes.of(f)}
	}
	return cell{notes.number(f.Value, 2)}
}

// ratioCell writes a ratio of shares; with a share of 0 its one-sided bound.
func ratioCell(f *analysis.Figure, notes *footnotes) cell {
	write := func(x analysis.Number) string { return notes.number(x, 2) }
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		return notes.heldBack(f)
	case f.Value.Defined():
		return cell{notes.sided(f.Value, write, 1), notes.between(f.Low, f.High, write, 1), notes.of(f)}
	case f.Low.Defined():
		return cell{"≥ " + write(f.Low), "", notes.of(f)}
	case f.High.Defined():
		return cell{"≤ " + write(f.High), "", notes.of(f)}
	}
	return cell{notes.undefined(), "", notes.of(f)}
}

// shareDifference writes a difference of shares in percentage points.
func (w *language) shareDifference(f *analysis.Figure) cell {
	switch {
	case f == nil:
		return cell{notAsked}
	case f.Note.Has(analysis.NoteSuppressed):
		return cell{w.withheld()}
	case !f.Value.Defined():
		return cell{w.undefined()}
	}
	points := func(x analysis.Number) string { return w.signed(100*x, 0) }
	return cell{w.difference(f, points), w.text("pp"), w.between(f.Low, f.High, points)}
}

func (w *language) shareOrDash(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return notAsked
	}
	return w.percent(f.Value, 0)
}

func orDash(text string) string {
	if text == "" {
		return notAsked
	}
	return text
}

// probability writes the p of a figure, adjusted or not.
func (w *language) probability(f *analysis.Figure, adjusted bool) string {
	switch {
	case f == nil:
		return notAsked
	case adjusted:
		return w.pText(f.PAdjusted, 1-float64(f.Level))
	}
	return w.pText(f.P, 1-float64(f.Level))
}

// pText writes a p-value with three decimals, beside the level that it is held against.
func (w *language) pText(p analysis.Number, alpha float64) string {
	switch {
	case !p.Defined():
		return w.undefined()
	case p < 0.001:
		return "<" + w.number(0.001, 3)
	}
	return w.sided(p, func(x analysis.Number) string { return w.number(x, 3) }, alpha)
}

func (w *language) plainNumber(f *analysis.Figure, digits int) string {
	if f == nil || !f.Value.Defined() {
		return w.undefined()
	}
	return w.number(f.Value, digits)
}

// neededCell writes the answers that would settle a gap, of the one and of the other audience.
func (w *language) neededCell(a, b *analysis.Figure) string {
	if a == nil || b == nil {
		return notAsked
	}
	if !a.Value.Defined() || !b.Value.Defined() {
		return w.undefined()
	}
	return w.rounded(a.Value) + " / " + w.rounded(b.Value)
}

func (w *language) holding(holds, variants *analysis.Figure) string {
	if holds == nil || variants == nil || !holds.Value.Defined() {
		return notAsked
	}
	return w.text("%d of %d", int(holds.Value), int(variants.Value))
}

// bases writes both bases of a pair.
func (w *language) bases(f *analysis.Figure) string {
	if f.Note.Has(analysis.NoteSuppressed) {
		return w.withheld()
	}
	return w.rounded(f.N) + " / " + w.rounded(f.NVersus)
}
