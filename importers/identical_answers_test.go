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

// answered writes rows of ratings on 1 to 10, the same for the same seed; before and after write what stands beside a row's ratings.
func answered(seed uint64, rows, items int, before, after func(row int) string) []string {
	random := rand.New(rand.NewPCG(seed, 7))
	var lines []string
	for row := range rows {
		cells := []string{}
		if before != nil {
			cells = append(cells, before(row))
		}
		for range items {
			cells = append(cells, fmt.Sprint(1+random.IntN(10)))
		}
		if after != nil {
			cells = append(cells, after(row))
		}
		lines = append(lines, strings.Join(cells, ","))
	}
	return lines
}

// itemsHeader is the header of a table of ratings.
func itemsHeader(before string, items int, after string) string {
	header := []string{}
	if before != "" {
		header = append(header, before)
	}
	for i := range items {
		header = append(header, fmt.Sprintf("Satisfaction with part %d of ten", i))
	}
	if after != "" {
		header = append(header, after)
	}
	return strings.Join(header, ",")
}

// copiesSaid reads exports, one an audience, and returns what is said of rows with the answers of another.
func copiesSaid(t *testing.T, tables ...string) []string {
	t.Helper()
	var files []string
	for i, table := range tables {
		files = append(files, fmt.Sprintf("group%d.csv", i+1), table)
	}
	audiences, o := audiencesIn(t, files...)
	s, _, err := Draft(context.Background(), audiences, o)
	if err != nil {
		t.Fatal(err)
	}
	intake, err := readThrough(s, o)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, n := range intake.Warnings {
		if n.Code == study.IdenticalAnswers {
			said = append(said, n.Message)
		}
	}
	return said
}

func TestCopiesUnderIDsOfTheirOwn(t *testing.T) {
	const rows, items, copied = 60, 12, 12
	for _, header := range []string{"ID", "Nr", "Case", "Fall", "Teilnehmer-ID", "Participant", "Kundennummer"} {
		for name, id := range map[string]func(int) string{
			"letters": func(row int) string { return fmt.Sprintf("K%03d", row) },
			"running": func(row int) string { return fmt.Sprint(row + 1) },
		} {
			lines := answered(1, rows, items, id, nil)
			for i, line := range lines[:copied] {
				_, ratings, _ := strings.Cut(line, ",")
				lines = append(lines, id(rows+i)+","+ratings)
			}
			said := copiesSaid(t, itemsHeader(header, items, "")+"\n"+strings.Join(lines, "\n")+"\n")
			if want := []string{"group1.csv: at least 12 rows give all the answers of another row: are they copies?"}; !slices.Equal(said, want) {
				t.Errorf("%s, %s: %q, want %q", header, name, said, want)
			}
		}
	}
}

func TestCopiesAmongAudiences(t *testing.T) {
	const items = 12
	one, two := answered(1, 40, items, nil, nil), answered(2, 40, items, nil, nil)
	two = append(two, one[:12]...)
	table := func(lines []string) string {
		return itemsHeader("", items, "") + "\n" + strings.Join(lines, "\n") + "\n"
	}
	said := copiesSaid(t, table(one), table(two))
	if want := []string{"group2.csv: at least 12 rows give all the answers of a row of group1.csv: are these the same responses?"}; !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
	if said := copiesSaid(t, table(one), table(two[:40])); len(said) > 0 {
		t.Errorf("of different rows: %q", said)
	}
}

func TestCopiesWithACommentOfTheirOwn(t *testing.T) {
	const items = 4
	comment := func(row int) string {
		return fmt.Sprintf("my order of week %d came late and nobody told me about it", row)
	}
	lines := answered(1, 60, items, nil, comment)
	table := func(lines []string) string {
		return itemsHeader("", items, "What should we do better?") + "\n" + strings.Join(lines, "\n") + "\n"
	}
	if said := copiesSaid(t, table(append(lines, lines[:5]...))); len(said) != 1 {
		t.Errorf("four ratings and a comment, five times: %q", said)
	}
	if said := copiesSaid(t, table(append(lines, answered(1, 5, items, nil, func(row int) string { return comment(100 + row) })...))); len(said) > 0 {
		t.Errorf("four ratings and other comments: %q", said)
	}
}

// TestIDsTwiceWithoutAStudyFile repeats four rows with their ids.
func TestIDsTwiceWithoutAStudyFile(t *testing.T) {
	for header, want := range map[string]string{"ID": "ID", "Teilnehmer-ID": `"Teilnehmer-ID"`, "Respondent ID": `"Respondent ID"`} {
		lines := answered(1, 30, 3, func(row int) string { return fmt.Sprintf("R%03d", row) }, nil)
		_, notices, err := drafted(t, "customers.csv", itemsHeader(header, 3, "")+"\n"+strings.Join(append(lines, lines[:4]...), "\n")+"\n")
		if err != nil {
			t.Fatal(err)
		}
		said := "customers: 4 rows with an id that stood before, the first at customers.csv:32:1; kept; a study file can say  id: " + want + "  and  quality: {duplicates: drop}"
		if text := described(&study.Study{}, notices); !strings.Contains(text, said) {
			t.Errorf("%s: %s", header, text)
		}
	}
}

// TestCoincidencesAreNoCopies draws respondents who agree more than most: ratings on five points, nearly all of them good.
func TestCoincidencesAreNoCopies(t *testing.T) {
	for _, rows := range []int{200, 900, 4000} {
		random := rand.New(rand.NewPCG(3, uint64(rows)))
		var b strings.Builder
		b.WriteString(itemsHeader("", 12, "") + "\n")
		for range rows {
			mood := random.NormFloat64()
			for i := range 12 {
				if i > 0 {
					b.WriteByte(',')
				}
				x := 0.6*mood + 0.8*random.NormFloat64()
				point := 5
				for _, end := range []float64{0.25, -0.7, -1.3, -1.9} {
					if x < end {
						point--
					}
				}
				fmt.Fprint(&b, point)
			}
			b.WriteByte('\n')
		}
		if said := copiesSaid(t, b.String()); len(said) > 0 {
			t.Errorf("%d rows: %q", rows, said)
		}
	}
}

// Files that are inspected together are compared: what stands in two of them is told with the later one, and once.
func TestInspectTellsRowsOfAnotherFile(t *testing.T) {
	dir := t.TempDir()
	number := func(row int) string { return fmt.Sprintf("R%03d", row) }
	first := answered(1, 30, 12, number, nil)
	files := map[string][]string{"a.csv": first, "b.csv": append(answered(2, 30, 12, number, nil), first[:5]...), "c.csv": answered(3, 30, 12, number, nil)}
	beside := &Beside{}
	for _, name := range []string{"a.csv", "b.csv", "c.csv"} {
		text := itemsHeader("id", 12, "") + "\n" + strings.Join(files[name], "\n") + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		in, err := Inspect(t.Context(), name, "", Options{Dir: dir, Beside: beside})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, n := range in.Warnings {
			if n.Code == study.IdenticalAnswers {
				said = append(said, n.Text())
			}
		}
		want := ""
		if name == "b.csv" {
			want = "b.csv: at least 5 rows give all the answers of a row of a.csv: are these the same responses?"
		}
		if got := strings.Join(said, "; "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
