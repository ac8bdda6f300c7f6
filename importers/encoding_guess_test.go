package importers

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/cxgap/cxgap/analysis/study"
)

// Bytes that are not UTF-8 are read in the encoding that they speak for; the warning names the first of them and its cell.
func TestGuessedEncodings(t *testing.T) {
	for _, test := range []struct{ encoding, text, cell, warning string }{
		{"euc-kr", "id,만족도는 어떻습니까,왜\n1,7,친절하고 빠릅니다\n2,6,보통입니다\n", "친절하고 빠릅니다", `export.csv:1:2: byte 0xB8 is not UTF-8; read as Korean (EUC-KR, CP949) ('만'); --encoding says otherwise`},
		{"shift_jis", "id,満足していますか,理由\n1,7,はやくて親切です\n2,6,ふつうです\n", "はやくて親切です", `export.csv:1:2: byte 0x96 is not UTF-8; read as Japanese (Shift-JIS) ('満'); --encoding says otherwise`},
		{"gbk", "id,您对我们的服务满意吗,为什么\n1,7,服务很好而且速度很快是的\n2,6,一般般没有意见\n", "服务很好而且速度很快是的", `export.csv:1:2: byte 0xC4 is not UTF-8; read as Chinese (GBK) ('您'); --encoding says otherwise`},
		{"windows-1252", "id,Wie gut hören wir zu?,Warum\n1,7,für schöne Übergänge – größer\n2,6,naïve façade\n", "für schöne Übergänge – größer", `export.csv:1:2: byte 0xF6 is not UTF-8; read as Windows-1252 ('ö'); --encoding says otherwise`},
	} {
		chosen, err := htmlindex.Get(test.encoding)
		if err != nil {
			t.Fatal(err)
		}
		text, err := chosen.NewEncoder().String(test.text)
		if err != nil {
			t.Fatal(err)
		}
		e, err := exported(t, text, Options{})
		if err != nil {
			t.Fatal(test.encoding, err)
		}
		var cells []string
		info, err := e.read(context.Background(), func(r Record) error { cells = append(cells, strings.Clone(r.Cells[2])); return nil }, func(study.Fault) {})
		if err != nil || cells[0] != test.cell {
			t.Errorf("%s: got %q, %v", test.encoding, cells, err)
		}
		if len(info.warnings) != 1 || info.warnings[0].Text() != test.warning || info.encoding != test.encoding+" (assumed)" {
			t.Errorf("%s: got %s, %+v", test.encoding, info.encoding, info.warnings)
		}
	}
}

// Bytes that the encoding does not have are not replaced without a word, whoever named the encoding.
func TestReplacedBytesAreNamed(t *testing.T) {
	e, err := exported(t, "id,why\n1,ok\n2,\xb8\xb8\xff\n", Options{Encoding: "euc-kr"})
	if err != nil {
		t.Fatal(err)
	}
	info, err := e.read(context.Background(), func(Record) error { return nil }, func(study.Fault) {})
	if err != nil || len(info.warnings) != 1 || !strings.HasPrefix(info.warnings[0].Message, "export.csv:3:2: a byte is not Korean (EUC-KR, CP949)") || info.encoding != "euc-kr" {
		t.Errorf("got %+v, %v", info, err)
	}
}

// UTF-8 that somebody told is UTF-8: other bytes are replaced and named, and no other encoding is taken for it; what a file has in UTF-8 is read as ever.
func TestToldUTF8IsObeyed(t *testing.T) {
	for _, test := range []struct{ told, text, cell, warning, encoding string }{
		{"utf-8", "id,why\n1,ok\n2,\xb8\xb8 x\n", "\ufffd\ufffd x", `export.csv:3:2: byte 0xB8 is not UTF-8 and is read as '�'`, "utf-8"},
		{"UTF8", "id,why\n1,ok\n2,caf\xe9\n", "caf\ufffd", `export.csv:3:2: byte 0xE9 is not UTF-8 and is read as '�'`, "utf-8"},
		{"", "id,why\n1,ok\n2,caf\xe9\n", "café", `export.csv:3:2: byte 0xE9 is not UTF-8; read as Windows-1252 ('é')`, "windows-1252 (assumed)"},
		{"windows-1252", "id,why\n1,ok\n2,caf\xe9\n", "café", "", "windows-1252"},
		{"utf-8", "id,why\n1,ok\n2,café – 만족 \ufffd\n", "café – 만족 \ufffd", "", "utf-8"},
	} {
		e, err := exported(t, test.text, Options{Encoding: test.told})
		if err != nil {
			t.Fatal(err)
		}
		var cells []string
		info, err := e.read(context.Background(), func(r Record) error { cells = append(cells, strings.Clone(r.Cells[1])); return nil }, func(study.Fault) {})
		if err != nil || cells[1] != test.cell || info.encoding != test.encoding || len(info.warnings) > 0 != (test.warning != "") || test.warning != "" && info.warnings[0].Message != test.warning {
			t.Errorf("%q: got %q, %+v, %v", test.told, cells, info, err)
		}
		s, err := scanExport(context.Background(), e)
		if err != nil || s.columns[1].cells.count[test.cell] != 1 || s.info.encoding != test.encoding || len(s.info.warnings) > 0 != (test.warning != "") {
			t.Errorf("%q in chunks: got %v, %+v, %v", test.told, s.columns[1].cells.count, s.info, err)
		}
	}
}
