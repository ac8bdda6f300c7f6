package study

import (
	"fmt"
	"math"
	"strings"
)

// item reads one entry of items.
func (d *fileDecoder) item(e entry) {
	if !d.id(e, "an item") {
		return
	}
	if e.key == outcomeID {
		d.fault(e.place, "choose another id", "%q is the id of the outcome", e.key)
		return
	}
	if strings.HasPrefix(e.key, journeyPrefix) || strings.HasPrefix(e.key, dimensionPrefix) {
		d.fault(e.place, "choose another id", "%q begins like the ids of the journey or of dimensions", e.key)
		return
	}
	item := &Item{ID: e.key, Label: label(e.key), Target: math.NaN(), Place: e.place}
	defaults := Column{Scale: d.scale, Missing: d.missing, Codes: d.codes, NoCodes: d.noCodes, OneScale: d.oneScale}
	driver := true
	d.fields(e.value, "item "+e.key,
		field{"label", d.text(&item.Label, "label")},
		field{"dimension", d.text(&item.Dimension, "dimension")},
		field{"scale", func(n *node) { defaults.Scale = d.readScale(n, "scale") }},
		field{"missing", func(n *node) { defaults.Missing, defaults.ownMissing = d.readMissing(n), true }},
		field{"codes", d.codesOf(&defaults.Codes, &defaults.NoCodes)},
		field{"one_scale", d.boolean(&defaults.OneScale, "one_scale")},
		field{"reversed", d.boolean(&defaults.Reversed, "reversed")},
		d.rating(item, Performance, &defaults),
		d.rating(item, Importance, &defaults),
		d.rating(item, Expectation, &defaults),
		d.rating(item, Alternative, &defaults),
		field{"estimates", func(n *node) { d.estimates(item, n, &defaults) }},
		d.rating(item, Self, &defaults),
		d.rating(item, Organisation, &defaults),
		field{"target", d.number(&item.Target, 0, 100, "target")},
		field{"top_box", d.integer(&item.TopBox, 1, "top_box")},
		field{"bottom_box", d.integer(&item.BottomBox, 1, "bottom_box")},
		field{"driver", d.boolean(&driver, "driver")},
	)
	item.NoDriver = !driver
	if len(item.Ratings) == 0 && len(d.faults) == 0 {
		d.fault(e.place, "performance: Q5_2", "item %s names no column", e.key)
	}
	for _, r := range item.Ratings {
		d.boxesFit(item, r)
	}
	d.study.Items = append(d.study.Items, item)
}

// boxesFit refuses boxes that overlap on the scale of a rating.
func (d *fileDecoder) boxesFit(item *Item, r *Rating) {
	top, bottom := d.study.Analysis.TopBox, d.study.Analysis.BottomBox
	if item.TopBox > 0 {
		top = item.TopBox
	}
	if item.BottomBox > 0 {
		bottom = item.BottomBox
	}
	for _, a := range d.study.Audiences {
		c := r.Columns[a.ID]
		if c != nil && c.Scale.Defined() && top+bottom > c.Scale.Points() {
			d.fault(c.Selector.Place, "give the item top_box and bottom_box that fit",
				"the top %d and bottom %d boxes of item %s overlap on its scale %s", top, bottom, item.ID, c.Scale)
			return
		}
	}
}

// rating returns the field that reads one kind of rating of an item.
func (d *fileDecoder) rating(item *Item, kind Kind, defaults *Column) field {
	return field{string(kind), func(n *node) {
		r := &Rating{Item: item, Kind: kind, Columns: map[string]*Column{}}
		d.columns(r, n, defaults)
		item.Ratings = append(item.Ratings, r)
	}}
}

// columns reads a column for all audiences, or one for each that is named; no other rating may use it.
func (d *fileDecoder) columns(r *Rating, n *node, defaults *Column) {
	d.sharedColumns(r, n, defaults)
	for _, a := range d.study.Audiences {
		if c := r.Columns[a.ID]; c != nil {
			d.take(a, c, r.Kind, whatOf(r))
		}
		if len(d.faults) > 0 {
			return // one fault is enough for a column that all audiences share
		}
	}
}

func whatOf(r *Rating) string { return fmt.Sprintf("%s of %s", r.Kind, r.Item.ID) }

