package main

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report"
)

// run runs a command that must succeed.
func run(t *testing.T, args ...string) {
	t.Helper()
	var errOut bytes.Buffer
	if code := Main(args, strings.NewReader(""), discard{}, &errOut); code != exitDone {
		t.Fatalf("cxgap %s: exit code %d\n%s", strings.Join(args, " "), code, errOut.String())
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The examples in docs are the demo study's reports. -update writes them.
func TestReportExamples(t *testing.T) {
	dir := t.TempDir()
	run(t, "report", "demo/study/cxgap.yaml", "-o", filepath.Join(dir, "report.html"))
	run(t, "report", "demo/study/cxgap.yaml", "-o", filepath.Join(dir, "report.md"))
	examples := "../../docs/examples"
	if *update {
		if err := os.RemoveAll(filepath.Join(examples, "report_charts")); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(examples, "report_charts", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range kept {
		if _, err := os.Stat(filepath.Join(dir, "report_charts", filepath.Base(file))); err != nil {
			t.Errorf("%s is a chart of no report any more", file)
		}
	}
	err = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		want := filepath.Join(examples, name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(want), 0o755); err != nil {
				return err
			}
			return os.WriteFile(want, []byte(readFile(t, path)), 0o644)
		}
		if diff := cmp.Diff(readFile(t, want), readFile(t, path)); diff != "" {
			t.Errorf("docs/examples/%s is out of date (-have +made), go test ./cmd/cxgap -update rewrites it:\n%.2000s", name, diff)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A saved result gives the same bytes as its study, in both formats.
func TestReportOfASavedResult(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, study := range []string{"demo/study/cxgap.yaml", "../../testdata/reference/waves/cxgap.yaml", "testdata/matters/cxgap.yaml", "testdata/perspective/cxgap.yaml"} {
		run(t, "analyze", study, "--format", "json", "-o", at("result.json"), "--force")
		for _, format := range []string{"html", "md", "xlsx"} {
			run(t, "report", study, "-o", at("a."+format), "--force")
			run(t, "report", at("result.json"), "-o", at("b."+format), "--force")
			if a, b := readFile(t, at("a."+format)), strings.ReplaceAll(readFile(t, at("b."+format)), "b_charts", "a_charts"); a != b {
				t.Errorf("%s as %s: another report of the saved result:\n%.2000s", study, format, cmp.Diff(a, b))
			}
		}
	}
}

// The page stands alone: every element is closed, every reference inside it has its target, ids stand once, every header cell has
// its scope, nothing is fetched and nothing runs.
func TestReportPagesAreSound(t *testing.T) {
	for _, study := range []string{"demo/study/cxgap.yaml", "../../testdata/reference/waves/cxgap.yaml", "testdata/matters/cxgap.yaml"} {
		file := filepath.Join(t.TempDir(), "report.html")
		run(t, "report", study, "-o", file, "--title", "<b>Q&A</b>", "--client", "O'Brien & Sons")
		page := readFile(t, file)
		if len(page) > 300<<10 {
			t.Errorf("%s: %d bytes", study, len(page))
		}
		for _, bad := range []string{"<script", "<b>Q", "NaN", "ZgotmplZ", "<img", "url(", "@import"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: the page holds %q", study, bad)
			}
		}
		for _, link := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(link[1], "#") || !strings.Contains(page, `id="`+link[1][1:]+`"`) {
				t.Errorf("%s: a link to %q", study, link[1])
			}
		}
		seen := map[string]bool{}
		for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if seen[id[1]] {
				t.Errorf("%s: id %q stands twice", study, id[1])
			}
			seen[id[1]] = true
		}
		for _, by := range regexp.MustCompile(`aria-labelledby="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			for _, id := range strings.Fields(by[1]) {
				if !seen[id] {
					t.Errorf("%s: labelled by %q, which is not there", study, id)
				}
			}
		}
		if regexp.MustCompile(`<th[ >]`).FindString(page) == "" || regexp.MustCompile(`<th(?:>| class)`).MatchString(page) {
			t.Errorf("%s: a header cell without scope", study)
		}
		wellFormed(t, page)
	}
}

// wellFormed reads the page as XML but for the elements that HTML does not close.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	page = regexp.MustCompile(`<(meta|img|link)\b[^>]*>`).ReplaceAllString(strings.Replace(page, "<!doctype html>", "", 1), "")
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("the page is not well-formed: %v", err)
			return
		}
	}
}

// Every number in a sentence is a figure of the result that may be shown, and leads to its place in the list of figures; no number
// stands in a sentence without one, and no sentence speaks of causes.
func TestSentencesRestOnFigures(t *testing.T) {
	said := regexp.MustCompile(`(?s)<dd>(.*?)</dd>|<li>(“.*?)</li>`)
	link := regexp.MustCompile(`<a class="figure" href="#([^"]*)"><data value="([^"]*)">[^<]*</data></a>`)
	for study, least := range map[string]int{"demo/study/cxgap.yaml": 40, "../../testdata/reference/three-audiences/cxgap.yaml": 10, "testdata/matters/cxgap.yaml": 5} {
		result, figures := analyzed(t, study)
		var page bytes.Buffer
		if err := report.HTML(&page, result, report.ClientOptions{}); err != nil {
			t.Fatal(err)
		}
		numbers := 0
		for _, sentence := range said.FindAllString(page.String(), -1) {
			for _, n := range link.FindAllStringSubmatch(sentence, -1) {
				numbers++
				if f, found := figures[n[2]]; !found || !f.Value.Defined() || f.Note.Has(analysis.NoteSuppressed) {
					t.Errorf("%s: no figure %q, or one that is not shown", study, n[2])
				}
				if !strings.Contains(page.String(), `<dd id="`+n[1]+`"><code>`+n[2]+`</code>`) {
					t.Errorf("%s: %q leads nowhere", study, n[2])
				}
			}
			plain := regexp.MustCompile(`“[^”]*”|<[^>]*>`).ReplaceAllString(link.ReplaceAllString(sentence, ""), "")
			if found := regexp.MustCompile(`[0-9]|\b(moves?|drives?|leads? to|hurts?|pleases?|causes?|because|improves?|effect)\b`).FindString(plain); found != "" {
				t.Errorf("%s: %q in %q", study, found, plain)
			}
		}
		if numbers < least {
			t.Errorf("%s: only %d numbers name their figures", study, numbers)
		}
	}
}

// The head bears the title, the client, the picture and the colour that were asked for.
func TestReportHead(t *testing.T) {
	dir := t.TempDir()
	logo := filepath.Join(dir, "logo.png")
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(logo, picture.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"report", "testdata/perspective/cxgap.yaml", "--title", "A & B", "--client", "<Northwind>", "--logo", logo, "--accent", "8a1538", "-o"}
	run(t, append(args, filepath.Join(dir, "r.html"))...)
	page := readFile(t, filepath.Join(dir, "r.html"))
	for _, want := range []string{
		"<title>A &amp; B</title>", "<h1>A &amp; B</h1>", `<p class="client">&lt;Northwind&gt;</p>`, ":root{--accent:#8a1538}",
		`<img class="logo" src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(picture.Bytes()) + `"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page holds no %s", want)
		}
	}
	if code := Main(append(args, logo, "--format", "html", "--force"), strings.NewReader(""), discard{}, discard{}); code != exitUsage {
		t.Errorf("the picture was overwritten, exit code %d", code)
	}
}
