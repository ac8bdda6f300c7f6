package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/olekukonko/tablewriter/pkg/twwidth"

	"github.com/cxgap/cxgap/analysis"
)

func rendered(t *testing.T, render func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func table(t *testing.T, r *analysis.Result, o TableOptions) string {
	t.Helper()
	return rendered(t, func(w io.Writer) error { return Table(w, r, o) })
}

func markdown(t *testing.T, r *analysis.Result) string {
	t.Helper()
	return rendered(t, func(w io.Writer) error { return Markdown(w, r, false) })
}

func TestGoldenTables(t *testing.T) {
	for name, r := range map[string]*analysis.Result{
		"three": threeAudiences(t, false), "small": threeAudiences(t, true), "five": fiveAudiences(t), "waves": differentScales(t),
	} {
		golden(t, name+".txt", table(t, r, TableOptions{}))
		golden(t, name+".md", markdown(t, r))
	}
}

func TestGoldenData(t *testing.T) {
	r := invented(t, "Tiny", []string{"Quick"}, nil,
		audience{"staff", "Staff", 4, []float64{7}, ten(), 0, nil}, audience{"customers", "Customers", 60, []float64{6}, ten(), 0, nil})
	golden(t, "tiny.csv", rendered(t, func(w io.Writer) error { return CSV(w, r) }))
	golden(t, "tiny.json", rendered(t, func(w io.Writer) error { return JSON(w, r) }))
}

// No line of a table is wider than where it is shown, whatever the number of audiences, unless a single column is.
func TestTableFitsItsWidth(t *testing.T) {
	for _, r := range []*analysis.Result{threeAudiences(t, false), fiveAudiences(t), differentScales(t)} {
		for _, width := range []int{0, 72, 100, 160} {
			limit := width
			if width == 0 {
				limit = plainWidth
			}
			for line := range strings.Lines(table(t, r, TableOptions{Width: width})) {
				if w := twwidth.Width(strings.TrimRight(line, "\n")); w > limit {
					t.Errorf("%q at width %d: a line takes %d columns: %s", r.Title, width, w, line)
				}
			}
		}
	}
}

func TestColorOnlyOnDemand(t *testing.T) {
	r := threeAudiences(t, false)
	if plain := table(t, r, TableOptions{}); strings.Contains(plain, "\x1b") {
		t.Error("a plain table holds escape sequences")
	}
	colored := table(t, r, TableOptions{Color: true})
	if !strings.Contains(colored, "\x1b[33m●\x1b[0m") {
		t.Error("a coloured table holds no coloured mark")
	}
	stripped := strings.NewReplacer("\x1b[33m", "", "\x1b[32m", "", "\x1b[2m", "", "\x1b[1m", "", "\x1b[0m", "").Replace(colored)
	if diff := cmp.Diff(table(t, r, TableOptions{}), stripped); diff != "" {
		t.Errorf("colour changes the layout (-plain +coloured):\n%s", diff)
	}
}

// A suppressed audience leaves no trace of its answers in any format: no number of its figures, nor of a pair's.
func TestSuppressedEverywhere(t *testing.T) {
	r := threeAudiences(t, true)
	for _, f := range r.Figures {
		if f.Audience != "leadership" || f.Unit == analysis.Count { // how many items, not what was answered
			continue
		}
		for _, x := range []analysis.Number{f.Value, f.SE, f.Low, f.High, f.DF, f.N, f.NEffective, f.P, f.PAdjusted} {
			if x.Defined() {
				t.Errorf("figure %s of a suppressed audience holds %v", f.ID, x)
			}
		}
	}
	for _, text := range []string{table(t, r, TableOptions{}), markdown(t, r)} {
		if n := strings.Count(text, english().withheld()); n < 8 {
			t.Errorf("only %d cells say that they are suppressed:\n%s", n, text)
		}
	}
}

// sameNumber takes undefined numbers for equal.
var sameNumber = cmp.Comparer(func(a, b analysis.Number) bool { return a == b || !a.Defined() && !b.Defined() })

func TestSavedResultGivesTheSameBytes(t *testing.T) {
	for _, r := range []*analysis.Result{threeAudiences(t, false), threeAudiences(t, true), fiveAudiences(t), differentScales(t)} {
		saved := rendered(t, func(w io.Writer) error { return JSON(w, r) })
		read, err := ReadJSON(strings.NewReader(saved))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, read, sameNumber); diff != "" {
			t.Errorf("reading changes the result (-made +read):\n%s", diff)
		}
		for name, render := range map[string]func(io.Writer, *analysis.Result) error{
			"markdown": func(w io.Writer, r *analysis.Result) error { return Markdown(w, r, true) }, "csv": CSV, "json": JSON,
			"table": func(w io.Writer, r *analysis.Result) error { return Table(w, r, TableOptions{}) },
		} {
			made := rendered(t, func(w io.Writer) error { return render(w, r) })
			again := rendered(t, func(w io.Writer) error { return render(w, read) })
			if made != again {
				t.Errorf("%s of a saved result differs", name)
			}
		}
	}
}

