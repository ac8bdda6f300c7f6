//go:build unix

package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func written(t *testing.T, name, text string, force bool) {
	t.Helper()
	if err := (&streams{interrupted: context.Background()}).writeFile(name, []byte(text), force, nil); err != nil {
		t.Fatal(err)
	}
}

func modeOf(t *testing.T, name string) fs.FileMode {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

// A new file is as open as the user's umask lets files be, a file that is written anew as open as it was.
func TestFilesAreNoMoreOpenThanTheUserWants(t *testing.T) {
	t.Chdir(t.TempDir())
	defer syscall.Umask(syscall.Umask(0o027))
	written(t, "new.txt", "all", false)
	if got := modeOf(t, "new.txt"); got != 0o640 {
		t.Errorf("a new file under the umask 027: %v", got)
	}
	for _, mode := range []fs.FileMode{0o600, 0o664} {
		if err := os.Chmod("new.txt", mode); err != nil {
			t.Fatal(err)
		}
		written(t, "new.txt", "again", true)
		if got := modeOf(t, "new.txt"); got != mode {
			t.Errorf("a file of mode %v, written anew: %v", mode, got)
		}
	}
}

// What is behind a link is written, and the link stays one: to a file, to one that is not there yet, by way of another folder.
func TestLinksStay(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll(filepath.Join("far", "deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{
		"a.txt": "b.txt", "b.txt": filepath.Join("far", "real.txt"), "deep": filepath.Join("far", "deep"),
		filepath.Join("far", "deep", "up.txt"): filepath.Join("..", "upper.txt"),
	} {
		if err := os.Symlink(to, name); err != nil {
			t.Fatal(err)
		}
	}
	for link, real := range map[string]string{"a.txt": "far/real.txt", "deep/up.txt": "far/upper.txt"} {
		for _, text := range []string{"all", "again"} {
			written(t, link, text, true)
			if got, err := os.ReadFile(real); err != nil || string(got) != text {
				t.Errorf("behind %s: %q, %v; want %q", link, got, err, text)
			}
			if modeOf(t, link)&fs.ModeSymlink == 0 {
				t.Errorf("%s is no link any more", link)
			}
		}
	}
	if err := os.Symlink("round.txt", "round.txt"); err != nil {
		t.Fatal(err)
	}
	if err := (&streams{interrupted: context.Background()}).writeFile("round.txt", nil, true, nil); exitCode(err) != exitInput {
		t.Errorf("a link to itself: %v", err)
	}
}

// A pipe or a device takes the text and stays what it is; nothing is overwritten in it, so that --force is not needed.
func TestPipesStay(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := syscall.Mkfifo("pipe.txt", 0o600); err != nil {
		t.Fatal(err)
	}
	got := make(chan string)
	go func() {
		pipe, err := os.Open("pipe.txt")
		if err != nil {
			got <- err.Error()
			return
		}
		text, _ := io.ReadAll(pipe)
		_ = pipe.Close()
		got <- string(text)
	}()
	written(t, "pipe.txt", "all", false)
	if text := <-got; text != "all" {
		t.Errorf("out of the pipe came %q", text)
	}
	if modeOf(t, "pipe.txt")&fs.ModeNamedPipe == 0 {
		t.Error("the pipe is none any more")
	}
	if err := os.Symlink(os.DevNull, "nothing.txt"); err != nil { // by a link: were it replaced, the link alone would be lost
		t.Fatal(err)
	}
	written(t, "nothing.txt", "all", true)
	if modeOf(t, "nothing.txt")&fs.ModeSymlink == 0 {
		t.Error("the link to the device is none any more")
	}
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 2 {
		t.Errorf("in the folder: %v, %v", entries, err)
	}
}
