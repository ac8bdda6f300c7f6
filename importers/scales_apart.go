package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// saysScalesApart says of questions that audiences answered in numbers on scales of different lengths which is whose, and how they are compared. One notice names all
// audiences: what told the scale of each pair nobody can put together.
func (d *draft) saysScalesApart(questions []*question) {
	var order []string
	items := map[string][]string{}
	for _, q := range questions {
		of := d.ownScales(q)
		if of == "" {
			continue
		}
		if items[of] == nil {
			order = append(order, of)
		}
		if label := fmt.Sprintf("%q", lexicon.Shorten(q.by[0].column.statement())); !slices.Contains(items[of], label) {
			items[of] = append(items[of], label)
		}
	}
	for _, of := range order {
		d.notice(study.ScaleAssumed, "", "the audiences had different scales, by their highest answers (%s), and are compared in percent of maximum possible (POMP): %s", of, few(items[of]))
	}
}

// ownScales names the scale of each audience, where they answered a question in numbers on scales of different lengths; empty: they did not.
func (d *draft) ownScales(q *question) string {
	var of []string
	differ := false
	for _, a := range q.by {
		if len(a.read.scale.Labels) > 0 {
			return ""
		}
		differ = differ || a.read.scale.String() != q.by[0].read.scale.String()
		of = append(of, d.study.Audiences[a.audience].ID+" "+a.read.scale.String())
	}
	if !differ || !q.apart {
		return ""
	}
	return strings.Join(of, ", ")
}

// withoutApart is what is assumed of a scale beside its being one audience's own.
func (a *asked) withoutApart() readScale {
	r := a.read
	r.remark = strings.TrimSuffix(strings.TrimSuffix(r.remark, a.learned.apart), ", and ")
	return r
}
