package report

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// derivedSection is what goes with the outcome, beside what is said to matter.
func (t *importanceTopic) derivedSection() section {
	d := &derivedTable{importanceTopic: t, notes: &footnotes{language: t.language, result: t.result}}
	d.stated = t.of("stated_derived", "", "spearman") != nil
	s := section{title: t.title(t.text("Derived importance"))}
	if d.stated {
		s.title = t.title(t.text("Derived and stated importance"))
	}
	if reason := t.refusal(); reason != "" {
		return section{title: s.title, lines: []string{t.text("no derived importance: %s", reason)}}
	}
	s.grid.columns = d.columns()
	for _, i := range t.inOrderOfShares() {
		s.grid.rows = append(s.grid.rows, d.row(t.result.Items[i]))
	}
	s.lines = append(t.derivedLines(s.grid.rows), d.notes.lines()...)
	s.notes = d.notes.noted
	return s
}

// derivedTable is a table of derived importance in the making.
type derivedTable struct {
	*importanceTopic
	notes  *footnotes
	stated bool // beside stated importance
}

func (d *derivedTable) columns() []column {
	columns := []column{{d.text("item"), words}, {d.text("r"), numbers}, {d.text("β"), numbers}, {d.text("share of R², %%"), gaps}}
	if d.stated {
		return append(columns, column{d.text("rank"), numbers}, column{d.text("stated"), numbers}, column{d.text("difference"), gaps}, column{d.text("class"), words})
	}
	return append(columns, column{d.text("rank"), gaps})
}

func (d *derivedTable) row(item analysis.Item) row {
	figure := func(statistic string) *analysis.Figure { return d.of("derived", item.ID, statistic) }
	two := func(f *analysis.Figure) cell {
		return d.notes.cell(f, 1, func() cell { return cell{d.number(f.Value, 2)} })
	}
	cells := []cell{
		{visible(item.Label)},
		two(figure("r")), two(figure("beta")),
		d.notes.intervalCell(figure("derived_share"), func(x analysis.Number) string { return d.number(100*x, 0) }),
	}
	if d.stated {
		return row{cells: append(cells, d.ranks(item.ID)...)}
	}
	rank := figure("derived_rank")
	return row{cells: append(cells, d.notes.cell(rank, 3, func() cell { return cell{d.rank(rank), d.between(rank.Low, rank.High, d.rounded), ""} }))}
}

// inOrderOfShares sorts the drivers by their share of what is explained, the largest first.
func (t *importanceTopic) inOrderOfShares() []int {
	order := slices.Clone(t.drivers)
	share := func(i int) analysis.Number { return t.of("derived", t.result.Items[i].ID, "derived_share").Value }
	sort.SliceStable(order, func(a, b int) bool {
		x, y := share(order[a]), share(order[b])
		return y.Defined() && x > y || x.Defined() && !y.Defined()
	})
	return order
}

// inflated names the drivers that are nearly combinations of others.
func (t *importanceTopic) inflated() []string {
	var labels []string
	for _, i := range t.inOrderOfShares() {
		if item := t.result.Items[i]; t.of("derived", item.ID, "vif").Note.Has(analysis.NoteInflated) {
			labels = append(labels, visible(item.Label))
		}
	}
	return labels
}

// ranks are the two ranks of an item among those that have both, their difference, which the class goes by, and the class.
func (d *derivedTable) ranks(item string) []cell {
	of := func(statistic string) *analysis.Figure { return d.of("stated_derived", item, statistic) }
	verdict := notAsked
	if class := of("class"); class != nil {
		verdict = orDash(d.word(class.Verdict))
	}
	var cells []cell
	for _, statistic := range []string{"derived_rank", "stated_rank"} {
		cells = append(cells, d.notes.cell(of(statistic), 1, func() cell { return cell{d.rank(of(statistic))} }))
	}
	apart, quarter := of("rank_difference"), float64(d.rankedItems())/4
	return append(cells, d.notes.cell(apart, 3, func() cell {
		whole := func(x analysis.Number) string { return d.signed(x, 0) }
		value := whole(apart.Value)
		if float64(apart.Value) != math.Trunc(float64(apart.Value)) { // of tied ranks
			value = d.signed(apart.Value, 1)
		}
		return cell{value, d.between(apart.Low, apart.High, whole, -quarter, 0, quarter), ""}
	}), cell{verdict})
}

