package report

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report/chart"
)

// figureChart is a chart in a document, with the name under which it is referred to.
type figureChart struct {
	id    string
	chart chart.Chart
}

// verdictMarks explains the marks of verdicts.
const verdictMarks = "● difference, ○ trivial difference, = similar, ~ inconclusive"

// named makes an id of words.
func named(words ...string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.Join(words, "-")) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// drawn returns a figure's number for a chart.
func drawn(f *analysis.Figure) chart.Value {
	if f == nil || !f.Value.Defined() {
		return chart.None()
	}
	return chart.Value{Value: float64(f.Value), Low: float64(f.Low), High: float64(f.High)}
}

// chartWords are what charts say by themselves.
func (w *language) chartWords() chart.Words {
	if w == nil {
		return chart.Words{}
	}
	return chart.Words{
		Decimal: w.fraction, Target: w.form("target %s"), Piece: w.form("%s (%d of %d)"), Targets: w.text("dashed: the item's target"), Part: w.form("axis from %s to %s: part of the scale"),
		Places: [4]string{w.text("top left"), w.text("top right"), w.text("bottom left"), w.text("bottom right")},
	}
}

// meansChart is the dumbbell of a topic: the audiences' means with intervals, in the order of the table.
func (l *lookup) meansChart(t *topic, lines bool) figureChart {
	g := &gapTable{lookup: l, topic: t, notes: &footnotes{language: l.language, result: l.result}}
	g.pairs()
	d := chart.Dumbbell{
		Words: l.chartWords(),
		Title: l.text("Means of the audiences: %s", l.lowerTitle(t)), Low: t.low, High: t.high, Axis: l.text("mean, %s", l.scaleName(t)), Target: math.NaN(), Lines: lines,
	}
	alone := len(t.audiences) == 1
	if alone {
		d.Title = l.text("Means of %s: %s", visible(t.audiences[0].Label), l.lowerTitle(t))
	}
	one, targeted := l.oneTarget(t), (alone || g.classified()) && t.kind == study.Performance
	if targeted && one {
		d.Target = t.at(l.result.Items[t.items[0]].Target)
	}
	shown, without := l.withMeans(t)
	for _, a := range shown {
		d.Series, d.Looks = append(d.Series, visible(a.Label)), append(d.Looks, l.lookOf(a.ID))
	}
	for _, i := range g.sorted() {
		item := l.result.Items[i]
		row := chart.Row{Label: visible(item.Label)}
		if own := t.at(item.Target); targeted && !one {
			row.Target = &own
		}
		if !lines && len(t.audiences) > 1 {
			row.Note = l.apartNote(g, item.ID)
		}
		if g.classified() && !lines {
			row.Group = titled(l.word(g.class(item.ID)))
		}
		for _, a := range shown {
			row.Values = append(row.Values, drawn(l.profile(t, a.ID, item.ID, "mean")))
		}
		d.Rows = append(d.Rows, row)
	}
	if !lines && len(t.audiences) > 1 {
		d.Noted = l.pairName(g.of[0][0], g.of[0][1])
	}
	name := "means"
	d.Desc = g.meansSaid(d.Rows)
	if lines {
		name = "profiles"
		d.Title = l.text("Profiles of the audiences: %s", l.lowerTitle(t))
		d.Desc = g.profilesSaid(d.Rows)
	}
	if len(without) > 0 {
		d.Desc += " " + l.text("No mean is shown of %s.", l.listed(without))
	}
	return figureChart{named(name, english().lowerTitle(t)), d}
}

// withMeans returns the audiences of a topic of which a mean is shown, and the names of the others: a legend has no shape that the chart has not.
func (l *lookup) withMeans(t *topic) (shown []analysis.Audience, without []string) {
	for _, a := range t.audiences {
		if slices.ContainsFunc(t.items, func(i int) bool {
			f := l.profile(t, a.ID, l.result.Items[i].ID, "mean")
			return f != nil && f.Value.Defined()
		}) {
			shown = append(shown, a)
		} else {
			without = append(without, visible(a.Label))
		}
	}
	return shown, without
}

// lookOf returns the number of an audience's colour and shape, the same in every chart.
func (l *lookup) lookOf(audience string) int {
	return slices.IndexFunc(l.result.Audiences, func(a analysis.Audience) bool { return a.ID == audience })
}

