package report

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Printed heads are smaller the deeper they stand, and none is smaller than the text below it.
func TestPrintedHeadsDescend(t *testing.T) {
	style, err := page.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	_, printed, found := strings.Cut(string(style), "@media print{")
	if !found {
		t.Fatal("no style for print")
	}
	last := 100.0
	for _, element := range []string{"h1", "h2", "h3", "h4", "body"} {
		m := regexp.MustCompile(`(?:^|[{}])` + element + `\{[^}]*font-size:([0-9.]+)pt`).FindStringSubmatch(printed)
		if m == nil {
			t.Errorf("%s has no size of its own in print", element)
			continue
		}
		size, err := strconv.ParseFloat(m[1], 64)
		if err != nil || size > last {
			t.Errorf("%s has %s pt, what stands above it %v", element, m[1], last)
		}
		last = size
	}
}

// The contents take a wrapped line of the first screen and not a third of it, and stand on paper too.
func TestContentsTakeALine(t *testing.T) {
	style, err := page.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	screen, printed, _ := strings.Cut(string(style), "@media print{")
	narrow, _, _ := strings.Cut(screen, "@media screen and (min-width")
	if m := regexp.MustCompile(`nav ol\{([^}]*)\}`).FindStringSubmatch(narrow); m == nil || !strings.Contains(m[1], "display:flex;flex-wrap:wrap") {
		t.Errorf("the contents are no wrapped line: %q", m)
	}
	if regexp.MustCompile(`nav[^{}]*\{[^}]*display:none`).MatchString(printed) {
		t.Error("the contents are not printed")
	}
	if !strings.Contains(printed, "nav::before{content:attr(aria-label)") {
		t.Error("nothing on paper says what the line of contents is")
	}
}

// On paper a paragraph of the answer breaks where the page ends, rather than leave a part of the page empty; a head of the list of figures is
// not torn over two columns, and its end does not stand on a page by itself.
func TestTheAnswerBreaksAndTheListOfFiguresEndsInCompany(t *testing.T) {
	style, err := page.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	_, printed, _ := strings.Cut(string(style), "@media print{")
	unbroken := map[string]bool{}
	for _, rule := range regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`).FindAllStringSubmatch(printed, -1) {
		for _, of := range strings.Split(strings.TrimSpace(rule[1]), ",") {
			unbroken[of] = unbroken[of] || strings.Contains(rule[2], "break-inside:avoid")
		}
	}
	for _, head := range []string{"h2", "h3", "h4"} {
		if !unbroken[head] {
			t.Errorf("a long %s may be torn over two pages", head)
		}
	}
	if unbroken["dd"] || !unbroken["dt"] || !unbroken[".sources dd"] || !unbroken["tr"] {
		t.Errorf("what does not break: %v", unbroken)
	}
	for _, want := range []string{"dd{orphans:3;widows:3}", ".sources>:nth-last-child(-n+6){break-before:avoid}"} {
		if !strings.Contains(printed, want) {
			t.Errorf("no %s", want)
		}
	}
}

// A table that is wider than its place says so at every width, where the browser can tell; paper has no such hint, and no ids of figures.
func TestWideTablesSaySoAndPaperHasNoIds(t *testing.T) {
	style, err := page.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	screen, printed, _ := strings.Cut(string(style), "@media print{")
	for _, want := range []string{
		"container-type:scroll-state", "@media screen{@container scroll-state(scrollable:right){.scroll{display:block}}}", "@supports not (container-type:scroll-state){.many{display:block}}",
		"th[scope=row],td.w,li,dd,.chart td:first-child{hyphens:auto}",
	} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %s", want)
		}
	}
	if !strings.Contains(printed, `#sources,li:has([href="#sources"]){display:none}`) || strings.Contains(printed, ".scroll") {
		t.Error("paper has the ids of figures, which nobody can follow there")
	}
	text := pageOf(t, threeAudiences(t, false))
	for _, tag := range strings.Split(text, `<div class="table`)[1:] {
		columns := strings.Count(tag[:strings.Index(tag, "<tbody>")], `<th scope="col"`)
		if hint, many := strings.Contains(tag, `<p class="scroll`), strings.Contains(tag, `<p class="scroll many"`); hint != (columns > 2) || many != (columns > 4) {
			t.Errorf("%d columns: hint %v, of many %v", columns, hint, many)
		}
	}
}

// A chart of up to half a sheet is printed without a break, a longer one breaks between its rows.
func TestSmallChartsStayWhole(t *testing.T) {
	for name, of := range map[string]struct {
		result *analysis.Result
		whole  bool
	}{"few": {threeAudiences(t, false), true}, "forty": {fortyItems(t), false}} {
		l := newLookup(of.result, english())
		if got := staysWhole(l.meansChart(l.topics()[0], false)); got != of.whole {
			t.Errorf("%s items: whole %v", name, got)
		}
	}
}
