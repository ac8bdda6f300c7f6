package report

import (
	"fmt"

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
					"p of the decision for a difference, raw and adjusted; g: Hedges; δ: Cliff; detectable: smallest gap found with 80 % power; " +
						"n needed of each audience; holds: variants of the analysis in which a disparity stands",
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
		if len(s.grid.rows) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// pairDetail is everything that is known of the gaps of one pair.
func (l *lookup) pairDetail(t *topic, a, b string) section {
	notes := &footnotes{result: l.result}
	s := section{title: fmt.Sprintf("In detail: %s, %s", l.pairName(a, b), lowerTitle(t))}
	s.grid.columns = []column{
		{"item", words},
		{"gap", gaps},
		{"verdict", words},
		{"p", numbers},
		{"p adj.", numbers},
		{"p adj. TOST", numbers},
		{"g", numbers},
		{"δ", numbers},
		{"top box", gaps},
		{"detectable", numbers},
		{"n needed", numbers},
		{"holds", numbers},
		{"n", words},
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
			{orDash(d.Verdict)},
			{probability(of("disparity"), false)},
			{probability(of("disparity"), true)},
			{probability(of("tost"), true)},
			{decimal(of("hedges_g"))},
			{decimal(of("cliffs_delta"))},
			shareDifference(of("top_box_difference")),
			{plainNumber(of("minimum_detectable_gap"), digits)},
			{neededCell(of("n_needed"), of("n_needed_versus"))},
			{holding(of("holds"), of("variants"))},
			{bases(d)},
		}})
	}
	s.lines = notes.lines()
	s.notes = notes.texts
	return s
}

// chainDetail splits the gap of the outer audiences at the one between them.
func (l *lookup) chainDetail(t *topic) section {
	n := len(l.result.Audiences)
	if n < 3 {
		return section{}
	}
	first, middle, last := l.result.Audiences[0].ID, l.result.Audiences[n-2].ID, l.result.Audiences[n-1].ID
	notes := &footnotes{result: l.result}
	s := section{title: "Where the chain breaks, " + lowerTitle(t)}
	s.grid.columns = []column{
		{"item", words},
		{"total " + l.pairName(first, last), gaps},
		{"communication " + l.pairName(first, middle), gaps},
		{"delivery " + l.pairName(middle, last), gaps},
		{"communication", numbers},
		{"delivery", numbers},
	}
	digits := decimals(t)
	for _, i := range t.items {
		item := l.result.Items[i].ID
		of := func(a, b, statistic string) *analysis.Figure {
			return l.figure(key{"chain", t.kind, t.perspective, a, b, item, statistic, t.wave})
		}
		if of(first, last, "total_gap") == nil {
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(l.result.Items[i].Label)},
			notes.differenceCell(of(first, last, "total_gap"), digits),
			notes.differenceCell(of(first, middle, "communication_gap"), digits), notes.differenceCell(of(middle, last, "delivery_gap"), digits),
			{shareOrDash(of(first, middle, "communication_share"))},
			{shareOrDash(of(middle, last, "delivery_share"))},
		}})
	}
	s.lines = append([]string{"communication: inside the house; delivery: at the customer's; shares only where the total is a disparity and both parts have its sign"},
		notes.lines()...)
	s.notes = notes.texts
	return s
}

// beliefDetail holds the share of the first audience in the top box against that of the last.
func (l *lookup) beliefDetail(t *topic) section {
	first, last := l.result.Audiences[0].ID, l.result.Audiences[len(l.result.Audiences)-1].ID
	s := section{title: "Belief and experience: shares in the top box, " + lowerTitle(t)}
	names := shortNames(l.result.Audiences)
	s.grid.columns = []column{
		{"item", words}, {names[0], numbers}, {names[len(names)-1], numbers}, {"difference", gaps}, {"ratio", gaps}, {"odds ratio", numbers}, {"Fisher's p", numbers}, {"n", words},
	}
	notes := &footnotes{result: l.result}
	for _, i := range t.items {
		item := l.result.Items[i].ID
		of := func(statistic string) *analysis.Figure {
			return l.figure(key{"belief_gap", t.kind, t.perspective, first, last, item, statistic, t.wave})
		}
		d, odds := of("difference"), of("odds_ratio")
		if d == nil {
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(l.result.Items[i].Label)},
			{share(l.profile(t, first, item, "top_box"))},
			{share(l.profile(t, last, item, "top_box"))},
			append(shareDifference(d), notes.of(d)), ratioCell(of("ratio"), notes),
			{decimal(odds)},
			{probability(odds, false)},
			{bases(d)},
		}})
	}
	s.lines = append([]string{"odds ratio and Fisher's exact p are on unweighted counts; ≥ and ≤: one-sided bounds where a share is 0"}, notes.lines()...)
	s.notes = notes.texts
	return s
}

