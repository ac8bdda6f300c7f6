package main

import (
	"bytes"
	"strings"
	"testing"
)

// The sentences of a finding hold no value: of a result in which few are shown, none of the digits that would tell what they said.
func TestPrivacyPrintsNoValue(t *testing.T) {
	dir := demoFolder(t)
	for _, format := range []string{"table", "json"} {
		var out bytes.Buffer
		if code := Main([]string{"privacy", dir + "/result.json", "--minimum-base", "15", "--format", format}, strings.NewReader(""), &out, discard{}); code != exitExposed {
			t.Fatalf("exit code %d", code)
		}
		if !strings.Contains(out.String(), "few_answers") || strings.Contains(out.String(), "8.64") {
			t.Errorf("%s:\n%s", format, out.String())
		}
	}
}
