package importers

import (
	"encoding/binary"
	"math/bits"

	"github.com/cxgap/cxgap/analysis/study"
)

// cellTable maps cells, as they stand in the text, to small numbers: a rating has a few dozen different cells, and whoever has
// met them all need not look into them again. It finds a cell of up to sixteen bytes by its first and its last eight.
type cellTable struct {
	slots []cellSlot // a power of two
	long  []string   // longer cells, by slot
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

// column puts in the values of cells of a padded text, and returns how many, up to one that is long or unknown. The place before each cell, and that
// behind it, stand where at says.
func (c *shortCells) column(padded []byte, places []uint32, at []int, out []study.Code) int {
	out = out[:len(at)]
	for k, i := range at {
		before, end := places[i], places[i+1]
		start := int(before + 1)
		if start+1 >= len(padded) {
			return k // never: a text is padded
		}
		value := c[uint16(padded[start])|uint16(padded[start+1])<<8]
		if end-before > longestShort+1 || value == 0 {
			return k
		}
		out[k] = study.Code(value + unknownShort)
	}
	return len(at)
}

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

// cellSlot holds a cell: its length, and its first and its last eight bytes, which tell it up to sixteen. An empty slot has all of them zero, which no
// key is.
type cellSlot struct {
	cellKey
	value uint32
}

type cellKey struct {
	first, last uint64
	length      uint32 // one more
}

// longestTold is how long a cell may be to be told by its key alone.
const longestTold = 16

func newCellTable() *cellTable {
	t := &cellTable{}
	t.resize(32)
	return t
}

func (t *cellTable) resize(slots int) {
	t.slots, t.long = make([]cellSlot, slots), make([]string, slots)
	t.shift = uint8(64 - bits.TrailingZeros(uint(slots)))
}

// keyOf returns the key of the cell between two places of a padded text.
func keyOf(padded []byte, start, end uint32) cellKey {
	n := end - start
	first := binary.LittleEndian.Uint64(padded[start:])
	if n < 8 {
		return cellKey{first & (1<<(8*n) - 1), 0, n + 1}
	}
	return cellKey{first, binary.LittleEndian.Uint64(padded[end-8:]), n + 1}
}

// slot is where a key is looked for first (Fibonacci hashing).
func (t *cellTable) slot(key cellKey) uint64 {
	mixed := key.first ^ bits.RotateLeft64(key.last*0xD1342543DE82EF95, 29) ^ uint64(key.length)*0xBF58476D1CE4E5B9
	return mixed * 0x9E3779B97F4A7C15 >> (t.shift & 63)
}

// get returns the value of a cell of a padded text.
func (t *cellTable) get(padded []byte, start, end uint32) (value uint32, known bool) {
	key := keyOf(padded, start, end)
	for at := t.slot(key); ; at = (at + 1) & uint64(len(t.slots)-1) {
		switch s := &t.slots[at]; {
		case s.cellKey == key && (key.length <= longestTold+1 || t.long[at] == string(padded[start:end])):
			return s.value, true
		case s.length == 0:
			return 0, false
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
	if key.length > longestTold+1 {
		text = string(padded[start:end])
	}
	t.enter(cellSlot{key, value}, text)
}

func (t *cellTable) enter(s cellSlot, text string) {
	at := t.slot(s.cellKey)
	for t.slots[at].length != 0 {
		at = (at + 1) & uint64(len(t.slots)-1)
	}
	t.slots[at], t.long[at] = s, text
}

func (t *cellTable) grow() {
	slots, long := t.slots, t.long
	t.resize(2 * len(slots))
	for i, s := range slots {
		if s.length != 0 {
			t.enter(s, long[i])
		}
	}
}
