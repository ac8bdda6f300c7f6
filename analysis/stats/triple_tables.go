package stats

import "gonum.org/v1/gonum/floats"

// TripleTables hold what respondents answered to questions of a few points each, so that moments are added up quickly, again and
// again with other weights, as resamples do. Products of answers, and whether two lie in zones, are functions of two codes, and follow from the
// frequency tables of pairs of questions. A respondent enters a table of three questions, which gives three pairs, by one addition; there are triples of
// k questions, about k(k−1)/6, in which every pair stands once.
type TripleTables struct {
	triples []triple
	size    int        // cells of the largest table
	cells   [][]uint64 // by four triples and respondent: the cells of the answers, sixteen bits each, which are loaded at once
}

// triple is three questions with their numbers of points. The last may be lacking: it is −1, of one point.
type triple struct {
	question, points [3]int
	first            [3]bool // no triple before has the question
}

// mostCells is the number of cells of a table of which four stay in a processor's first cache, or in the second.
const mostCells = 1 << 11

// tripleTable is the frequency table of a triple: the weight in each cell.
type tripleTable [mostCells]float64

// NewTripleTables returns tables without respondents for two or more questions with so many points each; nil if the tables would be too large.
func NewTripleTables(points []int) *TripleTables {
	t := &TripleTables{}
	seen := make([]bool, len(points))
	for _, questions := range triplesOf(len(points)) {
		of, size := triple{question: questions, points: [3]int{1, 1, 1}}, 1
		for n, q := range questions {
			if q >= 0 {
				of.points[n], of.first[n] = points[q], !seen[q]
				seen[q] = true
			}
			if size *= of.points[n]; size > mostCells {
				return nil
			}
		}
		t.triples, t.size = append(t.triples, of), max(t.size, size)
	}
	return t
}

// triplesOf returns triples of k questions in which every pair stands once. Of 6t+3 it is Bose's system (1939): the questions lie in three rows
// of 2t+1 and go together by column, and two of a row with the one in the next row that is, modulo 2t+1, half way between them. Of other numbers the
// last questions are lacking from it, and pairs that lose their third stand alone.
func triplesOf(k int) [][3]int {
	n := 2*((k+2)/6) + 1
	var triples [][3]int
	enter := func(questions ...int) {
		of, there := [3]int{-1, -1, -1}, 0
		for _, q := range questions {
			if q < k {
				of[there] = q
				there++
			}
		}
		if there > 1 {
			triples = append(triples, of)
		}
	}
	for i := range n {
		enter(i, n+i, 2*n+i)
	}
	for row := range 3 {
		for i := range n {
			for j := i + 1; j < n; j++ {
				enter(row*n+i, row*n+j, (row+1)%3*n+(i+j)*(n+1)/2%n)
			}
		}
	}
	return triples
}

// Cells returns the number of cells of the largest table.
func (t *TripleTables) Cells() int { return t.size }

// Enter takes the respondents: their codes by question, as columns of one length.
func (t *TripleTables) Enter(codes [][]uint16) {
	t.cells = nil
	for k := range t.triples {
		if k%4 == 0 {
			t.cells = append(t.cells, make([]uint64, len(codes[0])))
		}
		of, words := &t.triples[k], t.cells[k/4]
		for row := range words {
			cell := 0
			for n, q := range of.question {
				cell *= of.points[n]
				if q >= 0 {
					cell += int(codes[q][row])
				}
			}
			words[row] |= uint64(cell) << (k % 4 * 16)
		}
	}
}

// CodedMoments are moments whose variables are functions of the codes of one question each.
type CodedMoments struct {
	*Moments
	Of [][]CodedVariable // by question
}

// CodedVariable is a variable and its value by code.
type CodedVariable struct {
	Variable int
	Value    []float64
}

// TripleMemory is what AddTo works in. Whoever adds up at the same time needs one of their own.
type TripleMemory struct {
	rows    []int32
	weights []float64
	tables  [4]tripleTable
	pair    [3][]float64 // the tables of a triple's pairs, in the order of pairsOfThree
	one     [3][]float64 // those of its questions
	row     []float64
}

// pairsOfThree are the pairs of three questions.
var pairsOfThree = [3][2]int{{0, 1}, {0, 2}, {1, 2}}

// Memory returns memory to work in.
func (t *TripleTables) Memory() *TripleMemory {
	m := &TripleMemory{row: make([]float64, t.size)}
	for n := range m.pair {
		m.pair[n], m.one[n] = make([]float64, t.size), make([]float64, t.size)
	}
	return m
}