// sharedColumns reads columns that other ratings may use too.
func (d *fileDecoder) sharedColumns(r *Rating, n *node, defaults *Column) {
	what := whatOf(r)
	if n.kind == scalar || n.kind == sequence || isColumn(n) {
		for _, a := range d.study.Audiences {
			if c := d.column(n, what, defaults); c != nil {
				c.Everywhere = true
				r.Columns[a.ID] = c
			}
			if len(d.faults) > 0 {
				return // one fault is enough for a column that all audiences share
			}
		}
		return
	}
	d.each(n, what, func(e entry) {
		if !d.audienceID(e.key, e.place) {
			return
		}
		if c := d.column(e.value, what, defaults); c != nil {
			r.Columns[e.key] = c
		}
	})
}

// isColumn tells a column with details from a mapping by audience.
func isColumn(n *node) bool {
	if n.kind != mapping {
		return false
	}
	for _, e := range n.entries {
		if e.key == "column" || e.key == "text" {
			return true
		}
	}
	return false
}

// column reads selectors, or {column: … | text: …, scale: …, reversed: …, missing: …}.
func (d *fileDecoder) column(n *node, what string, defaults *Column) *Column {
	c := *defaults
	var named []Selector
	if n.kind == scalar || n.kind == sequence {
		named = d.selectors(n, what)
	} else {
		var text string
		asked := false
		d.fields(n, what,
			field{"column", func(n *node) { asked, named = true, d.detailed(n, what) }},
			field{"text", d.text(&text, "text")},
			field{"scale", func(n *node) { c.Scale = d.readScale(n, "scale") }},
			field{"reversed", d.boolean(&c.Reversed, "reversed")},
			field{"missing", func(n *node) { c.Missing, c.ownMissing = d.readMissing(n), true }},
			field{"codes", d.codesOf(&c.Codes, &c.NoCodes)},
			field{"one_scale", d.boolean(&c.OneScale, "one_scale")},
		)
		switch {
		case n.kind != mapping:
			return nil
		case !asked && text == "":
			d.fault(n.place, "column: Q5_2", "%s names no column", what)
		case !asked:
			named = []Selector{{Text: text, Place: n.place}}
		case text != "":
			d.fault(n.place, "keep one of the two", "%s names its column twice, by column and by text", what)
		}
	}
	if len(named) == 0 {
		return nil
	}
	c.Selector, c.Branches = named[0], named[1:]
	if !c.Scale.Defined() {
		if len(d.faults) == 0 {
			d.fault(c.Selector.Place, "scale: 1..10  for the whole study, for the item or for the column", "%s has no scale", what)
		}
		return nil
	}
	c.Codes = d.pointsOf(c.Codes, c.Scale, what)
	return &c
}

// take refuses a column that another rating of the audience uses already. In a table of results an item has one name for
// all kinds of rating.
func (d *fileDecoder) take(a *Audience, c *Column, kind Kind, what string) {
	if d.taken[a.ID] == nil {
		d.taken[a.ID] = map[string]Place{}
	}
	if a.Tabulated && len(c.Branches) > 0 {
		d.fault(c.Branches[0].Place, "published figures of several questions cannot be joined: name one row", "%s names several rows of the results of %s", what, a.ID)
		return
	}
	for _, s := range c.Selectors() {
		key := s.String()
		if a.Tabulated {
			key += " " + string(kind)
		}
		if first, twice := d.taken[a.ID][key]; twice {
			d.fault(s.Place, fmt.Sprintf("it is used in line %d already", first.Line),
				"%s uses column %q of %s a second time", what, s.String(), a.ID)
			return
		}
		d.taken[a.ID][key] = s.Place
	}
}

// estimates reads {audience: {of: …, kind: …, column: …}}: what one audience thinks that another would answer. A list
// gives several.
func (d *fileDecoder) estimates(item *Item, n *node, defaults *Column) {
	d.each(n, "estimates", func(e entry) {
		if !d.audienceID(e.key, e.place) {
			return
		}
		list := []*node{e.value}
		if e.value.kind == sequence {
			list = e.value.items
		}
		for _, one := range list {
			d.estimate(item, e.key, one, defaults)
		}
	})
}

