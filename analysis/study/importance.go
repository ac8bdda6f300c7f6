package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Crosshair is the rule by which a map of importance against performance is cut into quadrants (METHODS section 6).
type Crosshair string

// The rules on offer.
const (
	CrosshairMean     Crosshair = "mean"     // the means of the plotted items
	CrosshairMedian   Crosshair = "median"   // their medians
	CrosshairMidpoint Crosshair = "midpoint" // the middle of the scale
	CrosshairTarget   Crosshair = "target"   // the study's target; for performance an item's own
)

// Crosshairs lists the rules.
func Crosshairs() []Crosshair {
	return []Crosshair{CrosshairMean, CrosshairMedian, CrosshairMidpoint, CrosshairTarget}
}

// Zone is one end of a scale: so many of its points, or all up to (or from) a value.
type Zone struct {
	Points int     // 0: the zone is given by its limit
	Limit  float64 // on the scale
}

// Low returns the highest code of the zone at the low end of the scale; ok is false if the zone holds no point or all of them.
func (z Zone) Low(s Scale) (highest Code, ok bool) {
	n := z.Points
	if n == 0 {
		n = int(math.Floor((z.Limit-s.Low)/s.Step+1e-9)) + 1
	}
	return Code(n - 1), n >= 1 && n < s.Points()
}

// High returns the lowest code of the zone at the high end of the scale.
func (z Zone) High(s Scale) (lowest Code, ok bool) {
	n := z.Points
	if n == 0 {
		n = int(math.Floor((s.High-z.Limit)/s.Step+1e-9)) + 1
	}
	return Code(s.Points() - n), n >= 1 && n < s.Points()
}

// zone reads a number of points, or a limit in scale points: "..4" for the low zone, "8.." for the high one.
func (d *fileDecoder) zone(to *Zone, what string) func(*node) {
	return func(n *node) {
		if !d.is(n, scalar, what) {
			return
		}
		limit, before, after := n.text, strings.HasPrefix(n.text, ".."), strings.HasSuffix(n.text, "..")
		switch {
		case what == "low" && before:
			limit = strings.TrimPrefix(limit, "..")
		case what == "high" && after:
			limit = strings.TrimSuffix(limit, "..")
		default:
			if points, err := strconv.Atoi(n.text); err == nil && points >= 1 {
				*to = Zone{Points: points}
				return
			}
			limit = ""
		}
		x, err := strconv.ParseFloat(limit, 64)
		if err != nil {
			example := map[string]string{"low": `low: "..4"`, "high": `high: "8.."`}[what]
			d.fault(n.place, what+": 2  is a number of scale points,  "+example+"  a limit on the scale", "%q is not a zone", n.text)
			return
		}
		*to = Zone{Limit: x}
	}
}

// Construct is several items that measure one thing: a dimension, a need.
type Construct struct {
	ID        string
	Label     string
	Items     []*Item
	Dimension bool // made of the items of a dimension
	Place     Place
}

// constructs reads {autonomy: {label: Autonomy, items: [auto_1, auto_2]}}.
func (d *fileDecoder) constructs(n *node) {
	d.each(n, "constructs", func(e entry) {
		if !d.id(e, "a construct") {
			return
		}
		if strings.HasPrefix(e.key, dimensionPrefix) || d.itemOf(e.key) != nil {
			d.fault(e.place, "choose another id", "%q is the id of an item or of a dimension", e.key)
			return
		}
		c := &Construct{ID: e.key, Label: label(e.key), Place: e.place}
		var items []*node
		d.fields(e.value, "construct "+e.key,
			field{"label", d.text(&c.Label, "label")},
			field{"items", func(n *node) { items = d.texts(n, "items") }})
		for _, item := range items {
			d.constructItem(c, item)
		}
		if e.value.kind == mapping && len(items) < 2 {
			d.fault(e.place, "items: [auto_1, auto_2]", "construct %s needs two items or more", e.key)
		}
		d.study.Constructs = append(d.study.Constructs, c)
	})
}

func (d *fileDecoder) constructItem(c *Construct, n *node) {
	item := d.itemOf(n.text)
	if item == nil {
		hint := "items stand under items:"
		if near := Nearest(n.text, itemIDs(d.study.Items)); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		d.fault(n.place, hint, "no item %q", n.text)
		return
	}
	for _, have := range c.Items {
		if have == item {
			d.fault(n.place, "", "item %q stands twice in construct %s", n.text, c.ID)
			return
		}
	}
	c.Items = append(c.Items, item)
}

func (d *fileDecoder) itemOf(id string) *Item {
	for _, item := range d.study.Items {
		if item.ID == id {
			return item
		}
	}
	return nil
}

func itemIDs(items []*Item) []string {
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	return ids
}

// dimensionPrefix begins the ids of constructs that are dimensions.
const dimensionPrefix = "dimension_"

// dimensions returns the dimensions of two items or more as constructs, in order of appearance.
func dimensions(items []*Item) []*Construct {
	var all []*Construct
	byName := map[string]*Construct{}
	ids := map[string]int{}
	for _, item := range items {
		if item.Dimension == "" {
			continue
		}
		c := byName[item.Dimension]
		if c == nil {
			id := dimensionPrefix + slug(item.Dimension)
			if ids[id]++; ids[id] > 1 { // two names that differ in signs only
				id += "_" + strconv.Itoa(ids[id])
			}
			c = &Construct{ID: id, Label: item.Dimension, Dimension: true, Place: item.Place}
			byName[item.Dimension] = c
			all = append(all, c)
		}
		c.Items = append(c.Items, item)
	}
	return slices.DeleteFunc(all, func(c *Construct) bool { return len(c.Items) < 2 })
}

// slug writes a name with the letters of ids; what they cannot write becomes one underscore.
func slug(name string) string {
	var id strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			gap = id.Len() > 0
			continue
		}
		if gap {
			id.WriteByte('_')
		}
		gap = false
		id.WriteRune(r)
	}
	if id.Len() == 0 {
		return "x"
	}
	return id.String()
}
