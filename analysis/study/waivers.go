package study

// waivers reads the list of a rule's waivers: each with an owner, a reason and a last day.
func (d *fileDecoder) waivers(c *Check, n *node) {
	if !d.is(n, sequence, "waivers") {
		return
	}
	for _, entry := range n.items {
		w := Waiver{Place: entry.place, Line: d.source.Line(entry.place.Line)}
		before := len(d.faults)
		d.fields(entry, "waiver",
			field{"item", d.text(&w.Item, "item")},
			field{"owner", d.text(&w.Owner, "owner")},
			field{"reason", d.text(&w.Reason, "reason")},
			field{"until", d.date(&w.Until, "until")},
		)
		const example = "{owner: J. Doe, reason: new portal in March, until: 2027-03-31}"
		for _, need := range []struct {
			key   string
			empty bool
		}{{"owner", w.Owner == ""}, {"reason", w.Reason == ""}, {"until", w.Until == 0}} {
			if need.empty && len(d.faults) == before {
				d.fault(entry.place, example, "a waiver needs %s", need.key)
			}
		}
		c.Waivers = append(c.Waivers, w)
	}
}

// date reads a day.
func (d *decoder) date(to *Date, what string) func(*node) {
	return func(n *node) {
		if !d.is(n, scalar, what) {
			return
		}
		day, ok := ParseDate(n.text)
		if !ok {
			d.fault(n.place, "", "%s is a day such as 2027-03-31, not %q", what, n.text)
			return
		}
		*to = day
	}
}
