package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/docs"
)

// anyStudy draws a study with its exports: audiences of any size (nobody, few, a census), waves, weights, clusters, segments,
// tables of results, equal answers, different scales, an outcome in two branches. It returns the study file.
func anyStudy(t *rapid.T, dir string) string {
	audiences := []string{"leadership", "staff", "customers"}[:rapid.IntRange(1, 3).Draw(t, "audiences")]
	items := []string{"i1", "i2", "i3", "i4"}[:rapid.IntRange(1, 4).Draw(t, "items")]
	waves := rapid.Bool().Draw(t, "waves")
	var study strings.Builder
	if waves {
		study.WriteString("waves: [2025, 2026]\n")
	}
	study.WriteString("audiences:\n")
	columns := map[string]string{}
	for _, audience := range audiences {
		high := rapid.SampledFrom([]int{5, 10}).Draw(t, "high")
		columns[audience] = fmt.Sprintf("scale: 1..%d", high)
		study.WriteString(anyAudience(t, dir, audience, items, waves, high))
	}
	study.WriteString("scale: 1..10\ncodes: none\none_scale: true\nmissing: {dont_know: [99]}\nsegments: [seg]\nitems:\n")
	for _, item := range items {
		fmt.Fprintf(&study, "  %s:\n    dimension: %s\n", item, rapid.SampledFrom([]string{"Ease", "Trust"}).Draw(t, "dimension"))
		for _, kind := range []string{"performance", "importance"} {
			fmt.Fprintf(&study, "    %s: {", kind)
			for _, audience := range audiences {
				fmt.Fprintf(&study, "%s: {column: %s%s, %s}, ", audience, kind[:1], item, columns[audience])
			}
			study.WriteString("}\n")
		}
	}
	study.WriteString("outcome: {column: [y, y2], scale: 1..10}\njourney: {outcome: g, treatment: {column: pi1, scale: 1..10}, explains: {column: [y, y2], scale: 1..10}}\n")
	fmt.Fprintf(&study, "analysis: {resamples: 100}\nprivacy: {minimum_base: %d}\n", rapid.SampledFrom([]int{1, 5, 10}).Draw(t, "minimum"))
	fmt.Fprintf(&study, "checks: [{id: r, for: items, expect: \"abs(mean(%s)) >= 50pomp or not top_box(%s) >= 40%%\"}]\n",
		audiences[0], audiences[len(audiences)-1])
	path := filepath.Join(dir, "cxgap.yaml")
	if err := os.WriteFile(path, []byte(study.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// anyAudience writes the export of an audience and returns its entry in the study file.
func anyAudience(t *rapid.T, dir, audience string, items []string, waves bool, high int) string {
	entry := fmt.Sprintf("  %s: {files: [%s.csv], population: 400", audience, audience)
	for _, option := range []string{"weight: w", "cluster: c", "duration: d", "anonymous: false, reason: agreed"} {
		if rapid.Bool().Draw(t, option) {
			entry += ", " + option
		}
	}
	if waves {
		entry += ", wave: {column: wave}"
	}
	cell := rapid.SampledFrom([]string{"", "99", "1", "2", "3", "4", "5", fmt.Sprint(high)})
	if rapid.IntRange(0, 5).Draw(t, "alike") == 0 {
		cell = rapid.Just(fmt.Sprint(high))
	}
	text := "w,c,d,wave,seg,g,y"
	for _, item := range items {
		text += ",p" + item + ",i" + item
	}
	text += ",y2\n1,k0,60,2026,N,1" + strings.Repeat(",1", 1+2*len(items)) + ",\n" // everybody has one valid answer
	for range rapid.SampledFrom([]int{0, 1, 3, 5, 12, 40}).Draw(t, "rows") {
		text += rapid.SampledFrom([]string{"1,k0,60,2026,N", "2,k1,10,2025,S", "0.5,k2,300,2025,", "0,k0,20,2026,N"}).Draw(t, "row")
		text += "," + rapid.SampledFrom([]string{"0", "1", ""}).Draw(t, "had")
		outcome := []string{cell.Draw(t, "outcome"), ""}
		if rapid.Bool().Draw(t, "in the other branch") {
			slices.Reverse(outcome)
		}
		text += "," + outcome[0]
		for range 2 * len(items) {
			text += "," + cell.Draw(t, "cell")
		}
		text += "," + outcome[1] + "\n"
	}
	if err := os.WriteFile(filepath.Join(dir, audience+".csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return entry + "}\n"
}

// Whatever a study holds, every format says it: no panic, no infinity, and no number that is none.
func TestAnyStudyRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred studies take ten seconds")
	}
	root := t.TempDir()
	runs := 0
	studySchema, resultSchema := compiled(t, docs.StudySchema), compiled(t, docs.ResultSchema)
	rapid.Check(t, func(t *rapid.T) {
		runs++
		dir := filepath.Join(root, fmt.Sprint(runs))
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		study := anyStudy(t, dir)
		text, err := os.ReadFile(study)
		if err != nil {
			t.Fatal(err)
		}
		if err := schemaFault(studySchema, text); err != nil {
			t.Fatalf("the study is none by its schema: %v\n%s", err, text)
		}
		saved := filepath.Join(dir, "result.json")
		for _, args := range [][]string{
			{"analyze", study, "-o", saved},
			{"privacy", saved}, // of what the program shows itself nothing exposes anybody
			{"analyze", study, "--detail"},
			{"analyze", study, "--detail", "--format", "markdown"},
			{"analyze", study, "--format", "json"},
			{"analyze", study, "--format", "csv"},
			{"check", study, "--exit-zero"},
		} {
			var out, errOut bytes.Buffer
			if code := Main(args, strings.NewReader(""), &out, &errOut); code != exitDone {
				t.Fatalf("%s: exit code %d\n%s", strings.Join(args, " "), code, errOut.String())
			}
			if args[len(args)-1] == "json" {
				if err := schemaFault(resultSchema, out.Bytes()); err != nil {
					t.Fatalf("the result is none by its schema: %.2000v", err)
				}
			}
			for _, word := range []string{"NaN", "Inf"} {
				if strings.Contains(out.String(), word) {
					t.Fatalf("%s prints %s:\n%s", strings.Join(args, " "), word, out.String())
				}
			}
		}
	})
}