// oneTarget reports whether all items of a topic have the same target.
func (l *lookup) oneTarget(t *topic) bool {
	return !slices.ContainsFunc(t.items, func(i int) bool { return l.result.Items[i].Target != l.result.Items[t.items[0]].Target })
}

// apartNote writes the headline gap of an item with the mark of its verdict.
func (l *lookup) apartNote(g *gapTable, item string) string {
	f := l.gap(g.topic, g.of[0][0], g.of[0][1], item, "difference")
	if f == nil || !f.Value.Defined() {
		return ""
	}
	return strings.TrimSpace(l.difference(f, func(x analysis.Number) string { return l.signed(x, decimals(g.topic)) }) + " " + verdictMark(f.Verdict))
}

// chainChart shows where the distance of every item arises.
func (l *lookup) chainChart(t *topic) figureChart {
	n := len(l.result.Audiences)
	first, middle, last := l.result.Audiences[0], l.result.Audiences[n-2], l.result.Audiences[n-1]
	b := chart.Bars{
		Words: l.chartWords(),
		First: 3, Total: l.pairName(first.ID, last.ID),
		Title: l.text("Where the distance arises: %s", l.lowerTitle(t)), Axis: l.text("gap, %s", l.scaleName(t)),
		Desc: l.text("The gap between %s and %s, at the right with its verdict (%s), as the sum of a part inside the house and a part at delivery.", visible(first.Label), visible(last.Label), l.text(verdictMarks)),
		Series: []string{
			l.text("communication: %s − %s", visible(first.Label), visible(middle.Label)),
			l.text("delivery: %s − %s", visible(middle.Label), visible(last.Label)),
		},
	}
	for _, i := range l.inOrderOfDistance(t) {
		of := func(a, c, statistic string) *analysis.Figure {
			return l.figure(key{"chain", t.kind, t.perspective, a, c, l.result.Items[i].ID, statistic, t.wave})
		}
		total := of(first.ID, last.ID, "total_gap")
		if total == nil {
			continue
		}
		text := l.undefined()
		if total.Note.Has(analysis.NoteSuppressed) {
			text = l.withheld()
		}
		if total.Value.Defined() {
			text = strings.TrimSpace(l.difference(total, func(x analysis.Number) string { return l.signed(x, decimals(t)) }) + " " + verdictMark(total.Verdict))
		}
		b.Rows = append(b.Rows, chart.Row{Label: visible(l.result.Items[i].Label), Values: []chart.Value{
			drawn(of(first.ID, middle.ID, "communication_gap")), drawn(of(middle.ID, last.ID, "delivery_gap")),
		}})
		b.Totals = append(b.Totals, text)
	}
	return figureChart{named("chain", english().lowerTitle(t)), b}
}

// boxesChart shows how answers divide into the bottom box, what lies between, and the top box; none where nothing may be shown of it.
func (l *lookup) boxesChart(t *topic) []figureChart {
	boxes := l.boxesOf(t.items, t.kind, t.perspective)
	d := chart.Distribution{
		Words: l.chartWords(),
		Title: l.text("How answers divide: %s", l.lowerTitle(t)), Desc: l.text("Shares of the low, middle and high answers of each audience; the bars are set so that the middle of the middle part lies on the dashed line."),
		Parts: [3]string{l.text("bottom %d", boxes.bottom), l.text("between"), l.text("top %d", boxes.top)},
	}
	if boxes.mixed {
		d.Parts[0], d.Parts[2] = l.text("bottom box"), l.text("top box")
	}
	g := &gapTable{lookup: l, topic: t, notes: &footnotes{language: l.language, result: l.result}}
	g.pairs()
	for _, i := range g.sorted() {
		item := l.result.Items[i]
		for _, a := range t.audiences {
			of := l.profile(t, a.ID, item.ID, "top_box")
			low, high := drawn(l.profile(t, a.ID, item.ID, "bottom_box")), drawn(of)
			if of == nil {
				continue
			}
			row := chart.Row{
				Group: l.boxedName(boxes, item.ID, item.Label), Label: visible(a.Label),
				Values: []chart.Value{low, {Value: math.Max(0, 1-low.Value-high.Value)}, high},
			}
			for _, part := range row.Values {
				row.Texts = append(row.Texts, l.percent(analysis.Number(part.Value), 0))
			}
			if math.IsNaN(low.Value + high.Value) {
				if row.Note = l.whyUndivided(of, l.profile(t, a.ID, item.ID, "bottom_box"), d.Parts); row.Note == "" {
					continue // nobody answered
				}
			}
			d.Rows = append(d.Rows, row)
		}
	}
	if !slices.ContainsFunc(d.Rows, func(r chart.Row) bool { return r.Note == "" }) {
		return nil
	}
	return []figureChart{{named("answers", english().lowerTitle(t)), d}}
}

