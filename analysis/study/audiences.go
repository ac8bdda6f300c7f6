package study

import "strings"

// audience reads one entry of audiences.
func (d *fileDecoder) audience(e entry) {
	if !d.id(e, "an audience") {
		return
	}
	what := "audience " + e.key
	a := &Audience{ID: e.key, Label: label(e.key), Anonymous: true, Place: e.place}
	path := "audiences." + e.key + "."
	d.fields(e.value, what,
		field{"label", d.text(&a.Label, "label")},
		field{"files", func(n *node) { d.files(a, n) }},
		field{"population", func(n *node) { a.PopulationPlace = n.place; d.integer(&a.Population, 1, "population")(n) }},
		field{"anonymous", d.boolean(&a.Anonymous, "anonymous")},
		field{"reason", d.text(&a.Reason, "reason")},
		field{"where", func(n *node) { d.where(a, n) }},
		field{"id", d.selectorTo(&a.RespID, "id")},
		field{"weight", d.selectorTo(&a.Weight, "weight")},
		field{"cluster", d.selectorTo(&a.Cluster, "cluster")},
		field{"duration", d.selectorTo(&a.Duration, "duration")},
		field{"wave", func(n *node) { d.wave(a, n) }},
		field{"platform", d.text(&a.Platform, "platform")},
		field{"encoding", d.text(&a.Encoding, "encoding")},
		field{"labels_from", d.unread(path + "labels_from")},
		field{"dictionary", d.unread(path + "dictionary")},
		field{"tabulated", d.unread(path + "tabulated")},
	)
	if a.RespID != nil {
		d.study.Unread = append(d.study.Unread, path+"id")
	}
	if a.Duration != nil {
		d.study.Unread = append(d.study.Unread, path+"duration")
	}
	if len(a.Files) == 0 && len(d.faults) == 0 {
		d.fault(e.place, "files: ["+e.key+".csv]", "%s names no files", what)
	}
	if !a.Anonymous && a.Reason == "" {
		d.fault(e.place, "reason: all 14 consented on 2026-09-01", "%s is not anonymous, but gives no reason for it", what)
	}
	if len(a.Where) == 0 && len(a.Files) > 0 {
		a.WherePlace = a.Files[0].Place
	}
	d.study.Audiences = append(d.study.Audiences, a)
}

func (d *fileDecoder) files(a *Audience, n *node) {
	for _, item := range d.texts(n, "files") {
		if item.text == "" {
			d.fault(item.place, "", "a file needs a name")
			continue
		}
		a.Files = append(a.Files, File{Name: item.text, Place: item.place})
	}
}

// where reads conditions: column: value, [values], or {not: [values]}.
func (d *fileDecoder) where(a *Audience, n *node) {
	d.each(n, "where", func(e entry) {
		a.WherePlace = e.place
		c := Condition{Column: selectorOf(e.key, e.place)}
		values := e.value
		if values.kind == mapping {
			c.Not = true
			values = nil
			d.fields(e.value, "where."+e.key, field{"not", func(n *node) { values = n }})
		}
		if values == nil {
			d.fault(e.place, e.key+": {not: [value]}", "the condition on %q names no values", e.key)
			return
		}
		for _, item := range d.texts(values, "where."+e.key) {
			c.Values = append(c.Values, item.text)
		}
		a.Where = append(a.Where, c)
	})
}

// wave reads a wave's name, or {column: C}.
func (d *fileDecoder) wave(a *Audience, n *node) {
	if n.kind == mapping {
		d.fields(n, "wave", field{"column", d.selectorTo(&a.Wave, "column")})
		if len(d.study.Waves) == 0 {
			d.fault(n.place, "waves: [2025-Q3, 2026-Q3]", "a wave column needs the waves of the study in order of time")
		}
		return
	}
	d.text(&a.WaveName, "wave")(n)
	if a.WaveName != "" && !contains(d.study.Waves, a.WaveName) {
		hint := "waves: [" + strings.Join(append(d.study.Waves[:len(d.study.Waves):len(d.study.Waves)], a.WaveName), ", ") + "]"
		if near := Nearest(a.WaveName, d.study.Waves); near != "" {
			hint = "did you mean \"" + near + "\"?"
		}
		d.fault(n.place, hint, "%q is not among the waves of the study", a.WaveName)
	}
}

// segments reads [name, …] or {name: column | {audience: column}}.
func (d *fileDecoder) segments(n *node) {
	if n.kind != mapping {
		for _, item := range d.texts(n, "segments") {
			d.study.Segments = append(d.study.Segments, Segment{
				Name: item.text, Place: item.place, Columns: map[string]Selector{"": selectorOf(item.text, item.place)},
			})
		}
		return
	}
	d.each(n, "segments", func(e entry) {
		s := Segment{Name: e.key, Place: e.place, Columns: map[string]Selector{}}
		if e.value.kind == mapping {
			d.each(e.value, "segment "+e.key, func(of entry) {
				if selector := d.selector(of.value, "segment "+e.key); d.audienceID(of.key, of.place) && selector != nil {
					s.Columns[of.key] = *selector
				}
			})
		} else if selector := d.selector(e.value, "segment "+e.key); selector != nil {
			s.Columns[""] = *selector
		}
		d.study.Segments = append(d.study.Segments, s)
	})
}
