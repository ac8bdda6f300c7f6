package importers

import "github.com/cxgap/cxgap/importers/delimited"

// A row of nothing but delimiters is nobody's: spreadsheets write them below a table wherever a cell once held something. It says neither whose
// it would be nor how much it weighs, so that it goes before every other question.

// blank reports whether all cells of a row hold nothing, by their places; nearly all rows are told by their first cell.
func (r *chunkRows) blank(places []uint32) bool {
	for i := range len(places) - 1 {
		if !delimited.Blank(r.fields.Raw(places, i)) {
			return false
		}
	}
	return true
}

// filledRows leaves blank rows to the careful way, and hands every other on.
func (r *chunkRows) filledRows(take runTaker) runTaker {
	return func(run delimited.Run) int {
		for i := range run.N {
			if places := run.Places[i*run.Stride:]; delimited.Blank(r.padded[places[0]+1:places[1]]) && r.blank(run.Record(i)) {
				return take(run.First(i))
			}
		}
		return take(run)
	}
}
