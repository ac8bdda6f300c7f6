package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// profileAgreements compares the profiles of the audiences over all items of a kind: do they agree on what is good, even if
// one of them is higher throughout (METHODS section 5)?
func (v *view) profileAgreements() []Figure {
	var figures []Figure
	for _, kind := range v.kinds() {
		if kind == study.OutcomeKind {
			continue
		}
		p := v.itemProfiles(kind)
		for i := range p.means {
			for j := i + 1; j < len(p.means); j++ {
				figures = append(figures, p.pair(v, i, j)...)
			}
		}
		if len(p.means) > 1 {
			figures = append(figures, p.concordance(v))
		}
		if kind == study.Importance {
			figures = append(figures, p.importanceRanks(v)...)
		}
	}
	return figures
}

// itemProfiles are the means of the audiences over the items of one kind, in one unit: scale points if all items are on one
// scale, else POMP.
type itemProfiles struct {
	kind      study.Kind
	unit      Unit
	audiences []*study.Audience
	items     []*variable
	means     [][]float64 // by audience and item; NaN: not asked, suppressed or unanswered
	leftOut   []Notes     // by audience: why items are suppressed
}

func (v *view) itemProfiles(kind study.Kind) *itemProfiles {
	p := &itemProfiles{kind: kind, unit: v.commonUnit(kind)}
	for i := range v.variables {
		if r := v.variables[i].rating; r.Kind == kind && r.Of == "" {
			p.items = append(p.items, &v.variables[i])
		}
	}
	for j, audience := range v.study.Audiences {
		var means []float64
		asked, leftOut := false, Notes(nil)
		for i := range v.answers {
			r := v.variables[i].rating
			if r.Kind != kind || r.Of != "" {
				continue
			}
			x, mean := v.answers[i][j], math.NaN()
			if x != nil {
				asked = true
				if x.suppressed {
					leftOut = leftOut.with(x.leftOut())
				}
			}
			if x.visible() {
				mean = x.mean.Value
				if p.unit == POMP {
					mean = x.variable.scale.POMP(mean)
				}
			}
			means = append(means, mean)
		}
		if asked {
			p.audiences, p.means, p.leftOut = append(p.audiences, audience), append(p.means, means), append(p.leftOut, leftOut)
		}
	}
	return p
}

// commonUnit returns scale points if all items of a kind were rated on one scale, else POMP.
func (v *view) commonUnit(kind study.Kind) Unit {
	var first *variable
	for i := range v.variables {
		about := &v.variables[i]
		if about.rating.Kind != kind || about.rating.Of != "" {
			continue
		}
		if about.unit == POMP || first != nil && !about.scale.Same(first.scale) {
			return POMP
		}
		if first == nil {
			first = about
		}
	}
	return Points
}

func (p *itemProfiles) pair(v *view, i, j int) []Figure {
	c := stats.CompareProfiles(p.means[i], p.means[j])
	squared := PointsSquared
	if p.unit == POMP {
		squared = POMPSquared
	}
	figure := func(statistic string, unit Unit, value float64) Figure {
		f := v.total("agreement", p.kind, p.audiences[i].ID, p.audiences[j].ID, statistic, unit)
		f.Value, f.N = Number(value), Number(c.Items)
		return p.noted(f, c.Items, i, j)
	}
	figures := []Figure{
		figure("pearson", Statistic, c.Pearson),
		figure("spearman", Statistic, c.Spearman),
		figure("mean_absolute_gap", p.unit, c.MeanAbsolute),
		figure("root_mean_square_gap", p.unit, c.RootMeanSquare),
		figure("profile_distance", squared, c.Distance),
		figure("elevation", squared, c.Elevation),
		figure("scatter", squared, c.Scatter),
		figure("shape", squared, c.Shape),
	}
	return append(figures, p.topFive(v, i, j)...)
}

// noted gives a figure over items its notes: items that cannot be shown are left out of it.
func (p *itemProfiles) noted(f Figure, items int, audiences ...int) Figure {
	for _, i := range audiences {
		for _, why := range p.leftOut[i] {
			f.Note = f.Note.with(why)
		}
		if items == 0 && len(p.leftOut[i]) > 0 {
			f.suppress()
			return f
		}
	}
	if !f.Value.Defined() {
		f.Note = f.Note.with(NoteTooFew)
	}
	return f
}

// concordance is Kendall's W over all audiences, on the items that all of them rated.
func (p *itemProfiles) concordance(v *view) Figure {
	common := make([][]float64, len(p.means))
	all := make([]int, len(p.means))
	for k := range p.means[0] {
		complete := true
		for i := range p.means {
			all[i] = i
			complete = complete && !math.IsNaN(p.means[i][k])
		}
		for i := range p.means {
			if complete {
				common[i] = append(common[i], p.means[i][k])
			}
		}
	}
	w, probability := stats.KendallW(common)
	f := v.total("agreement", p.kind, "", "", "kendall_w", Statistic)
	f.Value, f.P, f.N = Number(w), Number(probability), Number(len(common[0]))
	return p.noted(f, len(common[0]), all...)
}

// topListed is how many items the list of what matters most holds.
const topListed = 5

// topFive counts the items that stand among the top five by importance of both audiences; ties at the fifth place count in.
func (p *itemProfiles) topFive(v *view, i, j int) []Figure {
	if p.kind != study.Importance {
		return nil
	}
	f := v.total("agreement", p.kind, p.audiences[i].ID, p.audiences[j].ID, "top_five_overlap", Count)
	a, b := leading(p.means[i]), leading(p.means[j])
	items, both := 0, 0
	for k := range a {
		if !math.IsNaN(p.means[i][k]) && !math.IsNaN(p.means[j][k]) {
			items++
			if a[k] && b[k] {
				both++
			}
		}
	}
	f.N = Number(items)
	if items > 0 {
		f.Value = Number(both)
	}
	return []Figure{p.noted(f, items, i, j)}
}

// importanceRanks returns the places of the items in each audience's list of what matters most.
func (p *itemProfiles) importanceRanks(v *view) []Figure {
	var figures []Figure
	for i, audience := range p.audiences {
		for k, place := range places(p.means[i]) {
			if math.IsNaN(p.means[i][k]) {
				continue
			}
			f := v.key("agreement", p.items[k], audience.ID, "", "importance_rank", Count)
			f.Value = Number(place)
			figures = append(figures, f)
		}
	}
	return figures
}

// places returns the places of means, the largest 1; ties share the better place.
func places(means []float64) []int {
	ranks := stats.Ranks(means)
	all := make([]int, len(means))
	for k := range ranks {
		all[k] = 1
		for _, r := range ranks {
			if r > ranks[k] {
				all[k]++
			}
		}
	}
	return all
}

// leading marks the five largest means, and those tied with the fifth.
func leading(means []float64) []bool {
	marked := make([]bool, len(means))
	for k, place := range places(means) {
		marked[k] = place <= topListed
	}
	return marked
}
