package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/docs"
)

// A field that a report of verdicts or a baseline gets, loses or renames is one of its schema.
func TestCheckSchemasHaveTheFieldsOfTheProgram(t *testing.T) {
	for what, c := range map[string]struct {
		schema string
		of     reflect.Type
	}{
		"check":    {docs.CheckSchema, reflect.TypeFor[gate.Report]()},
		"baseline": {docs.BaselineSchema, reflect.TypeFor[gate.Baseline]()},
	} {
		root := parsedSchema(t, c.schema)
		sameForm(t, root, root, c.of, what)
	}
}

// What describes an item in a result describes it in a baseline.
func TestBaselineSchemaHasTheItemsOfResults(t *testing.T) {
	result, baseline := parsedSchema(t, docs.ResultSchema), parsedSchema(t, docs.BaselineSchema)
	for _, name := range []string{"item", "rating", "asked"} {
		if !reflect.DeepEqual(partOf(t, result, "$defs", name), partOf(t, baseline, "$defs", name)) {
			t.Errorf("%s is another one", name)
		}
	}
}

// Every report of verdicts and every baseline is one by its schema.
func TestVerdictsAndBaselinesAreValid(t *testing.T) {
	demo, err := filepath.Abs("demo/study")
	if err != nil {
		t.Fatal(err)
	}
	gatesBeside(t)
	studyFile := filepath.Join(demo, "cxgap.yaml")
	for name, text := range map[string]string{
		"many.yaml": `checks:
  - {id: gaps, for: items, expect: "gap(leadership, customers) <= 15pomp", warn: "gap(leadership, customers) <= 5pomp"}
  - {id: shares, for: items, expect: "top_box(*) >= 40%"}
  - {id: alike, expect: "mean(customers, easy) >= mean(customers, quality)"}
  - {id: ranks, for: items, expect: "derived_rank(customers) <= 4"}
  - {id: places, for: items, expect: "quadrant(customers) is not concentrate_here", on_inconclusive: fail}
  - {id: few, expect: "nps(customers) >= 0", min_base: 5000}
  - {id: since, for: items, expect: "change(mean(customers), baseline) >= -0.5pt"}
  - {id: waived, for: items, expect: "gap(leadership, customers) <= 1pomp", waivers: [{item: easy, owner: J. Doe, reason: new portal, until: 2099-12-31}, {item: quality, owner: J. Doe, reason: old, until: 2001-12-31}]}
`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{studyFile, "pass.yaml"} {
		if _, errOut, code := cxgap("check", "baseline", "write", name, "-o", "baseline.json", "--force"); code != exitDone {
			t.Fatalf("exit code %d\n%s", code, errOut)
		}
		text, err := os.ReadFile("baseline.json")
		if err != nil {
			t.Fatal(err)
		}
		if err := schemaFault(compiled(t, docs.BaselineSchema), text); err != nil {
			t.Errorf("baseline of %s: %.2000v", name, err)
		}
	}
	if _, errOut, code := cxgap("check", "baseline", "write", studyFile, "-o", "baseline.json", "--force"); code != exitDone {
		t.Fatalf("exit code %d\n%s", code, errOut)
	}
	for _, args := range [][]string{
		{studyFile}, {studyFile, "--fail-on", "warn"}, {studyFile, "--rules", "many.yaml", "--baseline", "baseline.json"}, {"pass.yaml"}, {"fail.yaml"}, {"open.yaml"},
	} {
		out, errOut, code := cxgap(append([]string{"check", "--output", "json"}, args...)...)
		if code == exitUsage || code == exitInput {
			t.Fatalf("%v: exit code %d\n%s", args, code, errOut)
		}
		if err := schemaFault(compiled(t, docs.CheckSchema), []byte(out)); err != nil {
			t.Errorf("%v: %.2000v", args, err)
		}
	}
}

// The schemas take no form but their own.
func TestWrongVerdictsAreInvalid(t *testing.T) {
	gatesBeside(t)
	out, _, _ := cxgap("check", "fail.yaml", "--output", "json")
	for what, spoil := range map[string]func(report, verdict map[string]any){
		"another schema":     func(r, _ map[string]any) { r["schema"] = "cxgap.check/2" },
		"no verdicts":        func(r, _ map[string]any) { delete(r, "verdicts") },
		"an unknown field":   func(r, _ map[string]any) { r["more"] = 1 },
		"null warnings":      func(r, _ map[string]any) { r["warnings"] = nil },
		"another stop":       func(r, _ map[string]any) { r["stopped_by"] = "nobody" },
		"an unknown outcome": func(_, v map[string]any) { v["outcome"] = "failed" },
		"text for a number":  func(_, v map[string]any) { v["value"] = "n/a" },
		"no level":           func(_, v map[string]any) { delete(v, "level") },
	} {
		var r map[string]any
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			t.Fatal(err)
		}
		spoil(r, r["verdicts"].([]any)[0].(map[string]any))
		if compiled(t, docs.CheckSchema).Validate(r) == nil {
			t.Errorf("%s: a valid report", what)
		}
	}
}
