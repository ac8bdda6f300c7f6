package importers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

// readBy reads a text as an export of a study on one route; it returns all that can be seen of it.
func readBy(t fatal, of string, text []byte, r route) string {
	s, err := study.Parse("s.yaml", []byte(of))
	if err != nil {
		t.Fatalf("%v", err)
	}
	v, err := Open(s, Options{Stdin: NewStandardInput(bytes.NewReader(text))})
	if err != nil {
		return "not opened: " + faultsOf(err)
	}
	for _, e := range v.exports {
		e.route = r
	}
	var c rowsSeen
	intake, err := v.Read(context.Background(), &c)
	if err != nil {
		return faultsOf(err) // whatever the sink has received
	}
	return fmt.Sprintf("%+v\n%s", *intake, c.String())
}

type fatal interface{ Fatalf(string, ...any) }

// rowsSeen writes down every row that it receives, by audience.
type rowsSeen struct{ of map[int]*strings.Builder }

func (s *rowsSeen) Add(r *study.Responses) error {
	if s.of == nil {
		s.of = map[int]*strings.Builder{}
	}
	if s.of[r.Audience] == nil {
		s.of[r.Audience] = &strings.Builder{}
	}
	for row := range r.N {
		b := s.of[r.Audience]
		fmt.Fprintf(b, "%d:", r.Wave[row])
		if r.Weight != nil {
			fmt.Fprintf(b, " weight %x", math.Float64bits(r.Weight[row]))
		}
		if r.Cluster != nil {
			fmt.Fprintf(b, " cluster %q", r.Cluster[row])
		}
		if r.ID != nil {
			fmt.Fprintf(b, " id %q", r.ID[row])
		}
		for _, values := range r.Segments {
			if values != nil {
				fmt.Fprintf(b, " segment %q", values[row])
			}
		}
		fmt.Fprintf(b, " straight %v", r.Straight[row])
		if r.Speeders != nil {
			fmt.Fprintf(b, " speeder %v", r.Speeders[row])
		}
		for _, codes := range r.Codes {
			if codes != nil {
				fmt.Fprintf(b, " %d", codes[row])
			}
		}
		b.WriteString("\n")
	}
	return nil
}

func (s *rowsSeen) String() string {
	var all strings.Builder
	for i := range 9 {
		if s.of[i] != nil {
			fmt.Fprintf(&all, "audience %d\n%s", i, s.of[i].String())
		}
	}
	return all.String()
}

// studiesOfRoutes are studies that take every way through a row: of columns that the texts below have.
func studiesOfRoutes() []string {
	const items = "scale: 1..10\nmissing: {dont_know: [99, \"N/A\"], blank: [-], not_shown: [x]}\nitems:\n  quick: {performance: quick}\n  w: {performance: w}\n"
	return []string{
		"audiences:\n  customers: {files: [\"-\"]}\n" + items,
		"audiences:\n  customers: {files: [\"-\"], weight: w}\nscale: 1..10\nitems: {quick: {performance: quick}}\n",
		"audiences:\n  staff: {files: [\"-\"], where: {role: [s, staff]}, weight: w, cluster: team, id: id, time: day, duration: s}\n" +
			"  customers: {files: [\"-\"], where: {role: {not: [s, staff]}}, duration: s, id: id}\nsegments: {team: team}\nscale: 1..10\nitems: {quick: {performance: quick}, care: {performance: care}}\n",
		"waves: [2025, 2026]\naudiences:\n  staff: {files: [\"-\"], where: {role: [s]}, wave: {column: wave}, id: id}\n" +
			"  customers: {files: [\"-\"], where: {role: [c], team: {not: [x]}}, wave: {column: wave}}\nquality: {duplicates: drop, speeders: drop, straight_liners: drop}\n" +
			"scale: [No, Rather not, Perhaps, Rather, Yes indeed]\nitems: {quick: {performance: quick}, care: {performance: care}}\n",
	}
}

// otherRoutes are those held against the reading record by record.
func otherRoutes() []route {
	return []route{{}, {chunk: 1, workers: 1}, {chunk: 40, workers: 3}, {chunk: 333, workers: 2}}
}

// sameOnAllRoutes demands the same of all routes.
func sameOnAllRoutes(t fatal, of string, text []byte) { sameOnRoutes(t, of, text, otherRoutes()) }

func sameOnRoutes(t fatal, of string, text []byte, routes []route) {
	want, scanned := readBy(t, of, text, route{byRecord: true}), scanBy(text, route{byRecord: true})
	for _, r := range routes {
		if got := readBy(t, of, text, r); got != want {
			t.Fatalf("study\n%s\ntext %q\nroute %+v differs from encoding/csv, record by record:\n%s", of, text, r, cmp.Diff(want, got))
		}
		if got := scanBy(text, r); got != scanned {
			t.Fatalf("text %q\nscanned by route %+v differs from encoding/csv, record by record:\n%s", text, r, cmp.Diff(scanned, got))
		}
	}
}

