package importers

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// numberedTable is an export whose rows are numbered from 1: those of answers from..to, less the ones left out.
func numberedTable(seed, from, to int, without ...int) string {
	var b strings.Builder
	b.WriteString("Number,team,wave,friendly,fast\n")
	number := 0
	for i := from; i <= to; i++ {
		if slices.Contains(without, i) {
			continue
		}
		number++
		fmt.Fprintf(&b, "%d,%c,%d,%d,%d\n", number, 'x'+rune(i%2), 2025+i%2, 1+(7*i+seed)%5, 1+(3*i+2*seed)%5)
	}
	return b.String()
}

// stepped is an export of every second person of a list, from one on.
func stepped(from int) string {
	var b strings.Builder
	b.WriteString("Number,team,wave,friendly,fast\n")
	for i := from; i <= 60; i += 2 {
		fmt.Fprintf(&b, "%d,x,2025,%d,%d\n", i, 1+7*i%5, 1+3*i%5)
	}
	return b.String()
}

// peopleOf counts rows by wave, and by who answered.
type peopleOf struct {
	kept int
	rows map[string]int
}

func (p *peopleOf) Add(r *study.Responses) error {
	p.kept += r.N
	for _, id := range r.ID {
		p.rows[id]++
	}
	return nil
}

// staffOf reads staff from files on one route; it returns what was kept, and what is said or asked.
func staffOf(t *testing.T, by route, keys, rest string, tables ...string) (people *peopleOf, said string) {
	t.Helper()
	var names, files []string
	for i, table := range tables {
		names = append(names, fmt.Sprintf("%c.csv", 'a'+i))
		files = append(files, names[i], table)
	}
	if !strings.Contains(keys, " files:") {
		keys = "    files: [" + strings.Join(names, ", ") + "]\n" + keys
	}
	text := rest + "audiences:\n  staff:\n    id: Number\n" + keys + "scale: 1..5\nitems: {friendly: {performance: friendly}, fast: {performance: fast}}\n"
	_, v, err := survey(t, append([]string{"s.yaml", text}, files...)...)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, e := range v.exports {
		e.route = by
	}
	people = &peopleOf{rows: map[string]int{}}
	intake, err := v.Read(context.Background(), people)
	if err != nil {
		return nil, faultsOf(err)
	}
	for _, n := range intake.Warnings {
		said += n.Message + " (" + n.Hint + ")\n"
	}
	return people, said
}

const (
	dropped   = "quality: {duplicates: drop}\n"
	mayBeRows = "look like numbers of rows, so the same id may be somebody else"
	across    = "    id_across_files: true\n"
	each      = "    id_across_files: false\n"
	inColumn  = "    wave: {column: wave}\n"
)

