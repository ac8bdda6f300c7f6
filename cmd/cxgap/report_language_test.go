package main

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/goccy/go-yaml"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report"
)

// languageStudies have between them every part of a report.
func languageStudies() []string {
	return []string{
		"demo/study/cxgap.yaml", "../../testdata/reference/waves/cxgap.yaml", "testdata/matters/cxgap.yaml", "testdata/perspective/cxgap.yaml",
		"testdata/score_waves/cxgap.yaml",
	}
}

// A study file may name every language that there are texts in.
func TestStudiesNameTheLanguagesOfReports(t *testing.T) {
	if !slices.Equal(study.Languages(), report.Languages()) {
		t.Errorf("studies may say %v, there are texts in %v", study.Languages(), report.Languages())
	}
}

// pseudo writes the English file of texts with every letter of them turned into ø: what is still words in a report made with it, is
// the study's, or was forgotten.
func pseudo(t *testing.T) string {
	t.Helper()
	var file map[string]any
	if err := yaml.Unmarshal([]byte(readFile(t, "../../report/messages/en.yaml")), &file); err != nil {
		t.Fatal(err)
	}
	hide := func(text string) string {
		return regexp.MustCompile(`%%|%(\[\d+\])?[a-z]|.`).ReplaceAllStringFunc(text, func(piece string) string {
			if r := []rune(piece); len(r) == 1 && unicode.IsLetter(r[0]) {
				return "ø"
			}
			return piece
		})
	}
	file["language"] = "qaa" // a language of nobody
	messages := file["messages"].(map[string]any)
	for key, value := range messages {
		switch v := value.(type) {
		case string:
			messages[key] = hide(v)
		case map[string]any:
			for form, text := range v {
				v[form] = hide(text.(string))
			}
		}
	}
	text, err := yaml.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "pseudo.yaml")
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// studysWords are the words of a study's own that its report shows: labels, names, files, what is said of how they were read.
func studysWords(r *analysis.Result) map[string]bool {
	words := map[string]bool{}
	enter := func(texts ...string) {
		for _, text := range texts {
			for _, word := range latinWord.FindAllString(text, -1) {
				words[word] = true
			}
		}
	}
	enter(r.Title, r.Generator.Name, r.Generator.Version, "SHA POMP cxgap", "Google Forms, Microsoft Forms, Qualtrics")
	enter(r.Waves...)
	enter(r.Segments...)
	for _, a := range r.Audiences {
		enter(a.ID, a.Label)
		for n := 4; n < len(a.ID); n++ { // the short names of columns
			enter(a.ID[:n])
		}
	}
	for _, item := range r.Items {
		enter(item.ID, item.Label, item.Dimension)
		for _, rating := range item.Ratings {
			for _, asked := range rating.Asked {
				enter(asked.Scale, asked.LowEnd, asked.HighEnd)
			}
		}
	}
	for _, c := range r.Constructs {
		enter(c.Label)
	}
	for i := range r.Figures {
		enter(r.Figures[i].Segment)
	}
	for _, in := range r.Inputs {
		encoding, _, _ := strings.Cut(in.Encoding, " ") // what is said of it behind its name is the report's
		enter(in.File, in.Platform, encoding, in.SHA256, in.SHA256[:12])
	}
	enter(r.StudySHA256[:min(12, len(r.StudySHA256))])
	for _, f := range r.Flow {
		enter(f.File)
	}
	for _, n := range append(slices.Clone(r.Warnings), r.Assumptions...) { // their translation is held by TestNoticesAreTranslated
		enter(n.Message)
	}
	return words
}

var latinWord = regexp.MustCompile(`[A-Za-z]{2,}`)

