package importers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// days finds the newest day in a column of days or times, by wave. Where 4/5/2026 may be of April or of May both layouts
// are followed, and the column decides: one layout holds for all of its rows.
type days struct {
	dayFirst, monthFirst layout
	open                 *openDay
	dated                []int // by wave: the respondents whose day is known
}

// layout is one way of reading the days of a column.
type layout struct {
	newest []study.Date // by wave
	oldest []study.Date // by wave; 0: no day yet
	barred bool         // the study says the other
	fails  bool         // it cannot read one of the days, or is barred
}

// openDay is the first cell that the two layouts read differently.
type openDay struct {
	place study.Place
	text  string
}

func newDays(order study.DateOrder, waves int) *days {
	d := &days{dated: make([]int, max(1, waves))}
	for _, l := range []*layout{&d.dayFirst, &d.monthFirst} {
		l.newest, l.oldest = make([]study.Date, max(1, waves)), make([]study.Date, max(1, waves))
	}
	d.dayFirst.barred, d.monthFirst.barred = order == study.MonthFirst, order == study.DayFirst
	d.dayFirst.fails, d.monthFirst.fails = d.dayFirst.barred, d.monthFirst.barred
	return d
}

// dayCell is a cell of a column of days, as both layouts read it.
type dayCell struct {
	dayFirst, monthFirst study.Date // 0: the layout cannot read it
	wave, row            int        // row: of the batch
	text                 string
	place                study.Place
}

// add takes a cell in; false if it holds no day that the column's layout can read.
func (d *days) add(c dayCell) bool {
	if c.dayFirst != 0 && c.monthFirst != 0 && c.dayFirst != c.monthFirst && d.open == nil {
		d.open = &openDay{c.place, c.text}
	}
	lost := d.dayFirst.fails && d.monthFirst.fails
	d.dayFirst.add(c.wave, c.dayFirst)
	d.monthFirst.add(c.wave, c.monthFirst)
	if lost { // the cell that left no layout is named already; further ones only if they are no days themselves
		return c.dayFirst != 0 && !d.dayFirst.barred || c.monthFirst != 0 && !d.monthFirst.barred
	}
	return !d.dayFirst.fails || !d.monthFirst.fails
}

// batchDays are the days of a batch: the newest and the oldest of each layout, and those cells that can tell the layouts apart, for only they
// have to be looked at in the order of the file.
type batchDays struct {
	dayFirst, monthFirst layout
	open                 bool
	told                 []dayCell
	dated                []int
}

func newBatchDays(order study.DateOrder, waves int) *batchDays {
	d := newDays(order, waves)
	return &batchDays{dayFirst: d.dayFirst, monthFirst: d.monthFirst, dated: d.dated}
}

func (d *batchDays) reset() {
	d.open, d.told = false, d.told[:0]
	clear(d.dated)
	for _, l := range []*layout{&d.dayFirst, &d.monthFirst} {
		clear(l.newest)
		clear(l.oldest)
		l.fails = l.barred
	}
}

// add takes the days of a cell in; it reports whether the cell must be told. The first of January 1980 is no day: LimeSurvey writes
// it for every respondent of an anonymous survey.
func (d *batchDays) add(wave int, dayFirst, monthFirst study.Date) bool {
	if nobody, _ := study.NewDate(1980, 1, 1); dayFirst == nobody {
		return false
	}
	onlyOne := d.dayFirst.barred || d.monthFirst.barred
	tells := dayFirst == 0 && (!d.dayFirst.fails || onlyOne || monthFirst == 0) || monthFirst == 0 && (!d.monthFirst.fails || onlyOne)
	if dayFirst != 0 && monthFirst != 0 && dayFirst != monthFirst && !d.open {
		d.open, tells = true, true
	}
	d.dayFirst.add(wave, dayFirst)
	d.monthFirst.add(wave, monthFirst)
	d.dated[wave]++
	return tells
}

// enter adds the days of a batch; it returns the cells that hold no day.
func (d *days) enter(b *batchDays) (faulty []dayCell) {
	for _, c := range b.told {
		if !d.add(c) {
			faulty = append(faulty, c)
		}
	}
	for wave := range b.dated {
		d.dayFirst.widen(wave, b.dayFirst.oldest[wave], b.dayFirst.newest[wave])
		d.monthFirst.widen(wave, b.monthFirst.oldest[wave], b.monthFirst.newest[wave])
		d.dated[wave] += b.dated[wave]
	}
	return faulty
}

func (l *layout) add(wave int, day study.Date) {
	if day == 0 {
		l.fails = true
	}
	l.widen(wave, day, day)
}