// AddTo adds the respondents to moments, with a weight each; one without weight is none. It adds in another order than Moments.Add does
// row by row.
func (t *TripleTables) AddTo(moments []CodedMoments, weights []float64, memory *TripleMemory) {
	memory.take(weights)
	for _, m := range moments {
		m.N += len(memory.rows)
		m.Weight += floats.Sum(memory.weights)
		m.Weight2 += floats.Dot(memory.weights, memory.weights)
	}
	for n := range t.triples {
		if n%4 == 0 {
			for k := range memory.tables {
				clear(memory.tables[k][:t.size])
			}
			addUp(&memory.tables, t.cells[n/4], memory.rows, memory.weights)
		}
		of := &t.triples[n]
		memory.margins(of, &memory.tables[n%4])
		for _, m := range moments {
			m.addTriple(of, memory)
		}
	}
}

// take collects those who have a weight. Whether one was drawn is as good as random, and a branch would be guessed wrong: who was not is
// written over by the next.
func (m *TripleMemory) take(weights []float64) {
	if cap(m.rows) < len(weights) {
		m.rows, m.weights = make([]int32, len(weights)), make([]float64, len(weights))
	}
	m.rows, m.weights = m.rows[:len(weights)], m.weights[:len(weights)]
	n := 0
	for row, w := range weights {
		m.rows[n], m.weights[n] = int32(row), w
		if w != 0 {
			n++
		}
	}
	m.rows, m.weights = m.rows[:n], m.weights[:n]
}

// addUp adds respondents to four tables. Within its caller it would be slower by half, for want of registers.
//
//go:noinline
func addUp(tables *[4]tripleTable, cells []uint64, rows []int32, weights []float64) {
	weights = weights[:len(rows)]
	for k, row := range rows {
		four, w := cells[row], weights[k]
		tables[0][four%mostCells] += w
		tables[1][four>>16%mostCells] += w
		tables[2][four>>32%mostCells] += w
		tables[3][four>>48%mostCells] += w
	}
}

// margins sums a table over one of its questions at a time, and over two.
func (m *TripleMemory) margins(of *triple, table *tripleTable) {
	one, two, three := of.points[0], of.points[1], of.points[2]
	for n, pair := range pairsOfThree {
		m.pair[n] = m.pair[n][:of.points[pair[0]]*of.points[pair[1]]]
		m.one[n] = m.one[n][:of.points[n]]
		clear(m.pair[n])
		clear(m.one[n])
	}
	for a := range one {
		cells, outer := table[a*two*three:][:two*three], m.pair[1][a*three:][:three]
		floats.Add(m.pair[2], cells)
		for b := range two {
			total := 0.0
			for c, w := range cells[b*three:][:three] {
				total += w
				outer[c] += w
			}
			m.pair[0][a*two+b] = total
			m.one[0][a] += total
			m.one[1][b] += total
		}
		floats.Add(m.one[2], outer)
	}
}

// addTriple adds the pairs of a triple, and what no triple before has added.
func (m CodedMoments) addTriple(of *triple, memory *TripleMemory) {
	for n, q := range of.question {
		if of.first[n] {
			m.addOne(m.Of[q], memory.one[n])
		}
	}
	for n, pair := range pairsOfThree {
		if q := of.question[pair[1]]; q >= 0 {
			m.addPair(m.Of[of.question[pair[0]]], m.Of[q], memory.pair[n], memory.row)
		}
	}
}

// addOne adds the variables of a question, from its table.
func (m CodedMoments) addOne(variables []CodedVariable, table []float64) {
	for i, x := range variables {
		m.Sum[x.Variable] += floats.Dot(x.Value, table)
		for _, y := range variables[i:] {
			product := 0.0
			for code, w := range table {
				product += w * x.Value[code] * y.Value[code]
			}
			m.Product[m.at(x.Variable, y.Variable)] += product
		}
	}
}

// addPair adds the products of the variables of two questions, from their table.
func (m CodedMoments) addPair(of, with []CodedVariable, table, row []float64) {
	for _, x := range of {
		points := len(table) / len(x.Value)
		row = row[:points]
		clear(row)
		for code, value := range x.Value {
			if value == 0 { // most codes are in no zone
				continue
			}
			for k, w := range table[code*points:][:points] {
				row[k] += value * w
			}
		}
		for _, y := range with {
			m.Product[m.at(x.Variable, y.Variable)] += floats.Dot(row, y.Value)
		}
	}
}
