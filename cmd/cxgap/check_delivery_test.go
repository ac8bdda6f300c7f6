package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// refusing is a standard output that takes nothing.
type refusing struct{ err error }

func (r refusing) Write([]byte) (int, error) { return 0, r.err }

// gatesBeside writes a small study with rules of every verdict, and changes into its folder.
func gatesBeside(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	const head = "audiences: {customers: {files: [customers.csv]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n"
	for name, text := range map[string]string{
		"customers.csv": "quick\n" + strings.Repeat("7\n8\n9\n", 20),
		"pass.yaml":     head + `checks: [{id: a, expect: "mean(customers, quick) >= 5pt"}]`,
		"fail.yaml":     head + `checks: [{id: a, expect: "mean(customers, quick) >= 9.5pt"}]`,
		"open.yaml":     head + `checks: [{id: a, expect: "mean(customers, quick) >= 8pt", on_inconclusive: fail}]`,
		"trials.yaml":   `cases: [{name: low, given: {"mean(customers, quick)": 9.9pt}, want: {a: fail}}]`,
		"as_told.yaml":  `cases: [{name: low, given: {"mean(customers, quick)": 3pt}, want: {a: fail}}]`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// The verdict is the exit code whatever becomes of standard output: a reader that has seen enough opens no gate, and neither does a full disk.
func TestVerdictOutlivesItsOutput(t *testing.T) {
	gatesBeside(t)
	kinds := [][]string{nil}
	for _, kind := range []string{"json", "junit", "sarif", "github", "markdown"} {
		kinds = append(kinds, []string{"--output", kind})
	}
	for _, out := range []struct {
		writer             io.Writer
		passed, says, name string
		code               int
	}{
		{io.Discard, "", "", "a reader", exitDone},
		{refusing{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}}, "", "", "no reader", exitDone},
		{refusing{errors.New("no space left")}, "no space left", "no space left", "a full disk", exitInput},
	} {
		for _, want := range []struct {
			args []string
			code int
		}{
			{[]string{"pass.yaml"}, exitDone},
			{[]string{"fail.yaml"}, exitFailed},
			{[]string{"open.yaml"}, exitUndecided},
			{[]string{"fail.yaml", "--exit-zero"}, exitDone},
			{[]string{"fail.yaml", "--test", "trials.yaml"}, exitFailed},
			{[]string{"fail.yaml", "--test", "as_told.yaml"}, exitDone},
		} {
			for _, kind := range kinds {
				if kind != nil && slices.Contains(want.args, "--test") {
					continue
				}
				code := want.code
				if code == exitDone {
					code = out.code
				}
				args := slices.Concat([]string{"check"}, want.args, kind)
				var errOut bytes.Buffer
				if got := Main(args, strings.NewReader(""), out.writer, &errOut); got != code {
					t.Errorf("%s, %v: exit code %d, want %d", out.name, args, got, code)
				}
				if (errOut.Len() > 0) != (out.says != "") || !strings.Contains(errOut.String(), out.says) {
					t.Errorf("%s, %v: on standard error: %q", out.name, args, errOut.String())
				}
			}
		}
	}
}

// What describes and guards nothing is done when its reader has seen enough.
func TestReaderOfAnAnalysisMayLeave(t *testing.T) {
	gatesBeside(t)
	for _, args := range [][]string{{"analyze", "pass.yaml"}, {"check", "fail.yaml", "--list"}, {"check", "fail.yaml", "--explain", "a"}} {
		if code := Main(args, strings.NewReader(""), refusing{syscall.EPIPE}, io.Discard); code != exitDone {
			t.Errorf("%v: exit code %d", args, code)
		}
	}
}

// Of several outputs all are there or none: with 2 and 3 none is. Where a rule has failed the code says so, and what can be written is.
func TestOutputsOfACheckComeTogether(t *testing.T) {
	both := []string{"--output", "text", "--output", "json=a.json", "--output", "summary=summary.md"}
	full := refusing{errors.New("no space left")}
	for name, c := range map[string]struct {
		args   []string
		out    io.Writer
		code   int
		says   string
		files  string
		before string // what the summary holds
	}{
		"all":                         {append(both, "pass.yaml"), nil, exitDone, "", "a.json summary.md", ""},
		"a reader that leaves":        {append(both, "fail.yaml"), refusing{syscall.EPIPE}, exitFailed, "", "a.json summary.md", ""},
		"an input":                    {append(both, "--output", "junit=pass.yaml", "--force", "pass.yaml"), nil, exitUsage, "is an input", "", ""},
		"an input, failed":            {append(both, "--output", "junit=customers.csv", "--force", "fail.yaml"), nil, exitUsage, "is an input", "", ""},
		"an input of a summary":       {[]string{"--output", "json=a.json", "--output", "summary=pass.yaml", "pass.yaml"}, nil, exitUsage, "is an input", "", ""},
		"no folder":                   {append(both, "--output", "junit=no/b.xml", "fail.yaml"), nil, exitInput, "no folder", "", ""},
		"a folder":                    {append(both, "--output", "junit=.", "--force", "fail.yaml"), nil, exitInput, "is a folder", "", ""},
		"one file of two names":       {append(both, "--output", "junit=./a.json", "fail.yaml"), nil, exitUsage, "two outputs go to", "", ""},
		"a full disk":                 {append(both, "pass.yaml"), full, exitInput, "no space left", "", ""},
		"a full disk, failed":         {append(both, "fail.yaml"), full, exitFailed, "no space left", "a.json summary.md", ""},
		"a full disk, with a summary": {append(both, "pass.yaml"), full, exitInput, "no space left", "summary.md", "before\n"},
	} {
		t.Run(name, func(t *testing.T) {
			gatesBeside(t)
			if c.before != "" {
				if err := os.WriteFile("summary.md", []byte(c.before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			var out, errOut bytes.Buffer
			var to io.Writer = &out
			if c.out != nil {
				to = c.out
			}
			if code := Main(append([]string{"check"}, c.args...), strings.NewReader(""), to, &errOut); code != c.code || !strings.Contains(errOut.String(), c.says) {
				t.Errorf("exit code %d, want %d: %s", code, c.code, errOut.String())
			}
			if (c.code == exitUsage || c.code == exitInput) && out.Len() > 0 {
				t.Errorf("on standard output: %s", out.String())
			}
			if got := strings.Join(madeFiles(t), " "); got != c.files {
				t.Errorf("there are %q, want %q", got, c.files)
			}
			if text, _ := os.ReadFile("summary.md"); c.before != "" && string(text) != c.before {
				t.Errorf("the summary holds %q", text)
			}
		})
	}
}

// madeFiles names the files of this folder that gatesBeside has not made.
func madeFiles(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != ".yaml" && ext != ".csv" {
			names = append(names, e.Name())
		}
	}
	return names
}
