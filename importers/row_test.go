package importers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

// readFiles opens a study with its files and reads it.
func readFiles(t testing.TB, files ...string) (*collector, *study.Intake, error) {
	t.Helper()
	_, v, err := survey(t, files...)
	if err != nil {
		return nil, nil, err
	}
	var c collector
	intake, err := v.Read(context.Background(), &c)
	return &c, intake, err
}

// hintsOf returns the hints of an error, a line each.
func hintsOf(err error) string {
	var file *study.FileError
	var input *study.InputError
	var list []study.Fault
	switch {
	case errors.As(err, &file):
		list = file.List
	case errors.As(err, &input):
		list = input.List
	}
	var b strings.Builder
	for _, f := range list {
		b.WriteString(f.Hint + "\n")
	}
	return b.String()
}

// A platform's own word on a response goes before all else; partial responses are left out unless the study keeps them.
func TestRowsThatAreNoResponses(t *testing.T) {
	const of = "audiences: {customers: {files: [c.csv]}}\nscale: 1..10\n%sitems: {quick: {performance: Q1_1}}\n"
	for _, test := range []struct{ sample, quality, flow, codes string }{
		{"qualtrics/usual.csv", "quality: {partial: report}\n", "[{customers c.csv 5 2 [{preview 1} {test 1} {spam 1}]}]", "[6 3]"},
		{"qualtrics/usual.csv", "", "[{customers c.csv 5 1 [{preview 1} {test 1} {spam 1} {partial 1}]}]", "[6]"},
		{"qualtrics/legacy.csv", "quality: {partial: report}\n", "[{customers c.csv 3 2 [{test 1}]}]", "[2 4]"},
		{"qualtrics/legacy.csv", "", "[{customers c.csv 3 1 [{test 1} {partial 1}]}]", "[2]"},
	} {
		c, intake, err := readFiles(t, "s.yaml", fmt.Sprintf(of, test.quality), "c.csv", sampleText(t, test.sample))
		if err != nil {
			t.Errorf("%s: %s", test.sample, faultsOf(err))
			continue
		}
		if got := fmt.Sprint(intake.Flow); got != test.flow {
			t.Errorf("%s, %q: got %s, want %s", test.sample, test.quality, got, test.flow)
		}
		if got := fmt.Sprint(c.codes[[2]int{0, 0}]); got != test.codes {
			t.Errorf("%s, %q: got %s, want %s", test.sample, test.quality, got, test.codes)
		}
	}
}

