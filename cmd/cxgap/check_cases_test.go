package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/cxgap/cxgap/analysis/gate"
)

// TestCheckCases decides the lines of testdata/check_cases.txtar, which says how they are written.
func TestCheckCases(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/check_cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var lines []string
	studies := map[string]string{}
	for _, file := range archive.Files {
		name, ending, _ := strings.Cut(file.Name, ".")
		switch ending {
		case "txt":
			lines = strings.Split(string(file.Data), "\n")
		case "yaml":
			studies[name] = string(file.Data)
		case "counts":
			if err := os.WriteFile(name+".csv", []byte(expanded(t, string(file.Data))), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	ran := 0
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		t.Run(strconv.Itoa(i+1)+" "+line, func(t *testing.T) { checkCase(t, studies, line) })
		ran++
	}
	if ran < 60 {
		t.Errorf("%d cases ran, want at least 60", ran)
	}
}

// expanded writes every answer as often as it is counted.
func expanded(t *testing.T, counts string) string {
	t.Helper()
	header, rest, _ := strings.Cut(counts, "\n")
	text := header + "\n"
	for line := range strings.Lines(rest) {
		n, answer, found := strings.Cut(line, " : ")
		times, err := strconv.Atoi(n)
		if err != nil || !found {
			t.Fatalf("not a count: %q", line)
		}
		text += strings.Repeat(answer, times)
	}
	return text
}

func checkCase(t *testing.T, studies map[string]string, line string) {
	cells := append(strings.Split(line, "|"), "")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) < 6 || studies[cells[0]] == "" {
		t.Fatalf("not a case: %q", line)
	}
	text := studies[cells[0]] + "checks:\n  - id: rule\n"
	for key := range strings.SplitSeq(cells[1], ";") {
		text += "    " + strings.TrimSpace(key) + "\n"
	}
	if err := os.WriteFile("study.yaml", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	decided := filepath.Join(t.TempDir(), "decided.json")
	args := append([]string{"check", "study.yaml", "--output", "text", "--output", "json=" + decided}, strings.Fields(cells[2])...)
	var out, errOut bytes.Buffer
	code := Main(args, strings.NewReader(""), &out, &errOut)
	said := out.String() + errOut.String()
	if strconv.Itoa(code) != cells[3] {
		t.Errorf("exit code %d, want %s:\n%s", code, cells[3], said)
	}
	if got := verdictsIn(t, decided); got != cells[4] {
		t.Errorf("got %s, want %s:\n%s", got, cells[4], said)
	}
	if cells[4] == "error" && out.Len() > 0 {
		t.Errorf("standard output holds\n%s", out.String())
	}
	for want := range strings.SplitSeq(cells[5], ";") {
		if want = strings.TrimSpace(want); !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
}

// verdictsIn reads the verdicts of a check that was written as JSON; "error" if none was.
func verdictsIn(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		return "error"
	}
	var report gate.Report
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, v := range report.Verdicts {
		switch {
		case v.Level == gate.Warning && (v.Outcome == gate.Pass || v.Outcome == gate.Fail):
			words = append(words, "warn")
		default:
			words = append(words, string(v.Outcome))
		}
		if v.Level == gate.OK && v.Outcome == gate.NoData {
			t.Error("no data is no warning")
		}
	}
	return strings.Join(words, ", ")
}
