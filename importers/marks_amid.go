package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
)

// marksAmid counts the byte order marks amid a text, which are no part of it: somebody joined files of which each began with one.
type marksAmid struct{ n, line int } // the line of the first

// note counts one more.
func (m *marksAmid) note(line int) {
	if m.n++; m.n == 1 {
		m.line = line
	}
}

// add counts those of a later part of the text, before which there are so many lines.
func (m *marksAmid) add(part marksAmid, before int) {
	if m.n == 0 && part.n > 0 {
		m.line = before + part.line
	}
	m.n += part.n
}

// notice says that they were taken out.
func (m marksAmid) notice(file string) study.Notice {
	where := study.Place{File: file, Line: m.line}.String()
	return study.Notice{
		Code: study.JoinedFiles, Where: where, Message: fmt.Sprintf(
			"%s: %s amid the file, the first here: taken out; files were joined, maybe with their headers", where, count(m.n, "byte order mark")),
		Hint: "name them one by one",
	}
}
