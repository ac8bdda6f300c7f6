// Package demo holds the demo study: the exports of an invented company in the shapes of three survey platforms, and the
// study file that joins them.
package demo

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:generate go run ./generate study

//go:embed study/*
var study embed.FS

// ExistsError says that a file of the demo study cannot be written, because another one has its name.
type ExistsError struct{ File string }

func (e *ExistsError) Error() string { return e.File + " exists and is another file" }

// file is one file of the study, and where it goes.
type file struct {
	path    string
	content []byte
}

// Write writes the study to a folder, which it makes if need be, and returns the paths of the files that it wrote. Files
// that are there already, with the same content, are left alone. If one has other content, nothing is written and the
// error is an *ExistsError, unless force is set.
func Write(dir string, force bool) (written []string, err error) {
	files, err := pending(dir, force)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := replace(f); err != nil {
			return written, err
		}
		written = append(written, f.path)
	}
	return written, nil
}

// pending returns the files that are not in the folder yet, or not with this content.
func pending(dir string, force bool) ([]file, error) {
	entries, err := fs.ReadDir(study, "study")
	if err != nil {
		return nil, err
	}
	var files []file
	for _, entry := range entries {
		content, err := study.ReadFile("study/" + entry.Name())
		if err != nil {
			return nil, err
		}
		f := file{filepath.Join(dir, entry.Name()), content}
		present, err := os.ReadFile(f.path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			files = append(files, f)
		case err != nil:
			return nil, err
		case bytes.Equal(present, content):
		case force:
			files = append(files, f)
		default:
			return nil, &ExistsError{filepath.ToSlash(f.path)}
		}
	}
	return files, nil
}

// replace writes a file beside its place and renames it, so that nobody ever reads half of it.
func replace(f file) error {
	temporary, err := os.CreateTemp(filepath.Dir(f.path), "."+filepath.Base(f.path)+".*")
	if err != nil {
		return failed(f, err)
	}
	_, err = temporary.Write(f.content)
	err = errors.Join(err, temporary.Chmod(0o644), temporary.Close()) // a temporary file is its owner's alone
	if err == nil {
		err = os.Rename(temporary.Name(), f.path)
	}
	if err != nil {
		return errors.Join(failed(f, err), os.Remove(temporary.Name()))
	}
	return nil
}

// failed names the file that the user knows, instead of the temporary one.
func failed(f file, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("%s: cannot be written: %w", filepath.ToSlash(f.path), err)
}
