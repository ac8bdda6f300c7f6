package importers

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"pgregory.net/rapid"
)

// answersAbove are rows of answers, each under an id.
func answersAbove(rows int) string {
	var b strings.Builder
	b.WriteString("Name,Speed,Price,Why\n")
	for i := range rows {
		fmt.Fprintf(&b, "K%d,%d,%d,%s\n", i+1, 1+(i*7+i/3)%5, 1+(i*3+i/4)%5, []string{"", "fine", ""}[i%3])
	}
	return b.String()
}

// numberedRows are rows of answers, each under a number of its own.
func numberedRows(rows int) string {
	var b strings.Builder
	b.WriteString("Respondent ID,Speed,Price\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d,%d,%d\n", 5000+3*i, 1+(i*7+i/3)%5, 1+(i*3+i/4)%5)
	}
	return b.String()
}

// inGroups are rows of answers with a subtotal below each group of so many, under names by turns.
func inGroups(rows, size int, names ...string) string {
	if len(names) == 0 {
		names = []string{""}
	}
	var b strings.Builder
	for i, line := range strings.SplitAfter(answersAbove(rows), "\n") {
		b.WriteString(line)
		if i > 0 && i <= rows && i%size == 0 {
			fmt.Fprintf(&b, "Subtotal%s,3.5,3.2,\n", names[i/size%len(names)])
		}
	}
	return b.String()
}

// figureWords are words for figures, of which a file has as many below its answers as are looked for, and one more.
var figureWords = strings.Fields("mean median mode sum total totals sd variance n base count average averages")

// below are rows of figures under these words.
func below(words []string) string {
	var b strings.Builder
	for i, word := range words {
		fmt.Fprintf(&b, "%s,%d.1,%d.2,\n", word, i, i)
	}
	return b.String()
}

