package importers

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// survey writes files (name and text) beside a study file and opens it; the study file is the first.
func survey(t testing.TB, files ...string) (*study.Study, *Survey, error) {
	t.Helper()
	dir := written(t, files...)
	s, err := study.Parse(files[0], []byte(files[1]))
	if err != nil {
		t.Fatal(err)
	}
	v, err := Open(s, Options{Dir: dir})
	return s, v, err
}

// collector keeps what it receives, by audience and rating.
type collector struct {
	rows     map[int]int
	codes    map[[2]int][]study.Code
	weights  []float64
	clusters []string
	waves    []int
	straight []bool
	speeders []bool
	blocks   int
}

func (c *collector) Add(r *study.Responses) error {
	if c.rows == nil {
		c.rows, c.codes = map[int]int{}, map[[2]int][]study.Code{}
	}
	c.blocks++
	c.rows[r.Audience] += r.N
	for i, codes := range r.Codes {
		if codes != nil {
			if len(codes) != r.N {
				return fmt.Errorf("rating %d has %d codes for %d rows", i, len(codes), r.N)
			}
			c.codes[[2]int{r.Audience, i}] = append(c.codes[[2]int{r.Audience, i}], codes...)
		}
	}
	c.weights, c.clusters, c.waves = append(c.weights, r.Weight...), append(c.clusters, r.Cluster...), append(c.waves, r.Wave...)
	c.straight, c.speeders = append(c.straight, r.Straight...), append(c.speeders, r.Speeders...)
	return nil
}

// faultsOf returns the faults of an error as lines: place and message.
func faultsOf(err error) string {
	var file *study.FileError
	var input *study.InputError
	var faults *study.Faults
	switch {
	case errors.As(err, &file):
		faults = &file.Faults
	case errors.As(err, &input):
		faults = &input.Faults
	default:
		return fmt.Sprint(err)
	}
	var b strings.Builder
	for _, f := range faults.List {
		fmt.Fprintf(&b, "%s: %s\n", f.Place, f.Message)
	}
	if faults.More > 0 {
		fmt.Fprintf(&b, "and %d more\n", faults.More)
	}
	return b.String()
}

const oneItem = "audiences:\n  customers: {files: [c.csv]%s}\nscale: 1..10\nmissing: {dont_know: [99, \"N/A\"], blank: [-], not_shown: [x]}\nitems: {quick: {performance: quick}}\n"

func TestCells(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv",
		"id,quick\n1,7\n2, 8 \n3,9.0\n4,\u00a010\n5,+3\n6,99\n7,99.0\n8,n/a\n9,-\n10,x\n11,\n12,1e1\n")
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	intake, err := v.Read(context.Background(), &c)
	if err != nil {
		t.Fatal(err)
	}
	want := []study.Code{6, 7, 8, 9, 2, study.DontKnow, study.DontKnow, study.DontKnow, 9}
	if got := c.codes[[2]int{0, 0}]; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("codes: got %v, want %v", got, want)
	}
	// A dash, an x and a blank are no answers: the rows are left out, and counted.
	if f := intake.Flow[0]; f.Read != 12 || f.Kept != 9 || fmt.Sprint(f.Dropped) != "[{no_answer 3}]" {
		t.Errorf("flow: got %+v", f)
	}
}

// Numbers are read strictly: 4,5 must never become 45.
func TestCellsThatAreNoRating(t *testing.T) {
	for _, cell := range []string{`"4,5"`, "0x7", "1_0", "NaN", "Inf", "7.5", "0", "11", "seven", "7 8", "٧", "--7"} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "quick\n7\n"+cell+"\n")
		if err != nil {
			t.Fatal(err)
		}
		_, err = v.Read(context.Background(), &collector{})
		if got := faultsOf(err); !strings.HasPrefix(got, "c.csv:3:1: ") || !strings.Contains(got, strings.Trim(cell, `"`)) {
			t.Errorf("%s: got %q", cell, got)
		}
	}
}

