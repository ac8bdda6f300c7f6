package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// ClientOptions say how the client report is headed.
type ClientOptions struct {
	Title     string     // empty: the study's
	Client    string     // for whom it is
	Logo      string     // data URI of a picture; empty: none
	Accent    string     // a colour such as #0072b2; empty: the house's
	Audience  string     // id of the audience that it is handed to, which the result was cut down for; empty: whoever commissioned the study
	Templates []Template // the files of a look of one\'s own; what is not among them is the house\'s
	Language  string     // tag of the language of the fixed texts; empty: the study's, else English
	Messages  []byte     // a message file of a language of one's own, instead
	PNG       bool       // of Markdown: charts as pictures of dots, for programs that show no SVG
	Charts    string     // of Markdown: the folder of the chart files, relative to the document; empty: no charts
}

// clientReport is what a consultant hands over.
type clientReport struct {
	*language
	options  ClientOptions
	result   *analysis.Result
	title    string
	scope    string
	version  string // whom it is for, where it is not for all; empty: for all
	leftOut  string // what the version leaves out
	findings []finding
	parts    []reportPart
}

// reportPart is a chapter: a heading, and the tables and charts under it.
type reportPart struct {
	ID       string
	title    string
	intro    string
	sections []section
}

// newClientReport lays a result out as a report: first the answer, then what it rests on, last how it was made.
func newClientReport(r *analysis.Result, o ClientOptions) (*clientReport, error) {
	w, err := newLanguage(cmp.Or(o.Language, r.Language))
	if len(o.Messages) > 0 {
		w, err = parseLanguage(o.Messages)
	}
	if err != nil {
		return nil, err
	}
	return w.clientReport(r, o), nil
}

// clientReport lays a result out in a language.
func (w *language) clientReport(r *analysis.Result, o ClientOptions) *clientReport {
	l := newLookup(r, w)
	l.client, l.handedOn = true, o.Audience != ""
	c := &clientReport{language: w, options: o, result: r, title: visible(o.Title)}
	if c.title == "" {
		c.title = visible(r.Title)
	}
	if c.title == "" {
		c.title = l.text("Perception gaps")
	}
	c.scope, c.findings = l.scope(), l.answer()
	switch why, compared := l.nothingCompared(); {
	case compared && len(why.parts) > 0:
		c.scope += " " + why.text()
	case len(r.Audiences) == 1: // nobody expects a comparison
		c.findings = append(c.findings, why)
	case !compared && len(l.believedShares(l.newestWave()).parts) > 0: // which are compared
		c.scope += " " + why.text()
	case !compared:
		c.findings = append([]finding{why}, c.findings...)
	}
	if o.Audience != "" {
		c.version, c.leftOut = l.text("Version for %s", l.label(o.Audience)), l.versionLeavesOut()
	}
	c.add("scope", l.text("Who answered"), "", l.overview(), section{title: l.text("All in all"), others: l.allInAll()},
		section{title: l.text("The outcome"), others: append(l.outcomes(), l.strongestDriver()...)})
	c.add("ratings", l.text("How the items are rated"), "", l.ratedAlone()...)
	c.add("gaps", l.text("Where the audiences differ"), "", l.gapChapter()...)
	c.add("chain", l.text("Where the distance arises"), l.text("The gap between the first and the last audience is the sum of a gap inside the house and a gap at delivery."), l.chainChapter()...)
	c.add("importance", l.text("Importance against performance"), "", l.importanceChapter()...)
	c.add("derived", l.text("What goes with the outcome"), l.text("Derived importance shows with which items the outcome is associated, not what causes it."), l.derivedChapter()...)
	c.add("asymmetry", l.text("Penalty and reward"), "", l.ofImportance((*importanceTopic).asymmetrySection)...)
	c.add("segments", l.text("Within groups of respondents"), "", l.newestSegments()...)
	c.add("waves", l.text("Over time"), "", l.waveChapter()...)
	if !l.handedOn {
		c.add("priorities", l.text("What to do first"), l.planIntro(), append(l.ofImportance((*importanceTopic).priorities), l.plannedClasses())...)
	}
	c.add("others", l.text("Further figures"), "", l.otherChapter()...)
	c.add("methods", l.text("How the figures were made"), "", l.methodsSections(o.Audience)...)
	return c
}

