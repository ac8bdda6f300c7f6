package disclosure

import "github.com/cxgap/cxgap/analysis"

// equation is a shown figure that is a sum or difference of others: if all of these but one are known, so is that one.
type equation struct {
	figure *analysis.Figure
	of     []quantity
}

// known is what is shown, or hidden, of a quantity.
type known struct {
	hidden *analysis.Figure // the row that is marked as suppressed
	shown  bool
	from   []string // the figures that it is read from, or follows from
}

// follow finds quantities that are marked as suppressed and follow all the same from figures that are shown, one step after the other.
func (j *judge) follow(found *findings) {
	all, order := map[quantity]*known{}, []quantity(nil)
	var equations []equation
	for i := range j.out.Figures {
		f := &j.out.Figures[i]
		if q, single := single(f); single {
			if all[q] == nil {
				all[q] = &known{}
				order = append(order, q)
			}
			switch k := all[q]; {
			case f.Value.Defined():
				k.shown, k.from = true, append(k.from[:0:0], f.ID)
			case f.Note.Has(analysis.NoteSuppressed) && k.hidden == nil:
				k.hidden = f
			}
		}
		if of := j.made(f); len(of) > 0 && f.Value.Defined() {
			equations = append(equations, equation{f, of})
		}
	}
	for learnt := true; learnt; {
		learnt = false
		for _, e := range equations {
			learnt = e.solve(all) || learnt
		}
	}
	for _, q := range order {
		if k := all[q]; k.hidden != nil && k.shown && !j.free(q.audience, k.hidden) {
			found.add(group{FollowsFromOthers, q.audience, q.wave, q.segment}, 0, append([]string{k.hidden.ID}, k.from...)...)
		}
	}
}

// solve enters the one quantity of an equation that is not known yet, if it is one.
func (e equation) solve(all map[quantity]*known) bool {
	var unknown *known
	from := []string{e.figure.ID}
	for _, q := range e.of {
		k := all[q]
		if k == nil {
			return false
		}
		if k.shown {
			from = append(from, k.from...)
			continue
		}
		if unknown != nil {
			return false
		}
		unknown = k
	}
	if unknown == nil {
		return false
	}
	unknown.shown, unknown.from = true, from
	return true
}

// single returns what a figure of one audience is about, if others are made of it. The means of the map of importance against performance are
// those of all who rated, and so those of the profile.
func single(f *analysis.Figure) (quantity, bool) {
	if f.Versus != "" || f.Audience == "" || f.Item == "" {
		return quantity{}, false
	}
	q := quantity{f.Statistic, f.Kind, f.Perspective, f.Audience, f.Item, f.Wave, f.Segment}
	switch f.Analysis + "/" + f.Statistic {
	case "profile/mean", "segment/mean", "profile/top_box", "profile/bottom_box", "profile/dont_know":
		return q, true
	case "shortfall/importance", "shortfall/performance", "shortfall/top_box_importance", "shortfall/top_box_performance",
		"journey/mean_without_outcome", "journey/mean_with_outcome", "construct/score",
		"congruency/difference", "self_organisation/difference", "relative_performance/difference", "expectation/difference":
		q.statistic = f.Analysis + "/" + f.Statistic
		return q, true
	}
	return quantity{}, false
}

// made returns the quantities that a figure is the sum or difference of; none if it is of another kind.
func (j *judge) made(f *analysis.Figure) []quantity {
	if f.Audience == "" || f.Item == "" {
		return nil
	}
	of := func(statistic, audience string) quantity {
		return quantity{statistic, f.Kind, f.Perspective, audience, f.Item, f.Wave, f.Segment}
	}
	both := func(statistic string) []quantity {
		return []quantity{of(statistic, f.Audience), of(statistic, f.Versus)}
	}
	switch name := f.Analysis + "/" + f.Statistic; name {
	case "gap/difference", "segment/difference", "chain/total_gap", "chain/communication_gap", "chain/delivery_gap":
		return both("mean")
	case "gap/top_box_difference", "belief_gap/difference":
		return both("top_box")
	case "gap/dont_know_difference":
		return both("dont_know")
	case "accuracy/difference":
		own := of("mean", f.Versus)
		own.perspective = "own"
		return []quantity{of("mean", f.Audience), own}
	case "profile/net":
		return []quantity{of("top_box", f.Audience), of("bottom_box", f.Audience)}
	case "shortfall/shortfall":
		return []quantity{of("shortfall/importance", f.Audience), of("shortfall/performance", f.Audience)}
	case "shortfall/top_box_shortfall":
		return []quantity{of("shortfall/top_box_importance", f.Audience), of("shortfall/top_box_performance", f.Audience)}
	case "journey/difference":
		return []quantity{of("journey/mean_with_outcome", f.Audience), of("journey/mean_without_outcome", f.Audience)}
	case "construct/difference":
		return both("construct/score")
	case "congruency/difference", "self_organisation/difference", "relative_performance/difference", "expectation/difference":
		if f.Versus != "" {
			return both(name)
		}
	case "change/mean_change", "change/gap_change":
		return j.changed(f, of)
	}
	return nil
}

// changed returns the means of two waves that a change is made of.
func (j *judge) changed(f *analysis.Figure, of func(statistic, audience string) quantity) []quantity {
	var all []quantity
	waves := j.wavesOf(f.Wave)
	if len(waves) < 2 {
		return nil
	}
	for _, wave := range waves {
		for _, audience := range []string{f.Audience, f.Versus} {
			if q := of("mean", audience); audience != "" {
				q.wave = wave
				all = append(all, q)
			}
		}
	}
	return all
}
