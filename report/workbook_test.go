package report

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/cxgap/cxgap/analysis"
)

func opened(t *testing.T, r *analysis.Result, o ClientOptions) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := ClientWorkbook(&b, r, o); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file, b.Bytes()
}

// Numbers of a table are numbers, in the format that the report shows them in; intervals are two columns, verdicts words.
func TestWorkbookTables(t *testing.T) {
	for _, tag := range []string{"en", "de"} {
		r := threeAudiences(t, false)
		w, err := newLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		c := w.clientReport(r, ClientOptions{})
		file, _ := opened(t, r, ClientOptions{Language: tag})
		names := file.GetSheetList()
		at, checked := 1, 0
		for _, part := range c.parts {
			for _, s := range part.sections {
				if len(s.grid.columns) > 0 {
					checked += compareSheet(t, w, file, names[at], s)
					at++
				}
			}
		}
		if checked < 50 {
			t.Errorf("%s: only %d numbers were compared", tag, checked)
		}
		if at+2 != len(names) {
			t.Errorf("%s: %d sheets for %d tables, the answer, the methods and the figures", tag, len(names), at-1)
		}
	}
}

// compareSheet holds a sheet against its table, and returns how many numbers it held.
func compareSheet(t *testing.T, w *language, file *excelize.File, name string, s section) (numbers int) {
	t.Helper()
	b := &workbook{language: w}
	column := 1
	if s.grid.grouped != "" {
		column++
	}
	panes, err := file.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != headerRow {
		t.Errorf("%s: the headers are not frozen: %+v, %v", name, panes, err)
	}
	for k, c := range s.grid.columns {
		var used [piecesOfCell]bool
		used[pieceValue] = true
		for _, r := range s.grid.rows {
			for p, text := range b.spread(r.cells[k], c.align) {
				used[p] = used[p] || text != ""
			}
		}
		for p := range piecesOfCell {
			if !used[p] {
				continue
			}
			for i, r := range s.grid.rows {
				text := b.spread(r.cells[k], c.align)[p]
				at, _ := excelize.CoordinatesToCellName(column, headerRow+1+i)
				kind, err := file.GetCellType(name, at)
				if err != nil {
					t.Fatal(err)
				}
				raw, _ := file.GetCellValue(name, at, excelize.Options{RawCellValue: true})
				if x, _, numeric := b.typed(text); numeric && c.align != words {
					numbers++
					var got float64
					if _, err := fmt.Sscan(raw, &got); err != nil || math.Abs(got-x) > 1e-12 || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
						t.Errorf("%s!%s: %q of type %v, want the number %v (%q)", name, at, raw, kind, x, text)
					}
				} else if raw != inert(strings.ReplaceAll(text, noBreak, " ")) {
					t.Errorf("%s!%s: %q, want %q", name, at, raw, text)
				}
			}
			column++
		}
	}
	return numbers
}

func TestTypedNumbers(t *testing.T) {
	german, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		w      *language
		text   string
		want   float64
		format string
	}{
		{nil, "8.6", 8.6, "0.0"},
		{nil, "1,420", 1420, "#,##0"},
		{nil, "+2.70", 2.7, "+0.00;−0.00;0.00"},
		{nil, "−0.1", -0.1, "0.0"},
		{nil, "57 %", 0.57, "#,##0 %"},
		{nil, "<0.001", 0.001, `"<"0.000;"<"−0.000`},
		{nil, ">−0.5", -0.5, `">"0.0;">"−0.0`},
		{nil, "<+0.20", 0.2, `"<"+0.00;"<"−0.00;"<"0.00`},
		{nil, ">99 %", 0.99, `">"#,##0 %`},
		{german, "<0,001", 0.001, `"<"0.000;"<"−0.000`},
		{german, "8,6", 8.6, "0.0"},
		{german, "1.420", 1420, "#,##0"},
		{german, "−12,5 %", -0.125, "0.0 %"},
	} {
		b := &workbook{language: c.w}
		x, format, numeric := b.typed(c.text)
		if !numeric || math.Abs(x-c.want) > 1e-12 || format != c.format {
			t.Errorf("%q: %v in %q, %v; want %v in %q", c.text, x, format, numeric, c.want, c.format)
		}
	}
	for _, text := range []string{"", "n/a", "supp.", "–", "14 of 14", "81–95", "<5 of 9", "< 5", "3 / 5", "1.2.3", "=1+1", "½", "2025-Q3"} {
		if x, _, numeric := (&workbook{}).typed(text); numeric {
			t.Errorf("%q is read as the number %v", text, x)
		}
	}
}