// add appends a chapter, unless it is empty.
func (c *clientReport) add(id, title, intro string, sections ...section) {
	var kept []section
	all := func(s section) bool {
		return s.title == "" || s.title == title || strings.HasPrefix(s.title, title+", ")
	}
	named := !slices.ContainsFunc(sections, func(s section) bool { return !all(s) })
	for _, s := range sections {
		if s.title == title {
			s.title = "" // the chapter's heading says it
		}
		if rest, doubled := strings.CutPrefix(s.title, title+", "); doubled && named {
			s.title = titled(rest)
		}
		if s = c.withoutBlankColumns(s); s.says() {
			kept = append(kept, s)
		}
	}
	if len(kept) > 0 {
		c.explainSides(kept)
		c.parts = append(c.parts, reportPart{id, title, intro, kept})
	}
}

// meaning says what a figure of the report is, without what it says of the columns of a table of figures.
func (c *clientReport) meaning(id string) string {
	f, _ := FindFigure(c.result, id)
	clauses := strings.Split(c.word(definitionOf(f).Meaning), "; ")
	plain := clauses[:1]
	for _, clause := range clauses[1:] {
		if !strings.Contains(clause, "`") {
			plain = append(plain, clause)
		}
	}
	return strings.ReplaceAll(strings.Join(plain, "; "), "`", "") // a page would show the marks of code
}

// newest reports whether a topic belongs to the newest wave.
func (l *lookup) newest(t *topic) bool {
	return t.wave == l.newestWave()
}

// chainChapter has the chain of every performance topic of the newest wave.
func (l *lookup) chainChapter() []section {
	var sections []section
	if len(l.result.Audiences) < 3 {
		return nil
	}
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || !l.newest(t) || len(t.audiences) < 2 {
			continue
		}
		s := l.chainDetail(t)
		if len(s.grid.rows) > 0 {
			s.charts = []figureChart{l.chainChart(t)}
		}
		sections = append(sections, s)
	}
	if wave := l.newestWave(); len(sections) > 0 && len(l.stretches(wave)) > 0 {
		if !l.inAnswer(l.text("Where the distance arises")) {
			sections[0].others = append(sections[0].others, finding{parts: l.stretches(wave)})
		}
		if len(l.elsewhere(wave)) > 0 {
			sections[0].others = append(sections[0].others, finding{parts: l.elsewhere(wave)})
		}
	}
	return sections
}

// ofImportance makes a section of every audience that says what matters in the newest wave, the outermost first.
func (l *lookup) ofImportance(makers ...func(*importanceTopic) section) []section {
	var sections []section
	topics, waves := l.importanceTopics(), l.everyWave()
	for n := len(topics) - 1; n >= 0; n-- {
		for _, make := range makers {
			if topics[n].wave == waves[len(waves)-1] {
				sections = append(sections, make(topics[n]))
			}
		}
	}
	return sections
}

// importanceChapter has importance against performance, and what audiences believe of each other.
func (l *lookup) importanceChapter() []section {
	sections := l.ofImportance(func(t *importanceTopic) section { return t.shortfallSection(true) }, func(t *importanceTopic) section {
		s := t.quadrantSection(false)
		if drawing, some := t.mapChart(); some {
			s.charts = []figureChart{drawing}
		}
		return s
	})
	newest := []string{l.newestWave()}
	return append(append(sections, l.comparedSections(newest)...), l.beliefSections(newest)...)
}

// derivedChapter has derived importance beside stated, of all and within segments.
func (l *lookup) derivedChapter() []section {
	sections := l.ofImportance(func(t *importanceTopic) section {
		s := t.derivedSection()
		if drawing, some := t.statedChart(); some {
			s.charts = []figureChart{drawing}
		}
		return s
	})
	for _, t := range l.importanceTopics() {
		if waves := l.everyWave(); t.wave == waves[len(waves)-1] {
			sections = append(sections, t.segmentSections()...)
		}
	}
	return sections
}