// whyUndivided says why the answers of an audience to an item are not divided: one of its boxes is not shown, or was not published, whereas
// the other may be.
func (l *lookup) whyUndivided(top, bottom *analysis.Figure, parts [3]string) string {
	withheld := func(f *analysis.Figure) bool { return f != nil && f.Note.Has(analysis.NoteSuppressed) }
	switch {
	case withheld(top) || withheld(bottom):
		return l.withheld()
	case top.Note.Has(analysis.NoteRescaled):
		return l.text("seems to be on another scale")
	case top.Value.Defined():
		return parts[2] + " " + l.percent(top.Value, 0)
	}
	return ""
}

// mapChart is importance against performance.
func (t *importanceTopic) mapChart() (figureChart, bool) {
	x, y := t.of("quadrant", "", "crosshair_performance"), t.of("quadrant", "", "crosshair_importance")
	if x == nil || !x.Value.Defined() || !y.Value.Defined() {
		return figureChart{}, false
	}
	s := chart.Scatter{
		Words: t.chartWords(),
		Title: t.mapTitle(), X: t.text("performance, %s", t.scale), Y: t.text("importance, %s", t.scale), Square: true,
		Desc: t.text("Each item by its mean performance and mean importance, cut into four by a cross-hair; on the diagonal both are equal."),
		Low:  t.low, High: t.high, CrossX: float64(x.Value), CrossY: float64(y.Value),
		Corners: [4]string{t.word(analysis.Concentrate), t.word(analysis.KeepUp), t.word(analysis.LowPriority), t.word(analysis.Overkill)},
		Guide:   t.text("dashed: the cross-hair; thin diagonal: importance equals performance"),
	}
	for _, i := range t.inOrderOfMeans() {
		item := t.result.Items[i]
		p := chart.Point{Label: visible(item.Label), X: drawn(t.of("quadrant", item.ID, "performance")), Y: drawn(t.of("quadrant", item.ID, "importance"))}
		if math.IsNaN(p.X.Value) || math.IsNaN(p.Y.Value) {
			continue
		}
		if f := t.of("quadrant", item.ID, "quadrant"); f != nil {
			p.Note = t.word(f.Verdict)
			if stable := t.of("quadrant", item.ID, "quadrant_stability"); stable != nil && stable.Value.Defined() {
				p.Note = t.text("%s, %s of resamples", p.Note, t.percent(stable.Value, 0))
			}
		}
		s.Points = append(s.Points, p)
	}
	s.Guide += t.linesSaid(s.Points)
	return figureChart{named("map", t.audience.ID, t.wave), s}, len(s.Points) > 1
}

// statedChart is what is said to matter against what goes with the outcome.
func (t *importanceTopic) statedChart() (figureChart, bool) {
	s := t.statedPoints()
	return figureChart{named("stated-derived", t.audience.ID, t.wave), s}, len(s.Points) > 1
}

// statedPoints places the items that are ranked by both; filled are those whose kind is held.
func (t *importanceTopic) statedPoints() chart.Scatter {
	s := chart.Scatter{
		Words: t.chartWords(),
		Title: t.title(t.text("Stated against derived importance")), X: t.text("derived importance: share of the explained differences"), Y: t.text("stated importance, %s", t.scale), Percent: true,
		Desc: t.text("Each item by its share of the outcome's explained differences and its mean stated importance."),
		Low:  0, High: t.high, CrossX: t.halves("derived", "derived_share", "derived_rank"), CrossY: t.halves("quadrant", "importance", "stated_rank"),
		Corners: [4]string{t.word(analysis.TableStakes), t.word(analysis.CoreDriver), t.word(analysis.LowPriority), t.word(analysis.HiddenDriver)},
		Guide:   t.text("dashed: between the upper and the lower half of the items; filled: of the kind that its quadrant names; hollow: uncertain, for place alone does not make the kind: the interval of the difference of both ranks, in the table, has to hold it"),
	}
	for _, i := range t.inOrderOfMeans() {
		item := t.result.Items[i]
		p := chart.Point{Label: visible(item.Label), X: drawn(t.of("derived", item.ID, "derived_share")), Y: drawn(t.of("quadrant", item.ID, "importance"))}
		if math.IsNaN(p.X.Value) || math.IsNaN(p.Y.Value) {
			continue
		}
		if f := t.of("stated_derived", item.ID, "class"); f != nil {
			p.Note, p.Hollow = t.word(f.Verdict), f.Verdict == analysis.Uncertain
		}
		s.Points = append(s.Points, p)
	}
	s.Guide += t.linesSaid(s.Points)
	return s
}

