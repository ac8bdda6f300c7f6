package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"pgregory.net/rapid"
)

// monkeyed is an export of SurveyMonkey's of five questions, four of them with choices, and of rows that stop at different places.
func monkeyed(copies int) string {
	rows := []string{
		"4,,Scan,,,4,5,7,fine", // whole
		"5,,,Policy,,2,1,9,",   // without a comment
		"2,,Scan,,,3,3,,",      // without the last question
		"3,,Scan,,,,,,",        // left after the second of four
		"1,,,,,,,,too long",    // wrote at the end
		",,,,,,,,",             // answered nothing
		"2,,Scan,Policy,,,,8,", // was not shown the matrix
		"4,,Scan,,,4,5,7,",     // without a comment
	}
	b := strings.Builder{}
	b.WriteString("Respondent ID,Collector ID,Start Date,How good?,,Which tools?,,,Rate each,,Would you recommend us?,Why?\n" +
		",,,Response,Other (please specify),Scan,Policy,Other (please specify),Price,Speed,Response,Open-Ended Response\n")
	for i := range copies * len(rows) {
		b.WriteString(lexicon.FormatNumber(float64(1234567890+i)) + ",42,03/24/2026," + rows[i%len(rows)] + "\n")
	}
	return b.String()
}

// blankEnded is an export of SurveyMonkey's whose questions have the given wordings, and whose rows answer those marked with x.
func blankEnded(questions []string, rows ...string) string {
	b := strings.Builder{}
	b.WriteString("Respondent ID,Collector ID," + strings.Join(questions, ",") + "\n,")
	for _, q := range questions {
		if strings.HasPrefix(q, "Why") {
			b.WriteString(",Open-Ended Response")
			continue
		}
		b.WriteString(",Response")
	}
	for i, row := range rows {
		fmt.Fprintf(&b, "\n%d,42", 1234567890+i)
		for k, mark := range row {
			if b.WriteByte(','); mark == 'x' {
				fmt.Fprintf(&b, "%d", 1+(i+i/3+k)%5)
			}
		}
	}
	return b.String() + "\n"
}

// fewOfMany are rows, one pattern after its number.
func fewOfMany(parts ...any) (rows []string) {
	for i := 0; i < len(parts); i += 2 {
		for range parts[i].(int) {
			rows = append(rows, parts[i+1].(string))
		}
	}
	return rows
}

