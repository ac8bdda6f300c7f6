package importers

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
)

// use is an export in its role for one audience.
type use struct {
	export *boundExport
	wave   string // of all its rows; empty: none is named
	place  study.Place
}

// wanted is a file that an audience names.
type wanted struct {
	name   string
	use    use // of its export
	with   Options
	export *Export
	err    error
}

// openFiles opens the files of all audiences, several at once, and returns what each audience uses of them.
func (v *Survey) openFiles(s *study.Study, o Options) ([][]use, error) {
	var files []*wanted
	var ends []int // of each audience's
	var faults study.InputError
	for _, audience := range s.Audiences {
		named, err := filesOf(audience, o)
		if err := takeFaults(&faults, err); err != nil {
			return nil, err
		}
		files = append(files, named...)
		ends = append(ends, len(files))
	}
	openTogether(files)
	opened := map[string]*boundExport{}
	users := make([][]use, len(ends))
	from := 0
	for i, end := range ends {
		for _, w := range files[from:end] {
			for _, path := range w.with.Opened.Paths() {
				o.Opened.add(path)
			}
			if err := takeFaults(&faults, w.err); err != nil {
				return nil, err
			}
			if w.err == nil {
				w.use.export = v.bound(w.export, opened)
				users[i] = append(users[i], w.use)
			}
		}
		from = end
	}
	if !faults.Empty() {
		return nil, &faults
	}
	return users, nil
}

// takeFaults collects what is wrong with an input; any other error ends the matter.
func takeFaults(faults *study.InputError, err error) error {
	var input *study.InputError
	if errors.As(err, &input) {
		faults.Append(&input.Faults)
		return nil
	}
	return err
}

// filesOf lists the files that an audience names, and how they are to be opened.
func filesOf(a *study.Audience, o Options) ([]*wanted, error) {
	switch {
	case a.Platform != "":
		o.Platform = a.Platform
	case a.Tabulated: // whatever its first rows look like
		o.Platform = tabulated{}.name()
	}
	o.Encoding, o.Delimiter = cmp.Or(a.Encoding, o.Encoding), cmp.Or(a.Delimiter, o.Delimiter)
	o.HeaderRows, o.Sheet = cmp.Or(a.HeaderRows, o.HeaderRows), cmp.Or(a.Sheet, o.Sheet)
	o.Dictionary, o.DecimalComma = cmp.Or(a.Dictionary, o.Dictionary), o.DecimalComma || a.DecimalComma
	var files []*wanted
	for _, file := range a.Files {
		names, err := expand(file.Name, o.Dir)
		if err != nil {
			return files, err
		}
		for _, name := range names {
			o.Opened = &Opened{} // its own, so that all are listed in the order of the study
			files = append(files, &wanted{name: name, use: use{wave: cmp.Or(file.Wave, a.WaveName), place: file.Place}, with: o})
		}
	}
	return files, nil
}

// openTogether opens files, as many at once as there are processors. The largest come first: begun last, one would be waited for alone.
func openTogether(files []*wanted) {
	var opening sync.WaitGroup
	room := make(chan struct{}, processors())
	for _, w := range largestFirst(files) {
		room <- struct{}{}
		opening.Go(func() {
			defer func() { <-room }()
			w.export, w.err = OpenExport(w.name, w.with)
		})
	}
	opening.Wait()
}

// largestFirst returns files by their size, those of which it is not known last.
func largestFirst(files []*wanted) []*wanted {
	sizes := make(map[*wanted]int64, len(files))
	for _, w := range files {
		if about, err := os.Stat(pathOf(w.name, w.with.Dir)); err == nil {
			sizes[w] = about.Size()
		}
	}
	return slices.SortedStableFunc(slices.Values(files), func(a, b *wanted) int { return cmp.Compare(sizes[b], sizes[a]) })
}

// bound returns the export in the survey, once however many audiences have rows in it; of a workbook each of its sheets.
func (v *Survey) bound(export *Export, opened map[string]*boundExport) *boundExport {
	where := export.source.identity()
	if export.workbook {
		where += "\x00" + export.sheetRead
	}
	if e, known := opened[where]; known {
		return e
	}
	e := &boundExport{Export: export}
	opened[where] = e
	v.exports = append(v.exports, e)
	return e
}

// pathOf returns where a file lies that is named relative to a folder, unless its name is absolute.
func pathOf(name, dir string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

// expand returns the files that a name stands for: itself, also where it looks like a pattern, or the files that a pattern finds, in order of their names.
func expand(name, dir string) ([]string, error) {
	if name == standardInput || !strings.ContainsAny(name, "*?[") {
		return []string{name}, nil
	}
	full := pathOf(name, dir)
	if _, err := os.Stat(full); err == nil {
		return []string{name}, nil // a second download is named "x[1].csv"
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
