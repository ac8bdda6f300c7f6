package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Headings that were UTF-8 and have been read as an older encoding are named with what they were; what is written in capitals or quotes is not.
func TestGarbledHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"ZufriedenheitsmaÃŸ":      `a.csv: the heading of column 2, "ZufriedenheitsmaÃŸ", was probably "Zufriedenheitsmaß": UTF-8 that was read as Windows-1252`,
		"Service dâ€™aprÃ¨s vous": `a.csv: the heading of column 2, "Service dâ€™aprÃ¨s vous", was probably "Service d’après vous": UTF-8 that was read as Windows-1252`,
		"Speed â€“ all":           `a.csv: the heading of column 2, "Speed â€“ all", was probably "Speed – all": UTF-8 that was read as Windows-1252`,
		"P√ºnktlichkeit":          `a.csv: the heading of column 2, "P√ºnktlichkeit", was probably "Pünktlichkeit": UTF-8 that was read as Macintosh`,
		"“MAÇÃ”":                  "", "«QUALITÉ»": "", "NÃO": "", "Âge": "", "Temperature Δ√2": "", "Zufriedenheitsmaß": "", "SÃO PAULO – centro": "",
	} {
		in := inspectedText(t, "Respondent,"+heading+"\n1,4\n2,5\n3,2\n4,1\n")
		got := ""
		for _, n := range in.Warnings {
			if n.Code == study.GarbledText {
				got = n.Message
			}
		}
		if got != want {
			t.Errorf("%s: %q", heading, got)
		}
	}
}

// Who told the wrong encoding is told so.
func TestGarbledByTheEncodingTold(t *testing.T) {
	e, err := exported(t, "Respondent,Zufriedenheitsmaß\n1,4\n2,5\n", Options{Encoding: "windows-1252"})
	if err != nil || len(e.notices) != 1 || e.notices[0].Hint != "without --encoding windows-1252 its text may be right" {
		t.Errorf("%v, %+v", err, e.notices)
	}
}