// What is blank to the end of a response is told from who was routed past it, and from what people do not tell of themselves.
func TestWhoMayHaveLeftEarly(t *testing.T) {
	rated := func(n int, more ...string) (all []string) {
		for i := range n {
			all = append(all, fmt.Sprintf("How good is part %c?", 'A'+i))
		}
		return append(all, more...)
	}
	for name, test := range map[string]struct {
		questions []string
		rows      []string
		want      int
	}{
		"four of six":                       {rated(6), fewOfMany(20, "xxxxxx", 3, "xx...."), 3},
		"two of six are a third":            {rated(6), fewOfMany(20, "xxxxxx", 3, "xxxx.."), 3},
		"two of seven are less":             {rated(7), fewOfMany(20, "xxxxxxx", 3, "xxxxx.."), 0},
		"one of three is one":               {rated(3), fewOfMany(20, "xxx", 3, "xx."), 0},
		"two of three":                      {rated(3), fewOfMany(20, "xxx", 3, "x.."), 3},
		"at several questions":              {rated(6), fewOfMany(40, "xxxxxx", 3, "xxxx..", 2, "xxx...", 4, "x....."), 9},
		"a quarter, and few":                {rated(6), fewOfMany(12, "xxxxxx", 4, "xxxx.."), 4},
		"a quarter stops there":             {rated(6), fewOfMany(15, "xxxxxx", 5, "xxxx.."), 0},
		"nearly a quarter":                  {rated(6), fewOfMany(16, "xxxxxx", 5, "xxxx.."), 5},
		"a quarter of those who came":       {rated(6), fewOfMany(15, "xxxxxx", 5, "xxxx..", 4, "x....."), 4},
		"who answered nothing came nowhere": {rated(6), fewOfMany(15, "xxxxxx", 5, "xxxx..", 9, "......"), 0},
		"one of eleven goes on":             {rated(6), fewOfMany(60, "xxxxxx", 11, "xxx...", 1, "xxx..x"), 11},
		"one of ten goes on":                {rated(6), fewOfMany(60, "xxxxxx", 10, "xxx...", 1, "xxx..x"), 0},
		"one blank is no gap":               {rated(6), fewOfMany(60, "xxxxxx", 10, "xxx...", 5, "xxx.xx"), 10},
		"a gap elsewhere":                   {rated(6), fewOfMany(60, "xxxxxx", 10, "xxx...", 5, "x..xxx"), 10},
		"before the first answer":           {rated(6), fewOfMany(60, "xxxxxx", 4, "xxx...", 5, "...xxx"), 4},
		"who they are":                      {rated(3, "Gender", "Age group"), fewOfMany(20, "xxxxx", 4, "xxx.."), 0},
		"facts":                             {rated(3, "How old are you?", "In which year were you born?"), fewOfMany(20, "xxxxx", 4, "xxx.."), 0},
		"personal":                          {rated(3, "Phone number", "Email"), fewOfMany(20, "xxxxx", 4, "xxx.."), 0},
		"to be written":                     {rated(3, "Why?", "Why else?"), fewOfMany(20, "xxxxx", 4, "xxx.."), 0},
		"groups behind those who left":      {rated(4, "Gender", "Age group"), fewOfMany(20, "xxxxxx", 4, "xx...."), 4},
		"tells who they are at the end":     {rated(4, "Gender", "Age group"), fewOfMany(20, "xxxxxx", 4, "xx..x."), 0},
		"writes at the end":                 {rated(4, "Why?"), fewOfMany(20, "xxxxx", 4, "xx..x"), 0},
	} {
		in := inspectedText(t, blankEnded(test.questions, test.rows...))
		said := ""
		for _, n := range in.Warnings {
			if n.Code == study.LeftEarlyKept {
				said = n.Message
			}
		}
		want := ""
		if test.want > 0 {
			want = fmt.Sprintf("%d rows without an answer from some question to the end may be of people who left early, which the platform does not mark; kept", test.want)
		}
		if in.Platform != "surveymonkey" || said != want || in.Kept != len(test.rows) {
			t.Errorf("%s: %s, kept %d of %d, said %q, want %d", name, in.Platform, in.Kept, len(test.rows), said, test.want)
		}
	}
	if in := inspectedText(t, "Respondent ID,Collector ID,A?,B?,C?,D?\n"+strings.Repeat("1,42,4,5,3,2\n", 20)+"2,42,4,,,\n"); in.Platform != "surveymonkey" || len(in.Warnings) == 0 || in.Warnings[0].Code != study.LeftEarlyUnjudged || strings.Contains(fmt.Sprint(in.Warnings), study.LeftEarlyKept+" ") {
		t.Errorf("without the row of what they are: %s, %v", in.Platform, in.Warnings)
	}
}

// What stands below the answers is no response, of people who left early or not, whether lines have all cells or a few.
func TestFootersDidNotLeaveEarly(t *testing.T) {
	questions := []string{"How good is part A?", "How good is part B?", "How good is part C?", "How good is part D?", "How good is part E?", "How good is part F?"}
	text := blankEnded(questions, fewOfMany(20, "xxxxxx", 3, "xx....")...) + "Total,,23,23,,,,\nSource: us\n"
	e, err := OpenExport("-", Options{Stdin: NewStandardInput(strings.NewReader(text))})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if len(e.footers) != 2 {
		t.Fatalf("footers: %v", e.footers)
	}
	chunks, records := newBlankEnds(e), newBlankEnds(e)
	if err := chunks.inChunks(context.Background(), e); err != nil {
		t.Fatal(err)
	}
	if err := records.inRecords(context.Background(), e); err != nil {
		t.Fatal(err)
	}
	for _, b := range []*blankEnds{chunks, records} {
		if b.responses != 23 || fmt.Sprint(b.ends) != "[0 0 3 0 0 0]" {
			t.Errorf("%d responses, blank ends %v", b.responses, b.ends)
		}
	}
}

