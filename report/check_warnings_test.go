package report

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/gate"
	"github.com/cxgap/cxgap/analysis/study"
)

// checkOutputs are all outputs of a check, by name.
func checkOutputs() map[string]func(io.Writer, *gate.Report) error {
	return map[string]func(io.Writer, *gate.Report) error{
		"text": func(w io.Writer, r *gate.Report) error { return CheckTable(w, r, TableOptions{}) },
		"json": CheckJSON, "junit": CheckJUnit, "sarif": CheckSARIF, "github": CheckGitHub, "markdown": CheckMarkdown,
		"summary": func(w io.Writer, r *gate.Report) error { return CheckStepSummary(w, r, 0) },
	}
}

// Warnings of the answers reach whoever reads an output; the table leaves them to standard error, and says at a verdict that rests on doubtful answers
// that it does.
func TestWarningsOfTheAnswersAreInTheOutputs(t *testing.T) {
	r := decidedReport()
	for i := range 12 {
		r.Warnings = append(r.Warnings, study.Notice{Code: study.DuplicateIDs, Where: "customers", Message: fmt.Sprintf("%d rows with an id%s", i+2, hostile)})
	}
	r.Verdicts[1].Doubt = "a warning asks whether they are on one scale"
	for name, write := range checkOutputs() {
		text := written(t, write, r)
		if got, want := strings.Contains(text, "5 rows with an id"), name != "text"; got != want {
			t.Errorf("%s: warns %v, want %v:\n%s", name, got, want, text)
		}
		if !strings.Contains(text, r.Verdicts[1].Doubt) {
			t.Errorf("%s does not say what is doubtful:\n%s", name, text)
		}
		if plain := written(t, write, decidedReport()); strings.Contains(plain, "arnings of the answers") || strings.Contains(plain, "system-err") {
			t.Errorf("%s warns of nothing:\n%s", name, plain)
		}
	}
	for name, more := range map[string]int{"github": 8, "markdown": 2, "summary": 2} {
		if text := written(t, checkOutputs()[name], r); !strings.Contains(text, fmt.Sprintf("%d more warnings of the answers", more)) {
			t.Errorf("%s does not count the rest:\n%s", name, text)
		}
	}
	var root element
	if err := xml.Unmarshal([]byte(written(t, CheckJUnit, r)), &root); err != nil {
		t.Fatal(err)
	}
	holdJUnit(t, root)
	for line := range strings.Lines(written(t, CheckGitHub, r)) {
		if !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") && !strings.HasPrefix(line, "::notice ") {
			t.Errorf("an annotation begins another: %s", line)
		}
	}
	var log struct {
		Runs []struct {
			Invocations []struct {
				ExecutionSuccessful        bool
				ToolExecutionNotifications []struct {
					Level      string
					Descriptor struct{ ID string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, CheckSARIF, r)), &log); err != nil {
		t.Fatal(err)
	}
	if ran := log.Runs[0].Invocations[0]; !ran.ExecutionSuccessful || len(ran.ToolExecutionNotifications) != 12 || ran.ToolExecutionNotifications[0].Descriptor.ID != study.DuplicateIDs {
		t.Errorf("got %+v", ran)
	}
}

// Where warnings stop the pipeline every output says so, and they are failures to those who show failures.
func TestWarningsThatStopAreFailures(t *testing.T) {
	of := func(stop bool) *gate.Report {
		r := &gate.Report{Schema: gate.Schema, Passed: 2, Warned: 2, Verdicts: []gate.Verdict{
			decided("chasm", "Fine", gate.Pass, gate.OK, 3, 1, 5, 15),
			decided("chasm", "Near", gate.Pass, gate.Warning, 14, 13, 14.5, 15),
			decided("chasm", "Open", gate.Inconclusive, gate.Warning, 14, 11, 17, 15),
		}}
		r.Stop(stop)
		return r
	}
	for name, wants := range map[string][2][]string{ // going on, and stopped
		"text":     {{"2 warnings\n"}, {"2 warnings\nstopped by --fail-on warn: 2 warnings\n"}},
		"json":     {{`"warned": 2`}, {`"stopped_by": "warning"`}},
		"junit":    {{`failures="0" errors="0" skipped="1"`}, {`failures="2" errors="0" skipped="0"`, `type="warning"`}},
		"sarif":    {{`"level": "warning"`}, {`"level": "error"`}},
		"github":   {{"::warning "}, {"::error ", "stopped by --fail-on warn: 2 warnings"}},
		"markdown": {{"2 warnings\n"}, {"Stopped by `--fail-on warn`: 2 warnings."}},
		"summary":  {{"2 warnings\n"}, {"Stopped by `--fail-on warn`: 2 warnings."}},
	} {
		for i, stop := range []bool{false, true} {
			text := written(t, checkOutputs()[name], of(stop))
			for _, want := range wants[i] {
				if !strings.Contains(text, want) {
					t.Errorf("%s, stopped %v: no %q in\n%s", name, stop, want, text)
				}
			}
			if !stop && (strings.Contains(strings.ToLower(text), "stopped") || strings.Contains(text, "error ")) {
				t.Errorf("%s goes on, and says:\n%s", name, text)
			}
			if name == "sarif" && stop == strings.Contains(text, `"level": "warning"`) {
				t.Errorf("stopped %v:\n%s", stop, text)
			}
		}
	}
}
