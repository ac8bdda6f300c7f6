package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Of two files of one audience the one may have been asked on 1 to 5, and the other on 1 to 10 (FORMATS 0.10). Where each ends is known without a
// search: all ratings of a file end where a shorter scale does, while many answers of the others lie beyond.

// fileAnswers are the answers of one file to the ratings that share a scale, by point as the cells show them.
type fileAnswers struct {
	name   string
	wave   int
	points []int
}

// askFilesApart asks whether the files of an audience have one scale, where nothing else has said that its scale changed.
func (r *reading) askFilesApart(refused *RefusedError) {
	for i, a := range r.survey.study.Audiences {
		said := func(n study.Notice) bool { return n.Code == study.ScaleChanged && n.Where == a.ID }
		known := func(of Refusal) bool { return of.Audience == a.ID }
		if slices.ContainsFunc(r.intake.Warnings, said) || slices.ContainsFunc(refused.ratings, known) {
			continue
		}
		scales, of := r.answersByFile(i)
		for k, scale := range scales {
			short, long, end := filesApart(of[k], scale)
			if short == nil {
				continue
			}
			point := func(code int) string { return lexicon.FormatNumber(scale.Value(study.Code(code))) }
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.ScaleChanged, Where: a.ID, Scale: scale.String(),
				Message: fmt.Sprintf("%s: all answers on %s end at %s in %s, and run to %s in %s: was it the same scale? Averaged as they stand",
					a.ID, scale, point(end), short.name, point(highestOf(long.points)), long.name),
				Hint: "if it was,  one_scale: true  says so; if not, make an audience of each file, on its own scale: they are compared in percent of maximum possible (POMP)",
			})
		}
	}
}

// answersByFile returns the scales of an audience's ratings, and of each what its files have. Rows of which a column says the wave are of several
// questionnaires, maybe, and no file tells them apart.
func (r *reading) answersByFile(audience int) (scales []study.Scale, of [][]*fileAnswers) {
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			if p.audience != audience || p.wave >= 0 {
				continue
			}
			for _, asked := range p.read() {
				reader := asked.reader
				if reader.points == nil || reader.column.OneScale {
					continue
				}
				at := slices.IndexFunc(scales, reader.column.Scale.Same)
				if at < 0 {
					at, scales, of = len(scales), append(scales, reader.column.Scale), append(of, nil)
				}
				files := of[at]
				if n := len(files); n == 0 || files[n-1].name != e.Name {
					of[at] = append(files, &fileAnswers{e.Name, p.waveIndex, make([]int, len(reader.points))})
				}
				file := of[at][len(of[at])-1]
				for code, n := range reader.shownPoints() {
					file.points[code] += n
				}
			}
		}
	}
	return scales, of
}

// filesApart returns a file whose answers end where a usual shorter scale does and, of the same wave, one of which a fifth of the answers or more lies
// beyond; nil: there are none.
func filesApart(files []*fileAnswers, s study.Scale) (short, long *fileAnswers, end int) {
	const fewest, many = 60, 5 // answers of each, and the part of those that lie beyond
	for _, end := range shorterEnds(s) {
		for _, one := range files {
			if highestOf(one.points) != end || one.points[end] < leastAtEnd || sum(one.points) < fewest {
				continue
			}
			for _, other := range files {
				if all := sum(other.points); other.wave == one.wave && all >= fewest && many*sum(other.points[end+1:]) >= all {
					return one, other, end
				}
			}
		}
	}
	return nil, nil, 0
}
