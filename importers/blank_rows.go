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

// filledRows leaves blank rows to the careful way, and hands every other to the quick one.
func (r *chunkRows) filledRows(quick func(places []uint32) bool) func(places []uint32) bool {
	return func(places []uint32) bool { return !r.blank(places) && quick(places) }
}