// rankedItems is how many items are ranked both by what is stated and by what is derived.
func (t *importanceTopic) rankedItems() (n int) {
	for _, i := range t.rated {
		if f := t.of("stated_derived", t.result.Items[i].ID, "derived_rank"); f != nil && f.Value.Defined() {
			n++
		}
	}
	return n
}

// derivedLines say how much is explained, of whom, and how the shares were computed.
func (t *importanceTopic) derivedLines(rows []row) []string {
	lines := []string{t.outcomeLine("share: of the explained differences in %s that go with the item")}
	left := t.of("derived", "", "left_out")
	if left != nil && left.Value > 0 {
		line := t.text("%s of the respondents are left out: they did not answer all drivers and the outcome", t.percent(left.Value, 0))
		if without := (finding{parts: t.withoutCostly()}).text(); without != "" {
			line += "; " + without
		}
		lines = append(lines, line)
	}
	method := t.text("LMG (Shapley) over all orders of entry")
	if len(t.drivers) > 20 {
		method = t.text("Johnson's relative weights (more than 20 drivers)")
	}
	c := t.result.Choices
	if n := len(t.drivers); c.Resampled && n > analysis.ExactInResamples && n <= 20 {
		method += t.text("; in resamples over a balanced choice of orders, corrected to all")
	}
	if slices.ContainsFunc(rows, row.hasInterval) {
		method += t.text("; [ ] %s percentile interval of %s resamples of respondents, seed %d", t.confidence(c), t.whole(c.Resamples), c.Seed)
	}
	lines = append(lines, method)
	if t.grouped() {
		lines = append(lines, t.text("each item is a driver of its own, in a dimension or construct too: what several items ask about has a larger share in all, and each of them a smaller one"))
	}
	if inflated := t.inflated(); len(inflated) > 0 {
		lines = append(lines, t.text("variance inflation above 5, importance is split between near-twins: %s", strings.Join(inflated, ", ")))
	}
	if f := t.of("stated_derived", "", "spearman"); f != nil && f.Value.Defined() {
		write := func(x analysis.Number) string { return t.number(x, 2) }
		ranked := t.rankedItems()
		lines = append(lines, t.text("rank: of derived importance, stated: of stated importance, among the %d items that have both; core driver: in the upper half of both; table stakes: said to matter, little of the outcome goes with it; hidden driver: the reverse; low priority: in the lower half of both", ranked))
		if slices.ContainsFunc(rows, row.hasInterval) {
			lines = append(lines, t.text("the class is held where the interval of the difference of ranks excludes 0 (table stakes, hidden driver), or does not reach beyond %s ranks, a quarter of them (core driver, low priority); else uncertain", t.short(float64(ranked)/4)))
		}
		if left != nil && left.Value > 0 {
			lines = append(lines, t.text("stated rank: of all who rated importance; derived: of those %s who answered all drivers and the outcome", t.rounded(f.N)))
		}
		lines = append(lines, t.text("rank correlation of stated and derived importance: %s %s", t.correlation(f), t.between(f.Low, f.High, write, -1, 0, 1)))
	}
	return lines
}

// grouped reports whether several drivers belong to one dimension or construct.
func (t *importanceTopic) grouped() bool {
	return slices.ContainsFunc(t.result.Constructs, func(c analysis.Construct) bool {
		n := 0
		for _, i := range t.drivers {
			if slices.Contains(c.Items, t.result.Items[i].ID) {
				n++
			}
		}
		return n > 1
	})
}
