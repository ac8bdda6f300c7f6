package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tagReader reads the tags of an XML document one by one, in memory that does not grow with it. It is made for the parts of workbooks:
// a sheet of a million rows is a gigabyte of tags, for which encoding/xml takes a minute. It looks at local names only, so that
// prefixes and the strict form of the format make no difference, and it knows no document types.
type tagReader struct {
	in       io.Reader
	buf      []byte
	from, to int // what is read and not yet consumed

	// The tag found last; all of it is valid until the next.
	name       []byte // without prefix
	attributes []byte
	closing    bool // </name>
	empty      bool // <name/>

	raw  []byte // the text between the tag before and this one
	text []byte // the same, put together, where a comment or CDATA stands in it
	held bool
}

var (
	errMarkup    = errors.New("malformed XML")
	errMarkupEnd = errors.New("the XML ends before its end")
	errLongTag   = fmt.Errorf("a text or tag of more than %d MiB", MaxRow>>20)
	errNotUTF8   = errors.New("XML that is not UTF-8")
	errNull      = errors.New("it holds the character U+0000, which XML does not have")
)

func newTagReader(in io.Reader) *tagReader { return &tagReader{in: in, buf: make([]byte, 64<<10)} }

// next finds the next tag; io.EOF at the end of the document.
func (t *tagReader) next() error {
	t.text, t.held = t.text[:0], false
	for {
		open, err := t.find(0, '<')
		if err == io.EOF { //nolint:errorlint // it is find's own
			if len(bytes.TrimSpace(t.buf[t.from:t.to])) > 0 {
				return errMarkupEnd
			}
			return io.EOF
		}
		if err != nil {
			return err
		}
		first, err := t.peek(open + 1)
		if err != nil {
			return err
		}
		if first != '!' && first != '?' {
			return t.tag(open)
		}
		if err := t.special(open); err != nil {
			return err
		}
	}
}

// tag takes the tag that opens there.
func (t *tagReader) tag(open int) error {
	end, quote := open, byte(0)
	for quote != 0 || end == open {
		next, err := t.find(end+1, '>')
		if err != nil {
			return cutOff(err)
		}
		quote = openQuote(t.buf[t.from+end+1:t.from+next], quote)
		end = next
	}
	tag := t.buf[t.from+open+1 : t.from+end]
	t.raw = t.buf[t.from : t.from+open]
	t.from += end + 1
	t.closing, t.empty = false, false
	if len(tag) > 0 && tag[0] == '/' {
		t.closing, tag = true, tag[1:]
	} else if len(tag) > 0 && tag[len(tag)-1] == '/' {
		t.empty, tag = true, tag[:len(tag)-1]
	}
	n := 0
	for n < len(tag) && tag[n] > ' ' {
		n++
	}
	t.name, t.attributes = tag[:n], tag[n:]
	if prefix := bytes.IndexByte(t.name, ':'); prefix >= 0 {
		t.name = t.name[prefix+1:]
	}
	if len(t.name) == 0 {
		return errMarkup
	}
	if holdsNull(t.attributes) {
		return errNull
	}
	return nil
}

