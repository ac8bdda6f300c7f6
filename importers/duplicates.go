package importers

import (
	"fmt"
	"hash/maphash"
	"math/bits"

	"github.com/cxgap/cxgap/analysis/study"
)

// maxIDs is how many respondents a survey's duplicates are found among, exactly; beyond it none is found, which is said. Their
// hashes take 10 MiB.
const maxIDs = 1 << 20

// seenIDs finds respondents who stand in the files of an audience more than once.
type seenIDs struct {
	seed   maphash.Seed
	hashes hashSet
	of     []duplicates // by audience
}

// duplicates are the duplicate ids of an audience.
type duplicates struct {
	twice   int
	first   string         // the place of a duplicate; never the id, which may be an address
	moments map[uint64]int // of rows that may stand in a later file too: the file that has one first
	timed   int            // rows with the time stamp and the answers of one in an earlier file, left out
	missed  bool           // more ids than can be kept
	files   []*fileIDs
}

func newSeenIDs(audiences int) *seenIDs {
	return &seenIDs{seed: maphash.MakeSeed(), of: make([]duplicates, audiences)}
}

// known reports whether the id of somebody in an audience stood before, in the same wave; own is that of its part. A blank names nobody.
func (s *seenIDs) known(id []byte, audience, wave, own int, place func() study.Place) bool {
	if len(id) == 0 {
		return false
	}
	d := &s.of[audience]
	key := maphash.Bytes(s.seed, id) + (uint64(audience)<<32+uint64(wave))*0x9E3779B97F4A7C15 + uint64(own)*0xC2B2AE3D27D4EB4F
	if s.hashes.has(key) {
		if d.twice++; d.first == "" {
			d.first = place().String()
		}
		return true
	}
	if s.hashes.n == maxIDs {
		d.missed = true
		return false
	}
	s.hashes.add(key)
	return false
}

// hashSet is a set of at most maxIDs 64-bit hashes. Its memory grows but twice, so that little of it is left behind.
type hashSet struct {
	slots []uint64 // a fifth of them empty: 0
	n     int
}

func (s *hashSet) find(key uint64) (at uint64, found bool) {
	for at, _ = bits.Mul64(key, uint64(len(s.slots))); ; {
		if s.slots[at] == key || s.slots[at] == 0 {
			return at, s.slots[at] == key
		}
		if at++; at == uint64(len(s.slots)) {
			at = 0
		}
	}
}

func (s *hashSet) has(key uint64) bool {
	if s.n == 0 {
		return false
	}
	_, found := s.find(max(1, key))
	return found
}

// add enters a hash that is not there.
func (s *hashSet) add(key uint64) {
	if 5*(s.n+1) > 4*len(s.slots) {
		s.grow()
	}
	at, _ := s.find(max(1, key))
	s.slots[at] = max(1, key)
	s.n++
}

func (s *hashSet) grow() {
	slots, size := s.slots, 1<<11
	switch {
	case len(slots) >= 1<<16:
		size = maxIDs/4*5 + 5
	case len(slots) > 0:
		size = 1 << 16
	}
	s.slots = make([]uint64, size)
	for _, old := range slots {
		if old != 0 {
			at, _ := s.find(old)
			s.slots[at] = old
		}
	}
}

// knownID reports whether a row's respondent was read before.
func (r *reading) knownID(e *boundExport, b *batch, row *seenRow) bool {
	place := func() study.Place {
		line := row.line
		if line == 0 {
			line = b.lineAt(row.offset)
		}
		return study.Place{File: e.Name, Line: r.progress.lines + line, Column: e.Columns[row.part.id].inFile()}
	}
	known := r.ids.known(row.id, row.part.audience, row.wave, row.part.ownIDs, place)
	if len(row.id) > 0 && r.survey.study.Audiences[row.part.audience].IDAcrossFiles == nil {
		d := &r.ids.of[row.part.audience]
		file := d.inFile(e, row.part) // before its files are counted: it may be a new one
		file.add(row.id, maphash.Bytes(r.ids.seed, row.id), len(d.files) > 1, known, place)
	}
	return known
}

// compare compares the rows of a batch with those before them.
func (r *reading) compare(e *boundExport, b *batch) {
	for i := range b.seen {
		row := &b.seen[i]
		r.knownID(e, b, row)
		if row.answers != 0 {
			r.answers.note(r.progress.file, row.rowHash, b.cells)
		}
	}
	r.progress.compared.Store(r.answers.compared(r.progress.file) < maxCompared)
}

// idsTwice says of a file that no study file describes which ids stand in it twice.
func (d *draft) idsTwice(audience int, s *scan) {
	found, of := s.ids.of[0], d.study.Audiences[audience].ID
	if found.twice == 0 || !s.tellsRespondents() {
		return
	}
	hint := fmt.Sprintf("a study file can say  id: %s  and  quality: {duplicates: drop}", scalarOf(selectorText(s.export.Columns[s.id])))
	if at := s.waveColumn(); at >= 0 { // who answered in two waves would lose the second
		hint = fmt.Sprintf("did they answer in several waves? a study file says so first, by  wave: {column: %s};  only then can it say  id: %s  and  quality: {duplicates: drop}",
			scalarOf(selectorText(s.export.Columns[at])), scalarOf(selectorText(s.export.Columns[s.id])))
	}
	d.hinted(study.DuplicateIDs, of, hint,
		"%s: %s with an id that stood before, the first at %s; kept", of, count(found.twice, "row"), found.first)
}

// reportDuplicates says which ids stood twice, and what was done.
func (r *reading) reportDuplicates() {
	for i, s := range r.ids.of {
		audience := r.survey.study.Audiences[i].ID
		if s.twice > 0 {
			done, hint := "kept", "quality: {duplicates: drop} leaves the later ones out"
			if earlier, _ := s.numberedAlike(true); earlier != nil {
				hint = "if each file numbers its rows:  id_across_files: false  under  " + audience + "; if an id is one person in all files:  id_across_files: true, and  quality: {duplicates: drop}  leaves the later ones out"
			}
			if r.survey.study.Quality.Duplicates == study.Drop {
				done, hint = "left out, the first of each was kept", ""
			}
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.DuplicateIDs, Where: audience,
				Message: fmt.Sprintf("%s: %s with an id that stood before, the first at %s; %s", audience, count(s.twice, "row"), s.first, done), Hint: hint,
			})
		}
		if s.timed > 0 {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.IdenticalAnswers, Where: audience,
				Message: fmt.Sprintf("%s: %s with the time stamp and all the answers of a row of an earlier file; left out, the first of each was kept", audience, count(s.timed, "row")),
			})
		}
		if s.missed {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.DuplicateIDs, Where: audience,
				Message: fmt.Sprintf("%s: duplicate ids were looked for among the first %s respondents only", audience, study.Grouped(maxIDs)),
			})
		}
	}
}
