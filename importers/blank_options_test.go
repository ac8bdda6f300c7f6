package importers

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Columns without a header are options of the question before them where their cells say so, and else what they were.
func TestOptionsBelowBlankHeaders(t *testing.T) {
	for _, test := range []struct {
		name, text string
		kinds      []study.ColumnKind
		second     string // the question of the second column
	}{
		{"options", "Which do you use?,,,We listen\nPhone,,Shop,3\nPhone,Web,,4\n,Web,Shop,1\nPhone,,,5\n,,,2\n", []study.ColumnKind{study.MultiColumn, study.MultiColumn, study.MultiColumn, study.RatingColumn}, "Which do you use? - Web"},
		{"other texts", "Which do you use?,,We listen\nPhone,too loud,3\nPhone,too far,4\n,fine,1\nPhone,too dear,5\n,so so,2\n", []study.ColumnKind{study.SingleColumn, study.TextColumn, study.RatingColumn}, ""},
		{"ratings", "How good are we?,,We listen\n1,2,3\n2,3,4\n3,4,1\n4,5,5\n5,1,2\n", []study.ColumnKind{study.RatingColumn, study.RatingColumn, study.RatingColumn}, ""},
		{"the same text", "Came?,,We listen\nYes,Yes,3\nYes,,4\n,Yes,1\nYes,Yes,5\n,,2\n", []study.ColumnKind{study.SingleColumn, study.SingleColumn, study.RatingColumn}, ""},
		{"one text in all rows", "Country,,We listen\nCuba,x,3\nCuba,,4\nCuba,x,1\nCuba,x,5\nCuba,,2\n", []study.ColumnKind{study.SingleColumn, study.SingleColumn, study.RatingColumn}, ""},
		{"an index first", ",Which do you use?,We listen\n0,Phone,3\n1,Web,4\n2,Phone,1\n3,Web,5\n4,Web,2\n", []study.ColumnKind{study.MetaColumn, study.SingleColumn, study.RatingColumn}, "Which do you use?"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
		if err != nil {
			t.Fatal(test.name, faultsOf(err))
		}
		for i, c := range in.Columns {
			if c.Kind != test.kinds[i] {
				t.Errorf("%s: column %d is %s, want %s", test.name, i+1, c.Kind, test.kinds[i])
			}
		}
		if got := in.Columns[1].Question; got != test.second {
			t.Errorf("%s: got %q, want %q", test.name, got, test.second)
		}
	}
}
