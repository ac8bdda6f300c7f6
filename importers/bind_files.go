package importers

import (
	"cmp"
	"errors"
	"path/filepath"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// use is an export in its role for one audience.
type use struct {
	export *boundExport
	wave   string // of all its rows; empty: none is named
	place  study.Place
}

func (v *Survey) openFiles(a *study.Audience, o Options, opened map[string]*boundExport) ([]use, error) {
	switch {
	case a.Platform != "":
		o.Platform = a.Platform
	case a.Tabulated: // whatever its first rows look like
		o.Platform = tabulated{}.name()
	}
	o.Encoding, o.Delimiter = cmp.Or(a.Encoding, o.Encoding), cmp.Or(a.Delimiter, o.Delimiter)
	o.HeaderRows, o.Sheet = cmp.Or(a.HeaderRows, o.HeaderRows), cmp.Or(a.Sheet, o.Sheet)
	o.Dictionary, o.DecimalComma = cmp.Or(a.Dictionary, o.Dictionary), o.DecimalComma || a.DecimalComma
	var faults study.InputError
	var uses []use
	for _, file := range a.Files {
		names, err := expand(file.Name, o.Dir)
		if err != nil {
			return nil, err
		}
		wave := a.WaveName
		if file.Wave != "" {
			wave = file.Wave
		}
		for _, name := range names {
			e, err := v.open(name, o, opened)
			var input *study.InputError
			switch {
			case errors.As(err, &input):
				faults.Append(&input.Faults)
			case err != nil:
				return nil, err
			default:
				uses = append(uses, use{e, wave, file.Place})
			}
		}
	}
	if !faults.Empty() {
		return uses, &faults
	}
	return uses, nil
}

// open opens a file, once however many audiences have rows in it; of a workbook each of its sheets.
func (v *Survey) open(name string, o Options, opened map[string]*boundExport) (*boundExport, error) {
	export, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	where := export.source.identity()
	if export.workbook {
		where += "\x00" + export.sheetRead
	}
	if e, known := opened[where]; known {
		return e, nil
	}
	e := &boundExport{Export: export}
	opened[where] = e
	v.exports = append(v.exports, e)
	return e, nil
}

// expand returns the files that a name stands for: itself, or the files that a pattern finds, in order of their names.
func expand(name, dir string) ([]string, error) {
	if name == standardInput || !strings.ContainsAny(name, "*?[") {
		return []string{name}, nil
	}
	full := name
	if !filepath.IsAbs(name) {
		full = filepath.Join(dir, name)
	}
	found, err := filepath.Glob(full)
	if err != nil || len(found) == 0 {
		return nil, inputFault(study.Place{File: name}, "no file matches this pattern", "")
	}
	sort.Strings(found)
	if filepath.IsAbs(name) || dir == "" {
		return found, nil
	}
	for i := range found {
		if relative, err := filepath.Rel(dir, found[i]); err == nil {
			found[i] = relative
		}
	}
	return found, nil
}

// Files returns the paths of all files that were opened: exports, and what gives or describes their choices.
func (v *Survey) Files() []string { return v.opened.Paths() }