func TestReadJSONRefuses(t *testing.T) {
	good := rendered(t, func(w io.Writer) error { return JSON(w, threeAudiences(t, false)) })
	for name, text := range map[string]string{
		"nothing":           "",
		"another schema":    strings.Replace(good, analysis.Schema, "cxgap.result/99", 1),
		"an unknown field":  strings.Replace(good, `"title"`, `"subtitle": 1, "title"`, 1),
		"something after":   good + "{}",
		"text for a number": strings.Replace(good, `"confidence": 0.95`, `"confidence": "high"`, 1),
	} {
		if name != "nothing" && text == good {
			t.Fatalf("%s: the text was not changed", name)
		}
		if _, err := ReadJSON(strings.NewReader(text)); err == nil {
			t.Errorf("%s passes for a result", name)
		}
	}
}

func TestJSONHasNoNullLists(t *testing.T) {
	r := threeAudiences(t, false)
	text := rendered(t, func(w io.Writer) error { return JSON(w, r) })
	for _, list := range []string{"waves", "dropped", "assumptions", "warnings", "note"} {
		if !strings.Contains(text, fmt.Sprintf("%q: []", list)) {
			t.Errorf("%s is nowhere an empty list", list)
		}
		if strings.Contains(text, fmt.Sprintf("%q: null", list)) {
			t.Errorf("%s is null", list)
		}
	}
}

// The columns are a contract (DESIGN section 6); undefined numbers are empty, never 0.
func TestCSVContract(t *testing.T) {
	text := rendered(t, func(w io.Writer) error { return CSV(w, differentScales(t)) })
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const want = "figure,analysis,item,kind,perspective,audience,versus,wave,segment,statistic,unit,value,se,low,high,level,df," +
		"n,n_versus,n_effective,n_effective_versus,p,p_adjusted,family,verdict,note"
	if got := strings.Join(records[0], ","); got != want {
		t.Errorf("header: got %s, want %s", got, want)
	}
	waves := map[string]int{}
	for _, record := range records[1:] {
		for k, text := range record {
			if strings.IndexAny(text, "=+@") == 0 || text == "NaN" || text == "null" {
				t.Errorf("%s of %s: %q", records[0][k], record[0], text)
			}
		}
		waves[record[7]]++
	}
	if waves["'=2026"] == 0 || waves["2025"] == 0 {
		t.Errorf("waves: got %v, want one neutralised", waves)
	}
}

