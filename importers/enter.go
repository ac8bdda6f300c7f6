package importers

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// enter takes in what is known of a batch; batches are entered in the order of the file, one after the other.
func (r *reading) enter(e *boundExport, b *batch) error {
	r.compare(e, b)
	b.noteBadByte(e.Export, r.progress.lines, &r.progress.info)
	r.progress.info.marks.Add(b.marks, r.progress.lines)
	r.progress.info.again.Add(b.again, r.progress.lines)
	r.enterShared(e, b)
	r.enterValues(b)
	for i, p := range b.parts {
		audience := p.part.audience
		r.valid[audience] = r.valid[audience] || p.valid
		r.progress.flows[i].add(&p.flow)
		r.enterBlock(&p.block)
		r.progress.samples[i].enter(p)
		if p.days != nil {
			for _, c := range r.progress.days[i].enter(r.placed(p.days)) {
				f := e.dayFault(p.part, c)
				f.Place.Line -= r.progress.lines // as those of the cells
				b.faults = append(b.faults, rowFault{row: c.row, Fault: f})
			}
		}
	}
	r.progress.nobody.add(&b.nobody)
	r.enterFaults(b)
	err := placedError(b.err, r.progress.lines)
	e.source.rows(b.rows)
	r.progress.rows += b.rows
	r.progress.lines += b.lines
	return err
}

// enterBlock counts the rows of a block.
func (r *reading) enterBlock(b *study.Responses) {
	if b.N == 0 {
		return
	}
	rows := study.Responses{Audience: b.Audience, N: b.N, Straight: b.Straight[:b.N]}
	if b.Speeders != nil {
		rows.Speeders = b.Speeders[:b.N]
	}
	r.flag(&rows)
	for first := 0; first < b.N; {
		wave, next := b.Wave[first], first+1
		for next < b.N && b.Wave[next] == wave {
			next++
		}
		r.kept[[2]int{b.Audience, wave}] += next - first
		first = next
	}
}

// placed gives the cells of days their lines in the file.
func (r *reading) placed(d *batchDays) *batchDays {
	for i := range d.told {
		d.told[i].place.Line += r.progress.lines
	}
	return d
}

// placedError gives the faults of an error their lines in the file, before which there are so many.
func placedError(err error, before int) error {
	var input *study.InputError
	if errors.As(err, &input) {
		for i := range input.List {
			if input.List[i].Place.Line > 0 {
				input.List[i].Place.Line += before
			}
		}
	}
	return err
}

// enterFaults enters the faults of each row from left to right: cells are read in the order of the items.
func (r *reading) enterFaults(b *batch) {
	slices.SortStableFunc(b.faults, func(a, b rowFault) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
	})
	for _, f := range b.faults {
		f.Place.Line += r.progress.lines
		if f.word != nil {
			r.enterWord(f)
			continue
		}
		r.input.Add(f.Fault)
	}
}

// enterShared refuses a record of two audiences, once.
func (r *reading) enterShared(e *boundExport, b *batch) {
	if b.shared == nil || !r.study.Empty() {
		return
	}
	audiences, p := r.survey.study.Audiences, e.parts[b.shared.second]
	first, second := audiences[e.parts[b.shared.first].audience].ID, audiences[p.audience].ID
	r.study.Add(study.Fault{
		Place: p.conditionsPlace, Line: r.survey.study.Source.Line(p.conditionsPlace.Line),
		Message: fmt.Sprintf("rows of %s are given to two audiences: line %d is both %s and %s", e.Name, r.progress.lines+b.shared.line, first, second),
		Hint:    "narrow one of the two conditions: nobody may speak for two audiences",
	})
}

// enterValues refuses a segment of too many values.
func (r *reading) enterValues(b *batch) {
	for _, v := range b.values {
		seen := r.values[v.segment]
		if seen == nil {
			seen = map[string]bool{}
			r.values[v.segment] = seen
		}
		if seen[v.value] || len(seen) > maxSegmentValues {
			continue
		}
		seen[v.value] = true
		if fractional(v.value) && len(seen) > maxFractions {
			s := r.survey.study.Segments[v.segment]
			v.place.Line += r.progress.lines
			r.study.Add(study.Fault{
				Place: s.Place, Line: r.survey.study.Source.Line(s.Place.Line),
				Message: fmt.Sprintf("segment %s holds fractions, such as %q in %s, and no groups", s.Name, v.value, v.place),
				Hint:    "a segment groups respondents: is this a weight or a measurement?",
			})
			for i := range maxSegmentValues { // said once
				seen[fmt.Sprintf("\x00%d", i)] = true
			}
			continue
		}
		if len(seen) > maxSegmentValues {
			s := r.survey.study.Segments[v.segment]
			v.place.Line += r.progress.lines
			r.study.Add(study.Fault{
				Place: s.Place, Line: r.survey.study.Source.Line(s.Place.Line),
				Message: fmt.Sprintf("segment %s has more than %d values, %s", s.Name, maxSegmentValues, r.shownValue(v)),
				Hint:    "a segment groups respondents: is this a column of ids or of free text?",
			})
		}
	}
}

// maxFractions is the number of values from which fractions are no versions or grades any more.
const maxFractions = 12

// fractional reports whether a value is a number that is not whole.
func fractional(text string) bool {
	x, err := lexicon.ParseNumber(text)
	return err == nil && x != math.Trunc(x)
}

// noteBadByte warns of the first bad byte of the file, if it is in this batch, before which there are so many lines.
func (b *batch) noteBadByte(e *Export, before int, info *readInfo) {
	if info.warnings != nil || b.bad == nil {
		return
	}
	bad := *b.bad
	if b.badInFile {
		bad.Line -= before
	}
	at, here := b.badCell(e, &bad)
	if !here {
		return
	}
	bad.Line += before
	info.warnings = append(info.warnings, e.encodingAssumed(&bad, at))
	if bad.Guessed() {
		info.encoding = bad.As + " (assumed)"
	}
}
