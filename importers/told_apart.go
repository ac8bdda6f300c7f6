package importers

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// mostToldApart is how many columns are tried, each in a pass of its own: the first that say different things of one respondent.
const mostToldApart = 12

// byColumn finds the column that tells apart what respondents answered several times, such as the wave, the day or the place, and words
// what is done; -1: there is none, or none for sure. Of several the one that makes the fewest records is meant, and of those that make the
// same ones that of the fewest different cells: the wave rather than the day. Two that make as many in different ways leave it open.
func (p *pivotTable) byColumn() (by int, told string) {
	if !p.answeredOtherwise() {
		return -1, ""
	}
	by, best := -1, (*pivotTable)(nil)
	var alike []string
	for _, k := range slices.Sorted(maps.Keys(p.varies))[:min(len(p.varies), mostToldApart)] {
		apart, err := newPivot(p.export, p.header, p.about[k])
		if err != nil || !apart.tellsApart(p) {
			continue
		}
		switch apart.words = nil; {
		case best == nil || len(apart.people) < len(best.people):
			by, best, alike = p.about[k], apart, nil
		case len(apart.people) > len(best.people):
		case apart.order != best.order:
			alike = append(alike, p.named(p.about[k]))
		case apart.turns() < best.turns():
			by, best = p.about[k], apart
		}
	}
	switch {
	case by < 0:
		return -1, ""
	case len(alike) > 0:
		return -1, fmt.Sprintf("%s could each tell apart what respondents answered several times, each in another way, so that none does: "+
			"take out all but the one that is meant", strings.Join(append([]string{p.named(by)}, alike...), " and "))
	}
	return by, fmt.Sprintf("%d of %s answered several times, which %s tells apart: each time is a row, %d in all",
		best.severalTimes(), count(len(best.known), "respondent"), p.named(by), len(best.people))
}

func (p *pivotTable) named(column int) string {
	return fmt.Sprintf("%q", lexicon.Shorten(lexicon.Tidy(p.header[column])))
}

// answeredOtherwise reports whether a respondent answered an item again, and not in the same words: copies are no answers of another time.
func (p *pivotTable) answeredOtherwise() bool {
	return slices.ContainsFunc(p.people, func(person pivotPerson) bool {
		return slices.ContainsFunc(person.answers, func(a pivotAnswer) bool { return a.again > 0 })
	})
}

// How sure a column tells times of answering apart: at most one in so many of the answers that were several are still, and of so many in
// four records of those who answered several times each holds more than half of their items. A number of the option that was chosen, or
// the moment of each answer, leaves records of one item.
const (
	stillSeveral = 20
	ofFour       = 3
)

// tellsApart reports whether the records of this table, which a column makes of the respondents of the other, are what these answered at
// one time.
func (p *pivotTable) tellsApart(respondents *pivotTable) bool {
	before, after := respondents.againItems(), p.againItems()
	several, still, resolved := 0, 0, false
	for i, item := range before {
		several += item.again
		if after[i].habit() {
			continue
		}
		still += after[i].again
		resolved = resolved || after[i].again < item.again
	}
	if !resolved || stillSeveral*still > several {
		return false
	}
	records, whole := 0, 0
	times := p.times()
	for i := range p.people {
		if person := &p.people[i]; times[person.id] > 1 {
			records++
			if all := respondents.people[respondents.at[[2]string{person.id}]]; 2*len(person.answers) > len(all.answers) {
				whole++
			}
		}
	}
	return 4*whole >= ofFour*records
}

// turns counts the different cells of the column that tells records apart.
func (p *pivotTable) turns() int {
	of := map[string]bool{}
	for key := range p.at {
		of[key[1]] = true
	}
	return len(of)
}

// times counts the records of each respondent.
func (p *pivotTable) times() map[string]int {
	times := make(map[string]int, len(p.known))
	for i := range p.people {
		times[p.people[i].id]++
	}
	return times
}

// severalTimes counts the respondents of several records.
func (p *pivotTable) severalTimes() (respondents int) {
	for _, n := range p.times() {
		if n > 1 {
			respondents++
		}
	}
	return respondents
}
