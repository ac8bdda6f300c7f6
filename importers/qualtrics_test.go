package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Authors name their questions as they like: what Qualtrics adds is known by its import id, and without one by the tags beside it.
func TestQualtricsTagsOfAuthors(t *testing.T) {
	meta := "StartDate,Status,Finished,ResponseId,"
	names := "Complaint_Resolution,WHAT_WE_DO,Rate_App_Version,OUR_TEXT,Q7_Browser,Q7_Version,Q8,Q8_DO,Q9_Page Submit"
	texts := "Start Date,Response Type,Finished,Response ID,Resolved?,What we do?,How good is the version?,The text?,Browser,Version,Easy?,Order,Timing"
	var ids []string
	for _, id := range strings.Split("startDate,status,finished,_recordId,QID1,QID2,QID3,QID4,QID7_BROWSER,QID7_VERSION,QID8,QID8_DO,QID9_PAGE_SUBMIT", ",") {
		ids = append(ids, `"{""ImportId"":""`+id+`""}"`)
	}
	rows := ""
	for i := range 20 {
		x := string("12345"[i%5])
		rows += "2026-09-01 10:00:00,IP Address,True,R_" + string(rune('a'+i)) + "," + strings.Join([]string{x, x, x, x, "Firefox", "140", x, "1|2", "7.5"}, ",") + "\n"
	}
	const rating, other = study.RatingColumn, study.OtherTextColumn
	for name, test := range map[string]struct {
		header string
		own    study.ColumnKind // of OUR_TEXT
	}{
		"import ids": {texts + "\n" + strings.Join(ids, ",") + "\n", rating},
		"tags alone": {"", other},
		"and texts":  {texts + "\n", other},
	} {
		in := inspectedText(t, meta+names+"\n"+test.header+rows)
		if in.Platform != "qualtrics" || in.Kept != 20 {
			t.Fatalf("%s: %s, kept %d", name, in.Platform, in.Kept)
		}
		for i, want := range []study.ColumnKind{rating, rating, rating, test.own, study.MetaColumn, study.MetaColumn, rating, study.DropColumn, study.DropColumn} {
			if c := in.Columns[4+i]; c.Kind != want {
				t.Errorf("%s: %s is %s, want %s", name, c.ID, c.Kind, want)
			}
		}
	}
	own := inspectedText(t, "Status,Q1\nHow good is your status?,Easy?\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n"+strings.Repeat("1,2\n3,4\n5,5\n", 5))
	if c := own.Columns[0]; c.Kind != study.RatingColumn {
		t.Errorf("a question tagged Status is %s", c.Kind)
	}
}
