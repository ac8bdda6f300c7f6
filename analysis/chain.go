package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// chain splits the distance between the first and the last audience at the last but one (METHODS section 5):
//
//	(first − last) = (first − middle) + (middle − last)
//
// the communication gap (inside the house) and the delivery gap (at the customer's).
type chain struct {
	variable                       int // index
	total, communication, delivery *gap
}

// shares returns the parts as fractions of the total; NaN and the reason where they would mislead.
func (c chain) shares() (communication, delivery float64, why string) {
	total, first, second := c.total.difference.Value, c.communication.difference.Value, c.delivery.difference.Value
	switch {
	case c.total.verdict != Disparity:
		return math.NaN(), math.NaN(), NoteNoDisparity
	case first*total < 0 || second*total < 0:
		return math.NaN(), math.NaN(), NoteOppositeParts
	}
	return first / total, second / total, ""
}

func (c chain) suppressed() bool {
	return c.total.suppressed || c.communication.suppressed || c.delivery.suppressed
}

// chains returns the chain of every item that the three audiences rated, and where most of the distance lies.
func (v *view) chains(g *gaps) []Figure {
	n := len(v.study.Audiences)
	if n < 3 {
		return nil
	}
	first, middle, last := v.study.Audiences[0], v.study.Audiences[n-2], v.study.Audiences[n-1]
	var figures []Figure
	distances := map[study.Kind]*distance{}
	for i := range v.variables {
		about := &v.variables[i]
		c := chain{i, g.find(about, first, last), g.find(about, first, middle), g.find(about, middle, last)}
		if c.total == nil || c.communication == nil || c.delivery == nil {
			continue
		}
		figures = append(figures, v.chain(c)...)
		if about.rating.Of != "" {
			continue // what is thought of others is no part of the distance
		}
		kind := about.rating.Kind
		if distances[kind] == nil {
			distances[kind] = &distance{}
		}
		distances[kind].add(c)
	}
	for _, kind := range v.kinds() {
		if d := distances[kind]; d != nil {
			figures = append(figures, v.distance(kind, d, first.ID, middle.ID, last.ID)...)
		}
	}
	return figures
}

func (v *view) chain(c chain) []Figure {
	communication, delivery, why := c.shares()
	share := func(g *gap, statistic string, value float64) Figure {
		f := v.key("chain", g.a.variable, g.a.audience.ID, g.b.audience.ID, statistic, Share)
		f.bases(g)
		f.Value = Number(value)
		if why != "" {
			f.Note = f.Note.with(why)
		}
		return f
	}
	figures := []Figure{
		v.difference(c.total, "chain", "total_gap"),
		v.difference(c.communication, "chain", "communication_gap"),
		v.difference(c.delivery, "chain", "delivery_gap"),
		share(c.communication, "communication_share", communication),
		share(c.delivery, "delivery_share", delivery),
	}
	if c.suppressed() {
		// Two of the three gaps give the third: none may stand.
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

// distance adds up the chains whose parts can be shared out, in POMP so that items on different scales count alike.
type distance struct {
	items                          int
	total, communication, delivery float64
	signs                          map[int]float64 // of the totals, by variable
}

func (d *distance) add(c chain) {
	if _, _, why := c.shares(); why != "" || c.suppressed() {
		return
	}
	d.items++
	if d.signs == nil {
		d.signs = map[int]float64{}
	}
	d.signs[c.variable] = math.Copysign(1, c.total.difference.Value)
	pomp := 100 / c.total.a.variable.scale.Range()
	d.total += math.Abs(c.total.difference.Value) * pomp
	d.communication += math.Abs(c.communication.difference.Value) * pomp
	d.delivery += math.Abs(c.delivery.difference.Value) * pomp
}

func (v *view) distance(kind study.Kind, d *distance, first, middle, last string) []Figure {
	share := func(audience, versus, statistic string, part float64) Figure {
		f := v.total("chain", kind, audience, versus, statistic, Share)
		if d.items == 0 {
			f.Note = Notes{NoteNoDisparity}
			return f
		}
		f.Value = Number(part / d.total)
		return f
	}
	inside, outside := share(first, middle, "communication_share", d.communication), share(middle, last, "delivery_share", d.delivery)
	v.resampleShares(kind, d, &inside, &outside)
	items := v.total("chain", kind, first, last, "items_in_distance", Count)
	items.Value = Number(d.items)
	return []Figure{inside, outside, items}
}

// resampleShares gives the shares of the distance percentile intervals over the draws of the means from which the alignment has its
// interval. Items and signs stay those of the sample, so that the interval is of this distance, not of which items it is over.
func (v *view) resampleShares(kind study.Kind, d *distance, inside, outside *Figure) {
	if d.items == 0 {
		return
	}
	p := v.joint[kind]()
	inside.Note, outside.Note = p.notes, p.notes
	if p.unsure {
		return
	}
	middle, last := len(p.audiences)-2, len(p.audiences)-1
	draws := make([]float64, v.study.Analysis.Resamples)
	for r := range draws {
		total, delivery := 0.0, 0.0
		means := p.draws[r]
		for k, i := range p.variables {
			if sign, counted := d.signs[i]; counted {
				total += sign * (means[0][k] - means[last][k])
				delivery += sign * (means[middle][k] - means[last][k])
			}
		}
		draws[r] = delivery / total
	}
	low, high := stats.PercentileInterval(draws, v.study.Analysis.Confidence)
	low, high = math.Max(0, low), math.Min(1, high) // both parts have the sign of the whole
	outside.Level, outside.Low, outside.High = Number(v.study.Analysis.Confidence), finite(low), finite(high)
	inside.Level, inside.Low, inside.High = Number(v.study.Analysis.Confidence), finite(1-high), finite(1-low)
}
