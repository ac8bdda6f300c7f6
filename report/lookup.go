// Package report lays a result out as a terminal table, Markdown, JSON or tidy CSV. It computes nothing but layout, so a
// saved result gives the same bytes as the analysis that made it.
package report

import (
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// key names a figure by what it is about.
type key struct {
	analysis         string
	kind             study.Kind
	perspective      string
	audience, versus string
	item, statistic  string
	wave             string
}

// lookup finds the figures of a result.
type lookup struct {
	*language
	result   *analysis.Result
	figures  map[key]*analysis.Figure // of everybody
	segments map[segmentKey]*analysis.Figure
	tables   []*topic
	classed  map[string][2]string // the audiences that classes are about, by wave
	client   bool                 // for a client, who is not sent to other outputs of the program
	handedOn bool                 // the version for one audience: without what is the client\'s to do, the plan and how many more to ask
}

// segmentKey names a figure within a segment: its name, or name=value.
type segmentKey struct {
	key
	segment string
}

func newLookup(r *analysis.Result, w *language) *lookup {
	l := &lookup{
		language: w, result: r, figures: make(map[key]*analysis.Figure, len(r.Figures)), segments: map[segmentKey]*analysis.Figure{}, classed: map[string][2]string{},
	}
	ends := scaleEndsOf(r)
	for i := range r.Figures {
		f := withinScale(&r.Figures[i], ends)
		k := key{f.Analysis, f.Kind, f.Perspective, f.Audience, f.Versus, f.Item, f.Statistic, f.Wave}
		if f.Segment == "" {
			l.figures[k] = f
			if f.Analysis == "gap" && f.Statistic == "class" {
				l.classed[f.Wave] = [2]string{f.Audience, f.Versus}
			}
		} else {
			l.segments[segmentKey{k, f.Segment}] = f
		}
	}
	l.tables = l.findTopics()
	return l
}

// figure returns a figure, or nil if the result has none of it.
func (l *lookup) figure(k key) *analysis.Figure { return l.figures[k] }

// topic is what one table is about: one kind of rating from one perspective, in one wave and one unit.
type topic struct {
	kind        study.Kind
	perspective string
	estimated   string // the label of the audience that the perspective is an estimate of
	wave        string
	unit        analysis.Unit
	scale       string
	low, high   float64
	margin      float64
	items       []int               // indices into Result.Items
	audiences   []analysis.Audience // those that were asked any of the items
}

// at returns where on the scale of a topic a target in percent of it lies.
func (t *topic) at(target float64) float64 { return t.low + target/100*(t.high-t.low) }

// topics returns the tables of a result in the order of its waves, kinds and scales.
func (l *lookup) topics() []*topic { return l.tables }

func (l *lookup) findTopics() []*topic {
	waves := l.result.Waves
	if len(waves) == 0 {
		waves = []string{""}
	}
	var all []*topic
	for _, wave := range waves {
		var of []*topic
		for i, item := range l.result.Items {
			for _, rating := range item.Ratings {
				of = l.enter(of, i, rating, wave)
			}
		}
		all = append(all, byKind(of)...)
	}
	return all
}

// byKind puts the tables of one kind and perspective side by side, in the order in which the kinds appear.
func byKind(topics []*topic) []*topic {
	var sorted []*topic
	placed := map[*topic]bool{}
	for _, t := range topics {
		for _, u := range topics {
			if !placed[u] && u.kind == t.kind && u.perspective == t.perspective {
				placed[u] = true
				sorted = append(sorted, u)
			}
		}
	}
	return sorted
}

// enter adds an item's rating to the topic that it belongs to.
func (l *lookup) enter(topics []*topic, item int, r analysis.Rating, wave string) []*topic {
	var at *topic
	for _, t := range topics {
		if t.kind == r.Kind && t.perspective == r.Perspective && t.unit == r.Unit && t.scale == r.Scale {
			at = t
		}
	}
	if at == nil {
		at = &topic{
			kind: r.Kind, perspective: r.Perspective, wave: wave, unit: r.Unit, scale: r.Scale,
			low: r.Low, high: r.High, margin: r.Margin,
		}
		if of, estimate := strings.CutPrefix(r.Perspective, "estimate_of:"); estimate {
			at.estimated = l.label(of)
		}
		topics = append(topics, at)
	}
	at.items = append(at.items, item)
	at.audiences = at.audiences[:0]
	for _, a := range l.result.Audiences {
		if l.asks(at, a.ID) {
			at.audiences = append(at.audiences, a)
		}
	}
	return topics
}

// same reports whether two topics are one table.
func (t *topic) same(u *topic) bool {
	return t.kind == u.kind && t.perspective == u.perspective && t.wave == u.wave && t.unit == u.unit && t.scale == u.scale
}

// asks reports whether an audience answered any item of the topic.
func (l *lookup) asks(t *topic, audience string) bool {
	for _, i := range t.items {
		f := l.profile(t, audience, l.result.Items[i].ID, "mean")
		if f != nil && (f.N != 0 || !f.Note.Has(analysis.NoteTooFew)) { // in a wave without respondents it was not asked
			return true
		}
	}
	return false
}

// profile returns a figure of one audience.
func (l *lookup) profile(t *topic, audience, item, statistic string) *analysis.Figure {
	return l.figure(key{"profile", t.kind, t.perspective, audience, "", item, statistic, t.wave})
}

// gap returns a figure of a pair.
func (l *lookup) gap(t *topic, a, b, item, statistic string) *analysis.Figure {
	return l.figure(key{"gap", t.kind, t.perspective, a, b, item, statistic, t.wave})
}

// study returns a figure of all items together.
func (l *lookup) study(t *topic, name, a, b, statistic string) *analysis.Figure {
	return l.figure(key{name, t.kind, t.perspective, a, b, "", statistic, t.wave})
}
