package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// refusal says why there is no derived importance at all; empty if there is some.
func (t *importanceTopic) refusal() string {
	notes := &footnotes{language: t.language, result: t.result}
	suppressed, rescaled, few := false, false, false
	for _, i := range t.drivers {
		f := t.of("derived", t.result.Items[i].ID, "derived_share")
		if f.Value.Defined() {
			return ""
		}
		rescaled = rescaled || f.Note.Has(analysis.NoteRescaled)
		suppressed, few = suppressed || f.Note.Has(analysis.NoteSuppressed), few || f.Note.Has(analysis.NoteTooFewForDrivers)
		notes.of(f)
	}
	without := finding{parts: t.withoutCostly()}.text()
	switch {
	case (suppressed || few) && without != "":
		return t.text("too few respondents answered everything") + "; " + without
	case suppressed:
		return t.text("it would rest on fewer than %d answers, or give such away", t.result.Choices.MinimumBase)
	case rescaled:
		return t.text("answers seem to be on another scale in this wave, and are not shown")
	}
	return strings.Join(notes.noted, "; ")
}

// costly are the drivers whose missing answers leave many respondents out, the costliest first, with how many would be complete without.
func (t *importanceTopic) costly() []int {
	var items []int
	for i, item := range t.result.Items {
		if t.of("derived", item.ID, "complete_without") != nil {
			items = append(items, i)
		}
	}
	complete := func(i int) analysis.Number {
		f := t.of("derived", t.result.Items[i].ID, "complete_without")
		if !f.Value.Defined() {
			return -1 // so few that they are not told
		}
		return f.Value
	}
	slices.SortStableFunc(items, func(a, b int) int { return int(complete(a) - complete(b)) })
	return items
}

// withoutCostly tells how many would have answered everything without the items that leave many respondents out; one without which still
// so few would have that they are not told is told with the next.
func (t *importanceTopic) withoutCostly() (said phrase) {
	var labels []string
	for _, i := range t.costly() {
		item := t.result.Items[i]
		f := t.of("derived", item.ID, "complete_without")
		labels = append(labels, t.quoted(item))
		if !f.Value.Defined() {
			continue
		}
		if len(said) == 0 {
			said = t.phrase("without %s %s of %s would have", plain(t.listed(labels)), cited(t.rounded(f.Value), f), cited(t.rounded(f.N), f))
		} else {
			said = t.phrase("%s, without %s too %s", said, plain(t.listed(labels)), cited(t.rounded(f.Value), f))
		}
		labels = nil
	}
	return said
}

// unknown says that nothing can be put first, as too few answered everything for the outcome to be explained.
func (t *importanceTopic) unknown() phrase {
	without := t.withoutCostly()
	if t.refusal() == "" || len(without) == 0 || len(t.rated) == 0 {
		return nil
	}
	return t.phrase("No item can be put first: what goes with %s is not known, as too few respondents of %s answered everything; %s.",
		plain(t.outcome()), plain(visible(t.audience.Label)), without)
}
