package xlsx

import (
	"strings"
	"testing"
)

// FuzzSheetXML reads any XML as a sheet and as its texts: rows, or an error, and an end.
func FuzzSheetXML(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="2"><c r="B2" t="s" s="1"><v>0</v></c><c t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>`, `<sst><si><t>x_x0041_</t></si></sst>`)
	f.Add(`<?xml version='1.0'?><x:worksheet><x:sheetData><x:row><x:c s='1'><!-- - --><x:v>1E3<![CDATA[]]></x:v></x:c></x:row>`, `<sst><si><r><t>&#65;</t></r><rPh><t/></rPh></si>`)
	f.Add("<worksheet><sheetData><row><c t=\"str\"><v>\x00</v></c></row></sheetData></worksheet>", `<sst/>`)
	f.Fuzz(func(t *testing.T, sheet, texts string) {
		s := &Rows{m: newTagReader(strings.NewReader(sheet)), texts: &sharedTexts{part: newTagReader(strings.NewReader(texts))}, formats: []shownAs{asNumber, asDate, asClock, asElapsed}}
		for s.Next() == nil {
			for _, text := range s.Record {
				if text == toBeWritten {
					t.Fatal("a cell was not written")
				}
			}
		}
	})
}