func TestIDsOfSeveralFiles(t *testing.T) {
	one, two := numberedTable(0, 1, 60), numberedTable(3, 1, 60)
	letters := func(table string) string { return strings.ReplaceAll(table, "\n1", "\nK1x") } // 1 and 10 to 19: more than one in twenty
	for name, test := range map[string]struct {
		keys, rest string
		tables     []string
		kept       int // 0: it is asked
		said       string
	}{
		"numbered":            {"", dropped, []string{one, two}, 0, "60 rows in b.csv with an id of an earlier file, the first at b.csv:2:1; its ids and those of a.csv " + mayBeRows},
		"of people":           {across, dropped, []string{one, two}, 60, "60 rows with an id that stood before, the first at b.csv:2:1; left out"},
		"each":                {each, dropped, []string{one, two}, 120, ""},
		"each, and one twice": {each, dropped, []string{one, two + "60,x,2025,1,1\n"}, 120, "1 row with an id that stood before, the first at b.csv:62:1; left out"},
		"a row taken out":     {"", dropped, []string{numberedTable(0, 1, 80), numberedTable(0, 1, 80, 3)}, 0, "79 rows in b.csv"},
		"the third a copy":    {"", dropped, []string{one, two, two}, 0, "its ids and those of a.csv"},
		"a wave column":       {inColumn, "waves: [2025, 2026]\n" + dropped, []string{one, two}, 0, "60 rows in b.csv"},
		"each, with waves":    {inColumn + each, "waves: [2025, 2026]\n" + dropped, []string{one, two}, 120, ""},
		"a condition":         {"    where: {team: x}\n", dropped, []string{one, two}, 0, "30 rows in b.csv"},
		"other waves":         {"    files: {2025: a.csv, 2026: b.csv}\n", "waves: [2025, 2026]\n" + dropped, []string{one, two}, 120, "staff: the ids of a.csv and of b.csv look like numbers of rows, and the same id in both waves is taken for the same person"},
		"people, other waves": {"    files: {2025: a.csv, 2026: b.csv}\n" + across, "waves: [2025, 2026]\n" + dropped, []string{one, two}, 120, ""},
		"keys, other waves":   {"    files: {2025: a.csv, 2026: b.csv}\n", "waves: [2025, 2026]\n" + dropped, []string{letters(one), letters(two)}, 120, ""},
		"odd and even":        {"", dropped, []string{stepped(1), stepped(2) + "2,x,2025,1,1\n"}, 60, "1 row with an id that stood before, the first at b.csv:32:1; left out"},
		"keys":                {"", dropped, []string{letters(one), letters(two)}, 60, "60 rows with an id that stood before"},
		"far numbers":         {"", dropped, []string{one, "Number,team,wave,friendly,fast\n7,x,2025,1,2\n4000,x,2025,2,2\n90000,x,2025,2,3\n"}, 62, "1 row with an id that stood before"},
		"nobody in both":      {"", dropped, []string{one, strings.Join(strings.SplitAfter(numberedTable(0, 1, 90), "\n")[:1], "") + "61,x,2025,1,2\n62,y,2025,2,2\n"}, 62, ""},
		"one file":            {"", dropped, []string{one + "60,x,2025,1,1\n"}, 60, "1 row with an id that stood before"},
		"reported":            {"", "", []string{one, two}, 120, "kept (if each file numbers its rows:  id_across_files: false  under  staff;"},
	} {
		for _, by := range append(otherRoutes(), route{byRecord: true}) {
			people, said := staffOf(t, by, test.keys, test.rest, test.tables...)
			kept := 0
			if people != nil {
				kept = people.kept
			}
			if kept != test.kept || !strings.Contains(said, test.said) || test.said == "" && said != "" {
				t.Errorf("%s, route %+v: kept %d, want %d; said %q, want %q", name, by, kept, test.kept, said, test.said)
			}
		}
	}
}

// TestIDsOfFilesFromWaveToWave asks 60 people of two files in each of two waves: each file names its own, or both the same.
func TestIDsOfFilesFromWaveToWave(t *testing.T) {
	both := func(seed int) string {
		first, second := numberedTable(seed, 1, 60), strings.SplitN(numberedTable(seed+1, 2, 61), "\n", 2)[1]
		return first + second
	}
	for keys, want := range map[string]int{across: 60, each: 120} {
		for _, by := range append(otherRoutes(), route{byRecord: true}) {
			people, said := staffOf(t, by, inColumn+keys, "waves: [2025, 2026]\n", both(0), both(3))
			if people == nil || len(people.rows) != want || people.kept != 240 {
				t.Errorf("%s: %+v, want %d people in 240 rows; %s", keys, people, want, said)
			}
		}
	}
}

func TestIDAcrossFilesNeedsAnID(t *testing.T) {
	parsed := func(keys string) (*study.Study, string) {
		s, err := study.Parse("s.yaml", []byte("audiences:\n  staff: {files: [a.csv], "+keys+"}\nscale: 1..5\nitems: {fast: {performance: fast}}\n"))
		return s, faultsOf(err)
	}
	if _, said := parsed("id_across_files: true"); !strings.Contains(said, "audience staff says whether its ids hold across files, but not where they stand") {
		t.Error(said)
	}
	for keys, want := range map[string]string{"id_across_files: false, id: Number": "false", "id: Number, id_across_files: true": "true", "id: Number, id_across_files: null": "nil", "id: Number": "nil"} {
		s, said := parsed(keys)
		if s == nil {
			t.Errorf("%s: %s", keys, said)
			continue
		}
		got := "nil"
		if across := s.Audiences[0].IDAcrossFiles; across != nil {
			got = fmt.Sprint(*across)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

// The ids of a further file are remembered up to a limit, as those of all files are.
func TestIDsOfAFileAreLimited(t *testing.T) {
	f := fileIDs{}
	f.own.n = maxIDs
	for i := range 3 {
		f.add([]byte(strconv.Itoa(i+1)), uint64(i+1), true, true, func() study.Place { return study.Place{} })
	}
	if f.own.n != maxIDs || f.twice.rows != 0 {
		t.Errorf("%d ids beyond the limit, %d rows said to be there twice", f.own.n-maxIDs, f.twice.rows)
	}
	f = fileIDs{}
	f.add([]byte("1"), 1, true, true, func() study.Place { return study.Place{} })
	if f.own.n != 1 || f.twice.rows != 1 {
		t.Errorf("%d ids, %d rows twice", f.own.n, f.twice.rows)
	}
}
