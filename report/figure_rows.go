package report

import "strings"

// figureRows gathers the rows of a table. A row that would hold no figure is none: a sentence below the table names it, with the reason.
type figureRows struct {
	notes  *footnotes
	beside int // how many of the last cells are no figures, but bases or names
	rows   []row
	blank  []blankRows
}

// blankRows are those without figures for one reason.
type blankRows struct {
	reason string
	labels []string
}

// add takes in a row, which is written with its own footnotes first: those of a row that is left out do not stand below the table.
func (t *figureRows) add(write func(*footnotes) row) {
	own := &footnotes{language: t.notes.language, result: t.notes.result}
	r := write(own)
	if !t.isBlank(r) {
		t.rows = append(t.rows, write(t.notes))
		return
	}
	reasons := own.noted
	if own.hidden {
		reasons = append(reasons, own.text("suppressed, not shown because of too few answers or none, or of few that are all alike"))
	}
	label := r.cells[0][0]
	if r.group != "" {
		label = r.group + ": " + label
	}
	t.leaveOut(strings.Join(reasons, "; "), label)
}

func (t *figureRows) leaveOut(reason, label string) {
	for n := range t.blank {
		if t.blank[n].reason == reason {
			t.blank[n].labels = append(t.blank[n].labels, label)
			return
		}
	}
	t.blank = append(t.blank, blankRows{reason, []string{label}})
}

// isBlank reports whether a row has nothing but what stands in the place of figures, and is not just one of what was never asked.
func (t *figureRows) isBlank(r row) bool {
	lacking := false
	for _, c := range r.cells[1 : len(r.cells)-t.beside] {
		switch text := strings.Join(c, ""); {
		case text == "" || text == notAsked:
		case strings.HasPrefix(text, t.notes.undefined()) || text == t.notes.withheld():
			lacking = true
		default:
			return false
		}
	}
	return lacking
}

// into puts the rows into a section, and what was left out below it; without rows there is no table.
func (t *figureRows) into(s *section) {
	if len(t.rows) == 0 {
		s.grid = grid{}
		s.lines = t.lines()
		return
	}
	s.grid.rows = t.rows
	s.lines = append(append(s.lines, t.lines()...), t.notes.lines()...)
	s.notes = t.notes.noted
}

// lines name the rows that were left out.
func (t *figureRows) lines() []string {
	var lines []string
	for _, of := range t.blank {
		line := t.notes.text("no figures of %s", t.notes.listed(of.labels))
		if of.reason != "" {
			line += ": " + of.reason
		}
		lines = append(lines, line)
	}
	return lines
}
