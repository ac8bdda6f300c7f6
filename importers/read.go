package importers

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// blockRows is the number of rows in a block: large enough to make the handing over cheap, small enough for the cache.
const blockRows = 4096

// Read reads every record of every export once and hands the kept answers to the sink, block by block, in the order of the
// files and their records. Nothing is lost: a row is kept, counted with the reason for which it was left out, or a fault.
//
// A row is left out for the first of these reasons: its status, belonging to no audience, weight 0, no answer.
// Faults are collected over all files; any of them makes Read fail, whatever the sink has received.
func (v *Survey) Read(ctx context.Context, sink study.Sink) (*study.Intake, error) {
	r := &reading{survey: v, sink: sink, intake: &study.Intake{Warnings: v.notices}}
	if err := r.durations(ctx); err != nil {
		return nil, err
	}
	for _, e := range v.exports {
		if len(e.parts) == 0 { // a table of results
			continue
		}
		if err := r.export(ctx, e); err != nil {
			return nil, err
		}
	}
	for _, t := range v.tables {
		if err := r.readTable(ctx, t); err != nil {
			return nil, err
		}
	}
	if !r.study.Empty() {
		return nil, &r.study
	}
	if !r.input.Empty() {
		return nil, &r.input
	}
	if err := r.complete(); err != nil {
		return nil, err
	}
	r.reportFlags()
	r.reportDuplicates()
	r.reportHoles()
	r.reportCopies()
	return r.intake, nil
}

// reading is one pass over a survey.
type reading struct {
	survey    *Survey
	sink      study.Sink
	intake    *study.Intake
	input     study.InputError
	rowFaults []study.Fault // of the present row
	study     study.FileError
	median    map[[2]int]float64 // seconds, by audience and wave
	flags     []flags            // by audience
	kept      map[[2]int]int     // by audience and wave
	valid     []bool             // by audience: an answer was seen
	ids       []seenIDs          // by audience, where the study names a column of ids
	answers   seenAnswers
	values    []map[string]string // by segment: the values seen, each held once
}

// flow counts the rows of one part of an export.
type flow struct {
	read, kept int
	dropped    map[study.Reason]int
}

func (f *flow) drop(why study.Reason) {
	if f.dropped == nil {
		f.dropped = map[study.Reason]int{}
	}
	f.dropped[why]++
}

func (r *reading) export(ctx context.Context, e *boundExport) error {
	blocks := make([]*blockOf, len(e.parts))
	for i, p := range e.parts {
		blocks[i] = newBlock(r.survey.study, p)
	}
	var nobody flow
	info, err := e.read(ctx, func(record Record) error {
		i := r.claim(e, record)
		if i < 0 {
			nobody.read++
			why := record.Status
			if why == "" || why == study.Partial && r.survey.study.Quality.Partial != study.Drop {
				why = study.NotSelected
			}
			nobody.drop(why)
			return nil
		}
		r.row(e, blocks[i], record)
		r.sortFaults()
		if blocks[i].block.N == blockRows {
			return r.flush(blocks[i])
		}
		return nil
	}, r.input.Add)
	if err = r.damaged(err); err != nil {
		return err
	}
	if info.rows == 0 && r.input.Empty() {
		return r.damaged(noResponses(e.Name))
	}
	for _, b := range blocks {
		if err := r.flush(b); err != nil {
			return err
		}
		r.newestDays(b)
	}
	r.record(e, info, blocks, nobody)
	return nil
}

func noResponses(file string) error {
	return inputFault(study.Place{File: file}, "holds a header and no responses", "")
}

// damaged enters the faults of a file that cannot be read to its end beside those of the cells before them; any other error
// is returned.
func (r *reading) damaged(err error) error {
	var input *study.InputError
	if errors.As(err, &input) {
		r.input.Append(&input.Faults)
		return nil
	}
	return err
}

// claim returns the part that a record belongs to, or -1. A record of two audiences is a fault of the study.
func (r *reading) claim(e *boundExport, record Record) int {
	owner := -1
	for i, p := range e.parts {
		if !p.selects(record.Cells) {
			continue
		}
		if owner < 0 {
			owner = i
			continue
		}
		if r.study.Empty() {
			audiences := r.survey.study.Audiences
			first, second := audiences[e.parts[owner].audience].ID, audiences[p.audience].ID
			r.study.Add(study.Fault{
				Place: p.conditionsPlace, Line: r.survey.study.Source.Line(p.conditionsPlace.Line),
				Message: fmt.Sprintf("rows of %s are given to two audiences: line %d is both %s and %s", e.Name, record.Line, first, second),
				Hint:    "narrow one of the two conditions: nobody may speak for two audiences",
			})
		}
	}
	return owner
}

func (p *part) selects(cells []string) bool {
	for _, c := range p.conditions {
		holds := false
		text := strings.TrimSpace(cells[c.position])
		for _, value := range c.values {
			holds = holds || sameCell(text, value)
		}
		if holds == c.not {
			return false
		}
	}
	return true
}