// openQuote returns the quote that is open behind a piece of a tag, if this one is open before it; 0: none. A value may hold a >.
func openQuote(piece []byte, quote byte) byte {
	for _, c := range piece {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote
}

// special passes over a comment or an instruction; what CDATA holds is text.
func (t *tagReader) special(open int) error {
	starts := func(with string) bool { return t.begins(open, with) }
	end := ">"
	switch {
	case starts("<!--"):
		end = "-->"
	case starts("<![CDATA["):
		end = "]]>"
	case starts("<?"):
		end = "?>"
	default:
		return errors.New("a document type in XML that needs none")
	}
	at, err := t.findAll(open+2, end)
	if err != nil {
		return cutOff(err)
	}
	inside := t.buf[t.from+open : t.from+at]
	if starts("<?xml") && !inUTF8(inside) {
		return errNotUTF8
	}
	if holdsNull(t.buf[t.from:t.from+open]) || bytes.IndexByte(inside, 0) >= 0 {
		return errNull
	}
	t.text, t.held = appendUnescaped(t.text, t.buf[t.from:t.from+open]), true
	if end == "]]>" {
		t.text = append(t.text, bytes.TrimPrefix(inside, []byte("<![CDATA["))...)
	}
	t.from += at + len(end)
	return nil
}

// inUTF8 reports whether an XML declaration names no other encoding.
func inUTF8(declaration []byte) bool {
	for rest := bytes.TrimPrefix(declaration, []byte("<?xml")); ; {
		name, value, more, ok := attribute(rest)
		if !ok {
			return true
		}
		if string(name) == "encoding" {
			return slices.Contains([]string{"utf-8", "utf8", "us-ascii", "ascii"}, strings.ToLower(string(value)))
		}
		rest = more
	}
}

// content returns the text before the tag.
func (t *tagReader) content() ([]byte, error) {
	text := t.raw
	if holdsNull(text) {
		return nil, errNull
	}
	if t.held || bytes.IndexByte(text, '&') >= 0 || bytes.IndexByte(text, '\r') >= 0 {
		t.text, t.held = appendUnescaped(t.text, t.raw), false
		text, t.raw = t.text, nil
	}
	if !utf8.Valid(text) {
		return nil, errNotUTF8
	}
	return text, nil
}

// is reports whether the tag has this name.
func (t *tagReader) is(name string) bool { return string(t.name) == name }

// inner returns the text of the element that was just opened, up to its end; elements within it do not belong there.
func (t *tagReader) inner() ([]byte, error) {
	if t.empty {
		return nil, nil
	}
	if err := t.next(); err != nil {
		return nil, cutOff(err)
	}
	if !t.closing {
		return nil, errMarkup
	}
	return t.content()
}

// skip passes over the element that was just opened.
func (t *tagReader) skip() error {
	if t.empty || t.closing {
		return nil
	}
	name := string(t.name)
	for depth := 1; depth > 0; {
		if err := t.next(); err != nil {
			return cutOff(err)
		}
		switch {
		case !t.is(name) || t.empty:
		case t.closing:
			depth--
		default:
			depth++
		}
	}
	return nil
}

// value returns an attribute of the tag by its local name.
func (t *tagReader) value(name string) (string, bool) {
	for rest := t.attributes; ; {
		key, value, more, ok := attribute(rest)
		if !ok {
			return "", false
		}
		if string(key) == name {
			return string(appendUnescaped(nil, value)), true
		}
		rest = more
	}
}

// attribute takes the first attribute from the inside of a tag. Its name comes without prefix (that of a namespace
// keeps it), its value as it is written.
func attribute(inside []byte) (name, value, rest []byte, ok bool) {
	equals := bytes.IndexByte(inside, '=')
	if equals < 0 {
		return nil, nil, nil, false
	}
	name = bytes.TrimSpace(inside[:equals])
	if prefix, local, has := bytes.Cut(name, []byte{':'}); has && string(prefix) != "xmlns" {
		name = local
	}
	inside = bytes.TrimLeft(inside[equals+1:], " \t\r\n")
	if len(inside) == 0 || inside[0] != '"' && inside[0] != '\'' {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(inside[1:], inside[0])
	if end < 0 {
		return nil, nil, nil, false
	}
	return name, inside[1 : end+1], inside[end+2:], true
}

// appendUnescaped writes what a text of XML stands for: entities, and line ends of any kind as one.
func appendUnescaped(to, text []byte) []byte {
	for len(text) > 0 {
		n := bytes.IndexAny(text, "&\r")
		if n < 0 {
			return append(to, text...)
		}
		to = append(to, text[:n]...)
		if text[n] == '\r' {
			to = append(to, '\n')
			if text = text[n+1:]; len(text) > 0 && text[0] == '\n' {
				text = text[1:]
			}
			continue
		}
		text = text[n:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		r, known := rune(0), false
		if end > 0 {
			r, known = entity(string(text[1:end]))
		}
		if !known {
			to, text = append(to, '&'), text[1:]
			continue
		}
		to, text = utf8.AppendRune(to, r), text[end+1:]
	}
	return to
}

// holdsNull reports whether a text holds the character that no document may hold, not even by its number (XML 1.0, 2.2 and 4.1): a cell of
// it would be neither blank nor an answer.
func holdsNull(text []byte) bool {
	for bytes.IndexByte(text, 0) < 0 {
		n := bytes.Index(text, []byte("&#"))
		if n < 0 {
			return false
		}
		text = text[n+2:]
		digits := bytes.TrimLeft(bytes.TrimPrefix(text, []byte("x")), "0")
		if len(digits) < len(text) && len(digits) > 0 && digits[0] == ';' && text[len(text)-len(digits)-1] == '0' {
			break
		}
	}
	return true
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	number, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, is := strings.CutPrefix(number, "x"); is {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 31)
	return rune(n), err == nil && n > 0 && utf8.ValidRune(rune(n))
}

// find returns the place of a byte, counted from what is not yet consumed; io.EOF if there is none.
func (t *tagReader) find(from int, c byte) (int, error) {
	for {
		if n := bytes.IndexByte(t.buf[t.from+from:t.to], c); n >= 0 {
			return from + n, nil
		}
		from = t.to - t.from
		if err := t.more(); err != nil {
			return 0, err
		}
	}
}

func (t *tagReader) findAll(from int, text string) (int, error) {
	for {
		if n := bytes.Index(t.buf[min(t.from+from, t.to):t.to], []byte(text)); n >= 0 {
			return from + n, nil
		}
		from = max(from, t.to-t.from-len(text)+1)
		if err := t.more(); err != nil {
			return 0, err
		}
	}
}

func (t *tagReader) begins(at int, text string) bool {
	for t.to-t.from < at+len(text) {
		if t.more() != nil {
			return false
		}
	}
	return string(t.buf[t.from+at:t.from+at+len(text)]) == text
}

func (t *tagReader) peek(at int) (byte, error) {
	for t.to-t.from <= at {
		if err := t.more(); err != nil {
			return 0, cutOff(err)
		}
	}
	return t.buf[t.from+at], nil
}

// more reads on; what is consumed gives way.
func (t *tagReader) more() error {
	if t.from > 0 {
		t.to = copy(t.buf, t.buf[t.from:t.to])
		t.from = 0
	}
	if t.to == len(t.buf) {
		if len(t.buf) >= MaxRow {
			return errLongTag
		}
		t.buf = append(t.buf, make([]byte, len(t.buf))...)
	}
	for range 100 {
		n, err := t.in.Read(t.buf[t.to:])
		if t.to += n; n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

// cutOff is what the end of a document is within one of its elements.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return errMarkupEnd
	}
	return err
}
