package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/gate"
)

// decided is a verdict on an invented value; ends that are equal make it exact.
func decided(rule, label string, outcome gate.Outcome, level gate.Level, value, low, high, limit float64) gate.Verdict {
	n := func(x float64) analysis.Number { return analysis.Number(x) }
	return gate.Verdict{
		Rule: rule, Item: strings.ToLower(label), Label: label, Expect: "gap(leadership, customers) <= 15pomp", Outcome: outcome, Level: level,
		Value: n(value), Low: n(low), High: n(high), Distance: n(value - limit), N: 14, NVersus: 640, Unit: "pomp", Limit: "<= 15pomp",
		Needed: analysis.NaN, NeededN: analysis.NaN, Stability: analysis.NaN, Digits: 1, File: "cxgap.yaml", Line: 41,
	}
}

// hostile is text that means something to each of the outputs.
const hostile = "a|b <i>&amp;</i>\r\n::error::100% \"x\", y: ]]> \x1b[31m@all #1 `c`"

func decidedReport() *gate.Report {
	lacking := decided("lacks", "Nothing", gate.NoData, gate.Warning, 1, 1, 1, 1)
	lacking.Value, lacking.Low, lacking.High, lacking.Distance = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN
	lacking.Reason = "suppressed: too few answers to be shown, or few that are all alike"
	return &gate.Report{
		Schema: gate.Schema, Title: hostile, Passed: 1, Failed: 3, Inconclusive: 1, NoData: 1, Warned: 2,
		Verdicts: []gate.Verdict{
			decided("chasm", "Fine", gate.Pass, gate.OK, 3, 1, 5, 15),
			decided("chasm", "Near", gate.Fail, gate.Failure, 17, 15.5, 18.5, 15),
			decided("chasm", "Far", gate.Fail, gate.Failure, 40, 37, 43, 15),
			decided("chasm", hostile, gate.Fail, gate.Failure, 25, 25, 25, 15),
			decided("chasm", "Open", gate.Inconclusive, gate.Warning, 14, 11, 17, 15),
			lacking,
		},
	}
}

