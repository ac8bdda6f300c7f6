package importers

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Leadership and staff of the Federal Employee Viewpoint Survey stand in one file: it is said which code is whose, and not of a file that only has such a column.
func TestSupervisorsOfFEVS(t *testing.T) {
	rows := strings.Repeat("AF,A,4,2,1.5\nAF,B,5,X,0.5\nNV,A,2,3,1.0\nNV,B,1,4,1.0\n", 5)
	const whose = "A = non-supervisors and team leaders, B = supervisors, managers and senior leaders"
	for header, known := range map[string]bool{"AGENCY,DSUPER,Q1,Q2,POSTWT\n": true, "TEAM,DSUPER,Q1,Q2,RANK\n": false} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "f.csv"), []byte(header+rows), 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, err := Draft(context.Background(), []AudienceFiles{{ID: "leadership", Files: []string{"f.csv"}}, {ID: "staff", Files: []string{"f.csv"}}}, Options{Dir: dir})
		if err == nil {
			t.Fatal("no fault")
		}
		hint := faultsOf(err)
		var faults *study.FileError
		if errors.As(err, &faults) {
			hint = faults.List[0].Hint
		}
		if strings.Contains(hint, whose) != known || strings.Contains(hint, "where: {DSUPER: B}  and staff  where: {DSUPER: A}") != known {
			t.Errorf("%s: got %q", header, hint)
		}
		in, err := Inspect(context.Background(), "f.csv", "", Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := slices.ContainsFunc(in.Columns[1].Flags, func(n study.Notice) bool { return n.Message == whose }); got != known {
			t.Errorf("%s: flagged %v", header, got)
		}
	}
}
