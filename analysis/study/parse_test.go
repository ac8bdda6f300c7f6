package study

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite golden files")

// design is the study file of docs/study-file.md: all there is.
func design(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/all.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestParseReadsAllThereIs(t *testing.T) {
	s, err := Parse("cxgap.yaml", design(t))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, a := range s.Audiences {
		ids = append(ids, a.ID)
	}
	if diff := cmp.Diff([]string{"leadership", "staff", "customers"}, ids); diff != "" {
		t.Errorf("audiences (-want +got):\n%s", diff)
	}
	customers := s.Audiences[2]
	if customers.Weight.Name != "wt" || customers.Cluster.Name != "account_id" || customers.Wave.Name != "wave" {
		t.Errorf("got weight %v, cluster %v, wave %v", customers.Weight, customers.Cluster, customers.Wave)
	}
	if want := (Condition{Column: Selector{Name: "Status", Place: Place{"cxgap.yaml", 16, 13}}, Values: []string{"Complete"}}); !cmp.Equal(want, customers.Where[0]) {
		t.Errorf("where (-want +got):\n%s", cmp.Diff(want, customers.Where[0]))
	}
	if !s.Quality.SameScales {
		t.Error("the study does not say that its scales are the same")
	}
	if leadership := s.Audiences[0]; leadership.Population != 14 || leadership.Anonymous || leadership.Reason == "" {
		t.Errorf("got leadership %+v", leadership)
	}
	var ratings []string
	for _, r := range s.Ratings() {
		text := r.Item.ID + " " + string(r.Kind) + " " + r.Perspective() + ":"
		for _, a := range s.Audiences {
			if c := r.Columns[a.ID]; c != nil {
				text += fmt.Sprintf(" %s=%s (%s)", a.ID, c.Selector, c.Scale)
			}
		}
		ratings = append(ratings, text)
	}
	want := []string{
		`listens performance own: leadership=Q5_2 (1..10) staff=Q5_2[2] (1..10) customers={text: "How well do we listen to you?"} (1..10)`,
		`listens importance own: leadership=Q4_2 (1..10) staff=Q4_2 (1..10) customers=Q4_2 (1..10)`,
		`listens expectation own: customers=Q7_2 (1..10)`,
		`listens alternative own: customers=Q8_2 (1..10)`,
		`listens importance estimate_of:customers: leadership=Q6_2 (1..10)`,
		`easy performance own: customers=Q9 (1..7)`,
		`customer_focus self own: leadership=S1 (1..10) staff=S1 (1..10)`,
		`customer_focus organisation own: leadership=O1 (1..10) staff=O1 (1..10)`,
		`auto_1 performance own: staff=A1 (1..10)`,
		`auto_2 performance own: staff=A2 (1..10)`,
		`auto_3 performance own: staff=A3 (1..10)`,
		`outcome outcome own: customers=Q12 (0..10)`,
		`journey_outcome journey own: leadership=got_it (0..1) staff=got_it (0..1) customers=got_it (0..1)`,
		`journey_treatment journey own: leadership=treated (1..10) staff=treated (1..10) customers=treated (1..10)`,
		`journey_effort journey own: leadership=effort (1..10) staff=effort (1..10) customers=effort (1..10)`,
		`journey_explains journey own: leadership=stayed (0..1) staff=stayed (0..1) customers=stayed (0..1)`,
	}
	if diff := cmp.Diff(want, ratings); diff != "" {
		t.Errorf("ratings (-want +got):\n%s", diff)
	}
	easy := s.Items[1].Ratings[0].Columns["customers"]
	if !easy.Reversed || !cmp.Equal(easy.Missing, Missing{DontKnow: []string{"8"}}) || s.Items[1].TopBox != 3 {
		t.Errorf("got column %+v and top box %d of item easy", easy, s.Items[1].TopBox)
	}
	if !s.Items[0].Ratings[1].Columns["staff"].Everywhere || s.Items[0].Ratings[0].Columns["staff"].Everywhere {
		t.Error("one column for all audiences and a column of one audience are told apart wrongly")
	}
	if diff := cmp.Diff(Missing{DontKnow: []string{"N/A", "99"}, Blank: []string{"-99"}, NotShown: []string{"x"}}, s.Items[0].Ratings[0].Columns["staff"].Missing); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
	if s.Analysis.Equivalence != (Margin{Share: 0.05}) || s.Analysis.Target != 70 || s.Items[0].Target != 70 || !s.Outcome.NPS {
		t.Errorf("got analysis %+v, target %v, outcome %+v", s.Analysis, s.Items[0].Target, s.Outcome)
	}
	if a := s.Analysis; a.Crosshair != CrosshairMean || a.LowZone != (Zone{Points: 2}) || a.HighZone != (Zone{Points: 2}) {
		t.Errorf("got cross-hair %q, zones %v and %v", a.Crosshair, a.LowZone, a.HighZone)
	}
	if len(s.Constructs) != 1 || s.Constructs[0].ID != "autonomy" || len(s.Constructs[0].Items) != 3 {
		t.Errorf("got constructs %+v", s.Constructs)
	}
	if got := len(s.Journey.Ratings()); got != 4 || s.Journey.Effort.Columns["customers"].Scale.String() != "1..10" || s.Journey.Outcome.Columns["customers"].Scale.String() != "0..1" {
		t.Errorf("got a journey of %d parts", got)
	}
	wantUnread := []string{
		"privacy.minimum_base_comments",
	}
	if diff := cmp.Diff(wantUnread, s.Unread); diff != "" {
		t.Errorf("unread (-want +got):\n%s", diff)
	}
}

func TestParseReadsTheReferenceStudy(t *testing.T) {
	text, err := os.ReadFile("../../testdata/reference/three-audiences/cxgap.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Parse("cxgap.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Ratings()) != 25 {
		t.Errorf("got %d ratings, want 12 items of two kinds and the outcome", len(s.Ratings()))
	}
}

// Every faulty file of testdata/faults.txtar gets the text that stands below it.
func TestFaults(t *testing.T) {
	const name = "testdata/faults.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		input, golden := archive.Files[i], &archive.Files[i+1]
		t.Run(strings.TrimSuffix(input.Name, ".yaml"), func(t *testing.T) {
			_, err := Parse("cxgap.yaml", input.Data)
			var faults *FileError
			if !errors.As(err, &faults) {
				t.Fatalf("got error %v, want a *FileError", err)
			}
			got := ""
			for _, f := range faults.List {
				got += f.Place.String() + ": " + f.Message + "\n"
				if caret := f.Caret(); caret != "" {
					got += caret + "\n"
				}
				if f.Hint != "" {
					got += "hint: " + f.Hint + "\n"
				}
			}
			if faults.More > 0 {
				got += fmt.Sprintf("and %d more\n", faults.More)
			}
			if *update {
				golden.Data = []byte(got)
			} else if diff := cmp.Diff(string(golden.Data), got); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever the bytes, Parse returns a study or faults whose places lie in the text.
func FuzzParse(f *testing.F) {
	all, err := os.ReadFile("testdata/all.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(all)
	archive, err := txtar.ParseFile("testdata/faults.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		if filepath.Ext(file.Name) == ".yaml" {
			f.Add(file.Data)
		}
	}
	f.Add([]byte(" \r0")) // a lone carriage return ends a line
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := Parse("f.yaml", text)
		if err == nil {
			if s == nil || len(s.Audiences) == 0 {
				t.Fatal("neither a fault nor a study")
			}
			return
		}
		var faults *FileError
		if !errors.As(err, &faults) || faults.Empty() {
			t.Fatalf("got %v, want faults", err)
		}
		lines := linesOf(string(text))
		for _, fault := range faults.List {
			_ = fault.Caret()
			if fault.Place.Line > len(lines) {
				t.Fatalf("a fault in line %d of %d: %s", fault.Place.Line, len(lines), fault.Message)
			}
			if n := fault.Place.Line; n > 0 && fault.Place.Column > utf8.RuneCountInString(lines[n-1])+2 {
				t.Fatalf("a fault in column %d of %q: %s", fault.Place.Column, lines[n-1], fault.Message)
			}
		}
	})
}

func TestNearest(t *testing.T) {
	known := []string{"population", "platform", "label", "files", "where", "id"}
	for word, want := range map[string]string{
		"popluation": "population", "Label": "label", "file": "files", "plattform": "platform", "wheer": "where",
		"xyz": "", "": "", "importance": "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q): got %q, want %q", word, got, want)
		}
	}
}

