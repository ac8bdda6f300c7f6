package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// What makes the interval of a mean too short. With n of 14 and a mean within a tenth of the scale of its end, a 95 % interval of simulated
// ratings holds the truth in 89 to 93 %; with weights whose effective base is under 30 and under two thirds of n, in 84 to 94 %; at other means
// and with other weights in 94 to 95 % (docs/methods.md, "How far to trust an interval").
const (
	nearEnd        = 0.1     // of the scale
	stronglyWeighs = 2. / 3. // effective base as a part of the base
)

// shortIntervals say of which audiences intervals may be too short: of few answers with a mean near an end of the scale, and of few answers
// that carry most of the weight. Nothing is said where there are none.
func (l *lookup) shortIntervals() (lines []string) {
	if who := l.audiencesWhere(atAnEnd); len(who) > 0 {
		line := l.text("Intervals may be too short where fewer than 30 answered and their mean is near an end of the scale (within a tenth of it): so few may have missed all who think otherwise. "+
			"Here this goes for some means of %s, and for gaps, shortfalls and changes with them: read the ends of their intervals as an order of size.", l.listed(who))
		if l.judged() {
			line += " " + l.text("Whether a difference is established does not hang on its interval alone: a second test must agree.")
		}
		lines = append(lines, line)
	}
	if who := l.audiencesWhere(stronglyWeighted); len(who) > 0 {
		lines = append(lines, l.text("Intervals may be too short where few answers carry most of the weight (an effective base under 30, and under two thirds of the answers). "+
			"Here this goes for some means of %s, and for gaps, shortfalls and changes with them.", l.listed(who)))
	}
	if who := l.audiencesWhere(cutAtAnEnd); len(who) > 0 {
		lines = append(lines, l.text("Intervals of means are shown up to the end of their scale, also where their method would take them further, as it does for some means of %s: of few answers near an end they are an order of size.", l.listed(who)))
	}
	return lines
}

// cutAtAnEnd reports whether the interval of a mean is shown in part.
func cutAtAnEnd(_ *topic, f *analysis.Figure) bool { return f.Note.Has(noteCut) }

// atAnEnd reports whether the mean of few is near an end of its scale.
func atAnEnd(t *topic, f *analysis.Figure) bool {
	from := (float64(f.Value) - t.low) / (t.high - t.low)
	return f.N < indicativeBase && (from <= nearEnd || from >= 1-nearEnd)
}

// stronglyWeighted reports whether few answers carry most of the weight.
func stronglyWeighted(_ *topic, f *analysis.Figure) bool {
	return f.NEffective < indicativeBase && f.NEffective < stronglyWeighs*f.N
}

// audiencesWhere lists the audiences that have a mean with an interval, of all or within a group, of which something is true.
func (l *lookup) audiencesWhere(holds func(*topic, *analysis.Figure) bool) (labels []string) {
	for _, a := range l.result.Audiences {
		if slices.ContainsFunc(l.topics(), func(t *topic) bool {
			return slices.ContainsFunc(l.meansOf(t, a), func(f *analysis.Figure) bool { return holds(t, f) })
		}) {
			labels = append(labels, visible(a.Label))
		}
	}
	return labels
}

// meansOf returns the means of an audience on the items of a topic that have an interval from a sample, of all and within groups.
func (l *lookup) meansOf(t *topic, a analysis.Audience) (means []*analysis.Figure) {
	add := func(f *analysis.Figure) {
		if f != nil && f.Value.Defined() && f.Low.Defined() && !f.Note.Has(analysis.NoteCensus) {
			means = append(means, f)
		}
	}
	for _, i := range t.items {
		id := l.result.Items[i].ID
		add(l.profile(t, a.ID, id, "mean"))
		for _, name := range l.result.Segments {
			for _, value := range l.segmentValuesOf(t, name) {
				add(l.within(t, name+"="+value, a.ID, "", id, "mean"))
			}
		}
	}
	return means
}