func written(t *testing.T, write func(io.Writer, *gate.Report) error, r *gate.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// element is any XML element.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

// junitForm is what Jenkins' schema junit-10.xsd allows: the attributes of an element (! marks those that it must have) and
// its children.
var junitForm = map[string]struct{ attributes, children string }{
	"testsuites": {"name time tests failures errors", "testsuite"},
	"system-err": {"", ""},
	"testsuite":  {"name! tests! failures! errors! group time skipped timestamp hostname id package file log url", "testsuite properties testcase system-out system-err"},
	"testcase":   {"name! time classname group", "skipped error failure system-out system-err"},
	"failure":    {"type message", ""},
	"skipped":    {"type message", ""},
	"system-out": {"", ""},
}

func holdJUnit(t *testing.T, e element) {
	t.Helper()
	form, known := junitForm[e.XMLName.Local]
	if !known {
		t.Errorf("no element %q", e.XMLName.Local)
		return
	}
	has := map[string]bool{}
	for _, a := range e.Attrs {
		has[a.Name.Local] = true
		if !slices.Contains(strings.Fields(strings.ReplaceAll(form.attributes, "!", "")), a.Name.Local) {
			t.Errorf("%s has no attribute %q", e.XMLName.Local, a.Name.Local)
		}
	}
	for _, name := range strings.Fields(form.attributes) {
		if must, is := strings.CutSuffix(name, "!"); is && !has[must] {
			t.Errorf("%s needs the attribute %q", e.XMLName.Local, must)
		}
	}
	for _, child := range e.Children {
		if !slices.Contains(strings.Fields(form.children), child.XMLName.Local) {
			t.Errorf("%s does not hold %q", e.XMLName.Local, child.XMLName.Local)
		}
		holdJUnit(t, child)
	}
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestCheckJUnit(t *testing.T) {
	r := decidedReport()
	twin := r.Verdicts[0]
	twin.Item = "other"
	r.Verdicts = slices.Insert(r.Verdicts, 1, twin) // another item with the same label
	var root element
	if err := xml.Unmarshal([]byte(written(t, CheckJUnit, r)), &root); err != nil {
		t.Fatal(err)
	}
	holdJUnit(t, root)
	if root.attr("tests") != "7" || root.attr("failures") != "3" || len(root.Children) != 2 {
		t.Errorf("got %s tests, %s failures in %d suites", root.attr("tests"), root.attr("failures"), len(root.Children))
	}
	seen := map[string]bool{}
	for _, suite := range root.Children {
		counted := map[string]int{}
		for _, c := range suite.Children {
			name := c.attr("classname") + " " + c.attr("name")
			if seen[name] {
				t.Errorf("two cases %q", name)
			}
			seen[name] = true
			for _, of := range c.Children {
				counted[of.XMLName.Local]++
				if of.XMLName.Local != "system-out" && of.attr("message") == "" {
					t.Errorf("%s: %s without a message", name, of.XMLName.Local)
				}
			}
		}
		if fmt.Sprint(len(suite.Children), counted["failure"], counted["skipped"]) != suite.attr("tests")+" "+suite.attr("failures")+" "+suite.attr("skipped") {
			t.Errorf("suite %s counts otherwise than it holds: %v", suite.attr("name"), counted)
		}
	}
}

func TestCheckSARIF(t *testing.T) {
	text := written(t, CheckSARIF, decidedReport())
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
				}
				PartialFingerprints map[string]string
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name != "cxgap" || len(log.Runs[0].Tool.Driver.Rules) != 2 {
		t.Fatalf("got %+v", log)
	}
	levels := ""
	seen := map[string]bool{}
	for _, result := range log.Runs[0].Results {
		levels += result.Level + " "
		at := result.Locations[0].PhysicalLocation
		if at.ArtifactLocation.URI != "cxgap.yaml" || at.Region.StartLine != 41 || result.Message.Text == "" {
			t.Errorf("got %+v", result)
		}
		if log.Runs[0].Tool.Driver.Rules[result.RuleIndex].ID != result.RuleID {
			t.Errorf("rule %s has index %d", result.RuleID, result.RuleIndex)
		}
		for _, key := range []string{"cxgap/v1", "primaryLocationLineHash"} { // GitHub reads the second alone
			if print := result.PartialFingerprints[key]; print == "" || seen[print] {
				t.Errorf("two results have the %s %q", key, print)
			} else {
				seen[print] = true
			}
		}
	}
	if levels != "error error error warning warning " {
		t.Errorf("got levels %s", levels)
	}
	if !strings.Contains(written(t, CheckSARIF, &gate.Report{}), `"results": []`) {
		t.Error("without results the list is not empty")
	}
}

// Annotations: the worst first, and nothing in them ends a command or begins another.
func TestCheckGitHub(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(written(t, CheckGitHub, decidedReport()), "\n"), "\n")
	want := []string{"::error file=cxgap.yaml,line=41,title=cxgap check%3A chasm::", "::error", "::error", "::warning", "::warning", "::notice title=cxgap check::3 failed"}
	for i, w := range want {
		if len(lines) != len(want) || !strings.HasPrefix(lines[i], w) {
			t.Fatalf("got\n%s", strings.Join(lines, "\n"))
		}
	}
	// Exact beyond the limit, then the one that lies most lengths of its interval beyond it.
	if !strings.Contains(lines[0], "100%25") || !strings.Contains(lines[1], "Far") || !strings.Contains(lines[2], "Near") || !strings.Contains(lines[3], "Open") {
		t.Errorf("got\n%s", strings.Join(lines, "\n"))
	}
}

