// Limit measures how fast a plain Go program may be at all: go run ./bench/limit FILE.csv
//
// It adds up the weighted histograms of the twenty items of bench's export by audience, and the weighted cross-products of items and
// outcome over complete rows. It knows the layout of that export by heart, checks nothing, hashes nothing, and takes the quotes for sound:
// no model of how to read a survey, but a yardstick of what is left to be had.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/cxgap/cxgap/bench"
)

func main() {
	if err := measure(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "limit:", err)
		os.Exit(1)
	}
}

func measure(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("wants FILE.csv")
	}
	f, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	in := &input{in: f}
	workers := make([]*worker, runtime.GOMAXPROCS(0))
	var working sync.WaitGroup
	for i := range workers {
		w := &worker{cells: newCells()}
		workers[i] = w
		working.Go(func() { w.work(in) })
	}
	working.Wait()
	for i, name := range []string{"leadership", "staff", "customer"} {
		var all sums
		for _, w := range workers {
			all.merge(&w.sums[i])
		}
		fmt.Printf("%s: %d rows, mean of the first item %.6f, complete %d, Σw·Q1·outcome %.6f\n",
			name, all.rows, all.mean(0), all.complete, all.product[0][variables-1])
	}
	return nil
}

// input hands out runs of whole records. The header goes with the first.
type input struct {
	mu    sync.Mutex
	in    io.Reader
	carry []byte
	begun bool
}

const chunkSize = 256 << 10

// next fills the memory with whole records; nil at the end.
func (s *input) next(memory []byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := copy(memory, s.carry)
	read, _ := io.ReadFull(s.in, memory[n:chunkSize]) // what is short is the end
	text := memory[:n+read]
	end := len(text)
	for odd := bytes.Count(text, []byte{'"'})%2 == 1; end > 0 && (odd || text[end-1] != '\n'); end-- {
		odd = odd != (text[end-1] == '"')
	}
	s.carry = append(s.carry[:0], text[end:]...)
	text = text[:end]
	if !s.begun {
		s.begun = true
		text = text[bytes.IndexByte(text, '\n')+1:]
	}
	if len(text) == 0 {
		return nil
	}
	return text
}

const (
	ratings   = bench.Items + bench.Items/2 + 1 // the cells between weight and remark: items, importance, outcome
	variables = bench.Items + 1                 // items and outcome
	blank     = 15
)

// cells tells of the two bytes that begin a rating its value and how far the next is.
type cells [1 << 16]struct{ value, step uint8 }

func newCells() *cells {
	c := new(cells)
	for second := range 256 {
		c[','|second<<8].value, c[','|second<<8].step = blank, 1
	}
	for digit := range 10 {
		at := &c['0'+digit|','<<8]
		at.value, at.step = uint8(digit), 2
	}
	ten := &c['1'|'0'<<8]
	ten.value, ten.step = 10, 3
	return c
}

type worker struct {
	cells  *cells
	sums   [3]sums // by audience
	values [ratings]uint8
	x      [variables]float64
}

func (w *worker) work(in *input) {
	memory := make([]byte, chunkSize)
	for {
		text := in.next(memory)
		if text == nil {
			return
		}
		for len(text) > 0 {
			text = w.row(text)
		}
	}
}

// row takes in the row that begins a text and returns what is behind it.
func (w *worker) row(text []byte) []byte {
	text = behind(behind(text, ','), ',') // id, time
	audience := audienceOf(text[0])
	text = behind(behind(text, ','), ',') // audience, region
	weight, text := number(text)
	for i := range w.values {
		cell := w.cells[uint16(text[0])|uint16(text[1])<<8]
		w.values[i] = cell.value
		text = text[cell.step:]
	}
	w.sums[audience].add(w, weight)
	for text[0] == '"' { // a doubled quote begins another quoted text
		text = behind(text[1:], '"')
	}
	return behind(text, '\n')
}

func behind(text []byte, end byte) []byte { return text[bytes.IndexByte(text, end)+1:] }

// audienceOf tells an audience by its first letter.
func audienceOf(first byte) int {
	switch first {
	case 'l':
		return 0
	case 's':
		return 1
	}
	return 2
}

// number reads a weight, which has four decimals.
func number(text []byte) (float64, []byte) {
	digits := 0
	for i, c := range text {
		switch c {
		case ',':
			return float64(digits) / 1e4, text[i+1:]
		case '.':
		default:
			digits = 10*digits + int(c-'0')
		}
	}
	return 0, nil
}

// sums are those of one audience.
type sums struct {
	rows, complete int
	count          [bench.Items][16]int
	weight         [bench.Items][16]float64
	sum            [variables]float64
	product        [variables][variables]float64 // the upper triangle
}

func (s *sums) add(w *worker, weight float64) {
	s.rows++
	complete := true
	for i, value := range w.values[:bench.Items] {
		s.count[i][value&15]++
		s.weight[i][value&15] += weight
		w.x[i] = float64(value)
		complete = complete && value != blank
	}
	outcome := w.values[ratings-1]
	if !complete || outcome == blank {
		return
	}
	w.x[variables-1] = float64(outcome)
	s.complete++
	for i, x := range w.x {
		wx := weight * x
		s.sum[i] += wx
		row, y := s.product[i][i:], w.x[i:]
		row = row[:len(y)]
		for j := range y {
			row[j] += wx * y[j]
		}
	}
}

func (s *sums) merge(part *sums) {
	s.rows, s.complete = s.rows+part.rows, s.complete+part.complete
	for i := range s.count {
		for k := range s.count[i] {
			s.count[i][k] += part.count[i][k]
			s.weight[i][k] += part.weight[i][k]
		}
	}
	for i := range s.product {
		s.sum[i] += part.sum[i]
		for j := range s.product[i] {
			s.product[i][j] += part.product[i][j]
		}
	}
}

// mean returns the weighted mean of an item.
func (s *sums) mean(item int) float64 {
	sum, weight := 0.0, 0.0
	for value, w := range s.weight[item][:11] {
		sum, weight = sum+float64(value)*w, weight+w
	}
	return sum / weight
}
