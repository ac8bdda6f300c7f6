package importers

import (
	"context"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// Some platforms export responses that were not finished among the others, and do not say which they are. People leave a survey page by
// page, so that such a response is blank from some question to the end. So are those of people who were routed past the last questions, or who
// do not tell who they are: what is blank to the end is a guess, and such responses are kept and counted unless the study says otherwise.

// unmarked is a platform that marks no response as partial.
type unmarked interface {
	// inOrder returns the questions of an export in the order in which they were asked.
	inOrder(columns []Column) []askedBlock
}

// askedBlock are the columns of one question.
type askedBlock struct {
	columns []int
	// counts: who answers a survey to its end answers it. What is only to be written, and what people do not like to tell of themselves, is
	// often left out.
	counts bool
}

// blankEnds counts, by the question that counts and with which it begins, what is blank in the responses of an export.
type blankEnds struct {
	blocks    []askedBlock
	responses int   // that answer anything
	ends      []int // responses that are blank from the question to their end
	gaps      []int // responses that leave out the question and the next, answer those before and behind, and so did not leave there
}

// leastLeft is how many questions that count, and leftShare how large a share of all of them (1 in so many), somebody who left early did not
// answer. A shorter blank end may be of what people left out.
const leastLeft, leftShare = 2, 3

// newBlankEnds returns empty counts of an export.
func newBlankEnds(e *Export) *blankEnds {
	return &blankEnds{blocks: e.inOrder, ends: make([]int, len(e.inOrder)), gaps: make([]int, len(e.inOrder))}
}

// filledIn tells which cells of a record hold something, by column of the export.
func filledIn(cells []string, columns int) []bool {
	filled := make([]bool, columns)
	for i := range filled {
		filled[i] = strings.TrimSpace(cell(cells, i)) != ""
	}
	return filled
}

// in reports whether a question is answered.
func (b askedBlock) in(filled []bool) bool {
	for _, column := range b.columns {
		if filled[column] {
			return true
		}
	}
	return false
}

// end returns the question that counts with which the blank end of a response begins; -1: its last such question is answered, or something behind,
// or nothing is.
func (b *blankEnds) end(filled []bool) int {
	begins := -1
	for i := len(b.blocks) - 1; i >= 0; i-- {
		switch {
		case b.blocks[i].in(filled):
			return begins
		case b.blocks[i].counts:
			begins = i
		}
	}
	return -1
}

// add counts a response.
func (b *blankEnds) add(filled []bool) {
	begins, left, any := -1, 0, false // of what has been blank since the last question that is answered: where it begins, and how many count
	for i := range b.blocks {
		switch {
		case b.blocks[i].in(filled):
			if any && left >= leastLeft {
				b.gaps[begins]++
			}
			begins, left, any = -1, 0, true
		case b.blocks[i].counts:
			if left++; left == 1 {
				begins = i
			}
		}
	}
	if !any {
		return
	}
	b.responses++
	if begins >= 0 { // as end says
		b.ends[begins]++
	}
}

// leaving returns the questions from which on a response is blank to its end if its person left early: enough questions stand there, and neither
// is it a question that many do not go on from, who were routed past the rest, nor one behind whose gap others answer again.
func (b *blankEnds) leaving() []bool {
	const leastMany, share = 5, 4 // so many, and one in so many of those who came so far, do not all leave at one question
	const again = 10              // one answers again for so many who do not
	from := make([]bool, len(b.blocks))
	all := 0
	for _, block := range b.blocks {
		if block.counts {
			all++
		}
	}
	left, reached := 0, b.responses
	for _, n := range b.ends {
		reached -= n
	}
	for i := len(b.blocks) - 1; i >= 0; i-- {
		if !b.blocks[i].counts {
			continue
		}
		left++
		reached += b.ends[i]
		many := b.ends[i] >= leastMany && share*b.ends[i] >= reached
		routed := b.gaps[i] > 0 && again*b.gaps[i] >= b.ends[i]
		from[i] = left >= leastLeft && leftShare*left >= all && !many && !routed
	}
	return from
}

// leftEarlyRule looks at all responses of an export and returns the rule that tells which of them may be of people who left early, and how many are;
// without a rule if none is, or the platform marks them.
func (e *Export) leftEarlyRule(ctx context.Context) (*statusRule, int, error) {
	if len(e.inOrder) == 0 {
		return nil, 0, nil
	}
	b := newBlankEnds(e)
	count := b.inChunks
	if e.byRecord() {
		count = b.inRecords
	}
	if err := count(ctx, e); err != nil {
		return nil, 0, err
	}
	from, n := b.leaving(), 0
	rule := &statusRule{filled: true, of: func(cells []string) study.Reason {
		if end := b.end(filledIn(cells, len(e.Columns))); end >= 0 && from[end] {
			return study.LeftEarly
		}
		return ""
	}}
	for i, block := range b.blocks {
		rule.columns = append(rule.columns, block.columns...)
		if block.counts {
			rule.counts = nil // but for those from the last question that counts on
		}
		rule.counts = append(rule.counts, block.columns...)
		if from[i] {
			n += b.ends[i]
		}
	}
	if n == 0 {
		return nil, 0, nil
	}
	return rule, n, nil
}

// inRecords counts the responses of an export record by record.
func (b *blankEnds) inRecords(ctx context.Context, e *Export) error {
	_, err := e.read(ctx, func(r Record) error {
		if !rowOfNobody(r.Status) {
			b.add(filledIn(r.Cells, len(e.Columns)))
		}
		return nil
	}, func(study.Fault) {})
	return err
}

// markLeftEarly finds who may have left early, in a pass of its own: what is blank to the end is judged by the other responses.
func (r *reading) markLeftEarly(ctx context.Context) error {
	for _, e := range r.survey.exports {
		if len(e.parts) == 0 || len(e.inOrder) == 0 {
			continue
		}
		rule, _, err := e.Export.leftEarlyRule(ctx)
		if err := r.damagedLater(err); err != nil {
			return err
		}
		e.status = rule
	}
	return nil
}
