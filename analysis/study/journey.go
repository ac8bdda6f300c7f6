package study

import (
	"math"
)

// Journey is what happened to a customer: whether the outcome was had, how they were treated, how much effort it took; and
// what these are to explain, such as retention (METHODS section 10).
type Journey struct {
	Outcome   *Rating // had or not had
	Treatment *Rating // graded
	Effort    *Rating // graded
	Explains  *Rating // an event: stayed or left; of a graded rating its top box. nil: nothing is explained
	Place     Place
}

// Ratings returns the ratings that the journey has, in the order outcome, treatment, effort, explains.
func (j *Journey) Ratings() []*Rating {
	var all []*Rating
	for _, r := range []*Rating{j.Outcome, j.Treatment, j.Effort, j.Explains} {
		if r != nil {
			all = append(all, r)
		}
	}
	return all
}

// journeyPrefix begins the ids under which the figures of a journey stand.
const journeyPrefix = "journey_"

// journey reads {outcome: got_it, treatment: …, effort: …, explains: …}. Outcome and explains are on 0..1 unless they say
// otherwise.
func (d *fileDecoder) journey(n *node) {
	j := &Journey{Place: n.place}
	part := func(key, words string, to **Rating, scale Scale) field {
		return field{key, func(n *node) {
			item := &Item{ID: journeyPrefix + key, Label: words, Target: math.NaN(), Place: n.place}
			r := &Rating{Item: item, Kind: JourneyKind, Columns: map[string]*Column{}}
			d.sharedColumns(r, n, &Column{Scale: scale, Missing: d.missing})
			*to = r
		}}
	}
	binary := NewScale(0, 1)
	d.fields(n, "journey",
		part("outcome", "Outcome had", &j.Outcome, binary),
		part("treatment", "Treatment", &j.Treatment, d.scale),
		part("effort", "Effort", &j.Effort, d.scale),
		part("explains", "Explained", &j.Explains, binary),
	)
	if n.kind != mapping {
		return
	}
	if j.Outcome == nil {
		d.fault(n.place, "outcome: got_it", "the journey names no outcome")
		return
	}
	for _, a := range d.study.Audiences {
		if c := j.Outcome.Columns[a.ID]; c != nil && c.Scale.Points() != 2 {
			d.fault(c.Selector.Place, "scale: 0..1, or its two labels in order", "the outcome of a journey is had or not had: two points, not %s", c.Scale)
			break
		}
	}
	d.study.Journey = j
}
