package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// fieldwork says from when to when answers were given, where columns of the exports tell: once where it is the same for all, otherwise by
// audience; of several waves by wave, for all audiences together, and by audience in a wave with one whose days are not known.
func (l *lookup) fieldwork() string {
	var ranges []answerRange
	for _, wave := range l.everyWave() {
		of, complete := l.rangesIn(wave)
		switch {
		case len(l.result.Waves) < 2:
			ranges = of
		case complete && len(of) > 0:
			ranges = append(ranges, allOf(of, visible(wave)))
		default:
			for _, r := range of {
				r.whose += ", " + visible(wave)
				ranges = append(ranges, r)
			}
		}
	}
	if len(ranges) == 0 {
		return ""
	}
	if _, complete := l.rangesIn(l.newestWave()); complete && len(l.result.Waves) < 2 && sameDays(ranges) {
		return l.text("Answers were given %s.", l.days(ranges[0]))
	}
	var said []string
	for _, r := range l.together(ranges) {
		said = append(said, l.text("%s (%s)", l.days(r), r.whose))
	}
	return l.text("Answers were given %s.", l.listed(said))
}

// together makes one range of those with the same days, where there are no waves.
func (l *lookup) together(ranges []answerRange) (merged []answerRange) {
	if len(l.result.Waves) > 1 {
		return ranges
	}
	for k, r := range ranges {
		same := func(other answerRange) bool { return other.oldest == r.oldest && other.newest == r.newest }
		if slices.ContainsFunc(ranges[:k], same) {
			continue
		}
		var whose []string
		for _, other := range ranges {
			if same(other) {
				whose = append(whose, other.whose)
			}
		}
		r.whose = l.listed(whose)
		merged = append(merged, r)
	}
	return merged
}

// answerRange is from when to when answers were given, by an audience or in a wave.
type answerRange struct {
	whose          string
	oldest, newest study.Date
}

// rangesIn returns the ranges of the audiences that answered in a wave, and whether all of them have one.
func (l *lookup) rangesIn(wave string) (ranges []answerRange, complete bool) {
	complete = true
	for _, a := range l.result.Audiences {
		for _, base := range a.Bases {
			switch {
			case base.Wave != wave || base.Tabulated || base.N == 0:
			case base.Oldest == 0 || base.Newest == 0:
				complete = false
			default:
				ranges = append(ranges, answerRange{visible(a.Label), base.Oldest, base.Newest})
			}
		}
	}
	return ranges, complete
}

// allOf is the range that holds all.
func allOf(ranges []answerRange, whose string) answerRange {
	all := ranges[0]
	all.whose = whose
	for _, r := range ranges[1:] {
		all.oldest, all.newest = min(all.oldest, r.oldest), max(all.newest, r.newest)
	}
	return all
}

func sameDays(ranges []answerRange) bool {
	for _, r := range ranges {
		if r.oldest != ranges[0].oldest || r.newest != ranges[0].newest {
			return false
		}
	}
	return true
}

// days writes a range: from 1 September to 12 September 2026. The year stands once where it is the same.
func (w *language) days(r answerRange) string {
	year, month, day := r.newest.Calendar()
	last := w.text("%d %s %d", day, w.month(month), year)
	if r.oldest == r.newest {
		return w.text("on %s", last)
	}
	firstYear, month, day := r.oldest.Calendar()
	if firstYear == year {
		return w.text("from %s to %s", w.text("%d %s", day, w.month(month)), last)
	}
	return w.text("from %s to %s", w.text("%d %s %d", day, w.month(month), firstYear), last)
}

// month names a month, the first of which is 1.
func (w *language) month(n int) string {
	return []string{
		w.text("January"), w.text("February"), w.text("March"), w.text("April"), w.text("May"), w.text("June"),
		w.text("July"), w.text("August"), w.text("September"), w.text("October"), w.text("November"), w.text("December"),
	}[n-1]
}
