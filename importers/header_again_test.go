package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// droppedFor returns how many rows were left out for a reason.
func droppedFor(in *study.Inspection, why study.Reason) int {
	for _, d := range in.Dropped {
		if d.Reason == why {
			return d.Rows
		}
	}
	return 0
}

// A header that stands again amid the answers is counted with its reason and its line, and no question changes for it.
func TestHeaderAgain(t *testing.T) {
	const header = "Respondent ID,How satisfied are you with delivery?,How satisfied are you with advice?,Comment\n"
	rows := func(from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "%d,%d,%d,%s\n", 700+i, 1+i*7%5, 1+i*3%5, []string{"", "fine"}[i%2])
		}
		return b.String()
	}
	quoted := `"Respondent ID","How satisfied are you with delivery?", How satisfied are you with advice? ,"Comment"` + "\n"
	for name, test := range map[string]struct {
		text  string
		again int
		line  string
	}{
		"two exports":          {header + rows(0, 40) + header + rows(40, 90), 1, "a.csv:42"},
		"three exports":        {header + rows(0, 40) + header + rows(40, 90) + header + rows(90, 99), 2, "a.csv:42"},
		"the same twice":       {header + rows(0, 40) + header + rows(0, 40), 1, "a.csv:42"},
		"below many rows":      {header + rows(0, 9000) + header + rows(9000, 9010), 1, "a.csv:9002"},
		"in quotes":            {header + rows(0, 40) + quoted + rows(40, 90), 1, "a.csv:42"},
		"at the top":           {header + header + rows(0, 40), 1, "a.csv:2"},
		"at the end":           {header + rows(0, 40) + header, 1, "a.csv:42"},
		"with byte order mark": {"\ufeff" + header + rows(0, 40) + "\ufeff" + header + rows(40, 90), 1, "a.csv:42"},
		"below few rows":       {header + rows(0, 2) + header + rows(2, 4), 1, "a.csv:4"},
		"below a title":        {"Survey 2026,,,\n" + header + rows(0, 40) + header + rows(40, 90), 1, "a.csv:43"},
		"with another column":  {header + rows(0, 40) + strings.Replace(header, "Comment", "Remark", 1) + rows(40, 90), 0, ""},
	} {
		in := inspectedText(t, test.text)
		if got := droppedFor(in, study.RepeatedHeader); got != test.again || in.Kept != in.Read-test.again {
			t.Errorf("%s: %d headers left out, read %d, kept %d", name, got, in.Read, in.Kept)
		}
		line := ""
		for _, n := range in.Warnings {
			if n.Code == study.HeaderRepeated {
				line = n.Where
			}
		}
		if line != test.line {
			t.Errorf("%s: said of %q", name, line)
		}
		for _, c := range in.Columns[1:3] {
			if test.again > 0 && (c.Kind != study.RatingColumn || c.Scale != "1..5") {
				t.Errorf("%s: %s is %s on %q", name, c.ID, c.Kind, c.Scale)
			}
		}
	}
}

// A row of answers that is as a header record may be somebody's: who ticks all options, who answers as the one whose row is taken for the header.
func TestAnswersThatRepeatAHeader(t *testing.T) {
	options := "Which do you use?,,,\n,Phone,Mail,Chat\n"
	for i := range 40 {
		options += fmt.Sprintf("%d,%s,%s,%s\n", 700+i, []string{"Phone", ""}[i%2], []string{"Mail", "", ""}[i%3], []string{"Chat", "", "", ""}[i%4])
	}
	for name, text := range map[string]string{
		"all options":     options + ",Phone,Mail,Chat\n",
		"one column":      "Comment\n" + strings.Repeat("fine\nslow\n", 9) + "Comment\n",
		"numbers":         "1,2,3\n" + strings.Repeat("4,4,4\n5,2,1\n3,3,1\n", 5) + "1,2,3\n",
		"a few answers":   "Agree,Disagree,Agree\nDisagree,Agree,Agree\nAgree,Disagree,Disagree\nAgree,Disagree,Agree\n",
		"no header, said": "Agree,Disagree,Agree\n" + strings.Repeat("Disagree,Agree,Agree\nAgree,Disagree,Disagree\nAgree,Disagree,Agree\nNeutral,Agree,Neutral\n", 4),
	} {
		if in := inspectedText(t, text); droppedFor(in, study.RepeatedHeader) > 0 {
			t.Errorf("%s: left out %v", name, in.Dropped)
		}
	}
}