// believed reports whether the shares in the top box are a topic's first answer: of the outcome, and of published figures.
func (l *lookup) believed(t *topic) bool {
	if t.kind == study.OutcomeKind {
		return true
	}
	for _, a := range t.audiences {
		for _, base := range a.Bases {
			if base.Tabulated {
				return true
			}
		}
	}
	return false
}

// ratioCell writes a ratio of shares; with a share of 0 its one-sided bound.
func ratioCell(f *analysis.Figure, notes *footnotes) cell {
	write := func(x analysis.Number) string { return number(x, 2) }
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		notes.hidden = true
		return cell{withheld}
	case f.Value.Defined():
		return cell{write(f.Value), between(f.Low, f.High, write), notes.of(f)}
	case f.Low.Defined():
		return cell{"≥ " + write(f.Low), "", notes.of(f)}
	case f.High.Defined():
		return cell{"≤ " + write(f.High), "", notes.of(f)}
	}
	return cell{undefined, "", notes.of(f)}
}

// agreementDetail compares the profiles of every pair over all items.
func (l *lookup) agreementDetail(t *topic) section {
	s := section{title: "Agreement over items, " + string(t.kind)}
	s.grid.columns = []column{
		{"pair", words},
		{"items", numbers},
		{"Pearson", numbers},
		{"Spearman", numbers},
		{"mean |gap|", numbers},
		{"rms gap", numbers},
		{"elevation", numbers},
		{"scatter", numbers},
		{"shape", numbers},
	}
	overlap := false
	for i, a := range t.audiences {
		for _, b := range t.audiences[i+1:] {
			of := func(statistic string) *analysis.Figure { return l.study(t, "agreement", a.ID, b.ID, statistic) }
			distance := of("profile_distance")
			if distance == nil || !distance.Value.Defined() {
				continue
			}
			part := func(statistic string) string {
				if distance.Value == 0 {
					return undefined
				}
				return percent(of(statistic).Value/distance.Value, 0)
			}
			s.grid.rows = append(s.grid.rows, row{cells: []cell{
				{l.pairName(a.ID, b.ID)},
				{rounded(distance.N)},
				{decimal(of("pearson"))},
				{decimal(of("spearman"))},
				{decimal(of("mean_absolute_gap"))},
				{decimal(of("root_mean_square_gap"))},
				{part("elevation")},
				{part("scatter")},
				{part("shape")},
			}})
			overlap = overlap || of("top_five_overlap") != nil
		}
	}
	if w := l.study(t, "agreement", "", "", "kendall_w"); w != nil && w.Value.Defined() {
		s.lines = append(s.lines, fmt.Sprintf("concordance of all audiences, Kendall's W: %s (p %s, %s)", number(w.Value, 2), pText(w.P), counted(int(w.N), "item")))
	}
	if overlap {
		s.lines = append(s.lines, l.topFives(t)...)
	}
	return s
}

// shareDifference writes a difference of shares in percentage points.
func shareDifference(f *analysis.Figure) cell {
	switch {
	case f == nil:
		return cell{notAsked}
	case f.Note.Has(analysis.NoteSuppressed):
		return cell{withheld}
	case !f.Value.Defined():
		return cell{undefined}
	}
	points := func(x analysis.Number) string { return signed(100*x, 0) }
	return cell{points(f.Value), "pp", between(f.Low, f.High, points)}
}

func shareOrDash(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return notAsked
	}
	return percent(f.Value, 0)
}

func orDash(text string) string {
	if text == "" {
		return notAsked
	}
	return text
}

// probability writes the p of a figure, adjusted or not.
func probability(f *analysis.Figure, adjusted bool) string {
	switch {
	case f == nil:
		return notAsked
	case adjusted:
		return pText(f.PAdjusted)
	}
	return pText(f.P)
}

// pText writes a p-value with three decimals.
func pText(p analysis.Number) string {
	switch {
	case !p.Defined():
		return undefined
	case p < 0.001:
		return "<0.001"
	}
	return number(p, 3)
}

func plainNumber(f *analysis.Figure, digits int) string {
	if f == nil || !f.Value.Defined() {
		return undefined
	}
	return number(f.Value, digits)
}

// neededCell writes the answers that would settle a gap, of the one and of the other audience.
func neededCell(a, b *analysis.Figure) string {
	if a == nil || b == nil {
		return notAsked
	}
	if !a.Value.Defined() || !b.Value.Defined() {
		return undefined
	}
	return rounded(a.Value) + " / " + rounded(b.Value)
}

func holding(holds, variants *analysis.Figure) string {
	if holds == nil || variants == nil || !holds.Value.Defined() {
		return notAsked
	}
	return fmt.Sprintf("%d of %d", int(holds.Value), int(variants.Value))
}

// bases writes both bases of a pair.
func bases(f *analysis.Figure) string {
	if f.Note.Has(analysis.NoteSuppressed) {
		return withheld
	}
	return rounded(f.N) + " / " + rounded(f.NVersus)
}
