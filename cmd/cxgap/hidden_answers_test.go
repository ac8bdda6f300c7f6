package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// hiddenAnswers are the variants of what nobody may see of a study: how its twelve leaders answered the first item, all alike or few of
// them, and who belongs to its regions east, south and island, which have too few people to be shown.
type hiddenAnswers struct {
	first  string                      // the leaders' answers to the first item, one a row, - for none
	region func(row, audience int) int // where the 18 of east, south and island belong; of them only the first 12 answer the third item
}

// hiddenStudy writes a study of such answers.
func hiddenStudy(t *testing.T, hidden hiddenAnswers) string {
	t.Helper()
	dir := t.TempDir()
	text := `title: Northwind
scale: 1..10
codes: none
audiences:
  leadership: {files: [leadership.csv]}
  staff: {files: [staff.csv]}
  customers: {files: [customers.csv]}
segments: [region]
privacy: {minimum_base: 10}
analysis: {resamples: 100}
constructs: {all: {items: [i1, i2, i3]}}
outcome: {column: out}
checks:
  - {id: hidden, expect: "mean(leadership, i1) >= 5pt"}
  - {id: gaps, for: items, expect: "gap(leadership, customers) <= 1pt"}
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
			if k > 0 && row < 18 {
				region = []string{"east", "south", "island"}[hidden.region(row, k)]
			}
			rows += region + fmt.Sprintf(",%d", 1+(row*7+k)%10)
			for item := 1; item <= 6; item++ {
				performance, importance := strconv.Itoa(1+(row*(item+2)+row/3+k)%10), 1+(row*(item+3)+row/2+2*k)%10
				switch {
				case k == 0 && item == 1:
					performance = strings.Trim(hidden.first[row:row+1], "-")
				case k == 0 && row < 3:
					performance = "8" // these answer alike throughout if they gave an 8 to the first item too
				case k == 1 && item == 6:
					performance = "" // which no staff were asked
				case k > 0 && item == 3 && row >= 12 && row < 18:
					performance = ""
				}
				rows += fmt.Sprintf(",%s,%d", performance, importance)
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
	return checksums.ReplaceAllString(text, "checksum")
}

// checksums are those of inputs, in full and shortened.
var checksums = regexp.MustCompile(`[0-9a-f]{64}|[0-9a-f]{12}…`)

// Whatever hidden answers are, and whether there are any, no output changes by a byte, but for the checksums of the files that hold them.
func TestHiddenAnswersAreInNoOutput(t *testing.T) {
	const same, none = "888888888888", "------------"
	inTurn := func(row, _ int) int { return row % 3 }
	staffElsewhere := func(row, audience int) int {
		if audience == 1 {
			return row % 2 // none of them on the island
		}
		return row % 3
	}
	hidden := outputsOf(t, hiddenStudy(t, hiddenAnswers{same, inTurn}))
	for what, variant := range map[string]hiddenAnswers{
		"what the leaders said":          {"333333333333", inTurn},
		"how many leaders said anything": {"8-----------", inTurn},
		"whether a leader said anything": {none, inTurn},
		"who of the regions said what":   {same, func(row, _ int) int { return row / 2 % 3 }},
		"whether a region said anything": {same, func(row, _ int) int { return row / 6 }},
		"whether staff are in a region":  {same, staffElsewhere},
	} {
		t.Run(what, func(t *testing.T) {
			other := outputsOf(t, hiddenStudy(t, variant))
			for args, text := range hidden {
				if len(text) < 400 {
					t.Errorf("cxgap %s: %d bytes", args, len(text))
				}
				lines, others := strings.Split(text, "\n"), strings.Split(other[args], "\n")
				for i, line := range lines {
					if i >= len(others) || line != others[i] {
						t.Errorf("cxgap %s tells of them in line %d: %.300q\nand %.300q", args, i+1, line, append(others, "")[min(i, len(others))])
						break
					}
				}
			}
		})
	}
}

// outputsOf returns all outputs of a study that hold figures, with what is written to standard error, by their arguments.
func outputsOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	outputs := map[string]string{}
	for _, args := range []string{
		"analyze --detail -o out.txt", "analyze --format json -o out.json", "analyze --format csv -o out.csv", "analyze --format xlsx -o out.xlsx",
		"drivers --plot -o drivers.txt", "drivers --format markdown -o drivers.md", "report -o report.html", "report -o report.md --plain", "report -o report.xlsx",
		"check --output text", "check --output github", "check --output json", "check --output junit",
		"explain profile/performance/leadership/i1/mean", "explain gap/performance/leadership:customers/i1/difference",
		"explain segment/performance/staff/i3/mean@region=island", "explain segment/performance/staff:customers/i3/difference@region=island",
	} {
		fields := strings.Fields(args)
		all := append([]string{fields[0], filepath.Join(dir, "cxgap.yaml")}, fields[1:]...)
		if fields[0] == "explain" {
			all = []string{"explain", fields[1], filepath.Join(dir, "cxgap.yaml")}
		}
		file := ""
		for i, name := range all {
			if all[max(0, i-1)] == "-o" {
				file = filepath.Join(dir, name)
				all[i] = file
			}
		}
		var out bytes.Buffer
		if code := Main(all, strings.NewReader(""), &out, &out); code != exitDone && code != exitFailed {
			t.Fatalf("cxgap %s: exit code %d: %s", args, code, out.String())
		}
		outputs[args] = checksums.ReplaceAllString(strings.ReplaceAll(out.String(), dir, ""), "checksum")
		if file != "" {
			outputs[args] += outputOf(t, file)
		}
	}
	return outputs
}
