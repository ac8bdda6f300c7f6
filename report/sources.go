package report

import (
	"fmt"
	"hash/fnv"
	"strconv"
)

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
		anchor := anchorOf(id)
		for n := 2; taken[anchor]; n++ { // of two ids that come to the same anchor
			anchor = fmt.Sprintf("%s-%d", anchorOf(id), n)
		}
		taken[anchor] = true
		s.anchors[id], s.figures = anchor, append(s.figures, id)
	}
}

// anchorOf is the anchor of a figure: short, since every sentence has it, and the same in every report, so that links to it from elsewhere
// do not lead to another figure when the report is made anew.
func anchorOf(id string) string {
	sum := fnv.New32a()
	sum.Write([]byte(id)) // which never fails
	return "f-" + strconv.FormatUint(uint64(sum.Sum32()), 36)
}
