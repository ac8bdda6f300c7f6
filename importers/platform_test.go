package importers

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis/study"
)

var update = flag.Bool("update", false, "rewrite golden files")

// samples are invented exports in the shapes of the platforms (FORMATS), small enough to be read here.
func samples() map[string]string {
	return map[string]string{
		"qualtrics": "StartDate,Status,Finished,ResponseId,Q1_1,Q1_2,Q2,Q2_NPS_GROUP,Q3_4_TEXT,IPAddress,Q4_First Click\n" +
			"Start Date,Response Type,Finished,Response ID,\"How good?\n(1 = bad,\t10 = good) - We listen\",How good? - We answer,Would you recommend us?,Would you recommend us? - Group,Why? - Other - Text,IP Address,Timing - First Click\n" +
			`"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID2""}","{""ImportId"":""QID2_NPS_GROUP""}","{""ImportId"":""QID3_4_TEXT""}","{""ImportId"":""ipAddress""}","{""ImportId"":""QID4_FIRST_CLICK""}"` + "\n" +
			"2026-09-01,IP Address,True,R_1,7,8,9,Promoter,,192.0.2.1,1\n" +
			"2026-09-01,Survey Preview,True,R_2,1,1,1,Detractor,,192.0.2.2,1\n" +
			"2026-09-01,Survey Test,True,R_3,1,1,1,Detractor,,192.0.2.2,1\n" +
			"2026-09-01,Spam,True,R_4,1,1,1,Detractor,,192.0.2.2,1\n" +
			"2026-09-01,IP Address,False,R_5,4,,,,,192.0.2.3,1\n",
		"qualtrics_tags_only": "StartDate,Status,Finished,ResponseId,Q1\n2026-09-01,IP Address,True,R_1,7\n2026-09-01,Survey Preview,True,R_2,1\n2026-09-01,IP Address,False,R_3,4\n",
		"qualtrics_2016": "ResponseID,Status,Finished,Q1_1\nResponseID,Status,Finished,How good?-We listen\n" +
			`"{'ImportId': 'responseId'}","{'ImportId': 'status'}","{'ImportId': 'finished'}","{'ImportId': 'QID1-1'}"` + "\nR_1,0,1,7\nR_2,2,1,1\n",
		"qualtrics_legacy": "\ufeffV1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1_1,Q1_2,question_one,question_one,LocationLatitude,LocationLongitude,LocationAccuracy,\n" +
			"ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,How good?-We listen,How good?-We answer,Price,Place,LocationLatitude,LocationLongitude,LocationAccuracy,\n" +
			"R_1,Default Response Set,Anonymous,,,192.0.2.1,0,2016-05-27 11:33:34,2016-05-27 11:35:34,1,3,4,4,2,48.2,16.4,-1,\n" +
			"R_2,Default Response Set,Anonymous,,,192.0.2.2,2,2016-05-27 11:33:34,2016-05-27 11:33:34,1,1,1,1,1,48.2,16.4,-1,\n" +
			"R_3,Default Response Set,Anonymous,,,192.0.2.3,0,2016-05-27 11:33:34,2016-05-27 11:34:34,0,5,,,,48.2,16.4,-1,\n",
		"surveymonkey": "Respondent ID,Collector ID,Start Date,How did we do?,,,Would you return?,,Anything else?\n" +
			",,,We listen,We answer,Other (please specify),Response,Why?,Open-Ended Response\n" +
			"1001,77,01/02/2026,7,8,,9,\"quick, kind\",no\n1002,77,01/02/2026,6,,else,5,,\n",
		"surveymonkey_numbered": "1,,,2,,,3,,4\nRespondent ID,Collector ID,Start Date,How did we do?,,,Would you return?,,Anything else?\n" +
			",,,We listen,We answer,Other (please specify),Response,Why?,Open-Ended Response\n1001,77,01/02/2026,7,8,,9,\"quick, kind\",no\n",
		"surveymonkey_anonymous": "Would you return?,,\"Speed, in\none word\",Would you return?\nResponse,Other (please specify),Open-Ended Response,Response\nYes,,swift,9\n",
		"google_forms_download": "\"Carimbo de data/hora\",\"Nome de usuário\",\"Nota, de 1 a 10\",\"Equipes\"\n" +
			"\"2026/05/07 2:04:28 PM GMT-3\",\"a@example.org\",\"7\",\"Norte;Sul\"\n\"2026/05/07 2:14:55 PM GMT-3\",\"b@example.org\",\"8\",\"Sul;\"\n",
		"google_forms_renamed":   "Date and Time,How good?\n4/22/2026 19:57:50,7\n",
		"microsoft_forms_german": "Id;Startzeit;Fertigstellungszeit;E-Mail;Name;Wie gut?.Wir hören zu;\"Jahre\u00a0im Beruf?\n\";Note2\r\n1;27.04.2026 11:34;27.04.2026 11:35;anonymous;;7;3,5;\"a;b;\"\r\n",
		"microsoft_forms_quiz":   "ID,Start time,Completion time,Email,Name,Total points,Quiz feedback,How good?,Points - How good?,Feedback - How good?,Last modified time\n1,9/1/26 9:00,9/1/26 9:01,anonymous,,0,,7,0,,\n",
		"generic_semicolon":      "id;listens, and answers;why\n1;7;\"so; so\"\n2;5;\n",
		"generic_blank_first":    ",listens\n0,7\n1,5\n",
		"google_forms":           "Timestamp,Which team?,How good?   [We listen],How good?   [We answer]  \n1/9/2026 10:00,North,7,8\n1/9/2026 10:01,South,6,\n",
		"microsoft_forms":        "\ufeffID;Start time;Completion time;Email;Name;How good?.We listen;Tools\r\n1;9/1/26 9:00;9/1/26 9:01;anonymous;;7;\"a;b;\"\r\n",
		"generic":                "id,listens,answers,listens,,Email\n1,7,8,6,x,a@example.org\n2,5,,4,y,b@example.org\n",
		"generic_tab":            "id\tlistens, really\tanswers; quickly\n1\t7\t8\n2\t5\t6\n",
		"generic_html":           "<b>We&nbsp;listen</b>,\"We  “answer”\"\n7,8\n",
	}
}

