package importers

import (
	"context"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// The bounds of a table of one answer a row, which is held in memory to bring together what a respondent said: some 200 MB.
const (
	maxPivotAnswers = 8 << 20
	maxPivotItems   = 10_000
	maxPivotText    = 64 << 20
)

// pivotTable turns a table of one answer a row into records of one respondent each, in the order in which they first stand. Where
// respondents answered several times and a column tells their answers apart, each time is a record: byColumn.
type pivotTable struct {
	export           *Export
	header           []string
	who, what, which int
	by               int   // the column that tells apart what a respondent answered several times, such as the wave; -1: none
	text             int   // the column of the question's words; -1: none
	about            []int // columns that say one thing of every record
	varies           map[int]bool
	varying          []string

	items  []pivotItem
	itemAt map[string]int
	people []pivotPerson
	at     map[[2]string]int // by respondent and what the column says
	known  map[string]bool   // respondents
	words  map[string]string // every text once
	order  uint64            // stands for the record of each row: tables that put the same rows together have the same
	notes  []study.Notice    // on how the file was read
	size   int
	rows   int
	aside  int      // filled cells that are said elsewhere, or not at all: Export.setAside
	blank  int      // rows of nothing but delimiters
	repeat int      // answers that say again what was said
	again  []string // what is said of items that respondents answered several times
	told   string   // what is said of columns that tell answers apart; empty: nothing
}

type pivotItem struct {
	id, text string
	line     int
}

type pivotPerson struct {
	id      string
	line    int
	about   []string
	answers []pivotAnswer
	at      map[int32]int32 // the place of an item's answer; nil: they are few
}

type pivotAnswer struct {
	item, line int32
	text       string
	again      int32 // the line of the first other answer to the item; 0: there is none
}

// pivoted reads a table of one answer a row into records.
func pivoted(export *Export, header []string) (*pivotTable, error) {
	p, err := newPivot(export, header, -1)
	if err != nil {
		return nil, err
	}
	by, told := p.byColumn()
	if by >= 0 {
		if p, err = newPivot(export, header, by); err != nil {
			return nil, err
		}
	}
	p.told = told
	p.settleAgain()
	p.leaveOutVarying()
	return p, nil
}

// newPivot reads the table once.
func newPivot(export *Export, header []string, by int) (*pivotTable, error) {
	p := &pivotTable{
		export: export, header: header, by: by, text: -1, varies: map[int]bool{}, itemAt: map[string]int{}, at: map[[2]string]int{},
		known: map[string]bool{}, words: map[string]string{},
	}
	if p.who, p.what, p.which = longColumns(header); p.who < 0 || p.what < 0 || p.which < 0 {
		return nil, inputFault(study.Place{File: export.Name}, "is no table of one answer a row: it needs columns for respondent, item and value", longNames())
	}
	for i, h := range header {
		switch name := strings.ReplaceAll(lexicon.Normalise(h), "_", " "); {
		case i == p.who || i == p.what || i == p.which:
		case p.text < 0 && oneOfWords(name, "question", "question text", "item text", "text", "label", "item label", "wording", "statement", "fragetext", "fragentext", "itemtext", "wortlaut", "texte de la question", "libellé", "texto de la pregunta", "texto da pergunta", "testo della domanda", "vraagtekst"):
			p.text = i
		default:
			p.about = append(p.about, i)
		}
	}
	var faults study.InputError
	info, err := export.read(context.Background(), func(r Record) error { return p.note(r, &faults) }, faults.Add)
	if err != nil {
		return nil, err
	}
	if !faults.Empty() {
		return nil, &faults
	}
	if p.notes = info.warnings; len(p.people) == 0 {
		return nil, export.noResponses()
	}
	return p, nil
}

// leaveOutVarying takes out the columns that say different things of one record.
func (p *pivotTable) leaveOutVarying() {
	var kept, columns []int
	for k, i := range p.about {
		if p.varies[k] {
			p.varying = append(p.varying, fmt.Sprintf("%q", lexicon.Shorten(lexicon.Tidy(p.header[i]))))
			continue
		}
		kept, columns = append(kept, k), append(columns, i)
	}
	for n := range p.people {
		person := &p.people[n]
		about := make([]string, 0, len(kept))
		for _, k := range kept {
			about = append(about, person.about[k])
		}
		p.aside += filled(person.about...) - filled(about...)
		person.about = about
	}
	p.about = columns
}

// note enters one row.
func (p *pivotTable) note(r Record, faults *study.InputError) error {
	if r.Status == study.BlankRow {
		p.blank++
		return nil
	}
	if r.Status == study.RepeatedHeader { // counted by who reads the table
		p.aside += filled(r.Cells...)
		return nil
	}
	p.rows++
	who, what := strings.TrimSpace(r.Cells[p.who]), strings.TrimSpace(r.Cells[p.what])
	for _, blank := range []struct {
		text string
		at   int
		of   string
	}{{who, p.who, "respondent"}, {what, p.what, "item"}} {
		if blank.text == "" {
			faults.Add(study.Fault{
				Place:   study.Place{File: p.export.Name, Line: r.CellLine(blank.at), Column: blank.at + 1},
				Message: fmt.Sprintf("the %s is blank (column %s)", blank.of, lexicon.Shorten(lexicon.Tidy(p.header[blank.at]))),
				Hint:    "every row of such a table says who answered what",
			})
			return nil
		}
	}
	if p.rows > maxPivotAnswers || len(p.items) > maxPivotItems || p.size > maxPivotText {
		return inputFault(study.Place{File: p.export.Name, Line: r.Line},
			fmt.Sprintf("is a table of one answer a row with more than %d answers, %d items or %d MiB of text", maxPivotAnswers, maxPivotItems, maxPivotText>>20),
			"bring it into one row a respondent first")
	}
	p.aside++ // the item becomes a header
	person := p.person(who, r)
	if p.text >= 0 {
		p.aside += filled(r.Cells[p.text])
	}
	item, known := p.itemAt[what]
	if !known {
		item = len(p.items)
		p.items = append(p.items, pivotItem{id: p.once(what), line: r.Line})
		p.itemAt[p.items[item].id] = item
		if p.text >= 0 {
			p.items[item].text = p.once(lexicon.Tidy(r.Cells[p.text]))
		}
	}
	p.answer(person, item, r)
	return nil
}

// person finds the record of a row, and looks whether what is said of it still holds.
func (p *pivotTable) person(id string, r Record) *pivotPerson {
	key := [2]string{id}
	if p.by >= 0 {
		key[1] = strings.TrimSpace(r.Cells[p.by])
	}
	at, known := p.at[key]
	if !known {
		at = len(p.people)
	}
	p.order = p.order*orderBase + uint64(at) + 1
	if !known {
		person := pivotPerson{id: p.once(id), line: r.Line}
		for _, i := range p.about {
			person.about = append(person.about, p.once(r.Cells[i]))
		}
		p.people = append(p.people, person)
		p.at[[2]string{person.id, p.once(key[1])}] = at
		p.known[person.id] = true
		return &p.people[at]
	}
	person := &p.people[at]
	p.aside++
	for k, i := range p.about {
		if person.about[k] != r.Cells[i] {
			p.varies[k] = true
		}
		p.aside += filled(r.Cells[i])
	}
	return person
}

// answer enters an answer. Who answers an item again in other words gave several answers to it; in the same words it is a copy. A
// blank beside an answer says nothing: it neither adds to it nor takes its place.
func (p *pivotTable) answer(person *pivotPerson, item int, r Record) {
	text, line := r.Cells[p.which], int32(r.CellLine(p.which))
	a := person.said(int32(item))
	if a == nil {
		person.add(pivotAnswer{item: int32(item), line: line, text: p.once(text)})
		return
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	switch said := a.text; {
	case strings.TrimSpace(said) == "":
		a.text, a.line = p.once(text), line
	case said == text || strings.HasSuffix(said, ";"+text) || strings.HasPrefix(said, text+";") || strings.Contains(said, ";"+text+";"):
		p.repeat++
		p.aside++
	default:
		p.aside++
		a.text = p.once(said + ";" + text)
		if a.again == 0 {
			a.again = line
		}
	}
}

// filled counts the cells that hold something.
func filled(cells ...string) (n int) {
	for _, text := range cells {
		if strings.TrimSpace(text) != "" {
			n++
		}
	}
	return n
}

// orderBase is the base of the number that pivotTable.order is, up to 2⁶⁴: a large odd one, so that other numbers give another.
const orderBase = 0x9E3779B97F4A7C15

// manyAnswers is how many answers of one respondent are searched one by one; from there on they are found by their items.
const manyAnswers = 32

// said returns the answer to an item; nil: there is none yet.
func (p *pivotPerson) said(item int32) *pivotAnswer {
	if p.at != nil {
		if at, known := p.at[item]; known {
			return &p.answers[at]
		}
		return nil
	}
	for i := range p.answers {
		if p.answers[i].item == item {
			return &p.answers[i]
		}
	}
	return nil
}

func (p *pivotPerson) add(a pivotAnswer) {
	p.answers = append(p.answers, a)
	if len(p.answers) < manyAnswers {
		return
	}
	if p.at == nil {
		p.at = make(map[int32]int32, 2*manyAnswers)
		for i, known := range p.answers {
			p.at[known.item] = int32(i)
		}
	}
	p.at[a.item] = int32(len(p.answers) - 1)
}

// once keeps a text one time: the cells' own memory belongs to the record reader.
func (p *pivotTable) once(text string) string {
	if own, known := p.words[text]; known {
		return own
	}
	own := strings.Clone(text)
	p.words[own] = own
	p.size += len(own)
	return own
}

func (p *pivotTable) columns() []Column {
	columns := []Column{{ID: lexicon.Tidy(p.header[p.who]), Header: p.header[p.who], Text: lexicon.Tidy(p.header[p.who]), Role: Meta, serial: true, standsIn: p.who + 1}}
	for _, i := range p.about {
		columns = append(columns, Column{ID: lexicon.Tidy(p.header[i]), Header: p.header[i], Text: lexicon.Tidy(p.header[i]), Role: Answer, standsIn: i + 1})
	}
	for _, item := range p.items {
		c := Column{ID: lexicon.Tidy(item.id), Header: item.id, Text: item.text, HasID: item.text != "" && item.text != item.id, Role: Answer, standsIn: p.which + 1}
		if c.Text == "" {
			c.Text = c.ID
		}
		columns = append(columns, c)
	}
	return columns
}

func (p *pivotTable) notices() []study.Notice {
	notices := p.notes
	add := func(code, format string, args ...any) {
		notices = append(notices, study.Notice{Code: code, Where: p.export.Name, Message: p.export.Name + ": " + fmt.Sprintf(format, args...)})
	}
	if p.blank > 0 {
		add(study.BlankRows, "%s nothing: left out", rowsDo(p.blank, "holds", "hold"))
	}
	if p.repeat > 0 {
		add(study.IdenticalAnswers, "%s once more what the same respondent had said to the item: counted once", rowsDo(p.repeat, "says", "say"))
	}
	switch {
	case p.told != "" && p.by >= 0:
		add(study.ToldApart, "%s", p.told)
	case p.told != "":
		add(study.AnsweredAgain, "%s", p.told)
	}
	for _, text := range p.again {
		add(study.AnsweredAgain, "%s", text)
	}
	if len(p.varying) > 0 {
		add(study.VaryingColumns, "left out, for they say different things of one respondent: %s", few(p.varying))
	}
	return notices
}

// rowsDo counts rows, with the verb that follows.
func rowsDo(rows int, one, several string) string {
	if rows == 1 {
		return "1 row " + one
	}
	return fmt.Sprintf("%d rows %s", rows, several)
}

// read begins a pass over the respondents; the bytes of the file go to the sum.
func (p *pivotTable) read(sum hash.Hash) (*pass, error) {
	if sum != nil {
		raw, closer, err := p.export.source.open(sum)
		if err != nil {
			return nil, err
		}
		_, err = io.Copy(io.Discard, raw)
		if err = errors.Join(err, closer.Close()); err != nil {
			return nil, unreadable(p.export.Name, err)
		}
	}
	return &pass{reader: &pivotReader{table: p, next: -p.export.HeaderRecords}, encoding: p.export.Encoding, closer: io.NopCloser(nil)}, nil
}

// pivotReader gives the respondents one by one, after as many blank records as the table has headers.
type pivotReader struct {
	table *pivotTable
	next  int
	cells []string
	lines []int
}

// Read returns the next respondent.
func (r *pivotReader) Read() ([]string, error) {
	width := 1 + len(r.table.about) + len(r.table.items)
	if r.cells == nil {
		r.cells, r.lines = make([]string, width), make([]int, width)
	}
	if r.next >= len(r.table.people) {
		return nil, io.EOF
	}
	clear(r.cells)
	if r.next++; r.next <= 0 {
		return r.cells, nil
	}
	person := &r.table.people[r.next-1]
	for i := range r.lines {
		r.lines[i] = person.line
	}
	r.cells[0] = person.id
	copy(r.cells[1:], person.about)
	for _, a := range person.answers {
		at := 1 + len(r.table.about) + int(a.item)
		r.cells[at], r.lines[at] = a.text, int(a.line)
	}
	return r.cells, nil
}

// FieldPos returns the line on which an answer stands.
func (r *pivotReader) FieldPos(cell int) (line, column int) { return r.lines[cell], 1 }
