package importers

// boxGrids says which columns are rows of a grid of check boxes: in one of its rows people ticked several boxes, and no row is a rating.
// Where everybody ticked one box only, the row's cells look like those of a single choice.
func (s *scan) boxGrids(columns []*asked) []bool {
	rows := make([]bool, len(columns))
	for _, g := range s.groups {
		several, rated := false, false
		for i := g.first; i < g.first+g.n; i++ {
			a := columns[i].answers
			several = several || s.columns[i].severalAnswers() && len(a.numbers) == 0
			rated = rated || a.rated() || len(a.numbers) > 0
		}
		for i := g.first; several && !rated && i < g.first+g.n; i++ {
			rows[i] = columns[i].column.Role == Answer && columns[i].column.Kind == "" && s.columns[i].filled > 0
		}
	}
	return rows
}
