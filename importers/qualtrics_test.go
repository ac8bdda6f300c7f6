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

// Somebody put one more record among those of the header: the columns are read by their tags, questions and import ids all the same.
func TestQualtricsHeaderOfFourRecords(t *testing.T) {
	header := []string{
		"StartDate,Status,Finished,ResponseId,Q1_1,Q1_2,Q7_Page Submit",
		"Start Date,Response Type,Finished,Response ID,Please rate - We listen,Please rate - We answer,Timing - Page Submit",
		`"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}",` +
			`"{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID7_PAGE_SUBMIT""}"`,
	}
	rows := ""
	for i, status := range []string{"IP Address,True", "Survey Preview,True", "IP Address,False", "Spam,True", "IP Address,True", "IP Address,True"} {
		rows += "2026-09-01 10:00:00," + status + ",R_" + string(rune('a'+i)) + ",4,5,7.5\n"
	}
	for name, records := range map[string][]string{
		"as exported":      header,
		"a title above":    {"Our customers,,,,,,", header[0], header[1], header[2]},
		"numbers above":    {"C1,C2,C3,C4,C5,C6,C7", header[0], header[1], header[2]},
		"another language": {header[0], header[1], "Beginn,Art,Fertig,Antwort,Wir hören zu,Wir antworten,Zeit", header[2]},
	} {
		in := inspectedText(t, strings.Join(records, "\n")+"\n"+rows)
		if in.Platform != "qualtrics" || in.HeaderRows != len(records) {
			t.Errorf("%s: %s with %d header records", name, in.Platform, in.HeaderRows)
		}
		if in.Read != 6 || in.Kept != 3 {
			t.Errorf("%s: kept %d of %d, want 3 of 6: a preview, a partial response and spam are left out", name, in.Kept, in.Read)
		}
		c := in.Columns[4]
		if c.ID != "Q1_1" || c.Stem != "Please rate" || c.Statement != "We listen" {
			t.Errorf("%s: a row of the matrix is %q, %q, %q", name, c.ID, c.Stem, c.Statement)
		}
		if k := in.Columns[6].Kind; k != study.DropColumn {
			t.Errorf("%s: the timing is %s", name, k)
		}
	}
}
