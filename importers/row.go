package importers

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// rowReader reads the records of an export into batches: one worker's tools.
type rowReader struct {
	reading *reading // for what is the same for all; its sums are not touched
	export  *boundExport
	parts   []*part // with cell readers of its own
	batch   batch
	values  []map[string]string
	compare func() bool // whether rows are still compared with those of the other files
}

func newRowReader(r *reading, e *boundExport) *rowReader {
	w := &rowReader{reading: r, export: e, compare: r.progress.compared.Load, values: make([]map[string]string, len(r.survey.study.Segments))}
	for _, p := range e.parts {
		own := *p
		own.named = p.id >= 0 && len(r.survey.study.Waves) > 1
		own.ownReaders()
		w.parts = append(w.parts, &own)
		w.batch.parts = append(w.batch.parts, newBlock(r.survey.study, &own))
	}
	return w
}

// record takes in one record, cell by cell.
func (r *rowReader) record(record Record) {
	i := r.claim(record)
	if i < 0 {
		r.nobodys(record.Status)
	} else {
		r.row(i, record)
	}
	r.batch.rows++
}

// nobodys counts a record of no audience.
func (r *rowReader) nobodys(status study.Reason) {
	if !r.dropped(status) {
		status = study.NotSelected
	}
	r.batch.nobody.read++
	r.batch.nobody.drop(status)
}

// dropped reports whether a status leaves a row out.
func (r *rowReader) dropped(status study.Reason) bool {
	switch status {
	case "":
		return false
	case study.Partial:
		return r.reading.survey.study.Quality.Partial == study.Drop
	case study.LeftEarly:
		return r.reading.survey.study.Quality.LeftEarly == study.Drop
	}
	return true
}

// claim returns the part that a record belongs to, or -1. A record of two audiences is a fault of the study.
func (r *rowReader) claim(record Record) int {
	owner := -1
	for i, p := range r.parts {
		if !p.selects(record.Cells) {
			continue
		}
		if owner < 0 {
			owner = i
		} else if r.batch.shared == nil {
			r.batch.shared = &sharedRecord{owner, i, record.Line}
		}
	}
	return owner
}

func (p *part) selects(cells []string) bool { return holdAll(p.conditions, cells) }

func holdAll(conditions []boundCondition, cells []string) bool {
	for _, c := range conditions {
		if !c.holds(cells[c.position]) {
			return false
		}
	}
	return true
}

func (c *boundCondition) holds(cell string) bool {
	text := strings.TrimSpace(cell)
	for _, value := range c.values {
		if sameCell(text, value) {
			return !c.not
		}
	}
	return c.not
}

// row decides on one row of a part and stores it.
func (r *rowReader) row(i int, record Record) {
	b := r.batch.parts[i]
	b.flow.read++
	if r.dropped(record.Status) {
		b.flow.drop(record.Status)
		return
	}
	weight, ok := r.weight(b.part, record)
	if ok && weight == 0 {
		b.flow.drop(study.ZeroWeight)
		return
	}
	wave := r.wave(b.part, record)
	b.makeRoom(1)
	if !r.codes(b, record) {
		b.flow.drop(study.NoAnswer)
		return
	}
	kept := answeredRow{weight: weight, leftEarly: record.Status == study.LeftEarly, speeder: r.speeder(b.part, wave, record), seenRow: seenRow{part: b.part, wave: wave}}
	if at := b.part.id; at >= 0 {
		kept.id, kept.line = respondentIn([]byte(record.Cells[at])), record.CellLine(at)
	}
	if r.compare() || r.reading.serial {
		kept.rowHash = r.reading.answers.hash(r.export.Columns, record.Cells, r.keptCells())
	}
	if !r.keep(b, &kept) {
		return
	}
	if b.part.named {
		b.block.ID[b.block.N-1] = b.part.person(kept.id)
	}
	r.segments(b, record)
	r.day(b, wave, record)
	if b.part.cluster >= 0 {
		r.blankCluster(b.part, record)
		b.block.Cluster[b.block.N-1] = strings.Clone(groupIn(record.Cells[b.part.cluster]))
	}
}

// keptCells are where the hashes of the cells of a row go; nil: the row is only to be told from those before it.
func (r *rowReader) keptCells() *[]uint32 {
	if !r.compare() {
		return nil
	}
	return &r.batch.cells
}

// answeredRow is what is known of a row with answers, beside its codes.
type answeredRow struct {
	weight    float64
	speeder   bool
	leftEarly bool
	seenRow
}