// priorities are the ordered list of what to do, and the figures behind it.
func (t *importanceTopic) priorities() section {
	s := t.prioritySection()
	if len(s.grid.columns) == 0 {
		return s
	}
	if t.unexplained() {
		s.lines = append([]string{t.text("no steps: that the outcome goes with the items at all is not established")}, s.lines...)
		return s
	}
	s.steps = t.steps()
	about, striking := t.aboutFirst()
	if len(s.steps) > 0 {
		s.steps[0].items[0].parts = append(s.steps[0].items[0].parts, about...)
	}
	if len(s.steps) == 0 && t.ranked() {
		s.others = append(s.others, finding{parts: t.noStep()})
	}
	s.others = append(s.others, striking...)
	if others := t.noSteps(); len(others) > 0 && t.ranked() {
		s.others = append(s.others, finding{parts: others})
	}
	s.lines = append(s.lines, t.resamplesSaid(append(s.others, stepFindings(s.steps)...))...)
	order := t.inOrderOfSteps()
	if n := len(order) - stepped(s.steps); n > 0 {
		s.lines = append(s.lines, t.counted(n, "%s more item would be a step: the table has it", "%s more items would be steps: the table has them"))
	}
	return s
}

// otherChapter has what only one audience was asked, estimates of others, self against organisation, constructs and journeys.
func (l *lookup) otherChapter() []section {
	var sections []section
	for _, t := range l.topics() {
		if len(t.audiences) == 1 && l.newest(t) && !l.standsAlone(t) && t.kind != study.JourneyKind && t.estimated == "" { // estimates stand beside what they are of
			sections = append(sections, l.profileSection(t))
		}
	}
	newest := []string{l.newestWave()}
	sections = append(sections, l.perspectiveSections(newest)...)
	sections = append(sections, l.selfSections(newest)...)
	return append(append(sections, l.constructSections(newest)...), l.journeySections(newest)...)
}

// ratedAlone has what the one audience of a study says of the items, each table behind its chart: there are no gaps to begin with.
func (l *lookup) ratedAlone() []section {
	var sections []section
	for _, t := range l.topics() {
		if !l.standsAlone(t) {
			continue
		}
		g := &gapTable{lookup: l, topic: t}
		ordered := *t
		ordered.items = g.sorted()
		s := l.profileSection(&ordered)
		s.title = l.topicTitle(t)
		if s.hasRows() {
			s.charts = []figureChart{l.meansChart(t, false)}
		}
		sections = append(sections, s)
	}
	return sections
}

// standsAlone reports whether a topic is of the performance that the one audience of a study rates, in the newest wave.
func (l *lookup) standsAlone(t *topic) bool {
	return len(l.result.Audiences) == 1 && len(t.audiences) == 1 && t.kind == study.Performance && t.perspective == "own" && l.newest(t)
}

// waveChapter has the changes from wave to wave, behind the trend of the means.
func (l *lookup) waveChapter() []section {
	sections := l.changeSections()
	if len(sections) == 0 || len(l.result.Waves) < 2 {
		return sections
	}
	var trends []section
	for _, t := range l.topics() {
		if t.kind == study.Performance && t.perspective == "own" && l.newest(t) && len(t.audiences) > 0 {
			trends = append(trends, l.trendSection(t))
		}
	}
	changed := section{title: l.text("What has changed"), others: l.changed()}
	return append(append(append([]section{changed}, l.outcomeWaves()...), trends...), sections...)
}

// methodsSections say in plain words how the figures were made, from which rows and files, and what they cannot say.
func (l *lookup) methodsSections(audience string) []section {
	r := l.result
	list := func(title string, lines []string) section { return section{title: title, lines: lines} }
	return []section{
		list(l.text("Definitions"), l.definitions()), list(l.text("Abbreviations"), l.abbreviations()), list(l.text("Rows"), l.flowLines(r)), list(l.text("Assumed"), l.assumed()),
		list(l.text("Warnings"), l.messages(r.Warnings)), list(l.text("Choices"), l.choices(r).lines), list(l.text("Limits"), l.limits(audience)), list(l.text("Provenance"), l.provenance(r, wholeHash).lines),
	}
}
