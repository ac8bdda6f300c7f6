package report

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/cxgap/cxgap/analysis/study"
)

// said are the texts that the code says through a language: each under its English wording, with the form for one thing where it has
// one. It reads the source: whoever writes a new text need not remember a list.
func said(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	constants := map[string]string{}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.ValueSpec:
				for k, value := range x.Values {
					constants[x.Names[k].Name] = literalText(value)
				}
			case *ast.CallExpr:
				sayCall(texts, constants, x)
			case *ast.AssignStmt: // a text that is chosen before it is said
				for _, e := range x.Rhs {
					if s := literalText(e); strings.Trim(s, "%s") != "" && strings.Contains(s, "%s") || strings.Contains(s, "%[1]s") {
						texts[s] = ""
					}
				}
			case *ast.CompositeLit: // pairs of texts for one thing and for several
				sayPairs(texts, x)
			}
			return true
		})
	}
	for _, name := range TemplateNames() {
		template, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`say "([^"]*)"`).FindAllStringSubmatch(string(template), -1) {
			texts[m[1]] = ""
		}
	}
	for _, word := range resultWords() {
		texts[strings.ReplaceAll(word, "%", "%%")] = ""
	}
	for _, thing := range []string{"item", "row", "column", "cell", "rating", "question", "record"} { // of notices
		texts["%s "+thing+"s"] = "%s " + thing
	}
	return texts
}

// sayCall enters what a call says.
func sayCall(texts, constants map[string]string, call *ast.CallExpr) {
	f, method := call.Fun.(*ast.SelectorExpr)
	if !method || len(call.Args) == 0 {
		return
	}
	if p, isName := f.X.(*ast.Ident); isName && p.Name == "fmt" {
		return
	}
	literal := func(k int) string {
		if k >= len(call.Args) {
			return ""
		}
		if name, isName := call.Args[k].(*ast.Ident); isName {
			return constants[name.Name]
		}
		return literalText(call.Args[k])
	}
	switch f.Sel.Name {
	case "text", "phrase", "outcomeLine", "say", "form":
		if s := literal(0); s != "" {
			texts[s] = ""
		}
	case "counted", "plural", "countedPhrase":
		if s := literal(2); s != "" {
			texts[s] = literal(1)
		}
	case "margin", "zoneName":
		if s := literal(1); s != "" {
			texts[s] = ""
		}
	}
}

// sayPairs enters texts that stand in a literal until they are said: of several things behind that of one.
func sayPairs(texts map[string]string, lit *ast.CompositeLit) {
	for k, e := range lit.Elts {
		if several := literalText(e); k > 0 && strings.Contains(several, "%[1]s") {
			texts[several] = literalText(lit.Elts[k-1])
		}
	}
}

// literalText returns a text that stands in the code, in one piece or joined by plus signs; empty if it is computed.
func literalText(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.BasicLit:
		if x.Kind == token.STRING {
			if s, err := strconv.Unquote(x.Value); err == nil {
				return s
			}
		}
	case *ast.BinaryExpr:
		left, right := literalText(x.X), literalText(x.Y)
		if left != "" && right != "" {
			return left + right
		}
	}
	return ""
}

