package importers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// blockOf is the block that one part fills, and the flow of its rows.
type blockOf struct {
	part  *part
	block study.Responses
	flow  flow
	days  *days // nil: no column says when they answered
}

func newBlock(s *study.Study, p *part) *blockOf {
	b := &blockOf{part: p}
	b.block.Audience = p.audience
	b.block.Codes = make([][]study.Code, len(p.positions))
	audience := s.Audiences[p.audience]
	if p.time >= 0 {
		b.days = newDays(audience.Time.Order, len(s.Waves))
	}
	b.block.Segments = make([][]string, len(p.segments))
	for k, at := range p.segments {
		if at >= 0 {
			b.block.Segments[k] = make([]string, 0, blockRows)
		}
	}
	for i, r := range s.Ratings() {
		if r.Columns[audience.ID] != nil {
			b.block.Codes[i] = make([]study.Code, 0, blockRows)
		}
	}
	return b
}

// row decides on one row of a part and stores it.
func (r *reading) row(e *boundExport, b *blockOf, record Record) {
	b.flow.read++
	if record.Status != "" && (record.Status != study.Partial || r.survey.study.Quality.Partial == study.Drop) {
		b.flow.drop(record.Status)
		return
	}
	weight, ok := r.weight(e, b.part, record)
	if ok && weight == 0 {
		b.flow.drop(study.ZeroWeight)
		return
	}
	wave := r.wave(e, b.part, record)
	if !r.codes(e, b, record) {
		b.flow.drop(study.NoAnswer)
		return
	}
	straight, speeder := b.part.straight.In(&b.block, b.block.N), r.speeder(e, b.part, wave, record)
	quality := r.survey.study.Quality
	if r.duplicate(e, b.part, wave, record) && quality.Duplicates == study.Drop {
		b.undo(study.Duplicate)
		return
	}
	r.answers.note(r.fileOf(e), e.Columns, record.Cells)
	switch {
	case straight && quality.StraightLiners == study.Drop:
		b.undo(study.StraightLiner)
		return
	case speeder && quality.Speeders == study.Drop:
		b.undo(study.Speeder)
		return
	}
	r.flag(b.part.audience, straight, speeder)
	b.block.Straight = append(b.block.Straight, straight)
	if b.part.duration >= 0 {
		b.block.Speeders = append(b.block.Speeders, speeder)
	}
	r.segments(e, b, record)
	r.day(e, b, wave, record)
	b.flow.kept++
	b.block.N++
	b.block.Wave = append(b.block.Wave, wave)
	if b.part.id >= 0 && len(r.survey.study.Waves) > 1 {
		b.block.ID = append(b.block.ID, strings.Clone(strings.TrimSpace(record.Cells[b.part.id])))
	}
	if b.part.weight >= 0 {
		b.block.Weight = append(b.block.Weight, weight)
	}
	if b.part.cluster >= 0 {
		r.blankCluster(e, b.part, record)
		b.block.Cluster = append(b.block.Cluster, strings.Clone(strings.TrimSpace(record.Cells[b.part.cluster])))
	}
}

// blankCluster refuses a row of a cluster without a name: all such rows would count as one cluster.
func (r *reading) blankCluster(e *boundExport, p *part, record Record) {
	if strings.TrimSpace(record.Cells[p.cluster]) == "" {
		r.fault(study.Fault{
			Place:   e.place(record, p.cluster),
			Message: fmt.Sprintf("the cluster is blank (column %s)", shorten(e.Columns[p.cluster].ID)),
			Hint:    "respondents of no group need a value of their own, such as their id",
		})
	}
}

// codes appends the codes of a row to the block; it reports false, and appends nothing, if no cell holds an answer. A
// cell that is a fault counts as one.
func (r *reading) codes(e *boundExport, b *blockOf, record Record) bool {
	answered := false
	for i, at := range b.part.positions {
		if b.block.Codes[i] == nil {
			continue
		}
		code := study.NotShown
		if at >= 0 {
			var ok bool
			if code, ok = b.part.ratings[i].read(record.Cells[at]); !ok {
				r.fault(b.part.ratings[i].fault(e.place(record, at), record.Cells[at]))
				code, answered = study.Blank, true
			}
		}
		answered = answered || code.Valid() || code == study.DontKnow
		r.seen(b.part.audience, code)
		b.block.Codes[i] = append(b.block.Codes[i], code)
	}
	if !answered {
		b.withdraw()
	}
	return answered
}

// withdraw takes the codes of the present row out of the block.
func (b *blockOf) withdraw() {
	for i := range b.block.Codes {
		if b.block.Codes[i] != nil {
			b.block.Codes[i] = b.block.Codes[i][:b.block.N]
		}
	}
}

