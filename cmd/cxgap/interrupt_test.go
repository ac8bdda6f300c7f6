package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
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
	process, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	interrupted := time.Now()
	if err := process.Signal(os.Interrupt); err != nil {
		t.Skipf("this system cannot interrupt its own process: %v", err)
	}
	code := <-ended
	if code != exitInterrupted {
		t.Errorf("exit code %d after %v, want %d: %s", code, time.Since(interrupted), exitInterrupted, errOut.String())
	}
	if _, err := os.Stat(target); err == nil || out.Len() > 0 {
		t.Error("something of an interrupted analysis was written")
	}
}
