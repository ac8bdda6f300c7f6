package delimited

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"
)

// ChunkSize is how much text a worker takes at once: little enough to stay in the cache of its core while it is read, large
// enough that handing it over costs nothing.
const ChunkSize = 256 << 10

// ChunkPadding is how far memory reaches behind the text of a chunk, so that eight bytes can be loaded from anywhere in it.
const ChunkPadding = 16

// Chunk is a run of whole records. Where it ends depends on the text alone, not on how the bytes came: a file and the same file
// in gzip give the same chunks, so that what is added up chunk by chunk is the same to the last bit.
type Chunk struct {
	Number int
	Text   []byte   // ends with a line end
	Bad    *BadByte // of a decoded text: the first bad byte so far, its line in the file
	Err    error    // what ends the text behind the chunk; nil: there is more, or the file ends as it should
}

// Chunks cuts the text of an export. It is shared by the workers of a pass.
type Chunks struct {
	mu        sync.Mutex
	Text      io.Reader
	Decoded   *UTF8Text // nil: the bytes are taken as they lie in the file, and whoever reads a chunk makes text of it
	Size      int
	Headers   int // records that the first chunk must hold
	Delimiter rune
	carry     []byte // the beginning of the next chunk
	number    int
	ended     bool
}

// next reads the next chunk into the given memory, which may grow; ok is false when there is none.
func (s *Chunks) next(memory []byte) (c Chunk, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return Chunk{}, false
	}
	c = Chunk{Number: s.number}
	c.Text, c.Err = s.records(append(memory[:0], s.carry...), s.Size)
	for size := 2 * s.Size; s.number == 0 && c.Err == nil && size <= MaxRecord && !s.holdsHeader(c.Text); size *= 2 {
		c.Text, c.Err = s.records(append(c.Text, s.carry...), size)
	}
	if s.ended = c.Err != nil; errors.Is(c.Err, io.EOF) {
		c.Err = nil
	}
	if len(c.Text) == 0 && c.Err == nil && c.Number > 0 {
		return Chunk{}, false
	}
	if s.Decoded != nil {
		c.Bad = s.Decoded.Bad
	}
	s.number++
	return c, true
}

// holdsHeader reports whether a text holds all header records, or one that cannot be read.
func (s *Chunks) holdsHeader(text []byte) bool {
	if s.Decoded == nil {
		text, _, _ = TextOf(padded(slices.Clone(text)), false)
	}
	reader := NewRecordReader(bytes.NewReader(text), s.Delimiter)
	for range s.Headers {
		if _, err := reader.Read(); err != nil {
			return !errors.Is(err, io.EOF)
		}
	}
	return true
}

// records reads about as much text, up to the end of a record; what it read beyond is carried. An error comes with the whole
// records before it.
func (s *Chunks) records(text []byte, size int) ([]byte, error) {
	for {
		var err error
		if text, err = fill(text, size, s.Text); errors.Is(err, io.EOF) {
			if n := len(text); n > 0 && text[n-1] != '\n' {
				text = append(text, '\n')
			}
			return padded(text), err
		}
		end := lastRecordEnd(text)
		switch {
		case err != nil:
			return padded(text[:end]), err
		case end > 0:
			s.carry = append(s.carry[:0], text[end:]...)
			return padded(text[:end]), nil
		case size >= MaxRecord:
			return padded(text[:0]), ErrLongRecord
		}
		size = min(2*size, MaxRecord)
	}
}

// fill reads text until there is as much. Memory grows with what comes: a small file does not need that of a whole chunk.
func fill(text []byte, size int, in io.Reader) ([]byte, error) {
	size = max(size, len(text)) // of a long record much may be carried
	for {
		if room := min(size, max(2*len(text), firstRead)); cap(text) < room+ChunkPadding {
			text = append(make([]byte, 0, room+ChunkPadding), text...)
		}
		n, err := io.ReadFull(in, text[len(text):min(size, cap(text)-ChunkPadding)])
		if text = text[:len(text)+n]; errors.Is(err, io.ErrUnexpectedEOF) {
			err = io.EOF
		}
		if err != nil || len(text) == size {
			return text, err
		}
	}
}

// firstRead is how much text the memory of a chunk holds at first.
const firstRead = 16 << 10

