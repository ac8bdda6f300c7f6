package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/gate"
)

// BaselineJSON writes a baseline as it is kept: one value a line, so that its changes read well.
func BaselineJSON(w io.Writer, b *gate.Baseline) error { return indentedJSON(w, b) }

// BaselineDiffJSON writes a comparison as it is.
func BaselineDiffJSON(w io.Writer, d *gate.Diff) error { return indentedJSON(w, d) }

func indentedJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// diffWidth is how wide a comparison is where no terminal says so: names of figures are for copying, and stay whole.
const diffWidth = 150

// BaselineDiffTable writes a comparison for a terminal.
func BaselineDiffTable(w io.Writer, d *gate.Diff, o TableOptions) error {
	if o.Width <= 0 {
		o.Width = diffWidth
	}
	t := &tableRenderer{options: o}
	g := grid{columns: []column{
		{"since then", words}, {"then", numbers}, {"now", numbers}, {"change", numbers}, {"interval", words}, {"base", words}, {"figure", words},
	}}
	var notes []string
	counts := map[gate.Movement]int{}
	for _, r := range d.Rows {
		counts[r.Movement]++
		word := string(r.Movement)
		if r.Reason != "" {
			notes = append(notes, r.Reason)
			word += " " + superscript(len(notes))
		}
		write := func(x analysis.Number) string { return english().number(x, unitDecimals(r.Unit)) }
		g.rows = append(g.rows, row{cells: []cell{
			{word},
			{withUnit(r.Then, r.Unit)},
			{withUnit(r.Now, r.Unit)},
			{undefinedOr(r.Change, write)},
			{english().orNone(english().between(r.Low, r.High, write))},
			{thenNow(r)},
			{visible(r.Figure)},
		}})
	}
	if err := t.grid(g); err != nil {
		return err
	}
	t.line(fmt.Sprintf("%d higher, %d lower, %d without clear change, %d unchanged, %d new, %d gone, %d not comparable",
		counts[gate.Higher], counts[gate.Lower], counts[gate.NoClearChange], counts[gate.Unchanged], counts[gate.New], counts[gate.Gone],
		counts[gate.NotComparable]))
	for _, text := range d.Remarks {
		t.wrapped("", visible(text))
	}
	t.wrapped("", "Intervals are for each change alone; the same people asked twice change less than that.")
	for i, note := range notes {
		t.wrapped("", superscript(i+1)+" "+visible(note))
	}
	_, err := w.Write(t.out.Bytes())
	return err
}

// unitDecimals is how many of them a value in this unit is shown with.
func unitDecimals(unit string) int {
	if unit == "pt" {
		return 2
	}
	return 1
}

func undefinedOr(x analysis.Number, write func(analysis.Number) string) string {
	if !x.Defined() {
		return english().undefined()
	}
	return write(x)
}

// thenNow writes the bases of both times.
func thenNow(r gate.DiffRow) string {
	then, now := undefinedOr(r.NThen, english().rounded), undefinedOr(r.NNow, english().rounded)
	if then == english().undefined() && now == english().undefined() {
		return notAsked
	}
	return then + " → " + now
}

func withUnit(x analysis.Number, unit string) string {
	if !x.Defined() {
		return english().undefined()
	}
	return english().number(x, unitDecimals(unit)) + unit
}

// BaselineKept says what an update did not take over, or took over for the reason that was given.
func BaselineKept(w io.Writer, kept []gate.Kept) error {
	for _, k := range kept {
		done := "kept"
		if k.Loosened {
			done = "loosened"
		}
		if _, err := fmt.Fprintf(w, "%s %s: %s; rule %s compares with it\n", done, k.Figure, k.Why, k.Rule); err != nil {
			return err
		}
	}
	if len(kept) == 0 {
		_, err := fmt.Fprintln(w, "every figure taken over: no rule becomes milder")
		return err
	}
	return nil
}
