package importers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/cxgap/cxgap/analysis/study"
)

// Read reads every record of every export once and hands the kept answers to the sink, block by block, in the order of the
// files and their records. Nothing is lost: a row is kept, counted with the reason for which it was left out, or a fault.
//
// A row is left out for the first of these reasons: its status, belonging to no audience, weight 0, no answer.
// Faults are collected over all files; any of them makes Read fail, whatever the sink has received.
func (v *Survey) Read(ctx context.Context, sink study.Sink) (*study.Intake, error) {
	r := newReading(v, sink)
	if err := r.markLeftEarly(ctx); err != nil {
		return nil, err
	}
	if err := r.durations(ctx); err != nil {
		return nil, err
	}
	for _, e := range v.exports {
		if len(e.parts) == 0 { // a table of results
			continue
		}
		if err := r.readExport(ctx, e); err != nil {
			return nil, err
		}
	}
	for _, t := range v.tables {
		if err := r.readTable(ctx, t); err != nil {
			return nil, err
		}
	}
	r.askAcrossFiles()
	r.reportReworded()
	if !r.study.Empty() {
		return nil, &r.study
	}
	if !r.input.Empty() {
		r.tellWords()
		return nil, &r.input
	}
	if err := r.complete(); err != nil {
		return nil, err
	}
	if err := r.refuse(ctx); err != nil {
		return nil, err
	}
	r.reportFlags()
	r.reportDuplicates()
	r.reportPersonal()
	r.reportOrder()
	r.reportCopies()
	return r.intake, nil
}

// reading is one pass over a survey.
type reading struct {
	survey   *Survey
	sink     study.Sink
	intake   *study.Intake
	input    study.InputError
	study    study.FileError
	serial   bool               // later rows depend on earlier ones: duplicates are left out
	median   map[[2]int]float64 // seconds, by audience and wave
	flags    []flags            // by audience
	kept     map[[2]int]int     // by audience and wave
	valid    []bool             // by audience: an answer was seen
	ids      *seenIDs
	answers  *seenAnswers
	values   []map[string]bool // by segment: the values seen
	words    map[wordColumn]*wordFault
	progress progress

	samples   []*answerSample         // of what was answered, in the order of the files
	published map[entered]study.Place // the figures of tables, and where they stand
}

func newReading(v *Survey, sink study.Sink) *reading {
	audiences := len(v.study.Audiences)
	return &reading{
		survey: v, sink: sink, intake: &study.Intake{Warnings: v.notices}, published: map[entered]study.Place{},
		serial: v.study.Quality.Duplicates == study.Drop,
		flags:  make([]flags, audiences), kept: map[[2]int]int{}, valid: make([]bool, audiences),
		ids: newSeenIDs(audiences), answers: newSeenAnswers(len(v.exports)), values: make([]map[string]bool, len(v.study.Segments)),
		words: map[wordColumn]*wordFault{},
	}
}

// progress is how far the export at hand is read.
type progress struct {
	file        int
	rows, lines int
	nobody      flow
	flows       []flow          // by part
	days        []*days         // by part; nil: no column says when they answered
	samples     []*answerSample // by part; nil: no rating's scale can have changed
	info        readInfo
	compared    *atomic.Bool // whether rows are still compared with those of other files
}

// readExport reads an export and enters it into the intake.
func (r *reading) readExport(ctx context.Context, e *boundExport) error {
	r.progress = progress{file: r.fileOf(e), flows: make([]flow, len(e.parts)), days: make([]*days, len(e.parts)), compared: &atomic.Bool{}}
	r.progress.compared.Store(true)
	r.answers.open(r.progress.file, e.Columns)
	for i, p := range e.parts {
		for _, c := range p.read() {
			c.reader.points, c.reader.failed, c.reader.byOrder, c.reader.ends = nil, false, false, readEnds{}
		}
		if p.time >= 0 {
			r.progress.days[i] = newDays(r.survey.study.Audiences[p.audience].Time.Order, len(r.survey.study.Waves))
		}
		r.progress.samples = append(r.progress.samples, newSample(e, p, r.survey.filesOf(p.audience), r.survey.study))
	}
	if err := r.damaged(r.readBatches(ctx, e)); err != nil {
		return err
	}
	if r.progress.rows == 0 && r.input.Empty() {
		return r.damaged(e.noResponses())
	}
	for i, p := range e.parts {
		r.answerDays(p, r.progress.days[i])
		r.addSample(r.progress.samples[i], r.progress.days[i])
	}
	r.answers.end(r.progress.file, r.progress.rows)
	r.ids.end(e, r.progress.rows)
	if e.failed() {
		told, err := e.tellSpreadsheetErrors(ctx)
		if err != nil {
			return err
		}
		r.progress.info.warnings = append(r.progress.info.warnings, told)
	}
	r.record(e)
	return nil
}