// halves returns the middle between the last item of the upper half of the ranks and the first of the lower one, which the classes of
// stated against derived importance are told apart by.
func (t *importanceTopic) halves(name, statistic, rank string) float64 {
	var upper, lower []float64
	ranked := t.rankedItems()
	for _, i := range t.rated {
		item := t.result.Items[i].ID
		f, value := t.of("stated_derived", item, rank), t.of(name, item, statistic)
		switch {
		case f == nil || !f.Value.Defined() || value == nil || !value.Value.Defined():
		case float64(f.Value) <= float64(ranked+1)/2:
			upper = append(upper, float64(value.Value))
		default:
			lower = append(lower, float64(value.Value))
		}
	}
	if len(upper) == 0 || len(lower) == 0 {
		return math.NaN()
	}
	return (slices.Min(upper) + slices.Max(lower)) / 2
}

// trendChart shows the means of every item over the waves.
func (l *lookup) trendChart(of *topic) figureChart {
	d := chart.Trend{
		Words: l.chartWords(),
		Title: l.text("Over the waves: %s, %s", l.kind(of), l.scaleName(of)), Axis: l.text("mean, %s", l.scaleName(of)), Low: of.low, High: of.high,
	}
	for _, wave := range l.result.Waves {
		d.Waves = append(d.Waves, visible(wave))
	}
	followed, _ := l.followed(of)
	for _, a := range followed {
		d.Series, d.Looks = append(d.Series, visible(a.Label)), append(d.Looks, l.lookOf(a.ID))
	}
	for _, i := range of.items {
		item := chart.TrendItem{Label: visible(l.result.Items[i].Label), Loose: l.looseStretches(of, i, followed)}
		for _, a := range followed {
			var values []chart.Value
			for _, wave := range l.result.Waves {
				values = append(values, drawn(l.figure(key{"profile", of.kind, of.perspective, a.ID, "", l.result.Items[i].ID, "mean", wave})))
			}
			item.Values = append(item.Values, values)
		}
		d.Items = append(d.Items, item)
	}
	d.Desc = l.trendSaid(d.Items)
	return figureChart{named("trend", string(of.kind), of.scale), d}
}

// looseStretches says of every audience and wave whether no change from the wave before is established; nil where no change of the item
// was compared.
func (l *lookup) looseStretches(of *topic, i int, audiences []analysis.Audience) [][]bool {
	var loose [][]bool
	compared := false
	for _, a := range audiences {
		stretches := make([]bool, len(l.result.Waves))
		for k := 1; k < len(l.result.Waves); k++ {
			f := l.figure(key{"change", of.kind, of.perspective, a.ID, "", l.result.Items[i].ID, "mean_change", l.result.Waves[k-1] + ":" + l.result.Waves[k]})
			compared = compared || f != nil && f.Value.Defined()
			stretches[k] = f == nil || !f.Value.Defined() || !l.claimed(f)
		}
		loose = append(loose, stretches)
	}
	if !compared {
		return nil
	}
	return loose
}

// followed returns the audiences with answers in more waves than one, and the names of the others, who show no trend.
func (l *lookup) followed(of *topic) (audiences []analysis.Audience, once []string) {
	for _, a := range of.audiences {
		waves := 0
		for _, wave := range l.result.Waves {
			if slices.ContainsFunc(of.items, func(i int) bool {
				f := l.figure(key{"profile", of.kind, of.perspective, a.ID, "", l.result.Items[i].ID, "mean", wave})
				return f != nil && f.N != 0
			}) {
				waves++
			}
		}
		if waves > 1 {
			audiences = append(audiences, a)
		} else {
			once = append(once, visible(a.Label))
		}
	}
	return audiences, once
}

