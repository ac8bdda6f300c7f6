package importers

import (
	"context"
	"fmt"
	"hash/maphash"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// choices are the choice texts of one column's codes, as a paired export has them.
type choices struct {
	of   map[string]string
	from string
	same bool // each is its own text
}

func (c *choices) fault(f study.Fault, r *cellReader, text string) study.Fault {
	label, known := c.of[text]
	if !known {
		f.Message = fmt.Sprintf("code %q of column %s has no choice text in %s", lexicon.Shorten(text), lexicon.Shorten(r.header), c.from)
		f.Hint = "both exports must be of the same responses"
		return f
	}
	scale := r.column.Scale.String()
	if len(r.column.Scale.Labels) > 0 {
		scale = "[" + strings.Join(r.column.Scale.Labels, ", ") + "]"
	}
	f.Message = fmt.Sprintf("%q, the choice text of code %q, is not on the scale %s of item %s (column %s)", lexicon.Shorten(label), lexicon.Shorten(text), scale, r.rating.Item.ID, lexicon.Shorten(r.header))
	f.Hint = "list the choice texts from low to high: scale: [low, …, high]"
	return f
}

// maxPaired is how much the codes of an export may take that are paired with choice texts, in bytes.
const maxPaired = 256 << 20

// pairChoices reads an export and the same responses with choice texts, and returns what each code of each column stands for, by
// the column's position. Columns of too many codes to be choices are left out; nil wanted stands for all columns
// of answers, and leaves out those whose cells are the same in both.
func pairChoices(ctx context.Context, codes *Export, name string, wanted map[int]bool, o Options) (map[int]*choices, error) {
	o.Platform, o.Encoding, o.Delimiter, o.HeaderRows = codes.Platform, "", 0, 0
	labels, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	labels.beside = true
	id, theirID := respondentColumn(codes.Columns), respondentColumn(labels.Columns)
	if id < 0 || theirID < 0 {
		return nil, inputFault(study.Place{File: labels.Name}, "cannot be paired: there is no column of response ids in both exports", "export both with their response ids")
	}
	pairs, unpaired := pairedColumns(codes.Columns, labels.Columns, wanted)
	byPosition := len(pairs) == 0 && len(unpaired) > 0
	if byPosition {
		if !samePositions(codes, labels, id, theirID) {
			return nil, otherHeadings(codes, labels, unpaired[0])
		}
		pairs = positionsOf(unpaired)
	}
	p := newPairing(pairs, maxPaired)
	if _, err := codes.Records(ctx, func(r Record) error {
		if p.add(r.Cells[id], r.Cells) {
			return nil
		}
		return inputFault(study.Place{File: codes.Name, Line: r.Line}, fmt.Sprintf("more codes than %d MiB hold are not paired with choice texts", maxPaired>>20),
			"take the export with choice texts itself as the file of the audience")
	}); err != nil {
		return nil, err
	}
	told, err := labels.Records(ctx, func(r Record) error {
		if rowOfNobody(r.Status) {
			return nil
		}
		row, known := p.take(r.Cells[theirID])
		if !known {
			return nil
		}
		for k := range p.columns {
			c := &p.columns[k]
			label := strings.TrimSpace(r.Cells[c.theirs])
			if before, code := c.note(p.code(row, k), label); before != "" {
				place := study.Place{File: labels.Name, Line: r.CellLine(c.theirs), Column: c.theirs + 1}
				return inputFault(place, fmt.Sprintf("%q is the choice text of code %q of %s here, and %q was before", lexicon.Shorten(label), lexicon.Shorten(code), codes.Name, lexicon.Shorten(before)),
					"are both exports of the same survey?")
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	codes.notices = append(codes.notices, told...)
	if p.paired == 0 {
		return nil, inputFault(study.Place{File: labels.Name}, "holds none of the responses of "+codes.Name, "both exports must be of the same responses")
	}
	if byPosition && p.paired < len(p.next) {
		return nil, otherHeadings(codes, labels, pairs[0].ours)
	}
	found := p.found(labels.Name, wanted != nil)
	if told := headingsApart(codes, labels, unpaired, found); told.Code != "" {
		codes.notices = append(codes.notices, told)
	}
	return found, nil
}

// pairing keeps the codes of one export by response id, a byte each, until the other has said what they stand for.
type pairing struct {
	columns []pairedColumn
	limit   int // bytes
	seed    maphash.Seed
	rows    map[uint64]sameID // by the hash of an id
	next    []int32           // by row: the next one with the same id; 0: none
	blocks  [][]uint8         // codes, row by row
	paired  int
}

// sameID are the rows with an id that no other was paired with yet: the first and the last of them, counted from 1; 0: none is left.
type sameID struct{ first, last int32 }

// pairedColumn is a column of the one export with its place in the other.
type pairedColumn struct {
	ours, theirs int
	number       map[string]uint8 // of each code, from 1
	codes        []string
	labels       []string // what each code stands for
	told         []bool
	many         bool // more codes than choices have
}

// pairedRows is how many rows the memory of a pairing grows by, and pairedID what it keeps of a row beside its codes, in bytes.
const (
	pairedRows = 1 << 12
	pairedID   = 32
)

func newPairing(columns []pairedColumn, limit int) *pairing {
	return &pairing{columns: columns, limit: limit, seed: maphash.MakeSeed(), rows: map[uint64]sameID{}}
}

// add enters the codes of a response; false: there are too many. Whoever has no id is paired with nobody.
func (p *pairing) add(id string, cells []string) bool {
	if strings.TrimSpace(id) == "" {
		return true
	}
	row := len(p.next)
	if row%pairedRows == 0 {
		if (row+pairedRows)*(len(p.columns)+pairedID) > p.limit {
			return false
		}
		p.blocks = append(p.blocks, make([]uint8, pairedRows*len(p.columns)))
	}
	p.next = append(p.next, 0)
	codes := p.row(row)
	for k := range p.columns {
		codes[k] = p.columns[k].numberOf(cells[p.columns[k].ours])
	}
	key := maphash.String(p.seed, id)
	one := int32(row + 1)
	if same, again := p.rows[key]; again {
		p.next[same.last-1] = one
		p.rows[key] = sameID{same.first, one}
	} else {
		p.rows[key] = sameID{one, one}
	}
	return true
}

func (p *pairing) row(row int) []uint8 {
	n := len(p.columns)
	return p.blocks[row/pairedRows][row%pairedRows*n:][:n]
}

// take returns the row of a response; of several with the same id one after the other, as they stand in the file.
func (p *pairing) take(id string) (row int, known bool) {
	key := maphash.String(p.seed, id)
	same := p.rows[key]
	if same.first == 0 {
		return 0, false
	}
	p.rows[key] = sameID{p.next[same.first-1], same.last}
	p.paired++
	return int(same.first - 1), true
}

func (p *pairing) code(row, column int) uint8 { return p.row(row)[column] }

// numberOf numbers the codes of a column; 0 stands for a blank cell, and for all where there are too many.
func (c *pairedColumn) numberOf(cell string) uint8 {
	code := strings.TrimSpace(cell)
	if code == "" || c.many {
		return 0
	}
	if n, known := c.number[code]; known {
		return n
	}
	if len(c.codes) == maxDifferent {
		c.many = true
		return 0
	}
	code = strings.Clone(code)
	c.codes, c.labels, c.told = append(c.codes, code), append(c.labels, ""), append(c.told, false)
	if c.number == nil {
		c.number = map[string]uint8{}
	}
	c.number[code] = uint8(len(c.codes))
	return c.number[code]
}

// fewCodes is how many codes a column has of which each must stand for one text.
const fewCodes = 60

// note enters what a code stands for; before is what it stood for, if that was something else.
func (c *pairedColumn) note(number uint8, label string) (before, code string) {
	if number == 0 || c.many || label == "" { // a code that nothing explains is no blank: it is refused, unless the study names it
		return "", ""
	}
	k := number - 1
	if !c.told[k] {
		c.told[k], c.labels[k] = true, strings.Clone(label)
		return "", ""
	}
	if c.labels[k] != label && len(c.codes) < fewCodes {
		return c.labels[k], c.codes[k]
	}
	return "", ""
}

// found returns the choice texts of the columns in which any code stands for another text than itself; same keeps the others, too.
func (p *pairing) found(from string, same bool) map[int]*choices {
	all := map[int]*choices{}
	for i := range p.columns {
		c := &p.columns[i]
		of, alike := map[string]string{}, true
		for k, code := range c.codes {
			if c.told[k] {
				of[code] = c.labels[k]
				alike = alike && code == c.labels[k]
			}
		}
		if !c.many && (!alike || same && len(of) > 0) {
			all[c.ours] = &choices{of: of, from: from, same: alike}
		}
	}
	return all
}

// pairedColumns finds the columns of one export in the other, by id and question: those that are wanted, or all of answers. The others are unpaired.
func pairedColumns(codes, labels []Column, wanted map[int]bool) (pairs []pairedColumn, unpaired []int) {
	type question struct{ id, text string }
	at := map[question]int{}
	for j, l := range labels {
		q := question{l.ID, lexicon.Normalise(l.Text)}
		if _, known := at[q]; !known {
			at[q] = j
		}
	}
	for i, c := range codes {
		if wanted == nil && c.Role != Answer || wanted != nil && !wanted[i] {
			continue
		}
		if j, known := at[question{c.ID, lexicon.Normalise(c.Text)}]; known {
			pairs = append(pairs, pairedColumn{ours: i, theirs: j})
		} else {
			unpaired = append(unpaired, i)
		}
	}
	return pairs, unpaired
}

// translated returns the cells of a column with the choice texts of its codes.
func (s *seenCells) translated(c *choices) *seenCells {
	if c == nil || s.many {
		return s
	}
	texts := &seenCells{count: map[string]int{}}
	for cell, n := range s.count {
		if label, known := c.of[strings.TrimSpace(cell)]; known {
			cell = label
		}
		texts.count[cell] += n
	}
	return texts
}
