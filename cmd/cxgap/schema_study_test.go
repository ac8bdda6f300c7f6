package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/cmd/cxgap/templates"
	"github.com/cxgap/cxgap/docs"
)

// studyTexts returns every text of the repository that is a study file: those that stand alone, those of the scripts, the examples of
// the documents, the templates of init, and what init drafts of the demo.
func studyTexts(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	enter := func(name string, text []byte) {
		if _, err := study.Parse(name, text); err == nil {
			all[name] = text
		}
	}
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".yaml":
			text, err := os.ReadFile(path)
			enter(path, text)
			return err
		case ".txtar":
			archive, err := txtar.ParseFile(path)
			if err != nil {
				return err
			}
			for _, file := range archive.Files {
				enter(path+"/"+file.Name, file.Data)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, block := range exampleBlock.FindAllStringSubmatch(studyFilePage(t)+readmeText(t), -1) {
		text, err := wholeStudy(block[1], block[2], block[3])
		if err != nil {
			t.Fatal(err)
		}
		enter(fmt.Sprintf("example %d", i), []byte(text))
	}
	for _, name := range templates.Names() {
		text, _ := templates.Text(name)
		enter("template "+name, text)
	}
	draft, errOut, code := cxgap("init", "leadership=demo/study/leadership.csv", "staff=demo/study/staff.csv", "customers=demo/study/customers.csv")
	if code != exitDone {
		t.Fatalf("init: exit code %d\n%s", code, errOut)
	}
	enter("draft", []byte(draft))
	return all
}

// The schema refuses no study file that the program reads.
func TestStudyFilesAreValid(t *testing.T) {
	schema := compiled(t, docs.StudySchema)
	texts := studyTexts(t)
	if len(texts) < 60 || texts["draft"] == nil || texts["template trust"] == nil || texts["../../analysis/study/testdata/all.yaml"] == nil {
		t.Errorf("found %d study files only", len(texts))
	}
	for name, text := range texts {
		if err := schemaFault(schema, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// mappingProbe is a mapping of the study file: where its schema stands, and a study whose fault lists the keys that the program knows there.
type mappingProbe struct{ schema, text string }

const unknownKey = "qqqqqqqqqqqq: 1"

func mappingProbes() []mappingProbe {
	whole := exampleAudiences + exampleScale + exampleItems
	items := exampleAudiences + exampleScale + "items: {easy: {"
	audience := exampleScale + exampleItems + "audiences: {staff: {files: [s.csv], "
	return []mappingProbe{
		{"", whole + unknownKey},
		{"$defs/audience", audience + unknownKey + "}}"},
		{"$defs/condition/anyOf/1", audience + "where: {A: {not: 1, " + unknownKey + "}}}}"},
		{"$defs/waveColumn", audience + "wave: {column: A, " + unknownKey + "}}}"},
		{"$defs/answerTime", audience + "time: {column: A, " + unknownKey + "}}}"},
		{"$defs/columnText", audience + "weight: {text: A, " + unknownKey + "}}}"},
		{"$defs/missing", whole + "missing: {" + unknownKey + "}"},
		{"$defs/item", items + "performance: Q1, " + unknownKey + "}}"},
		{"$defs/columnWithDetails", items + "performance: {column: Q1, " + unknownKey + "}}}"},
		{"$defs/estimate", items + "estimates: {staff: {of: customers, column: Q1, " + unknownKey + "}}}}"},
		{"$defs/construct", whole + "constructs: {c: {" + unknownKey + "}}"},
		{"$defs/outcome", whole + "outcome: {column: Q2, " + unknownKey + "}"},
		{"$defs/journey", whole + "journey: {outcome: Q2, " + unknownKey + "}"},
		{"$defs/quality", whole + "quality: {" + unknownKey + "}"},
		{"$defs/analysis", whole + "analysis: {" + unknownKey + "}"},
		{"$defs/zones", whole + "analysis: {zones: {" + unknownKey + "}}"},
		{"$defs/privacy", whole + "privacy: {" + unknownKey + "}"},
		{"$defs/check", whole + "checks: [{id: a, expect: n(staff) >= 1, " + unknownKey + "}]"},
		{"$defs/waiver", whole + "checks: [{id: a, expect: n(staff) >= 1, waivers: [{" + unknownKey + "}]}]"},
	}
}

// labelledMappings are those that the program reads key by key: a column with a label beside it, and its details.
func labelledMappings() map[string][]string {
	return map[string][]string{
		"$defs/segmentColumn": {"column", "label", "order", "text"},
		"$defs/journeyColumn": {"codes", "column", "label", "missing", "one_scale", "reversed", "scale", "text"},
	}
}

// Where the program lists the keys that it knows, the schema has the same, in both directions; and there is no mapping that either knows alone.
func TestStudySchemaHasTheKeysOfTheProgram(t *testing.T) {
	root := parsedSchema(t, docs.StudySchema)
	held := map[string][]string{}
	for _, probe := range mappingProbes() {
		keys := knownKeys(t, probe.text)
		slices.Sort(keys)
		held[probe.schema] = keys
	}
	for schema, keys := range labelledMappings() {
		held[schema] = keys
	}
	eachSchema(root, "", func(pointer string, part map[string]any) {
		if part["additionalProperties"] != false {
			return
		}
		pointer = strings.TrimPrefix(pointer, "/")
		if diff := cmp.Diff(held[pointer], sortedKeys(partOf(t, part, "properties"))); diff != "" {
			t.Errorf("%q: keys (-program +schema):\n%s", pointer, diff)
		}
		delete(held, pointer)
	})
	if len(held) > 0 {
		t.Errorf("the schema lacks %v", held)
	}

	sources, err := filepath.Glob("../../analysis/study/*.go")
	if err != nil {
		t.Fatal(err)
	}
	mappings := 0
	for _, path := range sources {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if name := filepath.Base(path); name != "rule_tests.go" && name != "rules_file.go" { // files of their own
			mappings += strings.Count(string(text), "d.fields(")
		}
	}
	if probes := len(mappingProbes()); mappings != probes {
		t.Errorf("the program reads %d mappings, and this test looks at %d", mappings, probes)
	}
}

// documentedRow is a row of a table of keys: key, type, default, meaning.
var documentedRow = regexp.MustCompile("(?m)^\\| (.*`[a-z_]+`.*?) \\| (.*) \\| (.*) \\| (.+) \\|$")

var (
	documentedKey = regexp.MustCompile("`([a-z_]+)`")
	pageLink      = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	seeElsewhere  = regexp.MustCompile(`[;:,]? ?see .*$`)
	aloneInTicks  = regexp.MustCompile("^`([^`]+)`$")
)

// The schema explains a key in the words of docs/study-file.md, and has the default that stands there.
func TestStudySchemaSpeaksAsTheDocs(t *testing.T) {
	root := parsedSchema(t, docs.StudySchema)
	found := 0
	for heading, schemas := range map[string][]string{
		"Keys of the file": {""}, "audiences": {"audience"}, "missing": {"missing"}, "items": {"item", "columnWithDetails", "estimate"},
		"outcome": {"outcome"}, "analysis": {"analysis"}, "quality": {"quality"}, "privacy": {"privacy"}, "checks": {"check"},
		"constructs": {"construct"}, "journey": {"journey"},
	} {
		_, rest, _ := strings.Cut(studyFilePage(t), "\n## "+heading+"\n")
		section, _, _ := strings.Cut(rest, "\n## ")
		tables := strings.Split(section, "\n| key |")[1:]
		if len(tables) != len(schemas) {
			t.Fatalf("%s has %d tables of keys, want %d", heading, len(tables), len(schemas))
		}
		for i, table := range tables {
			properties := partOf(t, root, "properties")
			if schemas[i] != "" {
				properties = partOf(t, root, "$defs", schemas[i], "properties")
			}
			for _, row := range documentedRow.FindAllStringSubmatch(table, -1) {
				for _, key := range documentedKey.FindAllStringSubmatch(row[1], -1) {
					property := partOf(t, properties, key[1])
					words := seeElsewhere.ReplaceAllString(pageLink.ReplaceAllString(row[4], "$1"), "")
					words = strings.Trim(strings.ReplaceAll(words, "`", ""), " …")
					if said := property["description"].(string); !strings.Contains(strings.ToLower(said), strings.ToLower(words)) {
						t.Errorf("%s of %s: the schema says %q, the page %q", key[1], heading, said, words)
					}
					if value := aloneInTicks.FindStringSubmatch(row[3]); value != nil {
						want, err := modelOf([]byte(value[1]))
						if err != nil {
							t.Fatal(err)
						}
						if !cmp.Equal(property["default"], want) {
							t.Errorf("%s of %s: the schema has the default %v, the page %v", key[1], heading, property["default"], want)
						}
					}
					found++
				}
			}
		}
	}
	if found < 80 {
		t.Errorf("found %d documented keys only", found)
	}
}

// The defaults of the schema are those of the program: written out they change nothing.
func TestStudySchemaDefaults(t *testing.T) {
	root := parsedSchema(t, docs.StudySchema)
	file := map[string]any{}
	for _, part := range []string{"analysis", "quality", "privacy"} {
		values := map[string]any{}
		for key, property := range partOf(t, root, "$defs", part, "properties") {
			if value, has := property.(map[string]any)["default"]; has {
				values[key] = value
			} else {
				t.Errorf("%s.%s has no default", part, key)
			}
		}
		file[part] = values
	}
	text, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(string(text), "{"), "}")
	s, err := study.Parse("defaults", []byte(`{"audiences": {"staff": {"files": "s.csv"}}, "items": {}, `+inner+"}"))
	if err != nil {
		t.Fatal(err)
	}
	quality, choices, privacy := study.Defaults()
	if diff := cmp.Diff([]any{quality, choices, privacy}, []any{s.Quality, s.Analysis, s.Privacy}); diff != "" {
		t.Errorf("-program +schema:\n%s", diff)
	}
}

// Both refuse what is wrong in its form.
func TestWrongStudyFilesAreInvalid(t *testing.T) {
	schema := compiled(t, docs.StudySchema)
	whole := exampleAudiences + exampleScale + exampleItems
	audience := func(of string) string {
		return exampleScale + exampleItems + "audiences: {staff: {files: [s.csv], " + of + "}}"
	}
	item := func(of string) string { return exampleAudiences + exampleScale + "items: {easy: {" + of + "}}" }
	rule := func(of string) string { return whole + "checks: [{" + of + "}]" }
	texts := []string{
		"title: T\n", exampleAudiences, "audiences: {}\n" + exampleItems, "audiences:\n" + exampleItems,
		whole + "titel: T", whole + "title: [T]", whole + "language: fr", whole + "waves: [2025, 2025]", whole + "segments: {region: }",
		whole + "segments: {region: {}}", whole + "segments: {region: {column: A, text: B}}", whole + "segments: {region: {column: A, staff: B}}",
		whole + "scale: 5", whole + "scale: [Poor]", whole + "scale: [Poor, Poor]", whole + "missing: [99]", whole + "missing: {dont_know: {a: 1}}",
		whole + "codes: [1]", whole + "codes: {1: }", exampleScale + exampleItems + "audiences: {Staff: {files: [s.csv]}}",
		exampleScale + exampleItems + "audiences: {staff: {}}", exampleScale + exampleItems + "audiences: {staff: {files: []}}",
		audience("population: 0"), audience("population: many"), audience("anonymous: maybe"), audience("anonymous: false"), audience("anonymous: false, reason: ''"),
		audience("where: {A: }"), audience("where: {A: {not: }}"), audience("where: {A: {is: 1}}"), audience("weight: {}"), audience("weight: {column: A}"), audience("weight: ''"),
		audience("time: {order: day_first}"), audience("time: {column: A, order: first}"), audience("wave: 2025"), audience("wave: {column: A}"),
		audience("delimiter: ab"), audience("decimal: dot"), audience("header_rows: -1"), audience("tabulated: true, weight: A"), audience("tabulated: true, labels_from: l.csv"),
		whole + "waves: [2025, 2026]", "waves: [2025]\n" + exampleScale + exampleItems + "audiences: {staff: {files: {2025: [s.csv]}, wave: 2025}}",
		item(""), item("label: Easy"), item("performance: "), item("performance: {column: Q1, text: How}"), item("performance: {column: Q1, reverse: true}"),
		item("performance: {column: Q1, staff: Q2}"), item("performance: {staff: {scale: 1..5}}"), item("performance: []"), item("performance: [Q1, Q1]"), item("performance: [Q1, [Q2]]"), item("performance: {staff: [Q1, '']}"),
		item("performance: [{column: Q1}]"), item("performance: {text: [Q1, Q2]}"), audience("weight: [A, B]"), whole + "segments: {region: [A, B]}", item("performance: {staff: }"),
		item("performance: Q1, target: 101"), item("performance: Q1, top_box: 0"), item("performance: Q1, driver: perhaps"), item("estimates: {}"),
		item("estimates: {staff: {column: Q1}}"), item("estimates: {staff: {of: customers}}"), item("estimates: {staff: {of: customers, kind: outcome, column: Q1}}"),
		exampleAudiences + exampleScale + "items: {outcome: {performance: Q1}}", exampleAudiences + exampleScale + "items: {journey_x: {performance: Q1}}",
		exampleAudiences + exampleScale + "items: {Easy: {performance: Q1}}", whole + "constructs: {c: {items: [friendly]}}", whole + "constructs: {dimension_x: {items: [a, b]}}",
		whole + "outcome: {label: L}", whole + "outcome: {column: Q2, ces: high}", whole + "outcome: {column: Q2, nps: often}",
		whole + "journey: {effort: Q2}", whole + "journey: {outcome: {label: }}", whole + "journey: {outcome: Q2, effort: {column: Q3, named: x}}",
		whole + "quality: {partial: keep}", whole + "quality: {speed_cut: 2}", whole + "analysis: {confidence: 95}", whole + "analysis: {confidence: 0.5}",
		whole + "analysis: {adjust: bonferroni}", whole + "analysis: {equivalence: 5}", whole + "analysis: {equivalence: 0.5pomp}", whole + "analysis: {resamples: 99}",
		whole + "analysis: {resamples: 100001}", whole + "analysis: {seed: -1}", whole + "analysis: {zones: {low: 8..}}", whole + "analysis: {zones: {high: 0}}", whole + "analysis: {crosshair: middle}",
		whole + "privacy: {minimum_base: 0}", whole + "checks: {id: a}", rule("expect: n(staff) >= 1"), rule("id: a"), rule("id: a, expect: b, fail: c"),
		rule("id: a, warn: b, on_inconclusive: fail"), rule("id: a, warn: b, small_base: fail"), rule("id: a, warn: b, on_no_data: fail"), rule("id: a, expect: b, on_no_data: pass"), rule("id: a, expect: b, for: audiences"), rule("id: a, expect: b, decide: sure"),
		rule("id: a, expect: b, waivers: [{owner: O, reason: R}]"), rule("id: a, expect: b, waivers: [{owner: O, reason: R, until: 31.3.2027}]"),
		rule("id: a, expect: b, waivers: [{owner: O, until: 2027-03-31}]"), "[a, b]", "a text",
	}
	for _, text := range texts {
		if _, err := study.Parse("wrong", []byte(text)); err == nil {
			t.Errorf("the program takes\n%s", text)
		}
		if schemaFault(schema, []byte(text)) == nil {
			t.Errorf("the schema takes\n%s", text)
		}
	}
}

// spoiler changes one thing in a study, at random.
type spoiler struct {
	random *rand.Rand
	keys   []string // that a study file has anywhere
}

// values are what may stand in the place of another value.
func (s *spoiler) value() any {
	texts := []string{
		`null`, `true`, `false`, `"x"`, `"Q1"`, `"#17"`, `0`, `1`, `2`, `7`, `150`, `-1`, `0.7`, `"12"`, `"0.7"`, `"true"`, `"1..10"`, `"0..10"`, `"0..5 by 0.5"`, `"5%"`, `"0.5pt"`, `""`, `"infpt"`, `"0x1p3pt"`, `"1e2%"`, `"qualtrics"`,
		`"drop"`, `"report"`, `"none"`, `"fail"`, `"2027-03-31"`, `[]`, `["a"]`, `["a", "b"]`, `[1, 2, 3]`, `{}`, `{"text": "How?"}`, `{"column": "Q8"}`, `{"column": "Q8", "text": "How?"}`,
		`{"not": ["x"]}`, `{"leadership": "Q8"}`, `{"staff": {"column": "Q8", "scale": "1..5"}}`, `{"label": "L"}`, `{"label": "L", "column": "c"}`, `{"label": "L", "staff": "c"}`,
		`{"low": 2, "high": "8.."}`, `{"of": "customers", "column": "Q8"}`, `{"dont_know": [99]}`, `{"1": 2}`, `[{"id": "a", "warn": "n(staff) >= 1"}]`, `"..4"`, `"day_first"`, `{"column": "d", "order": "day_first"}`,
	}
	var value any
	if err := json.Unmarshal([]byte(texts[s.random.IntN(len(texts))]), &value); err != nil {
		panic(err)
	}
	return value
}

// spoil changes one part of a value: it goes, it becomes another, or it gets one more key. It returns the key that it changed.
func (s *spoiler) spoil(value any, key string) (any, string) {
	deeper := s.random.IntN(5) > 0
	switch value := value.(type) {
	case map[string]any:
		keys := sortedKeys(value)
		if len(keys) == 0 || !deeper {
			if s.random.IntN(3) == 0 {
				return s.value(), key
			}
			added := s.keys[s.random.IntN(len(s.keys))]
			value[added] = s.value()
			return value, added
		}
		chosen := keys[s.random.IntN(len(keys))]
		if s.random.IntN(12) == 0 {
			delete(value, chosen)
			return value, chosen
		}
		value[chosen], key = s.spoil(value[chosen], chosen)
		return value, key
	case []any:
		if len(value) == 0 || !deeper {
			return s.value(), key
		}
		i := s.random.IntN(len(value))
		value[i], key = s.spoil(value[i], key)
		return value, key
	}
	return s.value(), key
}

// laterRefused reports whether the study file is read with any value of a key, and others of the program refuse it: platforms are known
// where exports are read, and rules where they are decided.
func laterRefused(key string) bool {
	return slices.Contains([]string{"platform", "expect", "warn", "fail"}, key)
}

// Whatever is changed in a study file: if the program reads it, the schema takes it.
func TestStudySchemaRefusesNothingThatIsRead(t *testing.T) {
	schema := compiled(t, docs.StudySchema)
	s := &spoiler{random: rand.New(rand.NewPCG(1, 2))}
	eachSchema(parsedSchema(t, docs.StudySchema), "", func(_ string, part map[string]any) {
		properties, _ := part["properties"].(map[string]any)
		s.keys = append(s.keys, sortedKeys(properties)...)
	})
	texts := studyTexts(t)
	var names []string
	for name, text := range texts {
		if len(text) < 6_000 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	read, refused, both := 0, 0, 0
	for range 12_000 {
		value, err := modelOf(texts[names[s.random.IntN(len(names))]])
		if err != nil {
			t.Fatal(err)
		}
		value, key := s.spoil(value, "")
		if laterRefused(key) {
			continue
		}
		var text bytes.Buffer
		e := json.NewEncoder(&text)
		e.SetEscapeHTML(false)
		if err := e.Encode(value); err != nil {
			t.Fatal(err)
		}
		_, wrong := study.Parse("changed", text.Bytes())
		invalid := schemaFault(schema, text.Bytes())
		switch {
		case wrong == nil && invalid != nil:
			t.Fatalf("%s is changed, the program reads it, and the schema does not take it: %v\n%s", key, invalid, text.String())
		case wrong == nil:
			read++
		case invalid != nil:
			both++
		default:
			refused++
		}
	}
	if read < 1000 || both < 1000 {
		t.Errorf("read %d, refused by both %d, by the program alone %d: the changes show little", read, both, refused)
	}
	t.Logf("read %d, refused by both %d, by the program alone %d", read, both, refused)
}
