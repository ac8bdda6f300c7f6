package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report/chart"
)

// A gap that changed, of which neither size nor sign is shown, says so and is never called no clear change beside a ●; and what is established over all changes is marked and counted.
func TestChangesSayWhatIsEstablished(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly"}, []string{"2025", "2026"},
		audience{"leadership", "Leadership", 60, []float64{8, 6}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 300, []float64{6, 7}, ten(), 0, []float64{0, -1.5}},
	)
	l := newLookup(r, english())
	quick := l.figure(key{"change", "performance", "own", "leadership", "customers", "item_a", "gap_change", "2025:2026"})
	quick.Low, quick.High, quick.Verdict = 0.1, 0.9, analysis.Changed
	s := l.changeSections()[0]
	said := strings.Join(s.lines, "\n")
	for _, want := range []string{"each interval is of one change alone; ● established over all comparisons of a wave with the one before (Holm), in this table: 2 of 2 changes of gaps, 2 of 4 changes of means", "else no clear change"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	for _, r := range s.grid.rows {
		verdict, leadership, customers := r.cells[2][0], strings.Join(r.cells[3], " "), strings.Join(r.cells[4], " ")
		if r.cells[0][0] == "Quick" && verdict != "changed"+noBreak+"¹" {
			t.Errorf("Quick: verdict %q", verdict)
		}
		if strings.Contains(leadership, "●") || !strings.Contains(customers, "●") {
			t.Errorf("%s: leadership %q, customers %q", r.cells[0][0], leadership, customers)
		}
	}
	if len(s.notes) != 1 || !strings.Contains(s.notes[0], "the gap changes its sign: whether it is narrower or wider is not shown") {
		t.Errorf("notes %q", s.notes)
	}
}

// Three waves make one table of changes, the newest step first; who answers in one of two waves only has no change in that step.
func TestChangesOfThreeWaves(t *testing.T) {
	r := invented(t, "", []string{"Quick", "Friendly"}, []string{"2024", "2025", "2026"},
		audience{"leadership", "Leadership", 60, []float64{8, 6}, ten(), 0, []float64{0, 0, 1}},
		audience{"customers", "Customers", 300, []float64{6, 7}, ten(), 0, []float64{0, 0.5, -0.5}},
	)
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "change" && f.Wave == "2024:2025" && (f.Audience == "leadership" || f.Versus == "leadership") {
			f.N, f.NVersus = 60, 0 // none in the first wave
		}
	}
	sections := newLookup(r, english()).changeSections()
	if len(sections) != 1 || sections[0].title != "Changes of performance from wave to wave, scale 1–10" {
		t.Fatalf("%d sections, the first %q", len(sections), sections[0].title)
	}
	var got []string
	for _, row := range sections[0].grid.rows {
		verdict := row.cells[2][0]
		if verdict != notAsked {
			verdict = "told"
		}
		got = append(got, strings.Join([]string{row.group, row.cells[0][0], verdict, row.cells[3][0][:3]}, "|"))
	}
	if want := []string{"2025 to 2026|Quick|told|+0.", "2025 to 2026|Friendly|told|+0.", "2024 to 2025|Quick|–|–", "2024 to 2025|Friendly|–|–"}; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	said := strings.Join(sections[0].lines, "\n")
	if want := "2024 to 2025: answers in one of the two waves only, nothing to compare: Leadership"; !strings.Contains(said, want) {
		t.Errorf("%q is not in\n%s", want, said)
	}
}

// The column of a change does not look like one of a gap, and the limits say that waves are taken for different people.
func TestChangesAreNamedAsSuch(t *testing.T) {
	l := newLookup(differentScales(t), english())
	changes := l.changeSections()
	if len(changes) == 0 || !strings.HasPrefix(changes[0].grid.columns[1].header, "change of gap ") {
		t.Errorf("%v", changes)
	}
	said := func(l *lookup) bool {
		return strings.Contains(strings.Join(l.limits(""), "\n"), "Waves are taken for samples of different people")
	}
	if !said(l) || said(newLookup(threeAudiences(t, false), english())) {
		t.Error("the limit of waves is said where there are none, or not said")
	}
}

// A gap that may not be shown is called so in the chart of the chain, as in its table.
func TestChainChartTellsSuppressedFromUndefined(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	topic := l.topics()[0]
	f := l.figure(key{"chain", topic.kind, topic.perspective, "leadership", "customers", "item_b", "total_gap", topic.wave})
	f.Value, f.Note = analysis.NaN, analysis.Notes{analysis.NoteSuppressed}
	drawn, _ := l.chainChart(topic).chart.(chart.Bars)
	for k, row := range drawn.Rows {
		if row.Label == "Keeps its promises" && drawn.Totals[k] == l.withheld() {
			return
		}
	}
	t.Errorf("%v, %q", drawn.Rows, drawn.Totals)
}

// Every change of a gap that is counted stands in a table, those of pairs other than the outermost too.
func TestEveryChangeCountedStandsInATable(t *testing.T) {
	for _, waves := range [][]string{{"2025", "2026"}, {"2024", "2025", "2026"}} {
		moves := [][]float64{{0, 0, 0}, {0, 1, 0.5}, {0, -1, -0.5}}
		r := invented(t, "", []string{"Quick", "Friendly"}, waves,
			audience{"leadership", "Leadership", 60, []float64{8, 6}, ten(), 0, moves[0][:len(waves)]},
			audience{"staff", "Staff", 200, []float64{7, 6}, ten(), 0, moves[1][:len(waves)]},
			audience{"customers", "Customers", 300, []float64{6, 7}, ten(), 0, moves[2][:len(waves)]},
		)
		l := newLookup(r, english())
		tables, gaps, marked := l.changeSections(), 0, 0
		for _, s := range tables {
			for n, of := range s.grid.columns {
				if strings.HasPrefix(of.header, "change of gap ") {
					for _, row := range s.grid.rows {
						gaps++
						if strings.Contains(strings.Join(row.cells[n], ""), "●") {
							marked++
						}
					}
				}
			}
		}
		steps := len(waves) - 1
		if len(tables) != 2 || gaps != 3*2*steps {
			t.Fatalf("%d waves: %d tables with %d changes of gaps, want 2 with %d", len(waves), len(tables), gaps, 6*steps)
		}
		if want := "the other gaps in performance"; !strings.Contains(tables[1].title, want) {
			t.Errorf("title %q is not of %s", tables[1].title, want)
		}
		told := 0
		for _, s := range tables {
			for _, line := range s.lines {
				if _, counts, counted := strings.Cut(line, "in this table: "); counted {
					var n, all int
					if _, err := fmt.Sscanf(counts, "%d of %d changes of gaps", &n, &all); err != nil {
						t.Fatalf("%q: %v", line, err)
					}
					told += n
				}
			}
		}
		if told != marked || marked == 0 {
			t.Errorf("%d waves: %d changes of gaps are counted, %d marked", len(waves), told, marked)
		}
	}
}
