package importers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// branchRows are rows in which each answer stands in one of two columns, so many times by point from 1 on.
func branchRows(web, shop []int) string {
	var rows []string
	for point, n := range web {
		for range n {
			rows = append(rows, fmt.Sprintf("%d,,3\n", point+1))
		}
	}
	for point, n := range shop {
		for range n {
			rows = append(rows, fmt.Sprintf(",%d,3\n", point+1))
		}
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return strings.Join(rows, "")
}

// A branch that ends at 5 and one that runs to 10 are on two scales, and have no common mean, unless the study says that they have one scale.
func TestBranchesOnTwoScales(t *testing.T) {
	five, ten := []int{5, 10, 20, 40, 30}, []int{0, 1, 2, 5, 10, 20, 25, 20, 15, 10}
	for name, test := range map[string]struct {
		web, shop []int
		keys      string
		want      string
	}{
		"two scales":           {five, ten, "", "c.csv:1:1: customers: performance of item served: answers in column web end at 5, and those in column shop run to 10: two scales, and no common mean"},
		"the other way round":  {ten, five, "", "c.csv:1:2: customers: performance of item served: answers in column shop end at 5, and those in column web run to 10: two scales, and no common mean"},
		"turned":               {five, ten, ", reversed: true", "answers in column web end at 5, and those in column shop run to 10"},
		"one scale, as said":   {five, ten, ", one_scale: true", ""},
		"codes, as said":       {five, ten, ", codes: {1: 1}", ""},
		"both to the end":      {ten, ten, "", ""},
		"both end sooner":      {five, five, "", ""},
		"few in one":           {[]int{0, 1, 2, 3, 2}, ten, "", ""},
		"the end hardly":       {[]int{20, 30, 20, 5, 1}, ten, "", ""},
		"one beyond":           {[]int{5, 10, 20, 40, 30, 1}, ten, "", ""},
		"hardly any beyond it": {five, []int{5, 10, 20, 40, 30, 2}, "", ""},
	} {
		if test.keys == ", codes: {1: 1}" {
			test.keys = ", codes: {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10}"
		}
		text := "audiences: {customers: {files: [c.csv]}}\nscale: 1..10\nitems: {served: {performance: {customers: {column: [web, shop]" + test.keys + "}}}, easy: {performance: easy}}\n"
		_, _, err := readFiles(t, "s.yaml", text, "c.csv", "web,shop,easy\n"+branchRows(test.web, test.shop))
		if err != nil && (test.want == "" || !strings.Contains(faultsOf(err), test.want)) || err == nil && test.want != "" {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}

// A draft offers no list of columns that were asked on two scales.
func TestNoListOfTwoScales(t *testing.T) {
	of := func(shop []int) string {
		return "How kind?,How kind?,How clear?\n" + branchRows([]int{5, 10, 20, 40, 30}, shop)
	}
	if got := draftFileOf(t, "customers.csv", of([]int{0, 1, 2, 5, 10, 20, 25, 20, 15, 10})); strings.Contains(got, `customers: ["How`) || !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(got, "#  ", "")), " "), "two scales, and no common mean") {
		t.Error(got)
	}
	if got := draftFileOf(t, "customers.csv", of([]int{3, 10, 20, 20, 30})); !strings.Contains(got, `["How kind?[1]", "How kind?[2]"]`) {
		t.Error(got)
	}
}
