package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// filesIn names the files of a folder; none if there is no such folder.
func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// The charts beside a document are those that it shows: those of the document that it replaces go, whatever else is there stays; and where
// the document cannot be written there are none.
func TestChartsBesideMarkdown(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	run(t, "analyze", "demo/study/cxgap.yaml", "-o", at("result.json"))
	run(t, "report", at("result.json"), "-o", at("r.md"))
	drawn := len(filesIn(t, at("r_charts")))
	for _, own := range []string{"photo.png", "map-mine.svg"} { // the second is called like a chart, and in no document
		if err := os.WriteFile(filepath.Join(at("r_charts"), own), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run(t, "report", at("result.json"), "-o", at("r.md"), "--force", "--png")
	if names := filesIn(t, at("r_charts")); len(names) != drawn+2 || strings.Count(strings.Join(names, " "), ".svg") != 1 {
		t.Errorf("dots over lines: %d files, want %d: %v", len(names), drawn+2, names)
	}
	run(t, "report", at("result.json"), "-o", at("r.md"), "--force", "--plain")
	if names := filesIn(t, at("r_charts")); len(names) != 2 {
		t.Errorf("without charts: %v", names)
	}
	if err := os.MkdirAll(at("out.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	var errOut bytes.Buffer
	if code := Main([]string{"report", at("result.json"), "-o", at("out.md"), "--force"}, strings.NewReader(""), discard{}, &errOut); code != exitInput || !strings.Contains(errOut.String(), "is a folder") {
		t.Errorf("onto a folder: exit code %d, %s", code, errOut.String())
	}
	if names := filesIn(t, at("out_charts")); names != nil {
		t.Errorf("charts of no document: %v", names)
	}
	run(t, "report", at("result.json"), "-o", at("Report #3 (100%).md"))
	if text := readFile(t, at("Report #3 (100%).md")); !strings.Contains(text, "](Report%20%233%20%28100%25%29_charts/map-customers.svg)") {
		t.Error("the links to the charts are no links")
	}
}

// A picture that was cut off has its head, and is no logo.
func TestDamagedLogo(t *testing.T) {
	whole, cut := filepath.Join(t.TempDir(), "whole.png"), filepath.Join(t.TempDir(), "cut.png")
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{whole: picture.Len(), cut: 45} {
		if err := os.WriteFile(name, picture.Bytes()[:size], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := (&reportOptions{logo: whole}).readLogo(); err != nil {
		t.Error(err)
	}
	if err := (&reportOptions{logo: cut}).readLogo(); err == nil || !strings.Contains(err.Error(), "is damaged") {
		t.Errorf("a picture that was cut off: %v", err)
	}
}
