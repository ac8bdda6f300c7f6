package importers

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// selected finds out which parts' conditions on a column a new cell does not meet.
func (q *quick) selected(s *selector, start, end uint32) uint32 {
	cell := string(delimited.Unquoted(q.text[start:end]))
	fails := uint64(0)
	for i, p := range q.parts {
		for _, c := range p.conditions {
			if c.position == s.column && !c.holds(cell) {
				fails |= 1 << i
			}
		}
	}
	for at, known := range s.fails {
		if known == fails {
			s.cells.put(q.padded, start, end, uint32(at))
			return uint32(at)
		}
	}
	s.fails = append(s.fails, fails)
	s.cells.put(q.padded, start, end, uint32(len(s.fails)-1))
	return uint32(len(s.fails) - 1)
}

// statusOf returns the status of a row.
func (q *quick) statusOf(places []uint32) study.Reason {
	if q.of.footers != nil && q.of.footers.holdAt(&q.fields, places) {
		return study.SummaryRow
	}
	s := q.status
	if s == nil {
		return ""
	}
	for _, column := range s.rule.counts {
		if !delimited.Blank(q.fields.Raw(places, column)) {
			return ""
		}
	}
	q.scratch = q.scratch[:0]
	for _, column := range s.rule.columns {
		switch {
		case column < 0:
		case s.rule.filled && delimited.Blank(q.fields.Raw(places, column)):
			q.scratch = append(q.scratch, '0')
		case s.rule.filled:
			q.scratch = append(q.scratch, '1')
		default:
			q.scratch = append(append(q.scratch, q.fields.Raw(places, column)...), '\n')
		}
	}
	n := uint32(len(q.scratch))
	q.scratch = append(q.scratch, make([]byte, delimited.ChunkPadding)...)
	at, known := s.cells.get(q.scratch, 0, n)
	if known {
		return s.reasons[at]
	}
	for _, column := range s.rule.columns {
		if column >= 0 {
			s.record[column] = string(delimited.Unquoted(q.fields.Raw(places, column)))
		}
	}
	why := s.rule.of(s.record)
	s.cells.put(q.scratch, 0, n, indexIn(&s.reasons, why))
	return why
}

// indexIn returns the index of a value in a short list, which it enters if it is new.
func indexIn[T comparable](list *[]T, value T) uint32 {
	for i, known := range *list {
		if known == value {
			return uint32(i)
		}
	}
	*list = append(*list, value)
	return uint32(len(*list) - 1)
}

// waveOf returns the wave of a row; ok is false if the study has none of its name.
func (q *quick) waveOf(p *quickPart, places []uint32) (wave int, ok bool) {
	start, end := places[p.wave]+1, places[p.wave+1]
	if at, known := p.waves.get(q.padded, start, end); known {
		return int(at), true
	}
	if wave = waveNamed(q.reading.survey.study, string(delimited.Unquoted(q.text[start:end]))); wave < 0 {
		return 0, false
	}
	p.waves.put(q.padded, start, end, uint32(wave))
	return wave, true
}

// code returns the code of a cell that the table does not know; ok is false if it has none.
func (q *quick) code(p *quickPart, r *quickRating, start, end uint32) (code study.Code, ok bool) {
	if at, known := r.codes.get(q.padded, start, end); known {
		return study.Code(at), true
	}
	if code, ok = p.part.ratings[r.rating].decide(string(delimited.Unquoted(q.text[start:end]))); ok {
		if n := end - start; n <= longestShort && r.short != q.unknown {
			r.short.put(binary.LittleEndian.Uint16(q.padded[start:]), n, uint16(code))
		}
		r.codes.put(q.padded, start, end, uint32(code))
	}
	return code, ok
}

// seconds returns how long a row took; ok is false if that is no duration, and blank if nothing is said.
func (q *quick) seconds(p *quickPart, places []uint32) (seconds float64, blank, ok bool) {
	raw := delimited.Unquoted(q.fields.Raw(places, p.duration))
	if seconds, ok = quickNumber(raw); ok {
		return seconds, false, true
	}
	text := strings.TrimSpace(string(raw))
	if text == "" {
		return 0, true, true
	}
	seconds, ok = parseDuration(text)
	return seconds, false, ok
}