// All figures stand in the last sheet with all their digits; undefined ones are empty.
func TestWorkbookFigures(t *testing.T) {
	r := threeAudiences(t, true)
	file, _ := opened(t, r, ClientOptions{})
	names := file.GetSheetList()
	rows, err := file.GetRows(names[len(names)-1], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	rows = rows[headerRow-1:]
	column := map[string]int{}
	for k, name := range rows[0] {
		column[name] = k
	}
	if len(rows)-1 != len(r.Figures) || len(column) != 26 {
		t.Fatalf("%d rows and %d columns for %d figures", len(rows)-1, len(column), len(r.Figures))
	}
	for i := range r.Figures {
		cell := func(name string) string {
			if k := column[name]; k < len(rows[i+1]) {
				return rows[i+1][k]
			}
			return ""
		}
		f := &r.Figures[i]
		if cell("figure") != f.ID {
			t.Errorf("row %d is %q, want %q", i, cell("figure"), f.ID)
		}
		for name, want := range map[string]analysis.Number{"value": f.Value, "low": f.Low, "p_adjusted": f.PAdjusted, "n": f.N} {
			var got float64
			_, err := fmt.Sscan(cell(name), &got)
			if want.Defined() != (err == nil) || want.Defined() && got != float64(want) {
				t.Errorf("%s: %s is %q, want %v", f.ID, name, cell(name), want)
			}
		}
	}
}

// A label that a spreadsheet would run stays a text, and two runs give the same bytes.
func TestWorkbookIsInertAndDeterministic(t *testing.T) {
	r := threeAudiences(t, false)
	r.Items[0].Label, r.Title = `=cmd|'/c calc'!A1`, "+1-2"
	file, first := opened(t, r, ClientOptions{Client: "@SUM(A1)"})
	_, second := opened(t, r, ClientOptions{Client: "@SUM(A1)"})
	if !bytes.Equal(first, second) {
		t.Error("two runs give different bytes")
	}
	found := false
	for _, name := range file.GetSheetList() {
		rows, err := file.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, cells := range rows {
			for k, text := range cells {
				at, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if formula, _ := file.GetCellFormula(name, at); formula != "" {
					t.Errorf("%s!%s holds the formula %q", name, at, formula)
				}
				found = found || strings.HasPrefix(text, "'=cmd")
				if kind, _ := file.GetCellType(name, at); kind == excelize.CellTypeSharedString && strings.IndexAny(text, "=+-@") == 0 {
					t.Errorf("%s!%s: %q would be run once somebody edits it", name, at, text)
				}
			}
		}
	}
	if !found {
		t.Error("the label is nowhere")
	}
}

// Names of sheets are short, free of what Excel forbids, and each its own, whatever the titles.
func TestSheetNames(t *testing.T) {
	b := newWorkbook(english(), threeAudiences(t, false))
	for range 12 {
		b.sheet(`What [staff] believe: "customers" / 'partners' * and all the others?` + strings.Repeat(" more", 20))
	}
	b.sheet("短い")
	b.sheet(strings.Repeat("😀", 30))
	b.sheet(strings.Repeat("😀 ", 11) + "a" + strings.Repeat("😀", 11))
	if b.err != nil {
		t.Fatal(b.err)
	}
	seen := map[string]bool{}
	for _, name := range b.sheets {
		if seen[strings.ToLower(name)] || len(utf16.Encode([]rune(name))) > longestName || strings.ContainsAny(name, `:\/?*[]`) {
			t.Errorf("%q", name)
		}
		seen[strings.ToLower(name)] = true
	}
}

// A sheet is called by what its table shows, in few words: the name of an audience alone says nothing, a scale takes the room of what does.
func TestSheetTitles(t *testing.T) {
	german, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	r := threeAudiences(t, false)
	for _, of := range []struct {
		w                    *language
		chapter, title, want string
	}{
		{nil, "Penalty and reward", "Customers", "Penalty, reward, Customers"},
		{nil, "Where the audiences differ", "Performance, scale 1–10 · gap A − B, margin ±0.45", "Gaps, Performance"},
		{nil, "Where the audiences differ", "Performance, scale 1–10 (1 = not at all, 10 = fully) · margin ±0.45, target 7.3", "Gaps, Performance"},
		{nil, "Where the audiences differ", "Performance, in POMP (0–100) · gap A − B", "Gaps, Performance, POMP"},
		{nil, "Where the audiences differ", "How answers divide: performance, scale 1–10", "Answers, performance"},
		{nil, "Importance against performance", "Where what matters falls short, Customers, scale 1–10", "Shortfall, Customers"},
		{nil, "Further figures", "Importance, scale 1–10, Customers only", "Importance, Customers only"},
		{nil, "What to do first", "", "Priorities"},
		{nil, "Who answered", "", "Who answered"},
		{nil, "", "Contrasts by region, performance, scale 1–10", "Contrasts by region, performance"},
		{german, german.form("What to do first"), "Kunden", german.form("Priorities") + ", Kunden"},
	} {
		if got := newWorkbook(of.w, r).tabs(of.chapter, of.title)[0]; got != of.want {
			t.Errorf("%s, %s: got %q, want %q", of.chapter, of.title, got, of.want)
		}
	}
}

// A name that is too long loses no letters amid words without a full stop; of two tables of one kind each says what is its own.
func TestSheetsOfOneKindAreToldApart(t *testing.T) {
	german, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	r := threeAudiences(t, false)
	r.Audiences[0].Label, r.Audiences[1].Label, r.Audiences[2].Label = "Executive board and heads", "Mitarbeitende", "Patients"
	for _, of := range []struct {
		w            *language
		titles, want []string
	}{
		{
			nil,
			[]string{
				"Change of performance from 2023 to 2024, scale 1–10", "Change of performance from 2024 to 2025, scale 1–10", "Change of the other gaps in performance from 2024 to 2025, scale 1–10",
				"What Patients would say, as estimated by Executive board and heads: importance, scale 1–10", "What Patients would say, as estimated: performance, scale 1–10, Staff only", "What Executive board and heads believe to matter to Patients", "Patients by Place of residence, performance",
				"Change of performance from 2023 to 2024",
			},
			[]string{
				"Change, performance, 2023–2024", "Change, performance, 2024–2025", "Other gaps, 2024–2025", "Import. estimated by Executive", "Perform., estimated, Staff only", "Believed by Executive, Patients", "Patients by Place of residence",
				"Change, 2023–2024 2",
			},
		},
		{
			german,
			[]string{"Patients nach „Niederlassung“, Leistung", "Patients nach „Niederlassung“, Wichtigkeit", "Mitarbeitende nach „Niederlassung“, Ergebnis", "Wer nicht urteilen konnte: Leistung"},
			[]string{"Patients nach Niederlassung", "Patients nach Niederl., Wicht.", "Mitarb. nach Niederl., Ergebnis", "Ohne Urteil, Leistung"},
		},
	} {
		b := newWorkbook(of.w, r)
		for i, title := range of.titles {
			if got := b.sheet(b.tabs("", title)...); got != of.want[i] {
				t.Errorf("%s: got %q, want %q", title, got, of.want[i])
			}
		}
	}
	b := newWorkbook(english(), r)
	b.dull["scale 1–5"] = "1–5"
	for _, of := range [][2]string{{"Patients by Site, performance", "Patients by Site, performance"}, {"Patients by Site, performance, scale 1–5", "Patients by Site, 1–5"}} {
		if got := b.sheet(b.tabs("", of[0])...); got != of[1] {
			t.Errorf("%s: got %q, want %q", of[0], got, of[1])
		}
	}
}

// Every sheet prints across a page laid on its side, with the title above and its own name below; the version for one audience has no sheet
// that is more exact than its page.
func TestWorkbookPrints(t *testing.T) {
	r := threeAudiences(t, false)
	file, _ := opened(t, r, ClientOptions{Title: "Food & drink"})
	for _, name := range file.GetSheetList() {
		layout, err := file.GetPageLayout(name)
		if err != nil {
			t.Fatal(err)
		}
		head, err := file.GetHeaderFooter(name)
		if err != nil || head == nil {
			t.Fatalf("%s: %v", name, err)
		}
		margins, err := file.GetPageMargins(name)
		if err != nil {
			t.Fatal(err)
		}
		if *layout.Orientation != "landscape" || layout.FitToWidth == nil || *layout.Size != a4 || !strings.Contains(head.OddHeader, "Food && drink") || !strings.Contains(head.OddFooter, "&A") || *margins.Left > 0.5 {
			t.Errorf("%s: %+v, %+v, %+v", name, layout, head, margins)
		}
	}
	if last := file.GetSheetList()[len(file.GetSheetList())-1]; !strings.HasSuffix(last, "All figures") {
		t.Errorf("the last sheet is %q", last)
	}
	staff, _ := opened(t, r, ClientOptions{Audience: r.Audiences[1].ID})
	for _, name := range staff.GetSheetList() {
		if strings.Contains(name, "All figures") {
			t.Error("the version for one audience has all figures with all their digits")
		}
	}
	if text, _ := staff.GetCellValue(staff.GetSheetList()[0], "A2"); !strings.HasPrefix(text, "Version for ") {
		t.Errorf("the workbook of a version says %q below its title", text)
	}
}

// What the study calls an item stays a text, however much it looks like a number; what the report writes beside it is one.
func TestLabelsAreNoNumbers(t *testing.T) {
	r := threeAudiences(t, false)
	labels := []string{"007", "1,5", "2024", "50 %"}
	for i := range r.Items {
		r.Items[i].Label = labels[i]
	}
	file, _ := opened(t, r, ClientOptions{})
	found := map[string]int{}
	numbers := 0
	names := file.GetSheetList()
	for _, name := range names[1 : len(names)-2] {
		rows, err := file.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, cells := range rows {
			for k, text := range cells {
				at, _ := excelize.CoordinatesToCellName(k+1, i+1)
				kind, err := file.GetCellType(name, at)
				if err != nil {
					t.Fatal(err)
				}
				if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
					found[text]++
				} else if text != "" {
					numbers++
				}
			}
		}
	}
	for _, label := range labels {
		if found[label] < 2 {
			t.Errorf("%q stands in %d cells as a text", label, found[label])
		}
	}
	if numbers < 50 {
		t.Errorf("only %d numbers", numbers)
	}
}

