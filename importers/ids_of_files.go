package importers

import (
	"fmt"
	"strconv"

	"github.com/cxgap/cxgap/analysis/study"
)

// A study file names the column of the ids, and cannot know that each file of an audience numbers its rows from 1. Taken for people, 1 to 60 of the second
// file would be left out as those of the first; taken for numbers of rows, a second download would count everybody twice. Answers cannot decide it for
// every row, so where ids may be either and rows would be left out, the study has to say which (id_across_files).

// fileIDs are the ids of an audience in one file.
type fileIDs struct {
	export  *boundExport
	wave    int // of all its rows, where the study names it
	rows    int // of the whole file, whosever they are
	numbers idNumbers
	twice   foundAt // rows whose id stood in an earlier file
	own     hashSet // of the ids of a further file, whose second row of one id says nothing of other files
}

// inFile returns the ids of the file that is being read.
func (d *duplicates) inFile(e *boundExport, p *part) *fileIDs {
	if n := len(d.files); n > 0 && d.files[n-1].export == e {
		return d.files[n-1]
	}
	if n := len(d.files); n > 0 {
		d.files[n-1].own = hashSet{}
	}
	c := e.Columns[p.id]
	f := &fileIDs{export: e, wave: p.waveIndex, numbers: idNumbers{byPlatform: c.serial && c.standsIn == 0}}
	d.files = append(d.files, f)
	return f
}

// add takes in the id of a row of a file, the first of its audience or a further one; known: it stood before.
func (f *fileIDs) add(id []byte, hash uint64, further, known bool, place func() study.Place) {
	f.numbers.add(id)
	if !further || !f.numbers.areNumbers() || f.own.n == maxIDs || f.own.has(hash) {
		return
	}
	f.own.add(hash)
	if !known {
		return
	}
	if f.twice.rows++; f.twice.rows == 1 {
		f.twice.first = place().String()
	}
}

// end says how many rows a file has that is read to its end.
func (s *seenIDs) end(e *boundExport, rows int) {
	for i := range s.of {
		if files := s.of[i].files; len(files) > 0 && files[len(files)-1].export == e {
			files[len(files)-1].rows = rows
		}
	}
}

// ofRows reports whether ids may number the rows of their file: the platform did so, or they are numbers that lie no further apart than twice its rows.
// Rows of other audiences are among them, so a condition leaves no holes.
func (f *fileIDs) ofRows() bool {
	n := &f.numbers
	return n.n > 0 && n.areNumbers() && (n.byPlatform || n.high-n.low+1 <= 2*f.rows)
}

// numberedAlike returns the first two files, of one wave or of two, whose ids may both number their rows, and overlap. Of one wave the later has ids
// that stood before.
func (d *duplicates) numberedAlike(oneWave bool) (earlier, later *fileIDs) {
	for k, later := range d.files {
		if oneWave && later.twice.rows == 0 || !later.ofRows() {
			continue
		}
		for _, earlier := range d.files[:k] {
			a, b := &earlier.numbers, &later.numbers
			if (earlier.wave == later.wave) == oneWave && earlier.ofRows() && a.prefix == b.prefix && a.low <= b.high && b.low <= a.high {
				return earlier, later
			}
		}
	}
	return nil, nil
}

// askAcrossFiles refuses to leave rows out for an id that may be no more than the number of a row, and says where respondents of two waves are matched
// by such ids: of strangers who are taken for one person the change has an interval of its own, and a wrong base.
func (r *reading) askAcrossFiles() {
	for i := range r.ids.of {
		d, a := &r.ids.of[i], r.survey.study.Audiences[i]
		if earlier, later := d.numberedAlike(true); earlier != nil && r.survey.study.Quality.Duplicates == study.Drop {
			r.study.Add(study.Fault{
				Place: a.Place, Line: r.survey.study.Source.Line(a.Place.Line),
				Message: fmt.Sprintf("audience %s: %s in %s with an id of an earlier file, the first at %s; its ids and those of %s look like numbers of rows, so the same id may be somebody else",
					a.ID, count(later.twice.rows, "row"), later.export.Name, later.twice.first, earlier.export.Name),
				Hint: "if each file numbers its rows:  id_across_files: false  under  " + a.ID + "  keeps them; if an id is one person in all files:  id_across_files: true  leaves them out",
			})
		}
		if earlier, later := d.numberedAlike(false); earlier != nil {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.IDsMayNumberRows, Where: a.ID,
				Message: fmt.Sprintf("%s: the ids of %s and of %s look like numbers of rows, and the same id in both waves is taken for the same person", a.ID, earlier.export.Name, later.export.Name),
				Hint:    "if each file numbers its rows:  id_across_files: false  under  " + a.ID + "; if an id is one person in all files:  id_across_files: true",
			})
		}
	}
}

// person names who has an id, from wave to wave: where each file has ids of its own, somebody else in each.
func (p *part) person(id []byte) string {
	if p.ownIDs == 0 || len(id) == 0 {
		return string(id)
	}
	return strconv.Itoa(p.ownIDs) + "\x00" + string(id)
}