// Exports with several header records are joined with all of them.
func TestSeveralHeadersAgain(t *testing.T) {
	for _, name := range []string{"qualtrics", "surveymonkey"} {
		paths, err := filepath.Glob(filepath.Join("testdata", "platforms", name, "*.csv"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: no files (%v)", name, err)
		}
		tried := 0
		for _, path := range paths {
			e, err := OpenExport(path, Options{})
			if err != nil || e.Delimiter != ',' || e.HeaderRecords < 2 || strings.HasPrefix(e.Encoding, "utf-16") {
				continue
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			once := inspectedText(t, string(text))
			twice := inspectedText(t, strings.TrimRight(string(text), "\r\n")+"\n"+strings.TrimPrefix(string(text), "\ufeff"))
			if once.Read < leastVoters {
				continue
			}
			tried++
			headers := e.HeaderRecords - e.preamble - e.titles
			if got := droppedFor(twice, study.RepeatedHeader); got != headers || twice.Kept != 2*once.Kept {
				t.Errorf("%s: %d of %d headers left out, kept %d of twice %d", path, got, headers, twice.Kept, once.Kept)
			}
		}
		if tried == 0 {
			t.Errorf("%s: no export with several header records", name)
		}
	}
}

// A study reads the same on every route, and so does what looks at all rows before.
func TestHeaderAgainOnAllRoutes(t *testing.T) {
	const header = "id,role,quick,care,team,w,wave,day,s\n"
	text := header
	for i := range 60 {
		if i == 20 || i == 33 {
			text += header
		}
		text += fmt.Sprintf("K%d,%s,%d,%d,T%d,1,2026,2026-03-0%d,%d\n", i, []string{"s", "c"}[i%2], 1+i%10, 1+i*3%10, i%3, 1+i%9, 60+i)
	}
	for _, of := range studiesOfRoutes()[:3] {
		seen := readBy(t, of, []byte(text), route{})
		if !strings.Contains(seen, "repeated_header") || !strings.Contains(seen, "-:22: the header stands again amid the answers: 2 rows left out") {
			t.Errorf("study\n%s\n%s", of, seen)
		}
		sameOnAllRoutes(t, of, []byte(text))
	}
}

// In a table of one answer a row and in one of results a header that stands again is no answer either.
func TestHeaderAgainInOtherTables(t *testing.T) {
	long := "respondent_id,item,value\n"
	for i := range 60 {
		if i == 30 {
			long += "respondent_id,item,value\n"
		}
		long += fmt.Sprintf("R%d,%s,%d\n", i/3, []string{"speed", "care", "price"}[i%3], 1+i*7%5)
	}
	in := inspectedText(t, long)
	if in.Platform != "long" || in.Kept != 20 {
		t.Errorf("%s: kept %d", in.Platform, in.Kept)
	}
	said := false
	for _, n := range in.Warnings {
		said = said || n.Code == study.HeaderRepeated
	}
	if !said {
		t.Errorf("not said: %v", in.Warnings)
	}
	results := "item,audience,kind,value,base\nSpeed,staff,performance,3.4,120\nitem,audience,kind,value,base\nSpeed,customers,performance,3.1,300\n"
	of := "audiences:\n  staff: {files: [r.csv], tabulated: true}\n  customers: {files: [r.csv], tabulated: true}\n" +
		"scale: 1..5\nitems: {speed: {performance: Speed}}\n"
	s, v, err := survey(t, "s.yaml", of, "r.csv", results)
	if err != nil {
		t.Fatalf("%v %s", s, faultsOf(err))
	}
	var c collector
	intake, err := v.Read(context.Background(), &c)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if got := fmt.Sprint(intake.Flow); !strings.Contains(got, "repeated_header 1") {
		t.Errorf("flow: %s", got)
	}
}

// A column in which nothing stands below tells nothing of its header: what it is called may be its answers.
func TestHeadersAboveBlankColumns(t *testing.T) {
	header := []string{"Speed", "Why"}
	if again := headersIn([][]string{header}, [][]string{{"3", ""}, {"4", ""}}); again != nil {
		t.Errorf("one telling cell: %q", again)
	}
	if again := headersIn([][]string{header}, [][]string{{"3", "fine"}, {"4", ""}}); len(again) != 1 {
		t.Error("two telling cells, and the header is not known again")
	}
}