func TestLabelsAndReversedItems(t *testing.T) {
	_, v, err := survey(t, "s.yaml", `audiences: {customers: {files: [c.csv]}}
scale: [Strongly disagree, Disagree, Agree, Strongly agree]
items:
  quick: {performance: quick}
  slow: {performance: {customers: {column: slow, reversed: true}}}
`, "c.csv", "quick,slow\nstrongly  AGREE,Strongly disagree\nDisagree,Agree\n2,4\n")
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	if _, err := v.Read(context.Background(), &c); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(c.codes[[2]int{0, 0}], c.codes[[2]int{0, 1}]); got != "[3 1 1] [3 1 0]" {
		t.Errorf("got %s", got)
	}
}

func TestBadInputs(t *testing.T) {
	many := "quick\n" + strings.Repeat("11\n", 14)
	for _, test := range []struct{ name, of, text, want string }{
		{"empty file", "", "", "c.csv: the file is empty\n"},
		{"header only", "", "id,quick\n", "c.csv: holds a header and no responses\n"},
		{"ragged rows", "", "id,quick\n1,7\n2\n3,8,9\n4,5\n", "c.csv:3: row has 1 cell, the header has 2\nc.csv:4: row has 3 cells, the header has 2\n"},
		{"unterminated quote", "", "id,quick\n1,7\n2,\"8\n3,9\n", "c.csv:3: a quoted cell that begins in this record is not closed\n"},
		{"bare quote", "", "id,quick\n1,7\n2,8\"\n", "c.csv:3: a quote (\") stands inside a cell that does not begin with one\n"},
		{"ten faults and a count", "", many, strings.Join(func() (lines []string) {
			for i := range 10 {
				lines = append(lines, fmt.Sprintf("c.csv:%d:1: \"11\" is outside the scale 1..10 of item quick (column quick)\n", i+2))
			}
			return lines
		}(), "") + "and 4 more\n"},
		{"weights", ", weight: w", "w,quick\n1,7\n-2,7\n,7\nmuch,7\nInf,7\n", "c.csv:3:1: weight \"-2\" is negative (column w)\n" +
			"c.csv:4:1: the weight is blank (column w)\nc.csv:5:1: weight \"much\" is not a number (column w)\nc.csv:6:1: weight \"Inf\" is not a number (column w)\n"},
		{"blank cluster", ", cluster: team", "team,quick\na,7\n,8\n", "c.csv:3:1: the cluster is blank (column team)\n"},
		{"no valid answer", "", "quick\n99\n99\n", "c.csv: audience customers has no valid answer\n"},
		{"weights of 0", ", weight: w", "w,quick\n0,7\n0,8\n", "c.csv: audience customers has no valid answer; rows that a weight of 0 leaves out: 2\n"},
		{"a PDF", "", "%PDF-1.7\n", "c.csv: is a PDF document, not a survey export in CSV\n"},
		{"a workbook", "", "PK\x03\x04...", "c.csv: is a damaged zip archive or Excel workbook (.xlsx): zip: not a valid zip file\n"},
		{"an SPSS file", "", "$FL2@(#)", "c.csv: is an SPSS file, not a survey export in CSV\n"},
		{"a picture", "", "\x89PNG\r\n", "c.csv: is a PNG picture, not a survey export in CSV\n"},
		{"a web page", "", "<!DOCTYPE html><html>", "c.csv: is an HTML page, not a survey export in CSV\n"},
		{"bytes", "", "quick\n\x00\x01\n", "c.csv: is a binary file, not a survey export in CSV\n"},
		{"damaged gzip", "", "\x1f\x8b\x08broken", "c.csv: damaged gzip file\n"},
		{"left to right", ", weight: w", "quick,w\n11,-1\n", "c.csv:2:1: \"11\" is outside the scale 1..10 of item quick (column quick)\nc.csv:2:2: weight \"-1\" is negative (column w)\n"},
		{"a column that is not there", "", "id,quik\n1,7\n", "s.yaml:5:30: no audience has a column \"quick\"\n"},
		{"too many answered", ", population: 2", "quick\n7\n8\n9\n", "s.yaml:2:43: the population of customers is 2, but 3 answered\n"},
	} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, test.of), "c.csv", test.text)
		if err == nil {
			_, err = v.Read(context.Background(), &collector{})
		}
		if got := faultsOf(err); got != test.want {
			t.Errorf("%s: got\n%swant\n%s", test.name, got, test.want)
		}
	}
}

