package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// tallyPoints counts the points of the kept answers that the cells showed as numbers, so that holes in codes can be told. All are counted: how
// often others chose a point says whether chance left it out.
func (b *blockOf) tallyPoints() {
	for i, reader := range b.part.ratings {
		if b.part.branches[i] != nil {
			b.tallyBranches(i)
			continue
		}
		if reader == nil || !reader.plainNumbers() {
			continue
		}
		if reader.points == nil {
			reader.points = make([]int, reader.column.Scale.Points())
		}
		tallyCodes(reader.points, b.block.Codes[i][:b.block.N])
	}
}

// tallyCodes adds the codes of a short scale to the counts of its points. Whether a cell is blank is as good as random, and a branch would be guessed wrong: what is no
// answer is counted, too, before the points.
func tallyCodes(points []int, codes []study.Code) {
	var counts [32]int32
	for _, code := range codes {
		counts[code.Entry()%len(counts)]++
	}
	for k := range points {
		points[k] += int(counts[study.MissingKinds+k])
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
	return r.choices == nil && !r.paired && len(r.column.Codes) == 0 && !r.column.NoCodes && len(s.Labels) == 0 && s.Step == 1 && s.Points() <= 11
}

// holeBlock are the statements of a matrix, of one audience, or a question that stands alone.
type holeBlock struct {
	first    study.Place
	at       string // the first column
	answers  *answersSeen
	columns  []holeColumn
	readers  []*cellReader // of the columns, by file
	headings []lexicon.Heading
}

// holeColumn is a column of a rating, in whichever file.
type holeColumn struct {
	of     *study.Rating
	branch int
}

// blockKey tells the blocks of an audience on one scale.
type blockKey struct {
	branch int // which of the columns of a question
	stem   string
}

// ratedAlike are the blocks of an audience on one scale: in one file, or in all of its files together. Codes of one export have their hole in
// all columns of that export, and other files may fill it.
type ratedAlike struct {
	audience int
	file     string // the first
	last     string
	files    int // together; 0: it is one of them
	scale    study.Scale
	blocks   []*holeBlock
	known    map[blockKey]*holeBlock
}

// block returns the block that a column belongs to. What explains a scale stands in all rows of a matrix alike.
func (g *ratedAlike) block(e *boundExport, asked branch) *holeBlock {
	c, of := &e.Columns[asked.position], asked.reader.rating
	stem, _ := lexicon.SplitMatrix(c.Text)
	k := blockKey{asked.number, stem}
	if stem == "" {
		k.stem = "\x00" + of.Item.ID + string(of.Kind) + of.Of
	}
	b := g.known[k]
	if b == nil {
		b = &holeBlock{first: e.headerPlace(c), at: c.ID, answers: newAnswersSeen()}
		g.known[k], g.blocks = b, append(g.blocks, b)
	}
	return b
}

// ratedAlike puts together what was counted of ratings that share a scale: file by file, and then of all files of an audience that has several.
func (r *reading) ratedAlike() (apart, together []*ratedAlike) {
	type key struct {
		export    *boundExport // nil: all
		audience  int
		low, high float64
	}
	known := map[key]*ratedAlike{}
	group := func(k key, s study.Scale) (g *ratedAlike, fresh bool) {
		if known[k] == nil {
			known[k], fresh = &ratedAlike{audience: k.audience, scale: s, known: map[blockKey]*holeBlock{}}, true
		}
		return known[k], fresh
	}
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			for _, asked := range p.read() {
				if asked.reader.points == nil {
					continue
				}
				s := asked.reader.column.Scale
				own, fresh := group(key{e, p.audience, s.Low, s.High}, s)
				all, first := group(key{nil, p.audience, s.Low, s.High}, s)
				if fresh {
					apart, own.file = append(apart, own), e.Name
					all.files, all.last = all.files+1, e.Name
				}
				if first {
					together, all.file = append(together, all), e.Name
				}
				own.block(e, asked).add(e, asked)
				all.block(e, asked).add(e, asked)
			}
		}
	}
	return apart, slices.DeleteFunc(together, func(g *ratedAlike) bool { return g.files == 1 })
}

// add adds what was counted of a column.
func (b *holeBlock) add(e *boundExport, asked branch) {
	b.readers, b.headings = append(b.readers, asked.reader), append(b.headings, e.Columns[asked.position].heading())
	if of := (holeColumn{asked.reader.rating, asked.number}); !slices.Contains(b.columns, of) {
		b.columns = append(b.columns, of)
	}
	asked.reader.pool(b.answers)
}

// headerPlace is where a column is named: in the first line, unless something stands above the header or there is none.
func (e *Export) headerPlace(c *Column) study.Place {
	if e.workbook || e.preamble+e.titles > 0 || e.HeaderRecords == 0 {
		return study.Place{File: e.Name}
	}
	return study.Place{File: e.Name, Line: 1, Column: c.inFile()}
}

// refuseHoles refuses numbers that look like codes although the study gives their scale (codeHole says which), and warns of those that may be. The
// scale says how many points there are, and not in which order codes stand for them; where the heading names the points it has said that.
func (r *reading) refuseHoles(refused *RefusedError) {
	apart, together := r.ratedAlike()
	blocks := 0
	for _, g := range apart {
		blocks += len(g.blocks)
	}
	enough := lexicon.FrequentNeighbours + math.Log(float64(max(1, blocks)))
	var found []codeHole
	for _, g := range slices.Concat(apart, together) {
		found = append(found, g.codeHoles(enough)...)
	}
	said := map[*cellReader]bool{}
	for _, sure := range []bool{true, false} {
		for _, h := range found {
			if h.sure != sure || slices.ContainsFunc(h.readers, func(reader *cellReader) bool { return said[reader] }) {
				continue // one of its files, or all of its columns, had it
			}
			for _, reader := range h.readers {
				said[reader] = true
			}
			if sure {
				r.refuseHole(h, refused)
			} else {
				r.suspectHole(h)
			}
		}
	}
}

