package study

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Place is a position in a file: 1-based line and column (in characters); zero where it is not known.
type Place struct {
	File         string
	Line, Column int
}

// String returns file:line:column, as far as it is known.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Source is a text that faults can quote: the study file.
type Source struct {
	Name   string
	Text   string
	SHA256 string
}

// Line returns the 1-based line, without its end.
func (s *Source) Line(n int) string {
	if s == nil || n < 1 {
		return ""
	}
	lines := linesOf(s.Text)
	if n > len(lines) {
		return ""
	}
	return lines[n-1]
}

// linesOf splits a text where YAML ends a line: at a line feed, at a carriage return, and at the two together.
func linesOf(text string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
}

// Fault is one thing wrong with an input: the place, the fact, and the remedy as a hint.
type Fault struct {
	Place   Place
	Message string
	Hint    string
	Line    string // the line at Place, to be shown with a caret; empty: none
}

// Caret returns the two lines that show the place in its line, or "". A long line is cut around the place.
func (f Fault) Caret() string {
	line := []rune(f.Line)
	at := f.Place.Column - 1
	if len(line) == 0 || at < 0 {
		return ""
	}
	at = min(at, len(line))
	if len(line) > caretWidth {
		from := max(0, min(at-caretWidth/2, len(line)-caretWidth))
		line, at = line[from:from+caretWidth], at-from
	}
	var pad strings.Builder
	for _, r := range line[:at] {
		if r == '\t' { // a tab keeps its width, so that the caret stands below its character
			pad.WriteRune('\t')
		} else {
			pad.WriteString(strings.Repeat(" ", displaywidth.Rune(r)))
		}
	}
	return "\t" + string(line) + "\n\t" + pad.String() + "^"
}

// caretWidth is how many characters of a line are shown with a caret: what fits a terminal beside the indent.
const caretWidth = 110

// maxFaults is how many faults are listed: enough to mend a file in one round, few enough to read.
const maxFaults = 10

// Faults collects what is wrong, lists the first ten and counts the rest.
type Faults struct {
	List []Fault
	More int
}

// Add records a fault.
func (fs *Faults) Add(f Fault) {
	for _, known := range fs.List {
		if known.Place == f.Place && known.Message == f.Message {
			return // said already: a file that two audiences name, a column that all of them share
		}
	}
	if len(fs.List) >= maxFaults {
		fs.More++
		return
	}
	fs.List = append(fs.List, f)
}

// Append records the faults of another list.
func (fs *Faults) Append(others *Faults) {
	for _, f := range others.List {
		fs.Add(f)
	}
	fs.More += others.More
}

// Empty reports whether nothing is wrong.
func (fs *Faults) Empty() bool { return len(fs.List) == 0 }

// Error returns the first fault and the number of the others; a renderer shows them all.
func (fs *Faults) Error() string {
	if fs.Empty() {
		return "no faults"
	}
	f := fs.List[0]
	text := f.Message
	if place := f.Place.String(); place != "" {
		text = place + ": " + text
	}
	if n := len(fs.List) - 1 + fs.More; n > 0 {
		text += fmt.Sprintf(" (and %d more)", n)
	}
	return text
}

// FileError is anything wrong with the text of a study file, the names in it included: exit code 2.
type FileError struct{ Faults }

// InputError is anything wrong with the bytes and cells of an input: exit code 3.
type InputError struct{ Faults }
