package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// REDCap writes 0 for each option of a form that nobody opened, as for one that was not ticked, and a status of 0. Behind a survey stands when it
// was sent, or "[not completed]" (FORMATS section 10).

// redCapForm are the columns of a form. Its status stands behind its fields, its time before them.
type redCapForm struct {
	status, sent int // sent -1: it is no survey
	fields       []int
	questions    [][]int // the options of each question with several answers
	unopened     string  // what stands for its fields where nobody opened it
}

// redCapForms returns the forms of an export that has something to be taken away: several, or options. A record of one event or one repetition
// holds some of the forms; another record of its person may hold the others, so that nobody knows whether these were shown.
func redCapForms(columns []Column) []redCapForm {
	var forms []redCapForm
	boxes, question := false, ""
	unopened := notShownCell
	if ofSeveralRecords(columns) {
		unopened = ""
	}
	form := redCapForm{sent: -1, unopened: unopened}
	for i, c := range columns {
		header := lexicon.Tidy(c.Header)
		switch {
		case isFormStatus(c):
			if form.status = i; len(form.fields) > 0 {
				forms = append(forms, form)
			}
			form, question = redCapForm{sent: -1, unopened: unopened}, ""
		case header == "Survey Timestamp" || strings.HasSuffix(header, "_timestamp"):
			form.sent = i
		case c.Role == Meta:
		case c.Kind != study.MultiColumn:
			form.fields, question = append(form.fields, i), ""
		default:
			boxes = true
			if of := optionOf(header); of != question || len(form.questions) == 0 {
				form.questions, question = append(form.questions, nil), of
			}
			last := len(form.questions) - 1
			form.fields, form.questions[last] = append(form.fields, i), append(form.questions[last], i)
		}
	}
	if len(forms) < 2 && !boxes {
		return nil
	}
	return forms
}

// ofSeveralRecords reports whether a record may hold but a part of what its person answered.
func ofSeveralRecords(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool {
		return oneOfWords(c.ID, "redcap_event_name", "redcap_repeat_instrument", "Event Name", "Repeat Instrument")
	})
}

// optionOf is the question whose option a header is: that of race___1, or of "Race (choice=White)".
func optionOf(header string) string {
	if m := labelledCheckbox().FindStringSubmatch(header); m != nil {
		return m[1]
	}
	return fieldOf(header)
}

// clear takes away what a record says of a form that nobody opened: its fields were not shown. Of a survey that was begun and not sent, a question
// of which no option is ticked may be one that its person did not come to. It returns how many zeroes there were.
func (f redCapForm) clear(cells []string) (zeroes int) {
	if formOpened(cells[f.status]) {
		return 0
	}
	sent := ""
	if f.sent >= 0 {
		sent = strings.TrimSpace(cells[f.sent])
	}
	const notSent = "[not completed]"
	switch {
	case sent != "" && sent != notSent:
		return 0
	case f.holdsNothing(cells):
		return blankZeroes(cells, f.fields, f.unopened)
	case sent == "":
		return 0
	}
	for _, options := range f.questions {
		if !ticksAny(cells, options) {
			zeroes += blankZeroes(cells, options, "")
		}
	}
	return zeroes
}

// holdsNothing reports whether nothing stands in the fields of a form but zeroes of options.
func (f redCapForm) holdsNothing(cells []string) bool {
	for _, i := range f.fields {
		if strings.TrimSpace(cells[i]) != "" && !f.option(i, cells[i]) {
			return false
		}
	}
	return true
}

// option reports whether a cell is that of an option that was not ticked.
func (f redCapForm) option(column int, cell string) bool {
	if !unticked(strings.TrimSpace(cell)) {
		return false
	}
	for _, options := range f.questions {
		for _, i := range options {
			if i == column {
				return true
			}
		}
	}
	return false
}

// ticksAny reports whether an option holds anything but a zero.
func ticksAny(cells []string, options []int) bool {
	for _, i := range options {
		if text := strings.TrimSpace(cells[i]); text != "" && !unticked(text) {
			return true
		}
	}
	return false
}

// blankZeroes writes into columns that hold nothing but zeroes what stands for them, and returns how many there were.
func blankZeroes(cells []string, columns []int, instead string) (zeroes int) {
	for _, i := range columns {
		if cells[i] == notShownCell {
			continue // known, and counted
		}
		if strings.TrimSpace(cells[i]) != "" {
			zeroes++
		}
		cells[i] = instead
	}
	return zeroes
}
