package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// againItem is an item that some respondents answered several times, each time otherwise.
type againItem struct {
	answered, again int
	line            int32
}

// settleAgain decides what several answers of one respondent to one item are. Where it is the habit of the item they are several
// answers to it: more than one in five of its respondents, and more than one respondent, gave several. Else nobody can say which of
// them counts, and none does: the respondent stays, without an answer to that item.
func (p *pivotTable) settleAgain() {
	items := p.againItems()
	for i := range p.people {
		answers := p.people[i].answers
		for k := range answers {
			if a := &answers[k]; a.again > 0 && !items[a.item].habit() {
				a.text = ""
				p.aside++
			}
		}
	}
	who := "respondent"
	if p.by >= 0 {
		who = "row"
	}
	for i, item := range items {
		if item.again == 0 {
			continue
		}
		what := "none of their answers to it counts, for nothing says which"
		if item.habit() {
			what = "read as a question with several answers"
		}
		p.again = append(p.again, fmt.Sprintf("item %q: %s of %d gave several different answers, the first at %s:%d: %s",
			lexicon.Shorten(lexicon.Tidy(p.items[i].id)), count(item.again, who), item.answered, p.export.Name, item.line, what))
	}
}

// againItems counts, by item, who answered it, and who several times.
func (p *pivotTable) againItems() []againItem {
	items := make([]againItem, len(p.items))
	for i := range p.people {
		for _, a := range p.people[i].answers {
			item := &items[a.item]
			item.answered++
			if a.again == 0 {
				continue
			}
			if item.again++; item.line == 0 || a.again < item.line {
				item.line = a.again
			}
		}
	}
	return items
}

// habit reports whether several answers to the item are what it asks for.
func (i againItem) habit() bool { return i.again > 1 && 5*i.again > i.answered }
