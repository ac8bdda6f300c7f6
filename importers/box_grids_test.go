package importers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// All rows of a grid of check boxes are questions with several answers, those too in which nobody ticked more than one; a grid of single
// choices is none, though a label of it holds a comma.
func TestGridOfCheckBoxes(t *testing.T) {
	for rows, want := range map[string]string{
		"\"Mon, Tue\",Wed\nMon,Wed\nTue,Thu\n\"Mon, Tue\",Wed\n":       "multi multi",
		"Mon,Wed\nTue,Thu\nMon,Wed\nTue,Thu\n":                         "single single",
		"\"Yes, always\",No\nNo,No\n\"Yes, always\",Maybe\nNo,Maybe\n": "single single",
	} {
		dir := t.TempDir()
		text := "When? [Morning],When? [Evening]\n" + strings.Repeat(rows, 5)
		if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := Inspect(context.Background(), "c.csv", "", Options{Dir: dir})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := string(in.Columns[0].Kind) + " " + string(in.Columns[1].Kind); got != want {
			t.Errorf("%s: %s, want %s", rows, got, want)
		}
		if got := strings.Contains(draftFileOf(t, "customers.csv", "We listen,"+strings.Replace(text, "\n", "\n5,", 20)), "#segments:"); got != (want == "single single") {
			t.Errorf("%s: offered as segments: %v", rows, got)
		}
	}
}
