package importers

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// secondReading is what a study says to its exports when they are read a second time, slowly: record by record of fileRecords, cell by cell,
// without chunks, tables of known cells, workers and blocks. What a cell means is asked of cellReader.decide, nothing else.
type secondReading struct {
	codes                                       map[[2]int][]study.Code // of the rows that count, by audience and rating
	filled, answers, dontKnow, declared, faults int                     // cells of these rows, in columns of ratings
}

func readAgain(t testing.TB, v *Survey) *secondReading {
	t.Helper()
	r := &secondReading{codes: map[[2]int][]study.Code{}}
	for _, e := range v.exports {
		for _, record := range againRecords(t, e.Export) {
			read := slices.Clone(record)
			if e.rewrite != nil {
				e.rewrite(read)
			}
			for _, p := range e.parts {
				if p.selects(read) {
					r.row(v.study, e, p, record, read)
				}
			}
		}
	}
	return r
}

// againRecords are the records of the file itself, or, of a workbook and where the lines of a file are no records, those that its reader makes:
// accountedFor and FuzzSheet hold it to the file.
func againRecords(t testing.TB, e *Export) (records [][]string) {
	t.Helper()
	if !e.workbook && e.reader == nil {
		return fileRecords(t, e)
	}
	if _, err := e.Records(context.Background(), func(r Record) error {
		records = append(records, slices.Clone(r.Cells))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return records
}

// row reads a row of a part; raw is how its cells stand in the file.
func (r *secondReading) row(s *study.Study, e *boundExport, p *part, raw, cells []string) {
	if e.status != nil {
		if status := e.status.of(cells); status != "" && (status != study.Partial || s.Quality.Partial == study.Drop) && (status != study.LeftEarly || s.Quality.LeftEarly == study.Drop) {
			return
		}
	}
	if p.weight >= 0 {
		if weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(cells[p.weight]), "'"), 64); err == nil && weight == 0 {
			return
		}
	}
	one := secondReading{codes: map[[2]int][]study.Code{}}
	kept := false
	for i, rating := range s.Ratings() {
		if rating.Columns[s.Audiences[p.audience].ID] == nil {
			continue
		}
		code := study.NotShown
		if at := p.positions[i]; at >= 0 {
			code = one.cell(p.ratings[i], raw[at], cells[at])
		}
		kept = kept || code.Valid() || code == study.DontKnow || one.faults > 0
		one.codes[[2]int{p.audience, i}] = []study.Code{code}
	}
	if kept {
		r.add(&one)
	}
}

// cell reads a cell; raw is how it stands in the file, where it may be blank: its answer may stand in another column.
func (r *secondReading) cell(reader *cellReader, raw, text string) study.Code {
	code, ok := reader.decide(text)
	is := max(filled(raw), filled(text))
	r.filled += is
	switch {
	case !ok:
		r.faults++
	case code.Valid():
		r.answers++
	case is > 0 && code == study.DontKnow:
		r.dontKnow++
	case is > 0 && isSpreadsheetError(text), is > 0 && slices.ContainsFunc(reader.missing, func(m missingCell) bool { return m.code == code && m.text != "" }):
		r.declared++
	}
	return code
}

func (r *secondReading) add(row *secondReading) {
	for key, codes := range row.codes {
		r.codes[key] = append(r.codes[key], codes...)
	}
	r.filled, r.answers, r.dontKnow = r.filled+row.filled, r.answers+row.answers, r.dontKnow+row.dontKnow
	r.declared, r.faults = r.declared+row.declared, r.faults+row.faults
}

// readsAsAgain reads a survey, and demands what the second reading says: every filled cell of a column of ratings, in a row that counts, is an
// answer, one of the declared missing ones, an error of a spreadsheet, or a fault, which fails the reading; the codes are the same cell by cell. It returns how many
// filled cells were compared.
func readsAsAgain(t testing.TB, v *Survey) int {
	t.Helper()
	if q := v.study.Quality; q.Duplicates == study.Drop || q.Speeders == study.Drop || q.StraightLiners == study.Drop {
		return 0 // rows are judged by others
	}
	var c collector
	if _, err := v.Read(context.Background(), &c); err != nil {
		faultOf(t, err)
		return 0
	}
	again := readAgain(t, v)
	if n := again.answers + again.dontKnow + again.declared + again.faults; n != again.filled {
		t.Fatalf("%d filled cells: %d answers, %d don't know, %d declared missing, %d faults", again.filled, again.answers, again.dontKnow, again.declared, again.faults)
	}
	if again.faults > 0 {
		t.Fatalf("read without a fault, and %d cells are none of the scale", again.faults)
	}
	for key := range again.codes {
		if got := c.codes[key]; !slices.Equal(got, again.codes[key]) {
			t.Fatalf("audience %d, rating %d: codes %v, in the file %v", key[0], key[1], got, again.codes[key])
		}
	}
	if len(c.codes) > len(again.codes) {
		t.Fatalf("%d ratings read, %d in the file", len(c.codes), len(again.codes))
	}
	return again.filled
}