// Rows below the answers are counted with their reason and named; no column changes for them.
func TestFooters(t *testing.T) {
	plain := "Speed,Price\n" + strings.Repeat("5,4\n4,4\n3,5\n5,1\n4,2\n2,2\n5,3\n", 1)
	for name, test := range map[string]struct {
		text    string
		rows    int
		footers string
	}{
		"a mean":                      {answersAbove(12) + "Mean,3.08,3.08,\n", 1, `"Mean"`},
		"means under no name":         {answersAbove(12) + ",3.08,3.08,\n", 1, `"…"`},
		"a name of the author's":      {answersAbove(12) + "Our result,3.08,3.08,\n", 1, `"…"`},
		"means, rounded to one place": {plain + "4.0,3.0\n", 0, ``},
		"no ids at all":               {plain + "4,3\n", 0, ``},
		"no ids, broken means":        {strings.Replace(plain, "5,3\n", "5,4\n2,3\n", 1) + "3.75,3.125\n", 1, `"…"`},
		"in German":                   {answersAbove(12) + "Mittelwert,\"3,08\",\"3,1\",\nStandardabweichung,\"1,50\",\"1,40\",\nn = 12,,,\n", 3, `"Mittelwert", "Standardabweichung", "n = 12"`},
		"a blank line between":        {answersAbove(12) + ",,,\nMoyenne,3.08,3.08,\n", 1, `"Moyenne"`},
		"a source":                    {answersAbove(12) + "Source: customer survey 2026,,,\n", 1, `"source:"`},
		"counts":                      {answersAbove(12) + "Total,12,12,8\n", 1, `"Total"`},
		"a mean of many rows":         {answersAbove(9000) + "Average,3.0,3.000,\n", 1, `"Average"`},
		"as many as may be":           {answersAbove(12) + below(figureWords[:12]), 12, `"mean", "median", "mode", "sum", "total" and 7 more`},
		"a note alone":                {answersAbove(12) + "Source: customer survey 2026\n", 1, `"source:"`},
		"a note alone, of many rows":  {answersAbove(9000) + "Exported on 2026-09-01\n", 1, `"exported "`},
		"a note in two cells":         {answersAbove(12) + "\"Source: Meier & Co.\",2026\n", 1, `"source:"`},
		"a count alone":               {answersAbove(12) + "Total,12\n", 1, `"Total"`},
		"a count in one cell":         {answersAbove(12) + "n = 12\n", 1, `"n = 12"`},
		"a subtotal in German":        {answersAbove(12) + "Zwischensumme,3,3,\n", 1, `"Zwischensumme"`},
		"goals":                       {answersAbove(12) + "Target,4,4,\n", 1, `"Target"`},
		"a mean in two words":         {answersAbove(12) + "Average score,3,3,\n", 1, `"Average score"`},
		"a mean of somebody's":        {answersAbove(12) + "Mittelwert aller Antworten:,3,3,\n", 1, `"Mittelwert aller Antworten:"`},
		"subtotals":                   {strings.Replace(answersAbove(12), "K7,", "Subtotal,4,4,\nK7,", 1) + "Subtotal,3,3,\n", 2, `"Subtotal", "Subtotal"`},
		"subtotals of six":            {inGroups(48, 6), 8, `"Subtotal", "Subtotal", "Subtotal", "Subtotal", "Subtotal" and 3 more`},
		"subtotals of six, named":     {inGroups(48, 6, " North", " South", " East", " West", " Centre"), 8, `"Subtotal South", "Subtotal East", "Subtotal West", "Subtotal Centre", "Subtotal North" and 3 more`},
		"subtotals of two":            {inGroups(12, 2), 6, `"Subtotal", "Subtotal", "Subtotal", "Subtotal", "Subtotal" and 1 more`},
		"more than are listed":        {inGroups(3300, 3), 1100, `"Subtotal", "Subtotal", "Subtotal", "Subtotal", "Subtotal" and 1095 more`},
		"subtotals of branches":       {strings.Replace(answersAbove(80), "K60,", "Subtotal North,4,4,\nK60,", 1) + "Subtotal South,3,3,\n", 2, `"Subtotal North", "Subtotal South"`},
		"a mean amid the file":        {answersAbove(12) + "Mean,3.08,3.08,\n" + "K14,3,3,\n", 1, `"Mean"`},
		"a subtotal amid many rows":   {strings.Replace(answersAbove(3000), "K60,", "Sub-total,4,4,\nK60,", 1), 1, `"Sub-total"`},
		"below many numbers":          {numberedRows(3000) + "Total,4,4\n", 1, `"Total"`},
		"figures, and notes alone":    {answersAbove(12) + "Mean,3.08,3.08,\nn = 12\n,,,\n© Meier\n", 3, `"Mean", "n = 12", "© "`},
	} {
		answers := strings.Count(test.text, "\n") - 1 - test.rows - strings.Count(test.text, "\n,,,\n")
		in := inspectedText(t, test.text)
		dropped, said := 0, ""
		for _, d := range in.Dropped {
			if d.Reason == study.SummaryRow {
				dropped = d.Rows
			}
		}
		for _, n := range in.Warnings {
			if n.Code == study.FootersLeftOut {
				_, said, _ = strings.Cut(n.Message, "or notes: ")
			}
		}
		if dropped != test.rows || in.Kept != answers || said != test.footers {
			t.Errorf("%s: %d left out, %d kept of %d, said %s", name, dropped, in.Kept, in.Read, said)
		}
		for _, c := range in.Columns {
			if (c.ID == "Speed" || c.ID == "Price") && c.Scale != "1..5" {
				t.Errorf("%s: %s is %s on %q", name, c.ID, c.Kind, c.Scale)
			}
		}
	}
}

// A row below the answers is found in any encoding, packed, and in a sheet; reading with a study file leaves it out too.
func TestFootersHoweverWritten(t *testing.T) {
	text := answersAbove(700) + "Médiane,3,3,\nÉcart-type,1.5,1.41,\nSource : écoutés en mai\n"
	for _, as := range []string{"utf-8", "utf-16le", "windows-1252", "gzip"} {
		s, v, err := survey(t, "s.yaml", fmt.Sprintf(strings.ReplaceAll(oneItem, "performance: quick", "performance: Speed"), ""), "c.csv", encoded(t, as, text))
		if err != nil {
			t.Fatalf("%s: %s %v", as, faultsOf(err), s)
		}
		var c collector
		intake, err := v.Read(context.Background(), &c)
		if err != nil {
			t.Fatalf("%s: %s", as, faultsOf(err))
		}
		if got := fmt.Sprint(intake.Flow[0].Read, intake.Flow[0].Kept, intake.Flow[0].Dropped); got != "703 700 [{summary_row 3}]" {
			t.Errorf("%s: %s", as, got)
		}
	}
	rows := [][]any{{"Id", "Speed", "Price"}}
	for i := range 7 {
		rows = append(rows, []any{fmt.Sprintf("K%d", i), 1 + i%5, 1 + i*i%4})
	}
	rows = append(rows, []any{"Durchschnitt", 2.43, 1.43})
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), plainWorkbook(t, rows, "Answers"), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "a.xlsx", "", Options{Dir: dir})
	if err != nil || fmt.Sprint(in.Dropped) != "[{summary_row 1}]" || in.Kept != 7 {
		t.Errorf("a sheet: %v, %v", in, err)
	}
}