// widen takes a first and a last day in; 0 is none.
func (l *layout) widen(wave int, oldest, newest study.Date) {
	l.newest[wave] = max(l.newest[wave], newest)
	if oldest != 0 && (l.oldest[wave] == 0 || oldest < l.oldest[wave]) {
		l.oldest[wave] = oldest
	}
}

// first returns the oldest days; 0 where there is none, and where the column can be read in two ways that do not agree on it.
func (d *days) first() []study.Date {
	switch {
	case d.dayFirst.fails:
		return d.monthFirst.oldest
	case d.monthFirst.fails:
		return d.dayFirst.oldest
	}
	agreed := slices.Clone(d.dayFirst.oldest)
	for wave, day := range d.monthFirst.oldest {
		if agreed[wave] != day {
			agreed[wave] = 0
		}
	}
	return agreed
}

// settled returns the newest days; false if the column can be read in two ways that do not agree on them.
func (d *days) settled() ([]study.Date, bool) {
	switch {
	case d.dayFirst.fails:
		return d.monthFirst.newest, true
	case d.monthFirst.fails:
		return d.dayFirst.newest, true
	}
	for wave, day := range d.dayFirst.newest {
		if day != d.monthFirst.newest[wave] {
			return nil, false
		}
	}
	return d.dayFirst.newest, true
}

// readDay reads the day at the beginning of a cell, in both layouts; 0 where a layout does not fit. Years of two digits are of
// this century. With the year first, or with dots, there is one layout only.
func readDay(text string) (dayFirst, monthFirst study.Date) {
	text = strings.TrimSpace(text)
	if day := namedDay(text); day != 0 {
		return day, day
	}
	if end := strings.IndexAny(text, " T,"); end >= 0 {
		text = text[:end]
	}
	separator := strings.IndexAny(text, "-/.")
	if separator < 0 {
		return 0, 0
	}
	sign := text[separator : separator+1]
	first, rest, _ := strings.Cut(text, sign)
	second, third, three := strings.Cut(rest, sign)
	if !three || strings.Contains(third, sign) {
		return 0, 0
	}
	parts := [3]string{first, second, third}
	var numbers [3]int
	for i, part := range parts {
		x, err := strconv.Atoi(part)
		if err != nil || x < 0 || len(part) > 4 {
			return 0, 0
		}
		numbers[i] = x
	}
	if len(parts[0]) == 4 {
		day, _ := study.NewDate(numbers[0], numbers[1], numbers[2])
		return day, day
	}
	year := numbers[2]
	if len(parts[2]) == 2 {
		year += 2000
	}
	dayFirst, _ = study.NewDate(year, numbers[1], numbers[0])
	if text[separator] == '.' {
		return dayFirst, dayFirst
	}
	monthFirst, _ = study.NewDate(year, numbers[0], numbers[1])
	return dayFirst, monthFirst
}

// day takes in when a kept respondent answered. A blank cell is no day.
func (r *rowReader) day(b *blockOf, wave int, record Record) {
	if b.part.time < 0 {
		return
	}
	if strings.TrimSpace(record.Cells[b.part.time]) == "" {
		b.rowDays = append(b.rowDays, rowDay{})
		return
	}
	text := record.Cells[b.part.time]
	dayFirst, monthFirst := readDay(text)
	b.rowDays = append(b.rowDays, newRowDay([2]study.Date{dayFirst, monthFirst}))
	if b.days.add(wave, dayFirst, monthFirst) {
		b.days.told = append(b.days.told, dayCell{dayFirst, monthFirst, wave, r.batch.rows, strings.Clone(text), r.export.place(record, b.part.time)})
	}
}

// dayFault says that a cell is no day.
func (e *boundExport) dayFault(p *part, c dayCell) study.Fault {
	return study.Fault{
		Place:   c.place,
		Message: fmt.Sprintf("%q is no day in the layout of its column (column %s)", lexicon.Shorten(c.text), lexicon.Shorten(e.Columns[p.time].ID)),
		Hint:    "such as 2026-11-24, 24.11.2026, 24/11/2026 or 11/24/2026, with or without a time",
	}
}

// answerDays notes the first and the last day of every wave of a part.
func (r *reading) answerDays(p *part, d *days) {
	if d == nil {
		return
	}
	newest, settled := d.settled()
	if !settled {
		r.input.Add(study.Fault{
			Place:   d.open.place,
			Message: fmt.Sprintf("%q may be of two days, and nothing in its column tells which", lexicon.Shorten(d.open.text)),
			Hint:    "say which in the study file: time: {column: …, order: day_first}  or  month_first",
		})
		return
	}
	oldest := d.first()
	for wave, day := range newest {
		if day != 0 {
			r.intake.Days = append(r.intake.Days, study.AnswerDays{Audience: p.audience, Wave: wave, Oldest: oldest[wave], Newest: day, Answers: d.dated[wave]})
		}
	}
}
