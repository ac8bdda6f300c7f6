package report

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A report whose first and last audience cannot be compared says why, and nothing of numbers that it does not have.
func TestWhyNothingIsCompared(t *testing.T) {
	scale, nan := ten(), math.NaN()
	alone := invented(t, "Alone", []string{"Listens", "Fair"}, nil, audience{id: "staff", label: "Staff", n: 40, means: []float64{7, 6}, scale: scale})
	apart := invented(t, "Apart", []string{"Listens", "Fair"}, nil,
		audience{id: "staff", label: "Staff", n: 40, means: []float64{7, nan}, scale: scale},
		audience{id: "customers", label: "Customers", n: 40, means: []float64{nan, 6}, scale: scale})
	few := invented(t, "Few", []string{"Listens", "Fair"}, nil,
		audience{id: "staff", label: "Staff", n: 4, means: []float64{7, 6}, scale: scale},
		audience{id: "customers", label: "Customers", n: 40, means: []float64{7, 6}, scale: scale})
	for _, of := range []struct {
		result *analysis.Result
		want   string // empty: nothing
	}{
		{alone, "All answers come from one audience, Staff"},
		{few, "cannot be told: figures of fewer than 5 answers"},
		{apart, "No item was rated by both Staff and Customers."},
		{threeAudiences(t, false), ""},
	} {
		var page, text bytes.Buffer
		if err := HTML(&page, of.result, ClientOptions{}); err != nil {
			t.Fatal(err)
		}
		if _, err := ClientMarkdown(&text, of.result, ClientOptions{}); err != nil {
			t.Fatal(err)
		}
		for _, out := range []string{page.String(), text.String()} {
			if said := strings.Contains(out, "Nothing to compare"); said != (of.want != "") || !strings.Contains(out, of.want) {
				t.Errorf("%s: want %q in\n%.1500s", of.result.Title, of.want, out)
			}
			if explained := strings.Contains(out, english().text(reading)); explained != (of.want == "" || len(of.result.Audiences) == 1) {
				t.Errorf("%s: that numbers are explained is %v", of.result.Title, explained)
			}
			if defined := strings.Contains(out, "A gap is the mean of one audience"); defined != (len(of.result.Audiences) > 1) {
				t.Errorf("%s: that gaps are defined is %v", of.result.Title, defined)
			}
		}
		if !strings.Contains(page.String(), `id="answer"`) {
			t.Errorf("%s: the link to the answer leads nowhere", of.result.Title)
		}
	}
}

// Whoever answered in an earlier wave only has been compared there: what is said is said of the last wave.
func TestNothingIsComparedInTheLastWave(t *testing.T) {
	early := invented(t, "Early", []string{"Listens", "Fair"}, []string{"2025", "2026"},
		audience{id: "staff", label: "Staff", n: 40, means: []float64{7, 6}, scale: ten(), waves: []float64{0, 0}},
		audience{id: "customers", label: "Customers", n: 40, means: []float64{7, 6}, scale: ten(), waves: []float64{0, 0}})
	early.Figures = slices.DeleteFunc(early.Figures, func(f analysis.Figure) bool { return f.Wave != "2025" && f.Audience == "staff" }) // who did not answer again
	why, compared := newLookup(early, english()).nothingCompared()
	if said := why.text(); compared || said != "In wave 2026 no item was rated by both Staff and Customers." {
		t.Errorf("%q", said)
	}
}
