package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/report"
)

// The printed look, used as it is, changes no byte of any format.
func TestPrintedTemplatesChangeNothing(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	run(t, "analyze", "demo/study/cxgap.yaml", "--format", "json", "-o", at("result.json"))
	run(t, "report", "--print-template", at("look"))
	for _, file := range []string{"a.html", "a.md"} {
		args := []string{"report", at("result.json"), "-o", at(file), "--title", "<T> & [t]", "--client", "C*"}
		if filepath.Ext(file) == ".html" { // Markdown has no colours
			args = append(args, "--accent", "8a1538")
		}
		run(t, args...)
		plain := readFile(t, at(file))
		run(t, append(args, "--template", at("look"), "--language", at("look/messages.yaml"), "--force")...)
		if diff := cmp.Diff(plain, readFile(t, at(file))); diff != "" {
			t.Errorf("%s (-house +printed):\n%.1500s", file, diff)
		}
	}
}

// The template in docs/report-templates.md renders what stands below it. -update writes it down.
func TestDocumentedTemplate(t *testing.T) {
	const name = "../../docs/report-templates.md"
	page := readFile(t, name)
	template := regexp.MustCompile("(?s)```gotemplate\n(.*?)```").FindStringSubmatch(page)
	shown := regexp.MustCompile("(?s)(```markdown\n)(.*?)(```)")
	if template == nil || !shown.MatchString(page) {
		t.Fatal("the page shows no template and what it gives")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "report.md.tmpl"), []byte(template[1]), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, "report", "demo/study/cxgap.yaml", "-o", filepath.Join(dir, "sheet.md"), "--plain", "--template", dir)
	sheet := readFile(t, filepath.Join(dir, "sheet.md"))
	if !strings.Contains(sheet, "Blind spots") || !strings.Contains(sheet, "| Staff") {
		t.Errorf("the sheet holds no answer or no table:\n%s", sheet)
	}
	made := shown.ReplaceAllStringFunc(page, func(string) string { return "```markdown\n" + sheet + "```" })
	if *update {
		if err := os.WriteFile(name, []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(page, made); diff != "" {
		t.Errorf("docs/report-templates.md is out of date (-have +made), go test ./cmd/cxgap -update rewrites it:\n%s", diff)
	}
}

// Every field and every function that templates see is explained, and nothing else.
func TestTemplateModelIsDocumented(t *testing.T) {
	page := readFile(t, "../../docs/report-templates.md")
	_, tables, _ := strings.Cut(page, "## What templates see")
	explained := map[string]bool{}
	for _, m := range regexp.MustCompile("`\\.([A-Za-z]+)`").FindAllStringSubmatch(tables, -1) {
		explained[m[1]] = true
	}
	known := map[string]bool{"Text": true} // a method of findings, and a field of stretches and cells
	for _, field := range report.TemplateFields() {
		known[field] = true
		if !explained[field] {
			t.Errorf(".%s is not explained", field)
		}
	}
	for field := range explained {
		if !known[field] {
			t.Errorf(".%s is explained, and no field", field)
		}
	}
	for _, function := range report.TemplateFunctions() {
		if !strings.Contains(tables, "| `"+function+" ") {
			t.Errorf("%s is not explained", function)
		}
	}
}

// An error in a template says file and line, and what could be meant; nothing is written.
func TestTemplateErrors(t *testing.T) {
	for _, c := range []struct{ file, text, format, want, hint string }{
		{"page.html.tmpl", "<p>{{.Title}}\n{{.Titel}}</p>", "html", `page.html.tmpl:2:2: ".Titel" has no field "Titel"`, "did you mean .Title?"},
		{"page.html.tmpl", "<p>\n\n{{range .Parts}}", "html", "page.html.tmpl:3: unexpected EOF", ""},
		{"page.html.tmpl", "<a href='{{.Title}}\n<b>{{.Scope}}", "html", "page.html.tmpl", ""},
		{"report.md.tmpl", "{{range .Parts}}\n{{range .Sections}}{{.Colums}}{{end}}{{end}}", "md", `report.md.tmpl:2:21: ".Colums" has no field "Colums"`, "did you mean .Columns?"},
		{"report.md.tmpl", "{{mdd .Title}}", "md", `report.md.tmpl:1: function "mdd" not defined`, "did you mean md?"},
		{"report.md.tmpl", "{{index .Parts 99}}", "md", "report.md.tmpl:1:2: <index .Parts 99>: error calling index: ", ""},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		var errOut bytes.Buffer
		out := filepath.Join(dir, "out."+c.format)
		code := Main([]string{"report", "testdata/perspective/cxgap.yaml", "-o", out, "--template", dir}, strings.NewReader(""), discard{}, &errOut)
		if code != exitUsage || !strings.Contains(errOut.String(), filepath.Join(dir, c.want)) || !strings.Contains(errOut.String(), c.hint) {
			t.Errorf("%s: exit code %d, %s", c.text, code, errOut.String())
		}
		if strings.Contains(errOut.String(), "report.html") && strings.Contains(errOut.String(), "in type") {
			t.Errorf("%s: the program's own types are named: %s", c.text, errOut.String())
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was written", c.text)
		}
	}
}