// padded makes sure of the memory behind a text.
func padded(text []byte) []byte {
	if cap(text) < len(text)+ChunkPadding {
		text = append(make([]byte, 0, len(text)+ChunkPadding), text...)
	}
	clear(text[len(text) : len(text)+ChunkPadding])
	return text
}

// lastRecordEnd returns the end of the last whole record in a text that begins with one: behind the last line end outside quotes,
// which are an even number before it. Where a quote stands against the rules this may be no record's end, but then the text
// before it holds a fault, and nobody reads on.
func lastRecordEnd(text []byte) int {
	quoted := bytes.Count(text, []byte{'"'})%2 == 1
	if end := lastOutside(text, quoted, bytes.LastIndexByte, '\n'); end > 0 {
		return end
	}
	return lastOutside(text, quoted, lastLoneReturn, '\r')
}

func lastOutside(text []byte, quoted bool, last func([]byte, byte) int, end byte) int {
	for before := len(text); ; {
		at := last(text[:before], end)
		if at < 0 {
			return 0
		}
		if bytes.Count(text[at:before], []byte{'"'})%2 == 1 {
			quoted = !quoted
		}
		if !quoted {
			return at + 1
		}
		before = at
	}
}

// lastLoneReturn finds the last CR that is a line end by itself. Of the last two bytes it cannot be told.
func lastLoneReturn(text []byte, _ byte) int {
	for at := bytes.LastIndexByte(text, '\r'); at >= 0; at = bytes.LastIndexByte(text[:at], '\r') {
		if rest := text[at+1:]; len(rest) >= 2 && rest[0] != '\n' && (rest[0] != '\r' || rest[1] != '\n') {
			return at
		}
	}
	return -1
}

// TextOf makes text of the padded bytes of a chunk, as UTF8Text does of a stream, in the same memory where it can; bad is its first bad
// byte, with its line in the chunk, and so are the lines of marks. Told that it is UTF-8, it guesses at no other bytes.
func TextOf(raw []byte, told bool) (text []byte, bad *BadByte, marks Occurrences) {
	if at := bytes.IndexByte(raw, '\r'); at >= 0 {
		raw = padded(withoutReturns(raw, at))
	}
	if validText(raw) {
		return raw, nil, marks
	}
	whole := UTF8Text{pending: raw, err: io.EOF, Line: 1, Told: told}
	whole.convert()
	return padded(whole.out), whole.Bad, whole.Marks
}

// validText reports whether a padded text is UTF-8, as utf8.Valid does, and has no byte order mark. Characters beyond ASCII stand alone in most texts: it goes from
// one straight to the next.
func validText(text []byte) bool {
	padded := text[:len(text)+ChunkPadding]
	for at := 0; at < len(text); {
		at = pastASCII(text, at)
		beyond := binary.LittleEndian.Uint64(padded[at:]) & highBits
		if beyond == 0 {
			at += 8
			continue
		}
		at += bits.TrailingZeros64(beyond) >> 3
		if at >= len(text) {
			break // what is left in the memory behind
		}
		if lead, next := text[at], padded[at+1]; lead >= 0xC2 && lead <= 0xDF && next&0xC0 == 0x80 && at+1 < len(text) {
			at += 2 // most letters beyond ASCII
			continue
		}
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 || r == byteOrder {
			return false
		}
		at += size
	}
	return true
}

// pastASCII returns where, from at on, the first 32 bytes stand that are not all ASCII, or the last of the text: one question instead of four.
func pastASCII(text []byte, at int) int {
	for ; len(text)-at >= 32; at += 32 {
		words := text[at : at+32 : at+32]
		together := binary.LittleEndian.Uint64(words) | binary.LittleEndian.Uint64(words[8:]) |
			binary.LittleEndian.Uint64(words[16:]) | binary.LittleEndian.Uint64(words[24:])
		if together&highBits != 0 {
			break
		}
	}
	return at
}

// withoutReturns brings line ends into one form, from the first CR on: CR LF and CR CR LF become LF, and so does a lone CR.
func withoutReturns(text []byte, first int) []byte {
	out := first
	for at := first; at < len(text); {
		rest := text[at+1:]
		if !bytes.HasPrefix(rest, []byte("\n")) && !bytes.HasPrefix(rest, []byte("\r\n")) {
			text[out] = '\n'
			out++
		}
		run := bytes.IndexByte(rest, '\r')
		if run < 0 {
			run = len(rest)
		}
		out += copy(text[out:], rest[:run])
		at += 1 + run
	}
	return text[:out]
}
