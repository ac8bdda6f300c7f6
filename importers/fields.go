package importers

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// fields are the cells of a chunk's records, as places in its text. A text that breaks the rules on quotes is not sound: then
// only the careful reader can say what is wrong.
type fields struct {
	text []byte
	// ends holds the place of the delimiter or line end behind each cell; the first entry stands before the first cell, so that a
	// cell begins one byte behind the entry before its own. Places are of 32 bits: a chunk is never so long.
	ends []uint32
	// records holds the index in ends of each record's last cell.
	records []uint32
	sound   bool
	places  *markedPlaces
}

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

// beforeText is the place before the first byte: one more is 0.
const beforeText = ^uint32(0)

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

// mayEndOrQuote reports whether a word may hold a line end or a quote. Both are 0x02 without the two bits in which they differ, and so is
// little else: nearly all words are told from this one test.
func mayEndOrQuote(word uint64) bool {
	rest := word&^(0x28*ones) ^ 0x02*ones
	return (rest-ones)&^rest&highBits != 0
}

// split finds the cells, eight bytes at a time. The text ends with a line end and is padded.
func (f *fields) split(text []byte, delimiter byte) {
	f.text, f.sound = text, true
	f.records = f.records[:0]
	f.ends = append(f.ends[:0], beforeText)
	if f.places == nil {
		f.places = newMarkedPlaces()
	}
	delimiters, places := uint64(delimiter)*ones, f.places
	padded := text[:len(text)+chunkPadding]
	ends, k := f.ends[:cap(f.ends)], 1
	for at := 0; at < len(text); {
		if k+8 > len(ends) {
			ends = append(ends, make([]uint32, len(ends)+1024)...)
		}
		word := binary.LittleEndian.Uint64(padded[at:])
		found, next := equal(word, delimiters), at+8
		if mayEndOrQuote(word) {
			if found, next = f.endOrQuote(padded, at, k, delimiter); next < 0 {
				f.sound = false
				break
			}
		}
		// All eight without a question; what is written beyond those that are marked is written over by the next.
		t, marked, first := ends[k:k+8:k+8], &places[found>>7*byteToBit>>56], uint32(at)
		t[0], t[1], t[2], t[3] = first+uint32(marked[0]), first+uint32(marked[1]), first+uint32(marked[2]), first+uint32(marked[3])
		t[4], t[5], t[6], t[7] = first+uint32(marked[4]), first+uint32(marked[5]), first+uint32(marked[6]), first+uint32(marked[7])
		k += int(marked[8])
		at = next
	}
	f.ends = ends[:k]
	if n := len(f.records); n == 0 || f.records[n-1] != uint32(k-1) {
		f.sound = f.sound && len(text) == 0
	}
}

// endOrQuote looks into a word with a line end or a quote, whose first cell is cell k: what ends its cells, and where to go on; -1 if a
// quote stands where the rules allow none.
func (f *fields) endOrQuote(padded []byte, at, k int, delimiter byte) (found uint64, next int) {
	word := binary.LittleEndian.Uint64(padded[at:])
	lines := equal(word, '\n'*ones)
	found, next = equal(word, uint64(delimiter)*ones)|lines, at+8
	if quotes := equal(word, '"'*ones); quotes != 0 {
		before := uint64(1)<<bits.TrailingZeros64(quotes) - 1
		found, lines = found&before, lines&before
		next = f.quoted(padded, at+bits.TrailingZeros64(quotes)>>3, delimiter)
	}
	for ; lines != 0; lines &= lines - 1 {
		rank := bits.OnesCount64(found & (lines ^ (lines - 1)))
		f.records = append(f.records, uint32(k+rank-1))
	}
	return found, next
}

// quoted returns the place behind the closing quote of a cell; -1 if a quote stands where the rules allow none. The text is padded.
func (f *fields) quoted(padded []byte, open int, delimiter byte) int {
	if open > 0 && padded[open-1] != delimiter && padded[open-1] != '\n' {
		return -1
	}
	text := padded[:len(f.text)]
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

// record returns the places around the cells of a record: cell i lies behind place i and before place i+1.
func (f *fields) record(n int) []uint32 {
	first := uint32(0)
	if n > 0 {
		first = f.records[n-1]
	}
	return f.ends[first : f.records[n]+1]
}

// blankLine reports whether a record is none: a line without anything.
func blankLine(places []uint32) bool { return len(places) == 2 && places[0]+1 == places[1] }

// raw returns a cell as it stands in the text, its quotes included.
func (f *fields) raw(places []uint32, cell int) []byte {
	return f.text[places[cell]+1 : places[cell+1]]
}

// unquoted returns what a raw cell holds.
func unquoted(raw []byte) []byte {
	if len(raw) < 2 || raw[0] != '"' {
		return raw
	}
	raw = raw[1 : len(raw)-1]
	if bytes.IndexByte(raw, '"') >= 0 {
		raw = bytes.ReplaceAll(raw, []byte(`""`), []byte(`"`))
	}
	return raw
}