// clusterOf returns the cluster of a row; ok is false if it is blank.
func (q *quick) clusterOf(p *quickPart, places []uint32) (name string, ok bool) {
	start, end := places[p.part.cluster]+1, places[p.part.cluster+1]
	if at, known := p.names.get(q.padded, start, end); known {
		return p.clusters[at], true
	}
	if name = groupIn(string(delimited.Unquoted(q.text[start:end]))); name == "" {
		return "", false
	}
	if p.names.n < maxKnownCells {
		p.names.put(q.padded, start, end, uint32(len(p.clusters)))
		p.clusters = append(p.clusters, name)
	}
	return name, true
}

// segment returns the value of a segment of the row that was kept last.
func (q *quick) segment(p *quickPart, k, column int, places []uint32) string {
	start, end := places[column]+1, places[column+1]
	if at, known := p.groups[k].get(q.padded, start, end); known {
		return p.values[k][at]
	}
	value := groupIn(string(delimited.Unquoted(q.text[start:end])))
	own, known := q.values[k][value]
	if !known {
		own = value
		place := study.Place{File: q.export.Name, Line: q.batch.lineAt(int(start)), Column: column + 1}
		q.newValue(k, own, place)
	}
	p.groups[k].put(q.padded, start, end, indexIn(&p.values[k], own))
	return own
}

// day takes in when the respondent of the row that was kept last answered.
func (q *quick) day(p *quickPart, wave int, places []uint32) {
	start, end := places[p.time]+1, places[p.time+1]
	dates := q.dates(p, start, end)
	p.block.rowDays = append(p.block.rowDays, newRowDay(dates))
	if dates[0] == blankDay || !p.block.days.add(wave, dates[0], dates[1]) {
		return
	}
	text := string(delimited.Unquoted(q.text[start:end]))
	place := study.Place{File: q.export.Name, Line: q.batch.lineAt(int(start)), Column: p.time + 1}
	p.block.days.told = append(p.block.days.told, dayCell{dates[0], dates[1], wave, q.batch.rows, text, place})
}

// blankDay stands for a cell without a day.
const blankDay = study.Date(-1)

// dates reads a day in both layouts. Cells that begin with the same day are read once: times differ from row to row.
func (q *quick) dates(p *quickPart, start, end uint32) [2]study.Date {
	raw := q.text[start:end]
	n := bytes.IndexAny(raw, " T,")
	if n < 0 {
		n = len(raw)
	}
	simple := n >= leastDay
	for _, c := range raw[:n] {
		simple = simple && (c >= '-' && c <= '9') // digits and the separators - . /
	}
	if simple {
		if at, known := p.days.get(q.padded, start, start+uint32(n)); known {
			return p.readDays[at]
		}
	}
	dates := [2]study.Date{blankDay, blankDay}
	if text := string(delimited.Unquoted(raw)); strings.TrimSpace(text) != "" {
		dates[0], dates[1] = readDay(text)
	}
	if simple && p.days.n < maxKnownCells {
		p.days.put(q.padded, start, start+uint32(n), uint32(len(p.readDays)))
		p.readDays = append(p.readDays, dates)
	}
	return dates
}

// leastDay is the length of the shortest day: 1/2/26.
const leastDay = 6

// quickNumber reads a number of digits with at most one point, exactly: up to 15 digits a float64 holds, and the quotient of two
// numbers that it holds is rounded once, as strconv.ParseFloat rounds.
func quickNumber(cell []byte) (x float64, ok bool) {
	if len(cell) == 0 || len(cell) > 16 {
		return 0, false
	}
	digits, point := uint64(0), -1
	for i, c := range cell {
		if c == '.' && point < 0 {
			point = i
			continue
		}
		if c -= '0'; c > 9 {
			return 0, false
		}
		digits = digits*10 + uint64(c)
	}
	switch {
	case point < 0 && len(cell) <= 15:
		return float64(digits), true
	case point < 0 || len(cell) == 1:
		return 0, false
	}
	return float64(digits) / powersOfTen[len(cell)-1-point], true
}

var powersOfTen = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}