func TestMissingFilesAndPatterns(t *testing.T) {
	const study = "audiences: {customers: {files: [c-*.csv, other.csv]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n"
	_, _, err := survey(t, "s.yaml", study)
	if got := faultsOf(err); got != "c-*.csv: no file matches this pattern\n" {
		t.Errorf("got %s", got)
	}
	_, v, err := survey(t, "s.yaml", study, "c-2.csv", "quick\n2\n", "c-1.csv", "quick\n1\n", "other.csv", "quick\n3\n")
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	if _, err := v.Read(context.Background(), &c); err != nil || fmt.Sprint(c.codes[[2]int{0, 0}]) != "[0 1 2]" {
		t.Errorf("files in the order of their names: got %v, %v", c.codes, err)
	}
}

func TestSharedFile(t *testing.T) {
	const file = "role,quick,w\nleader,7,1\ncustomer,5,2\nvisitor,9,1\ncustomer,4,0\nleader,8,1\n"
	const study = "audiences:\n  leaders: {files: [c.csv], where: {role: leader}}\n  customers: {files: [c.csv], where: {role: {not: [leader, visitor]}}, weight: w}\n" +
		"scale: 1..10\nitems: {quick: {performance: quick}}\n"
	_, v, err := survey(t, "s.yaml", study, "c.csv", file)
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	intake, err := v.Read(context.Background(), &c)
	if err != nil {
		t.Fatal(err)
	}
	if c.rows[0] != 2 || c.rows[1] != 1 || fmt.Sprint(c.weights) != "[2]" {
		t.Errorf("got %v rows, weights %v", c.rows, c.weights)
	}
	got := fmt.Sprint(intake.Flow)
	if want := "[{leaders c.csv 2 2 []} {customers c.csv 2 1 [{zero_weight 1}]} { c.csv 1 0 [{not_selected 1}]}]"; got != want {
		t.Errorf("flow: got %s, want %s", got, want)
	}
	_, _, err = survey(t, "s.yaml", strings.ReplaceAll(strings.ReplaceAll(study, ", where: {role: leader}", ""), ", where: {role: {not: [leader, visitor]}}", ""), "c.csv", file)
	if got := faultsOf(err); got != "s.yaml:3:23: c.csv is given to leaders and to customers, rows and all\n" {
		t.Errorf("rows of two audiences: got %s", got)
	}
	_, v, err = survey(t, "s.yaml", strings.Replace(study, "{not: [leader, visitor]}", "[customer, leader]", 1), "c.csv", file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = v.Read(context.Background(), &collector{})
	if got := faultsOf(err); !strings.Contains(got, "rows of c.csv are given to two audiences: line 2 is both leaders and customers") {
		t.Errorf("a row of two audiences: got %s", got)
	}
}

func TestLinesAreThoseOfTheFile(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "why,quick\n\"two\nlines\",7\n\n\"a\n\nb\",12\n")
	if err != nil {
		t.Fatal(err)
	}
	_, err = v.Read(context.Background(), &collector{})
	if got := faultsOf(err); !strings.HasPrefix(got, "c.csv:7:2: ") {
		t.Errorf("got %s, want line 7, on which the cell stands", got)
	}
}

