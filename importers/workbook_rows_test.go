package importers

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/google/go-cmp/cmp"
)

// sheetParts is a workbook of one sheet, by hand: what other programs write is not what excelize writes.
func sheetParts(sheet, texts string, others ...string) map[string]string {
	parts := map[string]string{
		"_rels/.rels":     `<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="A" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>
<Relationship Id="s1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="s2" Type="http://x/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>
<Relationship Id="s3" Type="http://x/relationships/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": sheet,
		"xl/sharedStrings.xml":     texts,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;day&quot; 0.0"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
	}
	for i := 0; i < len(others); i += 2 {
		if parts[others[i]] = others[i+1]; others[i+1] == "" {
			delete(parts, others[i])
		}
	}
	return parts
}

// rowsOf reads all records of the sheet of a workbook, each under the number of its row.
func rowsOf(t testing.TB, data string, sheet string) (string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.xlsx")
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := openWorkbook(&source{name: "w.xlsx", path: path}, sheet, nil)
	if err != nil {
		return "", err
	}
	defer w.Close()
	var b strings.Builder
	for {
		record, err := w.Read()
		if err != nil {
			if err.Error() == "EOF" {
				return b.String(), nil
			}
			return b.String(), err
		}
		fmt.Fprintf(&b, "%d:%q\n", w.rows.Row, record)
	}
}

// What a sheet may look like, and what its cells then say.
func TestSheetRows(t *testing.T) {
	for _, c := range []struct{ name, sheet, texts, want string }{
		{"places", `<worksheet><sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row><c><v>3</v></c><c/><c><v>4</v></c></row><row r="9"/></sheetData></worksheet>`, "", "2:[\"\" \"1\" \"\" \"2\"]\n3:[\"3\" \"\" \"4\"]\n"},
		{"a column behind Z", `<worksheet><sheetData><row r="1"><c r="Y1"><v>1</v></c><c><v>2</v></c><c r="AA1"><v>3</v></c></row></sheetData></worksheet>`, "", "1:[" + strings.Repeat(`"" `, 24) + "\"1\" \"2\" \"3\"]\n"},
		{"prefixes, quotes, comments", "\ufeff<?xml version='1.0' encoding='UTF-8'?><!-- <row> --><x:worksheet xmlns:x='strict' xmlns:r='9'><x:sheetData><x:row xmlns:r=\"7\" r='1' a='>'><x:c r='A1' t='str'><x:v>a<!-- no -->&amp;<![CDATA[<b>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>", "", "1:[\"a&<b>\"]\n"},
		{
			"numbers", `<worksheet><sheetData><row>` + numbers("7", "7.0", "1E-3", "4.0000000000000002E-2", "0.30000000000000004", "12345678901234567890", "1.2E+3", "-2.50", "007", "nan", "1e300") + `</row></sheetData></worksheet>`, "",
			"1:[\"7\" \"7\" \"0.001\" \"0.04\" \"0.3\" \"12345678901234567890\" \"1200\" \"-2.5\" \"007\" \"nan\" \"1E+300\"]\n",
		},
		{
			"dates and times", `<worksheet><sheetData><row><c s="1"><v>46266</v></c><c s="1"><v>46266.4375</v></c><c s="2"><v>46266</v></c><c s="3"><v>1.25</v></c><c s="4"><v>2.8356481481481479E-3</v></c><c s="5"><v>0.25</v></c><c s="99"><v>5</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c t="d"><v>2026-09-01T10:30:00Z</v></c><c s="1" t="str"><v>46266</v></c></row></sheetData></worksheet>`, "",
			"1:[\"2026-09-01\" \"2026-09-01 10:30:00\" \"46266\" \"30:00:00\" \"00:04:05\" \"0.25\" \"5\" \"1900-02-28\" \"1900-03-01\" \"2026-09-01 10:30:00\" \"46266\"]\n",
		},
		{
			"texts", `<worksheet><sheetData><row><c t="s"><v>1</v></c><c t="s"><v> 0 </v></c><c t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve"> in</t></r><r><t>line</t></r></is></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>y</v></c><c><f>1+1</f><v>2</v></c><c><f>1</f></c><c t="s"><v/></c></row></sheetData></worksheet>`,
			`<sst count="2"><si><t>one</t></si><si><r><t>二</t></r><rPh sb="0" eb="1"><t>ni</t></rPh><r><t xml:space="preserve"> _x0041_&#x263A; </t></r><phoneticPr fontId="1"/></si></sst>`,
			"1:[\"二 A☺ \" \"one\" \" inline\" \"TRUE\" \"FALSE\" \"\" \"y\" \"2\"]\n",
		},
		{"what only looks like the number of no character", `<worksheet><sheetData><row><c t="str"><v>_x0000_&amp;#0;&#010;&#;&#x;<![CDATA[&#0;]]></v></c></row></sheetData></worksheet>`, "", "1:[\"_x0000_&#0;\\n&#;&#x;&#0;\"]\n"},
		{"elements that nobody asked for", `<worksheet><cols><col/></cols><sheetData><row><extLst><c><v>9</v></c></extLst><c><extLst><v>8</v></extLst><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`, "", "1:[\"1\"]\n"},
	} {
		got, err := rowsOf(t, archive(t, sheetParts(c.sheet, c.texts)), "")
		if err != nil {
			t.Errorf("%s: %v", c.name, faultsOf(err))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

func numbers(values ...string) string {
	return "<c><v>" + strings.Join(values, "</v></c><c><v>") + "</v></c>"
}

// A sheet that cannot be read to its end says where; nothing of it is passed over.
func TestSheetFaults(t *testing.T) {
	row := func(cells string) string {
		return `<worksheet><sheetData><row r="4">` + cells + `</row></sheetData></worksheet>`
	}
	for _, c := range []struct{ sheet, want string }{
		{row(`<c r="C4" t="s"><v>2</v></c>`), `w.xlsx:4: sheet A cannot be read from here: cell C4 refers to text "2" of the workbook, which has 1`},
		{row(`<c r="C4"><v>1</v></c><c r="C4"><v>2</v></c>`), `w.xlsx:4: sheet A cannot be read from here: cell C4 is there twice`},
		{row(`<c r="XFE4"><v>1</v></c>`), `w.xlsx:4: sheet A cannot be read from here: row 4 has a cell in no column of a sheet`},
		{`<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`, `w.xlsx:1: sheet A cannot be read from here: it has a row "1048577"`},
		{`<worksheet><sheetData><row r="4"><c><v>1</v></c>`, `w.xlsx:4: sheet A cannot be read from here: the XML ends before its end`},
		{`<worksheet><sheetData><row r="4"><c><v>1</v></c></row>`, `w.xlsx:4: sheet A cannot be read from here: the XML ends before its end`},
		{`<worksheet></worksheet>`, `w.xlsx:1: sheet A cannot be read from here: it has no cells`},
		{row("<c t=\"str\"><v>\xff</v></c>"), `w.xlsx:4: sheet A cannot be read from here: XML that is not UTF-8`},
		{row("<c t=\"str\"><v>7\x00</v></c>"), `w.xlsx:4: sheet A cannot be read from here: it holds the character U+0000, which XML does not have`},
		{row("<c t=\"str\"><v><![CDATA[7\x00]]></v></c>"), `w.xlsx:4: sheet A cannot be read from here: it holds the character U+0000, which XML does not have`},
		{row(`<c t="str"><v>&#0;</v></c>`), `w.xlsx:4: sheet A cannot be read from here: it holds the character U+0000, which XML does not have`},
		{row(`<c t="inlineStr"><is><t>a&#x000;<!-- b --></t></is></c>`), `w.xlsx:4: sheet A cannot be read from here: it holds the character U+0000, which XML does not have`},
		{row(`<c r="A4" t="&#0;"><v>7</v></c>`), `w.xlsx:4: sheet A cannot be read from here: it holds the character U+0000, which XML does not have`},
		{`<?xml version="1.0" encoding="UTF-16"?><worksheet/>`, `w.xlsx:1: sheet A cannot be read from here: XML that is not UTF-8`},
		{`<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>`, `w.xlsx:1: sheet A cannot be read from here: a document type in XML that needs none`},
		{row(`<c t="str"><v>` + strings.Repeat("x", delimited.MaxRecord+1) + `</v></c>`), `w.xlsx:4: sheet A cannot be read from here: a text or tag of more than 16 MiB`},
		{row(strings.Repeat(`<c t="str"><v>`+strings.Repeat("x", delimited.MaxRecord/4)+`</v></c>`, 5)), `w.xlsx:4: the row holds more than 16 MiB`},
	} {
		_, err := rowsOf(t, archive(t, sheetParts(c.sheet, `<sst><si><t>a</t></si></sst>`)), "")
		var input *study.InputError
		if !errors.As(err, &input) || !strings.HasPrefix(faultsOf(err), c.want) {
			t.Errorf("want %s\ngot  %v", c.want, faultsOf(err))
		}
	}
}

// A sheet whose checksum is wrong is damaged, even if its XML can be read.
func TestSheetChecksum(t *testing.T) {
	data := archive(t, sheetParts(`<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`, ""))
	central := strings.LastIndex(data, "xl/worksheets/sheet1.xml") // of the directory, 46 bytes behind its entry's beginning
	broken := []byte(data)
	broken[central-46+16] ^= 1
	if _, err := rowsOf(t, string(broken), ""); err == nil || !strings.Contains(faultsOf(err), "checksum") {
		t.Errorf("got %v", err)
	}
}

// The first sheet is the first that is shown and has cells; sheets are found by where they are said to be.
func TestSheetChoice(t *testing.T) {
	cells := func(n string) string {
		return `<worksheet><sheetData><row><c><v>` + n + `</v></c></row></sheetData></worksheet>`
	}
	data := archive(t, sheetParts("", "",
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="book/main.xml"/></Relationships>`,
		"xl/workbook.xml", "", "xl/_rels/workbook.xml.rels", "",
		"book/main.xml", `<x:workbook xmlns:x="y" xmlns:id="z"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Chart" id:id="c"/><x:sheet name="Lists" state="veryHidden" id:id="h"/><x:sheet name="R&amp;D &lt;1&gt;" id:id="a"/><x:sheet name="B" id:id="b"/></x:sheets></x:workbook>`,
		"book/_rels/main.xml.rels", `<Relationships><Relationship Id="b" Type="x/relationships/worksheet" Target="../sheet%20b.xml"/><Relationship Id="c" Type="x/relationships/chartsheet" Target="c.xml"/>
<Relationship Id="h" Type="x/relationships/worksheet" Target="h.xml"/><Relationship Id="a" Type="x/relationships/worksheet" Target="\book\A.xml"/><Relationship Id="t" Type="x/relationships/styles" Target="/xl/styles.xml"/></Relationships>`,
		"sheet b.xml", cells("2"), "book/a.xml", `<worksheet><sheetData><row><c s="1"><v>1</v></c></row></sheetData></worksheet>`, "book/h.xml", cells("3"), "book/c.xml", "<chartsheet/>"))
	for sheet, want := range map[string]string{"": "1:[\"1904-01-02\"]\n", "B": "1:[\"2\"]\n", "Lists": "1:[\"3\"]\n"} {
		if got, err := rowsOf(t, data, sheet); err != nil || got != want {
			t.Errorf("sheet %q: got %s, %v", sheet, got, err)
		}
	}
	if _, err := rowsOf(t, data, "Chart"); err == nil || !strings.Contains(faultsOf(err), "w.xlsx: sheet Chart cannot be read: it is no sheet of cells") {
		t.Errorf("got %v", err)
	}
	var usage *UsageError
	if _, err := rowsOf(t, data, "b"); !errors.As(err, &usage) || usage.Hint != "its sheets are Chart, Lists, R&D <1>, B" {
		t.Errorf("got %v", err)
	}
}

// Archives are named for what they are.
func TestForeignArchives(t *testing.T) {
	for part, want := range map[string]string{
		"xl/workbook.bin":       "is a binary Excel workbook (.xlsb), not",
		"META-INF/manifest.xml": "is a zip archive, not",
		"META-INF/MANIFEST.MF":  "is a Java archive (.jar), not",
		"Index/Document.iwa":    "is a document of Apple Numbers, Pages or Keynote, not",
		"word/document.xml":     "is a Word document, not",
	} {
		if _, err := exported(t, archive(t, map[string]string{part: "x"}), Options{}); err == nil || !strings.Contains(faultsOf(err), want) {
			t.Errorf("%s: got %v", part, faultsOf(err))
		}
	}
	if _, err := exported(t, archive(t, map[string]string{"META-INF/manifest.xml": "x", "content.xml": "x"}), Options{}); err == nil || !strings.Contains(faultsOf(err), "is an OpenDocument file that does not say of which kind") {
		t.Errorf("without a type: %v", faultsOf(err))
	}
	for kind, want := range map[string]string{
		"application/vnd.oasis.opendocument.spreadsheet\n": "is an OpenDocument spreadsheet (.ods), not",
		"application/vnd.oasis.opendocument.text":          "is an OpenDocument text (.odt), not",
		"application/vnd.oasis.opendocument.graphics":      "is an OpenDocument file, not",
		"application/epub+zip":                             "is an EPUB book, not",
		"anything":                                         "is a zip archive, not",
	} {
		if _, err := exported(t, archive(t, map[string]string{"mimetype": kind, "META-INF/manifest.xml": "x"}), Options{}); err == nil || !strings.Contains(faultsOf(err), want) {
			t.Errorf("%s: got %v", kind, faultsOf(err))
		}
	}
}

// A duration column of a workbook holds times, not days of the year 1899.
func TestWorkbookDurations(t *testing.T) {
	e, err := exported(t, archive(t, sheetParts(`<worksheet><sheetData><row><c t="str"><v>How good?</v></c><c t="str"><v>Duration</v></c></row><row><c><v>7</v></c><c s="4"><v>2.8356481481481479E-3</v></c></row></sheetData></worksheet>`, "")), Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if _, err := e.Records(context.Background(), func(r Record) error {
		if seconds, ok := parseDuration(r.Cells[1]); !ok || seconds != 245 {
			t.Errorf("got %q", r.Cells[1])
		}
		return nil
	}); err != nil {
		t.Fatal(faultsOf(err))
	}
}

// A quote that is never closed does not make a sheet be read again and again.
func TestUnclosedQuote(t *testing.T) {
	_, err := rowsOf(t, archive(t, sheetParts(`<worksheet><sheetData><row r="4><c>`+strings.Repeat(`<v>></v>`, 1<<20), "")), "")
	if err == nil || !strings.Contains(faultsOf(err), "the XML ends before its end") {
		t.Errorf("got %v", err)
	}
}

// Rows that hold nothing take no room in a packed workbook: more than a sheet can have are refused, numbered or not, and those that it can
// have are read.
func TestMoreRowsThanASheetHas(t *testing.T) {
	const maxSheetRows = 1 << 20
	const some, begin, end = `<row r="1"><c r="A1"><v>1</v></c></row>`, `<worksheet><sheetData>`, `</sheetData></worksheet>`
	for what, rows := range map[string]string{
		"no numbers":   strings.Repeat("<row/>", maxSheetRows),
		"one number":   strings.Repeat(`<row r="7"/>`, maxSheetRows),
		"a row beyond": `<row r="1048576"/><row/>`,
	} {
		_, err := rowsOf(t, archive(t, sheetParts(begin+some+rows+end, `<sst/>`)), "")
		if got := faultsOf(err); !strings.Contains(got, "sheet A cannot be read from here: it has more than the 1048576 rows that a sheet can have") {
			t.Errorf("%s: %s", what, got)
		}
	}
	if got, err := rowsOf(t, archive(t, sheetParts(begin+some+strings.Repeat("<row/>", maxSheetRows-1)+end, `<sst/>`)), ""); err != nil || !strings.Contains(got, "1") {
		t.Errorf("as many as there can be: %q, %v", got, err)
	}
}
