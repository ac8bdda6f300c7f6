package importers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
	"golang.org/x/text/encoding/htmlindex"
)

// One target a layer, from bytes to a drafted study; FuzzOpenExport and FuzzRead in fuzz_test.go go through several. docs/security.md says
// how long they have run.

// FuzzDecode: text is UTF-8 with one kind of line end, however its bytes arrive.
func FuzzDecode(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		read := func(in io.Reader) (string, *delimited.BadByte) {
			text, plain, _, err := delimited.Decode(in, raw[:min(len(raw), 512)], "")
			if err != nil {
				t.Fatal(err)
			}
			all, err := io.ReadAll(text)
			if err != nil {
				t.Fatal(err)
			}
			return string(all), plain.Bad
		}
		whole, bad := read(bytes.NewReader(raw))
		if piecewise, badToo := read(iotest.OneByteReader(bytes.NewReader(raw))); whole != piecewise || (bad == nil) != (badToo == nil) || bad != nil && *bad != *badToo {
			t.Fatalf("%q byte by byte, %q at once; bad bytes %v, %v", piecewise, whole, badToo, bad)
		}
		if !utf8.ValidString(whole) || strings.Contains(whole, "\r") {
			t.Fatalf("%q is no UTF-8 text of one kind of line end", whole)
		}
		if bad != nil && (bad.Line < 1 || bad.Line > 1+strings.Count(whole, "\n")) {
			t.Fatalf("the first bad byte is on line %d of %q", bad.Line, whole)
		}
	})
}

// FuzzGuessEncoding: what is guessed decodes, and names the first byte that is not UTF-8.
func FuzzGuessEncoding(f *testing.F) {
	seeds(f)
	for name, text := range map[string]string{"euc-kr": "질문,답\n좋아요,7\n", "shift_jis": "しつもん,こたえ\nよい,7\n", "gbk": "问题是什么,回答\n很好,7\n"} {
		e, err := htmlindex.Get(name)
		if err != nil {
			f.Fatal(err)
		}
		raw, err := e.NewEncoder().String(text)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		g := delimited.GuessEncoding(raw)
		if g == nil {
			return
		}
		if utf8.Valid(raw) || g.Bad.Value < utf8.RuneSelf || g.Bad.As != g.Encoding {
			t.Fatalf("%q is guessed to be %s for %+v", raw, g.Encoding, g.Bad)
		}
	})
}

// FuzzRecords: the delimiter is one of four, and the beginning of a text holds a beginning of its records.
func FuzzRecords(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text, 100)
	}
	f.Fuzz(func(t *testing.T, text string, cut int) {
		by := delimited.FindDelimiter([]byte(text), true)
		if !strings.ContainsRune(",;\t|", by) {
			t.Fatalf("delimiter %q", by)
		}
		all := delimited.FirstRecords([]byte(text), by, 50, true)
		some := delimited.FirstRecords([]byte(text[:max(0, min(cut, len(text)))]), by, 50, false)
		for i, record := range some {
			if i >= len(all) || !slices.Equal(all[i], record) {
				t.Fatalf("record %d of the beginning is %q", i+1, record)
			}
		}
		if evidence, yes := secondHeader(all); yes == (evidence == "") {
			t.Fatalf("a second header: %v, for %q", yes, evidence)
		}
	})
}

// FuzzPlatforms: every platform describes every column of any header, and takes any cells.
func FuzzPlatforms(f *testing.F) {
	for i, s := range sampleFiles(f) {
		f.Add(sampleText(f, s.file), i, 2)
	}
	f.Fuzz(func(t *testing.T, text string, which, headers int) {
		records := delimited.FirstRecords([]byte(text), delimited.FindDelimiter([]byte(text), true), 50, true)
		if len(records) == 0 {
			return
		}
		all := platforms()
		p := all[((which%len(all))+len(all))%len(all)]
		if evidence, n := p.detect(records); evidence != "" && (n < 1 || n > len(records)+1) {
			t.Fatalf("%s finds %d headers in %d records: %s", p.name(), n, len(records), evidence)
		}
		if p.name() == (tripleS{}).name() {
			return
		}
		columns := p.columns(records[:1+((headers%3)+3)%3%len(records)])
		uniqueIDs(columns)
		markPersonal(columns)
		ids := map[string]bool{}
		for i, c := range columns {
			if c.Position != i+1 || c.ID == "" || c.Role == "" || c.into > len(columns) {
				t.Fatalf("%s: column %+v", p.name(), c)
			}
			ids[c.ID] = true
		}
		status, rewrite := p.status(columns), rewriting(p, columns, Options{DecimalComma: true})
		for _, record := range records {
			cells := append(slices.Clone(record), make([]string, len(columns))...)[:len(columns)]
			if rewrite != nil {
				rewrite(cells)
			}
			if status != nil {
				status.of(cells)
			}
		}
	})
}

