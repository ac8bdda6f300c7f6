package importers

import (
	"fmt"
	"strings"
)

// A form of three questions has too few answers to tell a response by them. Where each row says to the second when it was sent, the time and the answers
// together do: a second download holds every row of the first. Times to the minute tell nothing, for two people may answer alike in one minute.

// rowHash is what rows are compared by.
type rowHash struct {
	answers uint64 // of all answers; 0: not compared, noSignature: too few or too much alike
	moment  uint64 // of the time stamp and all answers; 0: no time to the second
	time    uint64 // of the time stamp; 0: no time to the second
	cells   int    // from 1: where the hashes of its cells begin in those of its batch; 0: they are not kept
}

// momentHash is the hash of a row's time stamp and its answers.
func (a *answerHash) momentHash() uint64 {
	if a.moment == 0 || a.answered == 0 {
		return 0
	}
	return max(1, (a.moment*0x9E3779B97F4A7C15)^a.hash)
}

// secondsOf returns the seconds of a time of day, as they stand in a text: 05 of 9:30:05; empty: it has none.
func secondsOf(text string) string {
	const behind = len(":30:05")
	digits := func(text string) bool { return digitsAhead(text) == len(text) }
	for i := 1; i+behind <= len(text); i++ {
		sign, next := text[i], text[i+3]
		if (sign == ':' || sign == '.') && (next == ':' || next == '.') && digits(text[i-1:i]) && digits(text[i+1:i+3]) && digitsAhead(text[i+4:]) == 2 {
			return text[i+4 : i+behind]
		}
	}
	return ""
}

// markMoments marks the first column that says to the second when a row was answered: most rows have their own, unlike those that were entered
// at one stroke, and seconds are not all 0.
func markMoments(columns []Column, records [][]string) {
	for i := range columns {
		if c := &columns[i]; c.Role != Dropped && c.Role != Personal && c.own != rowNames && toTheSecond(records, i) {
			c.own = moments
			return
		}
	}
}

func toTheSecond(records [][]string, i int) bool {
	const fewest = 3
	filled, odd, different := 0, 0, map[string]bool{}
	for _, record := range records {
		text := strings.TrimSpace(cell(record, i))
		if text == "" {
			continue
		}
		seconds := secondsOf(text)
		if seconds == "" || !isDateTime(text) {
			return false
		}
		if filled++; seconds != "00" {
			odd++
		}
		different[text] = true
	}
	return filled >= fewest && 4*len(different) >= 3*filled && 2*odd > filled
}

// timedAnswers finds responses that stand in two files, by their time stamps and answers.
type timedAnswers struct {
	at     map[uint64]int // the file that has it first
	times  map[uint64]int // the file that has its time first
	rows   []int          // by file: with a time
	copies map[[2]int]int // by first and later file
	same   map[[2]int]int // of rows sent at one time, whatever they answer
}

func newTimedAnswers() timedAnswers {
	return timedAnswers{at: map[uint64]int{}, times: map[uint64]int{}, copies: map[[2]int]int{}, same: map[[2]int]int{}}
}

func (t *timedAnswers) note(file int, row rowHash) {
	if row.moment == 0 {
		return
	}
	for len(t.rows) <= file {
		t.rows = append(t.rows, 0)
	}
	t.rows[file]++
	again := func(at map[uint64]int, key uint64, counts map[[2]int]int) {
		if first, known := at[key]; known {
			counts[[2]int{first, file}]++
			return
		}
		at[key] = file
	}
	again(t.at, row.moment, t.copies)
	again(t.times, row.time, t.same)
}

// sure reports whether most rows of one of two files stand in the other, or fewer that no chance explains.
func (t *timedAnswers) sure(pair [2]int) bool {
	n := t.copies[pair]
	return n >= leastCopies && (pair[0] == pair[1] || 2*n > min(t.rows[pair[0]], t.rows[pair[1]]) || t.overlap(pair))
}

// overlap reports whether two files share rows that were sent before the one was loaded, or after the other began: most of those with a time of the other
// file have its answers too, and more than people who answer in the same second would. How often they do is seen within the files.
func (t *timedAnswers) overlap(pair [2]int) bool {
	n := t.copies[pair]
	within := func(file int) *alikeRows {
		return &alikeRows{rows: t.rows[file], pairs: float64(t.same[[2]int{file, file}])}
	}
	return 4*n > 3*t.same[pair] && moreThanChance(n, within(pair[0]), within(pair[1]))
}

// said says which rows stand in an earlier file, or in the same one, and how they can be left out.
func (t *timedAnswers) said(pair [2]int, names []string, rows int) (message, hint string) {
	if pair[0] == pair[1] {
		return fmt.Sprintf("%s: at least %s give all the answers of another row, most of them with its time stamp: are they copies?", names[pair[1]], count(rows, "row")), ""
	}
	return fmt.Sprintf("%s: at least %s give all the answers of a row of %s, most of them with its time stamp: these are the same responses", names[pair[1]], count(rows, "row"), names[pair[0]]),
		"where both files are of one audience,  quality: {duplicates: drop}  leaves the later ones out"
}

// knownMoment reports whether a row that is to be left out if it stood before stands in an earlier file of its audience and wave: it has no id, and the time
// stamp and all the answers of a row there.
func (r *reading) knownMoment(row *seenRow) bool {
	if !r.serial || row.part == nil || row.part.id >= 0 || row.moment == 0 {
		return false
	}
	d := &r.ids.of[row.part.audience]
	if d.moments == nil {
		d.moments = map[uint64]int{}
	}
	key := row.moment + uint64(row.wave)*0xC2B2AE3D27D4EB4F
	if first, known := d.moments[key]; known && first != r.progress.file {
		d.timed++
		return true
	} else if !known && len(d.moments) < maxIDs {
		d.moments[key] = r.progress.file
	}
	return false
}
