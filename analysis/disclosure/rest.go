package disclosure

import "github.com/cxgap/cxgap/analysis"

// rests finds parts of an audience that are not shown and follow from the whole less the parts that are: of N answers with mean M, less those
// of the values of a segment that are shown, n with mean m, there remain N − Σn with the mean (N·M − Σn·m)/(N − Σn). With weights the
// rest's base is as exact, its mean is not.
func (j *judge) rests(found *findings) {
	parts, of := map[quantity][]*analysis.Figure{}, []quantity(nil)
	for _, q := range j.order {
		f := j.means[q]
		if q.segment == "" || !f.Value.Defined() {
			continue
		}
		q.segment = j.segmentOf(q.segment)
		if parts[q] == nil {
			of = append(of, q)
		}
		parts[q] = append(parts[q], f)
	}
	for _, q := range of {
		whole := q
		whole.segment = ""
		if total := j.means[whole]; total != nil && total.Value.Defined() && !j.free(q.audience, total) {
			j.rest(found, q, total, parts[q])
		}
	}
}

func (j *judge) rest(found *findings, q quantity, total *analysis.Figure, shown []*analysis.Figure) {
	n, sum, inexact := float64(total.N), float64(total.N*total.Value), weighted(total)
	ids := []string{total.ID}
	for _, f := range shown {
		n, sum, inexact = n-float64(f.N), sum-float64(f.N*f.Value), inexact || weighted(f)
		ids = append(ids, f.ID)
	}
	e, known := j.scaleOf(total)
	few := n >= 1 && n < float64(j.minimum)
	alike := n >= float64(j.minimum) && n < float64(2*j.minimum) && known && !inexact && e.holdsAtEnd(sum/n)
	if few || alike {
		x := found.add(group{RestOfTotal, q.audience, q.wave, q.segment}, int(n), ids...)
		x.Weighted = x.Weighted || inexact
	}
}
