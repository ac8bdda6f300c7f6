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

// JourneyWords are the labels of a journey's parts that the study gives none.
func JourneyWords() []string { return []string{"Outcome had", "Treatment", "Effort", "Explained"} }

// labelled takes the label out of a mapping that is a column with details, or columns by audience.
func (d *fileDecoder) labelled(n *node, to *string) *node {
	rest := *n
	rest.entries = nil
	seen := false
	for _, e := range n.entries {
		if e.key == "label" && seen {
			d.fault(e.place, "", "key %q stands twice", e.key)
			continue
		}
		if e.key == "label" {
			seen = true
			d.text(to, "label")(e.value)
			continue
		}
		rest.entries = append(rest.entries, e)
	}
	return &rest
}

// journey reads {outcome: got_it, treatment: …, effort: …, explains: …}. Outcome and explains are on 0..1 unless they say
// otherwise.
func (d *fileDecoder) journey(n *node) {
	j := &Journey{Place: n.place}
	part := func(key, words string, to **Rating, scale Scale) field {
		return field{key, func(n *node) {
			item := &Item{ID: journeyPrefix + key, Label: words, Target: math.NaN(), Place: n.place}
			r := &Rating{Item: item, Kind: JourneyKind, Columns: map[string]*Column{}}
			d.sharedColumns(r, d.labelled(n, &item.Label), &Column{Scale: scale, Missing: d.missing, NoCodes: d.noCodes, OneScale: d.oneScale})
			*to = r
		}}
	}
	binary, words := NewScale(0, 1), JourneyWords()
	d.fields(n, "journey",
		part("outcome", words[0], &j.Outcome, binary),
		part("treatment", words[1], &j.Treatment, d.scale),
		part("effort", words[2], &j.Effort, d.scale),
		part("explains", words[3], &j.Explains, binary),
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
