package delimited

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// Bytes come in pieces of any size: what a line end or a character is must not depend on where they are cut.
func TestTextDoesNotDependOnThePieces(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"a\r\nb\r\r\nc\rd\ne", "a\nb\nc\nd\ne"},
		{"a\r\r\rb\r", "a\n\n\nb\n"},
		{"a\r\r\r\nb\r\r", "a\n\nb\n\n"},
		{"\r", "\n"},
		{"\r\n", "\n"},
		{"é – 漢 😀", "é – 漢 😀"},
		{"caf\xe9 \x96 caf\u00e9", "café – café"},
		{"cut at the end: \xe6\xbc", "cut at the end: æ¼"},
		{"\x81", "\ufffd"}, // Windows-1252 has no character there: the warning names the byte
		{"", ""},
	} {
		for name, in := range map[string]io.Reader{
			"whole": strings.NewReader(test.in), "byte by byte": iotest.OneByteReader(strings.NewReader(test.in)),
			"end with the data": iotest.DataErrReader(strings.NewReader(test.in)),
		} {
			got, err := io.ReadAll(newUTF8Text(in))
			if err != nil || string(got) != test.want {
				t.Errorf("%q %s: got %q, %v, want %q", test.in, name, got, err, test.want)
			}
		}
	}
}

// An error of the stream arrives after the text before it.
func TestErrorOfTheStream(t *testing.T) {
	got, err := io.ReadAll(newUTF8Text(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("a\rb")))))
	if string(got) != "a" || err == nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// The line of the first bad byte is counted as editors count it, whatever ends the lines.
func TestLineOfTheBadByte(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r\r\n", "\r"} {
		text := newUTF8Text(strings.NewReader(strings.Join([]string{"a", "b", "c\xe9", "d\xe9"}, end)))
		if _, err := io.ReadAll(text); err != nil {
			t.Fatal(err)
		}
		if text.Bad == nil || *text.Bad != (BadByte{Value: 0xe9, Line: 3, Char: 'é', As: "windows-1252"}) {
			t.Errorf("%q: got %+v", end, text.Bad)
		}
	}
}

// Any text in UTF-8 with any line ends comes out as it went in, the line ends made one and byte order marks taken out.
func TestUTF8TextKeepsEveryCharacter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		pieces := rapid.SliceOf(rapid.OneOf(rapid.StringN(0, 8, -1), rapid.SampledFrom([]string{"é", "–", "\u00a0", "ab", ByteOrderMark + "1"}))).Draw(rt, "lines")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r\r\n", "\r"}).Draw(rt, "line end")
		for i := range pieces {
			pieces[i] = strings.NewReplacer("\r", "", "\n", "").Replace(pieces[i])
		}
		text := newUTF8Text(iotest.HalfReader(strings.NewReader(strings.Join(pieces, end))))
		got, err := io.ReadAll(text)
		whole := strings.Join(pieces, "\n")
		if marks := strings.Count(whole, ByteOrderMark); text.Marks.N != marks {
			rt.Fatalf("got %d marks, want %d", text.Marks.N, marks)
		}
		if want := strings.ReplaceAll(whole, ByteOrderMark, ""); err != nil || string(got) != want || text.Bad != nil {
			rt.Fatalf("got %q, %v, bad byte %+v, want %q", got, err, text.Bad, want)
		}
		if text.Line != max(1, len(pieces)) {
			rt.Fatalf("got %d lines, want %d", text.Line, max(1, len(pieces)))
		}
	})
}
