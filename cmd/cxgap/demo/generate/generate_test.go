package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestExportsAreUpToDate holds the files in ../study to the program that makes them.
func TestExportsAreUpToDate(t *testing.T) {
	for name, want := range exports() {
		got, err := os.ReadFile(filepath.Join("..", "study", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the generator writes; go generate ./cmd/cxgap/demo writes it", name)
		}
	}
}
