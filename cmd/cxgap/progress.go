package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Long work shows itself after half a second; what is done sooner needs no bar.
const (
	progressDelay    = 500 * time.Millisecond
	progressInterval = 100 * time.Millisecond
)

// progress draws a bar on a terminal while files are read and respondents resampled. It is an importers.Meter. The zero value
// draws nothing, as into a pipe.
type progress struct {
	w io.Writer // nil: silent

	mu    sync.Mutex
	bar   *progressbar.ProgressBar // of the file or the resamples at hand; nil: nothing is under way
	name  string
	done  int64
	rows  int64
	shown bool
	ended bool
}

// showProgress lets progress be drawn on standard error, unless that is no terminal, or a poor one.
func (s *streams) showProgress() {
	if f, ok := s.err.(*os.File); ok && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd())) {
		s.progress.w = s.err
	}
}

// start shows the progress of what is done until stop is called, which leaves the terminal as it was.
func (p *progress) start() (stop func()) {
	if p.w == nil {
		return func() {}
	}
	stopped, drawn := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(drawn)
		wait := time.NewTimer(progressDelay)
		defer wait.Stop()
		for {
			select {
			case <-stopped:
				return
			case <-wait.C:
				p.draw()
				wait.Reset(progressInterval)
			}
		}
	}()
	return func() {
		close(stopped)
		<-drawn
		p.clear()
	}
}

// File begins the bar of a pass through a file; without a known length (-1) it shows how much came, and how fast.
func (p *progress) File(name string, bytes int64) {
	if name == "-" {
		name = "standard input"
	}
	p.begin(path.Base(name), bytes, progressbar.OptionShowBytes(true), progressbar.OptionShowTotalBytes(true))
}

// Bytes counts bytes of the file that are read.
func (p *progress) Bytes(n int) { p.count(n, 0) }

// Rows counts records of the file that are read.
func (p *progress) Rows(n int) { p.count(0, n) }

// Resampled says how many resamples of an audience are computed.
func (p *progress) Resampled(audience string, done, of int) {
	if done == 0 {
		p.begin("resampling "+audience, int64(of), progressbar.OptionShowIts(), progressbar.OptionShowCount(), progressbar.OptionSetItsString("resamples"))
		return
	}
	p.count(1, 0)
}

func (p *progress) begin(name string, total int64, more ...progressbar.Option) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	p.name, p.done, p.rows = shortened(name, 32), 0, 0
	if total >= 0 {
		total = max(1, total)
	}
	p.bar = progressbar.NewOptions64(total, append(more,
		progressbar.OptionSetSpinnerChangeInterval(0), // it would draw by itself, before it is time
		progressbar.OptionSetWriter(p.w), progressbar.OptionSetWidth(16), progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetPredictTime(true), progressbar.OptionSetRenderBlankState(false),
	)...)
}

// shortened cuts a name that would not leave room for the bar; what a terminal would obey is no part of it.
func shortened(name string, length int) string {
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > length {
		return string(r[:length-1]) + "…"
	}
	return name
}

// thousands writes a count with a comma between thousands.
func thousands(n int64) string {
	text := strconv.FormatInt(n, 10)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

func (p *progress) count(done, rows int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	p.done, p.rows = p.done+int64(done), p.rows+int64(rows)
	p.mu.Unlock()
}

// draw brings the bar up to date.
func (p *progress) draw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar == nil || p.ended {
		return
	}
	name := p.name
	if p.rows > 0 {
		name = fmt.Sprintf("%s, %s rows", p.name, thousands(p.rows))
	}
	done := p.done
	if most := p.bar.State().Max; most >= 0 {
		done = min(done, most-1) // a full bar would end its line: a file may grow while it is read
	} else {
		name = fmt.Sprintf("%s, %.1f MB", p.name, float64(done)/1e6)
	}
	p.bar.Describe(name)
	_ = p.bar.Set64(done) // an error of a terminal is no reason to stop
	p.shown = true
}

// clear takes the bar away, so that what is printed next begins on an empty line.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	p.bar = nil
}

// end takes the bar away for good: after an interrupt the work may go on for a moment, and nobody wants to see it.
func (p *progress) end() {
	p.clear()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
}

func (p *progress) erase() {
	if p.shown {
		_ = p.bar.Clear()
		p.shown = false
	}
}
