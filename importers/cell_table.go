package importers

import (
	"encoding/binary"
	"math/bits"

	"github.com/cxgap/cxgap/analysis/study"
)

// cellTable maps cells, as they stand in the text, to small numbers: a rating has a few dozen different cells, and whoever has
// met them all need not look into them again. It finds a cell of up to seven bytes by one comparison.
type cellTable struct {
	slots []cellSlot // a power of two
	long  []string   // the cells of eight bytes or more, by slot
	shift uint8
	n     int
}

// shortCells holds the values of cells of up to two bytes, which nearly all ratings are, by the first two bytes from the cell on: one look,
// no question. What stands behind a shorter cell is a delimiter or a line end, which no cell begins with or has as its second byte: the
// two bytes tell the cell. A value stands as its distance from unknownShort: a new table is all 0, and of its memory only what is used is
// ever touched.
type shortCells [1 << 16]uint16

// longestShort is how many bytes a short cell has at most.
const longestShort = 2

// unknownShort is no value of a short cell: codes leave a gap above the points of a scale.
const unknownShort = uint16(study.MaxPoints)

// get returns the value of a short cell by the two bytes from it on.
func (c *shortCells) get(word uint16) uint16 { return c[word] + unknownShort }

// put enters the value of a short cell of n bytes.
func (c *shortCells) put(word uint16, n uint32, value uint16) {
	if n > 0 {
		c[word] = value - unknownShort
		return
	}
	for next := range 256 { // whatever stands behind what ends the blank
		c[int(word&0xFF)|next<<8] = value - unknownShort
	}
}

// cellSlot holds a cell: its bytes and length, or of a long one a hash. An empty slot has key 0, which no cell has.
type cellSlot struct {
	key   uint64
	value uint32
}

// longCell marks the key of a cell of eight bytes or more.
const longCell = 1 << 63

func newCellTable() *cellTable {
	t := &cellTable{}
	t.resize(32)
	return t
}

func (t *cellTable) resize(slots int) {
	t.slots, t.long = make([]cellSlot, slots), make([]string, slots)
	t.shift = uint8(64 - bits.TrailingZeros(uint(slots)))
}

// shortKey returns the key of a cell of n < 8 bytes whose bytes begin a word.
func shortKey(word uint64, n uint32) uint64 {
	return word&(1<<(8*n)-1) | uint64(n+1)<<56
}

// keyOf returns the key of the cell between two places of a padded text.
func keyOf(padded []byte, start, end uint32) uint64 {
	n := end - start
	first := binary.LittleEndian.Uint64(padded[start:])
	if n < 8 {
		return shortKey(first, n)
	}
	last := binary.LittleEndian.Uint64(padded[end-8:])
	return (first*0x9E3779B97F4A7C15 ^ bits.RotateLeft64(last*0xD1342543DE82EF95, 29) ^ uint64(n)*0xBF58476D1CE4E5B9) | longCell
}

// slot is where a key is looked for first (Fibonacci hashing).
func (t *cellTable) slot(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> (t.shift & 63) }

// get returns the value of a cell of a padded text.
func (t *cellTable) get(padded []byte, start, end uint32) (value uint32, known bool) {
	key := keyOf(padded, start, end)
	for at := t.slot(key); ; at = (at + 1) & uint64(len(t.slots)-1) {
		switch s := t.slots[at]; {
		case s.key == 0:
			return 0, false
		case s.key == key && (key < longCell || t.long[at] == string(padded[start:end])):
			return s.value, true
		}
	}
}

// put enters a cell that is not known; it is forgotten if the table is full.
func (t *cellTable) put(padded []byte, start, end, value uint32) {
	if t.n == maxKnownCells {
		return
	}
	if 2*t.n >= len(t.slots) {
		t.grow()
	}
	t.n++
	key := keyOf(padded, start, end)
	text := ""
	if key >= longCell {
		text = string(padded[start:end])
	}
	t.enter(cellSlot{key, value}, text)
}

func (t *cellTable) enter(s cellSlot, text string) {
	at := t.slot(s.key)
	for t.slots[at].key != 0 {
		at = (at + 1) & uint64(len(t.slots)-1)
	}
	t.slots[at], t.long[at] = s, text
}

func (t *cellTable) grow() {
	slots, long := t.slots, t.long
	t.resize(2 * len(slots))
	for i, s := range slots {
		if s.key != 0 {
			t.enter(s, long[i])
		}
	}
}
