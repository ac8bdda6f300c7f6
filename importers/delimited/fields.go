package delimited

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Fields finds the cells of a chunk's records as places in its text: of many records of the usual width at once, or of any one. Where a text
// breaks the rules on quotes only the careful reader can say what is wrong.
type Fields struct {
	text, padded []byte // the text ends with a line end
	delimiter    byte
	width        int // cells of most records
	line, quote  found
	// ends holds the place of the delimiter or line end behind each cell of a record; the first entry stands before the first cell, so that
	// a cell begins one byte behind the entry before its own. Places are of 32 bits: a chunk is never so long.
	ends   []uint32
	run    []uint32 // the same of the records of a run, one behind the other
	most   int      // records of a run
	places *markedPlaces
}

// found is where a byte stands first from a place on.
type found struct{ from, at int }

// next looks for the byte from a place on, unless it is known where it stands.
func (f *found) next(text []byte, from int, c byte) int {
	if from < f.from || f.at < from {
		f.from, f.at = from, len(text)
		if n := bytes.IndexByte(text[from:], c); n >= 0 {
			f.at = from + n
		}
	}
	return f.at
}

// Run holds the places of some records of the usual width that follow each other. They are valid until the next run.
type Run struct {
	Places []uint32 // of one record behind those of the other: those of record i begin at i*Stride
	Stride int      // places of a record: one more than it has cells
	N      int      // records
}

// Record returns the places of one of the records.
func (r Run) Record(i int) []uint32 { return r.Places[i*r.Stride : (i+1)*r.Stride : (i+1)*r.Stride] }

// End returns the place behind the first n records; there are some.
func (r Run) End(n int) int { return int(r.Places[n*r.Stride-1]) + 1 }

// Behind returns the records behind the first n.
func (r Run) Behind(n int) Run { return Run{r.Places[n*r.Stride:], r.Stride, r.N - n} }

// First returns the first n records.
func (r Run) First(n int) Run { return Run{r.Places[:n*r.Stride], r.Stride, n} }

// MostRecords is how many records a run has at the most, and mostPlaces how many places it holds about, so that its text, its places and what is made of them
// stay in a processor's first cache.
const (
	MostRecords = 64
	mostPlaces  = 4096
)

// markedPlaces holds for every choice of the eight bytes of a word, as bits, the places of those chosen, and behind them their number: to
// look them up is less work than to find one bit after the other.
type markedPlaces [256][9]uint8

func newMarkedPlaces() *markedPlaces {
	all := new(markedPlaces)
	for marked := range all {
		of := &all[marked]
		for place := range uint8(8) {
			if marked>>place&1 != 0 {
				of[of[8]] = place
				of[8]++
			}
		}
	}
	return all
}

// byteToBit brings the lowest bits of a word's bytes together in its highest byte, if they are all that is set.
const byteToBit = 0x0102040810204080

const (
	lowBits  = 0x7f7f7f7f7f7f7f7f
	highBits = 0x8080808080808080
	ones     = 0x0101010101010101
)

// equal marks with 0x80 the bytes of a word that are zero once it is compared (^) with a byte repeated eight times.
func equal(word, pattern uint64) uint64 {
	word ^= pattern
	return ^(((word & lowBits) + lowBits) | word) & highBits
}

// Open makes ready for the records of a padded text, most of which have so many cells.
func (f *Fields) Open(padded []byte, delimiter byte, width int) {
	f.text, f.padded, f.delimiter, f.width = padded[:len(padded)-ChunkPadding], padded, delimiter, width
	f.line, f.quote = found{at: -1}, found{at: -1}
	if f.places == nil {
		f.places, f.ends = newMarkedPlaces(), make([]uint32, 64)
		f.most = min(max(1, mostPlaces/(width+1)), MostRecords)
		f.run = make([]uint32, f.most*(width+1)+8)
	}
}

// Run finds records of the usual width from a place on: as many as a run holds, or those before the first other one.
func (f *Fields) Run(at int) Run {
	r := Run{Stride: f.width + 1}
	for ; r.N < f.most && at < len(f.text); r.N++ {
		if at = f.usual(f.run[r.N*r.Stride:], at); at < 0 {
			break
		}
	}
	r.Places = f.run[:r.N*r.Stride]
	return r
}

// usual enters the places of the record that begins at a place, and returns that of the next; -1 if it has not the usual width, is a blank line,
// or a quote stands where the rules allow none.
func (f *Fields) usual(ends []uint32, at int) (next int) {
	ends[0] = uint32(at) - 1
	if f.padded[at] == '\n' {
		return -1
	}
	for k := 1; ; {
		end := f.lineOrQuote(at)
		if k < f.width {
			var seen int
			k, seen = f.places.mark(ends[:f.width+7], k, f.padded[at:end+ChunkPadding], uint32(at), f.delimiter)
			at += seen
		}
		if at < end && bytes.IndexByte(f.text[at:end], f.delimiter) >= 0 {
			return -1
		}
		if end == f.line.at {
			if ends[k] = uint32(end); k != f.width {
				return -1
			}
			return end + 1
		}
		if at = f.quoted(end); at < 0 {
			return -1
		}
		if k > f.width {
			return -1
		}
	}
}

