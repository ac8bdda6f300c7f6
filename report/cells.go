package report

import "github.com/cxgap/cxgap/analysis"

// cell writes a figure, or what stands in its place: not asked, suppressed, undefined with the reason in a footnote. Width is
// the number of parts of the column; the last holds the footnotes.
func (f *footnotes) cell(figure *analysis.Figure, width int, write func() cell) cell {
	switch {
	case figure == nil:
		return cell{notAsked}
	case figure.Note.Withheld():
		return f.heldBack(figure)
	case !figure.Value.Defined():
		c := make(cell, width)
		c[0] = f.undefined()
		marks := f.of(figure)
		if marks == "" && figure.Note.Has(analysis.NoteCensus) {
			marks = f.ref(f.text("everybody answered: there is no sampling error, and so nothing that resamples would tell"))
		}
		if marks != "" {
			c[0] += noBreak + marks // not under the marks of numbers, half a column away
		}
		return c
	}
	return write()
}

// heldBack writes what stands in place of a figure that may not be seen, or whose answers seem to be on another scale.
func (f *footnotes) heldBack(figure *analysis.Figure) cell {
	if figure.Note.Has(analysis.NoteRescaled) {
		return cell{f.undefined() + noBreak + f.of(figure)}
	}
	f.hidden, f.group = true, f.group || figure.Segment != ""
	return cell{f.withheld()}
}

// meanCell writes a mean with its marks, beside the limits of what is said of it; agreement is r_wg, if it is to be marked.
func (f *footnotes) meanCell(mean, agreement *analysis.Figure, digits int, limits ...float64) cell {
	write := func(x analysis.Number) string { return f.number(x, digits) }
	return f.cell(mean, 2, func() cell { return cell{f.sided(mean.Value, write, limits...), f.mean(mean, agreement)} })
}

// meanIntervalCell writes a mean with its interval and marks.
func (f *footnotes) meanIntervalCell(mean *analysis.Figure, digits int) cell {
	write := func(x analysis.Number) string { return f.number(x, digits) }
	return f.cell(mean, 4, func() cell {
		return cell{write(mean.Value), f.between(mean.Low, mean.High, write), "", apart(f.cutMark(mean), f.mean(mean, nil))}
	})
}

// differenceCell writes a difference with interval and the mark of its verdict.
func (f *footnotes) differenceCell(figure *analysis.Figure, digits int) cell {
	sign := func(x analysis.Number) string { return f.signed(x, digits) }
	return f.cell(figure, 4, func() cell {
		return cell{f.difference(figure, sign), f.between(figure.Low, figure.High, sign), verdictMark(figure.Verdict), f.of(figure)}
	})
}

// difference writes the value of a difference; of one whose interval excludes 0, and of an established one, its sign is seen.
func (w *language) difference(f *analysis.Figure, write func(analysis.Number) string) string {
	if f.Low > 0 || f.High < 0 || f.Verdict == analysis.Disparity || f.Verdict == analysis.Trivial {
		return w.sided(f.Value, write, 0)
	}
	return write(f.Value)
}