func encoded(t testing.TB, name, text string) string {
	t.Helper()
	var out string
	var err error
	switch name {
	case "utf-8 with mark":
		return "\ufeff" + text
	case "utf-16le":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	case "utf-16be":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	case "windows-1252":
		out, err = charmap.Windows1252.NewEncoder().String(text)
	case "gzip":
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		err = w.Close()
		out = b.String()
	default:
		return text
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The same answers in any encoding, with any delimiter and line end.
func TestEveryEncodingReadsAlike(t *testing.T) {
	const text = "naïve – question,quick\nja,7\nnö,8\n"
	for _, name := range []string{"utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "windows-1252", "gzip"} {
		for _, delimiter := range []string{",", ";", "\t"} {
			for _, end := range []string{"\n", "\r\n", "\r\r\n", "\r"} {
				file := encoded(t, name, strings.ReplaceAll(strings.ReplaceAll(text, ",", delimiter), "\n", end))
				_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ", where: {\"naïve – question\": [ja, nö]}"), "c.csv", file)
				if err != nil {
					t.Errorf("%s, %q, %q: %s", name, delimiter, end, faultsOf(err))
					continue
				}
				var c collector
				intake, err := v.Read(context.Background(), &c)
				if err != nil || fmt.Sprint(c.codes[[2]int{0, 0}]) != "[6 7]" {
					t.Errorf("%s, %q, %q: got %v, %v", name, delimiter, end, c.codes, err)
					continue
				}
				if assumed := len(intake.Warnings) == 1 && intake.Warnings[0].Code == study.EncodingAssumed; assumed != (name == "windows-1252") {
					t.Errorf("%s: warnings %v", name, intake.Warnings)
				}
			}
		}
	}
}

func TestBadByteIsNamedWithItsPlace(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "why,quick\nok,7\ncaf\xe9,8\nna\xefve,9\n")
	if err != nil {
		t.Fatal(err)
	}
	intake, err := v.Read(context.Background(), &collector{})
	if err != nil {
		t.Fatal(err)
	}
	if len(intake.Warnings) != 1 || !strings.HasPrefix(intake.Warnings[0].Message, `c.csv:3`) || !strings.Contains(intake.Warnings[0].Message, "0xE9") {
		t.Errorf("got %v", intake.Warnings)
	}
	if _, err := exported(t, "a\n1\n", Options{Encoding: "utf-99"}); err == nil || !strings.Contains(err.Error(), `unknown encoding "utf-99"`) {
		t.Errorf("an unknown encoding: got %v", err)
	}
}

// A byte order mark before a quoted first header is a parse error of encoding/csv, if it is not taken off.
func TestMarkBeforeQuotedHeader(t *testing.T) {
	e, err := exported(t, "\ufeff\"quick, really\",id\n7,1\n", Options{})
	if err != nil || e.Columns[0].ID != "quick, really" {
		t.Errorf("got %+v, %v", e, err)
	}
}

func TestConcurrentInterruptStopsReading(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "quick\n"+strings.Repeat("7\n", 5000))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := v.Read(ctx, &collector{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

// Nothing is lost: every row is kept or counted, every cell of a kept row is one code.
func TestEveryCellIsAccountedFor(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cells := rapid.SampledFrom([]string{"1", "2", "7", "10", "", "99", "N/A", "-", "x"})
		rows := rapid.SliceOfN(rapid.SliceOfN(cells, 2, 2), 1, 60).Draw(rt, "rows")
		weights := rapid.SliceOfN(rapid.SampledFrom([]string{"0", "1", "0.5"}), len(rows), len(rows)).Draw(rt, "weights")
		text := "w,quick,fair\n1,5,5\n"
		for i, row := range rows {
			text += weights[i] + "," + row[0] + "," + row[1] + "\n"
		}
		_, v, err := survey(t, "s.yaml", strings.Replace(fmt.Sprintf(oneItem, ", weight: w"), "items: {", "items: {fair: {performance: fair}, ", 1), "c.csv", text)
		if err != nil {
			rt.Fatal(faultsOf(err))
		}
		var c collector
		intake, err := v.Read(context.Background(), &c)
		if err != nil {
			rt.Fatal(faultsOf(err))
		}
		f := intake.Flow[0]
		dropped := 0
		for _, d := range f.Dropped {
			dropped += d.Rows
		}
		if f.Read != len(rows)+1 || f.Kept+dropped != f.Read || c.rows[0] != f.Kept {
			rt.Fatalf("read %d of %d, kept %d, dropped %d, handed over %d", f.Read, len(rows)+1, f.Kept, dropped, c.rows[0])
		}
		for rating := range 2 {
			if n := len(c.codes[[2]int{0, rating}]); n != f.Kept {
				rt.Fatalf("rating %d has %d codes for %d rows", rating, n, f.Kept)
			}
		}
	})
}