// undo leaves the present row out, for a reason that its codes give.
func (b *blockOf) undo(why study.Reason) {
	b.withdraw()
	b.flow.drop(why)
}

// place is the place of a cell: its physical line, and the number of its column.
func (e *boundExport) place(record Record, at int) study.Place {
	return study.Place{File: e.Name, Line: record.CellLine(at), Column: at + 1}
}

// mostWeight is the largest weight whose square can still be summed over any number of respondents.
const mostWeight = 1e100

func (r *reading) weight(e *boundExport, p *part, record Record) (weight float64, ok bool) {
	if p.weight < 0 {
		return 1, true
	}
	text := strings.TrimSpace(record.Cells[p.weight])
	weight, err := parseNumber(text)
	if text != "" && err == nil && weight >= 0 && weight <= mostWeight {
		return weight, true
	}
	f := study.Fault{Place: e.place(record, p.weight), Hint: "weights are positive numbers; 0 leaves a row out"}
	switch {
	case text == "":
		f.Message = fmt.Sprintf("the weight is blank (column %s)", shorten(e.Columns[p.weight].ID))
	case err == nil && weight < 0:
		f.Message = fmt.Sprintf("weight %q is negative (column %s)", text, shorten(e.Columns[p.weight].ID))
	case err == nil && weight > mostWeight:
		f.Message = fmt.Sprintf("weight %q is too large to be summed (column %s)", shorten(text), shorten(e.Columns[p.weight].ID))
	default:
		f.Message = fmt.Sprintf("weight %q is not a number (column %s)", shorten(text), shorten(e.Columns[p.weight].ID))
	}
	r.fault(f)
	return 1, false
}

// waveOf returns the wave of a row; -1 if the study has none of its name.
func (p *part) waveOf(s *study.Study, record Record) int {
	if p.wave < 0 {
		return p.waveIndex
	}
	text := strings.TrimSpace(record.Cells[p.wave])
	return slices.IndexFunc(s.Waves, func(name string) bool { return sameCell(text, name) })
}

func (r *reading) wave(e *boundExport, p *part, record Record) int {
	if p.wave < 0 {
		return p.waveIndex
	}
	if i := p.waveOf(r.survey.study, record); i >= 0 {
		return i
	}
	text := strings.TrimSpace(record.Cells[p.wave])
	r.fault(study.Fault{
		Place:   e.place(record, p.wave),
		Message: fmt.Sprintf("%q is not among the waves %s", shorten(text), strings.Join(r.survey.study.Waves, ", ")),
		Hint:    "add it to  waves:  in order of time, or leave its rows out with  where:",
	})
	return 0
}

// maxSegmentValues is how many groups a segment may have: a column with more is an id or a free text, and would give as
// many tables.
const maxSegmentValues = 60

// segments appends a row's values to the block, and refuses a segment of too many values.
func (r *reading) segments(e *boundExport, b *blockOf, record Record) {
	for k, at := range b.part.segments {
		if at < 0 {
			continue
		}
		value := strings.TrimSpace(record.Cells[at])
		if r.values == nil {
			r.values = make([]map[string]string, len(b.part.segments))
		}
		if r.values[k] == nil {
			r.values[k] = map[string]string{}
		}
		own, known := r.values[k][value]
		if !known {
			own = strings.Clone(value) // the cell's own memory belongs to the record reader
			if len(r.values[k]) <= maxSegmentValues {
				r.values[k][own] = own
			}
			if len(r.values[k]) == maxSegmentValues+1 {
				s := r.survey.study.Segments[k]
				r.values[k]["\x00"] = "" // said once
				r.study.Add(study.Fault{
					Place: s.Place, Line: r.survey.study.Source.Line(s.Place.Line),
					Message: fmt.Sprintf("segment %s has more than %d values, such as %q in %s", s.Name, maxSegmentValues, shorten(own), e.place(record, at)),
					Hint:    "a segment groups respondents: is this a column of ids or of free text?",
				})
			}
		}
		b.block.Segments[k] = append(b.block.Segments[k], own)
	}
}

// fault notes what is wrong with a cell of the present row.
func (r *reading) fault(f study.Fault) { r.rowFaults = append(r.rowFaults, f) }

// sortFaults enters the faults of a row from left to right: cells are read in the order of the items.
func (r *reading) sortFaults() {
	if len(r.rowFaults) == 0 {
		return
	}
	slices.SortStableFunc(r.rowFaults, func(a, b study.Fault) int {
		return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
	})
	for _, f := range r.rowFaults {
		r.input.Add(f)
	}
	r.rowFaults = r.rowFaults[:0]
}

// fileOf returns the number of an export among those of the survey.
func (r *reading) fileOf(e *boundExport) int { return slices.Index(r.survey.exports, e) }
