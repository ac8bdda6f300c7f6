package main

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// Charts as pictures are the same, byte for byte, whether a study is read or its saved result.
func TestPicturesOfASavedResult(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	const study = "demo/study/cxgap.yaml"
	run(t, "analyze", study, "--format", "json", "-o", at("result.json"))
	run(t, "report", study, "--png", "-o", at("a.md"))
	run(t, "report", at("result.json"), "--png", "-o", at("b.md"))
	pictures, err := filepath.Glob(at("a_charts/*.png"))
	if err != nil || len(pictures) < 5 {
		t.Fatalf("%d pictures of the study, %v", len(pictures), err)
	}
	for _, of := range pictures {
		if name := filepath.Base(of); readFile(t, of) != readFile(t, at("b_charts/"+name)) {
			t.Errorf("%s: another picture of the saved result", name)
		}
	}
	if others, _ := filepath.Glob(at("b_charts/*")); len(others) != len(pictures) {
		t.Errorf("%d pictures of the study, %d files of the saved result", len(pictures), len(others))
	}
}

// The page stands alone: every element is closed, every reference inside it has its target, ids stand once, every header cell has
// its scope, nothing is fetched and nothing runs.
func TestReportPagesAreSound(t *testing.T) {
	studies := []string{"demo/study/cxgap.yaml", "../../testdata/reference/waves/cxgap.yaml", "testdata/matters/cxgap.yaml", manyItems(t, 20), manyItems(t, 30)}
	for n, study := range studies {
		file := filepath.Join(t.TempDir(), "report.html")
		run(t, "report", study, "-o", file, "--title", "<u>Q&A</u>: one, two", "--client", "O'Brien & Sons")
		page := readFile(t, file)
		// Of 20 items a page is small enough to be mailed, even with waves and groups, and has room for what is yet to come below 300 KB.
		if most := 272_000; len(page) > most && n < len(studies)-1 {
			t.Errorf("%s: %d bytes", study, len(page))
		}
		soundPage(t, study, page)
		if old := regexp.MustCompile(`<h3>[^<]*wave 2025[^<]*</h3>`).FindString(page); old != "" {
			t.Errorf("%s: %q is not of the newest wave", study, old)
		}
		if broken := regexp.MustCompile(`<td>[^<]*\[[^]<]* [^]<]*\]`).FindString(page); broken != "" {
			t.Errorf("%s: an interval may break: %q", study, broken)
		}
	}
}