// filesOf counts the files that an audience has rows in.
func (v *Survey) filesOf(audience int) (n int) {
	for _, e := range v.exports {
		if slices.ContainsFunc(e.parts, func(p *part) bool { return p.audience == audience }) {
			n++
		}
	}
	return n
}

// addSample keeps a sample that is complete.
func (r *reading) addSample(s *answerSample, d *days) {
	if s != nil && s.rows() > 0 {
		s.month = d != nil && d.dayFirst.fails
		r.samples = append(r.samples, s)
	}
}

// failed reports whether a rating shows an error of a spreadsheet.
func (e *boundExport) failed() bool {
	return slices.ContainsFunc(e.parts, func(p *part) bool {
		return slices.ContainsFunc(p.read(), func(c branch) bool { return c.reader.failed })
	})
}

// noResponses says that nothing stands below a header; of a workbook it names the other sheets, for that one may be its cover.
func (e *Export) noResponses() error {
	return inputFault(study.Place{File: e.Name}, "holds a header and no responses",
		cmp.Or(e.otherSheets, "was it exported before anybody answered, or cut off below its header?"))
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

func (r *reading) seen(audience int, code study.Code) {
	r.valid[audience] = r.valid[audience] || code.Valid()
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
	for _, n := range r.answers.notices(names, 0) {
		if !copied[n.Where] { // said already
			r.intake.Warnings = append(r.intake.Warnings, n)
		}
	}
}

// record enters a file into the intake.
func (r *reading) record(e *boundExport) {
	info := r.progress.info
	r.intake.Inputs = append(r.intake.Inputs, study.Input{
		File: e.Name, SHA256: info.sha256, Platform: e.Platform, Evidence: e.Evidence, Encoding: info.encoding, Rows: r.progress.rows,
	})
	for _, n := range info.warnings {
		if !slices.Contains(r.intake.Warnings, n) { // exports may share their choice texts or their dictionary
			r.intake.Warnings = append(r.intake.Warnings, n)
		}
	}
	for i, p := range e.parts {
		r.flags[p.audience].leftEarly += r.progress.flows[i].leftEarly
		r.intake.Flow = append(r.intake.Flow, r.progress.flows[i].entry(r.survey.study.Audiences[p.audience].ID, e.Name))
	}
	if r.progress.nobody.read > 0 {
		r.intake.Flow = append(r.intake.Flow, r.progress.nobody.entry("", e.Name))
	}
}

func (f *flow) entry(audience, file string) study.Flow {
	entry := study.Flow{Audience: audience, File: file, Read: f.read, Kept: f.kept}
	for _, why := range []study.Reason{
		study.Preview, study.Test, study.Spam, study.Disqualified, study.NotApproved, study.Deleted, study.Partial, study.LeftEarly, study.SummaryRow, study.RepeatedHeader, study.BlankRow, study.NotSelected, study.ZeroWeight, study.NoAnswer,
		study.StraightLiner, study.Speeder, study.Duplicate,
	} {
		if n := f.dropped[why]; n > 0 {
			entry.Dropped = append(entry.Dropped, study.Count{Reason: why, Rows: n})
		}
	}
	return entry
}

// unanswered is that an audience has no valid answer, and what most often is why.
func (r *reading) unanswered(audience int) study.Fault {
	a := r.survey.study.Audiences[audience]
	f := study.Fault{
		Place:   study.Place{File: r.firstFile(audience)},
		Message: fmt.Sprintf("audience %s has no valid answer", a.ID),
		Hint:    "are its columns the right ones, and does its  where:  leave any rows?",
	}
	kept, weightless := 0, 0
	for _, flow := range r.intake.Flow {
		if flow.Audience != a.ID {
			continue
		}
		kept += flow.Kept
		for _, left := range flow.Dropped {
			if left.Reason == study.ZeroWeight {
				weightless += left.Rows
			}
		}
	}
	if kept == 0 && weightless > 0 {
		f.Message += fmt.Sprintf("; rows that a weight of 0 leaves out: %d", weightless)
		f.Hint = "is  weight: " + a.Weight.String() + "  the column of its weights?"
	}
	return f
}

// complete checks what can only be known when all is read.
func (r *reading) complete() error {
	s := r.survey.study
	for i, a := range s.Audiences {
		if !r.valid[i] && !r.survey.unasked[a] {
			r.input.Add(r.unanswered(i))
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
