package analysis

import "math"

// adjust adjusts the p of the changes of means, and of those of gaps, over all items and audiences (or pairs) of a rating kind and
// perspective: whoever looks through a table of changes makes that many comparisons. The verdicts on gaps stay those of each alone.
func (c *change) adjust(figures []Figure) {
	type family struct {
		statistic, kind, perspective string
	}
	var order []family
	members := map[family][]*Figure{}
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
	}
	for _, of := range order {
		p := make([]float64, len(members[of]))
		for i, f := range members[of] {
			p[i] = float64(f.P)
		}
		for i, adjusted := range c.after.view.adjustment()(p) {
			f := members[of][i]
			f.PAdjusted, f.Family = Number(adjusted), Number(len(p))
			if !(adjusted < alpha(c.after.view.study)) && (f.Low > 0 || f.High < 0) && !math.IsNaN(adjusted) {
				f.Note = f.Note.with(NoteExcludesZero)
			}
		}
	}
}
