package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// tallyPoints counts the points of the kept answers that the cells showed as numbers, so that holes in codes can be told; where no
// point is left out there is none.
func (b *blockOf) tallyPoints() {
	for i, reader := range b.part.ratings {
		if reader == nil || reader.whole || !reader.plainNumbers() {
			continue
		}
		if reader.points == nil {
			reader.points = make([]int, reader.column.Scale.Points())
		}
		for _, code := range b.block.Codes[i][:b.block.N] {
			if code.Valid() {
				reader.points[code]++
			}
		}
		reader.whole = slices.Min(reader.points) > 0
	}
}

// addPoints adds what a worker has counted.
func (r *cellReader) addPoints(points []int) {
	if points == nil {
		return
	}
	if r.points == nil {
		r.points = make([]int, len(points))
	}
	for k, n := range points {
		r.points[k] += n
	}
}

// plainNumbers reports whether the cells of a column are the numbers of a short scale, without a word on what they stand for.
func (r *cellReader) plainNumbers() bool {
	s := r.column.Scale
	return r.choices == nil && len(r.column.Codes) == 0 && len(s.Labels) == 0 && s.Step == 1 && s.Points() <= 11
}

// reportHoles tells numbers that look like codes although the study gives their scale: a point that nobody chose, between two that
// many chose, in all statements of a matrix. A study file that gives the scale says that they are ratings, so that this is a warning: among
// some dozens of answers a point may be left out by chance.
func (r *reading) reportHoles() {
	type block struct {
		audience int
		stem     string
	}
	var order []block
	pooled, first, n := map[block]*answersSeen{}, map[block]string{}, map[block]int{}
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			for i, reader := range p.ratings {
				if reader == nil || reader.points == nil {
					continue
				}
				stem, _ := lexicon.SplitMatrix(e.Columns[p.positions[i]].Text) // what explains the scale stands in all rows alike
				key := block{p.audience, stem}
				if key.stem == "" {
					key.stem = "\x00" + reader.rating.Item.ID + string(reader.rating.Kind)
				}
				if pooled[key] == nil {
					order = append(order, key)
					pooled[key], first[key] = newAnswersSeen(), reader.rating.Item.ID
				}
				n[key]++
				reader.pool(pooled[key])
			}
		}
	}
	for _, key := range order {
		low, high, _ := pooled[key].ends()
		hole := unlikelyHole(pooled[key], low, high, lexicon.FrequentNeighbours)
		if hole == "" {
			continue
		}
		audience := r.survey.study.Audiences[key.audience].ID
		r.intake.Warnings = append(r.intake.Warnings, study.Notice{
			Code: study.CodesSuspected, Where: audience,
			Message: fmt.Sprintf("%s: in %s, from item %s on, no cell is %s though its neighbours are frequent (cells: %s): are these codes?",
				audience, count(n[key], "column"), first[key], hole, pooled[key].listed()),
			Hint: "codes are not scale order; codes: {…} says what each stands for, labels_from: FILE takes their choice texts",
		})
	}
}

// pool adds the numbers that the cells showed.
func (r *cellReader) pool(to *answersSeen) {
	for code, n := range r.points {
		if n == 0 {
			continue
		}
		x := r.column.Scale.Value(study.Code(code))
		if r.column.Reversed {
			x = r.column.Scale.Low + r.column.Scale.High - x
		}
		to.numbers[x] += n
	}
}
