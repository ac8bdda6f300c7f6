package report

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// importanceTopic is what the tables of importance are about: one audience in one wave.
type importanceTopic struct {
	*lookup
	audience  analysis.Audience
	wave      string
	rated     []int // items rated for importance and performance: indices into Result.Items
	drivers   []int // items that explain the outcome
	digits    int
	scale     string
	low, high float64
}

// importanceTopics returns the audiences that say what matters, or show it, in the order of waves and audiences.
func (l *lookup) importanceTopics() []*importanceTopic {
	waves := l.result.Waves
	if len(waves) == 0 {
		waves = []string{""}
	}
	var all []*importanceTopic
	for _, wave := range waves {
		for _, a := range l.result.Audiences {
			t := &importanceTopic{lookup: l, audience: a, wave: wave, digits: 1}
			for i, item := range l.result.Items {
				if f := t.of("shortfall", item.ID, "shortfall"); f != nil {
					t.rated = append(t.rated, i)
					of := l.scaleOf(item, study.Importance, a.ID, f.Unit)
					t.scale, t.digits, t.low, t.high = l.scaleName(of), decimals(of), of.low, of.high
				}
				if t.of("derived", item.ID, "derived_share") != nil {
					t.drivers = append(t.drivers, i)
				}
			}
			if len(t.rated)+len(t.drivers) > 0 {
				all = append(all, t)
			}
		}
	}
	return all
}

// scaleOf returns the scale on which an audience gave one kind of rating to an item, as that of a topic.
func (l *lookup) scaleOf(item analysis.Item, kind study.Kind, audience string, unit analysis.Unit) *topic {
	t := &topic{unit: unit, low: 0, high: 100}
	for _, r := range item.Ratings {
		for _, asked := range r.Asked {
			if r.Kind == kind && asked.Audience == audience && unit == analysis.Points {
				scale, err := study.ParseScale(asked.Scale)
				if err == nil {
					t.scale, t.low, t.high = asked.Scale, scale.Low, scale.High
				}
			}
		}
	}
	return t
}

// of returns a figure of the audience about an item, a construct or (empty) everything.
func (t *importanceTopic) of(name, item, statistic string) *analysis.Figure {
	return t.figure(key{name, study.Performance, "own", t.audience.ID, "", item, statistic, t.wave})
}

// derives reports whether there is derived importance to show.
func (t *importanceTopic) derives() bool { return len(t.drivers) > 0 && t.refusal() == "" }

func (t *importanceTopic) title(what string) string {
	title := what + ", " + visible(t.audience.Label)
	return title + t.inWave(t.wave)
}

// mapTitle names the map and the section that it stands in: a page says it once.
func (t *importanceTopic) mapTitle() string {
	return t.title(t.text("Importance against performance")) + ", " + t.scale
}

// importanceSections are the tables of what matters: in brief for the last audience that says so, or all of them in full.
func (l *lookup) importanceSections(full, plot bool) []section {
	topics := l.importanceTopics()
	if !full {
		topics = l.lastOfEachWave(topics)
	}
	var sections []section
	for _, t := range topics {
		sections = append(sections, t.shortfallSection(full))
		if full {
			sections = append(sections, t.quadrantSection(plot), t.derivedSection(), t.asymmetrySection(), t.prioritySection())
		}
	}
	if full {
		sections = append(sections, l.withoutShortfall()...)
		for _, t := range topics {
			sections = append(sections, t.segmentSections()...)
		}
		sections = append(sections, l.comparedSections(l.everyWave())...)
		sections = append(sections, l.beliefSections(l.everyWave())...)
		sections = append(sections, l.constructSections(l.everyWave())...)
		sections = append(sections, l.journeySections(l.everyWave())...)
	}
	return slices.DeleteFunc(sections, func(s section) bool { return !s.says() })
}

// lastOfEachWave keeps the outermost audience of every wave: whom importance is mostly asked of.
func (l *lookup) lastOfEachWave(topics []*importanceTopic) []*importanceTopic {
	var last []*importanceTopic
	for i, t := range topics {
		if i == len(topics)-1 || topics[i+1].wave != t.wave {
			last = append(last, t)
		}
	}
	return last
}

