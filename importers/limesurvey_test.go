package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A table that begins as LimeSurvey's do, with a rating and a country, is none: its rows and ratings stay. Exports in any language are known.
func TestLimeSurveyOrPlainTable(t *testing.T) {
	for name, test := range map[string]struct {
		header string
		cells  string // {x} is 1 to 5, {s} a long number
		want   string
	}{
		"a rating and a country":    {"respondent,answered,nps,country,ease,trust", "{x},de,{x},{x}", "generic"},
		"rows in brackets":          {"respondent,answered,score,lang,Rate us [Ease],Trust", "{x},de,{x},{x}", "generic"},
		"a branch and a country":    {"respondent,answered,branch,country,Rate us [Ease],Trust", "{x},de,{x},{x}", "generic"},
		"plain names":               {"respondent,answered,branch,lang,ease,trust", "{x},de,{x},{x}", "generic"},
		"a number and a language":   {"respondent,answered,visits,lang,Ease [1],Trust", "77,de,{x},{x}", "generic"},
		"Czech":                     {"ID,Datum,Poslední,Jazyk,Jak? [Cena],Proč?", "{x},cs,{x},{x}", "limesurvey"},
		"French, no matrix":         {"ID de la réponse,Date de soumission,Dernière page,Langue de départ,Prix ?,Délai ?", "{x},fr,{x},{x}", "limesurvey"},
		"with a seed":               {"ID,Datum,Poslední,Jazyk,Začátek,Cena?", "{x},cs,{s},{x}", "limesurvey"},
		"codes and texts":           {"ID,Datum,Poslední,Jazyk,Q1. Cena?,Q2. Rychlost?", "{x},cs,{x},{x}", "limesurvey"},
		"codes, as the platform is": {"id,submitdate,lastpage,startlanguage,Q1,Q2", "{x},en,{x},{x}", "limesurvey"},
	} {
		var b strings.Builder
		b.WriteString(test.header + "\n")
		for i := range 40 {
			date := ""
			if i%5 > 0 {
				date = "2026-09-01 10:00:00"
			}
			cells := strings.NewReplacer("{x}", fmt.Sprint(1+i%5), "{s}", fmt.Sprint(812345678+i)).Replace(test.cells)
			fmt.Fprintf(&b, "%d,%s,%s\n", i+1, date, cells)
		}
		in := inspectedText(t, b.String())
		kept := 40
		if test.want == "limesurvey" {
			kept = 32
		}
		if in.Platform != test.want || in.Kept != kept {
			t.Errorf("%s: %s (%s), kept %d, want %s, %d", name, in.Platform, in.Evidence, in.Kept, test.want, kept)
		}
	}
}

// A question is no timing because its code ends as those of timings do.
func TestLimeSurveyQuestionsOfTime(t *testing.T) {
	in := inspectedText(t, "id,submitdate,lastpage,startlanguage,waitTime,Q1,Q1Time,Q2[SQ1],Q2Time,interviewtime\n"+
		strings.Repeat("1,2026-09-01 10:00:00,2,en,1,1,12,2,13,60\n2,2026-09-01 10:00:00,2,en,5,5,14,3,15,70\n3,2026-09-01 10:00:00,2,en,3,2,14,5,15,70\n", 4))
	for i, want := range map[int]study.ColumnKind{4: study.RatingColumn, 5: study.RatingColumn, 6: study.DropColumn, 7: study.RatingColumn, 8: study.DropColumn, 9: study.DropColumn} {
		if c := in.Columns[i]; c.Kind != want {
			t.Errorf("%s is %s, want %s", c.ID, c.Kind, want)
		}
	}
}