func (r *reading) seen(audience int, code study.Code) {
	if r.valid == nil {
		r.valid = make([]bool, len(r.survey.study.Audiences))
	}
	if code.Valid() {
		r.valid[audience] = true
	}
}

// flush hands a block over and empties it.
func (r *reading) flush(b *blockOf) error {
	if b.block.N == 0 {
		return nil
	}
	if r.kept == nil {
		r.kept = map[[2]int]int{}
	}
	for _, wave := range b.block.Wave {
		r.kept[[2]int{b.part.audience, wave}]++
	}
	b.tallyPoints()
	if err := r.sink.Add(&b.block); err != nil {
		return err
	}
	b.block.N = 0
	b.block.Wave, b.block.Weight, b.block.Cluster = b.block.Wave[:0], b.block.Weight[:0], b.block.Cluster[:0]
	b.block.ID = b.block.ID[:0]
	b.block.Straight, b.block.Speeders = b.block.Straight[:0], b.block.Speeders[:0]
	for k := range b.block.Segments {
		b.block.Segments[k] = b.block.Segments[k][:0]
	}
	for i := range b.block.Codes {
		if b.block.Codes[i] != nil {
			b.block.Codes[i] = b.block.Codes[i][:0]
		}
	}
	return nil
}

// reportCopies names files of the same bytes or with the same answers: a copy counts everybody twice, or speaks for two audiences.
func (r *reading) reportCopies() {
	var names []string
	for _, e := range r.survey.exports {
		names = append(names, e.Name)
	}
	copied := map[string]bool{}
	first := map[string]string{}
	for _, in := range r.intake.Inputs {
		other, known := first[in.SHA256]
		if known && other != in.File {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.SameBytes, Where: in.File, Message: fmt.Sprintf("%s and %s hold the same bytes: is one a copy of the other?", other, in.File),
			})
			copied[in.File] = true
		}
		if !known {
			first[in.SHA256] = in.File
		}
	}
	for _, n := range r.answers.notices(names) {
		if !copied[n.Where] { // said already
			r.intake.Warnings = append(r.intake.Warnings, n)
		}
	}
}

// record enters a file into the intake.
func (r *reading) record(e *boundExport, info readInfo, blocks []*blockOf, nobody flow) {
	r.intake.Inputs = append(r.intake.Inputs, study.Input{
		File: e.Name, SHA256: info.sha256, Platform: e.Platform, Evidence: e.Evidence, Encoding: info.encoding, Rows: info.rows,
	})
	r.intake.Warnings = append(r.intake.Warnings, info.warnings...)
	for _, b := range blocks {
		r.intake.Flow = append(r.intake.Flow, b.flow.entry(r.survey.study.Audiences[b.part.audience].ID, e.Name))
	}
	if nobody.read > 0 {
		r.intake.Flow = append(r.intake.Flow, nobody.entry("", e.Name))
	}
}

func (f *flow) entry(audience, file string) study.Flow {
	entry := study.Flow{Audience: audience, File: file, Read: f.read, Kept: f.kept}
	for _, why := range []study.Reason{
		study.Preview, study.Test, study.Spam, study.Disqualified, study.Partial, study.NotSelected, study.ZeroWeight, study.NoAnswer,
		study.StraightLiner, study.Speeder, study.Duplicate,
	} {
		if n := f.dropped[why]; n > 0 {
			entry.Dropped = append(entry.Dropped, study.Count{Reason: why, Rows: n})
		}
	}
	return entry
}

// complete checks what can only be known when all is read.
func (r *reading) complete() error {
	s := r.survey.study
	for i, a := range s.Audiences {
		if r.valid == nil || !r.valid[i] {
			r.input.Add(study.Fault{
				Place:   study.Place{File: r.firstFile(i)},
				Message: fmt.Sprintf("audience %s has no valid answer", a.ID),
				Hint:    "are its columns the right ones, and does its  where:  leave any rows?",
			})
		}
		for wave := range max(1, len(s.Waves)) {
			if kept := r.kept[[2]int{i, wave}]; a.Population > 0 && kept > a.Population {
				message := fmt.Sprintf("the population of %s is %d, but %d answered", a.ID, a.Population, kept)
				if len(s.Waves) > 0 {
					message += " in wave " + s.Waves[wave]
				}
				r.study.Add(study.Fault{
					Place: a.PopulationPlace, Line: s.Source.Line(a.PopulationPlace.Line), Message: message,
					Hint: "a population counts everybody who could have answered",
				})
			}
		}
	}
	if !r.study.Empty() {
		return &r.study
	}
	if !r.input.Empty() {
		return &r.input
	}
	return nil
}

func (r *reading) firstFile(audience int) string {
	for _, t := range r.survey.tables {
		if t.audience == audience {
			return t.Name
		}
	}
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			if p.audience == audience {
				return e.Name
			}
		}
	}
	return ""
}