// inOrderOfImportance sorts the rated items by the importance of their dimension, and within it by their own.
func (t *importanceTopic) inOrderOfImportance() []int {
	important := func(item string) float64 {
		if f := t.of("shortfall", item, "top_box_importance"); f != nil && f.Value.Defined() {
			return float64(f.Value)
		}
		return -1
	}
	ofDimension := map[string]float64{}
	for _, c := range t.result.Constructs {
		if c.Dimension {
			ofDimension[c.Label] = important(c.ID)
		}
	}
	order := append([]int(nil), t.rated...)
	dimension := func(i int) (float64, string) {
		name := t.result.Items[i].Dimension
		if x, many := ofDimension[name]; many {
			return x, name
		}
		if name == "" {
			return -2, ""
		}
		return important(t.result.Items[i].ID), name // a dimension of one item
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, first := dimension(order[a])
		y, second := dimension(order[b])
		switch {
		case x != y:
			return x > y
		case first != second:
			return first < second
		}
		return important(t.result.Items[order[a]].ID) > important(t.result.Items[order[b]].ID)
	})
	return order
}

// inOrderOfMeans sorts the rated items by their mean importance, for tables and charts that have no dimensions.
func (t *importanceTopic) inOrderOfMeans() []int {
	order := slices.Clone(t.rated)
	mean := func(i int) float64 {
		if f := t.of("quadrant", t.result.Items[i].ID, "importance"); f != nil && f.Value.Defined() {
			return float64(f.Value)
		}
		return math.Inf(-1)
	}
	sort.SliceStable(order, func(a, b int) bool { return mean(order[a]) > mean(order[b]) })
	return order
}

// shortfallSection is importance against performance in the layout of the trust barometer: shares, gap, clusters in order of
// importance. In brief with the quadrant; in full with the shortfall in points, and the dimensions.
func (t *importanceTopic) shortfallSection(full bool) section {
	notes := &footnotes{language: t.language, result: t.result}
	if full && t.unlikeScales() {
		notes.of(t.of("shortfall", t.result.Items[t.rated[0]].ID, "shortfall"))
		return section{title: t.title(t.text("Where what matters falls short")), lines: []string{t.text("no shortfall: %s", strings.Join(notes.noted, "; "))}}
	}
	s := section{title: t.title(t.text("Where what matters falls short")) + ", " + t.scale}
	s.grid.columns = []column{{t.text("item"), words}, {t.text("important"), numbers}, {t.text("done well"), numbers}, {t.text("shortfall, pp"), gaps}}
	if full {
		s.grid.columns = append(s.grid.columns, column{t.text("in points"), gaps}, column{t.text("opportunity"), numbers})
	} else {
		s.grid.columns = append(s.grid.columns, column{t.text("quadrant"), words})
		if t.derives() {
			s.grid.columns = append(s.grid.columns, column{t.text("derived"), numbers})
		}
	}
	for _, i := range t.inOrderOfImportance() {
		item := t.result.Items[i]
		if item.Dimension != "" {
			s.grid.grouped = t.text("dimension")
		}
		s.grid.rows = append(s.grid.rows, row{group: t.orOther(item.Dimension), cells: t.shortfallCells(item.ID, visible(item.Label), notes, full)})
	}
	if full {
		for _, c := range t.shortConstructs() {
			s.grid.rows = append(s.grid.rows, row{group: t.text("Dimensions and constructs"), cells: t.shortfallCells(c.ID, t.constructName(c, notes), notes, full)})
		}
	}
	s.lines = append(t.shortfallLines(full, s.grid.rows), notes.lines()...)
	s.notes = notes.noted
	return s
}

// orOther names the group of items without a dimension.
func (w *language) orOther(dimension string) string {
	if dimension == "" {
		return w.text("Of no dimension")
	}
	return visible(dimension)
}

func (t *importanceTopic) shortfallCells(item, label string, notes *footnotes, full bool) []cell {
	of := func(statistic string) *analysis.Figure { return t.of("shortfall", item, statistic) }
	plain := func(f *analysis.Figure, write func(analysis.Number) string) cell {
		return notes.cell(f, 1, func() cell { return cell{write(f.Value)} })
	}
	whole := func(x analysis.Number) string { return t.percent(x, 0) }
	cells := []cell{
		{label},
		plain(of("top_box_importance"), whole), plain(of("top_box_performance"), whole),
		notes.intervalCell(of("top_box_shortfall"), func(x analysis.Number) string { return t.signed(100*x, 0) }),
	}
	if full {
		return append(cells,
			notes.intervalCell(of("shortfall"), func(x analysis.Number) string { return t.signed(x, t.digits) }),
			plain(of("opportunity"), func(x analysis.Number) string {
				return t.sided(x, func(x analysis.Number) string { return t.number(x, 1) }, analysis.HighOpportunity, analysis.ExtremeOpportunity)
			}))
	}
	verdict := notAsked
	if f := t.of("quadrant", item, "quadrant"); f != nil {
		verdict = orDash(t.word(f.Verdict))
	}
	cells = append(cells, cell{verdict})
	if t.derives() {
		cells = append(cells, plain(t.of("derived", item, "derived_share"), whole))
	}
	return cells
}

