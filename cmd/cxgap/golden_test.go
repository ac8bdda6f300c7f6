package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGolden holds what whole commands print against files that are read as prose when they change.
func TestGolden(t *testing.T) {
	for name, args := range map[string]string{
		"drivers.txt":       "drivers demo/study/cxgap.yaml --plot",
		"drivers.md":        "drivers testdata/matters/cxgap.yaml --format markdown",
		"demo.md":           "analyze demo/study/cxgap.yaml --format markdown",
		"demo-detail.txt":   "analyze demo/study/cxgap.yaml --by region --detail",
		"waves-detail.txt":  "analyze ../../testdata/reference/waves/cxgap.yaml --detail",
		"perspective.txt":   "analyze testdata/perspective/cxgap.yaml",
		"perspective.md":    "analyze testdata/perspective/cxgap.yaml --format markdown --detail",
		"inspect.txt":       "inspect testdata/inspect/kinds.csv",
		"inspect-scale.txt": "inspect testdata/inspect/kinds.csv --column Q4_1",
		"without-study.txt": "analyze leadership=demo/study/leadership.csv staff=demo/study/staff.csv customers=demo/study/customers.csv",
	} {
		t.Run(name, func(t *testing.T) {
			var out, errOut bytes.Buffer
			if code := Main(strings.Fields(args), strings.NewReader(""), &out, &errOut); code != exitDone {
				t.Fatalf("exit code %d: %s", code, errOut.String())
			}
			path := filepath.Join("testdata", "golden", name)
			if *update {
				if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("%s is out of date (-have +printed), go test ./cmd/cxgap -update rewrites it:\n%s", path, diff)
			}
		})
	}
}
