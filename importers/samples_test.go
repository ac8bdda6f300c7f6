package importers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sampleFolder holds invented exports, one folder a platform, in every variant that FORMATS describes.
const sampleFolder = "testdata/platforms"

// sample is one of them.
type sample struct {
	platform, variant string
	file              string // relative to sampleFolder
	dictionary        string // beside it; empty: none
}

// sampleFiles lists the samples in order. A .sss is read with its data beside it, a .dictionary.csv with the export of its name.
func sampleFiles(t testing.TB) []sample {
	t.Helper()
	var found []sample
	paths, err := filepath.Glob(sampleFolder + "/*/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples in %s: %v", sampleFolder, err)
	}
	for _, path := range paths {
		file := strings.TrimPrefix(filepath.ToSlash(path), sampleFolder+"/")
		platform, name, _ := strings.Cut(file, "/")
		variant, ending, _ := strings.Cut(name, ".")
		s := sample{platform: platform, variant: variant, file: file}
		if platform == "triple_s" && ending != "sss" || ending == "dictionary.csv" || ending == "golden" {
			continue
		}
		if dictionary := platform + "/" + variant + ".dictionary.csv"; isFile(sampleFolder + "/" + dictionary) {
			s.dictionary = dictionary
		}
		found = append(found, s)
	}
	return found
}

// sampleText returns the bytes of a sample.
func sampleText(t testing.TB, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(sampleFolder, file))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// samples are the bytes of all files among the samples, by their names: for what reads anything.
func samples(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	paths, err := filepath.Glob(sampleFolder + "/*/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		file := strings.TrimPrefix(filepath.ToSlash(path), sampleFolder+"/")
		if !strings.HasSuffix(file, ".golden") {
			texts[file] = sampleText(t, file)
		}
	}
	return texts
}
