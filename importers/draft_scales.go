package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// draftsTheirLines is the remedy for questions that share a code; the draft itself says where its lines stand.
const draftsTheirLines, theirLinesAbove = "cxgap init drafts a study file with a line for each of them", "a line for each of them stands above"

// codesRemedy is what can be done about numbers that look like codes.
const codesRemedy = "a study file can say the point of each code (codes: names them all), take the same export with choice texts (--labels-from FILE), or say that they are ratings (codes: none)"

// readable reads the scale of a question; without one it is left out, and said so.
func (d *draft) readable(q *question) bool {
	why := d.readScales(q)
	for why != "" && q.either && len(q.by) > min(2, len(d.study.Audiences)) {
		d.withoutDoubtful(q, why)
		why = d.readScales(q)
	}
	if why == "" {
		return true
	}
	code, remedy := study.ScaleUnknown, "a study file can name its scale"
	of, refused := d.refusal(q)
	switch {
	case refused:
		code, remedy = of.Code, of.Remedy
	case d.codes(q) != "":
		code, remedy = study.CodesNotRead, codesRemedy
	case q.sharesCode:
		remedy = draftsTheirLines
	case q.partsApart():
		remedy = "name what was asked on one scale as an audience of its own: by its files, or by  where:  in a study file"
	case len(q.pooled().words) > 0:
		code = study.WordsNotRead
	}
	fact := why
	if before, with, halves := strings.Cut(why, ": "+halvesTaken); halves {
		fact, remedy = before, halvesTaken+with+"; "+remedy
	}
	place := d.firstAt(q)
	why, fact = why+place, fact+place
	d.saysLeftOut(code, remedy, d.quotedQuestion(q.by[0]), q.inFile()+fact)
	d.left = append(d.left, leftOut{q, why, remedy})
	return false
}

// readScales reads the scale of a question, of all audiences together where they answered alike: what one of them did not choose
// another did. It returns why there is none.
func (d *draft) readScales(q *question) (why string) {
	if why := q.noneOrZero(); why != "" {
		return why
	}
	if of, refused := d.refusal(q); refused {
		return of.Why
	}
	if why := d.codes(q); why != "" {
		return why
	}
	if why := d.holdsSharedCode(q); why != "" {
		return why
	}
	if why := d.stray(q); why != "" {
		return why
	}
	if why := d.past(q); why != "" {
		return why
	}
	pooled := q.withLent()
	together := scaleOf(pooled, q.headings())
	for _, a := range q.by {
		switch {
		case together.scale.Defined() && !q.apart && len(together.languages) == 0 && len(a.answers.words) > 0 == (len(pooled.words) > 0):
			a.read = together
		case len(together.codes) > 0 && !q.apart && a.answers.within(together.scale): // its ends, which others chose, are words
			a.read = readScale{scale: together.scale, remark: together.remark}
		default:
			a.read = scaleOf(a.learned.clone(), a.headings())
		}
		if a.read = a.turned(a.read); !a.read.scale.Defined() {
			q.unread = a
			return a.read.remark
		}
		a.answers.claim(a.read.scale.Labels)
		if q.maybeApart != "" && !q.apart {
			a.read.remark = strings.TrimPrefix(a.read.remark+", and "+q.maybeApart+": too few answers to tell whether the other labels were offered there", ", and ")
		}
	}
	if why := d.oddTag(q); why != "" {
		q.unread = q.by[0]
		return why
	}
	return d.turnedForOthers(q)
}

// within reports whether all answers are numbers on a scale.
func (a *answersSeen) within(s study.Scale) bool {
	low, high, whole := a.ends()
	return len(a.numbers) > 0 && len(a.words) == 0 && !a.many && whole && low >= s.Low && high <= s.High
}

// matrix names the rows of one matrix of an audience.
type matrix struct {
	audience int
	block    string
}

// matrixNumbers pools the answers to the rows of each matrix, but those in words.
func (d *draft) matrixNumbers() map[matrix]*answersSeen {
	if d.matrices != nil {
		return d.matrices
	}
	d.matrices = map[matrix]*answersSeen{}
	for i, of := range d.columns {
		for _, a := range of {
			if a.block() == "" || a.answers.inWords() {
				continue
			}
			m := matrix{i, a.block()}
			if d.matrices[m] == nil {
				d.matrices[m] = newAnswersSeen()
			}
			d.matrices[m].pool(a.answers)
		}
	}
	return d.matrices
}

// block returns the answers to all rows of the matrix of a column.
func (d *draft) block(a *asked) *answersSeen {
	all := newAnswersSeen()
	of := d.matrixNumbers()[matrix{a.audience, a.block()}]
	if of != nil {
		all.pool(of)
	}
	if of == nil || a.answers.inWords() {
		all.pool(a.answers)
	}
	return all
}

// codes says why the cells of a question look like codes, with those of the questions in the same matrix: what nobody chose for one
// statement somebody chose for another.
func (d *draft) codes(q *question) string {
	block := newAnswersSeen()
	for _, a := range q.by {
		if a.block() == "" {
			block.pool(a.upToLent())
			continue
		}
		block.pool(d.block(a))
	}
	why := suspectCodes(block, q.headings())
	if why == "" {
		why = d.besideWords(q)
	}
	if why != "" {
		return fmt.Sprintf("%s: these look like codes, and codes are not scale order (cells: %s)", why, block.listed())
	}
	return ""
}
