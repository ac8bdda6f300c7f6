package importers

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cxgap/cxgap/analysis/study"
)

// servedIn is a study of one question in the columns that a list names.
func servedIn(list string) string {
	return "audiences: {customers: {files: [c.csv]}}\nscale: 1..5\nmissing: {dont_know: [N/A], not_shown: [x], blank: [-]}\nitems: {served: {performance: {customers: " + list + "}}, easy: {performance: easy}}\n"
}

// One answer in any of the columns of a question is the answer to it; two are none, unless they are the same.
func TestBranchesOfOneQuestion(t *testing.T) {
	const blank, unknown, unshown = study.Blank, study.DontKnow, study.NotShown
	for name, test := range map[string]struct {
		list, rows string
		want       []study.Code
		fault      string
	}{
		"each answered one":    {"[web, shop]", "1,5,\n2,,3\n3,1,\n", []study.Code{4, 2, 0}, ""},
		"in three branches":    {`[web, "#3", easy2]`, "1,5,,,1\n2,,3,,1\n3,,,2,1\n", []study.Code{4, 2, 1}, ""},
		"by question text":     {`{column: [web, {text: shop}], scale: 1..5}`, "1,5,\n2,,3\n", []study.Code{4, 2}, ""},
		"reversed":             {`{column: [web, shop], reversed: true}`, "1,5,\n2,,4\n", []study.Code{0, 1}, ""},
		"another scale":        {`{column: [web, shop], scale: 0..10}`, "1,10,\n2,,0\n", []study.Code{10, 0}, ""},
		"codes":                {`{column: [web, shop], codes: {1: 1, 6: 2, 2: 3}}`, "1,6,\n2,,2\n", []study.Code{1, 2}, ""},
		"one column":           {"[web]", "1,5,\n2,,3\n", []study.Code{4, blank}, ""},
		"the same twice":       {"[web, shop]", "1,4,4.0\n2,N/A,n/a\n", []study.Code{3, unknown}, ""},
		"not known":            {"[web, shop]", "1,N/A,\n2,,N/A\n3,x,N/A\n", []study.Code{unknown, unknown, unknown}, ""},
		"no answer":            {"[web, shop]", "1,,\n2,x,\n3,-,x\n4,x,x\n", []study.Code{blank, blank, blank, unshown}, ""},
		"shown elsewhere":      {"[web, shop]", "1,x,2\n2,3,x\n3,-,4\n", []study.Code{1, 2, 3}, ""},
		"quoted":               {"[web, shop]", "1,\"5\",\"\"\n2,\"\",\" 3 \"\n", []study.Code{4, 2}, ""},
		"two answers":          {"[web, shop]", "1,5,\n2,4,3\n", nil, `c.csv:3:3: "3" (column shop) is a second answer to performance of item served: the first is "4" (column web)`},
		"two, in their order":  {"[shop, web]", "1,5,\n2,4,3\n", nil, `c.csv:3:2: "4" (column web) is a second answer to performance of item served: the first is "3" (column shop)`},
		"the third is second":  {`[web, shop, easy2]`, "1,,3,4,1\n", nil, `c.csv:2:4: "4" (column easy2) is a second answer to performance of item served: the first is "3" (column shop)`},
		"two, of several":      {"[web, shop]", "1,5,\n2,4,3\n3,,2\n4,1,2\n5,2,3\n", nil, `c.csv:3:3: "3" (column shop) is a second answer to performance of item served: the first is "4" (column web); 3 respondents have two such answers`},
		"two, and a word":      {"[web, shop]", "1,5,4\n2,4,bad\n3,,2\n", nil, "c.csv:2:3: \"4\" (column shop) is a second answer to performance of item served: the first is \"5\" (column web)\nc.csv:3:3: \"bad\" is not on the scale 1..5 of item served (column shop)"},
		"an answer or none":    {"[web, shop]", "1,4,N/A\n", nil, `c.csv:2:3: "N/A" (column shop) is a second answer to performance of item served: the first is "4" (column web)`},
		"beside the scale":     {"[web, shop]", "1,,7\n2,9,3\n", nil, "c.csv:2:3: \"7\" is outside the scale 1..5 of item served (column shop)\nc.csv:3:2: \"9\" is outside the scale 1..5 of item served (column web)"},
		"unknown to the file":  {"[web, shob]", "1,5,\n", nil, `s.yaml:4:49: no file of customers has a column "shob"`},
		"all unknown":          {"[wep, shob]", "1,5,\n", nil, `s.yaml:4:44: c.csv has none of the columns "wep", "shob"`},
		"by place and by name": {`[web, "#2"]`, "1,5,\n", nil, `s.yaml:4:49: column "web" of c.csv is named twice in one list`},
		"ambiguous":            {`[web, twice]`, "1,5,,\n", nil, `s.yaml:4:49: c.csv has 2 columns "twice"`},
	} {
		header := "id,web,shop,easy\n"
		switch strings.Count(strings.SplitN(test.rows, "\n", 2)[0], ",") {
		case 4:
			header = "id,web,shop,easy2,easy\n"
		case 3:
			header = "id,web,twice,twice\n"
		default:
			test.rows = strings.ReplaceAll(test.rows, "\n", ",1\n")
		}
		text := servedIn(test.list)
		if strings.HasSuffix(header, "twice\n") {
			text = strings.Replace(text, ", easy: {performance: easy}", "", 1)
		}
		c, _, err := readFiles(t, "s.yaml", text, "c.csv", header+test.rows)
		if got := strings.TrimSpace(faultsOf(err)); err != nil && got != test.fault || err == nil && test.fault != "" {
			t.Errorf("%s: faults %s, want %s", name, got, test.fault)
		}
		if err != nil {
			continue
		}
		if diff := gocmp.Diff(test.want, c.codes[[2]int{0, 0}]); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
}

// A column that has another name in a later file is the same question; a list given for all audiences may hold what only some have.
func TestBranchesInSeveralFiles(t *testing.T) {
	const renamed = "waves: [1, 2]\naudiences: {customers: {files: {1: [a.csv], 2: [b.csv]}}}\nscale: 1..5\nitems: {served: {performance: {customers: [Q5, Q5_new]}}}\n"
	const all = "audiences: {staff: {files: [a.csv]}, customers: {files: [b.csv]}}\nscale: 1..5\nitems: {served: {performance: [Q5, Q5_new%s]}}\n"
	for name, test := range map[string]struct{ study, a, b, said, fault string }{
		"renamed":                   {renamed, "Q5\n1\n2\n", "Q5_new\n3\n4\n", "", ""},
		"words that stay":           {strings.ReplaceAll(renamed, "Q5, Q5_new", `"#1", "#2"`), "We serve\n1\n2\n", "We serve,else\n3,\n4,\n", "", ""},
		"other words":               {strings.Replace(renamed, "[Q5, Q5_new]", `["We serve well", "We serve badly"]`, 1), "We serve well\n1\n2\n", "We serve badly\n3\n4\n", `performance of Served: Customers was asked "We serve well" in wave 1 and "We serve badly" in wave 2: not compared across waves`, ""},
		"a branch that fell away":   {strings.Replace(renamed, "[Q5, Q5_new]", `["How was the web?", "How was the shop?"]`, 1), "How was the web?,How was the shop?\n1,\n,2\n", "How was the shop?\n3\n4\n", `performance of Served: Customers was asked "How was the web?" in wave 1 and "How was the shop?" in wave 2: not compared across waves`, ""},
		"each audience has one":     {fmt.Sprintf(all, ""), "Q5\n1\n2\n", "Q5_new\n3\n4\n", "", ""},
		"nobody has one of them":    {fmt.Sprintf(all, ", Q55"), "Q5\n1\n2\n", "Q5_new\n3\n4\n", "", `s.yaml:3:44: no audience has a column "Q55"`},
		"nobody has any":            {fmt.Sprintf(all, ""), "q\n1\n2\n", "q\n3\n4\n", "", `s.yaml:3:32: no audience has one of the columns "Q5", "Q5_new"`},
		"a file of them lacks both": {"audiences: {customers: {files: [a.csv, b.csv]}}\nscale: 1..5\nitems: {served: {performance: [Q5, Q5_new]}}\n", "Q5,Q5_new\n1,\n,2\n", "q\n3\n4\n", "b.csv has no column Q5 or Q5_new, which other files of Customers have: performance of Served counts as not asked there", ""},
	} {
		c, intake, err := readFiles(t, "s.yaml", test.study, "a.csv", test.a, "b.csv", test.b)
		if got := strings.TrimSpace(faultsOf(err)); err != nil && got != test.fault || err == nil && test.fault != "" {
			t.Errorf("%s: faults %s, want %s", name, got, test.fault)
		}
		if err != nil {
			continue
		}
		var said []string
		for _, n := range intake.Warnings {
			if n.Code == study.Reworded || n.Code == study.NotInFile {
				said = append(said, n.Message)
			}
		}
		if got := strings.Join(said, "\n"); got != test.said {
			t.Errorf("%s: said %s, want %s", name, got, test.said)
		}
		if n := len(c.codes[[2]int{0, 0}]) + len(c.codes[[2]int{1, 0}]); test.said == "" && n != 4 {
			t.Errorf("%s: %d answers", name, n)
		}
	}
}

// The answers are the same from a text, packed or not, and from a workbook, and so is what is wrong with them.
func TestBranchesOfEveryFormat(t *testing.T) {
	rows := [][]any{{"id", "web", "shop", "easy"}, {1, 5, nil, 1}, {2, nil, 3, 2}, {3, "N/A", nil, 3}, {4, nil, nil, 4}}
	for _, second := range []any{nil, 2} {
		rows[1][2] = second
		var text strings.Builder
		for _, row := range rows {
			var cells []string
			for _, cell := range row {
				cells = append(cells, strings.TrimPrefix(fmt.Sprint(cell), "<nil>"))
			}
			text.WriteString(strings.Join(cells, ",") + "\n")
		}
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		fmt.Fprint(w, text.String())
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		want := ""
		for _, file := range []struct{ name, text string }{{"c.csv", text.String()}, {"c.csv.gz", packed.String()}, {"c.xlsx", string(plainWorkbook(t, rows, "Answers"))}} {
			of := strings.Replace(servedIn("[web, shop]"), "c.csv", file.name, 1)
			c, _, err := readFiles(t, "s.yaml", of, file.name, file.text)
			got := strings.ReplaceAll(faultsOf(err), file.name, "c.csv")
			if err == nil {
				got = fmt.Sprint(c.codes)
			}
			if want == "" {
				want = got
			}
			if got != want || second != nil && !strings.Contains(got, `c.csv:2:3: "2" (column shop) is a second answer`) {
				t.Errorf("%s: got %s, want %s", file.name, got, want)
			}
		}
	}
}

// Each column has choice texts of its own: the codes of two branches need not be the same.
func TestBranchesWithChoiceTexts(t *testing.T) {
	const head = "Response ID,Time Started,Date Submitted,Status,Web,Shop\n"
	const line = "%d,,2026-01-01 10:00:00,Complete,%s\n"
	texts, codes := head, head
	for i, row := range [][2]string{{"Bad,", "1,"}, {",Bad", ",3"}, {"Fair,", "2,"}, {",Fair", ",1"}, {"Good,", "3,"}, {",Good", ",2"}} {
		texts, codes = texts+fmt.Sprintf(line, i, row[0]), codes+fmt.Sprintf(line, i, row[1])
	}
	const of = "audiences: {customers: {files: [%s]}}\nscale: [Bad, Fair, Good]\nanalysis: {top_box: 1, bottom_box: 1}\nitems: {served: {performance: [Web, Shop]}}\n"
	want := []study.Code{0, 0, 1, 1, 2, 2}
	for _, from := range []string{"texts.csv", "codes.csv], labels_from: [texts.csv"} {
		s := strings.Replace(fmt.Sprintf(of, from), "labels_from: [texts.csv]", "labels_from: texts.csv", 1)
		c, _, err := readFiles(t, "s.yaml", s, "texts.csv", texts, "codes.csv", codes)
		if err != nil {
			t.Errorf("%s: %s", from, faultsOf(err))
			continue
		}
		if diff := gocmp.Diff(want, c.codes[[2]int{0, 0}]); diff != "" {
			t.Errorf("%s: -want +got:\n%s", from, diff)
		}
	}
}

// Codes in one branch do not hide behind the ratings of another: each column is looked at by itself.
func TestCodesInOneBranch(t *testing.T) {
	for name, test := range map[string]struct {
		shop []int
		told bool
	}{
		"ratings": {[]int{1, 2, 3, 4, 5}, false},
		"codes":   {[]int{1, 2, 4, 5}, true},
	} {
		text := "web,shop\n"
		for i := range 600 {
			text += fmt.Sprintf("%d,\n,%d\n", 1+i%5, test.shop[i%len(test.shop)])
		}
		for _, r := range []route{{}, {byRecord: true}} {
			_, v, err := survey(t, "s.yaml", "audiences: {customers: {files: [c.csv]}}\nscale: 1..5\nitems: {served: {performance: [web, shop]}}\n", "c.csv", text)
			if err != nil {
				t.Fatal(faultsOf(err))
			}
			v.exports[0].route = r
			intake, err := v.Read(t.Context(), &collector{})
			told := err != nil
			if err == nil {
				for _, n := range intake.Warnings {
					told = told || n.Code == study.CodesSuspected
				}
			}
			if told != test.told {
				t.Errorf("%s, route %+v: told of codes: %v, want %v", name, r, told, test.told)
			}
		}
	}
}

// What the branches give does not hang on the route by which a text is read.
func TestRoutesOfBranches(t *testing.T) {
	studies := []string{
		servedIn("[web, shop, phone]"),
		"audiences:\n  staff: {files: [\"-\"], where: {role: [s]}, weight: w}\n  customers: {files: [\"-\"], where: {role: [c]}, id: id}\nquality: {duplicates: drop}\n" +
			"scale: 1..5\nmissing: {dont_know: [N/A], not_shown: [x]}\nitems: {served: {performance: {staff: [shop, web], customers: {column: [web, shop, phone], reversed: true}}}, easy: {performance: easy}}\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end")
		odd := rapid.SampledFrom([]int{0, 0, 30}).Draw(t, "odd rows in 100")
		var b strings.Builder
		b.WriteString("id,role,w,web,shop,phone,easy" + end)
		answers := rapid.SampledFrom([]string{"1", "2", "3", "4", "5", "5.0", "\"4\"", " 3 ", "N/A", ""})
		for i := range rapid.IntRange(0, 60).Draw(t, "rows") {
			cells := []string{rapid.SampledFrom([]string{"", "", "x", "\"\""}).Draw(t, "web"), "", rapid.SampledFrom([]string{"", "x"}).Draw(t, "phone")}
			cells[rapid.IntRange(0, 2).Draw(t, "branch")] = answers.Draw(t, "answer")
			if odd > 0 && rapid.IntRange(1, 100).Draw(t, "odd") <= odd {
				cells[rapid.IntRange(0, 2).Draw(t, "another")] = rapid.SampledFrom([]string{"4", "N/A", "9", "long words that are no answer"}).Draw(t, "more")
			}
			fmt.Fprintf(&b, "%d,%s,%s,%s,%s%s", i-i%7, rapid.SampledFrom([]string{"s", "c"}).Draw(t, "role"), rapid.SampledFrom([]string{"1", "0", "1.5"}).Draw(t, "w"),
				strings.Join(cells, ","), answers.Draw(t, "easy"), end)
		}
		of := strings.Replace(rapid.SampledFrom(studies).Draw(t, "study"), "c.csv", "\"-\"", 1)
		sameOnAllRoutes(t, of, []byte(b.String()))
	})
}
