package study

import (
	"strings"
)

func (d *fileDecoder) quality(n *node) {
	q := &d.study.Quality
	policies := map[string]Policy{string(Drop): Drop, string(Report): Report}
	policy := func(to *Policy, key string) field {
		return field{key, word(&d.decoder, to, key, policies, string(Report), string(Drop))}
	}
	d.fields(n, "quality",
		policy(&q.Duplicates, "duplicates"),
		policy(&q.Partial, "partial"),
		policy(&q.LeftEarly, "left_early"),
		policy(&q.StraightLiners, "straight_liners"),
		policy(&q.Speeders, "speeders"),
		field{"speed_cut", d.number(&q.SpeedCut, 0, 1, "speed_cut")},
		field{"same_scales", d.boolean(&q.SameScales, "same_scales")},
	)
}

// unreadIn notes a key that the file sets and the analysis does not use.
func (d *fileDecoder) unreadIn(n *node, path, key string) {
	for _, e := range n.entries {
		if e.key == key {
			d.study.Unread = append(d.study.Unread, path+key)
		}
	}
}

func (d *fileDecoder) analysis(n *node) {
	a := &d.study.Analysis
	adjustments := map[string]Adjustment{
		string(Holm): Holm, string(BenjaminiHochberg): BenjaminiHochberg, "bh": BenjaminiHochberg, string(NoAdjustment): NoAdjustment,
	}
	seed := int(a.Seed)
	crosshairs := map[string]Crosshair{}
	for _, c := range Crosshairs() {
		crosshairs[string(c)] = c
	}
	d.fields(n, "analysis",
		field{"confidence", d.confidence},
		field{"adjust", word(&d.decoder, &a.Adjust, "adjust", adjustments, string(Holm), string(BenjaminiHochberg), string(NoAdjustment))},
		field{"equivalence", func(n *node) { d.margin(&a.Equivalence, n) }},
		field{"top_box", d.integer(&a.TopBox, 1, "top_box")},
		field{"bottom_box", d.integer(&a.BottomBox, 1, "bottom_box")},
		field{"zones", func(n *node) {
			d.fields(n, "zones", field{"low", d.zone(&a.LowZone, "low")}, field{"high", d.zone(&a.HighZone, "high")})
		}},
		field{"crosshair", word(&d.decoder, &a.Crosshair, "crosshair", crosshairs, "mean", "median", "midpoint", "target")},
		field{"target", d.number(&a.Target, 0, 100, "target")},
		field{"resamples", d.resamples},
		field{"seed", d.integer(&seed, 0, "seed")},
	)
	a.Seed = uint64(seed)
}

// mostResamples bounds the memory and the time of resampling; more change no digit that is printed.
const mostResamples = 100_000

func (d *fileDecoder) resamples(n *node) {
	d.integer(&d.study.Analysis.Resamples, 100, "resamples")(n)
	if d.study.Analysis.Resamples > mostResamples {
		d.fault(n.place, "resamples: 10000", "resamples is at most %d, not %q", mostResamples, n.text)
		d.study.Analysis.Resamples = mostResamples
	}
}

func (d *fileDecoder) confidence(n *node) {
	before := d.study.Analysis.Confidence
	d.number(&d.study.Analysis.Confidence, 0, 1, "confidence")(n)
	if c := d.study.Analysis.Confidence; c <= 0.5 || c >= 1 {
		d.fault(n.place, "confidence: 0.95", "confidence is above 0.5 and below 1, not %q", n.text)
		d.study.Analysis.Confidence = before
	}
}

// margin reads 5% (of the scale's range) or 0.5pt (scale points).
func (d *fileDecoder) margin(to *Margin, n *node) {
	if !d.is(n, scalar, "equivalence") {
		return
	}
	hint := "equivalence: 5%  is a share of the scale's range,  equivalence: 0.5pt  scale points"
	for _, unit := range []string{"%", "pt"} {
		digits, found := strings.CutSuffix(n.text, unit)
		x, err := parseNumber(strings.TrimSpace(digits))
		if !found || err != nil || !(x > 0) {
			continue
		}
		if unit == "%" && x < 100 {
			*to = Margin{Share: x / 100}
			return
		}
		if unit == "pt" {
			*to = Margin{Points: x}
			return
		}
	}
	d.fault(n.place, hint, "%q is not a margin", n.text)
}

func (d *fileDecoder) privacy(n *node) {
	d.fields(n, "privacy",
		field{"minimum_base", d.integer(&d.study.Privacy.MinimumBase, 1, "minimum_base")},
		field{"minimum_base_comments", d.integer(&d.study.Privacy.MinimumBaseComments, 1, "minimum_base_comments")},
	)
	d.unreadIn(n, "privacy.", "minimum_base_comments")
}
