package importers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A selector names a column by position, by id or header, or by its question text, whatever the typography.
func TestLocate(t *testing.T) {
	e, err := exported(t, sampleText(t, "qualtrics/usual.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		selector study.Selector
		want     string
	}{
		{study.Selector{Position: 5}, "Q1_1"},
		{study.Selector{Name: "Q1_2"}, "Q1_2"},
		{study.Selector{Name: "q1_2"}, "Q1_2"},
		{study.Selector{Name: "Would you recommend us?"}, "Q2"},
		{study.Selector{Text: "would  you recommend us?"}, "Q2"},
		{study.Selector{Text: "How good? - We\u00a0answer"}, "Q1_2"},
		{study.Selector{Name: "IPAddress"}, "IPAddress"}, // personal data are there for who asks for them by name
	} {
		at, fault := locate(e, &test.selector)
		if at < 0 || e.Columns[at].ID != test.want {
			t.Errorf("%s: got column %d, %+v", test.selector, at, fault)
		}
	}
	for _, test := range []struct {
		selector      study.Selector
		message, hint string
	}{
		{study.Selector{Position: 12}, "export.csv has 11 columns, no #12", ""},
		{study.Selector{Name: "Q1_3"}, `export.csv has no column "Q1_3"`, `did you mean "Q1_1"?`},
		{study.Selector{Text: "Would you recomend us?"}, `export.csv has no column "Would you recomend us?"`, `did you mean "Would you recommend us?"?`},
		{study.Selector{Name: "satisfaction"}, `export.csv has no column "satisfaction"`, "its columns are Q1_1, Q1_2, Q2, …"},
		{study.Selector{Text: "Q1_1"}, `export.csv has no column "Q1_1"`, ""}, // an id is no question text
	} {
		at, fault := locate(e, &test.selector)
		if at >= 0 || fault.message != test.message || test.hint != "" && fault.hint != test.hint || fault.ambiguous {
			t.Errorf("%s: got column %d, %+v", test.selector, at, fault)
		}
	}
}

// A name of several columns is no choice of the first of them.
func TestLocateTwins(t *testing.T) {
	e, err := exported(t, "Note,id,Note,Why\u00a0so?,why so?\n7,1,8,a,b\n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		selector      study.Selector
		want          string // the id that it is, or empty
		message, hint string
	}{
		{study.Selector{Name: "Note"}, "", `export.csv has 2 columns "Note"`, `name one of "Note[1]", "Note[2]", or its position, such as "#1"`},
		{study.Selector{Name: "Note[2]"}, "Note[2]", "", ""},
		{study.Selector{Position: 3}, "Note[2]", "", ""},
		{study.Selector{Name: "why so?"}, "why so?", "", ""}, // exactly so written
		{study.Selector{Name: "WHY SO?"}, "", `export.csv has 2 columns "WHY SO?"`, ""},
		{study.Selector{Text: "Note"}, "", `export.csv has 2 columns "Note"`, ""},
	} {
		at, fault := locate(e, &test.selector)
		switch {
		case test.want != "" && (at < 0 || e.Columns[at].ID != test.want):
			t.Errorf("%s: got column %d, %+v", test.selector, at, fault)
		case test.want == "" && (at >= 0 || !fault.ambiguous || fault.message != test.message || test.hint != "" && fault.hint != test.hint):
			t.Errorf("%s: got column %d, %+v", test.selector, at, fault)
		}
	}
}

// A name that does not resolve is a fault of the study file, with its place; all of them are listed.
func TestNamesThatDoNotResolve(t *testing.T) {
	const of = `audiences:
  staff: {files: [s.csv], weight: wgt, cluster: team, where: {rol: staff}}
  customers: {files: [c.csv]}
scale: 1..10
items:
  quick: {performance: {staff: Q1, customers: "#9"}}
  fair: {performance: Fair}
`
	_, _, err := survey(t, "s.yaml", of, "s.csv", "role,wt,team,Q1,Fair\nstaff,1,a,7,7\n", "c.csv", "Q1,Fair,Fair\n7,7,7\n")
	want := `s.yaml:2:35: s.csv has no column "wgt"
s.yaml:2:63: s.csv has no column "rol"
s.yaml:6:47: c.csv has 3 columns, no #9
s.yaml:7:23: c.csv has 2 columns "Fair"
`
	got := strings.Split(strings.TrimSpace(faultsOf(err)), "\n")
	slices.Sort(got) // faults of one audience come in the order in which it is bound
	if strings.Join(got, "\n")+"\n" != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if hints := hintsOf(err); !strings.Contains(hints, `did you mean "wt"?`) || !strings.Contains(hints, `did you mean "role"?`) {
		t.Errorf("hints: %s", hints)
	}
}

// A column named for all audiences is asked of those that have it.
func TestColumnsOfSomeAudiences(t *testing.T) {
	const of = "audiences: {staff: {files: [s.csv]}, customers: {files: [c.csv]}}\nscale: 1..10\nitems: {quick: {performance: Q1}, fair: {performance: Q2}}\n"
	s, _, err := survey(t, "s.yaml", of, "s.csv", "Q1,Q2\n7,8\n", "c.csv", "Q1,Q3\n7,8\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	asked := func(rating int) (names []string) {
		for _, a := range s.Audiences {
			if s.Ratings()[rating].Columns[a.ID] != nil {
				names = append(names, a.ID)
			}
		}
		return names
	}
	if quick, fair := strings.Join(asked(0), " "), strings.Join(asked(1), " "); quick != "staff customers" || fair != "staff" {
		t.Errorf("quick is asked of %s, fair of %s", quick, fair)
	}
}

// Patterns find files by name, relative to the study or not; a pattern that finds none is a fault.
func TestPatterns(t *testing.T) {
	_, v, err := survey(t, "s.yaml", "audiences: {customers: {files: [\"c-[12].csv\"]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n",
		"c-2.csv", "quick\n7\n", "c-1.csv", "quick\n7\n", "c-3.csv", "quick\n7\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	files := v.Files()
	if len(files) != 2 || filepath.Base(files[0]) != "c-1.csv" || filepath.Base(files[1]) != "c-2.csv" {
		t.Fatalf("got %v", files)
	}
	whole, err := expand(filepath.Join(filepath.Dir(files[0]), "c-*.csv"), "elsewhere")
	if err != nil || len(whole) != 3 || !filepath.IsAbs(whole[0]) {
		t.Errorf("an absolute pattern: got %v, %v", whole, err)
	}
	for _, pattern := range []string{"d-*.csv", "[", "c-?.tsv"} {
		if _, err := expand(pattern, filepath.Dir(files[0])); faultsOf(err) != pattern+": no file matches this pattern\n" {
			t.Errorf("%s: got %v", pattern, err)
		}
	}
}

// A file whose name looks like a pattern, as that of a second download does, is found by its name, and by a pattern that it fits.
func TestNamesThatLookLikePatterns(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x[1].csv"), []byte("quick\n7\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"x[1].csv", "x?1?.csv", "*.csv"} {
		if found, err := expand(name, dir); err != nil || len(found) != 1 || found[0] != "x[1].csv" {
			t.Errorf("%s: got %v, %v", name, found, err)
		}
	}
}

// All files that cannot be opened are named at once, whichever audience they belong to.
func TestAllMissingFilesAreNamed(t *testing.T) {
	_, _, err := survey(t, "s.yaml", "audiences: {staff: {files: [a.csv, b.csv]}, customers: {files: [c.csv]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n", "b.csv", "%PDF-1.4")
	if got := faultsOf(err); got != "a.csv: no such file\nb.csv: is a PDF document, not a survey export in CSV\nc.csv: no such file\n" {
		t.Errorf("got %s", got)
	}
}

// The largest files are opened first, so that none of them is waited for at the end; one that is not there comes last.
func TestLargestFilesAreOpenedFirst(t *testing.T) {
	dir := t.TempDir()
	var files []*wanted
	for name, size := range map[string]int{"small": 10, "large": 3000, "middle": 200} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, &wanted{name: name, with: Options{Dir: dir}})
	}
	var got []string
	for _, w := range largestFirst(append([]*wanted{{name: "missing", with: Options{Dir: dir}}}, files...)) {
		got = append(got, w.name)
	}
	if want := "large middle small missing"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
}