// Answers of respondents stay, however they end a file.
func TestLastAnswersThatAreNoFooters(t *testing.T) {
	for name, text := range map[string]string{
		"a comment of one word":       answersAbove(12) + "K13,3,3,Average\n",
		"a comment without an id":     answersAbove(12) + ",3,3,Total\n",
		"a comment alone":             answersAbove(12) + ",,,The average is what counts\n",
		"no answer to the first":      "Speed,Price\n" + strings.Repeat("5,4\n4,4\n3,5\n5,1\n", 3) + "don't know,3\n",
		"a rating that nobody gave":   "Speed,Price\n" + strings.Repeat("2,1\n1,2\n3,3\n1,3\n2,4\n", 1) + "5,5\n",
		"a rating that is the number": "Row,Speed\n" + "0,2\n1,1\n2,3\n3,1\n4,2\n" + "5,5\n",
		"a half point":                "Name,Speed,Price\n" + "K1,4,3\nK2,3,4\nK3,4,3\nK4,3,4\n" + "K5,3.5,3.5\n",
		"yes and no":                  "Bought,Speed,Price\n" + strings.Repeat("Y,5,4\nN,4,4\nY,3,5\nN,5,1\n", 2) + "N,8,5\n",
		"a level in Spanish":          "Prioridad,Speed,Price\n" + strings.Repeat("Alta,5,4\nMedia,4,4\nBaja,3,5\nAlta,5,1\n", 2) + "Media,9,8\n",
		"a number as an id":           "Id,Bought,Speed,Price\n17,Y,5,4\n23,N,4,4\n31,Y,3,5\n44,N,5,1\n58,Y,4,2\n62,N,3,3\n79,Y,2,4\n81,N,4,5\n107,N,8,8\n",
		"a name that nobody else has": "Name,Speed,Price\nA1,5,4\nB2,4,4\nC3,3,5\nD4,5,1\nE5,4,2\nF6,3,3\nG7,2,4\nH8,4,5\nJ9,4,3\n" + "Anna Becker,9,5\n",
		"a comment of one word first": "Why,Speed,Price\n" + strings.Repeat("good,5,4\nbad,4,4\nslow,3,5\n", 3) + "Average,9,5\n",
		"quarters":                    "Speed,Price\n3,3\n3,4\n3,3\n4,4\n" + "3.25,3.5\n",
		"the mean of two rows":        answersAbove(2) + "Mean,2,2.5,\n",
		"more than are looked for":    answersAbove(12) + below(figureWords) + below(figureWords),
		"a word amid, with a comment": strings.Replace(answersAbove(12), "K7,", "Total,4,4,good work\nK7,", 1),
		"a mean of no number amid":    strings.Replace(answersAbove(12), "K7,", "Average joe,4,4,\nK7,", 1),
		"one with a comment, one not": strings.Replace(answersAbove(12), "K7,", "Total,4,4,good work\nTotal,4,4,\nK7,", 1),
	} {
		in := inspectedText(t, text)
		for _, d := range in.Dropped {
			if d.Reason == study.SummaryRow {
				t.Errorf("%s: %d rows left out: %v", name, d.Rows, in.Warnings)
			}
		}
	}
}

// labelledRows are answers of three questions in the words of a scale, or in numbers between words, under what stands before them.
func labelledRows(before string, labels ...string) string {
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(before, "%d") + "Delivery,Support,Price\n")
	for i := range 31 {
		if before != "" {
			fmt.Fprintf(&b, "%d,", 100+i)
		}
		fmt.Fprintf(&b, "%s,%s,%s\n", labels[(i*7+i/3)%5], labels[(i*3+i/4)%5], labels[(i*2+i/5)%5])
	}
	return b.String()
}

