package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// exampleBlock is a fenced block of YAML: ```yaml is a whole study, ```yaml fragment are further keys of one, and
// ```yaml fragment of items what stands under that key.
var exampleBlock = regexp.MustCompile("(?s)```yaml(?: (fragment)(?: of ([a-z]+))?)?\n(.*?)```")

// The parts of a study that an example leaves out.
const (
	exampleAudiences = "audiences: {leadership: {files: [l.csv]}, staff: {files: [s.csv]}, customers: {files: [c.csv]}}\n"
	exampleItems     = "items: {friendly: {performance: Q1_1}}\n"
	exampleScale     = "scale: 1..10\n"
)

// wholeStudy completes an example to a study.
func wholeStudy(fragment, under, text string) (string, error) {
	switch {
	case fragment == "":
		return text, nil
	case under == "":
		return exampleAudiences + exampleScale + exampleItems + text, nil
	case under == "audiences":
		return exampleScale + exampleItems + "audiences:\n" + indented(text), nil
	case under == "items":
		return exampleAudiences + exampleScale + "items:\n" + indented(text), nil
	}
	return "", fmt.Errorf("an example is of audiences or items, not of %q", under)
}

func indented(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n  ") + "\n"
}

func studyFilePage(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/study-file.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every example of docs/study-file.md is accepted.
func TestStudyFileExamples(t *testing.T) {
	blocks := exampleBlock.FindAllStringSubmatch(studyFilePage(t), -1)
	if len(blocks) < 10 {
		t.Fatalf("found %d examples: are they still fenced as ```yaml?", len(blocks))
	}
	for _, block := range blocks {
		text, err := wholeStudy(block[1], block[2], block[3])
		if err != nil {
			t.Error(err)
			continue
		}
		var faults *study.FileError
		if _, err := study.Parse("example", []byte(text)); errors.As(err, &faults) {
			for _, f := range faults.List {
				t.Errorf("%s\n%s\nin the example\n%s", f.Place.String()+": "+f.Message, f.Caret(), text)
			}
		}
	}
	if len(blocks) != strings.Count(studyFilePage(t), "```yaml") {
		t.Error("an example is marked in a way that this test does not read")
	}
}

// knownKeys lists what the parser says of the keys of a part of a study, by giving it one that it does not know.
func knownKeys(t *testing.T, text string) []string {
	t.Helper()
	_, err := study.Parse("probe", []byte(text))
	var faults *study.FileError
	if !errors.As(err, &faults) {
		t.Fatalf("no fault in\n%s", text)
	}
	for _, f := range faults.List {
		if keys, found := strings.CutPrefix(f.Hint, "known keys: "); found {
			return strings.Split(keys, ", ")
		}
	}
	t.Fatalf("the parser lists no keys for\n%s: %v", text, err)
	return nil
}

// Every key that the parser accepts is in the section of docs/study-file.md that it belongs to.
func TestStudyFileKeysAreDocumented(t *testing.T) {
	page := studyFilePage(t)
	const unknown = "qqqqqqqqqqqq: 1"
	for section, probe := range map[string]string{
		"Keys of the file": exampleAudiences + exampleScale + exampleItems + unknown,
		"audiences":        exampleScale + exampleItems + "audiences: {staff: {files: [s.csv], " + unknown + "}}",
		"missing":          exampleAudiences + exampleScale + exampleItems + "missing: {" + unknown + "}",
		"items":            exampleAudiences + exampleScale + "items: {easy: {performance: Q1, " + unknown + "}}",
		"outcome":          exampleAudiences + exampleScale + exampleItems + "outcome: {column: Q2, " + unknown + "}",
		"analysis":         exampleAudiences + exampleScale + exampleItems + "analysis: {" + unknown + "}",
		"quality":          exampleAudiences + exampleScale + exampleItems + "quality: {" + unknown + "}",
		"checks":           exampleAudiences + exampleScale + exampleItems + "checks: [{id: a, expect: n(staff) >= 1, " + unknown + "}]",
		"privacy":          exampleAudiences + exampleScale + exampleItems + "privacy: {" + unknown + "}",
	} {
		_, rest, found := strings.Cut(page, "\n## "+section+"\n")
		if !found {
			t.Errorf("docs/study-file.md has no section %q", section)
			continue
		}
		text, _, _ := strings.Cut(rest, "\n## ")
		for _, key := range knownKeys(t, probe) {
			if !strings.Contains(text, "`"+key+"`") {
				t.Errorf("docs/study-file.md does not document %q in section %q", key, section)
			}
		}
	}
}
