package importers

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

func (fevs) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	for i := range columns {
		if oneOfWords(columns[i].ID, "POSTWT", "RANDOM") {
			columns[i].Role = Meta
		}
	}
	return columns
}

// status: only usable responses are published.
func (fevs) status([]Column) *statusRule { return nil }
