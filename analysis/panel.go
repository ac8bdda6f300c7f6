package analysis

import (
	"fmt"
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// panel knows the respondents of one audience by name, wave by wave, so that those who answered again are not taken for new
// ones. Their answers are those that units keeps, row by row.
type panel struct {
	waves   [][]string // by wave and kept row: the id, or "" of a respondent without one
	tooMany bool       // more respondents in a wave than are kept: nobody is known any more
}

// newPanel returns the panel of an audience whose respondents have ids in a study of several waves; else nil.
func newPanel(s *study.Study, a *study.Audience) *panel {
	if a.RespID == nil || len(s.Waves) < 2 {
		return nil
	}
	return &panel{waves: make([][]string, len(s.Waves))}
}

// add enters rows of a wave, after the units of its cell did.
func (p *panel) add(u *units, r *study.Responses, wave int, rows []int32) {
	switch {
	case p == nil || p.tooMany:
		return
	case u.grouped:
		p.waves, p.tooMany = nil, true
		return
	}
	for _, row := range rows {
		id := ""
		if r.ID != nil {
			id = r.ID[row]
		}
		p.waves[wave] = append(p.waves[wave], id)
	}
}

// knows reports whether respondents of both waves can be told.
func (p *panel) knows() bool { return p != nil && !p.tooMany }

// matches returns how many respondents of an audience answered a rating in both waves.
func (c *change) matches(before, after *answer) int {
	p := c.after.view.tally.panels[c.after.view.study.Audience(after.audience.ID)]
	if !p.knows() || before.published != nil || after.published != nil {
		return 0
	}
	first, n := map[string]bool{}, 0
	c.before.view.named(before, p, func(id string) { first[id] = true })
	c.after.view.named(after, p, func(id string) {
		if first[id] {
			n++
			first[id] = false // an id may stand twice
		}
	})
	return n
}

// overlap returns what an audience's answers in two waves have in common. Respondents of one id count together, and so do
// those of a cluster, where there are clusters.
func (c *change) overlap(before, after *answer) stats.Overlap {
	p := c.after.view.tally.panels[c.after.view.study.Audience(after.audience.ID)]
	first, second := c.before.view.residuals(before, p), c.after.view.residuals(after, p)
	var o stats.Overlap
	for _, unit := range first.order {
		again, both := second.of[unit]
		if !both {
			again = math.NaN()
		}
		o.Before, o.After = append(o.Before, first.of[unit]), append(o.After, again)
	}
	for _, unit := range second.order {
		if _, both := first.of[unit]; !both {
			o.Before, o.After = append(o.Before, math.NaN()), append(o.After, second.of[unit])
		}
	}
	return o
}

// named visits the ids of those who gave a valid answer.
func (v *view) named(x *answer, p *panel, visit func(id string)) {
	rating := v.ratingOf(x)
	for row, code := range v.cells[v.study.Audience(x.audience.ID)].units.codes[rating] {
		if id := p.waves[v.wave][row]; code.Valid() && id != "" {
			visit(id)
		}
	}
}

// residuals are the parts Σw(x−m)/W that the units of an answer have in the residual of its mean.
type residuals struct {
	of    map[string]float64
	order []string // the units as they appear: sums of numbers depend on their order
}

func (v *view) residuals(x *answer, p *panel) residuals {
	r := residuals{of: map[string]float64{}}
	audience := v.study.Audience(x.audience.ID)
	u, rating := v.cells[audience].units, v.ratingOf(x)
	clusters := v.cells[audience].clusterNames()
	value, total := x.variable.value(x.counts.scale), x.sample.WeightSum()
	for row, w := range u.weight {
		code := u.codes[rating][row]
		if !code.Valid() {
			continue
		}
		unit := "id " + p.waves[v.wave][row]
		switch {
		case clusters != nil:
			unit = clusters[u.cluster[row]]
		case p.waves[v.wave][row] == "": // nobody else
			unit = fmt.Sprintf("row %d of %d", row, v.wave)
		}
		if _, known := r.of[unit]; !known {
			r.order = append(r.order, unit)
		}
		r.of[unit] += w * (value(code) - x.mean.Value) / total
	}
	return r
}

// ratingOf returns the number of an answer's rating.
func (v *view) ratingOf(x *answer) int {
	for i := range v.variables {
		if v.variables[i].rating == x.variable.rating {
			return i
		}
	}
	panic("analysis: an answer to no rating of the study")
}

// clusterNames returns the names of the clusters by number; nil: none.
func (c *cell) clusterNames() []string {
	if c.clusters == nil {
		return nil
	}
	names := make([]string, len(c.clusters))
	for name, i := range c.clusters {
		names[i] = name
	}
	return names
}

// panelWarnings names the audiences whose respondents have ids, and are too many to be matched.
func (a *analyzer) panelWarnings() []study.Notice {
	var all []study.Notice
	for j, p := range a.tally.panels {
		if p != nil && p.tooMany {
			audience := a.study.Audiences[j]
			all = append(all, study.Notice{
				Code: WarnNotMatched, Where: audience.ID,
				Message: fmt.Sprintf("%s: more than %s respondents in a wave: those who answered again are not matched by id, changes are as of different people",
					audience.Label, study.Grouped(keptRespondents)),
			})
		}
	}
	return all
}
