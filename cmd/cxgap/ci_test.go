package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// workflowStep is a step of a workflow or of a composite action.
type workflowStep struct {
	Name string            `yaml:"name"`
	Run  string            `yaml:"run"`
	Uses string            `yaml:"uses"`
	If   string            `yaml:"if"`
	With map[string]string `yaml:"with"`
	Env  map[string]string `yaml:"env"`
}

// action is action.yml, the composite action at the root.
type action struct {
	Inputs map[string]struct {
		Description string `yaml:"description"`
		Default     string `yaml:"default"`
	} `yaml:"inputs"`
	Outputs map[string]struct {
		Value string `yaml:"value"`
	} `yaml:"outputs"`
	Runs struct {
		Using string         `yaml:"using"`
		Steps []workflowStep `yaml:"steps"`
	} `yaml:"runs"`
}

func readAction(t *testing.T) action {
	t.Helper()
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.UnmarshalWithOptions(text, &a, yaml.AllowDuplicateMapKey()); err != nil {
		t.Fatal(err)
	}
	return a
}

// outputsOfTheAction are its inputs that become --output KIND=FILE; the others but these two are flags of the same name.
func outputsOfTheAction() []string { return []string{"junit", "sarif", "json", "markdown"} }

// The inputs of the action are flags of check, and reach it as variables.
func TestActionInputs(t *testing.T) {
	a := readAction(t)
	flags := flagNames(newCheckCommand(&streams{}))
	if a.Runs.Using != "composite" || a.Outputs["code"].Value != "${{ steps.check.outputs.code }}" {
		t.Errorf("got %+v", a)
	}
	passed := map[string]string{}
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("step %q puts an expression into its script, where an input could be a command", step.Name)
		}
		maps.Copy(passed, step.Env)
	}
	for name, input := range a.Inputs {
		if input.Description == "" {
			t.Errorf("input %s says nothing", name)
		}
		if got := passed[strings.ToUpper(strings.ReplaceAll(name, "-", "_"))]; got != "${{ inputs."+name+" }}" {
			t.Errorf("input %s reaches no step: %q", name, got)
		}
		isOutput := slices.Contains(outputsOfTheAction(), name) && slices.Contains(checkKinds(), name)
		if !isOutput && name != "study" && name != "version" && !slices.Contains(flags, name) {
			t.Errorf("input %s is no flag of check", name)
		}
	}
	for _, name := range []string{"rules", "baseline", "today", "fail-on", "exit-zero", "test"} {
		if _, known := a.Inputs[name]; !known {
			t.Errorf("the action has no input %s", name)
		}
	}
}

