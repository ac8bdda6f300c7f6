package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// A platform says which responses are previews, tests or spam, and they are left out. A study whose where: lists such a value keeps these: it says
// itself which rows count. What it says of one column decides nothing by another: {Finished: [True]} keeps no preview.

// keepListed lets responses count whose status every audience of the export lists in its where:.
func (e *boundExport) keepListed() {
	if e.status == nil || e.status.filled {
		return
	}
	listed := map[int][]string{}
	for _, at := range e.status.columns {
		if values := e.listed(at); at >= 0 && len(values) > 0 {
			listed[at] = values
		}
	}
	if len(listed) == 0 {
		return
	}
	rule := *e.status
	of := rule.of
	rule.of = func(cells []string) study.Reason {
		why := of(cells)
		if why == "" {
			return why
		}
		told := slices.Clone(cells)
		for at, values := range listed {
			if at < len(told) && slices.ContainsFunc(values, func(value string) bool { return sameCell(strings.TrimSpace(cell(cells, at)), value) }) {
				told[at] = ""
			}
		}
		return of(told)
	}
	e.status = &rule
}

// listed returns the values of a column that the conditions of all audiences of an export list.
func (e *boundExport) listed(at int) (values []string) {
	for i, p := range e.parts {
		var own []string
		for _, c := range p.conditions {
			if c.position == at && !c.not {
				own = append(own, c.values...)
			}
		}
		if i == 0 {
			values = own
			continue
		}
		values = slices.DeleteFunc(values, func(value string) bool { return !slices.Contains(own, value) })
	}
	return values
}