func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+49": "'+49", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "a=b": "a=b", "": "",
	} {
		if got := inert(text); got != want {
			t.Errorf("inert(%q): got %q, want %q", text, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain – text":         "plain – text",
		"\x1b[31mred":          "␛[31mred",
		"two\nlines":           "two lines",
		"bell\a":               "bell␇",
		"del\x7f":              "del␡",
		"\u202eturned":         "<U+202E>turned",
		"c1\u009b":             "c1<U+009B>",
		"no\u00a0break":        "no break",
		"👩‍👩‍👧 family e\u0301": "👩‍👩‍👧 family e\u0301",
	} {
		if got := visible(text); got != want {
			t.Errorf("visible(%q): got %q, want %q", text, got, want)
		}
	}
}

// Whatever a study calls things, its report is a table of the same shape: nothing of a label is taken for markup.
func TestMarkdownEscapes(t *testing.T) {
	const wild = "a|b <script>alert(1)</script> **bold** `code` [link](https://example.org) #1 ![x](y) $m$ ~~s~~ _u_\nnext"
	r := threeAudiences(t, false)
	plain := strings.Count(markdown(t, r), "\n")
	r.Items[0].Label, r.Title, r.Audiences[0].Label = wild, wild, wild
	text := markdown(t, r)
	if n := strings.Count(text, "\n"); n != plain {
		t.Errorf("the document has %d lines, want %d", n, plain)
	}
	for _, live := range []string{"<script>", "**bold**", "://", "`code`", "a|b", "$m$", "~~s"} {
		if strings.Contains(text, live) {
			t.Errorf("%q stands unescaped:\n%s", live, text)
		}
	}
}

// No text begins a list, a line across or a block, and no brackets become a box to tick (pandoc makes one of them behind backslashes too).
func TestMarkdownBeginnings(t *testing.T) {
	for text, want := range map[string]string{
		"1. FC Nürnberg": `1\. FC Nürnberg`, "2026) now": `2026\) now`, "A. Müller": `A\. Müller`, "(iv) last": `(iv\) last`,
		"- minus": `\- minus`, "+ plus": `\+ plus`, ": defined": `\: defined`, "::: note": `\::: note`, "---": `\-\--`, "see --detail": `see \-\-detail`, "===": `\===`,
		"[ ] 95 % interval": "\\[\u00a0\\] 95 % interval", "{.hidden} R^2^": `\{.hidden} R\^2\^`,
		"+0.7": "+0.7", "1.5 points": "1.5 points", "Dr. Who": "Dr. Who", "–": "–", "e-mail": "e-mail", "of 3. kind": "of 3. kind",
	} {
		if got := escapeMarkdown(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// failingWriter fails after some bytes: tablewriter itself does not notice (LIBRARIES section 1, trap 1).
type failingWriter struct{ left int }

func (w *failingWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

func TestWriteErrorsAreReported(t *testing.T) {
	r := threeAudiences(t, false)
	for name, render := range map[string]func(io.Writer) error{
		"table":    func(w io.Writer) error { return Table(w, r, TableOptions{}) },
		"markdown": func(w io.Writer) error { return Markdown(w, r, true) },
		"json":     func(w io.Writer) error { return JSON(w, r) },
		"csv":      func(w io.Writer) error { return CSV(w, r) },
	} {
		if err := render(&failingWriter{left: 100}); err == nil {
			t.Errorf("%s: a full disk is not reported", name)
		}
	}
}

// A locale that takes é and ± for wide characters must not change a table (LIBRARIES section 1, trap 10).
func TestTableIgnoresWideLocale(t *testing.T) {
	before := table(t, threeAudiences(t, false), TableOptions{})
	t.Setenv("RUNEWIDTH_EASTASIAN", "1")
	twwidth.SetEastAsian(false) // as main does
	if after := table(t, threeAudiences(t, false), TableOptions{}); after != before {
		t.Error("the table changes with the locale")
	}
}

// Headers stand as written: tablewriter would turn "95 % interval" and underscores around (LIBRARIES section 1, trap 2).
func TestHeadersStandAsWritten(t *testing.T) {
	r := invented(t, "One", []string{"Quick"}, nil, audience{"customers", "Customers", 40, []float64{7}, ten(), 0, nil})
	if text := table(t, r, TableOptions{}); !strings.Contains(text, "95 % interval") {
		t.Errorf("no header 95 %% interval:\n%s", text)
	}
}

func TestUndefinedIsNeverZero(t *testing.T) {
	r := invented(t, "Alike", []string{"Quick"}, nil,
		audience{"staff", "Staff", 10, []float64{30}, ten(), 0, nil}, // everybody answers 10
		audience{"customers", "Customers", 60, []float64{6}, ten(), 0, nil})
	text := table(t, r, TableOptions{})
	if !strings.Contains(text, "+3.9 ¹") || !strings.Contains(text, "¹ all answers of an audience are equal") {
		t.Errorf("an undefined verdict has no footnote:\n%s", text)
	}
	for _, f := range r.Figures {
		if f.Analysis == "gap" && f.Statistic == "difference" && (!math.IsNaN(float64(f.Low)) || !math.IsNaN(float64(f.P))) {
			t.Errorf("%s has an interval or p without variance", f.ID)
		}
	}
}

// A ragged row would be shifted without a word (LIBRARIES section 1, trap 8).
func TestRaggedRowsAreRefused(t *testing.T) {
	g := grid{columns: []column{{"item", words}, {"mean", numbers}}, rows: []row{{cells: []cell{{"Quick"}}}}}
	if err := (&tableRenderer{options: TableOptions{Width: 80}}).grid(g); err == nil {
		t.Error("a table takes a ragged row")
	}
	if err := new(gridTables).markdown(&bytes.Buffer{}, g); err == nil {
		t.Error("Markdown takes a ragged row")
	}
}

// A title runs over printed pages whatever stands in it, and cannot end its string.
func TestCSSString(t *testing.T) {
	for text, want := range map[string]string{
		"Fernhollow 2026":   `"Fernhollow 2026"`,
		"Study: A & B":      `"Study\3a  A \26  B"`,
		`"}</style>`:        `"\22 \7d \3c \2f style\3e "`,
		"Zufriedenheit für": `"Zufriedenheit für"`,
	} {
		if got := cssString(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

// Means within segments stand with their intervals and bases, and contrasts with those of both gaps.
func TestSegmentsHaveIntervalsAndBases(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	topic := l.topics()[0]
	l.result.Segments = []string{"region"}
	for k, value := range []string{"North", "South"} {
		shift, segment := analysis.Number(k), "region="+value
		l.result.Figures = append(l.result.Figures, analysis.Figure{Segment: segment, Wave: topic.wave})
		for _, i := range topic.items {
			item := l.result.Items[i].ID
			mean := &analysis.Figure{Value: 7 + shift, Low: 6.5 + shift, High: 7.5 + shift, N: 40 + shift}
			gap := &analysis.Figure{Value: 1 + shift, Low: 0.5 + shift, High: 1.5 + shift, N: 12, NVersus: 40, Verdict: analysis.Disparity, Note: analysis.Notes{analysis.NoteSmallBase}}
			l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, "customers", "", item, "mean", topic.wave}, segment}] = mean
			l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", item, "difference", topic.wave}, segment}] = gap
			l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", item, "contrast", topic.wave}, "region"}] = &analysis.Figure{Value: 1, Low: 0.2, High: 1.8, P: 0.001, Family: 3, Verdict: analysis.Disparity}
			for statistic, value := range map[string]string{"contrast_larger": "South", "contrast_smaller": "North"} {
				l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", item, statistic, topic.wave}, "region"}] = &analysis.Figure{Verdict: value}
			}
		}
	}
	means := l.segmentMeans(topic, "region")
	if len(means) != 1 {
		t.Fatalf("%d tables of means, want that of customers", len(means))
	}
	if len(means[0].others) > 0 {
		t.Errorf("the analyst reads the table: %q", told(means[0].others))
	}
	rows := means[0].grid.rows
	spaced := func(text string) string { return strings.ReplaceAll(text, noBreak, " ") }
	if got := spaced(strings.Join(rows[0].cells[2], " ")); !strings.Contains(got, "8.0 [7.5, 8.5]") {
		t.Errorf("a mean without its interval: %q", got)
	}
	if last := rows[len(rows)-1]; last.cells[0][0] != "n" || last.cells[1][0] != "40" || last.cells[2][0] != "41" {
		t.Errorf("no bases below the means: %v", last)
	}
	s := l.contrasts(topic, "region")
	var cells []string
	for _, c := range s.grid.rows[0].cells[2:] {
		cells = append(cells, spaced(strings.Join(c, " ")))
	}
	if want := []string{"+1.0 [+0.2, +1.8] ● ", "South +2.0 [+1.5, +2.5], n 12/40†", "North +1.0 [+0.5, +1.5], n 12/40†"}; !slices.Equal(cells, want) {
		t.Errorf("contrast: %q, want %q", cells, want)
	}
	if said := strings.Join(s.lines, "\n"); !strings.Contains(said, fmt.Sprintf("established (●): %d of %d contrasts, Holm over 3 comparisons", len(topic.items), len(topic.items))) || !strings.Contains(said, "† fewer than 30 answers") {
		t.Errorf("below the contrasts: %s", said)
	}
}

// A report for clients lists no contrast that may well be chance; where none is established it says so.
func TestContrastsThatMayBeChanceAreNotListed(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	topic := l.topics()[0]
	l.result.Segments = []string{"region"}
	for k, i := range topic.items {
		item := l.result.Items[i].ID
		of := func(statistic, segment string) segmentKey {
			return segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", item, statistic, topic.wave}, segment}
		}
		l.segments[of("contrast", "region")] = &analysis.Figure{Value: 2, Low: -1, High: 5, P: analysis.Number(0.9 - float64(k)/10), Family: 3, Verdict: analysis.Inconclusive}
		l.segments[of("contrast_larger", "region")], l.segments[of("contrast_smaller", "region")] = &analysis.Figure{Verdict: "South"}, &analysis.Figure{Verdict: "North"}
		l.segments[of("difference", "region=South")], l.segments[of("difference", "region=North")] = &analysis.Figure{Value: 3}, &analysis.Figure{Value: 1}
	}
	last := l.result.Items[topic.items[len(topic.items)-1]]
	if s := l.contrasts(topic, "region"); len(s.grid.rows) != len(topic.items) || s.grid.rows[0].cells[0][0] != last.Label {
		t.Errorf("%d rows for the analyst, the first %v, want that with the smallest p", len(s.grid.rows), s.grid.rows[0].cells[0])
	}
	l.client = true
	if s := l.contrasts(topic, "region"); len(s.grid.rows) > 0 || len(s.lines) != 1 || !strings.HasPrefix(s.lines[0], fmt.Sprintf("none of %d contrasts of the gap Leadership team − Customers between two groups is established, Holm over 3 comparisons", len(topic.items))) {
		t.Errorf("%d rows for the client, lines %q", len(s.grid.rows), s.lines)
	}
	l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", last.ID, "contrast", topic.wave}, "region"}].Verdict = analysis.Disparity
	if s := l.contrasts(topic, "region"); len(s.grid.rows) != 1 || !strings.Contains(strings.Join(s.lines, "\n"), "listed: 1 of ") {
		t.Errorf("%d rows with one that is established, lines %q", len(s.grid.rows), s.lines)
	}
}

// No line of a table is wider than the terminal, as long as the words can be broken; what says which row it is stands in every part.
func TestTablesFitTheTerminal(t *testing.T) {
	g := grid{
		grouped: "dimension", keys: 2,
		columns: []column{{"construct", words}, {"audience", words}, {"α", gaps}, {"score", gaps}, {"weakest item", words}},
	}
	for _, audience := range []string{"Staff", "Customers"} {
		g.rows = append(g.rows, row{group: "Dimensions and constructs of all kinds", cells: []cell{
			{"Fair dealing with everybody"},
			{audience},
			{"0.80 [0.70, 0.90]", "", "¹"},
			{"55.1 [54.0, 56.2]", "", "²"},
			{"Owns up to mistakes and puts them right, r 0.52; keeps what was promised on the telephone"},
		}})
	}
	for width := 56; width < 200; width += 8 {
		r := &tableRenderer{options: TableOptions{Width: width}}
		if err := r.grid(g); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(r.out.String(), "\n") {
			if n := len([]rune(line)); n > width {
				t.Errorf("a line of %d columns on a terminal of %d: %s", n, width, line)
			}
		}
		for _, part := range strings.Split(r.out.String(), "\n\n") {
			if !strings.Contains(part, "Staff") || !strings.Contains(part, "Customers") {
				t.Errorf("at %d columns a part does not say whose the rows are:\n%s", width, part)
			}
		}
	}
}

func TestFootnoteMarksStandApart(t *testing.T) {
	notes := &footnotes{}
	figure := &analysis.Figure{Value: analysis.NaN, Note: analysis.Notes{analysis.NoteTooFew, analysis.NoteFewInZone}}
	if got, want := notes.cell(figure, 1, nil)[0], "n/a"+noBreak+"¹"+noBreak+"²"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSectionOfLinesAlone(t *testing.T) {
	var b bytes.Buffer
	d := &document{title: "t", sections: []section{{title: "s", lines: []string{"why there is no table"}}}}
	if err := d.table(&b, TableOptions{}); err != nil || !strings.Contains(b.String(), "why there is no table") {
		t.Errorf("%v, %q", err, b.String())
	}
}
