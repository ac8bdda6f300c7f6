package main

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/cxgap/cxgap/"

// allowed says which rooms a room may import: the arrows of docs/architecture.md, from the ground up.
func allowed() map[string][]string {
	return map[string][]string{
		"analysis/stats":          {},
		"analysis/study":          {},
		"importers/xlsx":          {},
		"importers/delimited":     {},
		"importers/lexicon":       {"analysis/study"},
		"importers":               {"analysis/study", "importers/delimited", "importers/lexicon", "importers/xlsx"},
		"analysis":                {"analysis/stats", "analysis/study"},
		"analysis/gate":           {"analysis", "analysis/stats", "analysis/study"},
		"analysis/disclosure":     {"analysis", "analysis/study"},
		"report":                  {"analysis", "analysis/disclosure", "analysis/gate", "analysis/study", "report/chart"},
		"cmd/cxgap/demo":          {},
		"cmd/cxgap/demo/generate": {},
		"cmd/cxgap/templates":     {},
		"report/chart":            {},
		"docs":                    {},
		"bench":                   {},
		"bench/generate":          {"bench"},
		"bench/limit":             {"bench"},
		"cmd/cxgap":               {"analysis", "analysis/disclosure", "analysis/gate", "analysis/study", "importers", "report", "cmd/cxgap/demo", "cmd/cxgap/templates", "docs"},
	}
}

// forbidden says which packages of the standard library a room must not reach for, and why.
func forbidden() map[string]map[string]string {
	pure := map[string]string{
		"os": "analysis reads no files", "time": "analysis reads no clock", "net/http": "no network",
		"math/rand": "random numbers come from a seeded math/rand/v2 source",
	}
	quiet := map[string]string{"net": "no network", "net/http": "no network"}
	return map[string]map[string]string{
		"analysis/stats": pure, "analysis": pure, "analysis/gate": pure, "analysis/disclosure": pure, "analysis/study": {"os": "the study file comes as text", "time": "no clock", "net/http": "no network"},
		"importers": quiet, "importers/delimited": quiet, "importers/lexicon": quiet, "importers/xlsx": quiet, "report": {"os": "report writes to writers", "time": "no timestamps", "net/http": "no network"}, "cmd/cxgap": quiet,
	}
}

// broken returns what is wrong with the imports of one package.
func broken(room string, imports []string) []string {
	var faults []string
	rooms, known := allowed()[room]
	if !known {
		return []string{room + ": a room that docs/architecture.md does not name"}
	}
	for _, path := range imports {
		if inner, ours := strings.CutPrefix(path, module); ours && !slices.Contains(rooms, inner) {
			faults = append(faults, room+" must not import "+inner)
		}
		if why, bad := forbidden()[room][path]; bad {
			faults = append(faults, room+" must not import "+path+": "+why)
		}
	}
	return faults
}

func TestArrows(t *testing.T) {
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	command.Dir = "../.."
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	seen := 0
	for decoder.More() {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); err != nil {
			t.Fatal(err)
		}
		seen++
		for _, fault := range broken(strings.TrimPrefix(p.ImportPath, module), p.Imports) {
			t.Error(fault)
		}
	}
	if seen < len(allowed()) {
		t.Errorf("got %d packages, want at least the %d rooms", seen, len(allowed()))
	}
}

// The check itself is tried on wrong imports, or it could not fail.
func TestArrowsFindWrongImports(t *testing.T) {
	for room, path := range map[string]string{
		"analysis/stats": module + "analysis/study",
		"analysis":       module + "importers",
		"importers":      module + "analysis",
		"report":         "os",
		"nowhere":        "fmt",
	} {
		if len(broken(room, []string{path})) == 0 {
			t.Errorf("%s importing %s passed", room, path)
		}
	}
}
