package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Platforms write the headings of an export as codes or as the full texts of the questions. Two exports of the same responses with other headings have the
// same columns in the same order: they are paired by these, where nothing speaks against it.

// samePositions reports whether two exports may have the same columns in the same order: as many, of one platform, with the ids and all that is no answer
// at the same places.
func samePositions(codes, labels *Export, id, theirID int) bool {
	if codes.Platform != labels.Platform || len(codes.Columns) != len(labels.Columns) || id != theirID {
		return false
	}
	for i, c := range codes.Columns {
		if theirs := labels.Columns[i]; (c.Role == Meta) != (theirs.Role == Meta) {
			return false
		}
	}
	return true
}

// positionsOf pairs columns by their places.
func positionsOf(columns []int) (pairs []pairedColumn) {
	for _, i := range columns {
		pairs = append(pairs, pairedColumn{ours: i, theirs: i})
	}
	return pairs
}

// otherHeadings says that no question of an export is found in the one with the choice texts, with the heading of a column of both.
func otherHeadings(codes, labels *Export, column int) error {
	theirs := labels.Columns[min(column, len(labels.Columns)-1)]
	return inputFault(study.Place{File: labels.Name},
		fmt.Sprintf("has none of the questions of %s under their headings: %q there, %q here", codes.Name, lexicon.Shorten(naming(codes.Columns[column])), lexicon.Shorten(naming(theirs))),
		"export both with the same kind of headings, codes or full texts, and with the same columns")
}

// headingsApart says which columns had to be paired by their places, or are not paired; no code: all were by their headings.
func headingsApart(codes, labels *Export, unpaired []int, found map[int]*choices) study.Notice {
	if len(unpaired) == 0 {
		return study.Notice{}
	}
	var names []string
	for _, i := range unpaired {
		if found[i] != nil && !found[i].same {
			return study.Notice{
				Code: study.LabelsUnpaired, Where: labels.Name, Hint: "is that right? Export both with the same kind of headings",
				Message: fmt.Sprintf("%s has other headings than %s, such as %q for %q: columns are paired by their places",
					labels.Name, codes.Name, lexicon.Shorten(naming(labels.Columns[i])), lexicon.Shorten(naming(codes.Columns[i]))),
			}
		}
		names = append(names, naming(codes.Columns[i]))
	}
	return study.Notice{
		Code: study.LabelsUnpaired, Where: labels.Name, Hint: "export both with the same questions and the same kind of headings",
		Message: fmt.Sprintf("%s has no column of this heading of %s, so that its cells are read as they are: %s", labels.Name, codes.Name, quotedFew(names)),
	}
}
