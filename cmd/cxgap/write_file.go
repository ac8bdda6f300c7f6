package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/cxgap/cxgap/analysis/study"
)

// writeFile writes the text to a new file and then moves it to its name: whoever looks sees all of it or nothing, nothing too after an
// interrupt.
func (s *streams) writeFile(name string, text []byte, force bool, inputs []string) error {
	f, err := s.stage(name, text, force, inputs)
	if err != nil {
		return err
	}
	return f.land()
}

// stagedFile is a file that is written and waits to be moved to its name.
type stagedFile struct {
	name      string // as the user says it
	temporary string // empty: text goes straight to the target, which is a device or a pipe
	target    string // behind all links
	text      io.Reader
	appended  *appendedText // nil: it replaces what is there
}

// appendedText is where a text stands that was written behind what a file held.
type appendedText struct {
	before, after int64
	made          bool // there was no file
}

// flows reports whether the text goes to a device or a pipe, from where it cannot be taken back; rests whether it waits to be moved.
func (f *stagedFile) flows() bool { return f.temporary == "" && f.appended == nil }
func (f *stagedFile) rests() bool { return f.temporary != "" }

// isStandardOutput reports whether the name of a file stands for standard output.
func isStandardOutput(name string) bool {
	switch name {
	case "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1":
		return true
	}
	return false
}

// appendFile writes behind what a file holds.
func (s *streams) appendFile(name string, text []byte, inputs []string) (*stagedFile, error) {
	if err := errors.Join(s.interrupted.Err(), notAnInput(name, inputs)); err != nil {
		return nil, err
	}
	_, missing := os.Stat(name)
	f := &stagedFile{name: name, target: name, appended: &appendedText{made: missing != nil}}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, cannotWrite(name, err)
	}
	if info, err := file.Stat(); err == nil {
		f.appended.before = info.Size()
	}
	n, err := file.Write(text)
	f.appended.after = f.appended.before + int64(n)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, errors.Join(cannotWrite(name, err), f.drop())
	}
	return f, nil
}

// stage writes the text beside the file that it is for: whatever may fail fails here.
func (s *streams) stage(name string, text []byte, force bool, inputs []string) (*stagedFile, error) {
	if err := mayBeWritten(name, force, inputs); err != nil {
		return nil, err
	}
	f := &stagedFile{name: name, target: name}
	old, err := os.Stat(name)
	if err != nil || old.Mode().IsRegular() { // of a device the name is enough: where /dev/fd/3 leads to has none if it is a pipe
		var failed error
		if f.target, failed = behindLinks(name); failed != nil {
			return nil, cannotWrite(name, failed)
		}
	}
	switch {
	case err == nil && old.IsDir():
		return nil, cannotWrite(name, errors.New("is a folder"))
	case err == nil && !old.Mode().IsRegular():
		f.text = s.piecewise(text)
		return f, nil
	}
	mode := fs.FileMode(0o666) // less what the user's umask takes
	if err == nil {
		mode = old.Mode().Perm()
	}
	temporary, createErr := createBeside(f.target, mode)
	if createErr != nil {
		return nil, cannotWrite(name, createErr)
	}
	f.temporary = temporary.Name()
	_, writeErr := io.Copy(temporary, s.piecewise(text))
	if err == nil {
		writeErr = errors.Join(writeErr, temporary.Chmod(mode)) // whoever could read the old file can read the new one, and nobody else
	}
	if err := errors.Join(writeErr, temporary.Close()); err != nil {
		return nil, errors.Join(cannotWrite(name, err), f.drop())
	}
	return f, nil
}

// piecewise gives a text in pieces, and nothing more once the user has interrupted.
func (s *streams) piecewise(text []byte) io.Reader {
	return untilInterrupted{bytes.NewReader(text), s}
}

type untilInterrupted struct {
	io.Reader
	streams *streams
}

func (u untilInterrupted) Read(p []byte) (int, error) {
	if err := u.streams.interrupted.Err(); err != nil {
		return 0, err
	}
	return u.Reader.Read(p)
}