// scanBy scans a text on one route; it returns all that can be seen of it.
func scanBy(text []byte, r route) string {
	e, err := OpenExport(standardInput, Options{Stdin: NewStandardInput(bytes.NewReader(text))})
	if err != nil {
		return "not opened: " + faultsOf(err)
	}
	e.route = r
	s := newScan(e)
	s.digest = sha256.New()
	if err := s.pass(context.Background()); err != nil {
		return faultsOf(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n%+v\n%+v %d\n", s.info, s.flow, s.ids.of, s.answers.copies)
	for _, c := range s.columns {
		if c.manyPieces {
			c.joined = 0 // nobody asks
		}
		fmt.Fprintf(&b, "%+v\n", *c)
	}
	for _, g := range s.groups {
		fmt.Fprintf(&b, "%+v\n", *g)
	}
	return b.String()
}

// FuzzRoutes reads any bytes in chunks and record by record: rows, counts, notices and faults are the same, and no cell is another than in the
// file. Each text meets one of the
// studies and one of the routes, by its bytes, and seeds are short: what counts is how many texts are tried.
func FuzzRoutes(f *testing.F) {
	const longest = 2 << 10
	for _, text := range samples(f) {
		f.Add([]byte(text[:min(len(text), longest)]))
	}
	for _, text := range oddities(f) {
		f.Add([]byte(text))
	}
	f.Add([]byte("id,role,team,day,s,wave,w,quick,care\n1,s,a,2026-01-02,60,2025,1.5,7,8\n2,c,b,2/1/2026,4:05,2026,2,9,\"10\"\n"))
	studies, routes := studiesOfRoutes(), otherRoutes()
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 2*longest {
			return
		}
		sum := int(crc32.ChecksumIEEE(text))
		of, r := studies[sum%len(studies)], routes[sum/len(studies)%len(routes)]
		sameOnRoutes(t, of, text, []route{r})
		sameAsInFile(t, of, text, r)
	})
}

// sameAsInFile demands that one route loses no cell of a text: neither of the export itself nor of a study of it.
func sameAsInFile(t testing.TB, of string, text []byte, r route) {
	t.Helper()
	accountedFor(t, standardInput, Options{Stdin: NewStandardInput(bytes.NewReader(text))}, r)
	v, err := openText(t, of, Options{Stdin: NewStandardInput(bytes.NewReader(text))})
	if err != nil {
		return
	}
	for _, e := range v.exports {
		e.route = r
	}
	readsAsAgain(t, v)
}

// Exports of all kinds of cells, most of them fine.
func TestRoutes(t *testing.T) {
	studies := studiesOfRoutes()
	rapid.Check(t, func(t *rapid.T) {
		sameOnAllRoutes(t, rapid.SampledFrom(studies).Draw(t, "study"), []byte(anyExport(t)))
	})
}

// anyExport draws an export with columns of every kind.
func anyExport(t *rapid.T) string {
	delimiter := rapid.SampledFrom([]string{",", ",", ";", "\t"}).Draw(t, "delimiter")
	end := rapid.SampledFrom([]string{"\n", "\n", "\r\n", "\r"}).Draw(t, "end")
	odd := rapid.SampledFrom([]int{0, 0, 20, 200}).Draw(t, "odd cells in 1000")
	columns := map[string][]string{
		"id": {"1", "2", "3", "R_1234567890", "R_1234567891", "\u00a04 "}, "role": {"s", "c", "c", "staff", "leaders of all"}, "team": {"a", "b", "a team of many"},
		"day": {"2026-01-02", "2026-01-02 10:11:12", "13/05/2026", "13/06/2026 9:00"}, "s": {"60", "61", "599.5", "4:05", "9", ""}, "wave": {"2025", "2026", "2026.0"},
		"w": {"1", "2", "0.3333", "1.25", "0", "10"}, "quick": {"1", "7", "10", "7.0", "", "Yes indeed", "No"}, "care": {"2", "8", "No", "Perhaps", ""}, "why": {"", "ok", "plain words", "caf\u00e9, na\u00efve\nand \"more\""},
	}
	oddities := []string{"", "99", "N/A", "x", "-", " 7 ", "7\u00a0", "abc", "11", "-1", "5/6/2026", "6/5/2026", "2026-13-45", "1e3", "\"", "long words that no table knows", "caf\xe9", "1980-01-01"}
	names := rapid.Permutation([]string{"id", "role", "team", "day", "s", "wave", "w", "quick", "care", "why"}).Draw(t, "columns")
	always := rapid.Bool().Draw(t, "always quoted")
	cell := func(text string) string {
		if always || strings.ContainsAny(text, delimiter+"\"\n\r") {
			return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		return text
	}
	var b strings.Builder
	b.WriteString(strings.Join(names, delimiter) + end)
	var rows [][]string
	for range rapid.IntRange(0, 60).Draw(t, "rows") {
		var cells []string
		for _, name := range names {
			text := rapid.SampledFrom(columns[name]).Draw(t, name)
			if odd > 0 && rapid.IntRange(1, 1000).Draw(t, "odd") <= odd {
				text = rapid.SampledFrom(oddities).Draw(t, "oddity")
			}
			cells = append(cells, text)
		}
		if odd > 20 && rapid.IntRange(0, 40).Draw(t, "ragged") == 0 {
			cells = cells[1:]
		}
		rows = append(rows, cells)
	}
	times := rapid.SampledFrom([]int{1, 1, 1, 5}).Draw(t, "times") // columns of more different cells than are told apart
	serial := rapid.SampledFrom([]string{"R_%d", "%d", "%d.0", "a%d@b.org", "2026-01-02 10:11:%02d", "more than %d", "a, b and %d", "10.0.0.%d"}).Draw(t, "serial")
	for n := range times * len(rows) {
		cells := slices.Clone(rows[n%len(rows)])
		if times > 1 && len(cells) == len(names) {
			cells[slices.Index(names, "why")], cells[slices.Index(names, "id")] = fmt.Sprintf(serial, n), fmt.Sprint(n)
		}
		for i := range cells {
			cells[i] = cell(cells[i])
		}
		b.WriteString(strings.Join(cells, delimiter) + end)
	}
	text := b.String()
	if rapid.IntRange(0, 9).Draw(t, "cut") == 0 {
		text = text[:rapid.IntRange(0, len(text)).Draw(t, "at")]
	}
	return text
}
