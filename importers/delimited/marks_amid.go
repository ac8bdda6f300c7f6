package delimited

// MarksAmid counts the byte order marks amid a text, which are no part of it: somebody joined files of which each began with one.
type MarksAmid struct{ N, Line int } // the line of the first

// Note counts one more.
func (m *MarksAmid) Note(line int) {
	if m.N++; m.N == 1 {
		m.Line = line
	}
}

// Add counts those of a later part of the text, before which there are so many lines.
func (m *MarksAmid) Add(part MarksAmid, before int) {
	if m.N == 0 && part.N > 0 {
		m.Line = before + part.Line
	}
	m.N += part.N
}