func (d *fileDecoder) estimate(item *Item, audience string, n *node, defaults *Column) {
	what := "estimate of " + item.ID
	c, kind, of, ofPlace := *defaults, Performance, "", n.place
	var named []Selector
	asked := false
	kinds := map[string]Kind{
		string(Performance): Performance, string(Importance): Importance, string(Expectation): Expectation, string(Alternative): Alternative,
	}
	d.fields(n, what,
		field{"of", func(n *node) { ofPlace = n.place; d.text(&of, "of")(n) }},
		field{"kind", word(&d.decoder, &kind, "kind", kinds, "performance", "importance", "expectation", "alternative")},
		field{"column", func(n *node) { asked, named = true, d.detailed(n, what) }},
		field{"scale", func(n *node) { c.Scale = d.readScale(n, "scale") }},
		field{"reversed", d.boolean(&c.Reversed, "reversed")},
		field{"missing", func(n *node) { c.Missing, c.ownMissing = d.readMissing(n), true }},
		field{"codes", d.codesOf(&c.Codes, &c.NoCodes)},
		field{"one_scale", d.boolean(&c.OneScale, "one_scale")},
	)
	switch {
	case n.kind != mapping:
		return
	case of == "":
		d.fault(n.place, "of: customers", "%s does not say whose answers are estimated", what)
		return
	case !d.audienceID(of, ofPlace):
		return
	case of == audience:
		d.fault(ofPlace, "that would be their own view", "%s estimates %q itself", what, audience)
		return
	case !asked:
		d.fault(n.place, "column: Q6_2", "%s names no column", what)
		return
	case len(named) == 0: // said already
		return
	case !c.Scale.Defined():
		d.fault(named[0].Place, "scale: 1..10", "%s has no scale", what)
		return
	}
	c.Selector, c.Branches, c.Codes = named[0], named[1:], d.pointsOf(c.Codes, c.Scale, what)
	d.take(d.study.Audiences[d.study.Audience(audience)], &c, kind, what)
	for _, r := range item.Ratings {
		if r.Kind == kind && r.Of == of {
			r.Columns[audience] = &c
			return
		}
	}
	item.Ratings = append(item.Ratings, &Rating{Item: item, Kind: kind, Of: of, Columns: map[string]*Column{audience: &c}})
}

// outcomeID is the id under which the outcome's figures stand.
const outcomeID = "outcome"

func (d *fileDecoder) outcome(n *node) {
	item := &Item{ID: outcomeID, Label: "Outcome", Target: math.NaN(), Place: n.place}
	r := &Rating{Item: item, Kind: OutcomeKind, Columns: map[string]*Column{}}
	defaults := Column{Scale: d.scale, Missing: d.missing, Codes: d.codes, NoCodes: d.noCodes, OneScale: d.oneScale}
	directions := map[string]Direction{string(HighIsEasy): HighIsEasy, string(LowIsEasy): LowIsEasy}
	asked := false
	d.fields(n, "outcome",
		field{"label", d.text(&item.Label, "label")},
		field{"scale", func(n *node) { defaults.Scale = d.readScale(n, "scale") }},
		field{"missing", func(n *node) { defaults.Missing, defaults.ownMissing = d.readMissing(n), true }},
		field{"codes", d.codesOf(&defaults.Codes, &defaults.NoCodes)},
		field{"one_scale", d.boolean(&defaults.OneScale, "one_scale")},
		field{"reversed", d.boolean(&defaults.Reversed, "reversed")},
		field{"nps", d.boolean(&r.NPS, "nps")},
		field{"csat", d.boolean(&r.CSAT, "csat")},
		field{"ces", word(&d.decoder, &r.CES, "ces", directions, string(HighIsEasy), string(LowIsEasy))},
		field{"column", func(n *node) { asked = true; d.columns(r, n, &defaults) }},
		field{"target", d.number(&item.Target, 0, 100, "target")},
		field{"top_box", d.integer(&item.TopBox, 1, "top_box")},
		field{"bottom_box", d.integer(&item.BottomBox, 1, "bottom_box")},
	)
	if n.kind != mapping {
		return
	}
	if !asked {
		d.fault(n.place, "column: {customers: Q12}", "the outcome names no column")
	}
	d.scoresFit(r)
	d.boxesFit(item, r)
	d.study.Outcome = r
}

// scoresFit holds the named scores to the scales that they are defined on.
func (d *fileDecoder) scoresFit(r *Rating) {
	for _, a := range d.study.Audiences {
		c := r.Columns[a.ID]
		if c == nil {
			continue
		}
		if r.NPS && !c.Scale.Same(NewScale(0, 10)) {
			d.fault(c.Selector.Place, "scale: 0..10", "a Net Promoter Score needs the scale 0..10, not %s", c.Scale)
		}
		if r.CSAT && c.Scale.Points() != 5 {
			d.fault(c.Selector.Place, "scale: 1..5", "a customer satisfaction score needs a scale of 5 points, not %s", c.Scale)
		}
	}
}
