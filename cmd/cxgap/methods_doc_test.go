package main

import (
	"os"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Every statistic names the section of docs/methods.md that explains it.
func TestMethodsSections(t *testing.T) {
	text, err := os.ReadFile("../../docs/methods.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if title, found := strings.CutPrefix(line, "## "); found {
			sections[title] = true
		}
	}
	missing := map[string]bool{}
	for _, d := range analysis.Definitions() {
		if !sections[d.Source] && !missing[d.Source] {
			missing[d.Source] = true
			t.Errorf("docs/methods.md has no section %q, which explains %s of %s", d.Source, d.Statistic, d.Analysis)
		}
	}
}
