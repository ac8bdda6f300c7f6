package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// platform knows the exports of one survey platform. Adding one means writing one file with such a type and naming it in
// platforms.
type platform interface {
	// name is what --platform and the study file call it.
	name() string
	// detect looks at the first records and says why they are this platform's, and how many of them are headers;
	// no evidence means that they are not.
	detect(records [][]string) (evidence string, headers int)
	// columns describes the columns from the header records.
	columns(headers [][]string) []Column
	// status returns what tells from a record whether its response counts; nil if every response in the file does.
	status(columns []Column) *statusRule
}

// statusRule tells from a few cells of a record whether its response counts. They are named, so that equal cells are asked once.
type statusRule struct {
	columns []int // positions; -1: the export has none
	of      func(cells []string) study.Reason
	// filled: only whether these cells are blank tells. They may be many, and hold texts that no two rows share.
	filled bool
	// counts, with filled: a response in which any of these holds something counts. Nearly all do, and are told without the other cells.
	counts []int
}

// platforms lists the platforms in the order in which they are tried: the first that finds evidence wins.
func platforms() []platform {
	return []platform{
		qualtrics{},
		koboToolbox{},
		typeform{},
		limeSurvey{},
		microsoftForms{},
		formbricks{},
		alchemer{},
		redCap{},
		surveyMonkey{},
		fevs{},
		googleForms{},
		limeSurvey{bare: true},
		tripleS{},
		long{},
		tabulated{},
		generic{},
	}
}

// findPlatform returns the platform of this name, or the first that recognises the records.
func findPlatform(name string, records [][]string) (p platform, evidence string, headers int, err error) {
	var names []string
	for _, p := range platforms() {
		if !oneOfWords(p.name(), names...) {
			names = append(names, p.name())
		}
		evidence, headers := p.detect(records)
		if name == p.name() {
			if evidence == "" {
				headers = 1
			}
			return p, "as told", headers, nil
		}
		if name == "" && evidence != "" {
			return p, evidence, headers, nil
		}
	}
	e := &UsageError{Message: fmt.Sprintf("unknown platform %q", name), Hint: "known platforms: " + strings.Join(names, ", ")}
	if near := study.Nearest(name, names); near != "" {
		e.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	return nil, "", 0, e
}

// UsageError is a wish that cannot be carried out: an unknown platform or encoding.
type UsageError struct{ Message, Hint string }

func (e *UsageError) Error() string { return e.Message }

// cell returns the text of a record's cell, or "" beyond its end.
func cell(record []string, i int) string {
	if i < 0 || i >= len(record) {
		return ""
	}
	return record[i]
}

// oneOfWords reports whether the text is one of the words.
func oneOfWords(text string, words ...string) bool {
	for _, w := range words {
		if text == w {
			return true
		}
	}
	return false
}
