package importers

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
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
		if text.bad == nil || *text.bad != (badByte{value: 0xe9, line: 3, char: 'é', as: "windows-1252"}) {
			t.Errorf("%q: got %+v", end, text.bad)
		}
	}
}

// warningsOf reads a file of one item and returns its warnings.
func warningsOf(t *testing.T, text string) []study.Notice {
	t.Helper()
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", text)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := v.Read(context.Background(), &collector{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	return intake.Warnings
}

// The place of the first bad byte is that of the byte: the same character may stand before it as proper UTF-8, and the
// record may be thousands of records away from where decoding began.
func TestPlaceOfTheFirstBadByte(t *testing.T) {
	far := "why,quick\n" + strings.Repeat("so,7\n", 30_000) + "7,8\n\xe4,9\n"
	for _, test := range []struct{ name, text, where string }{
		{"in a header", "quick,caf\xe9\n7,x\n", "c.csv:1:2"},
		{"after the same character in UTF-8", "café,quick,why\nx,7,é\nx,8,caf\xe9\n", "c.csv:3:3"},
		{"in a cell of several lines", "why,quick\n\"one\ntwo\nthr\xe9e\",7\nn\xe4,8\n", "c.csv:4:1"},
		{"in a cell after one of several lines", "why,quick,more\n\"one\ntwo\",7,\xe4\n", "c.csv:3:3"},
		{"below blank lines", "why,quick\n\n\nn\xe4,7\n", "c.csv:4:1"},
		{"far down", far, "c.csv:30003:1"},
		{"at the end without a line end", "quick,why\n7,\xe4", "c.csv:2:2"},
	} {
		got := warningsOf(t, test.text)
		if len(got) != 1 || got[0].Code != study.EncodingAssumed || got[0].Where != test.where || !strings.HasPrefix(got[0].Message, test.where+": byte 0xE") {
			t.Errorf("%s: got %v, want one at %s", test.name, got, test.where)
		}
	}
	if got := warningsOf(t, "quick,why\n7,naïve – très\n"); len(got) != 0 {
		t.Errorf("proper UTF-8: got %v", got)
	}
}

// An encoding that is told is used; a byte order mark knows better.
func TestEncodingAsTold(t *testing.T) {
	const text = "\"질문, 하나\",빠름\n네,7\n"
	bytes, err := korean.EUCKR.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	marked, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, bytes, told, encoding string }{
		{"euc-kr", bytes, "euc-kr", "euc-kr"},
		{"another name for it", bytes, "KS_C_5601-1987", "euc-kr"},
		{"a mark", marked, "euc-kr", "euc-kr"},
	} {
		e, err := exported(t, test.bytes, Options{Encoding: test.told})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if e.Encoding != test.encoding || len(e.Columns) != 2 || e.Columns[0].ID != "질문, 하나" || e.Columns[1].ID != "빠름" {
			t.Errorf("%s: got %s, %+v", test.name, e.Encoding, e.Columns)
		}
	}
}

// A UTF-16 file that was cut within a character is no reason to lose what stands before.
func TestCutUTF16(t *testing.T) {
	bytes := encoded(t, "utf-16le", "quick,why\n7,yes\n8,no\n")
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", bytes[:len(bytes)-1])
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	var c collector
	if _, err := v.Read(context.Background(), &c); err != nil || fmt.Sprint(c.codes[[2]int{0, 0}]) != "[6 7]" {
		t.Errorf("got %v, %v", c.codes, faultsOf(err))
	}
}

// Any text in UTF-8 with any line ends comes out as it went in, the line ends made one and byte order marks taken out.
func TestUTF8TextKeepsEveryCharacter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		pieces := rapid.SliceOf(rapid.OneOf(rapid.StringN(0, 8, -1), rapid.SampledFrom([]string{"é", "–", "\u00a0", "ab", byteOrderMark + "1"}))).Draw(rt, "lines")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r\r\n", "\r"}).Draw(rt, "line end")
		for i := range pieces {
			pieces[i] = strings.NewReplacer("\r", "", "\n", "").Replace(pieces[i])
		}
		text := newUTF8Text(iotest.HalfReader(strings.NewReader(strings.Join(pieces, end))))
		got, err := io.ReadAll(text)
		whole := strings.Join(pieces, "\n")
		if marks := strings.Count(whole, byteOrderMark); text.marks.n != marks {
			rt.Fatalf("got %d marks, want %d", text.marks.n, marks)
		}
		if want := strings.ReplaceAll(whole, byteOrderMark, ""); err != nil || string(got) != want || text.bad != nil {
			rt.Fatalf("got %q, %v, bad byte %+v, want %q", got, err, text.bad, want)
		}
		if text.line != max(1, len(pieces)) {
			rt.Fatalf("got %d lines, want %d", text.line, max(1, len(pieces)))
		}
	})
}
