package importers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wideFile is an export of 500 respondents and so many columns: of each the header and a cell.
type wideFile struct {
	name   string
	header func(column int) string
	cell   func(source *rand.Rand, column int) string
}

// wideFiles are the shapes in which columns learn from each other, or are compared.
func wideFiles() []wideFile {
	number := func(high int) func(*rand.Rand, int) string {
		return func(source *rand.Rand, _ int) string { return fmt.Sprint(1 + source.IntN(high)) }
	}
	agreement := []string{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	colours := []string{"red", "green", "blue"}
	return []wideFile{
		{"tags", func(i int) string { return fmt.Sprintf("q%d", i) }, number(10)},
		{"questions", func(i int) string { return fmt.Sprintf("How satisfied are you with part %d of our service?", i) }, number(10)},
		{"legends", func(i int) string {
			return fmt.Sprintf("How good is part %d of our service? (1 = very poor; 5 = very good)", i)
		}, number(5)},
		{"matrix", func(i int) string { return fmt.Sprintf("How satisfied are you with these? [Part %d]", i) }, number(5)},
		{"chance", func(i int) string { return fmt.Sprintf("q%d", i) }, func(source *rand.Rand, i int) string { return fmt.Sprint(1 + source.IntN(8+i%2)) }},
		{"labels", func(i int) string { return fmt.Sprintf("Part %d is as it should be", i) }, func(source *rand.Rand, i int) string { return agreement[source.IntN(4+i%2)] }},
		{"choices", func(i int) string { return fmt.Sprintf("Which of these colours has part %d?", i) }, func(source *rand.Rand, _ int) string { return colours[source.IntN(3)] }},
	}
}

func (w wideFile) write(b *testing.B, path string, columns int) {
	const rows = 500
	source := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for i := range columns {
		fmt.Fprintf(&text, "%s,", w.header(i))
	}
	text.WriteString("remark\n")
	for row := range rows {
		for i := range columns {
			text.WriteString(w.cell(source, i) + ",")
		}
		fmt.Fprintf(&text, "no. %d\n", row)
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkWide looks at exports of many columns, one alone and two in words of their own: its time must grow with the columns, not with
// their pairs.
func BenchmarkWide(b *testing.B) {
	for _, w := range wideFiles() {
		for _, columns := range []int{200, 2000} {
			dir := b.TempDir()
			w.write(b, filepath.Join(dir, "customers.csv"), columns)
			own := w
			own.header = func(i int) string { return strings.ReplaceAll(w.header(i), "art ", "iece ") + " (as we see it)" }
			own.write(b, filepath.Join(dir, "staff.csv"), columns)
			name := fmt.Sprintf("%s/columns=%d", w.name, columns)
			one := []AudienceFiles{{ID: "customers", Files: []string{"customers.csv"}}}
			two := append(one, AudienceFiles{ID: "staff", Files: []string{"staff.csv"}})
			o := Options{Dir: dir}
			for _, way := range []struct {
				name string
				of   func() error
			}{
				{"inspect", func() error { _, err := Inspect(context.Background(), "customers.csv", "", o); return err }},
				{"draft", func() error { _, _, err := Draft(context.Background(), one, o); return err }},
				{"init", func() error { _, err := DraftFile(context.Background(), two, o); return err }},
			} {
				b.Run(way.name+"/"+name, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if err := way.of(); err != nil && w.name != "choices" { // which are no ratings
							b.Fatal(faultsOf(err))
						}
					}
				})
			}
		}
	}
}