// A row is left out for the first reason that holds, and what else is wrong with a row that is not read is not asked.
func TestFirstReasonCounts(t *testing.T) {
	header := "StartDate,Status,Finished,ResponseId,w,quick\na,b,c,d,e,f\n" + strings.Repeat(`"{""ImportId"":""x""}",`, 5) + `"{""ImportId"":""y""}"` + "\n"
	_, intake, err := readFiles(t, "s.yaml", fmt.Sprintf(oneItem, ", weight: w, where: {ResponseId: {not: [R_9]}}"), "c.csv", header+
		"d,IP Address,True,R_1,1,7\n"+
		"d,Survey Preview,True,R_2,much,seventy\n"+ // no response: its cells are nobody's concern
		"d,IP Address,True,R_9,much,seventy\n"+ // nobody's row
		"d,IP Address,True,R_3,0,\n"+ // weight 0 and no answer
		"d,IP Address,True,R_3,0,seventy\n"+
		"d,IP Address,True,R_4,2,\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if got, want := fmt.Sprint(intake.Flow), "[{customers c.csv 5 1 [{preview 1} {zero_weight 2} {no_answer 1}]} { c.csv 1 0 [{not_selected 1}]}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWeights(t *testing.T) {
	c, intake, err := readFiles(t, "s.yaml", fmt.Sprintf(oneItem, ", weight: w"), "c.csv", "w,quick\n1,7\n 0.25 ,8\n0,9\n2e1,10\n0.0,1\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if fmt.Sprint(c.weights) != "[1 0.25 20]" || fmt.Sprint(intake.Flow) != "[{customers c.csv 5 3 [{zero_weight 2}]}]" {
		t.Errorf("got weights %v, flow %v", c.weights, intake.Flow)
	}
	_, _, err = readFiles(t, "s.yaml", fmt.Sprintf(oneItem, ", weight: w"), "c.csv", "w,quick\n\"1,5\",7\n")
	if got := faultsOf(err); got != "c.csv:2:1: weight \"1,5\" is a number only with a decimal comma (column w)\n" || !strings.Contains(hintsOf(err), "decimal: comma  under the audience") {
		t.Errorf("got %s with hint %s", got, hintsOf(err))
	}
	if c, _, err := readFiles(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "w,quick\n3,7\n"); err != nil || c.weights != nil {
		t.Errorf("no weight column: got %v, %v", c, err)
	}
}

// Conditions compare cells as people read them; all of them must hold.
func TestWhere(t *testing.T) {
	const file = "role,wave,quick\nCustomer ,1,1\ncustomer,2,2\nstaff,1,3\n,1.0,4\n"
	for _, test := range []struct{ where, codes string }{
		{"role: customer", "[0 1]"},
		{"role: [customer, staff]", "[0 1 2]"},
		{"role: {not: [customer]}", "[2 3]"},
		{"role: {not: [staff, \"\"]}", "[0 1]"},
		{"wave: 1", "[0 2 3]"},
		{"wave: 1, role: customer", "[0]"},
		{"role: customer, wave: {not: [1]}", "[1]"},
		{"\"#2\": 2", "[1]"},
	} {
		c, intake, err := readFiles(t, "s.yaml", fmt.Sprintf(oneItem, ", where: {"+test.where+"}"), "c.csv", file)
		if err != nil {
			t.Errorf("%s: %s", test.where, faultsOf(err))
			continue
		}
		if got := fmt.Sprint(c.codes[[2]int{0, 0}]); got != test.codes {
			t.Errorf("%s: got %s, want %s", test.where, got, test.codes)
		}
		kept, read := 0, 0
		for _, f := range intake.Flow {
			kept, read = kept+f.Kept, read+f.Read
		}
		if read != 4 || kept != len(strings.Fields(test.codes)) {
			t.Errorf("%s: flow %v", test.where, intake.Flow)
		}
	}
	_, _, err := readFiles(t, "s.yaml", fmt.Sprintf(oneItem, ", where: {role: visitor}"), "c.csv", file)
	if got := faultsOf(err); got != "c.csv: audience customers has no valid answer\n" || !strings.Contains(hintsOf(err), "where:") {
		t.Errorf("nobody: got %s with hint %s", got, hintsOf(err))
	}
}

func TestWaves(t *testing.T) {
	const of = "waves: [2025-Q3, 2026-Q3]\n" + oneItem
	const file = "when,quick\n2026-Q3,7\n 2025-q3 ,8\n"
	c, _, err := readFiles(t, "s.yaml", fmt.Sprintf(of, ", wave: {column: when}"), "c.csv", file)
	if err != nil || fmt.Sprint(c.waves) != "[1 0]" {
		t.Errorf("got %v, %v", c, faultsOf(err))
	}
	_, _, err = readFiles(t, "s.yaml", fmt.Sprintf(of, ", wave: {column: when}"), "c.csv", file+"2024-Q3,7\n,8\n")
	want := "c.csv:4:1: \"2024-Q3\" is not among the waves 2025-Q3, 2026-Q3\nc.csv:5:1: \"\" is not among the waves 2025-Q3, 2026-Q3\n"
	if got := faultsOf(err); got != want || !strings.Contains(hintsOf(err), "in order of time") {
		t.Errorf("got %s with hint %s", got, hintsOf(err))
	}
}

// A population counts everybody who could have answered, in each wave.
func TestPopulationByWave(t *testing.T) {
	const of = "waves: [a, b]\n" + oneItem
	const file = "when,quick\na,7\na,8\nb,9\nb,9\n"
	if _, _, err := readFiles(t, "s.yaml", fmt.Sprintf(of, ", population: 2, wave: {column: when}"), "c.csv", file); err != nil {
		t.Errorf("two of two in each wave: got %s", faultsOf(err))
	}
	_, _, err := readFiles(t, "s.yaml", fmt.Sprintf(of, ", population: 2, wave: {column: when}"), "c.csv", file+"b,1\n")
	var wrong *study.FileError
	if !errors.As(err, &wrong) || !strings.HasPrefix(faultsOf(err), "s.yaml:3:") || !strings.HasSuffix(faultsOf(err), "the population of customers is 2, but 3 answered in wave b\n") {
		t.Errorf("got %v, %s", err, faultsOf(err))
	}
}

func TestSegmentsOfRows(t *testing.T) {
	const of = "segments: [region]\n" + oneItem
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, ""), "c.csv", "region,quick\nNorth ,7\nSouth,8\n,9\nNorth,1\nWest,\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	var s segmentSink
	if _, err := v.Read(context.Background(), &s); err != nil || fmt.Sprintf("%q", s.values) != `["North" "South" "" "North"]` {
		t.Errorf("got %q, %v", s.values, faultsOf(err))
	}
	var ids strings.Builder
	ids.WriteString("region,quick\n")
	for n := range maxSegmentValues + 20 {
		fmt.Fprintf(&ids, "id %d,7\n", n)
	}
	_, _, err = readFiles(t, "s.yaml", fmt.Sprintf(of, ""), "c.csv", ids.String())
	if got := faultsOf(err); got != "s.yaml:1:12: segment region has more than 60 values, such as \"id 60\" in c.csv:62:1\n" || hintsOf(err) == "\n" {
		t.Errorf("a column of ids: got %s", got)
	}
	_, _, err = readFiles(t, "s.yaml", fmt.Sprintf(of, ""), "c.csv", "regoin,quick\nNorth,7\n")
	if got := faultsOf(err); got != "s.yaml:1:12: no audience has a column \"region\"\n" || !strings.Contains(hintsOf(err), `did you mean "regoin"?`) {
		t.Errorf("no such column: got %s with hint %s", got, hintsOf(err))
	}
}

// segmentSink keeps the values of the first segment.
type segmentSink struct{ values []string }

func (s *segmentSink) Add(r *study.Responses) error {
	s.values = append(s.values, r.Segments[0]...)
	return nil
}

// A sink that fails ends the reading with its error.
func TestSinkThatFails(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "quick\n7\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	full := errors.New("the disk is full")
	if _, err := v.Read(context.Background(), failingSink{full}); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

type failingSink struct{ err error }

func (s failingSink) Add(*study.Responses) error { return s.err }

// A reading that is called off while blocks are handed over stops before the next file.
func TestReadCalledOffInItsMidst(t *testing.T) {
	text := "quick\n" + strings.Repeat("7\n", 3*blockRows)
	_, v, err := survey(t, "s.yaml", "audiences: {customers: {files: [c.csv, d.csv]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n", "c.csv", text, "d.csv", text+"8\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	ctx, cancel := context.WithCancel(context.Background())
	s := &cancellingSink{cancel: cancel}
	if _, err := v.Read(ctx, s); !errors.Is(err, context.Canceled) || s.blocks != 1 {
		t.Errorf("got %v after %d blocks", err, s.blocks)
	}
}

type cancellingSink struct {
	cancel context.CancelFunc
	blocks int
}

func (s *cancellingSink) Add(*study.Responses) error {
	s.blocks++
	s.cancel()
	return nil
}

// Faults of cells do not hide that the file is damaged further down, and the first ten are listed over all files.
func TestFaultsOverFilesAndDamage(t *testing.T) {
	const of = "audiences: {customers: {files: [c.csv, d.csv]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n"
	_, _, err := readFiles(t, "s.yaml", of, "c.csv", "quick,why\n11,\n12,\"open\n", "d.csv", "quick,why\n13,\n1,2,3\n")
	want := "c.csv:2:1: \"11\" is outside the scale 1..10 of item quick (column quick)\n" +
		"c.csv:3: a quoted cell that begins in this record is not closed\n" +
		"d.csv:2:1: \"13\" is outside the scale 1..10 of item quick (column quick)\n" +
		"d.csv:3: row has 3 cells, the header has 2\n"
	if got := faultsOf(err); got != want {
		t.Errorf("got %s", got)
	}
	bad := "quick\n" + strings.Repeat("11\n", 8)
	_, _, err = readFiles(t, "s.yaml", of, "c.csv", bad, "d.csv", bad)
	if got := faultsOf(err); strings.Count(got, "\n") != 11 || !strings.HasSuffix(got, "d.csv:3:1: \"11\" is outside the scale 1..10 of item quick (column quick)\nand 6 more\n") {
		t.Errorf("got %s", got)
	}
}

// kinds counts the codes of a column by what they are, by the sorts that the cells below stand for.
func kinds(codes []study.Code) map[string]int {
	counts := map[string]int{}
	for _, c := range codes {
		switch {
		case c.Valid():
			counts["valid"]++
		case c == study.DontKnow:
			counts["don't know"]++
		case c == study.NotShown:
			counts["not shown"]++
		case c == study.Blank:
			counts["blank"]++
		case c == study.Suppressed:
			counts["suppressed"]++
		default:
			counts[fmt.Sprintf("code %d", c)]++
		}
	}
	return counts
}

// Every cell of a kept row is counted as what it says: valid, don't know, not shown or blank add up to the rows that were kept.
func TestEveryCellIsWhatItSays(t *testing.T) {
	sort := map[string]string{"1": "valid", "7": "valid", "10.0": "valid", "99": "don't know", "n/a": "don't know", "x": "not shown", "": "blank", "-": "blank"}
	cells := []string{"1", "7", "10.0", "99", "n/a", "x", "", "-"}
	rapid.Check(t, func(rt *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(cells), 2, 2), 1, 80).Draw(rt, "rows")
		text, want, kept, blank := "quick,fair\n7,7\n", []map[string]int{{"valid": 1}, {"valid": 1}}, 1, 0
		for _, row := range rows {
			text += row[0] + ";" + row[1] + "\n"
			answered := false
			if row[0]+row[1] == "" {
				blank++
			}
			for _, cell := range row {
				answered = answered || sort[cell] == "valid" || sort[cell] == "don't know"
			}
			if answered {
				kept++
				for i, cell := range row {
					want[i][sort[cell]]++
				}
			}
		}
		text = strings.ReplaceAll(text, ";", ",")
		c, intake, err := readFiles(t, "s.yaml", strings.Replace(fmt.Sprintf(oneItem, ""), "quick: {performance: quick}}", "quick: {performance: quick}, fair: {performance: fair}}", 1), "c.csv", text)
		if err != nil {
			rt.Fatal(faultsOf(err))
		}
		for i := range 2 {
			if got := kinds(c.codes[[2]int{0, i}]); fmt.Sprint(got) != fmt.Sprint(want[i]) {
				rt.Fatalf("column %d: got %v, want %v", i, got, want[i])
			}
		}
		f := intake.Flow[0]
		var dropped []study.Count
		for why, n := range map[study.Reason]int{study.BlankRow: blank, study.NoAnswer: f.Read - kept - blank} {
			if n > 0 {
				dropped = append(dropped, study.Count{Reason: why, Rows: n})
			}
		}
		slices.SortFunc(dropped, func(a, b study.Count) int { return strings.Compare(string(a.Reason), string(b.Reason)) })
		if f.Read != len(rows)+1 || f.Kept != kept || !slices.Equal(f.Dropped, dropped) {
			rt.Fatalf("flow %+v of %d rows, %d kept", f, len(rows)+1, kept)
		}
	})
}
