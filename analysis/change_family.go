package analysis

import "math"

// adjust adjusts the p of the changes of means, and of those of gaps, over all items and audiences (or pairs) of a rating kind and
// perspective: whoever looks through a table of changes makes that many comparisons. It is the larger p that counts, of the change and of its
// test with pooled variances, which is the row behind it. The verdicts on gaps stay those of each alone.
func (c *change) adjust(figures []Figure) {
	type family struct {
		statistic, kind, perspective string
	}
	var order []family
	members, p := map[family][]*Figure{}, map[family][]float64{}
	for i := range figures {
		f := &figures[i]
		if f.Statistic != "mean_change" && f.Statistic != "gap_change" || !f.P.Defined() {
			continue
		}
		of := family{f.Statistic, string(f.Kind), f.Perspective}
		if members[of] == nil {
			order = append(order, of)
		}
		members[of] = append(members[of], f)
		p[of] = append(p[of], math.Max(float64(f.P), float64(figures[i+1].P)))
	}
	for _, of := range order {
		for i, adjusted := range c.after.view.adjustment()(p[of]) {
			f := members[of][i]
			f.PAdjusted, f.Family = Number(adjusted), Number(len(p[of]))
			if !(adjusted < alpha(c.after.view.study)) && (f.Low > 0 || f.High < 0) && !math.IsNaN(adjusted) {
				f.Note = f.Note.with(NoteExcludesZero)
			}
		}
	}
}
