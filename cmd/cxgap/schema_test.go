package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cxgap/cxgap/docs"
)

// compiled returns a schema that says of a value what is wrong with it. One that is no schema of its draft fails here.
func compiled(t *testing.T, text string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	const place = "urn:cxgap:test"
	if err := compiler.AddResource(place, parsedSchema(t, text)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(place)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func parsedSchema(t *testing.T, text string) map[string]any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return value.(map[string]any)
}

// modelOf returns the JSON that a text in YAML stands for.
func modelOf(text []byte) (any, error) {
	var value any
	if err := yaml.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &value); err != nil {
		return nil, err
	}
	written, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(written))
}

// schemaFault returns what a schema says of a text in YAML or JSON.
func schemaFault(schema *jsonschema.Schema, text []byte) error {
	value, err := modelOf(text)
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

// partOf returns what stands under some keys of a schema.
func partOf(t *testing.T, schema map[string]any, keys ...string) map[string]any {
	t.Helper()
	for _, key := range keys {
		inner, is := schema[key].(map[string]any)
		if !is {
			t.Fatalf("the schema has nothing under %s", strings.Join(keys, "/"))
		}
		schema = inner
	}
	return schema
}

func sortedKeys(of map[string]any) []string {
	var keys []string
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// eachSchema visits a schema and all that stand in it, by their pointers.
func eachSchema(value any, pointer string, visit func(pointer string, schema map[string]any)) {
	switch value := value.(type) {
	case map[string]any:
		visit(pointer, value)
		for _, key := range sortedKeys(value) {
			if key != "examples" && key != "default" && key != "enum" && key != "const" {
				eachSchema(value[key], pointer+"/"+key, visit)
			}
		}
	case []any:
		for i, inner := range value {
			eachSchema(inner, fmt.Sprintf("%s/%d", pointer, i), visit)
		}
	}
}

// Whatever a schema offers, as a default or an example, it accepts; every key says what it is; and no mapping takes keys that nobody knows.
func TestSchemasAreSound(t *testing.T) {
	ids := map[string]bool{}
	for _, s := range schemas() {
		root := parsedSchema(t, s.text)
		compiled(t, s.text)
		id, _ := root["$id"].(string)
		if root["$schema"] != "https://json-schema.org/draft/2020-12/schema" || !strings.HasPrefix(id, "urn:cxgap:schema:"+s.name) || ids[id] {
			t.Errorf("%s: $schema %q, $id %q", s.name, root["$schema"], id)
		}
		ids[id] = true
		eachSchema(root, "", func(pointer string, part map[string]any) {
			if title, is := part["title"].(string); is && title != "" && part["description"] == nil {
				t.Errorf("%s%s has no description", s.name, pointer)
			}
			properties, _ := part["properties"].(map[string]any)
			for key, of := range properties {
				of, _ := of.(map[string]any)
				if part["additionalProperties"] == false && of["description"] == nil {
					t.Errorf("%s%s: %s is not described", s.name, pointer, key)
				}
			}
			offered, _ := part["examples"].([]any)
			if value, has := part["default"]; has {
				offered = append(offered[:len(offered):len(offered)], value)
			}
			for _, value := range offered {
				alone := map[string]any{"$defs": root["$defs"]}
				for key, of := range part {
					alone[key] = of
				}
				written, err := json.Marshal(alone)
				if err != nil {
					t.Fatal(err)
				}
				if err := compiled(t, string(written)).Validate(value); err != nil {
					t.Errorf("%s%s offers %v: %v", s.name, pointer, value, err)
				}
			}
		})
	}
}

// The rules in a file of their own are those of a study file.
func TestRulesSchemaIsThatOfTheStudyFile(t *testing.T) {
	rules, study := parsedSchema(t, docs.RulesSchema), parsedSchema(t, docs.StudySchema)
	for name, of := range partOf(t, rules, "$defs") {
		if got, want := fmt.Sprint(of), fmt.Sprint(partOf(t, study, "$defs")[name]); got != want {
			t.Errorf("%s differs:\n%s\n%s", name, got, want)
		}
	}
	if keys := sortedKeys(partOf(t, rules, "properties")); !slices.Equal(keys, []string{"checks"}) {
		t.Errorf("got the keys %v", keys)
	}
	schema := compiled(t, docs.RulesSchema)
	for text, valid := range map[string]bool{
		"checks: [{id: a, expect: nps(customers) >= 20}]": true,
		"checks: []":                            false,
		"title: T":                              false,
		"checks: [{id: a}]":                     false,
		"checks: [{id: a, expect: b, fail: c}]": false,
	} {
		if err := schemaFault(schema, []byte(text)); (err == nil) != valid {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// The files of schemas that stand in docs are those that the program prints.
func TestSchemasAreThoseOfTheDocs(t *testing.T) {
	for _, s := range schemas() {
		text, err := os.ReadFile(filepath.Join("../../docs/schemas", s.name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		out, errOut, code := cxgap("schema", s.name)
		if code != exitDone || errOut != "" || out != string(text) {
			t.Errorf("schema %s: exit code %d, %d bytes, want %d\n%s", s.name, code, len(out), len(text), errOut)
		}
	}
}
