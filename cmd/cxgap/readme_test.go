package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
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

// excerptBlock is a fenced block that shows the beginning of what a command prints: ```text first 26 lines of cxgap demo
var excerptBlock = regexp.MustCompile("(?s)(```text first ([0-9]+) lines of cxgap ([^\n]*)\n)(.*?)```")

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
		excerpt, err := excerpt(parts[2], strings.Fields(parts[3]))
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

// excerpt returns the first lines that a command prints; fewer than asked for is an error.
func excerpt(lines string, args []string) (string, error) {
	n, err := strconv.Atoi(lines)
	if err != nil {
		return "", err
	}
	var out, errOut bytes.Buffer
	if code := Main(args, strings.NewReader(""), &out, &errOut); code != exitDone {
		return "", fmt.Errorf("cxgap %s: exit code %d\n%s", strings.Join(args, " "), code, errOut.String())
	}
	printed := strings.SplitAfter(out.String(), "\n")
	if len(printed) < n {
		return "", fmt.Errorf("cxgap %s prints fewer than %d lines", strings.Join(args, " "), n)
	}
	var b strings.Builder
	for _, line := range printed[:n] {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return b.String(), nil
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
