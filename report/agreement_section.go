package report

import "github.com/cxgap/cxgap/analysis"

// agreementDetail compares the profiles of every pair over all items.
func (l *lookup) agreementDetail(t *topic) section {
	s := section{title: l.text("Agreement over items, %s", l.kind(t))}
	s.grid.columns = []column{
		{l.text("pair"), words},
		{l.text("items"), numbers},
		{l.text("Pearson"), numbers},
		{l.text("Spearman"), numbers},
		{l.text("mean |gap|"), numbers},
		{l.text("rms gap"), numbers},
		{l.text("elevation"), numbers},
		{l.text("scatter"), numbers},
		{l.text("shape"), numbers},
	}
	overlap := false
	for i, a := range t.audiences {
		for _, b := range t.audiences[i+1:] {
			if r, compared := l.agreementRow(t, a.ID, b.ID); compared {
				s.grid.rows = append(s.grid.rows, r)
				overlap = overlap || l.study(t, "agreement", a.ID, b.ID, "top_five_overlap") != nil
			}
		}
	}
	if w := l.study(t, "agreement", "", "", "kendall_w"); w != nil && w.Value.Defined() {
		s.lines = append(s.lines, l.text("concordance of all audiences, Kendall's W: %s (p %s, %s)", l.number(w.Value, 2), l.pText(w.P, l.result.Choices.Alpha), l.counted(int(w.N), "%s item", "%s items")))
	}
	if overlap {
		s.lines = append(s.lines, l.topFives(t)...)
	}
	return s
}

// agreementRow compares two profiles; there is nothing to compare where they have no distance.
func (l *lookup) agreementRow(t *topic, a, b string) (row, bool) {
	of := func(statistic string) *analysis.Figure { return l.study(t, "agreement", a, b, statistic) }
	distance := of("profile_distance")
	if distance == nil || !distance.Value.Defined() {
		return row{}, false
	}
	part := func(statistic string) string {
		if distance.Value == 0 {
			return l.undefined()
		}
		return l.percent(of(statistic).Value/distance.Value, 0)
	}
	return row{cells: []cell{
		{l.pairName(a, b)},
		{l.rounded(distance.N)},
		{l.correlation(of("pearson"))},
		{l.correlation(of("spearman"))},
		{l.decimal(of("mean_absolute_gap"))},
		{l.decimal(of("root_mean_square_gap"))},
		{part("elevation")},
		{part("scatter")},
		{part("shape")},
	}}, true
}