// A study says whether such responses count; kept ones are said with their number, and the answers read in chunks are those read with care.
func TestLeftEarlyIsSettable(t *testing.T) {
	const copies = 50
	for quality, want := range map[string]struct{ kept, dropped int }{
		"":                                {7 * copies, 0},
		"quality: {partial: drop}\n":      {7 * copies, 0},
		"quality: {left_early: report}\n": {7 * copies, 0},
		"quality: {left_early: drop}\n":   {6 * copies, copies},
	} {
		_, v, err := survey(t, "cxgap.yaml", "audiences: {customers: {files: [export.csv]}}\n"+quality+"scale: 1..5\ncodes: none\nitems:\n  good: {performance: {customers: \"How good?\"}}\n",
			"export.csv", monkeyed(copies))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // read again it is the same
			intake, err := v.Read(context.Background(), &collector{})
			if err != nil {
				t.Fatal(err)
			}
			dropped, said := 0, ""
			for _, d := range intake.Flow[0].Dropped {
				if d.Reason == study.LeftEarly {
					dropped += d.Rows
				}
			}
			for _, n := range intake.Warnings {
				if n.Code == study.LeftEarlyKept {
					said = n.Text()
				}
			}
			told := "customers: 50 of 350 gave no answer from some question to the end and may have left early, which the platform does not mark; kept; quality: {left_early: drop} leaves them out"
			if want.dropped > 0 {
				told = ""
			}
			if intake.Flow[0].Kept != want.kept || dropped != want.dropped || said != told {
				t.Errorf("%q: kept %d, left out %d, said %q", quality, intake.Flow[0].Kept, dropped, said)
			}
		}
		readsAsAgain(t, v)
	}
}

// Partial responses that a study keeps count in the median time, by which speeders are told.
func TestKeptPartialsCountInTheMedianTime(t *testing.T) {
	const fast = 12
	rows := strings.Repeat("1,2026-01-01,2026-01-01,Complete,100,4\n", fast) + strings.Repeat("2,2026-01-01,,Partial,1000,5\n", fast+1)
	for quality, want := range map[string]int{"": 0, "quality: {partial: report}\n": fast} {
		_, v, err := survey(t, "cxgap.yaml", "audiences: {customers: {files: [export.csv], duration: Seconds}}\n"+quality+"scale: 1..5\nitems:\n  good: {performance: {customers: \"How good?\"}}\n",
			"export.csv", "Response ID,Time Started,Date Submitted,Status,Seconds,How good?\n"+rows)
		if err != nil {
			t.Fatal(err)
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(err)
		}
		said := 0
		for _, n := range intake.Warnings {
			if n.Code == study.SpeedersKept {
				fmt.Sscanf(n.Message, "customers: %d of", &said)
			}
		}
		if said != want {
			t.Errorf("%q: %d speeders, want %d", quality, said, want)
		}
	}
}

// Chunks of a few bytes, read by several workers, and records one by one give the same counts, whatever the cells hold.
func TestBlankEndsByBothRoutes(t *testing.T) {
	questions := []string{"How good is it?", "How fast is it?", "How fair is it?", "How kind is it?", "Why?"}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.SplitAfterN(blankEnded(questions), "\n", 3)
		rows := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom([]string{"", "", " ", "3", "\"4\"", "\u00a0", "\"a, b\"", "\"c\nd\"", "\"\""}), 5, 5), 1, 40).Draw(r, "rows")
		b := strings.Builder{}
		b.WriteString(text[0] + text[1] + "\n")
		for i, row := range rows {
			fmt.Fprintf(&b, "%d,42,%s\n", 1234567890+i, strings.Join(row, ","))
		}
		e, err := OpenExport("-", Options{Stdin: NewStandardInput(strings.NewReader(b.String()))})
		if err != nil || len(e.inOrder) == 0 {
			r.Skip("no questions in order")
		}
		chunks, records := newBlankEnds(e), newBlankEnds(e)
		e.route = route{chunk: rapid.IntRange(1, 200).Draw(r, "chunk"), workers: rapid.IntRange(1, 3).Draw(r, "workers")}
		if err := chunks.inChunks(context.Background(), e); err != nil {
			r.Fatal(err)
		}
		if err := records.inRecords(context.Background(), e); err != nil {
			r.Fatal(err)
		}
		ends := make([]int, len(e.inOrder)) // as the rule tells them
		for _, row := range rows {
			cells := append([]string{"1", "42"}, row...)
			for k := range cells {
				cells[k] = strings.Trim(cells[k], `"`)
			}
			if end := records.end(filledIn(cells, len(e.Columns))); end >= 0 {
				ends[end]++
			}
		}
		if fmt.Sprint(ends) != fmt.Sprint(records.ends) {
			r.Fatalf("the rule tells %v, counted are %v", ends, records.ends)
		}
		if fmt.Sprint(chunks.responses, chunks.ends, chunks.gaps) != fmt.Sprint(records.responses, records.ends, records.gaps) {
			r.Fatalf("in chunks %d %v %v, in records %d %v %v", chunks.responses, chunks.ends, chunks.gaps, records.responses, records.ends, records.gaps)
		}
	})
}
