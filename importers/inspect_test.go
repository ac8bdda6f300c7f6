package importers

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// In every real export every cell of a kept row is an answer, a blank, not shown or a don't know: none is lost, none counted twice.
func TestInspectAccountsForEveryCell(t *testing.T) {
	const shared = "../../shared/"
	for _, real := range realExports() {
		t.Run(filepath.Base(real.file), func(t *testing.T) {
			path := shared + real.file
			if _, err := os.Stat(path); err != nil {
				t.Skip(path + " is not here")
			}
			in, err := Inspect(context.Background(), filepath.Base(path), "", Options{Dir: filepath.Dir(path)})
			if err != nil {
				t.Fatal(err)
			}
			rows := in.Kept
			for _, d := range in.Dropped {
				rows += d.Rows
			}
			if rows != in.Read || len(in.Columns) != real.columns {
				t.Errorf("%d rows read, %d accounted for; %d columns, want %d", in.Read, rows, len(in.Columns), real.columns)
			}
			for _, c := range in.Columns {
				cells := c.Answered + c.Blank + c.DontKnow
				if c.NotShown != nil {
					cells += *c.NotShown
				}
				if cells != in.Kept || c.Kind == "" {
					t.Errorf("column %d (%s): %d cells of %d rows", c.Position, c.Kind, cells, in.Kept)
				}
			}
		})
	}
}

// What real exports hold is told as what it is.
func TestInspectKindsOfRealExports(t *testing.T) {
	const shared = "../../shared/"
	for _, want := range []struct {
		file     string
		position int
		kind     study.ColumnKind
		scale    string
	}{
		{"exports/surveymonkey/cncf_maintainers_2023h2_anchored_labels.csv", 7, study.AnchoredColumn, "1..10"},
		{"exports/surveymonkey/cncf_maintainers_2023h2_anchored_labels.csv", 8, study.OtherTextColumn, ""},
		{"exports/surveymonkey/cncf_maintainers_2019h2.csv", 50, study.LabelledColumn, "1..5"},
		{"exports/surveymonkey/cncf_maintainers_2019h2.csv", 5, study.MultiColumn, ""},
		{"exports/surveymonkey/cncf_maintainers_2020h2_1to10.csv", 1, study.MetaColumn, ""},
		{"exports/surveymonkey/538_starwars_first60_cp1252.csv", 10, study.RankColumn, ""},
		{"exports/limesurvey/en_fulltext_headings.csv", 122, study.LabelledColumn, "1..5"},
		{"exports/limesurvey/en_fulltext_headings.csv", 33, study.LabelledColumn, "1..5"},
		{"exports/limesurvey/en_fulltext_headings.csv", 41, study.DropColumn, ""},
		{"datasets/sfo_airport/2017_SFO_Customer_Survey.csv", 93, study.WeightColumn, ""},
		{"datasets/sfo_airport/2017_SFO_Customer_Survey.csv", 35, study.NumberColumn, ""}, // 0 and 6 are no answers
	} {
		path := shared + want.file
		if _, err := os.Stat(path); err != nil {
			t.Skip(path + " is not here")
		}
		in, err := Inspect(context.Background(), filepath.Base(path), "", Options{Dir: filepath.Dir(path)})
		if err != nil {
			t.Fatal(err)
		}
		if c := in.Columns[want.position-1]; c.Kind != want.kind || c.Scale != want.scale {
			t.Errorf("%s, column %d %q: got %s %s, want %s %s", want.file, want.position, c.ID, c.Kind, c.Scale, want.kind, want.scale)
		}
	}
}
