package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/report"
)

// checkKinds are the outputs of a check.
func checkKinds() []string {
	return []string{"text", "json", "junit", "github", "markdown", "summary", "sarif"}
}

// stepSummary is the variable that names the file of a step's summary in GitHub Actions, workspace the folder that its
// annotations name files from.
const (
	stepSummary = "GITHUB_STEP_SUMMARY"
	workspace   = "GITHUB_WORKSPACE"
)

// checkOutput is one --output.
type checkOutput struct {
	kind, file string // file is empty for standard output
	appended   bool
}

// output reads one --output.
func output(text string) checkOutput {
	kind, file, _ := strings.Cut(text, "=")
	out := checkOutput{kind: kind, file: file}
	switch {
	case isStandardOutput(file):
		out.file = ""
	case kind == "summary":
		out.appended = true
		if file == "" {
			out.file = os.Getenv(stepSummary)
		}
	}
	return out
}

// validateOutputs refuses, before anything is computed, outputs that could not be written.
func (o *checkOptions) validateOutputs() error {
	var standard []string
	taken := map[string]bool{}
	for _, text := range o.outputs {
		kind, file, named := strings.Cut(text, "=")
		if err := oneOf("output", kind, checkKinds()...); err != nil {
			return err
		}
		if named && file == "" {
			return &usageError{fmt.Sprintf("--output %q names no file", text), "--output junit=check.xml"}
		}
		out := output(text)
		switch {
		case out.file == "" && out.appended:
			return &usageError{"--output summary is appended to $" + stepSummary + ", which is not set", "--output summary=FILE outside of GitHub Actions"}
		case out.file == "":
			standard = append(standard, kind)
			continue
		}
		target, err := behindLinks(out.file)
		if err != nil {
			return cannotWrite(out.file, err)
		}
		if taken[filepath.Clean(target)] {
			return &usageError{fmt.Sprintf("two outputs go to %q", out.file), "give each a file of its own"}
		}
		taken[filepath.Clean(target)] = true
	}
	if !readTogether(standard) {
		return &usageError{"two outputs go to standard output", "give all but one a file: --output junit=check.xml; only text and github may stand together"}
	}
	return o.mayWrite(nil)
}

// mayWrite refuses files that are inputs, that would be lost, or that cannot be made, before the first is written.
func (o *checkOptions) mayWrite(inputs []string) error {
	for _, text := range o.outputs {
		out := output(text)
		if out.file == "" {
			continue
		}
		if info, err := os.Stat(out.file); err == nil && info.IsDir() {
			return cannotWrite(out.file, errors.New("is a folder"))
		}
		check := mayBeWritten
		if out.appended {
			check = func(name string, _ bool, inputs []string) error { return notAnInput(name, inputs) }
		}
		if err := check(out.file, o.force, inputs); err != nil {
			return err
		}
		if _, err := os.Stat(filepath.Dir(out.file)); err != nil {
			return cannotWrite(out.file, err)
		}
	}
	return nil
}

// readTogether reports whether outputs may stand on standard output one behind the other: GitHub finds its annotations among the lines of
// a log, everything else is for one reader.
func readTogether(kinds []string) bool {
	slices.Sort(kinds)
	return len(kinds) < 2 || slices.Equal(kinds, []string{"github", "text"})
}