// Means stand below answers in words as well as below numbers: what they are the means of tells them where labels say their points, and where they say
// none, that nobody answers in broken numbers.
func TestFootersBelowWords(t *testing.T) {
	anchored := []string{"1 - Strongly disagree", "2", "3", "4", "5 - Strongly agree"}
	ends := []string{"Strongly disagree", "2", "3", "4", "Strongly agree"}
	numbered := []string{"Strongly disagree (1)", "Disagree (2)", "Neutral (3)", "Agree (4)", "Strongly agree (5)"}
	plain := []string{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	stars := []string{"1 star", "2 stars", "3 stars", "4 stars", "5 stars"}
	for name, test := range map[string]struct {
		text string
		rows int
	}{
		"between labelled ends, with a word":  {labelledRows("ID,", anchored...) + "Mean,2.94,3.1,2.97\n", 1},
		"between labelled ends, in German":    {labelledRows("ID,", anchored...) + "Mittelwert,2.94,3.1,2.97\n", 1},
		"between labelled ends, without":      {labelledRows("", anchored...) + "2.94,3.1,2.97\n", 1},
		"between ends in words":               {labelledRows("", ends...) + "2.94,3.1,2.97\n", 1},
		"below labels with numbers":           {labelledRows("", numbered...) + "2.94,3.1,2.97\n", 1},
		"below labels":                        {labelledRows("", plain...) + "2.94,3.1,2.97\n", 1},
		"below labels, two rows":              {labelledRows("ID,", plain...) + "Mean,2.94,3.1,2.97\nSD,1.41,1.39,1.44\n", 2},
		"below stars":                         {labelledRows("ID,", stars...) + "Average,2.94,3.1,2.97\n", 1},
		"one broken number":                   {labelledRows("", anchored...) + "3.03,2,4\n", 0},
		"half points":                         {labelledRows("", anchored...) + "3.5,2.5,4.5\n", 0},
		"half points below labels":            {labelledRows("", plain...) + "3.5,2.5,4.5\n", 0},
		"a number amid words":                 {labelledRows("", plain...) + "3.03,Agree,Agree\n", 0},
		"other numbers between labelled ends": {labelledRows("", anchored...) + "4,2,3\n", 0},
		"an id of its own":                    {labelledRows("ID,", anchored...) + "207,2.94,3.1,2.97\n", 0},
	} {
		in, rows := inspectedText(t, test.text), 0
		for _, d := range in.Dropped {
			if d.Reason == study.SummaryRow {
				rows += d.Rows
			}
		}
		if rows != test.rows {
			t.Errorf("%s: %d rows left out, want %d: %v", name, rows, test.rows, in.Warnings)
		}
	}
}

// Whatever people answer last, they are respondents: on scales of points and half points, with shares, with ids or without, with comments.
func TestRespondentsAreNoFooters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns, rows := rapid.IntRange(1, 6).Draw(t, "columns"), rapid.IntRange(1, 30).Draw(t, "rows")
		high := rapid.SampledFrom([]int{1, 5, 7, 10, 100}).Draw(t, "high")
		step := rapid.SampledFrom([]float64{1, 1, 0.5, 0.1}).Draw(t, "step")
		ids := rapid.SampledFrom([]string{"", "R_%d", "%d", "2026-09-%02d 10:00", "label"}).Draw(t, "ids")
		comments := rapid.Bool().Draw(t, "comments")
		header := make([]Column, 0, columns+2)
		for range columns + 2 {
			header = append(header, Column{Role: Answer})
		}
		var table []rowBelow
		for i := range rows {
			record := []string{""}
			switch ids {
			case "label":
				record[0] = rapid.SampledFrom([]string{"Y", "N", "Media", "Base", "Average", "Total", "Anna Becker"}).Draw(t, "label")
			case "":
			default:
				record[0] = fmt.Sprintf(ids, i)
			}
			for range columns {
				x := math.Round(float64(rapid.IntRange(0, int(float64(high)/step)).Draw(t, "answer"))*step*10) / 10
				record = append(record, rapid.SampledFrom([]string{lexicon.FormatNumber(x), lexicon.FormatNumber(x), lexicon.FormatNumber(x), "", "N/A"}).Draw(t, "cell"))
			}
			comment := ""
			if comments {
				comment = rapid.SampledFrom([]string{"", "", "good", "Average service", "fine, thanks"}).Draw(t, "comment")
			}
			table = append(table, rowBelow{cells: append(record, comment)})
		}
		if found, _ := newAbove(header).lastOf(table); len(found) > 0 {
			t.Fatalf("taken for footers: %v", found)
		}
	})
}

