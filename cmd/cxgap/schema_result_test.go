package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/docs"
)

// fieldsOf returns the names of a struct's fields in JSON, and those that always stand there.
func fieldsOf(of reflect.Type) (all map[string]reflect.Type, always []string) {
	all = map[string]reflect.Type{}
	for i := range of.NumField() {
		name, options, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if name == "-" || !of.Field(i).IsExported() {
			continue
		}
		all[name] = of.Field(i).Type
		if !strings.HasPrefix(options, "omit") {
			always = append(always, name)
		}
	}
	slices.Sort(always)
	return all, always
}

// typeOf returns what a schema says of a Go type in JSON; what has several forms has none.
func typeOf(of reflect.Type) any {
	switch of {
	case reflect.TypeFor[analysis.Number]():
		return []any{"number", "null"}
	case reflect.TypeFor[study.Date]():
		return "string"
	}
	switch of.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Uint64:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.Slice:
		return "array"
	case reflect.Map, reflect.Struct:
		return "object"
	}
	return nil
}

// sameForm compares a part of the schema with the Go type that is written there, and with the types inside it.
func sameForm(t *testing.T, root, part map[string]any, of reflect.Type, where string) {
	t.Helper()
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if ref, is := part["$ref"].(string); is {
		part = partOf(t, root, strings.Split(strings.TrimPrefix(ref, "#/"), "/")...)
	}
	words := part["enum"] != nil || part["const"] != nil
	if want := typeOf(of); words && want != "string" || !words && !cmp.Equal(part["type"], want) {
		t.Errorf("%s: the schema says %v, want %v", where, part["type"], want)
	}
	switch {
	case of.Kind() == reflect.Struct:
		fields, always := fieldsOf(of)
		properties := partOf(t, part, "properties")
		if part["additionalProperties"] != false {
			t.Errorf("%s takes fields that the program does not write", where)
		}
		var required []string
		for _, name := range part["required"].([]any) {
			required = append(required, name.(string))
		}
		slices.Sort(required)
		if diff := cmp.Diff(always, required); diff != "" {
			t.Errorf("%s: fields that always stand there (-struct +schema):\n%s", where, diff)
		}
		names := []string{}
		for name, inner := range fields {
			names = append(names, name)
			if property, is := properties[name].(map[string]any); is {
				sameForm(t, root, property, inner, where+"/"+name)
			}
		}
		slices.Sort(names)
		if diff := cmp.Diff(names, sortedKeys(properties)); diff != "" {
			t.Errorf("%s: fields (-struct +schema):\n%s", where, diff)
		}
	case of.Kind() == reflect.Slice:
		sameForm(t, root, partOf(t, part, "items"), of.Elem(), where+"[]")
	case of.Kind() == reflect.Map:
		sameForm(t, root, partOf(t, part, "additionalProperties"), of.Elem(), where+"{}")
	}
}

// A field that a result gets, loses or renames, and one that no longer always stands there, is one of its schema.
func TestResultSchemaHasTheFieldsOfResult(t *testing.T) {
	root := parsedSchema(t, docs.ResultSchema)
	sameForm(t, root, root, reflect.TypeFor[analysis.Result](), "result")
}

// The words of the schema are those that the program has: statistics and codes, of which new ones come, and the units.
func TestResultSchemaHasTheWordsOfTheProgram(t *testing.T) {
	root := parsedSchema(t, docs.ResultSchema)
	analyses, statistics, units, codes := map[string]any{}, map[string]any{}, map[string]any{"": true}, map[string]any{}
	for _, d := range analysis.Definitions() {
		analyses[d.Analysis], statistics[d.Statistic] = true, true
		for _, unit := range d.Units {
			units[string(unit)] = true
		}
	}
	for _, c := range analysis.Codes() {
		codes[c.Code] = true
	}
	figure := partOf(t, root, "$defs", "figure", "properties")
	for what, of := range map[string]struct {
		schema map[string]any
		want   map[string]any
	}{
		"analysis":  {partOf(t, figure, "analysis"), analyses},
		"statistic": {partOf(t, figure, "statistic"), statistics},
		"unit":      {partOf(t, figure, "unit"), units},
		"code":      {partOf(t, root, "$defs", "code"), codes},
	} {
		got := map[string]any{}
		for _, word := range of.schema["enum"].([]any) {
			got[word.(string)] = true
		}
		if diff := cmp.Diff(of.want, got); diff != "" {
			t.Errorf("%s: docs/schemas/result.schema.json lists others (-program +schema):\n%s", what, diff)
		}
	}
}

// Every result of the tests is one by its schema, with a study file and without.
func TestResultsAreValid(t *testing.T) {
	schema := compiled(t, docs.ResultSchema)
	tiny, err := os.ReadFile("../../report/testdata/tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	tiny = bytes.ReplaceAll(tiny, []byte(`"0123456789abcdef0123"`), []byte(`"`+strings.Repeat("0123456789abcdef", 4)+`"`)) // invented, and cut short
	if err := schemaFault(schema, tiny); err != nil {
		t.Errorf("report/testdata/tiny.json: %v", err)
	}
	demo, err := filepath.Abs("demo/study")
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(demo, name) }
	for _, args := range [][]string{
		{in("cxgap.yaml")},
		{in("cxgap.yaml"), "--by", "region"},
		{"leadership=" + in("leadership.csv"), "staff=" + in("staff.csv"), "customers=" + in("customers.csv")},
		{"testdata/matters/cxgap.yaml"},
		{"testdata/perspective/cxgap.yaml"},
		{"testdata/score_waves/cxgap.yaml"},
		{"../../testdata/reference/waves/cxgap.yaml"},
		{"../../testdata/reference/three-audiences/cxgap.yaml"},
	} {
		out, errOut, code := cxgap(append([]string{"analyze", "--format", "json"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: exit code %d\n%s", args, code, errOut)
		}
		if err := schemaFault(schema, []byte(out)); err != nil {
			t.Errorf("%v: %.2000v", args, err)
		}
	}
}

// A result that is none is refused: the schema takes no form but its own.
func TestWrongResultsAreInvalid(t *testing.T) {
	schema := compiled(t, docs.ResultSchema)
	text, err := os.ReadFile("../../report/testdata/tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(result, figure map[string]any){
		"another schema":        func(r, _ map[string]any) { r["schema"] = "cxgap.result/2" },
		"no figures":            func(r, _ map[string]any) { delete(r, "figures") },
		"an unknown field":      func(r, _ map[string]any) { r["more"] = 1 },
		"null for no waves":     func(r, _ map[string]any) { r["waves"] = nil },
		"text for a number":     func(_, f map[string]any) { f["value"] = "n/a" },
		"an unknown statistic":  func(_, f map[string]any) { f["statistic"] = "average" },
		"an unknown note":       func(_, f map[string]any) { f["note"] = []any{"doubtful"} },
		"a name that is none":   func(_, f map[string]any) { f["figure"] = "the mean" },
		"a number of figures":   func(_, f map[string]any) { f["more"] = 1 },
		"a figure without base": func(_, f map[string]any) { delete(f, "n") },
	} {
		var r map[string]any
		if err := json.Unmarshal(text, &r); err != nil {
			t.Fatal(err)
		}
		spoil(r, r["figures"].([]any)[0].(map[string]any))
		if schema.Validate(r) == nil {
			t.Errorf("%s: a valid result", what)
		}
	}
}
