package report

import "fmt"

// sources are the figures that the sentences of a report cite, in the order in which they are first cited.
type sources struct {
	figures []string
	anchors map[string]string
}

// sources collects what the answer and the steps cite.
func (c *clientReport) sources() *sources {
	all := &sources{anchors: map[string]string{}}
	for _, f := range c.findings {
		all.enter(f)
	}
	for _, part := range c.parts {
		for _, s := range part.sections {
			for _, step := range s.steps {
				for _, f := range step.items {
					all.enter(f)
				}
			}
			for _, f := range s.others {
				all.enter(f)
			}
		}
	}
	return all
}

func (s *sources) enter(f finding) {
	taken := map[string]bool{}
	for _, anchor := range s.anchors {
		taken[anchor] = true
	}
	for _, id := range f.figures() {
		if s.anchors[id] != "" {
			continue
		}
		anchor := named("figure", id)
		for n := 2; taken[anchor]; n++ { // two ids that differ only in signs
			anchor = fmt.Sprintf("%s-%d", named("figure", id), n)
		}
		taken[anchor] = true
		s.anchors[id], s.figures = anchor, append(s.figures, id)
	}
}
