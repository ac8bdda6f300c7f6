package analysis

import (
	"sync"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// indicativeBase is the base under which a figure is marked as indicative (METHODS section 3).
const indicativeBase = 30

// view is the part of the tally that one table of figures is about: one wave. Families of tests live within a view.
type view struct {
	*analyzer
	wave    int
	segment string                                // name=value; empty: everybody
	cells   []*cell                               // by audience; nil: nobody
	answers [][]*answer                           // by variable and audience; nil: not asked
	joint   map[study.Kind]func() *itemMeans      // drawn when first asked for: the draws are dear
	against func() []map[*variable]stats.Estimate // by audience: the ratings that run against the rest
}

// answer is what one audience answered to one rating: the sample in the variable's unit, and its mean.
type answer struct {
	variable   *variable
	audience   *study.Audience
	counts     *counts
	sample     stats.Sample
	mean       stats.Estimate
	published  *published // from a table of results; nil: from respondents
	suppressed bool       // no figure of it may be seen: too few answers, or few that are all alike
	scaleHeld  bool       // suppressed for its scale alone
	nobody     bool       // suppressed though there is no answer: it looks like those of few
	group      int        // how many of the audience, or of its part, answered the survey
	population int        // of which the sample is drawn without replacement; 0: none given, or a part of the audience
	census     bool       // all members of the audience answered the survey, if not each of its questions

	// Shares that every pair with the audience asks for: in the top box, and of "don't know" among those who answered either way.
	top, dontKnow func() stats.Estimate
}

// wholeView is the view of everybody in a wave.
func wholeView(a *analyzer, wave int) *view {
	cells := make([]*cell, len(a.study.Audiences))
	for j := range cells {
		cells[j] = a.tally.cells[j][wave]
	}
	return newView(a, wave, cells)
}

func newView(a *analyzer, wave int, cells []*cell) *view {
	v := &view{analyzer: a, wave: wave, cells: cells, joint: map[study.Kind]func() *itemMeans{}}
	for _, kind := range v.kinds() {
		v.joint[kind] = sync.OnceValue(func() *itemMeans { return v.drawItemMeans(kind) })
	}
	v.against = sync.OnceValue(v.itemsAgainst)
	part := len(cells) > 0
	for j := range cells {
		part = part && cells[j] != a.tally.cells[j][wave]
	}
	for i := range a.variables {
		row := make([]*answer, len(a.study.Audiences))
		for j, audience := range a.study.Audiences {
			if cells[j] != nil && cells[j].counts[i] != nil {
				row[j] = newAnswer(a, &a.variables[i], audience, cells[j].counts[i], cells[j].n, a.population(j, wave, i, cells[j], part))
				row[j].census = a.complete(j, wave)
				if a.scaleHeld[asked{j, wave, i}] && !row[j].suppressed {
					row[j].suppressed, row[j].scaleHeld = true, true
				}
				if figures := a.tabulated(j, wave, i); len(figures) > 0 {
					row[j].publish(figures, a.study.Analysis.Confidence)
				}
			}
		}
		v.answers = append(v.answers, row)
	}
	return v
}

// complete reports whether all members of an audience answered the survey in a wave.
func (a *analyzer) complete(audience, wave int) bool {
	population := a.study.Audiences[audience].Population
	return population > 0 && a.tally.cells[audience][wave].n == population
}

// population returns how many could have answered. Of a part of an audience nobody said how large it is: it has no correction,
// but a part of those who all answered is all of that part.
func (a *analyzer) population(audience, wave, rating int, c *cell, part bool) int {
	whole := a.study.Audiences[audience].Population
	if !part || whole == 0 {
		return whole
	}
	if n, _ := a.tally.cells[audience][wave].counts[rating].answers(); n < whole {
		return 0
	}
	n, _ := c.counts[rating].answers()
	return n
}

func newAnswer(a *analyzer, v *variable, audience *study.Audience, table *counts, group, population int) *answer {
	x := &answer{variable: v, audience: audience, counts: table, group: group, population: population}
	x.sample = table.sample(population, v.value(table.scale))
	x.mean = x.sample.MeanOnScale(v.value(table.scale)(0), v.value(table.scale)(study.Code(table.scale.Points()-1)), a.study.Analysis.Confidence)
	x.suppressed = a.discloserOf(x).hides(x.sample, x.mean.N)
	level := a.study.Analysis.Confidence
	x.top = sync.OnceValue(func() stats.Estimate { return x.share(v.top, true, level) })
	x.dontKnow = sync.OnceValue(func() stats.Estimate {
		return table.dontKnow(population).Share(func(value float64) bool { return value == 1 }, level)
	})
	return x
}

// box returns the membership of the k highest (or lowest) points of the audience's own scale, as values of the sample.
func (x *answer) box(k int, top bool) func(float64) bool {
	value := x.variable.value(x.counts.scale)
	points := x.counts.scale.Points()
	if top {
		cut := value(study.Code(points - k))
		return func(v float64) bool { return v >= cut }
	}
	cut := value(study.Code(k - 1))
	return func(v float64) bool { return v <= cut }
}

// share returns the share of valid answers in the top or bottom box.
func (x *answer) share(k int, top bool, level float64) stats.Estimate {
	if x.published != nil {
		if !top {
			return stats.Undefined(x.published.base, known(x.published.base), level, stats.Tabulated)
		}
		return x.published.topBox(level)
	}
	return x.sample.Share(x.box(k, top), level)
}

// notes returns the codes that every figure of the answer carries.
func (x *answer) notes(warnings []stats.Warning) Notes {
	var notes Notes
	for _, w := range warnings {
		notes = notes.with(string(w))
	}
	if x.mean.N < indicativeBase && !x.sample.IsCensus() && (x.published == nil || x.mean.N > 0) {
		notes = notes.with(NoteSmallBase)
	}
	if !x.variable.same {
		notes = notes.with(NoteDifferentScales)
	}
	return notes
}

// key returns a figure of the view about a variable, without numbers.
func (v *view) key(analysis string, about *variable, audience, versus, statistic string, unit Unit) Figure {
	f := newFigure(analysis, about.rating.Kind, about.rating.Perspective(), statistic, unit)
	f.Item, f.Audience, f.Versus, f.Wave = about.rating.Item.ID, audience, versus, v.waves()[v.wave]
	f.Segment = v.segment
	f.ID = f.name(about.rating)
	return f
}

// total returns a figure of the view about all items of a kind, without numbers.
func (v *view) total(analysis string, kind study.Kind, audience, versus, statistic string, unit Unit) Figure {
	f := newFigure(analysis, kind, "own", statistic, unit)
	f.Audience, f.Versus, f.Wave = audience, versus, v.waves()[v.wave]
	f.ID = f.name(&study.Rating{Kind: kind})
	return f
}
