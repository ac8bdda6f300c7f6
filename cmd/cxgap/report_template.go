package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

// printTemplates writes the house's look and its texts into a folder.
func printTemplates(s *streams, o *reportOptions, args []string) error {
	if len(args) > 0 || o.file != "" || o.template != "" {
		return &usageError{"--print-template writes the house's look, and no report", "cxgap report --print-template " + o.print}
	}
	files, err := report.Templates()
	if err != nil {
		return err
	}
	if !o.force { // all or none
		for _, f := range files {
			if _, err := os.Lstat(filepath.Join(o.print, f.Name)); err == nil {
				return &usageError{fmt.Sprintf("%s exists", filepath.Join(o.print, f.Name)), "--force overwrites it"}
			}
		}
	}
	if err := os.MkdirAll(o.print, 0o755); err != nil {
		return fmt.Errorf("%s: cannot be made: %w", o.print, cause(err))
	}
	names := make([]string, len(files))
	for k, f := range files {
		names[k] = f.Name
		if err := s.writeFile(filepath.Join(o.print, f.Name), []byte(f.Text), o.force, nil); err != nil {
			return err
		}
	}
	s.notef("wrote %s to %s", strings.Join(names, ", "), o.print)
	return nil
}

// readTemplates reads a look of somebody's own.
func (o *reportOptions) readTemplates() error {
	if o.template == "" {
		return nil
	}
	entries, err := os.ReadDir(o.template)
	if err != nil {
		return o.unreadable(o.template, err)
	}
	names := report.TemplateNames()
	for _, entry := range entries {
		if !slices.Contains(names, entry.Name()) {
			if filepath.Ext(entry.Name()) == ".tmpl" {
				return &usageError{
					fmt.Sprintf("%s: no report is made of this", filepath.Join(o.template, entry.Name())), "templates are " + strings.Join(names, ", "),
				}
			}
			continue
		}
		text, err := os.ReadFile(filepath.Join(o.template, entry.Name()))
		if err != nil {
			return o.unreadable(filepath.Join(o.template, entry.Name()), err)
		}
		o.client.Templates = append(o.client.Templates, report.Template{Name: entry.Name(), Text: string(text)})
	}
	if len(o.client.Templates) == 0 {
		return &usageError{
			fmt.Sprintf("%s holds none of %s", o.template, strings.Join(names, ", ")), "cxgap report --print-template " + o.template + "  writes them to start from",
		}
	}
	return nil
}

func (o *reportOptions) unreadable(name string, err error) error {
	message := "cannot be read: " + cause(err).Error()
	if errors.Is(err, fs.ErrNotExist) {
		message = "no such folder"
	}
	faults := &study.InputError{}
	faults.Add(study.Fault{Place: study.Place{File: name}, Message: message})
	return faults
}

// inTemplates says in which file an error of a template is.
func (o *reportOptions) inTemplates(err error) error {
	var fault *report.TemplateError
	if !errors.As(err, &fault) {
		return err
	}
	return &usageError{filepath.Join(o.template, fault.Error()), fault.Hint}
}
