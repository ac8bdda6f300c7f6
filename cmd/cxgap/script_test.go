package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite golden files with what the program prints")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cxgap": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a program and requires its exit code: exits 3 cxgap analyze nosuch.yaml
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// A process that dies instead of returning its code would pass a careless harness: hold the harness to its promise.
func TestExitCodeReachesTheProcess(t *testing.T) {
	if got := Main([]string{"nosuch"}, os.Stdin, discard{}, discard{}); got != exitUsage {
		t.Errorf("got exit code %d for an unknown command, want %d", got, exitUsage)
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