func TestCaret(t *testing.T) {
	for _, test := range []struct {
		line   string
		column int
		want   string
	}{
		{"  key: value", 3, "\t  key: value\n\t  ^"},
		{"é: ü ö", 4, "\té: ü ö\n\t   ^"},
		{"\tx: 1", 2, "\t\tx: 1\n\t\t^"},
		{"日本: x", 5, "\t日本: x\n\t      ^"},
		{"", 1, ""},
		{"x", 0, ""},
	} {
		f := Fault{Place: Place{"f", 1, test.column}, Line: test.line}
		if got := f.Caret(); got != test.want {
			t.Errorf("%q column %d: got\n%s\nwant\n%s", test.line, test.column, got, test.want)
		}
	}
	long := Fault{Place: Place{"f", 1, 500}, Line: strings.Repeat("a", 499) + "X" + strings.Repeat("b", 500)}
	line, caret, _ := strings.Cut(long.Caret(), "\n")
	if len([]rune(line)) > 120 || []rune(line)[strings.Index(caret, "^")] != 'X' {
		t.Errorf("a long line is not cut around the caret:\n%s\n%s", line, caret)
	}
}

// A margin without end would make every gap similar.
func TestMarginsAreFinite(t *testing.T) {
	for _, margin := range []string{"infpt", "0x1p3pt", "1_0pt", "nan%", "1e999pt", "-1pt", "0pt"} {
		_, err := Parse("s.yaml", []byte("audiences: {staff: {files: [a.csv]}}\nscale: 1..10\nitems: {a: {performance: Q1}}\nanalysis: {equivalence: "+margin+"}\n"))
		if err == nil || !strings.Contains(err.Error(), "s.yaml:4") {
			t.Errorf("%s: got %v", margin, err)
		}
	}
}

