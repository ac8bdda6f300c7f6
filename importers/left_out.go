package importers

import (
	"fmt"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// leftOut is a question that could have been an item, were its scale known.
type leftOut struct {
	*question
	why, remedy string
}

// saysLeftOut says that a question is left out, in one notice with those that were before for the very same reason.
func (d *draft) saysLeftOut(code, remedy, name, fact string) {
	said := func() study.Notice {
		return study.Notice{Code: code, Hint: remedy, Message: fmt.Sprintf("left out: %s: %s", few(d.leftFor[fact]), fact)}
	}
	if d.leftFor == nil {
		d.leftFor = map[string][]string{}
	}
	at := -1
	if d.leftFor[fact] != nil {
		at = slices.Index(d.notices, said())
	}
	if at < 0 {
		at, d.leftFor[fact] = len(d.notices), nil
		d.notices = append(d.notices, study.Notice{})
	}
	d.leftFor[fact] = append(d.leftFor[fact], fmt.Sprintf("%q", name))
	d.notices[at] = said()
}

// inFile names the file whose answers leave a question out, where several have it.
func (q *question) inFile() string {
	if q.unread == nil || len(q.by) < 2 {
		return ""
	}
	return "in " + q.unread.file + ", "
}

// noScale says why the answers of a column, without those of other audiences, have no scale; empty: they have one.
func (a *asked) noScale() string {
	if read := a.turned(scaleOf(a.learned.clone(), a.headings())); !read.scale.Defined() {
		return read.remark
	}
	return ""
}

// unreadOf returns the fault of the answers, maybe of another audience, that leave out the questions which an audience shares.
func (d *draft) unreadOf(audience int) (study.Fault, bool) {
	var shared []leftOut
	for _, l := range d.left {
		if l.of(audience) != nil && l.unread != nil && len(l.by) > 1 {
			shared = append(shared, l)
		}
	}
	if len(shared) == 0 {
		return study.Fault{}, false
	}
	first := shared[0]
	whose, why := first.unread, first.why
	if own := first.of(audience); own != whose {
		if remark := own.noScale(); remark != "" {
			whose, why = own, remark
		}
	}
	f := study.Fault{Place: study.Place{File: whose.file}, Hint: first.remedy}
	f.Message = fmt.Sprintf("column %q: %s", lexicon.Shorten(whose.column.ID), why)
	if more := len(shared) - 1; more > 0 {
		f.Message += fmt.Sprintf(" (and %s without a scale)", count(more, "other question"))
	}
	f.Message += fmt.Sprintf("; nothing else that %s shares with another audience has a scale", d.study.Audiences[audience].ID)
	return f, true
}

// halvesTaken begins what a study file does with half points.
const halvesTaken = "a study file takes them"

// broken says what the answers are that are no whole numbers, and how a study file takes them.
func (a *answersSeen) broken() string {
	if example, scale := a.halfPoints(); example != "" {
		return fmt.Sprintf("some answers are half points, such as %s: %s, with  scale: %s by 0.5  if that is the scale", example, halvesTaken, scale)
	}
	for _, x := range sortedNumbers(a.numbers) {
		if x != math.Trunc(x) {
			return fmt.Sprintf("some answers are no whole numbers, such as %s", lexicon.FormatNumber(x))
		}
	}
	return "some answers are no whole numbers"
}

// halfPoints returns an answer halfway between two points and the smallest usual scale, if all numbers are points of it or halves.
func (a *answersSeen) halfPoints() (example string, scale study.Scale) {
	low, high, _ := a.ends()
	for word := range a.words {
		if x, says := a.pointIn(word); says {
			low, high = min(low, x), max(high, x)
		}
	}
	for _, x := range sortedNumbers(a.numbers) {
		if 2*x != math.Trunc(2*x) {
			return "", study.Scale{}
		}
		if x != math.Trunc(x) && example == "" {
			example = lexicon.FormatNumber(x)
		}
	}
	for _, family := range lexicon.Families()[1:] {
		if family.Low <= low && high <= family.High && family.High <= 10 {
			return example, family
		}
	}
	return "", study.Scale{}
}
