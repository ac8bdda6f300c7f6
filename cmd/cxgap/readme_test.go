package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const readme = "../../README.md"

func readmeText(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// excerptBlock is a fenced block with what a command prints before a line that begins with a text:
// ```text cxgap demo, down to "● difference"; after `from "…"` it begins with the first line that does
var excerptBlock = regexp.MustCompile("(?s)(```text cxgap ([^\n,]*)(?:, from \"([^\n\"]+)\")?, down to \"([^\n\"]+)\"\n)(.*?)```")

// The README shows the beginning of a long output only. -update writes it down.
func TestReadmeExcerpts(t *testing.T) {
	text := readmeText(t)
	path, err := filepath.Abs(readme)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	shown := 0
	got := excerptBlock.ReplaceAllStringFunc(text, func(block string) string {
		parts := excerptBlock.FindStringSubmatch(block)
		excerpt, err := excerpt(strings.Fields(parts[2]), parts[3], parts[4])
		if err != nil {
			t.Error(err)
		}
		shown++
		return parts[1] + excerpt + "```"
	})
	if shown == 0 {
		t.Error("the README shows no table")
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(text, got); diff != "" {
		t.Errorf("README.md is out of date (-have +printed), go test ./cmd/cxgap -update rewrites it:\n%s", diff)
	}
}

// excerpt returns what a command prints from the line that begins with one text on (empty: all) and before the one that begins
// with another; without such lines it is an error.
func excerpt(args []string, begin, end string) (string, error) {
	var out, errOut bytes.Buffer
	if code := Main(args, strings.NewReader(""), &out, &errOut); code != exitDone {
		return "", fmt.Errorf("cxgap %s: exit code %d\n%s", strings.Join(args, " "), code, errOut.String())
	}
	var b strings.Builder
	begun := false
	for _, line := range strings.Split(out.String(), "\n") {
		begun = begun || strings.HasPrefix(line, begin)
		if !begun {
			continue
		}
		if strings.HasPrefix(line, end) {
			return b.String(), nil
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return "", fmt.Errorf("cxgap %s prints no line that begins with %q", strings.Join(args, " "), end)
}

var (
	shellBlock = regexp.MustCompile("(?s)```sh\n(.*?)```")
	yamlBlock  = regexp.MustCompile("(?s)```yaml\n(.*?)```")
)

// The commands that the README recommends run in the folder of the demo, with its study saved there as it says.
func TestReadmeCommands(t *testing.T) {
	text := readmeText(t)
	studies := yamlBlock.FindAllStringSubmatch(text, -1)
	if len(studies) != 1 {
		t.Fatalf("the README holds %d studies, want one", len(studies))
	}
	t.Chdir(demoFolder(t))
	if err := os.WriteFile("prices.yaml", []byte(studies[0][1]), 0o600); err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, block := range shellBlock.FindAllStringSubmatch(text, -1) {
		for _, line := range strings.Split(block[1], "\n") {
			command, _, _ := strings.Cut(line, " #")
			args := strings.Fields(command)
			if len(args) == 0 || args[0] != "cxgap" {
				continue
			}
			var errOut bytes.Buffer
			if code := Main(args[1:], strings.NewReader(""), discard{}, &errOut); code != exitDone {
				t.Errorf("%s: exit code %d\n%s", command, code, errOut.String())
			}
			ran++
		}
	}
	if ran < 6 {
		t.Errorf("only %d commands ran: are they still written as commands?", ran)
	}
}