// Headers stand on the side of what is below them; a label longer than its column takes several lines; a table prints on one
// page, and where it would be too small to read there over several beside each other, each with the names of its rows.
func TestWorkbookLooks(t *testing.T) {
	r := threeAudiences(t, false)
	r.Items[0].Label = strings.Repeat("long ", 40)
	file, _ := opened(t, r, ClientOptions{})
	side := func(sheet, at string) string {
		id, err := file.GetCellStyle(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		style, err := file.GetStyle(id)
		if err != nil || style.Alignment == nil {
			t.Fatalf("%s!%s: %v", sheet, at, err)
		}
		return style.Alignment.Horizontal
	}
	sheet := file.GetSheetList()[2]
	if words, number := side(sheet, "B3"), side(sheet, "C3"); words == "right" || number != "right" {
		t.Errorf("%s: headers stand %q and %q", sheet, words, number)
	}
	if id, err := file.GetCellStyle(sheet, "C5"); err != nil {
		t.Fatal(err)
	} else if style, err := file.GetStyle(id); err != nil || style.Alignment == nil || style.Alignment.Vertical != "top" {
		t.Errorf("%s: a number does not stand beside the first line of what is named: %+v, %v", sheet, style, err)
	}
	chain := file.GetSheetList()[4]
	headers, err := file.GetRows(chain)
	if err != nil {
		t.Fatal(err)
	}
	for k, header := range headers[headerRow-1] {
		name, err := excelize.ColumnNumberToName(k + 1)
		if err != nil {
			t.Fatal(err)
		}
		width, err := file.GetColWidth(chain, name)
		for _, word := range strings.Fields(header) {
			if err != nil || float64(len([]rune(word))) > width-2 {
				t.Errorf("%s: %q does not fit into a column of %v (%v)", chain, word, width, err)
			}
		}
	}
	highest := 0.0
	for row := headerRow + 1; row <= headerRow+len(r.Items)+4; row++ {
		h, err := file.GetRowHeight(sheet, row)
		if err != nil {
			t.Fatal(err)
		}
		highest = max(highest, h)
	}
	if highest < 3*15 {
		t.Errorf("%s: the highest row has %v points", sheet, highest)
	}
	titles, pages := 0, 1
	for _, name := range file.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			titles++
		}
	}
	for _, name := range file.GetSheetList() {
		layout, err := file.GetPageLayout(name)
		if err != nil {
			t.Fatal(err)
		}
		if layout.FitToWidth != nil {
			pages = max(pages, *layout.FitToWidth)
		}
	}
	if titles < 3 || pages != 1 {
		t.Errorf("%d tables repeat their headers in print, the widest takes %d pages", titles, pages)
	}
	five, _ := opened(t, fiveAudiences(t), ClientOptions{})
	layout, err := five.GetPageLayout(five.GetSheetList()[2])
	if err != nil || *layout.FitToWidth < 2 {
		t.Errorf("the gaps of five audiences are too small to read on %d page", *layout.FitToWidth)
	}
}

