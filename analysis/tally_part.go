package analysis

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
)

// tallyPart counts the blocks of one worker, and joins them to the whole in the order of the files. Its sums are those of one
// run of records, so that the whole is the same to the last bit however many workers there are.
type tallyPart struct {
	whole    *Tally
	cells    [][]*cell
	segments [][][]map[string]*cell
	blocks   []*tallyBlock
	used     int // blocks in use
}

// tallyBlock is a block of responses, its rows sorted by wave.
type tallyBlock struct {
	*study.Responses
	rows     [][]int32 // by wave
	weight   []float64 // by row
	complete []*completeRows
	chosen   chosenRows // memory
}

// Part returns a part of the tally for one worker.
func (t *Tally) Part() study.Part { return t.newPart() }

func (t *Tally) newPart() *tallyPart {
	p := &tallyPart{whole: t}
	p.cells, p.segments = t.newCells()
	return p
}

// Add counts a block of responses.
func (p *tallyPart) Add(r *study.Responses) error {
	t := p.whole
	if r.Audience < 0 || r.Audience >= len(p.cells) || len(r.Codes) != len(t.ratings) {
		return fmt.Errorf("block of audience %d with %d ratings does not fit the study", r.Audience, len(r.Codes))
	}
	b := p.block(r)
	for wave, rows := range b.rows {
		if len(rows) == 0 {
			continue
		}
		c := p.cells[r.Audience][wave]
		c.add(t, b, rows, b.complete[wave])
		c.straight.addSome(t, b, rows, r.Straight)
		c.speeders.addSome(t, b, rows, r.Speeders)
		for k, values := range r.Segments {
			if values != nil {
				p.addSegment(k, wave, b)
			}
		}
	}
	return nil
}

// block prepares a block, in the memory of an earlier one.
func (p *tallyPart) block(r *study.Responses) *tallyBlock {
	if p.used == len(p.blocks) {
		waves := max(1, len(p.whole.study.Waves))
		b := &tallyBlock{rows: make([][]int32, waves)}
		for range waves {
			b.complete = append(b.complete, &completeRows{})
		}
		p.blocks = append(p.blocks, b)
	}
	b := p.blocks[p.used]
	p.used++
	b.Responses = r
	for wave := range b.rows {
		b.rows[wave] = b.rows[wave][:0]
	}
	for row := range int32(r.N) {
		wave := 0
		if r.Wave != nil {
			wave = r.Wave[row]
		}
		b.rows[wave] = append(b.rows[wave], row)
	}
	if b.weight = r.Weight; b.weight == nil {
		b.weight = make([]float64, r.N)
		for row := range b.weight {
			b.weight[row] = 1
		}
	}
	return b
}

// addSegment counts the rows of a wave in the values of a segment; a row without a value counts under "".
func (p *tallyPart) addSegment(k, wave int, b *tallyBlock) {
	rows := map[string][]int32{}
	for _, row := range b.rows[wave] {
		value := b.Segments[k][row]
		rows[value] = append(rows[value], row)
	}
	for value, of := range rows {
		p.whole.segmentCell(p.segments, k, b.Audience, wave, value).add(p.whole, b, of, &completeRows{})
	}
}

// addSome counts the marked rows.
func (c *cell) addSome(t *Tally, b *tallyBlock, rows []int32, marked []bool) {
	if marked == nil {
		return
	}
	var some []int32
	for _, row := range rows {
		if marked[row] {
			some = append(some, row)
		}
	}
	if len(some) > 0 {
		c.add(t, b, some, nil)
	}
}

