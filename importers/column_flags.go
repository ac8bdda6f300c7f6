package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// columnFlags collects what `inspect` says of a column in its last field.
type columnFlags struct {
	asked  *asked
	found  classified
	export *Export
	scan   *columnScan
	list   []study.Notice
}

// flags returns what is worth saying of a column.
func (s *scan) flags(c *columnScan, a *asked, k classified) []study.Notice {
	f := &columnFlags{asked: a, found: k, export: s.export, scan: c}
	f.ofColumn()
	f.ofScale()
	f.ofChoices()
	f.ofPeople()
	f.ofDamage()
	if f.found.kind == study.RatingColumn && f.asked.unworded(f.found.read) {
		f.add(study.RatingAssumed, "a rating by its numbers alone: no word says so")
	}
	return f.list
}

func (f *columnFlags) add(code, format string, args ...any) {
	f.list = append(f.list, study.Notice{Code: code, Where: f.asked.column.ID, Message: fmt.Sprintf(format, args...)})
}

// ofColumn flags what a column is, or may be.
func (f *columnFlags) ofColumn() {
	if why := f.asked.suspectCodes(); why != "" && (f.found.kind.Rates() || f.found.kind == study.NumberColumn && !f.asked.fact()) {
		f.add("codes", "codes? %s; codes are not scale order: a study file maps them (codes:), --labels-from FILE takes their choice texts", why)
	}
	if column := f.export.Columns[f.asked.column.Position-1]; column.takenAs != "" {
		f.add("collapsed", "who has no opinion on #%d, which takes the answer", column.into)
	} else if column.into > 0 {
		f.add("collapsed", "a point of the scale of #%d, which takes its answers", column.into)
	}
	if f.found.kind == study.DropColumn && f.asked.column.Role == Answer && f.scan.filled == 0 {
		f.add("empty", "nobody answered")
	}
	if f.asked.column.summary {
		f.add("options_beside", "all options in one cell: the columns of the options tell them one by one")
	}
	if f.export.Platform == (fevs{}).name() && f.asked.column.ID == supervisors {
		f.add("codebook", "%s", supervisorsCodes)
	}
	if f.asked.column.score {
		f.add("score", "a score that Qualtrics worked out of the answers")
	}
	if f.scan.undated(f.asked.column) {
		f.add("undated", "the same moment for everybody: an anonymous survey, whose dates are not kept")
	}
}

// ofScale flags how the points of a scale were found, and which cells are none of them.
func (f *columnFlags) ofScale() {
	if f.found.note != "" {
		f.add(f.found.noteCode(), "%s", f.found.note)
	}
	for _, code := range f.found.read.codes {
		if len(f.found.read.languages) > 0 {
			break // the remark lists them
		}
		if saysItsPoint(code) {
			continue
		}
		f.add("anchored", "anchored: %q read as %s", code.Cell, lexicon.FormatNumber(code.Value))
	}
	if f.found.read.reversed {
		f.add("good_end_low", "%s is the good end (%s): analyze turns the answers round", lexicon.FormatNumber(f.found.read.scale.Low), f.found.read.ends)
	}
	switch {
	case f.found.kind.Rates() && f.found.read.remark != "":
		f.add("scale_assumed", "scale assumed: %s", f.found.read.remark)
	case len(f.list) > 0:
	case f.found.kind == study.NumberColumn && f.found.read.remark != "", f.found.read.remark == codesOfAnswers, f.found.kind == study.SingleColumn && f.almostRated():
		f.add("scale_unknown", "no scale: %s", f.found.read.remark)
	}
	for _, word := range sortedKeys(f.asked.answers.blank) {
		if lexicon.MeansNone(word) && f.found.kind.Rates() {
			f.add("none_blank", "%q in %s is taken for no answer", word, count(f.asked.answers.blank[word], "cell"))
		}
	}
}

// almostRated reports whether the answers of a choice were near to being a scale: what they lack is worth saying.
func (f *columnFlags) almostRated() bool {
	read, answers := &f.found.read, f.asked.answers
	return read.ends != "" || read.near || len(read.languages) > 0 || len(answers.numbers) > 0 && len(answers.words) > 0
}

// ofChoices flags commas that may be a part of a number, or of a choice.
func (f *columnFlags) ofChoices() {
	if why, certain := f.scan.decimalCommas(); why != "" && !certain && f.found.kind != study.NumberColumn {
		f.add("decimal_commas", "%s", why)
	}
	if f.found.kind == study.MultiColumn && len(f.scan.unsure) > 0 {
		f.add("comma_choices", "one choice with a comma, or two? Always together: %s", few(quoted(f.scan.unsure)))
	}
	if f.found.kind == study.MultiColumn && len(f.scan.unparted) > 0 {
		f.add("comma_choices", "one choice with a comma, or several? Other cells hold a part of it alone: %s", few(quoted(f.scan.unparted)))
	}
	if one := f.scan.likelyOne(); f.found.kind == study.MultiColumn && len(one) > 0 {
		f.add("comma_choices", "one choice with a comma, or two? Chosen equally often: %s; the %d different cells and more are not compared", few(quoted(one)), maxDifferent)
	}
}

// ofPeople flags answers that are not shown for the sake of somebody's privacy.
func (f *columnFlags) ofPeople() {
	if f.found.kind == study.SingleColumn && listsPeople(f.asked) {
		f.add("personal", "the answers may be names of people, and are not shown")
	}
	if n := f.asked.answers.reachesSomebody(); n > 0 && (f.found.kind == study.SingleColumn || f.found.kind == study.MultiColumn) {
		f.add("personal", "%s with an address or a telephone number of somebody: the answers are not shown", count(n, "cell"))
	}
}

// ofDamage flags what a spreadsheet has made of a column.
func (f *columnFlags) ofDamage() {
	if why := headerDamage(f.export.Columns[f.asked.column.Position-1]); why != "" {
		f.add("excel_dates", "%s", why)
	}
	damage := f.scan.damageIn(f.asked, f.found, len(f.list) > 0)
	switch {
	case damage != "":
		f.add("excel_dates", "%s", damage)
	case f.scan.decimalIDs > 0 && f.scan.decimalIDs == f.scan.filled && f.asked.column.Role == Meta,
		f.found.kind == study.MetaColumn && numbersByName(f.asked.column) && f.scan.filled > 0 && f.scan.decimalIDs+f.scan.pointZero == f.scan.filled:
		f.add("excel_numbers", "ids are written as decimals: Excel or pandas rewrote them, and long ones are rounded")
	}
	if f.asked.column.numbered() {
		f.add("duplicate_header", "the header stands more than once")
	}
}

// numbered reports whether the id of a column is its header with a number behind it, since others have the same.
func (c *Column) numbered() bool {
	if !strings.HasSuffix(c.ID, "]") || !strings.Contains(c.ID, "[") || strings.Contains(c.Header, "[") || lexicon.Normalise(c.ID) == lexicon.Normalise(c.Header) {
		return false
	}
	last := c.ID[len(c.ID)-len("]")-1]
	return last >= '0' && last <= '9'
}
