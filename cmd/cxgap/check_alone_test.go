package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/gate"
)

// everyQuantity are rules of the demo study that name every quantity wherever it has figures, most of them near their limits.
const everyQuantity = `checks:
  - {id: gap, for: items, expect: "gap(leadership, customers) <= 2pt"}
  - {id: gap-of-dimensions, for: dimensions, expect: "gap(leadership, customers) <= 10pomp"}
  - {id: outcome-in-segments, for: segments, expect: "outcome(customers) >= 7pt"}
  - {id: top-box-gap, for: items, expect: "top_box_gap(staff, customers) <= 10pp"}
  - {id: mean, for: items, expect: "mean(customers) >= 7pt"}
  - {id: mean-of-dimensions, for: dimensions, expect: "mean(*) >= 60pomp"}
  - {id: mean-in-segments, for: segments, expect: "mean(customers, e*) >= 5pt"}
  - {id: importance, for: items, expect: "importance(customers) >= 8pt"}
  - {id: shortfall, for: items, expect: "shortfall(customers) <= 1pt"}
  - {id: shortfall-of-dimensions, for: dimensions, expect: "shortfall(customers) <= 1pt"}
  - {id: shortfall-of-one, expect: "shortfall(customers, dimension_ease) <= 1pt"}
  - {id: shortfall-since, for: dimensions, expect: "change(shortfall(customers), baseline) <= 1pt"}
  - {id: top-box, for: items, expect: "top_box(customers) >= 20%"}
  - {id: bottom-box, for: items, expect: "bottom_box(customers) <= 5%"}
  - {id: unsure, for: items, expect: "dont_know(customers) <= 5%"}
  - {id: missing, for: items, expect: "missing(customers) <= 5%"}
  - {id: belief, for: items, expect: "belief_gap(leadership, customers) <= 20pp"}
  - {id: spread, for: items, expect: "spread() <= 1pt"}
  - {id: rank, for: items, expect: "derived_rank(customers) <= 6"}
  - {id: place, for: items, expect: "quadrant(customers) is not concentrate_here"}
  - {id: alpha, for: dimensions, expect: "alpha(customers) >= 0.7"}
  - {id: nps, expect: "nps(customers) >= 20"}
  - {id: outcome, expect: "outcome(customers) >= 7.5pt"}
  - {id: alignment, expect: "alignment() >= 92"}
  - {id: n, expect: "n(*) >= 20"}
  - {id: rate, expect: "response_rate(leadership) >= 90%"}
  - {id: not-alone, expect: "shortfall(customers, dimension_ease) <= 1pt or nps(customers) >= 60"}
  - {id: both, expect: "mean(customers, easy) >= mean(staff, easy)"}
  - {id: since, for: items, expect: "change(abs(gap(staff, customers)), baseline) <= 1pomp"}
  - {id: by-the-value, for: dimensions, expect: "shortfall(customers) <= 1pt", decide: point}
`

// TestRulesAlone holds the verdicts of every rule by itself against those that it has among all others.
func TestRulesAlone(t *testing.T) {
	t.Chdir(t.TempDir())
	run := func(want []int, args ...string) string {
		t.Helper()
		var out, errOut bytes.Buffer
		code := Main(args, strings.NewReader(""), &out, &errOut)
		for _, w := range want {
			if code == w {
				return out.String()
			}
		}
		t.Fatalf("%v: exit code %d: %s", args, code, errOut.String())
		return ""
	}
	run([]int{0}, "demo", "-o", "demo.txt")
	text, err := os.ReadFile("cxgap-demo/cxgap.yaml")
	if err != nil {
		t.Fatal(err)
	}
	segmented := strings.Replace(string(text), "\nscale: 1..10", "\nsegments: {region: {customers: region}}\nscale: 1..10", 1)
	if err := os.WriteFile("cxgap-demo/cxgap.yaml", []byte(segmented), 0o600); err != nil {
		t.Fatal(err)
	}
	run([]int{0}, "check", "baseline", "write", "cxgap-demo/cxgap.yaml", "-o", "baseline.json")
	decide := func(rules string) map[string][]gate.Verdict {
		t.Helper()
		if err := os.WriteFile("rules.yaml", []byte(rules), 0o600); err != nil {
			t.Fatal(err)
		}
		var r gate.Report
		written := run([]int{0, 1}, "check", "cxgap-demo/cxgap.yaml", "--rules", "rules.yaml", "--baseline", "baseline.json", "--output", "json")
		if err := json.Unmarshal([]byte(written), &r); err != nil {
			t.Fatal(err)
		}
		byRule := map[string][]gate.Verdict{}
		for _, v := range r.Verdicts {
			v.Line = 0
			byRule[v.Rule] = append(byRule[v.Rule], v)
		}
		return byRule
	}
	together := decide(everyQuantity)
	decided := 0
	for line := range strings.Lines(everyQuantity) {
		id, _, found := strings.Cut(strings.TrimPrefix(line, "  - {id: "), ",")
		if !found {
			continue
		}
		alone := decide("checks:\n" + line)
		got, err := json.Marshal(alone[id])
		want, err2 := json.Marshal(together[id])
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if !bytes.Equal(got, want) || len(alone[id]) == 0 {
			t.Errorf("%s alone:\n%s\namong others:\n%s", id, got, want)
		}
		for _, v := range alone[id] {
			if v.Outcome == gate.NoData && strings.Contains(v.Reason, "interval") {
				t.Errorf("%s, %s: %s", id, v.Label, v.Reason)
			}
			decided++
		}
	}
	if decided < 150 {
		t.Errorf("%d verdicts, want more", decided)
	}
}

// Every quantity stands in those rules, but for the ones that the demo study can have no figures of.
func TestRulesAloneNameEveryQuantity(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, errOut bytes.Buffer
	Main([]string{"demo", "-o", "demo.txt"}, strings.NewReader(""), &out, &errOut)
	if err := os.WriteFile("rules.yaml", []byte("checks: [{id: a, expect: xxxxxxxx(customers) >= 1}]"), 0o600); err != nil {
		t.Fatal(err)
	}
	errOut.Reset()
	Main([]string{"check", "cxgap-demo/cxgap.yaml", "--rules", "rules.yaml"}, strings.NewReader(""), &out, &errOut)
	_, list, found := strings.Cut(errOut.String(), "quantities are ")
	if !found {
		t.Fatalf("no list of quantities in %q", errOut.String())
	}
	for name := range strings.SplitSeq(strings.TrimSpace(list), ", ") {
		if name != "csat" && name != "ces" && name != "age" && !strings.Contains(everyQuantity, name+"(") {
			t.Errorf("no rule names %s", name)
		}
	}
}
