package delimited

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// UTF8Text reads bytes as UTF-8 text with one kind of line end.
//
// A byte that is not UTF-8 is taken for Windows-1252 (the usual fate of a file saved from Excel), and the first one is
// remembered. Line ends CR CR LF and a lone CR become one: encoding/csv would leave the CR in the last cell of a record. Byte order marks
// amid the text are taken out and counted.
type UTF8Text struct {
	in      io.Reader
	pending []byte // read and not yet converted
	out     []byte // converted and not yet handed over
	buffer  []byte
	err     error
	Line    int
	Bad     *BadByte
	Marks   Occurrences
	Decoded string // the encoding of a decoder below, which writes � for bytes that it cannot read; empty: there is none
	Told    bool   // somebody said that it is UTF-8: other bytes become �, and are not guessed at
}

// byteOrder is the character that marks the order of bytes, and ByteOrderMark how UTF-8 writes it.
const (
	byteOrder     = '\uFEFF'
	ByteOrderMark = "\xEF\xBB\xBF"
)

// BadByte is the first byte that is not of the encoding that was told or taken first.
type BadByte struct {
	Value byte // 0: a decoder has replaced it
	Line  int
	Char  rune
	As    string // the encoding in which it was read
}

// Guessed reports whether the text from there on is read in an encoding that nobody told.
func (b *BadByte) Guessed() bool { return b.Value != 0 && b.As != UTF8 }

// UTF8 is the name of the encoding that is taken first.
const UTF8 = "utf-8"

// IsUTF8 reports whether an encoding of this name is UTF-8.
func IsUTF8(name string) bool {
	chosen, err := htmlindex.Get(name)
	if err != nil {
		return false
	}
	canonical, err := htmlindex.Name(chosen)
	return err == nil && canonical == UTF8
}

// UnknownEncoding says that no encoding has a name.
type UnknownEncoding struct{ name string }

func (u *UnknownEncoding) Error() string { return fmt.Sprintf("unknown encoding %q", u.name) }

// Decode returns the text of an export: in the encoding of this name, or by its byte order mark, or as UTF8Text reads it.
// The name of the encoding is for people.
func Decode(in io.Reader, start []byte, name string) (text io.Reader, plain *UTF8Text, encodingName string, err error) {
	if name != "" {
		chosen, err := htmlindex.Get(name)
		if err != nil {
			return nil, nil, "", &UnknownEncoding{name}
		}
		if canonical, err := htmlindex.Name(chosen); err == nil {
			name = canonical
		}
		if name != UTF8 { // of UTF-8 a decoder would replace bad bytes without a word
			plain = newUTF8Text(transform.NewReader(in, unicode.BOMOverride(chosen.NewDecoder())))
			plain.Decoded = name
			return plain, plain, name, nil
		}
	}
	var decoder transform.Transformer = encoding.Nop.NewDecoder()
	name = UTF8
	switch {
	case bytes.HasPrefix(start, []byte{0xFF, 0xFE}):
		decoder, name = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder(), "utf-16le"
	case bytes.HasPrefix(start, []byte{0xFE, 0xFF}):
		decoder, name = unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder(), "utf-16be"
	case bytes.HasPrefix(start, []byte{0xEF, 0xBB, 0xBF}):
		decoder, name = unicode.UTF8BOM.NewDecoder(), "utf-8 with byte order mark"
		// UTF8BOM replaces bad bytes; only the mark must go, the rest is for UTF8Text to judge.
		in = DropBytes(in, 3)
		decoder = encoding.Nop.NewDecoder()
	}
	plain = newUTF8Text(transform.NewReader(in, decoder))
	if strings.HasPrefix(name, "utf-16") {
		plain.Decoded = name
	}
	return plain, plain, name, nil
}

// DropBytes reads on behind the first bytes.
func DropBytes(in io.Reader, n int) io.Reader {
	return &dropper{in: in, n: n}
}

type dropper struct {
	in io.Reader
	n  int
}

func (d *dropper) Read(p []byte) (int, error) {
	if d.n > 0 {
		mark := make([]byte, d.n)
		if _, err := io.ReadFull(d.in, mark); err != nil {
			return 0, err
		}
		d.n = 0
	}
	return d.in.Read(p)
}

func newUTF8Text(in io.Reader) *UTF8Text {
	return &UTF8Text{in: in, buffer: make([]byte, 64<<10), Line: 1}
}

// Read implements io.Reader.
func (t *UTF8Text) Read(p []byte) (int, error) {
	for len(t.out) == 0 {
		if t.err != nil && len(t.pending) == 0 {
			return 0, t.err
		}
		t.fill()
	}
	n := copy(p, t.out)
	t.out = t.out[n:]
	return n, nil
}

func (t *UTF8Text) fill() {
	if t.err == nil {
		n, err := t.in.Read(t.buffer)
		t.pending = append(t.pending, t.buffer[:n]...)
		t.err = err
	}
	t.out = t.out[:0]
	if t.err == nil && clean(t.pending) && (t.Decoded == "" || !bytes.ContainsRune(t.pending, utf8.RuneError)) {
		t.Line += bytes.Count(t.pending, []byte{'\n'})
		t.out, t.pending = append(t.out, t.pending...), t.pending[:0]
		return
	}
	t.convert()
}

// clean reports whether bytes can be handed over as they are, whatever follows.
func clean(b []byte) bool {
	return utf8.Valid(b) && bytes.IndexByte(b, '\r') < 0 && !bytes.Contains(b, []byte(ByteOrderMark))
}

// convert handles the pending bytes run by run, but for a few at the end whose meaning depends on what follows.
func (t *UTF8Text) convert() {
	b := t.pending
	for len(b) > 0 {
		atEnd := t.err != nil
		switch {
		case b[0] == '\r' && len(b) < 3 && !atEnd, !utf8.FullRune(b) && !atEnd:
			t.pending = append(t.pending[:0], b...)
			return
		case b[0] == '\r':
			if !bytes.HasPrefix(b[1:], []byte("\n")) && !bytes.HasPrefix(b[1:], []byte("\r\n")) {
				t.out = append(t.out, '\n')
				t.Line++
			}
			b = b[1:] // CR LF becomes LF by leaving out the CR, and CR CR LF loses both
		case b[0] < utf8.RuneSelf:
			n := asciiRun(b)
			t.Line += bytes.Count(b[:n], []byte{'\n'})
			t.out = append(t.out, b[:n]...)
			b = b[n:]
		default:
			b = t.character(b)
		}
	}
	t.pending = t.pending[:0]
}

// asciiRun is the number of bytes before the next CR or character beyond ASCII: most of any file, handed over at once.
func asciiRun(b []byte) int {
	for i, c := range b {
		if c == '\r' || c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}

func (t *UTF8Text) character(b []byte) []byte {
	r, size := utf8.DecodeRune(b)
	if r == byteOrder {
		t.Marks.Note(t.Line)
		return b[size:]
	}
	if r == utf8.RuneError && size == 1 {
		as := UTF8
		if !t.Told {
			r, as = charmap.Windows1252.DecodeByte(b[0]), "windows-1252"
		}
		if t.Bad == nil {
			t.Bad = &BadByte{Value: b[0], Line: t.Line, Char: r, As: as}
		}
	} else if r == utf8.RuneError && t.Decoded != "" && t.Bad == nil {
		t.Bad = &BadByte{Line: t.Line, Char: r, As: t.Decoded}
	}
	t.out = utf8.AppendRune(t.out, r)
	return b[size:]
}