// Record finds the cells of the record that begins at a place: cell i lies behind place i and before place i+1. Places are valid until
// the next record, which begins at next; it is -1 if a quote stands where the rules allow none.
func (f *Fields) Record(at int) (places []uint32, next int) {
	f.ends[0] = uint32(at) - 1
	for k := 1; ; {
		end := f.lineOrQuote(at)
		if k = f.unquoted(k, at, end); end == f.line.at {
			f.ends[k] = uint32(end)
			return f.ends[:k+1], end + 1
		}
		if at = f.quoted(end); at < 0 {
			return nil, -1
		}
	}
}

// lineOrQuote returns the place of the next line end or quote. Most often a quoted cell is followed by a line end or by another.
func (f *Fields) lineOrQuote(at int) int {
	switch {
	case f.padded[at] == '\n':
		f.line = found{at, at}
		return at
	case f.padded[at] == f.delimiter && f.padded[at+1] == '"':
		return at + 1
	}
	return min(f.line.next(f.text, at, '\n'), f.quote.next(f.text, at, '"'))
}

// Unquoted enters the delimiters from a place to the next line end or quote behind the first k entries, and returns how many entries
// there are. Once the last cell of most records begins, another delimiter is unlikely, and it looks for one only.
func (f *Fields) unquoted(k, at, end int) int {
	k, at = f.mark(k, at, end, f.width)
	if at >= end || bytes.IndexByte(f.text[at:end], f.delimiter) < 0 {
		return k
	}
	k, _ = f.mark(k, at, end, k+end-at) // no more than there are bytes
	return k
}

// mark enters the delimiters before a place as the k-th entry and those behind it, until there are so many; it returns how many entries
// there are, and where it stopped.
func (f *Fields) mark(k, at, end, until int) (entries, stopped int) {
	for at < end && k < until {
		if k+8 >= len(f.ends) {
			f.ends = append(f.ends, make([]uint32, len(f.ends))...)
		}
		n, seen := f.places.mark(f.ends[:min(until+7, len(f.ends))], k, f.padded[at:end+ChunkPadding], uint32(at), f.delimiter)
		k, at = n, at+seen
	}
	return k, at
}

// mark enters the places of delimiters in a padded text, which begins at a place, behind the first entries, eight bytes at a time, as long as there is
// room for eight; it returns how many entries there are, and the length of what it has seen.
func (m *markedPlaces) mark(ends []uint32, entries int, padded []byte, first uint32, delimiter byte) (n, seen int) {
	k, at, delimiters := uint(entries), first, uint64(delimiter)*ones
	end := first + uint32(len(padded)-ChunkPadding)
	for len(padded) > ChunkPadding && k+8 <= uint(len(ends)) {
		found := equal(binary.LittleEndian.Uint64(padded), delimiters)
		// Four without a question, for hardly a word has more; what is written beyond those that are marked is written over by the next.
		t, marked := ends[k:k+8], &m[found>>7*byteToBit>>56]
		t[0], t[1], t[2], t[3] = at+uint32(marked[0]), at+uint32(marked[1]), at+uint32(marked[2]), at+uint32(marked[3])
		if marked[8] > 4 {
			t[4], t[5], t[6], t[7] = at+uint32(marked[4]), at+uint32(marked[5]), at+uint32(marked[6]), at+uint32(marked[7])
		}
		k += uint(marked[8])
		at += 8
		padded = padded[8:]
	}
	for n = int(k); n > entries && ends[n-1] >= end; { // of the padding
		n--
	}
	return n, int(at - first)
}

// quoted returns the place behind the closing quote of a cell; -1 if a quote stands where the rules allow none.
func (f *Fields) quoted(open int) int {
	text, padded, delimiter := f.text, f.padded, f.delimiter
	if open > 0 && padded[open-1] != delimiter && padded[open-1] != '\n' {
		return -1
	}
	for at := open + 1; ; at += 2 {
		quotes := equal(binary.LittleEndian.Uint64(padded[at:]), '"'*ones)
		if quotes != 0 {
			at += bits.TrailingZeros64(quotes) >> 3
		} else {
			n := bytes.IndexByte(text[min(at+8, len(text)):], '"')
			if n < 0 {
				return -1
			}
			at += 8 + n
		}
		switch next := padded[at+1]; {
		case next == '"' && at+1 < len(text): // a quote of the cell's own
		case next == delimiter || next == '\n':
			return at + 1
		default:
			return -1
		}
	}
}

// BlankLine reports whether a record is none: a line without anything.
func BlankLine(places []uint32) bool { return len(places) == 2 && places[0]+1 == places[1] }

// Raw returns a cell as it stands in the text, its quotes included.
func (f *Fields) Raw(places []uint32, cell int) []byte {
	return f.text[places[cell]+1 : places[cell+1]]
}

// Unquoted returns what a raw cell holds.
func Unquoted(raw []byte) []byte {
	if len(raw) < 2 || raw[0] != '"' {
		return raw
	}
	raw = raw[1 : len(raw)-1]
	if bytes.IndexByte(raw, '"') >= 0 {
		raw = bytes.ReplaceAll(raw, []byte(`""`), []byte(`"`))
	}
	return raw
}

// Blank reports whether a cell, as it stands in the text, holds nothing.
func Blank(raw []byte) bool {
	inside := raw
	if len(raw) > 2 && raw[0] == '"' {
		inside = raw[1:]
	}
	if len(inside) == 0 || inside[0] > ' ' && inside[0] < utf8.RuneSelf && inside[0] != '"' { // most tell by their first byte
		return len(inside) == 0
	}
	return len(bytes.TrimSpace(Unquoted(raw))) == 0
}
