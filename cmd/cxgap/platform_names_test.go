package main

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

// A report calls every platform that is known as its makers do, and tells its reader no command: nobody hands the program over with it.
func TestReportsNamePlatforms(t *testing.T) {
	_, errText, _ := cxgap("inspect", "demo/study/staff.csv", "--platform", "no such platform")
	_, list, found := strings.Cut(errText, "known platforms: ")
	ids := strings.Split(strings.TrimSpace(list), ", ")
	if !found || len(ids) < 10 {
		t.Fatalf("no list of platforms: %q", errText)
	}
	r, _ := analyzed(t, "demo/study/cxgap.yaml")
	for _, id := range ids {
		var page strings.Builder
		r.Inputs = []study.Input{{File: "x.csv", Platform: id, SHA256: "0", Encoding: "utf-8"}}
		if _, err := report.ClientMarkdown(&page, r, report.ClientOptions{}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page.String(), ": "+strings.ReplaceAll(id, "_", `\_`)+" (") || !strings.Contains(page.String(), "x.csv, SHA-256 0: ") {
			t.Errorf("the report does not name the platform %s", id)
		}
		if strings.Contains(page.String(), "cxgap explain") {
			t.Error("the report tells its reader to run a program")
		}
	}
}
