package importers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Exports longer than a run of records, with rows amid them that are left out for every reason or need care, are read alike on all routes.
func TestLongRuns(t *testing.T) {
	read := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		of := studiesOfLongRuns()[seed%uint64(len(studiesOfLongRuns()))]
		text := []byte(longExport(r, []int{63, 64, 65, 129, 200}[r.IntN(5)]))
		want := readBy(t, of, text, route{byRecord: true})
		if strings.HasPrefix(want, "{") {
			read++
		}
		for _, route := range []route{{}, {chunk: 3000, workers: 2}, {chunk: 500, workers: 1}} {
			if got := readBy(t, of, text, route); got != want {
				t.Fatalf("seed %d: route %+v differs from record by record\n%s\n%q\ngot  %.2000s\nwant %.2000s", seed, route, of, text, got, want)
			}
		}
	}
	if read < 20 {
		t.Errorf("%d of 60 exports are read; the others hold faults", read)
	}
}

func studiesOfLongRuns() (all []string) {
	const items = "scale: 1..5\nmissing: {dont_know: [99], not_shown: [x]}\nitems:\n  q1: {performance: q1}\n  q2: {performance: q2}\n  q3: {performance: q3}\n" +
		"  q4: {performance: q4}\n  q5: {performance: q5}\n  branch: {performance: [web, shop]}\n"
	const file = "files: [\"-\"]"
	for _, quality := range []string{"", "quality: {duplicates: drop, speeders: drop, straight_liners: drop}\n", "quality: {straight_liners: drop}\n", "quality: {speeders: drop}\n"} {
		for _, audiences := range []string{
			"audiences: {customers: {" + file + ", weight: w, duration: s, cluster: team, id: id, time: day}}\n",
			"waves: [2025, 2026]\nsegments: {team: team}\naudiences:\n  staff: {" + file + ", where: {role: [s]}, weight: w, wave: {column: wave}, id: id, duration: s}\n" +
				"  customers: {" + file + ", where: {role: [c]}, wave: {column: wave}, cluster: team}\n",
			"audiences:\n  staff: {" + file + ", where: {role: [s], team: {not: [b]}}, id: id}\n  customers: {" + file + ", where: {role: [c]}, weight: w, id: id, duration: s}\n",
		} {
			own := items
			if strings.Contains(audiences, "staff") {
				own += "  only: {performance: {staff: other}}\n"
			}
			all = append(all, audiences+quality+own)
		}
	}
	return all
}

// longExport invents rows; few of their cells are odd, and in half of the exports none.
func longExport(r *rand.Rand, rows int) string {
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	end, odd, quoted := pick("\n", "\n", "\r\n"), r.IntN(2) == 0, r.IntN(3) == 0
	names := strings.Fields("id role team day s wave w q1 q2 q3 q4 q5 web shop other why")
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	header := strings.Join(names, ",") + end
	var b strings.Builder
	b.WriteString(header)
	last := ""
	for i := range rows {
		switch r.IntN(60) {
		case 0:
			b.WriteString(last) // a copy
		case 1:
			b.WriteString(pick(end, strings.Repeat(",", len(names)-1)+end, header))
		}
		straight, none := "", r.IntN(12) == 0
		if r.IntN(6) == 0 {
			straight = pick("1", "4")
		}
		which := pick("web", "shop", "")
		var cells []string
		for _, name := range names {
			c := ""
			switch {
			case name == "id":
				c = fmt.Sprint(max(1, i-r.IntN(20)/19))
			case name == "role":
				c = pick("s", "c", "c", "nobody")
			case name == "team":
				c = pick("a", "b", "a team of many people", "a team of many animals")
			case name == "day":
				c = pick("2026-01-02", "2026-01-02 10:11:12", "2026-02-03T04:05:06", "")
			case name == "s":
				c = pick("60", "61", "70", "4:05", "5", "")
			case name == "wave":
				c = pick("2025", "2026", " 2026")
			case name == "w":
				c = pick("1", "2", "0.5", "0", "1.25", "0.98765432101234567", " 1.5")
			case name == "why":
				c = pick("", "ok", "two\nlines", `say "hi"`, strings.Repeat("long, ", 30))
			case none:
			case name == "web", name == "shop":
				c = pick("", "x")
				if name == which {
					c = pick("1", "3", "5", "99")
				}
			case straight != "":
				c = straight
			default:
				c = pick("1", "2", "3", "4", "5", "", "99", "x")
			}
			if odd && r.IntN(2000) == 0 {
				c = pick("abc", "11", " 3 ", "3\u00a0")
			}
			if quoted && r.IntN(5) == 0 || strings.ContainsAny(c, ",\"\n") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			cells = append(cells, c)
		}
		last = strings.Join(cells, ",") + end
		b.WriteString(last)
	}
	return b.String()
}

// A column by itself has blank lines between its records, and no delimiter anywhere.
func TestLongRunsOfOneColumn(t *testing.T) {
	lines := slices.Repeat([]string{"4", "5", "", "3", `"5"`, "2"}, 40)
	text := []byte("service\n" + strings.Join(lines, "\n") + "\n")
	const of = "audiences: {customers: {files: [\"-\"]}}\nscale: 1..5\nitems: {service: {performance: service}}\n"
	want := readBy(t, of, text, route{byRecord: true})
	if !strings.HasPrefix(want, "{") {
		t.Fatal(want)
	}
	for _, route := range []route{{}, {chunk: 60, workers: 2}} {
		if got := readBy(t, of, text, route); got != want {
			t.Errorf("route %+v\ngot  %.1000s\nwant %.1000s", route, got, want)
		}
	}
}

// Whom a later file did not ask stands as not shown in every row of it, whatever rows of another part left in the memory of the block.
func TestLongRunsOfAFileThatAsksLess(t *testing.T) {
	dir := t.TempDir()
	first, second := "service,price\n"+strings.Repeat("4,5\n", 130), "service\n"+strings.Repeat("3\n", 130)
	for name, text := range map[string]string{"a.csv": first, "b.csv": second} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := study.Parse("s.yaml", []byte("audiences: {customers: {files: [a.csv, b.csv]}}\nscale: 1..5\nitems: {service: {performance: service}, price: {performance: price}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	v, err := Open(s, Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	var seen codesSeen
	if _, err := v.Read(context.Background(), &seen); err != nil {
		t.Fatal(err)
	}
	want := slices.Concat(slices.Repeat([]study.Code{4}, 130), slices.Repeat([]study.Code{study.NotShown}, 130))
	if !slices.Equal(seen.of(1), want) {
		t.Errorf("got %v, want %v", seen.of(1), want)
	}
}

// codesSeen keeps the codes of all rows, by rating.
type codesSeen [][]study.Code

func (s *codesSeen) Add(r *study.Responses) error {
	for i, codes := range r.Codes {
		if i == len(*s) {
			*s = append(*s, nil)
		}
		(*s)[i] = append((*s)[i], codes...)
	}
	return nil
}

func (s *codesSeen) of(rating int) []study.Code { return (*s)[rating] }