// A large file that has to be unpacked is not read once more for its last rows.
func TestLargePackedFilesAreReadOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	text.WriteString("Name,Speed,Price,Why\n")
	for i := 0; text.Len() < 9<<20; i++ {
		fmt.Fprintf(&text, "K%d,%d,%d,%016x%016x%016x\n", i+1, 1+i%5, 1+i%4, random.Uint64(), random.Uint64(), random.Uint64())
	}
	text.WriteString("Mean,3.00,2.50,\n")
	for name, packed := range map[string]bool{"large.csv": false, "large.csv.gz": true} {
		path := filepath.Join(t.TempDir(), name)
		data := []byte(text.String())
		if packed {
			data = gzipped(t, data)
			if len(data) <= mostReadThrough {
				t.Fatalf("only %d bytes", len(data))
			}
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := OpenExport(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(e.footers) == 0; got != packed {
			t.Errorf("%s: footers %v", name, e.footers)
		}
	}
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// namesAbove are answers in a small table under names of people.
func namesAbove() string {
	var b strings.Builder
	b.WriteString("Name,Speed,Price,Care\n")
	for i, name := range strings.Fields("Ann Bob Cem Dan Eva Fay Gil Hal Ida Jon Kim Lea Moe Ned Ole Pia") {
		fmt.Fprintf(&b, "%s,%d,%d,%d\n", name, 1+i%5, 1+(i*3)%5, 1+(i*2+i/5)%5)
	}
	return b.String()
}

// Below names of people a word for figures may be a name, and below ids too: the row stays unless its numbers tell, and is named with its line.
func TestRowsThatMayBeFooters(t *testing.T) {
	for name, test := range map[string]struct {
		text, said string
		dropped    bool
	}{
		"extremes below names":      {namesAbove() + "Min,1,1,1\nMax,5,5,5\n", `2 rows, from line 18 on: "Min", "Max"`, false},
		"medians below names":       {namesAbove() + "Median,3,3,3\n", `1 row, from line 18 on: "Median"`, false},
		"Max below ids":             {answersAbove(23) + "Max,2,5,\n", `1 row, from line 25 on: "Max"`, false},
		"maxima below ids":          {answersAbove(23) + "Max,5,5,\n", "", true},
		"a range below ids":         {answersAbove(23) + "Max,9,9,\n", "", true},
		"Max below names":           {namesAbove() + "Max,2,5,4\n", "", false},
		"counts within a scale":     {"Name,Speed,Price\nAnn,10,84\nBob,95,13\nCem,52,77\nDan,31,8\nEva,66,40\n" + "N,5,5\n", `1 row, from line 7 on: "N"`, false},
		"another word below ids":    {answersAbove(23) + "Stuttgart,4,2,\n", `1 row, from line 25 on: "…"`, false},
		"a word with a comment too": {strings.Replace(answersAbove(23), "K7,", "Total,4,4,good work\nTotal,4,4,\nK7,", 1), `1 row, from line 9 on: "Total"`, false},
		"a word below few ids":      {answersAbove(9) + "Stuttgart,4,2,\n", "", false},
		"a word, a comment":         {answersAbove(23) + "Stuttgart,4,2,fine\n", "", false},
		"a word amid ids":           {answersAbove(23) + "Stuttgart,4,2,\nK99,3,3,\n", "", false},
		"Min amid names":            {namesAbove() + "Min,1,1,1\nQua,3,2,4\n", "", false},
		"a comment on the means":    {answersAbove(12) + "K13,3,3,Average\n", "", false},
	} {
		in := inspectedText(t, test.text)
		said := ""
		for _, n := range in.Warnings {
			if n.Code == study.FootersUnsure {
				_, said, _ = strings.Cut(n.Message, "or a word for figures: ")
			}
		}
		if dropped := len(in.Dropped) > 0; said != test.said || dropped != test.dropped {
			t.Errorf("%s: said %q, left out %v", name, said, in.Dropped)
		}
	}
}

// Rounded means below a blank row may be somebody's answers: they are kept, and named.
func TestRoundedMeansBelowABlankRow(t *testing.T) {
	var b strings.Builder
	b.WriteString("Speed,Price,Staff\n")
	for i := range 30 {
		fmt.Fprintf(&b, "%d,%d,%d\n", 3+i%3, 2+i*7%3, 3+i*2%3)
	}
	answers := b.String()
	for text, line := range map[string]int{
		answers + ",,\n4,3,4\n":            33,
		answers + ",,\n,,\n4,3,4\n,,\n":    34,
		answers + ",,\n4,3,\n":             33,
		answers + "4,3,4\n":                0,
		answers + ",,\n4,2,5\n":            0,
		answers + ",,\n4,,\n":              0,
		answers + ",,\n4,3,4\n5,2,3\n":     0,
		answers + ",,\n5,3,3\n,,\n4,3,4\n": 0, // blank rows amid the answers
	} {
		in := inspectedText(t, text)
		said := ""
		for _, n := range in.Warnings {
			if n.Code == study.FootersUnsure {
				said = n.Message
			}
		}
		if want := fmt.Sprintf("rounded means: 1 row, from line %d on", line); (line > 0) != strings.HasSuffix(said, want) || line == 0 && said != "" {
			t.Errorf("%q: said %q", strings.TrimPrefix(text, answers), said)
		}
	}
}

// What stands below the answers is known by the cells of the file: a row that a platform rewrites to the same is somebody's.
func TestFootersAreKnownBeforeCellsAreRewritten(t *testing.T) {
	e, err := OpenExport("a.csv", Options{Dir: written(t, "a.csv", "Name,Speed\nA,5\nB,4\nMean,4.5\n")})
	if err != nil {
		t.Fatal(err)
	}
	e.footers = footers{{column: 0, text: "Mean"}}
	e.rewrite = func(cells []string) (c cellChanges) { cells[0] = "Mean"; return c }
	var got []study.Reason
	if _, err := e.read(context.Background(), func(r Record) error { got = append(got, r.Status); return nil }, func(study.Fault) {}); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint([]study.Reason{"", "", study.SummaryRow}) {
		t.Errorf("the rows are %q", got)
	}
}

// Three rows are enough to tell their means.
func TestMeansOfThreeRows(t *testing.T) {
	if in := inspectedText(t, answersAbove(3)+"Mean,2.67,2.67,\n"); fmt.Sprint(in.Dropped) != "[{summary_row 1}]" {
		t.Errorf("left out %v of %d", in.Dropped, in.Read)
	}
}

// A line that ends before the last column is an error where it may be of somebody's answers, and the hint names footers.
func TestShortLinesThatAreNoFooters(t *testing.T) {
	const hint = "if the line is a footer below the answers"
	for name, test := range map[string]struct {
		text  string
		hints bool
	}{
		"half of a row":          {answersAbove(12) + "K13,3\n", true},
		"an id alone":            {answersAbove(12) + "K13\n", true},
		"other words":            {answersAbove(12) + "Thanks to all\n", true},
		"a rating under a word":  {answersAbove(12) + "Total,4\n", true},
		"a word where words are": {"Name,Region,Speed,Price\nK1,North,3,4\nK2,South,4,4\nK3,East,2,1\nBase,North\n", true},
		"three cells":            {answersAbove(12) + "Total,12,12\n", false},
		"a count on the scale":   {"Name,Speed,Price\nAnn,10,84\nBob,95,13\nCem,52,77\nDan,31,8\nEva,66,40\nTotal,5\n", true},
		"no answer":              {answersAbove(12) + "Total,N/A\n", true},
		"amid the file":          {strings.Replace(answersAbove(12), "K5,", "Source: us\nK5,", 1), true},
		"above other words":      {answersAbove(12) + "Source: us\nThanks to all\n", true},
		"of two rows":            {answersAbove(2) + "Source: us\n", true},
	} {
		_, err := Inspect(context.Background(), "a.csv", "", Options{Dir: written(t, "a.csv", test.text)})
		if err == nil {
			t.Errorf("%s is read", name)
		} else if got := strings.HasPrefix(hintsOf(err), hint); got != test.hints {
			t.Errorf("%s: %s, %s", name, faultsOf(err), hintsOf(err))
		}
	}
}
