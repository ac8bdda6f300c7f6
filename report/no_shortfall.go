package report

import (
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// withoutShortfall says of audiences why there is no table of what falls short, where importance was asked of anybody.
func (l *lookup) withoutShortfall() []section {
	topics := l.importanceTopics()
	var sections []section
	for _, wave := range l.everyWave() {
		for _, a := range l.result.Audiences {
			rated, derives := false, false
			for _, t := range topics {
				if t.audience.ID == a.ID && t.wave == wave {
					rated, derives = len(t.rated) > 0, len(t.drivers) > 0
				}
			}
			reason := ""
			switch {
			case rated:
				continue
			case l.wasAsked(a.ID, study.Importance):
				reason = l.text("no shortfall: of no item are there answers on both importance and performance")
			case derives && slices.ContainsFunc(l.result.Audiences, func(other analysis.Audience) bool { return l.wasAsked(other.ID, study.Importance) }):
				reason = l.text("no shortfall: %s were not asked how important anything is", visible(a.Label))
			default:
				continue
			}
			t := &importanceTopic{lookup: l, audience: a, wave: wave}
			sections = append(sections, section{title: t.title(l.text("Where what matters falls short")), lines: []string{reason}})
		}
	}
	return sections
}

// wasAsked reports whether an audience was asked for its own ratings of a kind.
func (l *lookup) wasAsked(audience string, kind study.Kind) bool {
	return slices.ContainsFunc(l.result.Items, func(item analysis.Item) bool {
		return slices.ContainsFunc(item.Ratings, func(r analysis.Rating) bool {
			return r.Kind == kind && r.Perspective == "own" && slices.ContainsFunc(r.Asked, func(asked analysis.Asked) bool { return asked.Audience == audience })
		})
	})
}

// unlikeScales reports whether no item has a shortfall because importance and performance were asked on different scales.
func (t *importanceTopic) unlikeScales() bool {
	return len(t.rated) > 0 && !slices.ContainsFunc(t.rated, func(i int) bool {
		f := t.of("shortfall", t.result.Items[i].ID, "shortfall")
		return f.Value.Defined() || !f.Note.Has(analysis.NoteUnlikeScales)
	})
}

// withoutPriority names the drivers that are not among the priorities, the strongest first: those that do not fall short by more than
// the margin, or were not rated for it.
func (t *importanceTopic) withoutPriority() []string {
	prior := t.inOrderOfPriority()
	share := func(i int) analysis.Number {
		return t.of("derived", t.result.Items[i].ID, "derived_share").Value
	}
	var left, unknowable []int
	for _, i := range t.drivers {
		if t.client && !t.unexplained() && slices.Contains(t.rated, i) {
			continue // what is said behind the steps names it
		}
		short := t.of("shortfall", t.result.Items[i].ID, "shortfall")
		switch {
		case slices.Contains(prior, i) || !share(i).Defined():
		case short != nil && short.Note.Has(analysis.NoteUnlikeScales):
			unknowable = append(unknowable, i)
		default:
			left = append(left, i)
		}
	}
	if len(prior) == 0 {
		return nil
	}
	byShare := func(items []int) string {
		sort.SliceStable(items, func(a, b int) bool { return share(items[a]) > share(items[b]) })
		var names []string
		for _, i := range items {
			names = append(names, visible(t.result.Items[i].Label)+" ("+t.percent(share(i), 0)+")")
		}
		return strings.Join(names, ", ")
	}
	var lines []string
	if len(left) > 0 {
		lines = append(lines, t.text("not here, as no shortfall above the margin is known, by derived importance: %s", byShare(left)))
	}
	if len(unknowable) > 0 {
		lines = append(lines, t.text("not here, as importance and performance were asked on different scales, by derived importance: %s", byShare(unknowable)))
	}
	return lines
}

// constructName writes the name of a dimension or construct, and says where its items are no scale: its shares and shortfalls stand all the
// same, as averages over its items, but a reader must not take them for a measure of one thing.
func (t *importanceTopic) constructName(c analysis.Construct, notes *footnotes) string {
	name := visible(c.Label)
	if f := t.constructFigure(c, t.audience, t.wave, c.ID, "alpha"); f != nil && f.Value < analysis.ScoredAlpha {
		name += noBreak + notes.ref(t.text("α under .60 for the ratings of performance: these items do not measure one thing and have no score together; what stands here are averages over them"))
	}
	return name
}

// shortConstructs are the dimensions and constructs that have a shortfall, the most important first. One of the same items as another
// shares its line.
func (t *importanceTopic) shortConstructs() []analysis.Construct {
	var all []analysis.Construct
	for _, c := range t.result.Constructs {
		if t.of("shortfall", c.ID, "shortfall") == nil {
			continue
		}
		same := slices.IndexFunc(all, func(other analysis.Construct) bool { return slices.Equal(other.Items, c.Items) })
		if same < 0 {
			all = append(all, c)
		} else if all[same].Label != c.Label {
			all[same].Label += ", " + c.Label
		}
	}
	important := func(c analysis.Construct) float64 {
		if f := t.of("shortfall", c.ID, "top_box_importance"); f != nil && f.Value.Defined() {
			return float64(f.Value)
		}
		return -1
	}
	sort.SliceStable(all, func(a, b int) bool { return important(all[a]) > important(all[b]) })
	return all
}