// A row is at most so high as programs allow, however long the label of an item.
func TestWorkbookOfVeryLongLabels(t *testing.T) {
	long := strings.Repeat("a word of many ", 200)
	r := invented(t, "Long", []string{long + "one", long + "two"}, nil,
		audience{id: "staff", label: "Staff", n: 40, means: []float64{7, 6}, scale: ten()},
		audience{id: "customers", label: "Customers", n: 40, means: []float64{6, 5}, scale: ten()})
	opened(t, r, ClientOptions{})
}

// A column of intervals alone is spread over their ends, without an empty column before them; one that also says why there is none keeps the reason.
func TestIntervalsAloneHaveNoEmptyColumn(t *testing.T) {
	for _, of := range []struct {
		cells []cell
		want  []string
	}{
		{[]cell{{"[1.0," + noBreak + "<2.0]"}, {"[3.0," + noBreak + "4.0]"}}, []string{"95 % interval, low", "95 % interval, high"}},
		{[]cell{{"[1.0," + noBreak + "2.0]"}, {"none"}}, []string{"95 % interval", "95 % interval, low", "95 % interval, high"}},
		{[]cell{{""}, {""}}, []string{"95 % interval"}},
	} {
		b := newWorkbook(english(), threeAudiences(t, false))
		sheet := b.sheet("a")
		var rows []row
		for _, c := range of.cells {
			rows = append(rows, row{cells: []cell{c}})
		}
		next := b.column(sheet, 1, 0, column{header: "95 % interval", align: gaps}, rows)
		read, err := b.file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if got := read[headerRow-1]; !slices.Equal(got, of.want) || next != 1+len(of.want) {
			t.Errorf("%v: headers %q, the next column %d", of.cells, got, next)
		}
		if len(of.want) == 2 && read[headerRow][1] != "<2.0" {
			t.Errorf("a bound reads %q", read[headerRow][1])
		}
	}
}
