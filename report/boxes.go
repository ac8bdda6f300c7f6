package report

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// boxes says how many points the top and the bottom box of some ratings have: an item may have others than the study.
type boxes struct {
	top, bottom int  // of the items that have none of their own
	mixed       bool // then every item says its own
	of          map[string][2]int
	own         []string // items that differ, in the order of the study
}

// boxesOf collects the boxes of the ratings of one kind and perspective of some items.
func (l *lookup) boxesOf(items []int, kind study.Kind, perspective string) boxes {
	b := boxes{top: l.result.Choices.TopBox, bottom: l.result.Choices.BottomBox, of: map[string][2]int{}}
	distinct := map[[2]int]bool{}
	for _, i := range items {
		item := l.result.Items[i]
		for _, r := range item.Ratings {
			if r.Kind != kind || r.Perspective != perspective {
				continue
			}
			points := [2]int{r.TopBox, r.BottomBox}
			b.of[item.ID], distinct[points] = points, true
			if points != [2]int{b.top, b.bottom} {
				b.own = append(b.own, item.ID)
			}
		}
	}
	if len(distinct) == 1 {
		for points := range distinct {
			b.top, b.bottom, b.own = points[0], points[1], nil
		}
	}
	b.mixed = len(distinct) > 1
	return b
}

// boxedName writes the name of an item, with its boxes where they are not those of all.
func (l *lookup) boxedName(b boxes, item, label string) string {
	points, known := b.of[item]
	if !b.mixed || !known {
		return visible(label)
	}
	return l.text("%s (bottom %d, top %d)", visible(label), points[1], points[0])
}

// topPoints says how many points count as the top, and of which items other numbers do.
func (l *lookup) topPoints(b boxes) string {
	points := func(n int) string { return l.counted(n, "%s point", "%s points") }
	all := []string{points(b.top)}
	for _, item := range l.result.Items {
		for _, own := range b.own {
			if own == item.ID && b.of[own][0] != b.top {
				all = append(all, visible(item.Label)+": "+points(b.of[own][0]))
			}
		}
	}
	return strings.Join(all, "; ")
}
