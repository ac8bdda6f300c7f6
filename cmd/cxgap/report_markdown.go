package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report"
)

// writeMarkdown writes a document with its charts in a folder beside it: all of it or nothing. The charts of the document that it
// replaces go with that.
func (o *reportOptions) writeMarkdown(s *streams, result *analysis.Result, inputs []string) error {
	name := strings.TrimSuffix(filepath.Base(o.file), filepath.Ext(o.file)) + "_charts"
	if !o.plain {
		o.client.Charts = name
	}
	var document bytes.Buffer
	charts, err := report.ClientMarkdown(&document, result, o.client)
	if err != nil {
		return o.inTemplates(err)
	}
	for _, c := range charts {
		if c.Missing != "" {
			s.notef("%s: the font of PNG has no %s; SVG takes the reader's fonts", c.Name, strings.Join(strings.Split(c.Missing, ""), " "))
		}
	}
	b := &besideDocument{folder: filepath.Join(filepath.Dir(o.file), name), charts: charts}
	for _, c := range charts { // before anything is written
		if err := mayBeWritten(filepath.Join(b.folder, c.Name), o.force, inputs); err != nil {
			return err
		}
	}
	old := b.drawnBefore(o.file)
	text, err := s.stage(o.file, document.Bytes(), o.force, inputs)
	if err != nil {
		return err
	}
	if err := b.write(s, o.force, inputs); err != nil {
		return errors.Join(err, text.drop())
	}
	if err := text.land(); err != nil {
		return err
	}
	return b.remove(s, old)
}

// besideDocument is the folder of the charts of a document.
type besideDocument struct {
	folder string
	charts []report.ChartFile
}

// write stages all charts, and moves them to their names once all are there.
func (b *besideDocument) write(s *streams, force bool, inputs []string) (err error) {
	if len(b.charts) == 0 {
		return nil
	}
	_, before := os.Stat(b.folder)
	if err := os.MkdirAll(b.folder, 0o777); err != nil {
		return fmt.Errorf("%s: cannot be made: %w", b.folder, cause(err))
	}
	var staged []*stagedFile
	for _, c := range b.charts {
		f, err := s.stage(filepath.Join(b.folder, c.Name), c.Text, force, inputs)
		if err != nil {
			for _, f := range staged {
				err = errors.Join(err, f.drop())
			}
			if before != nil {
				err = errors.Join(err, os.Remove(b.folder))
			}
			return err
		}
		staged = append(staged, f)
	}
	for _, f := range staged {
		err = errors.Join(err, f.land())
	}
	return err
}

// drawnBefore names the charts in the folder that the document of before shows and this one does not.
func (b *besideDocument) drawnBefore(document string) []string {
	text, err := os.ReadFile(document)
	if err != nil {
		return nil // there is none
	}
	entries, err := os.ReadDir(b.folder)
	if err != nil {
		return nil
	}
	now := map[string]bool{}
	for _, c := range b.charts {
		now[c.Name] = true
	}
	var old []string
	for _, entry := range entries {
		if name := entry.Name(); report.IsChartName(name) && !now[name] && bytes.Contains(text, []byte("/"+name+")")) {
			old = append(old, name)
		}
	}
	return old
}

// remove takes charts away that no document shows any more, and the folder if it held nothing else.
func (b *besideDocument) remove(s *streams, old []string) error {
	for _, name := range old {
		if err := os.Remove(filepath.Join(b.folder, name)); err != nil {
			return fmt.Errorf("%s: cannot be removed: %w", filepath.Join(b.folder, name), cause(err))
		}
	}
	switch len(old) {
	case 0:
		return nil
	case 1:
		s.notef("%s: removed 1 chart that the report does not show any more", b.folder)
	default:
		s.notef("%s: removed %d charts that the report does not show any more", b.folder, len(old))
	}
	if left, err := os.ReadDir(b.folder); err != nil || len(left) > 0 {
		return err
	}
	return os.Remove(b.folder)
}