// shell runs a script as a runner does, with the program and stand-ins for the tools of the runner in its path, and returns what
// it prints and its exit code.
func shell(t *testing.T, program []string, script, dir string, variables map[string]string) (output string, code int) {
	t.Helper()
	path, err := exec.LookPath(program[0])
	if err != nil {
		t.Skipf("there is no %s here", program[0])
	}
	tools := t.TempDir()
	for _, tool := range []string{"go", "gh"} { // a stand-in says how it was called
		text := "#!/bin/sh\necho \"" + tool + " $*\" >> \"$CALLS\"\n"
		if err := os.WriteFile(filepath.Join(tools, tool), []byte(text), 0o700); err != nil { //nolint:gosec // it is run
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), path, append(program[1:], script)...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + tools + string(os.PathListSeparator) + os.Getenv("PATH"), "HOME=" + dir, "CALLS=" + filepath.Join(dir, "calls.txt")}
	for name, value := range variables {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	text, _ := cmd.CombinedOutput()
	return string(text), cmd.ProcessState.ExitCode()
}

// runnerVariables are what a runner of GitHub sets, with the files that it reads afterwards.
func runnerVariables(dir string) map[string]string {
	return map[string]string{
		"GITHUB_STEP_SUMMARY": filepath.Join(dir, "summary.md"), "GITHUB_OUTPUT": filepath.Join(dir, "output.txt"), "GITHUB_WORKSPACE": dir,
		"GITHUB_REPOSITORY": "someone/study", "NUMBER": "7",
	}
}

func held(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

// The script of the action runs, with its defaults and with every input.
func TestActionRuns(t *testing.T) {
	a := readAction(t)
	script := a.Runs.Steps[len(a.Runs.Steps)-1]
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		inputs map[string]string
		code   int
		want   []string // files
	}{
		{nil, 0, []string{"summary.md"}},
		{map[string]string{"fail-on": "warn"}, 1, []string{"summary.md"}},
		{map[string]string{"fail-on": "warn", "exit-zero": "true"}, 0, nil},
		{map[string]string{"test": "cases.yaml", "junit": "check.xml", "sarif": "a b.sarif", "json": "check.json", "markdown": "check.md"}, 0, []string{"check.xml", "a b.sarif", "check.json", "check.md"}},
		{map[string]string{"rules": "strict.yaml", "today": "2026-11-24", "baseline": "baseline.json"}, 1, []string{"summary.md"}},
		{map[string]string{"test": "wrong.yaml", "junit": "check.xml"}, 2, nil},
		{map[string]string{"study": "nosuch.yaml; touch harm.txt"}, 3, nil},
	} {
		dir := demoFolder(t)
		for name, text := range map[string]string{
			"cases.yaml": fenced(t, string(page), "yaml cases")[0], "wrong.yaml": "cases: [{}]",
			"strict.yaml": "checks: [{id: strict, expect: \"nps(customers) >= 99 and change(nps(customers), baseline) >= -99\"}]",
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		variables := runnerVariables(dir)
		for name, input := range a.Inputs {
			value := input.Default
			if given, is := test.inputs[name]; is {
				value = given
			}
			variables[strings.ToUpper(strings.ReplaceAll(name, "-", "_"))] = value
		}
		printed, code := shell(t, []string{"bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"}, script.Run, dir, variables)
		if code != test.code {
			t.Errorf("%v: exit code %d, want %d:\n%s", test.inputs, code, test.code, printed)
		}
		for _, name := range test.want {
			if held(t, dir, name) == "" {
				t.Errorf("%v: %s is empty", test.inputs, name)
			}
		}
		if got := held(t, dir, "output.txt"); got != "code="+string(rune('0'+test.code))+"\n" {
			t.Errorf("%v: output %q", test.inputs, got)
		}
		if _, err := os.Stat(filepath.Join(dir, "harm.txt")); err == nil {
			t.Error("an input was run as a command")
		}
	}
}

// fenced returns the blocks of a page that are fenced with these words.
func fenced(t *testing.T, page, words string) []string {
	t.Helper()
	var blocks []string
	for _, block := range regexp.MustCompile("(?s)```"+regexp.QuoteMeta(words)+"\n(.*?)```").FindAllStringSubmatch(page, -1) {
		blocks = append(blocks, block[1])
	}
	if len(blocks) == 0 {
		t.Fatalf("no block is fenced as %s", words)
	}
	return blocks
}

// Every example of docs/ci.md runs in the folder of the demo study.
func TestContinuousIntegrationExamples(t *testing.T) {
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	sh := []string{"sh", "-e", "-c"}
	for _, script := range fenced(t, string(page), "sh") {
		dir := demoFolder(t)
		if err := os.Remove(filepath.Join(dir, "baseline.json")); err != nil {
			t.Fatal(err)
		}
		if printed, code := shell(t, []string{"sh", "-c"}, script, dir, nil); code != 0 {
			t.Errorf("exit code %d:\n%s\n%s", code, script, printed)
		}
	}
	for _, text := range fenced(t, string(page), "yaml cases") {
		dir := demoFolder(t)
		if err := os.WriteFile(filepath.Join(dir, "cases.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if printed, code := shell(t, sh, "cxgap check --test cases.yaml", dir, nil); code != 0 || !strings.Contains(printed, "3 of 3 cases as wanted") {
			t.Errorf("exit code %d:\n%s", code, printed)
		}
	}
	for _, text := range fenced(t, string(page), "yaml rules") {
		dir := demoFolder(t)
		if err := os.WriteFile(filepath.Join(dir, "rules.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if printed, code := shell(t, sh, "cxgap check --rules rules.yaml --baseline baseline.json", dir, nil); code != 0 || strings.Contains(printed, "no rule compares") || !strings.Contains(printed, "0 failed") {
			t.Errorf("exit code %d:\n%s", code, printed)
		}
	}
	for _, text := range fenced(t, string(page), "yaml gitlab") {
		var jobs map[string]struct {
			Script    []string `yaml:"script"`
			Artifacts struct {
				Reports map[string]string `yaml:"reports"`
			} `yaml:"artifacts"`
		}
		if err := yaml.Unmarshal([]byte(text), &jobs); err != nil {
			t.Fatal(err)
		}
		for _, job := range jobs {
			dir := demoFolder(t)
			for _, line := range job.Script {
				if printed, code := shell(t, sh, line, dir, nil); code != 0 {
					t.Errorf("exit code %d:\n%s\n%s", code, line, printed)
				}
			}
			for _, file := range job.Artifacts.Reports {
				held(t, dir, file)
			}
		}
	}
	for _, text := range fenced(t, string(page), "yaml github") {
		runWorkflow(t, text)
	}
}

// runWorkflow runs the scripts of a workflow one after the other, and holds what it gives the action against its inputs.
func runWorkflow(t *testing.T, text string) {
	var workflow struct {
		Jobs map[string]struct {
			Steps []workflowStep `yaml:"steps"`
		} `yaml:"jobs"`
	}
	if err := yaml.Unmarshal([]byte(text), &workflow); err != nil {
		t.Fatal(err)
	}
	inputs := readAction(t).Inputs
	for _, job := range workflow.Jobs {
		dir := demoFolder(t)
		for _, step := range job.Steps {
			if strings.HasPrefix(step.Uses, "cxgap/cxgap@") {
				for name := range step.With {
					if _, known := inputs[name]; !known {
						t.Errorf("the action has no input %s", name)
					}
				}
			}
			if step.Run == "" {
				continue
			}
			if printed, code := shell(t, []string{"bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"}, step.Run, dir, runnerVariables(dir)); code != 0 {
				t.Errorf("exit code %d:\n%s\n%s", code, step.Run, printed)
			}
			if strings.Contains(step.Run, "gh api") && !strings.Contains(held(t, dir, "calls.txt"), "--field body=@check.md") {
				t.Errorf("no comment is written: %s", held(t, dir, "calls.txt"))
			}
		}
	}
}

// The rule and the case that the topic on checks shows are understood, and the case goes as it says.
func TestTopicOnChecks(t *testing.T) {
	topic, err := topicTexts.ReadFile("topics/checks.txt")
	if err != nil {
		t.Fatal(err)
	}
	block := func(key string) string {
		_, text, found := strings.Cut(string(topic), "\n  "+key+":\n")
		if !found {
			t.Fatalf("the topic shows no %s", key)
		}
		lines := key + ":\n"
		for line := range strings.Lines(text) {
			if !strings.HasPrefix(line, "    ") {
				break
			}
			lines += line
		}
		return lines
	}
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"rules.yaml": block("checks") + "    - {id: nps-floor, expect: nps(customers) >= 20}\n", "cases.yaml": block("cases"),
		"cxgap.yaml": `audiences: {leadership: {files: [l.csv], population: 14}, customers: {files: [c.csv]}}
scale: 1..10
items: {easy: {performance: Q1, importance: Q2}, quick: {performance: Q3, importance: Q4}}
outcome: {column: Q5, scale: 0..10, nps: true}
`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if code := Main([]string{"check", "--rules", "rules.yaml", "--test", "cases.yaml"}, strings.NewReader(""), &out, &out); code != exitDone {
		t.Errorf("exit code %d:\n%s", code, out.String())
	}
}
