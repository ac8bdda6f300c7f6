package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSuppressedInNoOutput decides rules about an audience of four, whose figures nobody may see, and looks for them, and for what
// gives them away, in everything that check writes.
func TestSuppressedInNoOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	// The four rate 3.25 of 10, or 25.0 pomp, and find the item important by 1.25 more; their gaps are 6.25 and 69.4 pomp to leadership
	// and 2.75 or 30.6 pomp to customers, their NPS is −50.
	files := map[string]string{
		"four.csv":       "quick,iquick,rec\n3,4,0\n3,5,0\n3,4,3\n4,5,9\n",
		"leadership.csv": "quick,iquick,rec\n" + strings.Repeat("9,9,9\n10,9,8\n", 7),
		"customers.csv":  "quick,iquick,rec\n" + strings.Repeat("6,9,9\n5,9,8\n7,8,10\n6,8,9\n", 10),
		"study.yaml": `audiences: {leadership: {files: [leadership.csv]}, four: {files: [four.csv]}, customers: {files: [customers.csv]}}
scale: 1..10
privacy: {minimum_base: MINIMUM}
items: {quick: {performance: quick, importance: iquick}}
outcome: {column: rec, scale: 0..10, nps: true}
analysis: {resamples: 100}
checks:
  - {id: mean, expect: "mean(four, quick) >= 2pt", warn: "mean(four, quick) >= 3pt"}
  - {id: pomp, expect: "mean(four, quick) >= 20pomp", decide: point}
  - {id: gap, expect: "abs(gap(leadership, *, quick)) <= 1pt"}
  - {id: reverse, expect: "gap(four, leadership, quick) >= 1pomp"}
  - {id: outward, expect: "gap(four, customers, quick) <= 1pt or nps(four) >= 9"}
  - {id: shares, expect: "top_box(four, quick) >= 1% and missing(four, quick) <= 5%"}
  - {id: nps, expect: "nps(four) between 1 and 5", on_inconclusive: pass}
  - {id: differ, expect: "mean(customers, quick) >= mean(four, quick)"}
  - {id: more, expect: "nps(customers) >= nps(four)"}
  - {id: short, expect: "shortfall(four, quick) <= 0.1pt"}
  - {id: map, expect: "quadrant(four, quick) is concentrate_here"}
  - {id: change, expect: "change(mean(four, quick), baseline) >= 0pt"}
  - {id: whole, expect: "spread(quick) <= 1pt"}
`,
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files {
		write(name, text)
	}
	run := func(args ...string) string {
		var out bytes.Buffer
		if code := Main(args, strings.NewReader(""), &out, &out); code != exitDone && code != exitFailed {
			t.Fatalf("%v: exit code %d: %s", args, code, out.String())
		}
		return out.String()
	}
	all := func() map[string]string {
		outputs := map[string]string{}
		args := []string{"check", "study.yaml", "--baseline", "base.json", "--force"}
		for _, kind := range checkKinds() {
			file := filepath.Join(t.TempDir(), kind)
			args = append(args, "--output", kind+"="+file)
			outputs[kind] = file
		}
		run(args...)
		for kind, file := range outputs {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			outputs[kind] = string(text)
		}
		for _, rule := range []string{"mean", "gap", "outward", "differ", "change", "map", "short"} {
			outputs["explain "+rule] = run("check", "study.yaml", "--baseline", "base.json", "--explain", rule)
		}
		outputs["baseline write"] = run("check", "baseline", "write", "study.yaml")
		outputs["baseline diff"] = run("check", "baseline", "diff", "base.json", "study.yaml")
		return outputs
	}
	secrets := []string{"3.25", "25.0", "6.25", "69.4", "2.75", "30.6", "-50", "−50", "1.25"}
	reveals := func(text string) []string {
		var found []string
		for _, secret := range secrets {
			if strings.Contains(text, secret) {
				found = append(found, secret)
			}
		}
		return found
	}
	// A baseline from a time when four were enough: the outputs then show what this test looks for.
	write("study.yaml", strings.ReplaceAll(files["study.yaml"], "MINIMUM", "2"))
	write("base.json", run("check", "baseline", "write", "study.yaml"))
	for name, text := range all() {
		if len(reveals(text)) == 0 && name != "explain map" && name != "explain change" { // a quadrant has no figure, and nothing has changed
			t.Errorf("%s shows nothing even where it may: the test looks for the wrong figures\n%s", name, text)
		}
	}
	write("study.yaml", strings.ReplaceAll(files["study.yaml"], "MINIMUM", "5"))
	for name, text := range all() {
		if found := reveals(text); len(found) > 0 {
			t.Errorf("%s shows %q\n%s", name, found, text)
		}
	}
}