// refuseHole refuses the columns of a block.
func (r *reading) refuseHole(h codeHole, refused *RefusedError) {
	g, id := h.of, r.survey.study.Audiences[h.of.audience].ID
	what := fmt.Sprintf("no cell is %s though its neighbours are frequent", h.missing())
	why := fmt.Sprintf("these look like codes, and codes are not scale order (cells: %s)", h.answers.listed())
	refused.Add(study.Fault{
		Place: h.first,
		Message: fmt.Sprintf("%s: in %s, %s (cells: %s): these look like codes, and codes are not scale order",
			id, g.where(h.holeBlock), what, h.answers.listed()),
		Hint: g.remedies(h),
	})
	for _, reader := range h.readers {
		known := slices.ContainsFunc(refused.ratings, func(of Refusal) bool {
			return of.Audience == id && of.Column == reader.column.Selector.String()
		})
		if !known {
			refused.ratings = append(refused.ratings, Refusal{
				Audience: id, Column: reader.column.Selector.String(), Code: study.CodesNotRead,
				Why: fmt.Sprintf("%s: %s", what, why), Remedy: codesRemedy, key: "codes: none", coded: g.codedOffer(h, reader.column), ratings: g.likelyRatings(h),
			})
		}
	}
}

// suspectHole warns of numbers that may be codes, and are averaged.
func (r *reading) suspectHole(h codeHole) {
	g, id := h.of, r.survey.study.Audiences[h.of.audience].ID
	who := id
	switch {
	case g.files > 0:
		who += ", " + g.file + " … " + g.last
	case len(r.survey.exports) > 1:
		who += ", " + g.file
	}
	item, at := h.readers[0].rating.Item.ID, lexicon.Shorten(h.at)
	message := fmt.Sprintf("%s: in item %s (column %s), no cell is %s though its neighbours are frequent (cells: %s): are these codes?", who, item, at, h.missing(), h.answers.listed())
	if len(h.columns) > 1 {
		message = fmt.Sprintf("%s: in %s from item %s on (column %s), no cell is %s though its neighbours are frequent (cells: %s): are these codes?",
			who, count(len(h.columns), "column"), item, at, h.missing(), h.answers.listed())
	}
	r.intake.Warnings = append(r.intake.Warnings, study.Notice{Code: study.CodesSuspected, Where: id, Message: message, Hint: g.remedies(h)})
}

// where names the columns, and the item of the first.
func (g *ratedAlike) where(b *holeBlock) string {
	item, at := b.readers[0].rating.Item.ID, lexicon.Shorten(b.at)
	text := fmt.Sprintf("item %s (column %s)", item, at)
	if len(b.columns) > 1 {
		text = fmt.Sprintf("%s from item %s on (column %s)", count(len(b.columns), "column"), item, at)
	}
	if g.files > 0 {
		text += fmt.Sprintf(" of %s together", count(g.files, "file"))
	}
	return text
}

// namesPoints reports whether a heading says what the numbers are: a legend, or the ends of the scale, within which they all lie.
func (b *holeBlock) namesPoints(low, high float64) bool {
	first, last, named := lexicon.NamedEnds(b.headings)
	return named && low >= first && high <= last
}

// remedies says what a study does with numbers that may be codes: name their points, take their choice texts, or say that they are none; the likelier
// first.
func (g *ratedAlike) remedies(h codeHole) string {
	points, scale := g.inTheirOrder(h, "%s")
	codes := fmt.Sprintf("codes: {%s}  with  scale: %s  beside the  column:  of this audience says which point each is, here in their order; labels_from: FILE (--labels-from FILE) takes their choice texts", points, scale)
	const none = "codes: none  says that they are ratings, and that nobody chose the others"
	if g.likelyRatings(h) {
		return none + "; " + codes
	}
	return codes + "; " + none
}

// codedOffer is how a study file reads a column if its numbers are codes.
func (g *ratedAlike) codedOffer(h codeHole, c *study.Column) scaleOffer {
	points, scale := g.inTheirOrder(h, "%q")
	of := scaleOffer{text: fmt.Sprintf("scale: %s, codes: {%s}", scale, points), points: scale.Points()}
	if text := missingText(c.Missing); text != "" {
		of.text += ", missing: " + text
	}
	return of
}

// inTheirOrder maps the numbers of a block to as many points.
func (g *ratedAlike) inTheirOrder(h codeHole, verb string) (points string, scale study.Scale) {
	seen := h.answers.listedNumbers()
	scale = study.NewScale(g.scale.Low, g.scale.Low+float64(len(seen)-1))
	var codes []string
	for k, x := range seen {
		codes = append(codes, fmt.Sprintf(verb+": %s", lexicon.FormatNumber(x), lexicon.FormatNumber(scale.Value(study.Code(k)))))
	}
	return strings.Join(codes, ", "), scale
}

// shownPoints returns how often each point was counted, in the order in which the cells have them: a reversed column is not turned.
func (r *cellReader) shownPoints() []int {
	points := slices.Clone(r.points)
	if r.column.Reversed {
		slices.Reverse(points)
	}
	return points
}

// pool adds the numbers that the cells showed.
func (r *cellReader) pool(to *answersSeen) {
	for code, n := range r.shownPoints() {
		if n > 0 {
			to.numbers[r.column.Scale.Value(study.Code(code))] += n
		}
	}
}