// FuzzInspect: every row of any file is kept or dropped for a reason, and every cell of a column is counted once.
func FuzzInspect(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		accountedFor(t, standardInput, Options{Stdin: NewStandardInput(bytes.NewReader(raw))}, route{})
	})
}

// inputOrUsage demands that an error says what is wrong with the input, or that it needs to be told something.
func inputOrUsage(t testing.TB, err error) {
	t.Helper()
	var input *study.InputError
	var usage *UsageError
	if !errors.As(err, &input) && !errors.As(err, &usage) {
		t.Fatalf("neither a fault of the input nor of usage: %v", err)
	}
}

// accounted demands that rows in are rows kept and rows dropped for a reason, and of every column that the cells of the kept rows are
// answers, blanks, not shown or don't know; of all cells that the numbers of where they went are together those of the file.
func accounted(t testing.TB, in *study.Inspection) {
	t.Helper()
	dropped := 0
	for _, d := range in.Dropped {
		dropped += d.Rows
	}
	if in.Read != in.Kept+dropped {
		t.Fatalf("%s: %d rows read, %d kept and %v dropped", in.File, in.Read, in.Kept, in.Dropped)
	}
	if n := in.Cells; n.Filled+n.Made != n.Answers+n.DontKnow+n.NoAnswer+n.Besides+n.LeftOut+n.SetAside {
		t.Fatalf("%s: the cells do not add up: %+v", in.File, n)
	}
	for _, c := range in.Columns {
		counted := c.Answered + c.Blank + c.DontKnow
		if c.NotShown != nil {
			counted += *c.NotShown
		}
		if counted != in.Kept || c.Answered < 0 || c.Blank < 0 {
			t.Fatalf("%s, column %d %s: %d answers, %d blank, %v not shown, %d don't know of %d rows", in.File, c.Position, c.ID, c.Answered, c.Blank, c.NotShown, c.DontKnow, in.Kept)
		}
		shown := 0
		for _, a := range c.Answers {
			shown += a.Rows
		}
		if c.Kind.Rates() && c.Answers != nil && shown != c.Answered+c.DontKnow+blankWordsOf(c) {
			t.Fatalf("%s, column %d %s: %d cells in the chart of %d answers: %v", in.File, c.Position, c.ID, shown, c.Answered, c.Answers)
		}
	}
}

// blankWordsOf counts the cells of a chart that are words for no answer: those are among the blank ones.
func blankWordsOf(c study.InspectedColumn) int {
	n := 0
	for _, a := range c.Answers {
		if lexicon.MeansBlank(a.Cell) || a.Cell == "-99" {
			n += a.Rows
		}
	}
	return n
}

// FuzzDraftFile: what is drafted from any file is a study that is read as it stands, and reads the file.
func FuzzDraftFile(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		o := Options{Stdin: NewStandardInput(bytes.NewReader(raw))}
		text, err := DraftFile(context.Background(), []AudienceFiles{{ID: "customers", Files: []string{standardInput}}}, o)
		if err != nil {
			inputOrUsage(t, err)
			return
		}
		s, err := study.Parse("s.yaml", text)
		if err != nil && strings.Contains(err.Error(), ": the study names no items") {
			at := bytes.Index(text, []byte("\nitems:")) // what is asked is an item as soon as its # is gone
			text, _, _ := bytes.Cut(text, []byte("\n# What was assumed"))
			taken := append(bytes.Clone(text[:at]), bytes.ReplaceAll(text[at:], []byte("\n#  "), []byte("\n  "))...)
			taken = bytes.ReplaceAll(taken, []byte(`: "?"`), []byte(`: 1`)) // the point of a code, which nobody knows: somebody writes it first
			taken = bytes.ReplaceAll(taken, []byte(`"`+study.OpenLabel), []byte(`"`))
			if _, err := study.Parse("s.yaml", taken); err != nil && bytes.Contains(text[at:], []byte("\n#  ")) {
				t.Fatalf("a suggestion of the draft is refused: %v\n%s", err, taken)
			}
			return
		}
		if err != nil {
			t.Fatalf("the draft is refused: %v\n%s", err, text)
		}
		v, err := Open(s, o)
		if err != nil {
			t.Fatalf("the draft does not fit its file: %v\n%s", err, text)
		}
		var c collector
		if _, err := v.Read(context.Background(), &c); err != nil {
			faultOf(t, err)
		}
	})
}