func soundPage(t *testing.T, study, page string) {
	t.Helper()
	for _, bad := range []string{"<script", "<u>Q", "NaN", "ZgotmplZ", "<img", "url(", "@import"} {
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
	for _, label := range regexp.MustCompile(`role="region" aria-label(?:ledby)?="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if strings.Count(page, label[0]) > 1 {
			t.Errorf("%s: two regions are called %q", study, label[1])
		}
	}
	wellFormed(t, page)
}

// manyItems writes an invented study with all that a report can hold: items with labels of 100 letters, three audiences, importance, an
// outcome, two waves and two segments. It returns its file.
func manyItems(t *testing.T, items int) string {
	t.Helper()
	dir := t.TempDir()
	study := "title: \"Many items: all that there is\"\nscale: 1..7\nwaves: [2025, \"2026, after the merger\"]\nsegments: [region, size]\naudiences:\n"
	source := rand.New(rand.NewPCG(30, uint64(items)))
	for _, a := range []struct {
		id, label string
		n         int
		shift     float64
	}{{"leadership", "Executive leadership and regional directors", 12, 0.7}, {"staff", "Staff in branches and service centres", 60, 0.3}, {"customers", "Customers", 220, 0}} {
		study += fmt.Sprintf("  %s: {label: %q, files: [%s.csv], wave: {column: wave}}\n", a.id, a.label, a.id)
		var rows strings.Builder
		rows.WriteString("wave,region,size,out")
		for i := range items {
			fmt.Fprintf(&rows, ",p%d,i%d", i, i)
		}
		rows.WriteByte('\n')
		for r := range 2 * a.n {
			common := source.NormFloat64()
			answer := func(mean float64) int { return int(math.Round(min(7, max(1, mean+0.7*common+source.NormFloat64())))) }
			fmt.Fprintf(&rows, "%s,%s,%s,%d", []string{"2025", "\"2026, after the merger\""}[r%2], []string{"North", "South and the islands"}[r/2%2], []string{"small", "large"}[r/4%2], min(10, max(0, answer(5)+3)))
			for i := range items {
				fmt.Fprintf(&rows, ",%d,%d", answer(3+float64(i%7)/2+a.shift*float64(i%3)), answer(4+float64(i%5)/2))
			}
			rows.WriteByte('\n')
		}
		if err := os.WriteFile(filepath.Join(dir, a.id+".csv"), []byte(rows.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	study += "items:\n"
	for i := range items {
		study += fmt.Sprintf("  a%d: {label: \"Takes responsible and visible action to address an issue or a crisis early, before customers ask (%d)\", dimension: \"Dimension %d\", performance: p%d, importance: {customers: i%d}}\n", i, i, i/5, i, i)
	}
	study += "outcome: {label: Likelihood to recommend, column: {customers: out}, scale: 0..10, nps: true}\nanalysis: {resamples: 100}\n"
	file := filepath.Join(dir, "cxgap.yaml")
	if err := os.WriteFile(file, []byte(study), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// withEndTags adds the end tags of cells, rows and their groups, which HTML lets be left out.
func withEndTags(page string) string {
	ends := map[string][]string{"td": {"td", "th"}, "th": {"td", "th"}, "tr": {"td", "th", "tr"}, "tbody": {"td", "th", "tr", "thead", "tbody"}, "/table": {"td", "th", "tr", "thead", "tbody"}}
	var open []string
	return regexp.MustCompile(`<(/?(?:table|thead|tbody|tr|td|th))\b[^>]*>`).ReplaceAllStringFunc(page, func(tag string) string {
		name := strings.TrimPrefix(regexp.MustCompile(`^</?[a-z]+`).FindString(tag), "<")
		closed := ""
		for len(open) > 0 && slices.Contains(ends[name], open[len(open)-1]) {
			closed += "</" + open[len(open)-1] + ">"
			open = open[:len(open)-1]
		}
		if !strings.HasPrefix(name, "/") {
			open = append(open, name)
		} else if len(open) > 0 {
			open = open[:len(open)-1]
		}
		return closed + tag
	})
}

// wellFormed reads the page as XML but for the elements that HTML does not close.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	page = withEndTags(page)
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

// Every number in a sentence is a figure of the result that may be shown, and the first of a figure leads to its place in the list of
// figures; no number stands in a sentence without one, and no sentence speaks of causes.
func TestSentencesRestOnFigures(t *testing.T) {
	said := regexp.MustCompile(`(?s)<dd>(.*?)</dd>|<li>(“.*?)</li>|<li>([^<]*<data.*?)</li>|<p>([^<]*<data.*?)</p>`)
	number := regexp.MustCompile(`<data value="([^"]*)">(?:<a href="#([^"]*)">[^<]*</a>)?[^<]*</data>`)
	for study, least := range map[string]int{"demo/study/cxgap.yaml": 40, "../../testdata/reference/three-audiences/cxgap.yaml": 10, "testdata/matters/cxgap.yaml": 5} {
		result, figures := analyzed(t, study)
		var page bytes.Buffer
		if err := report.HTML(&page, result, report.ClientOptions{}); err != nil {
			t.Fatal(err)
		}
		numbers := 0
		for _, sentence := range said.FindAllString(page.String(), -1) {
			leads := map[string]bool{}
			for _, n := range number.FindAllStringSubmatch(sentence, -1) {
				numbers++
				figure, anchor := n[1], n[2]
				if leads[figure] != (anchor == "") {
					t.Errorf("%s: %q has no link, or more than one, in %q", study, figure, sentence)
				}
				leads[figure] = true
				if f, found := figures[figure]; !found || !f.Value.Defined() && f.Verdict == "" || f.Note.Has(analysis.NoteSuppressed) {
					t.Errorf("%s: no figure %q, or one that is not shown", study, figure)
				}
				if anchor != "" && !strings.Contains(page.String(), `<dd id="`+anchor+`"><code>`+figure+`</code>`) {
					t.Errorf("%s: %q leads nowhere", study, figure)
				}
			}
			plain := regexp.MustCompile(`“[^”]*”|<[^>]*>|scale [0-9]+–[0-9]+|[0-9,]+ times, as many`).ReplaceAllString(number.ReplaceAllString(sentence, ""), "")
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
		"<title>A &amp; B</title>", "<h1>A &amp; B</h1>", `<p class="client">&lt;Northwind&gt;</p>`, ":root{--brand:#8a1538;--accent:#8a1538}",
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