// Another word for a key is understood, though no letter of it is like the key's.
func TestUnknownKeyOfTheSameMeaning(t *testing.T) {
	for known, want := range map[string]string{"title": "title", "label": "label", "files": ""} {
		if got := meant("name", []string{"waves", known}); got != want {
			t.Errorf("name, where %s is known: got %q, want %q", known, got, want)
		}
	}
}

// A part of the journey has the study's label, beside one column as beside columns by audience.
func TestPartsOfAJourneyHaveLabels(t *testing.T) {
	text := "audiences: {staff: {files: [s.csv]}, customers: {files: [c.csv]}}\nitems: {easy: {performance: Q1, scale: 1..7}}\n" +
		"journey:\n  outcome: {label: Got the refund, column: got_it}\n  effort: {label: \"Effort, 7 is easy\", staff: {column: E, scale: 1..7}, customers: {column: F, scale: 1..5}}\n" +
		"  explains: {customers: stayed}\n"
	s, err := Parse("cxgap.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	j := s.Journey
	if j.Outcome.Item.Label != "Got the refund" || j.Effort.Item.Label != "Effort, 7 is easy" || j.Explains.Item.Label != "Explained" {
		t.Errorf("labels %q, %q, %q", j.Outcome.Item.Label, j.Effort.Item.Label, j.Explains.Item.Label)
	}
	if len(j.Outcome.Columns) != 2 || len(j.Effort.Columns) != 2 || len(j.Explains.Columns) != 1 || j.Effort.Columns["customers"].Scale.String() != "1..5" {
		t.Errorf("columns %v, %v, %v", j.Outcome.Columns, j.Effort.Columns, j.Explains.Columns)
	}
}

func TestParseReadsWhatIsNoDriver(t *testing.T) {
	s, err := Parse("s.yaml", []byte("audiences: {customers: {files: [c.csv]}}\nscale: 1..5\nitems:\n  speed: {performance: Q1}\n  overall: {performance: Q2, driver: false}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Items[0].NoDriver || !s.Items[1].NoDriver {
		t.Errorf("no drivers: %v, %v; want false, true", s.Items[0].NoDriver, s.Items[1].NoDriver)
	}
}

// A segment is one column, columns by audience, or either beside a label; an audience that is called as a key of these is meant by it.
func TestParseReadsLabelsOfSegments(t *testing.T) {
	for text, want := range map[string]string{
		`[region]`:                   `region ""=region`,
		`{region: Site}`:             `region ""=Site`,
		`{region: {text: "Where?"}}`: `region ""={text: "Where?"}`,
		`{region: {staff: Site, customers: Region}}`:      `region customers=Region staff=Site`,
		`{region: {label: Region of the account}}`:        `region "Region of the account" ""=region`,
		`{region: {label: Region, column: Site}}`:         `region "Region" ""=Site`,
		`{region: {column: {text: "Where?"}}}`:            `region ""={text: "Where?"}`,
		`{region: {label: Region, staff: "Site[2]"}}`:     `region "Region" staff=Site[2]`,
		`{region: {label: R, column: {customers: "#3"}}}`: `region "R" customers=#3`,
	} {
		s, err := Parse("s.yaml", []byte("audiences: {staff: {files: [s.csv]}, customers: {files: [c.csv]}}\nscale: 1..5\nsegments: "+text+"\nitems: {speed: {performance: Q1}}\n"))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := segmentText(s.Segments[0]); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	s, err := Parse("s.yaml", []byte("audiences: {label: {files: [s.csv]}, column: {files: [c.csv]}}\nscale: 1..5\nsegments: {region: {label: Site, column: Region}}\nitems: {speed: {performance: Q1}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := segmentText(s.Segments[0]), `region column=Region label=Site`; got != want {
		t.Errorf("audiences called label and column: got %s, want %s", got, want)
	}
}

// A segment may give its values in an order, beside a label and columns or alone; twice the same is a fault, and an audience may be called order.
func TestParseReadsTheOrderOfASegment(t *testing.T) {
	parse := func(audience, segments string) (*Study, error) {
		return Parse("s.yaml", []byte("audiences: {"+audience+": {files: [s.csv]}, customers: {files: [c.csv]}}\nscale: 1..5\nsegments: "+segments+"\nitems: {speed: {performance: Q1}}\n"))
	}
	for text, want := range map[string]string{
		`{years: {order: [under 2, 2 to 10], customers: Tenure}}`:            `years customers=Tenure`,
		`{years: {label: Years, column: Tenure, order: [under 2, 2 to 10]}}`: `years "Years" ""=Tenure`,
		`{years: {order: [under 2, 2 to 10]}}`:                               `years ""=years`,
	} {
		s, err := parse("staff", text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := segmentText(s.Segments[0]); got != want || !slices.Equal(s.Segments[0].Order, []string{"under 2", "2 to 10"}) {
			t.Errorf("%s: got %s, %q, want %s", text, got, s.Segments[0].Order, want)
		}
	}
	if _, err := parse("staff", `{years: {order: [old, new, old]}}`); err == nil || !strings.Contains(err.Error(), `value "old" stands twice`) {
		t.Errorf("%v", err)
	}
	s, err := parse("order", `{years: {order: Tenure}}`)
	if err != nil || len(s.Segments[0].Order) > 0 || segmentText(s.Segments[0]) != `years order=Tenure` {
		t.Errorf("an audience called order: %v", err)
	}
}

// segmentText writes a segment with its label and columns.
func segmentText(s Segment) string {
	text := s.Name
	if s.Label != "" {
		text += fmt.Sprintf(" %q", s.Label)
	}
	var columns []string
	for audience, selector := range s.Columns {
		if audience == "" {
			audience = `""`
		}
		columns = append(columns, audience+"="+selector.String())
	}
	slices.Sort(columns)
	return text + " " + strings.Join(columns, " ")
}