// shownTexts are what a reader sees of a page, and what is read out to those who do not.
func shownTexts(page string) string {
	page = regexp.MustCompile(`(?s)<style>.*?</style>|<code>.*?</code>`).ReplaceAllString(page, " ")
	var b strings.Builder
	for _, m := range regexp.MustCompile(`(?:aria-label|alt|title)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		b.WriteString(m[1] + "\n")
	}
	b.WriteString(regexp.MustCompile(`(?s)<[^>]*>`).ReplaceAllString(page, " "))
	return html.UnescapeString(b.String())
}

func TestShownTexts(t *testing.T) {
	if got := strings.Fields(shownTexts(`<style>a</style><p aria-label="b &amp; c">d <code>e</code><b>f</b></p>`)); !slices.Equal(got, []string{"b", "&", "c", "d", "f"}) {
		t.Errorf("got %q", got)
	}
}

// No fixed text of a report is written past its message file.
func TestEveryFixedTextIsInTheMessageFile(t *testing.T) {
	texts := pseudo(t)
	for _, study := range languageStudies() {
		dir := t.TempDir()
		run(t, "analyze", study, "--format", "json", "-o", filepath.Join(dir, "result.json"))
		run(t, "report", filepath.Join(dir, "result.json"), "-o", filepath.Join(dir, "report.html"), "--language", texts)
		run(t, "report", filepath.Join(dir, "result.json"), "-o", filepath.Join(dir, "report.md"), "--language", texts)
		own := studysWords(result(t, filepath.Join(dir, "result.json")))
		markdown := regexp.MustCompile("`[^`]*`|\\]\\([^)]*\\)|&[a-z]+;|\\[\\^\\d+\\]").ReplaceAllString(readFile(t, filepath.Join(dir, "report.md")), " ")
		for name, text := range map[string]string{"page": shownTexts(readFile(t, filepath.Join(dir, "report.html"))), "Markdown": markdown} {
			text = regexp.MustCompile(`\b[0-9a-f]{64}\b`).ReplaceAllString(text, "") // hashes hold no words
			forgotten := map[string]bool{}
			for _, word := range latinWord.FindAllString(text, -1) {
				if !own[word] && !forgotten[word] {
					forgotten[word] = true
					at := strings.Index(text, word)
					t.Errorf("%s, %s: %q stands in no message file: …%s…", study, name, word, strings.TrimSpace(text[max(0, at-60):min(len(text), at+60)]))
				}
			}
			if !strings.Contains(text, "øøø") {
				t.Errorf("%s, %s: no text of the message file", study, name)
			}
		}
	}
}

// What was assumed and warned of reads in the language of the report.
func TestNoticesAreTranslated(t *testing.T) {
	for _, study := range languageStudies() {
		dir := t.TempDir()
		run(t, "analyze", study, "--format", "json", "-o", filepath.Join(dir, "result.json"))
		run(t, "report", filepath.Join(dir, "result.json"), "-o", filepath.Join(dir, "report.html"), "--language", "de")
		page := shownTexts(readFile(t, filepath.Join(dir, "report.html")))
		r := result(t, filepath.Join(dir, "result.json"))
		if strings.Contains(page, "percentage points") || strings.Contains(page, "byte order mark") {
			t.Errorf("%s: a part of a notice or of an input is not translated", study)
		}
		for _, n := range append(slices.Clone(r.Warnings), r.Assumptions...) {
			said := strings.TrimPrefix(n.Message, n.Where+": ") // a client reads the label of an audience there
			if strings.Contains(page, said) {
				t.Errorf("%s: %s %q is not translated", study, n.Code, n.Message)
			}
		}
	}
}

// A German report has the numbers of the English one, in German.
func TestGermanNumbers(t *testing.T) {
	dir := t.TempDir()
	for _, language := range []string{"en", "de"} {
		run(t, "report", "demo/study/cxgap.yaml", "-o", filepath.Join(dir, language+".md"), "--plain", "--language", language)
	}
	numbers := regexp.MustCompile(`[+−]?\d[\d.,]*\d|[+−]?\d`)
	english, german := answerOf(t, readFile(t, filepath.Join(dir, "en.md"))), answerOf(t, readFile(t, filepath.Join(dir, "de.md")))
	swap := strings.NewReplacer(".", ",", ",", ".")
	want := map[string]int{}
	for _, n := range numbers.FindAllString(english, -1) {
		want[swap.Replace(n)]++
	}
	for _, n := range numbers.FindAllString(german, -1) {
		want[n]--
	}
	for n, count := range want {
		if count != 0 {
			t.Errorf("%q stands %d times more often in the English answer than in the German one", n, count)
		}
	}
}

// answerOf returns the chapter with the answer, without the ids of its figures.
func answerOf(t *testing.T, document string) string {
	t.Helper()
	chapters := strings.Split(document, "\n## ")
	if len(chapters) < 2 {
		t.Fatal("no chapters")
	}
	return regexp.MustCompile("(?m)^\\[\\^.*$|`[^`]*`|\\[\\^\\d+\\]").ReplaceAllString(chapters[1], "")
}

func result(t *testing.T, name string) *analysis.Result {
	t.Helper()
	r, err := report.ReadJSON(strings.NewReader(readFile(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
