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

	"github.com/cheggaaa/pb/v3"
	"golang.org/x/term"
)

// Long work shows itself after half a second; what is done sooner needs no bar.
const (
	progressDelay    = 500 * time.Millisecond
	progressInterval = 100 * time.Millisecond
)

// What a bar shows: how far the work is of what it is as a whole, or how much came of what nobody knows the length of.
const (
	ofAll   = `{{string . "name"}} {{percent . "%3.0f%%"}} {{bar . "[" "=" ">" " " "]"}} {{counters .}}, {{speed . "%s/s" "…/s"}}, {{rtime . "%s left" "%s" "…"}}`
	ofWhat  = `{{string . "name"}} {{percent . "%3.0f%%"}} {{bar . "[" "=" ">" " " "]"}} {{counters .}} resamples, {{rtime . "%s left" "%s" "…"}}`
	unended = `{{string . "name"}}, {{counters . "" "%[1]s"}}, {{speed . "%s/s" "…/s"}}`

	barWidth    = 100 // at most: of a wide screen no more is of use
	clearedLine = "\r\x1b[2K"
)

// progress draws a bar on a terminal while files are read and respondents resampled. It is an importers.Meter. The zero value
// draws nothing, as into a pipe.
type progress struct {
	w io.Writer // nil: silent

	mu    sync.Mutex
	bar   *pb.ProgressBar // of the file or the resamples at hand; nil: nothing is under way
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
	shows := ofAll
	if bytes < 0 {
		shows = unended
	}
	p.begin(path.Base(name), bytes, shows, pb.Bytes, pb.SIBytesPrefix)
}

// Bytes counts bytes of the file that are read.
func (p *progress) Bytes(n int) { p.count(n, 0) }

// Rows counts records of the file that are read.
func (p *progress) Rows(n int) { p.count(0, n) }

// Resampled says how many resamples of an audience are computed.
func (p *progress) Resampled(audience string, done, of int) {
	if done == 0 {
		p.begin("resampling "+audience, int64(of), ofWhat)
		return
	}
	p.count(1, 0)
}

// begin sets a bar up that is drawn when it is time: it does not draw by itself.
func (p *progress) begin(name string, total int64, shows string, settings ...any) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.erase()
	p.name, p.done, p.rows = shortened(name, 32), 0, 0
	p.bar = pb.New64(max(0, total)).SetTemplateString(shows).Set(pb.Static, true)
	for _, setting := range settings {
		p.bar.Set(setting, true)
	}
	p.bar.Start()
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
	if total := p.bar.Total(); total > 0 {
		done = min(done, total) // a file may grow while it is read
	}
	p.bar.Set("name", name).SetCurrent(done).SetWidth(p.width())
	fmt.Fprint(p.w, clearedLine, p.bar.String()) // an error of a terminal is no reason to stop
	p.shown = true
}

// width leaves the last column free, so that no terminal begins another line.
func (p *progress) width() int {
	if f, ok := p.w.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 1 {
			return min(columns-1, barWidth)
		}
	}
	return barWidth
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
		fmt.Fprint(p.w, clearedLine)
		p.shown = false
	}
}
