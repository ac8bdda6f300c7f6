package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What init drafts is read as it stands, and gives the figures of analyze without a study file: every sample, the demo, and all
// samples of one survey as audiences of each other.
func TestInitDraftsWhatAnalyzeReads(t *testing.T) {
	studies := map[string][]string{
		"demo":  {"leadership=demo/study/leadership.csv", "staff=demo/study/staff.csv", "customers=demo/study/customers.csv"},
		"kinds": {"customers=testdata/inspect/kinds.csv"},
		"maintainers": {
			"leadership=../../../shared/exports/surveymonkey/cncf_toc_2020h1_matrix_agree.csv",
			"staff=../../../shared/exports/surveymonkey/cncf_maintainers_2020h1_agree_labels.csv",
			"customers=../../../shared/exports/surveymonkey/cncf_maintainers_2023h2_anchored_labels.csv",
		},
	}
	for _, pattern := range []string{"exports", "datasets"} {
		found, err := filepath.Glob("../../../shared/" + pattern + "/*/*.csv")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			studies[filepath.Base(file)] = []string{"customers=" + file}
		}
	}
	found, err := filepath.Glob("../../importers/testdata/platforms/*/*.*")
	if err != nil || len(found) < 40 {
		t.Fatalf("%d invented exports: %v", len(found), err)
	}
	for _, file := range found {
		switch ending := filepath.Ext(file); {
		case ending == ".golden", ending == ".asc", ending == ".dat", strings.HasSuffix(file, ".dictionary.csv"), strings.HasSuffix(file, "triple_s/csv.csv"):
			continue // beside another
		}
		name := filepath.Base(filepath.Dir(file)) + "_" + filepath.Base(file)
		studies[name] = []string{"customers=" + file}
		if dictionary := strings.TrimSuffix(file, ".csv") + ".dictionary.csv"; strings.Contains(file, "redcap/coded") {
			studies[name] = append(studies[name], "--dictionary", dictionary)
		}
	}
	accepted := 0
	for name, args := range studies {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(strings.SplitN(args[0], "=", 2)[1]); err != nil {
				t.Skip("the samples are not here")
			}
			direct, directErr, directCode := cxgap(append([]string{"analyze", "--format", "csv"}, args...)...)
			drafted, draftErr, code := cxgap(append([]string{"init"}, args...)...)
			// analyze refuses or leaves out audiences without a question in common; a draft is there to join what they were asked.
			apart := strings.Contains(directErr, "in the words of another audience")
			// Neither tells the scale of the answers: a draft asks for it.
			asks := directCode == exitInput && (strings.Contains(directErr, "holds ratings") || strings.Contains(directErr, "a table of results")) && strings.Contains(drafted, "# ?")
			if code != directCode && !((apart || asks) && code == exitDone) {
				t.Fatalf("init: exit code %d, analyze %d\n%s\n%s", code, directCode, draftErr, directErr)
			}
			if code != exitDone { // a file without ratings: both say so
				return
			}
			accepted++
			dir := "." // the draft names the files as the command did
			file, err := os.CreateTemp(dir, "drafted*.yaml")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if err := os.Remove(file.Name()); err != nil {
					t.Error(err)
				}
			})
			if _, err := file.WriteString(drafted); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			byFile, errText, code := cxgap("analyze", file.Name(), "--format", "csv")
			if code != exitDone {
				t.Fatalf("exit code %d\n%s\n%s", code, errText, drafted)
			}
			if byFile != direct && !apart && !asks {
				t.Errorf("the draft gives other figures than analyze without it:\n%s", drafted)
			}
		})
	}
	if accepted < 2 {
		t.Errorf("only %d drafts were read", accepted)
	}
}

// A suggestion is taken by taking its # away.
func TestInitSuggestions(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"staff.csv":     "How true? [We are quick],How true? [We are friendly]\n1,2\n5,4\n3,3\n",
		"customers.csv": "How true? [We are quick],How true? [They are friendly],Bill (importance)\n1,2,1\n5,5,2\n2,2,5\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	drafted, errText, code := cxgap("init", "staff=staff.csv", "customers=customers.csv")
	if code != exitDone {
		t.Fatalf("exit code %d\n%s", code, errText)
	}
	taken := strings.Replace(drafted, "#  we_are_friendly: {label: \"We are friendly\", performance: {staff: \"How true? [We are friendly]\", customers:", "  we_are_friendly: {label: \"We are friendly\", performance: {staff: \"How true? [We are friendly]\", customers:", 1)
	taken = strings.Replace(taken, "#  bill_importance: ", "  bill_importance: ", 1)
	if err := os.WriteFile("cxgap.yaml", []byte(taken), 0o600); err != nil {
		t.Fatal(err)
	}
	figures, errText, code := cxgap("analyze", "--format", "csv")
	if code != exitDone {
		t.Fatalf("exit code %d\n%s\n%s", code, errText, taken)
	}
	for _, figure := range []string{"gap/performance/staff:customers/we_are_friendly/difference", "profile/importance/customers/bill_importance/mean"} {
		if !strings.Contains(figures, figure) {
			t.Errorf("no figure %s from\n%s", figure, taken)
		}
	}
}

// cxgap returns what a command prints, and its exit code.
func cxgap(args ...string) (out, errOut string, code int) {
	var o, e bytes.Buffer
	code = Main(args, strings.NewReader(""), &o, &e)
	return o.String(), e.String(), code
}