// keep keeps a row whose codes stand behind the last of the block, unless a rule leaves it out; segments and cluster follow.
func (r *rowReader) keep(b *blockOf, row *answeredRow) bool {
	straight, quality := b.part.straight.In(&b.block, b.block.N), &r.reading.survey.study.Quality
	if r.reading.serial && b.part.id >= 0 {
		if r.reading.knownID(r.export, &r.batch, &row.seenRow) {
			b.flow.drop(study.Duplicate)
			return false
		}
		row.id = nil
	}
	if r.reading.knownMoment(&row.seenRow) {
		b.flow.drop(study.Duplicate)
		return false
	}
	if row.answers != 0 || len(row.id) > 0 {
		r.batch.seen = append(r.batch.seen, row.seenRow)
	}
	switch {
	case straight && quality.StraightLiners == study.Drop:
		b.flow.drop(study.StraightLiner)
		return false
	case row.speeder && quality.Speeders == study.Drop:
		b.flow.drop(study.Speeder)
		return false
	}
	n := b.block.N
	b.block.Straight[n], b.block.Wave[n] = straight, row.wave
	if b.part.duration >= 0 {
		b.block.Speeders[n] = row.speeder
	}
	if b.part.weight >= 0 {
		b.block.Weight[n] = row.weight
	}
	b.flow.kept++
	if row.leftEarly {
		b.flow.leftEarly++
	}
	b.block.N++
	return true
}

// blankCluster refuses a row of a cluster without a name: all such rows would count as one cluster.
func (r *rowReader) blankCluster(p *part, record Record) {
	if groupIn(record.Cells[p.cluster]) == "" {
		r.fault(study.Fault{
			Place:   r.export.place(record, p.cluster),
			Message: fmt.Sprintf("the cluster is blank (column %s)", lexicon.Shorten(r.export.Columns[p.cluster].ID)),
			Hint:    "respondents of no group need a value of their own, such as their id",
		})
	}
}

// codes puts the codes of a row behind the last of the block; it reports false if no cell holds an answer. A cell that is a fault
// counts as one.
func (r *rowReader) codes(b *blockOf, record Record) bool {
	answered := false
	for i, at := range b.part.positions {
		if b.block.Codes[i] == nil {
			continue
		}
		code, ok := study.NotShown, true
		switch {
		case b.part.branches[i] != nil:
			code, ok = r.joined(b, i, record)
		case at >= 0:
			code, ok = r.cell(b.part.ratings[i], record, at)
		}
		answered = answered || !ok || says(code)
		b.valid = b.valid || code.Valid()
		b.block.Codes[i][b.block.N] = code
	}
	return answered
}

// cell reads the answer in a cell; a fault is noted.
func (r *rowReader) cell(reader *cellReader, record Record, at int) (code study.Code, ok bool) {
	if code, ok = reader.read(record.Cells[at]); !ok {
		r.cellFault(reader, r.export.place(record, at), record.Cells[at])
		return study.Blank, false
	}
	return code, true
}

// place is the place of a cell: its physical line, and the number of its column.
func (e *boundExport) place(record Record, at int) study.Place {
	return study.Place{File: e.Name, Line: record.CellLine(at), Column: e.Columns[at].inFile()}
}

// mostWeight is the largest weight whose square can still be summed over any number of respondents.
const mostWeight = 1e100

func (r *rowReader) weight(p *part, record Record) (weight float64, ok bool) {
	if p.weight < 0 {
		return 1, true
	}
	text := strings.TrimSpace(record.Cells[p.weight])
	weight, err := lexicon.ParseNumber(text)
	if text != "" && err == nil && weight >= 0 && weight <= mostWeight {
		return weight, true
	}
	f := study.Fault{Place: r.export.place(record, p.weight), Hint: "weights are positive numbers; 0 leaves a row out"}
	switch {
	case text == "":
		f.Message = fmt.Sprintf("the weight is blank (column %s)", lexicon.Shorten(r.export.Columns[p.weight].ID))
	case err == nil && weight < 0:
		f.Message = fmt.Sprintf("weight %q is negative (column %s)", text, lexicon.Shorten(r.export.Columns[p.weight].ID))
	case err == nil && weight > mostWeight:
		f.Message = fmt.Sprintf("weight %q is too large to be summed (column %s)", lexicon.Shorten(text), lexicon.Shorten(r.export.Columns[p.weight].ID))
	case decimalComma().MatchString(text):
		f.Message = fmt.Sprintf("weight %q is a number only with a decimal comma (column %s)", lexicon.Shorten(text), lexicon.Shorten(r.export.Columns[p.weight].ID))
		f.Hint = "decimal: comma  under the audience reads it, and so does  --decimal comma"
	default:
		f.Message = fmt.Sprintf("weight %q is not a number (column %s)", lexicon.Shorten(text), lexicon.Shorten(r.export.Columns[p.weight].ID))
	}
	r.fault(f)
	return 1, false
}

