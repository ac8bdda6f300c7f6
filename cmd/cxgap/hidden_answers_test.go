package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// hiddenStudy writes a study whose twelve leaders gave one answer to the first item, which is hidden, and whose east and south are too few to
// be shown: what each of them said, and who of the two regions' people belongs to which, are the variants.
func hiddenStudy(t *testing.T, variant int) string {
	t.Helper()
	dir := t.TempDir()
	text := `title: Northwind
scale: 1..10
audiences:
  leadership: {files: [leadership.csv]}
  staff: {files: [staff.csv]}
  customers: {files: [customers.csv]}
segments: [region]
privacy: {minimum_base: 10}
analysis: {resamples: 100}
constructs: {all: {items: [i1, i2, i3]}}
outcome: {column: out}
items:
`
	header := "region,out"
	for item := 1; item <= 6; item++ {
		text += fmt.Sprintf("  i%d: {performance: p%d, importance: m%d, dimension: %q}\n", item, item, item, []string{"Service", "Price"}[item%2])
		header += fmt.Sprintf(",p%d,m%d", item, item)
	}
	files := map[string]string{"cxgap.yaml": text}
	for k, audience := range []string{"leadership", "staff", "customers"} {
		rows := header + "\n"
		for row := range []int{12, 44, 60}[k] {
			region := []string{"north", "west"}[row%2]
			if k > 0 && row < 16 {
				region = []string{"east", "south"}[(row/(1+variant))%2]
			}
			rows += region + fmt.Sprintf(",%d", 1+(row*7+k)%10)
			for item := 1; item <= 6; item++ {
				performance, importance := 1+(row*(item+2)+row/3+k)%10, 1+(row*(item+3)+row/2+2*k)%10
				switch {
				case k == 0 && item == 1:
					performance = 8 - 5*variant
				case k == 0 && row < 3:
					performance = 8 // these answer alike throughout in one of the variants
				}
				rows += fmt.Sprintf(",%d,%d", performance, importance)
			}
			rows += "\n"
		}
		files[audience+".csv"] = rows
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// outputOf returns what a file holds, a workbook's parts one after the other, without the checksums of the inputs.
func outputOf(t *testing.T, name string) string {
	t.Helper()
	text := readFile(t, name)
	if strings.HasSuffix(name, ".xlsx") {
		parts, err := zip.NewReader(bytes.NewReader([]byte(text)), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		text = ""
		for _, part := range parts.File {
			open, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(open)
			if err != nil {
				t.Fatal(err)
			}
			text += part.Name + "\n" + string(content)
		}
	}
	return regexp.MustCompile(`[0-9a-f]{64}|[0-9a-f]{12}…`).ReplaceAllString(text, "checksum")
}

// Whatever hidden answers are, no output changes by a byte, but for the checksums of the files that hold them.
func TestHiddenAnswersAreInNoOutput(t *testing.T) {
	one, other := hiddenStudy(t, 0), hiddenStudy(t, 1)
	for _, args := range []string{
		"analyze --detail -o out.txt", "analyze --format json -o out.json", "analyze --format csv -o out.csv", "analyze --format xlsx -o out.xlsx",
		"drivers --plot -o drivers.txt", "drivers --format markdown -o drivers.md", "report -o report.html", "report -o report.md --plain", "report -o report.xlsx",
	} {
		fields := strings.Fields(args)
		var texts []string
		for _, dir := range []string{one, other} {
			all := append([]string{fields[0], filepath.Join(dir, "cxgap.yaml")}, fields[1:]...)
			for i, name := range all {
				if all[max(0, i-1)] == "-o" {
					all[i] = filepath.Join(dir, name)
				}
			}
			run(t, all...)
			for i, name := range all {
				if all[max(0, i-1)] == "-o" {
					texts = append(texts, outputOf(t, name))
				}
			}
		}
		if len(texts[0]) < 1000 {
			t.Errorf("cxgap %s: %d bytes", args, len(texts[0]))
		}
		lines, others := strings.Split(texts[0], "\n"), strings.Split(texts[1], "\n")
		for i, line := range lines {
			if i >= len(others) || line != others[i] {
				t.Errorf("cxgap %s tells of them in line %d: %.300q\nand %.300q", args, i+1, line, append(others, "")[min(i, len(others))])
				break
			}
		}
	}
}
