package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// unusedOptions says which options have no meaning for a workbook, where somebody gives them.
func unusedOptions(name string, o Options) (notices []study.Notice) {
	for _, option := range []struct {
		flag  string
		given bool
	}{{"encoding", o.Encoding != ""}, {"delimiter", o.Delimiter != 0}} {
		if option.given {
			notices = append(notices, study.Notice{Code: study.OptionUnused, Where: name, Message: fmt.Sprintf("%s is a workbook: --%s (%s:) does nothing", name, option.flag, option.flag)})
		}
	}
	return notices
}

// noWorkbook reports whether a file is none whose sheet could be named; empty stands for no file.
func noWorkbook(name string, o Options) bool {
	if name == "" {
		return true
	}
	s, err := newSource(name, o)
	if err != nil {
		return false // somebody else says so
	}
	is, err := s.begins(zipMagic)
	return err == nil && !is
}

// unusedSheet says that a sheet is named and that there is none.
func unusedSheet(where, message string) study.Notice {
	return study.Notice{Code: study.OptionUnused, Where: where, Message: message}
}

// unusedSheets says where a study or the command names a sheet of files none of which is a workbook; uses are those of each audience.
func unusedSheets(s *study.Study, uses [][]use, o Options) (notices []study.Notice) {
	used := false
	for i, a := range s.Audiences {
		texts := !slices.ContainsFunc(uses[i], func(u use) bool { return u.export.workbook }) && noWorkbook(a.LabelsFrom, o)
		if used = used || !texts; texts && a.Sheet != "" {
			notices = append(notices, unusedSheet(a.ID, fmt.Sprintf("audience %s: sheet: %s does nothing, for none of its files is a workbook", a.ID, lexicon.Shorten(a.Sheet))))
		}
	}
	if o.Sheet != "" && !used {
		notices = append(notices, unusedSheet("", noSheets))
	}
	return notices
}

const noSheets = "--sheet does nothing, for none of the files is a workbook"

// unusedSheet says so of the files that a study is drafted from: it keeps the sheet of those that are workbooks.
func (d *draft) unusedSheet(audiences []AudienceFiles, o Options) {
	if o.Sheet != "" && !slices.ContainsFunc(d.study.Audiences, func(a *study.Audience) bool { return a.Sheet != "" }) &&
		!slices.ContainsFunc(audiences, func(a AudienceFiles) bool { return !noWorkbook(a.LabelsFrom, o) }) {
		d.notice(study.OptionUnused, "", noSheets)
	}
}