// exported writes a text to a file and opens it.
func exported(t testing.TB, text string, o Options) (*Export, error) {
	t.Helper()
	o.Dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(o.Dir, "export.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return OpenExport("export.csv", o)
}

// TestPlatforms describes every sample as text; the golden file is read as prose when it changes.
func TestPlatforms(t *testing.T) {
	var names []string
	for name := range samples() {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, name := range names {
		e, err := exported(t, samples()[name], Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fmt.Fprintf(&b, "## %s\n%s: %s; %s, delimiter %q, %d header records\n", name, e.Platform, e.Evidence, e.Encoding, e.Delimiter, e.HeaderRecords)
		for _, c := range e.Columns {
			fmt.Fprintf(&b, "%d %s | %s | %s", c.Position, c.ID, c.Text, c.Role)
			if c.HasID {
				b.WriteString(" | has an id")
			}
			b.WriteByte('\n')
		}
		err = e.Records(context.Background(), func(r Record) error {
			status := r.Status
			if status == "" {
				status = "counts"
			}
			fmt.Fprintf(&b, "line %d: %s\n", r.Line, status)
			return nil
		})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	const path = "testdata/platforms.txt"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("platforms (-want +got), -update rewrites them:\n%s", diff)
	}
}

func TestPlatformByName(t *testing.T) {
	e, err := exported(t, samples()["generic"], Options{Platform: "google_forms"})
	if err != nil || e.Platform != "google_forms" || e.Evidence != "as told" {
		t.Errorf("got %v, %v", e, err)
	}
	if _, err := exported(t, samples()["generic"], Options{Platform: "qualtrix"}); err == nil || !strings.Contains(err.Error(), `unknown platform "qualtrix"`) {
		t.Errorf("an unknown platform: got %v", err)
	}
	e, err = exported(t, "a;b\nx;y\n1;2\n", Options{HeaderRows: 2, Delimiter: ';'})
	if err != nil || e.HeaderRecords != 2 || e.Columns[0].Text != "x" || !e.Columns[0].HasID {
		t.Errorf("two header rows: got %+v, %v", e, err)
	}
	if _, err := exported(t, "a\n1\n", Options{HeaderRows: 9}); err == nil {
		t.Error("nine header records in a file of two pass")
	}
}

// study.Reason values in flows stay in one order, whatever the order of rows.
func TestReasonsAreInOrder(t *testing.T) {
	f := flow{read: 4, kept: 1, dropped: map[study.Reason]int{study.NoAnswer: 1, study.Preview: 1, study.Partial: 1}}
	var got []string
	for _, c := range f.entry("a", "f").Dropped {
		got = append(got, string(c.Reason))
	}
	if diff := cmp.Diff([]string{"preview", "partial", "no_answer"}, got); diff != "" {
		t.Error(diff)
	}
}
