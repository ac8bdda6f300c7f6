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
	"github.com/spf13/cobra"
)

// consoleBlock is a fenced block of commands and what they print.
var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestDocs runs every command in the console blocks of the documents, in the order in which they stand and in one folder
// a document, and compares what they print. -update writes it down instead.
func TestDocs(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	documents := []string{"README.md", "docs/tutorial.md", "docs/exit-codes.md", "docs/ci.md"}
	for _, name := range documents {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(root, name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			got := consoleBlock.ReplaceAllStringFunc(string(text), func(block string) string {
				return "```console\n" + runBlock(t, strings.TrimSuffix(strings.TrimPrefix(block, "```console\n"), "```")) + "```"
			})
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("%s is out of date (-have +printed), go test ./cmd/cxgap -update rewrites it:\n%s", name, diff)
			}
		})
	}
}

// runBlock runs the `$ cxgap …` lines of a block and returns the block with their output. Other commands are for the
// reader: they are kept, with what stands below them.
func runBlock(t *testing.T, block string) string {
	t.Helper()
	var b strings.Builder
	keep := false
	for _, line := range strings.SplitAfter(block, "\n") {
		command, isCommand := strings.CutPrefix(line, "$ ")
		if !isCommand {
			if keep {
				b.WriteString(line)
			}
			continue
		}
		b.WriteString(line)
		args := shellWords(command)
		keep = len(args) == 0 || args[0] != "cxgap"
		if !keep {
			var out bytes.Buffer
			Main(args[1:], strings.NewReader(""), &out, &out)
			for _, printed := range strings.SplitAfter(out.String(), "\n") {
				b.WriteString(strings.TrimRight(printed, " \n"))
				if strings.HasSuffix(printed, "\n") {
					b.WriteByte('\n')
				}
			}
		}
	}
	return b.String()
}

// shellWords parts a command as a shell does: a # begins a comment unless it stands in quotes. No word of the documents has blanks in quotes.
func shellWords(command string) []string {
	var words []string
	for _, word := range strings.Fields(command) {
		if strings.HasPrefix(word, "#") {
			break
		}
		words = append(words, strings.Trim(word, `"'`))
	}
	return words
}

// TestHelpExamples runs the examples in the help of every command against the demo study.
func TestHelpExamples(t *testing.T) {
	root := newRootCommand(&streams{in: strings.NewReader(""), out: discard{}, err: discard{}})
	ran := 0
	for _, command := range allCommands(root) {
		for _, line := range strings.Split(command.Example, "\n") {
			args := shellWords(line)
			if len(args) == 0 || args[0] != "cxgap" {
				continue
			}
			t.Run(strings.TrimSpace(line), func(t *testing.T) {
				t.Chdir(demoFolder(t))
				var errOut bytes.Buffer
				if code := Main(args[1:], strings.NewReader(""), discard{}, &errOut); code != exitDone {
					t.Errorf("exit code %d:\n%s", code, errOut.String())
				}
			})
			ran++
		}
	}
	if ran < 4 {
		t.Errorf("only %d examples ran: are they still written as commands?", ran)
	}
}

// allCommands returns the commands below one, at every level.
func allCommands(parent *cobra.Command) []*cobra.Command {
	all := parent.Commands()
	for _, child := range parent.Commands() {
		all = append(all, allCommands(child)...)
	}
	return all
}

// demoFolder returns a new folder with the demo study, and copies of its files under the names that examples use.
func demoFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if code := Main([]string{"demo", dir}, strings.NewReader(""), discard{}, discard{}); code != exitDone {
		t.Fatalf("demo: exit code %d", code)
	}
	if code := Main([]string{"check", "baseline", "write", filepath.Join(dir, "cxgap.yaml"), "-o", filepath.Join(dir, "baseline.json")}, strings.NewReader(""), discard{}, discard{}); code != exitDone {
		t.Fatalf("check baseline write: exit code %d", code)
	}
	for _, name := range []string{"result.json", "result.csv"} {
		if code := Main([]string{"analyze", filepath.Join(dir, "cxgap.yaml"), "-o", filepath.Join(dir, name)}, strings.NewReader(""), discard{}, discard{}); code != exitDone {
			t.Fatalf("analyze -o %s: exit code %d", name, code)
		}
	}
	all := "audience,Easy to do business with,Keeps its promises\n"
	for i := range 12 {
		all += fmt.Sprintf("%s,%d,%d\n", []string{"leadership", "customers"}[i%2], 1+i%5, 5-i%4)
	}
	if err := os.WriteFile(filepath.Join(dir, "all.csv"), []byte(all), 0o644); err != nil {
		t.Fatal(err)
	}
	for copied, original := range map[string]string{"study.yaml": "cxgap.yaml", "leaders.csv": "leadership.csv"} {
		text, err := os.ReadFile(filepath.Join(dir, original))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, copied), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
