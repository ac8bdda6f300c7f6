package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

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