// write renders all outputs before the first is written, and returns the verdict of the check. Files come to their names when standard
// output is written: where one of them fails, none is there. If a rule has failed, whatever can be written is, and the verdict stays.
func (o *checkOptions) write(s *streams, r *gate.Report, inputs []string) error {
	verdict := o.verdict(r)
	texts := make([]bytes.Buffer, len(o.outputs))
	for i, text := range o.outputs {
		if err := o.render(&texts[i], s, output(text), r); err != nil {
			return err
		}
	}
	d := delivery{s: s, closed: verdict != nil}
	left := context.AfterFunc(s.interrupted, func() { _ = d.drop() }) // who reads standard output may keep the program waiting
	defer left()
	var standard bytes.Buffer
	for i, text := range o.outputs {
		out := output(text)
		switch {
		case out.file == "":
			standard.Write(texts[i].Bytes())
		case out.appended:
			d.do(func() error { return d.add(s.appendFile(out.file, texts[i].Bytes(), inputs)) })
		default:
			d.do(func() error { return d.add(s.stage(out.file, texts[i].Bytes(), o.force, inputs)) })
		}
	}
	d.do(d.flow) // what flows away cannot be taken back: only once all the others are there
	d.do(func() error {
		_, err := s.out.Write(standard.Bytes())
		return err
	})
	d.do(d.settle)
	for _, err := range d.errs {
		if err = s.despite(err, verdict); err != verdict {
			return errors.Join(err, d.drop())
		}
	}
	return verdict
}

// delivery brings several outputs to where they go: all of them or none, unless the gate is closed.
type delivery struct {
	s      *streams
	closed bool
	errs   []error

	mu    sync.Mutex // an interrupt drops files while a step is taken
	files []*stagedFile
}

// do takes the next step, if those before it allow it.
func (d *delivery) do(step func() error) {
	for _, err := range d.errs {
		if !d.closed || errors.Is(err, context.Canceled) {
			return
		}
	}
	if err := step(); err != nil && !errors.Is(err, syscall.EPIPE) {
		d.errs = append(d.errs, err)
	}
}

func (d *delivery) add(f *stagedFile, err error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err == nil {
		d.files = append(d.files, f)
	}
	return err
}

// flow writes what goes to devices and pipes, which may take its time.
func (d *delivery) flow() error {
	d.mu.Lock()
	files := slices.Clone(d.files)
	d.mu.Unlock()
	var errs error
	for _, f := range files {
		if f.flows() {
			errs = errors.Join(errs, f.land())
		}
	}
	return errs
}

// settle moves files to their names.
func (d *delivery) settle() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.s.interrupted.Err(); err != nil {
		return err
	}
	var errs error
	for _, f := range d.files {
		if f.rests() {
			errs = errors.Join(errs, f.land())
		}
	}
	return errs
}

// drop takes away what has been staged.
func (d *delivery) drop() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var errs error
	for _, f := range d.files {
		if err := f.drop(); !errors.Is(err, fs.ErrNotExist) {
			errs = errors.Join(errs, err)
		}
	}
	d.files = nil
	return errs
}

func (o *checkOptions) render(w io.Writer, s *streams, out checkOutput, r *gate.Report) error {
	switch out.kind {
	case "json":
		return report.CheckJSON(w, r)
	case "junit":
		return report.CheckJUnit(w, r)
	case "github":
		return report.CheckGitHub(w, fromWorkspace(r))
	case "sarif":
		return report.CheckSARIF(w, fromWorkspace(r))
	case "markdown":
		return report.CheckMarkdown(w, r)
	case "summary":
		already := 0
		if info, err := os.Stat(out.file); err == nil {
			already = int(info.Size())
		}
		return report.CheckStepSummary(w, r, already)
	}
	options := o.table.tableOptions(s)
	if out.file != "" {
		options = report.TableOptions{Color: o.table.color == "always"}
	}
	return report.CheckTable(w, r, options)
}

// fromWorkspace names the files of rules as the service does that shows them: from the root of the repository.
func fromWorkspace(r *gate.Report) *gate.Report {
	root := os.Getenv(workspace)
	if root == "" {
		return r
	}
	named := *r
	named.Verdicts = nil
	for _, v := range r.Verdicts {
		if whole, err := filepath.Abs(v.File); err == nil {
			if inside, err := filepath.Rel(root, whole); err == nil && filepath.IsLocal(inside) {
				v.File = filepath.ToSlash(inside)
			}
		}
		named.Verdicts = append(named.Verdicts, v)
	}
	return &named
}
