package importers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// BenchmarkRead reads a matrix of 20,000 respondents and 20 items, in the ways in which such a file is written.
func BenchmarkRead(b *testing.B) {
	const items, rows = 20, 20_000
	source := rand.New(rand.NewPCG(1, 2))
	var matrix strings.Builder
	of := "audiences: {customers: {files: [c.csv]}}\nscale: 1..10\nitems:\n"
	for i := range items {
		of += fmt.Sprintf("  q%d: {performance: q%d}\n", i, i)
		fmt.Fprintf(&matrix, "q%d,", i)
	}
	matrix.WriteString("why – and what else?\n")
	for row := range rows {
		for range items {
			fmt.Fprintf(&matrix, "%d,", 1+source.IntN(10))
		}
		fmt.Fprintf(&matrix, "no. %d\n", row)
	}
	text := matrix.String()
	for _, way := range []struct{ name, text string }{
		{"lf", text},
		{"crlf", strings.ReplaceAll(text, "\n", "\r\n")},
		{"quoted", `"` + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSuffix(text, "\n"), ",", `","`), "\n", "\"\n\"") + "\"\n"},
		{"windows-1252", encoded(b, "windows-1252", text)},
		{"utf-16", encoded(b, "utf-16le", text)},
		{"gzip", encoded(b, "gzip", text)},
	} {
		b.Run(way.name, func(b *testing.B) {
			_, v, err := survey(b, "s.yaml", of, "c.csv", way.text)
			if err != nil {
				b.Fatal(faultsOf(err))
			}
			b.SetBytes(int64(len(way.text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := v.Read(context.Background(), discardSink{}); err != nil {
					b.Fatal(faultsOf(err))
				}
			}
		})
	}
}