// Straight-liners and speeders are reported, or dropped and counted, as the study says.
func TestQualityRules(t *testing.T) {
	const file = "s,a,b,c,d,e\n100,7,7,7,7,7\n1:40,1,2,3,4,5\n100,5,4,3,2,1\n40,9,8,7,6,5\n,9,9,9,9,8\n"
	const of = "audiences: {customers: {files: [c.csv], duration: s}}\nscale: 1..10\nquality: {%s}\n" +
		"items: {a: {performance: a}, b: {performance: b}, c: {performance: c}, d: {performance: d}, e: {performance: e}}\n"
	for _, test := range []struct{ quality, flow string }{
		{"", "[{customers c.csv 5 5 []}]"},
		{"straight_liners: drop", "[{customers c.csv 5 4 [{straight_liner 1}]}]"},
		{"speeders: drop", "[{customers c.csv 5 4 [{speeder 1}]}]"},
		{"speeders: drop, straight_liners: drop, speed_cut: 0.3", "[{customers c.csv 5 4 [{straight_liner 1}]}]"},
	} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, test.quality), "c.csv", file)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		var c collector
		intake, err := v.Read(context.Background(), &c)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := fmt.Sprint(intake.Flow); got != test.flow {
			t.Errorf("%s: got %s, want %s", test.quality, got, test.flow)
		}
		if test.quality == "" && (fmt.Sprint(c.straight) != "[true false false false false]" || fmt.Sprint(c.speeders) != "[false false false true false]") {
			t.Errorf("flags: got %v and %v", c.straight, c.speeders)
		}
	}
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, ""), "c.csv", strings.Replace(file, "1:40", "soon", 1))
	if err != nil {
		t.Fatal(err)
	}
	_, err = v.Read(context.Background(), &collector{})
	if got := faultsOf(err); got != "c.csv:3:1: duration \"soon\" is not a number of seconds (column s)\n" {
		t.Errorf("got %s", got)
	}
}

// The blocks of several chunks come in the order of the file; clusters and waves keep step.
func TestBlocks(t *testing.T) {
	var b strings.Builder
	b.WriteString("team,wave,quick\n")
	const n = 4*delimited.ChunkSize/len("t0,2025,1\n") + 10
	for i := range n {
		fmt.Fprintf(&b, "t%d,%d,%d\n", i%7, 2025+i%2, 1+i%10)
	}
	_, v, err := survey(t, "s.yaml", "waves: [2025, 2026]\n"+fmt.Sprintf(oneItem, ", cluster: team, wave: {column: wave}"), "c.csv", b.String())
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	if _, err := v.Read(context.Background(), &c); err != nil {
		t.Fatal(err)
	}
	if c.blocks < 4 || len(c.clusters) != n || len(c.waves) != n {
		t.Fatalf("got %d blocks, %d clusters, %d waves", c.blocks, len(c.clusters), len(c.waves))
	}
	for i := range n {
		if c.clusters[i] != fmt.Sprintf("t%d", i%7) || c.waves[i] != i%2 || int(c.codes[[2]int{0, 0}][i]) != i%10 {
			t.Fatalf("row %d: got cluster %s, wave %d, code %d", i, c.clusters[i], c.waves[i], c.codes[[2]int{0, 0}][i])
		}
	}
}
