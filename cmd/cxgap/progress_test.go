package main

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"testing"
)

// The bar names what is under way, how far it is and how many rows it has seen, and leaves nothing behind.
func TestProgressShowsAFile(t *testing.T) {
	var screen bytes.Buffer
	p := &progress{w: &screen}
	p.File("exports/customers\x1b[31m.csv", 4_000_000)
	p.Bytes(1_000_000)
	p.Rows(12_345)
	if screen.Len() > 0 {
		t.Errorf("something is drawn before it is time: %q", screen.String())
	}
	p.draw()
	for _, want := range []string{"customers?[31m.csv, 12,345 rows", " 25% [", "1.00 MB / 4.00 MB", "/s"} {
		if !strings.Contains(screen.String(), want) {
			t.Errorf("the bar does not show %q: %q", want, screen.String())
		}
	}
	screen.Reset()
	p.clear()
	if got := screen.String(); got != clearedLine {
		t.Errorf("the bar leaves %q", got)
	}
	screen.Reset()
	p.clear()
	p.draw()
	if screen.Len() > 0 {
		t.Errorf("drawn after the end: %q", screen.String())
	}
}

// Of standard input nobody knows the length: what is shown is how much came.
func TestProgressOfUnknownLength(t *testing.T) {
	var screen bytes.Buffer
	p := &progress{w: &screen}
	p.File("-", -1)
	for range 40 { // beyond the width of any bar
		p.Bytes(100_000)
		p.draw()
	}
	last := screen.String()[strings.LastIndex(screen.String(), "\r")+1:]
	if !strings.Contains(last, "standard input") || !strings.Contains(last, "4.00 MB") || strings.Contains(screen.String(), "\n") {
		t.Errorf("the last line drawn is %q", last)
	}
}

// A file that grew, or an empty one, ends no line: the bar stays one line until it is taken away.
func TestProgressStaysOnOneLine(t *testing.T) {
	var screen bytes.Buffer
	p := &progress{w: &screen}
	for _, size := range []int64{0, 10} {
		p.File("a.csv", size)
		p.Bytes(50)
		p.draw()
		p.draw()
	}
	p.Resampled("customers", 0, 200)
	for n := range 200 {
		p.Resampled("customers", n+1, 200)
	}
	p.draw()
	if !strings.Contains(screen.String(), "resampling customers") || strings.Contains(screen.String(), "\n") {
		t.Errorf("drawn: %q", screen.String())
	}
}

// Files are read and respondents resampled by several goroutines while the bar is drawn.
func TestConcurrentProgress(t *testing.T) {
	p := &progress{w: &bytes.Buffer{}}
	stop := p.start()
	p.File("a.csv", 3000)
	var running sync.WaitGroup
	for range 3 {
		running.Go(func() {
			for range 1000 {
				p.Bytes(1)
				p.Rows(1)
			}
			p.draw()
		})
	}
	running.Wait()
	if p.done != 3000 || p.rows != 3000 {
		t.Errorf("counted %d bytes and %d rows of 3000 each", p.done, p.rows)
	}
	stop()
	p.end()
	if p.bar != nil || p.shown {
		t.Error("the bar is still there")
	}
}

// Nothing is drawn where standard error is no terminal.
func TestNoProgressIntoAPipe(t *testing.T) {
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	defer writer.Close()
	s := &streams{err: writer}
	if s.showProgress(); s.progress.w != nil {
		t.Error("a pipe is taken for a terminal")
	}
	s.progress.start()()
	s.progress.File("a.csv", 1)
	s.progress.Bytes(1)
	if s.progress.bar != nil {
		t.Error("a bar without a terminal")
	}
}