// land moves the file to its name.
func (f *stagedFile) land() error {
	if f.temporary != "" {
		if err := os.Rename(f.temporary, f.target); err != nil {
			return errors.Join(cannotWrite(f.name, err), f.drop())
		}
		return nil
	}
	out, err := os.OpenFile(f.target, os.O_WRONLY, 0)
	if err == nil {
		_, err = io.Copy(struct{ io.Writer }{out}, f.text)
		if errors.Is(err, syscall.EPIPE) { // whoever reads has enough
			err = nil
		}
		err = errors.Join(err, out.Close())
	}
	if err != nil {
		return cannotWrite(f.name, err)
	}
	return nil
}

// drop takes the file away again; nothing of its name has changed.
func (f *stagedFile) drop() error {
	switch {
	case f.appended != nil:
		return f.cutOff()
	case f.temporary == "":
		return nil
	}
	return os.Remove(f.temporary)
}

// cutOff takes an appended text away again, unless something else stands behind it.
func (f *stagedFile) cutOff() error {
	info, err := os.Stat(f.target)
	switch {
	case err != nil, !info.Mode().IsRegular(), info.Size() != f.appended.after:
		return nil
	case f.appended.made:
		return os.Remove(f.target)
	}
	return os.Truncate(f.target, f.appended.before)
}

// createBeside makes a new file in the folder of another, so that it can be moved to its name in one step.
func createBeside(target string, mode fs.FileMode) (*os.File, error) {
	for {
		name := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+"."+strconv.FormatUint(rand.Uint64(), 36))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// behindLinks follows the links that a name is, even to a file that is not there yet: what is written replaces the file and leaves the link.
func behindLinks(name string) (string, error) {
	const most = 40
	for range most {
		info, err := os.Lstat(name)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return name, nil // nothing is there yet, or writing will say what is
		}
		to, err := os.Readlink(name)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(to) {
			folder, err := filepath.EvalSymlinks(filepath.Dir(name))
			if err != nil {
				return "", err
			}
			to = filepath.Join(folder, to)
		}
		name = to
	}
	return "", errors.New("too many links")
}

// mayBeWritten refuses to write over an input, and without force over any file. In a device or a pipe nothing is overwritten.
func mayBeWritten(name string, force bool, inputs []string) error {
	old, err := os.Stat(name)
	if err != nil {
		return nil // nothing is there, or writing will say what is
	}
	if err := notAnInput(name, inputs); err != nil {
		return err
	}
	streams := old.Mode()&(fs.ModeCharDevice|fs.ModeNamedPipe) != 0
	if !force && !streams {
		return &usageError{fmt.Sprintf("%q exists", name), "--force overwrites it"}
	}
	return nil
}

// notAnInput refuses to write into what was read, whatever it is called.
func notAnInput(name string, inputs []string) error {
	old, err := os.Stat(name)
	if err != nil {
		return nil // nothing is there, or writing will say what is
	}
	for _, input := range inputs {
		if in, err := os.Stat(input); err == nil && os.SameFile(old, in) {
			return &usageError{fmt.Sprintf("%q is an input: it will not be overwritten", name), "choose another file"}
		}
	}
	return nil
}

// cannotWrite says which file cannot be written, and which folder is not there.
func cannotWrite(name string, err error) error {
	folder := filepath.Dir(name)
	if _, missing := os.Stat(folder); errors.Is(missing, fs.ErrNotExist) {
		faults := &study.InputError{}
		faults.Add(study.Fault{
			Place: study.Place{File: name}, Message: fmt.Sprintf("cannot be written: there is no folder %q", folder), Hint: "make the folder first, or choose another",
		})
		return faults
	}
	return fmt.Errorf("%s: cannot be written: %w", name, cause(err))
}

// cause strips the operation and the temporary name from a file error, which say nothing to the user.
func cause(err error) error {
	var path *os.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
