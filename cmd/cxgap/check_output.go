package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	out := checkOutput{kind: kind, file: file, appended: kind == "summary"}
	if out.appended && file == "" {
		out.file = os.Getenv(stepSummary)
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
		case taken[filepath.Clean(out.file)]:
			return &usageError{fmt.Sprintf("two outputs go to %q", out.file), "give each a file of its own"}
		}
		taken[filepath.Clean(out.file)] = true
		if !out.appended {
			if err := mayBeWritten(out.file, o.force, nil); err != nil {
				return err
			}
		}
		if _, err := os.Stat(filepath.Dir(out.file)); err != nil {
			return cannotWrite(out.file, err)
		}
	}
	if !readTogether(standard) {
		return &usageError{"two outputs go to standard output", "give all but one a file: --output junit=check.xml; only text and github may stand together"}
	}
	return nil
}

// readTogether reports whether outputs may stand on standard output one behind the other: GitHub finds its annotations among the lines of
// a log, everything else is for one reader.
func readTogether(kinds []string) bool {
	slices.Sort(kinds)
	return len(kinds) < 2 || slices.Equal(kinds, []string{"github", "text"})
}

// write renders all outputs before the first is written. Standard output comes last: if a file fails, it stays empty.
func (o *checkOptions) write(s *streams, r *gate.Report, inputs []string) error {
	texts := make([]bytes.Buffer, len(o.outputs))
	for i, text := range o.outputs {
		if err := o.render(&texts[i], s, output(text), r); err != nil {
			return err
		}
	}
	var standard bytes.Buffer
	for i, text := range o.outputs {
		var err error
		switch out := output(text); {
		case out.file == "":
			standard.Write(texts[i].Bytes())
		case out.appended:
			if err = notAnInput(out.file, inputs); err == nil {
				err = s.appendFile(out.file, texts[i].Bytes())
			}
		default:
			err = s.writeFile(out.file, texts[i].Bytes(), o.force, inputs)
		}
		if err != nil {
			return err
		}
	}
	_, err := s.out.Write(standard.Bytes())
	return err
}

// appendFile writes behind what a file holds.
func (s *streams) appendFile(name string, text []byte) error {
	if err := s.interrupted.Err(); err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err == nil {
		_, err = file.Write(text)
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		return cannotWrite(name, err)
	}
	return nil
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
