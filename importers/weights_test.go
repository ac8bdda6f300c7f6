package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// weighted is an export with a weight in every row, all of them different.
func weighted(name, comma string, rows int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "How good is our price?;%s\n", name)
	for row := range rows {
		fmt.Fprintf(&b, "%d;%d%s%04d\n", 1+row%5, row%2, comma, 101+13*row)
	}
	return b.String()
}

func TestWeightsByName(t *testing.T) {
	for _, name := range []string{"Gewicht", "gewicht_final", "Weight_trimmed", "wgt", "pers_wgt", "weging", "factor", "POSTWT", "ponderación"} {
		for _, comma := range []string{".", ","} {
			for _, rows := range []int{40, 300} {
				text := weighted(name, comma, rows)
				_, notices, err := drafted(t, "customers.csv", text)
				if err != nil {
					t.Fatal(err)
				}
				want := fmt.Sprintf("column %q is not used as a weight", name)
				if comma == "," {
					want += "; a study file can say  weight: " + scalarOf(name) + "  and  decimal: comma"
				}
				if said := described(&study.Study{}, notices); !strings.Contains(said, want) {
					t.Errorf("%s, %q, %d rows: %q is not in\n%s", name, comma, rows, want, said)
				}
				if k := inspectedText(t, text).Columns[1]; comma == "." && k.Kind != study.WeightColumn ||
					comma == "," && (k.Kind != study.NumberColumn || len(k.Flags) != 1 || !strings.Contains(k.Flags[0].Message, "--decimal comma reads it")) {
					t.Errorf("%s, %q, %d rows: %s %v", name, comma, rows, k.Kind, k.Flags)
				}
			}
		}
	}
	if got := inspectedText(t, "Was it good?;factor\n"+strings.Repeat("1;2\n3;4\n5;5\n", 20)).Columns[1]; got.Kind == study.WeightColumn {
		t.Error("a factor in whole numbers is a weight")
	}
}

// The lines that a draft offers for a weight with decimal commas read it, both together.
func TestOfferOfAWeightWithCommas(t *testing.T) {
	text := weighted("Gewicht", ",", 40)
	var lines []string
	for _, line := range strings.Split(draftFileOf(t, "customers.csv", text), "\n") {
		if strings.HasPrefix(line, "    # ? weight:") || strings.HasPrefix(line, "    # ? decimal:") {
			line = strings.Replace(line, "# ? ", "", 1)
		}
		lines = append(lines, line)
	}
	s, err := study.Parse("cxgap.yaml", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	if a := s.Audiences[0]; a.Weight == nil || !a.DecimalComma {
		t.Fatalf("no weight in\n%s", strings.Join(lines, "\n"))
	}
	if _, err := readThrough(s, Options{Dir: written(t, "customers.csv", text)}); err != nil {
		t.Error(err)
	}
}