// The English file holds every text of the report once, under itself: it is what a translator starts from. -update writes it anew.
func TestEnglishMessagesAreComplete(t *testing.T) {
	texts := said(t)
	var keys []string
	for key := range texts {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var b strings.Builder
	b.WriteString("# Every fixed text of the report, under its English wording: what a translation starts from. go test ./report -update writes it.\n")
	b.WriteString("language: en\ndecimal: \".\"\nthousands: \",\"\nseparator: \",\"\nquotes: [“, ”]\nmessages:\n")
	for _, key := range keys {
		if one := texts[key]; one != "" {
			fmt.Fprintf(&b, "  %s:\n    one: %s\n    other: %s\n", strconv.Quote(key), strconv.Quote(one), strconv.Quote(key))
		} else {
			fmt.Fprintf(&b, "  %s: %s\n", strconv.Quote(key), strconv.Quote(key))
		}
	}
	goldenFile(t, filepath.Join("messages", "en.yaml"), b.String())
}

func TestPlaceholders(t *testing.T) {
	if got := placeholders("%s of %[3]s, %d %% %[3]s"); !slices.Equal(got, []string{"%[1]s", "%[3]d", "%[3]s"}) && !slices.Equal(got, []string{"%[1]s", "%[3]s", "%[3]d"}) {
		t.Errorf("got %v", got)
	}
}

func readMessages(t *testing.T, tag string) messageFile {
	t.Helper()
	text, err := messageFiles.ReadFile("messages/" + tag + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file messageFile
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return file
}

// Every language has the texts of the English file and no others, each with the same placeholders in every form.
func TestLanguagesHaveTheSameTexts(t *testing.T) {
	english := readMessages(t, "en")
	for _, tag := range Languages()[1:] {
		file := readMessages(t, tag)
		for _, fault := range differences(english, file) {
			t.Errorf("messages/%s.yaml: %s", tag, fault)
		}
		if _, err := newLanguage(tag); err != nil {
			t.Errorf("%s: %v", tag, err)
		}
	}
}

func differences(english, other messageFile) []string {
	var faults []string
	for key := range english.Messages {
		value, found := other.Messages[key]
		if !found {
			faults = append(faults, fmt.Sprintf("%q is not translated", key))
			continue
		}
		m, err := parseMessage(value)
		if err != nil {
			faults = append(faults, fmt.Sprintf("%q: %v", key, err))
			continue
		}
		if _, plural := english.Messages[key].(map[string]any); plural != (m.forms != nil) {
			faults = append(faults, fmt.Sprintf("%q has plural forms in one language only", key))
		}
		if err := m.check(key); err != nil {
			faults = append(faults, fmt.Sprintf("%q: %v", key, err))
		}
	}
	for key := range other.Messages {
		if _, found := english.Messages[key]; !found {
			faults = append(faults, fmt.Sprintf("%q is no text of the report", key))
		}
	}
	sort.Strings(faults)
	return faults
}

func TestDifferencesAreFound(t *testing.T) {
	english := messageFile{Messages: map[string]any{"%s of %s": "%s of %s", "a": "a", "%s items": map[string]any{"one": "%s item", "other": "%s items"}}}
	other := messageFile{Messages: map[string]any{"%s of %s": "%s von", "%s items": "%s Merkmale", "b": "b"}}
	if got := differences(english, other); len(got) != 4 {
		t.Errorf("found %d: %v", len(got), got)
	}
}

// A file of texts that would write wrong numbers or broken sentences is refused when it is read, with the key at fault.
func TestMessageFilesAreChecked(t *testing.T) {
	const whole = "language: fr\ndecimal: \",\"\nthousands: \" \"\nseparator: \";\"\nquotes: [«, »]\nmessages:\n"
	for _, c := range []struct{ cut, put, messages, want string }{
		{"", "", "  \"%s of %s\": \"%[2]s, dont %[1]s\"\n  \"%s items\": {one: un élément, other: \"%s éléments\"}\n", ""},
		{"", "", "  \"%s %% of the scale\": \"%s %% de l'échelle\"\n", ""},
		{"decimal: \",\"\n", "", "", "decimal: is not said"},
		{"decimal: \",\"", "decimal: \" \"", "", "decimal and thousands are both"},
		{"thousands: \" \"", "thousands: \"0\"", "", "no digit"},
		{"separator: \";\"\n", "", "", "separator: is not said"},
		{"quotes: [«, »]\n", "", "", "quotes: is not said"},
		{"quotes: [«, »]", "quotes: [«]", "", "quotes: is not said"},
		{"", "", "  \"%s of %s\": \"%d de %s\"\n", "its placeholders are %[1]s %[2]s, not %[1]d %[2]s"},
		{"", "", "  \"%s of %s\": \"%s\"\n", "not %[1]s"},
		{"", "", "  \"%s of %s\": \"%s de %s et %s\"\n", "not %[1]s %[2]s %[3]s"},
		{"", "", "  \"%s items\": \"100% %s\"\n", "percent sign is written %%"},
		{"", "", "  \"%s items\": \"%.1f\"\n", "is no placeholder"},
		{"", "", "  \"%s items\": {one: \"%[2]s\", other: \"%s éléments\"}\n", "%[2]s is not among them"},
		{"", "", "  \"The answer\": \"\"\n", "is said as nothing"},
		{"", "", "notices:\n  \"%s is old\": \"%d est vieux\"\n", "its placeholders"},
	} {
		_, err := parseLanguage([]byte(strings.Replace(whole, c.cut, c.put, 1) + c.messages))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s%s: got %v, want %q", c.put, c.messages, err, c.want)
		}
	}
}

// German has one word for one thing: the margin is the Äquivalenzgrenze, what differs a Lücke, what must not be shown verdeckt; and one
// kind of quotation marks.
func TestGermanHasOneWordForOneThing(t *testing.T) {
	w, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	translations := map[string]string{}
	for key, m := range w.texts {
		translations[key] = m.other
		for _, text := range m.forms {
			translations[key] += "\n" + text
		}
	}
	for _, n := range w.notices {
		translations[n.original.String()] = n.translation
	}
	for key, text := range translations {
		for _, bad := range []string{"Marge", "Klumpen", "Distanz", "unterdr", "“%s“", `"`} {
			if strings.Contains(text, bad) {
				t.Errorf("%q: %q has %q", key, text, bad)
			}
		}
	}
}

// What notices quote and count stands in the report as its other sentences quote and count.
func TestNoticesQuoteAndCountInTheLanguage(t *testing.T) {
	w, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	got := w.notice(study.Notice{Message: fmt.Sprintf("derived importance of %q stands on %s of %s respondents, who answered everything; fewest answered %q: %d",
		"Patienten (2024)", study.Grouped(1158), study.Grouped(1234567), "Fairer Umgang", 447)})
	want := "die abgeleitete Wichtigkeit der Gruppe „Patienten (2024)“ beruht auf 1.158 von 1.234.567 Befragten, nämlich denen, die alles beantwortet haben; die wenigsten Antworten hat „Fairer Umgang“: 447"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for message, want := range map[string]string{
		`scale 1..10 for 6 items, although nobody answered 1: "Quick", "Fair" and 4 more`: `Skala 1 bis 10 für 6 Merkmale, obwohl niemand 1 geantwortet hat: „Quick“, „Fair“ und 4 weitere`,
		"scale 1..7 for 1 item": "Skala 1 bis 7 für 1 Merkmal",
		"customers: answers in 3 columns from listens on end at 5 before c.csv:153 and run to 10 from there on: was it the same scale? Averaged as they stand":                                                            "customers: die Antworten in 3 Spalten ab listens enden bei 5, und ab c.csv:153 reichen sie bis 10: war es dieselbe Skala? Sie sind zusammen gemittelt",
		`scale 1..7 for 1 item, although the answers of staff are 3 of the 5 labels from "Bad" to "Good", and those of customers have 7: too few answers to tell whether the other labels were offered there: "Fair"`:     `Skala 1 bis 7 für 1 Merkmal, obwohl die Antworten von staff nur 3 der 5 Antwortstufen von „Bad“ bis „Good“ sind, und die von customers 7 haben (zu wenige Antworten, um zu sagen, ob auch dort die übrigen zur Wahl standen): „Fair“`,
		`scale 1..5 for 1 item, although nobody answered "Bad", and the answers of staff are 3 of the 5 labels from "Bad" to "Good", and those of customers have 7: "Fair"`:                                               `Skala 1 bis 5 für 1 Merkmal, obwohl niemand „Bad“ geantwortet hat und die Antworten von staff nur 3 der 5 Antwortstufen von „Bad“ bis „Good“ sind, und die von customers 7 haben: „Fair“`,
		`scale 1..5, quality (de, en): Schlecht < Gut for 1 item, although the answers are in several languages (de, en), of which labels at the same place are read as one: "Poor" = "Schlecht", "Good" = "Gut": "Fair"`: `Skala 1..5, quality (de, en): Schlecht < Gut für 1 Merkmal, obwohl die Antworten in mehreren Sprachen stehen (de, en); Antwortstufen am selben Platz gelten als dieselbe: „Poor“ = „Schlecht“, „Good“ = „Gut“: „Fair“`,
		`scale 1..10 for 1 item, although nobody answered 10 here, though some did in "Quick", "Fair": "Slow"`:                                                                                                            `Skala 1 bis 10 für 1 Merkmal, obwohl hier niemand 10 geantwortet hat, bei „Quick“, „Fair“ aber doch: „Slow“`,
		`scale 1..10 for 1 item, although nobody answered 1, and nobody answered 10 here, though some did in "Quick": "Slow"`:                                                                                             `Skala 1 bis 10 für 1 Merkmal, obwohl niemand 1 geantwortet hat, und 10 hier niemand, bei „Quick“ aber doch: „Slow“`,
		`scale 1..10 for 1 item, although nobody answered 1, and the answers of staff run to 10, and those of customers end at 5: "Fair"`:                                                                                 `Skala 1 bis 10 für 1 Merkmal, obwohl niemand 1 geantwortet hat, die Antworten von staff bis 10 reichen und die von customers bei 5 enden: „Fair“`,
		`scale 1..5, "1 = bad" = 1 for 1 item, although no word stands at 5, as one does at 1: "Fair"`:                                                                                                                    `Skala 1..5, „1 = bad“ = 1 für 1 Merkmal, obwohl bei 5 kein Wort steht, anders als bei 1: „Fair“`,
		`scale 1..6 for 2 items, although few scales end at 6: if it stands for "don't know", missing: {dont_know: [6]} leaves it out: "Quick", "Fair"`:                                                                   `Skala 1 bis 6 für 2 Merkmale, obwohl wenige Skalen bei 6 enden; steht die 6 für „don't know“, nimmt missing: {dont_know: [6]} sie heraus: „Quick“, „Fair“`,
		`scale 1..5 for 2 items, although none of 1,450 answers in such words is "ungenügend", which is taken for not offered: "Quick", "Fair"`:                                                                           `Skala 1 bis 5 für 2 Merkmale, obwohl keine von 1.450 Antworten in solchen Worten „ungenügend“ lautet; diese Antwort gilt als nicht angeboten: „Quick“, „Fair“`,
		`scale 1..5 for 1 item, although none of 450 answers in such words is "ungenügend", which is taken for not offered, and nobody answered "mangelhaft": "Fair"`:                                                     `Skala 1 bis 5 für 1 Merkmal, obwohl keine von 450 Antworten in solchen Worten „ungenügend“ lautet (diese Antwort gilt als nicht angeboten) und niemand „mangelhaft“ geantwortet hat: „Fair“`,
		"staff: 18 of 1,136 gave no answer from some question to the end and may have left early, which the platform does not mark; kept":                                                                                 "staff: 18 von 1.136 gaben ab einer Frage bis zum Schluss keine Antwort mehr und haben die Befragung vielleicht vorzeitig beendet; die Plattform kennzeichnet das nicht, und sie bleiben in der Auswertung",
		"1 row without an answer from some question to the end may be of people who left early, which the platform does not mark; kept":                                                                                   "1 Zeile ohne Antwort ab einer Frage bis zum Schluss: diese Personen haben die Befragung vielleicht vorzeitig beendet; die Plattform kennzeichnet das nicht, und die Zeilen bleiben in der Auswertung",
		"staff: 18 of 1,136 took less than 0.5 of the median time; kept":                                                                                                                                                  "staff: 18 von 1.136 brauchten weniger als das 0,5-Fache der mittleren Zeit (Median); sie bleiben in der Auswertung",
	} {
		if got := w.notice(study.Notice{Message: message}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := w.stretch("1,600 rows"); got != "1.600 Zeilen" {
		t.Errorf("%q", got)
	}
}
