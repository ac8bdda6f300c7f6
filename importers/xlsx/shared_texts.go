package xlsx

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
)

// The bounds of a workbook's texts in memory; beyond, they lie in a temporary file.
const (
	maxTextsKept   = 8 << 20
	maxTextsCached = 8 << 20
	textBlockSize  = 32 << 10
	textOverhead   = 32 // of a text in memory
)

// sharedTexts are the texts of a workbook, to which the cells refer by number. They are read as far as they are asked for: programs
// write them in the order in which the cells need them. The first are kept, and so are the labels of answers among them; the others
// go to a temporary file block by block, of which the last used stay in memory. So memory grows neither with rows nor with texts.
type sharedTexts struct {
	part   *tagReader // nil: there are none
	closer io.Closer
	ended  bool
	scan   []byte

	kept      []string
	keptBytes int

	block      []string // the last texts read, behind those of the spool
	blockBytes int
	firstOf    []int   // number of the first text of each block in the spool
	places     []int64 // where it begins
	spool      *os.File
	spooled    int64
	cache      map[int][]string
	cached     int
}

var errNoSuchText = errors.New("no such text")

// at returns a text by its number.
func (s *sharedTexts) at(n int) (string, error) {
	for n >= s.read() && !s.ended {
		if err := s.advance(); err != nil {
			return "", fmt.Errorf("the texts of the workbook cannot be read: %w", err)
		}
	}
	switch {
	case n < 0 || n >= s.read():
		return "", errNoSuchText
	case n < len(s.kept):
		return s.kept[n], nil
	case n >= s.read()-len(s.block):
		return s.block[n-s.read()+len(s.block)], nil
	}
	return s.fromSpool(n)
}

// read is how many texts are read.
func (s *sharedTexts) read() int {
	n := len(s.kept) + len(s.block)
	if len(s.firstOf) > 0 {
		n = s.firstOf[len(s.firstOf)-1] + len(s.block)
	}
	return n
}

// advance reads one more text.
func (s *sharedTexts) advance() error {
	for s.part != nil {
		err := s.part.next()
		if errors.Is(err, io.EOF) {
			return errMarkupEnd
		}
		if err != nil {
			return err
		}
		if s.part.is("sst") && (s.part.closing || s.part.empty) {
			break
		}
		if s.part.is("si") && !s.part.closing {
			if s.scan, err = richText(s.part, s.scan[:0]); err != nil {
				return err
			}
			return s.add(string(s.scan))
		}
	}
	s.ended = true
	if s.part == nil {
		return nil
	}
	_, err := io.Copy(io.Discard, s.part.in) // the archive checks its sum at the end
	return err
}

func (s *sharedTexts) add(text string) error {
	size := len(text) + textOverhead
	if s.keptBytes+size <= maxTextsKept && len(s.firstOf) == 0 {
		s.kept, s.keptBytes = append(s.kept, text), s.keptBytes+size
		return nil
	}
	if len(s.firstOf) == 0 {
		s.keptBytes = maxTextsKept // a later, shorter one would not be in order
		s.firstOf, s.places = append(s.firstOf, len(s.kept)), append(s.places, 0)
	}
	if s.blockBytes > 0 && s.blockBytes+size > textBlockSize {
		if err := s.spoolBlock(); err != nil {
			return err
		}
	}
	s.block, s.blockBytes = append(s.block, text), s.blockBytes+size
	return nil
}

// spoolBlock writes the block to the temporary file and begins another.
func (s *sharedTexts) spoolBlock() error {
	if s.spool == nil {
		spool, err := os.CreateTemp("", "cxgap-texts-*")
		if err != nil {
			return err
		}
		_ = os.Remove(spool.Name()) // the open file lives on without its name; where a system forbids that, close removes it
		s.spool, s.cache = spool, map[int][]string{}
	}
	s.scan = s.scan[:0]
	for _, text := range s.block {
		s.scan = append(binary.AppendUvarint(s.scan, uint64(len(text))), text...)
	}
	if _, err := s.spool.WriteAt(s.scan, s.spooled); err != nil {
		return err
	}
	s.spooled += int64(len(s.scan))
	s.firstOf, s.places = append(s.firstOf, s.firstOf[len(s.firstOf)-1]+len(s.block)), append(s.places, s.spooled)
	s.remember(len(s.firstOf)-2, s.block, s.blockBytes)
	s.block, s.blockBytes = nil, 0
	return nil
}

// remember keeps a block in memory for as long as there is room.
func (s *sharedTexts) remember(n int, block []string, size int) {
	if s.cached+size > maxTextsCached {
		clear(s.cache)
		s.cached = 0
	}
	s.cache[n] = block
	s.cached += size
}

func (s *sharedTexts) fromSpool(n int) (string, error) {
	number := sort.SearchInts(s.firstOf, n+1) - 1
	block, here := s.cache[number]
	if !here {
		packed := make([]byte, s.places[number+1]-s.places[number])
		if _, err := s.spool.ReadAt(packed, s.places[number]); err != nil {
			return "", err
		}
		all, size := string(packed), 0
		for at := 0; at < len(all); {
			length, width := binary.Uvarint(packed[at:])
			at += width + int(length)
			block, size = append(block, all[at-int(length):at]), size+int(length)+textOverhead
		}
		s.remember(number, block, size)
	}
	return block[n-s.firstOf[number]], nil
}

// Close removes what was spooled.
func (s *sharedTexts) Close() error {
	var err error
	if s.closer != nil {
		err = s.closer.Close()
	}
	if s.spool != nil {
		_ = os.Remove(s.spool.Name()) // gone already where an open file can lose its name
		err = errors.Join(err, s.spool.Close())
	}
	return err
}

// richText appends the text of the element that was just opened: its runs without their looks, and without the readings of
// Japanese words.
func richText(m *tagReader, text []byte) ([]byte, error) {
	if m.empty {
		return text, nil
	}
	start, end := len(text), string(m.name)
	for {
		if err := m.next(); err != nil {
			return text, cutOff(err)
		}
		switch {
		case m.closing && m.is(end):
			return append(text[:start], decodeEscapes(text[start:])...), nil
		case m.closing:
		case m.is("rPh"):
			if err := m.skip(); err != nil {
				return text, err
			}
		case m.is("t"):
			run, err := m.inner()
			if err != nil {
				return text, err
			}
			text = append(text, run...)
		}
	}
}