// add counts some rows of a block.
func (c *cell) add(t *Tally, b *tallyBlock, rows []int32, complete *completeRows) {
	c.n += len(rows)
	for _, row := range rows {
		w := b.weight[row]
		c.weight += w
		c.weight2 += w * w
	}
	cluster, chosen := c.clustersOf(b.Responses, rows), b.choose(rows)
	for i, table := range c.counts {
		if table != nil && b.Codes[i] != nil {
			table.addColumn(chosen.of(b.Codes[i]), chosen.weight, cluster)
		}
	}
	for k, table := range c.pairs {
		if p := t.pairings[k]; table != nil && b.Codes[p.first] != nil && b.Codes[p.second] != nil {
			table.addColumns(b.Codes[p.first], b.Codes[p.second], rows, b.weight, cluster)
		}
	}
	if c.drivers != nil {
		complete.find(t.models[b.Audience], b, rows)
		if !c.withUnits {
			c.drivers.addAll(t.models[b.Audience], b, complete)
		}
	}
	c.addScores(b, rows, cluster)
}

// addScores counts what is made of several ratings of one respondent.
func (c *cell) addScores(b *tallyBlock, rows []int32, cluster []int) {
	if len(c.scores) == 0 && c.journey == nil {
		return
	}
	for i, row := range rows {
		code := func(rating int) study.Code { return codeAt(b.Responses, rating, int(row)) }
		number := -1
		if cluster != nil {
			number = cluster[i]
		}
		for _, s := range c.scores {
			if s != nil {
				s.add(code, b.weight[row], number)
			}
		}
		if c.journey != nil {
			c.journey.add(code, b.weight[row], number)
		}
	}
}

// clustersOf returns the number of the cluster of each row; nil if there are none.
func (c *cell) clustersOf(r *study.Responses, rows []int32) []int {
	if r.Cluster == nil || c.clusters == nil {
		return nil
	}
	numbers := make([]int, len(rows))
	for i, row := range rows {
		numbers[i] = c.cluster(r.Cluster[row])
	}
	return numbers
}

// Join adds the part to the whole and empties it.
func (p *tallyPart) Join() error {
	t := p.whole
	for i, byWave := range p.cells {
		for wave, c := range byWave {
			t.cells[i][wave].merge(c)
		}
	}
	for k, byAudience := range p.segments {
		for i, byWave := range byAudience {
			for wave, values := range byWave {
				for value, c := range values {
					if c.n > 0 {
						t.segmentCell(t.segments, k, i, wave, value).merge(c)
					}
				}
			}
		}
	}
	for _, b := range p.blocks[:p.used] {
		for wave, rows := range b.rows {
			if c := t.cells[b.Audience][wave]; len(rows) > 0 {
				c.units.addRows(c, t, b, rows, b.complete[wave])
				t.panels[b.Audience].add(c.units, b.Responses, wave, rows)
			}
		}
		b.Responses = nil
	}
	p.used = 0
	return nil
}

// merge adds what a part has counted, and empties it.
func (c *cell) merge(part *cell) {
	if part.n == 0 {
		return
	}
	numbers := c.numbers(part)
	c.n += part.n
	c.weight += part.weight
	c.weight2 += part.weight2
	for i, table := range part.counts {
		if table != nil {
			c.counts[i].merge(table, numbers)
			table.reset()
		}
	}
	for k, pair := range part.pairs {
		if pair != nil {
			c.pairs[k].merge(pair, numbers)
		}
	}
	if part.drivers != nil && !part.withUnits {
		c.drivers.merge(part.drivers, 1)
		part.drivers.reset()
	}
	for k, s := range part.scores {
		if s != nil {
			c.scores[k].merge(s, numbers)
		}
	}
	if part.journey != nil {
		c.journey.merge(part.journey, numbers)
	}
	for _, of := range [][2]*cell{{c.straight, part.straight}, {c.speeders, part.speeders}} {
		if of[0] != nil {
			of[0].merge(of[1])
		}
	}
	part.n, part.weight, part.weight2 = 0, 0, 0
	clear(part.clusters)
}

// numbers returns the numbers of a part's clusters in the whole: new ones follow in the order in which the part met them.
func (c *cell) numbers(part *cell) []int {
	names := make([]string, len(part.clusters))
	for name, j := range part.clusters {
		names[j] = name
	}
	numbers := make([]int, len(names))
	for j, name := range names {
		numbers[j] = c.cluster(name)
	}
	return numbers
}
