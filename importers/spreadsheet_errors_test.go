package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

func TestIsSpreadsheetError(t *testing.T) {
	for text, want := range map[string]bool{
		"#N/A": true, " #N/A ": true, "#REF!": true, "#DIV/0!": true, "#VALUE!": true, "#NAME?": true, "#NV": true, "#BEZUG!": true, "#¡REF!": true, "#ÜBERLAUF!": true, "Err:502": true, "####": true,
		"N/A": false, "#": false, "##": false, "#1": false, "# of staff": false, "#n/a": false, "Err:": false, "Err:5021": false, "Error": false, "#N/A or so": false, "": false, "   ": false, "Err": false,
	} {
		if isSpreadsheetError(text) != want || isSpreadsheetError([]byte(text)) != want {
			t.Errorf("%q: got %v", text, !want)
		}
	}
}

// damagedText is an export in which some formulas failed; rows are many enough for columns of more different cells than are told apart.
func damagedText(rows int) string {
	var b strings.Builder
	b.WriteString("id,team,rate_q1,rate_q2,why\n")
	for i := range rows {
		id, team, q1, why := fmt.Sprint(1000+i), fmt.Sprint("t", i%3), fmt.Sprint(1+i%5), fmt.Sprint("because of ", i)
		switch i % 10 {
		case 3:
			q1, why = "#N/A", "#NAME?"
		case 5:
			id, q1 = "#REF!", `"#DIV/0!"`
		case 7:
			team = "#VALUE!"
		}
		fmt.Fprintf(&b, "%s,%s,%s,%d,%s\n", id, team, q1, 1+i%4, why)
	}
	return b.String()
}

// A cell that shows an error of a spreadsheet is blank, whatever its column is for: it is no "don't know", no id that stands twice, no group
// and no text. How many there are, and where the first stands, is said once, on every route.
func TestSpreadsheetErrorsAreBlank(t *testing.T) {
	for _, rows := range []int{20, 400} {
		errors := rows / 10 * 5
		want := fmt.Sprintf("-: %d cells hold an error in place of a value, first -:5:3 (#N/A): read as blank", errors)
		for _, r := range []route{{}, {byRecord: true}, {chunk: 100, workers: 2}} {
			in, _ := accountedFor(t, standardInput, Options{Stdin: NewStandardInput(strings.NewReader(damagedText(rows)))}, r)
			if len(in.Warnings) != 1 || in.Warnings[0].Message != want || in.Warnings[0].Code != study.ErrorCells {
				t.Errorf("%d rows, %+v: %v", rows, r, in.Warnings)
			}
			if n := in.Cells; n.NoAnswer != errors-rows/10 || n.DontKnow != 0 { // an id is no answer
				t.Errorf("%d rows, %+v: %+v", rows, r, n)
			}
			for i, blank := range []int{1, 1, 2, 0, 1} {
				if c := in.Columns[i]; c.Blank != blank*rows/10 || c.DontKnow != 0 || c.Answered != rows-blank*rows/10 || len(c.Flags) > 0 && i != 2 && i != 3 {
					t.Errorf("%d rows, %+v: %+v", rows, r, c)
				}
			}
			if c := in.Columns[2]; c.Kind != study.RatingColumn || c.Scale != "1..5" {
				t.Errorf("%d rows, %+v: %+v", rows, r, c)
			}
			v, err := openText(t, "audiences: {customers: {files: [\"-\"], id: id}}\nsegments: {team: team}\nscale: 1..5\nitems: {q1: {performance: rate_q1}, q2: {performance: rate_q2}}\n",
				Options{Stdin: NewStandardInput(strings.NewReader(damagedText(rows)))})
			if err != nil {
				t.Fatal(faultsOf(err))
			}
			v.exports[0].route = r
			readsAsAgain(t, v)
			var seen rowsSeen
			intake, err := v.Read(context.Background(), &seen)
			if err != nil || len(intake.Warnings) != 1 || intake.Warnings[0].Message != want || strings.Contains(seen.String(), "#") {
				t.Errorf("%d rows, %+v: %v, %v", rows, r, err, intake)
			}
		}
	}
}

// What a study names stands for what it says, and is no damage. A cluster without a name is refused.
func TestSpreadsheetErrorsThatAStudyNames(t *testing.T) {
	_, v, err := survey(t, "s.yaml", strings.Replace(fmt.Sprintf(oneItem, ""), `"N/A"`, `"#N/A"`, 1), "c.csv", "quick\n7\n#N/A\n")
	if err != nil {
		t.Fatal(err)
	}
	var c collector
	intake, err := v.Read(context.Background(), &c)
	if err != nil || len(intake.Warnings) > 0 || fmt.Sprint(c.codes[[2]int{0, 0}]) != fmt.Sprint([]study.Code{6, study.DontKnow}) {
		t.Errorf("%v, %v, %v", c.codes, intake, err)
	}
	_, v, err = survey(t, "s.yaml", fmt.Sprintf(oneItem, ", cluster: team"), "c.csv", "team,quick\na,7\n#REF!,8\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = v.Read(context.Background(), &c); faultsOf(err) != "c.csv:3:1: the cluster is blank (column team)\n" {
		t.Errorf("got %s", faultsOf(err))
	}
}
