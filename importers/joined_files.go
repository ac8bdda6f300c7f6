package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// joinedFiles says that byte order marks amid a text were taken out.
func joinedFiles(m delimited.Occurrences, file string) study.Notice {
	where := study.Place{File: file, Line: m.Line}.String()
	return study.Notice{
		Code: study.JoinedFiles, Where: where, Message: fmt.Sprintf(
			"%s: %s amid the file, the first here: taken out; files were joined, maybe with their headers", where, count(m.N, "byte order mark")),
		Hint: "name them one by one",
	}
}
