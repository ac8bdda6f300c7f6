package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of a table of results only the rows count that the study chooses; the others are counted as not selected.
func TestTabulatedWhere(t *testing.T) {
	const of = `audiences: {guests: {files: [t.csv], tabulated: true, where: {year: [2024], region: {not: [north]}}}}
scale: 1..5
items: {quick: {performance: quick}, kind: {performance: kind}}
`
	const table = "item,value,year,region\nquick,3.5,2024,all\nquick,4.5,2025,all\nquick,2.5,2024,north\nkind,3.9,2024,all\nkind,4.9,2025,all\n"
	_, v, err := survey(t, "s.yaml", of, "t.csv", table)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := v.Read(context.Background(), discardSink{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	got := ""
	for _, f := range intake.Tabulated {
		got += fmt.Sprintf("%d=%g ", f.Rating, f.Value)
	}
	if got != "0=3.5 1=3.9 " {
		t.Errorf("figures %s", got)
	}
	if f := intake.Flow[0]; f.Read != 5 || f.Kept != 2 || f.Dropped[0] != (study.Count{Reason: study.NotSelected, Rows: 3}) {
		t.Errorf("flow %+v", f)
	}
	_, _, err = survey(t, "s.yaml", strings.Replace(of, "year:", "yaer:", 1), "t.csv", table)
	if got := faultsOf(err); !strings.HasPrefix(got, `s.yaml:1:63: t.csv has no column "yaer"`) {
		t.Errorf("got %s", got)
	}
}