// waveOf returns the wave of a row; -1 if the study has none of its name.
func (p *part) waveOf(s *study.Study, cells []string) int {
	if p.wave < 0 {
		return p.waveIndex
	}
	return waveNamed(s, cells[p.wave])
}

func waveNamed(s *study.Study, cell string) int {
	text := strings.TrimSpace(cell)
	return slices.IndexFunc(s.Waves, func(name string) bool { return sameCell(text, name) })
}

func (r *rowReader) wave(p *part, record Record) int {
	if p.wave < 0 {
		return p.waveIndex
	}
	if i := p.waveOf(r.reading.survey.study, record.Cells); i >= 0 {
		return i
	}
	text := strings.TrimSpace(record.Cells[p.wave])
	r.fault(study.Fault{
		Place:   r.export.place(record, p.wave),
		Message: fmt.Sprintf("%q is not among the waves %s", lexicon.Shorten(text), strings.Join(r.reading.survey.study.Waves, ", ")),
		Hint:    "add it to  waves:  in order of time, or leave its rows out with  where:",
	})
	return 0
}

// maxSegmentValues is how many groups a segment may have: a column with more is an id or a free text, and would give as
// many tables.
const maxSegmentValues = 60

// segments stores the values of the row that was kept last.
func (r *rowReader) segments(b *blockOf, record Record) {
	for k, at := range b.part.segments {
		if at >= 0 {
			value := groupIn(record.Cells[at])
			own, known := r.values[k][value]
			if !known {
				own = strings.Clone(value) // the cell's own memory belongs to the record reader
				r.newValue(k, own, r.export.place(record, at))
			}
			b.block.Segments[k][b.block.N-1] = own
		}
	}
}

// groupIn returns the segment or cluster that a cell names. An error of a spreadsheet names none.
func groupIn(cell string) string {
	if isSpreadsheetError(cell) {
		return ""
	}
	return strings.TrimSpace(cell)
}

// respondentIn returns the respondent that a cell names, however a spreadsheet has written the id: 4711 may have become 4711.0, '4711 or ="4711"
// (FORMATS 0.13).
func respondentIn(cell []byte) []byte {
	if isSpreadsheetError(cell) {
		return nil
	}
	id := bytes.TrimSpace(cell)
	if quoted, is := bytes.CutPrefix(id, []byte(`="`)); is {
		id = bytes.TrimSuffix(quoted, []byte(`"`))
	}
	id = bytes.TrimPrefix(id, []byte("'"))
	if whole, is := bytes.CutSuffix(id, []byte(".0")); is && len(bytes.Trim(whole, "0123456789")) == 0 && len(whole) > 0 {
		return whole
	}
	return id
}

// newValue enters a value of a segment that this worker has not met. Of too many, one more is enough to tell.
func (r *rowReader) newValue(segment int, value string, place study.Place) {
	if r.values[segment] == nil {
		r.values[segment] = map[string]string{}
	}
	if len(r.values[segment]) <= maxSegmentValues {
		r.values[segment][value] = value
		r.batch.values = append(r.batch.values, segmentValue{segment, value, place})
	}
}

// fault notes what is wrong with a cell of the present row.
func (r *rowReader) fault(f study.Fault) {
	r.batch.faults = append(r.batch.faults, rowFault{row: r.batch.rows, Fault: f})
}

// cellFault notes that a cell of the present row is no answer; words are told a column at once.
func (r *rowReader) cellFault(reader *cellReader, place study.Place, text string) {
	f := rowFault{row: r.batch.rows, Fault: reader.fault(place, text)}
	if _, err := lexicon.ParseNumber(strings.TrimSpace(text)); err != nil && reader.choices == nil {
		f.word = &wordCell{reader: reader, text: strings.Clone(strings.TrimSpace(text))}
	}
	r.batch.faults = append(r.batch.faults, f)
}

// fileOf returns the number of an export among those of the survey.
func (r *reading) fileOf(e *boundExport) int { return slices.Index(r.survey.exports, e) }
