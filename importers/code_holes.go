package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// tallyPoints counts the points of the kept answers that the cells showed as numbers, so that holes in codes can be told; where no
// point is left out there is none.
func (b *blockOf) tallyPoints() {
	for i, reader := range b.part.ratings {
		if b.part.branches[i] != nil {
			b.tallyBranches(i)
			continue
		}
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
	return r.choices == nil && len(r.column.Codes) == 0 && !r.column.NoCodes && len(s.Labels) == 0 && s.Step == 1 && s.Points() <= 11
}

// holeBlock are the statements of a matrix, of one audience, or a question that stands alone.
type holeBlock struct {
	audience int
	first    study.Place
	at       string // the first column
	answers  *answersSeen
	readers  []*cellReader
	headings []lexicon.Heading
	scale    study.Scale
}

// holeBlocks puts together what was counted of statements that share a scale: what explains it stands in all rows alike.
func (r *reading) holeBlocks() (blocks []*holeBlock) {
	type key struct {
		audience int
		branch   int // which of the columns of a question
		stem     string
	}
	known := map[key]*holeBlock{}
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			if r.survey.study.Audiences[p.audience].LabelsFrom != "" {
				continue // what is a number in its choice texts too is one
			}
			for _, asked := range p.read() {
				reader := asked.reader
				if reader.points == nil {
					continue
				}
				c := &e.Columns[asked.position]
				stem, _ := lexicon.SplitMatrix(c.Text)
				k := key{p.audience, asked.number, stem}
				if stem == "" {
					k.stem = "\x00" + reader.rating.Item.ID + string(reader.rating.Kind) + reader.rating.Of
				}
				b := known[k]
				if b == nil {
					b = &holeBlock{audience: p.audience, first: e.headerPlace(c), at: c.ID, answers: newAnswersSeen(), scale: reader.column.Scale}
					known[k], blocks = b, append(blocks, b)
				}
				b.readers, b.headings = append(b.readers, reader), append(b.headings, c.heading())
				reader.pool(b.answers)
			}
		}
	}
	return blocks
}

// headerPlace is where a column is named: in the first line, unless something stands above the header or there is none.
func (e *Export) headerPlace(c *Column) study.Place {
	if e.workbook || e.preamble+e.titles > 0 || e.HeaderRecords == 0 {
		return study.Place{File: e.Name}
	}
	return study.Place{File: e.Name, Line: 1, Column: c.inFile()}
}

// refuseHoles refuses numbers that look like codes although the study gives their scale: a point that nobody chose, between two that
// many chose, in all statements of a matrix. The scale says how many points there are, and not in which order codes stand for them; where the
// heading names the points it has said that.
func (r *reading) refuseHoles(refused *RefusedError) {
	for _, b := range r.holeBlocks() {
		low, high, _ := b.answers.ends()
		hole := unlikelyHole(b.answers, low, high, lexicon.FrequentNeighbours)
		if hole == "" || b.namesPoints(low, high) {
			continue
		}
		what := fmt.Sprintf("no cell is %s though its neighbours are frequent", hole)
		refused.Add(study.Fault{
			Place: b.first,
			Message: fmt.Sprintf("%s: in %s, %s (cells: %s): these look like codes, and codes are not scale order",
				r.survey.study.Audiences[b.audience].ID, b.where(), what, b.answers.listed()),
			Hint: b.remedies(),
		})
		for _, reader := range b.readers {
			refused.ratings = append(refused.ratings, Refusal{
				Audience: r.survey.study.Audiences[b.audience].ID, Column: reader.column.Selector.String(), Code: study.CodesNotRead,
				Why:    fmt.Sprintf("%s: these look like codes, and codes are not scale order (cells: %s)", what, b.answers.listed()),
				Remedy: codesRemedy, key: "codes: none",
			})
		}
	}
}

// where names the columns, and the item of the first.
func (b *holeBlock) where() string {
	item := b.readers[0].rating.Item.ID
	if len(b.readers) == 1 {
		return fmt.Sprintf("item %s (column %s)", item, lexicon.Shorten(b.at))
	}
	return fmt.Sprintf("%s from item %s on (column %s)", count(len(b.readers), "column"), item, lexicon.Shorten(b.at))
}

// namesPoints reports whether a heading says what the numbers are: a legend, or the ends of the scale, within which they all lie.
func (b *holeBlock) namesPoints(low, high float64) bool {
	first, last, named := lexicon.NamedEnds(b.headings)
	return named && low >= first && high <= last
}

// remedies says what a study does with numbers that may be codes: name their points, take their choice texts, or say that they are none.
func (b *holeBlock) remedies() string {
	seen := b.answers.listedNumbers()
	scale := study.NewScale(b.scale.Low, b.scale.Low+float64(len(seen)-1))
	var codes []string
	for k, x := range seen {
		codes = append(codes, fmt.Sprintf("%s: %s", lexicon.FormatNumber(x), lexicon.FormatNumber(scale.Value(study.Code(k)))))
	}
	return fmt.Sprintf("codes: {%s}  with  scale: %s  says which point each is, here in their order; labels_from: FILE (--labels-from FILE) takes their choice texts; "+
		"codes: none  says that they are ratings, and that nobody chose the others", strings.Join(codes, ", "), scale)
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
