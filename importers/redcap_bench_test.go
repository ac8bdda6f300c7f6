package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkBranching looks at exports of REDCap in which two hundred fields depend on one of two hundred choices, by a term or by ten.
func BenchmarkBranching(b *testing.B) {
	const fields, rows = 200, 4000
	for _, terms := range []int{0, 1, 10} {
		dir := b.TempDir()
		var dictionary, header, line strings.Builder
		dictionary.WriteString("Variable / Field Name,Form Name,Field Type,Field Label,\"Choices, Calculations, OR Slider Labels\",Branching Logic (Show field only if...)\n")
		dictionary.WriteString("record_id,care,text,Record ID,,\nsite,care,radio,Which site?,\"1, Site 1")
		for k := 2; k <= fields; k++ {
			fmt.Fprintf(&dictionary, " | %d, Site %[1]d", k)
		}
		dictionary.WriteString("\",\n")
		for k := range fields {
			var logic []string
			for j := range terms {
				logic = append(logic, fmt.Sprintf("[site] = '%d'", 1+(k+j)%fields))
			}
			fmt.Fprintf(&dictionary, "q%d,care,radio,Statement %[1]d,\"1, Bad | 2, Good\",%s\n", k, strings.Join(logic, " or "))
			fmt.Fprintf(&header, "q%d,", k)
			line.WriteString(",")
		}
		var answers strings.Builder
		answers.WriteString("record_id,site," + header.String() + "care_complete\n")
		for id := range rows {
			fmt.Fprintf(&answers, "%d,%d,%s2\n", id, 1+id%fields, line.String())
		}
		for file, text := range map[string]string{"d.csv": dictionary.String(), "a.csv": answers.String()} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(fmt.Sprintf("terms=%d", terms), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Inspect(context.Background(), "a.csv", "", Options{Dir: dir, Dictionary: "d.csv"}); err != nil {
					b.Fatal(faultsOf(err))
				}
			}
		})
	}
}