// Of what warns, what lies nearest to its limit or leans beyond it comes first.
func TestWorstFirst(t *testing.T) {
	var got []string
	for _, v := range worstFirst([]gate.Verdict{
		decided("chasm", "Far inside", gate.Pass, gate.Warning, 3, 1, 5, 15),
		decided("chasm", "Within", gate.Inconclusive, gate.Warning, 14, 11, 17, 15),
		decided("chasm", "Just inside", gate.Pass, gate.Warning, 12, 10, 14, 15),
		decided("chasm", "Leans beyond", gate.Inconclusive, gate.Warning, 16, 13, 19, 15),
		decided("chasm", "Beyond", gate.Fail, gate.Warning, 19, 16, 22, 15),
		decided("chasm", "Stops", gate.Inconclusive, gate.Failure, 14, 11, 17, 15),
	}) {
		got = append(got, v.Label)
	}
	if want := "Stops, Beyond, Leans beyond, Within, Just inside, Far inside"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCheckGitHubCounts(t *testing.T) {
	r := &gate.Report{Failed: 14, Inconclusive: 11, Warned: 11}
	for range 14 {
		r.Verdicts = append(r.Verdicts, decided("chasm", "Far", gate.Fail, gate.Failure, 40, 37, 43, 15))
	}
	for range 11 {
		r.Verdicts = append(r.Verdicts, decided("chasm", "Open", gate.Inconclusive, gate.Warning, 14, 11, 17, 15))
	}
	text := written(t, CheckGitHub, r)
	for command, want := range map[string]int{"::error ": 10, "::warning ": 10, "::notice ": 1} {
		if got := strings.Count(text, command); got != want {
			t.Errorf("%d of %s, want %d", got, command, want)
		}
	}
	if !strings.Contains(text, "; 4 more failures have no annotation; 1 more warnings have no annotation\n") {
		t.Errorf("the rest is not counted:\n%s", text)
	}
}

// A summary stays below GitHub's limit whatever stands in the file, and keeps the worst.
func TestCheckMarkdownIsCut(t *testing.T) {
	r := &gate.Report{Title: "Study", Passed: 1200, Failed: 1}
	for i := range 1200 {
		r.Verdicts = append(r.Verdicts, decided("chasm", fmt.Sprintf("Item %d %s", i, strings.Repeat("x", 1000)), gate.Pass, gate.OK, 3, 1, 5, 15))
	}
	r.Verdicts = append(r.Verdicts, decided("chasm", "The bad one", gate.Fail, gate.Failure, 40, 37, 43, 15))
	comment := written(t, CheckMarkdown, r)
	if len(comment) > 65536 || !strings.HasPrefix(comment, checkMarker) || !strings.Contains(comment, "The bad one") || !strings.Contains(comment, "more verdicts do not fit here") {
		t.Errorf("a comment of %d bytes: %.300s", len(comment), comment)
	}
	for _, already := range []int{0, 900_000, 1 << 20} {
		summary := written(t, func(w io.Writer, r *gate.Report) error { return CheckStepSummary(w, r, already) }, r)
		if already+len(summary) > 1<<20 || strings.Contains(summary, checkMarker) {
			t.Errorf("behind %d bytes a summary of %d", already, len(summary))
		}
		if already < 1<<20 && (!strings.Contains(summary, "The bad one") || len(summary) < 50_000) {
			t.Errorf("behind %d bytes a summary of %d without the worst", already, len(summary))
		}
	}
	few := written(t, CheckMarkdown, decidedReport())
	if strings.Contains(few, "do not fit") || strings.Contains(few, "<i>") || strings.Contains(few, "@all") {
		t.Errorf("got\n%s", few)
	}
}

// What would decide a rule is a number of answers that somebody might collect; where it is none, the value is called what it is.
func TestDecisiveNumbersAreWithinReach(t *testing.T) {
	for _, c := range []struct {
		times, base analysis.Number
		want        string
	}{
		{3.4, analysis.NaN, "about 3.4 times the answers would decide it, if the value stays"},
		{88.8, analysis.NaN, "the value lies practically on the limit: not even ten times the answers would decide it"},
		{88.8, 21, "about 21 answers would decide it, if the value stays"},
	} {
		v := gate.Verdict{Needed: c.times, NeededN: c.base, NVersus: analysis.NaN, Distance: 1}
		if got := decisive(v); got != c.want {
			t.Errorf("%v times: %q, want %q", c.times, got, c.want)
		}
	}
}

// No data whose policy is to fail is as loud as a failure, and a check in which nothing was decided says so on its last line.
func TestCheckWithoutData(t *testing.T) {
	lacking := decided("lacks", "Nothing", gate.NoData, gate.Failure, 1, 1, 1, 1)
	lacking.Value, lacking.Low, lacking.High, lacking.Distance = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN
	lacking.Reason = "suppressed"
	r := &gate.Report{NoData: 1, Verdicts: []gate.Verdict{lacking}}
	text := written(t, func(w io.Writer, r *gate.Report) error { return CheckTable(w, r, TableOptions{}) }, r)
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if !strings.Contains(text, "NO DATA") || lines[len(lines)-1] != noneDecided {
		t.Errorf("got\n%s", text)
	}
	for name, of := range map[string]struct {
		write func(io.Writer, *gate.Report) error
		want  string
	}{
		"github": {CheckGitHub, "::error file="}, "junit": {CheckJUnit, `failures="1"`}, "sarif": {CheckSARIF, `"level": "error"`}, "markdown": {CheckMarkdown, noneDecided},
	} {
		if text := written(t, of.write, r); !strings.Contains(text, of.want) {
			t.Errorf("%s does not say %q:\n%s", name, of.want, text)
		}
	}
	r.Passed, r.Verdicts = 1, append(r.Verdicts, decided("chasm", "Fine", gate.Pass, gate.OK, 3, 1, 5, 15))
	if text := written(t, func(w io.Writer, r *gate.Report) error { return CheckTable(w, r, TableOptions{}) }, r); strings.Contains(text, noneDecided) {
		t.Errorf("one was decided:\n%s", text)
	}
}

// What Holm's adjustment leaves open is shown with the interval that leaves it open, and what the value alone decides with its own.
func TestIntervalsDoNotContradict(t *testing.T) {
	open := decided("chasm", "Open", gate.Inconclusive, gate.Warning, 17, 15.5, 18.5, 15)
	open.Adjusted = &gate.Adjusted{P: 0.04, Family: 6, Level: 1 - .05/6, Low: 14.9, High: 19.1, Decisive: true}
	plain := decided("chasm", "Plain", gate.Inconclusive, gate.Warning, 14, 11, 17, 15)
	plain.Adjusted = &gate.Adjusted{P: 1, Family: 6, Level: 1 - .05/6, Low: 9, High: 19}
	value := decided("point", "", gate.Fail, gate.Failure, 16, 12, 20, 15)
	value.ByValue = true
	r := &gate.Report{Failed: 1, Inconclusive: 2, Verdicts: []gate.Verdict{open, plain, value}}
	table := func(w io.Writer, r *gate.Report) error { return CheckTable(w, r, TableOptions{}) }
	for name, write := range map[string]func(io.Writer, *gate.Report) error{"text": table, "markdown": CheckMarkdown, "junit": CheckJUnit, "sarif": CheckSARIF, "github": CheckGitHub} {
		text := written(t, write, r)
		for _, want := range []string{"[14.9, 19.1]", "[11.0, 17.0]", "[12.0, 20.0]", "open at 99.2", "one of 6", "decided by the value alone"} {
			if !strings.Contains(strings.NewReplacer(`\`, "", noBreak, " ").Replace(text), want) {
				t.Errorf("%s does not say %q:\n%s", name, want, text)
			}
		}
		if strings.Contains(text, "15.5, 18.5") || strings.Contains(text, "[9.0") {
			t.Errorf("%s shows another interval:\n%s", name, text)
		}
	}
}
