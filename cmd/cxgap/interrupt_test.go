package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An interrupt ends the resampling at once, with the exit code of an interrupt, and leaves no file behind.
func TestConcurrentInterruptStopsTheAnalysis(t *testing.T) {
	t.Chdir(t.TempDir())
	if code := Main([]string{"demo", "study"}, strings.NewReader(""), io.Discard, io.Discard); code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	studyFile, target := filepath.Join("study", "cxgap.yaml"), "drivers.csv"
	text, err := os.ReadFile(studyFile)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("analysis: {"), []byte("analysis: {resamples: 20000, "), 1)
	if err := os.WriteFile(studyFile, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	ended := make(chan int)
	go func() {
		ended <- Main([]string{"drivers", studyFile, "-o", target}, strings.NewReader(""), &out, &errOut)
	}()
	time.Sleep(300 * time.Millisecond) // into the resampling, which takes seconds
	interrupt(t)
	if code := <-ended; code != exitInterrupted {
		t.Errorf("exit code %d, want %d: %s", code, exitInterrupted, errOut.String())
	}
	if _, err := os.Stat(target); err == nil || out.Len() > 0 {
		t.Error("something of an interrupted analysis was written")
	}
}

// interrupt sends this process what Ctrl-C sends.
func interrupt(t *testing.T) {
	t.Helper()
	send(t, os.Interrupt)
}

func send(t *testing.T, signal os.Signal) {
	t.Helper()
	process, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Signal(signal); err != nil {
		t.Skipf("this system cannot send its own process a signal: %v", err)
	}
}

// stuck is a pipe whose other end does nothing: it tells of the first read or write, which does not return before release.
type stuck struct {
	reached chan struct{}
	release chan struct{}
}

func newStuck(t *testing.T) *stuck {
	s := &stuck{make(chan struct{}, 100), make(chan struct{})}
	t.Cleanup(func() { close(s.release) })
	return s
}

func (s *stuck) Read([]byte) (int, error) { s.reached <- struct{}{}; <-s.release; return 0, io.EOF }

func (s *stuck) Write(p []byte) (int, error) {
	s.reached <- struct{}{}
	<-s.release
	return len(p), nil
}

// An interrupt ends the spooling of a long standard input, and leaves nothing of it behind.
func TestConcurrentInterruptStopsSpooling(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	pipe := newStuck(t)
	in := io.MultiReader(strings.NewReader(strings.Repeat("1,2,3\n", 1<<20)), pipe)
	var out, errOut bytes.Buffer
	ended := make(chan int)
	go func() { ended <- Main([]string{"analyze", "customers=-"}, in, &out, &errOut) }()
	<-pipe.reached
	interrupt(t)
	if code := <-ended; code != exitInterrupted || out.Len() > 0 || errOut.String() != "cxgap: interrupted\n" {
		t.Errorf("exit code %d with %q, on standard error: %q", code, out.String(), errOut.String())
	}
	if left, err := os.ReadDir(dir); len(left) > 0 || err != nil {
		t.Errorf("%v and %v are left", left, err)
	}
}

// An interrupt ends a program that waits for its input, or for somebody to read its output.
func TestConcurrentInterruptStopsWaiting(t *testing.T) {
	t.Chdir(t.TempDir())
	if code := Main([]string{"demo", "study"}, strings.NewReader(""), io.Discard, io.Discard); code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	for name, args := range map[string][]string{
		"reading": {"analyze", "customers=-"},
		"writing": {"analyze", filepath.Join("study", "cxgap.yaml")},
		"gating":  {"check", "--quiet", filepath.Join("study", "cxgap.yaml"), "--output", "text", "--output", "json=check.json"},
	} {
		for _, end := range []struct {
			signal os.Signal
			code   int
			says   string
		}{
			{os.Interrupt, exitInterrupted, "cxgap: interrupted\n"},
			{syscall.SIGTERM, exitTerminated, "cxgap: terminated\n"},
		} {
			t.Run(name+" "+end.signal.String(), func(t *testing.T) {
				pipe := newStuck(t)
				var errOut bytes.Buffer
				ended := make(chan int)
				go func() { ended <- Main(args, pipe, pipe, &errOut) }()
				<-pipe.reached
				send(t, end.signal)
				if code := <-ended; code != end.code {
					t.Errorf("exit code %d, want %d: %s", code, end.code, errOut.String())
				}
				if got := errOut.String(); got != end.says {
					t.Errorf("on standard error: %q", got)
				}
				if entries, err := os.ReadDir("."); len(entries) != 1 || err != nil {
					t.Errorf("left are %v, %v", entries, err)
				}
			})
		}
	}
}

// After an interrupt nothing is written, and what was begun is taken away.
func TestInterruptedFileIsNotThere(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, cancel := context.WithCancel(context.Background())
	s := &streams{interrupted: ctx}
	if err := s.writeFile("before.txt", []byte("all"), false, nil); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := s.writeFile("after.txt", []byte("all"), false, nil); exitCode(err) != exitInterrupted {
		t.Errorf("written after an interrupt: %v", err)
	}
	if _, err := s.appendFile("after.txt", []byte("all"), nil); exitCode(err) != exitInterrupted {
		t.Errorf("appended after an interrupt: %v", err)
	}
	if _, err := (uninterrupted{io.Discard, ctx}).Write([]byte("all")); exitCode(err) != exitInterrupted {
		t.Errorf("printed after an interrupt: %v", err)
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) != 1 || entries[0].Name() != "before.txt" {
		t.Errorf("in the folder: %v, %v", entries, err)
	}
}
