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
		"limesurvey_codes": "\ufeff\"id\";\"submitdate\";\"lastpage\";\"startlanguage\";\"ipaddr\";\"Q1[SQ001]\";\"Q1[other]\";\"Q2_SQ001\";\"interviewtime\"\r\n" +
			"\"1\";\"1980-01-01 00:00:00\";\"3\";\"de\";\"192.0.2.1\";\"A4\";\"\";\"7\";\"61.2\"\r\n\"2\";\"\";\"1\";\"de\";\"192.0.2.2\";\"A2\";\"so\nso\";\"\";\"\"\r\n\r\n",
		"limesurvey_text":     "Response ID,Date submitted,Last page,Start language,Seed,How good?  [We listen],How good?  [We answer],\"{sum(Q1, Q2)}\",How good?  [Other]\n1,2026-09-01 10:00:00,2,en,77,7,8,15,\n2,,1,en,78,6,,6,x\n",
		"limesurvey_both":     "id. Response ID,submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,Q1[SQ001]. How good? [We listen],Q2. Why?\n1,2026-09-01 10:00:00,2,en,7,swift\n",
		"limesurvey_german":   "Antwort ID;Datum Abgeschickt;Letzte Seite;Start-Sprache;Wie gut? [Wir hören zu]\n1;;1;de;7\n2;2026-09-01 10:00:00;2;de;8\n",
		"limesurvey_stripped": "How good? [We listen],How good? [We answer],Team\n7,8,North\n6,7,South\n",
		"kobotoolbox":         "\"start\";\"end\";\"How good?\";\"Care/Which?\";\"Care/Which?/Fast\";\"_id\";\"_uuid\";\"_submission_time\";\"_submitted_by\"\r\n\"2026-09-01T05:40:39.000-04:00\";\"2026-09-01T05:41:13.000-04:00\";\"7\";\"Fast\";\"1\";\"61\";\"u-1\";\"2026-09-01T09:41:19\";\"\"\r\n",
		"kobotoolbox_tags":    "start;How good?;_uuid;_submission_time\n;#good;;\n2026-09-01T05:40:39.000-04:00;7;u-1;2026-09-01T09:41:19\n",
		"redcap_raw":          "record_id,redcap_event_name,survey_timestamp,listens,tools___1,tools___2,survey_complete,extra_complete\n1,wave_1,2026-09-01 10:00:00,7,1,0,2,0\n2,wave_1,[not completed],,0,0,0,0\n",
		"redcap_labels":       "Participant ID,We listen,Tools (choice=Chat),Tools (choice=Mail),Complete?,Why?,Complete?\n1,Agree,Checked,Unchecked,Complete,,Incomplete\n2,,Unchecked,Unchecked,Incomplete,,Incomplete\n",
		"typeform":            "#,<strong>How good?</strong>,Chat,Mail,Other,Start Date (UTC),Submit Date (UTC),Network ID\ne44a0a34f2465940beda2a1537e9b9ef,0,Chat,,fax,29-12-2026 23:46,30-12-2026 00:00,4bbb884ccc\n",
		"typeform_current":    "#,How *good*?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags\nodwdp4nzj1xg6m9l36odwdp4nzlv2gcw,7,completed,2026-09-01 02:39:31,,2026-09-01 02:40:31,4bbb884ccc,\nodwdp4nzj1xg6m9l36odwdp4nzlv2gcx,5,partial,2026-09-01 02:39:31,2026-09-01 02:40:31,,4bbb884ccd,\n",
		"formbricks":          "No.,Response ID,Timestamp,Finished,Survey ID,User ID,url,1. How good?,2. Tools?,2. Tools? - Option ID,plan,Verified Email\n1,r1,2026-09-01 10:00:00,Yes,s1,,https://example.org,7,Chat; Mail,\"aa, bb\",gold,\n2,r2,2026-09-01 10:00:00,No,s1,,https://example.org,,,,,\n",
		"alchemer": "\"Response ID\",\"Time Started\",\"Date Submitted\",\"Status\",\"How good?\",\"Other - Write In:How good?\",\"Other word(s)::Say it: how?\",\"Say it: how?\",\"We listen:Rate us\",\"We answer:Rate us\",\"City\"\n\"1\",\"2026-09-01 12:35:34\",\"2026-09-01 12:45:50\",\"Complete\",\"7\",\"\",\"\",\"\",\"7\",\"8\",\"Wien\"\n" +
			"\"2\",\"2026-09-01 12:35:34\",\"\",\"Partial\",\"7\",\"\",\"\",\"\",\"\",\"\",\"\"\n\"3\",\"2026-09-01 12:35:34\",\"2026-09-01 12:36:34\",\"Disqualified\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n",
		"fevs":                 "AGENCY,LEVEL1,DSUPER,Q1,Q9,POSTWT,RANDOM\nAF,AF01,A,5,X,1.25,7\nAF,AF02,\"B \",,3,0.75,8\n",
		"generic_two_headers":  "id,How good?,,Which?,\n,We listen,We answer,Chat,Mail\n" + strings.Repeat("1,7,8,Chat,\n2,6,8,,Mail\n3,6,7,Chat,\n", 3),
		"qualtrics_tags_texts": "StartDate,Status,Finished,ResponseId,Q1,Q2\nStart Date,Response Type,Finished,Response ID,We listen,We answer\n" + strings.Repeat("2026-09-01,IP Address,True,R_1,7,8\n2026-09-02,IP Address,False,R_2,4,3\n2026-09-02,Survey Test,True,R_3,4,3\n", 3),
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
