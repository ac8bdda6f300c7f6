package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Days without a year are days where their heading says so; elsewhere they may be what Excel made of ranges, and that is said.
func TestDaysWithoutAYear(t *testing.T) {
	for name, test := range map[string]struct {
		heading, cells string
		kind           study.ColumnKind
		flag           string
	}{
		"a date":               {"Date", "17-Dec|18-Dec|3-Jan", study.TimeColumn, `such as "17-Dec"`},
		"a date in German":     {"Besuchsdatum", "17. Dez|18. Dez|3. Mär", study.TimeColumn, "without a year"},
		"among whole dates":    {"Date", "17-Dec|2026-09-01|2026-09-02", study.TimeColumn, `such as "17-Dec"`},
		"a date with years":    {"Date", "17-Dec-2025|18-Dec-2025", study.TimeColumn, ""},
		"another heading":      {"Delivery", "1-May|2-May|3-May", study.SingleColumn, "dates that Excel made of answers such as 1-5"},
		"in German":            {"Lieferung", "01. Mai|02. Mai|03. Mai", study.SingleColumn, "dates that Excel made of answers such as 1-5"},
		"amid labels":          {"Delivery", "strongly agree|agree|disagree|17-Dec", study.SingleColumn, `"17-Dec" looks like a date that Excel made of an answer such as 1-5`},
		"amid ranges":          {"Company size", "1-May|Jun-25|26-100", study.SingleColumn, "Excel made dates of ranges"},
		"amid ranges and a 0":  {"Visits per year", "0|01-May|06-Oct|11-20", study.SingleColumn, "Excel made dates of ranges"},
		"amid ranges and more": {"Visits per year", "0|01-May|06-Oct|11-20|21+", study.SingleColumn, "Excel made dates of ranges"},
		"ranges and a 0":       {"Visits per year", "0|1-5|6-10|11-20", study.SingleColumn, ""},
		"amid numbers":         {"Delivery", "0|1|2|01-May", study.SingleColumn, "looks like a date"},
		"months":               {"Month", "Jan|Feb|Mar", study.SingleColumn, ""},
		"ranges":               {"Company size", "1-5|6-25|26-100", study.SingleColumn, ""},
		"labels":               {"Delivery", "strongly agree|agree|disagree", study.LabelledColumn, ""},
		"products by number":   {"Product", "Jet 20|Max 10|Max 12", study.SingleColumn, ""},
	} {
		cells := strings.Split(test.cells, "|")
		var b strings.Builder
		fmt.Fprintf(&b, "ID,%s\n", test.heading)
		for i := range 30 {
			fmt.Fprintf(&b, "%d,%s\n", 100+i, cells[(i*i+i/3)%len(cells)])
		}
		c := inspectedText(t, b.String()).Columns[1]
		flags := fmt.Sprint(c.Flags)
		if c.Kind != test.kind || !strings.Contains(flags, test.flag) || test.flag == "" && strings.Contains(flags, "excel") {
			t.Errorf("%s: %s %s, want %s %s", name, c.Kind, flags, test.kind, test.flag)
		}
	}
}