// trendSection has the means of every audience over the waves, as a chart and in numbers.
func (l *lookup) trendSection(of *topic) section {
	notes := &footnotes{language: l.language, result: l.result}
	followed, once := l.followed(of)
	s := section{title: l.text("Over the waves: %s, %s", l.kind(of), l.scaleName(of))}
	if len(followed) == 0 {
		return s
	}
	s.charts = []figureChart{l.trendChart(of)}
	s.grid.grouped = l.text("audience")
	s.grid.columns = []column{{l.text("item"), words}}
	for _, wave := range l.result.Waves {
		s.grid.columns = append(s.grid.columns, column{visible(wave), gaps})
	}
	for _, a := range followed {
		for _, i := range of.items {
			item := l.result.Items[i]
			cells := []cell{{visible(item.Label)}}
			for _, wave := range l.result.Waves {
				f := l.figure(key{"profile", of.kind, of.perspective, a.ID, "", item.ID, "mean", wave})
				cells = append(cells, notes.intervalCell(f, func(x analysis.Number) string { return l.number(x, decimals(of)) }))
			}
			s.grid.rows = append(s.grid.rows, row{group: visible(a.Label), cells: cells})
		}
	}
	s.lines = append(nonEmpty(l.bracketed("", s.grid.rows)), notes.lines()...)
	if len(once) > 0 {
		s.lines = append(s.lines, l.text("answers in one wave only, no trend to show: %s", strings.Join(once, ", ")))
	}
	s.notes = notes.noted
	return s
}

// dividesKnown reports whether the share of either end is known of any answers, or may be but is not shown: of published means it is not.
func (l *lookup) dividesKnown(t *topic) bool {
	return slices.ContainsFunc(t.items, func(i int) bool {
		return slices.ContainsFunc(t.audiences, func(a analysis.Audience) bool {
			return slices.ContainsFunc([]string{"bottom_box", "top_box"}, func(statistic string) bool {
				f := l.profile(t, a.ID, l.result.Items[i].ID, statistic)
				return f != nil && (f.Value.Defined() || f.Note.Withheld())
			})
		})
	})
}

// brokenBehind lets a head that begins with a name break behind it and nowhere else.
func brokenBehind(name, head string) string {
	rest, begins := strings.CutPrefix(head, name+" ")
	if !begins {
		return head
	}
	return name + " " + strings.ReplaceAll(rest, " ", noBreak)
}

// boxesSection is how answers divide, as a chart and in numbers.
func (l *lookup) boxesSection(t *topic) section {
	if !l.dividesKnown(t) {
		return section{}
	}
	notes := &footnotes{language: l.language, result: l.result}
	boxes := l.boxesOf(t.items, t.kind, t.perspective)
	s := section{title: l.text("How answers divide: %s", l.lowerTitle(t)), charts: l.boxesChart(t)}
	s.grid.columns, s.grid.together = []column{{l.text("item"), words}}, 2
	names := l.shortNames()
	for _, a := range t.audiences {
		for i := range l.result.Audiences {
			if l.result.Audiences[i].ID == a.ID {
				bottom, top := l.text("%s bottom %d, %%", names[i], boxes.bottom), l.text("%s top %d, %%", names[i], boxes.top)
				if boxes.mixed {
					bottom, top = l.text("%s bottom box, %%", names[i]), l.text("%s top box, %%", names[i])
				}
				s.grid.columns = append(s.grid.columns, column{brokenBehind(names[i], bottom), numbers}, column{brokenBehind(names[i], top), gaps})
			}
		}
	}
	g := &gapTable{lookup: l, topic: t, notes: notes}
	g.pairs()
	for _, i := range g.sorted() {
		item := l.result.Items[i]
		cells := []cell{{l.boxedName(boxes, item.ID, item.Label)}}
		for _, a := range t.audiences {
			low, high := l.profile(t, a.ID, item.ID, "bottom_box"), l.profile(t, a.ID, item.ID, "top_box")
			cells = append(cells,
				notes.cell(low, 1, func() cell { return cell{l.number(100*low.Value, 0)} }),
				notes.intervalCell(high, func(x analysis.Number) string { return l.number(100*x, 0) }))
		}
		s.grid.rows = append(s.grid.rows, row{cells: cells})
	}
	line := l.text("shares of the answers, in percent: bottom %d and top %d points of the scale, the rest between", boxes.bottom, boxes.top)
	if boxes.mixed {
		line = l.text("shares of the answers, in percent: as many points of the scale at either end as stand beside the item, the rest between")
	}
	s.lines = append([]string{l.bracketed(line, s.grid.rows)}, notes.lines()...)
	s.notes = notes.noted
	return s
}
