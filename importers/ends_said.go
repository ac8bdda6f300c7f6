package importers

import (
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// endsSaid notes what a question says of the ends of its scale ("1 = not at all, 7 = fully"), for those who read the means. Nothing is noted
// where the question says so of one end only, where it is not sure which words belong to which number, or where two files differ.
func (b *binder) endsSaid(a *study.Audience, uses []use) {
	for i, r := range b.study.Ratings() {
		c := r.Columns[a.ID]
		if c == nil || len(c.Scale.Labels) > 0 {
			continue
		}
		seen := false
		for _, u := range uses {
			for _, p := range u.export.parts {
				if b.study.Audiences[p.audience] != a {
					continue
				}
				for _, asked := range p.columns(i) {
					low, high := wordsAt(u.export.Columns[asked.position].heading().Legend(), c.Scale)
					if seen && (low != c.LowWords || high != c.HighWords) {
						low, high = "", ""
					}
					c.LowWords, c.HighWords, seen = low, high, true
				}
			}
		}
	}
}

// wordsAt returns the words of a legend for both ends of a scale; empty: not for both.
func wordsAt(l lexicon.Legend, s study.Scale) (low, high string) {
	if l.Unsure {
		return "", ""
	}
	for _, p := range l.Explained() {
		switch p.Value {
		case s.Low:
			low = p.Words
		case s.High:
			high = p.Words
		}
	}
	if low == "" || high == "" {
		return "", ""
	}
	return low, high
}
