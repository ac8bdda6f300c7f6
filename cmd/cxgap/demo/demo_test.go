package demo

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// paths are the files of the study in a folder, in the order in which Write returns them.
func paths(dir string) []string {
	var list []string
	for _, name := range []string{"customers.csv", "cxgap.yaml", "leadership.csv", "staff.csv"} {
		list = append(list, filepath.Join(dir, name))
	}
	return list
}

func mustWrite(t *testing.T, dir string, force bool) []string {
	t.Helper()
	written, err := Write(dir, force)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

func content(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWriteTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "study")
	if diff := cmp.Diff(paths(dir), mustWrite(t, dir, false)); diff != "" {
		t.Errorf("first run (-want +got):\n%s", diff)
	}
	for _, path := range paths(dir) {
		embedded, err := study.ReadFile("study/" + filepath.Base(path))
		if err != nil {
			t.Fatal(err)
		}
		if content(t, path) != string(embedded) {
			t.Errorf("%s is not the embedded file", path)
		}
	}
	if again := mustWrite(t, dir, false); len(again) != 0 {
		t.Errorf("the second run wrote %v", again)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 4 {
		t.Errorf("got %d entries, error %v, want the 4 files and nothing temporary", len(entries), err)
	}
}

func TestWriteRestoresWhatIsMissing(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, false)
	gone := filepath.Join(dir, "staff.csv")
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{gone}, mustWrite(t, dir, false)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWriteRefusesAnotherFile(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "staff.csv")
	if err := os.WriteFile(other, []byte("not,ours\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	written, err := Write(dir, false)
	exists := (*ExistsError)(nil)
	if !errors.As(err, &exists) || exists.File != filepath.ToSlash(other) || len(written) != 0 {
		t.Errorf("got %v, error %v, want an ExistsError for %s", written, err, other)
	}
	if want := filepath.ToSlash(other) + " exists and is another file"; err != nil && err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if got := content(t, other); got != "not,ours\n" {
		t.Errorf("the other file now holds %.20q", got)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("got %d entries, error %v, want the other file alone", len(entries), err)
	}
	if diff := cmp.Diff(paths(dir), mustWrite(t, dir, true)); diff != "" {
		t.Errorf("with force (-want +got):\n%s", diff)
	}
	if got := content(t, other); got == "not,ours\n" {
		t.Error("force left the other file")
	}
}

func TestWriteNamesTheFolderThatIsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Write(path, true)
	failed := (*os.PathError)(nil)
	if !errors.As(err, &failed) {
		t.Errorf("got %v, want an error with the path", err)
	}
}

func TestWriteNamesTheFileThatCannotBeReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "staff.csv"), 0o755); err != nil {
		t.Fatal(err)
	}
	f := file{filepath.Join(dir, "staff.csv"), []byte("x")}
	want := filepath.ToSlash(f.path) + ": cannot be written: "
	if err := replace(f); err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s…", err, want)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("got %d entries, error %v, want nothing temporary", len(entries), err)
	}
}