// intervalCell writes a value with its interval, beside the limits of what is said of it, and a dagger for a small base.
func (f *footnotes) intervalCell(figure *analysis.Figure, write func(analysis.Number) string, limits ...float64) cell {
	return f.cell(figure, 3, func() cell {
		marks := apart(f.of(figure), f.cutMark(figure))
		if figure.Note.Has(analysis.NoteSmallBase) {
			f.small = true
			marks += "†"
		}
		value := f.sided(figure.Value, write, limits...)
		if strings.HasPrefix(write(1), "+") && len(limits) == 0 {
			value = f.difference(figure, write)
		}
		return cell{value, f.between(figure.Low, figure.High, write, limits...), marks}
	})
}

func (t *importanceTopic) shortfallLines(full bool, rows []row) []string {
	important, done := t.boxesOf(t.rated, study.Importance, "own"), t.boxesOf(t.rated, study.Performance, "own")
	lines := []string{t.text("important, done well: share in the top %d; shortfall: important − done well, within the respondents who rated both", important.top)}
	switch {
	case published(t.audience, t.wave):
		lines[0] = t.text("important, done well: share in the top of the scale; shortfall: important − done well, as published")
	case important.mixed || done.mixed || important.top != done.top:
		lines[0] = t.text("important, done well: share in the top of the scale (of importance %s, of performance %s); shortfall: important − done well, within the respondents who rated both",
			t.topPoints(important), t.topPoints(done))
	}
	lines[0] = t.bracketed(lines[0], rows)
	if len(t.drivers) == 0 && len(t.rated) > 0 {
		lines = append(lines, t.text("no derived importance: %s", t.withoutOutcome()))
	}
	if reason := t.refusal(); reason != "" && !full { // in full it stands where the table would
		lines = append(lines, t.text("no derived importance: %s", reason))
	}
	if full {
		return append(lines, t.text("opportunity: importance + (importance − performance), the bracket 0 where performance is the higher, each a tenth of its share in percent (“important” and “done well”): 0 to 20, above 12 high, above 15 extreme"))
	}
	lines = append(lines, t.crosshairLine()...)
	if t.derives() {
		lines = append(lines, t.outcomeLine("derived: share of the explained differences in %s that go with the item"))
	}
	return append(lines, t.text("cxgap drivers has all audiences, intervals of derived importance, and how stable the quadrants are"))
}

// withoutOutcome says why nothing can be derived of an audience without a model of its outcome.
func (t *importanceTopic) withoutOutcome() string {
	for _, item := range t.result.Items {
		for _, r := range item.Ratings {
			if r.Kind != study.OutcomeKind {
				continue
			}
			for _, asked := range r.Asked {
				if asked.Audience == t.audience.ID {
					return t.text("published figures have no respondents, who would be needed")
				}
			}
			return t.text("%s were not asked %s", visible(t.audience.Label), t.quoted(item))
		}
	}
	return t.text("the study names no outcome")
}

func (t *importanceTopic) crosshairLine() []string {
	x, y := t.of("quadrant", "", "crosshair_importance"), t.of("quadrant", "", "crosshair_performance")
	if x == nil || !x.Value.Defined() || !y.Value.Defined() {
		return nil
	}
	where := t.crosshairAt(t.result.Choices.Crosshair)
	digits := t.crossDigits(t.besideCross())
	return []string{t.text("quadrants: cross-hair %s, importance %s, performance %s", where, t.number(x.Value, digits), t.number(y.Value, digits))}
}

// stabilityKnown reports whether any item was placed in resamples: of published figures none is.
func (t *importanceTopic) stabilityKnown() bool {
	return slices.ContainsFunc(t.rated, func(i int) bool {
		f := t.of("quadrant", t.result.Items[i].ID, "quadrant_stability")
		return f != nil && f.Value.Defined()
	})
}

