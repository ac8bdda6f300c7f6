package importers

import (
	"github.com/cxgap/cxgap/analysis/study"
)

// fevs reads the public files of the US Federal Employee Viewpoint Survey: Q1, Q2 … from 5 (positive) to 1, X where
// somebody did not know, and a weight (FORMATS section 14).
type fevs struct{}

func (fevs) name() string { return "fevs" }

func (fevs) detect(records [][]string) (string, int) {
	for _, agency := range []string{"AGENCY", "agency"} {
		if hasCell(records[0], "POSTWT") && hasCell(records[0], agency) {
			return "the columns " + agency + " and POSTWT", 1
		}
	}
	return "", 0
}

var fevsItem = lazily(`^Q\d+$`)

func (fevs) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	for i := range columns {
		switch c := &columns[i]; {
		case c.ID == "POSTWT":
			c.Kind = study.WeightColumn
		case c.ID == "RANDOM": // a number to sort by
			c.Role = Meta
		case fevsItem().MatchString(c.ID):
			c.rated = true
			c.DontKnow = []string{"X"} // "Do Not Know", and "No Basis to Judge"
		}
	}
	return columns
}

// status: only usable responses are published.
func (fevs) status([]Column) *statusRule { return nil }

// supervisors is the column that parts leadership from staff, and what its codes mean in the codebook.
const (
	supervisors      = "DSUPER"
	supervisorsCodes = "A = non-supervisors and team leaders, B = supervisors, managers and senior leaders"
)

// apart says how leadership and staff are told apart in an export; empty: it does not have the column, or is of another kind.
func (fevs) apart(e *Export) string {
	if e.Platform != (fevs{}).name() || columnOf(e.Columns, supervisors) < 0 {
		return ""
	}
	return "in " + supervisors + " " + supervisorsCodes + ": draft the file for one audience, and give leadership  where: {" + supervisors + ": B}  and staff  where: {" + supervisors + ": A}  in the study file"
}
