package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Ids that a program wrote as decimals are named under any heading of an id, however short they are; ratings and amounts are not.
func TestIDsAsDecimals(t *testing.T) {
	for _, test := range []struct {
		header, format string
		step           int
		flagged        bool
	}{
		{"id", "%d.0", 1, true},
		{"ID", "%d.0", 1000, true},
		{"Respondent ID", "%d.0", 1000000, true},
		{"id", "%d.0", 1000, true},
		{"Kundennummer", "%d.0", 10000, true},
		{"id", "1.%dE+10", 1, true},
		{"id", "%d", 1000, false},
		{"id", "%d.5", 1000, false},
		{"How satisfied are you?", "%d.0", 1, false},
		{"Amount", "%d.0", 1000, false},
	} {
		text := fmt.Sprintf("%s,We listen\n", test.header)
		for i := range 30 {
			of := (i + 1) * test.step
			if test.step == 1 && test.header[0] == 'H' {
				of = 1 + i%5
			}
			text += fmt.Sprintf(test.format, of) + fmt.Sprintf(",%d\n", 1+i%5)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		c := in.Columns[0]
		if got := slices.ContainsFunc(c.Flags, func(n study.Notice) bool { return n.Code == "excel_numbers" }); got != test.flagged {
			t.Errorf("%s %s (%s): flagged %v", test.header, fmt.Sprintf(test.format, test.step), c.Kind, got)
		}
	}
}
