package report

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// groupsApart says on which item two values of a segment lie furthest apart in the ratings of an audience, as a description: of many
// differences one is the largest, and none is tested here. Nothing of a single
// item, of which the table says as much, nor where no two values are shown, or all are alike.
func (l *lookup) groupsApart(t *topic, name string, a analysis.Audience, values []string) []finding {
	if t.kind != study.Performance || len(t.items) < 2 {
		return nil
	}
	type end struct {
		value string
		mean  *analysis.Figure
	}
	var high, low end
	item, most := "", 0.0
	for _, i := range t.items {
		var shown []end
		for _, value := range values {
			f := l.within(t, name+"="+value, a.ID, "", l.result.Items[i].ID, "mean")
			if f != nil && f.Value.Defined() && !f.Note.Withheld() {
				shown = append(shown, end{value, f})
			}
		}
		for k, x := range shown {
			for _, y := range shown[k+1:] {
				if apart := math.Abs(float64(x.mean.Value - y.mean.Value)); apart > most {
					item, most, high, low = l.quoted(l.result.Items[i]), apart, x, y
				}
			}
		}
	}
	if item == "" {
		return nil
	}
	if low.mean.Value > high.mean.Value {
		high, low = low, high
	}
	level := func(of end) phrase {
		digits := decimals(t)
		mean := l.number(of.mean.Value, digits)
		if t.unit == analysis.POMP {
			mean = l.text("%s of 100", mean)
		}
		return l.phrase("%s %s (%s; %s)", plain(l.inQuotes(l.valueName(name, of.value))), cited(mean, of.mean), l.interval(of.mean, digits, false), l.basesOf(of.mean))
	}
	return []finding{{parts: l.phrase("Two groups of %s lie furthest apart on %s: %s and %s; the largest of many differences, of which chance makes some large; none is tested here.",
		plain(visible(a.Label)), plain(item), level(high), level(low))}}
}