// FuzzTripleS: any description beside any data.
func FuzzTripleS(f *testing.F) {
	for _, s := range sampleFiles(f) {
		if s.platform == "triple_s" {
			for _, ending := range []string{".csv", ".asc", ".dat"} {
				if data := filepath.Join(sampleFolder, "triple_s", s.variant+ending); isFile(data) {
					f.Add([]byte(sampleText(f, s.file)), []byte(sampleText(f, "triple_s/"+s.variant+ending)))
				}
			}
		}
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, description, data []byte) {
		name := filepath.Join(folder, fmt.Sprintf("d%d.sss", os.Getpid()))
		if err := os.WriteFile(name, description, 0o600); err != nil {
			t.Fatal(err)
		}
		accountedFor(t, standardInput, Options{Stdin: NewStandardInput(bytes.NewReader(data)), Dictionary: name}, route{})
	})
}

// FuzzDictionary: any data dictionary beside any export of REDCap.
func FuzzDictionary(f *testing.F) {
	f.Add([]byte(sampleText(f, "redcap/coded.dictionary.csv")), []byte(sampleText(f, "redcap/coded.csv")))
	f.Add([]byte("field_name,form_name,field_type,field_label,select_choices_or_calculations\na,f,radio,A,\"1, x | 2, y\"\n"), []byte("record_id,a,f_complete\n1,2,2\n"))
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, dictionary, data []byte) {
		name := filepath.Join(folder, fmt.Sprintf("d%d.csv", os.Getpid()))
		if err := os.WriteFile(name, dictionary, 0o600); err != nil {
			t.Fatal(err)
		}
		accountedFor(t, standardInput, Options{Stdin: NewStandardInput(bytes.NewReader(data)), Dictionary: name, Platform: "redcap"}, route{})
	})
}

// FuzzCells: any cell of any of the usual scales is a code of the scale, one of the missing ones, or refused with a message.
func FuzzCells(f *testing.F) {
	for _, text := range []string{"", "7", " 7 ", "7.0", "4,5", "N/A", "-99", "Agree", "strongly  agree", "1e1", "+3", "0x7", "½", "７", "11", "\u00a0", "99999999999999999999"} {
		for scale := range 4 {
			f.Add(text, scale)
		}
	}
	scales := []study.Scale{study.NewScale(1, 10), study.NewScale(0, 10), study.NewScale(0, 100), study.LabelScale([]string{"Disagree", "Neutral", "Agree"})}
	f.Fuzz(func(t *testing.T, text string, which int) {
		scale := scales[((which%4)+4)%4]
		column := &study.Column{Scale: scale, Missing: study.Missing{DontKnow: []string{"99", "N/A"}, NotShown: []string{"x"}, Blank: []string{"-99"}}}
		reader := newCellReader(&study.Rating{Item: &study.Item{ID: "i"}}, column, "h")
		code, ok := reader.read(text)
		again, okToo := reader.read(text)
		if code != again || ok != okToo {
			t.Fatalf("%q is %v, then %v", text, code, again)
		}
		switch {
		case !ok && reader.fault(study.Place{File: "f"}, text).Message == "":
			t.Fatalf("%q is refused without a word", text)
		case ok && code.Valid() && int(code) >= scale.Points():
			t.Fatalf("%q is point %d of %s", text, code, scale)
		}
	})
}

// FuzzScale: whatever is answered, a scale that is read holds every number and label of it.
func FuzzScale(f *testing.F) {
	for _, text := range []string{"1|2|3", "Agree|Disagree", "Strongly agree|9|8|2|Strongly disagree", "0|11", "1|2|3|4|6", "sehr gut|gut|3", "N/A|1|5", "trifft zu|trifft nicht zu", "-1|3|5"} {
		f.Add(text, "How good? (1 = bad, 10 = good)")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, cells, question string) {
		c := columnScan{}
		for _, text := range strings.Split(cells, "|") {
			c.add(text, Answer)
		}
		c.finish(Answer)
		answers := newAnswersSeen()
		answers.sort(&c.cells)
		if answers.many || len(answers.numbers)+len(answers.words) == 0 {
			return
		}
		_ = suspectCodes(answers, headings(question))
		read := scaleOf(answers, headings(question))
		if !read.scale.Defined() {
			if read.remark == "" {
				t.Fatalf("no scale for %q, and no reason", cells)
			}
			return
		}
		for x := range answers.numbers {
			if _, on := read.scale.Code(x); !on {
				t.Fatalf("%v is not on the scale %s that was read of %q", x, read.scale, cells)
			}
		}
		for _, code := range read.codes {
			if _, on := read.scale.Code(code.Value); !on {
				t.Fatalf("%q = %v is not on the scale %s", code.Cell, code.Value, read.scale)
			}
		}
	})
}
