package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/bench"
)

// figuresOf analyses an export of several chunks and returns all figures as they are written.
func figuresOf(t *testing.T, name string, export []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	of, err := bench.StudyAs(name, "plain")
	if err != nil {
		t.Fatal(err)
	}
	of, _, _ = strings.Cut(of, "  q18:") // more drivers than resamples walk all subsets of
	of = "segments: {region: region}\nanalysis: {resamples: 100}\n" + of
	for file, text := range map[string][]byte{name: export, "study.yaml": []byte(of)} {
		if err := os.WriteFile(filepath.Join(dir, file), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errOut bytes.Buffer
	if code := Main([]string{"analyze", filepath.Join(dir, "study.yaml"), "--format", "json"}, strings.NewReader(""), &out, &errOut); code != exitDone {
		t.Fatal(code, errOut.String())
	}
	var result struct{ Figures json.RawMessage }
	if err := json.Unmarshal(out.Bytes(), &result); err != nil || len(result.Figures) < 10_000 {
		t.Fatal(err, len(result.Figures))
	}
	return result.Figures
}

func benchExport(t *testing.T, rows int) []byte {
	var export bytes.Buffer
	if err := bench.Export(&export, rows); err != nil {
		t.Fatal(err)
	}
	return export.Bytes()
}

// The number of processors, and whether a file is packed, change nothing, not a bit.
func TestConcurrentResultIsTheSame(t *testing.T) {
	export := benchExport(t, 8000)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := figuresOf(t, "export.csv", export)
	runtime.GOMAXPROCS(4)
	if four := figuresOf(t, "export.csv", export); !bytes.Equal(one, four) {
		t.Error("four processors give another result than one")
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(export); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if unpacked := figuresOf(t, "export.csv.gz", packed.Bytes()); !bytes.Equal(unpacked, one) {
		t.Error("the packed export gives another result")
	}
}