// quadrantSection says where every item falls, how often it does in the resamples, and where it would under the other rules.
func (t *importanceTopic) quadrantSection(plot bool) section {
	notes := &footnotes{language: t.language, result: t.result}
	s := section{title: t.mapTitle()}
	s.grid.columns = []column{{t.text("item"), words}, {t.text("importance"), numbers}, {t.text("performance"), numbers}, {t.text("quadrant"), words}, {t.text("stable"), numbers}, {t.text("under other rules"), words}}
	digits := t.besideCross()
	for _, i := range t.inOrderOfMeans() {
		item := t.result.Items[i]
		f := t.of("quadrant", item.ID, "quadrant")
		if f == nil {
			return section{}
		}
		stable := t.of("quadrant", item.ID, "quadrant_stability")
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)},
			{t.quadrantMean(item.ID, "importance", digits)},
			{t.quadrantMean(item.ID, "performance", digits)},
			{orDash(t.word(f.Verdict))},
			notes.cell(stable, 1, func() cell { return cell{t.share(stable)} }),
			{t.otherQuadrants(item.ID, f.Verdict)},
		}})
	}
	if t.onlyShares() {
		return section{title: s.title, lines: []string{t.text("no map: %s", t.text("published as a share of the top box alone: nothing in points, and no place on the map; means would be needed"))}}
	}
	s.lines = slices.Concat(t.crosshairLine(), t.otherRules(), t.belowTargetOnMap(), t.hiddenOnMap())
	if c := t.result.Choices; c.Resampled && t.stabilityKnown() {
		s.lines = append(s.lines, t.text("stable: share of %s resamples in which the item falls in its quadrant", t.whole(c.Resamples)))
	}
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	if plot {
		drawing, said := t.plot()
		s.drawing, s.lines = drawing, append(said, s.lines...)
	}
	return s
}

// onlyShares reports whether nothing can be placed on the map because shares alone were published of all items.
func (t *importanceTopic) onlyShares() bool {
	return len(t.rated) > 0 && !slices.ContainsFunc(t.rated, func(i int) bool {
		f := t.of("quadrant", t.result.Items[i].ID, "quadrant")
		return f == nil || !f.Note.Has(analysis.NoteNoMean)
	})
}

// otherRules says what the rules are that the cross-hair does not go by.
func (t *importanceTopic) otherRules() []string {
	var rules []string
	for _, rule := range study.Crosshairs() {
		if rule != t.result.Choices.Crosshair {
			rules = append(rules, t.word(string(rule))+" ("+t.crosshairAt(rule)+")")
		}
	}
	return []string{t.text("under other rules: where the item would fall if the cross-hair lay elsewhere: %s", t.listed(rules))}
}

// crosshairAt says where a rule puts the cross-hair.
func (w *language) crosshairAt(rule study.Crosshair) string {
	return map[study.Crosshair]string{
		study.CrosshairMean: w.text("at the means of the items"), study.CrosshairMedian: w.text("at the medians of the items"),
		study.CrosshairMidpoint: w.text("in the middle of the scale"), study.CrosshairTarget: w.text("at the target"),
	}[rule]
}

// belowTargetOnMap names the items that the map has among those that are rated higher than most though they are below the target.
func (t *importanceTopic) belowTargetOnMap() []string {
	var names []string
	for _, i := range t.inOrderOfMeans() {
		item := t.result.Items[i]
		if place := t.place(item.ID); (place == analysis.KeepUp || place == analysis.Overkill) && t.belowTarget(item) {
			names = append(names, t.quoted(item))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{t.text("the map compares items with each other, not with the target; rated higher than the cross-hair, yet below the target: %s", t.listed(names))}
}

// otherQuadrants names the rules that place an item elsewhere.
func (t *importanceTopic) otherQuadrants(item, verdict string) string {
	var rules []string
	names := map[string][]string{}
	for _, rule := range study.Crosshairs() {
		f := t.of("quadrant", item, "quadrant_"+string(rule))
		if f == nil || f.Verdict == "" || f.Verdict == verdict || rule == t.result.Choices.Crosshair {
			continue
		}
		if names[f.Verdict] == nil {
			rules = append(rules, f.Verdict)
		}
		names[f.Verdict] = append(names[f.Verdict], t.word(string(rule)))
	}
	for i, name := range rules {
		rules[i] = t.word(name) + " (" + strings.Join(names[name], ", ") + ")"
	}
	if len(rules) == 0 {
		return t.text("the same")
	}
	return strings.Join(rules, "; ")
}

// outcomeLine names the outcome in a text, and how much of it goes with the drivers.
func (t *importanceTopic) outcomeLine(format string) string {
	text := t.text(format, t.outcome())
	if f := t.of("derived", "", "r_squared"); f != nil && f.Value.Defined() {
		text += t.text(" (%s, %s); associated with, which is not to say causes", "R²"+noBreak+t.number(f.Value, 2), "n"+noBreak+t.rounded(f.N))
	}
	return text
}
